"""Which alternatives of a pattern could match in a sentence?

The patterns of the details are alternations over four languages, and a sentence is in
one of them. Every alternative has words of its own that must stand in a text for it to
match; one automaton over the words of all alternatives of all patterns tells which are
worth trying, once for a sentence. The rest are not tried, and nothing is found
otherwise than by the whole pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from daachorse import CharwiseDoubleArrayAhoCorasick

from safeconduct.disclosure.prefilter import Prefiltered

Places = dict[int, list[int]]
"""Where words of alternatives stand in a text, by the numbers of the alternatives."""


class _Index:
    """The words of all alternatives, and the automaton that looks for them."""

    def __init__(self) -> None:
        self._holders: dict[str, list[int]] = {}
        self._ordered: list[list[int]] = []
        self._automaton: Any = None
        self._patterns: list[int] = []
        self.size = 0

    def add(self, words: frozenset[str], pattern: int) -> int:
        """Take in an alternative of a pattern by its words; return its number."""
        self._patterns.append(pattern)
        for word in words:
            self._holders.setdefault(word, []).append(self.size)
        self._automaton = None
        self.size += 1
        return self.size - 1

    def standing(self, lower: str) -> tuple[Places, frozenset[int]]:
        """Return where words begin in a text in small letters, and whose they are."""
        if self._automaton is None:
            words = sorted(self._holders)
            self._ordered = [self._holders[word] for word in words]
            self._automaton = CharwiseDoubleArrayAhoCorasick(words)
        places: Places = {}
        for start, _, word in self._automaton.find_overlapping(lower):
            for number in self._ordered[word]:
                if number in places:
                    places[number].append(start)
                else:
                    places[number] = [start]
        return places, frozenset(self._patterns[number] for number in places)


INDEX = _Index()


@lru_cache(maxsize=8)
def _standing(text: str, size: int) -> tuple[Places, frozenset[int]] | None:
    """Return where the words of `size` alternatives stand; None if none can tell."""
    del size  # only makes answers of a smaller index none of this one's
    lower = text.lower()
    return INDEX.standing(lower) if len(lower) == len(text) else None


class _Branch:
    """One alternative: where it must begin, if that is known, and how it reads."""

    def __init__(self, pattern: re.Pattern[str], owner: int) -> None:
        filtered = Prefiltered(pattern)
        self._begins = filtered.begins
        self.number = INDEX.add(filtered.words, owner) if filtered.words else None
        self.match = pattern.match
        self._finditer = pattern.finditer
        self._search = pattern.search

    def search(
        self, text: str, at: int, places: list[int] | None
    ) -> re.Match[str] | None:
        """Find the first match from `at` on; places are those of its words."""
        if places is None or not self._begins:
            return self._search(text, at)
        return next(self._tried(text, at, places), None)

    def finditer(
        self, text: str, at: int, places: list[int] | None
    ) -> Iterator[re.Match[str]]:
        """Find all matches from `at` on; places are those of its words."""
        if places is None or not self._begins:
            return self._finditer(text, at)
        return self._tried(text, at, places)

    def _tried(self, text: str, at: int, places: list[int]) -> Iterator[re.Match[str]]:
        for place in sorted(set(places)) if len(places) > 1 else places:
            if place >= at and (match := self.match(text, place)):
                at = match.end()
                yield match


Live = list[tuple[_Branch, list[int] | None]]


class Branched:
    """An alternation of which only the alternatives are tried that may match."""

    def __init__(self, pattern: str, flags: int) -> None:
        whole = re.compile(pattern, flags)
        self.pattern = pattern
        self.flags = whole.flags
        # The number of its first alternative is its own.
        self._number = INDEX.size
        self._branches = [
            _Branch(re.compile(_named_alike(each, whole), flags), self._number)
            for each in split(pattern)
        ]
        self._always = any(branch.number is None for branch in self._branches)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Match at one place, as `re.Pattern.match`."""
        matches = (branch.match(text, at) for branch, _ in self._live(text))
        return next((match for match in matches if match), None)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Find the first match, as `re.Pattern.search`."""
        return next(self.finditer(text, at), None)

    def finditer(self, text: str, at: int = 0) -> Iterator[re.Match[str]]:
        """Find all matches, as `re.Pattern.finditer`."""
        live = self._live(text)
        if len(live) > 1:
            return _merged(live, text, at)
        return live[0][0].finditer(text, at, live[0][1]) if live else iter(())

    def _live(self, text: str) -> Live:
        standing = _standing(text, INDEX.size)
        if standing is None:
            return [(branch, None) for branch in self._branches]
        places, patterns = standing
        if not self._always and self._number not in patterns:
            return []
        return [
            (branch, places.get(branch.number) if branch.number is not None else None)
            for branch in self._branches
            if branch.number is None or branch.number in places
        ]


def compiled(pattern: str, flags: int = 0) -> Branched:
    """Compile a pattern as `re.compile` does, its alternatives each for itself."""
    return Branched(pattern, flags)


def _merged(live: Live, text: str, at: int) -> Iterator[re.Match[str]]:
    """Yield what the alternatives match, the leftmost and of these the first."""
    following = [branch.search(text, at, places) for branch, places in live]
    while True:
        found = [match for match in following if match]
        if not found:
            return
        # min keeps the first of equals, as an alternation does.
        match = min(found, key=lambda each: each.start())
        yield match
        at = max(match.end(), match.start() + 1)
        following = [
            branch.search(text, at, places) if old and old.start() < at else old
            for (branch, places), old in zip(live, following, strict=True)
        ]


def split(pattern: str) -> list[str]:
    """Split a pattern at the bars that stand in no group and no set."""
    parts, depth, start, place = [], 0, 0, 0
    in_set = False
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif in_set:
            in_set = sign != "]"
        elif sign == "[":
            in_set = True
            # A bracket that comes first in a set stands for itself.
            place += pattern.startswith("^", place + 1)
            place += pattern.startswith("]", place + 1)
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            parts.append(pattern[start:place])
            start = place + 1
        place += 1
    return [*parts, pattern[start:]]


def _named_alike(branch: str, whole: re.Pattern[str]) -> str:
    """Give an alternative the groups of the others too; they never match."""
    missing = [name for name in whole.groupindex if f"(?P<{name}>" not in branch]
    names = "".join(f"(?P<{name}>)" for name in missing)
    return f"(?:{branch})(?:(?!){names})?" if missing else branch
