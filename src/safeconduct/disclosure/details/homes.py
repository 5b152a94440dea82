"""Where does somebody come from, or where do his people wait for him?

Values are what `words.place_value` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.branched import compiled
from safeconduct.disclosure.details.detail import Detail, Field
from safeconduct.disclosure.details.words import AREA, NOT_PLACES, place_value
from safeconduct.disclosure.tables import finder, pattern_of, table

NO_HOME = re.compile(
    r"(?:"
    r"병원|수용소|시설|현장|전선|전장|참호|부대|여기|거기|그곳|이곳|전화|화면|영상"
    r"|사진|편지|방송|뉴스|한국|북한|러시아|우크라이나|국내|가운데|자리|집|학교|농장"
    r"|공장|시장|바닷가|면회|인터뷰|뒤|앞|곁|옆"
    r")"
)
"""Where relatives are met or mourned, and no town."""
_KIN = (
    r"(?:"
    r"[Бб]атьк|[Рр]одител|[Мм]ат[иьіе]|[Мм]ам|[Дд]ружин|[Жж]ен|[Сс]емь|[Сс]ім|[Рр]один"
    r"|[Бб]рат|[Сс]естр|[Дд]іт|[Дд]ет|[Оо]т[ец]|[Бб]аб"
    r")[\w'’ʼ]*"
)
_LATIN_KIN = (
    r"(?:"
    r"mother|father|parents|wife|brothers?|sisters?|family|children|sons?|daughters?"
    r"|grandmother|grandfather|uncle|aunt"
    r")"
)
_TRADES = (
    r"(?:"
    r"welder|electrician|plumber|farmer|miner|fisherman|mechanic|carpenter|baker"
    r"|student|tailor|mason|bricklayer|builder|schoolteacher|teacher|footballer|runner"
    r"|wrestler|boxer|athlete|shepherd|butcher|barber|trucker|waiter|porter|labou?rer"
    r"|worker|steelworker|lumberjack|logger|sailor|programmer|accountant|musician"
    r"|painter|hunter|herder|trader|shopkeeper|guard|brothers?|cousins?|twins?"
    r")"
)
_TOWN = r"village|town|city|province|region"
_SLAVIC_TOWN = r"міста\s+|села\s+|города\s+|провінції\s+|провинции\s+"
HOME = compiled(
    r"\b(?:"
    r"(?:is|was|are)\s+from\s+(?:the\s+)?"
    r"(?:(?:[a-z]+\s+)?(?:village|town|city|province|port|region)\s+of\s+)?(?=[A-Z])"
    r"|from\s+(?:the\s+)?(?:[a-z]+\s+)?(?:village|town|city|port)\s+of\s+(?=[A-Z])"
    r")"
    r"|\b(?:"
    r"born(?:\s+and\s+(?:raised|brought\s+up))?|raised|grew\s+up|brought\s+up|hails?"
    r"|comes|came|lives?|lived|originally|home(?:town)?\s+(?:is|was|of)|his\s+home"
    rf")\s+(?:(?:in|from|near|is|was|of)\s+)?(?:the\s+)?(?:(?:{_TOWN})\s+of\s+)?"
    r"(?=[A-Z])"
    r"|,\s+from\s+(?:the\s+)?(?:(?:village|town|city|province)\s+of\s+)?(?=[A-Z])"
    rf"|\b(?:a\s+)?(?:natives?|residents?)\s+of\s+(?:the\s+)?(?:(?:{_TOWN})\s+of\s+)?"
    r"(?=[A-Z])"
    r"|(?:"
    r"year-old|soldier|sniper|rifleman|gunner|driver|medic|scout|prisoner|man|native"
    r"|operator|private|sergeant"
    r")\s+from\s+(?:the\s+)?"
    r"(?:(?:northern|southern|eastern|western|coastal|mining)\s+)?"
    r"(?:(?:village|town|city|province|port)\s+of\s+)?(?=[A-Z])"
    r"|(?<!\w)(?:"
    r"[Вв]ырос|[Вв]иріс|[Рр]одился|[Нн]ародився|[Жж]ил|[Жж]ив|[Мм]ешкав|[Пп]роживал"
    r")\s+(?:он\s+|він\s+)?(?:в|у|на)\s+(?:[а-яіїєґё’'-]+\s+){0,3}?"
    r"(?:(?:под|під|возле|біля|близ|неподалік)\s+)?(?=[А-ЯІЇЄҐЁ])"
    r"|(?<!\w)[Дд]ома,?\s+(?:в|у)\s+(?=[А-ЯІЇЄҐЁ])"
    r"|[Нн]ародив\w*\s+(?:у|в)\s+(?=[А-ЯІЇЄҐЁ])"
    rf"|[Рр]одом\s+(?:він\s+|он\s+)?(?:з|із|зі|из|с|со)\s+(?:{_SLAVIC_TOWN})?"
    rf"|уродж\w+\s+(?:{_SLAVIC_TOWN})?"
    r"|[Уу]рожен\w+\s+(?:міста\s+|села\s+|города\s+|провинции\s+)?"
    r"|(?:родился|виріс|вырос|народився|жил|мешкав|проживав|живёт)\s+"
    r"(?:и\s+вырос\s+|і\s+виріс\s+)?(?:в|у|під|под)\s+"
    r"(?:місті\s+|селі\s+|городе\s+|селе\s+|провінції\s+|провинции\s+)?(?=[А-ЯІЇЄҐЁ])"
    r"|(?<!\w)(?:[Оо]н|[Вв]ін|сам)\s+(?:сам\s+)?(?:из|з|із|зі)\s+"
    r"(?:міста\s+|села\s+|города\s+)?(?=[А-ЯІЇЄҐЁ])"
    r"|(?:жител[ьяюе]\w?|мешкан(?:ець|ця|цем|цю))\s+(?:міста\s+|города\s+|села\s+)?"
    r"(?=[А-ЯІЇЄҐЁ])"
    r"|(?:"
    r"річний|летний|солдат|боєць|боец|снайпер\w*|штурмови\w+|танкист\w*"
    r"|артилл?ерист\w*|мін\w+метник\w*|мином[её]тчик\w*|повар\w*"
    r"|кухар\w*|связист\w*|зв['’]язків\w*|сержант\w*|рядов\w+|стріл\w+"
    r"|стрел\w+|кулеметник\w*|пулем[её]тчик\w*|сап[её]р\w*|водій|водия"
    r"|водител\w+|гранатом[её]тчик\w*|гранатометник\w*|розвідник\w*"
    r"|разведчик\w*|медик\w*|полонен\w+|пленн\w+|хлопець|юнак|парень"
    rf")\s+(?:з|із|зі|из)\s+(?:{_SLAVIC_TOWN})?(?=[А-ЯІЇЄҐЁ])"
)
AWAITED = compiled(
    r"(?<!\w)[УуВв]\s+(?P<place>[А-ЯІЇЄҐЁ][\w’'ʼ-]+)\s+"
    r"(?:на\s+\w+\s+|його\s+|его\s+|у\s+(?:нього|него|[А-ЯІЇЄҐЁ][\w’'ʼ-]+)\s+)?"
    r"(?:чека|жд|залиш|лиши|оста|жив)\w+"
    r"|\b(?P<place3>[A-Z][\w’'-]+)\s+(?:native\b"
    r"|(?<!Young\s)(?<!Old\s)(?<!an\s)(?<!ese\s)(?<!li\s)(?<!ek\s)(?<!kh\s)"
    r"(?:man|youth|teenager|farmer|father)(?=\s+(?:held|captured|taken|freed|who|in"
    r"|pleads|says|asks|refuses|fears|wants|begs|tells|missing|jailed|sentenced)\b))"
    r"|\b[Gg]rew\s+up\s+(?:in|on)\s+(?:[\w-]+\s+){1,4}?(?:near|outside|in|of)\s+"
    r"(?P<place4>[A-Z][\w’'-]+)"
    r"|(?:"
    r"ждут|ждёт|ждет|чекають|чекає|живе|живёт|живет|живуть"
    r"|живут|лишил\w+|остал\w+|залишил\w+"
    r")\s+(?:[а-яіїє]+\s+){0,3}?[ву]\s+(?P<place2>[А-ЯІЇЄҐЁ][\w’'ʼ-]+)"
    rf"|(?<!\w){_KIN}\s[^.,;:—–«“\"]{{0,50}}?(?<!\w)(?:в|у|під|под|біля|возле|поблизу)"
    r"\s+(?P<place7>[А-ЯІЇЄҐЁ][а-яіїєґё’'ʼ-]+)"
    rf"|\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]he)\s+(?:[\w-]+\s+){{0,2}}?{_LATIN_KIN}\s+(?:"
    r"(?:still\s+|now\s+)?(?:"
    r"farms?|works?|lives?|teach(?:es)?|waits?|runs?|keeps?"
    r"|sells?|has|have|grows?|is|are"
    r")\s+"
    r")?(?:[a-z-]+\s+){0,3}?(?:in|near|outside)\s+(?P<place8>[A-Z][a-z’'-]+)"
)
WOULD_GO = re.compile(
    r"\b(?:would|could|[’']d)\s+(?:\w+\s+)?(?:go|move|fly|travel|get)\s+(?:on\s+)?to\s+$"
    r"|(?<!\w)(?:бы?|би?)\s+(?:[\w’'ʼ-]+\s+){0,2}(?:к|до)\s+(?:[\w’'ʼ]+\s+)?$",
    re.IGNORECASE,
)
"""Before somebody's people: he dreams of going where they are, and was never there."""
_KOREAN_KIN = r"부모|어머니|아버지|아내|가족|누나|누이|여동생|남동생|할머니|처자"
KOREAN_HOME = compiled(
    r"(?<![가-힣])(?P<place5>[가-힣]{2,7}?)에서(?:는)?\s(?:[가-힣]+\s){1,4}?"
    rf"(?=(?:{_KOREAN_KIN})[은는이가와과도]?(?![가-힣]{{2}}))"
    rf"|(?:{_KOREAN_KIN})(?:님)?(?:은|는|이|가|도)\s(?P<place6>[가-힣]{{2,7}}?)에서?\s"
    r"(?:[가-힣]+\s){0,2}?(?:산다|살고|살며|살아|사신|농사|장사|일하|일한|기다|가르)"
    rf"|(?<![가-힣])(?P<place7>[가-힣]{{2,7}}?)에(?:는)?\s"
    rf"(?=(?:{_KOREAN_KIN}|약혼녀|약혼자|자녀|딸|아들)(?:[은는이가와과도]|\s)"
    r"[^.!?]{0,24}(?:있다|있고|있으|있는|남아|남았|남겨|기다|산다|살고))"
    r"|(?<![가-힣])(?P<place>"
    r"(?:[가-힣]{2,6}도\s)?[가-힣]{2,7}(?:\s[가-힣]{1,4}[시군읍면리])?"
    r")\s?(?:출신|태생)"
    r"|(?<![가-힣])(?P<place4>(?:[가-힣]{2,6}도\s)?[가-힣]{2,7}?)(?:이|가)\s고향"
    r"|고향(?:은|이|인)\s(?P<place2>(?:[가-힣]{2,6}도\s)?[가-힣]{2,6}?)"
    r"(?:이다|이며|이라|이고|인|으로|시|$|[.,])"
    r"|(?<![가-힣])(?P<place3>(?:[가-힣]{2,6}\s인근\s)?[가-힣]{2,7}(?:시|군|도)?)에서"
    r"\s?(?:태어|자라|자란|자랐|살았|살던|나고|온(?=\s)|왔[다고으]|왔습|올라온)"
)


_WHO = (
    r"(?:"
    r"\w*(?:річн|летн)\w+|чоловік\w{0,3}|мужчин\w|хлоп\w+|парен\w|парн\w|солдат\w{0,3}"
    r"|боєц\w|боец|бійц\w|бойц\w|узбек\w*|таджик\w*|киргиз\w*|казах\w*|непал\w+"
    r"|куб[иі]н\w+|кен[иі]\w+|кор\w+ц\w*|ган\w+ц\w*|близнюк\w*|близнец\w*|брат\w*"
    r"|\w+(?:ист|їст|щик|чик|ник|ник|арь|ар|яр)(?:а|у|ом|ов|ів|и|ы)?"
    r"|[А-ЯІЇЄҐЁ][а-яіїєґё’'ʼ-]{2,}|\d\d|рок\w+|років|лет|год\w?"
    r")"
)
_POSTS = pattern_of(
    [
        word
        for section in ("post", "rank")
        for each in table("posts")[section].values()
        for word in each
    ]
)
_STATUS = (
    r"(?:"
    r"строковик|срочник|контрактник|мобілізован|мобилизованн|добровол|призовник"
    r"|резерв[иі]ст|наёмник|найман|офицер|офіцер"
    r"|conscript|reservist|recruit|draftee|officer|volunteer"
    r")\w*"
)
FROM = compiled(r"(?<=[\w,)])\s+(?:з|із|зі|из|from)\s+(?:the\s+)?(?=[А-ЯІЇЄҐЁA-Z])")
WHO = re.compile(
    r"(?<!\w)(?:"
    rf"{_WHO}|{_STATUS}|{_TRADES}"
    rf"|(?:{_POSTS})\w*(?:"
    r"\s(?:"
    r"танка|бмп|бтр\w*|вантажівки|грузовика|фури|фуры|автобуса|таксі|такси"
    r"|взвода|роты|роти|отделения|відділення"
    r"|запаса|запасу|дрона|дронів|дронов"
    r")"
    r")?"
    r")[,)]?(?:\s+родом)?$"
)
BEFORE = 48
"""Characters in which the longest of them has room."""
"""Somebody, and "from": it is his home, not where he was taken."""


def homes(text: str) -> Iterator[Detail]:
    """Yield where somebody comes from, each place once."""
    found = (*_homes(text), *_from(text), *_natives(text))
    yield from {(d.start, d.end): d for d in found}.values()


def _from(text: str) -> Iterator[Detail]:
    for match in FROM.finditer(text):
        at = match.start()
        if not WHO.search(text[max(0, at - BEFORE) : at]):
            continue
        place = AREA.match(text, match.end())
        if place is None or NOT_PLACES.match(place[0]):
            continue
        nation = finder("nations", "nation").match(text, match.end())
        if not nation and (value := place_value(place[0])):
            yield Detail(*place.span(), Field.HOME, value)


NATIVE = compiled(
    r"(?<!\w)(?P<native>"
    r"\w{2,}(?:[чжшщ]ан|[вбпмфьзсдтнр]['’ʼ]ян|ян|ич)"
    r"(?:ин|ина|ину|ином|инов[іи]|ині|ине)"
    r"|(?:"
    r"москвич|омич|томич|псковч|костромич|вологжан|тверич|харьковчан|одессит|одесит"
    r")\w{0,5}"
    r")(?!\w)",
    re.IGNORECASE,
)
NO_NATIVE = re.compile(
    r"(?:"
    r"рос[сі]и?ян|громадян|гражданин|християн|христиан|мусульман|селян|крестьян|дворян"
    r"|слов.?ян|славян|англич|датчан|північан|южан|північ|северян|мирян|м[іе]щан|земл"
    r"|односельч|городян|горожан|парижан|величин|причин|начин|вич(?:ин|ина)$|окраин"
    r"|іноземч|египтян|индиан|хозяин|боярин|татарин"
    r")",
    re.IGNORECASE,
)
"""Words of the same ends that tell no town."""


def _natives(text: str) -> Iterator[Detail]:
    """Yield the town that a word such as "ростовчанин" tells."""
    for match in NATIVE.finditer(text):
        if not NO_NATIVE.search(match[0]) and (value := place_value(match[0])):
            yield Detail(*match.span(), Field.HOME, value)


def _homes(text: str) -> Iterator[Detail]:
    for match in HOME.finditer(text):
        place = AREA.match(text, match.end())
        if place is None or NOT_PLACES.match(place[0]):
            continue
        if value := place_value(place[0]):
            yield Detail(*place.span(), Field.HOME, value)
    for match in AWAITED.finditer(text):
        if WOULD_GO.search(text[: match.start()]):
            continue
        group = next(name for name, part in match.groupdict().items() if part)
        if value := place_value(match[group]):
            yield Detail(*match.span(group), Field.HOME, value)
    for match in KOREAN_HOME.finditer(text):
        group = next(name for name, part in match.groupdict().items() if part)
        if NO_HOME.match(match[group]):
            continue
        if value := place_value(match[group]):
            yield Detail(*match.span(group), Field.HOME, value)
