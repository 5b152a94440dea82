"""What stands in the records of these persons?

Each person has one to five records, from different sources, each written by one clerk
of its source. Columns are drawn with NumPy; names are written one by one.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from benchmarks.registers import births, inventories, slips, writing
from benchmarks.registers.clerks import CLERKS, Clerk
from benchmarks.registers.inventories import SCRIPTS, Forms, Ints, Objects
from benchmarks.registers.lives import Chance, Flags, Lives
from benchmarks.registers.names import Name
from benchmarks.registers.plan import KOREANS, PEOPLES, SOURCES, Rates

MOST = 5  # records of one person
# How readily a source has a Korean, and how readily somebody else.
REACH_OF_KOREANS = {
    "camp": 10,
    "other camp": 3,
    "red cross": 5,
    "press": 1.5,
    "state": 4,
    "family": 2,
}
REACH_OF_OTHERS = {
    "camp": 10,
    "other camp": 4,
    "red cross": 5,
    "press": 1,
    "state": 3,
    "family": 6,
}
# What a source never has.
LACKING = {
    "paper": {"press", "family"},
    "father": {"press"},
    "place": {"family"},
    "month": {"family"},
}
COPIED = 0.7  # of records of southerners, where the script is Latin
SAME_CLERK = 0.5  # of those a source registers twice
CAMPS = {"camp", "other camp"}
WHICH = {name: i for i, name in enumerate(SOURCES)}


class Desk:
    """The clerks of a register, in one list, and the passports of southerners."""

    def __init__(self, clerks: dict[str, list[Clerk]], passports: list[Clerk]) -> None:
        self.all = [clerk for source in SOURCES for clerk in clerks[source]]
        self.passports = passports
        scripts = {name: i for i, name in enumerate(SCRIPTS)}
        self.for_koreans = np.array([scripts[c.script] for c in self.all])
        self.for_others = np.array([scripts[c.script_for_others] for c in self.all])
        self.variant = np.array([clerk.variant for clerk in self.all])

    def forget(self) -> None:
        """Drop the spellings that are remembered, which would grow without end."""
        for clerk in [*self.all, *self.passports]:
            clerk.spelled.clear()


class Table:
    """The records being written: whose, by which clerk, in which script."""

    def __init__(
        self,
        of: Lives,
        who: Ints,
        clerk: Ints,
        desk: Desk,
        rates: Rates,
        chance: Chance,
    ) -> None:
        self.of, self.who, self.clerk = of, who, clerk
        self.desk, self.rates, self.chance = desk, rates, chance
        self.source = clerk // CLERKS
        people = of.people[who]
        self.is_korean = np.isin(people, [PEOPLES.index(name) for name in KOREANS])
        self.is_southern = people == PEOPLES.index("south")
        self.is_false, self.is_stated = self._false()
        scripts = np.where(
            self.is_korean, desk.for_koreans[clerk], desk.for_others[clerk]
        )
        self.script = scripts
        self.variant = desk.variant[clerk]
        self.believed = self.is_false & ~self.is_stated
        self.swapped = self.hit(rates.swapped_father)

    def __len__(self) -> int:
        return len(self.who)

    def hit(self, rate: float) -> Flags:
        """Draw to which records something happens."""
        return self.chance.random(len(self)) < rate

    def _false(self) -> tuple[Flags, Flags]:
        """Draw where false papers are believed, and where his own name is noted too."""
        has = np.array([alias is not None for alias in self.of.alias])[self.who]
        camps = np.isin(self.source, [WHICH[name] for name in CAMPS])
        false = has & camps & self.hit(self.rates.false_name)
        return false, false & self.hit(self.rates.stated_kept)

    def lacks(self, column: str, rate: float) -> Flags:
        """Draw where a column is empty; some sources never have it."""
        never = np.isin(self.source, [WHICH[name] for name in LACKING.get(column, ())])
        return never | self.hit(rate)


def allot(of: Lives, records: int, chance: Chance) -> Ints:
    """Tell how many records each person has: at least one, at most five."""
    persons = len(of)
    further = chance.choice(persons * (MOST - 1), records - persons, replace=False)
    return 1 + np.bincount(further // (MOST - 1), minlength=persons)


def assign(of: Lives, counts: Ints, rates: Rates, chance: Chance) -> tuple[Ints, Ints]:
    """Choose source and clerk of each record; return persons and clerks, shuffled."""
    who = np.repeat(np.arange(len(of)), counts)
    nth = np.arange(len(who)) - np.repeat(np.cumsum(counts) - counts, counts)
    order = _preferences(of, chance)
    source = order[who, nth]
    again = (nth > 0) & (chance.random(len(who)) < rates.same_source)
    source[again] = order[who[again], 0]
    clerk = source * CLERKS + chance.integers(0, CLERKS, len(who))
    first = np.cumsum(counts) - counts
    same = again & (chance.random(len(who)) < SAME_CLERK)
    clerk[same] = clerk[first[who[same]]]
    shuffled = chance.permutation(len(who))
    return who[shuffled], clerk[shuffled]


def _preferences(of: Lives, chance: Chance) -> Ints:
    """Order the sources for each person, weighted, without repeating one."""
    koreans = np.isin(of.people, [PEOPLES.index(name) for name in KOREANS])
    reach = [
        np.array([r[s] for s in SOURCES]) for r in (REACH_OF_OTHERS, REACH_OF_KOREANS)
    ]
    weights = np.where(koreans[:, None], reach[1], reach[0])
    drawn = chance.exponential(1.0, weights.shape) / weights
    found: Ints = np.argsort(drawn, axis=1)
    return found


def write(table: Table) -> pl.DataFrame:
    """Write every column but the numbers of the records."""
    own, other = _names(table)
    birth, precision = _births(table)
    text = pl.String
    return pl.DataFrame(
        {
            "source": pl.Series([SOURCES[i] for i in table.source], dtype=text),
            "name": pl.Series(own, dtype=text),
            "other_name": pl.Series(other, dtype=text),
            "birth": pl.Series(birth.tolist(), dtype=text),
            "birth_precision": pl.Series(precision.tolist(), dtype=text),
            "sex": pl.Series(_sex(table).tolist(), dtype=text),
            "province": pl.Series(_province(table).tolist(), dtype=text),
            "unit": pl.Series(_unit(table).tolist(), dtype=text),
            "rank": pl.Series(_rank(table).tolist(), dtype=text),
            "father": pl.Series(_father(table), dtype=text),
            "paper": pl.Series(_paper(table).tolist(), dtype=text),
            "capture_place": pl.Series(_place(table).tolist(), dtype=text),
            "capture_month": pl.Series(_month(table).tolist(), dtype=text),
        }
    )


class Entry(NamedTuple):
    """What is drawn about the name of one record."""

    who: int
    clerk: int
    aside: int  # the clerk in whose script a second name is
    parts: int
    twist: int
    heard: bool  # one sound was taken for another
    typed: bool
    turned: bool
    swapped: bool
    copied: bool  # from his own passport
    is_false: bool
    is_stated: bool


def _entries(table: Table) -> Iterator[Entry]:
    rates, count = table.rates, len(table)
    parts = np.full(count, writing.WHOLE)
    parts[table.hit(rates.surname_only)] = writing.SURNAME
    parts[table.hit(rates.given_only)] = writing.GIVEN
    colleague = table.chance.integers(0, CLERKS, count)
    columns = (
        table.who,
        table.clerk,
        table.source * CLERKS + colleague,
        parts,
        table.chance.integers(0, 2**62, count),
        table.hit(rates.half_heard),
        table.hit(rates.typing),
        table.hit(rates.turned),
        table.swapped,
        table.is_southern & table.hit(COPIED),
        table.is_false,
        table.is_stated,
    )
    return map(Entry._make, zip(*(c.tolist() for c in columns), strict=True))


def _names(table: Table) -> tuple[list[str | None], list[str | None]]:
    """Write the names, and the second names where there are any."""
    found: list[str | None] = []
    others: list[str | None] = []
    for entry in _entries(table):
        name = _name(entry, table)
        other = _other_name(entry, table)
        found.append(name)
        others.append(other if other != name else None)
    return found, others


def _own(entry: Entry, table: Table) -> Name:
    """Tell the name as the clerk understood it."""
    own: Name = table.of.name[entry.who]
    return writing.misheard(own, entry.twist) if entry.heard else own


def _passport(entry: Entry, table: Table) -> Clerk | None:
    return table.desk.passports[table.of.passport[entry.who]] if entry.copied else None


def _name(entry: Entry, table: Table) -> str:
    clerk, own = table.desk.all[entry.clerk], _own(entry, table)
    if entry.swapped:
        text = writing.father(own, clerk)
    else:
        text = writing.name(
            table.of.alias[entry.who] if entry.is_false else own,
            clerk,
            parts=entry.parts,
            turned=entry.turned,
            passport=_passport(entry, table),
        )
    return slips.mistyped(text, entry.twist // 7) if entry.typed else text


def _other_name(entry: Entry, table: Table) -> str | None:
    """Write the name he stated beside a false one, or his name in a second script."""
    clerk = table.desk.all[entry.clerk]
    if not entry.is_stated:
        if entry.is_false or not clerk.doubles:
            return None
        clerk = table.desk.all[entry.aside]
    return writing.name(_own(entry, table), clerk, passport=_passport(entry, table))


def _father(table: Table) -> list[str | None]:
    lacks = table.lacks("father", table.rates.father_missing) | table.believed
    return [
        None if lack else _father_in(entry, table)
        for lack, entry in zip(lacks.tolist(), _entries(table), strict=True)
    ]


def _father_in(entry: Entry, table: Table) -> str:
    """Write the father's name; where the names are swapped, his son's."""
    clerk, own = table.desk.all[entry.clerk], _own(entry, table)
    text = writing.name(own, clerk) if entry.swapped else writing.father(own, clerk)
    return slips.mistyped(text, entry.twist // 7) if entry.typed else text


def _births(table: Table) -> tuple[Objects, Objects]:
    of, who = table.of, table.who
    born = np.where(table.believed, of.alias_born[who], of.born[who])
    korean = table.is_korean & ~table.believed
    return births.written(born, of.captured[who], korean, table.rates, table.chance)


def _blank(values: Objects, lacks: Flags) -> Objects:
    found = values.copy()
    found[lacks] = None
    return found


def _form(forms: Forms, which: Ints, table: Table) -> Objects:
    found: Objects = forms.written[which, table.script, table.variant]
    return found


def _sex(table: Table) -> Objects:
    woman = table.of.woman[table.who] ^ table.hit(table.rates.sex_wrong)
    letters = np.where(woman, "F", "M").astype(object)
    return _blank(letters, table.hit(table.rates.sex_missing))


def _province(table: Table) -> Objects:
    of, who = table.of, table.who
    which = np.where(table.believed, of.alias_province[who], of.province[who])
    wrong = table.hit(table.rates.province_wrong)
    strangers = of.province[table.chance.integers(0, len(of), len(table))]
    which = np.where(wrong, strangers, which)
    lacks = table.hit(table.rates.province_missing)
    return _blank(_form(inventories.places(), which, table), lacks)


def _unit(table: Table) -> Objects:
    of, who, rates = table.of, table.who, table.rates
    moved = table.hit(rates.unit_transferred)
    # He is moved to where another of his people serves.
    others = _of_same_people(of, table.chance)[who]
    which = np.where(moved, of.unit[others], of.unit[who])
    found = _form(inventories.units(), which, table)
    garbled = np.flatnonzero(table.hit(rates.unit_garbled))
    twists = table.chance.integers(0, 2**40, len(garbled)).tolist()
    for i, twist in zip(garbled, twists, strict=True):
        found[i] = slips.misread(found[i], twist)
    return _blank(found, table.hit(rates.unit_missing))


def _of_same_people(of: Lives, chance: Chance) -> Ints:
    """Pair each person with another of the same people."""
    found = np.arange(len(of))
    for people in range(len(PEOPLES)):
        where = np.flatnonzero(of.people == people)
        found[where] = chance.permutation(where)
    return found


def _rank(table: Table) -> Objects:
    forms = inventories.ranks()
    which = table.of.rank[table.who]
    step = table.chance.choice([-1, 1], len(table))
    off = np.where(table.hit(table.rates.rank_off), step, 0)
    least, most = _bounds(forms, which)
    moved = np.clip(which + off, least, most)
    return _blank(_form(forms, moved, table), table.hit(table.rates.rank_missing))


def _bounds(forms: Forms, which: Ints) -> tuple[Ints, Ints]:
    """Tell the lowest and the highest rank of the army each rank is of."""
    least, most = np.zeros_like(which), np.zeros_like(which)
    for places, _ in forms.odds.values():
        where = np.isin(which, places)
        least[where], most[where] = places[0], places[-1]
    return least, most


def _paper(table: Table) -> Objects:
    of, who, rates = table.of, table.who, table.rates
    found: Objects = np.where(table.is_false, of.alias_paper[who], of.paper[who])
    misread = np.flatnonzero(table.hit(rates.paper_misread))
    twists = table.chance.integers(0, 2**40, len(misread)).tolist()
    for i, twist in zip(misread, twists, strict=True):
        found[i] = slips.misread(found[i], twist)
    return _blank(found, table.lacks("paper", rates.paper_missing))


def _place(table: Table) -> Objects:
    of, rates = table.of, table.rates
    wrong = table.hit(rates.place_wrong)
    strangers = of.place[table.chance.integers(0, len(of), len(table))]
    which = np.where(wrong, strangers, of.place[table.who])
    lacks = table.lacks("place", rates.capture_missing)
    return _blank(_form(inventories.places(), which, table), lacks)


def _month(table: Table) -> Objects:
    rates = table.rates
    off = np.where(
        table.hit(rates.capture_off), table.chance.choice([-1, 1], len(table)), 0
    )
    months = table.of.captured[table.who] + off.astype("timedelta64[M]")
    texts: npt.NDArray[np.object_] = np.datetime_as_string(months).astype(object)
    return _blank(texts, table.lacks("month", rates.capture_missing))
