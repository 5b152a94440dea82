"""Whole registers: the same from the same plan, and with the errors asked for."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from benchmarks.registers import MIXES, NOTHING_WRONG, SOURCES, Plan, Rates, register
from benchmarks.registers.__main__ import generate

SMALL = Plan(persons=3000, records=6000, seed=5, piece=1000)
COLUMNS = [
    *("record_id", "person_id", "source", "name", "other_name", "birth"),
    *("birth_precision", "sex", "province", "unit", "rank", "father", "paper"),
    *("capture_place", "capture_month"),
]


def _share(seen: pl.Series) -> float:
    """Tell the share of true values; an empty one is not true."""
    return sum(map(bool, seen.to_list())) / len(seen)


def test_the_same_plan() -> None:
    """It gives the same register; another seed gives another."""
    first, again = register(SMALL), register(SMALL)
    other = register(replace(SMALL, seed=6))

    assert first[0].equals(again[0])
    assert first[1].equals(again[1])
    assert not first[0].equals(other[0])


def test_its_shape() -> None:
    """As many records and persons as asked for, each person with one to five."""
    records, persons = register(SMALL)
    counts = records["person_id"].value_counts()["count"]

    assert records.columns == COLUMNS
    assert (len(records), len(persons)) == (6000, 3000)
    assert records["record_id"].n_unique() == 6000
    assert set(records["person_id"]) == set(persons["person_id"])
    assert counts.min() == 1
    assert counts.max() == 5
    assert set(records["source"]) == set(SOURCES)
    assert records["name"].null_count() == 0


def test_nobody_can_have_so_many_records() -> None:
    """More than five for each person are refused with a sentence."""
    with pytest.raises(ValueError, match="1 to 5 records"):
        Plan(persons=10, records=51)


def test_every_script_is_there() -> None:
    """Names of North Koreans stand in Hangul, Latin and Cyrillic."""
    records, persons = register(SMALL)
    northern = records.join(persons.filter(people="north"), on="person_id", how="semi")
    for letters in ("[가-힣]", "[A-Za-z]", "[А-Яа-яІі]"):
        assert _share(northern["name"].str.contains(letters)) > 0.2


# What is seen of an error, in records of persons without any other.
SEEN: dict[str, Callable[[pl.DataFrame], pl.Series]] = {
    "birth_missing": lambda t: t["birth"].is_null(),
    "year_only": lambda t: t["birth_precision"] == "year",
    "age_only": lambda t: t["birth_precision"] == "age",
    "month_only": lambda t: t["birth_precision"] == "month",
    "age_off": lambda t: t["birth"].str.head(4) != t["birth_right"].str.head(4),
    "birth_typing": lambda t: t["birth"] != t["birth_right"],
    "sex_missing": lambda t: t["sex"].is_null(),
    "sex_wrong": lambda t: t["sex"] != t["sex_right"],
    "province_missing": lambda t: t["province"].is_null(),
    "unit_missing": lambda t: t["unit"].is_null(),
    "rank_missing": lambda t: t["rank"].is_null(),
}


@pytest.mark.parametrize("error", SEEN)
def test_an_error_as_often_as_asked_for(error: str) -> None:
    """One kind of error alone is seen at its rate, within four standard deviations."""
    share, count = 0.25, 8000
    rates = replace(NOTHING_WRONG, **{error: share})
    records, persons = register(Plan(4000, count, seed=3, rates=rates))
    seen = _share(SEEN[error](records.join(persons, on="person_id")))

    assert seen == pytest.approx(share, abs=4 * (share * (1 - share) / count) ** 0.5)


def test_the_errors_of_names() -> None:
    """Slips and half-heard syllables change about as many Hangul names as asked for."""
    for error, at_least in {"typing": 0.75, "half_heard": 0.95}.items():
        rates = replace(NOTHING_WRONG, **{error: 0.3})
        plan = Plan(4000, 8000, seed=3, mix={"south": 1}, rates=rates)
        records, persons = register(plan)
        joined = records.join(persons, on="person_id").filter(
            pl.col("name").str.contains("[가-힣]")
        )
        wrong = joined["name"].str.replace(" ", "") != joined["name_right"]

        # Some slips hit nothing: a syllable no keyboard would compose stays.
        assert 0.3 * at_least - 0.03 < _share(wrong) < 0.33


def test_nothing_goes_wrong() -> None:
    """Without errors a southerner's Hangul name and his birth are the true ones."""
    plan = Plan(2000, 4000, seed=3, mix={"south": 1}, rates=NOTHING_WRONG)
    records, persons = register(plan)
    joined = records.join(persons, on="person_id")
    # Some families of the South keep their 류, and clerks write 유 all the same.
    hangul = joined.filter(
        pl.col("name").str.contains("[가-힣]"),
        ~pl.col("name_right").str.starts_with("류"),
    )

    assert (joined["birth"] == joined["birth_right"]).all()
    assert (hangul["name"].str.replace(" ", "") == hangul["name_right"]).all()


def test_false_papers() -> None:
    """Only North Koreans carry them, and camps at times believe them."""
    rates = replace(NOTHING_WRONG, false_papers=0.5, false_name=1.0, stated_kept=0.5)
    records, persons = register(
        Plan(3000, 6000, seed=3, mix=MIXES["mixed"], rates=rates)
    )
    false = persons.filter(pl.col("false_papers"))
    northern = persons.filter(people="north")
    written = records.join(false, on="person_id", how="semi").filter(
        pl.col("source").is_in(["camp", "other camp"])
    )

    assert set(false["people"]) == {"north"}
    assert len(false) / len(northern) == pytest.approx(0.5, abs=0.08)
    assert _share(written["other_name"].is_not_null()) == pytest.approx(0.5, abs=0.08)


def test_people_who_are_nearly_the_same() -> None:
    """Namesakes share name and age with the person before them, and are others."""
    rates = replace(Rates(), namesakes=0.1, siblings=0.1)
    _, persons = register(Plan(3000, 6000, seed=3, rates=rates))
    before = persons.with_columns(pl.col("name", "people").shift().name.prefix("last_"))
    namesakes = before.filter(like="namesake")
    siblings = before.filter(like="sibling", people="north")

    assert len(namesakes) / len(persons) == pytest.approx(0.1, abs=0.025)
    assert (namesakes["name"] == namesakes["last_name"]).all()
    assert (siblings["name"].str.head(1) == siblings["last_name"].str.head(1)).all()


@pytest.mark.parametrize("ending", ["parquet", "csv"])
def test_a_file_of_several_pieces(tmp_path: Path, ending: str) -> None:
    """It holds the whole register, in the order of its numbers."""
    out, truth = tmp_path / f"records.{ending}", tmp_path / f"persons.{ending}"
    generate(SMALL, out, truth)
    read = pl.read_parquet if ending == "parquet" else pl.read_csv
    records, persons = register(SMALL)

    assert read(out)["name"].to_list() == records["name"].to_list()
    assert read(truth)["name"].to_list() == persons["name"].to_list()
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([out.name, truth.name])
