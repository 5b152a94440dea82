"""What outsiders may know of the log: how it grows, who saw it, what it contained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings

from safeconduct.journal import publication, witnesses
from safeconduct.journal import queries as journal
from safeconduct.journal.errors import JournalError
from safeconduct.ledger import (
    Checkpoint,
    Forked,
    HashReader,
    MalformedCheckpoint,
    MalformedKey,
    MalformedNote,
    MalformedPolicy,
    NoteError,
    Policy,
    RolledBack,
    UnreadableTile,
    Verifier,
    consistency_proof,
    open_checkpoint,
    parse_note,
    verify_growth,
    witness,
)
from safeconduct.ledger.policy import NONE
from safeconduct.receipt import beside

if TYPE_CHECKING:
    from pathlib import Path

_STEPS = 12  # of the log, shown on its page
_LATE = 3  # steps without a new checkpoint


@dataclass(frozen=True)
class Step:
    """One published checkpoint: a size, by how much it grew, and when."""

    size: int
    grown: int
    at: datetime


@dataclass(frozen=True)
class Saw:
    """What a witness saw last. `at` is when it cosigned the checkpoint shown."""

    name: str
    at: datetime | None
    last_size: int | None
    last_at: datetime | None


@dataclass(frozen=True)
class PublicLog:
    """The front page of the log.

    Attributes:
        note: The checkpoint, as it is published.
        head: The same, read; None when it is no checkpoint.
        vkey: The log's verifier key.
        steps: The latest checkpoints, newest first.
        age: Since the newest; None when nobody knows.
        late: Whether a new one is overdue.
        witnesses: Those of the policy; none when the log stands alone.
        enough: Whether the policy's quorum cosigned.
        every: From one step to the next.
    """

    note: str
    head: Checkpoint | None
    vkey: str
    steps: list[Step]
    age: timedelta | None
    late: bool
    witnesses: list[Saw]
    enough: bool
    every: timedelta

    @property
    def minutes(self) -> int:
        """How old the newest checkpoint is, in whole minutes."""
        return max(0, int((self.age or timedelta()).total_seconds()) // 60)

    @property
    def is_even(self) -> bool:
        """Whether every step shown added the same: then the log tells no numbers."""
        return len({step.grown for step in self.steps}) == 1


def gather(*, at: datetime) -> PublicLog | None:
    """Collect what the front page shows; None when nothing is published yet."""
    folder = settings.LOG_FOLDER
    note = publication.published(folder)
    if note is None:
        return None
    head = _read(note)
    steps = _steps(head.size) if head is not None else []
    newest = steps[0] if steps and head and steps[0].size == head.size else None
    every = timedelta(seconds=settings.LOG_SECONDS)
    age = at - newest.at if newest is not None else None
    saw, enough = _witnesses(note, folder)
    return PublicLog(
        note=note.decode(errors="replace"),
        head=head,
        vkey=_vkey(folder),
        steps=steps,
        age=age,
        late=age is not None and age > _LATE * every,
        witnesses=saw,
        enough=enough,
        every=every,
    )


@dataclass(frozen=True)
class Compared:
    """What became of a checkpoint that a visitor saved.

    Attributes:
        found: same, grown, smaller, forked, not_ours, no_note, unable.
        seen: What he pasted, if it was a checkpoint of this log.
        shown: What is published now.
        proof: Where the log has grown: a request of C2SP tlog-witness, which holds
            the old size, the consistency proof and the checkpoint shown now.
    """

    found: str
    seen: Checkpoint | None = None
    shown: Checkpoint | None = None
    proof: str = ""


def compare(typed: str) -> Compared:
    """Compare a checkpoint that a visitor saved with the log as it is published."""
    folder = settings.LOG_FOLDER
    note = publication.published(folder)
    shown = _read(note) if note is not None else None
    if note is None or shown is None:
        return Compared("unable")
    try:
        verifier = Verifier.parse(_vkey(folder))
        # A browser sends what was typed with CR LF, and often without its last line.
        content = typed.replace("\r\n", "\n").strip("\n") + "\n"
        seen = open_checkpoint(content.encode(), verifier, shown.origin)
    except MalformedKey:
        return Compared("unable")
    except (MalformedNote, MalformedCheckpoint, UnicodeEncodeError):
        return Compared("no_note")
    except ValueError:  # signed by nobody we know, or of another log
        return Compared("not_ours")
    return _compared(seen, shown, note)


def _compared(seen: Checkpoint, shown: Checkpoint, note: bytes) -> Compared:
    try:
        verify_growth(_tile, seen, shown)
    except RolledBack:
        return Compared("smaller", seen, shown)
    except Forked:
        return Compared("forked", seen, shown)
    except UnreadableTile:
        return Compared("unable", seen, shown)
    if seen.size == shown.size:
        return Compared("same", seen, shown)
    nodes = HashReader(_tile, shown.size)
    path = consistency_proof(seen.size, shown.size, nodes) if seen.size else []
    body = witness.Request(seen.size, tuple(path), note).body
    return Compared("grown", seen, shown, body.decode())


def _tile(path: str) -> bytes | None:
    return publication.read(settings.LOG_FOLDER, path)


def _read(note: bytes) -> Checkpoint | None:
    try:
        return Checkpoint.parse(parse_note(note)[0])
    except (MalformedNote, MalformedCheckpoint):
        return None


def _vkey(folder: Path) -> str:
    key = publication.read(folder, publication.KEY)
    return key.decode(errors="replace").strip() if key is not None else ""


def _steps(size: int) -> list[Step]:
    """List the latest published checkpoints with what each added, newest first."""
    rows = journal.checkpoints(up_to=size, number=_STEPS + 1)
    sizes = [*(row.size for row in rows), 0]
    found = [
        Step(row.size, row.size - before, row.at)
        for row, before in zip(rows, sizes[1:], strict=True)
    ]
    return found[:_STEPS]


def _witnesses(note: bytes, folder: Path) -> tuple[list[Saw], bool]:
    """Say who cosigned what is shown, by the policy that outsiders are offered."""
    content = publication.read(folder, beside.POLICY)
    try:
        policy = Policy.parse(content) if content is not None else None
    except MalformedPolicy:
        policy = None
    if policy is None or not policy.witnesses:
        return [], False
    times = _times(policy, note)
    last = _last()
    found = []
    for one in policy.witnesses:
        size, seen_at = last.get(one.name, (None, None))
        found.append(Saw(one.name, _moment(times.get(one.name)), size, seen_at))
    return found, policy.met(times)


def _times(policy: Policy, note: bytes) -> dict[str, int]:
    whoever = Policy(policy.logs, policy.witnesses, policy.groups, NONE)
    try:
        return whoever.check(note).times
    except (NoteError, ValueError):
        return {}


def _last() -> dict[str, tuple[int | None, datetime | None]]:
    try:
        return {one.name: (one.size, one.at) for one in witnesses.states()}
    except JournalError:
        return {}  # the policy in our settings cannot be read: `doctor` says so


def _moment(seconds: int | None) -> datetime | None:
    try:
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
