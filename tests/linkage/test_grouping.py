"""Groups of records that are one person."""

import polars as pl
import pytest

from safeconduct.linkage.grouping import grouped

LIKELY, UNLIKELY = 0.99, 0.2


def groups(pairs: list[tuple[int, int, float]]) -> set[frozenset[int]]:
    schema = {"id_l": pl.Int64, "id_r": pl.Int64, "probability": pl.Float64}
    found = grouped(pl.DataFrame(pairs, schema, orient="row"), 0.5)
    return {frozenset(ids) for ids in found.group_by("group").agg("id")["id"]}


def test_a_likely_pair_is_a_group() -> None:
    """An unlikely one is none."""
    assert groups([(1, 2, LIKELY), (3, 4, UNLIKELY)]) == {frozenset({1, 2})}


def test_two_vouch_for_a_third() -> None:
    """A record comes in by two others although one of the pairs is unlikely."""
    assert groups([(1, 2, LIKELY), (2, 3, LIKELY), (1, 3, UNLIKELY)]) == {
        frozenset({1, 2, 3})
    }


def test_one_doubtful_pair_joins_no_strangers() -> None:
    """Two families that one pair alone connects stay two."""
    one = [(1, 2, LIKELY), (1, 3, LIKELY), (2, 3, LIKELY)]
    other = [(a + 10, b + 10, p) for a, b, p in one]

    assert groups([*one, *other, (3, 11, 0.9)]) == {
        frozenset({1, 2, 3}),
        frozenset({11, 12, 13}),
    }


def test_a_group_is_called_by_its_lowest_id() -> None:
    """Names of groups do not depend on the order of the pairs."""
    pairs = pl.DataFrame(
        {"id_l": [4, 4], "id_r": [9, 7], "probability": [LIKELY, LIKELY]}
    )

    assert grouped(pairs, 0.5).rows() == grouped(pairs.reverse(), 0.5).rows()
    assert grouped(pairs, 0.5)["group"].unique().to_list() == [4]


@pytest.mark.parametrize("threshold", [0.0, 0.5, 1.0])
def test_no_pairs_make_no_groups(threshold: float) -> None:
    """Nothing above the threshold is an empty table with its columns."""
    empty = pl.DataFrame(
        schema={"id_l": pl.Int64, "id_r": pl.Int64, "probability": pl.Float64}
    )

    assert grouped(empty, threshold).columns == ["id", "group"]
    assert not grouped(empty, threshold).height
