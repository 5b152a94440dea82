"""What do all sites have: links in their footer, networks to share on, sections?"""

from __future__ import annotations

import re

NETWORK = (
    r"(?:facebook|twitter|x|telegram|whatsapp|viber|linkedin|reddit|pinterest|instagram"
    r"|youtube|threads|bluesky|e-?mail|print|tweet|copy\s?link|link|url\s?복사|카카오톡"
    r"|카카오스토리|페이스북|트위터|밴드|네이버(?:\s?(?:블로그|밴드|카페))?|라인|вконтакте|одноклассники|вайбер|телеграм|фейсбук"
    r"|скопіювати\s+посилання|скопировать\s+ссылку|друк(?:увати)?|печать)"
)
SECTION = (
    r"(?:world|politics|news|latest|breaking|live|opinion|analysis|business|sports?|culture"
    r"|war|conflict|europe|asia|human\s+rights|exclusive|press\s+release|top\s+stories"
    r"|국제|정치|사회|경제|문화|오피니언|칼럼|사설|속보|북한|외교|국방|보도자료|단독"
    r"|світ|новини|політика|війна|суспільство|думки|аналітика|ексклюзив|головне|прес-?реліз"
    r"|мир|новости|политика|война|общество|мнения|аналитика|эксклюзив|главное|пресс-?релиз)"
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
LONGEST_ROW, LONGEST_ITEM = 250, 30


def is_row_of_links(line: str) -> bool:
    """Whether a line is a row of short links, one of them such as every site has."""
    if len(line) > LONGEST_ROW:
        return False
    items = ITEMS.split(line.strip(" |·•"))
    return all(len(item) <= LONGEST_ITEM for item in items) and any(
        FOOTER.fullmatch(item) for item in items
    )
