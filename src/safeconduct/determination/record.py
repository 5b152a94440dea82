"""What is known of a person at a moment: the facts the law is asked about."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from safeconduct.determination.models import Determination, ProtectionClaim
from safeconduct.hearing import queries as hearing
from safeconduct.law import Answer as Destination
from safeconduct.law import Assessment, assess, hearing_valid
from safeconduct.register import queries as register


def facts(person_id: UUID, *, at: datetime) -> dict[str, Any]:
    """Collect every fact in force, by the names of `law.facts`.

    What the register, the hearings and the claims establish lies over what was
    stated, since it cannot be stated.
    """
    known = {
        "detaining.state": settings.DETAINING_STATE,
        "person.alive": "T",
        **register.facts_in_force(person_id, at=at),
        **hearing.facts(person_id, at=at),
        "claim.status": claim_status(person_id),
    }
    discussed = set(known.get("receiving.state", []))
    wish = str(known["wish.current"])
    if wish.startswith("refuge:"):
        discussed.add(wish.removeprefix("refuge:"))
    if discussed:
        known["receiving.state"] = sorted(discussed)
    return known


def claim_status(person_id: UUID) -> str:
    """The state of his claims: a running one counts before one that has ended."""
    statuses = ProtectionClaim.objects.filter(person=person_id).order_by("lodged")
    found = list(statuses.values_list("status", flat=True))
    running = [s for s in found if s in ProtectionClaim.RUNNING]
    granted = [s for s in found if s == ProtectionClaim.Status.GRANTED]
    return next(iter(granted or running[-1:] or found[-1:]), "none")


def ask_law(record: Mapping[str, Any], *, on: date) -> Assessment:
    """Ask the law in force on a day, under the position this house has taken."""
    return assess(record, on=on, position=settings.POSITION)


# The last two questions are put after a determination, not before it.
_LAST_QUESTIONS = {"wish.reconfirmed", "wish.border_confirmed"}


def as_if_confirmed(known: Mapping[str, Any]) -> dict[str, Any]:
    """Suppose that he confirms his wish: what would then still be missing?"""
    return {**known, "wish.reconfirmed": "T"}


def ask_hearing(person_id: UUID, *, at: datetime) -> bool | None:
    """Say whether his newest hearing was valid; `None` is unknown (ENG-WISH)."""
    return hearing_valid(facts(person_id, at=at))


def destinations(answer: Assessment) -> Iterator[tuple[str, str, Destination]]:
    """List option, State and answer, for every option that leads to a State."""
    for name, option in answer.options.items():
        for towards, there in option.destinations.items():
            if len(towards) == 2:  # noqa: PLR2004  a State's code
                yield name, towards, there


def explanation(answer: Assessment) -> dict[str, Any]:
    """Keep every reason, by option and destination, as plain JSON."""
    return {
        name: {
            towards: [dict(entry) for entry in there.explanation]
            for towards, there in option.destinations.items()
        }
        for name, option in answer.options.items()
    }


def grounds(there: Destination) -> list[tuple[str, str, tuple[str, ...], str]]:
    """List what keeps an answer from passing: norm, sentence, facts not known, leg."""
    found = []
    for entry in there.explanation:
        closes = (
            entry["mode"] in {"must_not", "not_until"} and entry["effective"] != "F"
        )
        if closes:
            missing = tuple(f["name"] for f in entry["facts"] if f["value"] == "U")
            found.append((entry["norm"], entry["wording"], missing, entry["leg"]))
    return found


def reasons_place(determination: UUID) -> str:
    """Name the place a determination's sealed reasons belong to."""
    return f"determination/reasons/{determination}"


def changes(made: Determination, *, at: datetime) -> list[str]:
    """Name what has changed since a determination was made: facts, claims, the law.

    A fact stated anew counts even with the same value: somebody had a reason.
    """
    now = facts(made.person_id, at=at)
    then = made.facts
    names = {*now, *then} - _LAST_QUESTIONS
    changed = {name for name in names if now.get(name) != then.get(name)}
    changed |= register.stated_since(made.person_id, since=made.at)
    law = ask_law(now, on=at.astimezone(UTC).date()).law
    return sorted(changed) + ([] if law == made.law_hash else ["the law"])
