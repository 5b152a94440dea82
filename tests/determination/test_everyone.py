"""What is asked of everyone at once is what is asked of each."""

import random
from datetime import timedelta

import pytest
from django.utils import timezone

from safeconduct.cli import scenario
from safeconduct.determination import actions, record
from safeconduct.determination.everyone import everyone
from safeconduct.determination.models import Determination
from safeconduct.hearing import actions as hearing
from safeconduct.hearing.errors import HearingError
from safeconduct.register import actions as register
from safeconduct.register.errors import NotStated
from safeconduct.register.models import Person
from tests import make
from tests.law.records import VALUES

pytestmark = pytest.mark.django_db


def agree_at(*moments: object) -> int:
    """Compare the two at some moments; return how many persons were compared."""
    compared = 0
    for at in moments:
        known = {one.case_number: one for one in everyone(at=at)}  # type: ignore[arg-type]
        held = Person.objects.filter(status=Person.Status.HELD)
        assert set(known) == {person.case_number for person in held}
        for person in held:
            alone = record.facts(person.pk, at=at)  # type: ignore[arg-type]
            assert known[person.case_number].facts == alone
            compared += 1
    return compared


def test_demonstration() -> None:
    """Of the invented prisoners both say the same, now, before and long after."""
    scenario.load()
    now = timezone.now()

    days = (-400, -30, -9, -3, -1, 0, 2, 20, 40, 400)
    assert agree_at(*(now + timedelta(days=day) for day in days)) > len(days)


def test_facts_by_chance() -> None:
    """Of persons of whom this and that is stated, twice and too long ago, as well."""
    chance = random.Random(4)
    clerk = make.officer()
    names = [name for name in sorted(VALUES) if "receiving.state" not in name]
    people = [make.person() for _ in range(6)]
    for step in range(70):
        at = make.NOON - timedelta(days=chance.randrange(60), hours=step)
        stated = {n: chance.choice((*VALUES[n], "U")) for n in chance.sample(names, 4)}
        person = chance.choice(people)
        for name, value in stated.items():
            try:
                register.state_facts(
                    person.pk, {name: value}, reason="Test.", officer=clerk, at=at
                )
            except NotStated:
                continue
    for day in (40, 20, 6):
        register.state_common_facts(
            {"receiving.able[KR]": chance.choice("TFU")},
            reason="Test.",
            officer=clerk,
            at=make.NOON - timedelta(days=day),
        )
    for person in people[:4]:
        for _ in range(chance.randrange(4)):
            at = make.NOON - timedelta(days=chance.randrange(30))
            make.heard(person, chance.choice(["refuge:KR", "refuses", "stay"]), at=at)
        for hours in range(0, 100, 9):
            try:
                hearing.reconfirm(
                    person.pk,
                    stage=chance.choice(["camp", "border"]),
                    answer=chance.choice(["yes", "no", "delay"]),
                    officer=clerk,
                    at=make.NOON - timedelta(hours=hours),
                )
            except HearingError:
                continue
        claim = actions.lodge(person.pk, officer=clerk, at=make.NOON)
        if chance.random() < 0.5:
            actions.decide_claim(claim.pk, "granted", officer=clerk, at=make.NOON)

    moments = (make.NOON - timedelta(days=day, hours=1) for day in (50, 20, 5, 0, -9))
    assert agree_at(*moments) == 30


def test_newest_determination() -> None:
    """With each person comes the newest determination, with its statuses."""
    person = make.person()
    make.heard(person)
    make.determined(person, at=make.NOON - timedelta(days=3))
    newest = make.determined(person)
    bare = make.person()
    known = {one.case_number: one.made for one in everyone(at=make.NOON)}

    made = known[person.case_number]
    assert known[bare.case_number] is None
    assert made is not None
    assert made.facts == newest.facts
    assert made.law_hash == newest.law_hash
    assert made.statuses == {
        option: {state: there["status"] for state, there in o["destinations"].items()}
        for option, o in newest.answers.items()
    }
    assert Determination.objects.count() == 2
