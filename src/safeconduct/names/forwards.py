"""How may a Korean name be spelled in another script?

The channel run forwards: exposure looks for these spellings in the press.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from math import log
from typing import NamedTuple

from safeconduct.names.channel import Channel, Vector, after, before
from safeconduct.names.decoding import decoders
from safeconduct.names.errors import measured
from safeconduct.names.hangul import lawful, written
from safeconduct.names.prior import Prior

WIDE = 24
"""Spellings of one syllable that are tried."""
LONGEST = 8
"""Syllables of a name."""


class Spelling(NamedTuple):
    """A spelling, and the log probability that the name is spelled so, in nats."""

    text: str
    logp: float


def spellings(hangul: str, script: str, n: int = 16) -> tuple[Spelling, ...]:
    """Return the n likeliest spellings of a Hangul name, surname first, best first.

    Args:
        hangul: As written; 리 and 이 are one surname, 렬 and 열 two given syllables.
        script: "latin" ("Paek Chol-su") or "cyrillic" ("Пэк Чхоль Су").
        n: At most so many.

    Raises:
        TooLong: It has more than 200 characters.
    """
    name = written(measured(hangul))
    decoder = decoders().get(script)
    if decoder is None or not 1 < len(name) <= LONGEST:
        return ()
    return _spelled(name, script)[:n]


@lru_cache(maxsize=1 << 10)
def _spelled(name: str, script: str) -> tuple[Spelling, ...]:
    decoder = decoders()[script]
    surname, given = parted(name, decoder.prior)
    own = sorted(
        decoder.channel.surname(surname).items(), key=lambda each: -sum(each[1])
    )[:WIDE]
    rest = _given(decoder.channel, given)
    shares = decoder.channel.weights.styles
    joiner = "-" if script == "latin" else " "
    found: dict[str, float] = {}
    for (spelled, x), (parts, y) in product(own, rest):
        chance = sum(s * a * b for s, a, b in zip(shares, x, y, strict=True))
        text = f"{spelled.title()} {joiner.join(parts)}"
        text = _capital(text) if script == "latin" else text.title()
        found[text] = found.get(text, 0.0) + chance
    best = sorted(found.items(), key=lambda each: (-each[1], each[0]))[:256]
    return tuple(Spelling(text, log(chance)) for text, chance in best if chance > 0)


def parted(name: str, prior: Prior) -> tuple[str, str]:
    """Part a written name into the key of its surname and its given name as written."""
    two = "".join(map(lawful, name[:2]))
    size = 2 if name[2:] and two in prior.surname else 1
    return "".join(map(lawful, name[:size])), name[size:]


def _given(channel: Channel, given: str) -> list[tuple[tuple[str, ...], Vector]]:
    found: list[tuple[tuple[str, ...], Vector]] = [((), (1.0, 1.0, 1.0))]
    for place, form in enumerate(given):
        left = before(given[place - 1]) if place else "first"
        right = after(given[place + 1]) if place + 1 < len(given) else "end"
        here = [
            (letters, channel.form(letters, form, left, right))
            for letters in sorted(channel.spellings(form))
        ]
        here.sort(key=lambda each: -sum(each[1]))
        longer = [
            ((*parts, letters), (x[0] * y[0], x[1] * y[1], x[2] * y[2]))
            for (parts, x), (letters, y) in product(found, here[:WIDE])
        ]
        longer.sort(key=lambda each: (-sum(each[1]), each[0]))
        found = longer[:256]
    return found


def _capital(text: str) -> str:
    surname, _, given = text.partition(" ")
    return f"{surname} {given.capitalize()}"
