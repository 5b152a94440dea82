"""Does a list come out at the figure that it takes apart?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from safeconduct.months import MONTH
from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.rounding import rounds_to
from safeconduct.text.comparison.statement import Document
from safeconduct.text.comparison.wording import count
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.numerals import Numeral, numerals
from safeconduct.text.reason import gettext_noop, reason

# "420 people: 150 wounded, 180 sailors and 60 guards", and nothing else.
OPENING = re.compile(
    r"[^.;:,()—–\d]{0,60}?(?P<by>(?:,\s[^.;:,()\d]{2,50})?:|\s[—–-](?=\s)|\s\()\s*"
)
ENDING = re.compile(r"[.;)]|\s[—–]\s|$")
BETWEEN = re.compile(
    r",\s+(?:(?:and|та|і|й|и|а\s+також|а\s+также)\s+)?|\s+(?:and|та|і|й|и)\s+|\s및\s"
    r"|(?<=명)[과와]\s",
    re.IGNORECASE,
)
# Ages are no parts, and what came "in January" need not be all that came.
AGE_OR_TIME = re.compile(
    r"[\s-]*(?:years?|months?|days?|hours?|weeks?|in|at|on|from|during|by|to|рок\w*|рік\w*|місяц\w*"
    r"|дні\w*|год\w*|лет|месяц\w*|д[не]\w+|у|в|на|з|із|из|с|під|під\s+час|до|세|살|개월|년|월|일|시간)"
    r"(?!\w)|[\s-]*(?:летн|річн)\w+",
    re.IGNORECASE,
)
LEAST_PARTS = 2
SHORT = 4
"""Words of a piece of a list; a longer one tells more than what is counted."""


def list_findings(
    documents: Sequence[Document], figures: Sequence[Sequence[Figure]]
) -> Iterator[Finding]:
    """Add up each list that stands right behind a figure and says what it is made of.

    A list is read by its numbers alone: what they count is told in words of every
    kind. A list in which a piece has no number, or two, is no such list.
    """
    for doc, stated in zip(documents, figures, strict=True):
        found = (
            _finding(doc, whole)
            for whole in stated
            if is_listed(doc, whole) and _is_whole_list(doc, whole)
        )
        yield from {finding.numbers: finding for finding in found}.values()


def is_listed(doc: Document, whole: Figure) -> bool:
    """Tell whether a list takes a figure apart."""
    if whole.kind is not FigureKind.QUANTITY or whole.approx or whole.additional:
        return False
    if whole.low is None and whole.high is None:
        return False
    if not doc.holds(whole.start) or leads_list(doc, whole):
        return False
    numbers = [number.value for _at, number in _pieces(doc, whole)]
    limit = Interval.of(whole).stated().high or Decimal(0)
    # "Two men: 26 and 21 years old": what is more than the whole is no part of it.
    return len(numbers) >= LEAST_PARTS and max(numbers) <= limit


INTRODUCED = re.compile(r":\s+$")


def leads_list(doc: Document, whole: Figure) -> bool:
    """Tell whether a figure is a list's first piece: "so: 121 — from Asia, ..."."""
    sentence = doc.sentence_at(whole.start)
    return INTRODUCED.search(sentence.text[: whole.start - sentence.start]) is not None


def _finding(doc: Document, whole: Figure) -> Finding:
    parts = list(_pieces(doc, whole))
    total = Interval.at(sum((number.value for _at, number in parts), Decimal(0)))
    stated = Interval.of(whole).stated()
    comes_out = total.meets(stated) or rounds_to(total, stated)
    why = reason(
        gettext_noop("{terms} is {total}, as stated.")
        if comes_out
        else gettext_noop("{terms} is {total}, not {whole}."),
        terms=" + ".join(
            str(count(Interval.at(number.value))) for _at, number in parts
        ),
        total=count(total),
        whole=count(stated),
    )
    items = (doc.item(at + number.start, at + number.end) for at, number in parts)
    return Finding(
        Aspect.ARITHMETIC,
        whole.role.value,
        Relation.COMPATIBLE if comes_out else Relation.ARITHMETIC,
        (doc.figure(whole), *items),
        (why,),
        (("sum", total), ("whole", stated)),
    )


def _pieces(doc: Document, whole: Figure) -> Iterator[tuple[int, Numeral]]:
    """Yield the number of each piece of a list and where its piece starts."""
    sentence = doc.sentence_at(whole.start)
    text, at = sentence.text, sentence.start
    opened = OPENING.match(text, whole.end - at)
    if opened is None:
        return
    start = opened.end()
    closed = ENDING.search(text, start)
    end = closed.start() if closed else len(text)
    found = []
    for piece_start, piece_end in _cut(text, start, end):
        piece = text[piece_start:piece_end]
        numbers = [one for one in numerals(piece) if not one.vague]
        if len(numbers) != 1 or not _leads(piece, numbers[0]):
            return
        found.append((at + piece_start, numbers[0]))
    yield from found


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in BETWEEN.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


# "198 in Rostov, 97 in Donetsk and 61 in all other towns": places part a whole too.
PLACED = re.compile(
    rf"\s+(?:in|at|у|в|во|на|із|з)\s+(?!(?i:{MONTH}))(?:[A-ZА-ЯІЇЄҐЁ]|(?:all\s+(?:the\s+)?)?other\b|(?:all\s+)?the\s+rest|elsewhere"
    r"|(?:всіх\s+|всех\s+|усіх\s+)?(?:інш|остальн|других|решт))"
)


def _is_placed(piece: str, number: Numeral) -> bool:
    return PLACED.match(piece, number.end) is not None


REST = re.compile(
    r"\b(?:other|others|elsewhere|the\s+rest|remaining)\b|(?:інш|остальн|других|решт)|나머지|기타|그\s?외",
    re.IGNORECASE,
)


def _is_whole_list(doc: Document, whole: Figure) -> bool:
    """Tell whether a list of places names all of them, or already more than all."""
    sentence = doc.sentence_at(whole.start)
    pieces = list(_pieces(doc, whole))
    limit = Interval.of(whole).stated().high or Decimal(0)
    if sum((number.value for _at, number in pieces), Decimal(0)) > limit:
        return True
    placed = any(PLACED.match(doc.page.text, at + number.end) for at, number in pieces)
    behind = sentence.text[whole.end - sentence.start :]
    return not placed or REST.search(behind) is not None


def _leads(piece: str, number: Numeral) -> bool:
    """Tell whether a piece is a number and its noun, or in Korean a noun and number."""
    if AGE_OR_TIME.match(piece, number.end) and not _is_placed(piece, number):
        return False
    if re.search("[가-힣]", piece):
        return len(piece.split()) <= SHORT
    return number.start == 0 and 0 < len(piece[number.end :].split()) <= SHORT
