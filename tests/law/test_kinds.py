from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from safeconduct.law import FACTS
from safeconduct.law.kinds import (
    Count,
    Day,
    Entry,
    Kind,
    Language,
    Moment,
    OneOf,
    Several,
    SomeOf,
    State,
    States,
    Truth,
    Wish,
    Wishes,
    Words,
    entries,
    says_freely,
    texts,
)

EVENTS = entries(kind=OneOf(("arrived",)), day=Moment())
KINDS: dict[str, Kind] = {
    "truth": Truth(),
    "one of": OneOf(("a",)),
    "state": State(),
    "states": States(),
    "wish": Wish(),
    "wishes": Wishes(),
    "count": Count(),
    "day": Day(),
    "moment": Moment(),
    "language": Language(),
    "words": Words(),
    "texts": texts(),
    "events": EVENTS,
    "some of": SomeOf(("a",)),
    "entry": Entry(a=Count()),
}
STRANGE: tuple[object, ...] = (object(), 1.5, {"x": [1]}, [[1]], -1, b"a", {1})


@pytest.mark.parametrize("name", KINDS)
def test_unknown_is_a_value_of_every_kind(name: str) -> None:
    """None and U are unknown."""
    assert KINDS[name].read(None) is None
    assert KINDS[name].read("U") is None


@pytest.mark.parametrize("name", KINDS)
def test_strange_values_are_refused_in_words(name: str) -> None:
    """Nothing but a ValueError that says what would be right, whatever comes."""
    for value in STRANGE:
        with pytest.raises(ValueError, match=r"U|of them"):
            KINDS[name].read(value)


@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        (Day(), "2026-03-01", "2026-03-01"),
        (Day(), date(2026, 3, 1), "2026-03-01"),
        (Day(partly=True), "1999", "1999"),
        (Day(partly=True), "1999-05", "1999-05"),
        (Moment(), "2026-03-01", "2026-03-01"),
        (Moment(), "2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z"),
        (Moment(), "2026-03-01T21:00:00+09:00", "2026-03-01T12:00:00Z"),
        (Moment(), "2026-03-01 12:00:00.000000+00:00", "2026-03-01T12:00:00Z"),
        (Moment(), datetime(2026, 3, 1, 12, tzinfo=UTC), "2026-03-01T12:00:00Z"),
        (Language(), "zh-Hant", "zh-Hant"),
        (SomeOf(("a", "b")), ["b", "a", "b"], ("a", "b")),
        (SomeOf(("a", "b")), "b", ("b",)),
        (texts(), ["one", "two"], ("one", "two")),
        (EVENTS, [{"kind": "arrived"}], ({"kind": "arrived"},)),
        (Entry(a=Count(), b=Words()), {"a": 2}, {"a": 2}),
    ],
)
def test_read(kind: Kind, value: object, read: object) -> None:
    """Every value has one normal form, and reading that changes nothing."""
    assert kind.read(value) == read
    assert kind.read(kind.read(value)) == read


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Day(), "2026-03-01T12:00:00Z"),
        (Day(), "2026-02-30"),
        (Day(), "2026-W10-1"),
        (Day(), "1999-05"),
        (Day(partly=True), "1999-13"),
        (Day(), "0001-01-01"),
        (Moment(), "2026-03-01T12:00:00"),
        (Moment(), "9999-12-31T23:00:00-05:00"),
        (Moment(), datetime(1900, 1, 1, tzinfo=timezone(timedelta(hours=9)))),
        (Moment(), "yesterday"),
        (Language(), "Korean"),
        (SomeOf(("a", "b")), ["a", "c"]),
        (SomeOf(("a", "b")), ["a", "U"]),
        (texts(), "one"),
        (texts(), ["one", "U"]),
        (EVENTS, {"kind": "arrived"}),
        (EVENTS, [{"kind": "left"}]),
        (EVENTS, [{"sort": "arrived"}]),
    ],
)
def test_refused(kind: Kind, value: object) -> None:
    """A time without offset, a day that is none, a field nobody declared."""
    with pytest.raises(ValueError, match=r" or U| U alone| of them"):
        kind.read(value)


def test_free_words() -> None:
    """Text in somebody's own words is told from words of a list, however deep."""
    free = {stem for stem, fact in FACTS.items() if says_freely(fact.kind)}

    assert {"death.place", "effects.items", "plan.delay_reason", "id.claimed"} <= free
    assert not says_freely(Several(OneOf(("a",)), "a list"))
    assert "custody.events" not in free
    assert "wish.history" not in free
