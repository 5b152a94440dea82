"""Erasing on a page: what is said, who may sign, and what is left of the case."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.erasure.models import Erasure
from safeconduct.keyring import queries as keyring
from safeconduct.override import actions as override
from safeconduct.register.models import Person
from tests import make
from tests.web import pages
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


def shown(client: Client, name: str, *args: Any) -> str:
    return client.get(reverse(name, args=args)).content.decode()


def ask(client: Client, person: Person, reason: str = make.REASON) -> Any:
    url = reverse("erasure", args=[person.case_number])
    return client.post(url, {"reason": reason})


def confirm(client: Client, row: Erasure, number: str) -> Any:
    url = reverse("erasure-confirm", args=[row.person.case_number, row.pk])
    return client.post(url, {"case_number": number})


def test_two_officers_erase(client: Client, signed_in: SignedIn) -> None:
    """Asked on the case page, confirmed from the desk of another authority."""
    person = make.departed()
    number = person.case_number
    assert reverse("erasure", args=[number]) in shown(client, "case", number)
    explained = shown(client, "erasure", number)
    assert "Tell the person" in explained
    assert "cannot be undone" in explained

    asked = ask(client, person)
    second = signed_in(make.officer("reviewer", of=make.second_service()))

    assert asked.status_code == 302
    assert "another authority" in shown(client, "erasure", number)
    assert "Destroy his key" not in shown(client, "erasure", number)
    assert "Erasures that wait" not in shown(client, "home")
    assert "Erasures that wait" in shown(second, "home")
    waiting = second.get(reverse("cases") + "?show=unerased").content.decode()
    assert number in waiting
    assert "waits for your signature" in shown(second, "case", number)
    assert make.REASON in shown(second, "erasure", number)

    done = confirm(second, Erasure.objects.get(), number.lower())

    assert done.status_code == 302
    assert not keyring.has_key(person.pk)
    page = second.get(reverse("case", args=[number]))
    assert page.status_code == 410
    assert "Erased. Backups of the keys" in page.content.decode()


def test_a_short_reason_stays_in_the_form(client: Client) -> None:
    """What was typed is shown again, and nothing is asked for."""
    answer = ask(client, make.departed(), "Closed.")

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "at least 40 characters" in page
    assert "Closed.</textarea>" in page
    assert not Erasure.objects.exists()


def test_asked_twice(client: Client) -> None:
    """The second reason is refused with a sentence, and stays in the form."""
    person = make.departed()
    make.asked_to_erase(person)

    answer = ask(client, person)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "waits for its second officer already" in page
    assert f"{make.REASON}</textarea>" in page


def test_who_has_not_left(client: Client) -> None:
    """While somebody holds him there is no link, no form, and no act."""
    person = make.ready()

    page = shown(client, "erasure", person.case_number)

    assert "in custody" in page
    assert "<textarea" not in page
    assert "Erase this person" not in shown(client, "case", person.case_number)
    assert ask(client, person).status_code == 409
    assert not Erasure.objects.exists()


@pytest.mark.parametrize("typed", ["", "SC-0000-000", "nothing"])
def test_another_number(typed: str, signed_in: SignedIn) -> None:
    """A slip erases nobody; what was typed stays."""
    row = make.asked_to_erase(make.departed())
    second = signed_in(make.officer("reviewer", of=make.second_service()))

    answer = confirm(second, row, typed)

    assert answer.status_code == 400
    assert f'value="{typed}"' in answer.content.decode() or not typed
    assert keyring.has_key(row.person_id)


def test_the_same_service_does_not_confirm(signed_in: SignedIn) -> None:
    """The form is not offered to it, and refused if it is sent."""
    row = make.asked_to_erase(make.departed())
    same = signed_in(make.officer("senior_officer"))

    answer = confirm(same, row, row.person.case_number)

    assert answer.status_code == 409
    assert "another authority" in answer.content.decode()
    assert keyring.has_key(row.person_id)


def test_an_erasure_of_another_case(signed_in: SignedIn) -> None:
    """Under the number of one case nobody confirms the erasure of another."""
    row, other = make.asked_to_erase(make.departed()), make.departed()
    second = signed_in(make.officer("reviewer", of=make.second_service()))
    url = reverse("erasure-confirm", args=[other.case_number, row.pk])

    answer = second.post(url, {"case_number": row.person.case_number})

    assert answer.status_code == 404
    assert keyring.has_key(row.person_id)


def test_who_may_not(signed_in: SignedIn) -> None:
    """A hearing officer reads the case, and finds no door to erasing it."""
    person = make.departed()
    client = signed_in(make.officer("hearing_officer"))

    assert "Erase this person" not in shown(client, "case", person.case_number)
    url = reverse("erasure", args=[person.case_number])
    assert client.get(url).status_code == 403
    assert ask(client, person).status_code == 403


def addresses(person: Person, row: Erasure) -> dict[str, str]:
    """Every page that lies below a case number."""
    number = [person.case_number]
    hearing, made = person.hearings.get(), person.determinations.get()
    opening = override.close(
        person.pk,
        option="X",
        towards="RU",
        reason=make.REASON,
        citation="GC III Art 118",
        officer=make.officer(),
        at=make.NOON,
    )
    claim = person.protection_claims.first() or made
    return {
        **{name: reverse(name, args=number) for name in pages.OF_A_CASE},
        "decide-claim": reverse("decide-claim", args=[*number, claim.pk]),
        "review": reverse("review", args=[*number, made.pk]),
        "option": reverse("option", args=[*number, made.pk, "T"]),
        "receipt": reverse("receipt", args=[*number, hearing.pk]),
        "sign": reverse("sign", args=[*number, opening.pk]),
        "open-entry": reverse("open-entry", args=[*number, hearing.entry_id]),
        "erasure-confirm": reverse("erasure-confirm", args=[*number, row.pk]),
    }


def test_every_page_of_the_case_says_so(client: Client) -> None:
    """One page with the day, status 410, whichever address is asked, and how."""
    person = make.departed()
    row = make.asked_to_erase(person)
    found = addresses(person, row)
    second = make.officer("reviewer", of=make.second_service())
    make.confirmed_erasure(row, by=second)

    for name, url in found.items():
        methods = ["post"] if name in pages.POSTED else ["get", "post"]
        if name in {"case", "determinations", "signatures", "option"}:
            methods = ["get"]
        for method in methods:
            answer = client.generic(method.upper(), url)
            page = answer.content.decode()
            assert answer.status_code == 410, name
            assert "It was erased on 2026-03-02 by two officers" in page, name
            assert pages.broken(page) == [], name


def test_lists_that_name_him_go_on(client: Client, signed_in: SignedIn) -> None:
    """Desk, cases, search, departure list and arrivals stand as before."""
    person, other = make.departed(), make.ready()
    line = person.departures.get()
    referral = person.referrals.get()
    make.erased(person)
    liaison = signed_in(make.officer("liaison", of=line.list.receiver))

    assert client.get(reverse("home")).status_code == 200
    cases = shown(client, "cases")
    assert person.case_number in cases
    assert other.case_number in cases
    assert "Erased by two officers" in cases
    sought = client.post(reverse("cases"), {"number": person.case_number})
    assert sought.headers["Location"] == reverse("case", args=[person.case_number])
    assert person.case_number in shown(client, "list", line.list_id)
    for name in ("lists", "referrals", "reports", "house-facts"):
        assert client.get(reverse(name)).status_code == 200, name
    for name in ("arrivals", "referrals"):
        assert liaison.get(reverse(name)).status_code == 200, name
    for who in (client, liaison):
        thread = who.get(reverse("referral", args=[referral.reference]))
        assert thread.status_code == 410
        assert person.case_number not in thread.content.decode()
    added = client.post(
        reverse("list", args=[line.list_id]), {"number": person.case_number}
    )
    assert added.status_code == 410


def test_narrowed_lists_leave_him_out(client: Client) -> None:
    """Nothing waits to be done for who was erased."""
    person = make.departed()
    make.erased(person)

    for show in ("unheard", "undetermined", "unreviewed", "unsigned", "unerased"):
        answer = client.get(reverse("cases") + f"?show={show}")
        assert answer.status_code == 200, show
        assert person.case_number not in answer.content.decode(), show


def test_a_stranger_does_not_learn_that_he_was_erased(signed_in: SignedIn) -> None:
    """To another camp an erased case is one that is not there."""
    person = make.departed()
    make.erased(person)
    client = signed_in(make.officer(of=make.authority("camp", state="PL")))

    assert client.get(reverse("case", args=[person.case_number])).status_code == 404
