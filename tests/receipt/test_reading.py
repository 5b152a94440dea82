from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger import Locator, Receipt, base45
from safeconduct.receipt import reading
from tests.receipt.slips import ENTRY, PROOF, RECEIPT

CODE = base45.encode(RECEIPT.to_bytes())


@pytest.mark.parametrize(
    "given",
    [
        RECEIPT.to_bytes(),
        CODE.encode(),
        f"{CODE}\n".encode(),
        f"\r\n{CODE}\r\n".encode(),
        RECEIPT.to_bytes().hex().encode(),
        RECEIPT.to_bytes().hex(" ").encode() + b"\n",
    ],
)
def test_every_spelling(given: bytes) -> None:
    """Bytes, base45 and hex say the same, with what terminals put around them."""
    assert reading.read(given) == RECEIPT


def test_locator() -> None:
    """The shorter code is told from the longer one."""
    found = reading.read(base45.encode(RECEIPT.locator.to_bytes()).encode())

    assert found == RECEIPT.locator


def test_proof_file() -> None:
    """A proof file is read as such, its extra bytes kept."""
    proof = replace(PROOF, extra=ENTRY)

    assert reading.read(proof.text) == proof


@given(st.binary(min_size=42, max_size=42).map(lambda b: b"\x01" + b[1:]))
def test_spaces_that_were_eaten(content: bytes) -> None:
    """A code that begins or ends with a space is read without it."""
    locator = Locator(content[1:5], int.from_bytes(content[5:10], "big"), content[10:])
    text = base45.encode(locator.to_bytes()).strip(" ")
    found = reading.read(text.encode())

    assert isinstance(found, Locator | Receipt)
    if len(base45.encode(locator.to_bytes())) - len(text) <= 1:
        assert isinstance(found, Locator)


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"\n",
        b"hello",
        CODE[:-3].encode(),
        CODE.lower().encode(),
        b"\x01",
        b"\x02" + RECEIPT.to_bytes()[1:],
        b"c2sp.org/tlog-proof@v1\n",
        b"c2sp.org/tlog-proof@v2\n\n",
        "한글".encode(),
        bytes(range(256)),
    ],
)
def test_what_is_none(given: bytes) -> None:
    """Everything else is refused with a sentence, and nothing of it is repeated."""
    with pytest.raises(reading.Unreadable) as caught:
        reading.read(given)

    assert str(caught.value).endswith(".")
    assert "hello" not in str(caught.value)


@given(st.binary(max_size=300))
def test_anything(content: bytes) -> None:
    """Whatever is handed in, it is read or refused."""
    try:
        found = reading.read(content)
    except reading.Unreadable:
        return
    assert found.__class__.__name__ in {"Locator", "Receipt", "Proof"}
