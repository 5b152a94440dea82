"""Files that were made to exhaust the register, sent by programs."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from safeconduct.bounded import Nursery
from safeconduct.reports import documents
from safeconduct.reports.models import Publication
from safeconduct.reports.reading import read_whole
from safeconduct.text import Part
from tests import hostile
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db
TEXT = b"Of 120 prisoners, some 40 were returned, three former guards say."


@pytest.mark.parametrize("name", hostile.FILES)
def test_a_hostile_file(clerk: Caller, name: str) -> None:
    """Refused with a sentence in the one shape, or read as far as it can be."""
    file = SimpleUploadedFile(name, hostile.FILES[name]())
    answer = clerk.upload("/reports", file=file)

    assert answer.status_code in {201, 422}
    if answer.status_code == 422:
        assert answer.json()["error"] == "unreadable"
        assert answer.json()["message"].endswith(".")
        assert not Publication.objects.exists()


def test_what_takes_too_long(clerk: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several files the others are taken in, and it is told of this one."""
    nursery = Nursery(seconds=2)
    nursery.call(read_whole, Part("", b"One."), "", 99)  # is loaded
    monkeypatch.setattr(documents, "uploads", lambda: nursery)
    long = SimpleUploadedFile("long.txt", hostile.endless())

    alone = clerk.upload("/reports", file=long)
    assert (alone.status_code, alone.json()["error"]) == (422, "unreadable")
    assert "more time or memory" in alone.json()["message"]

    long.seek(0)
    files = [long, SimpleUploadedFile("a.txt", TEXT)]
    batch = clerk.upload("/reports/collections", file=files).json()
    assert len(batch["taken"]) == 1
    assert [one["name"] for one in batch["refused"]] == ["long.txt"]
    assert "more time or memory" in batch["refused"][0]["why"]


def test_while_others_are_read(clerk: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits as long as one may take is asked to come back."""
    nursery = Nursery(seconds=0.2, at_once=1)
    monkeypatch.setattr(documents, "uploads", lambda: nursery)
    other = nursery.each(range, 2)
    next(other)

    answer = clerk.upload("/reports", file=SimpleUploadedFile("a.txt", TEXT))

    assert answer.status_code == 422
    assert "Try again in a minute" in answer.json()["message"]
    assert list(other) == [1]
