"""Lodging claims, stating findings with evidence, determining and reviewing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib.metadata import version
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.determination import record
from safeconduct.determination.errors import (
    NoSuchClaim,
    NoSuchDetermination,
    NotFourEyes,
    Outdated,
)
from safeconduct.determination.models import (
    Answer,
    Determination,
    Evidence,
    ProtectionClaim,
)
from safeconduct.journal.acts import act
from safeconduct.keyring import queries as keyring
from safeconduct.law import seen
from safeconduct.law.record import fingerprint
from safeconduct.register import facts as register_facts
from safeconduct.register import queries as register
from safeconduct.register.locks import hold_common_facts, lock_person
from safeconduct.register.models import Fact, Person
from safeconduct.reports import queries as reports

LODGED = "claim.lodged"
DECIDED = "claim.decided"
FOUND = "risk.found"
DETERMINED = "determination.made"
REVIEWED = "determination.reviewed"

Status = ProtectionClaim.Status
# From which state a claim may come to the next.
_BEFORE: Mapping[str, tuple[str, ...]] = {
    Status.OPEN: (Status.REGISTERED,),
    Status.REJECTED: (Status.OPEN,),
    Status.APPEAL: (Status.REJECTED,),
    Status.REJECTED_FINAL: (Status.REJECTED, Status.APPEAL),
    Status.GRANTED: (Status.REGISTERED, Status.OPEN, Status.REJECTED, Status.APPEAL),
    Status.WITHDRAWN: (Status.REGISTERED, Status.OPEN, Status.REJECTED, Status.APPEAL),
}


def lodge(person_id: UUID, *, officer: Officer, at: datetime) -> ProtectionClaim:
    """Register a claim to protection; from now on nobody hands him over (ENG-GATE).

    Any officer who meets the person may: a claim needs no form and no magic words.

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
    """
    with act(LODGED, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        deed.on(person.pk, _require(officer, Right.LODGE, person))
        claim = deed.write(ProtectionClaim(person=person, lodged=at))
        deed.say(claim=str(claim.pk))
    return claim


def decide_claim(
    claim_id: UUID, status: str, *, officer: Officer, at: datetime
) -> ProtectionClaim:
    """Move a claim to its next state.

    Raises:
        NoSuchClaim: It does not exist, cannot come to this state from where it is,
            or would be withdrawn without a valid hearing.
        NotPermitted: As its sentence says.
    """
    with act(DECIDED, officer=officer, at=at) as deed:
        person = lock_person(protection_claims=claim_id)
        deed.on(person.pk, _require(officer, Right.DECIDE_CLAIM, person))
        claim = ProtectionClaim.objects.get(pk=claim_id)
        if claim.status not in _BEFORE.get(status, ()):
            raise NoSuchClaim(
                f"A claim that is {claim.status} cannot become {status or 'that'}."
            )
        heard = record.ask_hearing(person.pk, at=at)
        if status == Status.WITHDRAWN and heard is not True:
            raise NoSuchClaim(
                gettext_noop(
                    "A claim is withdrawn only at a valid hearing: hold one first."
                )
            )
        deed.change(claim, status=status)
        deed.say(claim=str(claim.pk), status=status)
    return claim


def find(
    person_id: UUID,
    stated: Mapping[str, Any],
    *,
    reason: str,
    passages: Sequence[UUID] = (),
    officer: Officer,
    at: datetime,
) -> list[Fact]:
    """State findings about a person and the passages they rest on.

    Args:
        person_id: Whom they concern.
        stated: Values by the names of `law.facts`, such as `risk.torture[KP]`.
        reason: Why; sealed.
        passages: Passages of open reports that support every one of them.
        officer: Who finds.
        at: When, timezone-aware.

    Raises:
        NoSuchCase, NotPermitted, NotStated: As their sentences say.
        NoSuchPassage: One of the passages does not exist, or is not his to read.
    """
    with act(FOUND, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        for name in stated:
            right = register_facts.right_to_state(name)
            deed.on(person.pk, _require(officer, right, person))
        if passages:
            reports.demand_passages(officer, passages)
        key = keyring.key(person.pk)
        rows = register_facts.make(
            stated,
            person=person,
            reason=reason,
            key=key,
            at=at,
            beside=register.facts_in_force(person.pk, at=at),
        )
        for row in rows:
            deed.write(row)
            for passage in passages:
                deed.write(Evidence(fact=row, passage_id=passage))
        deed.say(
            facts=[f"{row.name} = {row.value}" for row in rows],
            passages=[str(passage) for passage in passages],
        )
    return rows


def determine(
    person_id: UUID, *, reasons: str, officer: Officer, at: datetime
) -> Determination:
    """Ask the law about everything that is known, and keep question and answer.

    Args:
        person_id: Whose options are determined.
        reasons: The officer's own reasons; sealed. A computed result alone is none.
        officer: Who determines; another officer has to review it.
        at: When, timezone-aware. Its day (UTC) is the law day.

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
        Outdated: No reasons were given.
    """
    if not reasons.strip():
        raise Outdated(
            gettext_noop("Give your reasons: the computed answer alone is no decision.")
        )
    with act(DETERMINED, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        deed.on(person.pk, _require(officer, Right.DETERMINE, person))
        hold_common_facts()
        known = record.facts(person.pk, at=at)
        answer = record.ask_law(known, on=deed.at.date())
        row_id = uuid4()
        key = keyring.key(person.pk)
        determination = deed.write(
            Determination(
                id=row_id,
                person=person,
                at=at,
                law_day=answer.on,
                law_hash=answer.law,
                engine=version("safeconduct"),
                facts=known,
                facts_hash=fingerprint(known),
                answers=answer.as_json()["options"],
                explanation=record.explanation(answer),
                reasons=key.seal(
                    reasons.strip().encode(), place=record.reasons_place(row_id)
                ),
                officer=officer,
            )
        )
        supposed = record.as_if_confirmed(known)
        once_confirmed = record.ask_law(supposed, on=deed.at.date())
        for option, towards, there in record.destinations(once_confirmed):
            deed.write(
                Answer(
                    determination=determination,
                    option=option,
                    towards=towards,
                    clears=there.gate_open,
                    contested=there.contested,
                    predicates=seen(option, supposed)[towards],
                )
            )
        deed.say(
            determination=str(row_id),
            law=answer.law,
            facts=determination.facts_hash,
            results=[f"{name} {o.result}" for name, o in answer.options.items()],
        )
    return determination


def review(determination_id: UUID, *, officer: Officer, at: datetime) -> Determination:
    """Confirm a determination as second officer, of another service (ENG-4EYES).

    Raises:
        NoSuchDetermination: It does not exist or has been reviewed.
        NotFourEyes: The reviewer made it, or serves the same authority.
        Outdated: Facts or law have changed since it was made.
        NotPermitted: As its sentence says.
    """
    with act(REVIEWED, officer=officer, at=at) as deed:
        person = lock_person(determinations=determination_id)
        deed.on(person.pk, _require(officer, Right.REVIEW, person))
        hold_common_facts()
        made = Determination.objects.select_related("officer").get(pk=determination_id)
        if made.reviewed is not None:
            raise NoSuchDetermination(
                gettext_noop("This determination has been reviewed already.")
            )
        if officer.authority_id == made.officer.authority_id:
            raise NotFourEyes(
                gettext_noop(
                    "The second officer must serve another authority than the first."
                )
            )
        if changed := record.changes(made, at=at):
            raise Outdated(
                gettext(
                    "Since his determination something has changed: %(facts)s."
                    " Determine again."
                )
                % {"facts": ", ".join(changed)}
            )
        deed.change(made, reviewer=officer, reviewed=at)
        deed.say(determination=str(made.pk), law=made.law_hash)
    return made


def _require(officer: Officer, right: Right, person: Person) -> policy.Purpose:
    return policy.require(officer, right, matter_of=person.holder_id)
