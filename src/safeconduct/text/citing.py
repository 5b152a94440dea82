"""Which outlets does a text cite, and in which words: "as Ridge Ledger reported"?"""

from __future__ import annotations

import re
from collections.abc import Iterator

CAPITAL = "[A-ZА-ЯІЇЄҐЁ]"
LATIN_NAME = r"[A-Z][\w’'&-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w’'&-]*){0,4}"
NAME = rf"{CAPITAL}[\w’'&-]*(?:\s+{CAPITAL}[\w’'&-]*){{0,4}}"
DOMAIN = (
    r"(?:www\.)?(?:[\w-]+\.)+"
    r"(?:com|org|net|info|news|ua|ru|kr|eu|uk|io|tv|example)(?:\.[a-z]{2})?\b"
)
QUOTED = "[«„“\"'‘][^»“”\"'’]{2,50}[»“”\"'’]"
ANY = rf"(?:{DOMAIN}|{QUOTED}|{NAME})"

# Words that make a capitalised name that of an outlet.
MEDIA = (
    r"(?:News|Times|Daily|Post|Herald|Ilbo|Shinmun|Tribune|Journal|Gazette|Telegraph"
    r"|Guardian|Courier|Chronicle|Weekly|Mail|Radio|Television|TV|Pravda|Today"
    r"|Bulletin|Dispatch|Express|Sentinel|Examiner|Broadcasting|(?:News"
    r"|Press)\s+Agency)"
)
KNOWN = (
    r"(?:Reuters|AFP|BBC|CNN|NHK|KBS|MBC|SBS|YTN|DPA|EFE|Yonhap|Kyodo|TASS|Interfax"
    r"|Ukrinform|Suspilne|Bloomberg|Hankyoreh|Associated\s+Press|Al\s+Jazeera)"
)
OUTLET = (
    rf"(?:{DOMAIN}|{KNOWN}(?:\s+{MEDIA})?|(?:{CAPITAL}[\w’'-]*\s+){{1,3}}{MEDIA}"
    rf"|{MEDIA}\s+[A-Z]\w+)"
)
PRESS = (
    r"(?:newspaper|news\s+(?:agency|site|outlet|portal|website)|broadcaster|magazine"
    r"|website"
    r"|(?:media\s+|news\s+)?outlet|daily|weekly|monthly|television\s+channel"
    r"|radio\s+station)"
)
TOLD = (
    r"(?:(?:has|had|have)\s+)?(?:first\s+|earlier\s+|also\s+)?"
    r"(?:report(?:s|ed)?|wr(?:ites|ote|itten)|publish(?:es|ed)|reveal(?:s|ed)"
    r"|quot(?:es|ed)|cit(?:es|ed)|broadcast)"
)
SLAVIC_PRESS = (
    r"(?:газет[аиіуыое]\w*|видання\w*|издани[еяюи]\w*|агент?ств[оаіуе]\w*"
    r"|телеканал\w*|портал\w*"
    r"|журнал\w{0,3}|сайт\w{0,3}|раді[оа]|радио)"
)
SLAVIC_TOLD = (
    r"(?:повідом\w+|сообщ\w+|пиш[еу]\w*|написа\w+|переда[єёел]\w*|опубл[иі]к\w+"
    r"|розпов\w+"
    r"|рассказ\w+|цитує\w*|цитиру\w+|навод(?:ить|ят)\w*|привод(?:ит|ят)\w*"
    r"|з?’?ясув\w+|выяснил\w+)"
)
SLAVIC_BY = (
    r"(?:за\s+даними|по\s+данным|за\s+інформацією|по\s+информации"
    r"|[зс]\s+посиланням\s+на"
    r"|со\s+ссылкой\s+на|як\s+(?:пише|повідомля\w+|повідоми\w+)|как\s+(?:пишет"
    r"|сообща\w+|сообщи\w+)"
    r"|в\s+інтерв['’ʼ]ю|в\s+интервью"
    r"|згідно\s+з\s+публікацією|согласно\s+публикации|[ву]\s+(?:репортаж[іе]"
    r"|матеріалі|материале|публікації|публикации|статті|статье|розслідуванні"
    r"|расследовании)"
    r"|кореспондент\w*|журналіст\w*|корреспондент\w*|журналист\w*)"
)
HANGUL_OUTLET = (
    r"[가-힣A-Za-z]{0,8}(?:일보|신문|뉴스|통신|방송|타임스|데일리|저널|투데이)"
    r"|데일리NK|KBS|MBC|SBS|YTN|NHK|JTBC|BBC|CNN|AFP|로이터"
)
KOREAN_PRESS = (
    r"(?:매체|언론|일간지?|주간지?|월간지?|신문|방송사?|통신사|잡지|인터넷신문|언론사)"
)
UNIT = re.compile(
    (
        r"(?:отряд|бригад|батал|полк|рот|загон|взвод|дивиз|дивіз|підрозд|подразд"
        r"|корпус|легион|легіон|спецназ|команд|операц|проект|проєкт|фільм|фильм|пісн"
        r"|песн|книг|роман)\w*\s*$"
    ),
    re.IGNORECASE,
)
"""Nouns before a quoted name that make it no outlet's."""
CITED = (
    re.compile(rf"\b{PRESS}\s+(?P<o>{DOMAIN}|{QUOTED}|{LATIN_NAME})\s+{TOLD}\b"),
    re.compile(rf"(?<!\w)(?:[Tt]he\s+)?(?P<o>{OUTLET})\s+{TOLD}\b"),
    re.compile(
        r"\b(?:[Aa]ccording\s+to|[Aa]s\s+reported\s+by|reported\s+by"
        r"|published\s+(?:by|in)"
        r"|[Cc]iting|quoted\s+by|told|interview\s+with|reports?\s+(?:by|in"
        r"|from))\s+(?:the\s+)?"
        rf"(?:\w+\s+)?(?:{PRESS}\s+(?P<o>{DOMAIN}|{QUOTED}|{LATIN_NAME})"
        rf"|(?P<o2>{OUTLET}))"
    ),
    re.compile(rf"(?i:{SLAVIC_BY})\s+(?:\w+\s+)?(?:(?i:{SLAVIC_PRESS})\s+(?P<o>{ANY})|(?P<o2>{QUOTED}|{OUTLET}))"),
    re.compile(rf"(?i:{SLAVIC_PRESS})\s+(?P<o>{ANY})[^.]{{0,40}}?\s(?i:{SLAVIC_TOLD})"),
    re.compile(rf"(?i:{SLAVIC_TOLD})\s+(?:\w+\s+)?(?i:{SLAVIC_PRESS})\s+(?P<o>{ANY})"),
    re.compile(rf"(?P<o>{QUOTED})\s+(?i:{SLAVIC_TOLD})"),
    re.compile(rf"(?i:{SLAVIC_TOLD})\s+(?:[а-яіїєґё]+\s+){{0,2}}(?P<o>{QUOTED}|{DOMAIN})"),
    re.compile(rf",\s+(?i:{SLAVIC_TOLD})\s+(?P<o>{LATIN_NAME})(?=[.,])"),
    re.compile(rf"\b{PRESS}\s+(?P<o>{DOMAIN}|{QUOTED}|{LATIN_NAME})"),
    re.compile(rf"(?P<o>{LATIN_NAME}),\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}{PRESS}\b"),
    re.compile(
        r"\b(?:[Rr]eport|[Aa]rticle|[Ss]tory|[Ii]nvestigation|[Ii]nterview)\s+(?:in"
        r"|by|with|published\s+(?:in|by))\s+(?:the\s+)?"
        rf"(?P<o>{DOMAIN}|{QUOTED}|{OUTLET})"
    ),
    re.compile(
        rf"{KOREAN_PRESS}(?:인)?\s(?:['‘“\"](?P<o>[^'’”\"]{{2,25}})['’”\"]"
        rf"|(?P<o2>[가-힣A-Za-z]{{2,10}}?(?:\s[가-힣A-Za-z]{{2,10}}?)?))"
        r"(?:\s?\([^()]{2,30}\))?(?:에\s?따르면|(?:[은는이가]|의)\s[^.]{0,200}(?:보도|전했|밝혔|소개"
        r"|공개)|[를을]\s인용|[과와]의\s인터뷰|\s보도)"
    ),
    re.compile(
        r"['‘](?P<o>[^'’]{2,25})['’](?:에\s?따르면|[은는이가의]\s[^.]{0,60}보도)"
    ),
    re.compile(
        r"(?<![가-힣])(?!(?:언론|외신|현지|일부|국내|관련|잇단|이런|해당|한|이|그|첫|당시"
        r"|최근)\s)(?P<o>[가-힣]{2,8}?(?:\s[가-힣]{2,8}?)?)(?:의)?(?<!언론)"
        r"(?<!외신)(?<!매체)\s보도(?:에\s?따르면"
        r"|를\s보면|를\s인용)"
    ),
    re.compile(
        r"(?P<o>[가-힣]{2,8}(?:\s[가-힣]{2,8})?)\s?\([A-Z][\w ]{2,30}\)[은는이가]\s"
        r"[^.]{0,60}보도"
    ),
    re.compile(
        rf"['‘“\"]?(?P<o>{HANGUL_OUTLET})['’”\"]?\s?(?:\([A-Za-z ]{{2,20}}\))?"
        r"(?:에\s?따르면|(?:이|가|은|는|의|도)?\s?(?:[^.]{0,40}\s)?보도|(?:이|가|은|는)\s[^.]{0,60}전했"
        r"|를?\s?인용|과의\s?인터뷰)"
    ),
)  # fmt: skip


def cited_in(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the names of outlets that a line of the article cites, and the passages."""
    for pattern in CITED:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            name = "o" if groups["o"] else "o2"
            if not UNIT.search(text[: match.start(name)]):
                yield groups[name], match
