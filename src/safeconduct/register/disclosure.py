"""Reading chosen identity claims in order to disclose them, inside another act.

The act that calls this names in its own entry what it disclosed and to whom.
"""

from collections.abc import Collection

from safeconduct.keyring import queries as keyring
from safeconduct.register.models import IdentityClaim, Person
from safeconduct.register.vault import claims as vault
from safeconduct.register.vault.claims import Claim


def read(person: Person, kinds: Collection[str]) -> list[Claim]:
    """Open the claims of these kinds, of a person the act has locked."""
    rows = IdentityClaim.objects.filter(person=person, kind__in=kinds)
    key = keyring.key(person.pk)
    return [vault.unseal(row, key) for row in rows.order_by("kind", "id")]


def kinds() -> list[tuple[str, str]]:
    """List what could be disclosed, with labels for a form."""
    return [(kind.value, str(kind.label)) for kind in IdentityClaim.Kind]
