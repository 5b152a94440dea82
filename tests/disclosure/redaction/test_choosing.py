from hypothesis import given
from hypothesis import strategies as st

from safeconduct.disclosure.details.detail import Field
from safeconduct.disclosure.redaction.choosing import (
    Choice,
    Depth,
    Options,
    choose,
    price,
)

FIELDS = (Field.AGE, Field.ROLE, Field.CAPTURE_PLACE, Field.UNIT)
OPTIONS = [Options(field, tuple(Depth)) for field in FIELDS]


def cost(choice: Choice) -> int:
    return sum(price(field, depth) for field, depth in choice.items())


def test_nothing_is_changed_where_enough_fit() -> None:
    """The empty change is the cheapest."""
    assert set(choose(OPTIONS, lambda _: 5, 5).values()) == {Depth.KEPT}


def test_everything_goes_where_nothing_suffices() -> None:
    """Without a sufficient choice each field is at its deepest."""
    assert set(choose(OPTIONS, lambda _: 1, 5).values()) == {Depth.MASKED}


@given(st.lists(st.integers(0, 3), min_size=12, max_size=12), st.integers(1, 12))
def test_no_cheaper_choice_suffices(gains: list[int], threshold: int) -> None:
    """What is chosen costs no more than any other choice that suffices."""

    def fits(choice: Choice) -> int:
        return 1 + sum(
            gains[3 * FIELDS.index(field) + depth] * (depth > 0)
            for field, depth in choice.items()
        )

    chosen = choose(OPTIONS, fits, threshold)
    every = [
        dict(zip(FIELDS, (a, b, c, d), strict=True))
        for a in Depth
        for b in Depth
        for c in Depth
        for d in Depth
    ]
    enough = [cost(choice) for choice in every if fits(choice) >= threshold]

    if enough:
        assert fits(chosen) >= threshold
        assert cost(chosen) == min(enough)
    else:
        assert set(chosen.values()) == {Depth.MASKED}
