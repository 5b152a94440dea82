"""What is looked up for a text that somebody types?

Keys of a whole name, and ranges of keys for what is not whole: a name whose last part
is half typed, a given name without its surname, a name with one letter wrong. Each has
a cost: minus its log probability, in quarters of a nat. Nothing here asks the database.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from safeconduct import names
from safeconduct.names import general
from safeconduct.names.general.weighing import is_patronymic
from safeconduct.names.weighing import SURE, share
from safeconduct.register.vault import name_keys
from safeconduct.register.vault.name_keys import cost, joined, marked

Bounds = tuple[str, str]  # the first key of a range, and the first behind it
_READINGS = 32  # of a whole Korean name
_RANGES = 64  # of a half-typed one, or of a given name behind any surname
_FORMS = 4  # of one word of a general name
_ENDS = 6  # ranges in which a half-typed word may end
_EDITED = 40  # forms of one word with one letter wrong
INITIAL = 10  # 2.5 nats: of a given name only the first letter is known
_WORDS = 3  # of a name, of which one is the surname and one the given name
LEFT_OUT = 12  # 3 nats: a word that was typed, and that a pair of words leaves out
_ERROR = -4.5  # log P of one typing error (NAMES.md 2.7)
_AFTER_A_BLANK = chr(ord(" ") + 1)
_LAST = chr(0x10FFFF)  # after whatever a key goes on with


@dataclass(frozen=True)
class Sought:
    """Keys and ranges of keys, each with its cost."""

    keys: dict[str, int] = field(default_factory=dict)
    ranges: dict[Bounds, int] = field(default_factory=dict)

    def key(self, key: str, cost: int) -> None:
        """Look for a key; at the lower of two costs."""
        self.keys[key] = min(cost, self.keys.get(key, cost))

    def between(self, low: str, high: str, cost: int) -> None:
        """Look for what begins so."""
        at = (low, high)
        self.ranges[at] = min(cost, self.ranges.get(at, cost))


def whole(text: str) -> Sought:
    """Read the text as a whole name."""
    found = Sought(keys=name_keys.korean(text, n=_READINGS))
    first, *others = _told(name_keys.words(text, n=_FORMS)) or [()]
    left_out = LEFT_OUT * (len(others) - 1)
    for other in others:
        for one in first:
            for two in other:
                likely = cost(one.logp + two.logp)
                found.key(joined(one.key, two.key), likely + left_out)
    for key, likely in _marks(text):
        found.key(key, likely)
    return found


def _marks(text: str) -> Iterator[tuple[str, int]]:
    """Look for a whole name where a surname and initials were written."""
    written = [word for word in general.words(text) if len(word) > 1]
    for surname, given in permutations(written[:_WORDS], 2):
        for form in _first(general.word_keys(surname, _FORMS)):
            for initial in general.initials(given):
                yield marked(form.key, initial), cost(form.logp) + INITIAL


def beginning(text: str) -> Sought:
    """Read the text as a name whose last part is half typed, or missing."""
    found = Sought()
    for low, high, logp in names.ranges(text, _RANGES):
        found.between(low, high, cost(logp))
    turned = _initials_last(text)
    prefixes = general.prefixes(turned, _ENDS)
    ends = [(low, _behind(high), logp) for low, high, logp in prefixes]
    *before, _last = name_keys.words(turned, n=_FORMS) or [()]
    heads = _told(before)
    left_out = LEFT_OUT * max(len(heads) - 1, 0)
    for low, high, logp in ends:
        if not heads:
            found.between(low, high, cost(logp))
        for head in (form for word in heads for form in word):
            at = joined(head.key, low), joined(head.key, high)
            found.between(*at, cost(head.logp + logp) + left_out)
    return found


def mistyped(text: str) -> Sought:
    """Read the text as a name in which one letter is wrong, missing or too many."""
    found = Sought()
    for reading in names.edits(text, _READINGS):
        found.key(reading.key, cost(reading.logp))
    if share(text) > SURE:  # no other tongue is asked
        return found
    read = [(word, _first(general.word_keys(word, 1))) for word in text.split()]
    words = [(word, best) for word, best in read if best]
    for place, (word, _) in enumerate(words):
        beside = next((best for at, (_, best) in enumerate(words) if at != place), None)
        for edited in general.edits(word, _EDITED):
            error = cost(min(edited.logp, _ERROR))
            if beside is None:
                found.between(edited.key, edited.key + _LAST, error)
            else:
                found.key(joined(beside[0].key, edited.key), error)
    return found


def _first(found: Sequence[Sequence[general.Reading]]) -> Sequence[general.Reading]:
    return found[0] if found else ()


def _told(
    words: Sequence[Sequence[general.Reading]],
) -> list[Sequence[general.Reading]]:
    """Leave a patronymic out where two other words are there."""
    told = [word for word in words if not is_patronymic(word[0].key)]
    return told if len(told) > 1 else [*words]


def _behind(high: str) -> str:
    """Where a range holds one word alone, let the word that is joined to it be any."""
    return high[:-1] + _AFTER_A_BLANK if high.endswith("\0") else high


def _initials_last(text: str) -> str:
    """Put single letters behind the words, where the half-typed part stands."""
    words = text.replace(".", " ").split()
    return " ".join(sorted(words, key=lambda word: len(word) == 1))
