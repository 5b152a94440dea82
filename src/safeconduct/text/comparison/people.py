"""Whose soldiers does a figure count?

Two captured North Koreans and three hundred captured Ukrainians are no
disagreement. Nationality is read from the noun phrase; where it is not stated the
page's own subject stands in, and where that is mixed it stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter

from safeconduct.text.figure import Figure
from safeconduct.text.roles import Role

_PERSONS_EN = (
    r"(?:\w+\s+){0,2}?(?:soldiers?|troops|servicemen|service\s?members|prisoners?"
    r"|POWs?|fighters?|personnel|men|captives|officers?|infantry\w*|losses"
    r"|casualties|citizens|nationals|mercenar\w+|recruits|volunteers|workers)"
)
# "Ukrainian military intelligence" tells, and is not told of.
_OFFICE = (
    r"(?!\s+(?:развед|розвід|прокур|эксперт|експерт|аналит|аналіт|ведомств|відомств"
    r"|командов|командув|министр|міністр|служб|источник|джерел))"
)
_KOREAN_OFFICE = r"(?!\s?(?:정보|당국|총참모|관계자|대변인|소식통|전문가))"
_PERSONS_SLAVIC = (
    rf"(?:\w+\s+){{0,1}}?(?:солдат\w*|військ\w*+{_OFFICE}|військовополонен\w*"
    rf"|військовослужбовц\w*|полонен\w*|бійц\w*|бойц\w*|войск\w*|военн\w*+{_OFFICE}"
    r"|военнопленн\w*|военнослужащ\w*|пленн\w*|офіцер\w*|офицер\w*|втрат\w*"
    r"|потер\w*|громадян\w*|граждан\w*|найман\w*|на[её]мник\w*)"
)
ADJECTIVES = {
    "PRK": (
        r"North\s+Korean",
        r"північнокорейськ\w+|северокорейск\w+",
        r"북한군?|북한\s?병사|인민군|조선인민군",
    ),
    "UKR": (
        r"Ukrainian",
        r"українськ\w+|украинск\w+",
        rf"우크라이나\s?(?:군{_KOREAN_OFFICE}|포로|병사)",
    ),
    "RUS": (
        r"Russian",
        r"російськ\w+|российск\w+",
        rf"러시아\s?(?:군{_KOREAN_OFFICE}|포로|병사)",
    ),
    "KOR": (r"South\s+Korean", r"південнокорейськ\w+|южнокорейск\w+", r"한국군|국군"),
}
ORIGINS = {
    "PRK": (
        r"(?:from|of|з|із|из)\s+(?:North\s+Korea|Північної\s+Кореї|Северной\s+Кореи"
        r"|КНДР)|КНДР"
    ),
    "UKR": r"(?:from|з|із|из)\s+(?:Ukraine|України|Украины)|ЗСУ|ВСУ",
    "RUS": r"(?:from|з|із|из)\s+(?:Russia|Росії|России)",
}
# Words that name the people themselves: "North Koreans", "северокорейцы".
NOUNS = {
    "PRK": (
        r"North\s+Koreans\b|(?:північно|северо)?коре[йї]ц\w+"
        rf"|{_PERSONS_SLAVIC}\s+(?:з\s+|із\s+|из\s+)?КНДР"
    ),
    "UKR": r"Ukrainians\b|україн(?:ці|ців|цям|цями)\b|украинц\w+",
    "RUS": r"Russians\b|росіян\w*|россиян\w*",
    "KOR": r"South\s+Koreans\b|південнокоре[йї]ц\w+|южнокоре[йї]ц\w+",
}
# "Russia's own losses", "Russia has lost": its people, though no adjective says so.
_OWN_PEOPLE = (
    r"(?:\w+\s+){0,3}?(?:loss\w*|casualt\w+|dead|wounded|killed|soldiers?|troops|army"
    r"|forces|men|prisoners)\b"
)
_LOST = (
    r"(?:(?:has|have|had|itself|already|уже|вже)\s+){0,2}(?:lost|suffered|втрати\w+"
    r"|потеря\w+|нес[её]т\b|зазнал\w+|понесл\w+)"
)
_ARMY = r"(?:арм\w+|сил\w*|військ\w*|войск\w*)"
POSSESSORS = {
    "PRK": rf"(?:North\s+Korea|Pyongyang)(?:[’']s\s+{_OWN_PEOPLE}|\s+{_LOST})",
    "UKR": (
        rf"(?:Ukraine|Kyiv)(?:[’']s\s+{_OWN_PEOPLE}|\s+{_LOST})"
        rf"|(?:Україна|Украина|Київ|Киев)\s+{_LOST}|українськ\w+\s+{_ARMY}|украинск\w+\s+{_ARMY}"
        r"|(?:втрати|потери)\s+(?:України|Украины)|우크라이나(?:군|의)\s?(?:사상|전사|손실|피해)"
    ),
    "RUS": (
        rf"(?:Russia|Moscow)(?:[’']s\s+{_OWN_PEOPLE}|\s+{_LOST})"
        rf"|(?:Росія|Россия|Москва|РФ)\s+{_LOST}|російськ\w+\s+{_ARMY}|российск\w+\s+{_ARMY}"
        r"|(?:втрат|потер)\w*\s+(?:Росії|России|РФ)|러시아(?:군|의)\s?(?:사상|전사|손실|피해)"
    ),
}
# Others who fight in this war or are exchanged in it: English, Slavic, Korean stems.
THIRD = {
    "NPL": (r"Nepal(?:ese|i)s?", r"непал\w+", r"네팔"),
    "CHN": (r"Chinese", r"кита[йєюяе]\w*", r"중국"),
    "CUB": (r"Cubans?", r"куб(?:ин|инськ|инск)\w+", r"쿠바"),
    "SRB": (r"Serb(?:ian)?s?", r"серб\w*", r"세르비아"),
    "SYR": (r"Syrians?", r"сирі\w+|сири\w+", r"시리아"),
    "IND": (r"Indians?", r"індій\w+|индий\w+", r"인도(?=인|군|\s?출신|\s?국적)"),
    "LKA": (r"Sri\s+Lankans?", r"шрі?-?ланк\w+|шри-ланк\w+", r"스리랑카"),
    "KEN": (r"Kenyans?", r"кен[иі]й\w+", r"케냐"),
    "GHA": (
        r"Ghana(?:ia)?ns?",
        r"ган(?:ськ|ск|ц)\w+",
        r"가나(?=인|군|\s?출신|\s?국적)",
    ),
    "UZB": (r"Uzbeks?", r"узбе\w+", r"우즈베키스탄|우즈베크"),
    "TJK": (r"Tajiks?", r"таджи\w+", r"타지키스탄|타지크"),
    "KAZ": (r"Kazakhs?", r"каза(?:х|ш)\w+", r"카자흐\w*"),
    "BLR": (r"Belarus(?:ian)?s?", r"білорус\w+|белорус\w+", r"벨라루스"),
    "COL": (r"Colombians?", r"колумбі\w+|колумби\w+", r"콜롬비아"),
    "GEO": (r"Georgians?", r"грузин\w*", r"조지아"),
    "YEM": (r"Yemenis?", r"[єй]емен\w+", r"예멘"),
    "SOM": (r"Somalis?", r"сомал\w+", r"소말리아"),  # codespell:ignore som
    "USA": (r"Americans?", r"америк\w+", r"미국(?=인|군|\s?출신|\s?국적)"),
    "GBR": (r"British|Britons?", r"брит\w+", r"영국(?=인|군|\s?출신|\s?국적)"),
}
NOTHING = r"(?!)"
_OF_KOREAN = r"(?:인|군|\s?출신|\s?국적|\s?용병|\s?포로|\s?병사)"
_PHRASE = {
    nation: re.compile(
        rf"\b{english}\s+{_PERSONS_EN}|\b(?:{slavic})\s+{_PERSONS_SLAVIC}|(?:{korean})"
        rf"|\b(?:{NOUNS[nation]})|\b(?:{POSSESSORS.get(nation, NOTHING)})",
        re.IGNORECASE,
    )
    for nation, (english, slavic, korean) in ADJECTIVES.items()
} | {
    nation: re.compile(
        rf"\b(?:{english})\s+{_PERSONS_EN}|\b(?:{slavic})\s+{_PERSONS_SLAVIC}"
        rf"|(?:{korean}){_OF_KOREAN}",
        re.IGNORECASE,
    )
    for nation, (english, slavic, korean) in THIRD.items()
}
_RIGHT_AFTER = {
    nation: re.compile(
        rf"\s*(?:[\w-]+\s+){{0,2}}?(?:{english}s?\b|{slavic})"
        rf"|\s*(?:[\w-]+\s+){{0,3}}?(?:{ORIGINS.get(nation, NOTHING)})",
        re.IGNORECASE,
    )
    for nation, (english, slavic, _korean) in ADJECTIVES.items()
} | {
    nation: re.compile(
        rf"\s*(?:(?:captured|citizens\s+of|полонен\w+|пленн\w+|громадян\w*|граждан\w*)\s+)?"
        rf"(?:{english}|{slavic})(?!\w)",
        re.IGNORECASE,
    )
    for nation, (english, slavic, _korean) in THIRD.items()
}
SEVERAL = "several"
"""The nation of figures that may count the people of third States with others."""
FOREIGN = "foreign"
"""The nation of figures that count third States' people together."""
_FOREIGNERS = re.compile(
    r"(?<!\w)(?:foreign(?:ers?|\s+(?:fighters?|prisoners?|nationals|citizens|mercenar\w+"
    r"|volunteers|recruits))|third[\s-]countr\w+\s+nationals"
    r"|(?:іноземц|иностранц)\w+|(?:іноземн|иностранн)\w+\s+(?:громадян|граждан|бійц|бойц"
    r"|найман|на[её]мник|полонен|пленн|військовополонен|военнопленн)\w*"
    r"|(?:громадян\w*|граждан\w*)\s+(?:третіх|третьих|інших|других)\s+(?:країн|стран)"
    r"|from\s+(?:third|other|foreign)\s+(?:countries|states)"
    r"|(?:із?|з|из)\s+(?:третіх|третьих|інших|других|чужих)\s+(?:країн|держав|стран|государств))"
    r"|외국인|외국\s?(?:국적|출신)|제3국|(?:다른|타)\s?(?:나라|국)\s?(?:국적|출신)",
    re.IGNORECASE,
)
SENDER = {
    "PRK": re.compile(
        r"(?:North\s+Korea|Pyongyang|Північна\s+Корея|Северная\s+Корея|КНДР|Пхеньян|북한"
        r"|평양)(?:(?![.;]).){0,80}?(?:sen[dt]|deploy|dispatch|відправ|направ|отправ|послал|посила|посыла|надісл|присл"
        r"|переки|перебр|파병|파견|보[내낸냈])",
        re.IGNORECASE,
    )
}
SENT = frozenset({Role.TROOPS_SENT, Role.TROOPS_SENT_ADDITIONAL})
NEAR = 70
"""Characters between a figure and the word that says foreigners are counted."""
LEAST, OPENING = 2, 600
"""Mentions of a nation below which a page speaks of nobody in particular, but for one
among its first characters, which say what it is about."""
FAR = 20
"""Characters within which a third State's people are those counted next."""
MAJORITY = 0.7
"""Share of a page's mentions from which its soldiers are taken to be one nation's."""


def nation_of(figure: Figure, sentence: str, at: int, page: str | None) -> str | None:
    """Tell whose people a figure counts, as an ISO 3166 alpha-3 code.

    Args:
        figure: the figure.
        sentence: the sentence it stands in.
        at: the character of the page at which the sentence starts.
        page: the nation that the page as a whole speaks of, if one.
    """
    start, end = figure.start - at, figure.end - at
    strangers = [
        m for m in _FOREIGNERS.finditer(sentence) if abs(m.start() - start) <= NEAR
    ]
    named = _named_right_after(figure, sentence, end)
    apart = strangers and _INCLUDING.search(sentence, strangers[0].end(), max(start, 0))
    if strangers and not (named and apart):
        return FOREIGN
    if named:
        return named
    if figure.role in SENT:
        for nation, pattern in SENDER.items():
            if pattern.search(sentence):
                return nation
    before = [
        (match.end(), nation)
        for nation, pattern in _PHRASE.items()
        for match in pattern.finditer(sentence, 0, end)
        if match.start() < start
        and (nation not in THIRD or not match.end() < start - FAR)
    ]
    if before:
        return max(before)[1]
    for nation, pattern in SENDER.items():
        if pattern.search(sentence):
            return nation
    return page


# "380 foreigners, including 24 North Koreans": the 24 are of one nation.
_INCLUDING = re.compile(
    r"\b(?:including|among\s+(?:them|whom)|of\s+(?:them|whom))\b|(?<!\w)(?:зокрема|серед\s+(?:них|яких)|з\s+(?:них|яких)|із\s+(?:них|яких)"
    r"|[ву]\s+т(?:ому|ом)\s+числ[іе]|среди\s+(?:них|которых)|из\s+(?:них|которых))(?!\w)|(?:이|그)\s?(?:가운데|중)",
    re.IGNORECASE,
)


def _named_right_after(figure: Figure, sentence: str, end: int) -> str | None:
    """Tell the nation that is named right behind a figure, or in it."""
    for nation, pattern in _RIGHT_AFTER.items():
        if pattern.match(sentence, end) or pattern.match(figure.text):
            return nation
    return None


def nation_of_page(text: str) -> str | None:
    """Tell whose soldiers a page speaks of, or None where that cannot be told.

    A page that speaks of third States' people beside others speaks of `SEVERAL`.
    """
    said = Counter(
        {nation: len(found.findall(text)) for nation, found in _PHRASE.items()}
    )
    total = said.total()
    nation, most = max(said.items(), key=lambda item: item[1])
    is_subject = most >= LEAST or _PHRASE[nation].search(text, 0, OPENING) is not None
    if most and is_subject and most >= MAJORITY * total:
        return nation
    return SEVERAL if any(said[third] for third in THIRD) else None


def is_of_foreigners(sentence: str) -> bool:
    """Tell whether a sentence speaks of third States' people and of no one nation's."""
    return (
        _FOREIGNERS.search(sentence) is not None and nation_in(sentence, None) is None
    )


def nation_in(sentence: str, page: str | None) -> str | None:
    """Tell of whose soldiers a sentence speaks, else the page."""
    found = {nation for nation, pattern in _PHRASE.items() if pattern.search(sentence)}
    found |= {nation for nation, pattern in SENDER.items() if pattern.search(sentence)}
    return found.pop() if len(found) == 1 else page
