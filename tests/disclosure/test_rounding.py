"""Counts that may be published."""

import random
from statistics import mean

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.disclosure.rounding import BASE, LEAST, Rounding

PEOPLE = [number.to_bytes(4, "big") for number in range(4_000)]


def rounding(number: int = 1) -> Rounding:
    return Rounding(number.to_bytes(32, "big"))


@given(st.integers(0, 300))
def test_a_count_moves_by_less_than_the_base(size: int) -> None:
    """What is told is a multiple next to the count; small counts are not told."""
    told = rounding().told(PEOPLE[:size])
    if told is None:
        assert size < LEAST
    else:
        assert told % BASE == 0
        assert abs(told - size) < BASE


@given(st.integers(0, 60), st.randoms(use_true_random=False))
def test_the_same_people_give_the_same_number(size: int, chance: random.Random) -> None:
    """Neither the order nor the table they stand in matters."""
    people = PEOPLE[:size]
    assert rounding().told(people) == rounding().told(chance.sample(people, size))
    assert rounding().table({"a": people})[0]["a"] == rounding().told(people)


def test_nobody_and_a_handful_look_alike() -> None:
    """That nobody is counted is not told either; five may look like one."""
    assert [rounding().told(PEOPLE[:size]) for size in range(BASE + 1)] == [None] * 6


def test_the_draw_is_fair() -> None:
    """Over many groups of one size the mean is the size."""
    for size in (101, 102, 103, 104):
        told = [
            rounding().told(PEOPLE[start : start + size])
            for start in range(len(PEOPLE) - size)
        ]
        assert abs(mean(each or 0 for each in told) - size) < 0.2


def test_one_man_more_draws_anew() -> None:
    """What is told before and after a man came says next to nothing about him."""
    moved = {-BASE: 0, 0: 0, BASE: 0}
    for start in range(2_000):
        group = PEOPLE[start : start + 52]
        more = [*group, PEOPLE[start + 60]]
        before, after = rounding().told(group), rounding().told(more)
        assert before is not None
        assert after is not None
        moved[after - before] += 1
    assert moved[-BASE] > 200  # fewer are told though one came
    assert moved[BASE] > 200


def test_totals_are_drawn_for_themselves() -> None:
    """A total that were the sum would give away what one cell holds back."""
    sums = 0
    for number in range(200):
        cells, total = rounding(number).table(
            {"a": PEOPLE[:17], "b": PEOPLE[17:38], "c": PEOPLE[38:40]}
        )
        assert cells["c"] is None
        sums += total == (cells["a"] or 0) + (cells["b"] or 0)
    assert 0 < sums < 200


def test_the_secret_matters() -> None:
    """Without the register's secret nobody can draw."""
    assert len({rounding(number).told(PEOPLE[:52]) for number in range(40)}) == 2
