"""The same pairs from both engines, and what happens where one is missing."""

import sys
from pathlib import Path
from shutil import which

import polars as pl
import pytest

from benchmarks.registers import Plan, register
from safeconduct.linkage import (
    LinkageError,
    Order,
    Outcome,
    Table,
    link,
    read,
    scoring,
    silent,
)
from safeconduct.linkage.model import APART, BY_FIELD, Weights
from safeconduct.linkage.scoring import Task
from safeconduct.linkage.spark import gamma_sql


def test_levels_are_read_back_from_weights() -> None:
    """The SQL names every level of a field by its weight."""
    weights = Weights(0.1, {"sex": {"same": (0.9, 0.5), "other": (0.1, 0.5)}})
    sql = gamma_sql("sex", weights)

    assert sql.count("when abs(mw_sex") == len(BY_FIELD["sex"].levels)
    assert f"< {APART / 4}" in sql


def test_bits_and_levels_of_pairs_agree(outcome: Outcome) -> None:
    """A field that one record lacks weighs nothing; every other has its level."""
    for field in outcome.prepared.fields:
        unknown = outcome.pairs.filter(pl.col(f"gamma_{field}") < 0)
        assert (unknown[f"bits_{field}"] == 0).all()


def test_many_pairs_are_cut_into_parts(outcome: Outcome, tmp_path: Path) -> None:
    """The number of parts follows from the pairs that the rules make."""
    weights = outcome.training.weights
    task = Task(
        tmp_path, outcome.prepared.fields, weights, outcome.limits, linking=False
    )

    assert task.chunks == 1


def test_without_pyspark_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, table: Table
) -> None:
    """Spark is an extra."""
    monkeypatch.setitem(sys.modules, "pyspark", None)

    with pytest.raises(LinkageError, match=r"safeconduct\[spark\]"):
        link([table], [], Order(engine="spark"), silent)


def test_without_java_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, table: Table, tmp_path: Path
) -> None:
    """PySpark alone is not enough."""
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(LinkageError, match="Java runtime"):
        link([table], [], Order(engine="spark"), silent)


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")  # PySpark's own
def test_spark_gives_the_same_pairs(tmp_path: Path) -> None:
    """Pairs, levels and weights of both engines are equal."""
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    if which("java") is None:
        pytest.skip("no Java runtime is installed")
    records, _ = register(Plan(persons=300, records=600, seed=9))
    records.drop("person_id").write_csv(tmp_path / "camp.csv")
    table = read(tmp_path / "camp.csv", {})
    one = link([table], [], Order(workers=1), silent)
    other = link(
        [table], [], Order(engine="spark", master="local[2]", workers=1), silent
    )
    ordered = ["id_l", "id_r"]

    assert other.compared == one.compared
    joined = one.pairs.join(other.pairs, on=ordered, how="full", coalesce=True)
    assert joined.height == one.pairs.height == other.pairs.height
    assert (joined["weight"] - joined["weight_right"]).abs().max() < 1e-9  # type: ignore[operator]
    for field in one.prepared.fields:
        assert (joined[f"gamma_{field}"] == joined[f"gamma_{field}_right"]).all()


def test_parts_give_the_same_pairs_as_the_whole(
    monkeypatch: pytest.MonkeyPatch, table: Table, outcome: Outcome
) -> None:
    """Cut into many parts, the pairs are those of one."""
    monkeypatch.setattr(scoring, "AT_ONCE", 2_000)
    parts = link([table], [], Order(workers=1), silent)

    assert parts.compared == outcome.compared
    assert parts.pairs.equals(outcome.pairs)
