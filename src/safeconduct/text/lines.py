"""Which lines of a plain text are the article, and what are the others?

Four passes: cues (`cues.py`), then what stands above the title (`masthead.py`) and
who signs below it (`writers.py`), then what stands below the last sentence
(`foot.py`). Where nothing speaks against it a line is body: a lost line costs more than
a kept one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from safeconduct.text.callouts import is_barred
from safeconduct.text.cues import DOMAIN, cue_of
from safeconduct.text.errors import TooManyLines
from safeconduct.text.foot import below
from safeconduct.text.furniture import SECTIONS
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.masthead import above, title_like
from safeconduct.text.writers import signed

MOST_LINES = 100_000
"""Lines of one document that are sorted; about a tenth of a millisecond each."""
LONGEST_HEADING = 110
GOES_ON = 2
"""Paragraphs below a line after which the article has certainly not ended there."""
ENDINGS = {Kind.COMMENT_FORM: 1, Kind.NAVIGATION: 1, Kind.BYLINE: 3}
"""Paragraphs above such a line from which on it may be the article's; a writer may be
named below the summary."""

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
SENTENCE_END = re.compile(r"[.!?…:;。][\"'”’»)\]]*$")
LOWER_START = re.compile(r"[\"'“‘«(]*[a-zа-яіїєґё]")


def classify(text: str) -> tuple[Line, ...]:
    """Cut a text into lines that are not empty and say what each of them is."""
    return sort(split(text))


def sort(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Say of each line of a text what it is."""
    cued = _restored([replace(line, kind=_by_cue(line)) for line in lines])
    rows = (_barred(line) for line in below(signed(above(cued))))
    return tuple(_headed(_titled(list(rows))))


def _barred(line: Line) -> Line:
    """Tell a row of buttons, unless it may be the title of a page and its site's."""
    if line.number and line.kind is Kind.BODY and is_barred(line.text):
        return replace(line, kind=Kind.NAVIGATION)
    return line


def split(text: str) -> Iterator[Line]:
    """Yield the lines that are not empty, all as body.

    Raises:
        TooManyLines: more than `MOST_LINES`.
    """
    breaks = counted = lines = 0
    for match in LINE.finditer(text):
        content = match[0].strip()
        if not content:
            continue
        lines += 1
        if lines > MOST_LINES:
            raise TooManyLines(MOST_LINES)
        start = match.start() + match[0].index(content)
        breaks += len(re.findall(r"\r\n|[\r\n\u2028\u2029]", text[counted:start]))
        counted = start
        yield Line(start, start + len(content), breaks, content)


def _by_cue(line: Line) -> Kind:
    if DOMAIN.match(line.text) and line.number == 0:
        return Kind.SITE_HEADER
    return cue_of(line.text) or Kind.BODY


def _restored(lines: list[Line]) -> list[Line]:
    """Give back to the article what looks like its end but has it above and below.

    "Comments" with paragraphs on both sides is a heading, and so is "A reporter"; a day
    on a line of its own does not date the page where another above the article does.
    """
    prose = [n for n, line in enumerate(lines) if _is_prose(line)]
    for at in range(prose[-1] if prose else 0):
        if lines[at].kind is Kind.AUTHOR_BIO and SENTENCE_END.search(lines[at].text):
            lines[at] = replace(lines[at], kind=Kind.BODY)  # of somebody in the article
    if len(prose) <= GOES_ON:
        return lines
    dated = any(line.kind is Kind.DATELINE for line in lines[: prose[0]])
    for at in range(prose[0] + 1, prose[-1]):
        if lines[at].kind is Kind.DATELINE and dated and at > prose[1]:
            lines[at] = replace(lines[at], kind=Kind.BODY)
    for at in range(prose[0] + 1, prose[-GOES_ON]):
        begun = bisect_left(prose, at) >= ENDINGS.get(lines[at].kind, len(lines))
        if begun and _is_heading_too(lines[at]):
            lines[at] = replace(lines[at], kind=Kind.BODY)
    return lines


def _is_heading_too(line: Line) -> bool:
    """Whether a line that looks like the end of a page could also be a heading."""
    if line.kind is Kind.NAVIGATION:
        return SECTIONS.fullmatch(line.text) is not None
    if line.kind is Kind.COMMENT_FORM:
        return line.text.isalpha()
    return len(line.text) <= LONGEST_HEADING


def _is_prose(line: Line) -> bool:
    return line.kind is Kind.BODY and not title_like(line)


def _titled(lines: list[Line]) -> list[Line]:
    """Mark the first line of the article as title if it looks like one."""
    for at, line in enumerate(lines):
        if line.kind is not Kind.BODY:
            continue
        more = any(other.kind is Kind.BODY for other in lines[at + 1 :])
        if more and title_like(line) and not _runs_on(line, lines[at + 1]):
            lines[at] = replace(line, kind=Kind.TITLE)
        break
    return lines


def _headed(lines: list[Line]) -> list[Line]:
    """Mark headings: short, without a full stop, alone, and followed by body."""
    spaced = any(b.number - a.number > 1 for a, b in pairwise(lines))
    for at, line in enumerate(lines[:-1]):
        above, below = lines[at - 1] if at else None, lines[at + 1]
        if (
            line.kind is Kind.BODY
            and below.kind is Kind.BODY
            and len(line.text) <= LONGEST_HEADING
            and not SENTENCE_END.search(line.text)
            and not LOWER_START.match(line.text)
            and not _runs_on(line, below)
            and (above is None or not spaced or line.number - above.number > 1)
            and (above is None or not _runs_on(above, line))
        ):
            lines[at] = replace(line, kind=Kind.HEADING)
    return lines


def _runs_on(line: Line, below: Line) -> bool:
    """Whether a sentence runs on into the next line, as in wrapped text."""
    if below.number - line.number > 1 or below.kind is not Kind.BODY:
        return False
    return bool(LOWER_START.match(below.text)) and not SENTENCE_END.search(line.text)
