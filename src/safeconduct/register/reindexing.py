"""Making the keys of all names anew: after a loss, or when names are read better.

They are derived from what the vault holds, so a backup of the database may leave them
out. An act of an administrator, at the console alone: it reads every name there is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.journal.acts import act
from safeconduct.keyring import queries as keyring
from safeconduct.register.models import IdentityClaim, Person
from safeconduct.register.vault import claims as vault
from safeconduct.register.vault import name_keys

REINDEXED = "vault.names_reindexed"
_AT_ONCE = 500  # persons; their rows are locked meanwhile


@dataclass(frozen=True, slots=True)
class Done:
    """How far it is: persons so far, and the names and keys of these."""

    persons: int
    names: int
    keys: int


def reindex(*, officer: Officer, at: datetime) -> Iterator[Done]:
    """Make all keys anew, and yield after each few hundred persons.

    The act is on record before the first name is read. What comes after needs none:
    nothing is said that was not said before. It may be broken off and begun again.

    Args:
        officer: Who has it done.
        at: When, timezone-aware.

    Raises:
        NotPermitted: The officer is no administrator.
        SealBroken: A claim does not open.
    """
    with act(REINDEXED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.ADMINISTER))
    done, last = Done(0, 0, 0), UUID(int=0)
    while True:
        with transaction.atomic():
            everybody = Person.objects.select_for_update(no_key=True).order_by("pk")
            batch = list(everybody.filter(pk__gt=last)[:_AT_ONCE])
            if not batch:
                return
            names, keys = _again(batch)
        last = batch[-1].pk
        done = Done(done.persons + len(batch), done.names + names, done.keys + keys)
        yield done


def persons() -> int:
    """Count everybody it will go through."""
    return Person.objects.count()


def _again(batch: list[Person]) -> tuple[int, int]:
    """Make the keys of these persons anew; of who was erased none is left."""
    holders = {person.pk: person.holder_id for person in batch}
    keys = keyring.keys(holders)
    rows = IdentityClaim.objects.filter(person__in=list(holders))
    named = [row for row in rows if row.kind == IdentityClaim.Kind.NAME]
    name_keys.clear([row.pk for row in rows])
    written = [
        (row.pk, holders[row.person_id], vault.unseal(row, keys[row.person_id]).text)
        for row in named
        if row.person_id in keys
    ]
    return len(written), name_keys.write(written)
