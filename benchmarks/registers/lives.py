"""Who are the persons: name, sex, birth, home, unit, rank, father, papers, capture?

Persons are drawn as columns. A few are brothers or namesakes of the one before them:
different persons with nearly the same data, which a linkage must keep apart.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.registers import inventories, names
from benchmarks.registers.habits import often
from benchmarks.registers.hangul import southern
from benchmarks.registers.inventories import Ints, Objects
from benchmarks.registers.plan import KOREANS, PEOPLES, Plan

Chance = np.random.Generator
Days = npt.NDArray[np.datetime64]
Flags = npt.NDArray[np.bool_]

HABITS = 300  # ways in which southerners spell their own name in a passport
# Age at capture, in years: least, most, and the mean and shape of a gamma in between.
AGES = {"north": (17, 48, 5.0, 1.6), "south": (19, 45, 6.0, 1.5)}
AGES_OF_OTHERS = (18, 62, 16.0, 2.6)
# Months of capture: first and last. North Koreans came in October 2024.
CAPTURES = {"north": ("2024-11", "2026-06"), "south": ("2022-06", "2026-06")}
CAPTURES_OF_OTHERS = ("2022-03", "2026-09")
WOMEN = {"north": 0.01, "south": 0.02, "ukrainian": 0.06}
WOMEN_OF_OTHERS = 0.015
ARMIES = {"north": "north", "south": "south", "ukrainian": "ukraine"}
TWINS = 0.03  # of siblings
SAME_UNIT = 0.4  # of siblings and namesakes: serve together
FALSE_PEOPLES = ("tuvan", "buryat", "yakut")  # whom the papers say a Korean is


@dataclass
class Lives:
    """Persons as columns of one length; places, units and ranks are numbers."""

    people: Ints
    woman: Flags
    born: Days
    captured: npt.NDArray[np.datetime64]  # months
    province: Ints
    unit: Ints
    rank: Ints
    place: Ints
    name: Objects  # names.Name
    paper: Objects
    passport: Ints  # the habit of his own passport
    alias: Objects  # a names.Cyrillic, or None without false papers
    alias_born: Days
    alias_province: Ints
    alias_paper: Objects
    like: Objects  # "", "sibling" or "namesake" of the person before

    def __len__(self) -> int:
        return len(self.people)


def lives(plan: Plan, count: int, chance: Chance) -> Lives:
    """Draw persons."""
    people = _peoples(plan, count, chance)
    like = _likes(plan, count, chance)
    for i in np.flatnonzero(like != ""):
        people[i] = people[i - 1]
    woman = chance.random(count) < _by_people(people, WOMEN, WOMEN_OF_OTHERS)
    captured = _captures(people, chance)
    drawn = Lives(
        people=people,
        woman=woman,
        born=_births(people, captured, chance),
        captured=captured,
        province=_provinces(people, chance),
        unit=_units(people, chance),
        rank=_ranks(people, chance),
        place=inventories.places().draw("captured", chance, count),
        name=_names(people, woman, chance),
        paper=_numbers(count, chance),
        passport=chance.integers(0, HABITS, count),
        **_aliases(plan, people, chance),
        like=like,
    )
    _liken(drawn, chance)
    return drawn


def _peoples(plan: Plan, count: int, chance: Chance) -> Ints:
    shares = np.array([plan.mix.get(people, 0.0) for people in PEOPLES])
    return chance.choice(len(PEOPLES), count, p=shares / shares.sum())


def _by_people(
    people: Ints, known: dict[str, float], other: float
) -> npt.NDArray[np.float64]:
    return np.array([known.get(name, other) for name in PEOPLES])[people]


def _likes(plan: Plan, count: int, chance: Chance) -> Objects:
    """Choose who is like the person before; the first cannot be."""
    drawn = chance.random(count)
    like = np.full(count, "", dtype=object)
    like[drawn < plan.rates.siblings] = "sibling"
    like[drawn > 1 - plan.rates.namesakes] = "namesake"
    like[0] = ""
    return like


def _captures(people: Ints, chance: Chance) -> npt.NDArray[np.datetime64]:
    spans = [CAPTURES.get(name, CAPTURES_OF_OTHERS) for name in PEOPLES]
    first = np.array([a for a, _ in spans], dtype="datetime64[M]")[people]
    last = np.array([b for _, b in spans], dtype="datetime64[M]")[people]
    # Most are captured in the first half of the time.
    share = chance.beta(1.3, 2.0, len(people))
    months = ((last - first).astype(np.int64) * share).astype(np.int64)
    found: npt.NDArray[np.datetime64] = first + months
    return found


def _births(people: Ints, captured: npt.NDArray[np.datetime64], chance: Chance) -> Days:
    ages = np.array([AGES.get(name, AGES_OF_OTHERS) for name in PEOPLES])[people]
    least, most, mean, shape = ages.T
    years = least + chance.gamma(shape, mean / shape)
    years = np.where(years > most, chance.uniform(least, most), years)
    days = (years * 365.25).astype(np.int64)
    found: Days = captured.astype("datetime64[D]") - days.astype("timedelta64[D]")
    return found


def _of_each(people: Ints) -> list[tuple[str, Ints]]:
    """List the peoples with the places at which they stand."""
    return [(name, np.flatnonzero(people == i)) for i, name in enumerate(PEOPLES)]


def _provinces(people: Ints, chance: Chance) -> Ints:
    found = np.zeros(len(people), dtype=np.int64)
    lists = {"russian": "russia", "ukrainian": "ukraine"}
    for name, where in _of_each(people):
        which = lists.get(name, name)
        found[where] = inventories.places().draw(which, chance, len(where))
    return found


def _units(people: Ints, chance: Chance) -> Ints:
    found = np.zeros(len(people), dtype=np.int64)
    for name, where in _of_each(people):
        army = ARMIES.get(name, "russia")
        found[where] = inventories.units().draw(army, chance, len(where))
    return found


def _ranks(people: Ints, chance: Chance) -> Ints:
    found = np.zeros(len(people), dtype=np.int64)
    for name, where in _of_each(people):
        which = name if name in KOREANS else "others"
        found[where] = inventories.ranks().draw(which, chance, len(where))
    return found


def _numbers(count: int, chance: Chance) -> Objects:
    """Draw the number of a paper: two letters and seven digits."""
    letters = np.array(
        [a + b for a in "ABCEHKMPTX" for b in "ABCEHKMPTX"], dtype=object
    )
    digits = chance.integers(1_000_000, 10_000_000, count).astype(str).astype(object)
    found: Objects = letters[chance.integers(0, len(letters), count)] + digits
    return found


def _names(people: Ints, woman: Flags, chance: Chance) -> Objects:
    found = np.empty(len(people), dtype=object)
    for name, where in _of_each(people):
        draw = korean_names if name in KOREANS else cyrillic_names
        for i, drawn in zip(where, draw(name, woman[where], chance), strict=True):
            found[i] = drawn
    return found


def korean_names(side: str, woman: Flags, chance: Chance) -> list[names.Name]:
    """Draw names of one half of Korea."""
    surnames = inventories.korean_surnames(side)
    men = inventories.korean_given(side, "men")
    surname = surnames.items[surnames.draw(chance, len(woman))]
    given = men.draw(chance, len(woman))
    if woman.any():
        women = inventories.korean_given(side, "women")
        given[woman] = women.draw(chance, int(woman.sum()))
    fathers = men.draw(chance, len(woman))
    spell = southern if side == "south" else str
    return [
        names.Korean(family, spell(own), spell(father))
        for family, own, father in zip(surname, given, fathers, strict=True)
    ]


def cyrillic_names(people: str, woman: Flags, chance: Chance) -> list[names.Name]:
    """Draw names of one people of Russia, or of Ukrainians."""
    known, count = inventories.cyrillic(people), len(woman)
    surname = known.surnames.draw(chance, count)
    given, father = known.men.draw(chance, count), known.men.draw(chance, count)
    hers = known.women.draw(chance, count)
    home = (
        known.surnames.items[surname],
        np.where(woman, known.women.items[hers], known.men.items[given]),
        known.men.items[father],
    )
    abroad = (
        known.surnames_abroad[surname],
        np.where(woman, known.women_abroad[hers], known.men_abroad[given]),
        known.men_abroad[father],
    )
    forms = (*abroad, *home) if known.is_ukrainian else (*home, *abroad)
    flags = [known.is_ukrainian] * count
    rows = zip(*forms, woman.tolist(), flags, strict=True)
    return [names.Cyrillic(*row) for row in rows]


def _aliases(plan: Plan, people: Ints, chance: Chance) -> dict[str, np.ndarray]:
    """Draw the false papers some North Koreans carry."""
    count = len(people)
    northern = people == PEOPLES.index("north")
    has = northern & (chance.random(count) < plan.rates.false_papers)
    alias = np.full(count, None, dtype=object)
    province = np.zeros(count, dtype=np.int64)
    which = chance.integers(0, len(FALSE_PEOPLES), count)
    for i, name in enumerate(FALSE_PEOPLES):
        where = np.flatnonzero(has & (which == i))
        drawn = cyrillic_names(name, np.zeros(len(where), dtype=bool), chance)
        for person, false in zip(where, drawn, strict=True):
            alias[person] = false
        province[where] = inventories.places().draw(name, chance, len(where))
    born = np.datetime64("1985-01-01") + chance.integers(0, 365 * 20, count)
    series = chance.integers(8100, 9900, count).astype(str).astype(object)
    number = chance.integers(100_000, 1_000_000, count).astype(str).astype(object)
    return {
        "alias": alias,
        "alias_born": born,
        "alias_province": province,
        "alias_paper": series + " " + number,
    }


def _liken(drawn: Lives, chance: Chance) -> None:
    """Make siblings and namesakes like the person before them."""
    for i in np.flatnonzero(drawn.like != ""):
        before = i - 1
        if drawn.like[i] == "sibling":
            drawn.name[i] = _sibling(drawn.name[before], drawn.name[i])
            drawn.province[i] = drawn.province[before]
            is_twin = often(chance, TWINS)
            apart = 0 if is_twin else int(chance.integers(330, 2200))
        else:
            drawn.woman[i] = drawn.woman[before]
            drawn.name[i] = drawn.name[before]._replace(father=drawn.name[i].father)
            apart = int(chance.integers(1, 500))
        drawn.born[i] = drawn.born[before] + np.timedelta64(apart, "D")
        if often(chance, SAME_UNIT):
            drawn.unit[i] = drawn.unit[before]


def _sibling(elder: names.Name, younger: names.Name) -> names.Name:
    """Give a sibling the surname, the father and, in Korea, a syllable of the elder."""
    if isinstance(elder, names.Korean) and isinstance(younger, names.Korean):
        given = elder.given[:1] + younger.given[1:]
        if len(given) != len(elder.given) or given == elder.given:
            given = younger.given
        return elder._replace(given=given)
    if isinstance(elder, names.Cyrillic) and isinstance(younger, names.Cyrillic):
        return elder._replace(
            given=younger.given, given_uk=younger.given_uk, woman=younger.woman
        )
    raise TypeError("Siblings are of one people.")
