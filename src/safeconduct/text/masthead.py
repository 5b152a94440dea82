"""What stands above the title: the site's name, its motto, its sections?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from safeconduct.text.cues import DOMAIN
from safeconduct.text.furniture import is_row_of_sections
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.outlets import (
    LONGEST_MOTTO,
    SITE_WORDS,
    SMALL_SITE,
    is_dated_name,
    is_described,
    is_outlet,
    is_proper,
    name_like,
    plain,
    same_site,
    says_what_it_is,
    site_names,
)
from safeconduct.text.stems import stems

HIGHEST = 16
"""Lines from the top among which a masthead is looked for."""
LONGEST_TITLE = 250
SHARED = 2
"""Words that a headline shares with its article."""
LONGEST_SECTION = 15
FURNITURE = frozenset({Kind.SITE_HEADER, Kind.NAVIGATION, Kind.COOKIE})
CREDITED = frozenset({Kind.PHOTO_CREDIT, Kind.COPYRIGHT, Kind.BYLINE})
SIGNED = frozenset({Kind.DATELINE, Kind.BYLINE})
BLOCK = (2, 3)
"""Lines of the article's kind in a masthead that has a block of its own."""
UNDER_NAME = FURNITURE | {Kind.SITE_TAGLINE, Kind.SUBSCRIBE, Kind.SHARE}
STOP = re.compile(r"[.…:;。,][\"'”’»)\]]*$|(?:다|요)\.$")


def above(lines: Sequence[Line]) -> list[Line]:
    """Find the site's header and tagline above the title.

    The name of a site is known by its address, because the page repeats it in its
    footer or its motto, because outlets are called so, or because the article never
    uses its words. It is taken for one only where a line that can be the title follows.
    """
    found = _over_signed(_over_path(_block(_under_title(list(lines)))))
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
    return found


def _under_title(lines: list[Line]) -> list[Line]:
    """Mark the name of a site and its section, where the title stands above them.

    "Why many will not go home / Rift Courier / News / By Ann Lee".
    """
    if len(lines) <= UNDER or lines[0].kind is not Kind.BODY:
        return lines
    if not title_like(lines[0]) or len(lines[0].text.split()) <= SITE_WORDS:
        return lines
    names = list(
        takewhile(
            lambda at: lines[at].kind is Kind.BODY and _can_name(lines, at),
            range(1, UNDER),
        )
    )
    rest = (line for line in lines[len(names) + 1 :] if not _can_sign(line))
    if not names or next(rest, lines[0]).kind not in SIGNED | {Kind.NAVIGATION}:
        return lines
    for at in names:
        kind = Kind.SITE_HEADER if at == 1 else Kind.NAVIGATION
        lines[at] = replace(lines[at], kind=kind)
    return lines


UNDER = 4
"""Lines from the top in which a site's name stands below the title."""


def _can_sign(line: Line) -> bool:
    """Whether a line is a row of sections, or a bare name as authors give it."""
    bare = line.kind is Kind.BODY
    return bare and bool(is_row_of_sections(line.text) or PERSON.fullmatch(line.text))


def _can_name(lines: Sequence[Line], at: int) -> bool:
    """Whether a line under a title is as short as a name, and nothing that is told."""
    text = lines[at].text
    if len(text.split()) > SITE_WORDS or STOP.search(text):
        return False
    if is_outlet(text) or PAPER.search(text):
        return True
    return name_like(text) and not PERSON.fullmatch(text) and _is_foreign(lines, at)


def _over_path(lines: list[Line]) -> list[Line]:
    """Mark what stands above the path to the page, where the title stands below it.

    "The Daily / What nobody else prints / Home > World / Title": no title stands above
    the menu if a line below it says as much of what the article tells.
    """
    path = next((at for at, line in enumerate(lines[:HIGHEST]) if _is_path(line)), 0)
    own = [at for at in range(path) if lines[at].kind is Kind.BODY]
    title = _next_body(lines, path + 1)
    if not own or title is None or not title_like(lines[title]):
        return lines
    if not all(title_like(lines[at]) for at in own) or any(
        lines[at].kind in SIGNED for at in range(path)
    ):
        return lines
    used = stems(_told_below(lines, title))
    said = len(stems(lines[title].text) & used)
    if any(len(stems(lines[at].text) & used) > said for at in own):
        return lines
    headed = any(lines[at].kind is Kind.SITE_HEADER for at in range(own[0]))
    for at in own:
        first = at == own[0] and not headed
        kind = Kind.SITE_HEADER if first else Kind.SITE_TAGLINE
        lines[at] = replace(lines[at], kind=kind)
    return lines


def _over_signed(lines: list[Line]) -> list[Line]:
    """Mark a name and its motto above a title that the author or the day follows.

    "Turning Point / Press about captivity / Why many will not go home / By Ann Lee".
    """
    signed = next(
        (at for at, line in enumerate(lines[:HIGHEST]) if line.kind in SIGNED), 0
    )
    if signed and PERSON.fullmatch(lines[signed - 1].text):
        signed -= 1  # the author's bare name above the day
    own = [at for at in range(signed) if lines[at].kind is Kind.BODY]
    if len(own) != HEADED or own[-1] != signed - 1:
        return lines
    name, motto, title = (lines[at] for at in own)
    if not all(map(title_like, (name, motto, title))) or not _tops(name, motto, title):
        return lines
    used = stems(_told_below(lines, own[-1]))
    said = [len(stems(line.text) & used) for line in (name, motto, title)]
    if said[-1] < SHARED or max(said[:-1]) >= said[-1]:
        return lines
    for at, kind in zip(own, (Kind.SITE_HEADER, Kind.SITE_TAGLINE), strict=False):
        lines[at] = replace(lines[at], kind=kind)
    return lines


PERSON = re.compile(r"(?:[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]+\s){1,2}[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]+")
HEADED = 3
"""Lines above the author's: the site's name, what it is, and the title."""


def _tops(name: Line, motto: Line, title: Line) -> bool:
    """Whether two lines are short beside a third, and the first as short as a name."""
    few = len(name.text.split()) <= SITE_WORDS
    brief = len(motto.text.split()) <= LONGEST_MOTTO + 1
    return few and brief and 2 * len(name.text) < len(title.text) > len(motto.text)


def _is_path(line: Line) -> bool:
    """Whether a line is a path or a row of sections, such as stands above a title."""
    if line.kind is Kind.NAVIGATION and FROM_HOME.match(line.text):
        return True
    bare = line.kind in {Kind.BODY, Kind.NAVIGATION}
    return bare and is_row_of_sections(line.text)


FROM_HOME = re.compile(r"(?:home|главная|головна|홈)\s*[>›»/|→]\s*\S", re.IGNORECASE)


def _block(lines: list[Line]) -> list[Line]:
    """Mark a block of short lines that an empty line parts from the title below it.

    A site's name and what it says of itself stand so; a title and what it says of the
    article do too, but then no other line follows that the article takes up.
    """
    end = _end_of_block(lines)
    own = [at for at in range(end) if lines[at].kind is Kind.BODY]
    title = _next_body(lines, end)
    if len(own) not in BLOCK or title is None or not title_like(lines[title]):
        return lines
    if any(lines[at].kind in SIGNED for at in range(end)):
        return lines
    used = stems(_told_below(lines, title))
    first, *rest = (lines[at].text for at in own)
    taken_up = len(stems(lines[title].text) & used)
    loud = first.isupper() and not lines[title].text.isupper()
    named = is_outlet(first) and any(map(says_what_it_is, rest))
    own_words = (
        stems(first) & used and not named and not _is_quoted(first, lines, title)
    )
    if (
        len(first.split()) > SITE_WORDS
        or len(first) >= len(lines[title].text)
        or (own_words and not loud)
        or not all(_can_be_motto(text, used, max(taken_up, 1)) for text in rest)
    ):
        return lines
    for at in own:
        kind = Kind.SITE_HEADER if at == own[0] else Kind.SITE_TAGLINE
        lines[at] = replace(lines[at], kind=kind)
    return lines


def _end_of_block(lines: Sequence[Line]) -> int:
    """Count the lines before the first empty one; none where there is no such block."""
    for at in range(1, min(len(lines), HIGHEST)):
        if lines[at].number - lines[at - 1].number > 1:
            return at
    return 0


def _next_body(lines: Sequence[Line], at: int) -> int | None:
    return next(
        (n for n in range(at, len(lines)) if lines[n].kind is Kind.BODY and at), None
    )


def _told_below(lines: Sequence[Line], at: int) -> str:
    return " ".join(
        line.text
        for line in lines[at + 1 :]
        if line.kind is Kind.BODY and not title_like(line)
    )


def _is_quoted(name: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the article names it in quotation marks only, as it does outlets."""
    quoted = re.compile(rf"[«\"“‘]{re.escape(name)}[»\"”’]", re.IGNORECASE)
    return quoted.search(_told_below(lines, at)) is not None


def _can_be_motto(text: str, used: frozenset[str], taken_up: int) -> bool:
    """Whether a line is few words that the article takes up less than its title.

    A row of very short sentences is a motto whatever its words.
    """
    if not STOP.search(text):
        few = len(text.split()) <= LONGEST_MOTTO + 1
        return few and (len(stems(text) & used) < taken_up or text[0].islower())
    parts = [part for part in re.split(r"[.!]\s*", text) if part]
    return len(parts) > 1 and all(len(part.split()) <= SMALL_SITE for part in parts)


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
    if is_dated_name(text) or (at == 0 and _names_paper(lines, at)):
        return Kind.SITE_HEADER
    if text[0].islower() and _is_motto(lines, at):
        return Kind.SITE_TAGLINE
    return _kind_of_shorter(lines, at, below) if _is_shorter(lines, at) else None


# "Радио «Новый меридиан» | Азия", "월간 너머 2025년 10월호"; but not what a paper said.
PARTED = re.compile(
    r"\s[|•·/]\s|\.\s(?=(?:Районна|Городска|Областна|Міська|Обласна)\w{0,2}\s)"
)
PAPER = re.compile(
    r"\b(?:news|times|examiner|gazette|herald|courier|tribune|post|radio|fm|tv|podcast|weekly"
    r"|monthly|magazine|bulletin|blog)\b|(?<!\w)(?:радио|радіо|газет|телеканал|новост|новини"
    r"|вестник|вісник|вести|вісті|подкаст|журнал|бюллетен|бюлетен|агентств|портал|лента"
    r"|стрічка|блог|издани|видання)\w*|주간|월간|일보|신문|통신|방송|뉴스|라디오|저널|주보",
    re.IGNORECASE,
)
ISSUE = re.compile(
    r"^(?:[\w-]+\s+){0,2}[«“\"][^»”\"]+[»”\"]\s*(?:$|[|•·(№\d])|\d+월?\s?[호권]|№"
    r"|\b[Вв][иы]пуск|\s[—–]\s[^.?!]+,\s"
)


def _names_paper(lines: Sequence[Line], at: int) -> bool:
    """Whether the first line names a paper beside its section, town or issue."""
    text = lines[at].text
    beside = PARTED.search(text) or ISSUE.search(text)
    named = beside is not None and PAPER.search(text) is not None
    return named and _is_shorter(lines, at)


def _kind_by_name(lines: Sequence[Line], text: str) -> Kind | None:
    """Name a line that is the site's name as the page gives it, or holds it."""
    names = [plain(name) for name in site_names(lines)]
    if DOMAIN.match(text) or any(same_site(text.lower(), name) for name in names):
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
    return _section(lines[at], lines) if name_like(lines[at].text) else None


def _is_kicker(lines: Sequence[Line], at: int) -> bool:
    """Whether a few words under the site's menu name the section, not the article."""
    under_menu = at > 0 and lines[at - 1].kind is Kind.NAVIGATION
    return under_menu and _is_foreign(lines, at)


def _is_shorter(lines: Sequence[Line], at: int) -> bool:
    return len(lines[at].text) < _headline(lines, at)


def _is_site(lines: Sequence[Line], at: int, below: int) -> bool:
    """Whether a short line above others that can be the title names the site."""
    text = lines[at].text
    if is_outlet(text) or is_described(text):
        return True
    if _is_foreign(lines, at) and (is_proper(text) or _heads_page(lines, at)):
        return True
    return name_like(text) and _is_told_again(lines, at, below)


def _heads_page(lines: Sequence[Line], at: int) -> bool:
    """Whether what follows stands below the name of a site, not below a title."""
    under = lines[at + 1]
    return under.kind in UNDER_NAME | {Kind.DATELINE} or (
        len(under.text) < _headline(lines, at)
        and (is_row_of_sections(under.text) or says_what_it_is(under.text))
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


def _is_motto(lines: Sequence[Line], at: int) -> bool:
    """Whether a line right under the site's name says what the site is.

    A title is never written with a small letter first.
    """
    text = lines[at].text
    under = at > 0 and lines[at - 1].kind is Kind.SITE_HEADER
    return under and (says_what_it_is(text) or text[0].islower())


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
