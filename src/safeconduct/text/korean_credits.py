"""Which Korean line gives the source of a text: "출처: …", "… 보도를 옮겼다"?

In Korean the name stands first and says by its ending what it is; so here patterns do
what in the other languages the words of a line do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.text.wires import AGENCY

_KIND = r"(?:기사|글|보도|콘텐츠|뉴스|보고서|원고|자료|내용|원문|르포|인터뷰)"
_LAND = r"(?:우크라이나|러시아|미국|영국|한국|일본|독일|폴란드|현지|해외|외국)"
_MEDIUM = (
    r"(?:인터넷\s?)?(?:"
    r"매체|언론|일간지|주간지|인터넷신문|통신사|신문|방송|잡지"
    r"|월간지|인권단체|단체|온라인\s?매체"
    r")"
)
_BEFORE = (
    rf"(?:{_LAND}(?:의|\s)\s?)?(?:(?:독립|탐사|유력|지역|현지|온라인)\s?)?"
    rf"(?:{_MEDIUM}(?:인|\s)\s?)?"
)
_NAME = (
    r"(?P<name>"
    r"(?:"
    r"['‘“\"「『<][^'’”\"」』>]{2,50}['’”\"」』>]"
    r"|[^\s'‘“\"「『<,.=:|()]{2,20}?(?:"
    r"\s(?!보도|기사|글|원문|자료|제공|발췌)[^\s,.=:|()]{1,20}?"
    r"){0,3}?"
    r")(?:\s?\([^()]{2,40}\))?"
    r")"
)
_OF = (
    r"(?:"
    r"(?:와의|과의|의|에\s?실린|에\s?게재된|에서|로부터|[이가])(?=\s)"
    r"|(?=\s(?:보도|기사|글|콘텐츠|뉴스|보고서|원고|자료|원문|르포|인터뷰|제공))"
    r")"
)
_TAKEN = (
    r"(?:"
    r"번역|옮[긴겼김]|옮겨|전재|요약|정리|발췌|재구성|인용|참고|토대|바탕|근거|제휴"
    r"|제공|편역|각색|재인용|간추"
    r")"
)
LABELLED = re.compile(
    r"(?:[\[【(<]\s*)?(?:원|기사|자료|내용|뉴스|콘텐츠|본문|글|번역|1차|최초)?\s?(?:"
    r"출처|원문|원\s?기사|원전|인용|자료|제공|참고|참고\s?자료|소스|최초\s?보도"
    r")(?:\s?(?:출처|기사|보기|링크|주소|매체|언론|보도|제공))?\s*"
    r"(?:[\]】)]\s*[:：]?|[:：=|—–]|-\s)\s*"
    r"(?!댓글|보기|링크|\d+$)(?P<value>\S.{0,120})$"
)
UNLABELLED = re.compile(
    r"(?:출처|원문)\s(?P<value>\S.{1,60}?)\s*[/|,]\s*(?:번역|옮긴이|정리|편집).*$"
)
THIS = re.compile(
    rf"(?:이|본|위|해당|아래)\s?{_KIND}[은는]\s(?:.{{0,12}}?(?:일자?|자)\s)?"
    rf"{_BEFORE}{_NAME}{_OF}[^.]{{0,60}}?{_TAKEN}[^.]{{0,30}}\.?$"
)
BARE = re.compile(
    rf"{_BEFORE}{_NAME}(?<![은는이가들])(?:{_OF}|(?=\s\d))(?:"
    r"\s(?:지난\s)?(?:\d{1,2}월\s?)?\d{1,2}일(?:자)?"
    rf")?\s(?:{_KIND}(?:를|을)?\s?)[^.,]{{0,16}}?{_TAKEN}[가-힣·\s]{{0,14}}\.?$"
)
TAKEN_FROM = re.compile(rf"{_BEFORE}{_NAME}에서\s(?:전재|발췌|인용|번역|옮김)\.?$")
CUT = re.compile(rf"{_NAME}\s(?:발췌|전재|재인용)$")
WRAPPED = re.compile(
    rf"[\[(<【]\s*{_NAME}\s?제공\s*[\])>】]$|(?P<wire>{AGENCY})\s?제공$", re.IGNORECASE
)
TOLD_ON = re.compile(r"^(?:그[는가]|그녀|기자|취재)\s")
VALUE_TAIL = re.compile(
    r"\s*(?:"
    r"[,;/·|—–.]\s*(?:우리말\s?)?"
    r"(?:번역|옮긴이|옮김|정리|편집|글|요약|사진|translat|перекла|перев).*"
    r"|(?:\s|,\s*)(?:\d{4}년\s?)?\d{1,2}월\s?\d{1,2}일(?:자)?(?:\s(?:보도|기사))?"
    r"|\s(?:보도|기사|제공|참조|참고|캡처|갈무리)"
    r")[\s\])】>.]*$",
    re.IGNORECASE,
)
ABROAD = re.compile(
    rf"\s?\((?:https?://[^)]*|{_LAND}|{_LAND}어|\S{{0,6}}(?:시|어)|번역)\)$"
)


def korean_sources(text: str, line: str) -> Iterator[str]:
    """Name the sources of a Korean line of credits; of none where it is no such line.

    Args:
        text: the line without the brackets it stands in.
        line: the line as it is.
    """
    if supplied := WRAPPED.match(line):
        yield supplied["name"] or supplied["wire"]
        return
    for part in re.split(
        r"\s+[/|·]\s+(?=(?:출처|원문|자료))|,\s?(?=(?:출처|원문)\s?[:=])", text
    ):
        label = LABELLED.match(part) or UNLABELLED.match(part)
        if label is not None:
            yield from _value(label["value"])
            return
    if TOLD_ON.match(text):
        return
    for pattern in (THIS, BARE, TAKEN_FROM):
        if match := pattern.match(text):
            yield _plain(match["name"])
            return
    if (match := CUT.match(text)) and len(text) < SHORT:
        yield _plain(match["name"])


SHORT = 30


ADDRESSED = re.compile(
    r"^([^(),]{2,30}\((?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?\))\s?[,，·|].*"
)
"""An outlet with its address, and what else is said of the text."""


def _value(value: str) -> Iterator[str]:
    """Read what stands behind a Korean label."""
    text = ADDRESSED.sub(r"\1", value.strip(" .※*]】>"))
    if text.count(")") > text.count("("):
        text = text.rstrip(")")
    for _ in range(2):
        text = VALUE_TAIL.sub("", text).strip(" .,")
    text = ABROAD.sub("", re.sub(rf"^{_BEFORE}(?=\S)", "", text))
    if text:
        yield _plain(text)


def _plain(name: str) -> str:
    """Take the quotation marks off, leaving what stands in brackets behind."""
    whole = re.fullmatch(
        r"['‘“\"「『<«](?P<in>[^'’”\"」』>»]+)['’”\"」』>»](?P<beside>\s?\([^()]+\))?",
        name,
    )
    plain = (
        f"{whole['in']}{whole['beside'] or ''}".strip()
        if whole
        else name.strip(" <>[]")
    )
    return ADDRESS.sub(r" \g<0>", plain)


ADDRESS = re.compile(r"(?<=\S)\([\w-]+(?:\.[\w-]+)+\)$")
"""An address in brackets, which Korean writes without a space before it."""
