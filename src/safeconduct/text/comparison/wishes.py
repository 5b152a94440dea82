"""Who of the captured is said to wish what, and how many?

"Is considering" is undecided, never a wish; the wish of one is not the wish of all;
what a State would do "if they wish" says nothing of anybody's wish. A wish in the
press is never the person's wish: only a hearing records that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from safeconduct.text.comparison.finding import Item
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.statement import Document, Statement
from safeconduct.text.numerals import numerals
from safeconduct.text.roles import Role


class Sense(StrEnum):
    """What a person is said to want."""

    WISH = "wish"
    RETURN = "return"
    UNDECIDED = "undecided"


class Scope(StrEnum):
    """Of whom it is said."""

    COUNTED = "counted"
    PERSON = "one person"
    ALL = "all"
    PLURAL = "plural without a number"


@dataclass(frozen=True, slots=True)
class Wish:
    """One statement of a wish; `number` is how many, of PLURAL unknown."""

    document: Document
    start: int
    end: int
    sense: Sense
    scope: Scope
    number: Interval

    @property
    def item(self) -> Item:
        """The statement as an item of a finding."""
        return self.document.item(self.start, self.end)


_GOAL_EN = (
    r"(?:defect\w*|asylum|refuge|stay(?:ing)?|protection|(?:go|going|come|coming"
    r"|move|moving|travel\w*|be\s+(?:sent|taken|transferred)|settle|settling|live"
    r"|living|resettle\w*)\b[^.;]{0,30}?(?:South|Seoul|ROK|Republic\s+of\s+Korea)"
    r"|South\s+Korea\b)"
)
_WANT_EN = (
    r"(?:wish\w*|wants?|wanted|wanting|desir\w+|hop(?:es|ed|ing)|ask(?:s|ed|ing)"
    r"|request\w*|appl(?:y|ies|ied|ying)|seeks?|seeking|sought|plead\w*|intend\w*"
    r"|prefer\w*|would\s+(?:like|rather)|decided|chos\w+|longs?\s+to)"
)
_GOAL_SLAVIC = (
    r"(?:Південн\w+|Южн\w+|Сеул\w*|притул\w*|убежищ\w*|залиш\w+|оста(?:тися|ться"
    r"|вать)\w*|утек\w*|перебіж\w+|перебеж\w+|не\s+(?:повертатися|возвращаться))"
)
_WANT_SLAVIC = (
    r"(?:хоч\w+|хот\w+|бажа\w+|жела\w+|прос\w+|попроси\w+|прагн\w+|стрем\w+"
    r"|намір\w*|намерен\w*|вирішив|решил\w*|мрі\w+|мечта\w+|вияви\w+|вислови\w+"
    r"|вырази\w+)"
)
_HOME_EN = (
    r"(?:return\w*|go(?:ing)?\s+(?:back|home)|be\s+(?:sent\s+(?:back|home)"
    r"|repatriated)|repatriat\w+)"
)
_WOULD_EN = (
    r"(?:says?|said|answer\w*|told|insist\w*)\b[^.;]{0,40}?\b(?:would|will)\s+return"
)
_HOME_SLAVIC = (
    r"(?:поверн\w+|верну\w+|возвра\w+|додому|домой|на\s+батьківщин\w+|на\s+родину)"
)
CUES = (
    (
        Sense.UNDECIDED,
        re.compile(
            r"\b(?:(?:is|was|are|were|still)\s+(?:still\s+)?)?(?:consider(?:s|ed"
            r"|ing)\s+(?:\w+\s+){0,3}?(?:defect\w*|asylum|whether|what|refuge|staying|going|it"
            r"|that|the)"
            r"|undecided|unsure|hesitat\w+|wavering|thinking\s+(?:about|it\s+over)|weighing"
            r"|ha(?:s|d|ve)(?:\s+not|n[’']t)\s+(?:yet\s+)?(?:decided|made\s+up))"
            r"|розгляда(?:є|ють|в|ли)\s+(?:можливість|варіант|таку|це)|вага(?:є|ю|в"
            r"|л)\w*ться|вагається|не\s+визначи\w+|ще\s+не\s+вирішив\w*|обмірков\w+"
            r"|роздуму\w+|думає(?!,?\s+що)"
            r"|рассматрива\w+\s+(?:возможность|вариант|такую|это)|колебл\w+|не\s+определи\w+"
            r"|еще\s+не\s+решил\w*|ещё\s+не\s+решил\w*|обдумыва\w+|раздумыва\w+"
            r"|размышля\w+|не\s+принял\w*\s+решени\w+|думает(?!,?\s+что)"
            r"|고민|고려\s?(?:하고|중)|망설|결(?:정|심)하지\s?(?:못|않)|마음을\s?(?:못\s?)?정하지|(?<!결)정하지\s?(?:못|않)|미정|생각\s?중|저울질",
            re.IGNORECASE,
        ),
    ),
    (
        Sense.RETURN,
        re.compile(
            rf"\b{_WANT_EN}\s+(?:(?!not\b|never\b)\w+\s+){{0,4}}?{_HOME_EN}|\b{_WOULD_EN}"
            rf"|\b{_WANT_SLAVIC}\s+(?:(?!не\s)\w+\s+){{0,4}}?{_HOME_SLAVIC}"
            r"|(?:송환|귀환|귀국|돌아가|고향|북한으로|북으로)[^.,]{0,15}?(?:원|희망|싶)"
            r"|(?:돌아가|귀국하|귀환하)겠",
            re.IGNORECASE,
        ),
    ),
    (
        Sense.WISH,
        re.compile(
            rf"\b{_WANT_EN}\s+(?:[\w’'-]+\s+){{0,6}}?{_GOAL_EN}"
            rf"|\b{_WANT_SLAVIC}\s+(?:[\w’'-]+\s+){{0,6}}?{_GOAL_SLAVIC}"
            rf"|\b{_GOAL_SLAVIC}(?:\s+Коре\w+)?\s+{_WANT_SLAVIC}"
            r"|(?:한국|남한|대한민국|남쪽|서울)[^.,]{0,20}?(?:귀순|망명|희망|원하|원한|원했|싶|가겠)|(?:귀순"
            r"|망명)[^.,]{0,12}?(?:의사|희망|원|신청|뜻|싶|요청)|한국행[^.,]{0,10}?(?:희망|원|의사|뜻|택)",
            re.IGNORECASE,
        ),
    ),
)
# What a State offers to whoever asks, or what others demand for them, is no wish.
CONDITION = re.compile(
    r"\b(?:if|whether|should|in\s+case|provided|anyone|whoever|those\s+(?:who"
    r"|seeking|wishing)|who\s+(?:\w+\s+)?(?:wish|want|seek|ask|desire|choose)\w*"
    r"|seeking\s+(?:refuge|asylum)|urg(?:e|es|ed|ing)|press(?:es|ed|ing)?|permit\w*"
    r"|allow\w*|let(?:s|ting)?|enabl\w+|demand\w*|call(?:s|ed|ing)?\s+(?:on|for)"
    r"|advocate?\w+|free\s+will)\b"
    r"|\b(?:якщо|якби|чи\s|кожен,?\s+хто|ті,?\s+хто|які\s+(?:хоч|бажа|прос"
    r"|виявля)\w+|охоч\w+|дозвол\w+|закли\w+|вимага\w+|у\s+разі)"
    r"|\b(?:если|ли\b|каждый,?\s+кто|те,?\s+кто|которые\s+(?:хот|жела|прос|выраз)\w+"
    r"|желающи\w+|позвол\w+|разреш\w+|призыва\w+|призвал\w+|треб\w+|в\s+случае)"
    r"|\b(?:split|divided|differ\w*|розійшл\w+|розділил\w+|разошл\w+|разделил\w+)\b"
    r"|엇갈|경우|(?:원|희망)하(?:면|는\s?(?:사람|포로|이|자|병사))|(?:원|희망)할|촉구|허용|요구|다면|[으하]면(?=[\s,])|수용한다는",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\b(?:not|n[’']t|never|no\s+longer|den(?:y|ied|ies)|refus\w+)\s+(?:\w+\s+){0,2}$|\bне\s+$",
    re.IGNORECASE,
)
NOT_AFTER = re.compile(r"^[^.,;]{0,14}?(?:지\s?않|지는\s?않|안\s?한|부인)")
STATE = re.compile(
    r"(?:government|ministry|Seoul|Kyiv|Moscow|Pyongyang|president|officials?"
    r"|organi[sz]ations?|groups?|lawmakers?|party|advocates|authorities"
    r"|уряд|мері[яї]|мэри[яи]|council|city\s+hall|mayor|міністерств\w*|влада|Сеул|Київ|Москва|президент|организаци\w*"
    r"|організаці\w*|правительств\w*|министерств\w*|власти|Киев"
    r"|정부|외교부|국방부|당국|단체|대통령|(?:South\s+Korea|Ukraine"
    r"|Russia))(?:[’']s)?\s+(?:\w+ly\s+|has\s+|have\s+|also\s+|також\s+|также\s+)*$"
    r"|(?:정부|외교부|국방부|당국|단체|대통령)[은는이가]\s[^,\"“]{0,20}$",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:both|all)\b|\b(?:обидва|обоє|обидвоє|обидвох|усі|всі|оба|обоих|обое"
    r"|все(?=\s))\b|둘\s?다|두\s?(?:사람|명|병사|포로)\s?모두|모두|전원",
    re.IGNORECASE,
)
_POST = (
    r"(?:scout|rifleman|sniper|(?:machine\s+)?gunner|medic|driver|private|sergeant|corporal"
    r"|officer|conscript|lieutenant|captive|youth"
    r"|розвідник|стрілець|снайпер|кулеметник|водій|рядовий|сержант|санітар|офіцер"
    r"|разведчик|стрелок|снайпер|пулем[её]тчик|водитель|рядовой|санитар|офицер)"
)
_PERSON = re.compile(
    r"\b(?:he|his|him|she|her|one|another|a\s+(?:soldier|prisoner))\b"
    r"|\bthe\s+(?:other|first|second|third|fourth|last|remaining|younger|older|elder|man|soldier|prisoner)\b"
    rf"|\b{_POST}\b"
    r"|\b(?:він|його|йому|інший|другий|третій|четвертий|перший|хлопець|юнак|молодший|старший|один|одного|солдат)\b"
    r"|\b(?:боєць|військовополонений|полонений|той)\b"
    r"|\b(?:он|его|ему|другой|второй|третий|четв[её]ртый|первый|парень|юноша|младший|старший|боец|военнопленный|пленный)\b"
    r"|(?<![가-힣])그(?:는|가|의)|다른\s?(?:한\s?)?(?:명|병사|포로|사람)"
    r"|한\s?(?:명|병사|사람)|[가-힣A-Z]\s?씨"
    r"|(?:병사|포로|저격수|소총수|정찰병|사수|운전병|의무병|이병|일병|상병|병장|하사)(?:[은는이가도])(?=\s)",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:they|their|soldiers|prisoners|POWs|captives|troops|men)\b|\b(?:вони|їх\w*"
    r"|солдати|полонені|військовополонені|бійці|військові|они|их|солдаты|пленные"
    r"|военнопленные|бойцы|военные)\b"
    r"|(?:병사|포로|군인|북한군)들|이들|그들|(?:북한군|북한)\s?포로(?=[가는이])",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b\d\d-year-old|\b\d\d-річн\w+|\b\d\d-летн\w+|\d\d\s?(?:세|살)|,\s*\d\d,"
    r"|\b[A-ZА-ЯІЇЄ][\w’-]+,\s+(?:an?|the|who|який|которы)"
)
_NAMED = re.compile(
    r"(?:^|,\s|and\s|that\s|що\s|что\s)[A-ZА-ЯІЇЄҐ][\w’'-]+\s+(?:\w+\s+){0,2}$"
)
_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|another|(?:ще|ещ[её])\s+\w+"
    r"|один|одна|двоє|троє|четверо|п[’'ʼ]ятеро|шестеро|семеро|двое|трое|пятеро|решта|остальные)"
)
_ORDINAL = r"(?:the\s+third|третій|третий|четвертий|четв[её]ртый)"
_PARTS = re.compile(
    r";\s|,\s+(?=(?:and|while(?!\s+\w+ing)|but|whereas|а|але|тоді\s+як|но"
    r"|тогда\s+как|the\s+other|інш\w+|друг\w+)\b)"
    r"|\s+(?=(?:while(?!\s+\w+ing)|whereas|and\s+the\s+other|and\s+another|and\s+one"
    r"|but\s+the\s+other|а\s+(?:інш|друг)\w+|і\s+(?:ще\s+)?один"
    r"|и\s+(?:ещ[её]\s+)?один)\b)"
    rf"|,\s+(?=(?:{_NUMBER}|{_ORDINAL})\b)"
    rf"|\s+(?=(?:and|та|і|и|а)\s+{_NUMBER}\s)"
    r"|(?<=\d명),\s(?=[^,.]{2,50}\d\s?명)|(?<=[한두세네섯덟곱홉열]\s명),\s(?=[^,.]{2,50}명)"
    r"|(?<=고),?\s(?=다른|나머지|또|\d+명|[한두세네]\s?명)|(?<=만),?\s|(?<=며),?\s",
    re.IGNORECASE,
)
ONE_OF = re.compile(
    r"\b(?:one|один|одна)\s+(?:of|із|з|из)\b|(?:중|가운데)\s?한\s?(?:명|사람)",
    re.IGNORECASE,
)
AT_LEAST = re.compile(
    r"(?:at\s+least|no\s+fewer\s+than|щонайменше|принаймні|не\s+менше|по\s+меньшей\s+мере"
    r"|как\s+минимум|не\s+менее|최소|적어도)\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "7명 중 2명이": the whole; "two of the seven": the whole again.
WHOLE_AFTER = re.compile(r"\s?(?:명|사람)?(?:의\s\S+)?\s?(?:중|가운데)")
WHOLE_BEFORE = re.compile(
    r"(?:\bof|\b(?:з|із|зі|из|серед|среди|among))\s+(?:the\s+|these\s+|цих\s+|этих\s+)?$",
    re.IGNORECASE,
)
OF_A_PERSON = re.compile(
    r"\s?(?:-?\s?(?:year|month|day|week|hour)s?\b|-?річн|-?летн|рок|рік|лет\b|год|세|살|년|월|일|시"
    r"|кілометр|километр|kilomet|km\b|час\b|times?\b)",
    re.IGNORECASE,
)
NO_MEN = re.compile(
    r"\s*(?:children|kids|sons|daughters|brothers|sisters|дітей|діти|детей|дочк|доньк|дочер|син(?:и|ів)|сынов|сестер|сестр|братів|братьев)\w*(?!\w)"
    r"|\s?(?:명의\s)?(?:자녀|아이|아들|딸|남매|형제)|조(?![가-힣])|차\s|항(?![가-힣])",
    re.IGNORECASE,
)
"""Behind a number: his family, or a provision."""
MANY_WISH = 20
"""More persons than this are not told of in the words that this reads."""
ONE, SOME, MANY = Interval.at(1), Interval(Decimal(1)), Interval(Decimal(2))


def wishes_of(doc: Document, found: Sequence[Statement]) -> tuple[Wish, ...]:
    """Read the statements of wishes that a page makes of the captured."""
    counted = [
        statement
        for statement in found
        if statement.document is doc and statement.figure.role in SENSES
    ]
    return tuple(
        wish
        for sentence in doc.sentences
        for start, end in _clauses(sentence.text)
        if (wish := _wish(doc, sentence.start, sentence.text, start, end, counted))
    )


SENSES = {
    Role.WISHING: Sense.WISH,
    Role.WISHING_ROK: Sense.WISH,
    Role.WISHING_RETURN: Sense.RETURN,
    Role.UNDECIDED: Sense.UNDECIDED,
}


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PARTS.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _wish(
    doc: Document,
    at: int,
    text: str,
    start: int,
    end: int,
    counted: Sequence[Statement],
) -> Wish | None:
    clause = text[start:end]
    cue = _cue(clause)
    if cue is None:
        return None
    sense, match = cue
    number = (
        _counted(counted, sense, at + start, at + end)
        or _told(clause[: match.start()])
        or _told_after(clause[match.end() :])
    )
    # "He has not decided whether to return" states what he has not decided.
    told = clause[: match.end()] if sense is Sense.UNDECIDED else clause
    if CONDITION.search(told) or (number is None and CONDITION.search(text[:start])):
        return None
    # Slavic sentences may name who wishes last.
    scope = _scope(clause[: match.end()], number) or _scope(clause, number)
    if scope is None and _NAMED.search(clause[: match.start()]):
        scope = Scope.PERSON, SOME
    if scope is None:
        return None
    return Wish(doc, at + start, at + end, sense, *scope)


def _cue(clause: str) -> tuple[Sense, re.Match[str]] | None:
    for sense, pattern in CUES:
        match = pattern.search(clause)
        if match is None:
            continue
        before = clause[: match.start()]
        if NEGATED.search(before) or NOT_AFTER.search(clause[match.end() :]):
            return None
        return None if STATE.search(before) else (sense, match)
    return None


def _counted(
    counted: Sequence[Statement], sense: Sense, start: int, end: int
) -> Interval | None:
    found = [
        statement.interval
        for statement in counted
        if start <= statement.figure.start < end
        and SENSES[statement.figure.role] is sense
    ]
    return min(found, key=lambda number: number.low or 0) if found else None


def _told(subject: str) -> Interval | None:
    """Read how many wish from the words before a wish: "two of the seven have asked".

    One is left to the words for one person, which may be told of twice.
    """
    found = [
        number
        for number in numerals(subject)
        if not number.vague
        and 1 < number.value <= MANY_WISH
        and not WHOLE_AFTER.match(subject, number.end)
        and not WHOLE_BEFORE.search(subject[: number.start])
        and not OF_A_PERSON.match(subject, number.end)
        and not NO_MEN.match(subject, number.end)
        and not subject[: number.start].endswith("제")  # 제3협약: the third Convention
    ]
    if len(found) != 1:
        return None
    value = found[0].value
    if AT_LEAST.search(subject[: found[0].start]):
        return Interval(value)
    return Interval.at(value)


# "한국에 가겠다고 한 사람이 6명": in Korean the number may come last.
COUNTED_AFTER = re.compile(
    r"[^,.\d]{0,12}(?:사람|포로|병사|인원|경우)[은는이가]?\s(?:모두\s)?"
)


def _told_after(rest: str) -> Interval | None:
    lead = COUNTED_AFTER.match(rest)
    return None if lead is None else _told(rest[lead.end() :])


def _scope(subject: str, number: Interval | None) -> tuple[Scope, Interval] | None:
    if one := ONE_OF.search(subject):
        least = AT_LEAST.search(subject[: one.start()])
        return Scope.COUNTED, number or (SOME if least else ONE)
    if _ALL.search(subject):
        return Scope.ALL, number or (Interval.at(2) if _is_both(subject) else MANY)
    if number is not None:
        return Scope.COUNTED, number
    if _PERSON.search(subject) or _AGED.search(subject) or _NAMED.search(subject):
        return Scope.PERSON, SOME
    if _PLURAL.search(subject):
        return Scope.PLURAL, SOME
    return None


def _is_both(subject: str) -> bool:
    return bool(
        re.search(
            r"\bboth\b|обидв|обоє|\bоба\b|обоих|둘\s?다|두\s?(?:사람|명|병사|포로)\s?모두",
            subject,
            re.IGNORECASE,
        )
    )
