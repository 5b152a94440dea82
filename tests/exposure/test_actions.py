from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.models import Officer
from safeconduct.determination import record
from safeconduct.exposure import actions, queries
from safeconduct.exposure.errors import (
    Decided,
    NoSuchSighting,
    NotPrinted,
    NotSaid,
    NotYet,
)
from safeconduct.exposure.models import Incident, Scan, Sighting, Takedown
from safeconduct.journal import queries as journal
from safeconduct.journal.check import differences
from safeconduct.journal.models import Entry
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.errors import KeyDestroyed
from safeconduct.register import actions as register
from safeconduct.register import queries as facts
from safeconduct.register.cards import Claim
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db
LATER = make.NOON + timedelta(hours=1)


@pytest.fixture
def analyst() -> Officer:
    return make.officer("analyst")


@pytest.fixture
def assessor() -> Officer:
    return make.officer("assessor")


def by(officer: Officer, minutes: int = 0) -> dict[str, Any]:
    return {"officer": officer, "at": LATER + timedelta(minutes=minutes)}


def written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def said(person: Person) -> str:
    """Everything that the entries of a person and of the office say."""
    subjects = (person.pk, keyring.OFFICE)
    told = [journal.opened(e) for e in Entry.objects.filter(subject__in=subjects)]
    return repr(told)


def test_a_report_gives_somebody_away(analyst: Officer) -> None:
    """He is sighted by case number and spans; his name stands in no entry."""
    person, other = make.exposed_person(), make.person()
    report = make.telling_report()

    done = actions.scan(report.pk, **by(analyst))

    (found,) = Sighting.objects.all()
    seen = queries.sighting(found.pk, officer=analyst)
    words = {make.TELLING[s.start : s.end]: s.kind for s in seen.spans}
    assert (done.found, found.person, found.state) == (1, person, "open")
    assert found.k == 1
    assert words["Rim Dae-hyok"] == "direct"
    assert words["23-year-old"] == "quasi"
    assert "wish" in found.classes
    assert seen.k_without
    assert other.pk not in Sighting.objects.values_list("person", flat=True)
    kinds = [event.kind for event in journal.timeline(person.pk)]
    assert kinds.count("exposure.sighted") == 1
    for hidden in ("Rim", "림대혁", "driver", "River Courier"):
        assert hidden not in said(person), hidden
    assert list(differences()) == []


def test_scanned_again_nothing_is_new(analyst: Officer) -> None:
    """As long as the register stands, a second scan finds the same and is on record."""
    make.exposed_person()
    report = make.telling_report()
    first = actions.scan(report.pk, **by(analyst))

    again = actions.scan(report.pk, **by(analyst, 5))

    assert again.pk == first.pk
    assert Sighting.objects.count() == 1
    assert Entry.objects.filter(kind="exposure.scanned").count() == 2
    assert Entry.objects.filter(kind="exposure.sighted").count() == 1


def test_the_register_has_grown(analyst: Officer) -> None:
    """Whoever is registered after a scan is found by the next one."""
    report = make.telling_report()
    assert actions.scan(report.pk, **by(analyst)).found == 0
    assert queries.unscanned() == []
    make.exposed_person()
    assert queries.unscanned() == [report.pk]

    assert actions.scan(report.pk, **by(analyst, 5)).found == 1
    assert Scan.objects.count() == 2


def test_refused_stays_and_comes_back_with_news(analyst: Officer) -> None:
    """What was refused is visible as refused, until the register tells more of him."""
    found = make.sighted()
    actions.refuse(found.pk, reason=make.REASON, **by(analyst))
    person = found.person
    rank = Claim(kind="rank", source="stated", text="private")
    register.claim_identity(person.pk, rank, officer=make.officer(), at=LATER)
    actions.scan(found.publication_id, **by(analyst, 5))
    found.refresh_from_db()
    assert (found.state, found.round) == ("refused", 1)

    other = [c for c in make.EXPOSED if c.kind != "name"]
    make.person(claims=[*other, Claim(kind="name", source="stated", text="림대혁")])
    actions.scan(found.publication_id, **by(analyst, 10))

    found.refresh_from_db()
    seen = queries.sighting(found.pk, officer=analyst)
    assert (found.state, found.round) == ("open", 2)
    assert [one.answer for one in seen.judgements] == ["refused"]
    actions.refuse(found.pk, reason=make.REASON, **by(analyst, 15))
    assert found.judgements.count() == 2


def test_joined_records_are_one_person(analyst: Officer) -> None:
    """Two records that are held to be one man's count once, under the leading one."""
    person = make.exposed_person()
    double = make.person(claims=[Claim("name", "card_disputed", "Рим Дэ Хёк")])
    make.merged(person, double)
    report = make.telling_report()

    actions.scan(report.pk, **by(analyst))

    (found,) = Sighting.objects.all()
    assert (found.person_id, found.k) == (person.pk, 1)


def test_confirmed_it_is_an_event_of_the_case(analyst: Officer) -> None:
    """The facts of the case say when and among how many; the 24-hour clock runs."""
    person = make.ready()
    for claim in make.EXPOSED:
        register.claim_identity(
            person.pk, claim, officer=make.officer(), at=make.NOON - timedelta(days=3)
        )
    made = person.determinations.get()
    assert record.changes(made, at=LATER) == []
    report = make.telling_report()
    actions.scan(report.pk, **by(analyst))
    found = Sighting.objects.get()

    incident = actions.confirm(found.pk, reason=make.REASON, **by(analyst, 1))

    known = facts.facts_in_force(person.pk, at=LATER + timedelta(minutes=2))
    assert known["exposure.k"] == found.k
    assert known["exposure.detected_at"] == written(incident.at)
    outdated = record.changes(made, at=LATER + timedelta(minutes=2))
    assert outdated == ["exposure.detected_at", "exposure.k"]
    clocks = record.deadlines(person.pk, at=LATER + timedelta(minutes=2))
    ours = [one for one in clocks if one.clock.provision.id == "ENG-EXPOSE"]
    assert [(one.due, str(one.state)) for one in ours] == [
        (incident.at + timedelta(hours=24), "running")
    ]
    assert incident.status == "open"
    assert list(differences()) == []


def test_another_publication_takes_no_danger_away(assessor: Officer) -> None:
    """Of several incidents the smallest k stands in the case."""
    incident = make.exposed()

    actions.report(
        incident.person_id,
        publisher="Channel North",
        language="ru",
        k=40,
        classes=["quasi"],
        reason=make.REASON,
        **by(assessor),
    )

    known = facts.facts_in_force(incident.person_id, at=LATER)
    assert known["exposure.k"] == incident.k == 1
    assert known["exposure.detected_at"] == written(LATER)


def test_judged_once(analyst: Officer, assessor: Officer) -> None:
    """Whoever comes second is told so, whatever he wanted to say."""
    found = make.sighted()
    actions.confirm(found.pk, reason=make.REASON, **by(analyst))

    for late in (actions.confirm, actions.refuse):
        with pytest.raises(Decided, match="somebody was first"):
            late(found.pk, reason=make.REASON, **by(assessor))
    assert Incident.objects.count() == 1


def test_a_confirmed_sighting_stays(analyst: Officer) -> None:
    """What has become an incident is not changed by a later scan."""
    incident = make.exposed()
    make.exposed_person()

    seen = Sighting.objects.get(incident=incident)
    actions.scan(seen.publication_id, **by(analyst))

    seen.refresh_from_db()
    assert (seen.state, seen.k) == ("confirmed", 1)


def test_no_longer_found(analyst: Officer) -> None:
    """A sighting nobody judged is gone when later claims speak against it."""
    found = make.sighted()
    for kind, text in (("birth", "1961"), ("nationality", "RU")):
        register.claim_identity(
            found.person_id,
            Claim(kind=kind, source="family", text=text),
            officer=make.officer(),
            at=LATER,
        )
    before = queries.sighting(found.pk, officer=analyst)

    actions.scan(found.publication_id, **by(analyst))

    after = queries.sighting(found.pk, officer=analyst)
    # Two claims that contradict leave a field unknown: he is still found, among more.
    assert after.state == "open"
    assert after.k >= before.k


@pytest.mark.parametrize("role", ["press_officer", "registrar", "reviewer", "monitor"])
def test_who_may_not_search(role: str) -> None:
    """Looking for people in the press is for analysts and assessors."""
    report = make.telling_report()

    with pytest.raises(NotPermitted):
        actions.scan(report.pk, **by(make.officer(role)))


def test_a_camp_does_not_search_for_everybody() -> None:
    """An analyst of a camp learns of no case of others."""
    found = make.sighted()
    other = make.officer("analyst", "assessor", of=make.authority("camp", state="PL"))

    with pytest.raises(NotPermitted):
        actions.scan(found.publication_id, **by(other))
    with pytest.raises(NoSuchSighting):
        actions.look(found.pk, **by(other))
    assert queries.sightings(other) == []


def test_each_look_is_on_record(analyst: Officer) -> None:
    """Whoever reads what a report says of a case stands in the record of the case."""
    found = make.sighted()

    seen, report = actions.look(found.pk, **by(analyst))

    assert report.text == make.TELLING
    assert seen.case_number == found.person.case_number
    kinds = [event.kind for event in journal.timeline(found.person_id)]
    assert kinds.count("exposure.looked") == 1


def test_from_the_letter_to_the_end(assessor: Officer) -> None:
    """Letter, answer, family, determination; before that it cannot be closed."""
    person = make.exposed_person()
    make.heard(person)
    incident = make.exposed(person)
    asked: dict[str, Any] = {
        "to": "The Editor",
        "reply_to": "press@bureau.example",
        "language": "uk",
    }

    for wrong in ([], ["Rim Dae-hyok, 23"]):
        with pytest.raises(NotPrinted):
            actions.ask_takedown(incident.pk, quotes=wrong, **asked, **by(assessor))
    letter = actions.ask_takedown(
        incident.pk, quotes=["23-year-old driver"], **asked, **by(assessor)
    )
    incident.refresh_from_db()
    assert incident.status == "asked"
    end = {"reason": make.REASON, **by(assessor, 30)}
    with pytest.raises(NotYet, match="no answer"):
        actions.close(incident.pk, **end)
    actions.record_answer(letter.pk, answer="taken_down", **by(assessor, 10))
    with pytest.raises(NotYet, match="family"):
        actions.close(incident.pk, **end)
    actions.warn_family(incident.pk, done=False, words=make.REASON, **by(assessor, 11))
    with pytest.raises(NotYet, match="determined again"):
        actions.close(incident.pk, **end)
    make.determined(person, reviewed=False, at=LATER + timedelta(minutes=12))
    actions.close(incident.pk, **end)

    found = queries.incident(incident.pk, officer=assessor)
    assert found.is_closed
    assert found.is_determined
    assert [(one.answer, one.quotes) for one in found.letters] == [
        ("taken_down", ("23-year-old driver",))
    ]
    assert [one.done for one in found.warnings] == [False]
    with pytest.raises(Decided, match="closed"):
        actions.warn_family(incident.pk, done=True, words=make.REASON, **by(assessor))
    for hidden in ("Editor", "23-year-old", "press@", "Rim"):
        assert hidden not in said(person), hidden
    assert list(differences()) == []


def test_a_broadcast_is_quoted_as_the_officer_wrote_it_down(assessor: Officer) -> None:
    """Of what is not among the reports, only what was kept word for word is quoted."""
    person = make.person()
    incident = actions.report(
        person.pk,
        publisher="Channel North",
        language="ko",
        k=2,
        classes=["wish", "direct"],
        reason=make.REASON,
        quotes=["운전병 림 씨", " "],
        **by(assessor),
    )
    asked: dict[str, Any] = {"to": "Channel North", "reply_to": "press@bureau.example"}

    with pytest.raises(NotPrinted):
        actions.ask_takedown(
            incident.pk, language="ko", quotes=["림대혁"], **asked, **by(assessor)
        )
    actions.ask_takedown(
        incident.pk, language="ko", quotes=["운전병 림 씨"], **asked, **by(assessor)
    )

    assert incident.classes == "direct,wish"
    assert Takedown.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"publisher": " "},
        {"language": "de"},
        {"k": 0},
        {"classes": ["secret"]},
        {"reason": "too short"},
    ],
)
def test_a_report_that_says_too_little(
    wrong: dict[str, Any], assessor: Officer
) -> None:
    """Publisher, language, what it tells, among how many, and why: all are needed."""
    whole: dict[str, Any] = {
        "publisher": "Channel North",
        "language": "ru",
        "k": 1,
        "classes": ["direct"],
        "reason": make.REASON,
    }

    with pytest.raises(NotSaid):
        actions.report(make.person().pk, **{**whole, **wrong}, **by(assessor))
    assert Incident.objects.count() == 0


def test_analysts_judge_and_do_not_write_letters(analyst: Officer) -> None:
    """Who reads reports confirms; what follows is for those who protect."""
    incident = make.exposed()

    with pytest.raises(NotPermitted):
        actions.warn_family(incident.pk, done=True, words=make.REASON, **by(analyst))
    with pytest.raises(NotPermitted):
        actions.close(incident.pk, reason=make.REASON, **by(analyst))


def test_erased_he_is_neither_found_nor_read(analyst: Officer) -> None:
    """With his key go his sightings and incidents, and the watch forgets him."""
    person = make.departed()
    make.commit()
    for claim in make.EXPOSED:
        register.claim_identity(person.pk, claim, officer=make.officer(), at=make.NOON)
    incident = make.exposed(person)
    seen = Sighting.objects.get(incident=incident)

    make.erased(person, at=LATER)

    for read in (
        lambda: queries.sighting(seen.pk, officer=analyst),
        lambda: queries.incident(incident.pk, officer=analyst),
        lambda: actions.look(seen.pk, **by(analyst, 5)),
    ):
        with pytest.raises(KeyDestroyed):
            read()
    assert queries.sightings(analyst) == []
    assert queries.incidents(analyst, closed=False) == []
    assert queries.of_person(person.pk) == []
    assert actions.scan(seen.publication_id, **by(analyst, 6)).found == 0
