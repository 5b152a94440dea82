"""What pages are told of the signatures beside the law."""

from datetime import timedelta

import pytest

from safeconduct.override import queries
from safeconduct.override.errors import NoSuchAnswer, NoSuchOverride
from safeconduct.register.models import Person
from tests import make
from tests.override.test_actions import sign

pytestmark = pytest.mark.django_db
NOON, DAY = make.NOON, timedelta(days=1)
MINUTE = timedelta(minutes=1)


def told(person: Person, *, days: int = 0) -> list[tuple[str, bool, bool]]:
    """Kind, whether it waits, whether it stands; newest first."""
    at = NOON + timedelta(hours=1) + days * DAY
    found = queries.signatures(person.pk, at=at)
    return [(one.kind, one.waits, one.stands) for one in found]


def test_an_opening_waits_then_stands_then_ends() -> None:
    """It never waits and stands at once, and after its last day it does neither."""
    person = make.unable()
    row = make.proposed(person)
    assert told(person) == [("opening", True, False)]
    sign(row)
    assert told(person) == [("opening", False, True)]
    assert told(person, days=3) == [("opening", False, False)]


def test_a_new_determination_ends_an_opening() -> None:
    """What stood beside the earlier one stands no more, and waits for nobody."""
    person = make.unable()
    make.proposed(person)
    second = make.officer("reviewer", of=make.second_service())
    assert queries.waiting(second, at=NOON).count() == 1
    make.determined(person, at=NOON + MINUTE)

    assert told(person) == [("opening", False, False)]
    assert queries.waiting(second, at=NOON + 2 * MINUTE).count() == 0


def test_only_the_newer_closure_stands() -> None:
    """A closure that was lifted stays lifted when another is made.

    The opening that had lifted it does not count against the newer one.
    """
    person = make.ready()
    make.closed(person)
    sign(make.proposed(person, at=NOON + MINUTE), at=NOON + 2 * MINUTE)
    make.closed(person, at=NOON + 3 * MINUTE)

    assert told(person) == [
        ("closure", False, True),
        ("opening", False, False),
        ("closure", False, False),
    ]


def test_reasons_are_read_with_names_and_services() -> None:
    """The page shows why, and that the two signatures come from two services."""
    person = make.unable()
    sign(make.proposed(person))

    (one,) = queries.signatures(person.pk, at=NOON)
    assert one.reason == make.REASON
    assert one.service != one.second_service


def test_prospects_name_what_stands_in_the_way() -> None:
    """Before anybody signs it is known which way may be opened, and why not another."""
    person = make.unable()
    found = {
        (one.option, one.towards): [h.norm for h in one.hindrances]
        for one in queries.prospects(person.pk, at=NOON)
    }

    assert found["T", "KR"] == []
    assert "CAT-3-1" in found["R1", "KP"]
    assert {option for option, _ in found} <= {"R1", "R2", "X", "T"}


def test_no_prospects_without_a_determination() -> None:
    """An opening stands beside a determination: without one there is none."""
    person = make.person()
    with pytest.raises(NoSuchAnswer, match="sign a determination"):
        queries.prospects(person.pk, at=NOON)
    with pytest.raises(NoSuchAnswer, match="sign a determination"):
        queries.contested(person.pk, at=NOON)


def test_contested_answers_wait_for_a_senior_officer() -> None:
    """Each is listed until he has decided it."""
    person = make.volunteer()
    assert ("R1", "KP") in queries.contested(person.pk, at=NOON)
    make.endorsed(person)
    assert ("R1", "KP") not in queries.contested(person.pk, at=NOON)
    assert told(person) == [("endorsement", False, True)]


def test_an_opening_of_another_camp_is_not_found() -> None:
    """What is not an officer's to read is not there."""
    row = make.proposed(make.unable())
    assert queries.to_sign(row.pk, officer=make.officer("reviewer")) == row
    with pytest.raises(NoSuchOverride):
        queries.to_sign(row.pk, officer=make.stranger())
