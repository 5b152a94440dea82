from uuid import uuid4

import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.reports import actions, queries
from safeconduct.reports.errors import (
    AlreadyImported,
    NoSuchPassage,
    NoSuchReport,
    Unreadable,
)
from safeconduct.reports.models import Publication
from tests import make

pytestmark = pytest.mark.django_db
TEXT = (
    b"Camp visited by monitors\n\n"
    b"Monitors say that at least 40 soldiers were captured near Sudzha.\n\n"
    b"Original Source: www.example.org\n"
)


def imported(data: bytes = TEXT) -> Publication:
    return actions.import_report(
        data, name="a.txt", officer=make.officer(), at=make.NOON
    )


def test_report_is_read() -> None:
    """Title, declared source, figures and body come out; the credit is no body."""
    report = queries.report(imported().pk, officer=make.officer())

    assert report.title == "Camp visited by monitors"
    assert report.reading.declared_sources == ("www.example.org",)
    assert "Original Source" not in report.reading.body
    (figure,) = report.reading.figures
    assert figure.low == 40
    assert figure.high is None
    assert figure.role == "captured"


def test_original_is_kept_sealed() -> None:
    """Neither the original nor the reading stands in the database in clear."""
    row = imported()

    assert b"Sudzha" not in bytes(row.original) + bytes(row.reading)


def test_same_file_again() -> None:
    """The same bytes are taken once, and the error says where they are."""
    first = imported()
    with pytest.raises(AlreadyImported) as refusal:
        imported()
    assert refusal.value.publication == first.pk


@pytest.mark.parametrize(
    ("data", "why"), [(b"", "empty"), (b"\x89PNG\r\n\x1a\n" + bytes(50), "not text")]
)
def test_unreadable(data: bytes, why: str) -> None:
    """A file without text is refused with a sentence."""
    with pytest.raises(Unreadable, match=why):
        imported(data)


def test_passage() -> None:
    """A marked passage is found again with its words."""
    report = imported()
    reader = make.officer()
    text = queries.report(report.pk, officer=reader).text
    start = text.index("at least")
    actions.quote(report.pk, start=start, end=start + 17, officer=reader, at=make.NOON)

    (passage,) = queries.passages(reader, of=report.pk)
    assert passage.text == "at least 40 soldi"


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (0, 99_999), (-1, 4)])
def test_no_such_passage(start: int, end: int) -> None:
    """A span outside the text is refused."""
    with pytest.raises(NoSuchPassage):
        actions.quote(
            imported().pk, start=start, end=end, officer=make.officer(), at=make.NOON
        )


def test_who_may_read() -> None:
    """Reports name people: a registrar and a stranger do not read them."""
    report = imported()
    for officer in (make.officer("registrar"), make.stranger()):
        assert queries.reports(officer) == []
        for number in (report.pk, uuid4()):
            with pytest.raises(NoSuchReport, match="no such report"):
                queries.report(number, officer=officer)
    with pytest.raises(NotPermitted):
        actions.import_report(
            TEXT, name="b.txt", officer=make.officer("assessor"), at=make.NOON
        )
