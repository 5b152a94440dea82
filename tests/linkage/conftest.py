"""A small invented register, made by the independent generator."""

from pathlib import Path

import polars as pl
import pytest

from benchmarks.registers import Plan, register
from safeconduct.linkage import Order, Outcome, Table, link, read, silent

ALONE = Order(workers=1)


@pytest.fixture(scope="session")
def people() -> pl.DataFrame:
    """Two thousand records of a thousand persons, with the truth."""
    records, _ = register(Plan(persons=1_000, records=2_000, seed=7))
    return records


@pytest.fixture(scope="session")
def camp(people: pl.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a table without the truth."""
    file = tmp_path_factory.mktemp("camp") / "camp.csv"
    people.drop("person_id", "birth_precision").write_csv(file)
    return file


@pytest.fixture(scope="session")
def table(camp: Path) -> Table:
    return read(camp, {})


@pytest.fixture(scope="session")
def outcome(table: Table) -> Outcome:
    """What is proposed for it."""
    return link([table], [], ALONE, silent)
