"""Number words of the four languages, in all their cases.

Only whole words: an ordinal ("п'ятий", "third") is no number word.
"""

from __future__ import annotations

import re

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
ENGLISH_UNITS = {word: value for value, word in enumerate(_ONES)} | {
    word: value * 10 for value, word in enumerate(_TENS, start=2)
}
ENGLISH_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}

ENGLISH_GROUPS = {"pair": 2, "trio": 3, "score": 20}
"""What "a pair of" counts, where people follow: a pair of gloves is one thing."""
GROUPED = (
    r"soldiers|men|women|prisoners|troops|fighters|servicemen|POWs|captives|people|officers|conscripts"
    r"|civilians|brothers|recruits|volunteers|deserters|North\s+Koreans|guards|gunmen|sappers|snipers"
)

_A = "[’'ʼ]?"  # Ukrainian apostrophes, as they are typed
# Ukrainian | Russian; nominative, oblique cases, collective numerals.
SLAVIC_NUMBERS: tuple[tuple[str, int | str], ...] = (
    (r"пі?втораста|полтораста|полутораста", 150),
    (r"пі?втор[аи]|полтор[аы]|полутора", "1.5"),
    (r"од(?:ин|на|но|ного|ному|ним|ну|ної|ній|нією)|одн(?:ой|им|ом)", 1),
    (
        r"дв(?:а|і|ох|ом|ома|е|ух|ум|умя|оє|ое|оих|оим|оими)|обидва|обидві|обоє|обох|оба|обе|обоих",
        2,
    ),
    (r"три|трьох|трьом|трьома|трёх|трех|трём|трем|тремя|троє|трое|троих|троим", 3),
    (
        r"чотир(?:и|ьох|ьом|ма)|четыр(?:е|ёх|ех|ём|ем|ьмя)|четвер(?:о|ых|ым)|четверо",
        4,
    ),
    (rf"п{_A}ят(?:ь|и|ьох|ьом|ьма|ью|еро|ерых|ерым)", 5),
    (r"ш[іе]ст(?:ь|и|ьох|ьом|ьма|ью|еро|ерых|ерым)", 6),
    (r"сім|сімох|сімома|сьома|сьоми|сем(?:ь|и|ью|еро|ерых|ерым)", 7),
    (r"вісім|вісьмох|вісьма|восьми|восемь|восемью|восьмью|восьмер(?:о|ых|ым)", 8),
    (rf"дев{_A}ят(?:ь|и|ьох|ьом|ьма|ью|еро|ерых|ерым)", 9),
    (r"десят(?:ь|и|ьох|ьом|ьма|ью|еро|ерых|ерым)", 10),
    (r"оди?н{1,2}адцят(?:ь(?:ох|ома|ом|ма)?|и|еро)(?!\w)|одиннадцат[ьи]ю?", 11),
    (r"дванадцят(?:ь(?:ох|ома|ом|ма)?|и|еро)(?!\w)|двенадцат[ьи]ю?", 12),
    (r"тринадцят(?:ь(?:ох|ома|ом|ма)?|и|еро)(?!\w)|тринадцат[ьи]ю?", 13),
    (r"чотирнадцят(?:ь(?:ох|ома|ом|ма)?|и|еро)(?!\w)|четырнадцат[ьи]ю?", 14),
    (rf"п{_A}ятнадцят(?:[ьи]\w{{0,2}}|еро)|пятнадцат[ьи]ю?", 15),
    (r"шістнадцят(?:ь(?:ох|ома|ом|ма)?|и|еро)(?!\w)|шестнадцат[ьи]ю?", 16),
    (r"сімнадцят(?:ь(?:ох|ома|ом|ма)?|и|еро)(?!\w)|семнадцат[ьи]ю?", 17),
    (r"вісімнадцят(?:ь(?:ох|ома|ом|ма)?|и|еро)(?!\w)|восемнадцат[ьи]ю?", 18),
    (rf"дев{_A}ятнадцят(?:[ьи]\w{{0,2}}|еро)|девятнадцат[ьи]ю?", 19),
    (r"двадцят(?:ь(?:ох|ома|ом|ма)?|и|еро)(?!\w)|двадцат[ьи]ю?", 20),
    (r"тридцят(?:ь(?:ох|ома|ом|ма)?|и|еро)(?!\w)|тридцат[ьи]ю?", 30),
    (r"сорока?", 40),
    (rf"п{_A}ятдесят\w{{0,3}}|пят[ьи]десят\w?", 50),
    (r"шістдесят\w{0,3}|шест[ьи]десят\w?", 60),
    (r"сімдесят\w{0,3}|сем[ьи]десят\w?", 70),
    (r"вісімдесят\w{0,3}|вос[еь]м[ьи]десят\w?", 80),
    (rf"дев{_A}яносто?а?|девяноста", 90),
    (r"сто|ста", 100),
    (r"двісті|двохсот|двомстам|двести|двухсот|двумстам", 200),
    (r"триста|трьохсот|трёхсот|трехсот|тремстам", 300),
    (r"чотириста|чотирьохсот|четыреста|четырёхсот|четырехсот", 400),
    (rf"п{_A}ятсот|п{_A}ятисот|пятьсот|пятисот", 500),
    (r"шістсот|шестисот|шестьсот", 600),
    (r"сімсот|семисот|семьсот", 700),
    (r"вісімсот|восьмисот|восемьсот", 800),
    (rf"дев{_A}ятсот|дев{_A}ятисот|девятьсот|девятисот", 900),
    (r"пі?в\s?сотні|пол[уо]?сотн\w{1,2}", 50),
    (r"пі?в\s?тисячі|пол[уо]?тысячи", 500),
    (r"пі?в\s?десятка|пол[уо]?десятка", 5),
    (r"пі?в\s?дюжини|пол[уо]?дюжины", 6),
    (r"пі?в\s?мільйона|пол[уо]?миллиона", 500_000),
    (r"пі?в\s?мільярда|пол[уо]?миллиарда", 500_000_000),
    (r"(?:чверть|четверть)\s+(?:мільйона|миллиона)", 250_000),
)
# A scale alone is one of it ("тысячу"); the bare plural is vague, VAGUE comes first.
SLAVIC_SCALES = (
    (r"десят(?:ок|ка|ки|ків|ку|ков|ком)", 10),
    (r"дюжин[аиуы]?", 12),
    (r"сотн(?:я|ю|і|и|ею)|сотень|сотен", 100),
    (r"(?:тис|тыс)(?:яч\w{0,3}|\.)?", 10**3),
    (r"(?:мільйон|миллион)\w{0,3}|млн\.?", 10**6),
    (r"(?:мільярд|миллиард)\w{0,3}|мл(?:рд\.?|ьярд\w*)", 10**9),
    (r"(?:трильйон|триллион)\w{0,3}|трлн\.?", 10**12),
)

KOREAN_DIGITS = {one: value for value, one in enumerate("일이삼사오육칠팔구", start=1)}
KOREAN_SCALES = {
    "십": 10,
    "백": 100,
    "천": 10**3,
    "만": 10**4,
    "억": 10**8,
    "조": 10**12,
}
_NATIVE_ONES = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3,
    "네": 4, "넷": 4, "넉": 4,
    "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_NATIVE_TENS = {
    "열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70,
    "여든": 80, "아흔": 90,
}  # fmt: skip
KOREAN_NATIVE = (
    _NATIVE_ONES
    | _NATIVE_TENS
    | {"스무": 20}
    | {
        ten + one: base + value
        for ten, base in _NATIVE_TENS.items()
        for one, value in _NATIVE_ONES.items()
    }
)
# Words that name two numbers at once.
KOREAN_ABOUT = {
    "한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "서너": (3, 4), "네댓": (4, 5),
    "너댓": (4, 5), "네다섯": (4, 5), "너덧": (4, 5), "대여섯": (5, 6),
    "예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9), "열두어": (11, 13),
}  # fmt: skip
# What must follow a Korean number word for it to be a number.
KOREAN_COUNTED = (
    "명(?![령단분])|사람|분(?=[의이을]|\\s)|달러|원(?![가-힣])|루블|퍼센트|%|개월|달(?=\\s|[간째])"
    "|년|주(?=[간째]|\\s)|시간|구(?=[의가를는]|\\s)|발(?=[의을이]|\\s)|대(?=[의가를]|\\s)|개(?!월)|척|가족|가구|곳|군데|가지|권|마리|상자|동(?=[의이은을과와]|\\s)|알(?=[의이은을과와]|\\s)|장(?=[의이은을과와]|\\s)|벌|그릇|통(?=[의을이]|\\s)|정(?=[의을이]|\\s)|문(?=[의을이]|\\s)"
)

# "Several" is two or more by convention, whatever scale follows; so are bare plurals.
VAGUE = (
    (
        r"several|a\s+few|a\s+couple(?:\s+of)?|a\s+handful\s+of|a\s+number\s+of(?=\s+(?:soldiers|men|prisoners|troops|others))",
        2,
    ),
    (
        r"кілька\s?сот|кількасот|кількохсот|несколько\s+сот|пар[ау]\s+(?:сотень|сотен)",
        200,
    ),
    (r"кількадесят\w*|кілька\s+десятків", 20),
    (r"кільканадцят\w+", 11),
    (r"пар[ау]\s+(?:тисяч|тысяч)", 2000),
    (
        r"кілько(?:х|ма|м)|кілька|декілька|декількох|несколько|нескольк(?:их|ими|им)|여러|몇",
        2,
    ),
    (r"hundreds\s+of\s+thousands|сотні\s+тисяч|сотни\s+тысяч|수십만|몇십만", 200_000),
    (
        r"tens\s+of\s+thousands|десятк(?:и|ів|ов)\s+(?:тисяч|тысяч)|수만|몇만",
        20_000,
    ),
    (
        r"(?<!\d\s)hundreds|(?<!по\s)сотні(?!\s+(?:дві|три|зо))|(?<!по\s)сотни(?!\s+(?:две|три))|수백|몇백",
        200,
    ),
    (
        r"(?<!\d\s)thousands|(?<!по\s)тисячі(?!\s+(?:дві|три|зо))|(?<!по\s)тысячи(?!\s+(?:две|три))|수천|몇천",
        2000,
    ),
    (r"millions|мільйони|миллионы|수백만", 2_000_000),
    (r"dozens", 24),
    (r"scores", 40),
    (r"десятки|수십|몇십", 20),
)

# "Тысяч пять", "сотни две": the scale before the number makes it about so many.
INVERTED = re.compile(
    r"(?:тисяч[иі]?|тысяч[иа]?|сот(?:ень|ен|ні|ни)|десят(?:ків|ков|ки|ка)|м[іи]л+[ьи]\w+)\s+"
    r"(?:зо\s+)?(?:дв|тр|чот|чет|п.?ят|ш[іе]ст|с[іе]м|в[іо]|дев|десят)\w*",
    re.IGNORECASE,
)
# "No", where people follow; Slavic words that deny people.
NOBODY = (
    r"none(?=\s+of\b)|nobody(?=\s+(?:was|were|has|had|is|who|died|survived)\b)|not\s+a\s+single|not\s+one(?=\s+of\b|\s+\w+\s+(?:has|had|was))"
    r"|no(?=\s+(?:\w+\s+){0,2}(?:soldiers|troops|prisoners|casualties|POWs|men|women|children|people|civilians|officers|commanders|survivors|fighters|captives|deaths)\b)"
    r"|жод(?:ен|ного|на|ної|ному)(?=\s+(?:з|із|\w+\s)?\s?\w*)|ни\s+од(?:ин|на|ного|ной)|ніхто(?=\s+(?:з|із)\s)|никто(?=\s+из\s)"
    r"|(?<=중\s)아무도|(?<=가운데\s)아무도"
)

_STEMS = """
zer one two bot thr fou fiv six sev eig nin ten ele twe thi fif for hun tho
mil bil tri doz hal sco cou few han non nob not no dec yea mon wee day
оди одн одк два две дві дво дву три тро трь трё тре чот чет пят шіс шес
сім сьо сем віс вос дев дес сор сто ста пів пив пол тис тыс міл мил млн млр
ять яти ятд ятн ятс яте яно ятм ятю
pai qua пар чве чет пол tee каж кож
дюж сот оби обо оба обе кіл дек нес жод ніх ник ни
"""
BEGINNINGS = frozenset(_STEMS.split())
"""First three letters of every number word, to tell quickly that a sentence has none.

"Ять" and its like stand behind the apostrophe of "п'ять".
"""
