"""Which given names are one name in two languages, and whose son is a patronymic's?

Володимир, Владимир and Vladimir are no spellings of one another, but one name. The
table is `given.tsv`; patronymics are made from it by the rules of Russian and
Ukrainian. That two names are of one class is its own, weaker kind of evidence, and the
explanation says so.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from safeconduct.names.general.letters import russian, script
from safeconduct.names.general.reading import cyrillic_of
from safeconduct.names.general.romanising import coarse, norms

__all__ = [
    "Given",
    "Kind",
    "begins",
    "begun",
    "classes",
    "ends_like_patronymic",
    "given",
]

Kind = Literal["full", "short", "patronymic"]
# Letters after which a given name begins to be recognised.
BEGUN = 3
# Readings of a Latin word that are tried on the table.
TRIED = 4
ENDINGS = {
    "cyrillic": ("вич", "вна", "чна", "віч", "ўна", "льич", "мич", "кич"),
    "latin": ("vich", "vych", "vitch", "wicz", "witsch", "vna", "vič", "vic", "wna"),
}
# Made by no rule: name, patronymics.
IRREGULAR = {
    "михаил": "михайлович михайловна",
    "павел": "павлович павловна",
    "пётр": "петрович петровна",
    "лев": "львович львовна",
    "яков": "яковлевич яковлевна",
    "илья": "ильич ильинична",
    "ілля": "ілліч ілліч іллівна іллович",
    "лука": "лукич лукинична лукич луківна",
    "кузьма": "кузьмич кузьминична кузьмович кузьмівна",
    "никита": "никитич никитична",
    "микита": "микитович микитівна",
    "микола": "миколайович миколаївна миколович миколівна",
    "игорь": "игоревич игоревна",
    "ігор": "ігорович ігорівна",
    "яків": "якович яківна",
    "федір": "федорович федорівна",
    "антін": "антонович антонівна",
    "лазарь": "лазаревич лазаревна",
    "григорій": "григорович григорівна",
    "іосіф": "іосіфавіч",
    "савва": "саввич саввична",
    "фома": "фомич фоминична",
    "сидір": "сидорович сидорівна",
    "прохір": "прохорович прохорівна",
    "прокіп": "прокопович прокопівна",
}
# How a name ends, how many letters go, what comes instead; the first that fits.
RULES = (
    ("ий", 2, "иевич ьевич иевна ьевна"),
    ("ій", 2, "ійович іївна"),
    ("й", 1, "евич евна йович ївна евіч"),
    ("ь", 1, "евич евна ьович ович івна"),
    ("о", 1, "ович овна івна"),
    ("а", 1, "ович овна івна ич ична"),
    ("я", 1, "ьич инична ьевич"),
    ("", 0, "ович овна івна авіч аўна"),
)


@dataclass(frozen=True, slots=True)
class Given:
    """What the table says about a word.

    Attributes:
        name: The class, by its Russian name.
        kind: The name itself, a short form, or the patronymic made from it.
    """

    name: str
    kind: Kind


@lru_cache(maxsize=1 << 15)
def given(word: str) -> tuple[Given, ...]:
    """Return what the table says about a word in either script, likeliest first."""
    table = classes()
    found = table.get(word, ())
    if found or script(word) == "other":
        return found
    if script(word) == "cyrillic":
        return table.get(russian(word), ())
    for cyrillic, _ in cyrillic_of(word)[:TRIED]:
        if cyrillic in table:
            return table[cyrillic]
    return ()


def begun(beginning: str) -> tuple[str, ...]:
    """Return the classes one of whose full forms begins so; three letters at least."""
    if len(beginning) < BEGUN:
        return ()
    found: dict[str, None] = {}
    forms = _sorted()
    for at in range(bisect_left(forms, beginning), len(forms)):
        if not forms[at].startswith(beginning):
            break
        for what in classes()[forms[at]]:
            if what.kind == "full":
                found[what.name] = None
    return tuple(found)


def begins(name: str) -> frozenset[str]:
    """Return the first letters of the keys of a class: Олександр and Александр, o a."""
    return _firsts().get(name, frozenset())


@lru_cache(maxsize=1)
def _firsts() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, all_ in classes().items():
        if script(form) == "cyrillic":
            for what in all_:
                if what.kind == "full":
                    found.setdefault(what.name, set()).add(coarse(russian(form))[:1])
    return {name: frozenset(firsts) for name, firsts in found.items()}


@lru_cache(maxsize=1)
def _sorted() -> list[str]:
    return sorted(classes())


def ends_like_patronymic(word: str) -> bool:
    """Whether a word has the ending of a patronymic; surnames may have it too."""
    kind = script(word)
    return kind != "other" and word.endswith(ENDINGS[kind])


@lru_cache(maxsize=1)
def classes() -> dict[str, tuple[Given, ...]]:
    """Read the table: every form that is known, in both scripts, to what it may be."""
    found: dict[str, dict[Given, None]] = {}
    for form, what in _forms():
        for written in (form, russian(form) or form, *_romanised(form)):
            found.setdefault(written, {})[what] = None
    return {form: tuple(sorted(all_, key=_rank)) for form, all_ in found.items()}


def _rank(what: Given) -> tuple[int, str]:
    return (("full", "patronymic", "short").index(what.kind), what.name)


def _romanised(form: str) -> tuple[str, ...]:
    return tuple(norms(form)) if script(form) == "cyrillic" else ()


def _forms() -> Iterator[tuple[str, Given]]:
    text = files(__package__).joinpath("given.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        sex, ru, uk, be, latin, short = (each.split(",") for each in line.split("\t"))
        name = ru[0]
        for form in (*ru, *uk, *be, *latin):
            if form:
                yield form, Given(name, "full")
        for form in short:
            if form:
                yield form, Given(name, "short")
        if sex == ["m"]:
            for form in (*ru, *uk, *be):
                for made in patronymics(form):
                    yield made, Given(name, "patronymic")


def patronymics(name: str) -> tuple[str, ...]:
    """Make the patronymics of a man's Cyrillic name, Russian and Ukrainian ways alike.

    The wrong one of two possible forms does no harm: nobody bears it.
    """
    if name in IRREGULAR:
        return tuple(IRREGULAR[name].split())
    for ending, cut, made in RULES:
        if name.endswith(ending):
            return tuple(name[: len(name) - cut] + each for each in made.split())
    return ()
