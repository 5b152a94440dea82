"""The algebra of intervals."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from safeconduct.text.comparison.interval import ANY, Interval

ends = st.none() | st.integers(0, 10**6).map(Decimal)
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans()).map(
    # An end that is not there is neither open nor closed.
    lambda found: Interval(
        found.low,
        found.high,
        found.low_open and found.low is not None,
        found.high_open and found.high is not None,
    )
)
values = st.integers(0, 10**6).map(Decimal)


@st.composite
def held(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """Draw a value, and an interval around it."""
    value, below, above = draw(values), draw(st.none() | values), draw(values)
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    high = draw(st.sampled_from([None, value + above + high_open]))
    low = None if below is None else value - min(below, value) - low_open
    return Interval(
        low, high, low_open and low is not None, high_open and high is not None
    ), value


def holds(interval: Interval, value: Decimal) -> bool:
    """Say by definition whether a value lies in an interval."""
    above = interval.low is None or (
        value > interval.low or (value == interval.low and not interval.low_open)
    )
    below = interval.high is None or (
        value < interval.high or (value == interval.high and not interval.high_open)
    )
    return above and below


@given(intervals, intervals, values)
def test_what_lies_in_both(one: Interval, two: Interval, value: Decimal) -> None:
    """A value lies in the intersection if and only if it lies in both."""
    assert holds(one & two, value) == (holds(one, value) and holds(two, value))


@given(intervals, intervals)
def test_meeting_is_mutual(one: Interval, two: Interval) -> None:
    """Two intervals meet each other or neither does; both meet what is unbounded."""
    assert one.meets(two) == two.meets(one)
    assert one.meets(ANY) is not one.is_empty


@given(held(), held())
def test_sum_of_values(
    first: tuple[Interval, Decimal], second: tuple[Interval, Decimal]
) -> None:
    """The sum of two intervals holds the sum of any two of their values."""
    (one, a), (two, b) = first, second
    assert holds(one, a)
    assert holds(two, b)
    total = one + two
    closed = Interval(total.low, total.high)
    assert holds(closed, a + b)


@given(held(), held())
def test_share_of_values(
    first: tuple[Interval, Decimal], second: tuple[Interval, Decimal]
) -> None:
    """The share of two intervals holds the share of any two of their values."""
    (one, a), (two, b) = first, second
    # Counts: nothing is below zero, and nothing is a share of nobody.
    assume(b and all(each.low is None or each.low >= 0 for each in (one, two)))
    share = one.share_of(two)
    assert share.low is None or share.low <= a / b
    assert share.high is None or a / b <= share.high


@given(held())
def test_widening_keeps_values(pair: tuple[Interval, Decimal]) -> None:
    """Widening loses no value."""
    interval, value = pair
    assert holds(interval.widened(Decimal("0.1")), value)


@given(intervals, intervals)
def test_above_excludes_meeting(one: Interval, two: Interval) -> None:
    """What lies wholly above another interval does not meet it."""
    assume(not one.is_empty and not two.is_empty)
    if one.above(two):
        assert not one.meets(two)
        assert not two.above(one)


def test_an_open_end_as_printed() -> None:
    """Over 3,000 is tried as 3,000 first; a range stays a range."""
    over = Interval(Decimal(3000), None, low_open=True)
    assert over.stated() == Interval.at(3000)
    assert Interval(Decimal(1), Decimal(2)).stated() == Interval(Decimal(1), Decimal(2))
    assert not over.meets(Interval.at(3000))
    assert over.meets(Interval.at(3001))
