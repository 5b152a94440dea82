"""Which names, places, ranks and units are there to draw from?

The lists in `inventory/` are weighted: "김:21.5 이:14.7". What can be written in
several ways has a form for each script, "Hangul|Latin|Russian|Ukrainian:weight".
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.registers.slavic import russian_letters, ukrainian_letters

FOLDER = Path(__file__).parent / "inventory"
SCRIPTS = ("hangul", "latin", "russian", "ukrainian")
VARIANTS = 3  # ways in which a place may be written in one script
Objects = npt.NDArray[np.object_]
Ints = npt.NDArray[np.int64]


@cache
def read(name: str) -> dict[str, Any]:
    """Read one file of the inventory."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text())


@dataclass(frozen=True)
class Weighted:
    """Things with the chance of each."""

    items: Objects
    odds: npt.NDArray[np.float64]

    def draw(self, chance: np.random.Generator, count: int) -> Ints:
        """Draw places in the list."""
        return chance.choice(len(self.items), count, p=self.odds)


def weighted(text: str) -> Weighted:
    """Read a weighted list; what has no number weighs one."""
    pairs = [entry.partition(":")[::2] for entry in text.split()]
    weights = np.array([float(weight or 1) for _, weight in pairs])
    return Weighted(
        np.array([item for item, _ in pairs], dtype=object), weights / weights.sum()
    )


@dataclass(frozen=True)
class Given:
    """Given names of Koreans: two syllables drawn apart, one alone, or a whole name."""

    first: Weighted
    second: Weighted
    single: Weighted
    whole: Weighted
    singles: float  # share of names of one syllable
    wholes: float  # share of names drawn as popular ones

    def draw(self, chance: np.random.Generator, count: int) -> Objects:
        """Draw given names."""
        first, second = self.first.draw(chance, count), self.second.draw(chance, count)
        names: Objects = self.first.items[first] + self.second.items[second]
        kind = chance.random(count)
        alone = self.single.items[self.single.draw(chance, count)]
        popular = self.whole.items[self.whole.draw(chance, count)]
        names = np.where(kind < self.singles, alone, names)
        found: Objects = np.where(kind > 1 - self.wholes, popular, names)
        return found


@cache
def korean_given(side: str, sex: str) -> Given:
    """Read the given names of one half of Korea."""
    lists = read("korean")[side][sex]
    singles, wholes = {"north": (0.07, 0.12), "south": (0.02, 0.15)}[side]
    return Given(
        first=weighted(lists["first"]),
        second=weighted(lists["second"]),
        single=weighted(lists["single"]),
        whole=weighted(lists["whole"]),
        singles=singles,
        wholes=wholes,
    )


@cache
def korean_surnames(side: str) -> Weighted:
    """Read the surnames of one half of Korea."""
    return weighted(read("korean")["surnames"][side])


@dataclass(frozen=True)
class Cyrillic:
    """Names of one people: each in Russian and in Ukrainian, at the same place."""

    surnames: Weighted
    men: Weighted
    women: Weighted
    is_ukrainian: bool  # whether the items are Ukrainian, and the others Russian
    surnames_abroad: Objects
    men_abroad: Objects
    women_abroad: Objects


def _paired(text: str) -> tuple[Weighted, list[str]]:
    names = weighted(text)
    pairs = [item.partition("/")[::2] for item in names.items]
    home = np.array([a.lower() for a, _ in pairs], dtype=object)
    return Weighted(home, names.odds), [b.lower() for _, b in pairs]


def _long_tail(people: dict[str, Any], share: float) -> Weighted:
    """Add every stem with every ending to the surnames, rarer and rarer."""
    known = weighted(people["surnames"])
    stems, endings = people["stems"].split(), weighted(people["endings"])
    made = [stem + ending for stem in stems for ending in endings.items]
    tail = 1 / (10 + np.arange(len(stems)))
    odds = np.outer(tail / tail.sum(), endings.odds).ravel()
    items = [item.lower() for item in chain(known.items, made)]
    return Weighted(
        np.array(items, dtype=object),
        np.concatenate([known.odds * (1 - share), odds * share]),
    )


@cache
def cyrillic(people: str) -> Cyrillic:
    """Read the names of a people that writes Cyrillic."""
    is_ukrainian = people == "ukrainian"
    abroad = russian_letters if is_ukrainian else ukrainian_letters
    if people in {"russian", "ukrainian"}:
        lists = read("slavic")[people]
        surnames = _long_tail(lists, share=0.45)
        men, men_abroad = _paired(lists["men"])
        women, women_abroad = _paired(lists["women"])
    else:
        lists = read("peoples")[people]
        surnames = _small(weighted(lists["surnames"]))
        men = _small(weighted(lists["men"]))
        men_abroad = [_given_abroad(name) for name in men.items]
        women, women_abroad = _paired(read("slavic")["russian"]["women"])
    return Cyrillic(
        surnames,
        men,
        women,
        is_ukrainian,
        *(
            np.array(found, dtype=object)
            for found in ([abroad(s) for s in surnames.items], men_abroad, women_abroad)
        ),
    )


def _small(names: Weighted) -> Weighted:
    return Weighted(
        np.array([n.lower() for n in names.items], dtype=object), names.odds
    )


@cache
def _russian_men() -> dict[str, str]:
    names, abroad = _paired(read("slavic")["russian"]["men"])
    return dict(zip(names.items, abroad, strict=True))


def _given_abroad(name: str) -> str:
    """Write a given name in Ukrainian: by its Ukrainian form, or letter by letter."""
    return _russian_men().get(name) or ukrainian_letters(name)


@dataclass(frozen=True)
class Forms:
    """Things that are written in several ways: an array of thing, script, variant."""

    written: Objects
    odds: dict[str, tuple[Ints, npt.NDArray[np.float64]]]  # of each list: places, odds

    def draw(self, which: str, chance: np.random.Generator, count: int) -> Ints:
        """Draw things of one list."""
        places, odds = self.odds[which]
        return chance.choice(places, count, p=odds)


def _forms(lists: dict[str, Weighted]) -> Forms:
    rows: list[list[list[str]]] = []
    odds = {}
    for name, things in lists.items():
        places = np.arange(len(rows), len(rows) + len(things.items))
        odds[name] = (places, things.odds)
        rows += [_scripts(item) for item in things.items]
    return Forms(np.array(rows, dtype=object), odds)


def _scripts(item: str) -> list[list[str]]:
    forms = [form.replace("_", " ").split("/") for form in item.split("|")]
    return [[form[i % len(form)] for i in range(VARIANTS)] for form in forms]


@cache
def places() -> Forms:
    """Read provinces and places of capture."""
    lists = {k: weighted(v) for k, v in read("places").items() if isinstance(v, str)}
    return _forms(lists)


@cache
def ranks() -> Forms:
    """Read the ranks, the lowest first."""
    return _forms({k: weighted(v) for k, v in read("places")["ranks"].items()})


@cache
def units() -> Forms:
    """Read the units: every number of an army with the ways to write such a unit."""
    found = read("places")["units"]
    lists = {}
    for army in ("north", "south", "russia", "ukraine"):
        numbers = weighted(found[f"{army}_numbers"])
        items = [_numbered(found[army], number) for number in numbers.items]
        lists[army] = Weighted(np.array(items, dtype=object), numbers.odds)
    return _forms(lists)


def _numbered(forms: str, number: str) -> str:
    """Put a number into the forms of a unit, in English with the right ending."""
    end = {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    end = "th" if number[-2:] in {"11", "12", "13"} else end
    return forms.replace("#th", number + end).replace("#", number)
