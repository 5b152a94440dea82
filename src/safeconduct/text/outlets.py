"""How are outlets called, and where does a page say its own name?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from safeconduct.text.dates import is_time
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.signatures import without_times

LONGEST_SITE = 45
SITE_WORDS = 5
SMALL_SITE = 3
"""Words of a site's name that is not written as names are."""
LONGEST_MOTTO = 10
"""Words of a site's motto."""
NAMING = frozenset({Kind.SUBSCRIBE, Kind.COPYRIGHT})
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
    r"|examiner|sentinel|dispatch|argus|broadcasting|watch|brief|briefing|digest|dossier"
    r"|quarterly|monthly|almanac|newsletter|newsroom|inquirer|advocate|mercury|register"
    r"|reporter|correspondent|notebook|spectator|messenger|beacon|lens|context)\b"
    r"|신문|일보|뉴스|방송|통신|타임[스즈]|저널|투데이|매일|경제$|미디어|라디오|리포트|포커스|인사이트"
    r"|다이제스트|매거진|위클리|데일리|트리뷴"
    r"|\b(?:новини|вісник|кур[’'ʼ]єр|пошта|правда|газета|агентство|медіа|радіо|телеканал"
    r"|портал|голос|тиждень|журнал|новости|вестник|курьер|известия|ведомости|медиа|радио"
    r"|неделя|обозрение|бюллетень|бюлетень|дайджест|альманах|хроника|хроніка|огляд|вісті|ведомости"
    r"|інфо|инфо|info|відомості|зеркало|дзеркало|листок|щоденник|медіатека|видання|издание)\b|-?інформ\b|-?информ\b",
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
    r"|ежемесячн\w*|издание|журнал|бюллетень|бюлетень|медіа|медиа|рассказы|истории|історії"
    r"|stories|analysis|reporting|insight|newsletter|platform|коллектив|спільнота|с\s+\d{4}\s+года|з\s+\d{4}\s+року)\b"
    r"|\b(?:blog|agency|long\s+reads|dispatches|блог|агенц\w+|агент?ств\w+|аналітик\w+|аналитик\w+|разборы|розбори|репортаж\w*|расследовани\w+|розслідуванн\w+|стрічка|лента|хроніка|хроника|огляди|обзоры|колонки)\b"
    r"|^(?:главное|головне|вс[её]|усе|все)\s+(?:о|об|про|за)\s|^(?:all|everything)\s+about\s|^(?:the\s+)?best\s+of\s"
    r"|언론|뉴스|신문|주간|월간|창간|정론|매체|소식|이야기",
    re.IGNORECASE,
)
SUFFIX = re.compile(r"(?P<title>.{10,}?)\s+[|•·—–-]\s+(?P<site>[^|•·]{2,45})$")
PARTS = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+|:\s+")
ISSUE = re.compile(
    r"\s*(?:제\s?\d+\s?호|№\s?\d+|issue\s+\d+|no\.\s?\d+)$", re.IGNORECASE
)
DESCRIBED = 2
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
    known = match is not None and plain(match["site"]) in map(plain, names)
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


def is_outlet(text: str) -> bool:
    """Whether outlets are called so: a name, not a headline that uses such a word."""
    words = len(text.split())
    return (
        OUTLET.search(text) is not None
        and words <= SITE_WORDS
        and (name_like(text) or words <= SMALL_SITE)
        and not WITHIN.search(text)
    )


def is_described(text: str) -> bool:
    """Whether a few words and a motto stand on one line, parted by a dash or colon."""
    parts = PARTS.split(text)
    return (
        len(parts) == DESCRIBED
        and len(parts[0].split()) <= SMALL_SITE
        and len(text.split()) <= LONGEST_MOTTO
        and MOTTO.search(parts[1]) is not None
    )


def says_what_it_is(text: str) -> bool:
    """Whether a few words say what a site is, as mottoes do."""
    return len(text.split()) <= LONGEST_MOTTO and MOTTO.search(text) is not None


def is_dated_name(text: str) -> bool:
    """Whether a line holds a name and a date and nothing else."""
    name = without_times(text)
    return (name != text and name_like(name)) or _is_issue(text)


# "World briefing, 3 May 2025": what is issued, and when.
ISSUED = re.compile(r"(?P<name>[^,|·•—–]{3,40}?)\s*(?:,|[|·•—–])\s*(?P<when>.{4,40})")


def _is_issue(text: str) -> bool:
    found = ISSUED.fullmatch(text)
    if found is None or not is_time(found["when"]):
        return False
    name = found["name"]
    return len(name.split()) <= SMALL_SITE and OUTLET.search(name) is not None


def is_proper(text: str) -> bool:
    """Whether a line is surely a name: every word capital, where headlines are not.

    Cyrillic headlines have one capital; Hangul has none, so there one word must do.
    """
    words = text.split()
    if re.search("[가-힣]", text):
        return len(words) == 1
    return bool(re.search("[А-ЯІЇЄҐЁ]", text)) and len(words) > 1 and name_like(text)


def plain(name: str) -> str:
    """Write a site's name as it is compared."""
    return name.lower().removeprefix("www.").removeprefix("the ")


def same_site(text: str, name: str) -> bool:
    """Whether a line is a plain name, or begins it."""
    called = plain(text)
    return called == name or name.startswith(f"{called} ")


def name_like(text: str) -> bool:
    """Whether every word is capital, as in names, and there are few of them."""
    words = text.split()
    return (
        len(text) <= LONGEST_SITE
        and len(words) <= SITE_WORDS
        and all(
            not word[0].islower() or word in SMALL_WORDS for word in words if word[0]
        )
    )
