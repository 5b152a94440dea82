"""From the intake to the log: indexes without gaps, leaves, a signed checkpoint.

One process does this (LEDGER.md 4.4); an advisory lock sends a second one away.
The tables are the log. The files in `publication.py` are made from them after
the commit and can be made again at any time.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from struct import Struct

from django.conf import settings
from django.db import connection, transaction

from safeconduct.journal import padding
from safeconduct.journal.errors import LogDiffers, NotSetUp, RolledBack
from safeconduct.journal.models import Checkpoint, Intake, Leaf, LogState
from safeconduct.ledger import Checkpoint as TreeHead
from safeconduct.ledger import (
    Frontier,
    MalformedCheckpoint,
    NoteError,
    Signer,
    WrongOrigin,
    leaf_hash,
    open_checkpoint,
    sign_checkpoint,
)

BATCH = 8192  # entries in one transaction
_LOCK = 0x5AFEC0D1  # advisory lock number, ours alone

# Oldest first, and all from one snapshot: where an act on a person stands in it, what
# was done to him before stands in it too. What commits later with a smaller number
# waits for the next step, so numbers are deleted one by one and not by their range.
_WAITING = """
    DECLARE journal_waiting NO SCROLL CURSOR FOR
    SELECT id, commitment FROM journal_intake ORDER BY id LIMIT %s
"""
_FETCH = "FETCH %s FROM journal_waiting"
_TAKEN = "DELETE FROM journal_intake WHERE id = ANY(%s::bigint[])"
# The binary format of COPY, from PostgreSQL's manual: a row is the number of its
# fields, and each field after its length. The driver would pack value by value.
_COPY = "COPY journal_leaf (index, commitment, leaf_hash) FROM STDIN (FORMAT BINARY)"
_HEADER = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_ROW, _HASH = Struct("!hiqi"), Struct("!i")
_TRAILER = b"\xff\xff"
_OTHERWISE = """
    SELECT count(*) FROM journal_leaf
    WHERE index >= %s AND leaf_hash <> sha256('\\x00'::bytea || commitment)
"""


def signer() -> Signer:
    """The key that signs this log.

    Raises:
        NotSetUp: This process was not given the key.
    """
    if settings.LOG_KEY is None:
        raise NotSetUp("SAFECONDUCT_LOG_KEY is not set: only its holder signs.")
    return Signer(settings.LOG_ORIGIN, settings.LOG_KEY)


def integrate(*, at: datetime) -> int:
    """Grow the log by one step: what waits, padded, and the new signed tree head.

    Args:
        at: When, timezone-aware; kept beside the checkpoint, not signed.

    Returns:
        By how much it grew: 0 only when another integrator is at work.

    Raises:
        LogDiffers: Two ways of hashing gave two results; nothing was written.
    """
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        # A checkpoint that was published must survive a crash of the database.
        cursor.execute("SET LOCAL synchronous_commit = on")
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        if cursor.fetchone() != (True,):
            return 0
        state = _state()
        frontier = Frontier.from_bytes(state.size, bytes(state.frontier))
        waiting = Intake.objects.count()
        grown = padding.step(waiting)
        cursor.execute(_WAITING, [waiting])
        entries = _mixed(waiting, grown - waiting, at=at)
        while piece := list(islice(entries, BATCH)):
            leaves = [leaf_hash(entry) for entry in piece]
            with cursor.copy(_COPY) as copy:
                copy.write(_rows(frontier.size, piece, leaves))
            frontier.extend(leaves)
        cursor.execute("CLOSE journal_waiting")
        # One flipped bit ended a public log in 2022: hash twice, by two programs, and
        # what was stored rather than what was sent.
        cursor.execute(_OTHERWISE, [state.size])
        if cursor.fetchone() != (0,):
            raise LogDiffers("The database and this program hash differently.")
        head = TreeHead(settings.LOG_ORIGIN, frontier.size, frontier.root())
        note = sign_checkpoint(head, signer()).decode()
        Checkpoint.objects.create(size=frontier.size, note=note, at=at)
        LogState.objects.filter(pk=1).update(
            size=frontier.size, frontier=frontier.to_bytes()
        )
    return grown


def _mixed(acts: int, dummies: int, *, at: datetime) -> Iterator[bytes]:
    """Take what waits from the intake, with dummies mixed in."""
    taken = _in_pieces(acts, _take)
    made = _in_pieces(dummies, lambda n: padding.make(n, at=at))
    for is_act in padding.order(acts, dummies):
        yield next(taken if is_act else made)


def _in_pieces(number: int, get: Callable[[int], list[bytes]]) -> Iterator[bytes]:
    while number > 0:
        piece = get(min(BATCH, number))
        number -= len(piece)
        yield from piece


def _take(number: int) -> list[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(_FETCH, [number])
        rows = cursor.fetchall()
        cursor.execute(_TAKEN, [f"{{{','.join(str(row) for row, _ in rows)}}}"])
    return [bytes(entry) for _, entry in rows]


def _rows(first: int, entries: Sequence[bytes], leaves: Sequence[bytes]) -> bytes:
    """Write entries and their hashes as rows of the log, from an index on."""
    rows = [
        _ROW.pack(3, 8, index, len(entry)) + entry + _HASH.pack(len(leaf)) + leaf
        for index, (entry, leaf) in enumerate(zip(entries, leaves, strict=True), first)
    ]
    return b"".join((_HEADER, *rows, _TRAILER))


def _state() -> LogState:
    state = LogState.objects.select_for_update().filter(pk=1).first()
    return state if state is not None else LogState.objects.create(pk=1)


def head(note: bytes) -> TreeHead:
    """Read a checkpoint that this log signed.

    Raises:
        LogDiffers: Another log's, or altered.
    """
    try:
        return open_checkpoint(note, signer().verifier, settings.LOG_ORIGIN)
    except (NoteError, MalformedCheckpoint, WrongOrigin) as error:
        raise LogDiffers(f"The published checkpoint is not ours: {error}.") from error


def check_published(note: bytes) -> None:
    """Compare a published checkpoint with all entries of the database.

    Raises:
        RolledBack: The database is behind what was published.
        LogDiffers: It is another log, or the tables no longer have that root.
    """
    published = head(note)
    known = Leaf.objects.count()
    if published.size > known:
        raise RolledBack(published.size, known)
    if root_at(published.size) != published.root:
        raise LogDiffers(
            f"The database has another root for the first {published.size} entries"
            " than was published."
        )


def is_signed(note: bytes, frontier: Frontier) -> bool:
    """Say whether a stored checkpoint is ours and is that of this very tree."""
    try:
        found = head(note)
    except LogDiffers:
        return False
    return (found.size, found.root) == (frontier.size, frontier.root())


def root_at(size: int) -> bytes:
    """Compute the root of the first entries anew from the table."""
    frontier = Frontier()
    rows = (
        Leaf.objects.filter(index__lt=size)
        .order_by("index")
        .values_list("commitment", flat=True)
        .iterator(BATCH)
    )
    frontier.extend(leaf_hash(bytes(entry)) for entry in rows)
    return frontier.root()
