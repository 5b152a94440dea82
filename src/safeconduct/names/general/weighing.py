"""How strongly do two names speak for being one, whatever their origin?

Words are compared with words, in any order; what one name lacks costs little, what
contradicts costs much. Each pair of words is weighed as the log Bayes factor of "one
word" against "two words drawn at random": how rare the word is stands in it already.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from safeconduct.names.general.channel import channel, query
from safeconduct.names.general.evidence import Reason, Weight
from safeconduct.names.general.given import ends_like_patronymic, given
from safeconduct.names.general.initials import initials
from safeconduct.names.general.letters import folded, russian, script, words
from safeconduct.names.general.reading import cyrillic_of, read
from safeconduct.names.general.romanising import norms

__all__ = ["log_joint", "log_likelihood", "weight", "word_weight"]

# Nats. To be one name and yet differ in a word: errors, second names, the table's gaps.
FLOOR = -9.0
# Both words are given names of the table, and of no common class.
FLOOR_OF_GIVEN = -12.0
# The same, of the patronymic: it is the part that papers get wrong most.
FLOOR_OF_PATRONYMIC = -4.0
# One name has a word more. A patronymic is left out everywhere but in papers.
MISSING = -1.0
MISSING_PATRONYMIC = -0.2
# Another language's form of a given name; a short form; a name's other gender.
ANOTHER_LANGUAGE = 1.5
SHORT_FORM = 3.0
OTHER_GENDER = 1.0
# P(one typing error) against all the words one error away; then, of two.
ONE_ERROR = 9.0
TWO_ERRORS = 17.0
# No word is rarer than this, in nats: whoever bears it has kin, and model and data end.
RAREST = 15.0
# An initial that agrees, and one that does not.
INITIAL = 2.0
OTHER_INITIAL = -5.0
# Letters of a word in which no error is forgiven; twice as many, and two errors are.
SHORT = 3
LONG_ERROR = 2
# How far the letters of a Latin word are believed, and nats of a letter in the mean.
LEVEL, LETTER = 0.6, 2.2
# The channel spells one word in many ways; a norm's spelling is one of the likeliest.
BY_NORM = 1.5
# Two words spelled so well need no other explanation; shares of what agreement counts.
GOOD = 0.6
# Beyond so many words a side the best pairing is sought greedily.
PAIRED_EXACTLY = 4

GENDERS = (
    ("ский", "ская"), ("цкий", "цкая"), ("ский", "ска"), ("цкий", "цка"),
    ("ов", "ова"), ("ев", "ева"), ("ёв", "ёва"), ("ин", "ина"), ("ын", "ына"),
    ("ый", "ая"), ("ой", "ая"), ("ий", "яя"), ("ий", "ая"), ("ый", "а"),
)  # fmt: skip

# Forms of a word with their log probabilities.
Forms = Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How one word answers another.

    Attributes:
        nats: The log Bayes factor.
        kind: What kind of agreement, a `Reason.kind`.
        reading: The reading both have, if there is one.
    """

    nats: float
    kind: str
    reading: str = ""


def weight(a: str, b: str) -> Weight:
    """Weigh two written names: nats, the readings that carry it, and why.

    Raises:
        TooLong: One has more than 200 characters.
    """
    one, other = words(a), words(b)
    if not one or not other:
        return Weight(0.0)
    if one > other:
        return _weighed(other, one)
    return _weighed(one, other)


@lru_cache(maxsize=1 << 14)
def _weighed(one: tuple[str, ...], other: tuple[str, ...]) -> Weight:
    pairs = _paired(one, other)
    met = [(one[i], other[j], word_weight(one[i], other[j])) for i, j in pairs]
    nats = sum(each.nats for *_, each in met)
    why = [_reason(*each) for each in met]
    left = [one[i] for i in range(len(one)) if i not in {i for i, _ in pairs}]
    right = [other[j] for j in range(len(other)) if j not in {j for _, j in pairs}]
    for word in left + right:
        nats += MISSING_PATRONYMIC if is_patronymic(word) else MISSING
        why.append(Reason("missing", {"word": word}))
    carry = tuple(each.reading for *_, each in met if each.reading and each.nats > 0)
    return Weight(nats, carry, tuple(why))


def _reason(a: str, b: str, found: Agreement) -> Reason:
    values = {"a": a, "b": b}
    if found.reading:
        values["reading"] = found.reading
    return Reason(found.kind, values)


def _paired(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[int, int]]:
    """Pair the words so that the sum is greatest; the shorter name is used up."""
    if len(one) > len(other):
        return [(i, j) for j, i in _paired(other, one)]
    table = [[word_weight(a, b).nats for b in other] for a in one]
    if len(other) <= PAIRED_EXACTLY:
        best = max(
            permutations(range(len(other)), len(one)),
            key=lambda places: sum(table[i][j] for i, j in enumerate(places)),
        )
        return list(enumerate(best))
    cells = sorted(
        ((table[i][j], i, j) for i in range(len(one)) for j in range(len(other))),
        key=lambda cell: (-cell[0], cell[1:]),
    )
    taken: list[tuple[int, int]] = []
    for _, i, j in cells:
        if all(i != row and j != column for row, column in taken):
            taken.append((i, j))
    return sorted(taken)


@lru_cache(maxsize=1 << 16)
def is_patronymic(word: str) -> bool:
    """Whether a word is the patronymic of a name in the table, or ends like one."""
    kinds = [what.kind for what in given(word)]
    return "patronymic" in kinds or (not kinds and ends_like_patronymic(word))


def word_weight(a: str, b: str) -> Agreement:
    """Weigh two words; the order does not matter."""
    return _word_weight(*((a, b) if a <= b else (b, a)))


@lru_cache(maxsize=1 << 17)
def _word_weight(a: str, b: str) -> Agreement:
    if len(a) == 1 or len(b) == 1:
        return _initial(a, b)
    if _plain(a) == _plain(b):
        return Agreement(rarity(a, b), "same", _plain(a))
    best = _spelled(a, b)
    if best.nats < GOOD * rarity(a, b):
        others = [_equivalent(a, b), _gendered(a, b)]
        if not (given(a) and given(b)):  # Two names that exist are no slips of one.
            others.append(_mistyped(a, b))
        best = max(best, *others, key=lambda each: each.nats)
    floor = _floor(a, b)
    return best if best.nats > floor else Agreement(floor, "different")


def _floor(a: str, b: str) -> float:
    """Return the least two words weigh: how grave it is that they differ."""
    if is_patronymic(a) and is_patronymic(b):
        return FLOOR_OF_PATRONYMIC
    return FLOOR_OF_GIVEN if given(a) and given(b) else FLOOR


def _plain(word: str) -> str:
    return russian(word) if script(word) == "cyrillic" else folded(word) or word


def rarity(*forms: str) -> float:
    """Return the nats by which agreement in a word counts: of its commonest form."""
    likely = max(_likelihood(form) for form in forms)
    return -math.log(math.exp(likely) + math.exp(-RAREST))


@lru_cache(maxsize=1 << 17)
def _likelihood(word: str) -> float:
    one = channel()
    if script(word) == "cyrillic":
        return one.likelihood(russian(word) or word)
    return one.likelihood(one.known(word) or word)


def _initial(a: str, b: str) -> Agreement:
    if a[0] == b[0] or initials(a) & initials(b):
        return Agreement(INITIAL, "initial", "")
    return Agreement(OTHER_INITIAL, "different")


def _spelled(a: str, b: str) -> Agreement:
    """Weigh two words as spellings of one."""
    kinds = {script(a), script(b)}
    if kinds == {"cyrillic", "latin"}:
        cyrillic, latin = (a, b) if script(a) == "cyrillic" else (b, a)
        return _across(cyrillic, latin)
    return _sounding(a, b)


def _across(cyrillic: str, latin: str) -> Agreement:
    most = rarity(cyrillic, latin)
    nats = soft(channel_weight(cyrillic, latin), most)
    norm = norms(cyrillic).get(folded(latin))
    if norm is not None:
        return Agreement(max(nats, most - BY_NORM), norm, cyrillic)
    return Agreement(nats, "spelled", cyrillic)


def channel_weight(cyrillic: str, latin: str) -> float:
    """Return the log Bayes factor of a Cyrillic and a Latin word by their letters."""
    one, known = channel(), channel().known(latin)
    joint = query(cyrillic).joint(known)
    if joint == -math.inf:
        joint = query(cyrillic).joint(folded(latin))
    return joint - one.spelled(russian(cyrillic)) - _levelled(known)


def _levelled(latin: str) -> float:
    """Return log P of a Latin word, drawn towards that of a usual word as long."""
    usual = -LETTER * (len(latin) + 1)
    return LEVEL * channel().spelled(latin) + (1.0 - LEVEL) * usual


def soft(nats: float, most: float) -> float:
    """Bound a weight smoothly: no agreement counts more than the word is rare."""
    if nats == -math.inf:
        return nats
    high, low = max(nats, most), min(nats, most)
    return low - math.log1p(math.exp(low - high))


def _sounding(a: str, b: str) -> Agreement:
    """Weigh two words of one script by the readings they share."""
    left, right = dict(read(a)), dict(read(b))
    shared = {key: left[key] + right[key] for key in left.keys() & right.keys()}
    if not shared:
        return Agreement(-math.inf, "different")
    best = max(sorted(shared), key=lambda key: shared[key])
    total = math.log(sum(math.exp(logp) for logp in shared.values()))
    return Agreement(rarity(a, b) + total - 0.5, "sounds", best)


def _equivalent(a: str, b: str) -> Agreement:
    """Weigh two words as forms of one given name, or patronymics of one."""
    if script(a) == "latin":
        a, b = b, a  # A Cyrillic word is quicker looked up, and mostly not found.
    for one in given(a):
        for other in given(b):
            if one.name != other.name:
                continue
            if (one.kind == "patronymic") != (other.kind == "patronymic"):
                continue
            kind = "short" if "short" in {one.kind, other.kind} else "equivalent"
            if one.kind == "patronymic":
                kind = "patronymic"
            cost = SHORT_FORM if kind == "short" else ANOTHER_LANGUAGE
            return Agreement(rarity(a, b) - cost, kind, one.name)
    return Agreement(-math.inf, "different")


def _gendered(a: str, b: str) -> Agreement:
    """Weigh two surnames that differ by the gender of their ending."""
    best = Agreement(-math.inf, "different")
    if script(a) == "latin":
        a, b = b, a
    for cyrillic, logp in cyrillic_of(a)[:3]:
        for form in _genders(cyrillic):
            found = _spelled(form, b) if form != _plain(b) else _same(b)
            nats = found.nats + logp - OTHER_GENDER
            if nats > best.nats:
                best = Agreement(nats, "gender", cyrillic)
    return best


def _same(word: str) -> Agreement:
    return Agreement(rarity(word), "same", _plain(word))


@lru_cache(maxsize=1 << 14)
def _genders(cyrillic: str) -> tuple[str, ...]:
    """Return a surname's forms of the other gender."""
    forms: dict[str, None] = {}
    for man, woman in GENDERS:
        for mine, other in ((man, woman), (woman, man)):
            if cyrillic.endswith(mine) and len(cyrillic) > len(mine) + 1:
                forms[cyrillic[: -len(mine)] + other] = None
    return tuple(forms)


def _mistyped(a: str, b: str) -> Agreement:
    """Weigh two words as one of which a letter was mistyped."""
    kinds = {script(a), script(b)}
    left: Forms
    right: Forms
    if kinds == {"cyrillic", "latin"}:
        cyrillic, latin = (a, b) if script(a) == "cyrillic" else (b, a)
        left, right = _latin_of(cyrillic), ((folded(latin), 0.0),)
    else:
        left, right = read(a)[:2], read(b)[:2]
    best = Agreement(-math.inf, "different")
    for one, first in left:
        for other, second in right:
            errors = errors_between(one, other)
            if errors:
                cost = ONE_ERROR if errors == 1 else TWO_ERRORS
                nats = rarity(a, b) - cost + first + second
                if nats > best.nats:
                    best = Agreement(nats, "typing", one)
    return best


@lru_cache(maxsize=1 << 10)
def _latin_of(cyrillic: str) -> tuple[tuple[str, float], ...]:
    """Return the usual Latin spellings of a Cyrillic word, without diacritics."""
    found = dict.fromkeys(norms(cyrillic), -1.0)
    for latin, _ in channel().spellings(russian(cyrillic), 3):
        found[folded(latin)] = -1.0
    return tuple(found.items())


def errors_between(a: str, b: str) -> int:
    """Count the typing errors between two words: 1, 2, or 0 for more than that.

    A short word may have one; a word of less than four letters, none.
    """
    if min(len(a), len(b)) <= SHORT:
        return 0
    if one_error(a, b):
        return 1
    if min(len(a), len(b)) <= 2 * SHORT or abs(len(a) - len(b)) > LONG_ERROR:
        return 0
    return 2 if any(one_error(each, b) for each in _after_one(a, b)) else 0


def one_error(a: str, b: str) -> bool:
    """Whether one letter added, left out, changed or swapped makes `b` of `a`."""
    if abs(len(a) - len(b)) > 1:
        return False
    one, other = _parted(a, b)
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[:2][::-1] and one[2:] == other[2:])
    )


def _parted(a: str, b: str) -> tuple[str, str]:
    """Take away the beginning that two words have in common."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    return a[start:], b[start:]


def _after_one(a: str, b: str) -> tuple[str, ...]:
    """Mend the first difference of `a` from `b` in each of the ways there are."""
    one, other = _parted(a, b)
    head = a[: len(a) - len(one)]
    return (
        head + one[1:],
        head + other[:1] + one,
        head + other[:1] + one[1:],
        head + one[:2][::-1] + one[2:],
    )


def log_likelihood(text: str) -> float:
    """Return log P(text) among names of any origin, in nats, by its words.

    Raises:
        TooLong: It has more than 200 characters.
    """
    return sum(_likelihood(word) for word in words(text))


def log_joint(a: str, b: str) -> float:
    """Return log P(a, b | one name), in nats: the weight, and what each is alone.

    Raises:
        TooLong: One has more than 200 characters.
    """
    return weight(a, b).nats + log_likelihood(a) + log_likelihood(b)
