"""Which records are held to be one person's, and how are they locked together?

Joined records form a tree: each follows at most one other, and one leads them all.
The database follows the tree itself (`safeconduct_together`), so that the gate of
departures and this page cannot disagree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext_noop

from safeconduct.matching.errors import JoinedMeanwhile
from safeconduct.matching.models import Merge
from safeconduct.register.locks import lock_persons
from safeconduct.register.models import Person

_ATTEMPTS = 5


def together(person_id: UUID) -> frozenset[UUID]:
    """Collect all records of the person whose record this is, itself among them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT safeconduct_together(%s)", [person_id])
        return frozenset(row for (row,) in cursor.fetchall())


def leading(person_id: UUID) -> UUID:
    """Find the record that leads; a record joined with none leads itself."""
    followed = dict(
        Merge.objects.filter(other__in=together(person_id), undone=None).values_list(
            "other", "leading"
        )
    )
    while person_id in followed:
        person_id = followed.pop(person_id)
    return person_id


def joined_since(person_id: UUID, *, since: datetime) -> bool:
    """Say whether one of his records was joined to another, or taken from it, since."""
    every = together(person_id)
    touching = Merge.objects.filter(Q(leading__in=every) | Q(other__in=every))
    return touching.filter(Q(at__gt=since) | Q(undone__gt=since)).exists()


@dataclass(frozen=True)
class Locked:
    """A person's record and the other records of the same person, all locked."""

    person: Person
    others: tuple[Person, ...]
    leads: bool


def lock_together(person_id: UUID) -> Locked:
    """Lock a record and all that are joined with it.

    A merge locks all records of both its persons, and undoing it locks both, so that
    nothing is joined to them or taken from them until this transaction ends.

    Raises:
        NoSuchCase: There is no such person.
        JoinedMeanwhile: As for `lock_all`.
    """
    found = lock_all(person_id)
    others = tuple(found[pk] for pk in sorted(found) if pk != person_id)
    return Locked(found[person_id], others, leading(person_id) == person_id)


def lock_all(*persons: UUID) -> dict[UUID, Person]:
    """Lock records with all that are joined with them, in the order of their ids.

    Raises:
        NoSuchCase: One of them is not there.
        JoinedMeanwhile: Others join and part them without end.
    """
    for _attempt in range(_ATTEMPTS):
        every = _all_of(persons)
        try:
            # A savepoint that is rolled back gives its locks back.
            with transaction.atomic():
                return _lock(persons, every)
        except JoinedMeanwhile:
            continue
    raise JoinedMeanwhile(
        gettext_noop("His records are being joined at this moment. Try again.")
    )


def _lock(persons: Iterable[UUID], every: frozenset[UUID]) -> dict[UUID, Person]:
    found = lock_persons(every)
    if _all_of(persons) != every:
        raise JoinedMeanwhile
    return found


def _all_of(persons: Iterable[UUID]) -> frozenset[UUID]:
    return frozenset().union(*(together(person) for person in persons))
