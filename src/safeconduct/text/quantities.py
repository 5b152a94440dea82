"""What interval does a number stand for: range, open end, "about", "another"?

Korean conventions: 여 ("300여 명"), 남짓, 안팎, 내외 and 가량 are "about": a round
number that the text does not claim to be exact. That 여 is a little more, never less,
is kept by the comparison (`Statement.allowed`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from safeconduct.text.masks import masked
from safeconduct.text.number_words import INVERTED
from safeconduct.text.numerals import Numeral, numerals


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval with its span, qualifiers included; None is unbounded.

    `bare_start` to `bare_end` is the number itself, without what qualifies it: a unit
    follows the number, and a Korean qualifier follows the unit.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    approx: bool = False
    additional: bool = False
    vague: bool = False
    words: bool = False
    bare_start: int = 0
    bare_end: int = 0


WINDOW = 60
"""Characters in which a qualifier is looked for; keeps the cost linear."""

# What may stand between a number and what qualifies or continues it.
UNIT = (
    r"(?:\s?%|\s?(?:퍼센트|프로|명|인|사람|분|구|발|대|통|권|정|문|건|곳|회|차례|마리|가구|배럴|톤|개월|개|년|주|일|시간|척|가지|달러|원|루블)"
    r"|\s*(?:percent|per\s+cent|years?|months?|weeks?|days?)"
    r"|\s*(?:відсотк|процент|рок|год|лет|місяц|месяц)\w*)"
)
# Effects of a word before the number.
ABOVE, FROM, TO, BELOW, APPROX, MORE, SILENT = range(7)
BEFORE = tuple(
    (effect, re.compile(rf"(?<!\w)(?:{words})\s*$", re.IGNORECASE))
    for effect, words in (
        (
            FROM,
            (
                r"at\s+(?:the\s+very\s+)?least|no(?:t)?\s+(?:fewer|less)\s+than|a\s+minimum\s+of|as\s+few\s+as|minimum"
                r"|щонайменш[е]?|якнайменше|принаймні|як\s+мінімум|мінімум"
                r"|не\s+менше(?:\s+(?:ніж|як|за))?|не\s+менш(?:\s+(?:ніж|як))"
                r"|как\s+минимум|минимум|не\s+мен(?:ее|ьше)(?:\s+чем)?|хотя\s+бы"
                r"|по\s+(?:меньшей|крайней)\s+мере|최소(?:한)?|적어도|줄잡아(?:도)?|못해도|적게\s잡아도"
            ),
        ),
        (
            TO,
            (
                r"up\s+to|as\s+many\s+as|as\s+much\s+as|at\s+(?:the\s+very\s+)?most|no(?:t)?\s+more\s+than|not\s+exceeding|(?:от|від)\s+сил[ыи]"
                r"|a\s+maximum\s+of|maximum|до|щонайбільше|максимум|не\s+понад"
                r"|не\s+більш[е]?(?:\s+(?:ніж|як|за))?|не\s+бол(?:ее|ьше)(?:\s+чем)?|не\s+свыше|최대(?:한)?|많게는|많아야|많아\s?봐야|기껏해야|잘해야|많게\s잡아도"
            ),
        ),
        (
            ABOVE,
            (
                r"(?<!handed\s)(?<!turned\s)(?<!hands\s)(?<!handing\s)(?<!turning\s)(?<!hand\s)(?<!turn\s)(?<!took\s)over"
                r"|more\s+than|above|beyond|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped)|passed"
                r"|in\s+excess\s+of|(?:an\s+)?upwards?\s+of|north\s+of|понад"
                r"|більш(?:е)?(?:\s+(?:ніж|як|за))?|перевищ\w+|свыше|более(?:\s+чем)?|больше(?:\s+чем)?|превы(?:с|ш)\w+"
            ),
        ),
        (
            BELOW,
            (
                r"under|fewer\s+than|less\s+than|below|short\s+of|менш(?:е)?(?:\s+(?:ніж|як|за))?"
                r"|мен(?:ее|ьше)(?:\s+чем)?"
            ),
        ),
        (
            APPROX,
            (
                r"about|around|approximately|approx\.?|roughly|some|circa|nearly|almost|close\s+to"
                r"|in\s+the\s+region\s+of|~|≈|близько|приблизно|орієнтовно|майже|десь"
                r"|около|примерно|ориентировочно|порядка|почти|без\s+малого|едва\s+ли\s+не|чи\s+не|мало\s+не|ледь\s+не|где-то|약|대략|거의|어림잡아"
            ),
        ),
        (
            MORE,
            (
                r"another|(?:a\s+)?further|(?:an\s+)?additional|an\s+extra|extra|ще|додатков\w+"
                r"|ещё|еще|дополнительн\w+|추가로|추가|또(?:\s?다른)?"
            ),
        ),
        (
            SILENT,
            (
                r"an?\s+estimated|exactly|рівно|ровно|an|a\s+total\s+of|total\s+of|(?:a\s+)?reported|only|just|the|all|well|slightly"
                r"|far|much|a\s+little|по|усього|всього|загалом|лише|тільки|ці|решта|всего|только|лишь"
                r"|остальные|эти|про|об?|трохи|значно|чуть|немногим|намного|총|모두|단|불과|고작|나머지"
            ),
        ),
    )
)
# What stands after the number; Korean puts its qualifiers here.
AFTER = tuple(
    (effect, re.compile(words, re.IGNORECASE))
    for effect, words in (
        (
            FROM,
            (
                rf"{UNIT}?\s*(?:\bor\s+more\b|\+(?!\w)|\s?이상)"
                r"|\s+(?:або|чи|і|и|или)\s+(?:більше|больше|более)\b"
            ),
        ),
        (
            TO,
            rf"{UNIT}?\s*(?:\bor\s+(?:fewer|less)\b|\s?이하|\s?이내|\s?까지|\s?(?:을|를)?\s?넘지\s?(?:는\s?)?(?:않|못))",
        ),
        (
            ABOVE,
            rf"\s+(?:с|із?|з)\s+(?:лишним|лишком|гаком)|{UNIT}?\s*(?:을|를|이)?\s?(?:(?:겨우|간신히|가까스로|조금|살짝|약간|훨씬|훌쩍|이미|크게)\s)?(?:넘(?![겼겨긴길기]|지\s?(?:않|못|는\s?않))|초과|웃도|웃돌|웃돈|상회|돌파)",
        ),
        (
            BELOW,
            rf"{UNIT}?\s*(?:을|를|에|이|가|도|에도)?\s?(?:미만|(?:채\s)?(?:안|못)\s?[되돼된될됐]|(?:채\s)?되지\s?(?:않|못)|(?:채\s)?(?:못\s?미|미치지\s?못)|밑도|밑돌|밑돈|하회)",
        ),
        (
            APPROX,
            (
                rf"여(?=\s?[가-힣])|{UNIT}?\s*(?:\bor\s+so\b|\bor\s+thereabouts\b|가량|가까이|정도|안팎|남짓|내외|쯤(?=[의이은을]|\s)"
                r"|에\s(?:육박|가까운|가깝))|-odd\b"
            ),
        ),
        (
            MORE,
            r"\s+(?:more|additional|further)\b(?!\s+than)|(?:\s?명)?(?:이|을)?\s(?:추가(?:로|\s)|더\s(?=보|파|증|투|배))",
        ),
    )
)
_JOINING = r"(?:about\s+|around\s+|almost\s+|많게는\s?|약\s?)?(?:US\$|[$€£₩])?$"
JOIN = re.compile(
    rf"(?:{UNIT})?\s*(?:-|–|—|−|~|〜|∼|～|to|or|до|по|чи|або|или)\s*{_JOINING}",
    re.IGNORECASE,
)
JOIN_AND = re.compile(rf"(?:{UNIT})?\s+(?:and|і|й|та|и)\s+{_JOINING}", re.IGNORECASE)
# "시설 세 곳에서 43차례": in three places, no range.
JOIN_KOREAN = re.compile(
    rf"(?!\s?(?:곳|군데|개소|개국)에서)(?:{UNIT})?\s*(?:에서|~|∼|～|-|내지)\s*{_JOINING}"
)
BETWEEN = re.compile(
    r"(?<!\w)(?P<word>between|from|від|от|між|между)\s+(?:US\$|[$€£₩])?$", re.IGNORECASE
)
# "As few as 300 and as many as 500", "적게는 300명, 많게는 500명".
LEAST = re.compile(
    r"(?<!\w)(?P<word>(?:from\s+)?(?:as\s+few\s+as|at\s+least|a\s+minimum\s+of)|(?:від|от)?\s?(?:як\s+|как\s+)?м[иі]н[иі]мум(?:а|у)?"
    r"|щонайменше|не\s+менее|적게는|최소|적어도)\s*$",
    re.IGNORECASE,
)
MOST = re.compile(
    rf"(?:{UNIT})?(?:에서|부터)?\s*,?\s*(?:(?:and|to|but|та|й|і|и|а|до)\s+)?"
    r"(?:as\s+many\s+as|at\s+most|no\s+more\s+than|a\s+maximum\s+of|щонайбільше|макс[иі]мум(?:а|у)?|не\s+б(?:ол|іл)ь?[шь][е]+"
    r"|많게는|최대)\s*$",
    re.IGNORECASE,
)
# "Rose from 20 to 50" gives two figures, not the ends of one.
CHANGED = (
    r"(?:rose|risen|rising|grew|grown|increas\w+|fell|fallen|dropp\w+|declin\w+|chang\w+|went|up|down"
    r"|rais\w+|reduc\w+|revis\w+|adjust\w+|updat\w+|зрос\w+|збільш\w+|вирос\w*|зменш\w+|скорот\w+|дійш\w+|сяг\w+|дове\w+"
    r"|вырос\w*|возрос\w*|увелич\w+|уменьш\w+|сократ\w+|сниз\w+|дош\w+)"
)
CHANGE = re.compile(rf"\b{CHANGED}\s+(?:\w+\s+)?$", re.IGNORECASE)
# "Losses reach from four to five thousand": what is reached has two ends.
REACHING = re.compile(r"\bсяг\w+\s+(?:\w+\s+)?$", re.IGNORECASE)
# "Raise the staff from six to nine", "6명에서 9명으로 늘린다".
CHANGING = re.compile(
    r"\b(?:rais|increas|reduc|expand|extend|cut|lower|doubl)\w*\s+(?:[\w’'-]+\s+){1,5}$"
    r"|(?<!\w)(?:збільш|зменш|скорот|скороч|розшир|підвищ|знизи|увелич|уменьш|сократ|сокращ|расшир|повыс|сниз)\w+\s+(?:[\w’'-]+\s+){1,5}?(?:із?|зі?|со?)?\s*$",
    re.IGNORECASE,
)
CHANGED_AFTER = re.compile(
    rf"(?:{UNIT})?\s?으?로\s?(?:\S+\s)?(?:늘|줄|확대|축소|증[원가액]|감[축소원액]|올[리렸려라랐]|낮[추췄]|높[이였])"
)
# "Зросла до 300" reaches 300; "до" is no upper bound there.
REACHED = re.compile(
    rf"\b{CHANGED}\s+(?:\w+\s+)?(?:(?:із?|зі?|со?|від|от)\s+\S+(?:\s\S+)?\s+)?до\s*$",
    re.IGNORECASE,
)
# "Засудив до восьми років": the verb wants its "до", eight is no upper bound.
SENTENCED = re.compile(
    r"(?<!\w)(?:засуд\w+|засудж\w+|приговор\w+|приговар\w+|відправ\w+\s+за\s+ґрати)\s+(?:[\w’'ʼ-]+\s+){0,4}?до\s*$",
    re.IGNORECASE,
)
# "Reports about two soldiers" is no estimate.
TOPIC = re.compile(
    r"\b(?:reports?|news|information|details|questions?|concerns?|talks?|statements?|story"
    r"|asked|spoke|known?|knew|heard|told|learned|said|nothing)\s+(?:about|around|over)\s*$",
    re.IGNORECASE,
)


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the intervals of a sentence, identifiers and dates left out."""
    numbers = list(numerals(text))
    spans = masked(text) if numbers else []
    free = [
        number
        for number in numbers
        if not any(start < number.end and number.start < end for start, end in spans)
    ]
    at = 0
    while at < len(free):
        ranged = _range(text, free[at : at + 2])
        yield qualified(text, ranged or _single(text, free[at]))
        at += 2 if ranged else 1


def _single(text: str, number: Numeral) -> Quantity:
    return Quantity(
        start=number.start,
        end=number.end,
        low=number.value,
        high=None if number.vague else number.upper or number.value,
        approx=_is_inverted(text, number),
        vague=number.vague,
        words=number.words,
        bare_start=number.start,
        bare_end=number.end,
    )


# "Человек сорок", "осіб із двадцять": the noun before its number, roughly.
NOUN_FIRST = re.compile(
    r"(?<!\w)(?P<lead>[^\W_]+\s+|^)(?:человек|чоловік|осіб|душ|солдат|військових|военных|бойцов|бійців|пленных|полонених)\s+"
    r"(?:(?:зі?|с|із|зо|со|под|під|до)\s+)?$",
    re.IGNORECASE,
)


def _is_inverted(text: str, number: Numeral) -> bool:
    if not number.words:
        return False
    if INVERTED.fullmatch(text, number.start, number.end):
        return True
    lead = NOUN_FIRST.search(text[max(0, number.start - WINDOW) : number.start])
    # "200 человек двадцать ранены": there the noun has its number.
    return bool(
        lead
        and not any(map(str.isdigit, lead["lead"]))
        and not COUNTED_BY.match(lead["lead"])
    )


COUNTED_BY = re.compile(
    r"(?:тис|тыс|м[іи]ль?[йл]|дв|тр[иьоё]|чот|чет|п.?ят|ш[іе]ст|с[іе]м|в[іо]с|дев|десят|од|сор|сот|ст[оа]|нес|кіль|[ув]с)",
    re.IGNORECASE,
)


def _range(text: str, pair: Sequence[Numeral]) -> Quantity | None:
    """Read two numbers as the ends of a range; a scale at the end holds for both."""
    if len(pair) < len(("low", "high")):
        return None
    left, right = pair
    gap = text[left.end : right.start]
    if len(gap) > WINDOW or left.vague or right.vague:
        return None
    lead = text[max(0, left.start - WINDOW) : left.start]
    between = BETWEEN.search(lead)
    if _tells_of_change(text, lead, between, right.end):
        return None
    least = LEAST.search(lead) if MOST.fullmatch(gap) else None
    between = between or least
    joined = JOIN.match(gap) or JOIN_KOREAN.match(gap) or least
    if not joined and not (between and JOIN_AND.match(gap)):
        return None
    low = left.value
    if left.scale == 1 and left.value < right.value / right.scale:
        low *= right.scale
    if low >= right.value:
        return None
    return Quantity(
        start=left.start - len(lead) + between.start("word") if between else left.start,
        end=right.end,
        low=low,
        high=right.value,
        words=left.words,
        bare_start=left.start,
        bare_end=right.end,
    )


def _tells_of_change(
    text: str, lead: str, between: re.Match[str] | None, end: int
) -> bool:
    """Tell whether the words before two numbers, or behind, make them then and now."""
    before = lead[: between.start()] if between else _before_with(lead)
    if CHANGE.search(before) and not (between and REACHING.search(before)):
        return True
    return bool(CHANGING.search(before) or CHANGED_AFTER.match(text, end))


def _before_with(lead: str) -> str:
    """Leave out the Slavic "from" that begins a change ("зросла з 20 до 50")."""
    return re.sub(r"(?<!\w)(?:із?|зі?|со?)\s+$", "", lead)


def qualified(text: str, quantity: Quantity) -> Quantity:
    """Widen the span over the qualifiers on both sides and apply them."""
    silent = quantity.start
    while found := _before(text[max(0, silent - WINDOW) : silent]):
        effect, length = found
        silent -= length
        if effect != SILENT:
            quantity = replace(_apply(quantity, effect), start=silent)
    end = quantity.end
    for effect, pattern in AFTER:
        if match := pattern.match(text, end, end + WINDOW):
            quantity = _apply(quantity, effect)
            quantity = replace(quantity, end=max(match.end(), quantity.end))
    return quantity


def _before(text: str) -> tuple[int, int] | None:
    """Return the effect of the last words before a number, and their length."""
    if TOPIC.search(text):
        return None
    for effect, pattern in BEFORE:
        if match := pattern.search(text):
            reached = effect == TO and (REACHED.search(text) or SENTENCED.search(text))
            return (SILENT if reached else effect), len(text) - match.start()
    return None


def _apply(quantity: Quantity, effect: int) -> Quantity:
    if effect == APPROX:
        return replace(quantity, approx=True)
    if effect == MORE:
        return replace(quantity, additional=True)
    if effect in {ABOVE, FROM}:
        return replace(quantity, high=None, low_open=effect == ABOVE)
    # A vague number has no upper end, and none that a bound could take.
    top = quantity.high if quantity.high is not None else quantity.low
    return replace(quantity, low=None, high=top, high_open=effect == BELOW)
