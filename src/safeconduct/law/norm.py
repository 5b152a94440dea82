"""What is a norm: who says what about which act, when, and against which other norm?

A norm has one of four modes. `must_not` is a bar. `not_until` is a wait: a step that
must be taken first. `must` is a duty and also a basis. `may` is a basis. Wherever the
law says "not yet because a step is missing" it is a wait, not a bar: the officer needs
to know what to do next.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safeconduct.law.acts import Act
from safeconduct.law.expression import NEVER, Expression

# The day on which active hostilities of the conflict this register serves began. The
# sources were read as they stand for this conflict; for earlier days nothing was read.
FIRST_DAY = date(2022, 2, 24)


class Mode(StrEnum):
    """What a norm does to an act."""

    MUST_NOT = "must_not"
    NOT_UNTIL = "not_until"
    MUST = "must"
    MAY = "may"


class Mark(StrEnum):
    """How far the source of a norm has been checked."""

    TEXT = "[T]"
    COMMENTARY = "[C]"
    SECONDARY = "[S]"
    VERIFY = "[M]"
    INFERENCE = "[I]"


@dataclass(frozen=True)
class Provision:
    """A place in a legal source: its id, how it is cited, how far it was checked."""

    id: str
    citation: str
    mark: Mark


@dataclass(frozen=True, kw_only=True)
class Norm:
    """One statement of the law about one or more acts.

    Attributes:
        mode: What it does.
        acts: What it speaks about.
        provision: Where it stands.
        leg: A name where one provision says several things.
        when: Its condition. For a wait: what must be true before the act.
        unless: Its exception; in a bar it must be `proven`.
        prevails_over: Names of norms it beats. Written on the stronger norm.
        absolute: Nothing prevails over it and nobody may override it.
        personal: A wait for the person's own act or claim; nobody may override it.
        contested: Its result is marked and needs a senior officer.
        position: In force only under this `position.mode`; empty: under each.
        since: First day in force.
        until: First day no longer in force, or `None`.
        wording: What it says, in plain English.
    """

    mode: Mode
    acts: tuple[Act, ...]
    provision: Provision
    wording: str
    leg: str = ""
    when: Expression
    unless: Expression = NEVER
    prevails_over: tuple[str, ...] = ()
    absolute: bool = False
    personal: bool = False
    contested: bool = False
    position: str = ""
    since: date = FIRST_DAY
    until: date | None = None

    @property
    def name(self) -> str:
        """The provision with the leg, `GCIII-118-1/duty`."""
        return f"{self.provision.id}/{self.leg}" if self.leg else self.provision.id

    @property
    def applies(self) -> Expression:
        """When it speaks; for a wait, when its step is still missing."""
        spoken = ~self.when if self.mode is Mode.NOT_UNTIL else self.when
        return spoken if self.unless is NEVER else spoken & ~self.unless

    def in_force(self, on: date, position: str) -> bool:
        """Ask whether it was law on that day under that position."""
        begun = self.since <= on and (self.until is None or on < self.until)
        return begun and self.position in {"", position}


def must_not(
    acts: Act | tuple[Act, ...],
    provision: Provision,
    wording: str,
    *,
    when: Expression,
    leg: str = "",
    unless: Expression = NEVER,
    prevails_over: tuple[str, ...] = (),
    absolute: bool = False,
    position: str = "",
    since: date = FIRST_DAY,
    until: date | None = None,
) -> Norm:
    """Forbid the acts when the condition holds, unless the exception is shown."""
    return Norm(
        mode=Mode.MUST_NOT,
        acts=_acts(acts),
        provision=provision,
        wording=wording,
        leg=leg,
        when=when,
        unless=unless,
        prevails_over=prevails_over,
        absolute=absolute,
        position=position,
        since=since,
        until=until,
    )


def not_until(
    acts: Act | tuple[Act, ...],
    provision: Provision,
    wording: str,
    *,
    ready: Expression,
    leg: str = "",
    personal: bool = False,
    since: date = FIRST_DAY,
    until: date | None = None,
) -> Norm:
    """Hold the acts until the step has been taken."""
    return Norm(
        mode=Mode.NOT_UNTIL,
        acts=_acts(acts),
        provision=provision,
        wording=wording,
        leg=leg,
        when=ready,
        personal=personal,
        since=since,
        until=until,
    )


def must(
    acts: Act | tuple[Act, ...],
    provision: Provision,
    wording: str,
    *,
    when: Expression,
    leg: str = "",
    since: date = FIRST_DAY,
    until: date | None = None,
) -> Norm:
    """Require the acts when the condition holds."""
    return Norm(
        mode=Mode.MUST,
        acts=_acts(acts),
        provision=provision,
        wording=wording,
        leg=leg,
        when=when,
        since=since,
        until=until,
    )


def may(
    acts: Act | tuple[Act, ...],
    provision: Provision,
    wording: str,
    *,
    when: Expression,
    leg: str = "",
    contested: bool = False,
    since: date = FIRST_DAY,
    until: date | None = None,
) -> Norm:
    """Allow the acts when the condition holds."""
    return Norm(
        mode=Mode.MAY,
        acts=_acts(acts),
        provision=provision,
        wording=wording,
        leg=leg,
        when=when,
        contested=contested,
        since=since,
        until=until,
    )


def _acts(acts: Act | tuple[Act, ...]) -> tuple[Act, ...]:
    return acts if isinstance(acts, tuple) else (acts,)
