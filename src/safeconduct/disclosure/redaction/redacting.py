"""What must go from a text, so that everyone it tells of is one among enough?

1. Scan. What names a person, tells his wish, or points to where he is named is masked,
   everywhere in the text.
2. Whoever fits fewer people than the threshold is told of less exactly: the cheapest
   change that suffices, counted against the register (`choosing`). What the register
   has no column for cannot be counted, and unknown never opens anything: it is masked.
3. The new text is scanned. What still gives somebody away is changed further, until
   nothing does.
4. If nothing helps the text is withheld, and that is an answer, not an error.

The count takes every detail that is left, also one whose link to the person the mask
has cut: a reader may link it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from safeconduct.disclosure.details.detail import COMPARED, Field
from safeconduct.disclosure.redaction import changing, generalising, risks
from safeconduct.disclosure.redaction.changing import Changed
from safeconduct.disclosure.redaction.choosing import Depth, Options, choose, price
from safeconduct.disclosure.redaction.echoes import echoes
from safeconduct.disclosure.redaction.measuring import Meter
from safeconduct.disclosure.redaction.result import Case, Redaction
from safeconduct.disclosure.redaction.telling import Change, Telling
from safeconduct.disclosure.redaction.tongue import tongue_of
from safeconduct.disclosure.register import Register
from safeconduct.disclosure.scanning import Exposure, scan

THRESHOLD: Final = 5
ROUNDS: Final = 40
"""Scans after which a text is withheld; each deepens what the last one found."""
ALWAYS: Final = frozenset({Field.POINTER, Field.NICKNAME, Field.PAPERS})
"""Masked whoever it tells of: it leads to the name."""
COUNTED: Final = frozenset(COMPARED) | {Field.GROUP}
COMMON: Final = frozenset({Field.FATE})
"""Left alone: it befalls many, and tells whom it befell to nobody who did not know."""


@dataclass(slots=True)
class _Subject:
    """A person whom the text gives away, and what is done with what it tells of him.

    `there` is whether the text as it came gave him away, and not one of its changes.
    """

    person: str
    k: int
    k_without: dict[str, int]
    there: bool
    tellings: dict[tuple[int, int, Field], Telling] = field(default_factory=dict)
    depths: dict[Field, Depth] = field(default_factory=dict)

    def learn(self, tellings: Iterable[Telling]) -> bool:
        """Add what was found; tell whether anything of it is new."""
        before = len(self.tellings)
        for telling in tellings:
            self.tellings.setdefault(
                (telling.start, telling.end, telling.field), telling
            )
        return len(self.tellings) > before

    def of(self, which: Field) -> list[Telling]:
        return [telling for telling in self.tellings.values() if telling.field is which]


def redact(text: str, register: Register, *, threshold: int = THRESHOLD) -> Redaction:
    """Change a text as little as makes everyone in it one among enough, or withhold it.

    Args:
        text: What is to be published: article, title and boilerplate.
        register: The protected, whom this must run beside in memory.
        threshold: How many persons a description must fit.
    """
    work = _Work(text, register, threshold)
    for _ in range(ROUNDS):
        changed = work.changed()
        if not work.deepen(changed):
            return work.result(changed)
    return work.withheld("The text still gives somebody away after every change.")


class _Work:
    """One redaction as it goes on."""

    def __init__(self, text: str, register: Register, threshold: int) -> None:
        self._text = text
        self._register = register
        self._meter = Meter(register)
        self._threshold = threshold
        self._subjects: dict[str, _Subject] = {}
        self._stuck: set[str] = set()
        self._tongue = tongue_of(text)
        for exposure in scan(text, register, threshold=threshold):
            told = [_trimmed(telling, text) for telling in _tellings(exposure)]
            self._meet(exposure, told)
        for subject in self._subjects.values():
            self._settle(subject)

    def changed(self) -> Changed:
        """Make the text with the changes decided so far."""
        return changing.make(self._text, self._changes())

    def deepen(self, changed: Changed) -> bool:
        """Scan the changed text and decide on more; `False` when nothing is left."""
        left = scan(changed.text, self._register, threshold=self._threshold)
        low = [exposure for exposure in left if exposure.k < self._threshold]
        # Who fits enough is still found if he fits best. One after the other: what
        # is changed for the first is often enough for the rest.
        pressed = [self._press(exposure, changed) for exposure in low or left[:1]]
        self._stuck = {exposure.person for exposure in left}
        return any(pressed)

    def result(self, changed: Changed) -> Redaction:
        """Give the answer: the changed text, or that it is withheld and why."""
        cases = self._cases()
        low = [
            case
            for case in cases
            if case.k_after is not None and case.k_after < self._threshold
        ]
        if low or self._stuck:
            return self.withheld(
                f"Of {len(low) or len(self._stuck)} of the persons too few others"
                " could be meant, whatever is changed."
            )
        return Redaction(
            text=changed.text,
            changes=changed.changes,
            cases=cases,
            threshold=self._threshold,
            risks_before=risks.risks(self._told(before=True)),
            risks_after=risks.risks(self._told(before=False)),
        )

    def withheld(self, why: str) -> Redaction:
        """Give nothing out, and say why."""
        before = risks.risks(self._told(before=True))
        return Redaction(
            text="",
            changes=(),
            cases=self._cases(),
            threshold=self._threshold,
            risks_before=before,
            risks_after=before,
            withheld=why,
        )

    def _ordered(self) -> list[_Subject]:
        return sorted(self._subjects.values(), key=lambda subject: subject.person)

    def _meet(
        self, exposure: Exposure, told: Iterable[Telling], *, first: bool = True
    ) -> _Subject:
        subject = self._subjects.get(exposure.person)
        if subject is None:
            without = {str(key): k for key, k in exposure.k_without.items()}
            subject = _Subject(exposure.person, exposure.k, without, there=first)
            self._subjects[exposure.person] = subject
        if first:
            subject.learn(told)
        return subject

    def _settle(self, subject: _Subject) -> None:
        """Decide how deep each field of a person is changed, the cheapest way."""
        fields = {telling.field for telling in subject.tellings.values()}
        for which in fields:
            if which.kind != "quasi" or which in ALWAYS:
                subject.depths[which] = Depth.MASKED
        if subject.k >= self._threshold and self._left(subject, {}) >= self._threshold:
            return
        for which in fields - COUNTED - COMMON - subject.depths.keys():
            subject.depths[which] = Depth.MASKED
        options = [
            Options(which, self._depths(subject, which))
            for which in sorted(fields - subject.depths.keys())
        ]
        subject.depths |= choose(
            options, lambda choice: self._left(subject, choice), self._threshold
        )

    def _depths(self, subject: _Subject, which: Field) -> tuple[Depth, ...]:
        """Tell how deep a field may be changed from where it is."""
        least = subject.depths.get(which, Depth.KEPT)
        general = all(self._general(telling) for telling in subject.of(which))
        depths = Depth if general else (Depth.KEPT, Depth.MASKED)
        return tuple(depth for depth in depths if depth >= least)

    def _left(self, subject: _Subject, choice: Any) -> int:
        """Count whom the description fits under a choice."""
        told = self._values(subject, subject.depths | dict(choice))
        return self._meter.count(subject.person, told)

    def _values(
        self, subject: _Subject, depths: dict[Field, Depth]
    ) -> Iterator[tuple[Field, object]]:
        for telling in subject.tellings.values():
            depth = depths.get(telling.field, Depth.KEPT)
            if telling.field not in COUNTED or depth is Depth.MASKED:
                continue
            general = self._general(telling) if depth is Depth.GENERAL else None
            value = telling.value if depth is Depth.KEPT else general and general.value
            if value is not None:
                yield telling.field, value

    def _press(self, exposure: Exposure, changed: Changed) -> bool:
        """Change more of what still gives a person away; tell whether there is more."""
        told = [
            _trimmed(_moved(telling, changed), self._text)
            for telling in _tellings(exposure)
        ]
        subject = self._meet(exposure, told, first=False)
        new = subject.learn(
            telling for telling in told if not self._is_changed(telling)
        )
        before = dict(subject.depths)
        if new:
            subject.depths = {
                which: depth
                for which, depth in subject.depths.items()
                if depth is Depth.MASKED
            }
            self._settle(subject)
        return subject.depths != before or self._deeper(subject, told) or new

    def _deeper(self, subject: _Subject, told: Sequence[Telling]) -> bool:
        """Take the cheapest field that the scan still sees one step further."""
        fields = {telling.field for telling in told} & {
            telling.field for telling in subject.tellings.values()
        }
        steps = [
            (depth, which)
            for which in fields
            for depth in self._depths(subject, which)
            if depth > subject.depths.get(which, Depth.KEPT)
        ]
        if not steps:
            return False
        depth, which = min(
            steps, key=lambda step: (price(step[1], step[0]), step[1].value)
        )
        subject.depths[which] = depth
        return True

    def _is_changed(self, telling: Telling) -> bool:
        return any(
            change.start <= telling.start and telling.end <= change.end
            for change in self._changes()
        )

    def _changes(self) -> Iterator[Change]:
        names: set[str] = set()
        for subject in self._ordered():
            for telling in subject.tellings.values():
                if telling.field is Field.NAME:
                    names.add(self._text[telling.start : telling.end])
                depth = subject.depths.get(telling.field, Depth.KEPT)
                if depth is Depth.GENERAL:
                    change = self._general(telling)
                    yield change or self._mask(telling)
                elif depth is Depth.MASKED:
                    yield self._mask(telling)
        for telling in echoes(self._text, sorted(names)):
            yield self._mask(telling)

    def _general(self, telling: Telling) -> Change | None:
        return generalising.generalise(self._text, telling, self._tongue.at(telling))

    def _mask(self, telling: Telling) -> Change:
        return generalising.mask(self._text, telling, self._tongue.at(telling))

    def _cases(self) -> tuple[Case, ...]:
        return tuple(self._case(s) for s in self._ordered() if s.there)

    def _case(self, subject: _Subject) -> Case:
        left = list(self._values(subject, subject.depths))
        return Case(
            person=subject.person,
            k_before=subject.k,
            k_after=self._meter.count(subject.person, left) if left else None,
            k_without=subject.k_without,
        )

    def _told(self, *, before: bool) -> Iterator[tuple[frozenset[Any], int]]:
        for subject in self._ordered():
            if not subject.there:
                continue
            depths = {} if before else subject.depths
            told = frozenset(self._values(subject, depths))
            if told or before:
                k = subject.k if before else self._meter.count(subject.person, told)
                yield told, k


def _tellings(exposure: Exposure) -> list[Telling]:
    return [
        Telling(span.start, span.end, Field(span.field), span.value)
        for span in exposure.spans
    ]


def _trimmed(telling: Telling, text: str) -> Telling:
    """Leave the white space around a span where it is."""
    said = text[telling.start : telling.end]
    start = telling.start + len(said) - len(said.lstrip())
    end = telling.end - len(said) + len(said.rstrip())
    return telling if start >= end else replace(telling, start=start, end=end)


def _moved(telling: Telling, changed: Changed) -> Telling:
    start, end = changed.origin(telling.start, telling.end)
    return Telling(start, end, telling.field, telling.value)
