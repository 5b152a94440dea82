"""What do all sites have: links in their footer, networks to share on, sections?"""

from __future__ import annotations

import re
from collections.abc import Sequence

NETWORK = (
    r"(?:facebook|twitter|x|telegram|whatsapp|viber|linkedin|reddit|pinterest|instagram"
    r"|youtube|threads|bluesky|e-?mail|print|tweet|copy\s?link|link|url\s?복사|카카오톡"
    r"|카카오스토리|페이스북|트위터|밴드|네이버(?:\s?(?:블로그|밴드|카페))?|라인|вконтакте|одноклассники|вайбер|телеграм|фейсбук"
    r"|скопіювати\s+посилання|скопировать\s+ссылку|друк(?:увати)?|печать)"
)
SECTION = (
    r"(?:world|politics|news|latest|breaking|live|opinion|analysis|business|sports?|culture"
    r"|war|conflict|europe|asia|human\s+rights|exclusive|press\s+release|top\s+stories"
    r"|economy|society|science|health|weather|travel|regions?|national|international|features?"
    r"|국제|정치|사회|경제|문화|오피니언|칼럼|사설|속보|북한|외교|국방|보도자료|단독|스포츠|연예|지역|유럽|아시아|전국"
    r"|світ|новини|політика|війна|суспільство|думки|аналітика|ексклюзив|головне|прес-?реліз|економіка|спорт|культура|регіони|події|у\s+світі|в\s+світі|погода|афіша"
    r"|мир|новости|политика|война|общество|мнения|аналитика|эксклюзив|главное|пресс-?релиз|экономика|культура|регионы|происшествия|в\s+мире|афиша)"
)
FOOTER = re.compile(
    r"(?:about\s+us|contacts?(?:\s+us)?|privacy(?:\s+policy)?|terms(?:\s+of\s+\w+)?"
    r"|advertise(?:\s+with\s+us)?|careers|sitemap|newsletters?|log\s?in|sign\s?in"
    r"|home|help|faq|imprint|про\s+нас|про\s+(?:проєкт|проект|редакцію)|контакти|реклама"
    r"|політика\s+\S+|умови\s+\S+|о\s+нас|о\s+(?:проекте|редакции|сайте)|контакты"
    r"|политика\s+\S+|условия\s+\S+|рекламодателям|회사\s?소개|개인정보\s?처리방침|이용약관"
    r"|청소년\s?보호정책|광고\s?문의|고충처리|기사\s?제보|로그인|회원가입|사이트맵)",
    re.IGNORECASE,
)
ITEMS = re.compile(r"\s*[|·•]\s*")
SECTIONS = re.compile(rf"(?:{SECTION})", re.IGNORECASE)
CRUMBS = re.compile(r"\s*[>›→]\s*|\s+[|/·•»]\s+|\t+|\s{2,}")
PATH = re.compile(r"[>›→]|\s»\s")
HANGUL_SECTION = re.compile("[가-힣·]{2,4}")
ROW, SECTION_WORDS, LONGEST_CRUMB = 2, 3, 26
LONGEST_ROW, LONGEST_ITEM = 250, 30


def is_row_of_links(line: str) -> bool:
    """Whether a line is a row of short links, one of them such as every site has."""
    if len(line) > LONGEST_ROW:
        return False
    items = ITEMS.split(line.strip(" |·•"))
    return all(len(item) <= LONGEST_ITEM for item in items) and any(
        FOOTER.fullmatch(item) for item in items
    )


def is_row_of_sections(line: str) -> bool:
    """Whether a line above a title is the path to the page, or a row of sections."""
    if _is_row_of_hangul(line.split()):
        return True
    items = [item for item in CRUMBS.split(line.strip(" >›»|/")) if item]
    if len(items) < ROW or any(map(_is_long, items)):
        return False
    return (
        len(items) > ROW
        or PATH.search(line) is not None
        or any(SECTIONS.fullmatch(item) for item in items)
    )


def _is_row_of_hangul(words: Sequence[str]) -> bool:
    """Whether all words are short and one is a section: Korean parts them by spaces."""
    return (
        len(words) > ROW
        and all(HANGUL_SECTION.fullmatch(word) for word in words)
        and sum(SECTIONS.fullmatch(word) is not None for word in words) >= 1
    )


def _is_long(item: str) -> bool:
    return (
        len(item) > LONGEST_CRUMB
        or len(item.split()) > SECTION_WORDS
        or any(letter in '0123456789.,!?«»"“”' for letter in item)
    )
