"""Which signs of a sentence are one mention?

Signs that stand together ("the 24-year-old driver Sol") are; ages of two in one breath
("19 and 22") are of two people.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from safeconduct.disclosure.bearer import contradict
from safeconduct.disclosure.bearers import Sign, Sort
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.details.ages import number
from safeconduct.disclosure.few import ages_of_each
from safeconduct.disclosure.strangers import ACCORDING

LINK = re.compile(
    r"(?:의|인|이자|였던|출신의?|소속의?|의\s(?:북한군|병사|군인|포로))?[\s,(\[–—:«\"“-]*(?:(?:a|an|the|named|called|identified|only|as|by|surnamed|who|is|was|gave|his|surname|name|with|of|from|із|з|из|aged?|wounded|captured|young|former|then|soldier|junior|army|military|ethnic|on|ім['’ʼ]я|ім['’ʼ]ям|на|прізвище|прізвищем|за|по|имени|фамилии|имя|фамилия|який|був|це|это|был|которого|зовут|звати|раненый|поранений|пленный|полонений|молодой|молодий|захоплений|взятый|군|씨|양|옹|(?:출신|소속|국적|태생)(?:인|의)?|이름은|성은|인)(?=[\s,.)–—:-]|$)[\s,()–—:«\"“-]*)*[)\]»\"”]?[\s,(–—-]*"
)
APART = frozenset(
    {
        Sort.PRONOUN, Sort.SHE, Sort.PRONOUNS, Sort.MEMBER, Sort.OTHER, Sort.NEWCOMER,
        Sort.FEW, Sort.RANK, Sort.SUBSET, Sort.ALL, Sort.INITIALS, Sort.WOUNDED,
    }
)  # fmt: skip
"""Signs that open a mention of their own."""
ALONE = frozenset(
    {
        Sort.PRONOUN,
        Sort.SHE,
        Sort.MEMBER,
        Sort.FEW,
        Sort.SUBSET,
        Sort.ALL,
        Sort.WOUNDED,
    }
)
"""Signs that nothing after them goes on with."""
STRANGER_LINK = re.compile(
    r"[\s,(–—-]*(?:aged?|an?|the|who\s+(?:is|turned)|is|was|якому|якій|которому|которой|йому|ему|:)?[\s–—-]*"
)
OUTLET = re.compile(
    r"\s(?:[а-яіїєґё-]+(?:ого|его|ой|ої|ей|их|ых)\s){0,2}(?:газет|агентств|издани|видан|телеканал|канал|радио|радіо|журнал|университет|університет|институт|інститут|центр|министерств|міністерств|собрани|зібранн|зборів|совет|рад[иы]|дум[ыи]|парламент|фонд|комитет|комітет|комисси|комісі|прокуратур|организаци|організаці|ассоциаци|асоціаці)\w*\s(?:[«\"“][^»\"”]{1,30}[»\"”]\s)?"
)
"""Between a title and a name: where he works."""
MANY = re.compile(
    r"(?:^|\s)[а-яіїєґё’'-]{3,}(?:ки|ики|іки|ники|сти|ты|ти|рі|ры|ри|чі|чи|ачі|ачи|ці|цы|ли)$"
)
"""A trade that several follow: it is no title of the name before it."""
AGED = re.compile(r"\s?(?:[가-힣A-Za-z·]{1,12}\s?){0,4}\(")
"""Between a name and its age, as in "설광수 시의회 부의장(57)"."""


_AND = r"\s*,?\s+(?:and|та|і|й|и)\s+"
_AGE = r"(?P<n>\d\d|[\w’'-]+(?:[\s-][\w’'-]+)?)"
AND_BEFORE = re.compile(rf"(?<![\w.,]){_AGE}-?{_AND}$")
COMMA_BEFORE = re.compile(rf"(?<![\w.,]){_AGE},\s+$")
AND_AFTER = re.compile(rf"{_AND}{_AGE}(?=\s*[,.;:)—–]|$)")
COMMA_AFTER = re.compile(rf",\s+(?P<n>\d\d|[\w’'-]+)(?={_AND}(?:\d\d|[\w’'-]+))")
"""Another age before one, and after one: "19 and 22", "22 і 31 року", "21, 33 і 46"."""
_NUMBER = r"(?:\d\d|[а-яіїєґ’']{5,}(?:\s[а-яіїєґ’']{3,})?)"
YEARS = re.compile(
    rf"(?<=[:,(—–-]\s){_NUMBER}(?:,\s{_NUMBER})+\s(?:та|і|й|и)\s(?P<n>{_NUMBER})\s(?:років|роки|рік|лет|года|год)(?!\w)(?!\s+(?:тюрм|тюрьм|колон|ув|в['’]язн|заключ|служб|стаж))"
)
"""Three ages or more, as what is said of somebody."""
YOUNGEST, ELDEST = 15, 75
SAID = 40
"""Characters before an age in which another may stand."""
BETWEEN_AGES = re.compile(r"\s?(?:와|과|·|및|,)\s?|,?\s+(?:and|та|і|й|и)\s+(?:an?\s+)?")
"""Between the ages of two: "22세와 28세", "a 19-year-old and a 22-year-old"."""


def listed(text: str, details: Sequence[Detail]) -> Iterator[tuple[Detail, ...]]:
    """Yield ages that are told of several in one breath: "22 and 25", "22, 28세와 31세"."""
    ages = sorted(
        (*(d for d in details if d.field is Field.AGE and _exact(d)), *_in_years(text)),
        key=lambda each: each.start,
    )
    end = 0
    for detail in ages:
        if detail.start < end:
            continue
        chain = _with_later(text, detail, ages)
        while other := _before(text, chain[0], joined=len(chain) > 1):
            if other.start < end:
                break
            chain.insert(0, other)
        if len(chain) > 1 and len({each.value for each in chain}) == len(chain):
            end = chain[-1].end
            yield tuple(chain)


def _in_years(text: str) -> Iterator[Detail]:
    """Yield the last age of a list that tells of years: "— 19, 28 та 40 років"."""
    for match in YEARS.finditer(text):
        value = number(match["n"])
        if value is not None and YOUNGEST <= value <= ELDEST:
            yield Detail(match.start("n"), match.end(), Field.AGE, (value, value))


def _with_later(text: str, first: Detail, ages: Sequence[Detail]) -> list[Detail]:
    """Begin a list of ages with one, and go on while others follow it."""
    chain = [first]
    while True:
        last = chain[-1]
        told = next((each for each in ages if each.start >= last.end), None)
        if told is not None and BETWEEN_AGES.fullmatch(text, last.end, told.start):
            chain.append(told)
            continue
        match = COMMA_AFTER.match(text, last.end) or AND_AFTER.match(text, last.end)
        other = match and _implied(match, 0)
        if not other:
            return chain
        chain.append(other)


def _before(text: str, first: Detail, *, joined: bool) -> Detail | None:
    """Return the age just before one; past a comma only of a list that has an "and"."""
    shift = max(0, first.start - SAID)
    said = text[shift : first.start]
    match = AND_BEFORE.search(said) or (COMMA_BEFORE.search(said) if joined else None)
    return match and _implied(match, shift)


def _implied(match: re.Match[str], shift: int) -> Detail | None:
    """Read a number as an age because it stands beside one."""
    words = match["n"] if number(match["n"]) else match["n"].split()[-1]
    value = number(words)
    if value is None or not YOUNGEST <= value <= ELDEST:
        return None
    start = shift + match.end("n") - len(words)
    return Detail(start, start + len(words), Field.AGE, (value, value))


def _exact(detail: Detail) -> bool:
    value = detail.value
    return isinstance(value, tuple) and value[0] == value[1]


def blanked(text: str, details: Sequence[Detail]) -> str:
    """Blank what is told between a description and a name: "a cook from Wonsan, Sol"."""
    for detail in details:
        if detail.field in {Field.HOME, Field.UNIT}:
            blank = " " * (detail.end - detail.start)
            text = text[: detail.start] + blank + text[detail.end :]
    return text


@dataclass(frozen=True, slots=True)
class Cluster:
    """Signs that are one mention, and the nation told of it."""

    signs: tuple[Sign, ...]
    nation: str | None = None

    @property
    def start(self) -> int:
        """Where it starts in its sentence."""
        return self.signs[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return max(sign.end for sign in self.signs)

    def of(self, sort: Sort) -> tuple[Sign, ...]:
        """Return its signs of one sort."""
        return tuple(sign for sign in self.signs if sign.sort is sort)

    @property
    def details(self) -> tuple[Detail, ...]:
        """What it describes with."""
        return tuple(sign.detail for sign in self.signs if sign.detail is not None)


def with_nations(
    parts: Iterable[Cluster], details: Sequence[Detail]
) -> Iterator[Cluster]:
    """Tell the nation that stands within or just before each mention."""
    told = [d for d in details if d.field is Field.NATIONALITY]
    for part in parts:
        inside = [d for d in told if d.start < part.end and part.start - 2 <= d.end]
        nation = str(inside[0].value) if inside else None
        yield Cluster(part.signs, nation)


def clusters(text: str, found: Sequence[Sign]) -> tuple[Cluster, ...]:
    """Put together the signs that only linking words part, or blanks."""
    groups: list[list[Sign]] = []
    end = 0
    for sign in found:
        if groups and _together(text, groups[-1], end, sign):
            groups[-1].append(sign)
        else:
            groups.append([sign])
        end = max(end, sign.end) if len(groups[-1]) > 1 else sign.end
    return tuple(Cluster(tuple(group)) for group in groups)


def _together(  # noqa: C901, PLR0911  (each refusal has its reason)
    text: str, group: list[Sign], end: int, sign: Sign
) -> bool:
    if sign.start < end:
        return True
    sorts = {each.sort for each in group}
    between = text[end : sign.start]
    if sorts in ({Sort.PRONOUN}, {Sort.MEMBER}) and sign.sort is Sort.NAME:
        # "The older of the two, Sol Kang-il": a description in place of a pronoun.
        said = text[group[0].start : end]
        return " " in said and between.strip(" ,—–-") == ""
    if not ALONE.isdisjoint(sorts) or sign.sort in APART:
        return False
    if sign.detail is not None and (
        sign.detail.plural or _is_others_nation(sorts, sign.detail)
    ):
        return False  # an age of each; "to exchange them for Ukrainians"
    if Sort.NAME in sorts and sign.detail is not None and AGED.fullmatch(between):
        return True
    if Sort.NAME in sorts and sign.sort is Sort.NAME:
        return False
    if sign.sort is Sort.GROUP or Sort.GROUP in sorts:
        return False
    if sign.detail is not None and any(
        contradict(sign.detail, each.detail) for each in group if each.detail
    ):
        return False
    if Sort.STRANGER in sorts and sign.sort is Sort.NAME and "," in between:
        # "According to the interpreter, Sol wavers", "the consul said that the request
        # of Sol": two people.
        apart = ":" in between or ACCORDING.search(text[: group[0].start])
        apposed = STRANGER_LINK.fullmatch(between.rpartition(",")[2])
        return apposed is not None and not apart
    if _is_of_others(text, group, end, sign):
        return False
    if Sort.STRANGER in sorts and sign.sort is Sort.NAME and OUTLET.fullmatch(between):
        return True  # "the correspondent of the Seoul paper, Sol"
    if Sort.STRANGER in sorts or sign.sort is Sort.STRANGER:
        return STRANGER_LINK.fullmatch(between) is not None
    return LINK.fullmatch(between) is not None


OBLIQUE = re.compile(
    r"(?:стрі|стре|[чш]иці|[чш]ице|ниці|нице|[оеє]ві|[нртксвмг]у|[рл]ю|[рл]ям|ам|[оеє]м)$"
    r"|(?:에게|한테|께)\s?$",
    re.IGNORECASE,
)
"""The end of a title that is told to whom, and not who, does something."""
TITLES = re.compile(r"(?<=[а-яіїєґ]{4})(?:ів|ов|ев|ей|ам|ами|ям|ями|ах|ях)$")
"""The end of a title of several, as somebody's interviewers."""


def _is_of_others(text: str, group: Sequence[Sign], end: int, sign: Sign) -> bool:
    """Whether a title and what stands beside it are of different people.

    "Said Sol to the psychologist", "with Sol activists spoke twice", "of the lawyers, a
    28-year-old gunner".
    """
    sorts = {each.sort for each in group}
    if Sort.NAME in sorts:
        told = sign.sort is Sort.STRANGER and _is_oblique(text, sign)
        return told or MANY.search(text[sign.start : sign.end]) is not None
    titles = TITLES.search(text[group[0].start : end])
    return Sort.STRANGER in sorts and sign.detail is not None and titles is not None


def _is_oblique(text: str, sign: Sign) -> bool:
    """Whether a title tells to whom something was said."""
    said = text[sign.start : sign.end]
    return " " not in said and "а" <= said[-1] <= "ї" and bool(OBLIQUE.search(said))


def _is_others_nation(sorts: set[Sort], detail: Detail) -> bool:
    return detail.field is Field.NATIONALITY and Sort.PRONOUNS in sorts


def with_each(text: str, details: Sequence[Detail]) -> tuple[Detail, ...]:
    """Put the ages that are told of each of several for those read as one's."""
    each = tuple(ages_of_each(text))
    kept = (
        d
        for d in details
        if d.field is not Field.AGE
        or not any(e.start < d.end and d.start < e.end for e in each)
    )
    return (*kept, *each) if each else tuple(details)
