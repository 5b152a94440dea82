"""What reports say together: topics, lineage, examples."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from safeconduct.reports.models import Item
from tests import make
from tests.reports import world
from tests.web import pages

pytestmark = pytest.mark.django_db


def test_a_topic_is_drawn_and_told(client: Client) -> None:
    """Intervals on one axis, and a table that says the same."""
    for text in (world.FIRST, world.COPY, world.OTHER):
        world.taken(text)

    listed = client.get(reverse("report-topics")).content.decode()
    page = client.get(reverse("report-topic", args=["captured"])).content.decode()

    assert reverse("report-topic", args=["captured"]) in listed
    assert "<svg" in page
    assert "<desc>" in page
    assert "2 independent sources" in page
    assert "at least 40" in page
    assert pages.broken(page) == []


def test_a_topic_that_is_none(client: Client) -> None:
    """Nobody counts it."""
    answer = client.get(reverse("report-topic", args=["unicorns"]))

    assert answer.status_code == 404


def test_lineage_is_drawn_and_told(client: Client) -> None:
    """The family, its picture without inline style, and every link with its state."""
    world.taken(world.FIRST)
    world.taken(world.COPY)

    page = client.get(reverse("report-lineage")).content.decode()

    assert "<svg" in page
    assert "<style" not in page
    assert "copy" in page
    assert pages.broken(page) == []


def test_the_picture_speaks_his_language(client: Client) -> None:
    """What stands on its lines and in its description, in Korean."""
    world.taken(world.FIRST)
    world.taken(world.COPY)

    answer = client.get(reverse("report-lineage"), headers={"accept-language": "ko"})
    _, _, rest = answer.content.decode().partition("<svg")
    picture, _, _ = rest.partition("</svg>")

    with override("ko"):
        relation, status = gettext("copy"), gettext("found by the machine")
    assert f">{relation}</text>" in picture
    assert f"{relation} ({status})" in picture
    assert "copy" not in picture


def test_a_refused_link_is_told_and_not_drawn(client: Client) -> None:
    """It stays visible as refused."""
    world.taken(world.FIRST)
    world.taken(world.COPY)
    world.seconded(Item.objects.exclude(other=None).get(kind="lineage").pk, "refuse")

    page = client.get(reverse("report-lineage")).content.decode()

    assert "refused, by two analysts" in " ".join(page.split())
    assert "<svg" not in page


def test_comparing_again_says_what_is_new(client: Client) -> None:
    """Nothing, when nothing has changed."""
    world.taken(world.FIRST)
    world.taken(world.OTHER)

    page = client.post(reverse("report-compare"), follow=True).content.decode()

    assert "Compared. 0 items are new." in page


def test_examples_are_json_lines(client: Client) -> None:
    """One object a line, as a file that no cache keeps."""
    (entry,) = world.found(world.taken(world.OTHER), "figure")
    nothing = client.post(reverse("report-examples"), follow=True).content.decode()
    world.seconded(entry.id, "refuse", is_harmless=True)

    answer = client.post(reverse("report-examples"))

    assert "no example yet" in nothing
    assert answer["Content-Type"].startswith("application/jsonl")
    assert answer["Cache-Control"] == "no-store"
    (line,) = answer.content.decode().splitlines()
    assert json.loads(line)["right"] is None


def test_several_files_are_taken_in(client: Client) -> None:
    """What was taken and what was left out, with the reason for each."""
    files = [
        SimpleUploadedFile("a.txt", world.FIRST.encode()),
        SimpleUploadedFile("b.txt", world.OTHER.encode()),
        SimpleUploadedFile("c.png", b"\x89PNG\r\n\x1a\n" + bytes(40)),
    ]

    page = client.post(reverse("report-new"), {"file": files}).content.decode()

    assert "2 reports taken in" in page
    assert "c.png" in page
    assert pages.broken(page) == []


def test_a_reader_sees_topics_and_lineage(client: Client) -> None:
    """What the house knows of reports is for all who read them."""
    world.taken(world.FIRST)
    client.force_login(make.officer("press_officer"))

    for name in ("report-topics", "report-lineage"):
        page = client.get(reverse(name)).content.decode()
        assert reverse("report-desk") not in page
