"""Which numbers of people or things does a sentence give, whatever they count?

Sums and shares are told with words of every kind, so what checks them reads by the
numbers alone: the figures that were found, and the numerals that are no figure of
another kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from safeconduct.text.comparison.statement import Document, Statement
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.masks import masked
from safeconduct.text.numerals import Numeral, numerals
from safeconduct.text.roles import Role
from safeconduct.text.sentences import Sentence

# What follows a number that is no count of people: years, hours, parts of an address.
MEASURED = re.compile(
    r"\s*(?:%|percent|per\s+cent|відсот|процент|퍼센트|프로)"
    r"|[\s-]*(?:years?|months?|weeks?|days?|hours?|minutes?|km|kilomet|met(?:er|re)s?|miles?"
    r"|times|рок[иі]|років|року|рік|місяц|тижн|дн[іія]|днів|годин|хвилин|метр|кілометр|км\b|раз"
    r"|лет\b|год[аыу]?\b|месяц|недел|дн[еяй]|час[аов]*\b|минут|километр|стран|країн|countries)"
    r"|[\s-]*(?:летн|річн)|-(?:й|го|му|м|я|е|ый|ой|th|st|nd|rd)\b"
    r"|\s?(?:세|살|개월|년|월|일|시간|분|주|차례|번|개국|대|호|조|장|권|건|km|미터)",
    re.IGNORECASE,
)
LEAST = 2
"""One is an article or a pronoun more often than a count."""


# "11 of the 52. That is half.": a share told by the bare word.
HALF = re.compile(
    r"(?<![\w-])half(?=\s*(?:[,.;)—–]|$)|\s+(?:of\s+(?:them|the)|were|are)\b)",
    re.IGNORECASE,
)


def bare_halves(doc: Document, figures: Sequence[Figure]) -> Iterator[Statement]:
    """Yield the halves of a page that were not read as figures."""
    for sentence in doc.sentences:
        if "half" not in sentence.text:
            continue
        for match in HALF.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            here = within(figures, sentence)
            if not any(f.start < end and start < f.end for f in here):
                value, kind, role = Decimal("0.5"), FigureKind.SHARE, Role.OTHER
                half = Figure(start, end, match[0], kind, role, value, value)
                yield _statement(doc, half, sentence)


def counts_in(
    doc: Document, sentence: Sentence, figures: Sequence[Figure], *, least: int = LEAST
) -> list[Statement]:
    """List what a sentence counts in the order of the text.

    Args:
        doc: the page.
        sentence: a sentence of the page.
        figures: the page's figures in order; a numeral that is none of them counts too.
        least: the smallest number that is a count here.
    """
    here = within(figures, sentence)
    hidden = masked(sentence.text)
    found = [_statement(doc, f, sentence) for f in here if _is_count(f, least)]
    for one in numerals(sentence.text):
        at = sentence.start + one.start
        read = any(f.start < sentence.start + one.end and at < f.end for f in here)
        veiled = any(start < one.end and one.start < end for start, end in hidden)
        if not read and not veiled and _counts(sentence.text, one, least):
            found.append(_statement(doc, _figure(doc, at, one), sentence))
    return sorted(found, key=lambda statement: statement.figure.start)


def within(figures: Sequence[Figure], sentence: Sentence) -> Sequence[Figure]:
    """Cut the figures of a sentence from those of its page, which are in order."""
    first = bisect_left(figures, sentence.start, key=lambda figure: figure.start)
    last = bisect_left(figures, sentence.end, key=lambda figure: figure.start)
    return figures[first:last]


def _is_count(figure: Figure, least: int) -> bool:
    return (
        figure.kind is FigureKind.QUANTITY
        and not figure.vague
        and Decimal(least)
        <= (figure.low if figure.low is not None else figure.high or 0)
    )


def _counts(text: str, one: Numeral, least: int) -> bool:
    if one.vague or one.value < least or one.value != one.value.to_integral_value():
        return False
    return not MEASURED.match(text, one.end)


def _figure(doc: Document, at: int, one: Numeral) -> Figure:
    end = at + one.end - one.start
    text = doc.page.text[at:end]
    kind, role = FigureKind.QUANTITY, Role.OTHER
    return Figure(at, end, text, kind, role, one.value, one.value)


def _statement(doc: Document, figure: Figure, sentence: Sentence) -> Statement:
    return Statement(doc, figure, sentence, doc.nation, None, None)
