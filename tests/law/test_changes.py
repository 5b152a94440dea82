"""What would have to be otherwise: sound, smallest, and none overlooked."""

from itertools import combinations, product

import pytest

from safeconduct.law import FactError, LawError, assess, over_baseline
from safeconduct.law.changes import Wanted, changes
from safeconduct.law.record import check
from tests.law.cases import DAY, WANTS_HOME, WANTS_KOREA
from tests.law.records import records

# Enough to open and to close any departure, few enough to try every set of three.
TRIED: dict[str, tuple[object, ...]] = {
    "wish.current": ("return:KP", "refuge:KP", "stay", "refuses"),
    "claim.status": (
        *("none", "registered", "open", "rejected", "appeal"),
        *("rejected_final", "granted", "withdrawn"),
    ),
    "hearing.valid": ("T", "F"),
    "wish.reconfirmed": ("T", "F"),
    "risk.serious_harm[KP]": ("T", "F"),
    "vol.return_valid": ("T", "F"),
    "health.fit_to_travel": ("T", "F"),
    "health.art110_1": ("T", "F"),
    "penal.convicted": ("T", "F"),
}


def answered(facts: dict[str, object], option: str, towards: str) -> set[Wanted]:
    answer = assess(facts, on=DAY).options[option].destinations[towards]
    barred = {Wanted.BARRED} if answer.result == "barred" else set()
    return barred | {Wanted.OPEN if answer.gate_open else Wanted.SHUT}


def by_trying(facts: dict[str, object], option: str, wanted: Wanted) -> set[object]:
    """Try every set of at most three changes; keep the smallest that do."""
    checked = check(facts)
    values = {
        name: [v for v in them if check({name: v})[name] != checked.get(name)]
        for name, them in TRIED.items()
    }
    found: list[frozenset[tuple[str, object]]] = []
    for size in (1, 2, 3):
        for names in combinations(TRIED, size):
            for chosen in product(*(values[name] for name in names)):
                change = frozenset(zip(names, chosen, strict=True))
                if any(one < change for one in found):
                    continue
                if wanted in answered(facts | dict(change), option, "KP"):
                    found.append(change)
    return set(found)


@pytest.mark.parametrize("option", ["R1", "X"])
@pytest.mark.parametrize("wanted", list(Wanted))
@pytest.mark.parametrize("start", [WANTS_HOME, WANTS_KOREA])
def test_as_by_trying(option: str, wanted: Wanted, start: dict[str, object]) -> None:
    """Among the facts tried by brute force, the same sets are found, and no others."""
    facts = over_baseline(start)
    found = changes(facts, on=DAY, option=option, towards="KP", wanted=wanted)
    among = {frozenset(one.items()) for one in found if one.keys() <= TRIED.keys()}
    already = wanted in answered(facts, option, "KP")

    assert among == (set() if already else by_trying(facts, option, wanted))


@pytest.mark.parametrize("wanted", list(Wanted))
def test_every_change_does_what_it_says(wanted: Wanted) -> None:
    """In cases by chance each set gives the answer, and no part of it does."""
    found_any = 0
    for facts in (WANTS_HOME, *records(60, seed=8)):
        there = assess(facts, on=DAY).options["R1"].destinations
        for towards in there:
            found = changes(facts, on=DAY, option="R1", towards=towards, wanted=wanted)
            found_any += len(found)
            for one in found[:10]:
                assert wanted in answered(facts | one, "R1", towards)
                for left_out in one:
                    part = {n: v for n, v in one.items() if n != left_out}
                    assert wanted not in answered(facts | part, "R1", towards)

    assert found_any > 10


def test_what_hangs_on_one_fact() -> None:
    """Whoever may go home may not after one finding of danger, or another wish."""
    facts = over_baseline(WANTS_HOME)
    found = changes(facts, on=DAY, option="R1", towards="KP", wanted=Wanted.SHUT)

    assert {"risk.serious_harm[KP]": "T"} in found
    assert {"wish.current": "stay"} in found
    assert {"wish.reconfirmed": "F"} in found


def test_nothing_to_change() -> None:
    """What is given already needs no change."""
    facts = over_baseline(WANTS_HOME)

    assert answered(facts, "R1", "KP") == {Wanted.OPEN}
    assert changes(facts, on=DAY, option="R1", towards="KP", wanted=Wanted.OPEN) == ()


def test_who_he_is_stays() -> None:
    """His age, his category and the position of the State are not up for change."""
    for facts in records(20, seed=9):
        for one in changes(facts, on=DAY, option="A", towards="-", wanted=Wanted.OPEN):
            assert not {"person.is_minor", "status.category", "position.mode"} & set(
                one
            )


def test_a_forecast_needs_the_end_of_hostilities() -> None:
    """Return afterwards opens only once hostilities have ceased."""
    facts = over_baseline(WANTS_HOME)
    found = changes(facts, on=DAY, option="R2", towards="KP", wanted=Wanted.OPEN)

    assert found
    assert all(one["conflict.active_hostilities"] == "F" for one in found)


@pytest.mark.parametrize(("option", "towards"), [("R1", "FR"), ("Z", "KP")])
def test_what_is_not_asked(option: str, towards: str) -> None:
    """An option or a State the law is not asked about is refused with what there is."""
    with pytest.raises(LawError, match="there is"):
        changes(
            over_baseline(WANTS_HOME),
            on=DAY,
            option=option,
            towards=towards,
            wanted=Wanted.OPEN,
        )


def test_wrong_fact() -> None:
    """Facts are checked as for any question."""
    with pytest.raises(FactError, match="Did you mean"):
        changes(
            {"wish.curent": "stay"},
            on=DAY,
            option="A",
            towards="-",
            wanted=Wanted.OPEN,
        )
