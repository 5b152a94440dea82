"""How the time limits of a case stand, in the words of the page."""

from collections.abc import Iterable
from dataclasses import dataclass

from safeconduct.law import Deadline, wording
from safeconduct.law.clocks.deadline import STANDING, State
from safeconduct.web import words

# The colours of the chips of answers serve here too: closed, waiting, open.
_LOOKS = {
    State.MISSED: ("barred", "✕"),
    State.AT_ONCE: ("duty", "!"),
    State.RUNNING: ("not_yet", "◷"),
    State.MAY_APPLY: ("not_applicable", "?"),
    State.MET: ("permitted", "✓"),
}
_ORDER = (*STANDING, State.MET)


@dataclass(frozen=True)
class Shown:
    """One time limit as the page shows it."""

    state: str
    kind: str  # of the chip
    glyph: str
    standing: bool  # something may still have to be done
    says: str
    limit: str
    due: str
    binds: str
    norm: str
    citation: str
    mark: str
    inference: bool
    why: list[str]


def shown(deadlines: Iterable[Deadline]) -> list[Shown]:
    """Put time limits into words, the most pressing first."""
    listed = [one for one in deadlines if one.state in _ORDER]
    return [_shown(one) for one in sorted(listed, key=_pressing)]


def _pressing(one: Deadline) -> tuple[int, str]:
    return _ORDER.index(one.state), one.due.isoformat() if one.due else "~"


def _shown(one: Deadline) -> Shown:
    kind, glyph = _LOOKS[one.state]
    clock, language = one.clock, words.language()
    provision = clock.provision
    return Shown(
        state=wording.term(f"clock_state.{one.state}", language),
        kind=kind,
        glyph=glyph,
        standing=one.state in STANDING,
        says=wording.clock(clock.name, language),
        limit=wording.limit(clock.limit, one.period, language),
        due=_due(one),
        binds=wording.term(f"office.{clock.binds}", language),
        norm=provision.id,
        citation=words.citation(provision.id, provision.citation),
        mark=wording.term(f"mark.{provision.mark}", language),
        inference=provision.mark == "[I]",
        why=[words.question(name) for name in one.why],
    )


def _due(one: Deadline) -> str:
    """Say when; where no period is given, there is nothing to say."""
    if one.due is None or one.state is State.AT_ONCE:
        return ""
    return words.moment(one.due)
