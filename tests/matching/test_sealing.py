"""Words about two persons go with whichever of them goes first."""

from uuid import uuid4

import pytest

from safeconduct.keyring import actions as keyring
from safeconduct.keyring.errors import KeyDestroyed, SealBroken
from safeconduct.matching import sealing
from tests import make

pytestmark = pytest.mark.django_db
TEXT = "Both records describe the same scar. 흉터가 같다."


@pytest.fixture
def pair() -> sealing.Pair:
    one, other = uuid4(), uuid4()
    for subject in (one, other):
        keyring.create(subject, at=make.NOON)
    return one, other


def test_there_and_back(pair: sealing.Pair) -> None:
    """What was sealed for a row and a use opens there, and nowhere else."""
    row = uuid4()
    sealed = sealing.seal(pair, row, "reason", f"  {TEXT}\n")

    assert sealing.unseal(pair, row, "reason", sealed) == TEXT
    for wrong in ((uuid4(), "reason"), (row, "undo")):
        with pytest.raises(SealBroken):
            sealing.unseal(pair, *wrong, sealed)
    with pytest.raises(SealBroken):
        sealing.unseal((pair[1], pair[0]), row, "reason", sealed)


@pytest.mark.parametrize("which", [0, 1])
def test_either_key_is_needed(pair: sealing.Pair, which: int) -> None:
    """After one of the two was erased nobody reads it, with the other's key or not."""
    row = uuid4()
    sealed = sealing.seal(pair, row, "reason", TEXT)
    keyring.destroy(pair[which], at=make.NOON)

    with pytest.raises(KeyDestroyed):
        sealing.unseal(pair, row, "reason", sealed)
