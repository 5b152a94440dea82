"""Blocks, their sizes, and what is left to narrower rules."""

import duckdb
import pytest

from safeconduct.linkage import blocking
from safeconduct.linkage.blocking import DIALECTS, Limit, Rule, fill

PAPER = Rule("paper", ("paper",))
READING = Rule("reading", (), "any_keys")


def database(
    rows: list[tuple[int, int, str | None, list[int]]],
) -> duckdb.DuckDBPyConnection:
    found = duckdb.connect()
    found.execute(
        "create table records (id bigint, side tinyint, paper varchar, any_keys int[])"
    )
    found.executemany("insert into records values (?, ?, ?, ?)", rows)
    return found


def pairs(
    found: duckdb.DuckDBPyConnection, *, linking: bool = False, chunks: int = 1
) -> list[tuple[int, int]]:
    made: list[tuple[int, int]] = []
    for chunk in range(chunks):
        left, right = blocking.pairs(found, linking=linking, chunk=chunk, chunks=chunks)
        made += zip(left.tolist(), right.tolist(), strict=True)
    in_spark = found.sql(blocking.pairs_sql("blocks", linking=linking)).fetchall()
    assert sorted(made) == sorted((left, right) for left, right, _ in in_spark)
    return made


def test_a_pair_that_two_rules_make_is_made_once() -> None:
    """Records that share a paper and a reading are compared once."""
    found = database([(0, 0, "A1", [7]), (1, 0, "A1", [7, 8]), (2, 0, None, [8])])
    limits = list(fill(found, [PAPER, READING], 3, linking=False))

    assert sorted(pairs(found)) == [(0, 1), (1, 2)]
    assert [limit.pairs for limit in limits] == [1, 2]


def test_what_is_not_known_makes_no_block() -> None:
    """Two records without a paper have no paper in common."""
    found = database([(0, 0, None, []), (1, 0, None, [])])
    list(fill(found, [PAPER, READING], 2, linking=False))

    assert pairs(found) == []


def test_large_blocks_are_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block that cannot be afforded makes no pair, and the limit says so."""
    monkeypatch.setattr(blocking, "LARGEST", 3)
    rows: list[tuple[int, int, str | None, list[int]]] = [
        (number, 0, "common", []) for number in range(10)
    ]
    found = database([*rows, (10, 0, "rare", []), (11, 0, "rare", [])])
    (limit,) = fill(found, [PAPER], 12, linking=False)

    assert pairs(found) == [(10, 11)]
    assert (limit.left_blocks, limit.left_records) == (1, 10)
    assert "left to narrower rules" in str(limit)


def test_of_a_loose_rule_only_small_blocks_are_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A rule that says little is not worth the pairs of its larger blocks."""
    monkeypatch.setattr(blocking, "LARGEST_OF_LOOSE", 3)
    rows: list[tuple[int, int, str | None, list[int]]] = [
        *((number, 0, "many", []) for number in range(4)),
        *((number, 0, "few", []) for number in range(4, 7)),
    ]
    tight, loose = Rule("tight", ("paper",)), Rule("loose", ("paper",), loose=True)
    found = [
        (limit.rule.name, limit.most, limit.pairs)
        for rule in (tight, loose)
        for limit in fill(database(rows), [rule], 7, linking=False)
    ]

    assert found == [("tight", 4, 9), ("loose", 3, 3)]


def test_a_narrower_rule_is_asked_only_for_what_was_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a rule made whole, a narrower one does not make again."""
    both = Rule("paper, reading", ("paper",), "any_keys")
    rows: list[tuple[int, int, str | None, list[int]]] = [
        (number, 0, f"P{number // 2}", [7]) for number in range(6)
    ]
    whole = [
        each.rule for each in fill(database(rows), [READING, both], 9, linking=False)
    ]
    monkeypatch.setattr(blocking, "LARGEST", 3)
    left = [
        each.rule for each in fill(database(rows), [READING, both], 9, linking=False)
    ]

    assert whole == [READING]
    assert left == [READING, both]


def test_between_two_tables_only_pairs_across_are_made() -> None:
    """Two records of one side are no pair, whatever they share."""
    found = database(
        [
            (0, 0, "A", []),
            (1, 0, "A", []),
            (2, 1, "A", []),
            (3, 1, "B", []),
            (4, 1, "B", []),
        ]
    )
    (limit,) = fill(found, [PAPER], 5, linking=True)

    assert sorted(pairs(found, linking=True)) == [(0, 2), (1, 2)]
    assert limit.pairs == 2


def test_chunks_share_the_pairs_among_them() -> None:
    """Every pair is in one chunk."""
    found = database([(number, 0, "A", [number % 3]) for number in range(9)])
    list(fill(found, [PAPER, READING], 9, linking=False))
    whole = pairs(found)

    assert sorted(pairs(found, chunks=4)) == sorted(whole)
    assert len(whole) == len(set(whole))


def test_rules_need_their_columns() -> None:
    """A rule on a field nobody knows is not used."""
    names = {rule.name for rule in blocking.usable({"any_keys": 5, "birth_year": 0})}

    assert names == {"any reading"}


def test_both_dialects_say_the_same() -> None:
    """The SQL of Spark differs in the functions' names alone."""
    limit = Limit(READING, 9, 1, 0, 0)
    told = {
        name: blocking.blocks_sql(limit, dialect, "records", linking=True)
        for name, dialect in DIALECTS.items()
    }
    spark = told["spark"].replace("xxhash64(", "hash(").replace("explode(", "unnest(")

    assert spark == told["duckdb"]
