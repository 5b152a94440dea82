"""Whose age does a text tell?

Ages are for exposure and are never compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from safeconduct.text.number_words import KOREAN_NATIVE, SLAVIC_NUMBERS
from safeconduct.text.numerals import numerals

WORDS = (
    r"(?:twenty|thirty|forty|fifty|eighteen|nineteen)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_SLAVIC = "|".join(words for words, _ in SLAVIC_NUMBERS)
SLAVIC_WORDS = rf"(?:{_SLAVIC})(?:\s+(?:{_SLAVIC}))?"
# "Двадцятирічний": the tens and ones in the genitive, written together.
COMPOUNDS = {
    f"{ten}{one}": base + value
    for ten, base in (
        ("двадцяти", 20), ("двадцати", 20), ("тридцяти", 30), ("тридцати", 30),
        ("сорока", 40),
    )
    for one, value in (
        ("", 0), ("одно", 1), ("двох", 2), ("двух", 2), ("трьох", 3),
        ("трёх", 3), ("трех", 3),
        ("чотирьох", 4), ("четырёх", 4), ("четырех", 4),
        ("п’яти", 5), ("п'яти", 5), ("пяти", 5),
        ("шести", 6), ("семи", 7), ("восьми", 8),
        ("дев’яти", 9), ("дев'яти", 9), ("девяти", 9),
    )
} | {
    "вісімнадцяти": 18, "восемнадцати": 18, "дев’ятнадцяти": 19, "девятнадцати": 19,
}  # fmt: skip
SLAVIC_COMPOUNDS = "|".join(sorted(COMPOUNDS, key=len, reverse=True))
NATIVE = "|".join(sorted(KOREAN_NATIVE, key=len, reverse=True))
YEARS = re.compile(
    rf"(?<![\w,.])(?P<age>\d{{1,2}}|{WORDS})[\s-]+years?[\s-]+olds?\b"
    rf"|\b(?:aged?|at\s+the\s+age\s+of)\s+(?:of\s+)?(?P<aged>\d{{1,2}}|{WORDS})\b(?![,.]\d|%)(?!\s+(?:and|to|or)\s+\d{{1,2}}\b)"
    rf"|\b(?:he|she|one|other|first|second|man|boy)\s+(?:is|was|turned)\s+(?:just\s+|only\s+)?(?P<said>[1-6]\d|{WORDS})(?=\s*[;.,)”\"]|\s+(?:when|and|but|now|then|at\s+the\s+time)\b|$)"
    rf"|\b(?:older|oldest|younger|youngest|eldest)\b[^.;\d]{{0,30}}?,?\s+at\s+(?P<at>[1-7]\d|{WORDS})(?=[.,;]|\s+and\b)"
    r"|\b(?:children|minors|anyone|nobody|those)\s+(?:under|over|below|above)\s+(?P<limit>\d{1,2}|six|seven|eight|ten|twelve|fourteen|sixteen|eighteen)(?=[.,;:]|\s+(?:and|or|were|was|are|is|to|in|at)\b)"
    rf"|(?<!\w)(?:діт|дет)\w{{1,4}}\s+(?:до|від|от|після|после|старше|старших|младше|молодше)\s+(?P<limit2>\d{{1,2}}|{SLAVIC_WORDS})\s+(?:рок[иіу]в?|років|лет|года)(?!\w)"
    r"|\bwho\s+(?:is|was|turned)\s+(?:just\s+|only\s+)?(?P<is>[1-6]\d)(?=[,.;)]|\s+and\b)"
    rf"|\b(?:youngest|oldest|eldest|elder|younger)(?:\s+of\s+\w+)?,?\s+(?:(?:is|was|being|just|only|barely|still|about|not\s+yet)\s+)*(?P<most>\d\d|{WORDS})(?=[,.;]|\s+(?:and|when|while)\b)"
    r"|(?<=[a-zа-яіїє가-힣],\s)(?P<apposed>[1-6]\d)(?=,\s(?!or\b|of\b|including|most|all\b|half|nearly|almost|roughly|about|some|mainly|more|fewer))"
    r"|(?<![\w,.])(?P<hung>\d{1,2})-?(?=\s+(?:and|or|to|та|і|й|и)\s+\d{1,2}-(?:year|річ|лет))"
    r"|(?<!\w)(?:їм|им|йому|ему)\s+(?P<both>\d{1,2})(?=\s+(?:та|і|й|и)\s+\d{1,2}\s+(?:рок|рік|лет|год))"
    r"|(?<=\d\s[таій]\s)(?P<slavic4>\d{1,2})\s+(?:роки|років|рік)(?=[.,])"
    r"|(?<=[^\W\d_]\s)\((?P<bracketed>[1-8]\d)\)|(?<=[^\W\d_])\((?P<bracketed2>[1-8]\d)\)"
    r"|(?:만\s?)?(?P<korean>\d{1,2})\s?[세살](?![가-힣]*기)"
    r"|(?<!\d)(?P<slavic>\d{1,2})-?(?:річн|летн)\w+"
    r"|(?<!\w)(?:віком|вік|в\s+возрасте|у\s+віці|возраст\w*|йому|їй|ему|ей|одному|другому|третьому|третьему|обом|обоим"
    rf"|(?:одному|другому|(?:най)?старшому|старшему|(?:най)?молодшому|младшему)(?:\s+(?:із?|з|из)\s+[^\W\d]+|\s+[^\W\d]+){{0,2}}?|(?:солдат|бійц|бойц|снайпер|стрільц|стрелк|хлопц|парн|чоловік|мужчин|полонен|пленн)\w+)"
    rf"\s*[—–-]?\s*(?:лише|тільки|всего|только|було|было|близько|около|майже|почти)?\s*(?<!\d)(?P<slavic2>\d{{1,2}}|{SLAVIC_WORDS})\s+(?:рок[иіу]в?|рік|років|лет|год|года)(?!\w)"
    r"|(?<!\w)(?:най)?(?:старшому|старшему|молодшому|младшему)(?:\s+(?:із?|з|из)\s+[^\W\d]+)?\s*[—–-]\s*"
    r"(?:лише\s+|только\s+)?"
    rf"(?P<slavic5>\d{{1,2}}|{SLAVIC_WORDS})(?=[.,;]|$)"
    # "поїхав у дев’ятнадцять"
    r"|(?<=[а-яіїєґё]\s[ув]\s)(?P<slavic6>(?:(?:сімн|вісімн|дев['’ʼ]ятн|семн|восемн|девятн)адцять?|(?:двад|трид)цять?|сорок)(?:\s[а-яіїєґё’'ʼ]{3,6})?)(?=[.,;:!?]|$)"
    rf"|(?<!\w)(?P<slavic3>{SLAVIC_COMPOUNDS})(?:річн|летн)\w+"
    rf"|(?<![가-힣])(?P<native>{NATIVE})\s?살",
    re.IGNORECASE,
)
# "Mun is twenty-seven, a scout and sniper".
NAMED_IS = re.compile(
    rf"(?<!\bin\s)\b[A-Z][\w’'-]+,?\s+is\s+(?P<age>[1-6]\d|{WORDS})(?=,\s+an?\s"
    r"(?!record|total|rise|fall|high|low|increase|drop|figure|number|share|third|half|quarter))"
)
# "Aged 20 and 26" are two ages, "aged between 20 and 26" is a span of them.
PAIR = re.compile(
    r"\b(?:age[ds]?|who\s+(?:are|were))\s+(?:of\s+)?(?P<between>between\s+|from\s+)?(?P<low>\d{1,2})\s*(?P<word>and|to|or|-|–)\s*"
    r"(?P<high>\d{1,2})\b(?![,.]\d|%)",
    re.IGNORECASE,
)
# "Two brothers, 19 and 22,", "22 і 31 року", "두 명(19, 22)": two ages in a row.
APPOSED_PAIR = re.compile(
    r"(?<=[^\W\d_])(?:,\s|\s?\(|,?\s[—–]\s|\s(?:віком|возрастом)\s)(?P<one>[1-7]\d)"
    r"(?:\s?(?:세|살)?(?:,\s?|\s(?:and|or|і|й|та|и)\s|\s?[·와과]\s?)(?P<two>[1-7]\d))"
    r"(?:\s?(?:세|살)?(?:,?\s(?:and|or|і|й|та|и)\s|,\s?)(?P<three>[1-7]\d))?"
    r"(?P<unit>\s(?:рок[иіу]в?|рік|років|лет|года?)|\s?[세살])?(?=\s?[,.)—–;]|\s?\(|$)",
    re.IGNORECASE,
)
# People of whom two ages are told; "in brigades 19 and 22" tells none.
_AGED = (
    r"(?:brothers|men|prisoners|soldiers|captives|fighters|cousins|friends|women|sisters|twins|conscripts|Koreans|boys|youths|others|guys|comrades"
    r"|брат\w*|полонен\w*|пленн\w*|солдат\w*|військов\w+|военн\w+|бійц\w+|бойц\w+|хлопц\w+|парн\w+|сест[её]?р\w*|чолов[іи]к\w*|мужчин\w*|друз\w+|їх|них"
    r"|корейц\w+|двоє|двое|двоих|двох|троє|трое|형제|자매|병사|포로|군인|청년|명|사람|남성|부대원)"
)
AGED = re.compile(rf"(?<!\w){_AGED}$|(?<=[가-힣\s]){_AGED}$", re.IGNORECASE)
# "Two sappers, 21 and 28": as many people as there are numbers, whoever they are.
AS_MANY = re.compile(
    r"(?<!\w)(?:(?P<two>two|both|дво[єе]|двох|двоих|двух|두|2)|(?P<three>three|тро[єе]|трьох|троих|тр[её]х|세|3))"
    r"\s?(?:명의\s)?(?:[^\W\d_][\w’'-]*\s+){0,2}[^\W\d_][\w’'-]*$",
    re.IGNORECASE,
)
# Years of prison are nobody's age.
TERMS = re.compile(
    r"срок|термін|приговор|вирок|осу[дж]|засуд|sentenc|징역|형을", re.IGNORECASE
)
_TEENS_ON = (
    r"(?:(?:двадцят|двадцат|тридцят|тридцат|п[’'ʼ]?ять?десят|пят[ьи]десят|ш[іе]сть?[ьи]?десят|с[іе]мь?[ьи]?десят|в[іо]с[іье]?мь?[ьи]?десят)\w{0,3}|сорока?|дев[’'ʼ]?яност[оа])"
    r"(?:\s(?:од\w+|дв\w+|тр[иьоё]\w*|чот\w+|чет\w+|п[’'ʼ]?ят[ьи]\w*|ш[іе]ст[ьи]\w*|с[іе]м\w*|в[іо][се]\w+|дев[’'ʼ]?ят[ьи]\w*)(?!\w))?"
    r"|(?:п[’'ʼ]?ят|ш[іе]ст|с[іе]м|в[іо]с[еі]?м|дев[’'ʼ]?ят)ь?надц[яа]т\w{1,3}"
)
_WORDED = rf"[1-7]\d|{_TEENS_ON}"
# "Сапёр, тридцати одного года, родом из": an age stands beside its bearer.
BESIDE = re.compile(
    rf"(?<=[а-яіїєґё»],\s)(?:(?P<one>{_WORDED})\s(?:і|й|та|и)\s)?(?P<age>{_WORDED})\s(?:рок[иіу]в?|рік|років|лет|года?)(?=\s*[,.;)—–]|$)",
    re.IGNORECASE,
)
# What lasts so many years is nobody's age.
LASTS = re.compile(
    r"(?<!\w)(?:служ|відслуж|прослуж|воюв|воева|прожи|живе|жив[её]т|працю|работа|прове|пров[её]л|сид|отсид|відсид|трива|длил|длит|стаж|досвід|опыт|чека|жда|ждё|строк|срок|термін|приговор|вирок|засуд|осуд|присуд|колон|тюрм|тюрьм|триват|вже|уже|позбавл|лишени|найдовш|долго|довго|шлюб|брак[еа]|гаранті|контракт)",
    re.IGNORECASE,
)
_YEARS_AFTER = r"(?:\s(?:рок[иіу]в?|рік|років|лет|года?)(?!\w))?"
_AGE_ENDS = r"(?=\s*(?:[.,;:!?)»”\"—–]|$)|\s(?:і|й|та|и|але|но|а|коли|когда|вже|уже)\s)"
_ADVERBS = (
    r"(?:\s(?:зараз|сейчас|тоді|тогда|щойно|только|лише|лишь|всього|всего|тільки|вже|уже|ще|ещё|не|немає|нет|й|и|було|было|буде|будет|ледь|ледве|едва|майже|почти|близько|около"
    r"|за|під|под|понад|более|больше|десь|где-то|на\sвид|(?:ви)?повнилося|виповнилось|исполнилось|минуло|стукнуло|сповнилося))*"
)
# "Ему двадцать восемь", "Старшому за п'ятдесят", "Глебу Дорофееву сорок один".
DATIVE = re.compile(
    r"(?<!\w)(?:"
    r"(?:йому|їй|їм|ему|ей|им|(?:обом|обоим|обоїм)(?:\sпо)?|мені|мне|якому|якій|которому|которой|(?:одному|другому|третьому|третьему)(?:\s(?:із?|з|из)\s[^\W\d]+)?|(?:най|само\w+\s)?(?:старш|молодш|младш|меньш)(?:ому|ему|ій|ей)(?:\s(?:із?|з|из)\s[^\W\d]+)?"
    r"|(?:солдат|бійц|бойц|снайпер|хлопц|парн|полонен|пленн|чолов[іи]к|мужчин|професор|профессор|син|сын|брат|командир|сержант|доброволь?ц|радист|танкист|водител|воді)[а-яіїєё]*(?:у|ю|ові|еві|єві|ому|ему|е|і))"
    rf"(?:\s[—–-])?{_ADVERBS}(?:\s[—–-])?\s(?P<age>[1-8]\d|{_TEENS_ON}){_YEARS_AFTER}{_AGE_ENDS}(?:\s(?:і|й|та|и)\s(?P<second>[1-8]\d|{_TEENS_ON}){_YEARS_AFTER}{_AGE_ENDS})?"
    r"|(?:(?<=[.;—–]\s)|(?<=^)|(?<=\n)|(?<=,\s))(?-i:[А-ЯІЇЄҐЁ])[а-яіїєґё’'-]+(?:у|ю|ові|еві|єві|ому|ему)(?:\s(?-i:[А-ЯІЇЄҐЁ])[а-яіїєґё’'-]+){0,3}"
    rf"(?:\s[—–-])?{_ADVERBS}\s(?:(?P<named>{_TEENS_ON}){_YEARS_AFTER}{_AGE_ENDS}|(?P<named2>[1-8]\d)\s(?:рок[иіу]в?|рік|років|лет|года?)(?!\w))"
    r"|(?:виповнилос[ья]|исполнилось|сповнилос[ья])(?:\s(?:лише|лишь|тільки|только|вже|уже|й|и|ще|ещё))?"
    rf"\s(?P<turned>[1-8]\d|{_TEENS_ON}){_YEARS_AFTER}{_AGE_ENDS}"
    rf"|(?:років|лет)\s(?:(?:на\s+вид|десь|где-то|под|під|за|із|з)\s)?(?P<years>{_TEENS_ON})"
    rf"|(?:він|вона|он|она|старший|молодший|младший|первый|второй|перший|другий|наймолодший)(?:\s(?:ще|ещё|вже|уже))?\s(?:молодший|моложе|старший|старше|молодше)?\s?[—–]\s(?P<dashed>[1-8]\d|{_TEENS_ON}){_YEARS_AFTER}{_AGE_ENDS}"
    r")",
    re.IGNORECASE,
)
# "그는 올해 스물일곱이다": a native number from eighteen up that is somebody.
KOREAN_IS = re.compile(
    r"(?<![가-힣])(?P<age>(?:열(?=여덟|아홉)|스물|스무|서른|마흔|쉰|예순|일흔|여든)(?:하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)?)"
    r"(?=이다|이었다|였다|이라고|이고|인데|이며|인\s|의\s나이|의\s(?:그|병사|청년|군인|포로)|이\s(?:됐|된|되)|을\s넘|을\s갓)"
)
DECADES = {"teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50}
BAND = re.compile(
    rf"\bin\s+(?:his|her|their)\s+(?P<part>early|mid|late)?[\s-]*(?P<decade>{'|'.join(DECADES)}|[2-5]0s)\b"
    r"|(?P<korean>[2-5]0|[16-9]0(?=대(?:\s?(?:이상|이하|초반|중반|후반|남성|여성|노인|응답자|에서)|는\s)))대\s?(?P<part2>초반|중반|후반)?",
    re.IGNORECASE,
)
# "탱크 20대" are twenty tanks, "20대 병사" is a soldier in his twenties.
VEHICLES = re.compile(r"(?:탱크|전차|차|차량|드론|무인기|포|헬기|버스|트럭|발전기)\s?$")
# "In his late twenties" is 27 to 29.
PARTS = {
    "early": (0, 3), "초반": (0, 3),
    "mid": (4, 6), "중반": (4, 6),
    "late": (7, 9), "후반": (7, 9),
}  # fmt: skip


# "Rope Street, 12, office 4" is nobody's age.
ADDRESS = re.compile(
    r"(?:\b(?:street|road|avenue|lane|square|building)|(?<!\w)(?:вул|ул|просп|пл|пров|пер|буд|д)\.[^,]*),\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Age:
    """An age in years, both ends included."""

    start: int
    end: int
    low: Decimal
    high: Decimal


def ages(text: str) -> Iterator[Age]:
    """Yield the ages of persons that a text tells, in order."""
    alone = list(_alone(text))
    told = [(age.start, age.end) for age in alone]
    rows = [
        age
        for match in APPOSED_PAIR.finditer(text)
        for age in _apposed(text, match, told)
    ]
    pairs = [age for match in PAIR.finditer(text) for age in _pair(match)]
    found = [*alone, *rows, *pairs, *_bands(text)]
    yield from sorted(found, key=lambda age: age.start)


def _alone(text: str) -> Iterator[Age]:
    last = -1
    for start, end, number in sorted(_told(text)):
        if start >= last:
            last = end
            value = _value(number)
            yield Age(start, end, value, value)


def _bands(text: str) -> Iterator[Age]:
    for match in BAND.finditer(text):
        if match["korean"] and VEHICLES.search(text[: match.start()][-8:]):
            continue
        decade = match["decade"] or match["korean"]
        base = DECADES.get(decade.lower()) or int(re.sub(r"\D", "", decade))
        low, high = PARTS.get((match["part"] or match["part2"] or "").lower(), (0, 9))
        yield Age(*match.span(), Decimal(base + low), Decimal(base + high))


def _told(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the spans in which one age is told, and its number.

    Where a name tells whose age it is, the span is the number alone.
    """
    for match in YEARS.finditer(text):
        if not _is_address(text, match):
            yield *match.span(), next(filter(None, match.groups()))
    for pattern in (DATIVE, KOREAN_IS, BESIDE, NAMED_IS):
        for match in pattern.finditer(text):
            if pattern is BESIDE and LASTS.search(text[: match.start()][-60:]):
                continue
            for name, number in match.groupdict().items():
                if number:
                    yield *match.span(name), number


def _is_address(text: str, match: re.Match[str]) -> bool:
    return bool(match["apposed"] and ADDRESS.search(text[: match.start()][-40:]))


def _apposed(
    text: str, match: re.Match[str], told: list[tuple[int, int]]
) -> Iterator[Age]:
    """Yield two ages or three, unless what stands before them is no people."""
    before = text[max(0, match.start() - 40) : match.start() + 1]
    known = match["unit"] or AGED.search(before[:-1]) or _is_as_many(before, match)
    if TERMS.search(before) or not known:
        return
    for name in ("one", "two", "three"):
        start, end = match.span(name)
        if start < 0 or any(start < last and first < end for first, last in told):
            continue
        value = Decimal(match[name])
        yield Age(start, end, value, value)


def _is_as_many(before: str, match: re.Match[str]) -> bool:
    """Tell whether two people stand before two numbers of grown-ups, or three."""
    people = AS_MANY.search(before.rstrip(" ,(—–"))
    numbers = [match[name] for name in ("one", "two", "three") if match[name]]
    grown = all(int(number) >= GROWN for number in numbers)
    return bool(
        people and grown and people["three" if len(numbers) > PAIR_OF else "two"]
    )


GROWN, PAIR_OF = 16, 2
"""The youngest who are soldiers; how many a pair is."""


def _pair(match: re.Match[str]) -> Iterator[Age]:
    low, high = Decimal(match["low"]), Decimal(match["high"])
    if match["between"] or match["word"] not in {"and", "or"}:
        yield Age(*match.span(), low, high)
        return
    yield Age(match.start(), match.end("low"), low, low)
    yield Age(*match.span("high"), high, high)


def _value(number: str) -> Decimal:
    word = number.lower()
    if word.isdecimal():
        return Decimal(word)
    if word in KOREAN_NATIVE:
        return Decimal(KOREAN_NATIVE[word])
    if word in COMPOUNDS:
        return Decimal(COMPOUNDS[word])
    return next(numerals(number)).value
