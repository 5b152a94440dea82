"""Reading the journal."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Count, Q

from safeconduct.journal import rows
from safeconduct.journal.models import Checkpoint, Entry, Intake, Leaf, LogState
from safeconduct.keyring import queries as keyring

Fields = dict[str, str | int | bool | None]


@dataclass(frozen=True)
class Event:
    """One act as a timeline shows it."""

    id: UUID
    kind: str
    at: datetime
    actor: str
    authority: str
    purpose: str
    index: int | None  # place in the log; None until the integrator has come by
    details: Fields


def opened(entry: Entry) -> Fields:
    """Open all fields of an entry.

    Raises:
        KeyringError: The subject was erased, or the entry was altered.
    """
    return rows.fields(slots(entry))


def slots(entry: Entry) -> list[bytes]:
    """Unseal the 16 slots of an entry, as committed."""
    key = keyring.key(entry.subject)
    return rows.unpack(key.unseal(bytes(entry.sealed), place=f"journal/{entry.pk}"))


def timeline(subject: UUID, *, rooms: Collection[str] = ()) -> Iterator[Event]:
    """List the acts on a subject, newest first, with what they said.

    Args:
        subject: A person, or the office.
        rooms: First words of the kinds to keep, such as `register`; none keeps all.
    """
    entries = Entry.objects.filter(subject=subject).select_related("actor__authority")
    if rooms:
        kept = [Q(kind__startswith=f"{room}.") for room in rooms]
        entries = entries.filter(reduce(or_, kept))
    known = {bytes(e.commitment): e for e in entries}
    leaves = Leaf.objects.filter(commitment__in=list(known))
    index = {bytes(c): i for c, i in leaves.values_list("commitment", "index")}
    if not known:
        return
    key = keyring.key(subject)
    for entry in sorted(known.values(), key=lambda e: e.at, reverse=True):
        sealed = key.unseal(bytes(entry.sealed), place=f"journal/{entry.pk}")
        yield Event(
            id=entry.pk,
            kind=entry.kind,
            at=entry.at,
            actor=entry.actor.full_name,
            authority=entry.actor.authority.name,
            purpose=entry.purpose,
            index=index.get(bytes(entry.commitment)),
            details=rows.fields(rows.unpack(sealed)),
        )


def count(kind: str) -> int:
    """Count the acts of one kind."""
    return Entry.objects.filter(kind=kind).count()


def size() -> int:
    """How many entries the log holds."""
    return LogState.objects.values_list("size", flat=True).first() or 0


def waiting() -> int:
    """How many commitments wait for the integrator."""
    return Intake.objects.count()


def latest_checkpoint() -> Checkpoint | None:
    """The newest signed tree head."""
    return Checkpoint.objects.order_by("-size").first()


def checkpoints(*, up_to: int, number: int) -> list[Checkpoint]:
    """List the newest tree heads up to a size, newest first."""
    return list(Checkpoint.objects.filter(size__lte=up_to).order_by("-size")[:number])


def counts() -> list[tuple[str, int]]:
    """Count the acts of every kind, most frequent first."""
    rows = Entry.objects.values("kind").annotate(how_many=Count("id"))
    return list(rows.order_by("-how_many", "kind").values_list("kind", "how_many"))


def latest(subjects: Collection[UUID]) -> dict[UUID, tuple[str, datetime]]:
    """Find kind and time of the last act on each subject."""
    rows = Entry.objects.filter(subject__in=subjects).order_by("subject", "-at")
    newest = rows.distinct("subject").values_list("subject", "kind", "at")
    return {subject: (kind, at) for subject, kind, at in newest}
