"""The queue, the pair, both records side by side, joining and parting."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.journal import queries as journal
from safeconduct.matching import actions as matching
from safeconduct.matching import links
from safeconduct.matching.models import Merge, Proposal, Verdict
from safeconduct.register.cards import Claim
from safeconduct.register.models import Person
from tests import make
from tests.web import pages
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db
SAME = {"answer": "same", "reason": make.REASON}


def two_records() -> tuple[Person, Person]:
    """The same man twice: his own name, and a paper that spells it in Cyrillic."""
    one = make.record(
        Claim("name", "stated", "백철수"),
        Claim("birth", "stated", "2003-05-07"),
        Claim("unit", "stated", "810th brigade"),
    )
    other = make.record(
        Claim("name", "card_disputed", "Пэк Чхоль Су"),
        Claim("birth", "card_disputed", "2003-07-05"),
        Claim("unit", "comrade", "155th brigade"),
    )
    return one, other


def shown(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def sent(client: Client, name: str, pair: Any, typed: dict[str, str]) -> Any:
    return client.post(reverse(name, args=[pair.pk]), typed, follow=True)


def test_from_the_queue_to_a_merge(signed_in: SignedIn) -> None:
    """A registrar proposes, two answer, a senior officer joins; the case says so."""
    one, other = two_records()
    first = signed_in(make.officer("registrar"))
    typed = {
        "first": one.case_number,
        "second": other.case_number.lower(),
        "why": "Found when I looked for the name on his paper.",
    }
    answer = first.post(reverse("matches"), typed, follow=True)
    pair = Proposal.objects.get()
    assert "Proposed. It waits for two reviewers." in answer.content.decode()
    second = signed_in(make.officer("assessor"))
    senior = signed_in(make.officer("senior_officer"))
    assert str(pair.pk) in shown(second, "matches")
    assert str(pair.pk) not in shown(senior, "matches")

    assert (
        "Your answer is on record"
        in sent(first, "match-answer", pair, SAME).content.decode()
    )
    assert str(pair.pk) not in shown(first, "matches").partition("Joined")[0]
    sent(second, "match-answer", pair, SAME)
    assert str(pair.pk) in shown(senior, "matches")
    joined = {"leading": str(one.pk), "reason": make.REASON}
    sent(senior, "match-merge", pair, joined)

    assert links.leading(other.pk) == one.pk
    page = shown(senior, "case", other.case_number)
    assert "The same person has another record" in page
    assert one.case_number in page
    assert "This record leads." in shown(senior, "case", one.case_number)


def test_both_records_side_by_side(signed_in: SignedIn) -> None:
    """What agrees, nearly agrees and contradicts is marked; the look is on record."""
    one, other = two_records()
    pair = make.pair(one, other)
    client = signed_in(make.officer("registrar"))

    before = shown(client, "match", pair.pk)
    answer = sent(client, "match-records", pair, {})
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "백철수" not in before
    assert "Пэк" not in before
    assert "0 other persons of the register may bear" in page
    for said in (
        *("백철수", "Пэк Чхоль Су", "Both can be read as 백철수."),
        *("day and month in the other order", "contradicts", make.REASON),
    ):
        assert said in page, said
    assert page.count('class="sides__against"') == 1
    assert pages.broken(page) == []
    assert answer.headers["Cache-Control"] == "no-store"
    for person in (one, other):
        kinds = [event.kind for event in journal.timeline(person.pk)]
        assert kinds.count(matching.COMPARED) == 1
    assert client.get(reverse("match-records", args=[pair.pk])).status_code == 405


def test_an_answer_without_a_reason_shows_both_again(signed_in: SignedIn) -> None:
    """Nothing is lost, and nothing is on record but the look."""
    pair = make.pair(*two_records())
    client = signed_in(make.officer("registrar"))

    answer = sent(client, "match-answer", pair, {"answer": "same", "reason": "Yes."})

    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Give a reason of at least 20 characters." in page
    assert "백철수" in page
    assert not Verdict.objects.exists()


def test_the_first_answer_is_not_shown_to_the_second(signed_in: SignedIn) -> None:
    """Neither on the pair, nor beside the records, nor in the record of the case."""
    pair = make.answered(make.pair(*two_records()), "different", times=1)
    client = signed_in(make.officer("assessor"))

    seen = shown(client, "match", pair.pk)
    seen += sent(client, "match-records", pair, {}).content.decode()
    seen += shown(client, "case", pair.first.case_number)

    assert "Waiting for two reviewers" in seen
    assert "What the reviewers said" not in seen
    assert "Two reviewers said" not in seen
    # The words of the first are nowhere; the proposer wrote the same ones.
    assert seen.count(make.REASON) == 1


def test_two_authorities_part_them(signed_in: SignedIn) -> None:
    """One asks and waits; the other one signs."""
    one, other = make.person(), make.person()
    row = make.merged(one, other)
    pair = row.proposal
    senior = signed_in(make.officer("senior_officer"))
    second = signed_in(make.officer("reviewer", of=make.second_service()))

    asked = sent(senior, "match-ask-undo", pair, {"reason": make.REASON})
    alone = sent(senior, "match-undo", pair, {})
    assert "waits for an officer of another authority" in asked.content.decode()
    assert alone.status_code == 409
    assert str(pair.pk) in shown(second, "matches")
    done = sent(second, "match-undo", pair, {})

    assert "Both cases have to be determined again." in done.content.decode()
    assert Merge.objects.get().undone is not None
    assert "has another record" not in shown(senior, "case", one.case_number)


def test_a_pair_of_which_one_case_is_not_his(signed_in: SignedIn) -> None:
    """A camp sees no pair with a case of another camp, and no number of it."""
    camp = make.authority("camp", state="PL")
    one, other = make.person(holder=camp), make.person()
    pair = make.merged(one, other).proposal
    client = signed_in(make.officer("registrar", of=camp))

    assert client.get(reverse("match", args=[pair.pk])).status_code == 404
    assert sent(client, "match-records", pair, {}).status_code == 404
    assert other.case_number not in shown(client, "matches")
    page = shown(client, "case", one.case_number)
    assert "This record leads." in page
    assert "1 record of his is not yours to read." in page
    assert other.case_number not in page
    typed = {"first": one.case_number, "second": other.case_number, "why": "Alike."}
    answer = client.post(reverse("matches"), typed)
    assert answer.status_code == 404


def test_the_gate_says_that_it_stands_in_another_record(signed_in: SignedIn) -> None:
    """A ground of the other record is marked on the page of the list."""
    one, other = make.ready(), make.person()
    make.merged(one, other, at=make.NOON - timedelta(days=12))
    departure = make.departure_list()
    client = signed_in(make.officer("departure_officer"))

    answer = client.post(
        reverse("list", args=[departure.pk]), {"number": one.case_number}
    )

    assert answer.status_code == 409
    assert "in another record of the same person" in answer.content.decode()


def test_who_was_erased(signed_in: SignedIn) -> None:
    """A pair with somebody who was erased is gone, with the day."""
    gone = make.departed()
    pair = make.pair(gone, make.person())
    make.erased(gone)
    client = signed_in(make.officer("registrar"))

    assert client.get(reverse("match", args=[pair.pk])).status_code == 410
    assert str(pair.pk) not in shown(client, "matches")
