from hypothesis import given
from hypothesis import strategies as st

from safeconduct.register import case_numbers

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_reads_what_it_writes() -> None:
    """Every number that is drawn reads back as itself."""
    for _ in range(200):
        number = case_numbers.new()
        assert case_numbers.read(number) == number


@given(st.integers(0, 5), st.sampled_from(SYMBOLS))
def test_one_wrong_symbol(place: int, symbol: str) -> None:
    """One wrong symbol never names another case, but for the pair 0 and Z."""
    number = case_numbers.new()
    body = list(number.removeprefix("SC-").replace("-", ""))
    if {body[place], symbol} <= {"0", "Z"} or body[place] == symbol:
        return
    body[place] = symbol

    assert case_numbers.read("".join(body)) is None


@given(st.text(max_size=30))
def test_anything_typed(text: str) -> None:
    """Whatever is typed gives nothing, or a number that reads as itself."""
    number = case_numbers.read(text)

    assert number is None or case_numbers.read(number) == number
