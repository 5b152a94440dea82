"""How likely does a hand that writes a syllable of Korean write these letters?

P(letters | syllable) is a product over onset, vowel and coda, whose weights depend on
what stands beside them, blended with the whole-syllable spellings seen in the examples.
Everything is a vector over *styles* (an official system, a habit): a spelling keeps to
one style from the surname to the last syllable, which tells 충 from 정 where "ch" alone
does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from safeconduct.names.hangul import CODAS, ONSETS, SONORANT, VOWELS, lawful, split
from safeconduct.names.prior import Prior
from safeconduct.names.tables import table

Vector = tuple[float, float, float]
"""One probability per style."""
STYLES = 3
NOTHING: Vector = (0.0, 0.0, 0.0)

WHOLE = 6.0
"""Examples of a syllable at which they weigh as much as the spellings of its sounds."""
HABIT = 3.0
"""The same for surnames."""
FAINT_SOUND = 1e-3
"""Spellings of a syllable of a surname that are rarer are left out."""
MEANT = 0.02
"""Of spellings of a syllable: from here on one that a typing error is looked for in."""
LISTED = 0.6
"""Of a surname never seen: spelled as the table lists it, not as it sounds."""


def before(syllable: str) -> str:
    """Return what the next onset stands after: "voiced" or "stopped"."""
    coda = split(syllable)[2]
    return "voiced" if not coda or coda in SONORANT else "stopped"


def after(syllable: str) -> str:
    """Return what the coda before stands at: "vowel", "nasal" or "stop"."""
    onset = split(syllable)[0]
    return "vowel" if onset in "ㅇㅎ" else "nasal" if onset in "ㄴㄹㅁ" else "stop"


BEFORE = ("first", "voiced", "stopped")
AFTER = ("end", "vowel", "nasal", "stop")
Contexts = tuple[tuple[int, int], ...]
FIRST_CONTEXTS: Contexts = ((0, 1), (0, 2), (0, 3), (0, 0))
"""Of a first syllable: what follows is a vowel, a nasal, a stop, nothing."""
LAST_CONTEXTS: Contexts = ((1, 0), (2, 0))
"""Of a last syllable: what stands before it lets its onset be voiced, or stops it."""
Around = tuple[Vector, ...]
"""The weights of one spelling of a sound, by context."""
Entry = tuple[str, Around, Vector, Around]
MANY = 16
"""Syllables that a spelling is read as, at most."""
FAINT = 1e-5
"""Against the best: below it a syllable is not tried."""


class Head(NamedTuple):
    """A syllable that letters may stand for at one end of a given name.

    Attributes:
        syllable: Canonical.
        side: What it is to its neighbour: an index into the neighbour's vectors.
        vectors: P(letters | syllable, style), by what the neighbour is.
        bound: Its probability, roughly, to stop a search by.
    """

    syllable: str
    side: int
    vectors: tuple[Vector, ...]
    bound: float


@dataclass(frozen=True)
class Weights:
    """What was learned of one script.

    Attributes:
        styles: P(style).
        sounds: By (kind, context, jamo): P(spelling | jamo, context, style).
        wholes: By written syllable: examples of each spelling, by style.
        surnames: By surname key: the same.
    """

    styles: Vector
    sounds: Mapping[tuple[str, str, str], Mapping[str, Vector]]
    wholes: Mapping[str, Mapping[str, Vector]]
    surnames: Mapping[str, Mapping[str, Vector]]


@dataclass(frozen=True)
class Channel:
    """The spellings of one script."""

    script: str
    prior: Prior
    weights: Weights
    _sounds: dict[tuple[str, tuple[str, ...], str], list[tuple[str, Around]]] = field(
        default_factory=dict
    )
    _heads: dict[str, tuple[Head, ...]] = field(default_factory=dict)
    _tails: dict[str, tuple[Head, ...]] = field(default_factory=dict)

    @cached_property
    def allowed(self) -> dict[str, dict[str, list[str]]]:
        """The table: spellings by kind of sound and jamo."""
        allowed: dict[str, dict[str, list[str]]] = table(self.script)
        return allowed

    @cached_property
    def entries(self) -> dict[str, list[Entry]]:
        """By spelling: the written syllables that it may stand for, sound by sound."""
        found: dict[str, list[Entry]] = {}
        for forms in self.prior.spelled.values():
            for form, _ in forms:
                for letters, early, between, late in self._ways(form):
                    entry = (form, early, between, late)
                    found.setdefault(letters, []).append(entry)
        found.pop("", None)
        return found

    @cached_property
    def usual(self) -> frozenset[str]:
        """Spellings of syllables that somebody who errs may have meant."""
        seen = {each for spelled in self.weights.wholes.values() for each in spelled}
        found = seen & self.entries.keys()
        for letters, entries in self.entries.items():
            for _, early, between, late in entries:
                by_style = zip(early[0], between, late[0], strict=True)
                if max(x * y * z for x, y, z in by_style) > MEANT:
                    found.add(letters)
                    break
        return frozenset(found)

    @cached_property
    def longest(self) -> int:
        """Letters of the longest spelling of a syllable."""
        return max(map(len, self.entries))

    def _ways(self, form: str) -> Iterator[tuple[str, Around, Vector, Around]]:
        onset, vowel, coda = split(form)
        onsets = self._around("onset", BEFORE, onset)
        vowels = self._around("vowel", ("closed" if coda else "open",), vowel)
        codas = self._around("coda", AFTER, coda)
        for head, early in onsets:
            for middle, (between,) in vowels:
                begun = head + middle
                for tail, late in codas:
                    yield begun + tail, early, between, late

    def _around(
        self, kind: str, contexts: tuple[str, ...], jamo: str
    ) -> list[tuple[str, Around]]:
        at = (kind, contexts, jamo)
        known = self._sounds.get(at)
        if known is None:
            sounds = [
                self.weights.sounds.get((kind, each, jamo), {}) for each in contexts
            ]
            known = self._sounds[at] = [
                (letters, tuple(each.get(letters, NOTHING) for each in sounds))
                for letters in self.allowed[kind].get(jamo, ())
            ]
        return known

    def spellings(self, form: str) -> set[str]:
        """Return every spelling of a written syllable that the tables allow."""
        return {letters for letters, *_ in self._ways(form)} - {""}

    def form(self, letters: str, form: str, left: str, right: str) -> Vector:
        """P(letters | written syllable, its neighbours)."""
        i, j = BEFORE.index(left), AFTER.index(right)
        a = b = c = 0.0
        for each, early, y, late in self.entries.get(letters, ()):
            if each == form:
                x, z = early[i], late[j]
                a += x[0] * y[0] * z[0]
                b += x[1] * y[1] * z[1]
                c += x[2] * y[2] * z[2]
        return self._blended(letters, form, (a, b, c))

    def _blended(self, letters: str, form: str, base: Vector) -> Vector:
        whole = self.weights.wholes.get(form)
        if not whole:
            return base
        a, b, c = whole.get(letters, NOTHING)
        x, y, z = whole[""]
        return (
            (a + WHOLE * base[0]) / (x + WHOLE),
            (b + WHOLE * base[1]) / (y + WHOLE),
            (c + WHOLE * base[2]) / (z + WHOLE),
        )

    def emission(self, letters: str, syllable: str, left: str, right: str) -> Vector:
        """P(letters | canonical syllable, its neighbours)."""
        a = b = c = 0.0
        for form, share in self.prior.spelled.get(syllable, ((syllable, 1.0),)):
            x, y, z = self.form(letters, form, left, right)
            a, b, c = a + share * x, b + share * y, c + share * z
        return a, b, c

    def heads(self, letters: str) -> tuple[Head, ...]:
        """Return first syllables that may be meant, likeliest first."""
        known = self._heads.get(letters)
        if known is None:
            known = self._heads[letters] = self._candidates(
                letters, self.prior.first, FIRST_CONTEXTS
            )
        return known

    def tails(self, letters: str) -> tuple[Head, ...]:
        """Return last syllables that may be meant, likeliest first."""
        known = self._tails.get(letters)
        if known is None:
            known = self._tails[letters] = self._candidates(
                letters, self.prior.second, LAST_CONTEXTS
            )
        return known

    def _candidates(
        self, letters: str, chances: Mapping[str, float], contexts: Contexts
    ) -> tuple[Head, ...]:
        """Return the likeliest syllables of letters, weighed in some contexts."""
        sums: dict[str, list[list[float]]] = {}
        for form, early, (p, q, r), late in self.entries.get(letters, ()):
            vectors = sums.get(form)
            if vectors is None:
                vectors = sums[form] = [[0.0, 0.0, 0.0] for _ in contexts]
            for summed, (i, j) in zip(vectors, contexts, strict=True):
                x, z = early[i], late[j]
                summed[0] += x[0] * p * z[0]
                summed[1] += x[1] * q * z[1]
                summed[2] += x[2] * r * z[2]
        return self._best(letters, sums, chances, last=contexts is LAST_CONTEXTS)

    def _best(
        self,
        letters: str,
        sums: Mapping[str, list[list[float]]],
        chances: Mapping[str, float],
        *,
        last: bool,
    ) -> tuple[Head, ...]:
        canonical: dict[str, list[Vector]] = {}
        for form, vectors in sums.items():
            syllable = lawful(form)
            share = self.prior.share(form)
            blended = [
                scaled(self._blended(letters, form, vector(each)), share)
                for each in vectors
            ]
            if syllable in canonical:
                blended = [
                    (x[0] + y[0], x[1] + y[1], x[2] + y[2])
                    for x, y in zip(blended, canonical[syllable], strict=True)
                ]
            canonical[syllable] = blended
        rated = sorted(
            (-max(map(max, vectors)) * chances[syllable], syllable)
            for syllable, vectors in canonical.items()
        )[:MANY]
        side = _after if last else _before
        return tuple(
            Head(syllable, side(syllable), tuple(canonical[syllable]), -bound)
            for bound, syllable in rated
            if bound < rated[0][0] * FAINT
        )

    @cached_property
    def surnames(self) -> dict[str, tuple[tuple[str, Vector], ...]]:
        """By spelling: surnames, with P(style, surname, spelling)."""
        found: dict[str, list[tuple[str, Vector]]] = {}
        for name, chance in self.prior.surname.items():
            for spelling, spelled in self.surname(name).items():
                joint = scaled(times(self.weights.styles, spelled), chance)
                found.setdefault(spelling, []).append((name, joint))
        return {
            spelling: tuple(sorted(names, key=lambda each: (-sum(each[1]), each[0])))
            for spelling, names in found.items()
        }

    def surname(self, name: str) -> dict[str, Vector]:
        """P(spelling | surname) for every spelling allowed."""
        listed = self.allowed["surname"].get(name, [])
        ranks = {each: 0.5**place for place, each in reversed([*enumerate(listed)])}
        total = sum(ranks.values())
        chances = {
            spelling: vector(
                LISTED * ranks.get(spelling, 0.0) / total + (1 - LISTED) * part
                if ranks
                else part
                for part in sounded
            )
            for spelling, sounded in self._sounded(name, set(listed)).items()
        }
        seen = self.weights.surnames.get(name)
        if not seen:
            return chances
        whole = seen[""]
        return {
            spelling: vector(
                (count + HABIT * base) / (total + HABIT)
                for count, base, total in zip(
                    seen.get(spelling, NOTHING),
                    chances.get(spelling, NOTHING),
                    whole,
                    strict=True,
                )
            )
            for spelling in sorted({*chances, *seen} - {""})
        }

    def _sounded(self, name: str, listed: set[str]) -> dict[str, Vector]:
        spellings = {"": (1.0, 1.0, 1.0)}
        for place, syllable in enumerate(name):
            left = before(name[place - 1]) if place else "first"
            right = after(name[place + 1]) if place + 1 < len(name) else "end"
            forms = self.prior.spelled.get(syllable, ((syllable, 1.0),))
            nexts: dict[str, Vector] = {}
            for letters in sorted(
                {s for form, _ in forms for s in self.spellings(form)}
            ):
                here = self.emission(letters, syllable, left, right)
                if max(here) < FAINT_SOUND:
                    continue
                for head, chance in spellings.items():
                    nexts[head + letters] = times(here, chance)
            spellings = nexts
        return spellings | {
            each: NOTHING for each in sorted(listed) if each not in spellings
        }


def vector(parts: Iterable[float]) -> Vector:
    """Make a vector of one number per style."""
    a, b, c = parts
    return a, b, c


def times(x: Vector, y: Vector) -> Vector:
    """Multiply style by style."""
    return x[0] * y[0], x[1] * y[1], x[2] * y[2]


def scaled(x: Vector, factor: float) -> Vector:
    """Multiply every style by one number."""
    return x[0] * factor, x[1] * factor, x[2] * factor


def _after(syllable: str) -> int:
    return AFTER.index(after(syllable)) - 1


def _before(syllable: str) -> int:
    return BEFORE.index(before(syllable)) - 1


def initial(script: str) -> Weights:
    """Weigh spellings by rank, and by the official systems: where learning begins."""
    tables = table(script)
    systems = list(tables["systems"].values())
    sounds: dict[tuple[str, str, str], dict[str, Vector]] = {}
    for kind, contexts, jamos in (
        ("onset", BEFORE, ONSETS),
        ("vowel", ("open", "closed"), VOWELS),
        ("coda", AFTER, CODAS),
    ):
        for jamo in jamos:
            for context in contexts:
                allowed = tables[kind].get(jamo, [])
                official = [_official(each, kind, context, jamo) for each in systems]
                sounds[kind, context, jamo] = _ranked(allowed, official)
    return Weights((0.4, 0.3, 0.3), sounds, {}, {})


def _official(
    system: Mapping[str, Mapping[str, str]], kind: str, context: str, jamo: str
) -> str | None:
    if context == "voiced" and jamo in system.get("medial", {}):
        return system["medial"][jamo]
    return system[kind].get(jamo)


def _ranked(allowed: list[str], official: list[str | None]) -> dict[str, Vector]:
    columns = []
    for favourite in official:
        column = {each: 0.5**place for place, each in reversed([*enumerate(allowed)])}
        if favourite in column:
            column[favourite] += 3.0
        total = sum(column.values())
        columns.append({each: chance / total for each, chance in column.items()})
    return {each: vector(column[each] for column in columns) for each in allowed}
