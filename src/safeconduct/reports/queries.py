"""What may be read of the reports."""

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
from safeconduct.reports import families
from safeconduct.reports.errors import NoSuchPassage, NoSuchReport, NotAccepted
from safeconduct.reports.models import Item, Passage, Publication
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
    return Report(row.pk, row.imported, reading(row, key))


def reading(row: Publication, key: Key) -> Reading:
    """Unseal what the reader made of a report, for another part of this room."""
    sealed = key.unseal(bytes(row.reading), place=place(row.pk, "reading"))
    return Reading.from_json(sealed)


def newest_readings(most: int) -> dict[UUID, Reading]:
    """Open the newest reports for an act that compares them, oldest first."""
    key = keyring.key(keyring.OFFICE)
    rows = Publication.objects.defer("original").order_by("-imported", "-id")[:most]
    return {row.pk: _opened(row, key).reading for row in reversed(rows)}


@dataclass(frozen=True)
class Quoted:
    """A marked passage with its words, where they stand, and whether it counts."""

    id: UUID
    item: UUID
    publication: UUID
    title: str
    start: int
    end: int
    text: str
    state: str  # a value of `Item.State`
    state_label: str
    is_evidence: bool  # two analysts have accepted it


def passages(
    officer: Officer,
    *,
    of: UUID | None = None,
    ids: Collection[UUID] | None = None,
) -> list[Quoted]:
    """List marked passages: all, those of one report, or those named."""
    if not policy.allows(officer, Right.READ_REPORTS):
        return []
    rows = Passage.objects.select_related("item").order_by("publication", "start")
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
        found.append(_quoted(row, opened[at]))
    return found


def _quoted(row: Passage, of: Report) -> Quoted:
    return Quoted(
        id=row.pk,
        item=row.item_id,
        publication=of.id,
        title=of.title,
        start=row.start,
        end=row.end,
        text=of.text[row.start : row.end],
        state=row.item.state,
        state_label=str(row.item.get_state_display()),
        is_evidence=_counts(row.item),
    )


def _counts(item: Item) -> bool:
    return item.state == Item.State.ACCEPTED and item.second_id is not None


def demand_passages(officer: Officer, ids: Collection[UUID]) -> None:
    """Make sure that a finding rests on passages the officer can read.

    Raises:
        NoSuchPassage: One of them does not exist, or he may not read reports.
        NotAccepted: Two analysts have not accepted one of them.
    """
    known = Passage.objects.filter(pk__in=ids).select_related("item")
    known = known.select_for_update(of=("item",))
    if not policy.allows(officer, Right.READ_REPORTS) or len(known) != len(set(ids)):
        raise NoSuchPassage(
            gettext_noop("One of the passages does not exist: mark it again.")
        )
    if not all(_counts(row.item) for row in known):
        raise NotAccepted


def sources(quoted: Collection[Quoted]) -> int:
    """Count the independent sources behind passages.

    A family of copies is one source. So are two families whose passages name the same
    speaker last: whoever repeats him adds nothing (REPORTS.md 2).
    """
    if not quoted:
        return 0
    groups = families.Groups(families.of_all())
    for one in quoted:
        groups.add(one.publication)
    rows = Publication.objects.defer("original")
    key = keyring.key(keyring.OFFICE)
    speakers: dict[str, UUID] = {}
    for row in rows.filter(pk__in={one.publication for one in quoted}):
        reading = _opened(row, key).reading
        spans = [(q.start, q.end) for q in quoted if q.publication == row.pk]
        for who in families.speakers(reading, spans):
            groups.join(row.pk, speakers.setdefault(who, row.pk))
    return groups.count({one.publication for one in quoted})


def families_of_reports(officer: Officer) -> list[list[UUID]]:
    """List the families of reports, each with its reports; most stand alone."""
    if not policy.allows(officer, Right.READ_REPORTS):
        return []
    groups = families.Groups(families.of_all())
    for pk in Publication.objects.order_by("imported").values_list("pk", flat=True):
        groups.add(pk)
    return sorted(groups, key=lambda family: (-len(family), family[0]))
