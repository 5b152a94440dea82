"""The analyst's desk: what waits, one item a page, decided with and without keys."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.reports.models import Decision, Item
from tests import make
from tests.reports import world
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


def _item(kind: str = "figure", **like: Any) -> Item:
    return Item.objects.filter(kind=kind, **like).order_by("at", "id")[0]


def _page(client: Client, item: Item) -> str:
    return client.get(reverse("report-item", args=[item.pk])).content.decode()


def _post(client: Client, item: Item, verdict: str, **typed: Any) -> Any:
    url = reverse("report-item", args=[item.pk])
    return client.post(url, {"verdict": verdict, "seen": "0", "reason": "R", **typed})


def test_the_desk_lists_what_waits(client: Client) -> None:
    """What was found, where, and why it stands so high."""
    world.taken(world.FIRST)
    world.taken(world.OTHER)

    page = client.get(reverse("report-desk")).content.decode()

    assert "at least 40: captured" in page
    assert "Mill changes hands" in page
    assert "disagrees" in page
    assert page.index("exclude each other") < page.index("at least 40")


def test_an_empty_desk_says_what_to_do(client: Client) -> None:
    """Both queues."""
    for query in ("", "?second"):
        page = client.get(reverse("report-desk") + query).content.decode()
        assert "Nothing waits" in page


def test_an_item_shows_both_texts(client: Client) -> None:
    """The span in its context, its reading, and the words of the parent."""
    world.taken(world.FIRST)
    world.taken(world.COPY)

    page = _page(client, _item("lineage", other__isnull=False))

    assert page.count("harbour master") >= 2
    assert '<mark class="excerpt__words">' in page
    assert "Sailors are home after nine weeks" in page
    assert "Ferry with released sailors" in page


def test_a_disagreement_shows_its_arithmetic(client: Client) -> None:
    """Both statements, and the sentence that says why."""
    world.taken(world.FIRST)
    world.taken(world.OTHER)

    page = _page(client, _item("disagreement", relation="disjoint"))

    assert "What it stands against" in page
    assert "cannot both" in page


def test_accepting_goes_on_to_the_next(client: Client) -> None:
    """The button's verdict is recorded; the page that follows is the next item's."""
    world.taken(world.FIRST)
    world.taken(world.OTHER)
    item = _item("disagreement", relation="disjoint")

    answer = _post(client, item, "accept")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/reports/desk/")
    assert Decision.objects.get().verdict == "accept"


def test_a_figure_is_corrected(client: Client) -> None:
    """Only what was changed is a correction; the machine's reading is shown beside."""
    world.taken(world.OTHER)
    item = _item()

    answer = _post(
        client, item, "correct", role="missing", low="12", high="14", high_open="on"
    )

    assert answer.status_code == 302
    item.refresh_from_db()
    assert item.state == "corrected"
    page = _page(client, item)
    assert "How the machine read it" in page
    assert "12 to 14" in page


def test_nothing_changed_is_no_correction(client: Client) -> None:
    """The form comes back and says so."""
    world.taken(world.OTHER)

    answer = _post(client, _item(), "correct", role="captured", low="12", high="12")

    assert answer.status_code == 400
    assert "Nothing is corrected" in answer.content.decode()


def test_a_changed_reading_is_not_accepted_by_mistake(client: Client) -> None:
    """Who typed a correction and presses the wrong button is asked."""
    world.taken(world.OTHER)

    answer = _post(client, _item(), "accept", role="captured", low="13", high="13")

    assert answer.status_code == 400
    assert "You changed the reading" in answer.content.decode()
    assert not Decision.objects.exists()


def test_refusing_asks_why(client: Client) -> None:
    """Without a reason nothing is recorded."""
    world.taken(world.OTHER)

    answer = _post(client, _item(), "refuse", reason=" ")

    assert answer.status_code == 400
    assert not Decision.objects.exists()


def test_somebody_was_faster(client: Client) -> None:
    """The page that was open is no longer how things stand."""
    world.taken(world.OTHER)
    item = _item()
    world.say(item.pk, "accept", make.officer("analyst"))

    answer = _post(client, item, "refuse")

    assert answer.status_code == 409
    assert "meanwhile" in answer.content.decode()


def test_the_second_analyst_has_a_queue(client: Client, signed_in: SignedIn) -> None:
    """He sees what the first said and why, and seconds it."""
    report = world.taken(world.FIRST)
    url = reverse("report", args=[report.pk])
    start = world.FIRST.index("Families stood")
    client.post(url, {"sentence": [str(start)]})
    passage = _item("passage")
    second = signed_in(make.officer("analyst"))

    queue = second.get(reverse("report-desk") + "?second").content.decode()
    answer = second.post(
        reverse("report-item", args=[passage.pk]) + "?second",
        {"verdict": "accept", "seen": "1"},
    )

    assert "Families stood behind the fence" in queue
    assert answer.status_code == 302
    passage.refresh_from_db()
    assert passage.second is not None
    assert (
        "by two analysts: a finding may rest on it" in client.get(url).content.decode()
    )


def test_a_finding_offers_only_evidence(client: Client) -> None:
    """A passage that one analyst marked is not offered yet."""
    report = world.taken(world.FIRST)
    start = world.FIRST.index("Families stood")
    client.post(reverse("report", args=[report.pk]), {"sentence": [str(start)]})
    person = make.person()
    findings = reverse("findings", args=[person.case_number]) + "?group=risk&d=KP"

    before = client.get(findings).content.decode()
    world.say(_item("passage").pk, "accept", make.officer("analyst"))
    after = client.get(findings).content.decode()

    assert "Families stood" not in before
    assert "Families stood" in after


def test_who_reads_and_does_not_judge(signed_in: SignedIn) -> None:
    """He sees the item without a form; the desk and the examples are not his."""
    world.taken(world.OTHER)
    item = _item()
    reader = signed_in(make.officer("press_officer"))

    page = _page(reader, item)

    assert 'name="verdict"' not in page
    assert _post(reader, item, "accept").status_code == 403
    assert reader.get(reverse("report-desk")).status_code == 403
    assert reader.post(reverse("report-examples")).status_code == 403
    assert reader.post(reverse("report-compare")).status_code == 403
