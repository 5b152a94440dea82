from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.note import (
    AmbiguousKey,
    InvalidSignature,
    MalformedKey,
    MalformedNote,
    NoteError,
    Signer,
    UnverifiedNote,
    Verifier,
    add_signatures,
    open_note,
    parse_note,
    sign_note,
)
from tests.ledger.logs import SIGNER
from tests.ledger.mutations import every_substring
from tests.ledger.vectors import load

REFUSALS: dict[str, type[NoteError]] = {
    "refuse: no verifiable signature": UnverifiedNote,
    "refuse: ambiguous key": AmbiguousKey,
    "refuse: malformed (more than 100 signatures)": MalformedNote,
    "refuse: invalid signature of a known key": InvalidSignature,
}
OTHER = Signer("other.example", bytes(32))


def golang() -> Any:
    return load("golang-mod/notes.json")


def test_golang_notes() -> None:
    """Each note of x/mod is opened or refused as x/mod does, for the same reason."""
    vectors = golang()
    for case in vectors["notes"]:
        known = [Verifier.parse(vectors["vkeys"][name]) for name in case["known"]]
        content = case["note"].encode()
        if refusal := REFUSALS.get(case["expect"]):
            with pytest.raises(refusal):
                open_note(content, known)
            continue
        note = open_note(content, known)
        counts = [f"{len(note.verified)} verified"]
        if note.unverified:
            counts.append(f"{len(note.unverified)} unverified")

        assert ", ".join(counts) == case["expect"]
        assert note.text.decode() == vectors["text"]


def test_golang_signing() -> None:
    """Signing gives x/mod's line byte for byte."""
    vectors = golang()
    signer = Signer.parse(vectors["signing_key"])
    note = sign_note(vectors["text"].encode(), signer)

    assert signer.verifier.vkey == vectors["vkeys"]["peter"]
    assert signer.secret == vectors["signing_key"]
    assert note.decode() == vectors["notes"][4]["note"]


def test_golang_malformed() -> None:
    """Whatever x/mod takes for no note is none."""
    vectors = golang()
    known = [Verifier.parse(vectors["vkeys"]["peter"])]
    notes = [text.encode() for text in vectors["malformed_notes"]]
    notes += map(bytes.fromhex, vectors["malformed_note_bytes_hex"])
    for note in notes:
        with pytest.raises(MalformedNote):
            open_note(note, known)
    for text in vectors["malformed_texts_to_sign"]:
        with pytest.raises(MalformedNote):
            sign_note(text.encode(), SIGNER)


def test_golang_bad_keys() -> None:
    """A key of another length or algorithm is refused, though its ID be right."""
    for vkey in golang()["bad_vkeys"].values():
        with pytest.raises(MalformedKey):
            Verifier.parse(vkey)


def test_golang_mangled_keys() -> None:
    """Every proper substring of a key and every change of one byte is refused."""
    vectors = golang()
    keys = [(vkey, Verifier.parse) for vkey in vectors["vkeys"].values()]
    for key, parse in [*keys, (vectors["signing_key"], Signer.parse)]:
        parse(key)
        substrings = {key[i:j] for i, j in combinations(range(len(key) + 1), 2)}
        changed = {
            key[:i] + chr(ord(letter) + 1) + key[i + 1 :]
            for i, letter in enumerate(key)
        }
        for mangled in ("", *substrings - {key}, *changed):
            with pytest.raises(MalformedKey):
                parse(mangled)


def test_c2sp_notes() -> None:
    """The example of the C2SP text verifies."""
    for case in load("c2sp/notes.json")["notes"]:
        note = open_note(case["note"].encode(), [Verifier.parse(case["vkey"])])

        assert f"{len(note.verified)} verified" == case["expect"]


def test_ed25519_vectors() -> None:
    """Of 914 odd signatures exactly those are refused that the design says."""
    vectors = load("c2sp-cctv/ed25519vectors.json")
    refused = {"non_canonical_R", "low_order_residue"}
    accepted = 0
    for case in vectors:
        verifier = Verifier("x", bytes.fromhex(case["key"]))
        valid = verifier.verify(case["msg"].encode(), bytes.fromhex(case["sig"]))
        accepted += valid

        assert valid == refused.isdisjoint(case["flags"] or ()), case["number"]
    assert (len(vectors), accepted) == (914, 208)


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "no empty line": lambda note: note.replace(b"\n\n", b"\n"),
    "no last newline": lambda note: note[:-1],
    "empty line at the end": lambda note: note + b"\n",
    "hyphen": lambda note: note.replace("—".encode(), b"-"),
    "no space after dash": lambda note: note.replace("— ".encode(), "—".encode()),
    "carriage returns": lambda note: note.replace(b"\n", b"\r\n"),
    "base64 cut": lambda note: note[:-2] + b"\n",
    "base64 padded twice": lambda note: note[:-1] + b"=\n",
    "a third word": lambda note: note[:-1] + b" x\n",
    "control character": lambda note: b"\x00" + note,
    "half a line": lambda note: note + note[-20:],
    "empty signature": lambda note: note + "— name \n".encode(),
    "plus in name": lambda note: note + "— na+me AAAA\n".encode(),
    "empty name": lambda note: note + "—  AAAA\n".encode(),
    "space in name": lambda note: note + "— na\u00a0me AAAA\n".encode(),
    "padding too much": lambda note: note + "— name AAAB=\n".encode(),
    "loose bits": lambda note: note + "— name AB==\n".encode(),
    "too long": lambda note: b"x" * 1_000_000 + note,
}


@pytest.mark.parametrize("name", CHANGES)
def test_malformed(name: str) -> None:
    """There is one way to write a note."""
    note = sign_note(b"text\n", SIGNER)

    with pytest.raises(MalformedNote):
        open_note(CHANGES[name](note), [SIGNER.verifier])


def test_every_byte() -> None:
    """A note altered in any one bit is refused."""
    note = sign_note("текст 본문\n\nmore\n".encode(), SIGNER)
    for at in range(len(note)):
        for bit in range(8):
            altered = bytearray(note)
            altered[at] ^= 1 << bit
            with pytest.raises(NoteError):
                open_note(bytes(altered), [SIGNER.verifier])


def test_every_substring() -> None:
    """A note with anything cut away in front or behind is refused."""
    for cut in every_substring(sign_note("текст\n\nmore\n".encode(), SIGNER)):
        with pytest.raises(NoteError):
            open_note(cut, [SIGNER.verifier])


def test_more_signatures() -> None:
    """Lines are put below those that are there, and no more than a note may have."""
    note = sign_note(b"text\n", SIGNER)
    lines = parse_note(sign_note(b"text\n", OTHER))[1]
    longer = add_signatures(note, lines)

    assert longer == sign_note(b"text\n", SIGNER, OTHER)
    assert add_signatures(note, []) == note
    with pytest.raises(MalformedNote, match="100"):
        add_signatures(note, lines * 100)
    with pytest.raises(MalformedNote):
        add_signatures(b"text\n\n", lines)


def test_empty_line_in_text() -> None:
    """The last empty line parts text and signatures."""
    note = sign_note(b"one\n\n\ntwo\n\n", SIGNER)

    assert open_note(note, [SIGNER.verifier]).text == b"one\n\n\ntwo\n\n"


def test_unknown_signers() -> None:
    """A note by others is named as theirs, and says nothing."""
    note = sign_note(b"text\n", OTHER)

    with pytest.raises(UnverifiedNote) as refusal:
        open_note(note, [SIGNER.verifier])

    assert refusal.value.signers == ("other.example",)


def test_same_name_or_same_id() -> None:
    """A key is known by name and ID together; either alone is a stranger's."""
    note = sign_note(b"text\n", SIGNER, Signer(SIGNER.name, bytes(32)))
    opened = open_note(note, [SIGNER.verifier])

    assert len(opened.verified) == len(opened.unverified) == 1


def test_bad_repeat() -> None:
    """A good signature does not cover for a bad one by the same key."""
    note = sign_note(b"text\n", SIGNER)
    bad = parse_note(sign_note(b"other\n", SIGNER))[1][0].line.encode()

    with pytest.raises(InvalidSignature) as refusal:
        open_note(note + bad, [SIGNER.verifier])

    assert refusal.value.name == SIGNER.name


def test_short_signature() -> None:
    """What is too short for a key ID is nobody's signature (sigsum-go)."""
    note = sign_note(b"text\n", SIGNER) + "— example.org/log DEAD\n".encode()

    assert open_note(note, [SIGNER.verifier]).unverified[0].signature == b""


def test_secrets_do_not_show() -> None:
    """Neither the repr of a signer nor a refusal shows the seed."""
    assert "x00" not in repr(OTHER)
    assert "seed" not in repr(OTHER)
    with pytest.raises(MalformedKey) as refusal:
        Signer.parse(OTHER.secret + "A")

    assert "AAAA" not in str(refusal.value)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb", "a\u3000b", "a\udc80b"])
def test_bad_name(name: str) -> None:
    """A name that could not stand on a signature line is no key's."""
    with pytest.raises(MalformedKey, match="name"):
        Signer(name, bytes(32))
    with pytest.raises(MalformedKey, match="name"):
        Verifier(name, bytes(32))


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_key_of_other_length(length: int) -> None:
    """Keys have 32 bytes."""
    with pytest.raises(MalformedKey, match="32 bytes"):
        Signer("a", bytes(length))
    with pytest.raises(MalformedKey, match="32 bytes"):
        Verifier("a", bytes(length))


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    """Bytes are refused, or are the one spelling of what was read."""
    try:
        text, signatures = parse_note(content)
    except MalformedNote:
        return

    assert text + b"\n" + "".join(s.line for s in signatures).encode() == content


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])), st.binary(min_size=32))
def test_notes_round(text: str, seed: bytes) -> None:
    """What was signed is opened, and verifies."""
    signer = Signer("key.example", seed[:32])
    note = open_note(sign_note(text.encode() + b"\n", signer), [signer.verifier])

    assert note.text == text.encode() + b"\n"
    assert Signer.parse(signer.secret) == signer
    assert Verifier.parse(signer.verifier.vkey) == signer.verifier
