"""What speaks for one person, and what for two, in two sets of identity claims?

Claims compete, so a field of a record may hold several. Each pair of them is a chance
to agree; a name agrees by the mean of the Bayes factors over all pairs, every other
field by its best pair. The weights add up, in nats: `names.weight` brings the rarity of
a name with it, the table below the rest.

Each weight of the table is ln(m / u): m how often two records of one person show this,
u how often records of two people do. They were set by hand, from what is known of such
registers (NAMES.md 4 and 5), and learned from no one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from math import exp, fsum, log
from unicodedata import normalize

from safeconduct import names
from safeconduct.register.cards import Claim

# Fields in the order in which a clerk reads them, and how each is compared.
FIELDS = (
    *("name", "birth", "father", "number", "paper", "unit", "home", "capture"),
    *("rank", "nationality"),
)
# Of one person and of two: m, u.
_AGREES = {
    "number": (0.90, 1e-4),
    "paper": (0.80, 1e-4),
    "unit": (0.70, 0.03),
    "home": (0.60, 0.06),
    "capture": (0.80, 0.30),
    "rank": (0.60, 0.35),
    "nationality": (0.95, 0.65),
}
# Born on one day among twenty years of days, in one month, in one year.
_SAME_DAY = log(0.80 / (1 / 7_300))
_SAME_MONTH = log(0.85 / (1 / 240))
_SAME_YEAR = log(0.90 / (1 / 20))
# Day and month in the other order; the same day in the year before or after, as ages
# are counted in Korea; a year beside it, of which no day is known.
_SWAPPED = log(0.01 / (1 / 7_300))
_SAME_DAY_OTHER_YEAR = log(0.02 / (2 / 7_300))
_NEAR_YEAR = log(0.06 / (2 / 20))
_ANOTHER_BIRTH = log(0.05)
# A first name alone, or a name half heard, must not outweigh all else.
_FATHER = (-2.0, 5.0)
_NO_NAME_IN_COMMON = -12.0


class Says(StrEnum):
    """What a field says of the two records."""

    AGREES = "agrees"
    NEAR = "near"
    CONTRADICTS = "contradicts"
    NOTHING = "nothing"  # one side or both have no claim, or none that compare


@dataclass(frozen=True)
class Compared:
    """One field of both records, and what it says.

    Attributes:
        kind: A value of `IdentityClaim.Kind`.
        left, right: The claims of each record.
        says: In one word.
        weight: In nats; above zero speaks for one person.
        why: For names the readings they share; for birth a short code (`same_day`,
            `swapped`).
        reasons: What the names library says of the names, for `names.wording`.
    """

    kind: str
    left: tuple[Claim, ...]
    right: tuple[Claim, ...]
    says: Says
    weight: float
    why: tuple[str, ...] = ()
    reasons: tuple[names.Reason, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """All fields of two records.

    Attributes:
        fields: Those that at least one of them has.
        bearers: How many other persons of the register may bear the name both share;
            `None` when nobody has counted, or they share none.
    """

    fields: tuple[Compared, ...]
    bearers: int | None = None

    @property
    def shared_names(self) -> tuple[str, ...]:
        """The readings of the name that both share."""
        return next((one.why for one in self.fields if one.kind == "name"), ())

    @property
    def weight(self) -> float:
        """The whole weight, in nats."""
        return fsum(field.weight for field in self.fields)


Found = tuple[Says, float, tuple[str, ...], tuple[names.Reason, ...]]
_NOTHING: Found = (Says.NOTHING, 0.0, (), ())


def compare(left: Sequence[Claim], right: Sequence[Claim]) -> Comparison:
    """Compare all fields of two records that at least one of them has."""
    fields = []
    for kind in FIELDS:
        here = tuple(claim for claim in left if claim.kind == kind)
        there = tuple(claim for claim in right if claim.kind == kind)
        if here or there:
            found = _how(kind)(here, there) if here and there else _NOTHING
            fields.append(Compared(kind, here, there, *found))
    return Comparison(tuple(fields))


def probability(weight: float, *, among: int) -> float:
    """Turn a weight into the probability that both records are one person's.

    Before anything is compared, a record has its double among the others of the
    register with the odds of one in their number.

    Args:
        weight: In nats.
        among: How many records the register holds.
    """
    odds = weight - log(max(among - 1, 1))
    return 1 / (1 + exp(-odds)) if odds > -700 else 0.0  # noqa: PLR2004  exp overflows


def birth_years(claims: Iterable[Claim]) -> set[int]:
    """Read the years of birth that were claimed."""
    return {int(c.text[:4]) for c in claims if c.kind == "birth"}


def _how(kind: str) -> Callable[[tuple[Claim, ...], tuple[Claim, ...]], Found]:
    compared: dict[str, Callable[[tuple[Claim, ...], tuple[Claim, ...]], Found]] = {
        "name": _names,
        "birth": lambda a, b: _best(_birth, a, b),
        "father": lambda a, b: _best(_father, a, b),
    }
    return compared.get(kind, lambda a, b: _best(_text, a, b))


def _best(
    one: Callable[[Claim, Claim], Found],
    left: Iterable[Claim],
    right: Iterable[Claim],
) -> Found:
    """Choose the pair of claims that agrees best; claims that do not compare say less.

    A contradiction is heard only where nothing agrees.
    """
    found = [one(a, b) for a, b in product(left, right)]
    told = [each for each in found if each[0] is not Says.NOTHING]
    return max(told, key=lambda each: each[1], default=_NOTHING)


def _names(left: Iterable[Claim], right: Iterable[Claim]) -> Found:
    """Weigh the names by the mean of the Bayes factors over all pairs of claims.

    Any of his names may be the one that is written in both records, each with the same
    chance: who has many names does not match more easily.
    """
    weighed = [names.weight(a.text, b.text) for a, b in product(left, right)]
    each = [max(one.nats, _NO_NAME_IN_COMMON) for one in weighed]
    most = max(each)
    weight = most + log(fsum(exp(one - most) for one in each) / len(each))
    best = weighed[each.index(most)]
    return _of_names(weight, best)


def _birth(left: Claim, right: Claim) -> Found:
    """Compare two dates of birth as exactly as the less exact of them is known."""
    a, b = _dated(left), _dated(right)
    if (left.precision == "lunar") != (right.precision == "lunar"):
        # A day of the lunar year falls three to seven weeks later, or in the next year.
        a, b = a[:1], b[:1]
    known = min(len(a), len(b))
    if a[:known] == b[:known]:
        code, weight = (
            ("same_year", _SAME_YEAR),
            ("same_month", _SAME_MONTH),
            ("same_day", _SAME_DAY),
        )[known - 1]
        return Says.AGREES, weight, (code,), ()
    if known == 3 and a[0] == b[0] and a[1:] == b[:0:-1]:  # noqa: PLR2004  a whole date
        return Says.NEAR, _SWAPPED, ("swapped",), ()
    if abs(a[0] - b[0]) == 1:
        if known == 3 and a[1:] == b[1:]:  # noqa: PLR2004  as above
            return Says.NEAR, _SAME_DAY_OTHER_YEAR, ("same_day_other_year",), ()
        if known == 1:
            return Says.NEAR, _NEAR_YEAR, ("near_year",), ()
    return Says.CONTRADICTS, _ANOTHER_BIRTH, ("another_birth",), ()


def _dated(claim: Claim) -> tuple[int, ...]:
    """Read year, month and day, as far as they were given."""
    return tuple(int(part) for part in claim.text.split("-"))


def _father(left: Claim, right: Claim) -> Found:
    found = names.weight(left.text, right.text)
    low, high = _FATHER
    weight = min(max(found.nats, low), high)
    return _of_names(weight, found)


def _of_names(weight: float, found: names.Weight) -> Found:
    """Say what a weight of names says; names that cannot be read say nothing."""
    if weight == 0:
        return _NOTHING
    if weight < 0:
        return Says.CONTRADICTS, weight, (), found.why
    return Says.AGREES, weight, found.readings, found.why


def _text(left: Claim, right: Claim) -> Found:
    """Compare what is no name; in two scripts only figures can be compared."""
    m, u = _AGREES[left.kind]
    kept = _marks if left.script == right.script else _figures
    here, there = kept(left.text), kept(right.text)
    if not here or not there:
        return _NOTHING
    if here == there:
        return Says.AGREES, log(m / u), (), ()
    return Says.CONTRADICTS, log((1 - m) / (1 - u)), (), ()


def _marks(text: str) -> str:
    """Keep letters and figures alone, in lower case."""
    return "".join(c for c in normalize("NFKC", text).casefold() if c.isalnum())


def _figures(text: str) -> str:
    """Keep the numbers of a text: `810th brigade` and `810-я бригада` share theirs."""
    kept = "".join(c if c.isdecimal() else " " for c in normalize("NFKC", text))
    return " ".join(kept.split())
