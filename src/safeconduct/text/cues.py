"""By which words does a line give itself away as boilerplate?

A cue is anchored at the start of a line and bounded in length, so that a sentence
of the article that happens to use the word is never lost. To add a cue, add a
pattern here and a line to `tests/text/test_cues.py`, one that it must catch and
one that it must leave.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from safeconduct.text.kinds import Kind

LINK, PHRASE, NOTICE = 250, 90, 400
"""Longest line, in characters, for a link, a short phrase, a legal notice."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern at the start of lines of at most `longest` characters."""

    kind: Kind
    longest: int
    pattern: re.Pattern[str]


def _cue(kind: Kind, longest: int, *patterns: str) -> Cue:
    joined = "|".join(patterns)
    return Cue(kind, longest, re.compile(rf"(?:{joined})", re.IGNORECASE))


END = r"\s*[.!:…»>→]*\s*$"
COLON = r"\s*[:：>»→–—-]\s*\S"

CUES = (
    _cue(
        Kind.RELATED_LINK,
        LINK,
        r"(?:also\s+read|read(?:\s+(?:also|more|next))?|see\s+also|related)\s*[:：»>]",
        rf"(?:related|recommended)(?:\s+(?:articles?|stories|posts?|news))?{END}",
        rf"(?:read\s+more|more\s+on\s+this(?:\s+story)?|you\s+may\s+also\s+like){END}",
        rf"[▶▷☞◆\[【(]*\s*관련\s?(?:기사|뉴스)\s*[\]】)]?(?:{COLON}|{END})",
        rf"(?:더\s?보기|함께\s?읽(?:기|어\s?보기)|많이\s?본\s?(?:기사|뉴스)){END}",
        r"(?:читайте|дивіться|смотрите)\s+(?:також|также|ещё|еще)\s*[:：»>]?",
        rf"(?:по\s+темі|по\s+теме|схожі\s+новини|похожие\s+новости)(?:{COLON}|{END})",
        rf"(?:читати|читать)\s+(?:далі|далее|більше|ещё){END}",
    ),
    _cue(
        Kind.SOURCE_CREDIT,
        LINK,
        r"(?:original\s+)?sources?\s*[:：]",
        r"via\s*[:：]?\s+(?:the\s+)?(?-i:[A-Z])[^.!?]{0,60}$",
        r"via\s*[:：]?\s+[\w.-]+\.[a-z]{2,}\S*$",
        r"(?:this\s+(?:article|story|post|report)\s+(?:was\s+|has\s+been\s+)?)?"
        r"(?:originally|first)\s+(?:published|appeared)\s+(?:on|in|by|at)\b",
        r"(?:republished|reprinted|translated)\s+(?:with\s+permission\s+)?from\b",
        r"(?:기사\s?)?(?:출처|원문|자료\s?출처|자료)\s*[:：=]",
        r"(?:(?:перво)?источник|джерело|першоджерело|оригінал|оригинал)\s*[:：—–-]",
        r"(?:за\s+матеріалами|по\s+материалам)\b[^.!?]{0,80}\.?$",
    ),
    _cue(
        Kind.PHOTO_CREDIT,
        LINK,
        r"(?:photo|image|picture)s?(?:\s+(?:credit|by|courtesy))?\s*[:：/]\s*\S",
        r"(?:사진|그래픽)\s*(?:출처|제공)?\s*[:：=/]",
        r"(?:фото|зображення|изображение)\s*[:：/]\s*\S",
    ),
    _cue(
        Kind.DATELINE,
        PHRASE,
        r"(?:published|posted|updated|last\s+updated|first\s+published)"
        r"(?:\s+on)?\s*[:：]?\s+[^.!?]{0,25}\d",
        r"(?:기사\s?)?(?:입력|수정|등록|게시|승인)(?:\s?(?:일시|일|시간))?\s*[:：]?\s*\d{4}",
        r"(?:опубліковано|оновлено|опубликовано|обновлено)\s*[:：]?\s+[^.!?]{0,25}\d",
    ),
    _cue(
        Kind.AUTHOR_BIO,
        PHRASE,
        rf"about\s+(?:the\s+)?authors?{END}",
        rf"(?:про\s+автора|об\s+авторе|저자\s?소개|필자\s?소개|기자\s?소개){END}",
    ),
    _cue(
        Kind.COMMENT_FORM,
        NOTICE,
        rf"(?:leave|post|add|write)\s+(?:a|your)\s+(?:comment|reply){END}",
        rf"(?:post|submit|reply)\s+comment{END}",
        rf"(?:\d+\s+)?(?:comments?|replies){END}",
        rf"comments\s+are\s+closed{END}",
        r"your\s+e-?mail\s+address\s+will\s+not\s+be\s+published",
        r"required\s+fields\s+are\s+marked",
        r"save\s+my\s+name,?\s+e-?mail",
        rf"(?:댓글|의견)\s*(?:\d+개?|쓰기|남기기|달기|등록|작성)?{END}",
        r"(?:댓글을\s+(?:남겨|입력|작성)|이메일\s?(?:주소)?[은는이]\s?공개되지)",
        rf"(?:залишити|додати|оставить|добавить|написать|написати)\s+"
        rf"(?:свій\s+|свой\s+)?(?:коментар|комментарий|відповідь|ответ){END}",
        rf"(?:коментарі|комментарии)(?:\s*[(:]?\s*\d+\)?)?{END}",
        r"(?:ваша|ваш)\s+(?:e-?mail|електронна|адрес|електронної)\D{0,40}не\s+"
        r"(?:оприлюдн|публік|будет\s+опублик|буде\s+опублік)",
        r"(?:обов[’'ʼ]язкові|обязательные)\s+пол[яі]\s+(?:позначені|помечены)",
    ),
    _cue(
        Kind.SUBSCRIBE,
        LINK,
        r"discover\s+more\s+from\s+\S",
        rf"subscribe(?:\s+now)?{END}",
        r"subscribe\s+(?:now\b|today\b|to\s+(?:our|the|get|keep|receive)\b|for\s+free)",
        r"sign\s+up\s+(?:for|to)\s+(?:our|the|get|receive)\b",
        rf"(?:continue|keep)\s+reading{END}",
        r"(?:get|enter)\s+(?:access\s+to\s+the\s+full|your\s+e-?mail)",
        r"(?:follow|join|like)\s+us\s+(?:on|at)\b",
        r"type\s+your\s+e-?mail",
        rf"(?:구독(?:하기|\s?신청)?|뉴스레터(?:\s?(?:구독|신청))?){END}",
        r"(?:뉴스레터|채널|본지)\S{0,3}\s*(?:를|을)?\s*구독",
        r"(?:підпис|подпис)(?:уйтесь|уйся|ывайтесь|ывайся|атися|аться)\s+(?:на|щоб|чтобы)",
        rf"(?:підписатися|підписка|подписаться|подписка){END}",
    ),
    _cue(
        Kind.COOKIE,
        NOTICE,
        r"(?:this|our)\s+(?:web)?site\s+uses\s+cookies",
        r"we\s+(?:and\s+our\s+partners\s+)?use\s+cookies",
        r"by\s+(?:using|continuing\s+to\s+use)\s+(?:this|our)\s+(?:web)?site",
        rf"(?:accept|reject|manage)\s+(?:all\s+)?cookies{END}",
        rf"(?:cookie|privacy)\s+(?:policy|settings|notice|preferences){END}",
        r"(?:이|본|저희)\s*(?:웹)?사이트[은는]\s*쿠키",
        rf"쿠키\s?(?:설정|정책|수락|동의){END}",
        r"(?:цей|наш|этот)\s+сайт\s+(?:використовує|использует)\s+\S*\s*(?:cookie|кук)",
        r"(?:ми\s+використовуємо|мы\s+используем)\s+(?:файл[иы]\s+)?(?:cookie|кук)",
    ),
    _cue(
        Kind.COPYRIGHT,
        NOTICE,
        r"(?:©|ⓒ|\(c\)\s|copyright\s*(?:©|ⓒ|\(c\)|\d{4}|by\b))",
        r"all\s+rights\s+reserved",
        r"[<\[]?\s*(?:저작권자|무단\s?전재)",
        r"(?:всі|усі|все)\s+права\s+(?:захищен|защищен)",
        r"(?:передрук|использование|перепечатка|використання)\s+\S*\s*(?:матеріал|материал)",
    ),
    _cue(
        Kind.SHARE,
        PHRASE,
        rf"share(?:\s+(?:this|on|via)(?:\s+\w+){{0,3}})?{END}",
        rf"(?:facebook|twitter|x|telegram|whatsapp|linkedin|e-?mail|print|tweet|"
        rf"copy\s+link|카카오톡|페이스북|트위터)(?:[\s|·,/]+\w+){{0,6}}{END}",
        rf"(?:공유(?:하기)?|поділитися|поширити|поделиться){END}",
    ),
    _cue(
        Kind.NAVIGATION,
        PHRASE,
        rf"skip\s+to\s+(?:main\s+)?content{END}",
        rf"(?:home|menu|search|log\s?in|sign\s?in|advertisement|"
        rf"back\s+to\s+top|next\s+(?:article|post)|previous\s+(?:article|post)){END}",
        rf"(?:홈|메뉴|검색|로그인|광고|головна|меню|пошук|реклама|главная|поиск){END}",
    ),
)

CAPITAL = "[A-ZА-ЯІЇЄҐÀ-Þ]"
NAME = rf"{CAPITAL}[\w’'.-]*(?:\s+(?:{CAPITAL}[\w’'.-]*|de|van|von|bin|al)){{0,4}}"
BYLINE = re.compile(
    rf"(?:(?:[Bb]y|BY|[Ww]ritten by|[Ss]tory by|[Rr]eported by|[Pp]osted by|[Aa]uthor"
    rf"|[Аа]втор|[Тт]екст)(?:\s*[:：|]\s*|\s+)"
    rf"(?P<latin>{NAME}(?:(?:\s*,\s*|\s+and\s+|\s+та\s+|\s+и\s+){NAME})*)"
    r"(?:\s*[,|–—-]\s*\S.{0,60})?"
    r"|(?:글\s*[=:]\s*)?(?P<hangul>[가-힣]{2,4})\s*(?:기자|특파원|통신원|논설위원)"
    r"(?:\s*[=(]?\s*[\w.+-]+@[\w.-]+\)?)?)\s*$"
)
BARE_NAME = re.compile(rf"{NAME}$")
DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?:[\w-]+\.)+[a-z]{2,12}/?$", re.IGNORECASE
)
BIO = re.compile(
    r"\b(?:journalist|reporter|correspondent|columnist|editor|freelance|writes\s+about"
    r"|covering|covers|contribut\w+|award\w*|degree\s+in|graduat\w+|based\s+in"
    r"|experience|journalism|author\s+of|follow\s+(?:him|her|them))\b"
    r"|журналіст|журналист|кореспондент|корреспондент|редактор|освіт|лауреат"
    r"|기자|특파원|편집장|전문\s?기자|졸업|취재",
    re.IGNORECASE,
)


def cue_of(line: str) -> Kind | None:
    """Name the kind of boilerplate whose cue opens the line, if any does."""
    if len(line) <= PHRASE and BYLINE.match(line):
        return Kind.BYLINE
    for cue in CUES:
        if len(line) <= cue.longest and cue.pattern.match(line):
            return cue.kind
    return None
