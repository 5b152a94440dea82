from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.checkpoint import (
    Checkpoint,
    MalformedCheckpoint,
    WrongOrigin,
    open_checkpoint,
    sign_checkpoint,
)
from safeconduct.ledger.merkle import EMPTY_ROOT, leaf_hash, root
from safeconduct.ledger.note import (
    InvalidSignature,
    MalformedNote,
    NoteError,
    Signer,
    UnverifiedNote,
    Verifier,
    sign_note,
)
from tests.ledger.logs import ORIGIN, SIGNER
from tests.ledger.vectors import folder, load

STATE = Checkpoint(ORIGIN, 5, bytes(range(32)))


def test_worked_log() -> None:
    """The checkpoint of the worked log opens, and is signed byte for byte."""
    log = load("safeconduct/log.json")
    published = folder("safeconduct/checkpoint").read_bytes()
    verifier = Verifier.parse(log["log"])
    state = open_checkpoint(published, verifier, log["origin"])
    signer = Signer(log["origin"], bytes.fromhex(log["seeds_hex"]["log"]))

    assert state.size == log["size"]
    assert b64encode(state.root).decode() == log["root"]
    assert published.startswith(sign_checkpoint(state, signer))
    assert signer.verifier == verifier


def test_tessera_checkpoints() -> None:
    """Checkpoint s signs the tree of the first s entries, from none to all."""
    log = load("transparency-dev-tessera/log.json")
    verifier = Verifier.parse(log["vkey"])
    leaves = [leaf_hash(word.encode()) for word in log["entries"]]
    for size in range(16):
        note = folder(f"transparency-dev-tessera/log/checkpoint.{size}").read_bytes()
        state = open_checkpoint(note, verifier, verifier.name)

        assert state == Checkpoint(verifier.name, size, root(leaves[:size]))


def test_golang_tree_heads() -> None:
    """Tree heads of x/mod are read and written, and its bad ones refused."""
    vectors = load("golang-mod/tiles.json")
    head = vectors["tree_head"]
    state = Checkpoint(head["origin"], head["size"], leaf_hash(head["leaf"].encode()))

    assert state.text == head["text"].encode()
    assert Checkpoint.parse(state.text) == state
    for text in vectors["bad_tree_heads"]:
        with pytest.raises(MalformedCheckpoint):
            Checkpoint.parse(text.encode())


def test_sigsum_checkpoints() -> None:
    """Checkpoints of sigsum-go and of Go's checksum database are answered as asked."""
    vectors = load("sigsum-go/checkpoints.json")
    signed = vectors["signed"]
    verifier = Verifier.parse(signed["vkey"])
    note = signed["checkpoint"].encode()
    state = open_checkpoint(note, verifier, verifier.name)

    assert state.size == signed["size"]
    assert sign_checkpoint(
        state, Signer(verifier.name, bytes.fromhex(signed["seed_hex"]))
    ) == (note)
    for case in vectors["extra_signatures"]:
        content = case["checkpoint"].encode()
        if case["expect"] == "valid":
            assert open_checkpoint(content, verifier, verifier.name) == state
        else:
            with pytest.raises(MalformedNote):
                open_checkpoint(content, verifier, verifier.name)
    database = vectors["go_checksum_database"]
    key = Verifier.parse(database["vkey"])
    open_checkpoint(database["checkpoint"].encode(), key, database["origin"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n",
        "a\n5\n",
        "a\n5\n{root}",
        "\n5\n{root}\n",
        "a\n05\n{root}\n",
        "a\n+5\n{root}\n",
        "a\n-5\n{root}\n",
        "a\n5 \n{root}\n",
        "a\n٥\n{root}\n",
        "a\n0x5\n{root}\n",
        "a\n9223372036854775808\n{root}\n",
        "a\n5\n{root}\nextension\n",
        "a\n5\n{root}\n\n",
        "a\n5\n{loose}\n",
        "a\n5\nAAAA\n",
        "a\n0\n{root}\n",
        "a\r\n5\n{root}\n",
    ],
)
def test_malformed(text: str) -> None:
    """There is one way to write a checkpoint."""
    encoded = b64encode(STATE.root).decode()
    loose = encoded[:-2] + chr(ord(encoded[-2]) + 1) + "="
    content = text.replace("{root}", encoded).replace("{loose}", loose)

    with pytest.raises(MalformedCheckpoint):
        Checkpoint.parse(content.encode())


def test_not_utf8() -> None:
    """A checkpoint is text."""
    with pytest.raises(MalformedCheckpoint, match="UTF-8"):
        Checkpoint.parse(b"\xff" + STATE.text)


@pytest.mark.parametrize(
    ("origin", "size", "digest"),
    [
        ("", 1, bytes(32)),
        ("a\nb", 1, bytes(32)),
        ("a", -1, bytes(32)),
        ("a", 2**63, bytes(32)),
        ("a", 1, bytes(31)),
        ("a", 0, bytes(32)),
    ],
)
def test_impossible_state(origin: str, size: int, digest: bytes) -> None:
    """What could not be written and read back cannot be made."""
    with pytest.raises(MalformedCheckpoint):
        Checkpoint(origin, size, digest)


def test_empty_log() -> None:
    """The empty log has a checkpoint too."""
    state = Checkpoint(ORIGIN, 0, EMPTY_ROOT)

    note = sign_checkpoint(state, SIGNER)

    assert open_checkpoint(note, SIGNER.verifier, ORIGIN) == state


def test_other_logs() -> None:
    """The checkpoint of one log never passes for another's."""
    note = sign_checkpoint(STATE, SIGNER)

    with pytest.raises(WrongOrigin) as refusal:
        open_checkpoint(note, SIGNER.verifier, "ledger.test.example/log2")
    assert refusal.value.origin == ORIGIN
    with pytest.raises(UnverifiedNote):
        open_checkpoint(note, Verifier("other.example", bytes(32)), ORIGIN)
    with pytest.raises(WrongOrigin):
        sign_checkpoint(STATE, Signer("other.example", bytes(32)))


def test_other_text() -> None:
    """The signature of one state is no signature of another."""
    note = sign_checkpoint(STATE, SIGNER).replace(b"\n5\n", b"\n6\n")

    with pytest.raises(InvalidSignature):
        open_checkpoint(note, SIGNER.verifier, ORIGIN)


def test_every_byte() -> None:
    """A checkpoint altered in any one bit is refused."""
    note = sign_checkpoint(STATE, SIGNER)
    for at in range(len(note)):
        for bit in range(8):
            altered = bytearray(note)
            altered[at] ^= 1 << bit
            with pytest.raises((NoteError, MalformedCheckpoint)):
                open_checkpoint(bytes(altered), SIGNER.verifier, ORIGIN)


def test_signed_nonsense() -> None:
    """A signature makes no checkpoint of a text that is none."""
    with pytest.raises(MalformedCheckpoint):
        open_checkpoint(sign_note(b"no\n", SIGNER), SIGNER.verifier, ORIGIN)


@given(st.integers(1, 2**63 - 1), st.binary(min_size=32, max_size=32))
def test_states_round(size: int, digest: bytes) -> None:
    """Every state is read back as it was written."""
    state = Checkpoint(ORIGIN, size, digest)

    assert Checkpoint.parse(state.text) == state
