"""How strongly do two written names speak for one and the same name?

The weight is the Bayes factor of "same name" against "two names drawn at random", in
nats. For two Korean names it is

    w(a, b) = ln sum over h of P(h | a) P(h | b) / P(h)

How rare the name is stands in it already (P(h) divides): never add a term-frequency
adjustment to it. It adds to the Fellegi-Sunter weights of birth date, unit and place
(bits: divide by ln 2). A name in Latin or Cyrillic letters may be Korean or not; both
are weighed, each as far as the spelling is likely there.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, inf, log

from safeconduct.names import general
from safeconduct.names.decoding import decode, joint, narrow, prior
from safeconduct.names.errors import LIMIT
from safeconduct.names.explaining import explained, told
from safeconduct.names.folding import Script, fold
from safeconduct.names.general import Reason, Weight
from safeconduct.names.hangul import key, lawful, split, written
from safeconduct.names.slips import edits

KOREAN = 0.5
"""Of names in Latin or Cyrillic letters, before they are read."""
FLOOR = exp(-7.0)
"""P(no reading shared | same name): errors, foreign given names."""
SLIPPED = exp(-2.0)
"""How far two readings are believed that meet only by way of a typing error: among
names that look alike, other names are commoner than errors."""
ENOUGH = 4.0
"""Nats from which no typing error is looked for."""
UNBELIEVED = -3.0
"""Nats below which a typing error is no explanation that a clerk is told."""
BY_LAW = 0.5
"""Nats that a name loses when North and South write it differently."""
SURE = 0.999
"""A share of Korean from which nothing else is asked."""
LEAST = 1e-6
"""A share of Korean below which it is not asked."""
FEW = 8
"""Keys of one name up to which not all its readings need be added up."""

BOTH = frozenset({Script.LATIN, Script.CYRILLIC})


def weight(a: str, b: str, *, why: bool = True, slips: bool = True) -> Weight:
    """Weigh two written names: nats, the readings that carry it, and why.

    Args:
        a: A name in any script.
        b: The other.
        why: Give the reasons; they cost more than the weight.
        slips: Look for a typing error where the readings do not meet.

    Raises:
        TooLong: One has more than 200 characters.
    """
    one, other = fold(a).script, fold(b).script
    if one is Script.HANGUL and other is Script.HANGUL:
        return _in_hangul(written(a), written(b))
    if one in BOTH and other in BOTH:
        return _mixed(a, b, why=why, slips=slips)
    if Script.OTHER in {one, other}:
        return Weight(0.0, (), (Reason("unread", {"a": a, "b": b}),))
    return _korean(a, b, share(a) * share(b), why=why, slips=slips)


@lru_cache(maxsize=1 << 14)
def share(text: str) -> float:
    """Return P(Korean | spelling): 1 in Hangul and Chinese characters."""
    if fold(text).script not in BOTH:
        return 1.0
    readings, korean = joint(text)
    return _share(text, korean) if readings else 0.0


def _share(text: str, korean: float) -> float:
    """Return P(Korean | spelling) of a text, given P(Korean reading, spelling)."""
    other = exp(general.log_likelihood(text))
    return KOREAN * korean / (KOREAN * korean + (1 - KOREAN) * other)


def _mixed(a: str, b: str, *, why: bool, slips: bool) -> Weight:
    left, right = share(a), share(b)
    if left > SURE and right > SURE:
        return _korean(a, b, 1.0, why=why, slips=slips)
    foreign = general.weight(a, b)
    if left < LEAST or right < LEAST:
        return foreign
    korean = _korean(a, b, 1.0, why=why, slips=slips)
    # The shares are of one name, not two: the prior of its tongue counts once.
    parts = (
        (korean.nats + log(left * right / KOREAN), korean),
        (foreign.nats + _log((1 - left) * (1 - right) / (1 - KOREAN)), foreign),
    )
    high = max(parts[0][0], parts[1][0])
    total = high + log(sum(exp(nats - high) for nats, _ in parts))
    best = max(parts, key=lambda part: part[0])[1]
    return Weight(total, best.readings, best.why)


def _log(chance: float) -> float:
    return log(chance) if chance > 0 else -inf


def _korean(a: str, b: str, believed: float, *, why: bool, slips: bool) -> Weight:
    left, right = _readings(a), _readings(b)
    if not left or not right:
        return _foreign(a, b)
    if _bare(next(iter(left))) or _bare(next(iter(right))):
        return _by_surname(left, right)
    parts = _shared(left, right)
    total = sum(parts.values()) * believed
    slipped = slips and total < exp(ENOUGH) and _akin(a, b)
    if slipped:
        near = _one_slip(a, b)
        again = sum(near.values()) * believed * SLIPPED
        slipped = again > total
        parts, total = (near, again) if slipped else (parts, total)
    nats = log(total + FLOOR)
    if not why:
        return Weight(nats, (), ())
    best = sorted(parts.items(), key=lambda each: (-each[1], each[0]))
    carry = tuple(each for each, part in best[:3] if part > best[0][1] / 10)
    if slipped and nats < UNBELIEVED:
        carry = ()
    return Weight(nats, carry, told(a, b, carry, slipped=slipped))


@lru_cache(maxsize=1 << 12)
def _readings(text: str) -> dict[str, float]:
    """Return P(reading | spelling) by key, of all that are worth a look."""
    return {name: exp(logp) for name, logp in decode(text, 256)}


def _akin(a: str, b: str) -> bool:
    """Whether two names are near enough to ask for a typing error.

    They differ in one syllable, or have one surname and more syllables here than there.
    """
    one, other = decode(a, 4), decode(b, 4)
    return any(
        sum(x != y for x, y in zip(left.key, right.key, strict=True)) <= 1
        if len(left.key) == len(right.key)
        else left.key[0] == right.key[0]
        for left in one
        for right in other
    )


def _one_slip(a: str, b: str) -> dict[str, float]:
    """Weigh the readings that meet if one of two names has one typing error."""
    found: dict[str, float] = {}
    for one, other in ((a, b), (b, a)):
        slipped = {name: exp(logp) for name, logp in edits(one)}
        for name, part in _shared(slipped, _readings(other)).items():
            found[name] = max(part, found.get(name, 0.0))
    return found


def _bare(name: str) -> bool:
    return name in prior().surname


def _surname(name: str) -> str:
    """Return the surname of a key."""
    two = name[:2]
    return two if two in prior().surname else name[:1]


def _by_surname(left: dict[str, float], right: dict[str, float]) -> Weight:
    """Weigh two names of which one is a surname alone."""
    known = prior().surname
    sums: list[dict[str, float]] = []
    for readings in (left, right):
        sums.append({})
        for name, part in readings.items():
            surname = _surname(name)
            sums[-1][surname] = sums[-1].get(surname, 0.0) + part
    one, other = sums
    parts = {
        name: one[name] * other[name] / known[name] for name in one if name in other
    }
    carry = tuple(sorted(parts, key=lambda name: (-parts[name], name))[:1])
    if not carry:
        return Weight(log(FLOOR), (), (Reason("surnames"),))
    reason = Reason("surname", {"surname": carry[0]})
    return Weight(log(sum(parts.values()) + FLOOR), carry, (reason,))


def _foreign(a: str, b: str) -> Weight:
    """Weigh two names of which one has no Korean reading."""
    if any(fold(text).script in BOTH and not decode(text, 1) for text in (a, b)):
        return Weight(log(FLOOR), (), (Reason("foreign", {"a": a, "b": b}),))
    return Weight(0.0, (), (Reason("unread", {"a": a, "b": b}),))


def _shared(left: dict[str, float], right: dict[str, float]) -> dict[str, float]:
    name = prior().name
    return {
        each: left[each] * right[each] / name(each)
        for each in left.keys() & right.keys()
    }


def _in_hangul(a: str, b: str) -> Weight:
    """Weigh two names in Hangul: the syllables decide, not the key."""
    if not a or not b:
        return Weight(0.0, (), (Reason("unread", {"a": a, "b": b}),))
    rare = -log(prior().name(key(a)))
    if a == b:
        return Weight(rare, (key(a),), (Reason("written", {"name": a}), *explained(a)))
    if _bare(key(a)) or _bare(key(b)):
        return _by_surname({key(a): 1.0}, {key(b): 1.0})
    if len(a) == len(b) and all(map(_variants, range(len(a)), a, b)):
        why = Reason("law", {"a": a, "b": b})
        return Weight(rare - BY_LAW, (key(a),), (why, *explained(key(a))))
    return Weight(log(FLOOR), (), (Reason("differ", {"a": a, "b": b}),))


def _variants(place: int, a: str, b: str) -> bool:
    """Whether North and South write two syllables for one at this place of a name.

    The law drops ㄹ before ㅣ and the y-vowels; that it makes ㄴ of ㄹ elsewhere holds
    at the beginning of a word only: 노 and 로 are one surname, 유라 and 유나 two
    names.
    """
    if a == b:
        return True
    if place and {split(a)[0], split(b)[0]} == {"ㄹ", "ㄴ"}:
        return False
    return lawful(a) == lawful(b)


def keys(text: str, n: int = 16) -> tuple[str, ...]:
    """Return what an index stores of a name and looks up by equality, best first.

    Korean keys are in Hangul, others in Latin letters. Never raises: a text that is too
    long, or no name, has no keys.
    """
    if len(text) > LIMIT:
        return ()
    readings, sum_ = narrow(text) if n <= FEW else joint(text)
    korean = tuple(name for name, _ in readings[:n])
    if fold(text).script not in BOTH:
        return korean
    likely = _share(text, sum_) if readings else 0.0
    if likely > SURE:
        return korean
    other = general.keys(text, n)
    if likely < LEAST:
        return other
    few = n // 4
    if likely > KOREAN:
        return (*korean[: n - few], *other)[:n]
    return (*other[: n - few], *korean)[:n]
