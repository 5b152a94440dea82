from datetime import timedelta

import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.hearing import actions, queries
from safeconduct.hearing.actions import Interview
from safeconduct.hearing.errors import BadWish, NothingToConfirm
from safeconduct.law import hearing_valid
from tests import make

pytestmark = pytest.mark.django_db


def interview(**changed: object) -> Interview:
    given = {
        "held_at": make.NOON,
        "language": "ko",
        "wish": "refuge:KR",
        "words": "한국에 가고 싶습니다.",
        "safeguards": make.SAFE,
        **changed,
    }
    return Interview(**given)  # type: ignore[arg-type]


def test_words_are_kept_sealed() -> None:
    """His own words come back as he said them, and stand nowhere in clear."""
    person = make.person()
    hearing = actions.record(
        person.pk, interview(), officer=make.officer(), at=make.NOON
    )

    assert queries.hearings(person.pk)[0].words == "한국에 가고 싶습니다."
    assert "한국".encode() not in bytes(hearing.words)


def test_valid_by_its_safeguards() -> None:
    """Validity follows from the safeguards; no field holds it."""
    person = make.person()
    make.heard(person)
    facts = {**make.PLAIN, **make.HEALTHY, **queries.facts(person.pk, at=make.NOON)}

    assert hearing_valid(facts) is True
    for name, value in [("private", "F"), ("inducement", "T"), ("coercion", "T")]:
        assert hearing_valid({**facts, f"hearing.{name}": value}) is False
    assert hearing_valid({**facts, "hearing.understood": "U"}) is None


def test_unanswered_safeguard() -> None:
    """A safeguard nobody answered is unknown, and so is the validity."""
    person = make.person()
    actions.record(
        person.pk, interview(safeguards={}), officer=make.officer(), at=make.NOON
    )
    facts = queries.facts(person.pk, at=make.NOON)

    assert facts["hearing.private"] == "U"
    assert hearing_valid({**make.PLAIN, **make.HEALTHY, **facts}) is None


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"wish": "Korea"}, "A wish is"),
        ({"wish": "refuge:Korea"}, "A wish is"),
        ({"held_at": make.NOON + timedelta(hours=1)}, "future"),
        ({"safeguards": {"private": "yes"}}, "T, F or U"),
        ({"safeguards": {"tea": "T"}}, "T, F or U"),
    ],
)
def test_bad_hearing(changed: dict[str, object], why: str) -> None:
    """A hearing that cannot be is refused with a sentence that helps."""
    with pytest.raises(BadWish, match=why):
        actions.record(
            make.person().pk, interview(**changed), officer=make.officer(), at=make.NOON
        )


def test_who_may_hear() -> None:
    """A registrar of the camp is no hearing officer."""
    with pytest.raises(NotPermitted):
        actions.record(
            make.person().pk,
            interview(),
            officer=make.officer("registrar"),
            at=make.NOON,
        )


def test_newest_hearing_holds() -> None:
    """A change of mind counts, and the history keeps both."""
    person = make.person()
    make.heard(person, "refuge:KR", at=make.NOON - timedelta(days=9))
    make.heard(person, "return:KP", at=make.NOON - timedelta(days=1))
    facts = queries.facts(person.pk, at=make.NOON)

    assert facts["wish.current"] == "return:KP"
    assert facts["wish.history"] == ["refuge:KR", "return:KP"]
    assert facts["hearing.days_apart"] == 8


def test_never_asked() -> None:
    """Without a hearing nobody asked him, and no hearing was valid."""
    facts = queries.facts(make.person().pk, at=make.NOON)

    assert facts == {"wish.current": "never_asked", "hearing.valid": "F"}


@pytest.mark.parametrize(
    ("answer", "counts"), [("yes", "T"), ("no", "F"), ("delay", "F")]
)
def test_asked_again(answer: str, counts: str) -> None:
    """Only a yes confirms; a no and a wish for time do not."""
    person = make.person()
    make.heard(person)
    actions.reconfirm(
        person.pk, stage="camp", answer=answer, officer=make.officer(), at=make.NOON
    )

    assert queries.facts(person.pk, at=make.NOON)["wish.reconfirmed"] == counts


def test_confirmation_ages() -> None:
    """After 72 hours he has to be asked again."""
    person = make.person()
    make.heard(person)
    make.confirmed(person, at=make.NOON)

    in_time = queries.facts(person.pk, at=make.NOON + timedelta(hours=72))
    too_late = queries.facts(person.pk, at=make.NOON + timedelta(hours=73))
    assert in_time["wish.reconfirmed"] == "T"
    assert "wish.reconfirmed" not in too_late


def test_confirmation_of_an_older_wish() -> None:
    """A new hearing voids what was confirmed before it."""
    person = make.person()
    make.heard(person)
    make.confirmed(person, at=make.NOON - timedelta(hours=5))
    make.heard(person, "undecided", at=make.NOON - timedelta(hours=4))

    assert "wish.reconfirmed" not in queries.facts(person.pk, at=make.NOON)


def test_nothing_to_confirm() -> None:
    """Who was never heard cannot confirm."""
    with pytest.raises(NothingToConfirm, match="hold a hearing first"):
        make.confirmed(make.person())
