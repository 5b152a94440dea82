"""Which words must stand in a text where a pattern matches?

The patterns of `details` and `bearers` are alternations of hundreds of words, and most
sentences hold none of them. The words that any match must contain are read from the
pattern itself, so that table and filter cannot part, and looked for by an automaton;
the pattern is tried only where it could match. Nothing is found otherwise than without.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from threading import Lock
from typing import Any

from daachorse import CharwiseDoubleArrayAhoCorasick

# Private to the standard library, but stable since 3.11, and nothing else tells what a
# pattern consists of. tests/disclosure/test_prefilter.py would notice a change.
_parser: Any = importlib.import_module("re._parser")
_codes: Any = importlib.import_module("re._constants")

MOST = 4096
"""Words of one pattern that are looked for; beyond, it is tried everywhere."""
CHOICES = 24
"""Spellings of one part of a pattern that are told apart, as in [Рр]одом."""
ZERO_WIDTH = frozenset({_codes.AT, _codes.ASSERT, _codes.ASSERT_NOT})
REPEATS = frozenset(
    {_codes.MAX_REPEAT, _codes.MIN_REPEAT, _codes.POSSESSIVE_REPEAT}
)  # fmt: skip

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of the texts that a part of a pattern matches.

    Attributes:
        exact: All of them, if they are few.
        first: One of these begins each of them, if that is known.
        within: One of these stands in each of them, if that is known.
    """

    exact: Words | None = None
    first: Words | None = None
    within: Words | None = None


EMPTY = Told(exact=frozenset({""}))
ANYTHING = Told()


@dataclass(frozen=True, slots=True)
class _Index:
    """The words of the first patterns.

    Attributes:
        size: How many patterns they are.
        automaton: Finds the words; none before there are any.
        patterns: By word: the patterns that have it.
    """

    size: int = 0
    automaton: Any = None
    patterns: tuple[frozenset[int], ...] = ()

    @classmethod
    def of(cls, patterns: Iterable[Words]) -> _Index:
        """Index patterns by their words."""
        by_word: dict[str, set[int]] = {}
        size = 0
        for number, words in enumerate(patterns):
            size = number + 1
            for word in words:
                by_word.setdefault(word, set()).add(number)
        ordered = sorted(by_word)
        automaton = CharwiseDoubleArrayAhoCorasick(ordered)
        return cls(size, automaton, tuple(frozenset(by_word[word]) for word in ordered))


class _Standing:
    """Which patterns have a word in a text? One automaton asks for all at once.

    Patterns that came since it was built are asked one by one, until there are enough
    of them to build it anew. Threads may ask while one of them builds it: an index is
    replaced as a whole.
    """

    def __init__(self) -> None:
        self._words: list[Words] = []
        self._index = _Index()

    def add(self, words: Words) -> int:
        """Add a pattern by its words; return its number."""
        with GROWING:
            self._words.append(words)
            return len(self._words) - 1

    def known(self) -> int:
        """Return up to which number patterns are asked at once."""
        if len(self._words) - self._index.size >= BATCH:
            with GROWING:
                self._index = _Index.of(self._words)
        return self._index.size

    def within(self, lower: str) -> frozenset[int]:
        """Return the numbers of the patterns that have a word there."""
        index = self._index
        if index.automaton is None:
            return frozenset()
        hits = {word for _, _, word in index.automaton.find_overlapping(lower)}
        return frozenset().union(*(index.patterns[word] for word in hits))


GROWING = Lock()
BATCH = 16
STANDING = _Standing()


@lru_cache(maxsize=8)
def _standing(text: str, known: int) -> tuple[str, frozenset[int]]:
    """Return a text in small letters, and the patterns that have a word in it."""
    del known  # only makes answers of an older automaton none of this one's
    lower = text.lower()
    return lower, STANDING.within(lower)


class Prefiltered:
    """A pattern that is tried only where one of its words stands.

    `words` are those, in small letters; without any it is tried everywhere.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        told = _sequence(_parser.parse(pattern.pattern, pattern.flags))
        first = _usable(told.exact or told.first)
        self.words = first or _usable(told.within)
        self._begins = bool(first)
        self._automaton = (
            CharwiseDoubleArrayAhoCorasick(sorted(self.words)) if self.words else None
        )
        self._number = STANDING.add(self.words)

    @property
    def begins(self) -> bool:
        """Whether every match begins with one of the words."""
        return self._begins

    @property
    def pattern(self) -> str:
        """The pattern, to be built into others."""
        return self._pattern.pattern

    @property
    def flags(self) -> int:
        """The flags it was compiled with."""
        return self._pattern.flags

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Match at one place, as `re.Pattern.match`."""
        return self._pattern.match(text, at)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Find the first match, as `re.Pattern.search`."""
        return next(self.finditer(text, at), None)

    def finditer(self, text: str, at: int = 0) -> Iterator[re.Match[str]]:
        """Find all matches, as `re.Pattern.finditer`."""
        if self._automaton is None:
            return self._pattern.finditer(text, at)
        known = STANDING.known()
        lower, standing = _standing(text, known)
        if len(lower) != len(text):
            return self._pattern.finditer(text, at)
        if self._number < known and self._number not in standing:
            return iter(())
        if self._begins:
            hits = self._automaton.find_overlapping(lower)
            return self._tried(text, sorted({start for start, _, _ in hits}), at)
        if self._automaton.find(lower):
            return self._pattern.finditer(text, at)
        return iter(())

    def _tried(
        self, text: str, places: Iterable[int], at: int
    ) -> Iterator[re.Match[str]]:
        for place in places:
            if place < at:
                continue
            match = self._pattern.match(text, place)
            if match is not None:
                at = match.end()
                yield match


def compiled(pattern: str, flags: int = 0) -> Prefiltered:
    """Compile a pattern as `re.compile` does, to be tried only where it may match."""
    return Prefiltered(re.compile(pattern, flags))


def _usable(words: Words | None) -> Words:
    if not words or "" in words or len(words) > MOST:
        return frozenset()
    return words


def _sequence(items: Iterable[tuple[Any, Any]]) -> Told:
    """Join what is known of the parts of a sequence."""
    exact: Words | None = frozenset({""})
    first: Words | None = None
    found: list[Words] = []
    run: Words = frozenset({""})
    for item in items:
        told = _item(*item)
        joined = _product(run, told.exact)
        if joined is not None:
            run = joined
            exact = None if exact is None else joined
            continue
        # What was exact so far ends here, with the beginnings of what follows.
        ended = _product(run, told.first) or run
        if exact is not None:
            first, exact = ended, None
        found += [ended, *([told.within] if told.within else [])]
        run = told.exact or frozenset({""})
    if exact is not None:
        return Told(exact=exact)
    return Told(first=first, within=_best([*found, run]))


def _product(one: Words, other: Words | None) -> Words | None:
    if other is None or len(one) * len(other) > max(CHOICES, len(one), len(other)):
        return None
    return frozenset("".join(pair) for pair in product(one, other))


def _best(choices: Iterable[Words]) -> Words | None:
    """Return the choice whose shortest word is longest."""
    usable = [words for words in choices if words and "" not in words]
    return max(usable, key=lambda w: (min(map(len, w)), -len(w)), default=None)


def _item(code: Any, value: Any) -> Told:  # noqa: PLR0911  (a line for each kind)
    if code in ZERO_WIDTH:
        return EMPTY
    if code is _codes.LITERAL:
        return _letters({chr(value)})
    if code is _codes.IN:
        return _set(value)
    if code is _codes.SUBPATTERN:
        return _sequence(value[3])
    if code is _codes.ATOMIC_GROUP:
        return _sequence(value)
    if code is _codes.BRANCH:
        return _branch([_sequence(each) for each in value[1]])
    if code in REPEATS:
        return _repeat(*value)
    return ANYTHING


def _letters(letters: set[str]) -> Told:
    # Case is left to the pattern: a filter may let too much through, never too little.
    lower = {letter.lower() for letter in letters}
    return Told(exact=frozenset(lower)) if all(len(c) == 1 for c in lower) else ANYTHING


def _set(members: Iterable[tuple[Any, Any]]) -> Told:
    letters: set[str] = set()
    for code, value in members:
        if code is _codes.LITERAL:
            letters.add(chr(value))
        elif code is _codes.RANGE and value[1] - value[0] < CHOICES:
            letters |= {chr(each) for each in range(value[0], value[1] + 1)}
        else:
            return ANYTHING
    return _letters(letters) if len(letters) <= CHOICES else ANYTHING


def _repeat(least: int, most: int, items: Any) -> Told:
    told = _sequence(items)
    if least == 0:
        choice = told.exact
        return Told(exact=choice | {""}) if most == 1 and choice else ANYTHING
    if most == 1:
        return told
    return Told(first=told.exact or told.first, within=told.exact or told.within)


def _branch(choices: list[Told]) -> Told:
    exact = _union(told.exact for told in choices)
    if exact is not None:
        return Told(exact=exact)
    first = _union(told.exact or told.first for told in choices)
    within = _union(told.exact or told.within or told.first for told in choices)
    return Told(first=first, within=within)


def _union(choices: Iterable[Words | None]) -> Words | None:
    total: set[str] = set()
    for words in choices:
        if words is None:
            return None
        total |= words
    return frozenset(total)
