import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.spelling import (
    MAX_NUMBER,
    decode_base64,
    decode_hash,
    decode_number,
    encode_base64,
)

NO_NUMBERS = ["", "00", "01", "+1", "-1", "1 ", " 1", "1_0", "0x1", "1e3", "٥", "1\n"]
TOO_LARGE = [str(MAX_NUMBER + 1), "9" * 10_000]


@pytest.mark.parametrize("text", [*NO_NUMBERS, *TOO_LARGE])
def test_no_number(text: str) -> None:
    """Whatever int() would take, and one number too large."""
    with pytest.raises(ValueError, match="decimal"):
        decode_number(text)


@given(st.integers(0, MAX_NUMBER))
def test_numbers_round(number: int) -> None:
    """Every number has the spelling of str()."""
    assert decode_number(str(number)) == number


@pytest.mark.parametrize(
    "text",
    ["", "A", "AQ", "AQ=", "AR==", "A Q==", "AQ==\n", "AQ==AQ==", "ÄQ==", "-_=="],
)
def test_no_base64(text: str) -> None:
    """What other decoders forgive is refused."""
    with pytest.raises(ValueError, match="base64"):
        decode_base64(text)


@given(st.binary(min_size=1))
def test_bytes_round(data: bytes) -> None:
    """Every value has one spelling."""
    assert decode_base64(encode_base64(data)) == data


@pytest.mark.parametrize("length", [1, 31, 33, 50_000])
def test_no_hash(length: int) -> None:
    """A hash has 32 bytes."""
    with pytest.raises(ValueError, match="hash"):
        decode_hash(encode_base64(bytes(length)))
