from pathlib import Path
from uuid import uuid4

import pytest
from pytest_django import Settings

from safeconduct.journal import openings
from safeconduct.journal.errors import NoSuchEntry, NoSuchField, NotPublished
from safeconduct.journal.models import Entry, Leaf, Padding
from safeconduct.journal.opening_file import OpeningFile
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.actions import destroy
from safeconduct.keyring.errors import KeyDestroyed
from tests import make
from tests.journal.published import published

pytestmark = pytest.mark.django_db


def test_chosen_fields(settings: Settings, tmp_path: Path) -> None:
    """A monitor learns the fields that were chosen, and that they are in the log."""
    make.heard(make.person())
    policy = published(settings, tmp_path)
    entry = Entry.objects.get(kind="hearing.recorded")
    made = openings.disclose(openings.find(entry.pk), ["at", "act"])
    shown = OpeningFile.parse(made.text).verify(policy)

    assert shown.fields == (("at", entry.at.isoformat()), ("act", "hearing.recorded"))
    assert Leaf.objects.get(index=shown.index).commitment == entry.commitment


def test_every_field_of_every_act(settings: Settings, tmp_path: Path) -> None:
    """Whatever an act said can be opened, field by field."""
    make.determined(make.unable())
    policy = published(settings, tmp_path)

    for entry in Entry.objects.all():
        found = openings.find(entry.pk)
        said = openings.fields(found)
        shown = openings.disclose(found, list(said)).verify(policy)
        assert dict(shown.fields) == said


def test_found_by_its_place(settings: Settings, tmp_path: Path) -> None:
    """An index leads to the act, or to the dummy, that stands there."""
    make.person()
    published(settings, tmp_path)

    found = {openings.find(index).id for index in range(64)}

    acts = set(Entry.objects.values_list("pk", flat=True))
    assert found == acts | set(Padding.objects.values_list("pk", flat=True))


def test_a_dummy(settings: Settings, tmp_path: Path) -> None:
    """A dummy is shown to stand for nothing."""
    make.person()
    policy = published(settings, tmp_path)
    dummy = Padding.objects.first()
    assert dummy is not None
    found = openings.find(dummy.pk)

    assert found.subject == keyring.PADDING
    assert openings.fields(found) == {"act": "padding"}
    shown = openings.disclose(found, ["act"]).verify(policy)
    assert shown.fields == (("act", "padding"),)


@pytest.mark.parametrize("named", [uuid4(), 64, 10**15, -1])
def test_no_such_entry(settings: Settings, tmp_path: Path, named: object) -> None:
    """An id or a place that is not there is said so."""
    make.person()
    published(settings, tmp_path)

    with pytest.raises(NoSuchEntry):
        openings.find(named)  # type: ignore[arg-type]


@pytest.mark.parametrize("names", [[], ["colour"], ["act", "act"], ["act", "Act"]])
def test_no_such_field(settings: Settings, tmp_path: Path, names: list[str]) -> None:
    """None, one twice, or one that is not there: the names that are there are told."""
    make.person()
    published(settings, tmp_path)
    entry = Entry.objects.get(kind="register.registered")

    with pytest.raises(NoSuchField, match="act, actor, at, authority"):
        openings.disclose(openings.find(entry.pk), names)


def test_not_published_yet(settings: Settings, tmp_path: Path) -> None:
    """What outsiders could not check is not opened for them."""
    settings.LOG_FOLDER = tmp_path
    make.person()
    entry = Entry.objects.get(kind="register.registered")
    with pytest.raises(NotPublished, match="next step"):
        openings.disclose(openings.find(entry.pk), ["act"])
    published(settings, tmp_path)
    make.heard(make.person())
    later = Entry.objects.get(kind="hearing.recorded")

    with pytest.raises(NotPublished, match="next step"):
        openings.disclose(openings.find(later.pk), ["act"])


def test_altered_files(settings: Settings, tmp_path: Path) -> None:
    """Files that do not prove the entry are never handed out."""
    make.person()
    published(settings, tmp_path)
    tile = tmp_path / "tile/0/000.p/64"
    tile.write_bytes(bytes(2048))
    entry = Entry.objects.get(kind="register.registered")

    with pytest.raises(NotPublished, match="do not prove"):
        openings.disclose(openings.find(entry.pk), ["act"])


def test_erased(settings: Settings, tmp_path: Path) -> None:
    """Of a person who was erased nothing can be opened any more."""
    person = make.person()
    published(settings, tmp_path)
    destroy(person.pk, at=make.NOON)
    entry = Entry.objects.get(kind="register.registered")

    with pytest.raises(KeyDestroyed):
        openings.disclose(openings.find(entry.pk), ["act"])
