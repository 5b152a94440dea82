"""Who may state which fact, and how a stated fact is sealed and read.

The law declares the facts (`law.facts`); this page says whose word they are.
Facts that follow from a hearing, a claim or a departure are recorded there and
cannot be stated. Nor can what tells who somebody is, or what is told in free words: a
value stands in a clear column, so identities go to the vault and words into the sealed
reason.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts.policy import Right
from safeconduct.keyring.keys import Key
from safeconduct.law import FACTS, FactError, check
from safeconduct.law.kinds import says_freely
from safeconduct.law.record import declaration, written
from safeconduct.register.errors import NotStated
from safeconduct.register.models import Fact, Person

_WHO: Mapping[str, Right] = {
    "person": Right.STATE_REGISTER,
    "status": Right.STATE_REGISTER,
    "custody": Right.STATE_REGISTER,
    "captivity": Right.STATE_REGISTER,
    "questioning": Right.STATE_REGISTER,
    "safety": Right.STATE_REGISTER,
    "effects": Right.STATE_REGISTER,
    "evac": Right.STATE_REGISTER,
    "transfer": Right.STATE_REGISTER,
    "account": Right.STATE_REGISTER,
    "list66": Right.STATE_REGISTER,
    "info": Right.STATE_REGISTER,
    "mail": Right.STATE_REGISTER,
    "card": Right.STATE_REGISTER,
    "complaint": Right.STATE_REGISTER,
    "visit": Right.STATE_REGISTER,
    "nib.received_at": Right.STATE_REGISTER,
    "death": Right.STATE_REGISTER,
    "will": Right.STATE_REGISTER,
    "enquiry": Right.STATE_REGISTER,
    "nationality": Right.STATE_REGISTER,
    "retained": Right.STATE_HEALTH,
    "health": Right.STATE_HEALTH,
    "mmc": Right.STATE_HEALTH,
    "injury": Right.STATE_HEALTH,
    "risk": Right.STATE_RISK,
    "coi": Right.STATE_RISK,
    "vol": Right.REVIEW,
    "conflict": Right.STATE_LAW,
    "state": Right.STATE_LAW,
    "supervision": Right.STATE_LAW,
    "plan": Right.STATE_LAW,
    "nib.exists": Right.STATE_LAW,
    "agreement": Right.STATE_LAW,
    "neutral": Right.STATE_LAW,
    "receiving": Right.STATE_LAW,
    "assurance": Right.STATE_LAW,
    "post": Right.STATE_LAW,
    "excl": Right.STATE_LAW,
    "penal": Right.STATE_LAW,
    "exchange": Right.STATE_LAW,
    "renunciation": Right.STATE_LAW,
    "legal_act": Right.STATE_LAW,
    "consent": Right.STATE_LAW,
    "counsel": Right.STATE_LAW,
    "decision": Right.STATE_LAW,
    "appeal": Right.STATE_LAW,
    "remedy": Right.STATE_LAW,
    "kr": Right.STATE_LAW,
    "disc": Right.STATE_DISCLOSURE,
    "image": Right.STATE_DISCLOSURE,
    "exposure": Right.STATE_DISCLOSURE,
    # Whether the Power was told, and whether that may do harm, is not for the camp.
    "nib": Right.STATE_DISCLOSURE,
    "nib.notice_cta_at": Right.STATE_REGISTER,
}
# The register keeps these itself, as events and as the holder of a case.
_KEPT = {"custody.events", "custody.holder"}
_OF_THE_CAMP = {Right.STATE_REGISTER, Right.STATE_HEALTH}
# True of everybody alike: stated once, for the house.
_COMMON = {
    "conflict.active_hostilities",
    "conflict.international",
    "conflict.ceased_at",
    "state.recognised_by_detainer",
    "supervision.protecting_power",
    "supervision.icrc_accepted",
    "plan.exists",
    "plan.told_at",
    "nib.exists",
    "receiving.party_gc3",
    "receiving.willing",
    "receiving.able",
    "receiving.icrc_access",
    "receiving.death_penalty_law",
}


def is_common(name: str) -> bool:
    """Say whether the fact is one of the whole house, not of one person."""
    return name.split("[", maxsplit=1)[0] in _COMMON


def right_to_state(name: str) -> Right:
    """Name the right that stating this fact needs.

    Raises:
        NotStated: The fact follows from another act, tells who somebody is, or is told
            in free words.
    """
    stem = name.split("[", maxsplit=1)[0]
    _refuse_in_clear(stem)
    right = _WHO.get(stem) or _WHO.get(stem.split(".", maxsplit=1)[0])
    if right is None or stem in _KEPT:
        raise NotStated(
            gettext(
                "%(fact)s cannot be stated: it follows from a hearing, a claim or a"
                " referral, and is recorded there."
            )
            % {"fact": name}
        )
    return right


def of_the_camp(name: str) -> bool:
    """Say whether those who keep or treat him may know what was stated here."""
    try:
        return right_to_state(name) in _OF_THE_CAMP
    except NotStated:
        return False


def _refuse_in_clear(stem: str) -> None:
    fact = FACTS.get(stem)
    if fact is None:
        return
    if fact.identity:
        raise NotStated(
            gettext(
                "%(fact)s cannot be stated: it tells who somebody is. Put it into the"
                " identity vault, as an identity claim."
            )
            % {"fact": stem}
        )
    if says_freely(fact.kind):
        raise NotStated(
            gettext(
                "%(fact)s cannot be stated: it is told in free words, which may name"
                " people. Write it into the reason of a fact; that is sealed."
            )
            % {"fact": stem}
        )


def make(
    facts: Mapping[str, Any],
    *,
    person: Person | None,
    reason: str,
    key: Key,
    at: datetime,
    beside: Mapping[str, Any] | None = None,
) -> list[Fact]:
    """Make the rows for stated facts, not yet written.

    Args:
        facts: Values by the names of `law.facts`.
        person: Whom they concern; `None` for facts of the whole house.
        reason: Why this is so, and from what source. Sealed.
        key: The key of that person, or of the office.
        at: When they were established; their freshness counts from here.
        beside: The facts in force, which the new ones must not contradict.

    Raises:
        NotStated: An unknown name, a wrong value, no reason, or a fact of the
            house stated about a person (or the other way round), one that
            contradicts a fact in force, or one that nobody can state.
    """
    if not reason.strip():
        raise NotStated(
            gettext_noop("Say why: a fact without a reason cannot be reviewed.")
        )
    try:
        checked = check(facts)
        check({**(beside or {}), **facts})
    except FactError as error:
        raise NotStated(str(error)) from error
    for name in checked:
        right_to_state(name)
    misplaced = [name for name in checked if is_common(name) != (person is None)]
    if misplaced:
        there = (
            gettext("%(facts)s: a fact of the whole house; state it there.")
            if person is not None
            else gettext("%(facts)s: a fact of one person; state it there.")
        )
        raise NotStated(there % {"facts": ", ".join(misplaced)})
    return [_row(n, written(v), person, reason, key, at) for n, v in checked.items()]


def _row(
    name: str, value: Any, person: Person | None, reason: str, key: Key, at: datetime
) -> Fact:
    row_id = uuid4()
    days = declaration(name)[0].fresh_days
    return Fact(
        id=row_id,
        person=person,
        name=name,
        value=value,
        reason=key.seal(reason.strip().encode(), place=place(row_id)),
        at=at,
        valid_until=None if days is None else at + timedelta(days=days),
    )


def place(fact: UUID) -> str:
    """Name the place a fact's sealed reason belongs to."""
    return f"register/fact/{fact}"
