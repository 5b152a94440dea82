"""A table of cases gets the answers that each of its rows gets alone."""

import random
from datetime import UTC, datetime

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
    check,
)
from safeconduct.law.bulk import (
    assess_register,
    assess_table,
    finders,
    read_records,
    read_register,
    second,
    views,
)
from safeconduct.law.norm import FIRST_DAY
from tests.law.cases import DAY, WANTS_HOME
from tests.law.records import VALUES, records, table


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


def test_findings_that_differ_stop_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A predicate found otherwise in the table than alone stops the run as well."""
    wrong = {**finders.PLANE_FINDERS, "hearing.valid": lambda look: look.unknown()}
    monkeypatch.setattr(views, "PLANE_FINDERS", wrong)
    with pytest.raises(ReadingsDiffer, match=r"hearing\.valid.* alone in case 0"):
        assess_table(GOOD, on=DAY)


def test_contradictions_are_those_of_one_record() -> None:
    """A table refuses a case if and only if it is refused alone, in the same words."""
    names = [name for name in VALUES if name.startswith("risk.")]
    chance = random.Random(9)
    for _ in range(400):
        chosen = chance.sample(names, 9)
        facts: dict[str, object] = {n: chance.choice("TTFFU") for n in chosen}
        refused = []
        for read in (check, lambda one: read_register(table([one]))):
            try:
                read(facts)
            except ContradictoryFacts as refusal:
                refused.append(refusal.fact)

        assert len(refused) in {0, 2}, facts


def test_days_and_times() -> None:
    """Days and times of the table are read as the dictionary writes them."""
    when = datetime(2026, 10, 30, 12, tzinfo=UTC)
    typed = GOOD.with_columns(pl.lit(when).alias("wish.reconfirmed_at"))

    assert assess_table(typed, on=DAY).equals(assess_table(GOOD, on=DAY))


def test_records_are_a_table() -> None:
    """Records get the answers of the table in which they stand as rows."""
    made = list(records(300, seed=6))
    named = {f"case {number}": facts for number, facts in enumerate(made)}
    answers = assess_register(read_records(named), on=DAY, position="risk_based")
    expected = assess_table(table(made), on=DAY, position="risk_based")

    assert answers.select(expected.columns).equals(expected)


def test_records_that_cannot_be_read() -> None:
    """A wrong value and a contradiction name the case."""
    torture = {"risk.serious_harm[KP]": "F", "risk.torture[KP]": "T"}
    with pytest.raises(FactError, match=r"cannot be True.*\(in b\)"):
        read_records({"a": {"exposure.k": 1}, "b": {"exposure.k": True}})
    with pytest.raises(FactError, match=r"Did you mean wish\.current"):
        read_records({"a": {"wish.curent": "stay"}})
    with pytest.raises(ContradictoryFacts, match=r"b: risk\.serious_harm"):
        read_records({"a": {}, "b": torture})
