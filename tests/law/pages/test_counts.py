from dataclasses import replace
from datetime import date

from safeconduct.law import assess, pack
from safeconduct.law.bulk import read_register
from safeconduct.law.pack import Pack, load
from safeconduct.law.pages.counts import affected
from safeconduct.law.pages.redline import keyed
from tests.law.cases import DAY
from tests.law.records import records, table

RECORDS = list(records(400, seed=3))
REGISTER = read_register(table(RECORDS))
OLD, NEW = pack(date(2022, 3, 1)), pack(DAY, "will_based")


def answers(facts: dict[str, object], on: date, position: str) -> dict[str, object]:
    """What one case is told, option by option, without bulk."""
    found = assess(facts, on=on, position=position).options
    return {
        letter: {state: one.status for state, one in option.destinations.items()}
        for letter, option in found.items()
    }


def test_the_whole_change() -> None:
    """Each option counts the cases whose answer differs when asked one by one."""
    counted = affected(OLD, NEW, REGISTER)
    differing: dict[str, int] = {}
    for facts in RECORDS:
        before = answers(facts, date(2022, 3, 1), "risk_based")
        after = answers(facts, DAY, "will_based")
        for letter, told in before.items():
            differing[letter] = differing.get(letter, 0) + (told != after[letter])

    assert counted.cases == len(RECORDS)
    assert differing["R2"] > 0
    assert counted.by_act["return_after_hostilities"] == differing["R2"]
    assert counted.by_act.get("exchange", 0) == differing["X"]
    assert counted.by_act.get("refuge", 0) == differing["A"] == 0
    assert counted.changed >= max(counted.by_act.values())


def test_norm_by_norm() -> None:
    """Each norm that differs is counted alone; those that stay are not counted."""
    counted = affected(OLD, NEW, REGISTER)
    alone = affected(OLD, pack(date(2022, 3, 1), "will_based"), REGISTER)

    assert {name for name, _ in counted.by_norm} == {
        "GCIII-118-KR",
        "UA-CC84-1",
        "UA-WANTLIVE",
    }
    declared = ("GCIII-118-KR", ("return_after_hostilities",))
    assert counted.by_norm[declared] == alone.changed > 0


def changed(law: Pack, name: str, **fields: object) -> Pack:
    return load(
        tuple(
            replace(norm, **fields) if norm.name == name else norm  # type: ignore[arg-type]
            for norm in law.norms
        ),
        law.position,
    )


def test_a_norm_that_went() -> None:
    """Without the steps of a wait, cases open; a new wording changes nobody."""
    without = load(
        tuple(norm for norm in NEW.norms if norm.name != "ENG-WISH/hearing"),
        NEW.position,
    )
    counted = affected(NEW, without, REGISTER)
    reworded = affected(NEW, changed(NEW, "UA-REF", wording="Anew."), REGISTER)

    key = next(key for key in keyed(NEW) if key[0] == "ENG-WISH/hearing")
    assert counted.by_norm == {key: counted.changed}
    assert counted.changed > 0
    assert reworded.changed == 0
    assert set(reworded.by_norm.values()) == {0}


def test_what_makes_no_law_alone() -> None:
    """A priority that went is no law while the duty stands, and is not counted."""
    fewer = load(
        tuple(
            replace(
                norm,
                prevails_over=tuple(
                    n for n in norm.prevails_over if n != "GCIII-118-1/duty"
                ),
            )
            for norm in OLD.norms
            if norm.name != "GCIII-118-1/duty"
        ),
        OLD.position,
    )
    counted = affected(OLD, fewer, REGISTER)
    priorities = {key for key in keyed(OLD) if key[0] in {"CSR-33-1", "GCIII-118-NR"}}

    assert priorities.isdisjoint(counted.by_norm)
    assert {name for name, _ in counted.by_norm} == {"GCIII-118-1/duty"}
    assert counted.changed > 0
