"""Which Korean names may a spelling stand for, and how likely is each?

The surname stands first or last, the words may be joined or parted anywhere: every way
to read them is tried, and the ways that give the same key are added up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from math import exp, log, prod
from typing import NamedTuple

from safeconduct.names import hanja
from safeconduct.names import model as models
from safeconduct.names.channel import Channel, Head, Vector
from safeconduct.names.folding import Folded, Script, fold
from safeconduct.names.hangul import key as key_of
from safeconduct.names.prior import Prior

LAST = exp(-2.0)
"""The surname stands last."""
UNBROKEN = exp(-1.0)
"""Surname and given name are one word."""
MISFIT = exp(-2.5)
"""A syllable ends where no space or hyphen stands, or the other way round."""
BARE = 1e-3
"""A surname alone."""
WIDE = 48
"""Readings of a given name that are kept."""
NARROW = 16
"""Of these, how many are looked at where only the best few keys are wanted."""
LONGEST = 24
"""Letters of a given name."""
LONGEST_SURNAME = 10
"""Letters of a surname."""
MOST_BORDERS = 4
"""Inside a given name."""
MOST = 256
"""Readings of one spelling."""
NEGLIGIBLE = 1e-7
"""Against the best reading: what is dropped."""
HOPELESS = 1e-5
"""Against the best pair of syllables: what is not tried."""


class Reading(NamedTuple):
    """A canonical key and its log posterior among the readings returned, in nats."""

    key: str
    logp: float


Joint = Sequence[tuple[str, Vector]]


@dataclass(frozen=True)
class Decoder:
    """Reads the spellings of one script."""

    channel: Channel
    prior: Prior
    _given: dict[tuple[str, tuple[int, ...]], Joint] = field(default_factory=dict)

    def joint(self, folded: Folded, wide: int = WIDE) -> dict[str, float]:
        """P(key, spelling) of every reading found; of given names the best `wide`."""
        found = self._bare(folded)
        for surnames, letters, borders, chance in self.parses(folded):
            given = self.given(letters, borders)[:wide]
            for name, (x, y, z) in surnames:
                for rest, (a, b, c) in given:
                    whole = name + rest
                    part = chance * (x * a + y * b + z * c)
                    found[whole] = found.get(whole, 0.0) + part
        return found

    def _bare(self, folded: Folded) -> dict[str, float]:
        """P(surname, spelling), where nothing but a surname is written."""
        if len(folded.words) != 1:
            return {}
        own = self.channel.surnames.get("".join(folded.words[0]), ())
        return {name: BARE * sum(vector) for name, vector in own}

    def parses(
        self, folded: Folded
    ) -> Iterator[tuple[Joint, str, tuple[int, ...], float]]:
        """Yield surnames, letters and borders of the given name, P(this order)."""
        words = folded.words
        surnames = self.channel.surnames
        if len(words) == 1:
            yield from self.unbroken(words[0])
            return
        joined = ["".join(word) for word in words] or [""]
        if joined[0] in surnames:
            yield surnames[joined[0]], *laid(words[1:]), 1.0
        if joined[-1] in surnames:
            yield surnames[joined[-1]], *laid(words[:-1]), LAST
        if len(words) > 2:  # noqa: PLR2004 - a surname of two words, and a given name
            for own, rest, chance in (
                (joined[0] + joined[1], words[2:], 1.0),
                (joined[-2] + joined[-1], words[:-2], LAST),
            ):
                if own in surnames and len(surnames[own][0][0]) > 1:
                    yield surnames[own], *laid(rest), chance

    def unbroken(
        self, word: tuple[str, ...]
    ) -> Iterator[tuple[Joint, str, tuple[int, ...], float]]:
        """Yield the ways to part one word into surname and given name."""
        letters, borders = laid((word,))
        surnames, size = self.channel.surnames, len(letters)
        for cut in range(1, min(size, LONGEST_SURNAME + 1)):
            own = surnames.get(letters[:cut])
            if own:
                fit = MISFIT if borders and cut not in borders else 1.0
                rest = tuple(at - cut for at in borders if at > cut)
                yield own, letters[cut:], rest, UNBROKEN * fit
            own = surnames.get(letters[-cut:])
            if own:
                end = size - cut
                fit = MISFIT if borders and end not in borders else 1.0
                rest = tuple(at for at in borders if at < end)
                yield own, letters[:end], rest, UNBROKEN * LAST * fit

    def given(self, letters: str, borders: tuple[int, ...]) -> Joint:
        """P(given name) P(letters | given name, style), best first."""
        at = (letters, borders)
        known = self._given.get(at)
        if known is None:
            known = self._read(letters, borders)
            if len(self._given) > 1 << 14:
                self._given.clear()
            self._given[at] = known
        return known

    def _read(self, letters: str, borders: tuple[int, ...]) -> Joint:
        size = len(letters)
        if not 0 < size <= LONGEST or len(borders) > MOST_BORDERS:
            return []
        found: dict[str, Vector] = {}
        self._one(letters, borders, found)
        self._two(letters, borders, found)
        if len(borders) > 1 or not found:
            self._three(letters, borders, found)
        best = sorted((-sum(each), name) for name, each in found.items())[:WIDE]
        return [(name, found[name]) for _, name in best]

    def _one(
        self, letters: str, borders: tuple[int, ...], found: dict[str, Vector]
    ) -> None:
        fit = MISFIT ** len(borders)
        for head in self.channel.heads(letters):
            chance = fit * self.prior.given(head.syllable)
            a, b, c = head.vectors[-1]
            found[head.syllable] = (a * chance, b * chance, c * chance)

    def _two(
        self, letters: str, borders: tuple[int, ...], found: dict[str, Vector]
    ) -> None:
        channel, size = self.channel, len(letters)
        longest = channel.longest
        best = 0.0
        for cut in range(max(1, size - longest), min(size, longest + 1)):
            heads = channel.heads(letters[:cut])
            tails = heads and channel.tails(letters[cut:])
            if not tails:
                continue
            fit = MISFIT ** len({*borders} ^ {cut}) if borders else 1.0
            bound = fit * heads[0].bound * tails[0].bound
            best = max(best, bound)
            if bound > best * HOPELESS:
                self.pairs(heads, tails, fit, best * HOPELESS, found)

    def pairs(
        self,
        heads: tuple[Head, ...],
        tails: tuple[Head, ...],
        fit: float,
        least: float,
        found: dict[str, Vector],
    ) -> None:
        """Add up given names of two syllables, as far as they may reach `least`."""
        given = self.prior.given
        for one, side, firsts, bound in heads:
            enough = least / (fit * bound)
            for two, beside, lasts, likely in tails:
                if likely < enough:
                    break
                a, b, c = firsts[beside]
                x, y, z = lasts[side]
                name = one + two
                chance = fit * given(name)
                old = found.get(name)
                if old is None:
                    found[name] = (chance * a * x, chance * b * y, chance * c * z)
                else:
                    found[name] = (
                        old[0] + chance * a * x,
                        old[1] + chance * b * y,
                        old[2] + chance * c * z,
                    )

    def _three(
        self, letters: str, borders: tuple[int, ...], found: dict[str, Vector]
    ) -> None:
        channel, size, reach = self.channel, len(letters), self.channel.longest
        for one in range(1, min(size - 1, reach + 1)):
            heads = channel.heads(letters[:one])
            if not heads:
                continue
            for two in range(max(one + 1, size - reach), min(size, one + reach + 1)):
                middles = channel.tails(letters[one:two])
                tails = middles and channel.tails(letters[two:])
                if not tails:
                    continue
                fit = MISFIT ** len({*borders} ^ {one, two}) if borders else 1.0
                for triple in product(heads[:4], middles[:4], tails[:4]):
                    name = "".join(each.syllable for each in triple)
                    chance = fit * self.prior.given(name)
                    vectors = [each.vectors[0] for each in triple]
                    old = found.get(name, (0.0, 0.0, 0.0))
                    a, b, c = map(prod, zip(*vectors, strict=True))
                    found[name] = (
                        old[0] + chance * a,
                        old[1] + chance * b,
                        old[2] + chance * c,
                    )


def laid(words: tuple[tuple[str, ...], ...]) -> tuple[str, tuple[int, ...]]:
    """Join words into letters, and say where one part ends and the next begins."""
    parts = [part for word in words for part in word]
    borders, at = [], 0
    for part in parts[:-1]:
        at += len(part)
        borders.append(at)
    return "".join(parts), tuple(borders)


@cache
def decoders() -> dict[str, Decoder]:
    """Return a decoder per script, from the model that came with the library."""
    model = models.load()
    return {
        script: Decoder(channel, model.prior)
        for script, channel in model.channels.items()
    }


def prior() -> Prior:
    """Return the prior of the model in use."""
    return decoders()["latin"].prior


def decode(text: str, n: int = 16) -> tuple[Reading, ...]:
    """Return the n likeliest Korean readings of a name in any script, best first.

    Raises:
        TooLong: It has more than 200 characters.
    """
    found, total = joint(text)
    return tuple(Reading(name, log(part / total)) for name, part in found[:n])


@lru_cache(maxsize=1 << 14)
def joint(text: str) -> tuple[list[tuple[str, float]], float]:
    """Return keys with P(key, spelling), best first, and the sum."""
    return _joint(text, WIDE)


@lru_cache(maxsize=1 << 10)
def narrow(text: str) -> tuple[list[tuple[str, float]], float]:
    """Return the best keys as `joint` does, and nearly the sum, in less time."""
    return _joint(text, NARROW)


def _joint(text: str, wide: int) -> tuple[list[tuple[str, float]], float]:
    folded = fold(text)
    if folded.script is Script.HANGUL:
        found = key_of(text)
        return ([(found, 1.0)] if found else []), 1.0
    if folded.script is Script.HANJA:
        read = hanja.readings(text, prior())[:MOST]
        return read, sum(part for _, part in read) or 1.0
    decoder = decoders().get(folded.script)
    if decoder is None:
        return [], 1.0
    return ranked(decoder.joint(folded, wide))


def ranked(parts: Mapping[str, float]) -> tuple[list[tuple[str, float]], float]:
    """Order readings best first, drop the negligible, and add up the rest."""
    least = max(parts.values(), default=0.0) * NEGLIGIBLE
    best = sorted((-part, name) for name, part in parts.items() if part > least)
    kept = [(name, -part) for part, name in best[:MOST]]
    return kept, sum(part for _, part in kept)
