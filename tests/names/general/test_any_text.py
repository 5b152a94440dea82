"""Whatever is written where a name should be, the library answers or refuses."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.names.errors import LIMIT, TooLong
from safeconduct.names.general import (
    edits,
    keys,
    log_joint,
    log_likelihood,
    prefixes,
    weight,
    word_keys,
)
from safeconduct.names.general.bulk import KEYS, number, tell
from safeconduct.names.general.pool import Pool

ANY = st.text(max_size=40)
CLOSE = st.text("абїґьъщюяabčzshßłøéʼ'-. 1\u0301\u0130\u1e9e", max_size=40)
LONG = "зеленский " * 40


@settings(max_examples=150, deadline=None)
@given(ANY | CLOSE, ANY | CLOSE)
def test_any_two_texts_have_a_finite_weight_whatever_their_order(
    a: str, b: str
) -> None:
    """No text crashes a comparison, and a comparison has no direction."""
    found = weight(a, b)

    assert math.isfinite(found.nats)
    assert found == weight(b, a)
    assert math.isfinite(log_joint(a, b))
    assert math.isfinite(log_likelihood(a))


@settings(max_examples=150, deadline=None)
@given(ANY | CLOSE)
def test_any_text_has_keys_of_plain_letters_or_none(text: str) -> None:
    """Keys sort and compare in any collation: small Latin letters and the joint."""
    found = [*keys(text), *(key for word in word_keys(text) for key, _ in word)]

    assert all(set(key) <= set("abcdefghijklmnopqrstuvwxyz+") for key in found)
    assert all(found)
    told = tell([text]).keys.values.tolist()
    assert set(told) == set(map(number, keys(text, KEYS))) or len(told) == KEYS


@settings(max_examples=60, deadline=None)
@given(ANY | CLOSE)
def test_any_half_typed_text_gives_ranges_and_edits(text: str) -> None:
    """A range holds at least its own low end."""
    assert all(low < high for low, high, _ in prefixes(text))
    assert all(logp < 0 for _, logp in edits(text))


@settings(max_examples=30, deadline=None)
@given(st.lists(ANY | CLOSE, max_size=6), ANY | CLOSE)
def test_any_pool_answers_any_query(names: list[str], text: str) -> None:
    """What is found are places in the pool, the best first."""
    found = Pool(names).nearest(text, 3)

    assert all(0 <= at < len(names) for at, _ in found)
    assert [nats for _, nats in found] == sorted((n for _, n in found), reverse=True)


@pytest.mark.parametrize("ask", [prefixes, edits, log_likelihood])
def test_a_text_too_long_for_a_name_is_refused(ask: Callable[[str], object]) -> None:
    """The error says what to do and does not repeat the text."""
    with pytest.raises(TooLong) as refused:
        ask(LONG)

    assert str(LIMIT) in str(refused.value)
    assert "зел" not in str(refused.value)


def test_a_text_too_long_is_refused_on_either_side_of_a_comparison() -> None:
    """Both sides are measured."""
    with pytest.raises(TooLong):
        weight(LONG, "Zelensky")
    with pytest.raises(TooLong):
        weight("Zelensky", LONG)


def test_a_text_too_long_has_no_keys() -> None:
    """An index goes on with the next record."""
    assert keys(LONG) == ()
    assert word_keys(LONG) == ()
