"""What does a page state on a topic: a figure with its people, time, place, source?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import islice

from safeconduct.text.comparison.finding import Item
from safeconduct.text.comparison.interval import TOLERANCE, Interval
from safeconduct.text.comparison.people import (
    FOREIGN,
    is_of_foreigners,
    nation_in,
    nation_of,
    nation_of_page,
)
from safeconduct.text.comparison.rounding import printed_step, rounds_to
from safeconduct.text.comparison.sources import speaker_of
from safeconduct.text.comparison.whereabouts import Whereabouts, spots
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.kinds import Kind
from safeconduct.text.page import Page
from safeconduct.text.roles import Role
from safeconduct.text.sentences import Sentence, sentences

WISHING = (
    Role.WISHING,
    Role.WISHING_ROK,
    Role.WISHING_RETURN,
    Role.REFUSING_RETURN,
    Role.UNDECIDED,
)
HELD_SOMEWHERE = frozenset({Role.CAPTURED, Role.KILLED, Role.WOUNDED})
"""What happens to people in a place, and not on their way to one."""
PARAGRAPH = 4
"""Sentences back, of one paragraph, in which it is said whose people are meant."""
LONGEST = 3000
"""Sentences of a page that are compared; what follows is read, not compared."""
MOST = 300
"""Figures of a page that are compared; a page with more is a table, not a report."""
ONE_OF = re.compile(
    r"\b(?:one|two|three|four|five|none|neither|some|most|\d+|один|одна|одного|двоє"
    r"|двох|двое|двух|троє|трое|жоден|ніхто|никто)"
    r"\s+(?:of|out\s+of|з|із|зі|из)\s+(?:the|these|those|цих|этих|тих|тех)?\s*$",
    re.IGNORECASE,
)
OF_ALL = re.compile(
    r"(?:^|[,;]\s+)(?:out\s+of|of|з|із|зі|из|среди|серед)\s+(?:the|these|цих|этих)?\s*$",
    re.IGNORECASE,
)
# "That leaves the foreigners. Ukraine holds 420 of them."
THEY = re.compile(
    r"\b(?:they|them|their|these|those)\b|(?<!\w)(?:вони|їх|них|ними|таких|они|их|ними|таких)(?!\w)"
    r"|이들|그들|이런\s?(?:포로|사람)",
    re.IGNORECASE,
)
RELEASED = frozenset({Role.EXCHANGED, Role.RETURNED})
# "Each side returned 160": as many of the one people as of the other.
EACH_SIDE = re.compile(
    r"\b(?:each|either)\s+(?:side|country)\b|\b(?:both\s+sides|the\s+two\s+sides)\b[^.;]{0,60}\beach\b"
    r"|(?<!\w)(?:кожна|каждая)\s+(?:зі\s+|із\s+|из\s+)?стор[оі]н\w*|[із]з?\s+кожного\s+боку|с\s+каждой\s+стороны"
    r"|(?:양측|양국|쌍방)[이은는]?\s?(?:모두\s)?각[각기]?(?=\s)",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
LITTLE_OVER = re.compile(
    r"(?:\d|[만천백십])\s?여(?=\s|명|$)|남짓|조금\s넘"
    r"|\b(?:just|a\s+little|slightly|barely|little)\s+(?:over|above|more\s+than)\b|-odd\b"
    r"|трохи\s+(?:більше|понад)|(?:чуть|немногим)\s+(?:более|больше)|з\s+невеликим|с\s+небольшим",
    re.IGNORECASE,
)
LEAD, TAIL = 18, 14
"""Characters before and after a figure in which it is said to be hardly exceeded."""
OUT_OF = re.compile(r"\s?(?:명|사람|병사|포로)?(?:의\s\S+)?\s?(?:중|가운데)(?=[\s,에])")


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A page with its sentences, as the comparison walks over it.

    `number` is the page's place among those compared, `family` that of its family.
    """

    number: int
    page: Page
    family: int
    sentences: tuple[Sentence, ...]
    title: tuple[int, int]
    nation: str | None

    @property
    def published(self) -> date | None:
        """The day on which the page says it was published."""
        return self.page.published

    def in_title(self, start: int) -> bool:
        """Tell whether a character belongs to the title."""
        return self.title[0] <= start < self.title[1]

    def holds(self, start: int) -> bool:
        """Tell whether a character stands in the part that is compared."""
        return bool(self.sentences) and start < self.sentences[-1].end

    def sentence_at(self, start: int) -> Sentence:
        """Return the sentence that holds a character."""
        at = (
            bisect_right(self.sentences, start, key=lambda sentence: sentence.start) - 1
        )
        return self.sentences[max(at, 0)] if self.sentences else Sentence(0, "")

    def item(self, start: int, end: int) -> Item:
        """Make an item of a span."""
        return Item(self.number, start, end, self.page.text[start:end])

    def figure(self, stated: Figure) -> Item:
        """Make an item of a figure."""
        return replace(
            self.item(stated.start, stated.end),
            figure=stated,
            period=stated.period,
            place=stated.place,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A figure, and what decides with which others it may be compared.

    `after` is the role of the figure before it in the page: what "of them" means.
    """

    document: Document
    figure: Figure
    sentence: Sentence
    nation: str | None
    where: Whereabouts | None
    speaker: str | None
    after: Role | None = None

    @property
    def interval(self) -> Interval:
        """The values the text prints."""
        return Interval.of(self.figure)

    def agrees(self, other: Statement) -> bool:
        """Tell whether both may be right: what they allow meets, or one is rounded."""
        return self.allowed.meets(other.allowed) or rounds_to(
            self.interval, other.interval
        )

    @property
    def allowed(self) -> Interval:
        """The values the statement allows: rounding as printed, and about 10 %."""
        step = printed_step(self.figure)
        found = self.interval
        if self.figure.vague and found.low is not None and found.high is None:
            # "tens of thousands", "dozens": more than one ten of them
            found = Interval(found.low / 2, None, found.low_open)
        over = self._little_over(found) if found.high in {None, found.low} else None
        high = over if found.high is None or over else found.high + step
        widened = Interval(
            None if found.low is None else found.low - step,
            high,
            found.low_open and not step,
            found.high_open or bool(step),
        )
        return widened.widened(TOLERANCE) if self.is_rough else widened

    def _little_over(self, found: Interval) -> Decimal | None:
        """Bound "2000여" and "just over 2,000" by the next step of their last digit."""
        at = self.figure.start - self.sentence.start
        around = self.sentence.text[
            max(0, at - LEAD) : at + len(self.figure.text) + TAIL
        ]
        if not found.low or not LITTLE_OVER.search(around):
            return None
        zeros = found.low.normalize().as_tuple().exponent
        step = Decimal(1).scaleb(zeros if isinstance(zeros, int) else 0)
        return found.low + step

    @property
    def is_rough(self) -> bool:
        """Whether the text rounds on purpose: "about", or a share told in words."""
        figure = self.figure
        worded = figure.kind is FigureKind.SHARE and not DIGIT.search(figure.text)
        return figure.approx or worded

    @property
    def allowed_stated(self) -> Interval:
        """As `allowed`, but with an open end read as the value printed."""
        found = self.interval.stated()
        return found.widened(TOLERANCE) if self.figure.approx else found

    @property
    def page(self) -> int:
        """The number of the page."""
        return self.document.number

    @property
    def in_title(self) -> bool:
        """Whether the headline states it."""
        return self.document.in_title(self.figure.start)

    @property
    def as_of(self) -> date | None:
        """The day up to which a total counts: as the text says, else the page's own."""
        period = self.figure.period
        stated = None if period is None else period.end
        return stated or self.document.published

    @property
    def value(self) -> Decimal | None:
        """The value in the stated reading, for ordering."""
        return self.interval.stated().low

    @property
    def item(self) -> Item:
        """The statement as an item of a finding."""
        figure = self.figure
        where = None if self.where is None else str(self.where)
        return Item(
            self.page,
            figure.start,
            figure.end,
            figure.text,
            figure,
            figure.period,
            figure.place or where,
        )


def document(number: int, page: Page, family: int) -> Document:
    """Take a page apart into sentences once."""
    title = next((line for line in page.lines if line.kind is Kind.TITLE), None)
    text = "\n".join(line.text for line in page.lines if line.kind.is_article)
    return Document(
        number,
        page,
        family,
        tuple(islice(sentences(page.text, page.lines), LONGEST)),
        (title.start, title.end) if title else (0, 0),
        nation_of_page(text),
    )


def statements(doc: Document, figures: Sequence[Figure]) -> tuple[Statement, ...]:
    """Place the comparable figures of a page, as many as are compared in pairs."""
    found: list[Statement] = []
    for figure in figures:
        if not _is_compared(figure):
            continue
        if len(found) == MOST or not doc.holds(figure.start):
            break
        sentence = doc.sentence_at(figure.start)
        if not _is_partitive(sentence, figure):
            after = found[-1].figure.role if found else None
            found.append(_statement(doc, figure, sentence, after))
    return tuple(found)


def _statement(
    doc: Document, figure: Figure, sentence: Sentence, after: Role | None
) -> Statement:
    here = _nation_here(doc, sentence)
    each = figure.role in RELEASED and EACH_SIDE.search(sentence.text)
    return Statement(
        doc,
        figure,
        sentence,
        None if each else nation_of(figure, sentence.text, sentence.start, here),
        _where(figure, sentence),
        speaker_of(figure),
        after,
    )


def _nation_here(doc: Document, sentence: Sentence) -> str | None:
    """Tell whom "they" are, else of whose people the page or its paragraph speaks."""
    if sentence.start and THEY.search(sentence.text):
        before = doc.sentence_at(sentence.start - 1)
        gap = doc.page.text[before.end : sentence.start]
        if "\n" not in gap and is_of_foreigners(before.text):
            return FOREIGN
    if doc.nation is not None or sentence.start == 0:
        return doc.nation
    for _ in range(PARAGRAPH):
        before = doc.sentence_at(sentence.start - 1)
        gap = doc.page.text[before.end : sentence.start]
        if before.start >= sentence.start or "\n" in gap:
            return None
        if nation := nation_in(before.text, None):
            return nation
        sentence = before
    return None


def _is_compared(figure: Figure) -> bool:
    """Tell whether a figure is compared; a share may restate a count beside it.

    What the text says twice is compared once. A corrected value is the one that stands.
    """
    kind = figure.compare or figure.kind is FigureKind.SHARE
    return kind and figure.restates is None


def _is_partitive(sentence: Sentence, figure: Figure) -> bool:
    """Tell "one of the two wishes" from two who wish: only the one does."""
    if figure.role not in WISHING:
        return False
    start, end = figure.start - sentence.start, figure.end - sentence.start
    return bool(
        ONE_OF.search(sentence.text[:start])
        or OF_ALL.search(sentence.text[:start])
        or OUT_OF.match(sentence.text[end:])
    )


def _where(figure: Figure, sentence: Sentence) -> Whereabouts | None:
    """Take the nearest place of the sentence after the figure, else the only one."""
    here = figure.role in HELD_SOMEWHERE
    found = [spot for spot in spots(sentence.text) if not (here and spot.toward)]
    after = [spot for spot in found if spot.start >= figure.end - sentence.start]
    if after:
        return after[0].at
    return found[0].at if len(found) == 1 else None
