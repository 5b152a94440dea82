"""Which small cases show what each norm does?

Each example is about one option in one case: what is recorded, what the answer is,
which norms speak and which may. Together with the proofs they notice every mistake in
the law that can be noticed (`mutation.py`); a lawyer reads and signs them. They were
chosen by `tests/law/choose_examples.py`; their data is `examples.json`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from safeconduct.law.acts import DEPARTURES, REMAIN, Act, I
from safeconduct.law.assess import looks
from safeconduct.law.baseline import over_baseline
from safeconduct.law.decision import Decision, decide
from safeconduct.law.derive.predicates import Predicates
from safeconduct.law.pack import Pack

OUTCOMES = ("outcome.departure", "outcome.internment")


@dataclass(frozen=True)
class Expected:
    """What an example expects towards one State.

    Attributes:
        status: The status, as `Status` names it.
        gate_open: Whether the gate is open.
        contested: Whether it needs a senior officer.
        speak: Names of the norms that speak.
        may_speak: Names of the norms of which it is unknown whether they do.
    """

    status: str
    gate_open: bool
    contested: bool
    speak: tuple[str, ...]
    may_speak: tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """A case and what it shows.

    Attributes:
        id: A stable id, `E001`.
        title: The case in a line.
        facts: What is recorded, over the baseline if `on_baseline`.
        on_baseline: Whether the harmless case of the worked examples lies below.
        position: The position it is about.
        act: The name of the act it is about.
        expected: What is expected, by State.
    """

    id: str
    title: str
    facts: Mapping[str, object]
    on_baseline: bool
    position: str
    act: str
    expected: Mapping[str, Expected]

    @property
    def record(self) -> dict[str, object]:
        """All facts of the case, ready to be assessed."""
        return over_baseline(self.facts) if self.on_baseline else dict(self.facts)


@cache
def examples() -> tuple[Example, ...]:
    """Read the examples."""
    text = (files(__name__) / "examples.json").read_text(encoding="utf-8")
    return tuple(_example(one) for one in json.loads(text))


def _example(written: dict[str, Any]) -> Example:
    expected = {
        state: Expected(
            status=one["status"],
            gate_open=one["gate_open"],
            contested=one["contested"],
            speak=tuple(one["speak"]),
            may_speak=tuple(one["may_speak"]),
        )
        for state, one in written.pop("expected").items()
    }
    return Example(**written, expected=expected)


@dataclass(frozen=True)
class Look:
    """What the law decides of an act in one case, seen from one State.

    Attributes:
        seen: The predicates of the case.
        decision: The truths that decide the act.
        forecast: It holds for a time that has not come.
    """

    seen: Predicates
    decision: Decision
    forecast: bool

    @property
    def towards(self) -> str:
        """The State; `-` where the act leads to none."""
        return self.seen.case.towards


def looked(law: Pack, act: Act, record: Mapping[str, object]) -> Iterator[Look]:
    """Decide an act in a checked record, from each State it is computed for."""
    for look, forecast in looks(act, record):
        seen = look
        if act is REMAIN:
            assumed = dict(zip(OUTCOMES, outcomes(law, record), strict=True))
            seen = Predicates(look.case, assumed)
        yield Look(seen, decide(law.statutes[act.name], seen.truth), forecast)


def shown(law: Pack, act: Act, record: Mapping[str, object]) -> dict[str, Expected]:
    """Show what the law says of an act in a checked record, by State."""
    return {look.towards: _expected(look) for look in looked(law, act, record)}


def _expected(look: Look) -> Expected:
    decision = look.decision
    truths = decision.effective.items()
    return Expected(
        status=decision.status.value,
        gate_open=decision.gate_open and not look.forecast,
        contested=decision.contested,
        speak=tuple(sorted(r.norm.name for r, v in truths if v is True)),
        may_speak=tuple(sorted(r.norm.name for r, v in truths if v is None)),
    )


def outcomes(law: Pack, record: Mapping[str, object]) -> tuple[bool, bool]:
    """Tell whether some departure passes, and whether internment does."""

    def passes(act: Act) -> bool:
        return any(
            decide(law.statutes[act.name], look.truth).status.passes and not forecast
            for look, forecast in looks(act, record)
        )

    return any(map(passes, DEPARTURES)), passes(I)
