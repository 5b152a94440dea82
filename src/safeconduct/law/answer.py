"""What has the law answered: per act and destination, per option, in all?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from safeconduct.law.clocks.deadline import Deadline, State

Missing = tuple[tuple[str, ...], ...]


class Status(StrEnum):
    """The one status of an act towards a destination, best first.

    OPEN means that the question is open, so the gate is shut.
    """

    REQUIRED = "REQUIRED"
    PERMITTED = "PERMITTED"
    OPEN = "OPEN"
    BARRED = "BARRED"
    NO_BASIS = "NO_BASIS"

    @property
    def result(self) -> str:
        """The word officers read."""
        return RESULTS[self]

    @property
    def passes(self) -> bool:
        """Whether the act may be done on what is known."""
        return self in {Status.REQUIRED, Status.PERMITTED}


RESULTS: Mapping[Status, str] = MappingProxyType(
    {
        Status.REQUIRED: "permitted",
        Status.PERMITTED: "permitted",
        Status.OPEN: "not_yet",
        Status.BARRED: "barred",
        Status.NO_BASIS: "not_applicable",
    }
)
BEST_FIRST = tuple(Status)


@dataclass(frozen=True)
class Answer:
    """What the law says about an act towards one destination.

    Attributes:
        status: The status.
        contested: It rests on a contested norm and needs a senior officer.
        forecast: It holds for a time that has not come; it opens no gate.
        gate_open: Every bar is false, every wait is false, some basis is true, and it
            is no forecast. The steps of departure come on top.
        in_scope: The question is known to arise for him.
        norms: Ids of the provisions that decide, the most weighty first.
        missing: The smallest sets of facts that, once learned, would settle it.
        explanation: One entry per norm that decides or could, deciding ones first.
    """

    status: Status
    contested: bool
    forecast: bool
    gate_open: bool
    in_scope: bool
    norms: tuple[str, ...]
    missing: Missing
    explanation: tuple[Mapping[str, Any], ...]

    @property
    def result(self) -> str:
        """The word officers read."""
        return self.status.result

    @property
    def duty(self) -> bool:
        """Whether it is required."""
        return self.status is Status.REQUIRED

    @property
    def unknown(self) -> tuple[str, ...]:
        """Every unknown fact that keeps the question open."""
        return tuple(
            fact["name"]
            for entry in self.explanation
            if entry["norm"] == "ENG-UNKNOWN" and not entry["leg"]
            for fact in entry["facts"]
        )

    def as_json(self) -> dict[str, Any]:
        """Return the answer without its explanation, ready for JSON."""
        return {
            "result": self.result,
            "status": self.status.value,
            "duty": self.duty,
            "contested": self.contested,
            "forecast": self.forecast,
            "norms": list(self.norms),
            "missing": [list(facts) for facts in self.missing],
        }


@dataclass(frozen=True)
class Option:
    """An act over all its destinations; it is as good as the best of them.

    Attributes:
        destinations: Every answer, by State; `?` is a State nobody has named yet, `-`
            stands where an act leads to no State.
    """

    destinations: Mapping[str, Answer]

    @property
    def best(self) -> tuple[Answer, ...]:
        """The answers of the best destinations."""
        answers = self.destinations.values()
        status = min((answer.status for answer in answers), key=BEST_FIRST.index)
        return tuple(answer for answer in answers if answer.status is status)

    @property
    def status(self) -> Status:
        """The status of the best destination."""
        return self.best[0].status

    @property
    def result(self) -> str:
        """The word officers read."""
        return self.status.result

    @property
    def duty(self) -> bool:
        """Whether it is required."""
        return self.status is Status.REQUIRED

    @property
    def contested(self) -> bool:
        """Whether every best answer is contested."""
        return all(answer.contested for answer in self.best)

    @property
    def forecast(self) -> bool:
        """Whether it holds for a time that has not come."""
        return any(answer.forecast for answer in self.best)

    @property
    def gate_open(self) -> bool:
        """Whether the gate is open towards some destination."""
        return any(answer.gate_open for answer in self.destinations.values())

    @property
    def norms(self) -> tuple[str, ...]:
        """Ids of the provisions that decide the best answers."""
        return tuple(dict.fromkeys(id_ for one in self.best for id_ in one.norms))

    @property
    def missing(self) -> Missing:
        """The sets of facts that would settle a best answer."""
        return tuple(dict.fromkeys(way for one in self.best for way in one.missing))

    def as_json(self) -> dict[str, Any]:
        """Return the option ready for JSON."""
        return {
            "result": self.result,
            "duty": self.duty,
            "norms": list(self.norms),
            "missing": [list(facts) for facts in self.missing],
            "destinations": {
                state: answer.as_json() for state, answer in self.destinations.items()
            },
        }


@dataclass(frozen=True)
class Assessment:
    """Everything the law says about one person on one day.

    Attributes:
        law: The hash of the pack that was applied.
        on: The law day.
        position: The position of the pack.
        options: The eight options by their letters, R1 to N.
        agency: The notification to the Central Tracing Agency, always due.
        remain: Staying: required when nothing else is lawful.
        deadlines: How each time limit stands, those not started yet as well.
    """

    law: str
    on: date
    position: str
    options: Mapping[str, Option]
    agency: Answer
    remain: Answer
    deadlines: tuple[Deadline, ...]

    @property
    def limbo(self) -> bool:
        """Whether staying is his only lawful outcome; a path must then be opened."""
        refuge = self.options["A"].status.passes
        return self.remain.status is Status.REQUIRED and not refuge

    def as_json(self) -> dict[str, Any]:
        """Return law, day, options and the clocks that have started, for JSON."""
        return {
            "law": self.law,
            "on": self.on.isoformat(),
            "options": {
                letter: option.as_json() for letter, option in self.options.items()
            },
            "deadlines": [
                one.as_json()
                for one in self.deadlines
                if one.state is not State.NOT_STARTED
            ],
        }
