"""Which numbers are never quantities?

Dates, years, times, ordinals, addresses, and numbers that name a thing: a
resolution, an article, a room. Also figures that a correction withdraws.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.months import MONTH
from safeconduct.text.counted import HEAD
from safeconduct.text.dates import WRITTEN, YEAR
from safeconduct.text.number_words import SLAVIC_NUMBERS

# A number right after these names a thing, whatever their case.
NAMING = (
    r"resolutions?|articles?|arts?\.|paragraphs?|paras?\.?|sections?|chapters?|annex(?:es)?"
    r"|appendix|pages?|pp?\.|rooms?|cells?|wards?|lines?|protocols?|flights?|highways?|docket"
    r"|decrees?|tables?|(?:figure|fig)s?\.?|serial\s+numbers?|footnotes?|unscr"
    r"|стат(?:ті|тя|тею|ей|ья|ьи|ье|ью)|ст\.|резолюц\w+|рядк\w+|строк\w+|кімнат\w*|комнат\w*"
    r"|палат\w*|пункт\w*|камер\w*|наказ\w*|приказ\w*|протокол\w*"
)
# These are ordinary words too; only a capital makes a name of them.
NAMED = (
    "Order|Case|Document|Camp|Unit|Building|Hill|Law|Bill|Point|Phase|Type|Model|Channel"
    "|Version|Day|Brigade|Battalion|Regiment|Division|Corps|File|Group|Nos?|Number|Act"
)
_NUMBER = (
    r"[A-Z]?\d[\d/.,-]{0,20}"
    r"(?:\s*(?:,|-|–|and|or|to|і|и|та)\s*\d+(?![\d,]*\s*(?:%|\w{4,})))*"
)
MASKS = (
    re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?<!\w)#\d+", re.IGNORECASE),
    WRITTEN,
    re.compile(
        rf"\b{MONTH}\s+\d{{1,2}}(?:st|[nr]d|th)?\b(?![,.]?\d)(?!\s*(?:%|{HEAD}))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:\d{1,2}(?:st|[nr]d|th)?\s*(?:-|–|—|to|and|till|по|до|та|і|и)\s*)?"
        rf"\d{{1,2}}(?:st|[nr]d|th)?\s+(?:of\s+)?{MONTH}(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{MONTH},?\s+(?:of\s+)?{YEAR}\b", re.IGNORECASE),
    re.compile(
        r"(?:\d{1,2}\s?[~∼-]\s?)?\d{1,2}월(?:\s*\d{1,2}일)?|(?:\d{1,2}\s?[~∼-]\s?)?\d{1,2}일(?!\s*(?:간|동안))|\d{4}\s?년"
    ),
    re.compile(
        r"\b\d{1,2}:\d{2}\b|\b\d{1,2}(?::\d\d)?\s?(?:a\.?m|p\.?m)\b|\b24/7\b",
        re.IGNORECASE,
    ),
    # Telephones: no number begins with a nought and a space.
    re.compile(
        r"\+\d[\d\s()-]{7,}\d|(?<![\d.,])0[\d\s()-]{6,}\d|(?<!\d)8[\s-]?\(?\d{3}\)?[\s-]\d{3}[\s-]?\d{2}[\s-]?\d{2}"
        r"|(?:тел\.|телефон\w*|\btel\.?|phone|전화|☎)\W{0,3}\d[\d\s()-]{4,}",
        re.IGNORECASE,
    ),
    # "He joined the party at twenty-two": how old he was then.
    re.compile(
        r"\b(?:joined|enlisted|drafted|conscripted|married|orphaned)\b[^.;\d]{0,30}?\sat\s"
        r"(?:[1-6]\d|(?:(?:twen|thir|for|fif)ty(?:-\w+)?|\w+teen))(?=[.,;]|\s+and\b)",
        re.IGNORECASE,
    ),
    # Ordinals in words: "sixty-fourth", "шестьдесят четвёртый".
    re.compile(
        r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
        r"|(?<!\w)(?:двадцят[ьи]|двадцать|тридцят[ьи]|тридцать|сорок|п.?ять?десят|шістдесят|шестьдесят|сімдесят|семьдесят"
        r"|вісімдесят|восемьдесят|дев.?яносто|сто)\s+(?:перш|перв|друг|втор|трет|четв[её]рт|п.?ят|шост|шест|сьом|седьм|восьм|дев.?ят)"
        r"(?:ий|ій|ого|ому|им|ім|а|ої|у|ою|е|і|их|ый|ой|ая|ую|ое|ые|ья|ье|ью|ьего|ьей|я|є|ю|ього)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:{NAMING})\s*(?:no\.?\s*|№\s*|number\s*)?{_NUMBER}", re.IGNORECASE
    ),
    re.compile(rf"(?<!\w)(?:{NAMED})\.?\s*(?:No\.?\s*|№\s*)?{_NUMBER}"),
    re.compile(r"(?<![\w,.])(?:0|6|12|16|18)\+(?!\w)"),
    re.compile(
        rf"№\s*{_NUMBER}|(?<!the\s)(?<!\ba\s)\bnumber\s+\d{{1,6}}(?![\d,])|(?<!\w)номер\w{{0,3}}\s+\d{{1,6}}(?![\d,])"
    ),
    re.compile(
        r"제\s?\d+(?:\s?[가-힣]+)?"
        r"|(?<!\d)\d{1,8}(?:번째|진(?=\s)|층|차(?=\s)|호|조(?=[에의는가를와과은이\s,.](?!원))|사단|여단|군단|연대|대대)"
    ),
    re.compile(
        r"\b\d+(?:st|[nr]d|th)\b|\b\d+-?(?:й|я|го|му|ій|ї|ша|ий|ой|ая|ої|ую|е)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\bWorld\s+War\s+(?:One|Two|\d)\b|\b[A-Z]+\d+\b|\b(?:19|20)\d0s\b"),
    re.compile(
        r"\bthe\s+two\s+(?:Koreas|sides|countries|nations|leaders|presidents|states)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:no|every|each|any|some|this|that|the|square|number|older|younger|elder|first|second|third|last|only|wounded)[\s-]one\b"
        r"|\bone\s+(?:another|day|thing|hand|point|side|time|way|such|that|which|can|must|should|by\s+one|more)\b"
        r"|\bone\s+of\s+(?:the|its|his|their)\s+(?:most|\w+est|few|many|main|first)\b"
        r"|\b(?:one|two|zero)-(?!year|month|day|week)\w+",
        re.IGNORECASE,
    ),
    re.compile(r"^\s*\d{1,2}[.)](?=\s)"),
    # "가겠다고 한 사람": who said so, not one person.
    re.compile(
        r"(?<=[가-힣][고로려게록못])\s한(?=\s?(?:사람|병사|포로|군인|이들?|분)(?:[은는이가도만을의들,.]|\s))"
    ),
    # "Out of every ten": the whole of a rate.
    re.compile(
        r"(?<!\w)(?:із?|з|из)\s+(?:кожних|каждых)\s+[\w’'ʼ]+(?!\w)", re.IGNORECASE
    ),
    # "몇 명인가": a question gives no number.
    re.compile(
        r"몇\s?(?:명|사람|개|곳|차례)[^.?!\n]{0,14}(?:\?|(?:인가|있나|되나|일까|였나|있었나|[는은]지)(?=\W*(?:$|\n)))"
    ),
    # How sure a poll is.
    re.compile(
        r"\d{1,2}(?:[.,]\d+)?\s?%?\s?(?:의\s)?신뢰\s?수준|신뢰\s?수준[은는이]?\s?\d{1,2}(?:[.,]\d+)?\s?%|표본\s?오차\S*\s[^.]{0,30}\d(?:[.,]\d+)?\s?%(?:\s?포인트|p)?"
        r"|\d{1,2}(?:\.\d+)?[\s-]?(?:%|percent|per\s+cent)\s+confidence|confidence\s+(?:level|interval)\s+of\s+\d{1,2}|margin\s+of\s+error\s[^.;,]{0,25}\d(?:\.\d+)?"
        r"|(?:похибк|погрешност)\w+\s[^.;]{0,30}?\d(?:[.,]\d+)?\s?%?|(?:довір|доверит|достовірн|достоверн)\w+\s[^.;]{0,20}?\d{1,2}\s?%",
        re.IGNORECASE,
    ),
    # Nor do the pages of a report, however many.
    re.compile(
        r"(?<![\d.,])\d[\d.,]{0,6}\s?(?:pages?(?!\w)|сторін\w+|страниц\w*|쪽|페이지)",
        re.IGNORECASE,
    ),
    # "Four to a cell", "по четверо": so many in each.
    re.compile(
        r"\b(?:two|three|four|five|six|eight|ten|\d{1,2})\s+to\s+an?\s+(?:cell|room|bunk|bed|tent|table|truck|bus)\b"
        r"|(?<!\w)по\s+(?:двоє|двое|троє|трое|четверо|п[’'ʼ]?ятеро|шестеро|шестеро|семеро)(?=\s*[.,;:)]|\s+[ву]\s|$)",
        re.IGNORECASE,
    ),
    # The articles of a treaty, when there are more of them than one.
    re.compile(
        r"(?<!\w)(?:articles|arts\.|paragraphs|sections|resolutions|rooms|статті|статьи|статей|статтями|статьями|резолюції|резолюции)\s+"
        r"\d{1,4}(?:\s*(?:,|and|or|to|і|й|и|та|или|або|чи|[-–])\s*\d{1,4}){1,6}(?![\d.,]*\d|\s*%)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:\b(?:minus|plus)\s+|[-−+])?(?<![\d.,])\d[\d.,]{0,5}\s?(?:°|degrees?\b|градус\w*|(?:도|℃)(?=[의가로에까\s]))",
        re.IGNORECASE,
    ),
    # Lengths, weights and calibres count nobody.
    re.compile(
        r"(?<![\d.,])\d[\d.,]{0,12}(?:\s?[-–~]\s?\d[\d.,]{0,12})?[\s-]?(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|mm|cm|centimet(?:er|re)s?|inch(?:es)?|feet|foot|kg|g|grams?|grammes?|litres?|liters?|kph|hectares?"
        r"|км|кілометр\w*|километр\w*|метр(?:ів|а|ов|и)?|сантиметр\w*|міліметр\w*|миллиметр\w*|см|мм|кг|г|грам\w*|л[иі]тр\w*|м|㎏|그램|킬로(?:미터)?|㎞|미터|㎜|밀리)(?!\w)",
        re.IGNORECASE,
    ),
    # "80-річчя", "300-тисячний", "груз 200": adjectives and names made of numbers.
    re.compile(
        rf"\b\d+-(?!(?:х|ти|ох|ьох|ма)\s+(?:\w+\s+)?(?:{HEAD}))[а-яіїєґ]+(?!\w)|(?:груз|вантаж)[\s-]200",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\d)\d{1,4}(?:시(?:\s?\d+분)?(?!간)|번(?!째)|단계|\s?수용소)|\d0년대|38선|6[·.]25|(?:한|두|1)\s?(?:명|인|사람)당|\d자\s?회담"
    ),
)
DATED = re.compile(
    r"\b(?:in|since|during|until|till|late|early|mid|year|spring|summer|autumn|fall|winter"
    r"|before|after|end\s+of|beginning\s+of|start\s+of|у|в|з|с|до|після|после|року?|году?)[\s-]+$",
    re.IGNORECASE,
)
BARE_YEAR = re.compile(
    rf"(?<![\w.,$€£₩-]){YEAR}(?:\s*[-–/]\s*(?:{YEAR}|\d\d))?(?![\w%]|[.,]\d)"
)
COUNTED_NEXT = re.compile(
    rf"\s*(?:[\w’'-]+\s+){{0,3}}?(?:{HEAD})\b|여?\s?(?:명|인|구|발|대|달러|유로|루블|위안|원(?=[을이\s]))"
    r"|\s*(?:US\s+)?(?:dollars|euros|roubles|rubles|hryvnias?|yuan|won)\b|\s*(?:дол+ар|дол+\.|[єе]вро|руб|грив|грн|юан)",
    re.IGNORECASE,
)
_WORDS = "|".join(words for words, _ in SLAVIC_NUMBERS)
# "Не 300, а 200": the number follows its "not" at once; "не більше 300, а ..." and "не
# хотят семеро, а двое ..." withdraw nothing.
NOT_SO_MANY = (
    r"(?<!\w)не\s+(?:(?:на|в|у|про|об?|з|із|с|до|від|от|по|просто|рівно|ровно)\s+)?"
    rf"(?:\d|(?:{_WORDS})(?!\w))[\w\s.]{{0,30}}?"
)
WITHDRAWN = re.compile(
    r"\b(?:earlier|previous|original)\s+(?:version|report|article|edition|figure)s?\b.*?"
    r"(?=\b(?:actually|correct(?:ly|ed)?\s+(?:to|figure|number)|instead|in\s+fact|should)\b|,\s+(?:saying|stating|putting|which|giving)\b|\s+to\s+(?:\w+\s+)?\d|[;.]|$)"
    r"|(?:,\s*|\()(?:and\s+)?not\s+(?:the\s+)?[\d,]+(?:\s+\w+){0,3}?(?=\s+as\b|[,.);])"
    r"|\bnot\s+[\d,]+(?=(?:\s+\w+)?,?\s+but\b)"
    rf"|{NOT_SO_MANY}(?=,\s*а\s+\w)"
    r"|(?:попередн|перш|предыдущ|перв|ранн)\w+\s+(?:верс|редакц)\w+[^.;]*?(?=насправді|на\s+самом\s+деле|правильн|[;.]|,\s*(?:але|но|а|однак)\s|$)"
    r"|(?<![\d,만천백])[\d,만천백]{1,12}\s?(?:여\s?)?(?:명|인)?이?\s?아니라"
    r"|(?:이전|앞선|당초)\s?(?:기사|보도|판)[^.]{0,80}?(?:으나|지만|는데)",
    re.IGNORECASE | re.DOTALL,
)


# "Of whom about 2000 died": a round number with a deed, and no year.
ABOUT_YEAR = re.compile(
    r"(?<!\w)(?:about|around|some|roughly|nearly|almost|over|more\s+than|less\s+than|fewer\s+than|at\s+least|up\s+to|approximately|only|just"
    r"|примерно|приблизно|около|близько|почти|майже|понад|свыше|более|більше?|менее|менше?|не\s+менее|щонайменше|(?:як\s+)?мінімум|как\s+минимум|порядка|до|лише|лишь|только|тільки)\s+(?:than\s+|ніж\s+|як\s+|чем\s+)?$"
    r"|(?<!\w)(?:of\s+(?:whom|them|these|those)|(?:из|з|із)\s+(?:них|яких|которых|цих|этих))[\s,—–]+$",
    re.IGNORECASE,
)
DEED_NEXT = re.compile(
    r"\s+(?:(?:of\s+(?:them|whom)|з\s+них|із\s+них|из\s+них|were|was|are|have|had|been|already|later|уже|вже|було|были)\s+){0,3}"
    r"(?:killed|dead|died|wounded|injured|captured|missing|fell|perished|lost|fled|surrendered|returned"
    r"|погиб|загин|убит|вбит|ранен|поран|взят|попа|потрап|пропа|зник|сда|зда|верну|поверн|умер|помер|полег|получ|отрима)\w*",
    re.IGNORECASE,
)


def masked(text: str) -> list[tuple[int, int]]:
    """Return the spans of a sentence in which no number is a quantity."""
    spans = [match.span() for mask in MASKS for match in mask.finditer(text)]
    spans += (match.span() for match in WITHDRAWN.finditer(text))
    spans += _years(text)
    return spans


def _years(text: str) -> Iterator[tuple[int, int]]:
    """A bare 19xx or 20xx is a year, unless something is counted by it."""
    for match in BARE_YEAR.finditer(text):
        counted = COUNTED_NEXT.match(text, match.end())
        before = text[: match.start()]
        if ABOUT_YEAR.search(before) and DEED_NEXT.match(text, match.end()):
            continue
        if counted is None or DATED.search(before):
            yield match.span()
