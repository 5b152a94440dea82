"""What stands below the last sentence: who wrote it, what else to read, forms?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from safeconduct.text.kinds import Kind, Line
from safeconduct.text.masthead import title_like
from safeconduct.text.signatures import BARE_NAME, BIO, author_of
from safeconduct.text.writers import LONGEST_NAME

BIO_CUES = 2
"""Cues an author's note needs when no byline stands above it."""
LONGEST_NOTE = 2
"""Lines of an author's note under its heading."""
LONGEST_LINK = 140
SURE_FOOT = frozenset({Kind.COMMENT_FORM, Kind.COPYRIGHT, Kind.SUBSCRIBE, Kind.SHARE})
"""What stands below an article only; credits and dates may have more of it below."""
SIGNED_ABOVE = 6
"""Lines of the article from its end among which the writer's note is looked for."""
# Headings under which a list stands; with a text behind them they are links themselves.
LIST_HEADING = re.compile(r"[^:：»>]{2,40}[\s:：…»>→]*$")
LIST_KINDS = frozenset({Kind.RELATED_LINK, Kind.NAVIGATION})
LISTS = re.compile(
    r"related|recommend|also\s+like|more\b|don['’]t\s+miss|trending|most\s+read|latest|top\s+st"
    r"|other\s+news|topics?|tags?|관련|함께|많이|인기|주요|최신|추천|태그|по\s+тем|схожі|похож"
    r"|останні|популярн|головні|інші|последн|главные|другие|теги|мітки|метки|до\s+тем",
    re.IGNORECASE,
)
PLAIN = re.compile(r"[가-힣](?<!니)다\.[\"”’]*$")
POLITE = re.compile(r"(?:니다|세요|십시오)\.?$")
PLAIN_LINES = 2
"""Paragraphs after which an article surely tells in plain style."""
FIGURE = re.compile(r"\D{2,40}[:：—–-]\s*\S{0,3}\d[^:]*$")
"""A line of a list of figures: "January: 300"."""
FIELD = re.compile(
    r"(?:name|e-?mail|website|comment|message|submit|cancel\s+reply|이름|비밀번호|내용|등록"
    r"|ім[’'ʼ]я|имя|сайт|надіслати|отправить)\s*\*?$",
    re.IGNORECASE,
)


def below(lines: Sequence[Line]) -> list[Line]:
    """Find lists of links, the author's note and name, and the fields of forms."""
    found = list(lines)
    for at, line in enumerate(found):
        if _opens_list(line):
            _mark_list(found, at)
        elif line.kind is Kind.AUTHOR_BIO:
            _mark_note(found, at)
        elif line.kind is Kind.COMMENT_FORM:
            _mark_fields(found, at)
    return _ended(_noted(_signed(found)))


def _noted(lines: list[Line]) -> list[Line]:
    """Strip the last lines of the article that open with its writer's own name."""
    writers = {name.lower() for line in lines if (name := _writer(line))}
    article = [at for at, line in enumerate(lines) if line.kind is Kind.BODY]
    for at in reversed(article[-SIGNED_ABOVE:] if len(article) > SIGNED_ABOVE else ()):
        text = lines[at].text.lower()
        if any(map(text.startswith, writers)):
            kind = Kind.BYLINE if text in writers else Kind.AUTHOR_BIO
            lines[at] = replace(lines[at], kind=kind)
        elif _is_prose(lines[at]):
            break
    return lines


# "Posted on 15 September by Ann Lee", "출처: … / 옮긴이 한송이".
POSTED = re.compile(
    r"\bby\s+(?P<who>[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){1,3})\s*$"
    r"|(?:옮긴이|번역|옮김)\s*[:=]?\s*(?P<hand>[가-힣]{2,4})(?=\W|$)"
    r"|(?:[Tt]ranslat(?:ed|ion)\s+by|[Пп]ерев[её]ла?|[Пп]ереклал?[ав]|[Пп]ереклад|[Пп]еревод)\s*:?\s+(?P<other>[^\W\d_a-zа-яіїєґё][\w’'.-]+(?:\s+[^\W\d_a-zа-яіїєґё][\w’'.-]+){1,2})"
)
SIGNING = frozenset({Kind.DATELINE, Kind.SOURCE_CREDIT, Kind.BYLINE})


def _writer(line: Line) -> str | None:
    """Name whom a line of credits says wrote or translated."""
    if line.kind not in SIGNING:
        return None
    posted = POSTED.search(line.text)
    named = next(filter(None, posted.groups()), None) if posted else None
    written = author_of(line.text) if line.kind is Kind.BYLINE else None
    return written or named


def _ended(lines: list[Line]) -> list[Line]:
    """Strip short lines without a full stop once the foot of the page has begun.

    A heading with nothing below it heads nothing. Lines with numbers stay below mere
    credits, where they may be a list of figures, but not below what only a foot holds.
    """
    last = _last_of_article(lines)
    begun = sure = False
    for at in range(last + 1, len(lines)) if last >= 0 else ():
        line = lines[at]
        if line.kind is not Kind.BODY:
            begun, sure = True, sure or line.kind in SURE_FOOT or _opens_list(line)
        elif begun and len(line.text) <= LONGEST_LINK and _is_link(line, sure=sure):
            lines[at] = replace(line, kind=Kind.NAVIGATION)
    return lines


def _last_of_article(lines: Sequence[Line]) -> int:
    """Find the last paragraph, -1 where there is none.

    A Korean article tells in plain -da; where it does, a polite -nida behind it is the
    site's.
    """
    prose = [at for at, line in enumerate(lines) if _is_prose(line)]
    plain = [at for at in prose if PLAIN.search(lines[at].text)]
    polite = [at for at in prose if POLITE.search(lines[at].text)]
    if len(plain) >= PLAIN_LINES and polite and plain[-1] < polite[0]:
        prose = [at for at in prose if at < polite[0]]
    return max(prose, default=-1)


def _is_link(line: Line, *, sure: bool) -> bool:
    """Whether a short line at the foot is a link and not one of a list of figures."""
    if FIGURE.match(line.text):
        return False
    return sure or not re.search(r"\d", line.text)


def _is_prose(line: Line) -> bool:
    return line.kind is Kind.BODY and not title_like(line)


def _opens_list(line: Line) -> bool:
    return (
        line.kind in LIST_KINDS
        and LIST_HEADING.match(line.text) is not None
        and LISTS.search(line.text) is not None
    )


def _mark_list(lines: list[Line], at: int) -> None:
    """Mark the links under their heading.

    Where the article goes on below, the last of them may be its next heading: it is
    left in the article, unless an empty line parts the list from what follows.
    """
    run = at + 1
    while (
        run < len(lines)
        and lines[run].kind is Kind.BODY
        and title_like(lines[run])
        and len(lines[run].text) <= LONGEST_LINK
    ):
        run += 1
    if any(line.kind is Kind.BODY for line in lines[run:]):
        run = _closed(lines, at, run)
    for marked in range(at + 1, run):
        lines[marked] = replace(lines[marked], kind=lines[at].kind)


def _closed(lines: Sequence[Line], at: int, run: int) -> int:
    """Find where a list in the middle of the article surely ends."""
    for end in range(at + 1, run):
        if lines[end].number - lines[end - 1].number > 1:
            return max(at + 1, end)
    return max(at + 1, run - 1)


def _mark_note(lines: list[Line], at: int) -> None:
    rest = [n for n in range(at + 1, len(lines)) if lines[n].kind is Kind.BODY]
    if len(rest) <= LONGEST_NOTE and lines[at].kind is Kind.AUTHOR_BIO:
        for note in rest:
            if note - at <= LONGEST_NOTE:
                lines[note] = replace(lines[note], kind=Kind.AUTHOR_BIO)


def _mark_fields(lines: list[Line], at: int) -> None:
    below = at + 1
    if (
        below < len(lines)
        and lines[below].kind in {Kind.BODY, Kind.NAVIGATION}
        and FIELD.match(lines[below].text)
    ):
        lines[below] = replace(lines[below], kind=Kind.COMMENT_FORM)


def _signed(lines: list[Line]) -> list[Line]:
    """Find the author's name and note, looking up from the foot of the page.

    The foot ends where the last line of the article stands, so a sentence on a
    journalist in the middle of an article is safe.
    """
    for at in reversed(range(len(lines))):
        line = lines[at]
        if line.kind is not Kind.BODY:
            continue
        kind = _kind(
            line,
            lines[at - 1] if at else None,
            lines[at + 1] if at + 1 < len(lines) else None,
        )
        if kind is None:
            break
        lines[at] = replace(line, kind=kind)
    return lines


def _kind(line: Line, above: Line | None, below: Line | None) -> Kind | None:
    """Name what a line at the foot is, or None when it is the article."""
    if above is None:
        return None
    cues = len({match.lower() for match in BIO.findall(line.text)})
    signed = line.text.startswith(above.text) or above.kind is Kind.AUTHOR_BIO
    if cues and (signed or (cues >= BIO_CUES and _named(line))):
        return Kind.AUTHOR_BIO
    bare = " " in line.text and BARE_NAME.match(line.text) is not None
    credited = above.kind is Kind.SOURCE_CREDIT or (
        below is not None and below.kind is Kind.AUTHOR_BIO
    )
    if bare and credited and len(line.text) <= LONGEST_NAME:
        return Kind.BYLINE
    return None


def _named(line: Line) -> bool:
    """Whether the line opens as notes on authors do: a name, then what it is."""
    opening = re.match(
        r"(?P<name>.{3,40}?)(?:,|\s+(?:is|was|has|writes|covers)\b|\s+[—–-]\s)",
        line.text,
    )
    return opening is not None and bool(BARE_NAME.match(opening["name"]))
