from dataclasses import replace

import pytest

from safeconduct.ledger import InvalidProof, UnmetQuorum, UnreadableTile, shorten
from safeconduct.receipt import codes, proving
from tests.ledger import logs
from tests.receipt.slips import ENTRY, INDEX, POLICY, PROOF, RECEIPT, SIZE

FILES = logs.log(200, SIZE)
NOTE = logs.cosigned(FILES["checkpoint"], *logs.WITNESSES)
ENTRIES = "tile/entries/000"


@pytest.mark.parametrize("index", [0, 130, 255, 256, 299])
def test_every_place(index: int) -> None:
    """What is proved is the entry at that place, in full and partial bundles."""
    entry, proof = proving.prove(index, NOTE, POLICY, FILES.get)

    assert entry == logs.entries(SIZE)[index]
    proof.verify(entry, POLICY)


def test_only_lines_of_the_policy() -> None:
    """Lines of others are left out, so that the proof becomes a receipt."""
    stranger = replace(logs.WITNESSES[0], name="stranger.example", seed=bytes(32))
    note = logs.cosigned(NOTE, stranger)
    entry, proof = proving.prove(INDEX, note, POLICY, FILES.get)

    assert b"stranger" not in proof.text
    assert shorten(proof, entry, POLICY).locator == RECEIPT.locator


def test_an_older_size() -> None:
    """A checkpoint of an earlier size is proved from the tiles of that size."""
    old = logs.cosigned(logs.log(200)["checkpoint"], *logs.WITNESSES)
    entry, proof = proving.prove(INDEX, old, POLICY, FILES.get)

    assert proof.verify(entry, POLICY).checkpoint.size == 200


def test_a_partial_bundle_that_was_dropped() -> None:
    """The full one serves in its place."""
    old = logs.cosigned(logs.log(200)["checkpoint"], *logs.WITNESSES)
    kept = {path: content for path, content in FILES.items() if ".p/200" not in path}
    entry, _proof = proving.prove(INDEX, old, POLICY, kept.get)

    assert entry == ENTRY


@pytest.mark.parametrize("index", [-1, SIZE, 2**40])
def test_outside(index: int) -> None:
    """A place that the checkpoint does not cover is refused."""
    with pytest.raises(proving.NotInTheLog):
        proving.prove(index, NOTE, POLICY, FILES.get)


@pytest.mark.parametrize("path", ["tile/0/000", ENTRIES])
def test_an_altered_file(path: str) -> None:
    """A file that was altered gives no proof."""
    content = bytearray(FILES[path])
    content[35 * INDEX + 5 if path == ENTRIES else 32 * (INDEX ^ 1)] ^= 1
    with pytest.raises(InvalidProof):
        proving.prove(INDEX, NOTE, POLICY, {**FILES, path: bytes(content)}.get)


@pytest.mark.parametrize("content", [None, b"", b"\x00", b"\x00\x21short"])
def test_a_missing_bundle(content: bytes | None) -> None:
    """It is named, whether it is missing or cut short."""
    files = {path: one for path, one in FILES.items() if path != ENTRIES}
    if content is not None:
        files[ENTRIES] = content
    with pytest.raises(proving.Unpublished) as caught:
        proving.prove(INDEX, NOTE, POLICY, files.get)

    assert caught.value.path == ENTRIES


def test_a_missing_tile() -> None:
    """It is named as well."""
    files = {path: one for path, one in FILES.items() if path != "tile/0/000"}
    with pytest.raises(UnreadableTile):
        proving.prove(INDEX, NOTE, POLICY, files.get)


def test_too_few_witnesses() -> None:
    """No proof without the quorum."""
    note = logs.cosigned(FILES["checkpoint"], logs.WITNESSES[0])
    with pytest.raises(UnmetQuorum):
        proving.prove(INDEX, note, POLICY, FILES.get)


@pytest.mark.parametrize("index", [0, 255, 299])
def test_found_by_its_commitment(index: int) -> None:
    """An entry is found in whatever bundle it stands."""
    assert proving.find(logs.entries(SIZE)[index], SIZE, FILES.get) == index


def test_not_found() -> None:
    """What is in no bundle is not in the log; entries behind the size do not count."""
    with pytest.raises(proving.NotInTheLog):
        proving.find(b"\x01" + bytes(32), SIZE, FILES.get)
    with pytest.raises(proving.NotInTheLog):
        proving.find(logs.entries(SIZE)[299], 200, FILES.get)


def test_fitted() -> None:
    """Cosignatures beyond the quorum are left out where they would not fit."""
    policy = logs.policy()  # two of three
    proof = logs.proof(INDEX, SIZE, *logs.WITNESSES)
    whole = proving.fitted(ENTRY, proof, policy, largest=codes.FITS)
    short = proving.fitted(ENTRY, proof, policy, largest=600)
    least = proving.fitted(ENTRY, proof, policy, largest=1)

    assert len(whole.cosignatures) == 3
    assert len(short.cosignatures) == len(least.cosignatures) == 2
    assert sorted(least.verify(policy).times) == ["w1", "w2"]


def test_proof_of_the_tests() -> None:
    """The receipt of these tests is what the published files give."""
    note = logs.cosigned(FILES["checkpoint"], *logs.WITNESSES[:2])

    assert proving.prove(INDEX, note, POLICY, FILES.get) == (ENTRY, PROOF)
