"""Which relatives does a sentence tell of, and which of them does it name?

A relative's name leads to the prisoner as surely as his own: it is direct.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.branched import compiled
from safeconduct.disclosure.details.detail import Detail, Field

_KIN = r"(?:mother|father|mum|mom|dad|wife|husband|son|daughter|brother|sister|grandmother|grandfather|uncle|aunt|fianc[ée]e?|girlfriend|twin|widow|cousin)"
_SLAVIC_KIN = r"(?:[Мм]ат(?:и|ері|ір|ір['’ʼ]ю|ір['’ʼ]?\w*|ь|ери|ерью)|[Мм]ам[аиуоыей]\w?|[Бб]атьк\w{1,4}|[Тт]ат[оау]\w*|[Оо]т(?:ец|ца|цу|цом|це)|[Дд]ружин[аиуоі]\w?|[Жж]ен[аыуео]й?|[Сс]ин(?:а|у|ом|ові|и|ів)?|[Сс]ын(?:а|у|ом|овья|овей)?|[Дд]оч(?:ь|ка|ку|ки|ері|ери|ерью|кой|ек)|[Дд]онь\w+|[Бб]рат(?:а|у|ом|и|ья)?|[Сс]естр\w{1,3}|[Бб]абус\w{1,2}|[Бб]абушк\w{1,2}|[Дд]ідус\w{1,3}|[Дд]едушк\w{1,2}|[Нн]аречен\w{1,2}|[Нн]евест\w{1,2})"
_KOREAN_KIN = r"(?:어머니|아버지|아내|부인|남편|누나|누이|여동생|남동생|형|할머니|할아버지|딸|아들|약혼녀|동생)"
_LATIN = r"[A-ZÀ-Ž][a-zà-ž’'-]+(?:-[a-z]+)?"
_SLAVIC = r"[А-ЯІЇЄҐЁ][а-яіїєґё’'ʼ-]+"
NAMED = compiled(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]he|[Aa])?\s*(?:[\w-]+\s+){{0,2}}?\b{_KIN}(?:,\s*|\s+)(?:named\s+|called\s+|is\s+called\s+)?(?P<latin>{_LATIN}(?:\s+{_LATIN}){{0,2}})"
    rf"|(?<!\w){_SLAVIC_KIN}(?:,\s*|\s+|\s+[–—-]\s+)(?:на\s+ім['’ʼ]я\s+|по\s+имени\s+|зовут\s+|звати\s+|звуть\s+)?(?P<slavic>{_SLAVIC}(?:\s+{_SLAVIC}){{0,2}})"
    rf"|(?<!\w)(?:[Її]ї\s+зва(?:ти|ли)|[Ее][её]\s+зовут)\s+(?P<her>{_SLAVIC}(?:\s+{_SLAVIC}){{0,2}})|\b[Hh]er\s+name\s+is\s+(?P<hers>{_LATIN}(?:\s+{_LATIN}){{0,2}})"
    rf"|{_KOREAN_KIN}(?:인|\s이름은)?\s(?P<korean>[가-힣]{{2,4}})(?=\s?씨|\s?\()"
)
NO_NAME = re.compile(
    r"^(?:In|On|At|After|When|And|But|He|She|They|The|His|Her|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|North|South|Korea\w*|Russia\w*|Ukrain\w*|Kyiv|Seoul|Ukraine|Росі\w+|Росси\w+|Украин\w*|Україн\w*|КНДР|Коре\w+)(?:$|\s)"
)


SURNAME_BEFORE = re.compile(r"[А-ЯІЇЄҐЁ][\w’'ʼ-]*\s$")
"""Before a capital: "Син" is no son in "Хьон Син Су"."""


def relatives(text: str) -> Iterator[Detail]:
    """Yield the names that stand beside a word for a relative."""
    for match in NAMED.finditer(text):
        group = next(name for name, part in match.groupdict().items() if part)
        inside = match[0][:1].isupper() and SURNAME_BEFORE.search(text[: match.start()])
        if not NO_NAME.match(match[group]) and not inside:
            yield Detail(*match.span(group), Field.RELATIVE)


_KINS = rf"(?:{_KIN}s?|parents|siblings|grandparents|family|relatives|children|child|kids|twins)"
_SLAVIC_KINS = rf"(?:{_SLAVIC_KIN}|[Бб]атьки|[Бб]атьків|[Рр]одител\w+|[Рр]один[аиуі]|[Сс]ем['’ʼ]?[яьюеї]\w*|[Сс]ім['’ʼ][яїю]\w*|[Дд]іт(?:и|ей|ям)|[Дд]ет(?:и|ей|ям)|[Бб]лизнюк\w*|[Бб]лизнец\w*|дочка-\w+|[Дд]итин\w+|[Рр]еб[её]н\w+)"
_KOREAN_KINS = rf"(?:{_KOREAN_KIN}|홀어머니|홀아버지|편모|부모님?|형제|외아들|가족|처자식|처자|식구|자녀|남매)"
TOLD = compiled(
    rf"\b(?:left|has|had)\s+(?:behind\s+)?(?:[\w-]+\s+){{0,2}}?{_KINS}\b(?:\s+(?:behind|in\s+[A-Z]\w+|at\s+home|back\s+home))?|\b(?:(?:his|her|an?|the|only|two|three|four|five|six|both)\s+)(?:(?!own\b)[\w-]+\s+){{0,2}}?{_KINS}(?:\s+(?:and|or)\s+(?:(?:his|her|an?|two|three|four)\s+)?(?:[\w-]+\s+){{0,2}}?{_KINS})?(?:\s+(?:is|was|works?|worked|lives?|lived|sells?|waits?|died|has|had|back|does\s+not\s+know|doesn[’']t\s+know|do\s+not\s+know|knows?|at\s+home|in\s+[A-Z]|who)\b[^.,;:!?\"”—–]{{0,60}})?"
    rf"|(?<!\w)(?:(?:його|її|его|е[её]|у\s+нього|у\s+него|в\s+нього|в\s+него|у\s+нас|двоє|двое|троє|трое|двох|двух|маленьк\w+|молодш\w+|старш\w+|младш\w+|єдин\w+|единственн\w+)\s+)?(?:\w+\s+)?{_SLAVIC_KINS}(?!\w)(?:\s*(?:,|та|й|і|и)\s+(?:\w+\s+){{0,2}}?{_SLAVIC_KINS}(?!\w))?(?:\s+(?-i:{_SLAVIC})(?=\s+\w+(?:ет|ёт|ит|є|ить|ла|в|л)\s))?(?:\s+(?:(?:не|уже|вже|ещё|ще|тоже|теж|досі|давно|недавно|сейчас|зараз)\s+)?(?:працю\w+|работа\w+|помер\w*|умер\w*|жив\w+|жд[её]\w+|чека\w+|залиш\w+|остал\w+|загину\w+|погиб\w*|хворі\w+|боле\w+|торгу\w+|прода\w+|уч(?:ит|ила|ился|ится)\w*|вч(?:ить|ила|ився|иться)\w*|преподаёт|преподает|виклада\w+|служ\w+|вирощу\w+|выращива\w+|шьёт|шиє|готу\w+|готов\w+|сид\w+|не\s+зна\w+|зна\w+|дума\w+|счита\w+|вважа\w+|получ\w+|отрима\w+|народи\w+|родил\w+|ходит\w*|ходить|пошл\w+|пішл\w+|пішов|пош[её]л|лежит|лежить|воду\w+|води\w+|ремонту\w+|плава\w+|рибал\w+|рыбач\w+)[^.,;:!?\"»—–]{{0,60}}|,\s+(?:яка|який|які|котор\w+|що)\s[^.,;:!?\"»—–]{{3,60}})?"
    rf"|(?<!\w)(?:чека\w*|жд[её]т|жд[ау]т|осталась|остались|остался|залишилася|залишилися|залишився|живе|живут|живёт)\s+(?:[\w-]+\s+){{0,3}}?{_SLAVIC_KINS}(?!\w)(?:\s+(?:та|й|і|и)\s+(?:\w+\s+){{0,2}}?{_SLAVIC_KINS}(?!\w))?(?:,\s+(?:яка|який|які|котор\w+|що)\s[^.,;:!?\"»—–]{{3,60}})?"
    r"|(?:вир[оі]с\w*|вырос\w*|рос)\s+без\s+\w+|розлучен\w+|развед[её]н\w*|одружен\w+|женат\w*|(?<!\w)(?:сирота|вдівець|вдовец)(?!\w)"
    rf"|(?<!유)(?<![가-힣])(?:[두세네]\s|다섯\s|어린\s|갓난\s|\w+\s살(?:배기|짜리|난|된)?\s){{1,2}}(?:아이|아들|딸|자녀|동생|남매|자매|형제)[가-힣]{{0,3}}"
    rf"|(?<!유)(?<!군)(?<!향){_KOREAN_KINS}[가-힣]{{0,3}}(?:\s[가-힣]+){{0,3}}?\s?(?:자랐|자란|있|살고|살았|두고|두었|남겨|판다|팔|일하|돌아가셨|숨졌|계시|걱정|기다리|일했|다니|가르치|운영|모르|돌보|아프|앓)[가-힣]*|(?<!유)(?<!향)(?<![가-힣]군){_KOREAN_KINS}(?!연대|법|관계|들이\s?모인)",
    re.IGNORECASE,
)


def families(text: str) -> Iterator[Detail]:
    """Yield what is told of relatives: who they are, and what they do or wait for."""
    for match in TOLD.finditer(text):
        said = match[0].rstrip()
        yield Detail(match.start(), match.start() + len(said), Field.FAMILY)
