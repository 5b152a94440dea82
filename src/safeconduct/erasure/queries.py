"""Which erasures wait, and which were done?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.departure.models import DepartureLine
from safeconduct.determination.models import ProtectionClaim
from safeconduct.erasure.errors import NoSuchErasure
from safeconduct.erasure.models import Erasure
from safeconduct.keyring import queries as keyring
from safeconduct.register import queries as register
from safeconduct.register.models import Person


def place(erasure: UUID) -> str:
    """Name the place the sealed reason of an erasure belongs to."""
    return f"erasure/reason/{erasure}"


@dataclass(frozen=True)
class Asked:
    """An erasure as a page shows it, with its reason unsealed."""

    id: UUID
    reason: str
    officer: str
    authority: UUID  # the one the first officer serves
    service: str
    at: datetime
    second: str | None
    done: datetime | None


def of_person(person_id: UUID) -> Asked | None:
    """Find the newest erasure of a person, waiting or done."""
    rows = Erasure.objects.filter(person=person_id)
    named = rows.select_related("officer__authority", "second")
    row = named.order_by("-at").first()
    if row is None:
        return None
    sealed = bytes(row.reason)
    return Asked(
        id=row.pk,
        reason=keyring.key(keyring.OFFICE).unseal(sealed, place=place(row.pk)).decode(),
        officer=row.officer.full_name,
        authority=row.officer.authority_id,
        service=row.officer.authority.name,
        at=row.at,
        second=row.second.full_name if row.second is not None else None,
        done=row.done,
    )


def to_confirm(erasure_id: UUID, *, officer: Officer) -> Erasure:
    """Find an erasure the officer may see.

    Raises:
        NoSuchErasure: There is none, or its case is not his to read.
    """
    rows = Erasure.objects.filter(pk=erasure_id, person__in=register.cases(officer))
    found = rows.select_related("person").first()
    if found is None:
        raise NoSuchErasure(gettext_noop("There is no such erasure."))
    return found


def waiting(officer: Officer) -> QuerySet[Erasure]:
    """List the erasures that wait for a signature of this officer's service."""
    if not policy.allows(officer, Right.ERASE):
        return Erasure.objects.none()
    rows = Erasure.objects.filter(done=None, person__in=register.cases(officer))
    mine = rows.exclude(officer__authority=officer.authority_id)
    return mine.select_related("person").order_by("at")


def unfinished(person: Person) -> str | None:
    """Say what about him has not ended; while it has not, nobody erases him."""
    if person.status == Person.Status.HELD:
        return gettext_noop(
            "He is in custody: nobody is erased while anybody holds him."
        )
    if person.departures.filter(status__in=DepartureLine.LIVE).exists():
        return gettext_noop("His departure has not ended.")
    if person.protection_claims.filter(status__in=ProtectionClaim.RUNNING).exists():
        return gettext_noop("A claim of his is running.")
    return None


def done() -> frozenset[UUID]:
    """Collect the persons who were erased."""
    rows = Erasure.objects.filter(done__isnull=False)
    return frozenset(rows.values_list("person", flat=True))
