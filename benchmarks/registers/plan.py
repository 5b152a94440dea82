"""How large is a register, who is in it, and how often does what go wrong?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType

PEOPLES = (
    *("north", "south", "russian", "ukrainian", "tatar", "buryat", "tuvan"),
    *("chechen", "dagestani", "bashkir", "yakut", "chuvash"),
)
KOREANS = ("north", "south")
SOURCES = ("camp", "other camp", "red cross", "press", "state", "family")

_SMALL = {"tatar": 0.02, "buryat": 0.02, "tuvan": 0.02, "chechen": 0.01}
_SMALL |= {"dagestani": 0.02, "bashkir": 0.02, "yakut": 0.01, "chuvash": 0.01}
_FEW = {people: share / 6 for people, share in _SMALL.items()}
# Shares of the peoples in a register; they need not add up to one.
MIXES: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "north": {
            "north": 0.85,
            "south": 0.01,
            "russian": 0.08,
            "ukrainian": 0.04,
            **_FEW,
        },
        "mixed": {
            "north": 0.25,
            "south": 0.02,
            "russian": 0.32,
            "ukrainian": 0.28,
            **_SMALL,
        },
        "koreans": {"north": 0.8, "south": 0.2},
        "slavs": {"russian": 0.45, "ukrainian": 0.42, **_SMALL},
    }
)


@dataclass(frozen=True)
class Rates:
    """The share of records, unless a comment says of what else, to which it happens."""

    typing: float = 0.04  # one slip of the finger in the name
    half_heard: float = 0.05  # one syllable, or one sound, taken for another
    turned: float = 0.04  # not the order this clerk always writes
    surname_only: float = 0.01
    given_only: float = 0.005
    swapped_father: float = 0.005  # his father's name stands where his own should
    age_off: float = 0.05  # the year is one or two off
    korean_age: float = 0.04  # of Koreans: the age was counted the Korean way
    month_day: float = 0.015  # month and day change places, where both can be months
    lunar: float = 0.03  # of Koreans: the day is one of the lunar calendar
    year_only: float = 0.10
    month_only: float = 0.02
    age_only: float = 0.05  # the year is reckoned from an age
    birth_typing: float = 0.02  # one digit of the day or the year
    birth_missing: float = 0.08
    sex_missing: float = 0.05
    sex_wrong: float = 0.003
    province_missing: float = 0.20
    province_wrong: float = 0.03
    unit_missing: float = 0.15
    unit_garbled: float = 0.05  # a digit of its number
    unit_transferred: float = 0.06
    rank_missing: float = 0.25
    rank_off: float = 0.10  # one step up or down
    father_missing: float = 0.50
    paper_missing: float = 0.70
    paper_misread: float = 0.04  # of the numbers: a digit
    capture_missing: float = 0.20
    capture_off: float = 0.10  # one month off
    place_wrong: float = 0.08
    false_papers: float = 0.20  # of North Koreans: carry Russian papers
    false_name: float = 0.35  # of their records in camps: the papers were believed
    stated_kept: float = 0.60  # of those: his own name stands beside the false one
    same_source: float = 0.06  # of further records: from a source that has him already
    siblings: float = 0.01  # of persons: brother or sister of the one before
    namesakes: float = 0.01  # of persons: same name and nearly the same age

    def scaled(self, by: float) -> "Rates":
        """Make every rate so many times as high, at most .95."""
        found = {f.name: min(0.95, getattr(self, f.name) * by) for f in fields(self)}
        return replace(self, **found)


NOTHING_WRONG = Rates().scaled(0)


@dataclass(frozen=True)
class Plan:
    """What to generate. The same plan gives the same register, byte for byte."""

    persons: int
    records: int
    seed: int = 1
    mix: Mapping[str, float] = field(default_factory=lambda: MIXES["north"])
    rates: Rates = field(default_factory=Rates)
    piece: int = 100_000  # persons generated at a time; part of the plan

    def __post_init__(self) -> None:
        if not 1 <= self.persons <= self.records <= 5 * self.persons:
            raise ValueError("A person has 1 to 5 records: ask for N to 5 N records.")
        unknown = set(self.mix) - set(PEOPLES)
        if unknown or not sum(self.mix.values()) > 0:
            raise ValueError(
                f"Unknown peoples {sorted(unknown)}; known: {', '.join(PEOPLES)}."
            )

    def shares(self) -> list[tuple[int, int]]:
        """Cut into pieces of persons and records, each with 1 to 5 records a person."""
        cuts = [*range(0, self.persons, self.piece), self.persons]
        ends = [cut * self.records // self.persons for cut in cuts]
        return [
            (cut - before, end - start)
            for before, cut, start, end in zip(
                cuts, cuts[1:], ends, ends[1:], strict=False
            )
        ]
