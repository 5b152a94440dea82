"""In which words does the law speak: English, Korean, Ukrainian, Russian?

The texts stand in `texts/*.toml`, the four languages of one text beside each other, so
that a native lawyer reviews a change as a diff. The English of norms, facts, acts and
predicates is repeated from where they are declared; a test compares the two, so nobody
changes an English sentence and leaves three old translations behind.
"""

import re

from safeconduct.law.period import MONTHS, Period
from safeconduct.law.wording.korean import fitted
from safeconduct.law.wording.texts import (
    ENGLISH,
    LANGUAGES,
    NoWording,
    provisions,
    table,
    text,
    versions,
)

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "NoWording",
    "act",
    "citation",
    "cited",
    "clock",
    "deadline",
    "limit",
    "norm",
    "predicate",
    "provision",
    "question",
    "state",
    "states",
    "term",
]

# `{GCIII-7}` in a text cites another provision.
CITES = re.compile(r"\{([A-Z0-9][A-Za-z0-9-]+)\}")


def norm(name: str, language: str, *, act: str = "", english: str = "") -> str:
    """Say what a norm says.

    Args:
        name: Its name, `GCIII-118-1/duty`.
        language: One of `LANGUAGES`.
        act: The letter of the option, where a norm of this name speaks differently
            about different options.
        english: Its English wording, if the text of exactly that version is wanted. A
            version without translation is answered in English: an old text stands
            rather than a wrong one.

    Raises:
        NoWording: No text of that norm is on file.
    """
    found = versions(name)
    if english:
        exact = [one for one in found if one.by_language[ENGLISH] == english]
        return text(exact[0].by_language, language) if exact else english
    for version in found:
        if not act or not version.acts or act in version.acts:
            return text(version.by_language, language)
    raise NoWording("norm", f"{name} ({act})" if act else name)


def question(name: str, language: str, states: tuple[str, ...] = ()) -> str:
    """Put the question of a fact.

    Args:
        name: The fact, plain or about States: `risk.torture`, `risk.torture[KP]`.
        language: One of `LANGUAGES`.
        states: The States by their short names, if the name does not hold them; who is
            not named is "that State".
    """
    stem, _, inside = name.partition("[")
    entry = table("facts", stem)
    named = states or tuple(s for s in inside.removesuffix("]").split("->") if s)
    # `[d]` as in the dictionary stands for a State nobody has named.
    places = ["?" if one in {"", "d", "e", "S", "there"} else one for one in named]
    if "unnamed" in entry and all(one == "?" for one in places):
        return fitted(text(entry["unnamed"], language))
    words = {
        letter: state(places[index] if index < len(places) else "?", language)
        for index, letter in enumerate("de")
    }
    return fitted(text(entry, language).format(**words))


def predicate(name: str, language: str, *, so: bool = True) -> str:
    """Say as a clause that a predicate of the law holds, or that it does not."""
    both = table("predicates", name)
    return text(both["yes" if so else "no"], language)


def act(name: str, language: str) -> str:
    """Name an act."""
    return text(table("acts", name), language)


def citation(provision: str, language: str, *, english: str = "") -> str:
    """Cite a provision by its id; a citation not on file stays as it is written."""
    try:
        cited = table("citations", provision)
    except NoWording:
        if english:
            return english
        raise
    if english and cited[ENGLISH] != english:
        return english
    return text(cited, language)


def deadline(provision: str, language: str) -> str | None:
    """Say the time limit of a provision, or `None` if it has none."""
    try:
        return term(f"deadline.{provision}", language)
    except NoWording:
        return None


def provision(name: str, part: str, language: str) -> str:
    """Say a part of what a provision says; a part it does not have is empty.

    Args:
        name: Its id, `GCIII-70`.
        part: `condition`, `consequence`, `unknown`, `deadline` or `checked`.
        language: One of `LANGUAGES`.

    Raises:
        NoWording: No text of that provision is on file.
    """
    if name not in provisions():
        raise NoWording("provision", name)
    parts = provisions()[name]
    return cited(text(parts[part], language), language) if part in parts else ""


def cited(said: str, language: str) -> str:
    """Write the citation of each provision a text names, `{GCIII-7}`."""
    filled = CITES.sub(lambda match: citation(match.group(1), language), said)
    return fitted(filled)


def clock(name: str, language: str) -> str:
    """Say what a clock demands, by its name, `GCIII-70/week`."""
    return text(table("clocks", name), language)


def limit(kind: str, period: str, language: str) -> str:
    """Say how a clock limits: `within 3 months`.

    Args:
        kind: `at_most`, `at_least`, `at_once`, `every` or `floor`.
        period: ISO 8601, `P3M`; empty where none is given.
        language: One of `LANGUAGES`.
    """
    long = _period(Period.read(period), language) if period else ""
    return term(f"limit.{kind}", language, period=long)


def _period(period: Period, language: str) -> str:
    years, months = divmod(period.months, MONTHS)
    counted = {
        "year": years,
        "month": months,
        "day": period.days,
        "hour": period.hours,
    }
    return " ".join(
        term(f"unit.{unit}_{_number(n, language)}", language, n=n)
        for unit, n in counted.items()
        if n
    )


def _number(n: int, language: str) -> str:
    """Tell the form of a noun after a number (Unicode CLDR, plural rules).

    Ukrainian and Russian: 1, 21 is `one`; 2, 3, 24 is `few`; 5, 11, 30 is `many`.
    English: 1 is `one`, every other number `many`. Korean has one form.
    """
    if language == ENGLISH:
        return "one" if n == 1 else "many"
    teen = n % 100 in range(11, 15)
    if n % 10 == 1 and not teen:
        return "one"
    return "few" if n % 10 in range(2, 5) and not teen else "many"


def state(code: str, language: str) -> str:
    """Name a State; one that is not on file keeps its short name."""
    try:
        return text(table("states", code), language)
    except NoWording:
        return code


def states() -> tuple[str, ...]:
    """Return the short names of every State on file."""
    return tuple(code for code in table("states") if code != "?")


def term(key: str, language: str, **values: object) -> str:
    """Say a word of the law or of its pages.

    Args:
        key: Group and word, `status.OPEN`, `mode.must_not`, `office.tribunal`,
            `value.claim.status=open`, `instrument.gc3`.
        language: One of `LANGUAGES`.
        values: What its placeholders stand for.
    """
    group, _, word = key.partition(".")
    try:
        said = text(table("terms", group)[word], language)
    except KeyError:
        raise NoWording("term", key) from None
    return fitted(said.format(**values)) if values else said
