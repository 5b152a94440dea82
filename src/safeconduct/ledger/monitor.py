"""Does a log that I have seen before still contain what I saw?

A monitor keeps the last checkpoint it believed and asks at each visit whether the
present one extends it, from the published tiles alone (`reader`)::

    seen 1,000, now 70,000      a consistency proof of up to 18 hashes from the tiles
    seen 70,000, now 1,000      the log shows an earlier state than it has signed
    seen 1,000, now 1,000       the roots must be the same

`verify_growth` returns when the new checkpoint extends the old one. Otherwise it
raises, and both notes should be kept: two checkpoints signed by one key, neither of
which contains the other, are evidence against the log that needs no other witness.
"""

from safeconduct.ledger.checkpoint import Checkpoint, WrongOrigin
from safeconduct.ledger.merkle import (
    InvalidProof,
    consistency_proof,
    verify_consistency,
)
from safeconduct.ledger.reader import FileReader, HashReader


class Misbehaviour(ValueError):
    """The log has signed two trees that do not fit; `seen` and `shown` are they."""

    def __init__(self, what: str, seen: Checkpoint, shown: Checkpoint) -> None:
        super().__init__(
            f"{what}: size {seen.size}, root {seen.root.hex()}, was seen before, and "
            f"size {shown.size}, root {shown.root.hex()}, is shown now"
        )
        self.seen = seen
        self.shown = shown


class Forked(Misbehaviour):
    """Neither tree contains the other, or the tiles do not show that one does."""


class RolledBack(Misbehaviour):
    """The log shows a smaller tree than it did: an old copy, or something removed."""


def verify_growth(read: FileReader, seen: Checkpoint, shown: Checkpoint) -> None:
    """Check that the checkpoint shown now extends the one seen before.

    Args:
        read: Reads the files published with `shown`.
        seen: Believed at an earlier visit.
        shown: Believed now: its signatures have been checked.

    Raises:
        WrongOrigin: They are checkpoints of two logs.
        RolledBack: The log is smaller than it was.
        Forked: It is not the same log, or its tiles have been altered.
        UnreadableTile: A tile is missing, which may be repaired.
    """
    if seen.origin != shown.origin:
        raise WrongOrigin(shown.origin)
    if shown.size < seen.size:
        raise RolledBack("the log has become smaller", seen, shown)
    if seen.size == 0:
        return  # every tree extends the empty one
    try:
        proof = consistency_proof(seen.size, shown.size, HashReader(read, shown.size))
        verify_consistency(seen.size, shown.size, seen.root, shown.root, proof)
    except InvalidProof as error:
        raise Forked("the log is not the one seen before", seen, shown) from error
