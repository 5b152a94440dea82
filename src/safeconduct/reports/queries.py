"""What may be read of the reports."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.keys import Key
from safeconduct.reports.errors import NoSuchPassage, NoSuchReport
from safeconduct.reports.models import Passage, Publication
from safeconduct.reports.reading import Reading


def place(publication: UUID, part: str) -> str:
    """Name the place a sealed part of a report belongs to."""
    return f"reports/{part}/{publication}"


@dataclass(frozen=True)
class Report:
    """A report as a page shows it."""

    id: UUID
    imported: datetime
    reading: Reading

    @property
    def title(self) -> str:
        """The title; empty when the text has none."""
        return self.reading.title

    @property
    def text(self) -> str:
        """The whole text that offsets count in."""
        return self.reading.text


def reports(officer: Officer) -> list[Report]:
    """List the reports the officer may read, newest first."""
    if not policy.allows(officer, Right.READ_REPORTS):
        return []
    key = keyring.key(keyring.OFFICE)
    rows = Publication.objects.defer("original").order_by("-imported")
    return [_opened(row, key) for row in rows]


def count(officer: Officer) -> int:
    """Count the reports the officer may read, without opening one."""
    may = policy.allows(officer, Right.READ_REPORTS)
    return Publication.objects.count() if may else 0


def report(publication_id: UUID, *, officer: Officer) -> Report:
    """Open one report.

    Raises:
        NoSuchReport: There is none, or the officer may not read reports.
    """
    row = Publication.objects.defer("original").filter(pk=publication_id).first()
    if row is None or not policy.allows(officer, Right.READ_REPORTS):
        raise NoSuchReport("There is no such report, or it is not yours to read.")
    return _opened(row, keyring.key(keyring.OFFICE))


def _opened(row: Publication, key: Key) -> Report:
    sealed = key.unseal(bytes(row.reading), place=place(row.pk, "reading"))
    return Report(row.pk, row.imported, Reading.from_json(json.loads(sealed)))


@dataclass(frozen=True)
class Quoted:
    """A marked passage with its words and where they stand."""

    id: UUID
    publication: UUID
    title: str
    start: int
    end: int
    text: str


def passages(
    officer: Officer,
    *,
    of: UUID | None = None,
    ids: Collection[UUID] | None = None,
) -> list[Quoted]:
    """List marked passages: all, those of one report, or those named."""
    if not policy.allows(officer, Right.READ_REPORTS):
        return []
    rows = Passage.objects.order_by("publication", "start")
    if of is not None:
        rows = rows.filter(publication=of)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    found = []
    opened: dict[UUID, Report] = {}
    for row in rows:
        at = row.publication_id
        if at not in opened:
            opened[at] = report(at, officer=officer)
        text = opened[at].text[row.start : row.end]
        found.append(Quoted(row.pk, at, opened[at].title, row.start, row.end, text))
    return found


def demand_passages(officer: Officer, ids: Collection[UUID]) -> None:
    """Make sure that a finding rests on passages the officer can read.

    Raises:
        NoSuchPassage: One of them does not exist, or he may not read reports.
    """
    known = Passage.objects.filter(pk__in=ids).count()
    if not policy.allows(officer, Right.READ_REPORTS) or known != len(set(ids)):
        raise NoSuchPassage(
            gettext_noop("One of the passages does not exist: mark it again.")
        )
