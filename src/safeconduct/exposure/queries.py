"""Which sightings and incidents are there, how pressing, and what was done?"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.determination.models import Determination
from safeconduct.exposure import sealing, watching
from safeconduct.exposure.errors import NoSuchIncident, NoSuchLetter, NoSuchSighting
from safeconduct.exposure.letter import Draft
from safeconduct.exposure.models import (
    FamilyWarning,
    Incident,
    Judgement,
    Scan,
    Sighting,
    Takedown,
)
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.keys import Key
from safeconduct.reports.models import Publication

RIGHTS = (Right.WATCH_PRESS, Right.HANDLE_EXPOSURE)
CLASSES = ("direct", "quasi", "wish")  # in the order in which they are kept
AboutHim = TypeVar("AboutHim", Sighting, Incident)


@dataclass(frozen=True)
class Found:
    """Some characters of a report's text, end exclusive, and what they tell."""

    start: int
    end: int
    kind: str
    field: str


@dataclass(frozen=True)
class Judged:
    """What an officer said of a sighting, with his reason unsealed."""

    answer: str
    label: str
    reason: str
    officer: str
    at: datetime
    round: int


@dataclass(frozen=True)
class Seen:
    """A sighting as a page shows it: a case number and spans, and no identity.

    Attributes:
        k: How many people the text may be about.
        k_without: The same without each detail, by its field.
        is_candidate: He is one of a crowd, so far as the machine can tell.
        incident: What became of it, if it was confirmed.
    """

    id: UUID
    publication: UUID
    case_number: str
    round: int
    k: int
    k_without: Mapping[str, int]
    classes: tuple[str, ...]
    spans: tuple[Found, ...]
    state: str
    label: str
    at: datetime
    judgements: tuple[Judged, ...]
    incident: UUID | None

    @property
    def is_candidate(self) -> bool:
        """Say whether enough people share what is told."""
        return self.k >= watching.THRESHOLD


@dataclass(frozen=True)
class Letter:
    """A letter to a publisher, and what came of it."""

    id: UUID
    language: str
    to: str
    reply_to: str
    quotes: tuple[str, ...]
    officer: str
    service: str
    at: datetime
    answer: str
    label: str
    answered: datetime | None
    note: str


@dataclass(frozen=True)
class Warned:
    """His family was warned, or why not."""

    done: bool
    words: str
    officer: str
    at: datetime


@dataclass(frozen=True)
class Happened:
    """An incident as a page shows it."""

    id: UUID
    case_number: str
    publication: UUID | None
    sighting: UUID | None
    language: str
    published: date | None
    k: int
    classes: tuple[str, ...]
    publisher: str
    title: str
    address: str
    reason: str
    quotes: tuple[str, ...]  # of a publication that is not among the reports
    status: str
    label: str
    officer: str
    at: datetime
    is_determined: bool  # his ways out were determined again since
    letters: tuple[Letter, ...]
    warnings: tuple[Warned, ...]
    ended: datetime | None
    end_reason: str

    @property
    def is_closed(self) -> bool:
        """Say whether nothing is left to do."""
        return self.ended is not None


@dataclass(frozen=True)
class Row:
    """A sighting or an incident in a list; nothing of it is unsealed."""

    id: UUID
    case_number: str
    k: int
    classes: tuple[str, ...]
    state: str
    label: str
    at: datetime
    round: int = 1
    is_candidate: bool = False
    is_determined: bool = False


def may_see(officer: Officer) -> bool:
    """Say whether the officer works on exposures at all."""
    return any(policy.allows(officer, right) for right in RIGHTS)


def _his(rows: QuerySet[AboutHim], officer: Officer) -> QuerySet[AboutHim]:
    """Keep what concerns cases the officer works on, the most dangerous first."""
    if not may_see(officer):
        return rows.none()
    named = rows.select_related("person")
    if not policy.sees_everything(officer):
        named = named.filter(person__holder=officer.authority)
    return named.order_by("k", "at", "id")


def sightings(officer: Officer, *, of: UUID | None = None) -> list[Row]:
    """List what waits to be judged, or everything in one report, by danger."""
    rows = _his(Sighting.objects.all(), officer)
    chosen = (
        rows.filter(state=Sighting.State.OPEN)
        if of is None
        else rows.filter(publication=of)
    )
    return [
        Row(
            id=row.pk,
            case_number=row.person.case_number,
            k=row.k,
            classes=_classes(row.classes),
            state=row.state,
            label=str(row.get_state_display()),
            at=row.at,
            round=row.round,
            is_candidate=row.k >= watching.THRESHOLD,
        )
        for row in _living(chosen)
    ]


def incidents(officer: Officer, *, closed: bool) -> list[Row]:
    """List the incidents that are closed, or those that are not.

    The most dangerous stand first: the fewest people, then the oldest.
    """
    rows = _his(Incident.objects.all(), officer)
    return _listed(rows.filter(ended__isnull=not closed))


def of_person(person_id: UUID) -> list[Row]:
    """List the incidents of a case, the newest first.

    Whoever asks has made sure that the officer may know of his protection.
    """
    rows = Incident.objects.filter(person=person_id).select_related("person")
    return _listed(rows.order_by("-at", "-id"))


def _listed(rows: QuerySet[Incident]) -> list[Row]:
    since = Determination.objects.filter(
        person=OuterRef("person"), at__gte=OuterRef("at")
    )
    again = set(rows.filter(Exists(since)).values_list("pk", flat=True))
    return [
        Row(
            id=row.pk,
            case_number=row.person.case_number,
            k=row.k,
            classes=_classes(row.classes),
            state=row.status,
            label=str(row.get_status_display()),
            at=row.at,
            is_determined=row.pk in again,
        )
        for row in _living(rows)
    ]


def _living(rows: Iterable[AboutHim]) -> list[AboutHim]:
    """Leave out those who were erased: nothing of them can be read."""
    found = list(rows)
    gone = keyring.destroyed({row.person_id for row in found})
    return [row for row in found if row.person_id not in gone]


def count_waiting(officer: Officer) -> int:
    """Count the sightings to judge and the incidents that are not closed."""
    to_judge = sightings(officer) if policy.allows(officer, Right.WATCH_PRESS) else []
    handles = policy.allows(officer, Right.HANDLE_EXPOSURE)
    open_ = incidents(officer, closed=False) if handles else []
    return len(to_judge) + len(open_)


def unscanned() -> list[UUID]:
    """List the reports not scanned as the register stands now, newest first."""
    done = Scan.objects.filter(register=watching.stamp()).values("publication")
    rows = Publication.objects.exclude(pk__in=done).order_by("-imported")
    return list(rows.values_list("pk", flat=True))


def dangers(publications: Collection[UUID] | None = None) -> dict[UUID, int]:
    """Give the smallest k of each report that may give somebody away.

    What was refused or is no longer found does not count. Who orders a queue by it
    learns of no case.
    """
    counted = {Sighting.State.OPEN, Sighting.State.CONFIRMED}
    rows = Sighting.objects.filter(state__in=counted)
    if publications is not None:
        rows = rows.filter(publication__in=publications)
    found: dict[UUID, int] = {}
    for publication, k in rows.values_list("publication", "k"):
        found[publication] = min(k, found.get(publication, k))
    return found


def sighting_row(sighting_id: UUID, *, officer: Officer) -> Sighting:
    """Find a sighting the officer may see.

    Raises:
        NoSuchSighting: There is none, or its case is not his to see.
        KeyDestroyed: The person was erased.
    """
    row = _his(Sighting.objects.filter(pk=sighting_id), officer).first()
    if row is None:
        raise NoSuchSighting(
            gettext_noop("There is no such sighting, or it is not yours to see.")
        )
    keyring.demand_not_destroyed(row.person_id)
    return row


def incident_row(incident_id: UUID, *, officer: Officer) -> Incident:
    """Find an incident the officer may see.

    Raises:
        NoSuchIncident: There is none, or its case is not his to see.
        KeyDestroyed: The person was erased.
    """
    row = _his(Incident.objects.filter(pk=incident_id), officer).first()
    if row is None:
        raise NoSuchIncident(
            gettext_noop("There is no such incident, or it is not yours to see.")
        )
    keyring.demand_not_destroyed(row.person_id)
    return row


def sighting(sighting_id: UUID, *, officer: Officer) -> Seen:
    """Read one sighting.

    Raises:
        NoSuchSighting, KeyDestroyed: As for `sighting_row`.
    """
    row = sighting_row(sighting_id, officer=officer)
    key = keyring.key(row.person_id)
    kept = sealing.unseal(key, row.pk, "found", row.found)
    said = row.judgements.select_related("officer").order_by("round")
    became = Incident.objects.filter(sighting=row).values_list("pk", flat=True).first()
    return Seen(
        id=row.pk,
        publication=row.publication_id,
        case_number=row.person.case_number,
        round=row.round,
        k=row.k,
        k_without=kept["k_without"],
        classes=_classes(row.classes),
        spans=tuple(Found(*span) for span in kept["spans"]),
        state=row.state,
        label=str(row.get_state_display()),
        at=row.at,
        judgements=tuple(_judged(one, key) for one in said),
        incident=became,
    )


def _judged(row: Judgement, key: Key) -> Judged:
    return Judged(
        answer=row.answer,
        label=str(row.get_answer_display()),
        reason=sealing.unseal(key, row.pk, "reason", row.reason),
        officer=row.officer.full_name,
        at=row.at,
        round=row.round,
    )


def incident(incident_id: UUID, *, officer: Officer) -> Happened:
    """Read one incident with its letters and warnings.

    Raises:
        NoSuchIncident, KeyDestroyed: As for `incident_row`.
    """
    row = incident_row(incident_id, officer=officer)
    key = keyring.key(row.person_id)
    words = sealing.unseal(key, row.pk, "words", row.words)
    seen = row.sighting
    letters = row.takedowns.select_related("officer__authority").order_by("at", "id")
    warnings = row.warnings.select_related("officer").order_by("at", "id")
    ended = row.end_reason
    return Happened(
        id=row.pk,
        case_number=row.person.case_number,
        publication=seen.publication_id if seen is not None else None,
        sighting=seen.pk if seen is not None else None,
        language=row.language,
        published=row.published,
        k=row.k,
        classes=_classes(row.classes),
        publisher=words["publisher"],
        title=words["title"],
        address=words["address"],
        reason=words["reason"],
        quotes=tuple(words["quotes"]),
        status=row.status,
        label=str(row.get_status_display()),
        officer=row.officer.full_name,
        at=row.at,
        is_determined=is_determined_since(row),
        letters=tuple(_letter(one, key) for one in letters),
        warnings=tuple(_warned(one, key) for one in warnings),
        ended=row.ended,
        end_reason=(
            sealing.unseal(key, row.pk, "end", ended) if ended is not None else ""
        ),
    )


def is_determined_since(row: Incident) -> bool:
    """Say whether his ways out were determined after the incident was opened."""
    made = Determination.objects.filter(person=row.person_id, at__gte=row.at)
    return made.exists()


def _letter(row: Takedown, key: Key) -> Letter:
    kept = sealing.unseal(key, row.pk, "letter", row.letter)
    note = row.note
    return Letter(
        id=row.pk,
        language=row.language,
        to=kept["to"],
        reply_to=kept["reply_to"],
        quotes=tuple(kept["quotes"]),
        officer=row.officer.full_name,
        service=row.officer.authority.name,
        at=row.at,
        answer=row.answer,
        label=str(row.get_answer_display()) if row.answer else "",
        answered=row.answered,
        note=sealing.unseal(key, row.pk, "note", note) if note is not None else "",
    )


def _warned(row: FamilyWarning, key: Key) -> Warned:
    return Warned(
        done=row.done,
        words=sealing.unseal(key, row.pk, "words", row.words),
        officer=row.officer.full_name,
        at=row.at,
    )


def letter(incident_id: UUID, letter_id: UUID, *, officer: Officer) -> Letter:
    """Find a letter of an incident the officer may see.

    Raises:
        NoSuchIncident, KeyDestroyed: As for `incident_row`.
        NoSuchLetter: The incident has none such.
    """
    found = incident(incident_id, officer=officer).letters
    for one in found:
        if one.id == letter_id:
            return one
    raise NoSuchLetter(
        gettext_noop("There is no such letter, or it is not yours to see.")
    )


def draft(incident_id: UUID, letter_id: UUID, *, officer: Officer) -> Draft:
    """Collect what stands in a letter, to be set on paper.

    Raises:
        NoSuchIncident, NoSuchLetter, KeyDestroyed: As for `letter`.
    """
    about = incident(incident_id, officer=officer)
    found = letter(incident_id, letter_id, officer=officer)
    return Draft(
        id=found.id,
        language=found.language,
        sender=found.service,
        to=found.to,
        reply_to=found.reply_to,
        publisher=about.publisher,
        title=about.title,
        address=about.address,
        published=about.published,
        quotes=found.quotes,
        written=found.at.astimezone(UTC).date(),
    )


def letter_row(letter_id: UUID, *, officer: Officer) -> Takedown:
    """Find a letter by its id.

    Raises:
        NoSuchLetter: There is none, or its case is not the officer's to see.
    """
    mine = _his(Incident.objects.all(), officer).order_by()
    row = Takedown.objects.filter(pk=letter_id, incident__in=mine).first()
    if row is None:
        raise NoSuchLetter(
            gettext_noop("There is no such letter, or it is not yours to see.")
        )
    return row


def _classes(kept: str) -> tuple[str, ...]:
    return tuple(one for one in kept.split(",") if one)


def classes_of(kinds: Iterable[str]) -> str:
    """Write classes as they are kept."""
    found = set(kinds)
    return ",".join(one for one in CLASSES if one in found)


def answers() -> list[tuple[str, str]]:
    """List what a publisher may have done, with labels for a form."""
    return [(one.value, str(one.label)) for one in Takedown.Answer]


def languages() -> list[tuple[str, str]]:
    """List the languages a letter is written in, with labels for a form."""
    return [(one.value, str(one.label)) for one in Incident.Language]
