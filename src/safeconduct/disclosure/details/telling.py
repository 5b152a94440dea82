"""What else does a text tell of prisoners: capture, group, family, papers, fate?

Most of these have no column in the register and only make spans; a group has its size
as value, a wish a code, a capture place and month what `words` and `times` read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.branched import compiled
from safeconduct.disclosure.details.detail import Detail, Field
from safeconduct.disclosure.details.times import FEAST, Time, times
from safeconduct.disclosure.details.words import AREA, NOT_PLACES, place_value
from safeconduct.disclosure.tables import pattern_of, table

_NAME = r"[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]+"
_SLAVIC_FOUND = (
    r"нашли|знайшли|подобрали|підібрали|обнаружили|виявили"
    r"|затримали|задержали|вытащили|витягли"
)
CAPTURE = compiled(
    r"\b(?:"
    r"taken\s+by|(?:returned|came\s+back)\s+with|taken\s+(?=in\b|near\b|at\b)"
    r"|captur\w+|taken\s+(?:prisoner|captive|alive)|took\s+(?:him|them|\w+)\s+prisoner"
    r"|took\s+(?:him|them)\s+(?=in\b|near\b|at\b|outside\b|on\b|alive\b)|surrender\w*"
    r"|gave\s+himself\s+up|detained|seized|was\s+found"
    r"|(?:found|pulled|dug|dragged)\s+(?:him|them)|picked\s+up|overrun"
    r"|(?:was|were|been|being)\s+(?:pulled|dug|dragged|hauled|lifted)\s+(?:out|from)"
    r"|laid\s+down\s+(?:his|their)\s+(?:arms|weapons|rifles?)|raised\s+his\s+hands"
    r"|walked\s+into|stumbled\s+(?:into|upon|on)|last\s+seen|went\s+missing"
    r"|disappeared|fell\s+into\s+(?:\w+\s+)?hands"
    r"|(?:walked|came|crawled|stepped|climbed)\s+out\s+(?:\w+\s+){0,3}?hands"
    r"|(?:put|held)\s+(?:his|their)\s+hands\s+up|threw\s+(?:away|down)\s+(?:his|their)"
    r"|(?:was|were|been|being)\s+(?:caught|led\s+out|brought\s+(?:in|out))"
    r"|ended\s+up\s+in\s+captivity|(?:his|their)\s+war\s+(?:ended|was\s+over)"
    r"|(?:captivity|captive|prisoner|held|custody)\s+since"
    r")\b"
    # last seen, gone, captive
    r"|востаннє\s+бачили|в\s+последний\s+раз\s+видел\w+|зник(?!лих|лим|ненн)\w*"
    r"|пропа[влд](?!ш)\w*|исчез(?!нув)\w*|(?<!\w)полон(?!ених|еним|яни)\w*"
    r"|військовополонен(?:ий|ого|ому)|захопл\w*|захопи\w*|здав\w*ся|здали\w*ся"
    # taken, or it happened
    r"|(?:взя\w+|попа\w+|сда\w+)\s+(?:\w+\s+){0,2}?в\s+(?:\w+\s+)?плен"
    r"|(?<!\w)(?:взял[иа]?|взяв|взяли|узял[иа]?|узяв)(?!\w)"
    r"(?!\s+(?:участ|интерв|інтерв))"
    r"|в\s+(?:украинск\w+\s+)?плен\w*|(?<!\w)[Цц]е\s+(?:сталося|трапилося)"
    r"|(?<!\w)[Ээ]то\s+(?:произошло|случилось)"
    r"|\b(?:it|this)\s+happened"
    r"|захва[тч]\w+|пленил\w*|пленён\w*|пленен\w*|взят\w*|(?<!\w)узят\w*|пленени\w+"
    # found and held
    rf"|(?:его|їх|його|их|её|її)\s+(?:{_SLAVIC_FOUND}|остановили|зупинили)"
    rf"|(?:{_SLAVIC_FOUND})\s+(?:его|їх|його|их|её|її)(?!\w)"
    # laid down his arms
    r"|(?:сложил|поднял|бросил)\w*\s+(?:оружие|руки|автомат)"
    r"|с\s+поднятыми\s+руками|з\s+піднятими\s+руками|із\s+піднятими\s+руками"
    r"|войн[аы]\s+(?:\w+\s+)?(?:за)?кончил\w+|війн[аи]\s+(?:\w+\s+)?(?:за|с)кінчил\w+"
    r"|(?:нашли|знайшли|подобрали|підібрали)\s+"
    r"(?:ранен|поранен|жив|без\s|непритомн|в\s|у\s|на\s|біля\s|возле\s|под\s|під\s"
    r"|[зс]і?о?\s+(?:\w+\s+){0,2}\w+(?:[оеє]м|[ое]ю|[ое]й|ами|ями)(?!\w))"
    r"|(?:склав|склали|підняв|підняли|кинув|кинули)\s+(?:зброю|руки|автомат\w*)|(?<!\w)(?:сдал|здав)(?:ся|ись)"
    # walked into positions
    r"|(?<!\w)(?:"
    r"зайшов|вийшов|забр[іи]в|пришёл|прийшов|зашёл|вышел|забр[её]л|набр[её]л"
    r")\s+(?:\w+\s+){0,2}?(?:до|на|к|в|у)\s+(?:\w+\s+)?"
    r"(?:окоп\w*|позиц\w+|блиндаж\w*|бліндаж\w*|пост[уаі]?|транше\w+|укра\w+)"
    # brought from there, found before a post
    r"|(?:привез|достав|вывез|вивез|вывел|вивел|евакую|эвакуир|вытащ|витяг)\w+\s+"
    r"(?:[\w-]+\s+){0,4}?(?:(?:з-під|із-під|из-под)(?!\w)"
    r"|(?:из|із|з)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:погреб|льох|подвал|підвал|бл[иі]ндаж|окоп|воронк|вирв|транше|сара[йя]))"
    r"|(?:перед|прямо\s+перед|просто\s+перед)\s+укра\w+\s+"
    r"(?:пост|позиц|окоп|блокпост)\w*"
    r"|\bbrought\s+(?:in\s+)?(?:\w+\s+){0,3}?from\s+(?:near|outside)\b"
    r"|\bwandered\s+into\b"
    # Korean
    r"|생포|(?:길을|방향을)\s?잃(?:고|어|었)"
    r"|(?:참호|진지|초소)(?:로|까지|에)\s?(?:\S+\s)?(?:걸어\s?)?들어(?:간|갔|가|온|왔)"
    r"|걸어\s?(?:들어|나왔|나온)|붙잡|사로잡|투항|항복|손을\s?들"
    r"|무기를\s?(?:내려|버리)|포획|발견됐|발견된|구조됐|포로로\s?잡|포로가\s?[되됐된]"
    r"|끌려\s?나[왔온와오]|총을\s?(?:내려|버리|버렸|버린|던지|던졌|놓)|전쟁(?:은|이)\s?끝"
    r"|(?:가을|겨울|봄|여름|월|초|말|중순)(?:부터|이후|이래)\s(?:\S+\s){0,3}?"
    r"(?:포로|억류|수용|구금|붙들|갇)"
    r"|체포|(?<=에서\s)\S{0,6}\s?(?:잡힌|잡혔|잡혀)|붙들",
    re.IGNORECASE,
)
SENT = re.compile(
    r"\b(?:sent|deployed|dispatched|transferred|shipped|flown|moved|posted)\b"
    r"(?:\s+(?!to\b|into\b)[\w’'-]+){0,4}?\s+(?:to|into|in|near)\s+(?:the\s+)?"
    r"(?=[A-Z])"
    r"|(?:"
    r"відправ(?!ити)\w+|направ\w+|перекин\w+|отправ(?!ить)\w+|переброс\w+|перебрас\w+"
    r"|прибу\w+|приеха\w+|приїха\w+"
    r")(?:\s+[а-яіїєґё]{1,10}){0,2}?\s+(?:до|в|у|на|под|під)\s+(?=[А-ЯІЇЄҐЁ])"
)
WHERE = compiled(
    r"\b(?:in|into|near|at|outside|around|inside|from|on|by(?=\s+the\s+(?:village|town))"
    r"|In|Near|At|Outside)\s+"
    r"(?:the\s+)?(?:"
    r"(?:village|town|city|settlement|area|region|outskirts|ruins)\s+of\s+"
    r"|(?:woods|forest|fields|trench(?:es)?)\s+(?:near|outside|of)\s+"
    r")?(?=[A-Z])"
    r"|(?<!\w)(?:"
    r"У|В|На|Під|Под|Біля|Поблизу|Возле|у|в|на|під|біля|поблизу|неподалік|з-під|із-під"
    r"|из-под|под|возле|около|близ|вблизи|недалеко\s+от|района?|районі|районе|за"
    r")\s+(?:"
    r"(?:"
    r"село|селі|села|селом|селище|селища|селищі|місто|місті|міста|деревни|деревне"
    r"|деревней|посёлка|городе|города|городом|районі|районе|лісі|лесу|лісосмузі"
    r"|лесополосе|під|біля|под|возле|поблизу|близ"
    r")\s+"
    r"){0,2}(?=[А-ЯІЇЄҐЁ])"
)
KOREAN_WHERE = compiled(
    r"(?<![가-힣])(?P<place>"
    r"(?:러시아\s|우크라이나\s)?"
    r"(?:(?:니즈니|베르흐니|니즈냐야|베르흐냐야|말라야|볼샤야|노바야|스타라야|루스카야"
    r"|체르카스카야|크라스나야|벨라야|노보예|볼쇼예|말로예|루스코예)\s)?"
    r"[가-힣]{2,12}(?:\s?(?:지역|지방|전선|방면|일대|마을|인근|주|접경지역|부근|근처))*"
    r")\s?(?:인근|부근|근처)?"
    r"(?:\s?(?:[동서남북]{1,2}쪽|[동서남북]{1,2}부|남단|북단))?"
    r"(?:\s?(?:참호|지하실|숲|숲속|벙커|진지|고지|들판|야산|외곽|교외|시내|농가|움막|초소|은신처))?"
    r"(?:에서|의\s|에\s)"
)
NOT_KOREAN_PLACES = re.compile(
    r"^(?:"
    r"전투|병원|인터뷰|과정|가운데|전장|현장|상황|이번|회견|수용소|수용시설|조사|심문"
    r"|영상|사진|군|부대|그곳|여기|보도|포로|한국|남한|북한|고향|가족|러시아"
    r"|우크라이나|기자|발표|성명|교전|참호|최전선|전선|이곳|집|학교|훈련소|행사|전투"
    r"|면담|조사|회의|병동|당국|관계자|움막|구덩이|지하실|동굴|벙커|손바닥|두\s손|광부"
    r"|근처|인근|부근|보고서|명단|기사|문서|사진|목록"
    r"|[동서남북]{1,2}쪽|태생|출신|계약서|공항|국경"
    r")"
    r"|^(?:왼쪽\s|오른쪽\s|양쪽\s)?(?:허벅지|다리|팔|어깨|무릎|발목?|손목?|손가락|발가락|머리|가슴|허리|옆구리|얼굴|턱|목|눈|귀|배|복부)$"
    r"|^\S*(?:부대|군단|여단|연대|대대|사단|당국|대원|군인|병사|의료진)$"
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
    if match is None or NOT_PLACES.match(match[0]) or FEAST.match(text, match.start()):
        return None
    value = place_value(match[0])
    return value and Detail(*match.span(), Field.CAPTURE_PLACE, value)


def captures(text: str) -> Iterator[Detail]:
    """Yield place and months of a capture, in sentences that tell of one."""
    cues = list(CAPTURE.finditer(text))
    sent = [match.span() for match in deployments_in(text)] if cues else []
    found = [
        match
        for match in cues
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
        if UNTIL.search(text, max(0, time.start - 12), time.start) or (
            text.startswith(("까지", " 말까지", "부터"), time.end)
            and not HELD_SINCE.match(text, time.end)
        ):
            continue  # how long something lasts
        if not any(start <= time.start < end for start, end in sent):
            yield month(time)


LATELY = compiled(
    r"\b(?:last|the\s+previous|earlier\s+this)\s+"
    r"(?:month|week|year|winter|spring|summer|autumn|fall)\b"
    r"|(?<!\w)(?:"
    r"минулого\s+(?:місяця|тижня|року)|торік"
    r"|(?:в\s+)?прошл(?:ом|ого)\s+(?:месяце|году|года)"
    r")(?!\w)"
    r"|지난달|지난주|이달\s?초?",
    re.IGNORECASE,
)
"""A time that only the date of the report could turn into a month."""


FIRST_YEAR = 2014
HELD_SINCE = re.compile(r"부터\s(?:\S+\s){0,3}?(?:포로|억류|수용|구금|붙들|갇)")
"""After a time: he is held since then."""
UNTIL = re.compile(r"(?<!\w)(?:до|к)\s(?:\w+\s)?$", re.IGNORECASE)


def month(time: Time) -> Detail:
    """Return the detail of a time of capture."""
    return Detail(time.start, time.end, Field.CAPTURE_MONTH, (time.year, time.months))


def deployments_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the verbs of being sent, with place and time."""
    return DEPLOYED.finditer(text)


_SLAVIC_MONTHS = (
    r"січн|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд|январ|феврал"
    r"|март|апрел|ма[яе]|июн|июл|август|сентябр|октябр|ноябр|декабр"
)
_MONTHS = (
    r"January|February|March|April|May|June|July|August"
    r"|September|October|November|December"
)
_WHEN = (
    r"(?:"
    r"\s+(?:in|on|since|by|у|в|на|с|з)\s+(?:"
    r"(?:early|mid|late|начале|початку|конце|кінці|наприкінці)[\s-]+"
    rf")?(?:\d{{1,2}}\s+)?(?:[A-Z][a-z]+\s+|(?:{_SLAVIC_MONTHS})\w*\s+)?"
    rf"(?:(?:19|20)\d\d(?:\s+(?:року|році|года|году))?|{_MONTHS})"
    r")?"
)
DEPLOYED = compiled(
    rf"(?:{SENT.pattern})(?:{AREA.pattern}){_WHEN}"
    r"|[가-힣]{2,8}(?:\s?(?:지역|주))?(?:로|으로|에)\s?(?:파병|배치|투입|보내)\S*"
)


def deployments(text: str) -> Iterator[Detail]:
    """Yield where and when somebody was sent."""
    for match in deployments_in(text):
        yield Detail(*match.span(), Field.DEPLOYMENT)


NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
    "a pair of": 2, "both": 2, "a trio of": 3,
    "один": 1, "одного": 1, "двоє": 2, "двох": 2, "два": 2, "двом": 2, "двома": 2,
    "обидва": 2, "обидвоє": 2, "обох": 2,
    "троє": 3, "трьох": 3, "три": 3, "трьом": 3,
    "четверо": 4, "чотирьох": 4, "чотири": 4,
    "п'ятеро": 5, "п’ятеро": 5, "п'ять": 5, "п’ять": 5, "шестеро": 6,
    "двое": 2, "двух": 2, "двум": 2, "двумя": 2, "оба": 2, "обоих": 2,
    "трое": 3, "трёх": 3, "трех": 3, "трём": 3,
    "четыре": 4, "четырёх": 4, "четырех": 4, "пятеро": 5, "пять": 5, "пятерых": 5,
    "пара": 2, "двоих": 2, "двоим": 2, "троих": 3, "троим": 3, "четверых": 4,
    "двоими": 2, "двоїх": 2,
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
    r"(?:"
    r"soldiers?|(?:North\s+)?Koreans|Nepalis|Nepalese|Cubans"
    r"|Ukrainians|Russians|nationals|citizens|marines"
    r"|громадян\w*|граждан\w*|північнокорейц\w+|северокорейц\w+"
    r"|корейц\w+|кубинц\w+|непальц\w+"
    r"|prisoners?(?:\s+of\s+war)?|POWs?|captives?|servicem[ae]n"
    r"|fighters?|troops|men|conscripts|recruits"
    r"|солдат\w*|військовополонен\w*|полонен\w*|військов\w*"
    r"|військовослужбов\w*|бійц\w*|бойц\w*|бранц\w*|вояк\w*"
    r"|военнопленн\w*|пленн\w*|военнослужащ\w*|військових|военных"
    r")"
)
_POSTS = [
    name
    for words in table("posts")["post"].values()
    for word in words
    for name in word.split("|")
]
_POST = pattern_of([post for post in _POSTS if not "가" <= post[0] <= "힣"])
_KOREAN_POST = pattern_of([post for post in _POSTS if "가" <= post[0] <= "힣"])
_ALIKE = (
    r"(?:"
    rf"{_POST}|(?-i:[A-Z])[a-z]+(?:ians|eans|ans|ese|eks|iks|ais)|(?:twin\s+)?brothers"
    r"|twins|cousins|comrades|friends"
    r"|близнюк\w+|близнец\w*|брат\w+|друз\w+|товарищ\w*|товариш\w*"
    r")"
)
GROUP = compiled(
    rf"(?<![\w-])(?P<count>[2-9]|{_COUNT})\s+(?:of\s+(?:the|these|them)\s+)?(?:"
    r"(?!"
    r"and\b|or\b|of\b|to\b"
    r"|тис|тыс|сот"
    r"|thousand|hundred|million|dozen"
    r"|десят|мільйон|миллион"
    r")[\w’'-]+\s+"
    rf"){{0,3}}?(?:{_SOLDIERS}|{_ALIKE})(?!\w)(?:"
    r"\s+(?:captured|taken\s+prisoner|held)(?:"
    r"\s+by\s+(?:\w+\s+)?(?:forces|troops|soldiers|army)"
    r")?"
    r")?"
    r"|(?:북한군|북한|포로|병사|군인|북한\s?병사|생포)\S{0,4}\s?(?:포로|병사|군인)?\s?"
    r"(?P<kcount>(?<!\d)[2-9]|두|세|네|다섯)\s?명"
    rf"|(?:{_KOREAN_POST}|형제|쌍둥이|친구|동료)\s(?P<kcount3>[2-9]|두|세|네|다섯)\s?"
    r"(?:명|사람)"
    r"|(?P<kcount2>[2-9]|두|세|네|다섯)\s?명의\s?(?:북한군?\s?)?"
    r"(?:포로|병사|군인|북한군)\S{0,2}",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(?:"
    r"thousand|hundred|other|another|more|additional|killed|dead|wounded|Ukrainian"
    r")\b"
    r"|інш|друг|убит|вбит|українськ|украинск"
    r"|우크라이나|숨진|전사",
    re.IGNORECASE,
)


def groups(text: str) -> Iterator[Detail]:
    """Yield small groups of soldiers, with their size."""
    for match in GROUP.finditer(text):
        if OTHERS.search(re.split(r"\s(?:captured|taken|held)\b", match[0])[0]):
            continue
        words = (
            match["count"] or match["kcount"] or match["kcount2"] or match["kcount3"]
        )
        size = NUMBERS.get(words.lower()) or KOREAN_NUMBERS.get(words) or int(words)
        if size > 1:
            yield Detail(*match.span(), Field.GROUP, size, plural=True)


_KIN = (
    r"(?:"
    r"mother|father|parents|wife|husband|sons?|daughters?|child(?:ren)?|brothers?"
    r"|sisters?|siblings|grandmother|grandfather|grandparents|uncle|aunt|family"
    r"|relatives|fianc[ée]e?|girlfriend|twin"
    r")"
)
PATTERNS: tuple[tuple[Field, str], ...] = (
    (
        Field.FAMILY,
        (
            r"\b(?:"
            r"(?:his|her)\s+(?:(?!own\b)[\w-]+\s+){0,2}?"
            rf"{_KIN}(?:\s+(?:of\s+\w+\s+)?who\s+[^,.;]+)?"
            r"|(?:the\s+)?(?:an?\s+)?"
            r"(?:only|eldest|youngest|second|first|older|younger|sole)\s+"
            r"(?:son|child|daughter|boy|brother)(?:"
            r"\s+of\s+(?:an?\s+|the\s+)?[^,.;]{2,40}"
            r")?"
            r"|(?:an\s+)?orphan(?:ed)?"
            r"|(?:"
            r"(?:an?\s+|two\s+|three\s+|four\s+)(?:\w+\s+){0,2}?"
            rf"{_KIN}(?=\s+(?:at\s+home|back\s+home|in\s+[A-Z]|waiting|who))"
            r")"
            r"|(?:son|child)\s+of\s+(?:an?\s+)[^,.;]{2,40}"
            r"|father\s+of\s+(?:an?\s+|two|three)[^,.;]{0,30}"
            r"|(?:has|have|had|left)\s+(?:behind\s+)?(?:an?\s+|two\s+|three\s+)"
            rf"(?:\w+\s+){{0,2}}?{_KIN}"
            r"|married|newlywed"
            r")\b"
            r"|(?<!\w)(?:"
            r"його|її|його\s+\w+|його\s+стар\w+|його\s+молод\w+|его|е[её]|своєї|своей"
            r"|своїх|своих|своєму|свою|в\s+нього|у\s+нього|у\s+него"
            r")\s+(?:\w+\s+){0,3}?(?:"
            r"мат[иеі]\w*|мам\w+|батьк\w+|батьк|тат\w|отец|отц\w+"
            r"|дружин\w+|жен[аыуе]\w*|син\w*|сын\w*|доч\w+|донь\w+"
            r"|брат\w*|сестр\w+|сім[’'ʼ]?[яїю]\w*|семь\w+|родин\w+"
            r"|родител\w+|бабус\w+|бабушк\w+|дідус\w+|дедушк\w+"
            r")"
            r"|(?<!\w)єдин\w+\s+"
            r"(?:син|дитин)\w*(?:\s+(?:у\s+)?(?:матер|батьк|родин|сім)\S*)?"
            r"|единственн\w+\s+(?:сын|реб[её]н)\w*"
            r"(?:\s+(?:у\s+)?(?:матер|родител|семь)\S*)?"
            r"|(?<!\w)сирот\w*|(?:старш|молодш|младш)\w+\s+(?:син|сын|брат|сестр)\w*"
            r"|(?:матір|мати|мать|мама|дружина|жена|наречен\w+|невест\w+)\s+"
            r"(?:чека|жде|жд[её]т|залиш|оста)\w*"
            r"|(?:чека\w+|жд[ёеу]т)\s+(?:його\s+|его\s+)?(?:"
            r"дружин\w+|жен\w+|мати|мать|син\w*|сын\w*|донь\w+|доч\w+|діти|дети|батьки"
            r"|родители|родина|семья|сім[’'ʼ]я|наречена|невеста"
            r")(?:\s+(?:і|й|та|и)\s+(?:син\w*|сын\w*|донь\w+|доч\w+|діти|дети))?"
            r"|(?<!\w)(?:мати|мать|мама|батько|отец|дружина|жена|сестра|брат)\s+"
            r"(?:зверн|обрат|впізна|узна|дізна|шука|ищет|сообщ|повідом)\w*"
            r"|(?:"
            r"외아들|외동아들|외동딸|독자|홀어머니|편모|어머니|아버지"
            r"|부모님?|아내|형제|누나|누이|여동생|남동생|할머니"
            r"|할아버지|고아|약혼녀|장남|차남|막내(?:아들)?|쌍둥이"
            r")"
        ),
    ),
    (
        Field.SERVICE,
        (
            r"\b(?:was\s+)?(?:called\s+up|mobili[sz]ed|press-ganged)\b(?:"
            r"\s+(?:in|at|after|on|from|a\s+\w+\s+after)\s+[^,.;]{2,40}"
            r")?"
            r"|\b(?:conscripted|drafted|enlisted|joined\s+the\s+(?:army|military))\s+"
            r"(?:\w+\s+years?\s+ago|at\s+(?:the\s+age\s+of\s+)?[\w-]+)"
            r"|\bserv(?:ed|ing)\s+(?:for\s+)?[\w-]+\s+(?:months?|years?)\b"
            r"|\bserv(?:ed|ing)\s+in\s+(?:the\s+)?[^,.;]{3,40}?\s+for\s+[\w-]+\s+"
            r"(?:months?|years?)"
            r"|(?:служив|служил)\w*\s+за\s+контрактом[^.,;]{0,30}"
            r"|(?:служив|служил)\w*\s+по\s+контракту[^.,;]{0,30}"
            r"|(?:мобілізува\w+|мобилизова\w+|призва\w+)\s+"
            r"(?:восени|взимку|навесні|влітку|осенью|зимой|весной|летом|у|в)\s+"
            r"[^.,;]{2,25}"
            r"|[Пп]рош[её]л\w*\s+[^.,;]{3,40}(?:кампани|войн)\w+"
            r"|пройшов\s+[^.,;]{3,40}(?:кампані|війн)\w+"
            r"|\d{1,2}\s?년(?:을|을\s넘게|\s?넘게)\s?복무\S*|[가-힣]+\s살에\s입대\S*"
            r"|\b(?:after\s+)?(?:serv(?:ed|ing)|spent|spending|completed)\s+(?:"
            r"(?!in\s+prison|as\s+president|as\s+minister)[^,.;]"
            r"){0,50}?(?:"
            r"\b(?:for|since)\s+(?:[^\s,.;]+\s+){0,3}?"
            r"(?:years?|months?|decade|\d{4})\b"
            r"|(?:\w+|\d+)\s+years?\s+(?:in|with)\s+(?:the\s+)?"
            r"(?:army|military|navy|armed\s+forces|service|infantry)"
            r")"
            r"|\b(?:"
            r"enlisted|conscripted|drafted|joined\s+the\s+(?:army|military|navy)"
            r")(?:\s+(?:in|at|since)\s+(?:the\s+age\s+of\s+)?[^,.;]{2,30})?"
            r"|(?:прослужи\w+|служи\w+|відслужи\w+|отслужи\w+)\s+(?:[^,.;]{0,40}?)(?:"
            r"рок\w+|рік|лет|год\w*|місяц\w+|месяц\w*|з\s+\d{4}|с\s+\d{4}"
            r")\b"
            r"|(?:призва\w+|мобілізова\w+|мобилизова\w+)\s+"
            r"(?:до\s+армії|в\s+армию|у\s+\d{4}|в\s+\d{4})[^,.;]{0,20}"
            r"|\d{1,2}\s?년\s?(?:간|동안)?\s?(?:복무|군\s?복무|군\s?생활)\S*"
            r"|\d{4}년\s?(?:\d{1,2}월\s?)?(?:에\s?)?(?:군에\s?)?입대\S*"
            r"|입대\s?\d{1,2}\s?년\s?차|군\s?복무\s?\d{1,2}년\S*"
        ),
    ),
    (
        Field.PAPERS,
        (
            r"\b(?:an?\s+|his\s+|the\s+)?(?:[\w-]+\s+)?(?:"
            r"military\s+(?:card|id|ticket|book|identity\s+card)"
            r"|identity\s+(?:card|papers)|id\s+card|soldier['’]s\s+book|dog\s+tags?"
            r"|passport"
            r")\b(?:\s+(?:in|under|bearing)\s+(?:the|another)(?:\s+\w+)?\s+name)?"
            r"|(?<!\w)(?:"
            r"чуж\w+\s+|російськ\w+\s+|российск\w+\s+"
            r"|потерял\w*\s+|загубив\w*\s+|втратив\w*\s+|без\s+"
            r")?(?:"
            r"військов\w+\s+квит\w+|военн\w+\s+билет\w*|паспорт\w*"
            r"|картк\w+\s+солдат\w*|солдатськ\w+\s+книж\w+"
            r")(?:\s+(?:мешканц\w+|жител\w+|уроджен\w+|урожен\w+)\s+\w+)?"
            r"|(?:[가-힣]+\s){0,2}(?:신분증|군인증|인식표)"
            r"|\b(?:"
            r"(?:false|fake|forged|someone\s+else['’]s|borrowed)\s+(?:\w+\s+){0,3}?(?:"
            r"papers|documents?|passport|identity|identities"
            r"|ids?|military\s+id|id\s+card"
            r")(?:\s+(?:in\s+the\s+name|of|issued|as|from)[^,.;]{2,50})?"
            r"|(?:military\s+)?(?:id|id\s+card|papers|documents|passport)\s+"
            r"(?:issued\s+)?(?:"
            r"in\s+the\s+name\s+of|in\s+another|of\s+a\s+(?:man|resident|Russian)"
            r"|as\s+a\s+(?:resident|native)|made\s+out"
            r")[^,.;]{2,50}"
            r"|(?:made\s+out|issued)\s+(?:to|in\s+the\s+name\s+of)\b"
            r")"
            r"|(?:фальшив\w+|підроблен\w+|чуж\w+|поддельн\w+|липов\w+)\s+"
            r"(?:\w+\s+){0,2}?(?:"
            r"документ\w*|паспорт\w*|посвідчен\w*|удостоверен\w*|військов\w+\s+квит\w+"
            r"|военн\w+\s+билет\w*|ім[’'ʼ]?\w+|имен\w+"
            r")(?:\s+на\s+(?:ім[’'ʼ]я|имя)[^,.;]{2,40})?"
            r"|(?:документ\w*|квит\w+|билет\w*|паспорт\w*|посвідчен\w*|удостоверен\w*)"
            r"\s+на\s+(?:чуже\s+|чужое\s+)?(?:ім[’'ʼ]я|имя)[^,.;]{0,40}"
            r"|(?<!\w)(?:с|со|з|із|зі|при)\s+(?:\w+\s+){0,3}?(?:"
            r"документ\w+|паспорт\w+|удостоверени\w+"
            r"|посвідченн\w+|квитк\w+|билет\w+|жетон\w+"
            r")(?:"
            r"\s+на\s+(?:ім['’ʼ]я\s+|имя\s+)?"
            r"(?-i:[А-ЯІЇЄҐЁ])[\w’'-]+(?:\s(?-i:[А-ЯІЇЄҐЁ])[\w’'-]+)?"
            r")?"
            r"|(?<!\w)(?:за|по)\s+документ(?:ами|ам)\s+(?:він|он)(?!\w)"
            r"|\b(?:papers|documents|id|card|passport)\b[^.;]{0,40}\bborn\s+in\s+"
            r"(?-i:[A-Z])[\w’'-]+"
            r"|[가-힣]{2,8}\s출신이라는"
            r"|(?:위조|가짜|허위|타인\s?명의의?)\s?(?:\S+\s)?"
            r"(?:신분증|군인증|여권|신분|서류)"
            r"|(?:[가-힣]+\s){0,2}[가-힣]+\s?명의의?\s?(?:신분증|군인증|여권|서류)"
        ),
    ),
    (
        Field.NICKNAME,
        (
            r"\b(?:called|call)\s+him\s+[\"“‘«'][^\"”’»']{2,30}[\"”’»']"
            r"|прозва\w+\s+(?:его\s+|його\s+)?[«\"“]?[А-ЯІЇЄҐЁ]\w+[»\"”]?"
            r"|별명(?:은|이|인)?\s?[‘'“\"][^’'”\"]{1,12}[’'”\"]"
            r"|\b(?:"
            r"nicknamed|known\s+as|goes\s+by|call\s?sign(?:ed)?"
            r"|nom\s+de\s+guerre|dubbed|codenamed"
            r")\s+(?:is\s+|the\s+)?[\"“‘«'][^\"”’»']{2,30}[\"”’»']"
            r"|\b(?:call\s?sign|nicknamed)\s+[A-Z]\w+"
            r"|(?:"
            r"позивн\w+|прізвиськ\w+|на\s+прізвисько|позывн\w+"
            r"|по\s+прозвищу|прозвищ\w+|кличк\w+"
            r")\s+[–—-]?\s*(?:[«\"“][^»\"”]{2,30}[»\"”]|[А-ЯІЇЄҐЁ]\w+)"
            r"|(?:별명|호출부호|암호명)(?:은|이|인)?\s?"
            r"[‘“'\"《〈][^’”'\"》〉]{1,20}[’”'\"》〉]"
        ),
    ),
    (
        Field.NUMBER,
        (
            r"(?<!\w)(?:"
            r"service|personal|military|internment|serial|ID|id"
            r"|card|prisoner|passport|tag"
            r")?\s*(?:"
            r"number|Number|No\.|no\.|tag|card|№"
            r"|номер\w*|жетон\w*"
            r"|군번\S{0,2}|번호\S{0,2}"
            r")\s*(?:is|was|№|#|[:—–-])?\s*(?P<number>"
            r"[A-ZА-ЯІЇЄҐ]{0,3}[-\s]?\d[\d-]{3,}"
            r")(?![\d,.]*\s*(?:호|km|men|soldiers|people))"
        ),
    ),
    (
        Field.BIRTH_DATE,
        (
            r"\b(?:born|[Dd]ate\s+of\s+birth)(?:\s+(?:on|of|is|was)|:)?\s+(?P<b1>"
            r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+(?:19|20)\d\d"
            r"|[A-Z][a-z]+\s+\d{1,2},?\s+(?:19|20)\d\d"
            r"|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
            r")"
            r"|(?:19|20)\d\d년\s?\d{1,2}월\s?\d{1,2}일\s?(?:생|출생|에?\s?태어)"
            r"|생년월일\S{0,2}\s?(?P<b2>(?:19|20)\d\d\S*(?:\s\d{1,2}월\s?\d{1,2}일)?)"
            r"|(?:[Нн]ародив\w+|[Рр]одил\w+|[Дд]ата\s+(?:народження|рождения))\s*"
            r"[:—–-]?\s*(?P<b3>"
            r"\d{1,2}\s+[а-яіїє]+\s+(?:19|20)\d\d(?:\s+(?:року|года))?"
            r"|\d{1,2}\.\d\d\.(?:19|20)\d\d"
            r")"
            r"|\d{1,2}(?:\.\d\d\.|\s+[а-яіїє]+\s+)(?:19|20)\d\d\s*"
            r"(?:р\.\s?н|г\.\s?р|року\s+народж|года\s+рожд)\w*"
        ),
    ),
    (
        Field.POINTER,
        (
            r"(?:(?:[A-Z][\w’'.-]+\s+){1,4}(?:newspaper\s+|channel\s+|agency\s+)?)?\b"
            r"(?:has\s+|have\s+|had\s+)?(?:"
            r"published|released|posted|aired|broadcast|showed|shown|shared|uploaded"
            r"|circulated|printed|ran|carried|revealed|disclosed|leaked"
            r")\s+(?:(?!and\b)[\w’'-]+\s+){0,4}?(?:"
            r"images?|photos?|photographs?|pictures?|videos?"
            r"|footage|faces?|interviews?|personal\s+details"
            r"|full\s+names?|names?|documents?|portraits?|clips?"
            r")(?:\s+(?:and|of|with|showing|in\s+which)\s+[^.,;]{2,80})?"
            r"|\b(?:images?|photos?|videos?|footage|interviews?|faces|clips?)\s+"
            r"(?:[\w’'-]+\s+){0,6}?(?:(?:was|were|has\s+been|have\s+been)\s+)?(?:"
            r"published|released|posted|aired|shown|broadcast"
            r"|circulat\w+|shared|uploaded"
            r")\s+(?:by|on|in)\s+[^.,;]{2,60}"
            r"|(?:(?<!\w)(?:[«\"“]?[А-ЯІЇЄҐЁA-Z][\w’'.-]+[»\"”]?\s+){1,4})?(?:"
            r"опублік\w+|оприлюдн\w+|показа\w+|розмісти\w+|виклал\w*|поширил\w*"
            r"|опублик\w+|обнародова\w+|размести\w+|выложи\w+|распространил\w*"
            r")\s+(?:[^.,;]{0,40}?\s)?(?:"
            r"фото\w*|відео\w*|видео\w*|зображенн\w+|кадр\w*|інтерв['’]ю|интервью"
            r"|облич\w+|лиц[аоу]\w*|персональн\w+\s+дан\w+|особист\w+\s+дан\w+"
            r"|личн\w+\s+данн\w+|запис\w*"
            r")[^.;]{0,60}"
            r"|\b(?:"
            r"published|released|posted|aired|broadcast|shown|shared|uploaded|leaked"
            r")\s+(?:(?:in|last|on)\s+\w+\s+)?(?:by|on)\s+(?:the\s+|an?\s+)?"
            r"(?:[\w-]+\s+){0,3}?(?:"
            r"channels?|newspapers?|outlets?|websites?|sites?|agency|accounts?|pages?"
            r"|tabloids?|daily|blog|blogger|Telegram|YouTube|TikTok|Facebook"
            r")\b(?:\s+[A-Z][\w’'-]+){0,3}"
            r"|(?:[а-яіїєґё]+\s+){0,3}(?:"
            r"выложи\w+|опубликова\w+|показа\w+|размести\w+|распространи\w+|виклав\w*"
            r"|виклали|опублікува\w+|оприлюдни\w+|розмісти\w+|поширив|поширили"
            r")\s+(?:[а-яіїєґё]+\s+){0,2}?(?:"
            r"телеграм[\s-]?канал\w*|телеканал\w*|канал\w*|паблик\w*|пабл[іи]к\w*"
            r"|сайт\w*|издани\w+|видан\w+|газет\w+|агент?ств\w+|блогер\w*"
            r")(?:\s+[«“\"]?[A-ZА-ЯІЇЄҐЁ][\w’'-]+(?:\s[\w’'-]+){0,2}[»”\"]?)?"
            r"|(?:телеграм[\s-]?канал|телеканал|пабл[иі]к|блогер)\w*,?\s+[«“\"]"
            r"[^»”\"]{2,40}[»”\"](?="
            r"[^.;]{0,60}(?:"
            r"выложи|опубл|показа|размести|виклал|виклав|опублік|оприлюдн|розмісти"
            r"|пошир|видео|відео|фото"
            r")"
            r")"
            r"|(?:"
            r"[가-힣A-Za-z]+(?:일보|신문|뉴스|방송|통신|TV|채널)\S{0,2}|텔레그램\S*"
            r"|유튜브\S*"
            r")\s[^.]{0,60}?(?:"
            r"사진|영상|얼굴|인터뷰|신상|개인정보|실명|동영상"
            r")[^.]{0,20}?(?:"
            r"공개|게재|보도|방영|게시|실었|내보|유포|올라|올렸|퍼졌|떠돌"
            r")\S*"
            r"|(?:얼굴|실명|신상(?:정보)?|사진|영상|인터뷰)\S{0,3}\s?(?:\S+\s){0,3}?"
            r"(?:공개|게재|방영|게시|유포)(?:했|됐|한|하|되)\S*"
        ),
    ),
    (
        Field.FATE,
        (
            r"\b(?:"
            r"exchang(?:e|ed|ing)|swapp?(?:ed|ing)?|return(?:ed|ing)?"
            r"|repatriat(?:e|ed|ing)|hand(?:ed|ing)?\s+over|deport(?:ed|ing)?"
            r"|transfer(?:red|ring)?|extradit(?:e|ed|ing)|sending\s+back"
            r")\s+(?:"
            r"him\b|them\b"
            r"|(?:these|the|those|both|captured|two|his)\s+(?:[\w’'-]+\s+){0,3}?(?:"
            r"soldiers?|prisoners?|POWs?|men|man|captives?|troops|servicem[ae]n|pair"
            r")\b"
            r")(?:"
            r"\s+(?:for|to|in\s+exchange\s+for)\s+(?:the\s+)?"
            r"[A-Z][\w’'-]+(?:\s+[\w’'-]+){0,4}?(?=\s*(?:,|\.|;|and|would|could|it|$))"
            r")?"
            r"|\b(?:he|they|the\s+(?:prisoners?|soldiers?|captives?|men))\s+"
            r"(?:would|could|will|may|might)\s+(?:likely\s+|be\s+|face\s+)+"
            r"(?:\w+\s+){0,3}?(?:"
            r"execut\w+|punish\w+|imprison\w+|shot|killed|death"
            r"|swapped|exchanged|returned|repatriated"
            r")[^.;]{0,50}"
            r"|(?:"
            r"обмін\w+|обмен\w+|верну(?!вш)[тв]\w+|поверну(?!вш)\w+|переда[тлв]\w+"
            r"|видат\w+|выда[тч]\w+|репатр\w+"
            r")\s+(?:"
            r"цих|цього|його|їх|этих|этого|его|их|обох|обоих"
            r"|двох|двух|полонен\w+|пленн\w+|солдат\w*"
            r")(?:"
            r"\s+(?:"
            r"солдат\w*|бійц\w*|бойц\w*|полонен\w*|пленн\w*"
            r"|військовополонен\w*|военнопленн\w*"
            r")"
            r")?(?:\s+на\s+[^.,;]{3,50})?"
            r"|(?:포로\s?교환|송환|처형|맞교환|교환)(?:될|되|하|할|당할|을|시)\S*"
            r"(?:\s\S{1,6}(?:있|없)\S*)?"
        ),
    ),
)
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


PRISONERS = pattern_of(table("bearers")["prisoner"]["one"])
