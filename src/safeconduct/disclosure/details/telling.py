"""What else does a text tell of prisoners: capture, group, family, story, wish, fate?

Most of these have no column in the register and only make spans; a group has its size
as value, a wish a code, a capture place and month what `words` and `times` read.
"""

# ruff: noqa: E501, ISC004  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.detail import Detail, Field
from safeconduct.disclosure.details.times import Time, times
from safeconduct.disclosure.details.words import AREA, place_value
from safeconduct.disclosure.prefilter import compiled
from safeconduct.disclosure.tables import finder, pattern_of, table

_NAME = r"[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]+"
CAPTURE = compiled(
    r"\b(?:taken\s+by|(?:returned|came\s+back)\s+with|taken\s+(?=in\b|near\b|at\b)|captur\w+|taken\s+(?:prisoner|captive)|took\s+(?:him|them|\w+)\s+prisoner|surrender\w*|gave\s+himself\s+up|detained|seized|was\s+found|found\s+him|picked\s+up|last\s+seen|went\s+missing|disappeared)\b"
    r"|востаннє\s+бачили|в\s+последний\s+раз\s+видел\w+|зник\w*|пропа[влд]\w*|исчез\w*|полон\w*|захопл\w*|захопи\w*|здав\w*ся|здали\w*ся"
    r"|(?:взя\w+|попа\w+|сда\w+)\s+(?:\w+\s+){0,2}?в\s+(?:\w+\s+)?плен|(?<!\w)(?:взял[иа]?|взяв|взяли)(?!\w)(?!\s+(?:участ|интерв|інтерв))|в\s+(?:украинск\w+\s+)?плен\w*|(?<!\w)[Цц]е\s+(?:сталося|трапилося)|(?<!\w)[Ээ]то\s+(?:произошло|случилось)|\b(?:it|this)\s+happened|захва[тч]\w+|пленил\w*|пленён\w*|пленен\w*|взят\w*|пленени\w+"
    r"|생포|붙잡|사로잡|투항|포로로\s?잡|포로가\s?[되됐된]|체포|(?<=에서\s)\S{0,6}\s?(?:잡힌|잡혔)|붙들",
    re.IGNORECASE,
)
SENT = re.compile(
    r"\b(?:sent|deployed|dispatched|transferred|shipped|flown|moved|posted)\b(?:\s+(?!to\b|into\b)[\w’'-]+){0,4}?\s+(?:to|into|in|near)\s+(?:the\s+)?(?=[A-Z])|"
    r"(?:відправ(?!ити)\w+|направ\w+|перекин\w+|отправ(?!ить)\w+|переброс\w+|перебрас\w+|прибу\w+|приеха\w+|приїха\w+)(?:\s+[а-яіїєґё]{1,10}){0,2}?\s+(?:до|в|у|на|под|під)\s+(?=[А-ЯІЇЄҐЁ])"
)
WHERE = compiled(
    r"\b(?:in|into|near|at|outside|around|inside|from|on|In|Near|At|Outside)\s+(?:the\s+)?(?:(?:village|town|city|settlement|area|region|outskirts)\s+of\s+|(?:woods|forest|fields|trench(?:es)?)\s+(?:near|outside|of)\s+)?(?=[A-Z])"
    r"|(?<!\w)(?:У|В|На|Під|Под|Біля|Поблизу|Возле|у|в|на|під|біля|поблизу|неподалік|под|возле|около|близ|вблизи|недалеко\s+от|района?|районі|районе|за)\s+(?:(?:село|селі|села|селом|селище|селища|селищі|місто|місті|міста|деревни|деревне|деревней|посёлка|городе|города|городом|районі|районе|лісі|лесу|лісосмузі|лесополосе|під|біля|под|возле|поблизу|близ)\s+){0,2}(?=[А-ЯІЇЄҐЁ])"
)  # fmt: skip
KOREAN_WHERE = compiled(
    r"(?<![가-힣])(?P<place>(?:러시아\s|우크라이나\s)?[가-힣]{2,8}(?:\s?(?:지역|지방|전선|방면|일대|마을|인근|주|접경지역|부근))*)\s?(?:인근|부근)?(?:에서|의\s|에\s)"
)
NOT_PLACES = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Ukrainian|Russian|Telegram|Facebook|Geneva|Article|He|She|They|His|It|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
NOT_KOREAN_PLACES = re.compile(
    r"^(?:전투|병원|인터뷰|과정|가운데|전장|현장|상황|이번|회견|수용소|수용시설|조사|심문|영상|사진|군|부대|그곳|여기|보도|포로|한국|남한|북한|고향|가족|러시아|우크라이나|기자|발표|성명|교전|참호|최전선|전선|이곳|집|학교|훈련소)"
)


def _captures(text: str, span: range) -> Iterator[Detail]:
    for match in WHERE.finditer(text):
        place = _place_at(text, match.end())
        if place is not None and match.end() in span:
            yield place
    for match in KOREAN_WHERE.finditer(text):
        start, end = match.span("place")
        value = place_value(match["place"])
        named = re.sub("^(?:러시아|우크라이나) ", "", match["place"].strip())
        if value is not None and not NOT_KOREAN_PLACES.match(named):
            yield Detail(start, end, Field.CAPTURE_PLACE, value)


def _place_at(text: str, at: int) -> Detail | None:
    match = AREA.match(text, at)
    if match is None or NOT_PLACES.match(match[0]):
        return None
    value = place_value(match[0])
    return value and Detail(*match.span(), Field.CAPTURE_PLACE, value)


def captures(text: str) -> Iterator[Detail]:
    """Yield place and months of a capture, in sentences that tell of one."""
    sent = [match.span() for match in deployments_in(text)]
    found = [
        match
        for match in CAPTURE.finditer(text)
        if not any(start <= match.start() < end for start, end in sent)
    ]
    if not found:
        return
    for detail in _captures(text, range(len(text))):
        if not any(start <= detail.start < end for start, end in sent):
            yield detail
    for match in LATELY.finditer(text):
        yield Detail(*match.span(), Field.CAPTURE_MONTH)
    for time in times(text):
        if time.year is not None and time.year < FIRST_YEAR:
            continue  # another war
        if not any(start <= time.start < end for start, end in sent):
            yield month(time)


LATELY = re.compile(
    r"\b(?:last|the\s+previous|earlier\s+this)\s+(?:month|week|year|winter|spring|summer|autumn|fall)\b|(?<!\w)(?:минулого\s+(?:місяця|тижня|року)|торік|(?:в\s+)?прошл(?:ом|ого)\s+(?:месяце|году|года))(?!\w)|지난달|지난주|이달\s?초?",
    re.IGNORECASE,
)
"""A time that only the date of the report could turn into a month."""


FIRST_YEAR = 2014


def month(time: Time) -> Detail:
    """Return the detail of a time of capture."""
    return Detail(time.start, time.end, Field.CAPTURE_MONTH, (time.year, time.months))


def deployments_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the verbs of being sent, with place and time."""
    return DEPLOYED.finditer(text)


_WHEN = r"(?:\s+(?:in|on|since|by|у|в|на|с|з)\s+(?:(?:early|mid|late|начале|початку|конце|кінці|наприкінці)[\s-]+)?(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+|(?:січн|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд|январ|феврал|март|апрел|ма[яе]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*\s+)?(?:(?:19|20)\d\d(?:\s+(?:року|році|года|году))?|January|February|March|April|May|June|July|August|September|October|November|December))?"
DEPLOYED = compiled(
    rf"(?:{SENT.pattern})(?:{AREA.pattern}){_WHEN}"
    r"|[가-힣]{2,8}(?:\s?(?:지역|주))?(?:로|으로|에)\s?(?:파병|배치|투입|보내)\S*"
)


def deployments(text: str) -> Iterator[Detail]:
    """Yield where and when somebody was sent."""
    for match in deployments_in(text):
        yield Detail(*match.span(), Field.DEPLOYMENT)


NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "a pair of": 2, "both": 2, "a trio of": 3,
    "один": 1, "одного": 1, "двоє": 2, "двох": 2, "два": 2, "двом": 2, "двома": 2, "обидва": 2, "обидвоє": 2, "обох": 2,
    "троє": 3, "трьох": 3, "три": 3, "трьом": 3, "четверо": 4, "чотирьох": 4, "чотири": 4, "п'ятеро": 5, "п’ятеро": 5, "п'ять": 5, "п’ять": 5,
    "шестеро": 6, "двое": 2, "двух": 2, "двум": 2, "двумя": 2, "оба": 2, "обоих": 2, "трое": 3, "трёх": 3, "трех": 3,
    "трём": 3, "четыре": 4, "четырёх": 4, "четырех": 4, "пятеро": 5, "пять": 5, "пятерых": 5,
    "пара": 2, "двоих": 2, "двоим": 2, "троих": 3, "троим": 3, "четверых": 4, "двоими": 2, "двоїх": 2,
}  # fmt: skip
KOREAN_NUMBERS = {
    "한": 1,
    "두": 2,
    "세": 3,
    "네": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
}
_COUNT = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
_SOLDIERS = (
    r"(?:soldiers?|North\s+Koreans|Ukrainians|Russians|nationals|citizens|marines|громадян\w*|граждан\w*|північнокорейц\w+|северокорейц\w+|prisoners?(?:\s+of\s+war)?|POWs?|captives?|servicem[ae]n|fighters?|troops|men|conscripts|recruits"
    r"|солдат\w*|військовополонен\w*|полонен\w*|військов\w*|військовослужбов\w*|бійц\w*|бойц\w*|бранц\w*|вояк\w*|военнопленн\w*|пленн\w*|военнослужащ\w*|військових|военных)"
)
GROUP = compiled(
    rf"(?<![\w-])(?P<count>[2-9]|{_COUNT})\s+(?:of\s+(?:the|these|them)\s+)?(?:(?!and\b|or\b|of\b|to\b|тис|тыс|сот|thousand|hundred|million|dozen|десят|мільйон|миллион)[\w’'-]+\s+){{0,3}}?{_SOLDIERS}(?!\w)(?:\s+(?:captured|taken\s+prisoner|held)(?:\s+by\s+(?:\w+\s+)?(?:forces|troops|soldiers|army))?)?"
    rf"|(?:북한군|북한|포로|병사|군인|북한\s?병사|생포)\S{{0,4}}\s?(?:포로|병사|군인)?\s?(?P<kcount>(?<!\d)[2-9]|두|세|네|다섯)\s?명"
    r"|(?P<kcount2>[2-9]|두|세|네|다섯)\s?명의\s?(?:북한군?\s?)?(?:포로|병사|군인|북한군)\S{0,2}",
    re.IGNORECASE,
)
OTHERS = re.compile(r"\b(?:thousand|hundred|other|another|more|additional|killed|dead|wounded|Ukrainian)\b|інш|друг|убит|вбит|українськ|украинск|우크라이나|숨진|전사", re.IGNORECASE)  # fmt: skip


def groups(text: str) -> Iterator[Detail]:
    """Yield small groups of soldiers, with their size."""
    for match in GROUP.finditer(text):
        if OTHERS.search(re.split(r"\s(?:captured|taken|held)\b", match[0])[0]):
            continue
        words = match["count"] or match["kcount"] or match["kcount2"]
        size = NUMBERS.get(words.lower()) or KOREAN_NUMBERS.get(words) or int(words)
        if size > 1:
            yield Detail(*match.span(), Field.GROUP, size, plural=True)


HOME = compiled(
    r"\b(?:(?:is|was|are)\s+from\s+(?:the\s+)?(?:(?:[a-z]+\s+)?(?:village|town|city|province|port|region)\s+of\s+)?(?=[A-Z])|from\s+(?:the\s+)?(?:[a-z]+\s+)?(?:village|town|city|port)\s+of\s+(?=[A-Z]))|\b(?:born(?:\s+and\s+(?:raised|brought\s+up))?|raised|grew\s+up|brought\s+up|hails?|comes|came|lives?|lived|originally|home(?:town)?\s+(?:is|was|of)|his\s+home)\s+(?:(?:in|from|near|is|was|of)\s+)?(?:the\s+)?(?:(?:village|town|city|province|region)\s+of\s+)?(?=[A-Z])"
    r"|,\s+from\s+(?:the\s+)?(?:(?:village|town|city|province)\s+of\s+)?(?=[A-Z])|\b(?:a\s+)?natives?\s+of\s+(?:the\s+)?(?:(?:village|town|city|province|region)\s+of\s+)?(?=[A-Z])"
    r"|(?:year-old|soldier|sniper|rifleman|gunner|driver|medic|scout|prisoner|man|native|operator|private|sergeant)\s+from\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|coastal|mining)\s+)?(?:(?:village|town|city|province|port)\s+of\s+)?(?=[A-Z])"
    r"|(?<!\w)[Дд]ома,?\s+(?:в|у)\s+(?=[А-ЯІЇЄҐЁ])|[Нн]ародив\w*\s+(?:у|в)\s+(?=[А-ЯІЇЄҐЁ])|[Рр]одом\s+(?:він\s+|он\s+)?(?:з|із|зі|из|с|со)\s+(?:міста\s+|села\s+|города\s+|провінції\s+|провинции\s+)?|уродж\w+\s+(?:міста\s+|села\s+|города\s+|провінції\s+|провинции\s+)?|[Уу]рожен\w+\s+(?:міста\s+|села\s+|города\s+|провинции\s+)?|(?:родился|виріс|вырос|народився|жил|мешкав|проживав|живёт)\s+(?:и\s+вырос\s+|і\s+виріс\s+)?(?:в|у|під|под)\s+(?:місті\s+|селі\s+|городе\s+|селе\s+|провінції\s+|провинции\s+)?(?=[А-ЯІЇЄҐЁ])|(?<!\w)(?:[Оо]н|[Вв]ін|сам)\s+(?:сам\s+)?(?:из|з|із|зі)\s+(?:міста\s+|села\s+|города\s+)?(?=[А-ЯІЇЄҐЁ])|житель\s+|мешканець\s+|(?:річний|летний|солдат|боєць|боец|снайпер\w*|штурмови\w+|танкист\w*|артилл?ерист\w*|мін\w+метник\w*|мином[её]тчик\w*|повар\w*|кухар\w*|связист\w*|зв['’]язків\w*|сержант\w*|рядов\w+|стріл\w+|стрел\w+|кулеметник\w*|пулем[её]тчик\w*|сап[её]р\w*|водій|водия|водител\w+|гранатом[её]тчик\w*|гранатометник\w*|розвідник\w*|разведчик\w*|медик\w*|полонен\w+|пленн\w+|хлопець|юнак|парень)\s+(?:з|із|зі|из)\s+(?:міста\s+|села\s+|города\s+|провінції\s+|провинции\s+)?(?=[А-ЯІЇЄҐЁ])"
)
AWAITED = compiled(
    r"(?<!\w)[УуВв]\s+(?P<place>[А-ЯІЇЄҐЁ][\w’'ʼ-]+)\s+(?:на\s+\w+\s+|його\s+|его\s+)?(?:чека|жд|залиш|оста|жив)\w+"
    r"|(?:ждут|ждёт|ждет|чекають|чекає|живе|живёт|живет|живуть|живут|лишил\w+|остал\w+|залишил\w+)\s+(?:[а-яіїє]+\s+){0,3}?[ву]\s+(?P<place2>[А-ЯІЇЄҐЁ][\w’'ʼ-]+)"
)
KOREAN_HOME = compiled(
    r"(?<![가-힣])(?P<place>(?:[가-힣]{2,6}도\s)?[가-힣]{2,7}(?:\s[가-힣]{1,4}[시군읍면리])?)\s?(?:출신|태생)"
    r"|(?<![가-힣])(?P<place4>(?:[가-힣]{2,6}도\s)?[가-힣]{2,7}?)(?:이|가)\s고향"
    r"|고향(?:은|이|인)\s(?P<place2>(?:[가-힣]{2,6}도\s)?[가-힣]{2,6}?)(?:이다|이며|이라|이고|인|으로|시|$|[.,])"
    r"|(?<![가-힣])(?P<place3>(?:[가-힣]{2,6}\s인근\s)?[가-힣]{2,7}(?:시|군|도)?)에서\s?(?:태어|자라|자란|자랐|살았|나고)"
)


_WHO = (
    r"(?:\w*(?:річн|летн)\w+|чоловік\w{0,3}|мужчин\w|хлоп\w+|парен\w|парн\w|солдат\w{0,3}|боєц\w|боец|бійц\w|бойц\w"
    r"|[А-ЯІЇЄҐЁ][а-яіїєґё’'ʼ-]{2,}|\d\d|рок\w+|років|лет|год\w?)"
)
_POSTS = pattern_of([word for post in table("posts")["post"].values() for word in post])
FROM = compiled(
    rf"(?:(?<!\w)(?:{_WHO}|(?:{_POSTS})\w*))[,)]?\s+(?:родом\s+)?(?:з|із|зі|из|from)\s+(?:the\s+)?(?=[А-ЯІЇЄҐЁA-Z])"
)
"""Somebody, and "from": it is his home, not where he was taken."""


def homes(text: str) -> Iterator[Detail]:
    """Yield where somebody comes from, each place once."""
    yield from {(d.start, d.end): d for d in (*_homes(text), *_from(text))}.values()


def _from(text: str) -> Iterator[Detail]:
    for match in FROM.finditer(text):
        place = AREA.match(text, match.end())
        if place is None or NOT_PLACES.match(place[0]):
            continue
        nation = finder("nations", "nation").match(text, match.end())
        if not nation and (value := place_value(place[0])):
            yield Detail(*place.span(), Field.HOME, value)


def _homes(text: str) -> Iterator[Detail]:
    for match in HOME.finditer(text):
        place = AREA.match(text, match.end())
        if place is None or NOT_PLACES.match(place[0]):
            continue
        if value := place_value(place[0]):
            yield Detail(*place.span(), Field.HOME, value)
    for match in AWAITED.finditer(text):
        group = "place" if match["place"] else "place2"
        if value := place_value(match[group]):
            yield Detail(*match.span(group), Field.HOME, value)
    for match in KOREAN_HOME.finditer(text):
        group = next(name for name, part in match.groupdict().items() if part)
        if value := place_value(match[group]):
            yield Detail(*match.span(group), Field.HOME, value)


_KIN = r"(?:mother|father|parents|wife|husband|sons?|daughters?|child(?:ren)?|brothers?|sisters?|siblings|grandmother|grandfather|grandparents|uncle|aunt|family|relatives|fianc[ée]e?|girlfriend|twin)"
PATTERNS: tuple[tuple[Field, str], ...] = (
    (
        Field.FAMILY,
        rf"\b(?:(?:his|her)\s+(?:(?!own\b)[\w-]+\s+){{0,2}}?{_KIN}(?:\s+(?:of\s+\w+\s+)?who\s+[^,.;]+)?|(?:the\s+)?(?:an?\s+)?(?:only|eldest|youngest|second|first|older|younger|sole)\s+(?:son|child|daughter|boy|brother)(?:\s+of\s+(?:an?\s+|the\s+)?[^,.;]{{2,40}})?|(?:an\s+)?orphan(?:ed)?|(?:(?:an?\s+|two\s+|three\s+|four\s+)(?:\w+\s+){{0,2}}?{_KIN}(?=\s+(?:at\s+home|back\s+home|in\s+[A-Z]|waiting|who)))|(?:son|child)\s+of\s+(?:an?\s+)[^,.;]{{2,40}}|father\s+of\s+(?:an?\s+|two|three)[^,.;]{{0,30}}|(?:has|have|had|left)\s+(?:behind\s+)?(?:an?\s+|two\s+|three\s+)(?:\w+\s+){{0,2}}?{_KIN}|married|newlywed)\b"
        r"|(?<!\w)(?:його|її|його\s+\w+|його\s+стар\w+|його\s+молод\w+|его|е[её]|своєї|своей|своїх|своих|своєму|свою|в\s+нього|у\s+нього|у\s+него)\s+(?:\w+\s+){0,3}?(?:мат[иеі]\w*|мам\w+|батьк\w+|батьк|тат\w|отец|отц\w+|дружин\w+|жен[аыуе]\w*|син\w*|сын\w*|доч\w+|донь\w+|брат\w*|сестр\w+|сім[’'ʼ]?[яїю]\w*|семь\w+|родин\w+|родител\w+|бабус\w+|бабушк\w+|дідус\w+|дедушк\w+)"
        r"|(?<!\w)єдин\w+\s+(?:син|дитин)\w*(?:\s+(?:у\s+)?(?:матер|батьк|родин|сім)\S*)?|единственн\w+\s+(?:сын|реб[её]н)\w*(?:\s+(?:у\s+)?(?:матер|родител|семь)\S*)?|(?<!\w)сирот\w*|(?:старш|молодш|младш)\w+\s+(?:син|сын|брат|сестр)\w*|(?:матір|мати|мать|мама|дружина|жена|наречен\w+|невест\w+)\s+(?:чека|жде|жд[её]т|залиш|оста)\w*|(?:чека\w+|жд[ёеу]т)\s+(?:його\s+|его\s+)?(?:дружин\w+|жен\w+|мати|мать|син\w*|сын\w*|донь\w+|доч\w+|діти|дети|батьки|родители|родина|семья|сім[’'ʼ]я|наречена|невеста)(?:\s+(?:і|й|та|и)\s+(?:син\w*|сын\w*|донь\w+|доч\w+|діти|дети))?|(?<!\w)(?:мати|мать|мама|батько|отец|дружина|жена|сестра|брат)\s+(?:зверн|обрат|впізна|узна|дізна|шука|ищет|сообщ|повідом)\w*"
        r"|(?:외아들|외동아들|외동딸|독자|홀어머니|편모|어머니|아버지|부모님?|아내|형제|누나|누이|여동생|남동생|할머니|할아버지|고아|약혼녀|장남|차남|막내(?:아들)?|쌍둥이)",
    ),
    (
        Field.SERVICE,
        r"\b(?:conscripted|drafted|enlisted|joined\s+the\s+(?:army|military))\s+(?:\w+\s+years?\s+ago|at\s+(?:the\s+age\s+of\s+)?[\w-]+)|\bserv(?:ed|ing)\s+(?:for\s+)?[\w-]+\s+(?:months?|years?)\b|\bserv(?:ed|ing)\s+in\s+(?:the\s+)?[^,.;]{3,40}?\s+for\s+[\w-]+\s+(?:months?|years?)|(?:служив|служил)\w*\s+за\s+контрактом[^.,;]{0,30}|(?:служив|служил)\w*\s+по\s+контракту[^.,;]{0,30}|(?:мобілізува\w+|мобилизова\w+|призва\w+)\s+(?:восени|взимку|навесні|влітку|осенью|зимой|весной|летом|у|в)\s+[^.,;]{2,25}|[Пп]рош[её]л\w*\s+[^.,;]{3,40}(?:кампани|войн)\w+|пройшов\s+[^.,;]{3,40}(?:кампані|війн)\w+|\d{1,2}\s?년(?:을|을\s넘게|\s?넘게)\s?복무\S*|[가-힣]+\s살에\s입대\S*"
        r"|\b(?:after\s+)?(?:serv(?:ed|ing)|spent|spending|completed)\s+(?:(?!in\s+prison|as\s+president|as\s+minister)[^,.;]){0,50}?(?:\b(?:for|since)\s+(?:[^\s,.;]+\s+){0,3}?(?:years?|months?|decade|\d{4})\b|(?:\w+|\d+)\s+years?\s+(?:in|with)\s+(?:the\s+)?(?:army|military|navy|armed\s+forces|service|infantry))"
        r"|\b(?:enlisted|conscripted|drafted|joined\s+the\s+(?:army|military|navy))(?:\s+(?:in|at|since)\s+(?:the\s+age\s+of\s+)?[^,.;]{2,30})?"
        r"|(?:прослужи\w+|служи\w+|відслужи\w+|отслужи\w+)\s+(?:[^,.;]{0,40}?)(?:рок\w+|рік|лет|год\w*|місяц\w+|месяц\w*|з\s+\d{4}|с\s+\d{4})\b|(?:призва\w+|мобілізова\w+|мобилизова\w+)\s+(?:до\s+армії|в\s+армию|у\s+\d{4}|в\s+\d{4})[^,.;]{0,20}"
        r"|\d{1,2}\s?년\s?(?:간|동안)?\s?(?:복무|군\s?복무|군\s?생활)\S*|\d{4}년\s?(?:\d{1,2}월\s?)?(?:에\s?)?(?:군에\s?)?입대\S*|입대\s?\d{1,2}\s?년\s?차|군\s?복무\s?\d{1,2}년\S*",
    ),
    (
        Field.PAPERS,
        r"\b(?:an?\s+|his\s+|the\s+)?(?:[\w-]+\s+)?(?:military\s+(?:card|id|ticket|book|identity\s+card)|identity\s+(?:card|papers)|id\s+card|soldier['’]s\s+book|dog\s+tags?|passport)\b(?:\s+(?:in|under|bearing)\s+(?:the|another)(?:\s+\w+)?\s+name)?|(?<!\w)(?:чуж\w+\s+|російськ\w+\s+|российск\w+\s+|потерял\w*\s+|загубив\w*\s+|втратив\w*\s+|без\s+)?(?:військов\w+\s+квит\w+|военн\w+\s+билет\w*|паспорт\w*|картк\w+\s+солдат\w*|солдатськ\w+\s+книж\w+)(?:\s+(?:мешканц\w+|жител\w+|уроджен\w+|урожен\w+)\s+\w+)?|(?:[가-힣]+\s){0,2}(?:신분증|군인증|인식표)"
        r"|\b(?:(?:false|fake|forged|someone\s+else['’]s|borrowed)\s+(?:\w+\s+){0,3}?(?:papers|documents?|passport|identity|identities|ids?|military\s+id|id\s+card)(?:\s+(?:in\s+the\s+name|of|issued|as|from)[^,.;]{2,50})?|(?:military\s+)?(?:id|id\s+card|papers|documents|passport)\s+(?:issued\s+)?(?:in\s+the\s+name\s+of|in\s+another|of\s+a\s+(?:man|resident|Russian)|as\s+a\s+(?:resident|native)|made\s+out)[^,.;]{2,50}|(?:made\s+out|issued)\s+(?:to|in\s+the\s+name\s+of)\b)"
        r"|(?:фальшив\w+|підроблен\w+|чуж\w+|поддельн\w+|липов\w+)\s+(?:\w+\s+){0,2}?(?:документ\w*|паспорт\w*|посвідчен\w*|удостоверен\w*|військов\w+\s+квит\w+|военн\w+\s+билет\w*|ім[’'ʼ]?\w+|имен\w+)(?:\s+на\s+(?:ім[’'ʼ]я|имя)[^,.;]{2,40})?|(?:документ\w*|квит\w+|билет\w*|паспорт\w*|посвідчен\w*|удостоверен\w*)\s+на\s+(?:чуже\s+|чужое\s+)?(?:ім[’'ʼ]я|имя)[^,.;]{0,40}"
        r"|(?:위조|가짜|허위|타인\s?명의의?)\s?(?:\S+\s)?(?:신분증|군인증|여권|신분|서류)|(?:[가-힣]+\s){0,2}[가-힣]+\s?명의의?\s?(?:신분증|군인증|여권|서류)",
    ),
    (
        Field.NICKNAME,
        r"\b(?:called|call)\s+him\s+[\"“‘«'][^\"”’»']{2,30}[\"”’»']|прозва\w+\s+(?:его\s+|його\s+)?[«\"“]?[А-ЯІЇЄҐЁ]\w+[»\"”]?|별명(?:은|이|인)?\s?[‘'“\"][^’'”\"]{1,12}[’'”\"]"
        r"|\b(?:nicknamed|known\s+as|goes\s+by|call\s?sign(?:ed)?|nom\s+de\s+guerre|dubbed|codenamed)\s+(?:is\s+|the\s+)?[\"“‘«'][^\"”’»']{2,30}[\"”’»']|\b(?:call\s?sign|nicknamed)\s+[A-Z]\w+"
        r"|(?:позивн\w+|прізвиськ\w+|на\s+прізвисько|позывн\w+|по\s+прозвищу|прозвищ\w+|кличк\w+)\s+[–—-]?\s*(?:[«\"“][^»\"”]{2,30}[»\"”]|[А-ЯІЇЄҐЁ]\w+)|(?:별명|호출부호|암호명)(?:은|이|인)?\s?[‘“'\"《〈][^’”'\"》〉]{1,20}[’”'\"》〉]",
    ),
    (
        Field.NUMBER,
        r"(?<!\w)(?:service|personal|military|internment|serial|ID|id|card|prisoner|passport|tag)?\s*(?:number|Number|No\.|no\.|tag|card|№|номер\w*|жетон\w*|군번\S{0,2}|번호\S{0,2})\s*(?:is|was|№|#|[:—–-])?\s*(?P<number>[A-ZА-ЯІЇЄҐ]{0,3}[-\s]?\d[\d-]{3,})(?![\d,.]*\s*(?:호|km|men|soldiers|people))",
    ),
    (
        Field.BIRTH_DATE,
        r"\b(?:born|[Dd]ate\s+of\s+birth)(?:\s+(?:on|of|is|was)|:)?\s+(?P<b1>\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+(?:19|20)\d\d|[A-Z][a-z]+\s+\d{1,2},?\s+(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)|(?:19|20)\d\d년\s?\d{1,2}월\s?\d{1,2}일\s?(?:생|출생|에?\s?태어)|생년월일\S{0,2}\s?(?P<b2>(?:19|20)\d\d\S*(?:\s\d{1,2}월\s?\d{1,2}일)?)"
        r"|(?:[Нн]ародив\w+|[Рр]одил\w+|[Дд]ата\s+(?:народження|рождения))\s*[:—–-]?\s*(?P<b3>\d{1,2}\s+[а-яіїє]+\s+(?:19|20)\d\d(?:\s+(?:року|года))?|\d{1,2}\.\d\d\.(?:19|20)\d\d)|\d{1,2}(?:\.\d\d\.|\s+[а-яіїє]+\s+)(?:19|20)\d\d\s*(?:р\.\s?н|г\.\s?р|року\s+народж|года\s+рожд)\w*",
    ),
    (
        Field.POINTER,
        r"(?:(?:[A-Z][\w’'.-]+\s+){1,4}(?:newspaper\s+|channel\s+|agency\s+)?)?\b(?:has\s+|have\s+|had\s+)?(?:published|released|posted|aired|broadcast|showed|shown|shared|uploaded|circulated|printed|ran|carried|revealed|disclosed|leaked)\s+(?:(?!and\b)[\w’'-]+\s+){0,4}?(?:images?|photos?|photographs?|pictures?|videos?|footage|faces?|interviews?|personal\s+details|full\s+names?|names?|documents?|portraits?|clips?)(?:\s+(?:and|of|with|showing|in\s+which)\s+[^.,;]{2,80})?"
        r"|\b(?:images?|photos?|videos?|footage|interviews?|faces|clips?)\s+(?:[\w’'-]+\s+){0,6}?(?:(?:was|were|has\s+been|have\s+been)\s+)?(?:published|released|posted|aired|shown|broadcast|circulat\w+|shared|uploaded)\s+(?:by|on|in)\s+[^.,;]{2,60}"
        r"|(?:(?<!\w)(?:[«\"“]?[А-ЯІЇЄҐЁA-Z][\w’'.-]+[»\"”]?\s+){1,4})?(?:опублік\w+|оприлюдн\w+|показа\w+|розмісти\w+|виклал\w*|поширил\w*|опублик\w+|обнародова\w+|размести\w+|выложи\w+|распространил\w*)\s+(?:[^.,;]{0,40}?\s)?(?:фото\w*|відео\w*|видео\w*|зображенн\w+|кадр\w*|інтерв['’]ю|интервью|облич\w+|лиц[аоу]\w*|персональн\w+\s+дан\w+|особист\w+\s+дан\w+|личн\w+\s+данн\w+|запис\w*)[^.;]{0,60}"
        r"|(?:[가-힣A-Za-z]+(?:일보|신문|뉴스|방송|통신|TV|채널)\S{0,2}|텔레그램\S*|유튜브\S*)\s[^.]{0,60}?(?:사진|영상|얼굴|인터뷰|신상|개인정보|실명|동영상)[^.]{0,20}?(?:공개|게재|보도|방영|게시|실었|내보)\S*|(?:얼굴|실명|신상(?:정보)?|사진|영상|인터뷰)\S{0,3}\s?(?:\S+\s){0,3}?(?:공개|게재|방영|게시|유포)(?:했|됐|한|하|되)\S*",
    ),
    (
        Field.FATE,
        r"\b(?:exchang(?:e|ed|ing)|swapp?(?:ed|ing)?|return(?:ed|ing)?|repatriat(?:e|ed|ing)|hand(?:ed|ing)?\s+over|deport(?:ed|ing)?|transfer(?:red|ring)?|extradit(?:e|ed|ing)|sending\s+back)\s+(?:him\b|them\b|(?:these|the|those|both|captured|two|his)\s+(?:[\w’'-]+\s+){0,3}?(?:soldiers?|prisoners?|POWs?|men|man|captives?|troops|servicem[ae]n|pair)\b)(?:\s+(?:for|to|in\s+exchange\s+for)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[\w’'-]+){0,4}?(?=\s*(?:,|\.|;|and|would|could|it|$)))?"
        r"|\b(?:he|they|the\s+(?:prisoners?|soldiers?|captives?|men))\s+(?:would|could|will|may|might)\s+(?:likely\s+|be\s+|face\s+)+(?:\w+\s+){0,3}?(?:execut\w+|punish\w+|imprison\w+|shot|killed|death|swapped|exchanged|returned|repatriated)[^.;]{0,50}"
        r"|(?:обмін\w+|обмен\w+|верну(?!вш)[тв]\w+|поверну(?!вш)\w+|переда[тлв]\w+|видат\w+|выда[тч]\w+|репатр\w+)\s+(?:цих|цього|його|їх|этих|этого|его|их|обох|обоих|двох|двух|полонен\w+|пленн\w+|солдат\w*)(?:\s+(?:солдат\w*|бійц\w*|бойц\w*|полонен\w*|пленн\w*|військовополонен\w*|военнопленн\w*))?(?:\s+на\s+[^.,;]{3,50})?"
        r"|(?:포로\s?교환|송환|처형|맞교환|교환)(?:될|되|하|할|당할|을|시)\S*(?:\s\S{1,6}(?:있|없)\S*)?",
    ),
)  # fmt: skip
ANY_CASE = frozenset({Field.FAMILY, Field.SERVICE, Field.PAPERS})
COMPILED = tuple(
    (field, compiled(pattern, re.IGNORECASE if field in ANY_CASE else 0))
    for field, pattern in PATTERNS
)


def others(text: str) -> Iterator[Detail]:
    """Yield family, service, papers, nickname, numbers, pointers and fates."""
    for field, pattern in COMPILED:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            group = next((name for name, part in parts.items() if part), 0)
            end = match.start(group) + len(match[group].rstrip())
            yield Detail(match.start(group), end, field)


SPEECH = re.compile(
    r"\b(?:said|says|claim(?:s|ed|ing)|told|tells|recall(?:s|ed|ing)|explain(?:s|ed|ing)|admit(?:s|ted)|testif(?:y|ied)|stated|believ(?:ed|ing)|thought|understood|insist(?:s|ed)|remember(?:s|ed)|confess(?:ed|es)|assured|learn(?:ed|t)|realiz(?:ed|ing)|realis(?:ed|ing))\b"
    r"|(?:сказа\w+|розпов\w+|розказа\w+|заяв\w+|поясн\w+|зізна\w+|згад\w+|стверд\w+|каже|говорить|дума\w+|вважа\w+|рассказ\w+|заяви\w+|поясни\w+|объясни\w+|призна\w+|вспомин\w+|вспомни\w+|утвержда\w+|говорит|счита\w+)"
)
ACCORDING = re.compile(
    r"(?:\b[Aa]ccording\s+to|[Пп]о\s+словам|[Зз]а\s+словами|[Зз]і\s+слів|[Сс]о\s+слов|[Пп]о\s+его\s+словам|[Зз]а\s+його\s+словами|[Bb]y\s+his\s+account)(?:\s+[^,.;]{2,40})?,\s+(?P<said>[^.;]{8,200})"
)
THAT = re.compile(r"(?:\bthat\s+|(?:,\s)?(?<!\w)(?:що|что|ніби|нібито|будто|якобы)\s+)")
QUOTE = re.compile(r"[“\"«‘「]([^”\"»’」]{8,400})[”\"»’」]")
KOREAN_SPEECH = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=^)|(?<=[은는이가]\s))[^.!?“”]{4,120}?(?:라고|다고|고)\s?(?:말했|밝혔|전했|진술|증언|주장|회상|털어놨|털어놓|설명|했다)\S*"
)


NARRATED = compiled(
    r"(?:\b[Bb]efore\s+(?:the\s+war|the\s+army|enlisting|joining\s+up|his\s+\w+|her\s+\w+)|[Дд]о\s+(?:війни|войны|війська|армії|армии|служби|службы|полону|плена|мобілізації|мобилизации|контракту|контракта)),?\s+(?:he\s+|she\s+|він\s+|вона\s+|он\s+|она\s+)?(?P<before>[^.;—]{6,120}?)(?=\s+у\s+[А-Я]|[.;—]|,\s|$)"
    r"|\b(?:was|were|been)\s+(?P<told>(?:told|promised|tricked|deceived|persuaded|assured|taught|forced)\s+[^.;,]{6,120})"
    r"|\b(?P<did>(?:spent|crawled|wandered|survived|sang|worked\s+(?:at|as|in|for)|repaired|studied|trained\s+as|taught|played|sold|farmed)\s+[^.;,]{6,80})"
    r"|(?<!\w)(?P<slavic>(?:(?:по)?обіцял\w*|(?:по)?обещал\w*|обдур\w+|обману\w+|вмовил\w*|уговорил\w*|змусил\w*|застави\w+|працював|працювала|работал|работала|чинив|чинил|ремонт\w+в|грав|играл|співав|співала|пел|пела|возив|возил|навчався|учился|клал|торгува[вл]\w*|торговал\w*|ховався|прятался|блукав|пров[еі]в|пров[её]л|ни\s+разу\s+не)\s+[^.;,—]{5,90})"
    r"|(?:said|says|claim(?:s|ed)|recall(?:s|ed)|explain(?:s|ed))\s+(?P<said>(?:he|she)\s+(?!wants|hopes|wishes|would)[^.;]{6,140})"
)
"""What befell him or what he did, told by the report itself."""
QUOTED_WORDS = 3
"""Words of a quotation that tells; less is a title or a term."""


def stories(text: str) -> Iterator[Detail]:
    """Yield what somebody is quoted with or said to have lived through."""
    for match in QUOTE.finditer(text):
        if len(match[1].split()) >= QUOTED_WORDS:
            yield Detail(*match.span(1), Field.STORY, "quoted")
    if (speech := SPEECH.search(text)) is not None:
        opened = [m.end() for m in THAT.finditer(text, speech.end())]
        if opened:
            end = _clause_end(text, opened[-1])
            yield Detail(opened[-1], end, Field.STORY)
    for match in ACCORDING.finditer(text):
        yield Detail(*match.span("said"), Field.STORY)
    for match in NARRATED.finditer(text):
        group = next(name for name, part in match.groupdict().items() if part)
        yield Detail(*match.span(group), Field.STORY, "narrated")
    for match in KOREAN_SPEECH.finditer(text):
        start = max([m.end() for m in TOPIC.finditer(match[0])], default=0)
        if not QUOTE.search(match[0]):
            yield Detail(match.start() + start, match.end(), Field.STORY)


TOPIC = re.compile(r"(?<=[가-힣])(?:은|는|씨가)\s")


def _clause_end(text: str, start: int) -> int:
    stop = re.compile(r"[.;!?](?:\s|$)|,\s+(?:and|but|while)\b").search(text, start)
    return stop.start() if stop else len(text.rstrip())


PRISONERS = pattern_of(table("bearers")["prisoner"]["one"])
