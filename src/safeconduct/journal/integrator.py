"""From the intake to the log: indexes without gaps, leaves, a signed checkpoint.

One process does this (LEDGER.md 4.4); an advisory lock sends a second one away.
The tables are the log. The files in `publication.py` are made from them after
the commit and can be made again at any time.
"""

from datetime import datetime

from django.conf import settings
from django.db import connection, transaction

from safeconduct.journal.errors import LogDiffers, RolledBack
from safeconduct.journal.models import Checkpoint, Leaf, LogState
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

_TAKE = """
    WITH taken AS (
        DELETE FROM journal_intake WHERE id IN (
            SELECT id FROM journal_intake ORDER BY id LIMIT %s)
        RETURNING id, commitment)
    SELECT commitment, sha256('\\x00'::bytea || commitment) FROM taken ORDER BY id
"""


def signer() -> Signer:
    """The key that signs this log.

    Raises:
        LogDiffers: This process was not given the key.
    """
    if settings.LOG_KEY is None:
        raise LogDiffers("SAFECONDUCT_LOG_KEY is not set: only its holder signs.")
    return Signer(settings.LOG_ORIGIN, settings.LOG_KEY)


def integrate(*, at: datetime) -> int:
    """Give the oldest waiting entries their places, and sign the new tree head.

    Args:
        at: When, timezone-aware; kept beside the checkpoint, not signed.

    Returns:
        How many entries were taken: 0 when none waited or another integrator is
        at work.

    Raises:
        LogDiffers: Two ways of hashing gave two results; nothing was written.
    """
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        # A checkpoint that was published must survive a crash of the database.
        cursor.execute("SET LOCAL synchronous_commit = on")
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        if cursor.fetchone() != (True,):
            return 0
        cursor.execute(_TAKE, [BATCH])
        taken = [(bytes(entry), bytes(leaf)) for entry, leaf in cursor.fetchall()]
        if not taken:
            return 0
        state = _state()
        frontier = Frontier.from_bytes(state.size, bytes(state.frontier))
        # One flipped bit ended a public log in 2022: hash twice, by two programs.
        if any(leaf_hash(entry) != leaf for entry, leaf in taken):
            raise LogDiffers("The database and this program hash differently.")
        frontier.extend(leaf for _, leaf in taken)
        Leaf.objects.bulk_create(
            Leaf(index=index, commitment=entry, leaf_hash=leaf)
            for index, (entry, leaf) in enumerate(taken, start=state.size)
        )
        grown = TreeHead(settings.LOG_ORIGIN, frontier.size, frontier.root())
        note = sign_checkpoint(grown, signer()).decode()
        Checkpoint.objects.create(size=frontier.size, note=note, at=at)
        LogState.objects.filter(pk=1).update(
            size=frontier.size, frontier=frontier.to_bytes()
        )
    return len(taken)


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
