"""What other rooms may ask of the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from safeconduct.accounts import policy
from safeconduct.accounts.models import Authority, Officer
from safeconduct.accounts.policy import Right
from safeconduct.keyring import queries as keyring
from safeconduct.register import case_numbers, facts
from safeconduct.register.errors import NoSuchCase
from safeconduct.register.models import CustodyEvent, Fact, IdentityClaim, Person


def cases(officer: Officer) -> QuerySet[Person]:
    """List the cases the officer may read; none without the right."""
    everyone = Person.objects.select_related("holder").order_by("-opened")
    if not policy.allows(officer, Right.READ_CASE):
        return everyone.none()
    if policy.sees_everything(officer):
        return everyone
    return everyone.filter(holder=officer.authority)


def case(number: str, *, officer: Officer) -> Person:
    """Find a case by its number, as typed.

    Raises:
        NoSuchCase: There is none, or the officer may not know of it: the two
            answers are the same.
        KeyDestroyed: The person was erased. What is left of the case in clear
            columns is shown to nobody.
    """
    written = case_numbers.read(number)
    found = cases(officer).filter(case_number=written).first() if written else None
    if found is None:
        raise NoSuchCase("There is no such case, or it is not yours to read.")
    keyring.demand_not_destroyed(found.pk)
    return found


def sees_protection(officer: Officer, person: Person) -> bool:
    """Say whether the officer may know the person's wish, claims and ways out.

    Whoever keeps him or treats him need not (GC III Art. 13(2), LAW.md D).
    """
    return policy.allows(officer, Right.READ_PROTECTION, matter_of=person.holder_id)


def custody(person_id: UUID, *, protection: bool = True) -> list[CustodyEvent]:
    """List what happened to the person's custody, oldest first.

    Where he went is part of his protection: without it, only the camps are listed.
    """
    events = CustodyEvent.objects.filter(person=person_id).select_related("holder")
    if not protection:
        events = events.filter(kind__in=["captured", "arrived", "transferred_camp"])
    return list(events.order_by("day", "kind"))


def facts_in_force(person_id: UUID, *, at: datetime) -> dict[str, Any]:
    """Collect the facts of a person and of the house, as they stand at a moment.

    Of several statements the newest holds. One that is no longer fresh counts as
    unknown: it is left out.
    """
    about = Q(person=person_id) | Q(person=None)
    rows = Fact.objects.filter(about, at__lte=at).order_by("name", "-at", "-id")
    newest = rows.distinct("name").values_list("name", "value", "valid_until")
    return {
        name: value for name, value, until in newest if until is None or until >= at
    }


def stated_since(person_id: UUID, *, since: datetime) -> set[str]:
    """Name the facts of a person or of the house that were stated after a moment."""
    about = Q(person=person_id) | Q(person=None)
    rows = Fact.objects.filter(about, at__gt=since)
    return set(rows.values_list("name", flat=True))


@dataclass(frozen=True)
class Statement:
    """A fact as somebody stated it, with the reason unsealed."""

    id: UUID
    name: str
    value: Any
    reason: str
    by: str
    at: datetime
    in_force: bool


def statements(
    person_id: UUID, *, at: datetime, protection: bool = True
) -> list[Statement]:
    """List all statements about a person, newest first, superseded ones as well.

    Args:
        person_id: Whom they concern.
        at: The moment at which they are in force or not.
        protection: False leaves only what register and doctor state.
    """
    key = keyring.key(person_id)
    rows = Fact.objects.filter(person=person_id).select_related("entry__actor")
    seen: set[str] = set()
    found = []
    for row in rows.order_by("-at", "-id"):
        if not protection and not facts.of_the_camp(row.name):
            continue
        reason = key.unseal(bytes(row.reason), place=facts.place(row.pk)).decode()
        fresh = row.valid_until is None or row.valid_until >= at
        found.append(
            Statement(
                id=row.pk,
                name=row.name,
                value=row.value,
                reason=reason,
                by=row.entry.actor.full_name,
                at=row.at,
                in_force=fresh and row.name not in seen,
            )
        )
        seen.add(row.name)
    return found


def common_facts(*, at: datetime) -> Mapping[str, Any]:
    """Collect the facts of the whole house in force at a moment."""
    rows = Fact.objects.filter(person=None, at__lte=at).order_by("name", "-at", "-id")
    newest = rows.distinct("name").values_list("name", "value", "valid_until")
    return {n: value for n, value, until in newest if until is None or until >= at}


def authorities(*kinds: str) -> QuerySet[Authority]:
    """List authorities of these kinds, by name."""
    return Authority.objects.filter(kind__in=kinds).order_by("name")


def claim_kinds() -> list[tuple[str, str]]:
    """List the kinds of identity claims, with labels for a form."""
    return [(kind.value, str(kind.label)) for kind in IdentityClaim.Kind]


def claim_sources() -> list[tuple[str, str]]:
    """List where an identity claim may come from, with labels for a form."""
    return [(source.value, str(source.label)) for source in IdentityClaim.Source]
