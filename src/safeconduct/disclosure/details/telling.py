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
from safeconduct.disclosure.tables import pattern_of, table

_NAME = r"[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]+"
CAPTURE = re.compile(
    r"\b(?:(?:returned|came\s+back)\s+with|taken\s+(?=in\b|near\b|at\b)|captur\w+|taken\s+(?:prisoner|captive)|took\s+(?:him|them|\w+)\s+prisoner|surrender\w*|gave\s+himself\s+up|detained|seized|was\s+found|found\s+him|picked\s+up|last\s+seen|went\s+missing|disappeared)\b"
    r"|востаннє\s+бачили|в\s+последний\s+раз\s+видел\w+|зник\w*|пропа[влд]\w*|исчез\w*|полон\w*|захопл\w*|захопи\w*|здав\w*ся|здали\w*ся"
    r"|(?:взя\w+|попа\w+|сда\w+)\s+(?:\w+\s+){0,2}?в\s+плен|(?:взял[иа]?|взяв|взяли)\s+(?:под|у|в|під|біля|возле)\s+[А-ЯІЇЄҐ]|в\s+плен\w*|захва[тч]\w+|пленил\w*|пленён\w*|пленен\w*|взят\w*|пленени\w+"
    r"|생포|붙잡|사로잡|투항|포로로\s?잡|포로가\s?[되됐된]|체포",
    re.IGNORECASE,
)
SENT = re.compile(
    r"\b(?:sent|deployed|dispatched|transferred|shipped|flown|moved|posted)\b(?:\s+(?!to\b|into\b)[\w’'-]+){0,4}?\s+(?:to|into|in|near)\s+(?:the\s+)?(?=[A-Z])|"
    r"(?:відправ\w+|направ\w+|перекин\w+|отправ\w+|переброс\w+|перебрас\w+|прибу\w+|приеха\w+|приїха\w+)(?:\s+[а-яіїєґё]{1,10}){0,2}?\s+(?:до|в|у|на|под|під)\s+(?=[А-ЯІЇЄҐЁ])"
)
WHERE = re.compile(
    r"\b(?:in|into|near|at|outside|around|inside|from|on|In|Near|At|Outside)\s+(?:the\s+)?(?:(?:village|town|city|settlement|area|region|outskirts)\s+of\s+|(?:woods|forest|fields|trench(?:es)?)\s+(?:near|outside|of)\s+)?(?=[A-Z])"
    r"|(?<!\w)(?:У|В|На|Під|Под|Біля|Поблизу|Возле|у|в|на|під|біля|поблизу|неподалік|под|возле|около|близ|вблизи|недалеко\s+от|района?|районі|районе|за)\s+(?:(?:село|селі|села|селом|селище|селища|селищі|місто|місті|міста|деревни|деревне|деревней|посёлка|городе|города|городом|районі|районе|лісі|лесу|лісосмузі|лесополосе|під|біля|под|возле|поблизу|близ)\s+){0,2}(?=[А-ЯІЇЄҐЁ])"
)  # fmt: skip
KOREAN_WHERE = re.compile(
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
    for time in times(text):
        if not any(start <= time.start < end for start, end in sent):
            yield month(time)


def month(time: Time) -> Detail:
    """Return the detail of a time of capture."""
    return Detail(time.start, time.end, Field.CAPTURE_MONTH, (time.year, time.months))


def deployments_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the verbs of being sent, with place and time."""
    return DEPLOYED.finditer(text)


_WHEN = r"(?:\s+(?:in|on|since|by|у|в|на|с|з)\s+(?:(?:early|mid|late|начале|початку|конце|кінці|наприкінці)[\s-]+)?(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+|(?:січн|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд|январ|феврал|март|апрел|ма[яе]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*\s+)?(?:(?:19|20)\d\d(?:\s+(?:року|році|года|году))?|January|February|March|April|May|June|July|August|September|October|November|December))?"
DEPLOYED = re.compile(
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
    "пара": 2,
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
    r"(?:soldiers?|prisoners?(?:\s+of\s+war)?|POWs?|captives?|servicem[ae]n|fighters?|troops|men|conscripts|recruits"
    r"|солдат\w*|військовополонен\w*|полонен\w*|військов\w*|військовослужбов\w*|бійц\w*|бойц\w*|бранц\w*|вояк\w*|военнопленн\w*|пленн\w*|военнослужащ\w*|військових|военных)"
)
GROUP = re.compile(
    rf"(?<![\w-])(?P<count>[2-9]|{_COUNT})\s+(?:of\s+(?:the|these|them)\s+)?(?:(?!and\b|or\b|of\b|to\b)[\w’'-]+\s+){{0,3}}?{_SOLDIERS}(?!\w)"
    rf"|(?:북한군|북한|포로|병사|군인|북한\s?병사|생포)\S{{0,4}}\s?(?:포로|병사|군인)?\s?(?P<kcount>[2-9]|두|세|네|다섯)\s?명"
    r"|(?P<kcount2>[2-9]|두|세|네|다섯)\s?명의\s?(?:북한군?\s?)?(?:포로|병사|군인|북한군)\S{0,2}",
    re.IGNORECASE,
)
OTHERS = re.compile(r"\b(?:other|another|more|additional|killed|dead|wounded|Ukrainian)\b|інш|друг|убит|вбит|українськ|украинск|우크라이나|숨진|전사", re.IGNORECASE)  # fmt: skip


def groups(text: str) -> Iterator[Detail]:
    """Yield small groups of soldiers, with their size."""
    for match in GROUP.finditer(text):
        if OTHERS.search(match[0]):
            continue
        words = match["count"] or match["kcount"] or match["kcount2"]
        size = NUMBERS.get(words.lower()) or KOREAN_NUMBERS.get(words) or int(words)
        if size > 1:
            yield Detail(*match.span(), Field.GROUP, size, plural=True)


HOME = re.compile(
    r"\b(?:born(?:\s+and\s+(?:raised|brought\s+up))?|raised|grew\s+up|brought\s+up|hails?|comes|came|lives?|lived|originally|home(?:town)?\s+(?:is|was|of)|his\s+home)\s+(?:(?:in|from|near|is|was|of)\s+)?(?:the\s+)?(?:(?:village|town|city|province|region)\s+of\s+)?(?=[A-Z])"
    r"|,\s+from\s+(?:the\s+)?(?:(?:village|town|city|province)\s+of\s+)?(?=[A-Z])|\b(?:a\s+)?natives?\s+of\s+(?:the\s+)?(?:(?:village|town|city|province|region)\s+of\s+)?(?=[A-Z])"
    r"|(?:year-old|soldier|sniper|rifleman|gunner|driver|medic|scout|prisoner|man|native|operator|private|sergeant)\s+from\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|coastal|mining)\s+)?(?:(?:village|town|city|province|port)\s+of\s+)?(?=[A-Z])"
    r"|[Рр]одом\s+(?:він\s+|он\s+)?(?:з|із|зі|из|с|со)\s+(?:міста\s+|села\s+|города\s+|провінції\s+|провинции\s+)?|уродж\w+\s+(?:міста\s+|села\s+|города\s+|провінції\s+|провинции\s+)?|[Уу]рожен\w+\s+(?:міста\s+|села\s+|города\s+|провинции\s+)?|(?:родился|виріс|вырос|народився|жил|мешкав|проживав|живёт)\s+(?:и\s+вырос\s+|і\s+виріс\s+)?(?:в|у|під|под)\s+(?:місті\s+|селі\s+|городе\s+|селе\s+|провінції\s+|провинции\s+)?(?=[А-ЯІЇЄҐЁ])|(?<!\w)(?:[Оо]н|[Вв]ін|сам)\s+(?:сам\s+)?(?:из|з|із|зі)\s+(?:міста\s+|села\s+|города\s+)?(?=[А-ЯІЇЄҐЁ])|житель\s+|мешканець\s+|(?:річний|летний|солдат|боєць|боец|снайпер\w*|штурмови\w+|танкист\w*|артилл?ерист\w*|мін\w+метник\w*|мином[её]тчик\w*|повар\w*|кухар\w*|связист\w*|зв['’]язків\w*|сержант\w*|рядов\w+|стріл\w+|стрел\w+|кулеметник\w*|пулем[её]тчик\w*|сап[её]р\w*|водій|водия|водител\w+|гранатом[её]тчик\w*|гранатометник\w*|розвідник\w*|разведчик\w*|медик\w*|полонен\w+|пленн\w+|хлопець|юнак|парень)\s+(?:з|із|зі|из)\s+(?:міста\s+|села\s+|города\s+|провінції\s+|провинции\s+)?(?=[А-ЯІЇЄҐЁ])"
)
AWAITED = re.compile(
    r"(?<!\w)[УуВв]\s+(?P<place>[А-ЯІЇЄҐЁ][\w’'ʼ-]+)\s+(?:на\s+\w+\s+|його\s+|его\s+)?(?:чека|жд|залиш|оста|жив)\w+"
    r"|(?:ждут|ждёт|ждет|чекають|чекає|живе|живёт|живет|живуть|живут|лишил\w+|остал\w+|залишил\w+)\s+(?:[а-яіїє]+\s+){0,3}?[ву]\s+(?P<place2>[А-ЯІЇЄҐЁ][\w’'ʼ-]+)"
)
KOREAN_HOME = re.compile(
    r"(?<![가-힣])(?P<place>(?:[가-힣]{2,6}도\s)?[가-힣]{2,7}(?:\s[가-힣]{1,4}[시군읍면리])?)\s?(?:출신|태생)"
    r"|고향(?:은|이|인)\s(?P<place2>(?:[가-힣]{2,6}도\s)?[가-힣]{2,6}?)(?:이다|이며|이라|이고|인|으로|시|$|[.,])"
    r"|(?<![가-힣])(?P<place3>(?:[가-힣]{2,6}\s인근\s)?[가-힣]{2,7}(?:시|군|도)?)에서\s?(?:태어|자라|자란|자랐|살았|나고)"
)


def homes(text: str) -> Iterator[Detail]:
    """Yield where somebody comes from."""
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
        r"\b(?:after\s+)?(?:serv(?:ed|ing)|spent|spending|completed)\s+(?:(?!in\s+prison|as\s+president|as\s+minister)[^,.;]){0,50}?(?:\b(?:for|since)\s+(?:[^\s,.;]+\s+){0,3}?(?:years?|months?|decade|\d{4})\b|(?:\w+|\d+)\s+years?\s+(?:in|with)\s+(?:the\s+)?(?:army|military|navy|armed\s+forces|service|infantry))"
        r"|\b(?:enlisted|conscripted|drafted|joined\s+the\s+(?:army|military|navy))(?:\s+(?:in|at|since)\s+(?:the\s+age\s+of\s+)?[^,.;]{2,30})?"
        r"|(?:прослужи\w+|служи\w+|відслужи\w+|отслужи\w+)\s+(?:[^,.;]{0,40}?)(?:рок\w+|рік|лет|год\w*|місяц\w+|месяц\w*|з\s+\d{4}|с\s+\d{4})\b|(?:призва\w+|мобілізова\w+|мобилизова\w+)\s+(?:до\s+армії|в\s+армию|у\s+\d{4}|в\s+\d{4})[^,.;]{0,20}"
        r"|\d{1,2}\s?년\s?(?:간|동안)?\s?(?:복무|군\s?복무|군\s?생활)\S*|\d{4}년\s?(?:\d{1,2}월\s?)?(?:에\s?)?(?:군에\s?)?입대\S*|입대\s?\d{1,2}\s?년\s?차|군\s?복무\s?\d{1,2}년\S*",
    ),
    (
        Field.PAPERS,
        r"\b(?:(?:false|fake|forged|someone\s+else['’]s|borrowed)\s+(?:\w+\s+){0,3}?(?:papers|documents?|passport|identity|identities|ids?|military\s+id|id\s+card)(?:\s+(?:in\s+the\s+name|of|issued|as|from)[^,.;]{2,50})?|(?:military\s+)?(?:id|id\s+card|papers|documents|passport)\s+(?:issued\s+)?(?:in\s+the\s+name\s+of|in\s+another|of\s+a\s+(?:man|resident|Russian)|as\s+a\s+(?:resident|native)|made\s+out)[^,.;]{2,50}|(?:made\s+out|issued)\s+(?:to|in\s+the\s+name\s+of)\b)"
        r"|(?:фальшив\w+|підроблен\w+|чуж\w+|поддельн\w+|липов\w+)\s+(?:\w+\s+){0,2}?(?:документ\w*|паспорт\w*|посвідчен\w*|удостоверен\w*|військов\w+\s+квит\w+|военн\w+\s+билет\w*|ім[’'ʼ]?\w+|имен\w+)(?:\s+на\s+(?:ім[’'ʼ]я|имя)[^,.;]{2,40})?|(?:документ\w*|квит\w+|билет\w*|паспорт\w*|посвідчен\w*|удостоверен\w*)\s+на\s+(?:чуже\s+|чужое\s+)?(?:ім[’'ʼ]я|имя)[^,.;]{0,40}"
        r"|(?:위조|가짜|허위|타인\s?명의의?)\s?(?:\S+\s)?(?:신분증|군인증|여권|신분|서류)|(?:[가-힣]+\s){0,2}[가-힣]+\s?명의의?\s?(?:신분증|군인증|여권|서류)",
    ),
    (
        Field.NICKNAME,
        r"\b(?:nicknamed|known\s+as|goes\s+by|call\s?sign(?:ed)?|nom\s+de\s+guerre|dubbed|codenamed)\s+(?:is\s+|the\s+)?[\"“‘«'][^\"”’»']{2,30}[\"”’»']|\b(?:call\s?sign|nicknamed)\s+[A-Z]\w+"
        r"|(?:позивн\w+|прізвиськ\w+|на\s+прізвисько|позывн\w+|по\s+прозвищу|прозвищ\w+|кличк\w+)\s+[–—-]?\s*(?:[«\"“][^»\"”]{2,30}[»\"”]|[А-ЯІЇЄҐЁ]\w+)|(?:별명|호출부호|암호명)(?:은|이|인)?\s?[‘“'\"《〈][^’”'\"》〉]{1,20}[’”'\"》〉]",
    ),
    (
        Field.NUMBER,
        r"\b(?:(?:service|personal|military|tag|internment|serial|ID|card|prisoner)\s+)+(?:number|no\.?|tag|card)s?\s*(?:is|was|:|№|#)?\s*[A-Z]{0,3}[-\s]?\d[\d-]{3,}|(?:№\s?|особов\w+\s+ном\w+\s+|личн\w+\s+номер\w*\s+|жетон\w*\s+(?:№\s?|з\s+номером\s+|с\s+номером\s+)?|군번\s?(?:은\s?)?|군인증\s?번호\s?(?:는\s?)?)[A-ZА-Я]{0,3}-?\d[\d-]{3,}",
    ),
    (
        Field.BIRTH_DATE,
        r"\bborn\s+on\s+(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2}),?\s+(?:19|20)\d\d|(?:19|20)\d\d년\s?\d{1,2}월\s?\d{1,2}일\s?(?:생|출생|에?\s?태어)|(?:народив\w+|родил\w+)\s+\d{1,2}\s+[а-яіїє]+\s+(?:19|20)\d\d(?:\s+(?:року|года))?|\d{1,2}\.\d\d\.(?:19|20)\d\d\s*(?:р\.\s?н|г\.\s?р|року\s+народж|года\s+рожд)\w*",
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
        r"|(?:обмін\w+|обмен\w+|верну[тв]\w+|поверну\w+|переда[тлв]\w+|видат\w+|выда[тч]\w+|репатр\w+)\s+(?:цих|цього|його|їх|этих|этого|его|их|обох|обоих|двох|двух|полонен\w+|пленн\w+|солдат\w*)(?:\s+(?:солдат\w*|бійц\w*|бойц\w*|полонен\w*|пленн\w*|військовополонен\w*|военнопленн\w*))?(?:\s+на\s+[^.,;]{3,50})?"
        r"|(?:포로\s?교환|송환|처형|맞교환|교환)(?:될|되|하|할|당할|을|시)\S*(?:\s\S{1,6}(?:있|없)\S*)?",
    ),
)  # fmt: skip
ANY_CASE = frozenset({Field.FAMILY, Field.SERVICE, Field.PAPERS})
COMPILED = tuple(
    (field, re.compile(pattern, re.IGNORECASE if field in ANY_CASE else 0))
    for field, pattern in PATTERNS
)


def others(text: str) -> Iterator[Detail]:
    """Yield family, service, papers, nickname, numbers, pointers and fates."""
    for field, pattern in COMPILED:
        for match in pattern.finditer(text):
            end = match.start() + len(match[0].rstrip())
            yield Detail(match.start(), end, field)


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


def stories(text: str) -> Iterator[Detail]:
    """Yield what somebody is quoted with; whose words they are is told elsewhere."""
    for match in QUOTE.finditer(text):
        yield Detail(*match.span(1), Field.STORY, "quoted")
    if (speech := SPEECH.search(text)) is not None:
        opened = [m.end() for m in THAT.finditer(text, speech.end())]
        if opened:
            end = _clause_end(text, opened[-1])
            yield Detail(opened[-1], end, Field.STORY)
    for match in ACCORDING.finditer(text):
        yield Detail(*match.span("said"), Field.STORY)
    for match in KOREAN_SPEECH.finditer(text):
        yield Detail(*match.span(), Field.STORY)


def _clause_end(text: str, start: int) -> int:
    stop = re.compile(r"[.;!?](?:\s|$)|,\s+(?:and|but|while)\b").search(text, start)
    return stop.start() if stop else len(text.rstrip())


_SUBJECT = r"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|[Oo]ne|[Bb]oth|[Tt]he\s+(?:other|second|first|prisoner|soldier))\s+(?:of\s+(?:them|the\s+\w+)\s+)?(?:[\w’'-]+\s+){0,3}?)?"
_GOAL = r"(?:sent\s+(?:back|home|to)|defect\w*|asylum|refuge\b|refugee|return\w*|repatriat\w+|go(?:ing)?\s+(?:home|back|to\s+[A-Z])|live\s+in|liv(?:e|ing)\s+(?:in|here)|stay\w*|remain\w*|settl\w+|protection|resettle\w*|(?:in|to|for)\s+(?:South\s+Korea|Seoul|the\s+South|Ukraine|Europe|Poland|Canada|[A-Z]\w+)|home\b|reunit\w+|see\s+(?:his|her|my)\s+\w+)"
WISH = re.compile(
    rf"(?:{_SUBJECT}(?:(?:has|had|have|was|were|is|are|also|not|never|did|does|do|would|reportedly|suggested|said|told|says)\s+(?:[\w’'-]+\s+){{0,3}}?)?)?"
    r"\b(?:(?:express\w*|voic\w*|stat\w*|declar\w*|made\s+clear|convey\w*|indicat\w*|announc\w*|repeat\w*|confirm\w*)\s+(?:[\w’'-]+\s+){0,2}?(?:wish\w*|desire|intention|hope|request|willingness|interest|preference)|(?:his|her|their|a)\s+(?:wish|desire|intention|hope|request|dream|plan)|wish(?:es|ed)?|want(?:s|ed|ing)?|hop(?:e|es|ed|ing)|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|appl(?:y|ies|ied|ying)|seek(?:s|ing)?|sought|plead(?:s|ed|ing)?|begged|consider(?:s|ed|ing)?|thinking|weighing|intend(?:s|ed|ing)?|plan(?:s|ned|ning)|insist(?:s|ed|ing)?|demand(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|prefer(?:s|red)?|would\s+(?:like|rather|prefer)|longs|dreams?\s+of|undecided|(?:has|had)\s+not\s+(?:yet\s+)?decided|afraid|fears?|ready|willing|unwilling)\b"
    rf"(?:\s+(?!who\b|if\b|that\s+the\b)[\w’'-]+){{0,7}}?\s+(?:{_GOAL})(?:\s+(?:(?:in|to|with|for|from|of|rather\s+than|and\s+not)\s+)?(?:the\s+|his\s+|be\s+)?(?!and\b|but\b|while\b|after\b|because\b)[\w’'-]+){{0,5}}?(?=\s*(?:[,.;:!?)”\"»]|$|\s(?:and|but|while|after|because|if|when|as|since|though|although|who|which|where|whereas)\b))"
)
_SLAVIC_GOAL = r"(?:Коре\w+|притул\w+|притулк\w*|убежищ\w+|додому|домой|залиши\w+|лиши\w+|оста\w+|поверну\w+|поверта\w+|повернен\w+|верну\w+|возвращ\w+|вернут\w+|жити\s+\w+|жить\s+\w+|Сеул\w*|Украин\w+|Україн\w+|переїха\w+|переех\w+|захист\w*|втек\w+|обмін\w*|обмен\w*)"
SLAVIC_WISH = re.compile(
    r"(?:(?<!\w)(?:[Вв]ін|[Оо]н|[Вв]она|[Оо]на|[Вв]они|[Оо]ни|[Іі]нший|[Дд]ругий|[Дд]ругой|[Пп]ерший|[Пп]ервый|[Оо]дин|[Оо]бидва|[Оо]ба|[Сс]олдат|[Пп]олонений|[Пп]ленный)\s+(?:[\w’'ʼ-]+\s+){0,3}?)?"
    r"(?<!\w)(?:не\s+)?(?:хоч[еуію]\w*|хотів|хотіли|хотел\w*|хот[яи]т|хотят|бажа\w+|жела\w+|прос[ияі]\w*|прош\w+|попроси\w+|прагн\w+|стрем\w+|мрі\w+|мечта\w+|план\w+|планир\w+|намір\w*|намер\w+|збира\w+|собира\w+|роздум\w+|обдум\w+|раздумыва\w+|розгляда\w+|рассматрива\w+|відмов\w+|отказ\w+|дума[єюе]\w*|подума\w+|виріш\w+|реши\w+|не\s+визначи\w+|не\s+определи\w+|вага\w+|колебл\w+|сподіва\w+|наде[ея]\w+|висловив\w*|вислови\w+|вырази\w+|готов\w*|готови\w*|боїться|боится|заявив\w*\s+про\s+\w+|звернув\w*|обрати\w+|подати|подать|подав\w*|подал\w*)"
    rf"(?:[\s,]+(?!але\b|но\b|а\b|якщо\b|если\b|як\b)[\w’'ʼ-]+){{0,6}}?[\s,]+(?:{_SLAVIC_GOAL})(?:\s+(?:(?:у|в|до|на|за|з|из|к|від|от)\s+)?(?!і\b|та\b|и\b|а\b|але\b|но\b|після\b|после\b)[\w’'ʼ-]+){{0,4}}?(?=\s*(?:[,.;:!?)”\"»]|$|\s(?:і|та|й|и|а|але|но|після|после|коли|когда|бо|якщо|если|тому|потому|поки|пока|щоб|чтобы)(?!\w)))"
)
KOREAN_WISH = re.compile(
    r"(?:대한민국|한국|남한|남조선|우크라이나|러시아|북한|북조선|고향|집|조국|제3국)\S{0,2}\s?(?:\S{1,6}\s)?(?:돌아가|가|남|살|정착하)겠\S*|(?:(?:대한민국|한국|남한|남조선|서울|우크라이나|러시아|북한|북조선|고향|집|조국|제3국|유럽)\s?(?:행|에|으로|로|에서)?\S{0,2}\s?(?:\S{1,8}\s){0,4}?)?"
    r"(?:행\S{0,2}\s?(?=희망|원|요청|선택|택|고민|고려|거부|바라|바란)|망명|귀순|송환|귀환|난민|귀국|정착|잔류|남고|남기|남을|살고|살기|살겠|돌아가|돌아갈|가고|가기|가길|가겠|갈)\S*\s?(?:\S{1,8}\s){0,3}?"
    r"(?:싶\S*|의사\S*(?:\s?(?:를|도)?\s?\S{0,6})?(?:\s?(?:밝\S+|표\S+|전\S+|드러\S+|보\S+|내비\S+))?|희망\S*|원한\S*|원했\S*|원하\S*|고민\S*|고려\S*|신청\S*|거부\S*|요청\S*|바란\S*|바라\S*|뜻\S*(?:\s?(?:밝\S+|전\S+|내비\S+|표\S+))?|생각\S*|소망\S*|결정\S*\s?(?:못|하지)\S*|호소\S*)"
)
CONDITION = re.compile(r"\b(?:if|those|who|anyone|defectors)\b|\bякщо\b|\bесли\b|(?:원할|희망할)\s?경우|원하면|의사가\s?확인되", re.IGNORECASE)  # fmt: skip
CODES = (
    ("undecided", r"consider|think|weigh|undecid|not\s+(?:yet\s+)?decid|роздум|обдум|раздум|розгляд|рассматр|думає|думает|вага|колебл|не\s+визнач|не\s+опред|не\s+реш|не\s+виріш|고민|고려|생각\s?중|결정\S*\s?(?:못|하지)"),
    ("refuse", r"refus|declin|unwilling|not\s+want|n['’]t\s+want|not\s+wish|never\s+return|відмов|отказ|не\s+(?:хоч|хот|бажа|жела)|거부|원하지\s?않|싶지\s?않"),
    ("return", r"return|repatriat|go(?:ing)?\s+(?:home|back)|home\b|додому|домой|поверн|верну|возвращ|송환|귀환|귀국|돌아가|돌아갈|고향|집에|북한으로"),
    ("asylum", r"defect|asylum|refuge|South|Seoul|live|stay|remain|settle|protect|притул|убежищ|Коре|Сеул|залиш|лиши|оста|жити|жить|захист|망명|귀순|한국|남한|대한민국|난민|정착|살고|살기|남고|남기|서울|잔류"),
)  # fmt: skip


def wish_code(text: str) -> str | None:
    """Tell what a wish is for: asylum, return, refuse (to return), undecided."""
    return next(
        (code for code, words in CODES if re.search(words, text, re.IGNORECASE)), None
    )


def wishes(text: str) -> Iterator[Detail]:
    """Yield clauses that tell a wish of somebody, not those of a rule or condition."""
    for pattern in (WISH, SLAVIC_WISH, KOREAN_WISH):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 25) : match.start()]
            if CONDITION.search(before) or CONDITION.search(match[0]):
                continue
            start = match.start() + len(match[0]) - len(match[0].lstrip(" ,"))
            yield Detail(start, match.end(), Field.WISH, wish_code(match[0]))


PRISONERS = pattern_of(table("bearers")["prisoner"]["one"])
