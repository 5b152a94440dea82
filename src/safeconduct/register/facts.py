"""Who may state which fact, and how a stated fact is sealed and read.

The law declares the facts (`law.facts`); this page says whose word they are.
Facts that follow from a hearing, a claim or a departure are recorded there and
cannot be stated.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from safeconduct.accounts.policy import Right
from safeconduct.keyring.keys import Key
from safeconduct.law import FactError, check
from safeconduct.law.record import declaration, written
from safeconduct.register.errors import NotStated
from safeconduct.register.models import Fact, Person

_WHO: Mapping[str, Right] = {
    "person": Right.STATE_REGISTER,
    "status": Right.STATE_REGISTER,
    "custody": Right.STATE_REGISTER,
    "captivity": Right.STATE_REGISTER,
    "nationality": Right.STATE_REGISTER,
    "retained": Right.STATE_HEALTH,
    "health": Right.STATE_HEALTH,
    "mmc": Right.STATE_HEALTH,
    "risk": Right.STATE_RISK,
    "coi": Right.STATE_RISK,
    "vol": Right.REVIEW,
    "conflict": Right.STATE_LAW,
    "agreement": Right.STATE_LAW,
    "neutral": Right.STATE_LAW,
    "receiving": Right.STATE_LAW,
    "assurance": Right.STATE_LAW,
    "post": Right.STATE_LAW,
    "excl": Right.STATE_LAW,
    "penal": Right.STATE_LAW,
    "exchange": Right.STATE_LAW,
    "renunciation": Right.STATE_LAW,
    "disc": Right.STATE_DISCLOSURE,
    "image": Right.STATE_DISCLOSURE,
    "exposure": Right.STATE_DISCLOSURE,
}
# True of everybody alike: stated once, for the house.
_COMMON = {
    "conflict.active_hostilities",
    "conflict.international",
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
        NotStated: The fact follows from another act.
    """
    right = _WHO.get(name.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0])
    if right is None:
        raise NotStated(
            f"{name} cannot be stated: it follows from a hearing, a claim or a"
            " referral, and is recorded there."
        )
    return right


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
            house stated about a person (or the other way round), or one that
            contradicts a fact in force.
    """
    if not reason.strip():
        raise NotStated("Say why: a fact without a reason cannot be reviewed.")
    try:
        checked = check(facts)
        check({**(beside or {}), **facts})
    except FactError as error:
        raise NotStated(str(error)) from error
    misplaced = [name for name in checked if is_common(name) != (person is None)]
    if misplaced:
        where = "of the whole house" if person is not None else "of one person"
        raise NotStated(f"{', '.join(misplaced)}: a fact {where}; state it there.")
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
