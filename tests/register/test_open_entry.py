from pathlib import Path

import pytest
from pytest_django import Settings

from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.models import Officer, Role
from safeconduct.accounts.policy import ROLES, Right
from safeconduct.journal import check, queries
from safeconduct.journal.errors import NoSuchEntry
from safeconduct.journal.models import Entry, Padding
from safeconduct.keyring import queries as keyring
from safeconduct.register import actions
from safeconduct.register.errors import NotStated
from safeconduct.register.models import Person
from tests import make
from tests.journal.published import published

pytestmark = pytest.mark.django_db
LATER = make.NOON


@pytest.fixture
def person(settings: Settings, tmp_path: Path) -> Person:
    """Somebody who was heard, and whose acts are published."""
    found = make.person()
    make.heard(found)
    published(settings, tmp_path)
    return found


def heard() -> Entry:
    return Entry.objects.get(kind="hearing.recorded")


def open_(entry: Entry | Padding | int, officer: Officer, **changed: object) -> object:
    given = {"recipient": "Counsel", **changed}
    named = entry if isinstance(entry, int) else entry.pk
    return actions.open_entry(named, ["act"], officer=officer, at=LATER, **given)  # type: ignore[arg-type]


def test_who_opened_what_is_an_act(person: Person) -> None:
    """The act names officer, entry, fields and recipient, and no value of a field."""
    clerk = make.officer("legal_officer")
    actions.open_entry(
        heard().pk, ["wish", "at"], recipient=" ICRC ", officer=clerk, at=LATER
    )

    act = Entry.objects.get(kind="journal.opened")
    said = queries.opened(act)
    assert (act.subject, act.actor_id) == (person.pk, clerk.pk)
    assert said["entry"] == str(heard().pk)
    assert said["fields"] == '["wish","at"]'
    assert said["recipient"] == "ICRC"
    assert "refuge" not in str(said)
    assert list(check.differences()) == []


@pytest.mark.usefixtures("person")
def test_a_refusal_leaves_no_act() -> None:
    """What was not opened was not opened: nothing is recorded."""
    with pytest.raises(NotPermitted):
        open_(heard(), make.officer("registrar"))
    with pytest.raises(NotStated, match="whom"):
        open_(heard(), make.officer("legal_officer"), recipient=" a ")
    with pytest.raises(NoSuchEntry):
        open_(heard(), make.officer("legal_officer"), of=keyring.OFFICE)

    assert not Entry.objects.filter(kind="journal.opened").exists()


def test_who_holds_the_right() -> None:
    """The legal officer, and the monitor for dummies; never who administers."""
    holders = {
        role for role, (_, rights) in ROLES.items() if Right.OPEN_ENTRY in rights
    }

    assert holders == {Role.LEGAL_OFFICER, Role.MONITOR}


@pytest.mark.usefixtures("person")
def test_a_monitor_opens_dummies_alone() -> None:
    """He sees that a dummy stands for nothing, and no act of anybody."""
    monitor = make.officer("monitor", of=make.authority("monitor", state=""))
    dummy = Padding.objects.first()
    assert dummy is not None

    open_(dummy, monitor)
    office = Entry.objects.filter(subject=keyring.OFFICE).first()
    assert office is not None
    for entry in (heard(), office):
        with pytest.raises(NotPermitted):
            open_(entry, monitor)
    assert Entry.objects.get(kind="journal.opened").subject == keyring.PADDING


def test_another_camp(person: Person) -> None:
    """A legal officer of a camp opens what concerns his own prisoners."""
    camp = make.officer("legal_officer", of=person.holder)
    other = make.officer("legal_officer", of=make.authority("camp", state="PL"))

    open_(heard(), camp)
    with pytest.raises(NotPermitted):
        open_(heard(), other)


def test_acts_of_the_house(person: Person) -> None:
    """An act that concerns no person is opened by who sees the whole house."""
    office = Entry.objects.filter(subject=keyring.OFFICE).first()
    assert office is not None

    open_(office, make.officer("legal_officer"))
    with pytest.raises(NotPermitted):
        open_(office, make.officer("legal_officer", of=person.holder))
