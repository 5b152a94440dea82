"""Which words stand where a text was changed? The table that we wrote."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

LANGUAGES: Final = ("en", "ko", "uk", "ru")
# A particle has one form after a vowel and another after a consonant.
PARTICLES: Final = {"은": "는", "이": "가", "을": "를", "과": "와", "으로": "로"}
CLOSED: Final = {**{a: a for a in PARTICLES}, **{b: a for a, b in PARTICLES.items()}}
PARTICLE: Final = re.compile(rf"({'|'.join(sorted(CLOSED, key=len)[::-1])})(?![가-힣])")
FIRST, FINALS, RIEUL = 0xAC00, 28, 8


@cache
def words() -> dict[str, dict[str, dict[str, str]]]:
    """Read the table: part, language, key, words."""
    text = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)
    return found


def mask(field: str, language: str) -> str:
    """Say that something was taken out."""
    said = words()["mask"][language]
    return said.get(field, said["other"])


def region(code: str | None, language: str) -> str | None:
    """Name a region by its code in the table of places, in brackets."""
    named = words()["region"][language].get(code or "")
    return named and f"[{named}]"


def general(key: str, language: str) -> str:
    """Give the general word for a soldier, a unit, a wound or a season."""
    return words()["general"][language][key]


@cache
def numbers(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the forms of "several", each with the number words it stands for."""
    return tuple(
        (form, re.compile(pattern, re.IGNORECASE))
        for form, pattern in words()["several"][language].items()
    )


def noun(key: str, surface: str, language: str) -> str:
    """Give "soldier" or "officer" in the number and case of the word that goes."""
    word = general(key, language)
    if language == "en":
        plural = surface.lower().endswith(("s", "men")) and len(surface) > len("ss")
        return general(f"{key}s", language) if plural else word
    if language == "ko":
        # 병사 and 군인 take the particles of words that end alike.
        same = key == "soldier" and _open(surface)
        return general("soldier_open", language) if same else word
    endings = words()["endings"][language]
    ended = (
        re.split(r"[\s-]", surface.lower())[0] if " " in surface else surface.lower()
    )
    longest = sorted(endings, key=len, reverse=True)
    return word + next((endings[end] for end in longest if ended.endswith(end)), "")


def with_particle(after: str, following: str) -> tuple[str, int]:
    """Fit a Korean particle to the word it now follows.

    Returns:
        The new words with the particle, and how many characters of the old one go.
    """
    found = PARTICLE.match(following)
    hangul = re.findall("[가-힣]", after)
    if found is None or not hangul:
        return after, 0
    closed = CLOSED[found[1]]
    opened = _open(hangul[-1]) or (closed == "으로" and _final(hangul[-1]) == RIEUL)
    return after + (PARTICLES[closed] if opened else closed), len(found[1])


def _open(word: str) -> bool:
    """Tell whether a Korean word ends in a vowel."""
    return _final(word[-1]) == 0


def _final(syllable: str) -> int:
    return (ord(syllable) - FIRST) % FINALS
