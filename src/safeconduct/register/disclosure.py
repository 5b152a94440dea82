"""Reading chosen identity claims in order to disclose them, inside another act.

The act that calls this names in its own entry what it disclosed and to whom.
"""

from collections.abc import Collection, Iterator
from uuid import UUID

from safeconduct.keyring import queries as keyring
from safeconduct.register.models import IdentityClaim, Person
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
