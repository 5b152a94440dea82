"""Whom may a surname with initials name, or a given name with one?

Lists say `Прокопенко Ю. С.` and reports `Yu. S. Prokopenko`. The surname is found as
any surname is; here its bearers are asked whether their given name and patronymic begin
so, in any script: Ю is Y and Yu, О may be Aleksandr. Either part may be the one that is
written out: newspapers write `Yurii P.` of whom they do not want to name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from safeconduct.names import general
from safeconduct.names.errors import LIMIT

__all__ = ["Lettered", "bears", "lettered"]

_LETTER = r"(?:[A-ZА-ЯІЇЄҐЁ]|Y[aeiou]|I[aeu]|J[aeu]|Zh|Kh|Shch|[CS]h|Ts)\."
_SURNAME = r"[^\W\d_](?:[^\W\d_]|[’'ʼ-](?=[^\W\d_]))+"
BEFORE = re.compile(
    rf"(?<![\w.])(?P<letters>{_LETTER}[ \u00a0]?(?:{_LETTER}[ \u00a0]?)?)"
    rf"(?P<surname>(?=[A-ZÀ-ŽА-ЯІЇЄҐЁ]){_SURNAME})(?!\w)"
)
BEHIND = re.compile(
    rf"(?<![\w.])(?P<surname>(?=[A-ZÀ-ŽА-ЯІЇЄҐЁ]){_SURNAME}),?[ \u00a0]"
    rf"(?P<letters>{_LETTER}(?:[ \u00a0]?{_LETTER})?)(?!\w)"
)
TWO = 2  # words: a surname and a given name


@dataclass(frozen=True, slots=True)
class Lettered:
    """A surname with one initial or two.

    Attributes:
        start, end: Characters of the text.
        surname: As it stands there.
        letters: The initials, in their order.
    """

    start: int
    end: int
    surname: str
    letters: tuple[str, ...]


def lettered(text: str) -> Iterator[Lettered]:
    """Find surnames with initials before or behind them."""
    for pattern in (BEFORE, BEHIND):
        for match in pattern.finditer(text):
            letters = general.words(match["letters"])
            yield Lettered(*match.span(), match["surname"], letters)


def bears(names: Iterable[str], found: Lettered) -> bool:
    """Tell whether one of the names may be written so.

    Of a name without a patronymic the second initial is not asked.
    """
    begins = general.initials(found.surname.lower())
    return any(_fits(name, begins, found.letters) for name in names)


@lru_cache(maxsize=1 << 14)
def _fits(name: str, surname: frozenset[str], letters: tuple[str, ...]) -> bool:
    if len(name) > LIMIT or not letters:
        return False
    told, fathers = general.told(name)
    if len(told) < TWO:
        return False
    first, *second = map(general.initials, letters)
    for place, word in enumerate(told):
        if not general.initials(word) & surname:
            continue
        others = [*told[:place], *told[place + 1 :]]
        given = [each for each in others if general.initials(each) & first]
        if given and _second_fits(second, fathers, others):
            return True
    return False


def _second_fits(
    second: list[frozenset[str]], fathers: tuple[str, ...], others: list[str]
) -> bool:
    if not second or (not fathers and len(others) == 1):
        return True
    return any(general.initials(each) & second[0] for each in (*fathers, *others))
