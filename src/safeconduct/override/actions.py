"""Closing an act, opening it with two signatures, endorsing a contested answer.

The asymmetry of ENGINE.md section 10: towards protection one officer is enough and
nothing is asked of the law; towards departure two officers of two authorities sign,
and the law is asked anew each time whether any signature may open it at all.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.determination.models import Determination
from safeconduct.journal.acts import Deed, act
from safeconduct.law import Answer
from safeconduct.override import queries
from safeconduct.override.errors import (
    MayNotOpen,
    NoReason,
    NoSuchAnswer,
    NoSuchOverride,
    SameService,
)
from safeconduct.override.models import Endorsement, Override
from safeconduct.register.locks import hold_common_facts, lock_person
from safeconduct.register.models import Person

_STATE = re.compile(r"[A-Z]{2}")  # ISO 3166-1 alpha-2
CLOSED = "override.closed"
PROPOSED = "override.proposed"
OPENED = "override.opened"
ENDORSED = "override.endorsed"
REFUSED = "override.refused"

SHORTEST_REASON = 40  # characters (ENGINE.md section 10)
# How long an opening may stand; a setting of the product, for approval by counsel.
LONGEST_OPENING = timedelta(days=30)
# A day further away would be a slip of the pen; who means "for good" names none.
LONGEST_CLOSURE = timedelta(days=3653)


def close(
    person_id: UUID,
    *,
    option: str,
    towards: str,
    reason: str,
    citation: str,
    expires: datetime | None = None,
    officer: Officer,
    at: datetime,
) -> Override:
    """Close an act towards a State, whatever the law answers: one officer is enough.

    Args:
        person_id: For whom.
        option: R1, R2, X or T.
        towards: The State.
        reason: Why, in at least `SHORTEST_REASON` characters; sealed.
        citation: The source of law it rests on.
        expires: When it ends by itself, timezone-aware; `None`: never.
        officer: Who closes.
        at: When, timezone-aware.

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
        NoReason: Reason or citation is missing, or the last day is past or too far.
        NoSuchAnswer: No act of these leads there.
    """
    _demand_reason(reason, citation)
    if expires is not None and expires <= at:
        raise NoReason(gettext_noop("It would have ended already: choose a later day."))
    if expires is not None and expires > at + LONGEST_CLOSURE:
        raise NoReason(
            gettext_noop("Choose a last day within ten years, or none at all.")
        )
    towards = towards.strip().upper()
    if option not in queries.DEPARTURES or not _STATE.fullmatch(towards):
        raise NoSuchAnswer(
            gettext_noop("Name R1, R2, X or T, and a State by its two letters.")
        )
    with act(CLOSED, officer=officer, at=at) as deed:
        person = _lock(deed, person_id, Right.CLOSE)
        return _write(
            deed,
            person,
            reason=reason,
            option=option,
            towards=towards,
            opens=False,
            citation=citation.strip(),
            expires=expires,
        )


def propose(
    person_id: UUID,
    *,
    option: str,
    towards: str,
    reason: str,
    citation: str,
    expires: datetime,
    officer: Officer,
    at: datetime,
) -> Override:
    """Ask, as first officer, to open what the law keeps shut.

    The arguments are those of `close`; it ends at most `LONGEST_OPENING` from now.

    Raises:
        NoSuchCase, NotPermitted, NoReason: As for `close`.
        NoSuchAnswer: No reviewed determination that still holds answers this.
        MayNotOpen: No signature can open it; the error names every hindrance, and the
            attempt is on record.
    """
    _demand_reason(reason, citation)
    if not at < expires <= at + LONGEST_OPENING:
        raise NoReason(
            gettext("An opening ends within %(count)d days: choose its last day.")
            % {"count": LONGEST_OPENING.days}
        )
    with act(PROPOSED, officer=officer, at=at) as deed:
        person = _lock(deed, person_id, Right.OPEN)
        made, answer = _answer(person, option, towards, at)
        hindrances = queries.hindrances(person.pk, option, towards, answer, at=at)
        if not hindrances:
            return _write(
                deed,
                person,
                reason=reason,
                option=option,
                towards=towards,
                opens=True,
                determination=made,
                result=answer.result,
                norms=list(answer.norms),
                citation=citation.strip(),
                expires=expires,
            )
        _refuse(deed, option, towards, map(str, hindrances))
    raise MayNotOpen(hindrances)


def sign(override_id: UUID, *, officer: Officer, at: datetime) -> Override:
    """Sign an opening as second officer, of another authority than the first.

    Raises:
        NoSuchOverride: None that waits for a second signature.
        NotPermitted: As its sentence says.
        SameService: The officer proposed it, or serves the same authority.
        NoSuchAnswer: The determination it stands beside holds no more.
        MayNotOpen: By now no signature can open it.
    """
    with act(OPENED, officer=officer, at=at) as deed:
        waiting = Override.objects.filter(pk=override_id, opens=True, signed=None)
        running = waiting.filter(expires__gt=at).select_related("officer")
        found = running.first()
        person = _lock(deed, found.person_id, Right.OPEN) if found is not None else None
        # Asked again behind the lock: of two who sign at once, one comes too late.
        row = running.first()
        if person is None or row is None:
            raise NoSuchOverride(
                gettext_noop("There is no such opening that waits for a signature.")
            )
        if officer.authority_id == row.officer.authority_id:
            raise SameService(
                gettext_noop(
                    "The second officer must serve another authority than the first."
                )
            )
        made, answer = _answer(person, row.option, row.towards, at)
        if made.pk != row.determination_id:
            raise NoSuchAnswer(
                gettext_noop("A newer determination was made: propose it anew.")
            )
        closed = queries.closure(person.pk, row.option, row.towards, at=at)
        if closed is not None and closed.at >= row.at:
            # The first officer never said that this closure should be lifted.
            raise NoSuchAnswer(
                gettext_noop("An officer has closed this since: propose it anew.")
            )
        way = row.option, row.towards
        hindrances = queries.hindrances(person.pk, *way, answer, at=at)
        if not hindrances:
            deed.change(row, second=officer, signed=at)
            deed.say(override=str(row.pk), option=row.option, towards=row.towards)
            return row
        _refuse(deed, row.option, row.towards, map(str, hindrances))
    raise MayNotOpen(hindrances)


def endorse(
    determination_id: UUID,
    *,
    option: str,
    towards: str,
    reason: str,
    officer: Officer,
    at: datetime,
) -> Endorsement:
    """Decide, as senior officer, that a contested permission may be used.

    Raises:
        NotPermitted: As its sentence says.
        NoReason: The reason is too short.
        NoSuchAnswer: The determination does not exist, is not the newest reviewed one,
            holds no more, or gives no contested permission there.
        SameService: The officer made or reviewed the determination himself.
    """
    _demand_reason(reason, "none needed")
    with act(ENDORSED, officer=officer, at=at) as deed:
        found = Determination.objects.filter(pk=determination_id).first()
        if found is None:
            raise NoSuchAnswer(gettext_noop("There is no such determination."))
        person = _lock(deed, found.person_id, Right.ENDORSE)
        made, answer = _answer(person, option, towards, at, once_confirmed=True)
        if made.pk != determination_id or not (answer.gate_open and answer.contested):
            raise NoSuchAnswer(
                gettext_noop("This answer is not contested: nothing is to decide.")
            )
        if officer.pk in {made.officer_id, made.reviewer_id}:
            raise SameService(
                gettext_noop("You signed this determination: another officer decides.")
            )
        if queries.is_endorsed(made, option, towards):
            raise NoSuchAnswer(
                gettext_noop("A senior officer has decided this already.")
            )
        row_id = uuid4()
        row = deed.write(
            Endorsement(
                id=row_id,
                determination=made,
                option=option,
                towards=towards,
                reason=queries.seal(person.pk, row_id, reason),
                officer=officer,
                at=at,
            )
        )
        deed.say(
            endorsement=str(row_id),
            determination=str(made.pk),
            option=option,
            towards=towards,
            norms=list(answer.norms),
        )
    return row


def _demand_reason(reason: str, citation: str) -> None:
    if len(reason.strip()) < SHORTEST_REASON:
        raise NoReason(
            gettext("Give a reason of at least %(count)d characters.")
            % {"count": SHORTEST_REASON}
        )
    if not citation.strip():
        raise NoReason(gettext_noop("Cite the source of law it rests on."))


def _lock(deed: Deed, person_id: UUID, right: Right) -> Person:
    person = lock_person(pk=person_id)
    purpose = policy.require(deed.officer, right, matter_of=person.holder_id)
    deed.on(person.pk, purpose)
    hold_common_facts()
    return person


def _answer(
    person: Person,
    option: str,
    towards: str,
    at: datetime,
    *,
    once_confirmed: bool = False,
) -> tuple[Determination, Answer]:
    """Ask the law of this moment, beside the determination a signature refers to."""
    made = queries.beside(person.pk, at=at)
    every = queries.answers(person.pk, at=at, once_confirmed=once_confirmed)
    there = every.get((option, towards))
    if there is None:
        raise NoSuchAnswer(
            gettext_noop("The law was not asked about this way out for him.")
        )
    return made, there


def _write(deed: Deed, person: Person, *, reason: str, **fields: object) -> Override:
    row_id = uuid4()
    row = deed.write(
        Override(
            id=row_id,
            person=person,
            reason=queries.seal(person.pk, row_id, reason),
            officer=deed.officer,
            at=deed.at,
            **fields,
        )
    )
    deed.say(
        override=str(row_id),
        option=row.option,
        towards=row.towards,
        citation=row.citation,
        result=row.result,
        norms=list(row.norms),
        expires=row.expires.isoformat() if row.expires is not None else None,
    )
    return row


def _refuse(deed: Deed, option: str, towards: str, grounds: Iterable[str]) -> None:
    deed.kind = REFUSED
    deed.say(option=option, towards=towards, grounds=list(grounds))
