"""How likely is a name, before anybody has spelled it?

P(name) is P(surname) times P(given name). A given name of two syllables is a first
syllable and a second one that may depend on it; both are smoothed down to syllables
never seen in a name.
Names are canonical keys throughout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from safeconduct.names.hangul import join, lawful, split
from safeconduct.names.tables import table

TWO = 2
"""Syllables of most given names."""
LENGTHS = {1: 0.06, 2: 0.925, 3: 0.014, 4: 0.001}
"""Of given names by syllables, of the South and the North together."""
SURNAME_WEIGHT = 0.5
"""Of the census against the examples."""
PAIR = 6.0
"""Examples of a first syllable after which the second is as free as bound."""
UNSEEN = 0.03
"""Of syllables: not seen in this position of a given name."""
FOREIGN = 2e-5
"""Of a syllable that no table knows."""


@dataclass(frozen=True)
class Prior:
    """Counts of names, and what follows from them.

    Attributes:
        surnames: Examples per surname key.
        pairs: Examples per given name of two syllables.
        singles: Examples per given name of one syllable.
        forms: Examples per written syllable of a given name.
    """

    surnames: Mapping[str, float]
    pairs: Mapping[str, float]
    singles: Mapping[str, float]
    forms: Mapping[str, float]
    _memo: dict[str, float] = field(default_factory=dict, compare=False)

    @cached_property
    def surname(self) -> dict[str, float]:
        """P(surname) of every surname that the tables or the examples know."""
        known: dict[str, float] = table("korean")["surnames"]
        total, seen = sum(known.values()), sum(self.surnames.values()) or 1.0
        return {
            name: SURNAME_WEIGHT * known.get(name, 0.02) / total
            + (1 - SURNAME_WEIGHT) * self.surnames.get(name, 0.0) / seen
            for name in sorted({*known, *self.surnames})
        }

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Canonical syllables that a given name may have."""
        return frozenset(map(lawful, self.forms)) | frozenset(map(lawful, listed()))

    @cached_property
    def first(self) -> dict[str, float]:
        """P(first syllable) of a given name of two."""
        return self._position(0)

    @cached_property
    def second(self) -> dict[str, float]:
        """P(second syllable), whatever the first."""
        return self._position(1)

    def _position(self, place: int) -> dict[str, float]:
        counts: dict[str, float] = defaultdict(float)
        anywhere: dict[str, float] = defaultdict(float)
        for given, number in self.pairs.items():
            counts[given[place]] += number
            for syllable in dict.fromkeys(given):
                anywhere[syllable] += number
        total, overall = sum(counts.values()) or 1.0, sum(anywhere.values()) or 1.0
        flat = 1 / len(self.syllables)
        return {
            syllable: (1 - UNSEEN) * counts[syllable] / total
            + UNSEEN * (0.7 * anywhere[syllable] / overall + 0.3 * flat)
            for syllable in sorted(self.syllables)
        }

    @cached_property
    def after(self) -> dict[str, float]:
        """Examples per first syllable."""
        counts: dict[str, float] = defaultdict(float)
        for given, number in self.pairs.items():
            counts[given[0]] += number
        return counts

    def given(self, name: str) -> float:
        """P(given name)."""
        known = self._memo.get(name)
        if known is None:
            known = self._memo[name] = self._given(name)
            if len(self._memo) > 1 << 18:
                self._memo.clear()
        return known

    def _given(self, name: str) -> float:
        if len(name) == TWO:
            seen = self.after.get(name[0], 0.0)
            free = self.second.get(name[1], FOREIGN)
            bound = (self.pairs.get(name, 0.0) + PAIR * free) / (seen + PAIR)
            return LENGTHS[TWO] * self.first.get(name[0], FOREIGN) * bound
        if len(name) == 1:
            total = sum(self.singles.values()) + 20
            free = self.second.get(name, FOREIGN)
            return LENGTHS[1] * (self.singles.get(name, 0.0) + 20 * free) / total
        probability = LENGTHS.get(len(name), 1e-6)
        for syllable in name:
            flat = 1 / len(self.syllables)
            probability *= 0.5 * self.second.get(syllable, FOREIGN) + 0.5 * flat
        return probability

    def name(self, key: str) -> float:
        """P(name) of a canonical key, over the ways to part it."""
        one = self.surname.get(key[:1], 1e-7) * self.given(key[1:]) if key[1:] else 0.0
        if key[2:] and key[:2] in self.surname:
            one += self.surname[key[:2]] * self.given(key[2:])
        return one or self.surname.get(key, 1e-7) * 1e-3

    @cached_property
    def spelled(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """How a canonical syllable may be written: form, probability."""
        forms: dict[str, dict[str, float]] = {}
        for form in sorted({*self.forms, *listed(), *map(northern, self.syllables)}):
            forms.setdefault(lawful(form), {})[form] = self.forms.get(form, 0.0) + 0.5
        for syllable in self.syllables:
            known = forms.setdefault(syllable, {})
            known[syllable] = known.get(syllable, 0.0) + 0.5
        return {
            syllable: tuple(
                (form, max(count / sum(known.values()), 0.02))
                for form, count in sorted(known.items())
            )
            for syllable, known in sorted(forms.items())
        }

    @cached_property
    def _shares(self) -> dict[str, float]:
        return {form: share for forms in self.spelled.values() for form, share in forms}

    def share(self, form: str) -> float:
        """P(written syllable | its canonical syllable)."""
        return self._shares.get(form, 1.0)


def listed() -> str:
    """Return the syllables of the table of given names."""
    return "".join(table("korean")["syllables"].values())


def northern(syllable: str) -> str:
    """Return the form with ㄹ that the law makes this syllable of, or itself."""
    onset, vowel, coda = split(syllable)
    changed = join("ㄹ", vowel, coda)
    return changed if onset in "ㅇㄴ" and lawful(changed) == syllable else syllable


def count(names: Iterable[tuple[str, str]]) -> Prior:
    """Count surnames and given names, both as written in Hangul."""
    surnames: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    singles: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    for surname, given in names:
        surnames["".join(map(lawful, surname))] += 1
        forms.update(given)
        canonical = "".join(map(lawful, given))
        if len(given) == TWO:
            pairs[canonical] += 1
        elif len(given) == 1:
            singles[canonical] += 1
    return Prior(surnames, pairs, singles, forms)
