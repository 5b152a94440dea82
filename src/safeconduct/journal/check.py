"""Does the database still say what the acts wrote? The inside half of an audit.

`ledger.audit` checks the published files. This checks the tables against the
log: every entry against its commitment, every leaf against its entry, every row
against the digest its last act committed to.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps

from safeconduct.journal import integrator, padding, queries, rows
from safeconduct.journal.models import (
    Checkpoint,
    Entry,
    Intake,
    Leaf,
    LogState,
    Padding,
    Recorded,
    RowDigest,
)
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.errors import KeyDestroyed, KeyringError
from safeconduct.ledger import Frontier, leaf_hash


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was committed to; it names rows, never people."""

    table: str
    row: str
    what: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.what}"


def differences() -> Iterator[Difference]:
    """Compare all tables with the log; yield everything that differs."""
    yield from _leaves()
    committed = _committed()
    orphans = set(committed)
    for entry in Entry.objects.order_by("pk").iterator():
        orphans.discard(bytes(entry.commitment))
        yield from _entry(entry, committed)
    yield from _padding(orphans)
    for commitment in sorted(orphans):
        yield Difference("journal_entry", commitment.hex(), "was removed")
    yield from _rows()


def _leaves() -> Iterator[Difference]:
    frontier = Frontier()
    checkpoints = dict(Checkpoint.objects.values_list("size", "note"))
    for place, leaf in enumerate(Leaf.objects.order_by("index").iterator()):
        if leaf.index != place:
            yield Difference("journal_leaf", str(place), "is missing")
            return
        if leaf_hash(bytes(leaf.commitment)) != bytes(leaf.leaf_hash):
            yield Difference("journal_leaf", str(place), "was altered")
        frontier.append(leaf_hash(bytes(leaf.commitment)))
        note = checkpoints.pop(frontier.size, None)
        if note is not None and not integrator.is_signed(note.encode(), frontier):
            yield Difference("journal_checkpoint", str(frontier.size), "was altered")
    for size in sorted(checkpoints):
        yield Difference("journal_checkpoint", str(size), "has no such tree")
    state = LogState.objects.first()
    if state is not None and (
        state.size != frontier.size or bytes(state.frontier) != frontier.to_bytes()
    ):
        yield Difference("journal_logstate", "1", "does not fit the leaves")


def _committed() -> set[bytes]:
    """Collect the commitments that stand in the log or wait for it."""
    inside = Leaf.objects.values_list("commitment", flat=True).iterator()
    waiting = Intake.objects.values_list("commitment", flat=True).iterator()
    return {bytes(c) for c in inside} | {bytes(c) for c in waiting}


def _padding(orphans: set[bytes]) -> Iterator[Difference]:
    """Check that every dummy opens as one, and take it from what no act explains."""
    for row in Padding.objects.order_by("pk").iterator():
        if padding.commitment(row.pk).entry == bytes(row.commitment):
            orphans.discard(bytes(row.commitment))
        else:
            yield Difference("journal_padding", str(row.pk), "opens as no dummy")


def _entry(entry: Entry, committed: set[bytes]) -> Iterator[Difference]:
    """Check one entry: in the log, unaltered, and its columns as committed."""
    table, row = "journal_entry", str(entry.pk)
    if bytes(entry.commitment) not in committed:
        yield Difference(table, row, "its commitment is not in the log")
    try:
        slots = queries.slots(entry)
    except KeyDestroyed:
        return  # erased: there is nothing left that could be compared
    except KeyringError as error:
        yield Difference(table, row, str(error))
        return
    if rows.commitment(slots) != bytes(entry.commitment):
        yield Difference(table, row, "does not fit its commitment")
        return
    said = rows.fields(slots)
    columns = {
        "act": entry.kind,
        "at": entry.at.isoformat(),
        "actor": str(entry.actor_id),
        "purpose": entry.purpose,
        "subject": str(entry.subject),
        "rows": rows.summary(entry.rows.all()),
    }
    for name, value in columns.items():
        if said.get(name) != value:
            yield Difference(table, row, f"{name} is not what was committed to")


def _rows() -> Iterator[Difference]:
    """Check every row that belongs to an act against its newest digest."""
    for model in apps.get_models():
        if not issubclass(model, Recorded):
            continue
        table = model._meta.db_table
        digests = {
            (d.row, d.entry_id): d for d in RowDigest.objects.filter(table=table)
        }
        ever = {row for row, _ in digests}
        for row in model._default_manager.select_related("entry").iterator():
            ever.discard(row.pk)
            digest = digests.get((row.pk, row.entry_id))
            if digest is None:
                yield Difference(table, str(row.pk), "was written without an act")
                continue
            try:
                fresh = rows.digest(row, keyring.key(row.entry.subject))
            except KeyringError:
                continue  # erased, or reported with its entry
            if fresh != bytes(digest.digest):
                yield Difference(table, str(row.pk), "was altered")
        for gone in sorted(ever):
            yield Difference(table, str(gone), "was removed")
