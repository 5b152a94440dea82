import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.referral import actions, queries
from safeconduct.referral.errors import (
    EmptyMessage,
    NoConsent,
    NoSuchReferral,
    NotHisWish,
    NotOpen,
)
from safeconduct.referral.models import Referral
from safeconduct.register import queries as register
from safeconduct.register.cards import Claim
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db
CLAIMS = [
    Claim(kind="name", source="stated", text="백두산"),
    Claim(kind="home", source="stated", text="함경북도"),
]


def offered(person: Person, **changed: object) -> Referral:
    given = {
        "mission": make.authority("mission", state="KR").pk,
        "disclose": ["name"],
        "consents": True,
        "officer": make.officer(),
        "at": make.NOON,
        **changed,
    }
    return actions.offer(person.pk, **given)  # type: ignore[arg-type]


def wishing() -> Person:
    person = make.person(claims=CLAIMS)
    make.heard(person)
    return person


def test_mission_sees_what_was_disclosed() -> None:
    """The liaison reads the dossier and nothing else, not even the case number."""
    person = wishing()
    referral = offered(person)
    seen = queries.referral(referral.reference, officer=make.liaison())

    assert [item["text"] for item in seen.dossier] == ["백두산"]
    assert person.case_number not in str(seen)
    assert not register.cases(make.liaison()).exists()


def test_another_mission() -> None:
    """Another State's mission gets the answer for a referral that is none."""
    referral = offered(wishing())
    for reference in (referral.reference, "RF-0000-000"):
        with pytest.raises(NoSuchReferral, match="no such referral"):
            queries.referral(reference, officer=make.stranger())
    with pytest.raises(NoSuchReferral):
        actions.answer(referral.pk, accepts=True, officer=make.stranger(), at=make.NOON)


def test_without_consent() -> None:
    """Nothing is disclosed unless he agreed."""
    with pytest.raises(NoConsent, match="ask him first"):
        offered(wishing(), consents=False)


@pytest.mark.parametrize("wish", ["undecided", "return:KP", "refuge:SE"])
def test_not_his_wish(wish: str) -> None:
    """He is offered to nobody he has not asked for."""
    person = make.person()
    make.heard(person, wish)
    with pytest.raises(NotHisWish):
        offered(person)


def test_question_and_answer() -> None:
    """The mission asks, the house answers, both are kept in order."""
    referral = offered(wishing())
    actions.write(referral.pk, "몇 살입니까?", officer=make.liaison(), at=make.NOON)
    actions.write(
        referral.pk,
        "Twenty-one.",
        officer=make.officer(),
        at=make.NOON.replace(hour=13),
    )
    seen = queries.referral(referral.reference, officer=make.liaison())

    assert [(m.from_mission, m.text) for m in seen.messages] == [
        (True, "몇 살입니까?"),
        (False, "Twenty-one."),
    ]
    with pytest.raises(EmptyMessage):
        actions.write(referral.pk, " ", officer=make.liaison(), at=make.NOON)


@pytest.mark.parametrize(("accepts", "fact"), [(True, "T"), (False, "F")])
def test_answer_reaches_the_law(*, accepts: bool, fact: str) -> None:
    """What the mission answers is a fact the next determination sees."""
    person = wishing()
    referral = offered(person)
    actions.answer(referral.pk, accepts=accepts, officer=make.liaison(), at=make.NOON)

    facts = register.facts_in_force(person.pk, at=make.NOON)
    assert facts["receiving.accepts[KR]"] == fact
    with pytest.raises(NotOpen):
        actions.answer(referral.pk, accepts=True, officer=make.liaison(), at=make.NOON)


def test_offered_twice() -> None:
    """One open offer to a mission is enough."""
    person = wishing()
    offered(person)
    with pytest.raises(NotOpen, match="waits for its answer"):
        offered(person)


def test_house_cannot_accept_for_the_mission() -> None:
    """No officer of the bureau answers in the name of the receiving State."""
    referral = offered(wishing())
    with pytest.raises((NoSuchReferral, NotPermitted)):
        actions.answer(referral.pk, accepts=True, officer=make.officer(), at=make.NOON)


def test_camp_follows_its_referrals() -> None:
    """A camp's lawyer reads the referrals of the camp's persons, and of no others."""
    referral = offered(wishing())
    ours = make.officer("legal_officer", of=make.authority("camp"))
    others = make.officer("legal_officer", of=make.authority("camp", state="PL"))

    assert list(queries.referrals(ours)) == [referral]
    assert not queries.referrals(others).exists()


def test_offered_to_a_camp() -> None:
    """Only a mission can be offered a person."""
    with pytest.raises(NotHisWish, match="mission"):
        offered(wishing(), mission=make.authority("camp").pk)
