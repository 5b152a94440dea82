"""Who signs an article: what date and which writer stand below the title?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from safeconduct.text.dates import is_dateline, is_time
from safeconduct.text.furniture import is_row_of_sections
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.masthead import title_like
from safeconduct.text.outlets import is_proper, site_names
from safeconduct.text.signatures import (
    BARE_NAME,
    BARE_ROLE,
    PLACED_NAME,
    without_times,
)
from safeconduct.text.stems import stems

NEAR_TITLE = 6
"""Lines below the title among which its date and writer are looked for."""
LONGEST_NAME = 50
LONGEST_AGENCY = 20
LATIN_NAME = (2, 3)
ARTICLES = frozenset(
    {"the", "a", "an", "what", "how", "why", "who", "when", "in", "on"}
)


def signed(lines: Sequence[Line]) -> list[Line]:
    """Mark the date and the writer's name between title and article."""
    found = list(lines)
    title = next((at for at, line in enumerate(found) if line.kind is Kind.BODY), None)
    if title is None or not title_like(found[title]):
        return found
    for at in range(title + 1, min(title + 1 + NEAR_TITLE, len(found))):
        line = found[at]
        if line.kind is Kind.BODY:
            if not title_like(line):
                break
            found[at] = replace(line, kind=_kind_below(found, at))
    return found


def _kind_below(lines: Sequence[Line], at: int) -> Kind:
    """Name a short line below the title: its date, its writer, or the article."""
    line = lines[at]
    if len(line.text) > LONGEST_NAME:
        return line.kind
    if is_dateline(line.text, beside=LONGEST_AGENCY) or is_time(line.text):
        return Kind.DATELINE
    around = {other.kind for other in (lines[at - 1], *lines[at + 1 : at + 2])}
    if lines[at - 1].kind is Kind.BYLINE and BARE_ROLE.match(line.text):
        return Kind.BYLINE
    if is_row_of_sections(line.text):
        return Kind.NAVIGATION
    name = without_times(line.text)
    if name != line.text and name.lower() in map(str.lower, site_names(lines)):
        return Kind.DATELINE
    roled = any(BARE_ROLE.match(other.text) for other in lines[at + 1 : at + 2])
    is_signed = name != line.text or Kind.DATELINE in around or roled
    return (
        Kind.BYLINE if _is_writer(name, lines, at, is_signed=is_signed) else line.kind
    )


def _is_writer(name: str, lines: Sequence[Line], at: int, *, is_signed: bool) -> bool:
    """Whether a bare name is the writer's: beside a date, or nobody of the article."""
    if not (BARE_NAME.match(name) or PLACED_NAME.match(name)) or " " not in name:
        return False
    told = " ".join(line.text for line in lines[at + 1 :] if line.kind is Kind.BODY)
    proper = is_proper(name) or _is_latin_name(name, lines, at)
    return is_signed or (proper and not stems(name) & stems(told))


def _is_latin_name(name: str, lines: Sequence[Line], at: int) -> bool:
    """Whether two or three capital words stand right between title and article.

    A heading in capitals looks the same, but does not stand there.
    """
    words = name.split()
    under = lines[at + 1 : at + 2]
    return (
        lines[at - 1].kind is Kind.BODY
        and len(words) in LATIN_NAME
        and words[0].lower() not in ARTICLES
        and bool(under)
        and not title_like(under[0])
    )
