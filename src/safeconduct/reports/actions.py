"""Taking in reports, comparing them, marking passages, deciding what was found.

The machine proposes and an analyst confirms. Only what is confirmed counts, and what
becomes evidence, or adds to the support of a claim, needs a second analyst.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.journal.acts import Deed, act
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.keys import Key
from safeconduct.reports import comparing, desk, documents, examples, queries
from safeconduct.reports.comparing import Proposal
from safeconduct.reports.errors import (
    AlreadyImported,
    BadCorrection,
    DecidedMeanwhile,
    NoSuchItem,
    NoSuchPassage,
    NotTheSecond,
)
from safeconduct.reports.found import (
    FoundDisagreement,
    FoundEdge,
    FoundPassage,
    correct,
    pack,
    place,
)
from safeconduct.reports.models import Decision, Item, Passage, Publication
from safeconduct.text.reason import Reason

IMPORTED = "report.imported"
COMPARED = "report.compared"
QUOTED = "report.quoted"
DECIDED = "report.decided"
EXPORTED = "report.examples_exported"

_REPORTS = 0x5AFEC0D6  # advisory lock number, ours alone


def import_report(
    original: bytes, *, name: str, address: str = "", officer: Officer, at: datetime
) -> Publication:
    """Take in a report and compare it with those that are here.

    Args:
        original: The file as it came: HTML, plain text, PDF, a saved page.
        name: The file's name; its ending helps to tell the form. It is not kept.
        address: Where the page stood, for a saved page that does not say.
        officer: Who imports.
        at: When, timezone-aware.

    Raises:
        NotPermitted: The officer may not import.
        Unreadable: No text in it that we can read.
        AlreadyImported: The same bytes are here.
    """
    policy.require(officer, Right.IMPORT_REPORT)
    limit = settings.UPLOAD_MEGABYTES * 2**20
    document = documents.single(original, name, address=address, most_bytes=limit)
    publication = _take_in(document, officer, at)
    compare_reports(officer=officer, at=at)
    return publication


@dataclass(frozen=True)
class Refused:
    """A document that was not taken in: its place in the file, and why."""

    name: str
    why: Reason
    publication: UUID | None = None  # where it is already


@dataclass(frozen=True)
class Batch:
    """What became of the documents of a file, or of several files."""

    taken: tuple[Publication, ...]
    refused: tuple[Refused, ...]


def import_reports(
    files: Iterable[tuple[str, bytes]],
    *,
    address: str = "",
    officer: Officer,
    at: datetime,
) -> Batch:
    """Take in every document of several files: pages, feeds, web archives.

    Each document is an act of its own, so one that is refused leaves the others.
    Afterwards all are compared at once.

    Args:
        files: Names and bytes as they came; a name is not kept.
        address: Where a saved page stood; for a single file.
        officer: Who imports.
        at: When, timezone-aware.

    Raises:
        NotPermitted: The officer may not import.
    """
    policy.require(officer, Right.IMPORT_REPORT)
    limit = settings.UPLOAD_MEGABYTES * 2**20
    taken: list[Publication] = []
    refused: list[Refused] = []
    for name, original in files:
        for found in documents.every(original, name, address, most_bytes=limit):
            if isinstance(found, documents.Unread):
                refused.append(Refused(found.name, found.why))
                continue
            try:
                taken.append(_take_in(found, officer, at))
            except AlreadyImported as error:
                refused.append(
                    Refused(found.name, Reason(str(error)), error.publication)
                )
    if taken:
        newest = max(len(taken), comparing.SIDE_BY_SIDE)
        compare_reports(newest=newest, officer=officer, at=at)
    return Batch(tuple(taken), tuple(refused))


def _take_in(
    document: documents.Document, officer: Officer, at: datetime
) -> Publication:
    """Keep the bytes, what was read of them, and propose the figures."""
    with act(IMPORTED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.IMPORT_REPORT))
        _lock()
        key = keyring.key(keyring.OFFICE)
        fingerprint = key.digest(document.original)
        same = Publication.objects.filter(fingerprint=fingerprint).first()
        if same is not None:
            raise AlreadyImported(same.pk)
        row_id = uuid4()
        read = document.reading
        publication = deed.write(
            Publication(
                id=row_id,
                fingerprint=fingerprint,
                original=key.seal(
                    document.original, place=queries.place(row_id, "original")
                ),
                reading=key.seal(
                    read.as_json(), place=queries.place(row_id, "reading")
                ),
                published=read.published,
                imported=at,
            )
        )
        figures = list(comparing.figures_of(row_id, read))
        for proposal in figures:
            _propose(deed, key, proposal)
        deed.say(
            report=str(row_id),
            sha256=read.sha256,
            bytes=len(document.original),
            figures=len(figures),
        )
    return publication


def compare_reports(
    *, newest: int = comparing.SIDE_BY_SIDE, officer: Officer, at: datetime
) -> int:
    """Compare the newest reports with each other and propose what is new.

    Proposals that nobody has decided and that no longer come out are withdrawn: a
    figure they rested on was refused, or a later report completes them.

    Args:
        newest: How many of them have their statements compared as well.
        officer: Who asks for it.
        at: When, timezone-aware.

    Returns:
        How many items were proposed.

    Raises:
        NotPermitted: The officer may not import.
    """
    with act(COMPARED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.IMPORT_REPORT))
        _lock()
        key = keyring.key(keyring.OFFICE)
        readings = queries.newest_readings(comparing.MOST)
        beside = dict(list(readings.items())[-newest:])
        figures = desk.standing_figures(beside)
        proposals = list(comparing.compare_all(readings, figures))
        prints = {_fingerprint(key, proposal): proposal for proposal in proposals}
        known = {
            bytes(item.fingerprint): item
            for item in Item.objects.select_for_update().filter(
                fingerprint__in=list(prints)
            )
        }
        fresh = [p for fingerprint, p in prints.items() if fingerprint not in known]
        for proposal in fresh:
            _propose(deed, key, proposal)
        for item in known.values():
            if item.state == Item.State.WITHDRAWN:
                deed.change(item, state=Item.State.PROPOSED)
        gone = [
            item
            for kind, ids in (
                (Item.Kind.LINEAGE, readings.keys()),
                (Item.Kind.DISAGREEMENT, beside.keys()),
            )
            for item in _undecided(kind, ids)
            if bytes(item.fingerprint) not in prints
        ]
        for item in gone:
            deed.change(item, state=Item.State.WITHDRAWN)
        deed.say(reports=len(readings), proposed=len(fresh), withdrawn=len(gone))
    return len(fresh)


def _lock() -> None:
    """Let imports and comparisons follow each other: two at once see no other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_REPORTS])


def _undecided(kind: str, compared: Collection[UUID]) -> list[Item]:
    """Find what earlier comparisons of these reports proposed and nobody decided.

    Of what touches a report that was not compared nothing new is known.
    """
    ids = list(compared)
    rows = Item.objects.select_for_update().filter(
        Q(other=None) | Q(other__in=ids),
        kind=kind,
        state=Item.State.PROPOSED,
        publication__in=ids,
    )
    return list(rows)


def _propose(
    deed: Deed, key: Key, proposal: Proposal, *, judge: Officer | None = None
) -> Item:
    """Write an item; with a judge as accepted by him, his decision to follow."""
    row_id = uuid4()
    return deed.write(
        Item(
            id=row_id,
            kind=proposal.kind,
            publication_id=proposal.publication,
            other_id=proposal.other,
            relation=proposal.relation,
            is_alarm=proposal.is_alarm,
            fingerprint=_fingerprint(key, proposal),
            found=key.seal(pack(proposal.kind, proposal.found), place=place(row_id)),
            state=Item.State.PROPOSED if judge is None else Item.State.ACCEPTED,
            decisions_made=0 if judge is None else 1,
            judge=judge,
            at=deed.at,
        )
    )


def _fingerprint(key: Key, proposal: Proposal) -> bytes:
    return key.digest(json.dumps([proposal.kind, *proposal.essence]).encode())


def quote(
    publication_id: UUID, *, start: int, end: int, officer: Officer, at: datetime
) -> Passage:
    """Mark a passage of a report that a finding shall rest on.

    It becomes evidence once two analysts have accepted it. An analyst who marks a
    passage has accepted it.

    Args:
        publication_id: The report.
        start: First character in the report's text.
        end: One past the last.
        officer: Who quotes.
        at: When, timezone-aware.

    Raises:
        NotPermitted, NoSuchReport: As their sentences say.
        NoSuchPassage: The span is empty or lies outside the text.
    """
    with act(QUOTED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.READ_REPORTS))
        report = queries.report(publication_id, officer=officer)
        if not 0 <= start < end <= len(report.text):
            raise NoSuchPassage(
                gettext_noop("Mark some words inside the text of the report.")
            )
        row_id, key = uuid4(), keyring.key(keyring.OFFICE)
        proposal = Proposal(
            kind=Item.Kind.PASSAGE,
            publication=report.id,
            other=None,
            relation="",
            is_alarm=False,
            found=FoundPassage(start, end),
            essence=(str(row_id),),
        )
        judges = policy.allows(officer, Right.JUDGE_REPORTS)
        item = _propose(deed, key, proposal, judge=officer if judges else None)
        passage = deed.write(
            Passage(
                id=row_id, publication_id=report.id, item=item, start=start, end=end
            )
        )
        if judges:
            said = Said(Decision.Verdict.ACCEPT, "", None, is_harmless=False)
            _write_down(deed, key, item, said, seconds=False)
        deed.say(report=str(report.id), start=start, end=end)
    return passage


@dataclass(frozen=True)
class Said:
    """What an analyst says of an item."""

    verdict: str
    reason: str
    correction: Mapping[str, Any] | None
    is_harmless: bool


def decide(
    item_id: UUID,
    verdict: str,
    *,
    reason: str = "",
    correction: Mapping[str, Any] | None = None,
    is_harmless: bool = False,
    seen: int,
    officer: Officer,
    at: datetime,
) -> Decision:
    """Accept an item, correct its reading, or refuse it; or second what stands.

    To say again what another analyst said is to second him. To say something else
    puts one's own decision in its place, which then waits for a second.

    Args:
        item_id: Which item.
        verdict: A value of `Decision.Verdict`.
        reason: Why; sealed. Needed to correct and to refuse.
        correction: With `correct`, what is right: see `found.correct`.
        is_harmless: Whether the sentence gives nobody away and may be exported.
        seen: How many decisions the officer has seen, so that none is overtaken.
        officer: Who decides.
        at: When, timezone-aware.

    Raises:
        NotPermitted, NoSuchItem: As their sentences say.
        DecidedMeanwhile: Somebody decided after he had looked.
        NotTheSecond: He repeats his own decision, or one that two have made.
        BadCorrection: No reason, or what is given as right cannot be.
    """
    with act(DECIDED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.JUDGE_REPORTS))
        item = Item.objects.select_for_update().filter(pk=item_id).first()
        if item is None:
            raise NoSuchItem
        if item.decisions_made != seen:
            raise DecidedMeanwhile
        said = Said(verdict, reason.strip(), correction, is_harmless)
        row = _decide(deed, keyring.key(keyring.OFFICE), item, said)
        deed.say(
            item=str(item.pk),
            what=item.kind,
            verdict=row.verdict,
            seconds=row.seconds,
        )
    return row


def _decide(deed: Deed, key: Key, item: Item, said: Said) -> Decision:
    _demand_reason(said)
    changes: dict[str, Any] = {"decisions_made": item.decisions_made + 1}
    seconds = _seconds(item, deed.officer, said)
    if seconds:
        changes |= {"second": deed.officer}
    else:
        state = _STATES[Decision.Verdict(said.verdict)]
        changes |= {"state": state, "judge": deed.officer, "second": None}
        changes |= _corrected(item, key, said)
    deed.change(item, **changes)
    return _write_down(deed, key, item, said, seconds=seconds)


def _corrected(item: Item, key: Key, said: Said) -> dict[str, Any]:
    """Try the correction; a relation stands in clear, for families are asked by it."""
    if said.verdict != Decision.Verdict.CORRECT:
        return {}
    right = correct(desk.standing(item, key), dict(said.correction or {}))
    if not isinstance(right, FoundEdge | FoundDisagreement):
        return {}
    relation = right.relation or ""
    return {"relation": relation, "is_alarm": relation in desk.ALARMS}


def _write_down(
    deed: Deed, key: Key, item: Item, said: Said, *, seconds: bool
) -> Decision:
    corrects = said.verdict == Decision.Verdict.CORRECT
    words = {
        "reason": said.reason,
        "correction": dict(said.correction or {}) if corrects else None,
    }
    row_id = uuid4()
    packed = json.dumps(words, ensure_ascii=False).encode()
    return deed.write(
        Decision(
            id=row_id,
            item=item,
            number=item.decisions_made,
            verdict=said.verdict,
            seconds=seconds,
            is_harmless=said.is_harmless,
            words=key.seal(packed, place=place(row_id)),
            officer=deed.officer,
            at=deed.at,
        )
    )


_STATES = {
    Decision.Verdict.ACCEPT: Item.State.ACCEPTED,
    Decision.Verdict.CORRECT: Item.State.CORRECTED,
    Decision.Verdict.REFUSE: Item.State.REFUSED,
}


def _demand_reason(said: Said) -> None:
    if said.verdict not in _STATES:
        raise BadCorrection(gettext_noop("Accept, correct or refuse."))
    if said.verdict != Decision.Verdict.ACCEPT and not said.reason:
        raise BadCorrection(
            gettext_noop("Say why in a few words: the second analyst reads them.")
        )


def _seconds(item: Item, officer: Officer, said: Said) -> bool:
    """Say whether this agrees with the decision that stands.

    A correction is seconded by accepting it.

    Raises:
        NotTheSecond: It is his own decision, or two have made it already.
    """
    agreeing = {
        Item.State.ACCEPTED: Decision.Verdict.ACCEPT,
        Item.State.CORRECTED: Decision.Verdict.ACCEPT,
        Item.State.REFUSED: Decision.Verdict.REFUSE,
    }.get(Item.State(item.state))
    if said.verdict != agreeing:
        return False
    if item.judge_id == officer.pk or item.second_id is not None:
        raise NotTheSecond
    return True


def export_examples(
    *, without: Collection[UUID] = (), officer: Officer, at: datetime
) -> list[dict[str, Any]]:
    """Hand out corrections as regression examples.

    Only sentences that an analyst ticked as giving nobody away leave the house, and of
    those every telling detail is masked. A correction needs its second analyst.

    Args:
        without: Reports that give somebody away; nothing of them leaves.
        officer: Who exports.
        at: When, timezone-aware.

    Raises:
        NotPermitted: The officer does not judge reports.
    """
    with act(EXPORTED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.JUDGE_REPORTS))
        found = list(examples.harmless(without))
        deed.say(examples=len(found))
    return found
