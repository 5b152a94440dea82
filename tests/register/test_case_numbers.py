import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.register import case_numbers

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Z is never part of a number


def test_reads_what_it_writes() -> None:
    """Every number that is drawn reads back as itself."""
    for _ in range(200):
        number = case_numbers.new()
        assert case_numbers.read(number) == number


@pytest.mark.parametrize("place", range(7))
def test_one_wrong_symbol(place: int) -> None:
    """One wrong symbol, wherever it stands, never names another case."""
    number = case_numbers.new()
    body = number.removeprefix("SC-").replace("-", "")
    for symbol in set(SYMBOLS) - {body[place]}:
        assert case_numbers.read(body[:place] + symbol + body[place + 1 :]) is None


def test_neighbours_swapped() -> None:
    """Two neighbours that change places never name another case."""
    for _ in range(100):
        body = case_numbers.new().removeprefix("SC-").replace("-", "")
        for at in range(5):
            swapped = body[:at] + body[at + 1] + body[at] + body[at + 2 :]
            assert swapped == body or case_numbers.read(swapped) is None


@given(st.text(max_size=30))
def test_anything_typed(text: str) -> None:
    """Whatever is typed gives nothing, or a number that reads as itself."""
    number = case_numbers.read(text)

    assert number is None or case_numbers.read(number) == number
