"""How are two records compared, field by field, and what does each agreement weigh?

The model is Fellegi and Sunter's: every field has levels, the first that fits counts,
and a level's weight is log2(m / u): how much more often it is seen between records of
one person (m) than between records of two (u). training.py learns m and u; the
levels stand here, in SQL that DuckDB and Spark both read.

A field that either record lacks weighs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from types import MappingProxyType
from typing import Final

LUNAR: Final = (17, 51)  # days a date of the lunar calendar lies before the solar one
AGE: Final = 2  # years a Korean age can be off


@dataclass(frozen=True, slots=True)
class Level:
    """One level of agreement.

    Attributes:
        code: Its name in outputs.
        words: What a clerk reads.
        sql: When it fits, with `{overlap}` and `{contains}` for the engine's functions.
        speaks: 1 for the same person, -1 against, 0 neither.
        frequency: The column by whose rarity the weight is adjusted, if any; rarity.py
            says what is counted.
    """

    code: str
    words: str
    sql: str
    speaks: int
    frequency: str | None = None


ELSE: Final = "ELSE"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One field: the column that must be known on both sides, and its levels."""

    field: str
    known: str
    levels: tuple[Level, ...]


def _same(column: str) -> str:
    return f"{column}_l = {column}_r"


def _shared(column: str) -> str:
    return f"{{overlap}}({column}_l, {column}_r)"


def _best_of_one(field: str, rarity: int) -> str:
    """Ask whether the best key of one record is some key of the other, so rare."""
    sides = [
        f"({{contains}}({field}_keys_{other}, {field}_key_{one}) "
        f"and {field}_rarity_{one} >= {rarity})"
        for one, other in (("l", "r"), ("r", "l"))
    ]
    return " or ".join(sides)


def _names(field: str, *more: Level) -> Comparison:
    best = "the best reading of one, {}, is a reading of the other"
    share = "share a reading, {}"
    key = f"{field}_key"
    return Comparison(
        field,
        f"{field}_known",
        (
            Level("same", "the best reading is the same", _same(key), 1, key),
            Level("best, rare", best.format("a rare one"), _best_of_one(field, 2), 1),
            Level("best", best.format("no common one"), _best_of_one(field, 1), 1),
            Level(
                "best, common", best.format("a common one"), _best_of_one(field, 0), 1
            ),
            Level("rare", share.format("a rare one"), _shared(f"{field}_keys_rare"), 1),
            Level(
                "some", share.format("no common one"), _shared(f"{field}_keys_some"), 1
            ),
            Level("common", share.format("a common one"), _shared(f"{field}_keys"), 1),
            *more,
            Level("other", "read differently", ELSE, -1),
        ),
    )


_INITIALS: Final = "same surname and initial, {}"


def _places(field: str, words: str) -> Comparison:
    return Comparison(
        field,
        field,
        (
            Level("same", f"same {words}", _same(field), 1, field),
            Level("alike", f"the {words} begins alike", _same(f"{field}_stem"), 1),
            Level(
                "other script",
                f"the {words} is written in another script",
                f"{field}_script_l <> {field}_script_r",
                0,
            ),
            Level("other", f"another {words}", ELSE, -1),
        ),
    )


_YEAR_ALONE = "(birth_l is null or birth_r is null)"
_YEARS_APART = "abs(birth_year_l - birth_year_r)"
_DAYS_APART = "abs(birth_number_l - birth_number_r)"

COMPARISONS: tuple[Comparison, ...] = (
    _names(
        "name",
        Level(
            "other name",
            "the name of one is another name of the other",
            _shared("any_keys"),
            1,
        ),
        Level(
            "initials, rare",
            _INITIALS.format("rare ones"),
            _shared("name_marks_rare"),
            1,
        ),
        Level(
            "initials, some",
            _INITIALS.format("no common ones"),
            _shared("name_marks_some"),
            1,
        ),
        Level("initials", _INITIALS.format("common ones"), _shared("name_marks"), 1),
        Level(
            "part",
            "same surname and one same syllable, or one same word",
            _shared("name_parts"),
            0,
        ),
    ),
    Comparison(
        "birth",
        "birth_year",
        (
            Level("same", "same day of birth", _same("birth"), 1),
            Level(
                "exchanged",
                "day and month exchanged",
                "birth_l = birth_swapped_r",
                1,
            ),
            Level(
                "age",
                f"same day and month, {AGE} years apart at most",
                f"birth_month_day_l = birth_month_day_r and {_YEARS_APART} <= {AGE}",
                1,
            ),
            Level(
                "two parts",
                "two of day, month and year agree",
                f"{_same('birth_month')} and {_same('birth_year')} or "
                f"{_same('birth_day')} and {_same('birth_year')}",
                1,
            ),
            Level(
                "lunar",
                "as far apart as the lunar and the solar calendar",
                f"{_DAYS_APART} between {LUNAR[0]} and {LUNAR[1]}",
                0,
            ),
            Level(
                "year",
                "same year, and one record gives no more",
                f"{_YEAR_ALONE} and {_same('birth_year')}",
                1,
            ),
            Level(
                "near",
                f"{AGE} years apart at most, and one record gives no more",
                f"{_YEAR_ALONE} and {_YEARS_APART} <= {AGE}",
                0,
            ),
            Level("other year", "same year, another day", _same("birth_year"), -1),
            Level("other", "born at another time", ELSE, -1),
        ),
    ),
    _names(
        "father",
        Level(
            "part",
            "same surname and one same syllable, or same initial",
            _shared("father_parts"),
            0,
        ),
    ),
    Comparison(
        "unit",
        "unit",
        (
            Level("same", "same unit", _same("unit"), 1, "unit"),
            Level("number", "same number of the unit", _same("unit_number"), 1),
            Level("other", "another unit", ELSE, -1),
        ),
    ),
    _places("province", "province"),
    Comparison(
        "paper",
        "paper",
        (
            Level("same", "same number of the paper", _same("paper"), 1),
            Level(
                "one digit",
                "numbers of the papers differ in one sign",
                "levenshtein(paper_l, paper_r) <= 1",
                1,
            ),
            Level("other", "papers with other numbers", ELSE, -1),
        ),
    ),
    _places("capture_place", "place of capture"),
    Comparison(
        "capture_month",
        "capture_month",
        (
            Level("same", "captured in one month", _same("capture_month"), 1),
            Level(
                "next",
                "captured a month apart",
                "abs(capture_month_l - capture_month_r) = 1",
                0,
            ),
            Level("other", "captured in other months", ELSE, -1),
        ),
    ),
    Comparison(
        "rank",
        "rank",
        (
            Level("same", "same rank", _same("rank"), 1, "rank"),
            Level("other", "another rank", ELSE, -1),
        ),
    ),
    Comparison(
        "sex",
        "sex",
        (
            Level("same", "same sex", _same("sex"), 0),
            Level("other", "another sex", ELSE, -1),
        ),
    ),
)
BY_FIELD = MappingProxyType({c.field: c for c in COMPARISONS})


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: the share of pairs that match, and m and u of every level.

    Attributes:
        prior: Probability that two records drawn at random are one person.
        levels: By field, then by code: (m, u).
    """

    prior: float
    levels: Mapping[str, Mapping[str, tuple[float, float]]]

    def bits(self, field: str, code: str) -> float:
        """Weigh a level in bits, before rarity is looked at."""
        m, u = self.levels[field][code]
        return log2(m / u)

    def as_json(self) -> str:
        """Write the model so that a person can read it and a later run can use it."""
        found = {
            "prior": self.prior,
            "levels": {
                field: {
                    code: {"m": m, "u": u, "bits": round(log2(m / u), 3)}
                    for code, (m, u) in levels.items()
                }
                for field, levels in self.levels.items()
            },
        }
        return json.dumps(found, indent=2, ensure_ascii=False)


APART: Final = 1e-4  # bits


def apart(
    levels: Mapping[str, tuple[float, float]],
) -> dict[str, tuple[float, float]]:
    """Move weights apart that are alike, and away from 0, by next to nothing."""
    taken, found = [0.0], {}
    for code, (learned, u) in levels.items():
        m = learned
        while any(abs(log2(m / u) - other) < APART for other in taken):
            m *= 2.0**APART
        taken.append(log2(m / u))
        found[code] = (m, u)
    return found


def gamma(field: str, code: str) -> int:
    """Number a level as Splink does: the last is 0, the first the highest."""
    codes = [level.code for level in BY_FIELD[field].levels]
    return len(codes) - 1 - codes.index(code)


def rated(fields: Sequence[str]) -> tuple[str, ...]:
    """Name the columns whose rarity counts."""
    return tuple(
        level.frequency
        for field in fields
        for level in BY_FIELD[field].levels
        if level.frequency is not None
    )


def share_of(column: str) -> str:
    """Name the column that says how often strangers bear a record's value."""
    return f"{column}_share"
