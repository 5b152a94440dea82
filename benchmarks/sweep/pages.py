"""Invented web pages in four languages: general, of the war, and of protected persons.

A page looks as pages do: head with scripts and data, menus, an article, links, footer.
Most are general (markets, weather, holidays), which the sieve should pass over; some
speak of the war, and a few tell of one protected person, by name and two details.
"""

import html
import random
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.sweep.people import WORDS
from safeconduct.disclosure import Person
from safeconduct.names.forwards import spellings

LANGUAGES = ("en", "ko", "uk", "ru")
MARKUP: Mapping[str, str] = WORDS["markup"]


@dataclass(frozen=True, slots=True)
class Kinds:
    """How many of a thousand pages speak of the war, and of protected persons."""

    war: int = 25
    told: int = 5


def page(
    number: int, chance: random.Random, persons: tuple[Person, ...], kinds: Kinds
) -> tuple[str, str | None]:
    """Write one page; tell which person it gives away, if any."""
    language = LANGUAGES[number % len(LANGUAGES)]
    draw = chance.randrange(1_000)
    person = chance.choice(persons) if draw < kinds.told else None
    body = [_paragraph(language, chance) for _ in range(chance.randint(4, 14))]
    if draw < kinds.war:
        body.insert(1, WORDS["war"][language].format(n=chance.randint(20, 300)))
    if person is not None:
        body.insert(2, _told(person, language))
    return _wrapped(language, body, chance), person and person.id


def _paragraph(language: str, chance: random.Random) -> str:
    words = WORDS["words"][language].split()
    return " ".join(chance.choices(words, k=chance.randint(30, 90))).capitalize() + "."


def _told(person: Person, language: str) -> str:
    name = person.names[0]
    if language != "ko":
        script = "latin" if language == "en" else "cyrillic"
        name = spellings(name, script, 1)[0].text
    told: str = WORDS["told"][language]
    return told.format(name=name, age=person.age, place=person.capture_place)


def _wrapped(language: str, body: list[str], chance: random.Random) -> str:
    title = _paragraph(language, chance)[:60]
    return _set(
        MARKUP["page"],
        language=language,
        title=title,
        scripts="".join(_piece("script", n, "", chance) for n in range(40)),
        menu="".join(_piece("item", n, language, chance) for n in range(60)),
        more="".join(_piece("card", n, language, chance) for n in range(30)),
        article="".join(f"<p>{html.escape(text, quote=False)}</p>" for text in body),
    )


def _piece(kind: str, n: int, language: str, chance: random.Random) -> str:
    text = _paragraph(language, chance)[:40] if language else ""
    made = _set(MARKUP[kind], text=text, k=str(chance.randrange(10**6)), n=str(n))
    return f"<script>{made}</script>" if kind == "script" else made


def _set(template: str, **values: str) -> str:
    for name, value in values.items():
        template = template.replace(f"@{name}", value)
    return template
