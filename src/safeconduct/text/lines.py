"""Which lines of a plain text are the article, and what are the others?

Three passes: cues (`cues.py`), then what stands above the title, then what stands
below the last sentence. Where nothing speaks against it a line is body: a lost
line costs more than a kept one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from safeconduct.text.cues import BARE_NAME, BIO, DOMAIN, cue_of
from safeconduct.text.kinds import Kind, Line

LONGEST_TITLE = 250
LONGEST_HEADING = 110
LONGEST_NAME = 50
BIO_CUES = 2
"""Cues an author's note needs when no byline stands above it."""

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
SENTENCE_END = re.compile(r"[.!?…:;。][\"'”’»)\]]*$")
STOP = re.compile(r"[.…:;。,][\"'”’»)\]]*$|(?:다|요)\.$")
LOWER_START = re.compile(r"[\"'“‘«(]*[a-zа-яіїєґё]")
SITE_NAME = re.compile(
    r"discover\s+more\s+from\s+(?P<more>.+)"
    r"|(?:©|ⓒ|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*"
    r"(?:by\s+)?(?P<holder>[^.|,]{2,60})",
    re.IGNORECASE,
)


def classify(text: str) -> tuple[Line, ...]:
    """Cut a text into lines that are not empty and say what each of them is."""
    lines = [replace(line, kind=_by_cue(line)) for line in split(text)]
    lines = _below(_above(lines))
    return tuple(_headed(_titled(lines)))


def split(text: str) -> Iterator[Line]:
    """Yield the lines that are not empty, all as body."""
    breaks = 0
    counted = 0
    for match in LINE.finditer(text):
        content = match[0].strip()
        if not content:
            continue
        start = match.start() + match[0].index(content)
        breaks += len(re.findall(r"\r\n|[\r\n\u2028\u2029]", text[counted:start]))
        counted = start
        yield Line(start, start + len(content), breaks, content)


def site_names(lines: Sequence[Line]) -> list[str]:
    """Read the site's name from its headers, subscription and copyright lines."""
    names = []
    for line in lines:
        if line.kind is Kind.SITE_HEADER:
            names.append(line.text)
        elif line.kind in {Kind.SUBSCRIBE, Kind.COPYRIGHT} and (
            match := SITE_NAME.match(line.text)
        ):
            names.append((match["more"] or match["holder"]).strip(" .,"))
    return names


def _by_cue(line: Line) -> Kind:
    if DOMAIN.match(line.text) and line.number == 0:
        return Kind.SITE_HEADER
    return cue_of(line.text) or Kind.BODY


def _above(lines: list[Line]) -> list[Line]:
    """Find the site's header and tagline above the title.

    The name of a site is known by its address, or because the page repeats it in
    its footer. A tagline carries that name and another title-like line follows.
    """
    names = [name.removeprefix("www.").lower() for name in site_names(lines)]
    found = list(lines)
    for at, line in enumerate(found[:4]):
        if not _title_like(line):
            continue
        rest = [other for other in found[at + 1 :] if other.kind is Kind.BODY]
        if not rest or not _title_like(rest[0]):
            break
        if line.text.lower() in names or DOMAIN.match(line.text):
            found[at] = replace(line, kind=Kind.SITE_HEADER)
        elif any(name in line.text.lower() for name in names):
            found[at] = replace(line, kind=Kind.SITE_TAGLINE)
        else:
            break
    return found


def _below(lines: list[Line]) -> list[Line]:
    """Find the author's name and note, looking up from the foot of the page.

    The foot ends where the first line of the article stands, so a sentence on a
    journalist in the middle of an article is safe.
    """
    found = list(lines)
    for at in reversed(range(len(found))):
        line = found[at]
        if line.kind is not Kind.BODY:
            continue
        above = found[at - 1] if at else None
        below = found[at + 1] if at + 1 < len(found) else None
        kind = _foot(line, above, below)
        if kind is None:
            break
        found[at] = replace(line, kind=kind)
    return found


def _foot(line: Line, above: Line | None, below: Line | None) -> Kind | None:
    """Name what a line at the foot is, or None when it is the article."""
    cues = len({match.lower() for match in BIO.findall(line.text)})
    signed = above is not None and (
        line.text.startswith(above.text) or above.kind is Kind.AUTHOR_BIO
    )
    if above is not None and cues and (signed or (cues >= BIO_CUES and _named(line))):
        return Kind.AUTHOR_BIO
    if (
        len(line.text) <= LONGEST_NAME
        and BARE_NAME.match(line.text)
        and " " in line.text
        and above is not None
        and (
            above.kind is Kind.SOURCE_CREDIT
            or (below is not None and below.kind is Kind.AUTHOR_BIO)
        )
    ):
        return Kind.BYLINE
    return None


def _named(line: Line) -> bool:
    """Whether the line opens as notes on authors do: a name, then what it is."""
    opening = re.match(
        r"(?P<name>.{3,40}?)(?:,|\s+(?:is|was|has|writes|covers)\b|\s+[—–-]\s)",
        line.text,
    )
    return opening is not None and bool(BARE_NAME.match(opening["name"]))


def _titled(lines: list[Line]) -> list[Line]:
    """Mark the first line of the article as title if it looks like one."""
    for at, line in enumerate(lines):
        if line.kind is not Kind.BODY:
            continue
        more = any(other.kind is Kind.BODY for other in lines[at + 1 :])
        if more and _title_like(line) and not _runs_on(line, lines[at + 1]):
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


def _title_like(line: Line) -> bool:
    return (
        line.kind in {Kind.BODY, Kind.SITE_HEADER}
        and len(line.text) <= LONGEST_TITLE
        and not STOP.search(line.text)
    )


def _runs_on(line: Line, below: Line) -> bool:
    """Whether a sentence runs on into the next line, as in wrapped text."""
    if below.number - line.number > 1 or below.kind is not Kind.BODY:
        return False
    return bool(LOWER_START.match(below.text)) and not SENTENCE_END.search(line.text)
