"""The receipt of an interview: who prints it, and that it tells nothing."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from pytest_django import Settings

from safeconduct.accounts.errors import NotPermitted
from safeconduct.hearing import actions, queries
from safeconduct.hearing.errors import NoSuchInterview, NotInTheLog
from safeconduct.hearing.models import Reconfirmation
from safeconduct.journal import integrator, publication, receipts
from safeconduct.journal.models import Entry
from safeconduct.journal.queries import opened, slots
from safeconduct.receipt import slip
from safeconduct.register.models import Person
from tests import make
from tests.fonts import needs_hangul
from tests.receipt import scanning

pytestmark = pytest.mark.django_db
LATER = make.NOON + timedelta(hours=1)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, settings: Settings) -> None:
    settings.LOG_FOLDER = tmp_path / "log"


def step() -> None:
    from django.conf import settings  # noqa: PLC0415  the fixture's, not the file's

    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(settings.LOG_FOLDER, at=make.NOON)


def printed(person: Person, interview: UUID, *roles: str) -> receipts.Standing:
    return actions.print_receipt(
        person.pk, interview, officer=make.officer(*roles), at=LATER
    )


def test_printing_is_an_act() -> None:
    """It stands in the journal on the person: which entry, and nothing of the wish."""
    person = make.person()
    hearing = make.heard(person)
    step()
    standing = printed(person, hearing.pk, "hearing_officer")
    entry = Entry.objects.get(kind="receipt.printed")

    assert standing.receipt is not None
    assert entry.subject == person.pk
    assert opened(entry)["index"] == standing.locator.index
    assert opened(entry)["complete"] is True
    assert "wish" not in opened(entry)


def test_asked_once_more() -> None:
    """That interview has a receipt as well, in the language of his hearing."""
    person = make.person()
    make.heard(person)
    make.confirmed(person)
    asked = Reconfirmation.objects.get()
    step()

    assert printed(person, asked.pk, "intermediary").receipt is not None
    assert queries.interview(person.pk, asked.pk).language == "ko"


def test_not_in_the_log_yet() -> None:
    """Before the log has taken it in nothing is printed, and nothing recorded."""
    person = make.person()
    hearing = make.heard(person)
    with pytest.raises(NotInTheLog, match="next step"):
        printed(person, hearing.pk)

    assert not Entry.objects.filter(kind="receipt.printed").exists()


@pytest.mark.parametrize("role", ["registrar", "reviewer", "departure_officer"])
def test_who_does_not_hear_does_not_print(role: str) -> None:
    """Only those who hear him, or ask him once more."""
    person = make.person()
    hearing = make.heard(person)
    step()
    with pytest.raises(NotPermitted):
        printed(person, hearing.pk, role)


def test_an_interview_of_somebody_else() -> None:
    """It is as if it were not there."""
    person, other = make.person(), make.person()
    hearing = make.heard(other)
    step()
    for wrong in (hearing.pk, uuid4()):
        with pytest.raises(NoSuchInterview):
            printed(person, wrong)


@needs_hangul
def test_whatever_he_said_the_paper_is_the_same() -> None:
    """After different wishes two papers differ in number and codes alone."""
    papers = []
    heard = [
        (make.heard(make.person(), wish), wish)
        for wish in ("refuge:KR", "return:KP", "undecided", "refuses")
    ]
    step()
    for hearing, _wish in heard:
        standing = receipts.of_entry(hearing.entry_id)
        assert standing is not None
        made = slip.pdf(
            standing.verifier, standing.locator, standing.receipt, hearing.language
        )
        number = str(standing.locator.index)
        papers.append(scanning.text(made).replace(f"\n{number}\r", "\n#\r"))
        assert len(scanning.scan(made)) == 2
        assert scanning.size(made) == (1, 148, 210)

    assert len(set(papers)) == 1


def test_no_salt_and_no_value_is_in_the_codes() -> None:
    """Of what opens the entry, not a byte stands on the paper."""
    person = make.person()
    hearing = make.heard(person)
    step()
    standing = printed(person, hearing.pk)
    assert standing.receipt is not None
    carried = standing.locator.to_bytes() + standing.receipt.to_bytes()

    for slot in slots(Entry.objects.get(pk=hearing.entry_id)):
        assert slot[:32] not in carried
        assert not slot[32:] or slot[32:] not in carried
    assert person.case_number.encode() not in carried
    assert person.pk.bytes not in carried
    assert hearing.entry_id.bytes not in carried
