"""The locks that order all acts on a person and all facts of the house."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_noop

from safeconduct.register.errors import NoSuchCase
from safeconduct.register.models import Person

_COMMON_FACTS = 0x5AFEC0D0  # advisory lock number, ours alone


def lock_person(**lookup: object) -> Person:
    """Lock one person until the transaction ends, and return them.

    Every act calls this before it reads anything about the person. A foreign key
    does not do it for us: Django declares them deferred, so PostgreSQL looks at
    the person only when the row that points at them commits.

    Raises:
        NoSuchCase: No person matches.
    """
    person = (
        Person.objects.select_for_update(no_key=True, of=("self",))
        .select_related("holder")
        .filter(**lookup)
        .first()
    )
    if person is None:
        raise NoSuchCase(gettext_noop("There is no such case."))
    return person


def lock_persons(ids: Collection[UUID]) -> dict[UUID, Person]:
    """Lock several persons, always in the order of their ids, and return them by id.

    Two acts on the same two persons then wait for each other and never for ever.

    Raises:
        NoSuchCase: One of them is not there.
    """
    return {pk: lock_person(pk=pk) for pk in sorted(ids)}


def hold_common_facts() -> None:
    """Keep the facts of the whole house as they are until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [_COMMON_FACTS])


def lock_common_facts() -> None:
    """Wait for all who rely on the facts of the house, then change them alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_COMMON_FACTS])
