"""Invented protected persons and unrelated documents, from a seed."""

# ruff: noqa: E501, S311
from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from benchmarks.registers.plan import MIXES, Plan
from benchmarks.registers.register import register
from safeconduct.disclosure import Person

SURNAMES = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허남심로하곽성차주우구민진지엄채원천방공현함변염"
SYLLABLES = "철광은영성금명혁수남일국호진학룡복정동경길석훈범태원민준현우지승재윤기창덕봉선옥순희만근용상문종"
ROLES = ("rifleman", "sniper", "driver", "medic", "machine gunner", "scout", "sapper")
PLACES = ("Kursk", "Belgorod", "Bakhmut", "Avdiivka", "Vovchansk", "Mariupol")
SUBJECTS = (
    "The city council", "A football club", "The ministry of energy", "Researchers",
    "The orchestra", "A bakery", "The harbour authority", "Hospital staff",
)  # fmt: skip
VERBS = ("announced", "discussed", "presented", "postponed", "celebrated", "opened")
OBJECTS = (
    "a new library", "the annual budget", "a second tram line", "its summer season",
    "an exhibition of old maps", "repairs to the northern bridge", "lower fees",
)  # fmt: skip
WAR = (
    "Negotiators discussed the exchange of prisoners of war on Tuesday.",
    "The army said it had captured two villages and 14 soldiers near Bakhmut.",
    "President Kim spoke about soldiers captured abroad.",
    "A 34-year-old driver was injured in the leg in an accident in Kursk.",
    "So, the general asked, who will care for the wounded captives?",
    "Rights groups want asylum for those who surrender.",
)


def persons(size: int, seed: int = 7) -> tuple[Person, ...]:
    """Invent persons with Korean names and ordinary details."""
    dice = random.Random(seed)
    return tuple(
        Person(
            str(number),
            names=(dice.choice(SURNAMES) + "".join(dice.choices(SYLLABLES, k=2)),),
            nationality="PRK",
            age=dice.randint(18, 45),
            role=dice.choice(ROLES),
            capture_place=dice.choice(PLACES),
            capture_month=(dice.randint(2022, 2026), dice.randint(1, 12)),
        )
        for number in range(size)
    )


def registered(size: int, mix: str, seed: int = 7) -> tuple[Person, ...]:
    """Take persons of a people, or a mix, from the independent generator.

    The names are as three clerks in four scripts wrote them; a second name is that of
    other papers.
    """
    records, _ = register(Plan(size, size, seed, MIXES[mix]))
    columns = "name", "other_name", "birth", "unit", "rank", "capture_place"
    return tuple(
        Person(
            str(number),
            names=(name,) if name else (),
            false_names=(other,) if other else (),
            birth_date=_date(birth),
            unit=unit,
            role=rank,
            capture_place=place,
            capture_month=_month(month),
        )
        for number, (name, other, birth, unit, rank, place, month) in enumerate(
            records.select(*columns, "capture_month").iter_rows()
        )
    )


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None  # a year, or a year and a month, tells no age


def _month(text: str | None) -> tuple[int, int] | None:
    if not text:
        return None
    year, month = map(int, text.split("-")[:2])
    return year, month


def documents(size: int, *, war: float, seed: int = 8) -> Iterator[str]:
    """Invent unrelated documents of some 3,000 characters, a share of them on war."""
    dice = random.Random(seed)
    given = (
        "Anna",
        "Peter",
        "Min-jun",
        "Olena",
        "Sergei",
        "Maria",
        "Chol-su",
        "Un-hye",
    )
    names = (
        "Novak",
        "Schmidt",
        "Kim",
        "Park",
        "Kovalenko",
        "Ivanov",
        "Lee",
        "Han",
        "So",
    )
    for _ in range(size):
        lines = [
            f"{dice.choice(SUBJECTS)} {dice.choice(VERBS)} {dice.choice(OBJECTS)}",
            "",
        ]
        for _ in range(30):
            speaker = f"{dice.choice(given)} {dice.choice(names)}"
            lines.append(
                f"{dice.choice(SUBJECTS)} {dice.choice(VERBS)} {dice.choice(OBJECTS)}, "
                f"said {speaker}, {dice.randint(25, 70)}."
            )
        if dice.random() < war:
            lines[5:5] = dice.sample(WAR, 4)
        yield "\n".join(lines)
