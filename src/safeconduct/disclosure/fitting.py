"""Does what a text says fit what the register knows?

Each comparison gives a level: NO (a contradiction), COULD (one of them is unknown or
too vague), NEAR (almost, as an age a year off), YES.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import product
from typing import Any

from safeconduct.disclosure.details import Field
from safeconduct.disclosure.details.wishes import wish_code
from safeconduct.disclosure.details.words import (
    Place,
    place_value,
    roles,
    unit_value,
    wounds,
)
from safeconduct.disclosure.folding import fold, fold_hangul
from safeconduct.disclosure.persons import Person
from safeconduct.disclosure.tables import finder

NO, COULD, NEAR, YES = -1, 0, 1, 2
SLACK = 1
"""Years by which an age may differ: a birthday lies between record and report."""
REPORTED = (2022, 2027)
"""Years in which reports on this war appear; bounds an age from a date of birth."""
ANYBODYS = frozenset({"loader", "storm"})
"""What soldiers of any post do: "he was carrying ammunition"."""
KIN_POSTS = (
    frozenset({"infantry", "rifleman", "storm"}),
    frozenset({"scout", "special", "sniper"}),
    frozenset({"artillery", "mortar", "loader", "antiair"}),
    frozenset({"driver", "tank", "mechanic"}),
    frozenset({"grenadier", "machine_gunner", "rifleman"}),
)


def trait_of(field: Field, person: Person) -> Any:
    """Read one field of a record as `level` compares it; None if unknown."""
    if field is Field.AGE:
        return _age(person)
    if field is Field.NATIONALITY:
        return nation_of(person)
    text = getattr(person, field.value)
    return READ[field](text) if text else None


def _age(person: Person) -> tuple[int, int] | None:
    if person.age is not None:
        return person.age, person.age
    if person.birth_date is None:
        return None
    first, last = REPORTED
    if person.capture_month is not None:
        first = last = person.capture_month[0]
        last += SLACK
    return first - person.birth_date.year - 1, last - person.birth_date.year


def role_values(text: str) -> frozenset[Any]:
    """Read a register's role; a post that no table knows is compared by its sound."""
    found = frozenset(detail.value for detail in roles(text))
    return found or frozenset({("post", "".join(fold_hangul(text)) or fold(text))})


def injury_values(text: str) -> frozenset[Any]:
    """Read a register's injury as pairs of part and harm."""
    found: set[Any] = {detail.value for detail in wounds(text)}
    parts = {m.lastgroup for m in finder("wounds", "part").finditer(text)}
    known = {value[0] for value in found}
    harms = [m.lastgroup for m in finder("wounds", "harm").finditer(text)]
    harm = harms[0] if harms else None
    found |= {(part, harm) for part in parts - known}
    return frozenset(found or ({(None, harm)} if harm else set()))


SOFT_C = re.compile(r"c(?=[eiy])", re.IGNORECASE)
"""A letter that other scripts write as they hear it: Cienfuegos, Сьєнфуегос."""


def known_place(text: str) -> Place | None:
    """Read a register's place, as it is written and as a soft c is heard."""
    value = _known_place(text)
    if value is None or SOFT_C.search(text) is None:
        return value
    heard = _known_place(SOFT_C.sub("s", text))
    sounds = f"{value.sounds} {heard.sounds}" if heard else value.sounds
    return Place(value.region, town=value.town, sounds=sounds)


def _known_place(text: str) -> Place | None:
    """Read the town before a comma too, if no table knows it."""
    value = place_value(text)
    town, comma, _ = text.partition(",")
    if value is None or value.town or not comma:
        return value
    own = place_value(town)
    if own is None or not own.town or own.region is not None:
        return value
    return Place(value.region, town=True, sounds=own.sounds)


READ: dict[Field, Callable[[Any], Any]] = {
    Field.ROLE: role_values,
    Field.UNIT: unit_value,
    Field.CAPTURE_PLACE: known_place,
    Field.CAPTURE_MONTH: lambda month: month,
    Field.INJURY: injury_values,
    Field.HOME: known_place,
    Field.WISH: wish_code,
}


def level(field: Field, told: Any, known: Any) -> int:
    """Compare what a text tells with what the register knows of one field."""
    if told is None or known is None:
        return COULD
    return LEVELS[field](told, known)


HANGUL = re.compile("[가-힣]")
KOREAN = "Korean"
"""Of whom no nationality is kept, and whose name is written in Korean letters."""


def nation_of(person: Person) -> str | None:
    """Return the nationality of a person, or what his names tell of it."""
    if person.nationality is not None:
        return person.nationality
    return KOREAN if any(map(HANGUL.search, person.names)) else None


def _nations(told: Any, known: Any) -> int:
    if known == KOREAN:
        return COULD if told in {"PRK", "KOR"} else NO
    return YES if told == known else NO


def _ages(told: Any, known: Any) -> int:
    if told[0] == "born":
        # A record with an age alone knows the year within the reports' years.
        first, last = REPORTED[0] - told[1] - 1, REPORTED[1] - told[1]
        return COULD if first <= known[1] and known[0] <= last else NO
    if told[0] <= known[1] and known[0] <= told[1]:
        return YES
    gap = max(told[0] - known[1], known[0] - told[1])
    return NEAR if gap <= SLACK else NO


def _roles(told: Any, known: Any) -> int:
    if told in known:
        return YES
    same_kind = {code for kind, code in known if kind == told[0]}
    if not same_kind:
        return COULD
    if told[0] == "rank":
        return NO
    if told[1] in ANYBODYS or same_kind <= ANYBODYS:
        return COULD
    if any(told[1] in kin and same_kind & kin for kin in KIN_POSTS):
        return COULD
    return NO


def _units(told: Any, known: Any) -> int:
    if told & known:
        return YES
    numbers = [{w for w in side if w.isdigit()} for side in (told, known)]
    return NO if all(numbers) else COULD


def _months(told: Any, known: Any) -> int:
    year, months = told
    if year is not None and year != known[0]:
        return NO
    if known[1] not in months:
        return NO
    return YES if len(months) < 12 else COULD  # noqa: PLR2004


def _places(told: Place, known: Place) -> int:
    if told.sounds and sounds_alike(told.sounds, known.sounds):
        return YES
    if told.region and known.region:
        if told.region != known.region:
            return NO
        return NO if told.town and known.town else COULD if told.town else YES
    if told.region or known.region:
        return COULD
    return NO


STEM, INFLECTED = 3, 2
"""Consonants that a place keeps at least, and that an inflected end may add."""
DOUBLED = re.compile(r"(.)\1")
"""A consonant that one script writes twice, as Hangul does between vowels."""
MAYBES = 3
"""Sounds of a word that may be none, at most; of more, all are."""


def sounds_alike(one: str, other: str) -> bool:
    """Whether a word of one is a word of the other, but for an inflected end."""
    for a in plain(one):
        for b in plain(other):
            short, long = sorted((a, b), key=len)
            if short == long or (
                len(short) >= STEM
                and long.startswith(short)
                and len(long) - len(short) <= INFLECTED
            ):
                return True
    return False


@lru_cache(maxsize=1 << 14)
def plain(sounds: str) -> tuple[str, ...]:
    """Part sounds into words, without what one script writes and another cannot.

    A word with a sound that may be none, a capital letter, is told in both ways.
    """
    found = []
    for word in sounds.replace("f", "p").split():
        ways = [(c.lower(), "") if c.isupper() else (c,) for c in word]
        few = sum(map(len, ways)) - len(ways) <= MAYBES
        every = product(*ways) if few else [[way[0] for way in ways]]
        whole, *shorter = (DOUBLED.sub(r"\1", "".join(each)) for each in every)
        found += [whole, *(each for each in shorter if len(each) >= STEM)]
    return tuple(dict.fromkeys(found))


LARGER = {"leg": {"hip"}, "face": {"jaw"}}
"""Parts of the body within a larger one that a report may name instead."""


def _injuries(told: Any, known: Any) -> int:
    part, harm = told
    parts = {each for each, _ in known if each}
    if part is None or not parts:
        return YES if harm in {h for _, h in known} else COULD
    if part in parts or (None, harm) in known or parts & LARGER.get(part, set()):
        return YES
    near = (
        {"jaw", "face", "head", "neck"},
        {"arm", "hand", "shoulder"},
        {"leg", "foot", "hip"},
    )
    return COULD if any(part in kin and parts & kin for kin in near) else NO


def _wishes(told: Any, known: Any) -> int:
    return YES if told == known else COULD


LEVELS: dict[Field, Callable[[Any, Any], int]] = {
    Field.NATIONALITY: _nations,
    Field.AGE: _ages,
    Field.ROLE: _roles,
    Field.UNIT: _units,
    Field.CAPTURE_PLACE: _places,
    Field.CAPTURE_MONTH: _months,
    Field.INJURY: _injuries,
    Field.HOME: _places,
    Field.WISH: _wishes,
}
