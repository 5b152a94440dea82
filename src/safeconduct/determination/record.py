"""What is known of a person at a moment: the facts the law is asked about."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from safeconduct.determination.models import Determination, ProtectionClaim
from safeconduct.hearing import queries as hearing
from safeconduct.law import Answer as Destination
from safeconduct.law import Assessment, Deadline, assess, hearing_valid
from safeconduct.law import deadlines as read_clocks
from safeconduct.law.clocks import State
from safeconduct.matching import links
from safeconduct.register import facts as stated
from safeconduct.register import queries as register
from safeconduct.register.models import CustodyEvent, Person


def facts(person_id: UUID, *, at: datetime) -> dict[str, Any]:
    """Collect every fact in force, by the names of `law.facts`.

    `everyone.everyone` collects the same of all persons in custody.
    """
    return joined(
        register.facts_in_force(person_id, at=at),
        hearing.facts(person_id, at=at),
        claim_status(person_id),
    )


def joined(
    stated: Mapping[str, Any], heard: Mapping[str, Any], claim: str
) -> dict[str, Any]:
    """Join what is known of a person.

    What the register, the hearings and the claims establish lies over what was
    stated, since it cannot be stated.
    """
    known = {
        "detaining.state": settings.DETAINING_STATE,
        "person.alive": "T",
        **stated,
        **heard,
        "claim.status": claim,
    }
    discussed = set(known.get("receiving.state", []))
    wish = str(known["wish.current"])
    if wish.startswith("refuge:"):
        discussed.add(wish.removeprefix("refuge:"))
    if discussed:
        known["receiving.state"] = sorted(discussed)
    return known


def deadlines(
    person_id: UUID, *, at: datetime, protection: bool = True
) -> list[Deadline]:
    """Tell how every time limit stands that has started for a person.

    Args:
        person_id: Whom it concerns.
        at: The moment, timezone-aware.
        protection: False leaves out what tells of his wish, his claim or what awaits
            him: those who keep or treat him need not know (GC III Art. 13(2)).
    """
    found = read_clocks(
        dated(person_id, at=at, protection=protection),
        on=at,
        settings={"reconfirmation": f"PT{settings.RECONFIRM_HOURS}H"},
    )
    return [
        one
        for one in found
        if one.state is not State.NOT_STARTED
        and (protection or not one.clock.protected)
    ]


def dated(person_id: UUID, *, at: datetime, protection: bool = True) -> dict[str, Any]:
    """Collect what starts and stops the clocks of the law, by names of `law.facts`.

    These are the facts in force and the dates of what the register did itself. They
    are no part of a determination: time that passes changes no answer of the law.
    """
    events = _custody(person_id, protection=protection)
    if not protection:
        known = register.facts_in_force(person_id, at=at)
        of_the_camp = {n: v for n, v in known.items() if stated.of_the_camp(n)}
        return {**of_the_camp, "custody.events": events}
    return {
        **facts(person_id, at=at),
        **{name: when.isoformat() for name, when in _happened(person_id, at=at)},
        "custody.events": events,
    }


_CAMP_EVENTS = {
    CustodyEvent.Kind.CAPTURED,
    CustodyEvent.Kind.ARRIVED,
    CustodyEvent.Kind.MOVED,
}


def _custody(person_id: UUID, *, protection: bool) -> list[dict[str, str]]:
    """Tell what happened in his custody; without protection, not where he went.

    Whoever was registered had arrived where he was registered, if no arrival is known.
    """
    events = [
        (event.kind, event.day.isoformat()) for event in register.custody(person_id)
    ]
    if CustodyEvent.Kind.ARRIVED not in {kind for kind, _ in events}:
        opened = Person.objects.values_list("opened", flat=True).get(pk=person_id)
        events.append((CustodyEvent.Kind.ARRIVED, opened.date().isoformat()))
    return [
        {"kind": kind if protection or kind in _CAMP_EVENTS else "released", "day": day}
        for kind, day in events
    ]


def _happened(person_id: UUID, *, at: datetime) -> Iterator[tuple[str, datetime]]:
    """Tell when he was heard and asked again, claimed protection, was determined."""
    heard = hearing.held(person_id, at=at)
    if heard:
        yield "hearing.first_held_at", heard[0]
    if len(heard) > 1:
        yield "hearing.again_at", heard[-1]
    asked = hearing.asked(person_id, at=at)
    for stage, name in (
        ("camp", "wish.reconfirmed_at"),
        ("border", "wish.border_confirmed_at"),
    ):
        if stage in asked:
            yield name, asked[stage]
    claims = ProtectionClaim.objects.filter(person=person_id, lodged__lte=at)
    made = Determination.objects.filter(person=person_id, at__lte=at)
    for name, rows, field in (
        ("claim.filed_at", claims, "lodged"),
        ("determination.made_at", made, "at"),
    ):
        newest = rows.order_by(field).values_list(field, flat=True).last()
        if newest is not None:
            yield name, newest


def claim_status(person_id: UUID) -> str:
    """The state of a person's claims."""
    statuses = ProtectionClaim.objects.filter(person=person_id).order_by("lodged")
    return standing(list(statuses.values_list("status", flat=True)))


def standing(found: Sequence[str]) -> str:
    """The state of claims, oldest first: a running one counts before an ended one."""
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

    A fact stated anew counts even with the same value: somebody had a reason. So does
    a record that was joined with this one, or parted from it: who he is has changed.
    """
    now = facts(made.person_id, at=at)
    then = made.facts
    names = {*now, *then} - _LAST_QUESTIONS
    changed = {name for name in names if now.get(name) != then.get(name)}
    changed |= register.stated_since(made.person_id, since=made.at)
    found = sorted(changed)
    if links.joined_since(made.person_id, since=made.at):
        found.append("the records that are his")
    law = ask_law(now, on=at.astimezone(UTC).date()).law
    return found + ([] if law == made.law_hash else ["the law"])
