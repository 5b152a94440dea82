"""What must hold after every crash (LEDGER.md 8.4), and who watched from outside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from safeconduct.journal import check, integrator, publication
from safeconduct.journal.models import Checkpoint, Leaf
from safeconduct.ledger import Checkpoint as TreeHead
from safeconduct.ledger import Frontier, audit, leaf_hash
from safeconduct.ledger.monitor import Misbehaviour, verify_growth

LOOK = 0.002  # seconds between two looks at the published checkpoint

_LOST = """
    SELECT count(*) FROM
        (SELECT unnest(%s::uuid[]) EXCEPT SELECT id FROM journal_entry) AS gone
"""
_COUNTS = {
    "acts stand neither in the log nor in the intake": """
        SELECT count(*) FROM journal_entry AS e WHERE commitment NOT IN
            (SELECT commitment FROM journal_leaf
             UNION ALL SELECT commitment FROM journal_intake)""",
    "entries stand in the log and still in the intake": """
        SELECT count(*) FROM journal_leaf WHERE commitment IN
            (SELECT commitment FROM journal_intake)""",
    "entries of the log are neither act nor dummy": """
        SELECT count(*) FROM journal_leaf WHERE commitment NOT IN
            (SELECT commitment FROM journal_entry
             UNION ALL SELECT commitment FROM journal_padding)""",
    "commitments wait that belong to no act": """
        SELECT count(*) FROM journal_intake WHERE commitment NOT IN
            (SELECT commitment FROM journal_entry)""",
    "dummies are not in the log": """
        SELECT count(*) FROM journal_padding WHERE commitment NOT IN
            (SELECT commitment FROM journal_leaf)""",
}
_PLACES = """
    SELECT e.id, l.index FROM journal_entry AS e
    JOIN journal_leaf AS l ON l.commitment = e.commitment WHERE e.id = ANY(%s)
"""


@dataclass
class Outsider:
    """Somebody who fetches the published checkpoint again and again, and forgets none.

    Attributes:
        seen: The tree heads, by size; kept here, far from the database.
        complaints: What must never have been seen.
    """

    folder: Path
    seen: dict[int, TreeHead] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    _last: bytes | None = None
    _newest: int = 0
    _enough: Event = field(default_factory=Event)

    def look(self) -> None:
        """Fetch the checkpoint once."""
        note = publication.published(self.folder)
        if note is None or note == self._last:
            return
        head, self._last = integrator.head(note), note
        if head.size < self._newest:
            self.complaints.append(f"published: {head.size} after {self._newest}")
        if self.seen.setdefault(head.size, head) != head:
            self.complaints.append(f"published: two trees of size {head.size}")
        self._newest = max(self._newest, head.size)

    def watch(self) -> Thread:
        """Look until `leave`, in a thread of its own."""
        self._enough.clear()
        thread = Thread(target=self._look_on)
        thread.start()
        return thread

    def leave(self, thread: Thread) -> None:
        """Stop looking."""
        self._enough.set()
        thread.join()

    def _look_on(self) -> None:
        while not self._enough.wait(LOOK):
            self.look()


def after_recovery(
    outsider: Outsider, acknowledged: Sequence[Sequence[UUID]], everything: list[UUID]
) -> Iterator[str]:
    """Look at what survived, take one step with all checks of a start, look again."""
    outsider.look()
    yield from tables(everything)
    yield from prefixes(outsider)
    before = max(outsider.seen.values(), key=lambda head: head.size, default=None)
    at = timezone.now()
    publication.check(settings.LOG_FOLDER)
    integrator.integrate(at=at)
    publication.bring_up_to_date(settings.LOG_FOLDER, at=at)
    outsider.look()
    yield from _grown(outsider, before)
    yield from _out_of_order(acknowledged)
    yield from outsider.complaints


def in_full() -> Iterator[str]:
    """Audit the published files and all tables."""
    folder, verifier = settings.LOG_FOLDER, integrator.signer().verifier
    listing = [
        path.relative_to(folder).as_posix()
        for path in (folder / "tile").rglob("*")
        if path.is_file()
    ]
    report = audit(
        lambda path: publication.read(folder, path),
        verifier=verifier,
        origin=verifier.name,
        listing=listing,
    )
    yield from map(str, report.findings)
    yield from map(str, check.differences())


def tables(everything: list[UUID]) -> Iterator[str]:
    """Count what must not be: acts that are lost, entries that nobody explains."""
    with connection.cursor() as cursor:
        cursor.execute(_LOST, [everything])
        (lost,) = cursor.fetchone() or (None,)
        if lost:
            yield f"{lost} acknowledged acts are lost"
        for what, sql in _COUNTS.items():
            cursor.execute(sql)
            (wrong,) = cursor.fetchone() or (None,)
            if wrong:
                yield f"{wrong} {what}"


def prefixes(outsider: Outsider) -> Iterator[str]:
    """Compute the tree anew, and compare it with every tree head anybody has seen."""
    signed = {
        size: integrator.head(note.encode())
        for size, note in Checkpoint.objects.values_list("size", "note")
    }
    frontier = Frontier()
    leaves = Leaf.objects.order_by("index").values_list("commitment", flat=True)
    for commitment in leaves.iterator():
        frontier.append(leaf_hash(bytes(commitment)))
        for heads in (outsider.seen, signed):
            head = heads.get(frontier.size)
            if head is not None and head.root != frontier.root():
                yield f"the tree of {frontier.size} is not the one that was signed"
    for size in outsider.seen:
        if size not in signed:
            yield f"{size} was published and is not in the database"
    if max([*signed, *outsider.seen], default=0) > frontier.size:
        yield f"the database has {frontier.size} leaves, and more were signed"


def _grown(outsider: Outsider, before: TreeHead | None) -> Iterator[str]:
    """Prove from the published tiles that the log extends what was seen before."""
    after = max(outsider.seen.values(), key=lambda head: head.size)
    if before is None:
        return
    try:
        verify_growth(
            lambda path: publication.read(settings.LOG_FOLDER, path), before, after
        )
    except (Misbehaviour, ValueError) as error:
        yield f"published: {error}"


def _out_of_order(acknowledged: Sequence[Sequence[UUID]]) -> Iterator[str]:
    """What one writer did one after the other must stand so in the log."""
    with connection.cursor() as cursor:
        for number, entries in enumerate(acknowledged):
            cursor.execute(_PLACES, [list(entries)])
            place = dict(cursor.fetchall())
            places = [place[entry] for entry in entries if entry in place]
            if places != sorted(places) or len(places) != len(entries):
                yield f"acts of writer {number} stand in the log out of order"
