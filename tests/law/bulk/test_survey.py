"""What a survey promises, asking one by one keeps."""

import polars as pl
import pytest

from safeconduct.law import Assessment, assess, check, pack
from safeconduct.law.bulk import Views, evaluate, read_register
from safeconduct.law.errors import ContradictoryFacts
from safeconduct.law.readings.planes import unpacked
from safeconduct.law.survey import Question, open_cases, survey
from tests.law.cases import DAY, WANTS_HOME, WANTS_KOREA
from tests.law.records import records, table


def surveyed(made: list[dict[str, object]]) -> dict[str, Question]:
    views = Views(read_register(table(made)))
    return {one.fact: one for one in survey(evaluate(pack(DAY), views), views)}


def test_the_one_thing_missing() -> None:
    """Where one fact is unknown its question settles, and no other does."""
    facts = WANTS_HOME | {"health.fit_to_travel": "U", "disc.prisoner_view": "consents"}
    found = surveyed([facts, WANTS_KOREA])
    question = found["health.fit_to_travel"]

    assert question.unknown == 1
    assert {one.answer: one.cases for one in question.answers} == {"T": 1, "F": 0}
    assert question.answers[0].options == {"R1": 1, "R2": 1, "X": 1}
    assert question.wording == "Is he fit to travel?"
    assert "person.alive" not in found


MADE = list(records(60, seed=21))
FACTS = (
    *("conflict.active_hostilities", "claim.status", "wish.current", "person.alive"),
    *("risk.torture[KP]", "risk.serious_harm[RU]", "risk.onward[RU->KP]"),
    *("hearing.valid", "hearing.private", "wish.reconfirmed", "exposure.k"),
    *("receiving.willing[KR]", "receiving.icrc_access[RU]", "health.capacity"),
    *("nationality.effective[KR]", "person.is_minor", "disc.prisoner_view"),
)
ALL = surveyed(MADE)


def test_most_of_them_are_asked() -> None:
    """Most of the questions to compare are there."""
    assert len([fact for fact in FACTS if fact in ALL]) > 10


def settled(before: Assessment, after: Assessment) -> bool:
    """Ask whether an answer that was open towards some State no longer is."""
    return any(
        answer.status == "OPEN"
        and state in after.options[letter].destinations
        and after.options[letter].destinations[state].status != "OPEN"
        for letter, option in before.options.items()
        for state, answer in option.destinations.items()
    ) or (before.remain.status == "OPEN" != after.remain.status)


@pytest.mark.usefixtures("answers_alone")
@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact in ALL])
def test_as_asked_one_by_one(fact: str) -> None:
    """The count of an answer is that of the cases it settles when it is recorded."""
    views = Views(read_register(table(MADE)))
    askable = unpacked(views.undecided(fact), len(MADE))
    for answer in ALL[fact].answers:
        count = 0
        for facts, decides in zip(MADE, askable, strict=True):
            if check(facts).get(fact) is not None or not decides:
                continue
            try:
                after = assess(
                    facts | {fact: answer.answer}, on=DAY, position="risk_based"
                )
            except ContradictoryFacts:
                continue
            count += settled(assess(facts, on=DAY, position="risk_based"), after)

        assert answer.cases == count, answer.answer


def test_cases_that_agree() -> None:
    """A case that stands three times counts three times, and nothing else changes."""
    thrice = surveyed([facts for facts in MADE for _ in range(3)])

    assert thrice.keys() == ALL.keys()
    for name, question in ALL.items():
        assert thrice[name].unknown == 3 * question.unknown
        for one, three in zip(question.answers, thrice[name].answers, strict=True):
            assert three.cases == 3 * one.cases
            assert three.options == {o: 3 * n for o, n in one.options.items()}


def test_open_cases() -> None:
    """A case counts once, however many of its options are open."""
    views = Views(read_register(pl.DataFrame({"id": ["a", "b"]})))

    assert open_cases(evaluate(pack(DAY), views)) == 2
