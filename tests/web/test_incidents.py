"""From a search of the reports to a closed incident, on the pages."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.disclosure.details import Field
from safeconduct.exposure import actions
from safeconduct.exposure.models import Incident, Sighting
from safeconduct.journal import queries as journal
from safeconduct.web import exposed, words
from tests import make
from tests.web import pages
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db
PRINTED = ("Rim Dae-hyok", "23-year-old", "River Courier")


def shown(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200, answer.content.decode()
    page: str = answer.content.decode()
    assert pages.broken(page) == []
    return page


def sent(client: Client, name: str, *args: object, **typed: Any) -> str:
    answer = client.post(reverse(name, args=args), typed, follow=True)
    page: str = answer.content.decode()
    assert answer.status_code == 200, page
    assert pages.broken(page) == []
    assert answer.headers["Cache-Control"] == "no-store"
    return page


@pytest.fixture
def analyst(signed_in: SignedIn) -> Client:
    return signed_in(make.officer("analyst"))


@pytest.fixture
def assessor(signed_in: SignedIn) -> Client:
    return signed_in(make.officer("assessor"))


def test_from_a_search_to_the_end(analyst: Client, assessor: Client) -> None:
    """An analyst searches and confirms; an assessor writes, warns and closes."""
    person = make.exposed_person()
    make.heard(person)
    make.telling_report()
    assert "1 report was not searched" in shown(analyst, "incidents")

    page = sent(analyst, "incidents-scan")
    assert "1 person was found in them" in page
    assert person.case_number in page
    found = Sighting.objects.get()
    before = shown(analyst, "sighting", found.pk)
    assert not any(one in before for one in PRINTED)
    looked = sent(analyst, "sighting-look", found.pk)
    assert all(one in looked for one in PRINTED[:2])
    page = sent(
        analyst, "sighting-judge", found.pk, answer="confirmed", reason=make.REASON
    )
    assert "His ways out have to be determined again" in page
    assert "Write a letter" not in page  # that is for those who protect him

    incident = Incident.objects.get()
    assert person.case_number in shown(assessor, "incidents")
    draft = sent(assessor, "incident-draft", incident.pk)
    assert "23-year-old" in draft
    page = sent(
        assessor,
        "incident-ask",
        incident.pk,
        quotes=["23-year-old"],
        to="The Editor",
        reply_to="press@bureau.example",
        language="en",
    )
    assert "The letter is written" in page
    letter = incident.takedowns.get()
    page = sent(assessor, "letter-answer", incident.pk, letter.pk, answer="refused")
    assert "The answer is on record" in page
    page = sent(assessor, "incident-family", incident.pk, done="yes", words=make.REASON)
    assert "Warned" in page
    make.determined(person, reviewed=False, at=make.NOON + timedelta(minutes=6))
    page = sent(assessor, "incident-close", incident.pk, reason=make.REASON)
    assert "How it ended" in page
    assert "were determined again since" in page

    kinds = {event.kind for event in journal.timeline(person.pk)}
    assert kinds >= {
        *("exposure.sighted", "exposure.looked", "exposure.confirmed"),
        *("exposure.takedown_asked", "exposure.takedown_answered"),
        *("exposure.family_warned", "exposure.closed"),
    }
    case = shown(assessor, "case", person.case_number)
    assert reverse("incident", args=[incident.pk]) in case
    assert not any(one in case for one in PRINTED)


def test_the_letter_is_a_paper_with_a_harmless_name(assessor: Client) -> None:
    """A PDF in answer to a POST only; neither name nor file tells of the case."""
    letter = make.asked_takedown(make.exposed())
    url = reverse("letter", args=[letter.incident_id, letter.pk])

    answer = assessor.post(url)

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].endswith('filename="letter.pdf"')
    page = pypdfium2.PdfDocument(answer.content)[0].get_textpage()
    said = page.get_text_bounded()
    assert "23-year-old driver" in said
    assert letter.incident.person.case_number not in said
    assert letter.officer.full_name not in said
    assert assessor.get(url).status_code == 405


def test_words_are_shown_in_answer_to_a_post_only(analyst: Client) -> None:
    """No address shows what a report says of a case, and each look is on record."""
    found = make.sighted()

    for name in ("sighting-look", "sighting-judge"):
        assert analyst.get(reverse(name, args=[found.pk])).status_code == 405
    sent(analyst, "sighting-look", found.pk)
    sent(analyst, "sighting-look", found.pk)

    kinds = [event.kind for event in journal.timeline(found.person_id)]
    assert kinds.count(actions.LOOKED) == 2


def test_refused_it_stays_visible(analyst: Client) -> None:
    """What was refused is read as refused, with the reason."""
    found = make.sighted()

    page = sent(
        analyst, "sighting-judge", found.pk, answer="refused", reason=make.REASON
    )

    assert "Does not give him away" in page
    assert make.REASON in page
    assert str(found.pk) not in shown(analyst, "incidents")


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("incident-family", {"done": "yes", "words": "short"}, "at least 20"),
        ("incident-close", {"reason": make.REASON}, "family was warned"),
        ("incident-ask", {"to": "", "quotes": []}, "Tick what the letter quotes"),
    ],
)
def test_what_cannot_be_taken_is_kept(
    name: str, typed: Mapping[str, Any], says: str, assessor: Client
) -> None:
    """The page comes back with a sentence and with what was typed."""
    incident = make.exposed()

    answer = assessor.post(reverse(name, args=[incident.pk]), typed)

    page = answer.content.decode()
    assert answer.status_code in {400, 409}
    assert says in page
    assert "Nothing you typed was lost" in page
    assert pages.broken(page) == []


def test_a_broadcast_is_reported_from_the_case(assessor: Client) -> None:
    """What is not among the reports is put on record by hand, and quoted so."""
    person = make.person()
    typed = {
        "publisher": "Channel North",
        "language": "ru",
        "classes": ["direct", "wish"],
        "k": "1",
        "quotes": "водитель Рим\nостался бы здесь",
        "reason": make.REASON,
    }

    page = sent(assessor, "incident-new", person.case_number, **typed)

    assert "Channel North" in page
    assert "names him, a wish" in page
    draft = sent(assessor, "incident-draft", Incident.objects.get().pk)
    assert "водитель Рим" in draft
    assert "остался бы здесь" in draft


@pytest.mark.parametrize(
    "role", ["registrar", "press_officer", "liaison", "monitor", "hearing_officer"]
)
def test_who_does_not_work_on_exposure(role: str, signed_in: SignedIn) -> None:
    """Keepers, the press office and missions see neither list nor incident."""
    letter = make.asked_takedown(make.exposed())
    of = make.authority("mission", state="SE") if role == "liaison" else None
    client = signed_in(make.officer(role, of=of))

    for name in ("incidents", "incident", "sighting"):
        whose: dict[str, list[object]] = {
            "incidents": [],
            "incident": [letter.incident_id],
            "sighting": [letter.incident.sighting_id],
        }
        assert client.get(reverse(name, args=whose[name])).status_code == 403, name
    url = reverse("letter", args=[letter.incident_id, letter.pk])
    assert client.post(url).status_code == 403


def test_keepers_learn_nothing_of_it_in_the_case(signed_in: SignedIn) -> None:
    """His danger is no matter of those who hold or treat him."""
    incident = make.exposed()
    client = signed_in(make.officer("registrar"))

    page = shown(client, "case", incident.person.case_number)

    assert "Exposed in publications" not in page
    assert "exposure" not in page.casefold()


def test_every_act_has_words() -> None:
    """The timeline of a case says in words what was done."""
    kinds = [
        value
        for name, value in vars(actions).items()
        if name.isupper() and isinstance(value, str)
    ]

    assert len(kinds) == 10
    assert all(words.act(kind) != kind for kind in kinds)


def test_every_detail_has_a_name() -> None:
    """Whatever the library finds in a text has a name that a person reads."""
    assert set(exposed.FIELDS) == {field.value for field in Field}
