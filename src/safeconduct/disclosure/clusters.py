"""Which signs of a sentence are one mention?

Signs that stand together ("the 24-year-old driver Sol") are; ages of two in one breath
("19 and 22") are of two people.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from safeconduct.disclosure.bearer import contradict
from safeconduct.disclosure.bearers import ACCORDING, Sign, Sort
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.details.ages import number
from safeconduct.disclosure.few import ages_of_each

LINK = re.compile(
    r"(?:의|인|이자|였던|출신의?|소속의?|의\s(?:북한군|병사|군인|포로))?[\s,(\[–—:«\"“-]*(?:(?:a|an|the|named|called|identified|only|as|by|surnamed|who|is|was|gave|his|surname|name|with|of|from|із|з|из|aged?|wounded|captured|young|former|then|soldier|junior|army|military|ethnic|on|ім['’ʼ]я|ім['’ʼ]ям|на|прізвище|прізвищем|за|по|имени|фамилии|имя|фамилия|який|був|це|это|был|которого|зовут|звати|раненый|поранений|пленный|полонений|молодой|молодий|захоплений|взятый|군|씨|양|옹|출신|소속|이름은|성은|인)(?=[\s,.)–—:-]|$)[\s,()–—:«\"“-]*)*[)\]»\"”]?[\s,(–—-]*"
)
APART = frozenset(
    {
        Sort.PRONOUN, Sort.SHE, Sort.PRONOUNS, Sort.MEMBER, Sort.OTHER, Sort.NEWCOMER,
        Sort.FEW,
    }
)  # fmt: skip
"""Signs that open a mention of their own."""
ALONE = frozenset({Sort.PRONOUN, Sort.SHE, Sort.MEMBER, Sort.FEW})
"""Signs that nothing after them goes on with."""
STRANGER_LINK = re.compile(
    r"[\s,(–—-]*(?:aged?|an?|the|who\s+(?:is|turned)|is|was|якому|якій|которому|которой|йому|ему|:)?[\s–—-]*"
)
MANY = re.compile(
    r"(?:^|\s)[а-яіїєґё’'-]{3,}(?:ки|ики|іки|ники|сти|ты|ти|рі|ры|ри|чі|чи|ачі|ачи|ці|цы|ли)$"
)
"""A trade that several follow: it is no title of the name before it."""
AGED = re.compile(r"\s?(?:[가-힣A-Za-z·]{1,12}\s?){0,4}\(")
"""Between a name and its age, as in "설광수 시의회 부의장(57)"."""


BESIDE_AGE = (
    re.compile(r"(?<![\w.,])(?P<n>[\w’'-]+(?:[\s-][\w’'-]+)?)-?\s+(?:and|та|і|й|и)\s+$"),
    re.compile(r"\s+(?:and|та|і|й|и)\s+(?P<n>\d\d|[\w’'-]+(?:\s[\w’'-]+)?)(?=\s*[,.;:)—–]|$)"),
)  # fmt: skip
"""Another age before one, and after one: "19 and 22", "22 і 31 року"."""
YOUNGEST, ELDEST = 15, 75


BETWEEN_AGES = re.compile(r"\s?(?:와|과|·|및|,)\s?|,?\s+(?:and|та|і|й|и)\s+(?:an?\s+)?")
"""Between the ages of two: "22세와 28세", "a 19-year-old and a 22-year-old"."""


def paired(text: str, details: Sequence[Detail]) -> Iterator[tuple[Detail, Detail]]:
    """Yield ages that are told of two in one breath: "22 and 25", "22세와 28세"."""
    ages = [d for d in details if d.field is Field.AGE and _exact(d)]
    ages.sort(key=lambda each: each.start)
    for one, other in pairwise(ages):
        if one.value != other.value and BETWEEN_AGES.fullmatch(
            text, one.end, other.start
        ):
            yield one, other
            return
    for detail in ages:
        before = BESIDE_AGE[0].search(text[max(0, detail.start - 40) : detail.start])
        after = BESIDE_AGE[1].match(text, detail.end)
        for match, shift in ((before, max(0, detail.start - 40)), (after, 0)):
            if match is None:
                continue
            said = match["n"].split()
            words = match["n"] if number(match["n"]) else said[-1]
            value = number(words)
            start = shift + match.end("n") - len(words)
            if value is None or not YOUNGEST <= value <= ELDEST or (
                value, value
            ) == detail.value:  # fmt: skip
                continue
            other = Detail(start, start + len(words), Field.AGE, (value, value))
            yield (other, detail) if start < detail.start else (detail, other)


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
        # "According to the interpreter, Sol wavers": two people.
        return ACCORDING.search(text[: group[0].start]) is None
    if Sort.NAME in sorts and MANY.search(text[sign.start : sign.end]):
        return False  # "with Sol activists spoke twice"
    if Sort.STRANGER in sorts or sign.sort is Sort.STRANGER:
        return STRANGER_LINK.fullmatch(between) is not None
    return LINK.fullmatch(between) is not None


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
