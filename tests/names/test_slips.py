"""A spelling with one typing error still finds the name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.names import decode, edits
from safeconduct.names.slips import corrections


@pytest.mark.parametrize(
    "text",
    [
        "Paek Chol-s",  # one left out
        "Paek Choll-su",  # one too many
        "Paek Chpl-su",  # a neighbouring key
        "Paek Chlo-su",  # swapped
        "Pawk Chol-su",  # in the surname
        "Paek Cho-lsu",  # across the border
        "PaekChol-su",  # the space
        "Пэк Чхоль Сц",
        "Пэк Чхлоь Су",
    ],
)
def test_one_error(text: str) -> None:
    """The name meant is among the first ten readings."""
    assert "백철수" in [reading.key for reading in edits(text, 10)]


def test_no_error() -> None:
    """A good spelling is read as without this search."""
    assert edits("Paek Chol-su")[0].key == decode("Paek Chol-su")[0].key


def test_hangul_is_taken_as_it_is() -> None:
    """No typing errors are sought in Hangul."""
    assert edits("백철수") == decode("백철수")


def test_corrections_of_two_letters() -> None:
    """Each kind of error is undone."""
    found = dict(corrections("ab", "latin"))

    assert {"a", "b", "ba", "abc", "cab", "acb", "xb", "ax"} <= found.keys()


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    """Whatever the text, it is read or not, without an error."""
    assert all(reading.logp <= 0 for reading in edits(text))
