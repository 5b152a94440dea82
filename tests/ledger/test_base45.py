import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger import base45

EXAMPLES = {  # RFC 9285, section 4.3
    b"AB": "BB8",
    b"Hello!!": "%69 VD92EX0",
    b"base-45": "UJCLQE7W581",
    b"ietf!": "QED8WEX0",
    b"": "",
}


@pytest.mark.parametrize("data", EXAMPLES)
def test_examples(data: bytes) -> None:
    """The examples of the RFC."""
    assert base45.encode(data) == EXAMPLES[data]
    assert base45.decode(EXAMPLES[data]) == data


@pytest.mark.parametrize(
    "text", ["A", "BB8A", ":::", "GGX", "::", "V5", "bb8", "BB\n", "BB_", "ＢB8", "Bß8"]
)
def test_no_base45(text: str) -> None:
    """Groups of one letter or too large a value, and letters that are not among 45."""
    with pytest.raises(ValueError, match="base45"):
        base45.decode(text)


def test_largest_groups() -> None:
    """FFFF and FF are the last that are written."""
    assert base45.decode("FGW") == b"\xff\xff"
    assert base45.decode("U5") == b"\xff"


@given(st.binary())
def test_bytes_round(data: bytes) -> None:
    """Every value has one spelling, in the letters of a QR code."""
    text = base45.encode(data)

    assert base45.decode(text) == data
    assert set(text) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert len(text) == len(data) // 2 * 3 + len(data) % 2 * 2


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"))
def test_any_letters(text: str) -> None:
    """Letters are refused, or are the one spelling of what was read."""
    try:
        data = base45.decode(text)
    except ValueError:
        return
    assert base45.encode(data) == text
