"""Whole runs over a small register."""

import math
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from safeconduct.linkage import LinkageError, Order, Outcome, Table, link, read, silent

ALONE = Order(workers=1)


def judged(outcome: Outcome, people: pl.DataFrame) -> tuple[float, float]:
    """Precision and recall of the pairs at or above the threshold."""
    persons = people["person_id"]
    sizes = persons.value_counts()["count"].cast(pl.Int64)
    true = int((sizes * (sizes - 1) // 2).sum())
    above = outcome.pairs.filter(pl.col("probability") >= outcome.threshold.probability)
    same = int((persons.gather(above["id_l"]) == persons.gather(above["id_r"])).sum())
    return same / above.height, same / true


def pairs_of(column: pl.Series) -> int:
    """Count the pairs of equal values."""
    sizes = column.to_frame("v").group_by("v").len()["len"].cast(pl.Int64)
    return int((sizes * (sizes - 1) // 2).sum())


def test_records_of_one_person_are_found(
    outcome: Outcome, people: pl.DataFrame
) -> None:
    """The threshold was chosen without the truth, and still most pairs are right."""
    precision, recall = judged(outcome, people)

    assert precision > 0.8
    assert recall > 0.6


def test_what_is_expected_is_near_what_is_true(
    outcome: Outcome, people: pl.DataFrame
) -> None:
    """The expected precision is not far from the real one."""
    precision, _ = judged(outcome, people)

    assert abs(outcome.threshold.precision - precision) < 0.12


def test_the_same_seed_gives_the_same_pairs(table: Table, outcome: Outcome) -> None:
    """A second run over the same table changes nothing."""
    again = link([table], [], ALONE, silent)

    assert again.pairs.equals(outcome.pairs)
    assert again.groups.equals(outcome.groups)


def test_every_pair_stands_once_and_in_order(outcome: Outcome) -> None:
    """The first id is the lower one, and probabilities rise with weights."""
    pairs = outcome.pairs

    assert (pairs["id_l"] < pairs["id_r"]).all()
    assert pairs.select("id_l", "id_r").is_unique().all()
    assert pairs["probability"].is_sorted(descending=True)
    assert pairs["probability"].is_between(0, 1).all()


def test_weights_add_up(outcome: Outcome) -> None:
    """A pair's weight is the prior and the bits of its fields, and nothing else."""
    prior = outcome.training.weights.prior
    fields = [f"bits_{field}" for field in outcome.prepared.fields]
    added = outcome.pairs.select(pl.sum_horizontal(fields)).to_series()
    added += math.log2(prior / (1 - prior))

    assert np.allclose(added.to_numpy(), outcome.pairs["weight"].to_numpy(), atol=1e-3)


def test_groups_bring_more_than_pairs_alone(
    outcome: Outcome, people: pl.DataFrame
) -> None:
    """Whoever is in one group: most are one person, more than by pairs alone."""
    persons = people["person_id"]
    groups = outcome.groups.with_columns(person=persons.gather(outcome.groups["id"]))
    made = pairs_of(groups["group"])
    same = pairs_of(groups.select(pl.struct("group", "person")).to_series())
    precision, recall = judged(outcome, people)

    assert same / made > 0.8
    assert 2 * same / (made + pairs_of(persons)) > 2 / (1 / precision + 1 / recall)


def test_two_tables_are_matched_between_alone(
    people: pl.DataFrame, tmp_path: Path
) -> None:
    """A match has its first record on the left and its second on the right."""
    hidden = people.drop("person_id", "birth_precision")
    left, right = (
        hidden.filter(pl.col("source") == "family"),
        hidden.filter(pl.col("source") != "family"),
    )
    left.write_csv(tmp_path / "left.csv")
    right.write_parquet(tmp_path / "right.parquet")
    tables = [read(tmp_path / name, {}) for name in ("left.csv", "right.parquet")]
    found = link(tables[:1], tables[1:], ALONE, silent)

    assert found.linking
    assert found.pairs.height
    assert (found.pairs["id_l"] < left.height).all()
    assert (found.pairs["id_r"] >= left.height).all()


def test_labels_calibrate(people: pl.DataFrame, table: Table, outcome: Outcome) -> None:
    """Decided pairs give a reliability table, a Brier score and a curve."""
    persons = people["person_id"].to_list()
    sample = outcome.pairs.gather_every(3)
    rows = [
        (left, right, "yes" if persons[left] == persons[right] else "no")
        for left, right in sample.select("id_l", "id_r").iter_rows()
    ]
    names = outcome.prepared.raw["record"]
    decided = Table(
        "labels.csv",
        pl.DataFrame(
            {
                "row number of the file": range(2, len(rows) + 2),
                "left": [names[left] for left, _, _ in rows],
                "right": [names[right] for _, right, _ in rows],
                "same": [same for _, _, same in rows],
            }
        ),
        {},
        (),
        None,
    )
    found = link([table], [], ALONE, silent, decided)

    assert found.calibration is not None
    assert found.calibration.same + found.calibration.other == len(rows)
    assert 0 < found.calibration.brier < 0.25
    assert found.pairs["probability"].is_sorted(descending=True)


def test_one_record_cannot_be_linked(tmp_path: Path) -> None:
    """Too little to compare is a sentence."""
    file = tmp_path / "one.csv"
    file.write_text("name\nKim Chol-su\n")

    with pytest.raises(LinkageError, match="fewer than two"):
        link([read(file, {})], [], ALONE, silent)


def test_records_without_anything_in_common_cannot_teach(tmp_path: Path) -> None:
    """Nothing agrees, so nothing is learned, and that is said."""
    file = tmp_path / "few.csv"
    file.write_text("name,birth\nKim Chol-su,1999-01-02\nPak Yong-ho,1998-03-04\n")

    with pytest.raises(LinkageError, match="Too few records agree"):
        link([read(file, {})], [], ALONE, silent)
