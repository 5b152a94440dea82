"""Who writes a record, and what are his habits?

A source has some sixty clerks. A clerk has one script for Koreans and one for others,
one way to spell, one order of the parts, one way to join and to capitalise them, and
keeps to all of it; the clerks of a register depend on its seed alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from benchmarks.registers import systems
from benchmarks.registers.habits import (
    Chance,
    choose,
    cyrillic_habit,
    latin_habit,
    often,
    respelled,
    ukrainian_habit,
)
from benchmarks.registers.inventories import SCRIPTS, VARIANTS
from benchmarks.registers.plan import SOURCES
from benchmarks.registers.slavic import LATIN
from benchmarks.registers.systems import System

CLERKS = 60  # of each source

SCRIPTS_FOR_KOREANS = {
    "camp": "hangul:12 latin:18 russian:35 ukrainian:35",
    "other camp": "hangul:10 latin:25 russian:30 ukrainian:35",
    "red cross": "latin:85 hangul:10 russian:5",
    "press": "latin:45 russian:25 hangul:25 ukrainian:5",
    "state": "hangul:75 latin:25",
    "family": "hangul:95 latin:3 russian:2",
}
SCRIPTS_FOR_OTHERS = {
    "camp": "russian:35 ukrainian:60 latin:5",
    "other camp": "russian:40 ukrainian:45 latin:15",
    "red cross": "latin:90 russian:10",
    "press": "russian:50 ukrainian:20 latin:30",
    "state": "latin:60 russian:40",
    "family": "russian:60 ukrainian:40",
}
LATIN_WAYS = {
    "camp": "through:35 habit:35 north:20 mccune:5 revised:5",
    "other camp": "through:30 habit:35 north:20 mccune:5 revised:10",
    "red cross": "habit:35 north:30 mccune:10 revised:15 through:10",
    "press": "north:35 habit:25 revised:20 mccune:20",
    "state": "revised:65 habit:35",
    "family": "habit:1",
}
BETWEEN = {
    "revised": "none:5 -:5",
    "mccune": "-:7 none:3",
    "north": "_:6 -:2 none:2",
    "habit": "-:4 none:3 _:3",
    "through": "_:6 none:3 -:1",
    "russian": "_:5 none:4 -:1",
    "ukrainian": "_:5 none:4 -:1",
    "hangul": "none:1",
}
SOUTHERN = {"state": 0.8, "press": 0.6, "family": 0.05}  # how many write 이 for 리
SOUTHERN_OF_OTHERS = 0.35


@dataclass(frozen=True)
class Clerk:
    """Somebody who fills in records, with his habits."""

    source: str
    script: str  # for Koreans
    script_for_others: str
    system: System  # for Koreans, in that script
    between: str  # between the syllables of a given name
    apart: bool  # in Hangul: whether surname and given name stand apart
    southern: bool  # whether northern names lose their ㄹ, in Hangul or in the South
    given_first: bool
    case: str
    way: str  # of Latin letters for Cyrillic
    base: str  # the language from which he goes to Latin: own, russian, ukrainian
    equivalents: bool  # whether he writes Владимир as Володимир, or by letters
    patronymic: str  # full, none or initials
    father_whole: bool  # whether the father stands with his surname
    variant: int  # of the ways to write places and units
    doubles: bool  # whether he notes the name in a second script
    plain: bool  # whether apostrophes and breves are left out
    spelled: dict[tuple[str, bool], str] = field(default_factory=dict, compare=False)

    def surname(self, hangul: str) -> str:
        """Spell a Korean surname in small letters."""
        return self._remembered(hangul, is_surname=True)

    def given(self, hangul: str) -> str:
        """Spell a Korean given name in small letters, joined as he joins."""
        return self._remembered(hangul, is_surname=False)

    def _remembered(self, hangul: str, *, is_surname: bool) -> str:
        key = (hangul, is_surname)
        if key not in self.spelled:
            self.spelled[key] = self._spell(hangul, is_surname=is_surname)
        return self.spelled[key]

    def _spell(self, hangul: str, *, is_surname: bool) -> str:
        if is_surname:
            text = systems.surname(hangul, self.system)
        else:
            syllables = systems.spelled(hangul, self.system)
            text = systems.joined(syllables, self.between, self.system)
        return text.translate(PLAIN) if self.plain else text


PLAIN = str.maketrans({"ŏ": "o", "ŭ": "u", "'": ""})
HANGUL = System({}, {}, {})


def clerks(seed: int) -> dict[str, list[Clerk]]:
    """Draw the clerks of every source."""
    chance = np.random.default_rng([seed, 0xC1E2])
    return {
        source: [_clerk(source, chance) for _ in range(CLERKS)] for source in SOURCES
    }


def passports(seed: int, count: int) -> list[Clerk]:
    """Draw how people spell their own name; of these only the spelling is used."""
    chance = np.random.default_rng([seed, 0x9A55])
    found = []
    for _ in range(count):
        system = latin_habit(chance)
        between = _between(choose(chance, "none:6 _:2 -:2"))
        found.append(_latin_clerk("state", "habit", system, between, chance))
    return found


def _clerk(source: str, chance: Chance) -> Clerk:
    script = choose(chance, SCRIPTS_FOR_KOREANS[source])
    way = choose(chance, LATIN_WAYS[source]) if script == "latin" else script
    between = _between(choose(chance, BETWEEN[way]))
    system = _system(way, chance)
    if script == "latin":
        return _latin_clerk(source, way, system, between, chance)
    return _draw(source, script, system, between, chance, given_first=0.02)


def _latin_clerk(
    source: str, way: str, system: System, between: str, chance: Chance
) -> Clerk:
    first = {"habit": 0.35, "revised": 0.1}.get(way, 0.05)
    return _draw(source, "latin", system, between, chance, given_first=first)


def _between(choice: str) -> str:
    return {"none": "", "_": " "}.get(choice, choice)


def _draw(
    source: str,
    script: str,
    system: System,
    between: str,
    chance: Chance,
    *,
    given_first: float,
) -> Clerk:
    """Draw the habits that do not depend on the system."""
    cases = {"latin": "title:60 upper:25 family:10 lower:5"}
    return Clerk(
        source=source,
        script=script,
        script_for_others=choose(chance, SCRIPTS_FOR_OTHERS[source]),
        system=system,
        between=between,
        apart=often(chance, 0.15),
        southern=often(chance, SOUTHERN.get(source, SOUTHERN_OF_OTHERS)),
        given_first=often(chance, given_first),
        case=choose(chance, cases.get(script, "title:80 upper:15 family:5")),
        way=choose(chance, " ".join(_odds_of_way(way) for way in LATIN)),
        base=choose(chance, "own:5 russian:3 ukrainian:2"),
        equivalents=often(chance, 0.7),
        patronymic=choose(chance, "full:55 none:35 initials:10"),
        father_whole=often(chance, 0.5),
        variant=int(chance.integers(0, VARIANTS)),
        doubles=often(chance, 0.1),
        plain=often(chance, 0.6),
    )


def _odds_of_way(way: str) -> str:
    odds: Mapping[str, float] = {"icao": 5, "press": 4, "kyiv": 4, "kyiv-press": 2}
    return f"{way}:{odds.get(way, 1)}"


def _system(way: str, chance: Chance) -> System:
    """Draw a clerk's system: a published one, or a habit of his own."""
    published = {
        "hangul": HANGUL,
        "mccune": systems.MCCUNE_REISCHAUER,
        "north": systems.NORTH_KOREAN,
    }
    drawn = {
        "habit": latin_habit,
        "revised": _revised,
        "through": _through,
        "russian": _russian,
        "ukrainian": _ukrainian,
    }
    return published[way] if way in published else drawn[way](chance)


def _revised(chance: Chance) -> System:
    is_strict = often(chance, 0.4)
    return systems.REVISED_NAMES if is_strict else systems.REVISED_OFFICES


def _through(chance: Chance) -> System:
    """Spell in Cyrillic, and that in Latin letters."""
    table = LATIN[choose(chance, "icao:3 press:4 kyiv:4")]
    return respelled(_cyrillic(chance), table)


def _russian(chance: Chance) -> System:
    which = choose(chance, "kontsevich:25 press:15 soviet:5 ear:55")
    known = {
        "kontsevich": systems.KONTSEVICH_NAMES,
        "press": systems.PRESS,
        "soviet": systems.SOVIET,
    }
    return known[which] if which in known else cyrillic_habit(chance)


def _ukrainian(chance: Chance) -> System:
    return systems.UKRAINIAN if often(chance, 0.3) else ukrainian_habit(chance)


def _cyrillic(chance: Chance) -> System:
    return _russian(chance) if often(chance, 0.5) else _ukrainian(chance)


__all__ = ["CLERKS", "SCRIPTS", "Clerk", "clerks", "passports"]
