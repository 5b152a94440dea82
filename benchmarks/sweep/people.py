"""Invented protected persons, as many as wanted; no list of real ones is asked."""

import random
import tomllib
from pathlib import Path
from typing import Any

from safeconduct.disclosure import Person

WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text("utf-8")
)
MONTHS = ((2024, 11), (2024, 12), (2025, 1), (2025, 2), (2025, 3), (2025, 4))


def invent(count: int, seed: int) -> tuple[Person, ...]:
    """Invent persons; the same seed invents the same ones."""
    chance = random.Random(seed)  # noqa: S311  nothing is kept secret with it
    parts = {
        key: value.split() if isinstance(value, str) else value
        for key, value in WORDS["people"].items()
    }
    return tuple(_person(number, chance, parts) for number in range(count))


def _person(number: int, chance: random.Random, parts: dict[str, list[str]]) -> Person:
    name = "".join(chance.choice(parts[key]) for key in ("surnames", "first", "second"))
    wounded = chance.random() < 0.7  # noqa: PLR2004  invented like the rest
    return Person(
        id=f"B-{number:06}",
        names=(name,),
        nationality="PRK",
        age=chance.randint(18, 45),
        role=chance.choice(parts["roles"]),
        unit=f"{chance.randint(80, 120)}th Brigade",
        capture_place=chance.choice(parts["places"]),
        capture_month=chance.choice(MONTHS),
        injury=chance.choice(parts["wounds"]) if wounded else None,
    )
