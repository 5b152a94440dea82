"""Unrelated news of many kinds in four languages, from a seed.

Sport, markets, culture, courts, the war, and exchanges of prisoners: with common
Korean, Ukrainian and Russian names, ages, wounds and places, but of nobody protected.
"""

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from safeconduct.disclosure import Person

WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("unrelated.toml").read_text("utf-8")
)
LANGUAGES = ("en", "ko", "uk", "ru")
TOPICS = ("sport", "economy", "culture", "war", "exchange", "court")
SOLDIERS = ("rifleman", "sniper", "driver", "medic", "machine gunner", "sapper")
PLACES = ("Kursk", "Belgorod", "Bakhmut", "Avdiivka", "Vovchansk", "Mariupol")


def unrelated(size: int, seed: int = 11) -> Iterator[tuple[str, str, str]]:
    """Yield language, topic and text; every sixth text mixes two topics."""
    dice = random.Random(seed)  # noqa: S311  nothing is kept secret with it
    for number in range(size):
        language = LANGUAGES[number % len(LANGUAGES)]
        topic = TOPICS[number // len(LANGUAGES) % len(TOPICS)]
        lines = list(WORDS[language][topic]["lines"])
        if dice.random() < 1 / len(TOPICS):
            lines += WORDS[language][dice.choice(TOPICS)]["lines"]
        chosen = [dice.choice(lines) for _ in range(dice.randint(8, 20))]
        told = [_filled(line, language, dice) for line in chosen]
        title, paragraphs = told[0].rstrip("."), _paragraphs(told[1:], dice)
        yield language, topic, "\n\n".join([title, *paragraphs]) + "\n"


def strangers(size: int, seed: int = 12) -> tuple[Person, ...]:
    """Invent protected persons who share common names with the news."""
    dice = random.Random(seed)  # noqa: S311
    return tuple(_person(number, dice) for number in range(size))


def _person(number: int, dice: random.Random) -> Person:
    language = ("ko", "uk", "ru")[number % 3]
    return Person(
        f"U{number}",
        names=(_name(language, dice),),
        nationality={"ko": "PRK", "uk": "UKR", "ru": "RUS"}[language],
        age=dice.randint(18, 45),
        role=dice.choice(SOLDIERS),
        unit=f"{dice.randint(80, 120)}th Brigade",
        capture_place=dice.choice(PLACES),
        capture_month=(dice.randint(2022, 2026), dice.randint(1, 12)),
        injury=dice.choice(("leg", "arm", "jaw", None)),
    )


def _filled(line: str, language: str, dice: random.Random) -> str:
    script = language if language != "en" else dice.choice(("latin", "western"))
    return line.format(
        n=_name(script, dice),
        a=dice.randint(19, 49),
        p=dice.choice(WORDS["places"][language].split()),
        c=dice.randint(2, 300),
    )


def _name(script: str, dice: random.Random) -> str:
    listed: str = WORDS["names"][script]
    first, last = (part.split() for part in listed.split("|"))
    return dice.choice(first) + ("" if script == "ko" else " ") + dice.choice(last)


def _paragraphs(told: list[str], dice: random.Random) -> Iterator[str]:
    while told:
        size = dice.randint(1, 4)
        yield " ".join(told[:size])
        told = told[size:]
