"""Are Slavic names found in whatever case a text has them?

Every surname of a list beside every given name, in four cases, in either order. Beside
our index the same forms are looked for word for word, and by RapidFuzz: the registered
name that is most like a form, if it is the right one and like enough.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from rapidfuzz import fuzz, process

from safeconduct.disclosure import Register
from safeconduct.disclosure.automaton import NameIndex
from safeconduct.disclosure.namings import named
from safeconduct.disclosure.persons import Person
from safeconduct.disclosure.variants import Form

ALIKE = 85
"""Of 100, from which RapidFuzz takes a form for a name."""


def inflected() -> Iterator[str]:
    """Yield a line for each language: how many forms are found, by us and by others."""
    lists = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    for language, words in lists.items():
        names, forms = [], []
        both = product(words["given"].items(), words["surnames"].items())
        for owner, ((given, its), (surname, cases)) in enumerate(both):
            names.append(f"{given} {surname}")
            for one, other in zip(its, cases, strict=True):
                forms += [(owner, f"{one} {other}"), (owner, f"{other} {one}")]
        # A register orders persons by their ids.
        people = [Person(f"{at:04}", (name,)) for at, name in enumerate(names)]
        index = Register(people).names
        ours = sum(_finds(index, at, form) for at, form in forms)
        plain = sum(names[at] in form for at, form in forms)
        fuzzy = sum(_is_most_like(names, at, form) for at, form in forms)
        yield (
            f"{language} names in four cases: {ours} of {len(forms)} found; "
            f"word for word {plain}, RapidFuzz {fuzzy}"
        )


def _is_most_like(names: list[str], owner: int, form: str) -> bool:
    _, alike, at = process.extractOne(form, names, scorer=fuzz.token_sort_ratio)
    return bool(at == owner and alike >= ALIKE)


def _finds(index: NameIndex, owner: int, form: str) -> bool:
    return any(
        hit.form is Form.FULL and owner in hit.owners
        for hit in named(f"Він згадав {form}.", index)
    )
