"""Whom may a surname with initials name, or a given name with one?

Lists say `Прокопенко Ю. С.` and reports `Yu. S. Prokopenko`. The surname is found as
any surname is; here its bearers are asked whether their given name and patronymic begin
so, in any script: Ю is Y and Yu, О may be Aleksandr. Newspapers write `Yurii P.` of
whom they do not want to name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from safeconduct.disclosure.folding import bare, fold, stem
from safeconduct.names import general
from safeconduct.names.errors import LIMIT

__all__ = ["Lettered", "bears", "by_given", "given_forms", "hides", "lettered"]

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


@lru_cache(maxsize=1 << 16)
def given_forms(word: str) -> frozenset[str]:
    """Fold a word as it stands and without a case ending."""
    folded = fold(word)
    return frozenset({folded, stem(folded), bare(word)} - {""})


def by_given(names: Sequence[Iterable[str]]) -> Mapping[str, Sequence[int]]:
    """Index who has a word in a name of several, by its forms."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(names):
        words = {word for name in each for word in _words(name)}
        for form in {form for word in words for form in given_forms(word)}:
            found[form].append(number)
    return found


def hides(names: Iterable[str], found: Lettered) -> bool:
    """Tell whether one of the names is a given name and a surname that begins so."""
    if len(found.letters) != 1:
        return False
    said = given_forms(found.surname)
    letter = general.initials(found.letters[0])
    return any(
        given_forms(word) & said
        and any(general.initials(o.lower()) & letter for o in words if o is not word)
        for words in map(_words, names)
        for word in words
    )


def _words(name: str) -> list[str]:
    words = name.split() if len(name) <= LIMIT else []
    return words if len(words) >= TWO else []
