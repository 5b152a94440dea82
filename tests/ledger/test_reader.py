import pytest

from safeconduct.ledger.merkle import (
    InvalidProof,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    nodes_of,
    root,
    verify_inclusion,
)
from safeconduct.ledger.reader import HashReader, UnreadableTile
from tests.ledger import logs

SIZE = 1100  # four full tiles and one of 76; five hashes at level 1
FILES = logs.log(SIZE)
LEAVES = [leaf_hash(entry) for entry in logs.entries(SIZE)]


def test_every_node() -> None:
    """Each perfect subtree is read from tiles as it is computed from leaves."""
    read, known = HashReader(FILES.get, SIZE), nodes_of(LEAVES)
    for level in range(11):
        for index in range(SIZE >> level):
            assert read(level, index) == known(level, index)


def test_proofs_from_tiles() -> None:
    """Proofs from files are those from memory, also for a size in the past."""
    known = nodes_of(LEAVES)
    read = HashReader(FILES.get, SIZE)

    for index in range(0, SIZE, 37):
        assert inclusion_proof(index, SIZE, read) == inclusion_proof(index, SIZE, known)
        assert consistency_proof(index + 1, SIZE, read) == consistency_proof(
            index + 1, SIZE, known
        )


def test_partial_tile_dropped() -> None:
    """Where a partial tile is gone, the full one serves."""
    files = logs.without_history(logs.log(200, 300), ["tile/0/000", "tile/0/001.p/44"])

    assert HashReader(files.get, 200)(0, 199) == LEAVES[199]


def test_node_outside() -> None:
    """A subtree that is not whole is not read."""
    read = HashReader(FILES.get, SIZE)
    for level, index in ((0, SIZE), (0, -1), (10, 1), (11, 0)):
        with pytest.raises(ValueError, match="no node"):
            read(level, index)


@pytest.mark.parametrize("content", [None, b"", bytes(8191), bytes(8193)])
def test_unreadable(content: bytes | None) -> None:
    """A tile that is missing or has another length is named."""
    with pytest.raises(UnreadableTile) as refusal:
        HashReader({**FILES, "tile/0/000": content}.get, SIZE)(0, 0)

    assert refusal.value.path == "tile/0/000"


def test_altered_tile() -> None:
    """The reader believes what it reads; the proof does not verify."""
    tile = bytearray(FILES["tile/0/000"])
    tile[40] ^= 1
    read = HashReader({**FILES, "tile/0/000": bytes(tile)}.get, SIZE)

    with pytest.raises(InvalidProof):
        verify_inclusion(
            0, SIZE, LEAVES[0], inclusion_proof(0, SIZE, read), root(LEAVES)
        )
