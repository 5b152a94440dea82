"""What stands above the title: the site's name, its motto, its sections?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from safeconduct.text.cues import DOMAIN
from safeconduct.text.dates import is_dateline
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.signatures import BARE_NAME

HIGHEST = 8
"""Lines from the top among which a masthead is looked for."""
LONGEST_TITLE = 250
LONGEST_SITE = 45
LONGEST_NAME = 50
LONGEST_AGENCY = 20
SITE_WORDS = 5
LONGEST_SECTION = 15
FURNITURE = frozenset({Kind.SITE_HEADER, Kind.NAVIGATION, Kind.COOKIE})
STOP = re.compile(r"[.…:;。,][\"'”’»)\]]*$|(?:다|요)\.$")
SITE_NAME = re.compile(
    r"discover\s+more\s+from\s+(?P<more>.+)"
    r"|(?:copyright\s*)?(?:©|ⓒ|\(c\)|copyright\b(?!s))\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*"
    r"(?:by\s+)?(?P<holder>[^.|,&]{2,60})"
    r"|copyrights?\s*(?:©|ⓒ)\s*(?P<kept>[^.|,&]{2,60})"
    r"|(?P<before>(?!.{0,20}(?:права|rights|무단|저작))[^©ⓒ|.]{2,50}?)[\s,]*(?:©|ⓒ)"
    r"|<?\s*저작권자\s*(?:©|ⓒ|\(c\))?\s*(?P<owner>[^,.&|]{2,30})",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"\s+(?:media\s+)?(?:ltd|llc|inc|gmbh|corp|co|company|group|тов|ооо)\b\.?"
    r"|\s*(?:무단|all\s+rights).*$",
    re.IGNORECASE,
)
# How outlets are called; a first line with such a word is a name, not a headline.
OUTLET = re.compile(
    r"\b(?:news|times|post|daily|weekly|courier|tribune|herald|radio|press|agency|monitor"
    r"|journal|gazette|observer|review|voice|media|tv|network|wire|blog|online|chronicle"
    r"|independent|standard|mail|ledger|pulse|insider|magazine|bulletin|telegraph|globe"
    r"|examiner|sentinel|dispatch|argus|broadcasting|watch)\b"
    r"|신문|일보|뉴스|방송|통신|타임[스즈]|저널|투데이|매일|경제$|미디어|라디오"
    r"|\b(?:новини|вісник|кур[’'ʼ]єр|пошта|правда|газета|агентство|медіа|радіо|телеканал"
    r"|портал|голос|тиждень|журнал|новости|вестник|курьер|известия|ведомости|медиа|радио"
    r"|неделя|обозрение)\b|-?інформ\b|-?информ\b",
    re.IGNORECASE,
)
SMALL_WORDS = frozenset(
    {"of", "the", "and", "de", "la", "та", "і", "и", "в", "у", "на"}
)


def site_names(lines: Sequence[Line]) -> list[str]:
    """Read the site's name from its headers, subscription and copyright lines."""
    names = []
    for line in lines:
        if line.kind is Kind.SITE_HEADER:
            names.append(line.text)
        elif line.kind in {Kind.SUBSCRIBE, Kind.COPYRIGHT} and (
            match := SITE_NAME.match(line.text)
        ):
            held = next(filter(None, match.groups()))
            names.append(COMPANY.sub("", held).strip(" .,"))
    return [name for name in names if name]


def above(lines: Sequence[Line]) -> list[Line]:
    """Find the site's header and tagline above the title, and the writer below it.

    The name of a site is known by its address, because the page repeats it in its
    footer or its motto, or because outlets are called so. It is taken for one only
    where a line that can be the title follows.
    """
    found = list(lines)
    for at, line in enumerate(found[:HIGHEST]):
        if line.kind is not Kind.BODY:
            continue
        below = _title_below(found, at)
        if below is None or not title_like(line):
            break
        kind = _kind_above(line, found, found[below], longest=_headline(found, at))
        if kind is None:
            break
        found[at] = replace(line, kind=kind)
    return list(_signed(found))


def title_like(line: Line) -> bool:
    """Whether a line can be a title: short enough and without a full stop."""
    return (
        line.kind in {Kind.BODY, Kind.SITE_HEADER}
        and len(line.text) <= LONGEST_TITLE
        and not STOP.search(line.text)
    )


def _title_below(lines: Sequence[Line], at: int) -> int | None:
    """Find the next line that may be article, if it can be the title."""
    for below in range(at + 1, len(lines)):
        if lines[below].kind is Kind.BODY:
            return below if title_like(lines[below]) else None
    return None


def _kind_above(
    line: Line, lines: Sequence[Line], below: Line, *, longest: int
) -> Kind | None:
    """Name what stands above the title, or None when it is the title."""
    text = line.text.lower()
    names = [name.removeprefix("www.").lower() for name in site_names(lines)]
    if DOMAIN.match(line.text) or any(_same_site(text, name) for name in names):
        return Kind.SITE_HEADER
    if any(name in text for name in names):
        return Kind.SITE_TAGLINE
    if len(text) >= longest:
        return None
    if OUTLET.search(text) and len(text.split()) <= SITE_WORDS:
        return Kind.SITE_HEADER
    if not _name_like(line.text):
        return None
    repeated = text in below.text.lower() and _title_below(lines, lines.index(below))
    credited = (
        text in other.text.lower()
        for other in lines
        if other.kind in {Kind.PHOTO_CREDIT, Kind.COPYRIGHT, Kind.BYLINE}
    )
    return Kind.SITE_HEADER if repeated or any(credited) else _section(line, lines)


def _headline(lines: Sequence[Line], at: int) -> int:
    """Measure the longest of the lines that can be the title below this one."""
    able = [line for line in lines[at + 1 : at + 1 + HIGHEST] if line.kind is Kind.BODY]
    return max(len(line.text) for line in takewhile(title_like, able))


def _section(line: Line, lines: Sequence[Line]) -> Kind | None:
    """Take a single word beside more of the page's furniture for a section."""
    at = lines.index(line)
    beside = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    alone = " " not in line.text and len(line.text) <= LONGEST_SECTION
    furnished = any(other.kind in FURNITURE for other in beside)
    return Kind.NAVIGATION if alone and furnished else None


def _same_site(text: str, name: str) -> bool:
    return text == name or name.startswith(f"{text} ")


def _name_like(text: str) -> bool:
    """Whether every word is capital, as in names, and there are few of them."""
    words = text.split()
    return (
        len(text) <= LONGEST_SITE
        and len(words) <= SITE_WORDS
        and all(
            not word[0].islower() or word in SMALL_WORDS for word in words if word[0]
        )
    )


def _signed(lines: Sequence[Line]) -> Iterator[Line]:
    """Mark the date and a bare name beside one, between title and article."""
    titled = False
    for at, line in enumerate(lines):
        if titled and at <= HIGHEST and line.kind is Kind.BODY and title_like(line):
            around = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
            yield replace(line, kind=_kind_below(line, around))
            continue
        titled = titled or line.kind is Kind.BODY
        yield line


def _kind_below(line: Line, around: Sequence[Line]) -> Kind:
    if len(line.text) <= LONGEST_NAME and is_dateline(line.text, beside=LONGEST_AGENCY):
        return Kind.DATELINE
    dated = any(other.kind is Kind.DATELINE for other in around)
    bare = len(line.text) <= LONGEST_NAME and " " in line.text
    return Kind.BYLINE if dated and bare and BARE_NAME.match(line.text) else line.kind
