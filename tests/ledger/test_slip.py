from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger import base45
from safeconduct.ledger.commitment import ENTRY_SIZE
from safeconduct.ledger.merkle import InvalidProof, path_length
from safeconduct.ledger.note import InvalidSignature, Signer, add_signatures, parse_note
from safeconduct.ledger.policy import Log, Policy, UnmetQuorum
from safeconduct.ledger.proof import Proof
from safeconduct.ledger.slip import (
    Locator,
    MalformedSlip,
    NotCompact,
    Receipt,
    UnknownKey,
    shorten,
)
from tests.ledger import logs
from tests.ledger.logs import SIGNER, TIME, WITNESSES
from tests.ledger.mutations import every_bit, every_cut, every_substring

ENTRIES = logs.entries(300)
POLICY = logs.policy("group all-of-them all w1 w2\nquorum all-of-them\n")
PROOF = logs.proof(130, 300, *WITNESSES[:2])
RECEIPT = shorten(PROOF, ENTRIES[130], POLICY)
BYTES_4, BYTES_32 = (st.binary(min_size=n, max_size=n) for n in (4, 32))
INTS = st.integers(0, 2**40 - 1)


def refuses(content: bytes) -> bool:
    try:
        Receipt.parse(content).verify(POLICY)
    except ValueError:
        return True
    return False


def test_both_ways() -> None:
    """A receipt and its proof file turn into each other, byte for byte."""
    again = Receipt.parse(RECEIPT.to_bytes())

    assert again == RECEIPT
    assert again.expand(POLICY).text == PROOF.text
    assert again.verify(POLICY).times == {"w1": TIME, "w2": TIME + 1}
    assert again.locator.entry == ENTRIES[130]


def test_sizes() -> None:
    """A locator has 42 bytes, a receipt of a million leaves 903, of ten 1,031."""
    assert len(RECEIPT.locator.to_bytes()) == 42
    for size, length in ((2**20, 903), (2**24, 1_031)):
        path = (bytes(32),) * path_length(0, size)
        locator = replace(RECEIPT.locator, index=0)
        receipt = Receipt(locator, size, path, bytes(64), RECEIPT.cosignatures)

        assert len(receipt.to_bytes()) == length


def test_every_bit() -> None:
    """A receipt with one bit flipped proves nothing."""
    assert not refuses(RECEIPT.to_bytes())
    for altered in every_bit(RECEIPT.to_bytes()):
        assert refuses(altered)


def test_every_cut() -> None:
    """Nor does one with anything cut away, or something behind it."""
    content = RECEIPT.to_bytes()
    for cut in every_cut(content):
        assert refuses(cut)
    for more in (content + b"\x00", content + content, content + bytes(76)):
        assert refuses(more)


def test_every_substring_of_a_short_receipt() -> None:
    """Of a log of one entry, with no witness: 111 bytes, and no fewer."""
    policy = Policy.trusting(SIGNER.verifier)
    content = shorten(logs.proof(0, 1), ENTRIES[0], policy).to_bytes()

    assert len(content) == 111
    for cut in every_substring(content):
        with pytest.raises(MalformedSlip):
            Receipt.parse(cut)


def test_every_letter() -> None:
    """In base45 too, a changed letter is refused."""
    text = base45.encode(RECEIPT.to_bytes())
    for at, letter in enumerate(text):
        other = "0" if letter != "0" else "1"
        try:
            content = base45.decode(text[:at] + other + text[at + 1 :])
        except ValueError:
            continue
        assert refuses(content)


def test_locator_of_other_bytes() -> None:
    """A locator has one form; a changed bit is another locator, or none."""
    locator = RECEIPT.locator
    content = locator.to_bytes()
    for cut in (*every_substring(content), content + b"\x00"):
        with pytest.raises(MalformedSlip):
            Locator.parse(cut)
    for altered in every_bit(content):
        if altered[0] != 1:
            with pytest.raises(MalformedSlip, match="later version"):
                Locator.parse(altered)
        else:
            assert Locator.parse(altered) != locator
            assert Locator.parse(altered).to_bytes() == altered


def test_other_policies() -> None:
    """Names come from the policy: one without the keys cannot read the receipt."""
    stranger = Signer("other.example", bytes(32)).verifier
    without_witness = Policy(POLICY.logs, POLICY.witnesses[1:], (), "none")
    renamed = replace(POLICY, logs=(Log(stranger),))

    for policy in (without_witness, renamed):
        with pytest.raises(UnknownKey, match="exactly one key"):
            RECEIPT.verify(policy)
    twice = replace(POLICY, logs=POLICY.logs * 2)
    with pytest.raises(UnknownKey) as refusal:
        RECEIPT.verify(twice)
    assert refusal.value.key_id == SIGNER.key_id


def test_other_log_signature() -> None:
    """The root follows from the path; the signature says whether it is the log's."""
    path = (bytes(32), *RECEIPT.path[1:])

    with pytest.raises(InvalidSignature):
        replace(RECEIPT, path=path).verify(POLICY)
    with pytest.raises(InvalidSignature):
        replace(RECEIPT, locator=replace(RECEIPT.locator, index=131)).verify(POLICY)
    with pytest.raises(UnmetQuorum):
        replace(RECEIPT, cosignatures=RECEIPT.cosignatures[:1]).verify(POLICY)


def test_what_a_receipt_cannot_hold() -> None:
    """Extra data, lines of strangers, another order: refused, never dropped."""
    stranger = logs.WITNESSES[2].cosign(POLICY.check(PROOF.checkpoint).checkpoint, 1)
    other = replace(stranger, name="other.example", key_id=b"none")
    text, lines = parse_note(PROOF.checkpoint)
    turned = text + b"\n" + "".join(line.line for line in lines[::-1]).encode()
    for proof in (
        replace(PROOF, extra=b"x"),
        replace(PROOF, checkpoint=add_signatures(PROOF.checkpoint, [other])),
        replace(PROOF, checkpoint=turned),
    ):
        assert proof.verify(ENTRIES[130], POLICY).checkpoint.size == 300
        with pytest.raises(NotCompact):
            shorten(proof, ENTRIES[130], POLICY)


def test_entry_that_is_not_ours() -> None:
    """A receipt knows entries of 33 bytes that begin with 01."""
    policy = Policy.trusting(SIGNER.verifier)
    with pytest.raises(InvalidProof):
        shorten(PROOF, ENTRIES[0], policy)
    entry = b"\x02" + bytes(ENTRY_SIZE - 1)
    checkpoint = logs.checkpoint_of([entry])
    with pytest.raises(NotCompact):
        shorten(Proof(0, (), checkpoint), entry, policy)


@pytest.mark.parametrize(
    "changes",
    [
        {"size": 2**40},
        {"size": 130},
        {"size": 1_000_000},
        {"path": RECEIPT.path[1:]},
        {"path": (*RECEIPT.path[1:], b"")},
        {"signature": bytes(63)},
        {"cosignatures": ((b"abc", bytes(72)),)},
        {"cosignatures": ((b"abcd", bytes(71)),)},
        {"cosignatures": ((b"abcd", b"\xff" * 72),)},
        {"cosignatures": ((b"abcd", bytes(72)),) * 100},
    ],
)
def test_impossible_receipt(changes: dict[str, object]) -> None:
    """What could not be written and read back cannot be made."""
    with pytest.raises(MalformedSlip):
        replace(RECEIPT, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key_id", "index", "commitment"),
    [
        (bytes(3), 0, bytes(32)),
        (bytes(4), -1, bytes(32)),
        (bytes(4), 2**40, bytes(32)),
        (bytes(4), 0, bytes(33)),
    ],
)
def test_impossible_locator(key_id: bytes, index: int, commitment: bytes) -> None:
    """Four bytes, an index of five, 32 bytes."""
    with pytest.raises(MalformedSlip):
        Locator(key_id, index, commitment)


@given(BYTES_4, INTS, BYTES_32)
def test_locators_round(key_id: bytes, index: int, commitment: bytes) -> None:
    """Every locator is read back."""
    locator = Locator(key_id, index, commitment)

    assert Locator.parse(locator.to_bytes()) == locator


@given(st.data())
def test_receipts_round(data: st.DataObject) -> None:
    """Every receipt is read back, of whatever tree."""
    size = data.draw(st.integers(1, 2**40 - 1))
    index = data.draw(st.integers(0, size - 1))
    path = tuple(data.draw(BYTES_32) for _ in range(path_length(index, size)))
    times = data.draw(st.lists(st.integers(0, 2**63 - 1), max_size=5))
    lines = tuple((b"abcd", time.to_bytes(8, "big") + bytes(64)) for time in times)
    locator = Locator(b"abcd", index, data.draw(BYTES_32))
    receipt = Receipt(locator, size, path, bytes(64), lines)

    assert Receipt.parse(receipt.to_bytes()) == receipt


@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    """Bytes are refused, or are the one spelling of what was read."""
    for text in (content, b"\x01" + content, b"\x01" + bytes(9) + content):
        for kind in (Locator, Receipt):
            try:
                slip = kind.parse(text)
            except MalformedSlip:
                continue
            assert slip.to_bytes() == text
