"""A table of cases gets the answers that each of its rows gets alone."""

import polars as pl
import pytest

from safeconduct.law import (
    NOWHERE,
    Answer,
    ContradictoryFacts,
    FactError,
    NoLawInForce,
    Option,
    ReadingsDiffer,
    TableError,
    assess,
)
from safeconduct.law.bulk import assess_table, second
from safeconduct.law.norm import FIRST_DAY
from tests.law.cases import DAY, WANTS_HOME
from tests.law.records import records, table


def as_columns(letter: str, option: Option) -> dict[str, object]:
    """Write the answers to an option as the table has them, each in three columns."""
    found: dict[str, object] = {}
    destinations: dict[str, Option | Answer] = {
        f"{letter}[{state}]": answer
        for state, answer in option.destinations.items()
        if state != NOWHERE
    }
    destinations[letter] = option
    for name, answer in destinations.items():
        found[name] = answer.status.value
        found[f"{name}.gate"] = answer.gate_open
        found[f"{name}.contested"] = answer.contested
    return found


@pytest.mark.usefixtures("answers_alone")
@pytest.mark.parametrize("position", ["risk_based", "will_based", None])
def test_as_assessed_one_by_one(position: str | None) -> None:
    """Status, gate and mark of each option and destination are those of `assess`."""
    made = list(records(3_400, seed=len(position or "")))
    rows = assess_table(table(made), on=DAY, position=position).to_dicts()
    for facts, row in zip(made, rows, strict=True):
        alone = assess(facts, on=DAY, position=position)
        expected: dict[str, object] = {"remain": alone.remain.status.value}
        for letter, option in alone.options.items():
            expected |= as_columns(letter, option)
        destinations = {n for n, v in row.items() if n.endswith("]") and v is not None}

        assert expected == {name: row[name] for name in expected}, facts
        assert destinations == {name for name in expected if name.endswith("]")}


def test_ids_stay_in_their_order() -> None:
    """The rows come back in their order, whatever positions they state."""
    made = list(records(50, seed=5))
    frame = table(made)

    assert assess_table(frame, on=DAY)["id"].to_list() == frame["id"].to_list()


def test_types_of_columns() -> None:
    """Truths may be Boolean, States a word, numbers whole, days dates."""
    plain = table([WANTS_HOME])
    typed = plain.with_columns(
        pl.col("status.doubt").replace_strict({"T": True, "F": False}),
        pl.col("status.powers").list.first(),
        pl.lit(7).alias("exposure.k"),
        pl.lit(DAY).alias("wish.border_confirmed_at"),
    )

    assert assess_table(typed, on=DAY).equals(assess_table(plain, on=DAY))


def test_no_rows() -> None:
    """A table without cases gets a table without answers."""
    assert len(assess_table(table([WANTS_HOME]).clear(), on=DAY)) == 0


def test_a_table_of_ids_alone() -> None:
    """Where nothing is recorded everything is unknown, and no gate opens."""
    row = assess_table(pl.DataFrame({"id": [1, 2]}), on=DAY).row(1, named=True)

    assert row["id"] == 2
    assert (row["R1"], row["T[?]"], row["remain"]) == ("OPEN", "OPEN", "REQUIRED")


GOOD = table([WANTS_HOME, WANTS_HOME])


@pytest.mark.parametrize(
    ("frame", "error", "sentence"),
    [
        (GOOD.drop("id"), TableError, "no column id"),
        (GOOD.with_columns(id=pl.lit(None)), TableError, "has no id"),
        (GOOD.with_columns(id=pl.lit("x")), TableError, "The id x stands twice"),
        (
            GOOD.with_columns(pl.lit(0.5).alias("exposure.k")),
            TableError,
            "exposure.k: a column of type Float64 holds no facts",
        ),
        (
            GOOD.rename({"wish.current": "wsh.current"}),
            FactError,
            "Did you mean wish.current?",
        ),
        (
            GOOD.with_columns(pl.lit("go").alias("wish.current")),
            FactError,
            "wish.current cannot be 'go': write one of never_asked",
        ),
        (
            GOOD.with_columns(pl.lit("T").alias("risk.torture[KP]")),
            ContradictoryFacts,
            "case 0: risk.serious_harm[KP] is F but risk.torture[KP] is T",
        ),
        (
            GOOD.with_columns(pl.lit("T").alias("risk.onward[RU->KP]")),
            ContradictoryFacts,
            "both cannot be right",
        ),
    ],
    ids=str,
)
def test_refused(frame: pl.DataFrame, error: type[Exception], sentence: str) -> None:
    """A table that cannot be read is refused with a sentence that names the place."""
    with pytest.raises(error, match=sentence.replace("[", r"\[").replace("?", r"\?")):
        assess_table(frame, on=DAY)


def test_the_ids_of_wrong_values_are_named() -> None:
    """Whoever wrote a wrong value finds the case."""
    wrong = GOOD.with_columns(
        pl.when(pl.col("id") == "case 1")
        .then(pl.lit("maybe"))
        .otherwise("status.doubt")
        .alias("status.doubt")
    )
    with pytest.raises(FactError, match=r"\(in case 1\)"):
        assess_table(wrong, on=DAY)


def test_before_the_first_law() -> None:
    """A day without law is refused."""
    with pytest.raises(NoLawInForce):
        assess_table(GOOD, on=FIRST_DAY.replace(year=1950))


def test_readings_that_differ_stop_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second reading with other answers stops the run and names the cases."""
    honest = second.statuses

    def lying(*given: object) -> pl.Series:
        return honest(*given) * 0  # type: ignore[arg-type]

    monkeypatch.setattr(second, "statuses", lying)
    with pytest.raises(ReadingsDiffer, match="Two readings of R1") as refusal:
        assess_table(GOOD, on=DAY)
    assert refusal.value.ids == ("case 0", "case 1")
