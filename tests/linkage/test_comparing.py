"""Levels and weights are those that Splink gives."""

from pathlib import Path

import duckdb
import numpy as np
import polars as pl
import pytest
from splink import DuckDBAPI, Linker

from safeconduct.linkage import Outcome
from safeconduct.linkage.comparing import Columns, Scale, in_parts
from safeconduct.linkage.model import BY_FIELD
from safeconduct.linkage.spark import gamma_sql, register_shares, settings

PAIRS = 60_000


@pytest.fixture(scope="module")
def pairs(outcome: Outcome) -> pl.DataFrame:
    """Pairs drawn at random, and all that are likely."""
    count = outcome.prepared.records.height
    drawn = np.random.default_rng(2).integers(0, count, (PAIRS, 2))
    low, high = drawn.min(axis=1), drawn.max(axis=1)
    frame = pl.DataFrame({"id_l": low, "id_r": high}).filter(
        pl.col("id_l") < pl.col("id_r")
    )
    return pl.concat([frame, outcome.pairs.select("id_l", "id_r")]).unique()


def test_splink_gives_the_same(
    outcome: Outcome, pairs: pl.DataFrame, tmp_path: Path
) -> None:
    """Every pair has the same level in every field, and the same weight."""
    fields, weights = outcome.prepared.fields, outcome.training.weights
    columns = Columns(outcome.prepared.records, fields)
    columns.beside(outcome.prepared.records).write_parquet(tmp_path / "records.parquet")
    database = duckdb.connect()
    database.execute(f"create table records as from '{tmp_path / 'records.parquet'}'")
    database.register("pairs_frame", pairs.to_arrow())
    database.execute(
        "create table candidates as select id_l as join_key_l, id_r as join_key_r, "
        "'0' as match_key from pairs_frame"
    )
    api = DuckDBAPI(database)
    linker = Linker(api.register("records"), settings(fields, "duckdb", weights))
    register_shares(linker, fields, lambda sql: api.register(database.sql(sql)))
    linker.table_management.register_blocked_pairs_for_predict(
        api.register("candidates")
    )
    predicted = linker.inference.predict(warning_mode="never")
    levels = ", ".join(f"{gamma_sql(f, weights)} as gamma_{f}" for f in fields)
    theirs = database.sql(
        f"select id_l, id_r, match_weight, {levels} from {predicted.physical_name}"
    ).pl()
    scale = Scale(columns, weights)
    ours = scale.kept(pairs["id_l"].to_numpy(), pairs["id_r"].to_numpy(), -np.inf)
    ours, theirs = (frame.sort("id_l", "id_r") for frame in (ours, theirs))

    assert ours.height == theirs.height == pairs.height
    assert np.allclose(ours["weight"], theirs["match_weight"], atol=1e-9, rtol=0)
    for field in fields:
        assert (ours[f"gamma_{field}"] == theirs[f"gamma_{field}"]).all(), field


def test_most_levels_were_met(outcome: Outcome, pairs: pl.DataFrame) -> None:
    """The pairs above leave few levels unasked, so their equality says something."""
    fields = outcome.prepared.fields
    columns = Columns(outcome.prepared.records, fields)
    levels = columns.levels(pairs["id_l"].to_numpy(), pairs["id_r"].to_numpy())
    met = sum(len(np.unique(found[found >= 0])) for found in levels.values())

    assert met >= 0.85 * sum(len(BY_FIELD[field].levels) for field in fields)


def test_parts_come_in_order() -> None:
    """The parts of a long work are those of the whole."""
    numbers = np.arange(250_000)
    found = np.concatenate(list(in_parts(np.add, numbers, numbers)))

    assert (found == 2 * numbers).all()


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("AB12", "AB12", True),
        ("AB12", "AB13", True),
        ("AB12", "AB1", True),
        ("AB12", "XAB12", True),
        ("AB12", "AC13", False),
        ("AB12", "BA12", False),
        ("AB12", "AB", False),
        ("", "A", True),
    ],
)
def test_papers_may_differ_in_one_sign(one: str, other: str, *, near: bool) -> None:
    """Put in, left out or changed, in whichever of both."""
    columns = Columns(pl.DataFrame({"paper": [one, other]}), ["paper"])

    (found,) = columns.levels(np.array([0]), np.array([1]))["paper"]
    (again,) = columns.levels(np.array([1]), np.array([0]))["paper"]

    assert bool(found > 0) is near
    assert again == found
