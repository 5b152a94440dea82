from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.checkpoint import Checkpoint, sign_checkpoint
from safeconduct.ledger.cosignature import (
    CosignatureVerifier,
    MalformedCosignature,
    cosign,
    cosigners,
    split_cosignature,
)
from safeconduct.ledger.note import InvalidSignature, Signature, open_note, parse_note
from tests.ledger.logs import ORIGIN, SIGNER, TIME, WITNESSES
from tests.ledger.mutations import every_bit, every_substring
from tests.ledger.vectors import load

STATE = Checkpoint(ORIGIN, 5, bytes(range(32)))
NOTE = sign_checkpoint(STATE, SIGNER)
FIRST, SECOND, _ = WITNESSES


def test_formats_timestamps() -> None:
    """The time is read as transparency-dev/formats reads it, or refused."""
    times = load("transparency-dev-formats/cosignature.json")["timestamps"]
    good, short, _ = times

    assert split_cosignature(b64decode(good["signature"])[4:])[0] == good["expect"]
    with pytest.raises(MalformedCosignature, match="72 bytes"):
        split_cosignature(b64decode(short["signature"])[4:])


def test_sigsum_cosignature() -> None:
    """Of four lines of sigsum-go the one verifies that should."""
    case = load("sigsum-go/checkpoints.json")["cosignature"]
    text = case["checkpoint_body"].encode()
    verifier = CosignatureVerifier.parse(case["vkey"])
    _, lines = parse_note(text + b"\n" + ("\n".join(case["lines"]) + "\n").encode())
    found = cosigners(text, lines, [verifier])

    assert [line.line for line in found.values()] == [case["lines"][1] + "\n"]
    assert split_cosignature(found[verifier].signature)[0] == 1234
    for line in (lines[0], *lines[2:]):
        assert cosigners(text, [line], [verifier]) == {}


def test_line() -> None:
    """A witness adds its line below the log's, and says when."""
    note = cosign(NOTE, STATE, FIRST, TIME)
    opened = open_note(note, [SIGNER.verifier, FIRST.verifier])

    assert note.startswith(NOTE)
    assert [line.name for line in opened.verified] == [SIGNER.name, FIRST.name]
    assert split_cosignature(opened.verified[1].signature)[0] == TIME


def test_every_bit() -> None:
    """Time, signature and text are bound to each other, bit by bit."""
    line = FIRST.cosign(STATE, TIME)
    verifier = FIRST.verifier

    assert verifier.verify(STATE.text, line.signature)
    for altered in every_bit(line.signature):
        assert not verifier.verify(STATE.text, altered)
    for altered in every_bit(STATE.text):
        assert not verifier.verify(altered, line.signature)
    for cut in every_substring(line.signature):
        assert not verifier.verify(STATE.text, cut)


def test_other_algorithm() -> None:
    """A log's signature is no cosignature of the same key, nor the reverse."""
    line = FIRST.cosign(STATE, TIME)

    assert not FIRST.verifier.verify(STATE.text, FIRST.sign_bytes(STATE.text))
    assert not FIRST.verifier.verify_bytes(STATE.text, line.signature[8:])


def test_names_are_not_signed() -> None:
    """C2SP: a key used under two names would speak for both, so each has its own."""
    line = FIRST.cosign(STATE, TIME)
    twin = CosignatureVerifier("twin.example", FIRST.verifier.public_key)

    assert twin.verify(STATE.text, line.signature)
    assert cosigners(STATE.text, [line], [twin]) == {}  # by name and ID it is not its


def test_known_witness_in_a_note() -> None:
    """Who opens a note with a witness's key refuses a bad line, as for any key."""
    other = Checkpoint(ORIGIN, 6, STATE.root)
    bad = FIRST.cosign(other, TIME).line.encode()

    with pytest.raises(InvalidSignature):
        open_note(NOTE + bad, [SIGNER.verifier, FIRST.verifier])


def test_earlier_of_two() -> None:
    """A witness that signed twice has known the tree since the first time."""
    lines = [FIRST.cosign(STATE, time) for time in (TIME + 9, TIME, TIME + 5)]
    lines.append(SECOND.cosign(STATE, TIME + 7))
    found = cosigners(STATE.text, lines, [FIRST.verifier, SECOND.verifier])
    times = [split_cosignature(line.signature)[0] for line in found.values()]

    assert times == [TIME, TIME + 7]


@pytest.mark.parametrize("time", [-1, 2**63, 2**64])
def test_impossible_time(time: int) -> None:
    """A time fits 63 bits."""
    with pytest.raises(ValueError, match="63 bits"):
        FIRST.cosign(STATE, time)


def test_time_beyond_63_bits() -> None:
    """C2SP: such a time is refused, whoever signed it."""
    with pytest.raises(MalformedCosignature, match="63 bits"):
        split_cosignature(b"\x80" + bytes(71))
    assert not FIRST.verifier.verify(STATE.text, b"\x80" + bytes(71))


def test_note_of_another_checkpoint() -> None:
    """A witness never puts its line below a text that it did not sign."""
    with pytest.raises(ValueError, match="another"):
        cosign(NOTE, Checkpoint(ORIGIN, 6, STATE.root), FIRST, TIME)


@given(st.integers(0, 2**63 - 1), st.integers(1, 2**63 - 1))
def test_round(time: int, size: int) -> None:
    """Every time is read back, and verifies."""
    state = Checkpoint(ORIGIN, size, bytes(32))
    line = FIRST.cosign(state, time)
    _, (again,) = parse_note(state.text + b"\n" + line.line.encode())

    assert again == line == Signature(FIRST.name, FIRST.key_id, again.signature)
    assert split_cosignature(again.signature)[0] == time
    assert FIRST.verifier.verify(state.text, again.signature)
