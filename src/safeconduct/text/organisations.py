"""Which organisation is "the group", "організація", "단체" in an article?"""

from __future__ import annotations

import re
from collections.abc import Sequence

_KINDS = (
    r"group|organi[sz]ation|charity|foundation|fund|institute|cent(?:re|er)"
    r"|think\s+tank|watchdog|NGO|initiative|project"
)
_KINDS_UK_RU = (
    r"організаці|организаци|фонд|груп|центр|[іи]нститут|об[’'ʼъ]?[єе]днанн"
    r"|объединени|[іи]н[іи]ц[іи]атив|проєкт|проект|асоціаці|ассоциаци|рух|движени"
)
_KINDS_KO = r"단체|기구|재단|연구소|센터|연대|협회|모임"
_LATIN = r"[A-Z][\w’'-]+(?:\s+(?:of\s+|for\s+|and\s+)?[A-Z][\w’'-]+){0,4}"
NAMED = re.compile(
    rf"\b(?:{_KINDS})\s+(?P<after>{_LATIN})"
    r"|\b(?P<whole>"
    r"(?:[A-Z][\w’'-]+\s+){1,4}(?:"
    r"Institute|Foundation|Fund|Cent(?:re|er)|Watch|Group|Organi[sz]ation|Initiative"
    r")"
    r")\b"
    rf"|(?<!\w)(?i:{_KINDS_UK_RU})\w*\s+(?P<slavic>«[^«»]{{2,50}}»|{_LATIN})"
    rf"|['‘“\"](?P<called>[^'‘’\"“”.,!?]{{2,28}}(?:{_KINDS_KO}))['’”\"](?=[은는이가을를에의도와과]|\s|$)"
    rf"|(?:{_KINDS_KO})(?:\s['\"]|\s?[‘“])(?P<quoted>[^'‘’\"“”]{{2,30}})['’\"”]"
    rf"|(?<![가-힣])(?P<korean>[가-힣]{{3,}}(?:{_KINDS_KO}))(?!\s?['‘\"“])"
    r"(?=[은는이가을를에의도와과]|\s)",
)
GENERIC = re.compile(
    rf"(?:the\s+|this\s+)?(?:rights\s+|aid\s+|human\s+rights\s+)?(?:{_KINDS})"
    r"|(?:(?:ця|эта|сам[аа]?|правозахисн\w+|правозащитн\w+)\s+)?"
    rf"(?:{_KINDS_UK_RU})(?:я|а|ї|и|і|е|у)?"
    r"|правозахисники|правозащитники"
    r"|(?:the\s+)?(?:report[’']s\s+|study[’']s\s+)?(?:authors|researchers)"
    r"|автор[иы](?:\s(?:звіту|дослідження|отч[её]та|доклада|исследования))?|дослідники"
    r"|исследователи"
    rf"|연구진|저자들|보고서|(?:이|그|해당|인권)?\s?(?:{_KINDS_KO})(?:\s?측)?",
    re.IGNORECASE,
)


def is_generic(who: str) -> bool:
    """Whether a speaker is only "the group", whose name was said before."""
    return bool(GENERIC.fullmatch(who))


def organisation(texts: Sequence[str], at: int) -> str | None:
    """Name the organisation that the sentences up to `at` spoke of last.

    A quarter of a hundred sentences is as far back as a reader remembers it.
    """
    for text in reversed(texts[max(0, at - MEMORY) : at + 1]):
        found = [match for match in NAMED.finditer(text) if match.lastgroup]
        if found:
            last = found[-1]
            return str(last[last.lastgroup or 0]).strip("«»")
    return None


MEMORY = 25
"""Sentences in which the name of "the group" is looked for."""
