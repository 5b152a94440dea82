"""Reading chosen identity claims in order to disclose them, inside another act.

The act that calls this names in its own entry what it disclosed and to whom.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

from django.db.models import Min

from safeconduct.keyring import queries as keyring
from safeconduct.register.models import CustodyEvent, IdentityClaim, Person
from safeconduct.register.vault import claims as vault
from safeconduct.register.vault.claims import Claim
from safeconduct.register.vault.models import NameKey


def read(person: Person, kinds: Collection[str]) -> list[Claim]:
    """Open the claims of these kinds, of a person the act has locked."""
    rows = IdentityClaim.objects.filter(person=person, kind__in=kinds)
    key = keyring.key(person.pk)
    return [vault.unseal(row, key) for row in rows.order_by("kind", "id")]


def read_all(
    persons: Collection[UUID], kinds: Collection[str]
) -> Iterator[tuple[UUID, list[Claim]]]:
    """Open the claims of these kinds of many persons; who was erased is left out."""
    keys = keyring.keys(persons)
    found: dict[UUID, list[Claim]] = {pk: [] for pk in keys}
    rows = IdentityClaim.objects.filter(person__in=list(keys), kind__in=kinds)
    for row in rows.order_by("person", "kind", "id").iterator():
        found[row.person_id].append(vault.unseal(row, keys[row.person_id]))
    yield from found.items()


# Readings with less than a tenth of the chance are no name somebody bears.
_LIKELY = 9  # quarters of a nat


def bearers(readings: Collection[str], *, besides: Collection[UUID]) -> int:
    """Count the persons whose name may well be read as one of these."""
    keys = NameKey.objects.filter(key__in=list(readings), cost__lte=_LIKELY)
    others = keys.exclude(claim__person__in=list(besides))
    return others.values("claim__person").distinct().count()


def kinds() -> list[tuple[str, str]]:
    """List what could be disclosed, with labels for a form."""
    return [(kind.value, str(kind.label)) for kind in IdentityClaim.Kind]


@dataclass(frozen=True, slots=True)
class Protected:
    """A living person of the register, with what is claimed of who he is."""

    person: UUID
    captured: date | None
    claims: list[Claim]


_BATCH = 1_000  # persons whose keys are opened at a time


def protected(kinds: Collection[str]) -> Iterator[Protected]:
    """Open the claims of these kinds of everybody who lives and was not erased.

    Where he is now does not matter: whoever has left can still be hunted, or his
    family. The dead are left out.
    """
    living = Person.objects.exclude(status=Person.Status.DEAD)
    every = living.order_by("id").values_list("pk", flat=True)
    for part in _parts(every.iterator(chunk_size=_BATCH)):
        events = CustodyEvent.objects.filter(
            person__in=part, kind=CustodyEvent.Kind.CAPTURED
        )
        days = events.values("person").annotate(day=Min("day"))
        captured = dict(days.values_list("person", "day"))
        for person, claims in read_all(part, kinds):
            yield Protected(person, captured.get(person), claims)


def _parts(every: Iterator[UUID]) -> Iterator[list[UUID]]:
    while part := list(islice(every, _BATCH)):
        yield part


def extent() -> tuple[int, ...]:
    """Count what `protected` reads.

    Claims and persons are never deleted and keys never come back, so two answers are
    equal only while nothing has changed.
    """
    return (
        IdentityClaim.objects.count(),
        Person.objects.count(),
        Person.objects.filter(status=Person.Status.DEAD).count(),
        *keyring.count(),
    )
