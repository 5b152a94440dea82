"""Which keys may a half-typed name become?

Unicode orders Hangul by onset, vowel and coda, so every half-typed syllable is a range
of keys: 백ㅊ, 백처 and "Paek ch" alike. The surname may still be missing, be the only
thing there, or be typed last.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from math import log
from typing import NamedTuple

from safeconduct.names import hanja
from safeconduct.names.decoding import (
    LAST,
    LONGEST,
    UNBROKEN,
    Decoder,
    decoders,
    laid,
    prior,
)
from safeconduct.names.errors import measured
from safeconduct.names.folding import Script, fold
from safeconduct.names.hangul import (
    CODAS,
    ONSETS,
    VOWELS,
    is_syllable,
    join,
    lawful,
    split,
)

END = chr(0xD7A4)
"""After every Hangul syllable: keys from p up to p + END begin with p."""
NO_SURNAME = 0.02
"""The given name alone was typed."""
SURNAMES = 48
"""Surnames tried where none was typed."""
LONGER_VOWELS = {"ㅗ": "ㅚ", "ㅜ": "ㅟ", "ㅡ": "ㅢ"}
"""A vowel that the next key may still change, and the last it may become."""
LONGER_CODAS = {"ㄱ": "ㄳ", "ㄴ": "ㄶ", "ㄹ": "ㅀ", "ㅂ": "ㅄ"}
FIRST_VOWEL, LAST_VOWEL = VOWELS[0], VOWELS[-1]


class Range(NamedTuple):
    """Keys from `low` up to and without `high`, by code point; log weight, in nats."""

    low: str
    high: str
    logp: float


Pieces = list[tuple[str, str, float]]
"""First syllable, last syllable (both included), chance."""


def ranges(partial: str, n: int = 64) -> tuple[Range, ...]:
    """Return the n likeliest ranges of keys that a half-typed name may end up in.

    Raises:
        TooLong: It has more than 200 characters.
    """
    return _ranges(measured(partial))[:n]


@lru_cache(maxsize=1 << 10)
def _ranges(partial: str) -> tuple[Range, ...]:
    script = fold(partial).script
    if script is Script.HANGUL:
        found = _typed(partial)
    elif script is Script.HANJA:
        found = (
            (key, key + END, chance) for key, chance in hanja.readings(partial, prior())
        )
    elif script in completers():
        found = _spelled(completers()[script], partial)
    else:
        return ()
    return _ranked(found)


def _ranked(found: Iterable[tuple[str, str, float]]) -> tuple[Range, ...]:
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for low, high, chance in found:
        sums[low, high] += chance
    total = sum(sums.values())
    if not total > 0:
        return ()
    best = sorted(sums.items(), key=lambda each: (-each[1], each[0]))
    return tuple(
        Range(*ends, log(part / total)) for ends, part in best[:256] if part > 0
    )


def _typed(partial: str) -> Iterator[tuple[str, str, float]]:
    """Yield ranges of what is typed in Hangul, a jamo at a time."""
    words = [word for word in map(_letters, partial.split()) if word]
    if not words:
        return
    known = prior()
    for word, order in _orders(words):
        for stem, pieces in _unfinished(word):
            chance = order * known.surname.get(stem[:1], 1e-5) if stem else order
            yield from _stretched(stem, pieces, chance)
            for surname in _common():
                share = order * NO_SURNAME * known.surname[surname]
                likely = known.first.get((stem or pieces[0][0])[0], 1e-6)
                yield from _stretched(surname + stem, pieces, share * likely)


def _orders(words: list[str]) -> Iterator[tuple[str, float]]:
    yield "".join(words), 1.0
    if len(words) > 1:
        yield words[-1] + "".join(words[:-1]), LAST


def _letters(word: str) -> str:
    """Keep syllables and jamo, the latter in the form that keyboards give."""
    composed = unicodedata.normalize("NFC", word)
    return "".join(
        letter
        for letter in unicodedata.normalize(
            "NFC", unicodedata.normalize("NFKC", composed)
        )
        if is_syllable(letter) or ord(letter) in _KEYS
    ).translate(_KEYS)


_KEYS = {
    **{0x1100 + place: onset for place, onset in enumerate(ONSETS)},
    **{ord(onset): onset for onset in ONSETS},
    **{0x1161 + place: vowel for place, vowel in enumerate(VOWELS)},
    **{ord(vowel): vowel for vowel in VOWELS},
}


def _unfinished(word: str) -> Iterator[tuple[str, Pieces]]:
    """Yield what is certain of a word, and what its last syllable may become."""
    cut = len(word)
    while cut and not is_syllable(word[cut - 1]):
        cut -= 1
    jamo = word[cut:]
    done = "".join(lawful(letter) for letter in word[:cut] if is_syllable(letter))
    if jamo:
        if jamo[0] in ONSETS:
            yield done, [(low, high, 1.0) for low, high in _blocks(jamo[0])]
        return
    stem, last = done[:-1], word[cut - 1]
    onset, vowel, coda = split(last)
    if not coda:
        longest = join(onset, LONGER_VOWELS.get(vowel, vowel), CODAS[-1])
        yield stem, [(lawful(last), lawful(longest), 1.0)]
        return
    longest = join(onset, vowel, LONGER_CODAS.get(coda, coda))
    yield stem, [(lawful(last), lawful(longest), 0.8)]
    if coda in ONSETS:
        moved = lawful(join(onset, vowel))
        yield stem + moved, [(low, high, 0.2) for low, high in _blocks(coda)]


def _blocks(onset: str) -> list[tuple[str, str]]:
    """Return the ranges of canonical syllables that an onset may begin."""
    canonical = {"ㄹ": "ㄴㅇ", "ㄴ": "ㄴㅇ", "ㄲ": "ㄱ"}.get(onset, onset)
    return [
        (join(each, FIRST_VOWEL), join(each, LAST_VOWEL, CODAS[-1]))
        for each in canonical
    ]


def _stretched(
    stem: str, pieces: Pieces, chance: float
) -> Iterator[tuple[str, str, float]]:
    for first, last, share in pieces:
        yield stem + first, stem + chr(ord(last) + 1), chance * share


@cache
def _common() -> tuple[str, ...]:
    chances = prior().surname
    return tuple(sorted(chances, key=lambda each: (-chances[each], each))[:SURNAMES])


def _spelled(completer: Completer, partial: str) -> Iterator[tuple[str, str, float]]:
    """Yield ranges of what is typed in Latin or Cyrillic letters."""
    words = fold(partial).words
    if not words:
        return
    decoder = completer.decoder
    channel = decoder.channel
    if len(words) == 1:
        yield from _one_word(completer, "".join(words[0]), words)
        return
    own = channel.surnames.get("".join(words[0]), ())
    for stem, pieces in _given(completer, *laid(words[1:])):
        for name, vector in own:
            yield from _stretched(name + stem, pieces, sum(vector))
    whole = decoder.given(*laid(words[:-1]))[:8]
    for name, chance in _surnames(decoder, "".join(words[-1])):
        for rest, vector in whole:
            yield name + rest, name + rest + END, LAST * chance * sum(vector)
    if not own:
        yield from _without_surname(completer, words)


def _one_word(
    completer: Completer, letters: str, words: tuple[tuple[str, ...], ...]
) -> Iterator[tuple[str, str, float]]:
    decoder = completer.decoder
    for name, chance in _surnames(decoder, letters):
        yield name, name + END, chance
    for cut in range(1, min(len(letters), 10)):
        own = decoder.channel.surnames.get(letters[:cut], ())
        if own:
            for stem, pieces in _given(completer, letters[cut:], ()):
                for name, vector in own[:4]:
                    yield from _stretched(name + stem, pieces, UNBROKEN * sum(vector))
    yield from _without_surname(completer, words)


def _without_surname(
    completer: Completer, words: tuple[tuple[str, ...], ...]
) -> Iterator[tuple[str, str, float]]:
    chances = completer.decoder.prior.surname
    for stem, pieces in _given(completer, *laid(words))[:4]:
        for name in _common():
            share = NO_SURNAME * chances[name]
            yield from _stretched(name + stem, pieces, share)


def _surnames(decoder: Decoder, letters: str) -> list[tuple[str, float]]:
    """Return the surnames that have a spelling which begins so."""
    sums: dict[str, float] = defaultdict(float)
    for spelling, names in decoder.channel.surnames.items():
        if spelling.startswith(letters):
            for name, vector in names:
                sums[name] += sum(vector)
    return sorted(sums.items(), key=lambda each: (-each[1], each[0]))[:16]


def _given(
    completer: Completer, letters: str, borders: tuple[int, ...]
) -> list[tuple[str, Pieces]]:
    """Return stems of a half-typed given name, and what its last syllable may be."""
    if not letters or len(letters) > LONGEST:
        return []
    found = [("", completer.pieces(letters, last=False))]
    for cut in range(max(1, len(letters) - 9), min(len(letters) + 1, 10)):
        if borders and cut not in borders and cut < len(letters):
            continue
        heads = completer.decoder.channel.heads(letters[:cut])
        pieces: Pieces = [("가", "힣", 1.0)]
        if cut < len(letters):
            pieces = completer.pieces(letters[cut:], last=True)
        if pieces:
            for head in heads[:6]:
                share = head.bound
                found.append(
                    (head.syllable, [(a, b, share * part) for a, b, part in pieces])
                )
    found = [(stem, pieces) for stem, pieces in found if pieces]
    found.sort(key=lambda each: (-sum(piece[2] for piece in each[1]), each[0]))
    return found[:12]


@dataclass(frozen=True)
class Completer:
    """Completes the syllables of one script."""

    decoder: Decoder
    _known: dict[tuple[str, bool], Pieces] = field(default_factory=dict)

    @cached_property
    def ordered(self) -> list[str]:
        """Every spelling of a syllable, in order."""
        return sorted(self.decoder.channel.entries)

    @cached_property
    def syllables(self) -> list[str]:
        """Every canonical syllable of a name, in order."""
        return sorted(self.decoder.prior.syllables)

    def pieces(self, letters: str, *, last: bool) -> Pieces:
        """Return runs of syllables that have a spelling which begins so."""
        at = (letters, last)
        known = self._known.get(at)
        if known is None:
            known = _runs(self._begun(letters, last=last), self.syllables)
            if len(self._known) > 1 << 13:
                self._known.clear()
            self._known[at] = known
        return known

    def _begun(self, letters: str, *, last: bool) -> dict[str, float]:
        prior, entries = self.decoder.prior, self.decoder.channel.entries
        chances = prior.second if last else prior.first
        sums: dict[str, float] = defaultdict(float)
        for place in range(bisect_left(self.ordered, letters), len(self.ordered)):
            spelling = self.ordered[place]
            if not spelling.startswith(letters):
                break
            for form, early, between, late in entries[spelling]:
                sums[lawful(form)] += early[0][1] * between[1] * late[0][1]
        weighed = {name: part * chances[name] for name, part in sums.items()}
        least = max(weighed.values(), default=0.0) * 1e-4
        return {name: part for name, part in weighed.items() if part > least}


@cache
def completers() -> dict[str, Completer]:
    """Return a completer per script."""
    return {script: Completer(decoder) for script, decoder in decoders().items()}


def _runs(chances: dict[str, float], syllables: list[str]) -> Pieces:
    """Join syllables between which no other syllable of a name lies."""
    runs: Pieces = []
    joined = False
    for syllable in syllables:
        chance = chances.get(syllable)
        if chance is None:
            joined = False
        elif joined:
            first, _, total = runs[-1]
            runs[-1] = (first, syllable, total + chance)
        else:
            runs.append((syllable, syllable, chance))
            joined = True
    runs.sort(key=lambda run: (-run[2], run[0]))
    return runs[:24]
