"""The gate: everything that stands between a person and a departure.

It is open only when nothing is found. It asks the law anew at that moment, and
asks more the nearer the departure is: on the list the last confirmation may
still be missing, at the approval it must be there, and at the hand-over he must
have said yes at the crossing (LAW.md A.1, "From status to departure").

Records that were joined are one person's (`matching/`): what stands in the way of any
of them stands in his way, and only the one that leads can be put on a list.

The database asks a shorter list of the same questions by itself when the row is
committed, and the law too (`migrations/0002_gate.py`, `law_in_force.py`), so that
no other way of writing passes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import IntEnum

from django.utils.translation import gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.departure.models import DepartureLine, DepartureList
from safeconduct.determination import queries as determination
from safeconduct.determination import record
from safeconduct.determination.models import Determination
from safeconduct.hearing import queries as hearing
from safeconduct.journal import witnesses
from safeconduct.journal.errors import JournalError
from safeconduct.law import Answer, LawError
from safeconduct.law.override import why_not
from safeconduct.matching.links import Locked
from safeconduct.override import queries as override
from safeconduct.register.models import Person

IN_ANOTHER_RECORD = "in another record of the same person"


class Stage(IntEnum):
    """How near the departure is; each stage asks all that the earlier ones ask."""

    LIST = 1
    APPROVE = 2
    HAND_OVER = 3


@dataclass(frozen=True)
class Obstacle:
    """One ground of refusal.

    Attributes:
        norm: The norm that closes the gate, such as `CAT-3-1`.
        what: What it says, in a sentence.
        missing: Facts that nobody has established and that it needs.
        leg: Which of several norms of that provision, so that faces can translate.
        elsewhere: The other record of the same person that it stands in; `None`: it
            stands in the record that is to leave.
    """

    norm: str
    what: str
    missing: tuple[str, ...] = ()
    leg: str = ""
    elsewhere: Person | None = None

    def __str__(self) -> str:
        where = f" ({IN_ANOTHER_RECORD})" if self.elsewhere is not None else ""
        unknown = f" Not known: {', '.join(self.missing)}." if self.missing else ""
        return f"{self.norm}: {self.what}{where}{unknown}"


# Said to whom, and where, the grounds of another record are not told.
MORE = Obstacle("ENG-GATE", "More stands in another record of the same person.")


def obstacles(
    leaving: Locked,
    departure: DepartureList,
    *,
    stage: Stage,
    at: datetime,
    line: DepartureLine | None = None,
) -> list[Obstacle]:
    """List everything that stands in the way; the gate is open when there is nothing.

    The caller has locked the person with all records of his, and holds the common
    facts. For the hand-over it passes the approved *line*: only a yes after its
    approval counts, and only when the witnesses of the log have seen it.
    """

    def ask(person: Person) -> list[Obstacle]:
        found = [*_custody(person), *_signatures(person, at)]
        found += _closed(person, departure, at)
        found += _law(person, departure, stage, at)
        if stage is Stage.HAND_OVER:
            found += _border(person, line)
        return found

    found = [*ask(leaving.person), *_joined(leaving)]
    for other in leaving.others:
        found += [replace(one, elsewhere=other) for one in ask(other)]
    return found + (list(_witnessed(line)) if stage is Stage.HAND_OVER else [])


def told(found: list[Obstacle], officer: Officer) -> list[Obstacle]:
    """Leave out what stands in records the officer may not read; that it does stays."""

    def may_read(one: Obstacle) -> bool:
        there = one.elsewhere
        return there is None or policy.allows(
            officer, Right.READ_PROTECTION, matter_of=there.holder_id
        )

    shown = [one for one in found if may_read(one)]
    return shown if len(shown) == len(found) else [*shown, MORE]


def resting_on(person: Person) -> Determination | None:
    """Find the determination a departure of this person would rest on."""
    return determination.newest(person.pk)


def _custody(person: Person) -> Iterator[Obstacle]:
    if person.status != Person.Status.HELD:
        yield Obstacle("GCIII-12-1", gettext_noop("He is not in our custody."))


def _joined(leaving: Locked) -> Iterator[Obstacle]:
    """Ask whether this record leads, and is the only one of his on a list."""
    if not leaving.leads:
        yield Obstacle(
            "ENG-GATE",
            gettext_noop(
                "Another record of the same person leads. Only that one can be listed."
            ),
        )
    others = DepartureLine.objects.filter(person__in=leaving.others)
    if others.filter(status__in=DepartureLine.LIVE).exists():
        yield Obstacle(
            "ENG-GATE",
            gettext_noop(
                "Another record of the same person stands on a list. Take it off first."
            ),
        )


def _signatures(person: Person, at: datetime) -> Iterator[Obstacle]:
    """Two officers must have signed a determination that still holds (ENG-4EYES)."""
    made = resting_on(person)
    if made is None:
        yield Obstacle("ENG-4EYES", gettext_noop("Nobody has determined his case."))
    elif made.reviewed is None:
        yield Obstacle(
            "ENG-4EYES",
            gettext_noop("No second officer has reviewed his determination."),
        )
    elif changed := record.changes(made, at=at):
        yield Obstacle(
            "ENG-4EYES",
            "Since his determination something has changed:"
            f" {', '.join(changed)}. Determine again.",
        )


def _closed(
    person: Person, departure: DepartureList, at: datetime
) -> Iterator[Obstacle]:
    """Ask whether an officer closed this way out (ENGINE.md section 10)."""
    closed = override.closure(person.pk, departure.option, departure.towards, at=at)
    if closed is not None:
        yield Obstacle(
            "ENG-4EYES", gettext_noop("An officer has closed this way out for him.")
        )


def _law(
    person: Person, departure: DepartureList, stage: Stage, at: datetime
) -> Iterator[Obstacle]:
    """Ask the law of this very day about the facts of this very moment."""
    known = record.facts(person.pk, at=at)
    if stage is Stage.LIST:
        known = record.as_if_confirmed(known)
    try:
        answer = record.ask_law(known, on=at.astimezone(UTC).date())
    except LawError as error:
        yield Obstacle("ENG-UNKNOWN", f"The law cannot be asked: {error}")
        return
    states = answer.options[departure.option].destinations
    # Who is exchanged counts as returned to each Power he depends on (ENG-CHAIN).
    if departure.option != DepartureList.Option.EXCHANGE:
        states = {s: there for s, there in states.items() if s == departure.towards}
    if not states:
        yield Obstacle(
            "ENG-UNKNOWN",
            gettext_noop("The law was not asked about this State for him."),
        )
    made = resting_on(person)
    for state, there in states.items():
        if made is not None and _is_signed(made, departure.option, state, there, at):
            continue
        if there.gate_open:
            yield Obstacle(
                "ENG-4EYES",
                gettext_noop(
                    "The answer is contested: a senior officer has to decide it."
                ),
            )
        else:
            grounds = [Obstacle(*ground) for ground in record.grounds(there)]
            # The status stands in for missing grounds: an empty list would open.
            yield from grounds or [Obstacle("ENG-UNKNOWN", there.result)]


def _is_signed(
    made: Determination, option: str, towards: str, there: Answer, at: datetime
) -> bool:
    """Ask whether an answer passes: by itself, or by the signatures it may take."""
    if there.gate_open:
        return not there.contested or override.is_endorsed(made, option, towards)
    opened = override.opening(made, option, towards, at=at) is not None
    return opened and not why_not(there)


def _border(person: Person, line: DepartureLine | None) -> Iterator[Obstacle]:
    """Ask for a yes at the crossing, to his newest wish and after the approval."""
    approved = line.approved_at if line is not None else None
    if approved is None or not hearing.said_yes_at_the_border(
        person.pk, since=approved
    ):
        yield Obstacle(
            "ENG-RECONFIRM", gettext_noop("He has not said yes at the crossing.")
        )


def _witnessed(line: DepartureLine | None) -> Iterator[Obstacle]:
    """Ask whether enough witnesses of the log saw the act that approved the line."""
    try:
        seen = line is not None and witnesses.have_seen(line.entry_id)
    except JournalError as error:
        yield Obstacle("ENG-GATE", f"The witnesses cannot be asked: {error}")
        return
    if not seen:
        yield Obstacle(
            "ENG-GATE",
            gettext_noop(
                "Too few witnesses of the log have seen the approval yet: wait for the"
                " next steps of the log."
            ),
        )
