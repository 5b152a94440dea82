"""Signing beside the law: what is offered to whom, what is kept, what is refused."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.override.models import Endorsement, Override
from safeconduct.register.models import Person
from tests import make
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db
CLOSE = {
    "close-option": "X",
    "close-towards": "ru",
    "close-reason": make.REASON,
    "close-citation": "GC III Art 118",
    "close-last_day": "",
}
OPEN = {
    "open-way": "T:KR",
    "open-reason": make.REASON,
    "open-citation": "GC III Art 12(2)",
    "open-last_day": "2026-03-05",
}


def shown(client: Client, person: Person, name: str = "signatures") -> str:
    return client.get(reverse(name, args=[person.case_number])).content.decode()


def sent(client: Client, person: Person, name: str, typed: dict[str, str]) -> Any:
    return client.post(reverse(name, args=[person.case_number]), typed, follow=True)


def in_danger() -> Person:
    """Whom an absolute prohibition keeps from Korea."""
    found = make.person(facts=make.AT_RISK | {"risk.serious_harm[KR]": "T"})
    make.heard(found)
    make.determined(found)
    return found


def test_one_officer_closes(signed_in: SignedIn) -> None:
    """A hearing officer alone; the closure is listed and flagged where answers are."""
    person = make.ready()
    client = signed_in(make.officer("hearing_officer"))

    answer = sent(client, person, "close", CLOSE)

    assert answer.status_code == 200
    assert "Closed." in answer.content.decode()
    row = Override.objects.get()
    assert (row.option, row.towards, row.expires) == ("X", "RU", None)
    page = shown(client, person)
    assert make.REASON in page
    assert "Exchange with the adverse Power: Russia (RU)" in page
    assert "Russia (RU): closed by an officer" in shown(client, person, "case")


def test_a_closure_ends_with_its_last_day(client: Client) -> None:
    """The whole day belongs to it."""
    sent(client, make.ready(), "close", CLOSE | {"close-last_day": "2026-03-05"})

    expires = Override.objects.get().expires
    assert expires is not None
    assert expires.isoformat() == "2026-03-05T23:59:59+00:00"


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"close-reason": "Because."}, "reason", "at least 40 characters"),
        ({"close-citation": ""}, "citation", "required"),
        ({"close-towards": "Russia"}, "towards", "2 characters"),
        ({"close-last_day": "2026-03-01"}, "", "ended already"),
        ({"close-last_day": "2999-01-01"}, "", "within ten years"),
    ],
)
def test_an_incomplete_closure_keeps_what_was_typed(
    client: Client, changed: dict[str, str], field: str, said: str
) -> None:
    """The field is named, nothing typed is lost, and nothing is closed."""
    answer = sent(client, make.ready(), "close", CLOSE | changed)

    page = answer.content.decode()
    assert answer.status_code == 400
    assert said in page
    assert "GC III Art 118" in page or "close-citation" in changed
    assert not field or f'href="#id_close-{field}"' in page
    assert not Override.objects.exists()


def test_an_opening_takes_two_services(signed_in: SignedIn) -> None:
    """The first proposes, the second finds it on the desk and signs."""
    person = make.unable()
    first = signed_in(make.officer("legal_officer"))
    colleague = signed_in(make.officer("reviewer"))
    second = signed_in(make.officer("reviewer", of=make.second_service()))
    waiting = "Openings that wait for a second signature"

    proposed = sent(first, person, "propose", OPEN)
    opening = Override.objects.get()
    url = reverse("sign", args=[person.case_number, opening.pk])

    assert "Proposed." in proposed.content.decode()
    assert "opening waits for a second officer" in shown(first, person, "case")
    assert url not in shown(colleague, person)
    assert waiting not in colleague.get("/").content.decode()
    assert waiting in second.get("/").content.decode()
    found = second.get("/cases/?show=unsigned").content.decode()
    assert person.case_number in found
    assert waiting in found
    assert url in shown(second, person)
    assert second.post(url).status_code == 302
    opening.refresh_from_db()
    assert opening.signed is not None
    assert waiting not in second.get("/").content.decode()
    until = "opened by two officers until 2026-03-05 23:59"
    assert until in shown(second, person, "determinations")
    made = person.determinations.get()
    option = reverse("option", args=[person.case_number, made.pk, "T"])
    assert until in second.get(option).content.decode()


def test_the_same_service_does_not_sign(client: Client) -> None:
    """It is told why, on the page."""
    person = make.unable()
    opening = make.proposed(person)

    answer = client.post(reverse("sign", args=[person.case_number, opening.pk]))

    assert answer.status_code == 409
    assert "must serve another authority" in answer.content.decode()


def test_an_opening_of_another_case_is_not_there(client: Client) -> None:
    """The number in the address and the opening must belong together."""
    opening = make.proposed(make.unable())
    other = make.person()

    answer = client.post(reverse("sign", args=[other.case_number, opening.pk]))

    assert answer.status_code == 404


def test_what_stands_in_the_way_is_seen_beforehand(client: Client) -> None:
    """Each way out with the norms no signature sets aside, in the page's language."""
    person = make.unable()

    page = shown(client, person)
    client.post("/language/", {"language": "ko", "next": "/"})
    korean = shown(client, person)

    assert "Nothing: two officers may open it." in page
    assert "CAT-3-1" in page
    assert "고문" in korean
    assert "CAT-3-1" in korean


def test_what_no_signature_opens_is_refused_with_its_norms(client: Client) -> None:
    """The hindrances are listed, the attempt is on record, what was typed is kept."""
    person = in_danger()

    answer = sent(client, person, "propose", OPEN)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "No signature can open this" in page
    assert "CAT-3-1" in page
    assert make.REASON in page
    assert "An opening was refused" in shown(client, person, "case")
    assert not Override.objects.exists()


def test_nothing_to_open_without_a_determination(client: Client) -> None:
    """The page says what has to come first, and offers no form."""
    page = shown(client, make.person())

    assert "Two officers have to sign a determination of him first." in page
    assert "open-way" not in page


@pytest.mark.parametrize("name", ["propose", "endorse"])
def test_what_changed_while_he_typed(client: Client, name: str) -> None:
    """The page says what changed, and keeps the reason that was typed."""
    person = make.volunteer()
    make.open_claim(person, at=make.NOON + timedelta(minutes=1))
    prefix = {"propose": "open", "endorse": "endorse"}[name]
    typed = OPEN | {f"{prefix}-way": "R1:KP", "endorse-reason": make.REASON}

    answer = sent(client, person, name, typed)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "something has changed" in page
    assert make.REASON in page
    assert not Override.objects.exists()
    assert not Endorsement.objects.exists()


def test_without_the_right_nothing_is_asked(signed_in: SignedIn) -> None:
    """A hearing officer who sends another's form is told that it is not his."""
    person = make.unable()
    opening = make.proposed(person)
    client = signed_in(make.officer("hearing_officer", of=make.second_service()))

    assert sent(client, person, "propose", OPEN).status_code == 403
    assert sent(client, person, "endorse", {}).status_code == 403
    url = reverse("sign", args=[person.case_number, opening.pk])
    assert client.post(url).status_code == 403


def test_an_opening_too_long(client: Client) -> None:
    """Thirty days, today among them, and no day more."""
    person = make.unable()
    last = (make.NOON + timedelta(days=29)).date()
    too_late = last + timedelta(days=1)

    refused = sent(client, person, "propose", OPEN | {"open-last_day": str(too_late)})
    taken = sent(client, person, "propose", OPEN | {"open-last_day": str(last)})

    assert refused.status_code == 400
    assert "within 30 days" in refused.content.decode()
    assert taken.status_code == 200
    assert Override.objects.count() == 1


def test_a_senior_officer_decides(signed_in: SignedIn) -> None:
    """Once he has decided, the answer is flagged and waits for nobody."""
    person = make.volunteer()
    client = signed_in(make.officer("senior_officer"))
    typed = {"endorse-way": "R1:KP", "endorse-reason": make.REASON}

    refused = sent(client, person, "endorse", typed | {"endorse-reason": "Because."})
    answer = sent(client, person, "endorse", typed)

    assert refused.status_code == 400
    assert "Decided." in answer.content.decode()
    assert Endorsement.objects.get().towards == "KP"
    assert "decided by a senior officer" in shown(client, person, "determinations")
    left = shown(client, person).partition('id="decide"')[2]
    assert 'value="X:KP"' in left
    assert 'value="R1:KP"' not in left


def test_forms_follow_the_rights(signed_in: SignedIn) -> None:
    """Each officer finds the forms he may sign, and no other."""
    person = make.volunteer()
    offered = {
        role: {
            name
            for name in ("close", "propose", "endorse")
            if reverse(name, args=[person.case_number]) + '"' in page
        }
        for role in ("hearing_officer", "legal_officer", "senior_officer")
        for page in [shown(signed_in(make.officer(role)), person)]
    }

    assert offered == {
        "hearing_officer": {"close"},
        "legal_officer": {"close", "propose"},
        "senior_officer": {"close", "propose", "endorse"},
    }


def test_whoever_keeps_him_reads_no_signatures(signed_in: SignedIn) -> None:
    """The ways out are not a keeper's to know, nor a doctor's."""
    person = make.ready()
    for role in ("registrar", "doctor"):
        client = signed_in(make.officer(role))
        url = reverse("signatures", args=[person.case_number])
        assert client.get(url).status_code == 403
        assert url not in shown(client, person, "case")


def test_a_refused_departure_leads_to_the_signatures(client: Client) -> None:
    """From the grounds it is one click to what officers may sign."""
    person = make.ready()
    make.closed(person)
    opened = make.departure_list()
    typed = person.case_number.lower().replace("-", " ")

    answer = client.post(f"/lists/{opened.pk}/", {"number": typed})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "An officer has closed this way out for him." in page
    assert reverse("signatures", args=[person.case_number]) in page


def test_the_monitor_counts_what_was_set_aside(signed_in: SignedIn) -> None:
    """Openings by the norm they went against, without a case."""
    monitor = make.officer("monitor", of=make.authority("monitor", state=""))
    client = signed_in(monitor)
    before = client.get("/monitor/").content.decode()
    person = make.unable()
    make.opened(person)

    after = client.get("/monitor/").content.decode()

    assert "No norm was ever set aside" in before
    assert "GCIII-12-2" in after
    assert "defect of its drafting" in after
    assert person.case_number not in after


def test_every_act_has_its_sentence(client: Client) -> None:
    """The record of acts names way out and source, in words."""
    person = make.unable()
    make.closed(person)
    make.opened(person, at=make.NOON + timedelta(minutes=1))

    page = shown(client, person, "case")

    for sentence in (
        "Closed a way out",
        "Proposed to open a way out",
        "Opened a way out, as second officer",
        "Transfer to a receiving State: South Korea (KR)",
    ):
        assert sentence in page


def test_a_closure_hides_what_is_opened_beside_it(client: Client) -> None:
    """Where a closure stands, no page says that the way is open."""
    person = make.unable()
    make.opened(person)
    make.closed(person, at=make.NOON + timedelta(minutes=1))

    page = shown(client, person, "determinations")

    assert "closed by an officer" in page
    assert "opened by two officers" not in page


def test_an_earlier_determination_is_not_flagged(client: Client) -> None:
    """Signatures stand beside the newest determination alone."""
    person = make.unable()
    earlier = person.determinations.get()
    make.opened(person)
    make.determined(person, at=make.NOON + timedelta(minutes=1))
    number = [person.case_number]

    page = client.get(reverse("determinations", args=number) + f"?made={earlier.pk}")
    option = client.get(reverse("option", args=[*number, earlier.pk, "T"]))

    for answer in (page, option):
        assert answer.status_code == 200
        assert "opened by two officers" not in answer.content.decode()


def test_a_closed_exchange_is_flagged_towards_each_power(client: Client) -> None:
    """Whoever took him over, the exchange is closed; every answer of it says so."""
    person = make.ready()
    sent(client, person, "close", CLOSE)
    made = person.determinations.get()
    options = client.get(reverse("option", args=[person.case_number, made.pk, "X"]))
    page = options.content.decode()

    assert "Russia (RU)" not in page
    assert page.count("closed by an officer") == page.count('<h2 id="to-') == 1
