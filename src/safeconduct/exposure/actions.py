"""Searching a report for the protected, judging what was found, and mending it.

The machine proposes; an officer confirms or refuses. Only what is confirmed becomes an
incident: an event of the case, which makes his determination old (ENG-EXPOSE). No entry
in the journal says a name, a title or a word of a report.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.disclosure import Exposure
from safeconduct.exposure import queries, sealing, watching
from safeconduct.exposure.errors import (
    Decided,
    NotPrinted,
    NotSaid,
    NotYet,
)
from safeconduct.exposure.models import (
    FamilyWarning,
    Incident,
    Judgement,
    Scan,
    Sighting,
    Takedown,
)
from safeconduct.exposure.queries import Seen
from safeconduct.journal.acts import Deed, act
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.keys import Key
from safeconduct.register import facts
from safeconduct.register import queries as register
from safeconduct.register.locks import lock_person, lock_persons
from safeconduct.register.models import Person
from safeconduct.reports import queries as reports
from safeconduct.reports.models import Publication
from safeconduct.reports.queries import Report

SCANNED = "exposure.scanned"
SIGHTED = "exposure.sighted"
LOOKED = "exposure.looked"
CONFIRMED = "exposure.confirmed"
REFUSED = "exposure.refused"
REPORTED = "exposure.reported"
ASKED = "exposure.takedown_asked"
ANSWERED = "exposure.takedown_answered"
WARNED = "exposure.family_warned"
CLOSED = "exposure.closed"

SHORTEST_REASON = 20  # characters
_LONGEST_QUOTE = 1_000  # characters
State, Status = Sighting.State, Incident.Status


def scan(publication_id: UUID, *, officer: Officer, at: datetime) -> Scan:
    """Search a report for everybody who is protected.

    Each use is on record: who, which report, how many persons were found. As long as
    neither the register nor the report changes, the answer is that of the first time.
    What is found later than a refusal, or is other than then, is judged anew.

    Args:
        publication_id: Which report.
        officer: Who searches; of an authority that works on all cases.
        at: When, timezone-aware.

    Raises:
        NoSuchReport, NotPermitted: As their sentences say.
    """
    with act(SCANNED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, _require_everywhere(officer))
        report = reports.report(publication_id, officer=officer)
        # Two scans of one report at once come one after the other.
        Publication.objects.select_for_update(no_key=True).get(pk=report.id)
        watch = watching.watch()
        done = Scan.objects.filter(publication=report.id, register=watch.stamp).first()
        if done is None:
            found = watch.look(report.reading.page)
            new = _keep(deed, report, dict(found))
            done = deed.write(
                Scan(
                    publication_id=report.id,
                    register=watch.stamp,
                    found=len(found),
                    at=at,
                )
            )
            deed.say(new=new)
        deed.say(report=str(report.id), watched=watch.size, found=done.found)
    return done


def _keep(deed: Deed, report: Report, found: dict[UUID, Exposure]) -> int:
    """Write what was found beside what was found before; count what is to be judged."""
    before = {
        row.person_id: row for row in Sighting.objects.filter(publication=report.id)
    }
    persons = lock_persons({*found, *before})
    keys = keyring.keys(persons)  # whoever was erased a moment ago has none
    changed = 0
    for pk in sorted(keys):
        row, exposure = before.get(pk), found.get(pk)
        if exposure is None:
            if row is not None and row.state == State.OPEN:
                _told(deed, row).change(row, state=State.GONE, at=deed.at)
        elif row is None:
            _sight(deed, report, persons[pk], exposure, keys[pk])
            changed += 1
        else:
            changed += _sight_again(deed, row, exposure, keys[pk])
    return changed


def _content(exposure: Exposure) -> dict[str, object]:
    spans = [[s.start, s.end, str(s.kind), str(s.field)] for s in exposure.spans]
    without = {str(field): int(k) for field, k in exposure.k_without.items()}
    return {"spans": sorted(spans), "k_without": without}


def _sight(
    deed: Deed, report: Report, person: Person, exposure: Exposure, key: Key
) -> None:
    row_id = uuid4()
    row = Sighting(
        id=row_id,
        publication_id=report.id,
        person=person,
        k=max(exposure.k, 1),
        classes=queries.classes_of(str(span.kind) for span in exposure.spans),
        found=sealing.seal(key, row_id, "found", _content(exposure)),
        at=deed.at,
    )
    _told(deed, row).write(row)


def _sight_again(deed: Deed, row: Sighting, exposure: Exposure, key: Key) -> bool:
    """Renew a sighting when something else is found there; say whether it was.

    What was confirmed stays as it is: it has become an incident.
    """
    content = _content(exposure)
    same = content == sealing.unseal(key, row.pk, "found", row.found)
    k = max(exposure.k, 1)
    known = same and row.k == k and row.state != State.GONE
    if known or row.state == State.CONFIRMED:
        return False
    judged = row.judgements.filter(round=row.round).exists()
    row.k = k
    _told(deed, row).change(
        row,
        round=row.round + judged,
        k=k,
        classes=queries.classes_of(str(span.kind) for span in exposure.spans),
        found=sealing.seal(key, row.pk, "found", content),
        state=State.OPEN,
        at=deed.at,
    )
    return True


def _told(deed: Deed, row: Sighting) -> Deed:
    """Tell it in the record of the person, too, in an entry of its own."""
    his = deed.beside(row.person_id)
    his.kind = SIGHTED
    his.say(sighting=str(row.pk), report=str(row.publication_id), k=row.k)
    return his


def look(sighting_id: UUID, *, officer: Officer, at: datetime) -> tuple[Seen, Report]:
    """Read what a report says of one case. The look is on record in it.

    Whoever sees the words beside a case number learns who he is.

    Raises:
        NoSuchSighting, NoSuchReport, NotPermitted: As their sentences say.
        KeyDestroyed: The person was erased.
    """
    with act(LOOKED, officer=officer, at=at) as deed:
        row = queries.sighting_row(sighting_id, officer=officer)
        person = lock_person(pk=row.person_id)
        deed.on(person.pk, _require_any(officer, person))
        seen = queries.sighting(row.pk, officer=officer)
        report = reports.report(row.publication_id, officer=officer)
        deed.say(sighting=str(row.pk), report=str(report.id))
    return seen, report


def confirm(
    sighting_id: UUID, *, reason: str, address: str = "", officer: Officer, at: datetime
) -> Incident:
    """Say that a report gives him away: an incident of his case begins.

    From now on his ways out have to be determined again (ENG-EXPOSE), since those who
    hunt him may have read it too.

    Args:
        sighting_id: Which sighting.
        reason: Why, in at least `SHORTEST_REASON` characters; sealed with his key.
        address: Where the report stands, if known; sealed.
        officer: Who confirms.
        at: When, timezone-aware.

    Raises:
        NoSuchSighting, NotPermitted, NotSaid, KeyDestroyed: As their sentences say.
        Decided: Another officer was first.
    """
    _demand_reason(reason)
    with act(CONFIRMED, officer=officer, at=at) as deed:
        row, person, key = _to_judge(deed, sighting_id)
        _judge(deed, row, key, State.CONFIRMED, reason)
        read = reports.report(row.publication_id, officer=officer).reading
        words = {
            "publisher": read.publisher or "",
            "title": read.title,
            "address": address.strip() or read.page.address or "",
            "reason": reason.strip(),
            "quotes": [],
        }
        made = Incident(
            person=person,
            sighting=row,
            language=_language(read.language),
            published=read.published,
            k=row.k,
            classes=row.classes,
        )
        _begin(deed, made, words, key)
        deed.say(sighting=str(row.pk))
    return made


def refuse(
    sighting_id: UUID, *, reason: str, officer: Officer, at: datetime
) -> Judgement:
    """Say that a report does not give him away; the sighting stays, as refused.

    Raises:
        NoSuchSighting, NotPermitted, NotSaid, Decided, KeyDestroyed: As for `confirm`.
    """
    _demand_reason(reason)
    with act(REFUSED, officer=officer, at=at) as deed:
        row, _, key = _to_judge(deed, sighting_id)
        made = _judge(deed, row, key, State.REFUSED, reason)
        deed.say(sighting=str(row.pk), round=row.round)
    return made


def _judge(deed: Deed, row: Sighting, key: Key, answer: str, reason: str) -> Judgement:
    row_id = uuid4()
    made = deed.write(
        Judgement(
            id=row_id,
            sighting=row,
            round=row.round,
            answer=answer,
            reason=sealing.seal(key, row_id, "reason", reason.strip()),
            officer=deed.officer,
            at=deed.at,
        )
    )
    deed.change(row, state=answer)
    return made


def report(
    person_id: UUID,
    *,
    publisher: str,
    language: str,
    k: int,
    classes: Collection[str],
    reason: str,
    title: str = "",
    address: str = "",
    published: date | None = None,
    quotes: Sequence[str] = (),
    officer: Officer,
    at: datetime,
) -> Incident:
    """Report a publication that is not among our reports, such as a broadcast.

    Args:
        person_id: Whom it gives away.
        publisher: Who published it.
        language: A value of `Incident.Language`.
        k: How many people it may be about, at most, by the officer's judgement.
        classes: Some of `queries.CLASSES`.
        reason: Why it gives him away, in at least `SHORTEST_REASON` characters.
        title: What it is called.
        address: Where it stands.
        published: On which day.
        quotes: What it says of him, word for word.
        officer: Who reports it.
        at: When, timezone-aware.

    Raises:
        NoSuchCase, NotPermitted, NotSaid: As their sentences say.
        KeyDestroyed: The person was erased.
    """
    _demand_reason(reason)
    if not publisher.strip():
        raise NotSaid(gettext_noop("Say who published it."))
    if language not in Incident.Language.values:
        raise NotSaid(gettext_noop("Choose the language of the publication."))
    kept = queries.classes_of(classes)
    if k < 1 or not kept:
        raise NotSaid(
            gettext_noop(
                "Say what it tells of him, and how many people it may be about: one or"
                " more."
            )
        )
    with act(REPORTED, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        deed.on(person.pk, _require(officer, Right.HANDLE_EXPOSURE, person))
        words = {
            "publisher": publisher.strip(),
            "title": title.strip(),
            "address": address.strip(),
            "reason": reason.strip(),
            "quotes": [one.strip() for one in quotes if one.strip()],
        }
        made = Incident(
            person=person, language=language, published=published, k=k, classes=kept
        )
        _begin(deed, made, words, keyring.key(person.pk))
    return made


def _begin(deed: Deed, row: Incident, words: Mapping[str, object], key: Key) -> None:
    """Write the incident, and state in the case that he is exposed.

    Of several incidents the smallest k holds: another publication takes none back.
    """
    row.words = sealing.seal(key, row.pk, "words", words)
    row.officer, row.at = deed.officer, deed.at
    deed.write(row)
    known = register.facts_in_force(row.person_id, at=deed.at)
    before = known.get("exposure.k")
    stated = {
        "exposure.detected_at": deed.at.isoformat(),
        "exposure.k": min(row.k, before) if isinstance(before, int) else row.k,
    }
    rows = facts.make(
        stated,
        person=row.person,
        reason=str(words["reason"]),
        key=key,
        at=deed.at,
        beside=known,
    )
    for fact in rows:
        deed.write(fact)
    deed.say(
        incident=str(row.pk), k=row.k, facts=[f"{f.name} = {f.value}" for f in rows]
    )


def ask_takedown(
    incident_id: UUID,
    *,
    to: str,
    reply_to: str,
    language: str,
    quotes: Sequence[str],
    officer: Officer,
    at: datetime,
) -> Takedown:
    """Write a letter that asks the publisher to take it down.

    The letter confirms nothing: it quotes what was printed, and says neither that he is
    held nor that anybody knows him.

    Args:
        incident_id: Which incident.
        to: Whom the letter is for, with an address as the officer knows it; sealed.
        reply_to: Where an answer reaches the house; sealed.
        language: A value of `Incident.Language`.
        quotes: What it quotes, word for word as it was printed.
        officer: Who asks.
        at: When, timezone-aware.

    Raises:
        NoSuchIncident, NotPermitted, KeyDestroyed: As their sentences say.
        NotSaid: No recipient, no address for an answer, or none of the languages.
        NotPrinted: Nothing is quoted, or something the publication did not print.
        Decided: The incident is closed.
    """
    if not to.strip() or not reply_to.strip():
        raise NotSaid(
            gettext_noop("Say whom the letter is for, and where an answer reaches you.")
        )
    if language not in Incident.Language.values:
        raise NotSaid(gettext_noop("Choose the language of the letter."))
    with act(ASKED, officer=officer, at=at) as deed:
        row, key = _to_handle(deed, incident_id)
        chosen = _printed(row, quotes, key, officer)
        row_id = uuid4()
        content = {
            "to": to.strip(),
            "reply_to": reply_to.strip(),
            "quotes": chosen,
        }
        made = deed.write(
            Takedown(
                id=row_id,
                incident=row,
                language=language,
                letter=sealing.seal(key, row_id, "letter", content),
                officer=officer,
                at=at,
            )
        )
        if row.status == Status.OPEN:
            deed.change(row, status=Status.ASKED)
        deed.say(incident=str(row.pk), letter=str(row_id), language=language)
    return made


def _printed(
    row: Incident, quotes: Sequence[str], key: Key, officer: Officer
) -> list[str]:
    """Demand that everything quoted was printed, word for word.

    Raises:
        NotPrinted: Something was not, or nothing is quoted.
    """
    chosen = list(dict.fromkeys(one.strip() for one in quotes if one.strip()))
    if row.sighting is None:
        printed = sealing.unseal(key, row.pk, "words", row.words)["quotes"]
    else:
        printed = [reports.report(row.sighting.publication_id, officer=officer).text]
    if not chosen or not all(
        len(one) <= _LONGEST_QUOTE and any(one in text for text in printed)
        for one in chosen
    ):
        raise NotPrinted(
            gettext_noop(
                "Tick what the letter quotes. It quotes only what the publication"
                " itself printed, word for word."
            )
        )
    return chosen


def record_answer(
    letter_id: UUID, *, answer: str, note: str = "", officer: Officer, at: datetime
) -> Takedown:
    """Record what came of a letter; a later answer takes the place of an earlier one.

    Args:
        letter_id: Which letter.
        answer: A value of `Takedown.Answer`.
        note: What the publisher said; sealed with his key.
        officer: Who records it.
        at: When, timezone-aware.

    Raises:
        NoSuchIncident, NotPermitted, KeyDestroyed: As their sentences say.
        NotSaid: The answer is none of ours.
        Decided: The incident is closed.
    """
    if answer not in Takedown.Answer.values:
        raise NotSaid(
            gettext_noop("Say what became of it: taken down, changed, refused or none.")
        )
    with act(ANSWERED, officer=officer, at=at) as deed:
        letter = queries.letter_row(letter_id, officer=officer)
        row, key = _to_handle(deed, letter.incident_id)
        sealed = sealing.seal(key, letter.pk, "note", note.strip())
        deed.change(letter, answer=answer, answered=at, note=sealed)
        deed.change(row, status=Status.ANSWERED)
        deed.say(incident=str(row.pk), letter=str(letter.pk), answer=answer)
    return letter


def warn_family(
    incident_id: UUID, *, done: bool, words: str, officer: Officer, at: datetime
) -> FamilyWarning:
    """Record that his family was warned, or why that is not possible.

    Args:
        incident_id: Which incident.
        done: Whether it was.
        words: Who warned whom and how, or why nobody can; sealed with his key.
        officer: Who records it.
        at: When, timezone-aware.

    Raises:
        NoSuchIncident, NotPermitted, NotSaid, Decided, KeyDestroyed: As for
            `record_answer`.
    """
    _demand_reason(words)
    with act(WARNED, officer=officer, at=at) as deed:
        row, key = _to_handle(deed, incident_id)
        row_id = uuid4()
        made = deed.write(
            FamilyWarning(
                id=row_id,
                incident=row,
                done=done,
                words=sealing.seal(key, row_id, "words", words.strip()),
                officer=officer,
                at=at,
            )
        )
        deed.say(incident=str(row.pk), done=done)
    return made


def close(
    incident_id: UUID, *, reason: str, officer: Officer, at: datetime
) -> Incident:
    """Close an incident: everything that could be done was done.

    Args:
        incident_id: Which incident.
        reason: How it ended, in at least `SHORTEST_REASON` characters; sealed.
        officer: Who closes it.
        at: When, timezone-aware.

    Raises:
        NoSuchIncident, NotPermitted, NotSaid, Decided, KeyDestroyed: As for
            `record_answer`.
        NotYet: A letter has no answer, nothing is said of his family, or he is in
            custody and his ways out were not determined since.
    """
    _demand_reason(reason)
    with act(CLOSED, officer=officer, at=at) as deed:
        row, key = _to_handle(deed, incident_id)
        _demand_done(row)
        sealed = sealing.seal(key, row.pk, "end", reason.strip())
        deed.change(row, status=Status.CLOSED, ended=at, end_reason=sealed)
        deed.say(incident=str(row.pk))
    return row


def _demand_done(row: Incident) -> None:
    if row.takedowns.filter(answer="").exists():
        raise NotYet(
            gettext_noop("A letter has no answer yet. Record what came of it first.")
        )
    if not row.warnings.exists():
        raise NotYet(
            gettext_noop(
                "First record that his family was warned, or why that is not possible."
            )
        )
    held = row.person.status == Person.Status.HELD
    if held and not queries.is_determined_since(row):
        raise NotYet(
            gettext_noop(
                "First his ways out have to be determined again: the publication may"
                " have changed his danger."
            )
        )


def _to_judge(deed: Deed, sighting_id: UUID) -> tuple[Sighting, Person, Key]:
    """Lock the person of a sighting that waits to be judged.

    Raises:
        Decided: Somebody was first, or it is no longer found.
    """
    found = queries.sighting_row(sighting_id, officer=deed.officer)
    person = lock_person(pk=found.person_id)
    deed.on(person.pk, _require(deed.officer, Right.WATCH_PRESS, person))
    row = Sighting.objects.get(pk=found.pk)  # again, behind the lock
    if row.state != State.OPEN:
        raise Decided(
            gettext_noop("Nothing is left to judge here: somebody was first.")
        )
    return row, person, keyring.key(person.pk)


def _to_handle(deed: Deed, incident_id: UUID) -> tuple[Incident, Key]:
    """Lock the person of an incident that is not closed.

    Raises:
        Decided: It is.
    """
    found = queries.incident_row(incident_id, officer=deed.officer)
    person = lock_person(pk=found.person_id)
    deed.on(person.pk, _require(deed.officer, Right.HANDLE_EXPOSURE, person))
    row = Incident.objects.select_related("person", "sighting").get(pk=found.pk)
    if row.ended is not None:
        raise Decided(gettext_noop("This incident is closed. What happened stays."))
    return row, keyring.key(person.pk)


def _language(told: str | None) -> str:
    """Write to the publisher in the language he publishes in, or else in English."""
    english = Incident.Language.ENGLISH.value
    return told if told in Incident.Language.values else english


def _demand_reason(reason: str) -> None:
    if len(reason.strip()) < SHORTEST_REASON:
        raise NotSaid(
            gettext("Say it in at least %(count)d characters.")
            % {"count": SHORTEST_REASON}
        )


def _require(officer: Officer, right: Right, person: Person) -> policy.Purpose:
    return policy.require(officer, right, matter_of=person.holder_id)


def _require_any(officer: Officer, person: Person) -> policy.Purpose:
    home = person.holder_id
    mine = [r for r in queries.RIGHTS if policy.allows(officer, r, matter_of=home)]
    return _require(officer, mine[0] if mine else Right.WATCH_PRESS, person)


def _require_everywhere(officer: Officer) -> policy.Purpose:
    """Let only those search for everybody who may know of everybody.

    Raises:
        NotPermitted: He may not.
    """
    if not policy.sees_everything(officer):
        raise NotPermitted(Right.WATCH_PRESS)
    return policy.require(officer, Right.WATCH_PRESS)
