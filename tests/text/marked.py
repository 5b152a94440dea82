"""Invented articles with their figures marked in the text, and how a reading is judged.

``{{over 300|(300,) killed soldier ~ + c v; …}}`` marks a figure: its text as an
annotator would cut it, then the interval (``=300`` for a single value, a round bracket
for an open end, nothing for no end), the role, the unit, and flags: ``~`` approximate,
``+`` additional, ``c`` corrected, ``v`` vague. After them ``base=…``,
``period=first/last`` and, last, ``who=…`` (the innermost speaker; it may hold spaces).
``{{…|restates}}`` marks a figure that the text has said or will say elsewhere.
Every other number in an article is no figure.

Articles of another hand than the grammar stand in ``second_*.toml`` and are `partial`:
role and unit may be ``-``, a unit ``people`` or ``things``, and a period or speaker
that no mark gives is not judged.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from safeconduct.text import Figure, FigureKind, Page, find_figures, read

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "ko", "uk", "ru")
MARK = re.compile(r"\{\{(?P<text>[^|{}]*)\|(?P<truth>[^{}]*)\}\}")
INTERVAL = re.compile(
    r"(?P<left>[(\[])(?P<low>[\d.]*),(?P<high>[\d.]*)(?P<right>[)\]])"
)
NEAR = 0.001
"""A third is written .3333; no other value is that close to another."""


@dataclass(frozen=True, slots=True)
class Truth:
    """A figure as the article's author means it; `None` bounds are unbounded."""

    start: int
    end: int
    text: str
    restates: bool = False
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    role: str = ""
    unit: str = ""
    flags: frozenset[str] = frozenset()
    base: str | None = None
    period: tuple[date | None, date | None] | None = None
    who: str = "author"
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """An invented article, without its marks, and the truth about its figures."""

    name: str
    language: str
    held_back: bool
    published: date | None
    text: str
    truths: tuple[Truth, ...]

    @property
    def page(self) -> Page:
        """The article as the reader gives it, dated as its author says."""
        return replace(read(self.text.encode()), published=self.published)


@dataclass(slots=True)
class Score:
    """Counts of figures in the truth, exact ones, and what went wrong, as sentences."""

    wanted: int = 0
    exact: int = 0
    valued: int = 0
    dated: int = 0
    credited: int = 0
    extra: int = 0
    wrong: list[str] = field(default_factory=list)


@cache
def articles(language: str, hand: str = "figures") -> tuple[Article, ...]:
    """Read the invented articles of a language, by the first or the "second" hand."""
    with (DATA / f"{hand}_{language}.toml").open("rb") as file:
        return tuple(_article(row, language) for row in tomllib.load(file)["article"])


def judge(chosen: Iterable[Article]) -> Score:
    """Compare the figures that are read with those that are marked."""
    score = Score()
    for article in chosen:
        _judge(article, score)
    return score


def _article(row: dict[str, object], language: str) -> Article:
    marked, plain, truths, at = str(row["text"]).strip(), "", [], 0
    for match in MARK.finditer(marked):
        plain += marked[at : match.start()]
        truth = _truth(match["text"], match["truth"], len(plain))
        truths.append(replace(truth, partial=bool(row.get("partial"))))
        plain += match["text"]
        at = match.end()
    published = row.get("published")
    return Article(
        str(row["name"]),
        language,
        bool(row.get("held_back")),
        published if isinstance(published, date) else None,
        plain + marked[at:],
        tuple(truths),
    )


def _truth(text: str, mark: str, start: int) -> Truth:
    end = start + len(text)
    if mark == "restates":
        return Truth(start, end, text, restates=True)
    mark, _, who = mark.partition("who=")
    interval, role, unit, *rest = mark.split()
    named = dict(item.split("=", 1) for item in rest if "=" in item)
    low, high, low_open, high_open = _interval(interval)
    return Truth(
        start,
        end,
        text,
        low=low,
        high=high,
        low_open=low_open,
        high_open=high_open,
        role=role,
        unit=unit,
        flags=frozenset(item for item in rest if "=" not in item),
        base=named.get("base"),
        period=_period(named["period"]) if "period" in named else None,
        who=who.strip() or "author",
    )


def _interval(text: str) -> tuple[float | None, float | None, bool, bool]:
    if text.startswith("="):
        return float(text[1:]), float(text[1:]), False, False
    match = INTERVAL.fullmatch(text)
    assert match, f"{text} is no interval"
    low, high = (float(match[end]) if match[end] else None for end in ("low", "high"))
    return (
        low,
        high,
        low is not None and match["left"] == "(",
        high is not None and match["right"] == ")",
    )


def _period(text: str) -> tuple[date | None, date | None]:
    first, _, last = text.replace(",", "/").partition("/")
    return (
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )


def _judge(article: Article, score: Score) -> None:
    found = [
        figure
        for figure in find_figures(article.page)
        if figure.kind is not FigureKind.AGE
    ]
    for truth in article.truths:
        over = [f for f in found if f.start < truth.end and truth.start < f.end]
        found = [figure for figure in found if figure not in over]
        if truth.restates:
            continue
        score.wanted += 1
        faults = list(_faults(truth, over[0])) if over else ["missing"]
        score.exact += not {"missing", "value", "role", "unit"} & set(faults)
        score.valued += not {"missing", "value"} & set(faults)
        score.dated += not {"missing", "period"} & set(faults)
        score.credited += not {"missing", "who"} & set(faults)
        if faults:
            score.wrong.append(
                f"{article.name}: {truth.text!r}: {', '.join(faults)}"
                + (f" {_shown(over[0])}" if over else "")
            )
    for figure in found:
        if not figure.restates:
            score.extra += 1
            score.wrong.append(
                f"{article.name}: {figure.text!r}: extra {_shown(figure)}"
            )


def _faults(truth: Truth, figure: Figure) -> Iterator[str]:
    if not _same_value(truth, figure):
        yield "value"
    if truth.role not in {figure.role, "-"}:
        yield "role"
    if not _same_unit(truth.unit, figure.unit or ""):
        yield "unit"
    if "c" in truth.flags and not figure.corrected:
        yield "corrected"
    period = figure.period and (figure.period.start, figure.period.end)
    if period != truth.period and not (truth.partial and truth.period is None):
        yield "period"
    if truth.base is not None and not _alike(truth.base, figure.base or ""):
        yield "base"
    silent = truth.partial and truth.who == "author"
    if not silent and not _alike(truth.who, figure.attribution[-1].who):
        yield "who"


def _same_unit(truth: str, unit: str) -> bool:
    people = unit in {"soldier", "person"}
    if truth in {"people", "things"}:
        return people == (truth == "people")
    return truth == "-" or unit[:4].lower() == truth[:4].lower()


def _same_value(truth: Truth, figure: Figure) -> bool:
    ends = all(
        (mine is None) == (other is None)
        and (
            mine is None
            or other is None
            or abs(float(other) - mine) <= NEAR * max(mine, 1e-9)
        )
        for mine, other in ((truth.low, figure.low), (truth.high, figure.high))
    )
    return ends and (
        truth.low_open,
        truth.high_open,
        *(f in truth.flags for f in "~+v"),
    ) == (
        figure.low_open,
        figure.high_open,
        figure.approx,
        figure.additional,
        figure.vague,
    )


def _alike(truth: str, found: str) -> bool:
    """Whether every word is there, whatever its ending."""
    words = re.findall(r"[\w’']+", found.lower())
    return all(
        any(word[:4] == other[:4] for other in words) or word in found.lower()
        for word in re.findall(r"[\w’']+", truth.lower())
    )


def _shown(figure: Figure) -> str:
    left = "(" if figure.low is None or figure.low_open else "["
    right = ")" if figure.high is None or figure.high_open else "]"
    flags = "~" * figure.approx + "+" * figure.additional + "v" * figure.vague
    period = figure.period and f"{figure.period.start}/{figure.period.end}"
    who = figure.attribution[-1].who
    return (
        f"<{figure.text!r} {flags}{left}{figure.low},{figure.high}{right} {figure.role}"
        f" {figure.unit} base={figure.base} period={period} who={who}>"
    )
