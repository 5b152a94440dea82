"""What stands above the title: the site's name, its motto, its sections?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from safeconduct.text.cues import DOMAIN
from safeconduct.text.dates import is_dateline, is_time
from safeconduct.text.furniture import is_row_of_sections
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.signatures import (
    BARE_NAME,
    BARE_ROLE,
    PLACED_NAME,
    without_times,
)
from safeconduct.text.stems import stems

HIGHEST = 16
"""Lines from the top among which a masthead is looked for."""
NEAR_TITLE = 6
"""Lines below the title among which its date and writer are looked for."""
LONGEST_TITLE = 250
LONGEST_SITE = 45
LONGEST_NAME = 50
LONGEST_AGENCY = 20
SITE_WORDS = 5
SMALL_SITE = 3
"""Words of a site's name that is not written as names are."""
SHARED = 2
"""Words that a headline shares with its article."""
LONGEST_SECTION = 15
LONGEST_MOTTO = 8
"""Words of a site's motto."""
FURNITURE = frozenset({Kind.SITE_HEADER, Kind.NAVIGATION, Kind.COOKIE})
NAMING = frozenset({Kind.SUBSCRIBE, Kind.COPYRIGHT})
CREDITED = frozenset({Kind.PHOTO_CREDIT, Kind.COPYRIGHT, Kind.BYLINE})
UNDER_NAME = FURNITURE | {Kind.SITE_TAGLINE, Kind.SUBSCRIBE, Kind.SHARE}
STOP = re.compile(r"[.…:;。,][\"'”’»)\]]*$|(?:다|요)\.$")
SITE_NAME = re.compile(
    r"discover\s+more\s+from\s+(?P<more>.+)"
    r"|(?:copyright\s*)?(?:©|ⓒ|\(c\)|copyright\b(?!s))\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*"
    r"(?:by\s+)?(?P<holder>[^.|,&]{2,60})"
    r"|(?:усі|всі|все)\s+права\s+\w+\W+(?:©|ⓒ)\s*(?:\d{4}[–-]?\d{0,4})?[\s,]*(?P<all>[^.|,&]{2,60})"
    r"|copyrights?\s*(?:©|ⓒ)\s*(?P<kept>[^.|,&]{2,60})"
    r"|(?P<before>(?!.{0,20}(?:права|rights|무단|저작))[^©ⓒ|.]{2,50}?)[\s,]*(?:©|ⓒ)"
    r"|<?\s*저작권자\s*(?:©|ⓒ|\(c\))?\s*(?P<owner>[^,.&|]{2,30})",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"\s+(?:media\s+)?(?:ltd|llc|inc|gmbh|corp|co|company|group|тов|ооо)\b\.?"
    r"|\s*(?:무단|all\s+rights).*$|[\s,]+\d{4}(?:\s*[–-]\s*\d{4})?$",
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
# Small words that make a headline of it: "Voice from the camp", "Голос из плена".
WITHIN = re.compile(
    r"\b(?:from|on|in|at|for|with|to|into|over|about|after|before|against|is|are"
    r"|із?|зі?|у|в|во|на|про|о|об|от|від|до|за|для|под|над|з|с|со|к|из|по)\b",
    re.IGNORECASE,
)
MOTTO = re.compile(
    r"\b(?:since|news|independent|daily|weekly|monthly|quarterly|newspaper|magazine|journal"
    r"|your|trusted|truth|voice|незалежн\w*|новини|новин|тижневик|щотижневик|щоденн\w*"
    r"|місячник|газета|портал|видання|независим\w*|новости|новостей|еженедельник|ежедневн\w*"
    r"|ежемесячн\w*|издание|с\s+\d{4}\s+года|з\s+\d{4}\s+року)\b"
    r"|언론|뉴스|신문|주간|월간|창간|정론",
    re.IGNORECASE,
)
SUFFIX = re.compile(r"(?P<title>.{10,}?)\s+[|•·—–-]\s+(?P<site>[^|•·]{2,45})$")
PARTS = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+|:\s+")
ISSUE = re.compile(
    r"\s*(?:제\s?\d+\s?호|№\s?\d+|issue\s+\d+|no\.\s?\d+)$", re.IGNORECASE
)
DESCRIBED = 2
LATIN_NAME = (2, 3)
ARTICLES = frozenset(
    {"the", "a", "an", "what", "how", "why", "who", "when", "in", "on"}
)
SMALL_WORDS = frozenset(
    {"of", "the", "and", "de", "la", "та", "і", "и", "в", "у", "на"}
)


def site_names(lines: Sequence[Line]) -> list[str]:
    """Read the site's name from its headers, subscription and copyright lines.

    The header comes first: what stands beside © may be the company's name.
    """
    headers = [_named(line.text) for line in lines if line.kind is Kind.SITE_HEADER]
    held = [_held(line.text) for line in lines if line.kind in NAMING]
    return [name for name in (*headers, *held) if name]


def headline(title: str, names: Sequence[str]) -> str:
    """Take the site's name from the end of a title, where browsers put it."""
    match = SUFFIX.match(title)
    known = match is not None and _plain(match["site"]) in map(_plain, names)
    return match["title"] if match and known else title


def _named(header: str) -> str:
    """Take date, motto and number of the issue from a header."""
    parts = [part for part in PARTS.split(header) if part and not is_time(part)]
    return ISSUE.sub("", parts[0]).strip(" .,") if parts else ""


def _held(notice: str) -> str:
    """Read the name from a line of copyright or subscription; empty where none is."""
    match = SITE_NAME.match(notice)
    if match is None:
        return ""
    if match["more"]:
        return match["more"].strip(" .,")
    name = next(filter(None, match.groups()))
    return COMPANY.sub("", name).strip(' .,«»"“”')


def above(lines: Sequence[Line]) -> list[Line]:
    """Find the site's header and tagline above the title, and the writer below it.

    The name of a site is known by its address, because the page repeats it in its
    footer or its motto, because outlets are called so, or because the article never
    uses its words. It is taken for one only where a line that can be the title follows.
    """
    found = list(lines)
    for at, line in enumerate(found[:HIGHEST]):
        if line.kind is not Kind.BODY:
            continue
        below = _title_below(found, at)
        if below is None or not title_like(line):
            break
        kind = _kind_above(found, at, below)
        if kind is None:
            break
        found[at] = replace(line, kind=kind)
    return _signed(found)


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


def _kind_above(lines: Sequence[Line], at: int, below: int) -> Kind | None:
    """Name what stands above the title, or None when it is the title."""
    text = lines[at].text
    if kind := _kind_by_name(lines, text):
        return kind
    if is_row_of_sections(text):
        return Kind.NAVIGATION
    if _is_dated_name(text):
        return Kind.SITE_HEADER
    return _kind_of_shorter(lines, at, below) if _is_shorter(lines, at) else None


def _kind_by_name(lines: Sequence[Line], text: str) -> Kind | None:
    """Name a line that is the site's name as the page gives it, or holds it."""
    names = [_plain(name) for name in site_names(lines)]
    if DOMAIN.match(text) or any(_same_site(text.lower(), name) for name in names):
        return Kind.SITE_HEADER
    holds = any(name in text.lower() for name in names)
    return Kind.SITE_TAGLINE if holds else None


def _kind_of_shorter(lines: Sequence[Line], at: int, below: int) -> Kind | None:
    """Name a line that is shorter than another below it that can be the title."""
    if _is_motto(lines, at):
        return Kind.SITE_TAGLINE
    if _is_site(lines, at, below):
        return Kind.SITE_HEADER
    if _is_kicker(lines, at):
        return Kind.NAVIGATION
    return _section(lines[at], lines) if _name_like(lines[at].text) else None


def _is_kicker(lines: Sequence[Line], at: int) -> bool:
    """Whether a few words under the site's menu name the section, not the article."""
    under_menu = at > 0 and lines[at - 1].kind is Kind.NAVIGATION
    return under_menu and _is_foreign(lines, at)


def _is_shorter(lines: Sequence[Line], at: int) -> bool:
    return len(lines[at].text) < _headline(lines, at)


def _is_site(lines: Sequence[Line], at: int, below: int) -> bool:
    """Whether a short line above others that can be the title names the site."""
    text = lines[at].text
    if _is_outlet(text) or _is_described(text):
        return True
    if _is_foreign(lines, at) and (_is_proper(text) or _heads_page(lines, at)):
        return True
    return _name_like(text) and _is_told_again(lines, at, below)


def _is_described(text: str) -> bool:
    """Whether a few words and a motto stand on one line, parted by a dash or colon."""
    parts = PARTS.split(text)
    return (
        len(parts) == DESCRIBED
        and len(parts[0].split()) <= SMALL_SITE
        and len(text.split()) <= LONGEST_MOTTO
        and MOTTO.search(parts[1]) is not None
    )


def _heads_page(lines: Sequence[Line], at: int) -> bool:
    """Whether what follows stands below the name of a site, not below a title."""
    under = lines[at + 1]
    return under.kind in UNDER_NAME | {Kind.DATELINE} or (
        len(under.text) < _headline(lines, at)
        and (is_row_of_sections(under.text) or _says_what_it_is(under.text))
    )


def _is_outlet(text: str) -> bool:
    """Whether outlets are called so: a name, not a headline that uses such a word."""
    words = len(text.split())
    return (
        OUTLET.search(text) is not None
        and words <= SITE_WORDS
        and (_name_like(text) or words <= SMALL_SITE)
        and not WITHIN.search(text)
    )


def _is_told_again(lines: Sequence[Line], at: int, below: int) -> bool:
    """Whether the line below, or a line of credits, repeats the name."""
    text = lines[at].text.lower()
    repeated = text in lines[below].text.lower() and _title_below(lines, below)
    return bool(repeated) or any(
        text in other.text.lower() for other in lines if other.kind in CREDITED
    )


def _is_foreign(lines: Sequence[Line], at: int) -> bool:
    """Whether the article uses no word of a line, and words of a line below.

    A headline's words come again in its article; a site's name does not, unless the
    article quotes it.
    """
    text = lines[at].text
    if len(text.split()) > SMALL_SITE + 1:
        return False
    told = " ".join(
        line.text
        for line in lines[at + 1 :]
        if line.kind is Kind.BODY and not title_like(line)
    )
    quoted = re.compile(rf"[«\"“‘]{re.escape(text)}[»\"”’]", re.IGNORECASE)
    used = stems(told)
    able = (line for line in lines[at + 1 :] if line.kind is Kind.BODY)
    shared = (len(stems(line.text) & used) for line in takewhile(title_like, able))
    own = stems(text) & used and not quoted.search(told)
    return max(shared, default=0) >= SHARED and not own


def _is_proper(text: str) -> bool:
    """Whether a line is surely a name: every word capital, where headlines are not.

    Cyrillic headlines have one capital; Hangul has none, so there one word must do.
    """
    words = text.split()
    if re.search("[가-힣]", text):
        return len(words) == 1
    return bool(re.search("[А-ЯІЇЄҐЁ]", text)) and len(words) > 1 and _name_like(text)


def _is_motto(lines: Sequence[Line], at: int) -> bool:
    """Whether a line right under the site's name says what the site is."""
    text = lines[at].text
    return at > 0 and lines[at - 1].kind is Kind.SITE_HEADER and _says_what_it_is(text)


def _says_what_it_is(text: str) -> bool:
    return len(text.split()) <= LONGEST_MOTTO and MOTTO.search(text) is not None


def _is_dated_name(text: str) -> bool:
    """Whether a line holds a name and a date and nothing else."""
    name = without_times(text)
    return name != text and _name_like(name)


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


def _plain(name: str) -> str:
    return name.lower().removeprefix("www.").removeprefix("the ")


def _same_site(text: str, name: str) -> bool:
    plain = _plain(text)
    return plain == name or name.startswith(f"{plain} ")


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


def _signed(lines: Sequence[Line]) -> list[Line]:
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
    signed = name != line.text or Kind.DATELINE in around or roled
    return Kind.BYLINE if _is_writer(name, lines, at, signed=signed) else line.kind


def _is_writer(name: str, lines: Sequence[Line], at: int, *, signed: bool) -> bool:
    """Whether a bare name is the writer's: beside a date, or nobody of the article."""
    if not (BARE_NAME.match(name) or PLACED_NAME.match(name)) or " " not in name:
        return False
    told = " ".join(line.text for line in lines[at + 1 :] if line.kind is Kind.BODY)
    proper = _is_proper(name) or _is_latin_name(name, lines, at)
    return signed or (proper and not stems(name) & stems(told))


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
