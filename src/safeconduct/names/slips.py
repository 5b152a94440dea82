"""Which names may a spelling with one typing error stand for?

A letter too many, too few, wrong, or two in the wrong order. The error is looked for
inside the reading: the surname, or one syllable of the given name, may be misspelled by
one edit while all the rest is read as it stands. That costs a few hundred look-ups
where decoding every possible correction costs thousands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import exp, log

from safeconduct.names.channel import Head, Vector, scaled
from safeconduct.names.decoding import (
    HOPELESS,
    LAST,
    LONGEST,
    MISFIT,
    MOST_BORDERS,
    Decoder,
    Joint,
    Reading,
    decode,
    decoders,
    laid,
    ranked,
)
from safeconduct.names.folding import Folded, Script, fold

SLIP = exp(-7.5)
"""One particular typing error, against none."""
NEIGHBOUR = 4.0
"""How much likelier the key beside the right one is than another."""
WIDE = 32
"""Readings of a given name that are kept."""
SYLLABLES = 60
"""Syllables that a misspelled piece is read as, at most."""

ALPHABETS = {
    "latin": "abcdefghijklmnopqrstuvwxyz",
    "cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
}
ROWS = {
    "latin": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "cyrillic": ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
}


@cache
def neighbours(script: str) -> frozenset[str]:
    """Return pairs of letters whose keys touch."""
    rows = ROWS[script]
    pairs = set()
    for row, below in zip(rows, (*rows[1:], ""), strict=True):
        for place, letter in enumerate(row):
            beside = row[place + 1 : place + 2] + below[max(0, place - 1) : place + 1]
            for other in beside:
                pairs |= {letter + other, other + letter}
    return frozenset(pairs)


def corrections(letters: str, script: str) -> Iterator[tuple[str, float]]:
    """Yield every string one edit away, with the likelihood of that edit."""
    near = neighbours(script)
    for place in range(len(letters) + 1):
        head, tail = letters[:place], letters[place:]
        if tail:
            doubled = tail[0] == letters[place - 1 : place]
            yield head + tail[1:], SLIP * (NEIGHBOUR if doubled else 1.0)
            if len(tail) > 1 and tail[0] != tail[1]:
                yield head + tail[1] + tail[0] + tail[2:], SLIP * NEIGHBOUR
            for letter in ALPHABETS[script]:
                if letter != tail[0]:
                    likely = NEIGHBOUR if tail[0] + letter in near else 1.0
                    yield head + letter + tail[1:], SLIP * likely
        for letter in ALPHABETS[script]:
            yield head + letter + tail, SLIP


@dataclass(frozen=True)
class Corrector:
    """Reads the spellings of one script with one typing error in them."""

    script: str
    decoder: Decoder
    _heads: dict[str, tuple[Head, ...]] = field(default_factory=dict)
    _tails: dict[str, tuple[Head, ...]] = field(default_factory=dict)
    _given: dict[tuple[str, tuple[int, ...]], Joint] = field(default_factory=dict)

    def joint(self, folded: Folded) -> dict[str, float]:
        """P(key, spelling) of the readings with one error."""
        found: dict[str, float] = {}
        for surnames, letters, borders, chance, intact in self._parses(folded):
            own = self.given(letters, borders) if intact else None
            if own is None:
                own = self.decoder.given(letters, borders)
            for name, (x, y, z) in surnames:
                for rest, (a, b, c) in own:
                    part = chance * (x * a + y * b + z * c)
                    found[name + rest] = found.get(name + rest, 0.0) + part
        return found

    def _parses(
        self, folded: Folded
    ) -> Iterator[tuple[Joint, str, tuple[int, ...], float, bool]]:
        """Yield parses whose surname is intact, then those where it is misspelled."""
        words = folded.words
        for parse in self.decoder.parses(folded):
            yield *parse, True
        if not words[1:]:
            return
        joined = (tuple(part for word in words for part in word),)
        for surnames, letters, borders, chance in self.decoder.unbroken(joined[0]):
            yield surnames, letters, borders, chance * SLIP, False
        for own, rest, order in (
            (words[0], words[1:], 1.0),
            (words[-1], words[:-1], LAST),
        ):
            for surnames, likely in self.surnames("".join(own)):
                yield surnames, *laid(rest), order * likely, False

    def surnames(self, letters: str) -> Iterator[tuple[Joint, float]]:
        """Yield the surnames that one edit turns letters into."""
        if len(letters) > LONGEST:
            return
        known = self.decoder.channel.surnames
        for corrected, likely in corrections(letters, self.script):
            if corrected in known:
                yield known[corrected], likely

    def given(self, letters: str, borders: tuple[int, ...]) -> Joint:
        """P(given name) P(letters | given name, one error), best first."""
        at = (letters, borders)
        known = self._given.get(at)
        if known is None:
            known = self._read(letters, borders)
            if len(self._given) > 1 << 13:
                self._given.clear()
            self._given[at] = known
        return known

    def _read(self, letters: str, borders: tuple[int, ...]) -> Joint:
        size, longest = len(letters), self.decoder.channel.longest + 1
        if not 0 < size <= LONGEST or len(borders) > MOST_BORDERS:
            return []
        found: dict[str, Vector] = {}
        best = 0.0
        for cut in range(max(0, size - longest), min(size, longest) + 1):
            fit = MISFIT ** len({*borders} ^ {cut}) if borders else 1.0
            for heads, tails in self._ends(letters, cut):
                bound = fit * heads[0].bound * tails[0].bound
                best = max(best, bound)
                if bound > best * HOPELESS:
                    self.decoder.pairs(heads, tails, fit, best * HOPELESS, found)
        self._one(letters, borders, found)
        ranked = sorted(found.items(), key=lambda each: (-sum(each[1]), each[0]))
        return ranked[:WIDE]

    def _ends(
        self, letters: str, cut: int
    ) -> Iterator[tuple[tuple[Head, ...], tuple[Head, ...]]]:
        channel = self.decoder.channel
        head, tail = letters[:cut], letters[cut:]
        heads, tails = channel.heads(head), channel.tails(tail)
        if tails:
            near = self.heads(head)
            if near:
                yield near, tails
        if heads:
            near = self.tails(tail)
            if near:
                yield heads, near
        if head and tail and head[-1] != tail[0]:
            crossed = channel.heads(head[:-1] + tail[0])
            over = crossed and channel.tails(head[-1] + tail[1:])
            if over:
                yield _scaled(crossed, SLIP * NEIGHBOUR), over

    def _one(
        self, letters: str, borders: tuple[int, ...], found: dict[str, Vector]
    ) -> None:
        fit = MISFIT ** len(borders)
        for head in self.heads(letters):
            chance = fit * self.decoder.prior.given(head.syllable)
            a, b, c = head.vectors[-1]
            found[head.syllable] = (a * chance, b * chance, c * chance)

    def heads(self, letters: str) -> tuple[Head, ...]:
        """Return first syllables that letters with one error may stand for."""
        known = self._heads.get(letters)
        if known is None:
            known = self._near(letters, last=False)
            if len(self._heads) > 1 << 13:
                self._heads.clear()
            self._heads[letters] = known
        return known

    def tails(self, letters: str) -> tuple[Head, ...]:
        """Return last syllables that letters with one error may stand for."""
        known = self._tails.get(letters)
        if known is None:
            known = self._near(letters, last=True)
            if len(self._tails) > 1 << 13:
                self._tails.clear()
            self._tails[letters] = known
        return known

    def _near(self, letters: str, *, last: bool) -> tuple[Head, ...]:
        channel = self.decoder.channel
        read = channel.tails if last else channel.heads
        spelled = channel.usual
        sums: dict[str, list[Head]] = {}
        for corrected, likely in corrections(letters, self.script):
            if corrected in spelled:
                for head in _scaled(read(corrected)[:6], likely):
                    sums.setdefault(head.syllable, []).append(head)
        merged = sorted(map(_merged, sums.values()), key=_by_bound)
        return tuple(merged[:SYLLABLES])


def _by_bound(head: Head) -> tuple[float, str]:
    return -head.bound, head.syllable


def _scaled(heads: tuple[Head, ...], likely: float) -> tuple[Head, ...]:
    return tuple(
        Head(
            syllable,
            side,
            tuple(scaled(each, likely) for each in vectors),
            likely * bound,
        )
        for syllable, side, vectors, bound in heads
    )


def _merged(heads: list[Head]) -> Head:
    vectors = tuple(
        (sum(v[0] for v in same), sum(v[1] for v in same), sum(v[2] for v in same))
        for same in zip(*(head.vectors for head in heads), strict=True)
    )
    return Head(
        heads[0].syllable, heads[0].side, vectors, sum(head.bound for head in heads)
    )


@cache
def correctors() -> dict[str, Corrector]:
    """Return a corrector per script."""
    return {script: Corrector(script, each) for script, each in decoders().items()}


def edits(text: str, n: int = 64) -> tuple[Reading, ...]:
    """Return the n likeliest Korean readings within one typing error, best first.

    Readings without an error are among them, likelier by as much as errors are rare.

    Raises:
        TooLong: It has more than 200 characters.
    """
    joint, total = _joint(text)
    return tuple(Reading(name, log(part / total)) for name, part in joint[:n])


@lru_cache(maxsize=1 << 12)
def _joint(text: str) -> tuple[list[tuple[str, float]], float]:
    folded = fold(text)
    if folded.script is Script.HANGUL:
        return [(name, exp(logp)) for name, logp in decode(text)], 1.0
    corrector = correctors().get(folded.script)
    if corrector is None:
        return [], 1.0
    joint = corrector.joint(folded)
    for name, part in corrector.decoder.joint(folded).items():
        joint[name] = joint.get(name, 0.0) + part
    return ranked(joint)
