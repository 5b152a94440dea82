"""One officer closes; two open; nobody opens what no signature may."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.departure import actions as departure
from safeconduct.departure.errors import GateClosed
from safeconduct.departure.models import DepartureLine
from safeconduct.journal.check import differences
from safeconduct.journal.models import Entry
from safeconduct.override import actions, queries
from safeconduct.override.errors import (
    MayNotOpen,
    NoReason,
    NoSuchAnswer,
    NoSuchOverride,
    SameService,
)
from safeconduct.override.models import Override
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db

NOON, DAY = make.NOON, timedelta(days=1)
REASON = "The mission has confirmed by note that doctors and lawyers wait for him."
SOURCE = "GC III Art 12(2)"


def propose(person: Person, **changed: Any) -> Override:
    given: dict[str, Any] = {
        "option": "T",
        "towards": "KR",
        "reason": REASON,
        "citation": SOURCE,
        "expires": NOON + 3 * DAY,
        "officer": make.officer(),
        "at": NOON,
    }
    return actions.propose(person.pk, **(given | changed))


def sign(row: Override, *, at: datetime = NOON) -> Override:
    second = make.officer("reviewer", of=make.second_service())
    return actions.sign(row.pk, officer=second, at=at)


def close(person: Person, **changed: Any) -> Override:
    given: dict[str, Any] = {
        "option": "T",
        "towards": "KR",
        "reason": "He told the doctor tonight that he is afraid of the journey.",
        "citation": SOURCE,
        "officer": make.officer("hearing_officer"),
        "at": NOON,
    }
    return actions.close(person.pk, **(given | changed))


def add(person: Person, *, at: datetime = NOON) -> UUID:
    """Put him on the list of a transfer to Korea."""
    line = departure.add(
        make.departure_list().pk, person.pk, officer=make.officer(), at=at
    )
    return line.pk


def test_two_officers_open() -> None:
    """After two signatures of two services the gate passes, at every stage."""
    person = make.unable()
    with pytest.raises(GateClosed, match="GCIII-12-2"):
        add(person)
    signed = sign(propose(person))

    line = add(person)
    departure.approve(
        line, officer=make.officer("second_officer", of=make.second_service()), at=NOON
    )

    assert signed.result == "barred"
    assert signed.norms == ["GCIII-12-2"]
    assert queries.against() == {"GCIII-12-2": 1}
    assert list(differences()) == []


def test_one_signature_opens_nothing() -> None:
    """A proposal alone changes nothing."""
    person = make.unable()
    propose(person)
    with pytest.raises(GateClosed, match="GCIII-12-2"):
        add(person)


def test_second_of_the_same_service() -> None:
    """The second officer serves another authority."""
    row = propose(make.unable())
    with pytest.raises(SameService, match="another authority"):
        actions.sign(row.pk, officer=make.officer(), at=NOON)


def test_an_opening_ends() -> None:
    """After its last day it opens nothing, and it cannot be signed any more."""
    person = make.unable()
    row = propose(person)
    with pytest.raises(NoSuchOverride):
        sign(row, at=NOON + 3 * DAY)
    sign(row)
    with pytest.raises(GateClosed, match="GCIII-12-2"):
        add(person, at=NOON + 3 * DAY)


def test_an_opening_stands_beside_its_determination() -> None:
    """A new determination needs a new opening."""
    person = make.unable()
    sign(propose(person))
    make.determined(person, at=NOON + timedelta(minutes=1))
    with pytest.raises(GateClosed, match="GCIII-12-2"):
        add(person, at=NOON + timedelta(hours=2))


def in_danger() -> Person:
    person = make.person(facts=make.AT_RISK | {"risk.serious_harm[KR]": "T"})
    return waiting(person)


def maybe_in_danger() -> Person:
    facts = {n: v for n, v in make.AT_RISK.items() if n != "risk.serious_harm[KR]"}
    return waiting(make.person(facts=facts))


def undecided() -> Person:
    return waiting(make.person(facts=make.AT_RISK), wish="undecided")


def unconfirmed() -> Person:
    person = make.person(facts=make.AT_RISK)
    make.korea_is_not_able()
    make.heard(person)
    make.accepted(person)
    make.determined(person)
    return person


def badly_heard() -> Person:
    person = make.person(facts=make.AT_RISK)
    make.heard(person, safeguards=make.SAFE | {"private": "F"})
    make.accepted(person)
    make.determined(person)
    make.confirmed(person)
    return person


def waiting(person: Person, wish: str = "refuge:KR") -> Person:
    make.heard(person)
    make.accepted(person)
    if wish != "refuge:KR":
        make.heard(person, wish, at=NOON - 7 * DAY)
    make.determined(person)
    make.confirmed(person)
    return person


@pytest.mark.parametrize(
    ("made", "norm"),
    [
        (in_danger, "CAT-3-1"),
        (maybe_in_danger, "CAT-3-1"),
        (undecided, "ENG-WISH"),
        (badly_heard, "ENG-WISH"),
        (unconfirmed, "ENG-RECONFIRM"),
    ],
)
def test_what_no_signature_opens(made: Callable[[], Person], norm: str) -> None:
    """An absolute bar, true or unknown, and his own will: refused, and on record."""
    person = made()
    with pytest.raises(MayNotOpen) as refused:
        propose(person)

    assert norm in {one.norm for one in refused.value.hindrances}
    last = Entry.objects.filter(subject=person.pk).latest("at")
    assert last.kind == "override.refused"
    assert not Override.objects.exists()


def test_what_is_open_needs_no_opening() -> None:
    """Where the law permits, two signatures are not asked for."""
    with pytest.raises(MayNotOpen, match="nothing to open"):
        propose(make.ready())


def test_asked_anew_at_the_second_signature() -> None:
    """What came up between the two signatures is heard."""
    person = make.unable()
    row = propose(person)
    make.open_claim(person, at=NOON + timedelta(minutes=1))
    with pytest.raises(NoSuchAnswer, match="something has changed"):
        sign(row, at=NOON + timedelta(minutes=2))


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"reason": "Because."}, NoReason),
        ({"citation": " "}, NoReason),
        ({"expires": NOON}, NoReason),
        ({"expires": NOON + 31 * DAY}, NoReason),
        ({"option": "N"}, NoSuchAnswer),
        ({"towards": "FR"}, NoSuchAnswer),
    ],
)
def test_incomplete_proposal(changed: dict[str, Any], error: type[Exception]) -> None:
    """Reason, source, a last day within thirty and an answer of the law are needed."""
    with pytest.raises(error):
        propose(make.unable(), **changed)


def test_who_may_open() -> None:
    """A hearing officer may close, and may not open."""
    person = make.unable()
    clerk = make.officer("hearing_officer")
    with pytest.raises(NotPermitted):
        propose(person, officer=clerk)
    assert close(person, officer=clerk).opens is False


def test_one_officer_closes() -> None:
    """A closure shuts what the law permits; the law's own answer stands beside it."""
    person = make.ready()
    close(person)
    with pytest.raises(GateClosed, match="An officer has closed"):
        add(person)


def test_a_closure_on_a_listed_man() -> None:
    """Closing works until the last moment, also for who is on a list."""
    line = make.listed()
    close(line.person)
    with pytest.raises(GateClosed, match="An officer has closed"):
        departure.approve(
            line.pk,
            officer=make.officer("second_officer", of=make.second_service()),
            at=NOON + timedelta(hours=1),
        )


def test_a_closure_ends() -> None:
    """It ends on the day it names."""
    person = make.ready()
    close(person, expires=NOON + timedelta(hours=1))
    with pytest.raises(GateClosed):
        add(person)

    assert (
        DepartureLine.objects.get(pk=add(person, at=NOON + timedelta(hours=2))).person
        == person
    )


def test_two_officers_lift_a_closure() -> None:
    """Lifting is a step towards departure: it takes two."""
    person = make.ready()
    close(person)
    later = NOON + timedelta(minutes=1)
    row = propose(person, at=later)
    with pytest.raises(GateClosed):
        add(person, at=later)
    sign(row, at=later)

    assert DepartureLine.objects.get(pk=add(person, at=later)).person == person


def homeward() -> Person:
    """Whom nothing bars from being exchanged, as he asks."""
    person = make.person(facts=make.NO_RISK | {"agreement.clause_effect": "better"})
    make.heard(person, "return:KP")
    make.determined(person)
    make.confirmed(person)
    return person


def exchange(person: Person, *, at: datetime = NOON) -> None:
    """Put him on the list of an exchange with Russia."""
    made = make.departure_list("X", towards="RU")
    departure.add(made.pk, person.pk, officer=make.officer(), at=at)
    make.commit()


def test_an_exchange_is_closed_whatever_the_state() -> None:
    """It is asked about his Powers; who takes him over may be another State."""
    person = homeward()
    close(person, option="X", towards="RU")
    with pytest.raises(GateClosed, match="An officer has closed"):
        exchange(person)


def test_two_officers_lift_a_closed_exchange() -> None:
    """They open it towards the Power the law was asked about."""
    person = homeward()
    close(person, option="X", towards="RU")
    later = NOON + timedelta(minutes=1)
    sign(propose(person, option="X", towards="KP", at=later), at=later)
    exchange(person, at=later)

    assert person.departures.get().list.option == "X"


@pytest.mark.parametrize("towards", ["", "K", "KOR", "12", "?"])
def test_no_state(towards: str) -> None:
    """A State is named by its two letters."""
    with pytest.raises(NoSuchAnswer, match="two letters"):
        close(make.ready(), towards=towards)


def test_closed_between_the_two_signatures() -> None:
    """A second signature does not lift what was closed after the first."""
    person = make.unable()
    row = propose(person)
    close(person, at=NOON + timedelta(minutes=1))
    with pytest.raises(NoSuchAnswer, match="closed this since"):
        sign(row, at=NOON + timedelta(minutes=2))

    again = propose(person, at=NOON + timedelta(minutes=3))
    sign(again, at=NOON + timedelta(minutes=4))
    assert (
        DepartureLine.objects.get(pk=add(person, at=NOON + timedelta(minutes=5))).person
        == person
    )


def test_signed_once() -> None:
    """An opening that has both signatures waits for nobody."""
    row = propose(make.unable())
    sign(row)
    with pytest.raises(NoSuchOverride, match="waits"):
        sign(row)


def test_lifting_goes_against_no_norm() -> None:
    """What the law permits and an officer had closed is no defect of a norm."""
    person = make.ready()
    close(person)
    later = NOON + timedelta(minutes=1)
    sign(propose(person, at=later), at=later)

    assert queries.against() == {}


def listed_home(person: Person) -> None:
    towards_home = make.departure_list("R1", towards="KP")
    departure.add(towards_home.pk, person.pk, officer=make.officer(), at=NOON)


def test_contested_answer() -> None:
    """A contested permission passes once a senior officer has decided."""
    person = make.volunteer()
    made = person.determinations.get()
    with pytest.raises(GateClosed, match="senior officer has to decide"):
        listed_home(person)
    actions.endorse(
        made.pk,
        option="R1",
        towards="KP",
        reason="All six safeguards were tested twice, counsel was present.",
        officer=make.officer("senior_officer"),
        at=NOON,
    )

    listed_home(person)


def test_who_endorses() -> None:
    """Not who signed the determination, and not without the right."""
    person = make.volunteer()
    made = person.determinations.get()
    reason = "All six safeguards were tested twice, counsel was present."
    for officer, error in (
        (made.officer, SameService),
        (make.officer("reviewer"), NotPermitted),
    ):
        with pytest.raises(error):
            actions.endorse(
                made.pk,
                option="R1",
                towards="KP",
                reason=reason,
                officer=officer,
                at=NOON,
            )


def test_what_is_not_contested() -> None:
    """Nothing is to decide where the law is plain."""
    person = make.ready()
    with pytest.raises(NoSuchAnswer, match="not contested"):
        actions.endorse(
            person.determinations.get().pk,
            option="T",
            towards="KR",
            reason="All six safeguards were tested twice, counsel was present.",
            officer=make.officer("senior_officer"),
            at=NOON,
        )
