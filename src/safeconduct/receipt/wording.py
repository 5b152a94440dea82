"""In which words do slip and checking page speak: English, Korean, Ukrainian, Russian?

The four languages of one text stand beside each other in `texts/*.toml`, so that
somebody who knows two of them can compare.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ENGLISH = "en"
LANGUAGES = ("en", "ko", "uk", "ru")
# What each language calls itself.
NAMES = {"en": "English", "ko": "한국어", "uk": "Українська", "ru": "Русский"}

_FOLDER = Path(__file__).parent / "texts"


def slip(language: str) -> Mapping[str, str]:
    """Give the texts of the slip, by their keys; English where there are none."""
    return _spoken("slip", language)


def page(language: str) -> Mapping[str, str]:
    """Give the texts of the checking page, by their keys."""
    return _spoken("page", language)


def _spoken(file: str, language: str) -> Mapping[str, str]:
    known = language if language in LANGUAGES else ENGLISH
    return {key: by_language[known] for key, by_language in _read(file).items()}


@cache
def _read(file: str) -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((_FOLDER / f"{file}.toml").read_text(encoding="utf-8"))
