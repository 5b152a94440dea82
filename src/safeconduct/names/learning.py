"""What do the examples teach?

Expectation-maximisation over what an example does not say: where one syllable ends and
the next begins, which letters are the onset, and which style the writer kept to.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from safeconduct.names import prior as priors
from safeconduct.names.channel import (
    NOTHING,
    STYLES,
    Channel,
    Vector,
    Weights,
    after,
    before,
    initial,
    scaled,
    times,
    vector,
)
from safeconduct.names.folding import fold
from safeconduct.names.hangul import lawful, split
from safeconduct.names.model import Model, write
from safeconduct.names.prior import Prior
from safeconduct.names.tables import table

ROUNDS = {"latin": 6, "cyrillic": 4}
STRICT = {"latin": 2.0, "cyrillic": 12.0}
"""Examples that the table and the pooled contexts are worth beside the real ones."""
NEGLIGIBLE = 1e-4
"""Of a way to read an example: not worth counting."""
LONGEST = 16
"""Letters of a given name that is learned from."""
MISFIT = 0.08
"""Against a syllable border at no space or hyphen, or a hyphen inside a syllable."""


@dataclass(frozen=True)
class Example:
    """A Hangul name and one spelling of it, in words and parts."""

    surname: str
    given: str
    spelled: str
    letters: str
    borders: frozenset[int]


def learn(folder: Path) -> Model:
    """Learn a model from the folder of name data.

    Args:
        folder: Holds hangul_latin.tsv and hangul_cyrillic.tsv.

    Raises:
        OSError: A file is missing.
    """
    latin = list(rows(folder / "hangul_latin.tsv"))
    cyrillic = list(rows(folder / "hangul_cyrillic.tsv"))
    return learned(latin, cyrillic)


def learned(latin: list[dict[str, str]], cyrillic: list[dict[str, str]]) -> Model:
    """Learn a model from rows: hangul, latin, order; hangul, cyrillic."""
    names = {row["hangul"]: None for row in (*latin, *cyrillic)}
    prior = priors.count(map(parted, names))
    examples = {
        "latin": [example(row["hangul"], row["latin"], row["order"]) for row in latin],
        "cyrillic": [example(row["hangul"], row["cyrillic"]) for row in cyrillic],
    }
    weights = {
        script: _fitted(script, prior, [each for each in given if each is not None])
        for script, given in examples.items()
    }
    return Model(prior, weights)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Read a file of the name data."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def parted(name: str) -> tuple[str, str]:
    """Part a Hangul name into surname and given name."""
    known = table("korean")["surnames"]
    size = 2 if name[2:] and "".join(map(lawful, name[:2])) in known else 1
    return name[:size], name[size:]


def example(name: str, spelling: str, order: str = "first") -> Example | None:
    """Make an example, or None where surname and given name stand in one word."""
    words = fold(spelling).words
    if not words[1:]:
        return None
    surname, given = parted(name)
    own, rest = (words[0], words[1:]) if order == "first" else (words[-1], words[:-1])
    parts = [part for word in rest for part in word]
    borders, at = set(), 0
    for part in parts[:-1]:
        at += len(part)
        borders.add(at)
    return Example(surname, given, "".join(own), "".join(parts), frozenset(borders))


def _fitted(script: str, prior: Prior, examples: list[Example]) -> Weights:
    start = initial(script)
    weights = start
    for _ in range(ROUNDS[script]):
        counts = _expected(Channel(script, prior, weights), examples)
        weights = _maximised(counts, start, STRICT[script])
    return weights


Sound = tuple[str, str, str]
"""Kind, context, jamo."""
K = TypeVar("K")
Table = defaultdict[K, defaultdict[str, list[float]]]
"""By what is spelled, by spelling: expected examples in each style."""


def _empty() -> defaultdict[str, list[float]]:
    return defaultdict(lambda: [0.0] * STYLES)


@dataclass
class _Counts:
    styles: list[float] = field(default_factory=lambda: [0.0] * STYLES)
    sounds: Table[Sound] = field(default_factory=lambda: defaultdict(_empty))
    wholes: Table[str] = field(default_factory=lambda: defaultdict(_empty))
    surnames: Table[str] = field(default_factory=lambda: defaultdict(_empty))


def _expected(channel: Channel, examples: Iterable[Example]) -> _Counts:
    counts = _Counts()
    spelled: dict[str, dict[str, Vector]] = {}
    for each in examples:
        key = "".join(map(lawful, each.surname))
        if key not in spelled:
            spelled[key] = channel.surname(key)
        surname = spelled[key].get(each.spelled, (1e-4, 1e-4, 1e-4))
        own = times(channel.weights.styles, surname)
        joint = [
            (cut, times(own, _likelihood(channel, each, cut))) for cut in _cuts(each)
        ]
        total = sum(sum(chances) for _, chances in joint)
        for cut, chances in joint:
            if sum(chances) > NEGLIGIBLE * total:
                _count(channel, counts, (key, each, cut), scaled(chances, 1 / total))
    return counts


def _count(
    channel: Channel,
    counts: _Counts,
    read: tuple[str, Example, tuple[int, ...]],
    posterior: Vector,
) -> None:
    """Add one way to read an example, as far as it is believed."""
    key, each, cut = read
    _add(counts.styles, posterior)
    _add(counts.surnames[key][each.spelled], posterior)
    for at in _syllables(each, cut):
        letters, form, *_ = at
        _add(counts.wholes[form][letters], posterior)
        _share(channel, counts, at, posterior)


def _add(into: list[float], vector: Iterable[float]) -> None:
    for place, part in enumerate(vector):
        into[place] += part


def _cuts(each: Example) -> Iterator[tuple[int, ...]]:
    size = len(each.letters)
    inner = range(1, size)
    if size <= LONGEST:
        yield from combinations(inner, len(each.given) - 1)


def _syllables(
    each: Example, cut: tuple[int, ...]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield letters, written syllable, and what stands before and after it."""
    ends = (0, *cut, len(each.letters))
    for place, form in enumerate(each.given):
        left = before(each.given[place - 1]) if place else "first"
        last = place + 1 == len(each.given)
        right = "end" if last else after(each.given[place + 1])
        yield each.letters[ends[place] : ends[place + 1]], form, left, right


def _likelihood(channel: Channel, each: Example, cut: tuple[int, ...]) -> Vector:
    misfits = len(each.borders.symmetric_difference(cut)) if each.borders else 0
    a = b = c = MISFIT**misfits
    for letters, form, left, right in _syllables(each, cut):
        x, y, z = channel.form(letters, form, left, right)
        a, b, c = a * x, b * y, c * z
        if not (a or b or c):
            break
    return a, b, c


def _share(
    channel: Channel,
    counts: _Counts,
    at: tuple[str, str, str, str],
    posterior: Vector,
) -> None:
    """Share a syllable among the ways to read its letters as sounds."""
    letters, form, left, right = at
    onset, vowel, coda = split(form)
    sounds = channel.weights.sounds
    places = (
        ("onset", left, onset),
        ("vowel", "closed" if coda else "open", vowel),
        ("coda", right, coda),
    )
    ways = []
    for parts in _parts(channel, letters, form):
        chances: Vector = (1.0, 1.0, 1.0)
        for place, part in zip(places, parts, strict=True):
            chances = times(chances, sounds[place].get(part, NOTHING))
        ways.append((parts, chances))
    totals = [sum(chances[style] for _, chances in ways) for style in range(STYLES)]
    for parts, chances in ways:
        shares = [
            post * part / total if total else 0.0
            for post, part, total in zip(posterior, chances, totals, strict=True)
        ]
        for place, part in zip(places, parts, strict=True):
            _add(counts.sounds[place][part], shares)


def _parts(channel: Channel, letters: str, form: str) -> Iterator[tuple[str, str, str]]:
    """Yield the ways to read letters as onset, vowel and coda of a syllable."""
    onset, vowel, coda = split(form)
    codas = channel.allowed["coda"].get(coda, ())
    for head in channel.allowed["onset"].get(onset, ()):
        if letters.startswith(head):
            rest = letters[len(head) :]
            for middle in channel.allowed["vowel"].get(vowel, ()):
                if rest.startswith(middle) and rest[len(middle) :] in codas:
                    yield head, middle, rest[len(middle) :]


def _maximised(counts: _Counts, start: Weights, strict: float) -> Weights:
    total = sum(counts.styles) + 3
    styles = vector((part + 1) / total for part in counts.styles)
    pooled = _pooled(counts, start, strict)
    sounds = {
        place: _smoothed(counts.sounds[place], pooled[place], strict)
        for place in start.sounds
    }
    return Weights(
        styles, sounds, _with_totals(counts.wholes), _with_totals(counts.surnames)
    )


def _pooled(
    counts: _Counts, start: Weights, strict: float
) -> dict[Sound, dict[str, Vector]]:
    """Pool the contexts of each sound, style by style."""
    sums: Table[tuple[str, str]] = defaultdict(_empty)
    for (kind, _, jamo), spellings in counts.sounds.items():
        for spelling, numbers in spellings.items():
            _add(sums[kind, jamo][spelling], numbers)
    return {
        place: _smoothed(sums[place[0], place[2]], base, strict)
        for place, base in start.sounds.items()
    }


def _smoothed(
    counts: Mapping[str, Sequence[float]], base: Mapping[str, Vector], strict: float
) -> dict[str, Vector]:
    """Blend counts with what was believed before, `strict` examples' worth."""
    totals = [
        sum(numbers[style] for numbers in counts.values()) + strict
        for style in range(STYLES)
    ]
    return {
        spelling: vector(
            (count + strict * chance) / total
            for count, chance, total in zip(
                counts.get(spelling, NOTHING), chances, totals, strict=True
            )
        )
        for spelling, chances in base.items()
    }


def _with_totals(counts: Table[str]) -> dict[str, dict[str, Vector]]:
    """Keep, under "", the examples of a syllable in each style."""
    return {
        name: {
            "": vector(
                sum(numbers[style] for numbers in spellings.values())
                for style in range(STYLES)
            ),
            **{each: vector(numbers) for each, numbers in sorted(spellings.items())},
        }
        for name, spellings in counts.items()
    }


__all__ = ["Example", "example", "learn", "learned", "parted", "rows", "write"]
