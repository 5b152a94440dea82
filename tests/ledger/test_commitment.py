import unicodedata
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.commitment import (
    Commitment,
    RefusedOpening,
    Value,
    commit,
    verify_opening,
)
from safeconduct.ledger.merkle import leaf_hash
from tests.ledger.vectors import load

KEY = bytes(range(32))
ENTRY_ID = UUID("00112233-4455-6677-8899-aabbccddeeff")
FIELDS: list[tuple[str, Value]] = [("act", "hearing.wish"), ("wish", "undecided")]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.text(st.characters(exclude_categories=["Cs"])),
)


class Wish(StrEnum):
    UNDECIDED = "undecided"


def vector() -> Any:
    return load("safeconduct/sc1.json")


def commit_vector(form: Any = "NFC") -> Commitment:
    case = vector()
    fields = [
        (name, unicodedata.normalize(form, value) if isinstance(value, str) else value)
        for name, value in case["fields"]
    ]
    return commit(bytes.fromhex(case["person_key"]), UUID(case["entry_id"]), fields)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_worked_entry(form: str) -> None:
    """Salts, leaves and entry are those of the design, in either form of Hangul."""
    case, commitment = vector(), commit_vector(form)

    assert commitment.entry.hex() == case["entry"]
    assert len(commitment.slots) == len(case["slots"]) == 16
    for slot, wanted in zip(commitment.slots, case["slots"], strict=True):
        assert slot.hex() == wanted["salt"] + wanted["jcs_hex"]
        assert leaf_hash(slot).hex() == wanted["leaf"]


def test_worked_openings() -> None:
    """Openings are those of the design, and tell what was committed."""
    case, commitment = vector(), commit_vector()
    for wanted in case["openings"]:
        i = wanted["i"]
        opening = commitment.opening(i)
        told = verify_opening(commitment.entry, opening)

        assert opening.hex() == wanted["hex"]
        assert len(opening) == wanted["bytes"]
        assert told == (tuple(case["fields"][i]) if i < len(case["fields"]) else None)


def test_worked_alterations() -> None:
    """Each altered opening of the design is refused."""
    case = vector()
    for altered in case["altered_openings"]:
        with pytest.raises(RefusedOpening):
            verify_opening(bytes.fromhex(case["entry"]), bytes.fromhex(altered["hex"]))


def test_every_byte() -> None:
    """An opening altered in any one bit is refused, and so is an altered entry."""
    commitment = commit(KEY, ENTRY_ID, FIELDS)
    opening, entry = commitment.opening(1), commitment.entry
    for content in (opening, entry):
        for bit in range(8 * len(content)):
            altered = bytearray(content)
            altered[bit // 8] ^= 1 << bit % 8
            pair = (
                (entry, bytes(altered))
                if content is opening
                else (bytes(altered), opening)
            )
            with pytest.raises(RefusedOpening):
                verify_opening(*pair)


def test_every_length() -> None:
    """An opening cut anywhere, or longer, is refused."""
    commitment = commit(KEY, ENTRY_ID, FIELDS)
    opening = commitment.opening(0)
    for altered in (*(opening[:i] for i in range(len(opening))), opening + b" "):
        with pytest.raises(RefusedOpening):
            verify_opening(commitment.entry, altered)
    with pytest.raises(RefusedOpening, match="01 and 32"):
        verify_opening(commitment.entry[1:], opening)


def test_opening_of_another_entry() -> None:
    """An opening says nothing of the same field in another entry."""
    other = commit(KEY, UUID(int=1), FIELDS)

    with pytest.raises(RefusedOpening):
        verify_opening(other.entry, commit(KEY, ENTRY_ID, FIELDS).opening(1))


def test_stored_slots() -> None:
    """Stored slots open as the first time."""
    commitment = commit(KEY, ENTRY_ID, FIELDS)
    again = Commitment.from_slots(list(commitment.slots))

    assert again == commitment
    assert [again.opening(i) for i in range(16)] == [
        commitment.opening(i) for i in range(16)
    ]


def test_stored_slots_of_no_entry() -> None:
    """Fewer slots, or one without its salt, are no entry's."""
    slots = commit(KEY, ENTRY_ID, FIELDS).slots
    for stored in (slots[:15], (*slots, slots[0]), (slots[0][:31], *slots[1:])):
        with pytest.raises(ValueError, match="16 slots"):
            Commitment.from_slots(stored)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ([(f"n{i}", i) for i in range(17)], "16 slots, and 17 fields"),
        ([("wish", "a"), ("wish", "b")], "stands twice"),
        ([("\u1112\u1161", 1), ("\ud558", 2)], "stands twice"),  # NFD and NFC of one
        ([("n", 0.5)], "'n': a value is a string, int, bool or None"),
        ([("n", ["a"])], "'n': a value is"),
        ([("n", {"a": 1})], "'n': a value is"),
        ([("n", b"a")], "'n': a value is"),
        ([("n", 2**53)], "'n': an integer"),
        ([("n", -(2**53))], "'n': an integer"),
        ([("n", "\ud800")], "'n' is not valid Unicode"),
    ],
)
def test_what_is_no_field(fields: Any, message: str) -> None:
    """What JCS could not write in one way only is refused with a reason."""
    with pytest.raises(ValueError, match=message):
        commit(KEY, ENTRY_ID, fields)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_key_of_other_length(length: int) -> None:
    """A person key has 32 bytes."""
    with pytest.raises(ValueError, match="32 bytes"):
        commit(bytes(length), ENTRY_ID, FIELDS)


@pytest.mark.parametrize("i", [-1, 16])
def test_no_such_slot(i: int) -> None:
    """There are 16 slots."""
    with pytest.raises(ValueError, match="0 to 15"):
        commit(KEY, ENTRY_ID, FIELDS).opening(i)


@pytest.mark.parametrize(
    "content",
    [
        b'["n", 1]',
        b'["n",1.0]',
        b'["n"]',
        b'["n",1,2]',
        b'["n",[1]]',
        b"[1,1]",
        b'{"n":1}',
        b"null",
        b'["n",9007199254740992]',
        '["n","\u1112\u1161"]'.encode(),
        '["n",1]'.encode("utf-16"),
        b'["n",NaN]',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_slot_that_says_nothing(content: bytes) -> None:
    """A slot that was committed to but not written by the rules is not believed."""
    slots = list(commit(KEY, ENTRY_ID, FIELDS).slots)
    slots[3] += content
    commitment = Commitment.from_slots(slots)

    with pytest.raises(RefusedOpening, match="one name and one value"):
        verify_opening(commitment.entry, commitment.opening(3))


def test_text_choices() -> None:
    """A choice commits to its string."""
    chosen = commit(KEY, ENTRY_ID, [("act", "hearing.wish"), ("wish", Wish.UNDECIDED)])

    assert chosen == commit(KEY, ENTRY_ID, FIELDS)


def test_number_of_fields_is_hidden() -> None:
    """Entries are of one length, and openings have the same path."""
    few, many = (
        commit(KEY, ENTRY_ID, [(f"n{i}", i) for i in range(n)]) for n in (0, 16)
    )

    assert len(few.entry) == len(many.entry) == 33
    assert verify_opening(few.entry, few.opening(0)) is None


def test_guess_without_key() -> None:
    """Who holds one opening and all possible values does not find another field."""
    commitment = commit(KEY, ENTRY_ID, FIELDS)
    opened_salt = commitment.slots[0][:32]
    sibling = commitment.opening(0)[1:33]  # the leaf of the wish
    guesses = ("repatriation", "third_country", "undecided")

    assert leaf_hash(commitment.slots[1]) == sibling
    for wish in guesses:
        content = rfc8785.dumps(["wish", wish])
        assert sibling not in (leaf_hash(content), leaf_hash(opened_salt + content))


def test_secrets_do_not_show() -> None:
    """The repr shows the public entry and nothing else."""
    commitment = commit(KEY, ENTRY_ID, FIELDS)

    assert repr(commitment) == f"Commitment(entry={commitment.entry!r})"
    with pytest.raises(ValueError, match="integer") as refusal:
        commit(KEY, ENTRY_ID, [("number", 2**60 + 7)])
    assert str(2**60 + 7) not in str(refusal.value)


@given(
    st.lists(
        st.tuples(st.text(st.characters(exclude_categories=["Cs"])), VALUES),
        max_size=16,
        unique_by=lambda field: unicodedata.normalize("NFC", field[0]),
    )
)
def test_openings_tell_what_was_committed(fields: list[tuple[str, Value]]) -> None:
    """Every field is read back in NFC, every other slot as unused."""
    commitment = commit(KEY, ENTRY_ID, fields)
    told = [verify_opening(commitment.entry, commitment.opening(i)) for i in range(16)]

    assert told[len(fields) :] == [None] * (16 - len(fields))
    for opened, (name, value) in zip(told, fields, strict=False):
        if isinstance(value, str):
            value = unicodedata.normalize("NFC", value)  # noqa: PLW2901
        assert opened == (unicodedata.normalize("NFC", name), value)
        assert opened is not None
        assert type(opened[1]) is type(value)
