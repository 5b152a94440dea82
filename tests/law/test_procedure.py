import pytest

from safeconduct.law import FACTS, SAFEGUARDS
from safeconduct.law.procedure import CHECKLIST, STEPS, asked, told
from safeconduct.law.provisions import PROVISIONS
from safeconduct.law.wording import LANGUAGES, NoWording

# What a hearing asks for of the record, beside the safeguards of its own.
OF_THE_PERSON = {"person.is_minor", "health.capacity"}


def test_steps_stand_in_the_order_of_time() -> None:
    """From 0 to 25, then death and complaint."""
    assert [step.number for step in STEPS] == [*map(str, range(26)), "D", "C"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_told(language: str) -> None:
    """What is done, by whom, and what goes wrong."""
    for step in STEPS:
        words = told(step, language)

        assert words.name, step.number
        assert words.wrong, step.number
        assert words.who or step.number == "25"
        assert words.passes or step.number == "25"


def test_every_step_rests_on_provisions_of_the_law() -> None:
    """None points to a provision that is not there, or twice to one."""
    for step in STEPS:
        assert step.provisions
        assert set(step.provisions) <= set(PROVISIONS)
        assert len(set(step.provisions)) == len(step.provisions)


def test_our_own_deadlines_are_marked() -> None:
    """A time limit that no source gives bears the mark of an inference."""
    by_number = {step.number: told(step, "en").clock for step in STEPS}

    for number in ("3", "9", "11", "12", "13", "16", "24"):
        assert "[I]" in by_number[number]
    assert "[I]" not in by_number["7"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checklist_of_a_hearing(language: str) -> None:
    """Each safeguard is a sentence; the Convention is cited, not named by our id."""
    told_of = [asked(check, language) for check in CHECKLIST]

    assert len(set(told_of)) == len(CHECKLIST)
    assert all(one.endswith(".") for one in told_of)
    assert not any("GCIII" in one for one in told_of)


def test_the_checklist_speaks_of_facts() -> None:
    """Each fact it names is in the dictionary, most are safeguards of the hearing."""
    facts = {check.fact for check in CHECKLIST if check.fact}

    assert facts <= set(FACTS)
    assert facts - OF_THE_PERSON <= {f"hearing.{one}" for one in _names()}


def _names() -> set[str]:
    return {stem.removeprefix("hearing.") for stem in (*SAFEGUARDS, "hearing.recorded")}


def test_an_unknown_language() -> None:
    """The procedure speaks four languages."""
    with pytest.raises(NoWording):
        told(STEPS[0], "fr")
