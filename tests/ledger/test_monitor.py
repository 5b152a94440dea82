from dataclasses import replace

import pytest

from safeconduct.ledger.checkpoint import Checkpoint, WrongOrigin, open_checkpoint
from safeconduct.ledger.merkle import EMPTY_ROOT
from safeconduct.ledger.monitor import (
    Forked,
    Misbehaviour,
    RolledBack,
    verify_growth,
)
from safeconduct.ledger.reader import UnreadableTile
from tests.ledger import logs
from tests.ledger.logs import ORIGIN, SIGNER

FILES = logs.log(300)


def state(size: int) -> Checkpoint:
    return open_checkpoint(logs.log(size)["checkpoint"], SIGNER.verifier, ORIGIN)


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 299, 300])
def test_growth(size: int) -> None:
    """What was seen before is the beginning of what is shown now."""
    verify_growth(FILES.get, state(size), state(300))


def test_from_nothing() -> None:
    """Every log extends the empty one."""
    verify_growth(FILES.get, Checkpoint(ORIGIN, 0, EMPTY_ROOT), state(300))


@pytest.mark.parametrize("size", [1, 100, 256, 299, 300])
def test_fork(size: int) -> None:
    """A tree that was never the log's is not its beginning; both are kept."""
    seen = replace(state(size), root=bytes(32))
    with pytest.raises(Forked) as found:
        verify_growth(FILES.get, seen, state(300))

    assert (found.value.seen, found.value.shown) == (seen, state(300))
    assert seen.root.hex() in str(found.value)
    assert state(300).root.hex() in str(found.value)


def test_rollback() -> None:
    """A smaller log than before is not accepted, though it be the beginning."""
    with pytest.raises(RolledBack, match="smaller") as found:
        verify_growth(FILES.get, state(300), state(256))

    assert isinstance(found.value, Misbehaviour)


def test_other_log() -> None:
    """Two logs are not compared."""
    with pytest.raises(WrongOrigin):
        verify_growth(FILES.get, replace(state(5), origin="other"), state(300))


def test_altered_and_missing_tiles() -> None:
    """Tiles that do not lead to the signed root prove nothing; a gap is told apart."""
    tile = "tile/0/000"
    altered = {**FILES, tile: bytes(32) + FILES[tile][32:]}

    with pytest.raises(Forked):
        verify_growth(altered.get, state(255), state(300))
    with pytest.raises(UnreadableTile):
        verify_growth(dict[str, bytes]().get, state(255), state(300))
