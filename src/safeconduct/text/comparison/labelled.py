"""Does a list of labels and numbers come out at the number told before it?

"The camps hold 214 foreigners. By region: Central Asia 92, Africa 58, ...": what is
counted stands once, in front, and behind each label only its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.numbers import counts_in
from safeconduct.text.comparison.rounding import rounds_to
from safeconduct.text.comparison.statement import MOST, Document, Statement
from safeconduct.text.comparison.wording import count
from safeconduct.text.figure import Figure
from safeconduct.text.numerals import Numeral, numerals
from safeconduct.text.reason import gettext_noop, reason
from safeconduct.text.sentences import Sentence

PIECE = re.compile(
    r"\s*[,;]\s+(?:(?:and|та|і|й|и|а)\s+)?|\s+(?:and|та|і|й|и)\s+|[과와]\s"
)
"""Between the pieces of a list."""
LABEL = re.compile(
    r"(?:[^\d]{1,160}:\s+)?(?:and\s+|та\s+|і\s+|и\s+)?"
    r"(?:[^\W\d_][\w’'.-]*(?:\s+|$)){1,5}(?:[—–:-]\s*)?$"
)
"""Before the number of a piece; before the first an introduction may stand."""
UNIT = re.compile(r"(?:\s*[^\W\d_][\w’'-]*){0,2}[\s.!)]*$")
"""Behind the number of a piece."""
INTRODUCED = re.compile(r":\s+$")
LED = re.compile(r"(?:\s*[—–]\s)?(?:\s*[^\W\d_][\w’'-]*){1,6}[\s.!)]*")
"""Behind a number that leads its piece."""
LAST = re.compile(
    r"(?:the\s+(?:rest|remaining|other)|решта|інші|остальные|ещ[её]|ще)\s+$",
    re.IGNORECASE,
)
"""Before the last number of a list that it leads."""
REST = re.compile(
    r"\W*(?:and\s+)?(?:the\s+)?(?:remaining|other|rest)\b[^\d,.;]{0,12}$"
    r"|\W*(?:решта|інші|остальные|ещё|ще)[^\d,.;]{0,6}$|\W*나머지\s?$",
    re.IGNORECASE,
)
"""Before the number of those whom a list left over."""
SOME = re.compile(
    r"\b(?:including|among\s+(?:them|others)|mostly|mainly|such\s+as|led\s+by|top)\b"
    r"|(?<!\w)(?:зокрема|включно|у\s+тому\s+числі|в\s+том\s+числе|серед\s+них|среди\s+них"
    r"|переважно|преимущественно|найбільше|больше\s+всего|наприклад|например)(?!\w)"
    r"|순으로|순이었|등이|가장\s?많",
    re.IGNORECASE,
)
"""The list leaves somebody out."""
OUTDATED = re.compile(
    r"\b(?:but|however|later|since)\b[^.;]{0,60}\b(?:updat|revis|correct|rais|chang)\w+"
    r"|(?<!\w)(?:але|однак|проте|но|однако|потім|позже|пізніше)(?!\w)[^.;]{0,60}"
    r"(?:онов|обнов|уточн|виправ|исправ|перегля|пересмотр|змінил|изменил)\w*"
    r"|했다가[^.;]{0,30}(?:정정|수정|고[쳤쳐])|(?:뒤|이후)\s[^.;]{0,20}(?:정정|수정)",
    re.IGNORECASE,
)
"""After a number: it no longer holds."""
PARTS = 3
"""Pieces from which a list is one."""
SLIP = Decimal("0.35")
"""How far a sum may miss the number before, as part of it, and still be meant so."""
BACK, BREAK = 5, 4
"""Sentences, and ends of lines, before a list within which its whole is looked for."""


def labelled_findings(doc: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Find the lists of a page that do not add up to the number told before them."""
    found = 0
    for at, sentence in enumerate(doc.sentences):
        parts = _parts(sentence.text)
        if len(parts) < PARTS or SOME.search(sentence.text):
            continue
        told = [(sentence, part) for part in parts] + list(_rest(doc, at))
        total = sum((part.value for _, part in told), Decimal(0))
        whole = _whole(doc, at, figures, [part for _, part in told], total)
        if whole is None:
            continue
        found += 1
        yield _finding(doc, whole, told, total)
        if found == MOST:
            return


def _parts(text: str) -> list[Numeral]:
    """Return the numbers of a list, if the sentence is one from its first label on."""
    numbers = [one for one in numerals(text) if not one.vague]
    if len(numbers) < PARTS:
        return []
    lead = text[: numbers[0].start]
    if INTRODUCED.search(lead):
        return numbers if _are_led(text, numbers) else []
    return numbers if LABEL.match(lead) and _are_labelled(text, numbers) else []


def _rest(doc: Document, at: int) -> Iterator[tuple[Sentence, Numeral]]:
    """Yield the number of the others, which the next sentence may open with."""
    for sentence in doc.sentences[at + 1 : at + 2]:
        numbers = [one for one in numerals(sentence.text) if not one.vague]
        if numbers and REST.match(sentence.text[: numbers[0].start]):
            yield sentence, numbers[0]


def _are_labelled(text: str, numbers: Sequence[Numeral]) -> bool:
    """Whether every number stands behind a label: "Africa 58, Asia 33"."""
    for one, other in pairwise(numbers):
        between = text[one.end : other.start]
        cut = PIECE.search(between)
        if cut is None or not UNIT.match(between[: cut.start()]):
            return False
        if not LABEL.match(between[cut.end() :]):
            return False
    return UNIT.match(text[numbers[-1].end :]) is not None


def _are_led(text: str, numbers: Sequence[Numeral]) -> bool:
    """Whether every piece begins with its number: ": 58 Africans, 33 from Asia"."""
    ends = [*(other.start for other in numbers[1:]), len(text)]
    pieces = [
        LAST.sub("", text[one.end : end])
        for one, end in zip(numbers, ends, strict=True)
    ]
    return LED.fullmatch(pieces[-1]) is not None and all(
        PIECE.search(piece) and LED.fullmatch(piece[: _last_cut(piece)])
        for piece in pieces[:-1]
    )


def _last_cut(piece: str) -> int:
    """Where the sign that parts a piece from the next one begins."""
    cuts = [cut for cut in PIECE.finditer(piece) if cut.end() == len(piece)]
    return cuts[0].start() if cuts else len(piece)


def _whole(
    doc: Document,
    at: int,
    figures: Sequence[Figure],
    parts: Sequence[Numeral],
    total: Decimal,
) -> Statement | None:
    """Find the number before a list that it nearly comes out at, but does not."""
    known: list[Statement] = []
    for before in reversed(doc.sentences[max(0, at - BACK) : at]):
        if doc.page.text.count("\n", before.end, doc.sentences[at].start) > BREAK:
            break
        known += reversed(counts_in(doc, before, figures))
    stated = Interval.at(total)
    if any(rounds_to(stated, one.interval) or stated == one.interval for one in known):
        return None
    least = max(part.value for part in parts)
    near = (
        one
        for one in known
        if (value := one.value or Decimal(0)) >= least
        and abs(total - value) <= SLIP * value
        and not one.figure.approx
        and not stated.meets(one.interval)
        and OUTDATED.search(doc.page.text, one.figure.end, one.sentence.end) is None
    )
    # Of two the closer: "247 a year before" is not what the list takes apart.
    return min(near, key=lambda one: abs(total - (one.value or 0)), default=None)


def _finding(
    doc: Document,
    whole: Statement,
    told: Sequence[tuple[Sentence, Numeral]],
    total: Decimal,
) -> Finding:
    why = reason(
        gettext_noop("{terms} is {total}, not {whole}."),
        terms=" + ".join(str(count(Interval.at(part.value))) for _, part in told),
        total=count(Interval.at(total)),
        whole=count(whole.interval),
    )
    items = (doc.item(s.start + part.start, s.start + part.end) for s, part in told)
    return Finding(
        Aspect.ARITHMETIC,
        whole.figure.role.value,
        Relation.ARITHMETIC,
        (doc.figure(whole.figure), *items),
        (why,),
        (("sum", Interval.at(total)), ("whole", whole.interval)),
    )
