"""Which details belong to one person of the text?

Signs that stand together ("the 24-year-old driver Sol") are one mention; mentions
with one name, or that agree, are one bearer; what else a sentence tells goes to the
bearer before it, through pronouns to the one spoken of last, and of several at once to
the group.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from safeconduct.disclosure.automaton import NameHit, Owners
from safeconduct.disclosure.bearers import (
    ACCORDING,
    AT_WAR,
    CAPTIVITY,
    DESCRIBING,
    PLAYED,
    Sign,
    Sort,
    describes,
    signs,
)
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.details.telling import PRISONERS
from safeconduct.disclosure.fitting import NO, level
from safeconduct.disclosure.variants import Form

LINK = re.compile(
    r"(?:의|인|이자|였던|출신의?|소속의?|의\s(?:북한군|병사|군인|포로))?[\s,(\[–—:«\"“-]*(?:(?:a|an|the|named|called|identified|only|as|by|surnamed|who|is|was|gave|his|surname|name|with|of|aged?|wounded|captured|young|former|then|soldier|junior|army|military|ethnic|on|ім['’ʼ]я|ім['’ʼ]ям|на|прізвище|прізвищем|за|по|имени|фамилии|имя|фамилия|який|був|це|это|был|которого|зовут|звати|раненый|поранений|пленный|полонений|молодой|молодий|захоплений|взятый|군|출신|소속|이름은|성은|인)(?=[\s,.)–—:-]|$)[\s,()–—:«\"“-]*)*[)\]»\"”]?[\s,(–—-]*"
)


@dataclass(eq=False)
class Bearer:
    """One person, or group, of the text: never of the register.

    `details` and `hits` count the whole text's characters.
    """

    hits: list[NameHit] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)
    stranger: bool = False
    group: bool = False
    prisoner: bool = False
    captive: bool = False
    """Whether captivity is spoken of where he is."""
    taken: bool = False
    """Whether a sentence that has him tells of prisoners of war."""
    carried: list[Detail] = field(default_factory=list)
    """Of `details`, those from sentences that do not mention him."""

    @property
    def form(self) -> Form | None:
        """The fullest form in which his name stands; None if he is never named."""
        return max((hit.form for hit in self.own), default=None)

    @property
    def own(self) -> list[NameHit]:
        """Return where a name of the register stands, and no pseudonym."""
        return [hit for hit in self.hits if len(hit.owners) and hit.owners[0] >= 0]

    def owners(self) -> Owners | None:
        """Return the persons who own each form of his name; None without a name."""
        if not self.own:
            return None
        best = [hit.owners for hit in self.own if hit.form == self.form]
        common = best[0]
        for owners in best[1:]:
            both = np.intersect1d(common, owners)
            common = both if len(both) else common
        return common

    def agrees(self, details: Iterable[Detail]) -> bool:
        """Whether no described detail contradicts what was told of him before."""
        return not any(
            _contradict(one, other) for one in details for other in self.details
        )

    def shares(self, details: Iterable[Detail]) -> int:
        """Count the described details that he has already."""
        own = {(d.field, d.value) for d in self.details if d.field in ALIKE}
        return len({(d.field, d.value) for d in details} & own)


STRANGER_LINK = re.compile(
    r"[\s,(–—-]*(?:aged?|an?|the|who\s+(?:is|turned)|is|was|якому|якій|которому|которой|йому|ему|:)?[\s–—-]*"
)
APPOSED = 60
"""Characters between a description and the name it belongs to."""
COORDINATED = re.compile(
    r"\b(?:and|while|but|told|with)\b|(?<![\w-])(?:та|і|й|и|а|але|но|разом|вместе|сказав|сказал)(?!\w)|[;.!?“”\"«»]|[가-힣](?:와|과)\s|하고|다른|며\s"
)
NAMING = re.compile(
    r"\b(?:sur)?name[ds]?\b|identified|called|прізвищ|звати|ім['’ʼ]я|ім['’ʼ]ям|фамили|зовут|имя|имени|이름|성은|성이",
    re.IGNORECASE,
)
PREDICATE = re.compile(
    r"(?:\b(?:is|was|as|aged|turned|became|been)\s+(?:an?\s+|the\s+)?|(?<!\w)(?:служ\w+|був|была?|был|працю\w+|работа\w+|воюва\w+|воевал\w*|як|как)\s+)(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a description: it is told of the subject of its sentence."""
ACTOR = re.compile(
    r"(?:\b(?:Kyiv|Kiev|Seoul|Moscow|Pyongyang|Ukraine|Russia|South\s+Korea|North\s+Korea|government|ministry|officials|authorities|lawmakers)|(?<!\w)(?:Киев|Київ|Сеул|Москва|Пхеньян|Украина|Україна|Россия|Росія|КНДР|МИД|МЗС|[Мм]инистерство|[Мм]іністерство|[Пп]равительство|[Уу]ряд|[Вв]ласти|[Вв]лада)|(?:정부|당국|외교부|국정원)(?:는|은|가|이)?)\s+(?:[\w’'-]+\s+){0,2}$"
)
"""Who wishes something of prisoners, and is none."""
CROWD = re.compile(
    r"\d[\d,. ]*\d{3}|\d{2,}\s*(?:тис|тыс|천|만|명)|thousand|hundred|тисяч|тысяч|\d[천만]|troops|військ(?!ов)|войск"
)
"""So many are told of that it is nobody's story."""
FIRST = re.compile(r"(?:the\s+)?first\b|перш\w+|перв\w+|첫", re.IGNORECASE)
OPENING = 3
"""Characters of a sentence within which its subject opens it."""
ALIKE = (Field.AGE, Field.ROLE)


def _contradict(  # noqa: PLR0911  (each field has its own)
    one: Detail, other: Detail
) -> bool:
    if one.field is not other.field or one.field not in DESCRIBING:
        return False
    if one.value is None or other.value is None:
        return False
    if one.field is Field.AGE:
        if "born" in {one.value[0], other.value[0]}:  # type: ignore[index]
            return False
        return level(Field.AGE, one.value, other.value) == NO or (
            one.value[0] > other.value[1] or other.value[0] > one.value[1]  # type: ignore[index]
        )
    if one.field is Field.NATIONALITY:
        return one.value != other.value
    if one.field is Field.ROLE:
        return level(Field.ROLE, one.value, frozenset({other.value})) == NO
    return False


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


def _own(said: Sequence[tuple[Cluster, Bearer]]) -> bool:
    """Whether a sentence spoke of a prisoner already."""
    return any(not (bearer.stranger or bearer.group) for _, bearer in said)


def _with_nations(
    parts: Iterable[Cluster], details: Sequence[Detail]
) -> Iterator[Cluster]:
    """Tell the nation that stands within or just before each mention."""
    told = [d for d in details if d.field is Field.NATIONALITY]
    for part in parts:
        inside = [d for d in told if d.start < part.end and part.start - 2 <= d.end]
        nation = str(inside[0].value) if inside else None
        yield Cluster(part.signs, nation)


def clusters(text: str, found: Sequence[Sign]) -> tuple[Cluster, ...]:
    """Put together the signs that only linking words part."""
    groups: list[list[Sign]] = []
    end = 0
    for sign in found:
        if groups and _together(text, groups[-1], end, sign):
            groups[-1].append(sign)
        else:
            groups.append([sign])
        end = max(end, sign.end) if len(groups[-1]) > 1 else sign.end
    return tuple(Cluster(tuple(group)) for group in groups)


def _together(  # noqa: PLR0911  (each refusal has its reason)
    text: str, group: list[Sign], end: int, sign: Sign
) -> bool:
    if sign.start < end:
        return True
    sorts = {each.sort for each in group}
    between = text[end : sign.start]
    if sorts == {Sort.PRONOUN} and sign.sort is Sort.NAME:
        # "The older of the two, Sol Kang-il": a description in place of a pronoun.
        said = text[group[0].start : end]
        return " " in said and between.strip(" ,—–-") == ""
    if Sort.PRONOUN in sorts or sign.sort in {Sort.PRONOUN, Sort.PRONOUNS, Sort.OTHER}:
        return False
    if Sort.NAME in sorts and sign.sort is Sort.NAME:
        return False
    if sign.sort is Sort.GROUP or Sort.GROUP in sorts:
        return False
    if sign.detail is not None and any(
        _contradict(sign.detail, each.detail) for each in group if each.detail
    ):
        return False
    if Sort.STRANGER in sorts and sign.sort is Sort.NAME and "," in between:
        # "According to the interpreter, Sol wavers": two people.
        return ACCORDING.search(text[: group[0].start]) is None
    if Sort.STRANGER in sorts or sign.sort is Sort.STRANGER:
        return STRANGER_LINK.fullmatch(between) is not None
    return LINK.fullmatch(between) is not None


def _owners(bearer: Bearer) -> Owners:
    """Return whom the names of a bearer may name, pseudonyms too."""
    owners = bearer.owners()
    if owners is None:
        owners = np.asarray([o for h in bearer.hits for o in h.owners], dtype=np.int32)
    return owners


class Chains:
    """The bearers of a text, grown sentence by sentence."""

    def __init__(self) -> None:
        self.bearers: list[Bearer] = []
        self.strangers: list[tuple[int, int]] = []
        self.group = Bearer(group=True, prisoner=True)
        self.size: int | None = None
        self._nations: Counter[str] = Counter()
        self._focus: Bearer | None = None
        self._single: Bearer | None = None
        self._near = False
        self._aside = False

    def read(
        self,
        text: str,
        start: int,
        hits: Sequence[NameHit],
        details: Sequence[Detail],
    ) -> None:
        """Add one sentence that starts at a character of the text."""
        found = clusters(text, signs(text, hits, details, start))
        parts = tuple(_with_nations(found, details))
        near = CAPTIVITY.search(text) is not None
        at_war = near and AT_WAR.search(text) is not None
        taken = at_war and PLAYED.search(text) is None
        self._nations.update(_nations(text, details))
        said: list[tuple[Cluster, Bearer]] = []
        for part in parts:
            bearer = self._bearer(text, part, said)
            if bearer is None:
                continue
            said.append((part, bearer))
            if bearer.stranger:
                self.strangers.append((start + part.start, start + part.end))
            bearer.captive |= near or self._near
            bearer.taken |= taken
            self._remember(bearer, part, start)
        described = {id(d) for part, _ in said for d in part.details}
        for detail in details:
            if id(detail) not in described and not describes(detail):
                self._give(text, detail, said, start)
        self._focus_after(said)
        self._near = near

    @property
    def nation(self) -> str | None:
        """The nation of most prisoners and soldiers the text speaks of, if it is clear."""
        (first, most), (_, second) = (*self._nations.most_common(2), ("", 0), ("", 0))[
            :2
        ]
        return first if most > second else None

    def _remember(self, bearer: Bearer, part: Cluster, start: int) -> None:
        bearer.hits += [sign.hit for sign in part.of(Sort.NAME) if sign.hit]
        if bearer.group and self._foreign(part):
            return
        bearer.details += [detail.moved(start) for detail in part.details]
        bearer.prisoner |= bool(part.of(Sort.PRISONER))
        for detail in part.details:
            if detail.field is Field.GROUP and isinstance(detail.value, int):
                self.size = min(self.size or detail.value, detail.value)

    def _foreign(self, part: Cluster) -> bool:
        """Whether a mention is of another nation than the prisoners of the text."""
        return part.nation is not None and self.nation not in {None, part.nation}

    def _bearer(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        sorts = {sign.sort for sign in part.signs}
        if Sort.NAME in sorts and not (Sort.STRANGER in sorts and _titled(text, part)):
            first = not _own(said) and Sort.OTHER not in sorts
            return (
                self._apposed(text, part, said)
                or (first and self._introduced(text, part))
                or self._named(part, alone=first)
            )
        if Sort.STRANGER in sorts:
            return Bearer(stranger=True)
        if Sort.GROUP in sorts or Sort.PRONOUNS in sorts:
            return self.group
        if Sort.OTHER in sorts:
            return self._other(part)
        if Sort.PRONOUN in sorts:
            return self._pronoun(said)
        return self._described(text, part, said)

    def _introduced(self, text: str, part: Cluster) -> Bearer | None:
        """Return the nameless one spoken of last, if a sentence now tells his name."""
        known = self._single
        if known is None or known.hits or known.stranger or known.group:
            return None
        told = NAMING.search(text[max(0, part.start - APPOSED) : part.start])
        return known if told and known.agrees(part.details) else None

    def _apposed(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        """Return whom the sentence described just before it names him."""
        if not said:
            return None
        before, bearer = said[-1]
        between = text[before.end : part.start]
        if (
            NAMING.search(between)
            and not (bearer.group or bearer.stranger or bearer.hits)
            and bearer.agrees(part.details)
        ):
            return bearer
        described = before.details or before.of(Sort.PRISONER) or before.of(Sort.OTHER)
        if bearer.group or bearer.stranger or bearer.hits or not described:
            return None
        if len(between) > APPOSED or COORDINATED.search(between):
            return None
        return bearer if bearer.agrees(part.details) else None

    @staticmethod
    def _goes_on(text: str, part: Cluster, before: Cluster, bearer: Bearer) -> bool:
        """Whether a description goes on with whom the sentence spoke of before it."""
        between = text[before.end : part.start]
        return not (
            bearer.group
            or bearer.stranger
            or len(between) > APPOSED
            or COORDINATED.search(between)
            or not bearer.agrees(part.details)
        )

    def _named(self, part: Cluster, *, alone: bool) -> Bearer:
        hit = part.of(Sort.NAME)[0].hit
        assert hit is not None  # noqa: S101  (a name sign has one)
        for bearer in reversed(self.bearers):
            owners = _owners(bearer)
            if len(np.intersect1d(owners, hit.owners)) and bearer.agrees(part.details):
                return bearer
        # A surname alone, or "his surname is Sol", names whom the text has described.
        known = self._single
        if (
            alone
            and hit.form is not Form.FULL
            and known is not None
            and not (known.hits or known.stranger or known.group)
            and known.agrees(part.details)
        ):
            return known
        return self._new()

    def _described(  # noqa: PLR0911  (from the surest reading to a guess)
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        only = {detail.field for detail in part.details}
        prisoner = bool(part.of(Sort.PRISONER))
        if not prisoner and not only & {Field.AGE, Field.ROLE}:
            return None
        if self._foreign(part) or (
            only == {Field.AGE} and self._of_stranger(text, part, said)
        ):
            return Bearer(stranger=True)
        fitting = [b for b in self.bearers if b.agrees(part.details)]
        sharing = [b for b in fitting if b.shares(part.details)]
        if sharing:
            return sharing[-1]
        if fitting and FIRST.match(text, part.start):
            return fitting[0]
        if said and self._goes_on(text, part, *said[-1]):
            return said[-1][1]
        subject = next((b for _, b in reversed(said) if not b.group), None)
        if subject in fitting and PREDICATE.search(text[: part.start]):
            return subject
        if (
            re.search(
                r"\b(?:an?|one)\s+(?:[\w-]+\s+){0,2}$",
                text[: part.start],
                re.IGNORECASE,
            )
            and Field.AGE in only
        ):
            return self._new(prisoner=prisoner)
        if self._single in fitting:
            return self._single
        if not only & {Field.AGE, Field.ROLE}:
            return fitting[-1] if fitting else self._new(prisoner=True)
        free = [
            b
            for b in fitting
            if not any(d.field in only & set(ALIKE) for d in b.details)
        ]
        return free[-1] if free else self._new(prisoner=prisoner)

    @staticmethod
    def _of_stranger(
        text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> bool:
        """Whether an age goes on with a stranger who was just named."""
        if not said or not said[-1][1].stranger:
            return False
        between = text[said[-1][0].end : part.start]
        return len(between) <= APPOSED and not re.search("[.;!?]", between)

    def _other(self, part: Cluster) -> Bearer:
        rest = [
            b for b in self.bearers if b is not self._single and b.agrees(part.details)
        ]
        sharing = [b for b in rest if b.shares(part.details)]
        if sharing:
            return sharing[-1]
        if rest and self.size is not None and len(self.bearers) >= self.size:
            return rest[-1]
        # "A second tram line" is none where no prisoner was spoken of.
        spoken = self.size is not None or any(b.prisoner for b in self.bearers)
        return self._new(prisoner=spoken)

    def _pronoun(self, said: Sequence[tuple[Cluster, Bearer]]) -> Bearer | None:
        if not said and self._aside:
            return Bearer(stranger=True)
        for part, bearer in reversed(said):
            # A stranger who opens the sentence is its subject; others are mentioned.
            if not bearer.group and not (bearer.stranger and part.start > OPENING):
                return bearer
        return self._single

    def _give(
        self,
        text: str,
        detail: Detail,
        said: Sequence[tuple[Cluster, Bearer]],
        start: int,
    ) -> None:
        bearer = self._holder(detail, said)
        if bearer is None or bearer.stranger:
            return
        if detail.field is Field.WISH and ACTOR.search(text[: detail.start]):
            return
        if detail.field is Field.DEPLOYMENT and CROWD.search(text[: detail.start]):
            return
        for each in {id(b): b for b in (bearer, *_beside(text, bearer, said))}.values():
            moved = detail.moved(start)
            each.details.append(moved)
            if not any(each is other for _, other in said):
                each.carried.append(moved)

    def _holder(  # noqa: PLR0911  (from the surest reading to a guess)
        self, detail: Detail, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        if detail.field in {Field.POINTER, Field.FATE}:
            return self._spoken_of(said) or self.group
        before = [b for p, b in said if p.start <= detail.start]
        inside = [b for p, b in said if detail.start < p.start < detail.end]
        if detail.field not in TOGETHER_TOLD:
            # "The driver, one of two soldiers taken there, lost an arm."
            before = [b for b in before if not b.group] or before
        if before and not before[0].stranger:
            # "The prisoner told reporters that he ...": those told are not meant.
            before = [b for b in before if not b.stranger]
        for bearer in (*reversed(before), *inside[:1]):
            if not bearer.stranger or detail.field in OWN:
                return bearer
        after = [b for p, b in said if p.start >= detail.end and not b.stranger]
        if not before and not after and said and detail.value == "quoted":
            return None  # a stranger's words
        if after and not (after[0].group and detail.field in OWN):
            return after[0]
        if detail.field is Field.STORY and detail.value is None:
            return None  # nobody is there to have said it
        if detail.field in OWN:
            return self._single
        return self._focus or (self.group if not self.bearers else None)

    def _spoken_of(self, said: Sequence[tuple[Cluster, Bearer]]) -> Bearer | None:
        own = [b for _, b in said if not b.stranger]
        return own[0] if own else None

    def _new(self, *, prisoner: bool = False) -> Bearer:
        bearer = Bearer(prisoner=prisoner)
        self.bearers.append(bearer)
        return bearer

    def _focus_after(self, said: Sequence[tuple[Cluster, Bearer]]) -> None:
        own = [b for _, b in said if not b.stranger]
        if said:
            self._aside = not [b for b in own if not b.group] and said[0][1].stranger
        if own:
            self._focus = own[-1]
        if alone := [bearer for bearer in own if not bearer.group]:
            self._single = alone[-1]


SOLDIERS = re.compile(
    rf"[\s-]*(?:(?:captured|young|wounded|men|troops|army|полонен\w+|пленн\w+|захоплен\w+|взят\w+|военн\w+|військов\w+|병사|포로)\s*)*(?:{PRISONERS}|troops|군|인민군|воїн\w*|военн\w*|військов\w*)",
    re.IGNORECASE,
)


CAPTORS = re.compile(
    r"\s+(?:had\s+|have\s+)?(?:took|taken|captured|seized|detained|found|взя\w+|захоп\w+|захват\w+|затрим\w+)\b"
)


BY_CAPTORS = re.compile(
    r"(?:\b(?:by|exchang\w+\s+(?:\w+\s+)?for|swap\w*\s+(?:\w+\s+)?for)|(?<!\w)(?:обм[еі]н\w*\s+на))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a nation: its soldiers took him, or are those he is to be exchanged for."""


def _nations(text: str, details: Sequence[Detail]) -> Iterator[str]:
    """Yield the nations that a sentence tells of soldiers or prisoners."""
    for detail in details:
        beside = (
            SOLDIERS.match(text, detail.end) or "군" in text[detail.start : detail.end]
        )
        captors = beside and (
            CAPTORS.match(text, detail.end if beside is True else beside.end())
            or BY_CAPTORS.search(text[: detail.start])
        )
        beside = beside or any(
            d.field is Field.GROUP and d.start <= detail.start <= d.end + 1
            for d in details
        )
        if detail.field is Field.NATIONALITY and beside and not captors:
            yield str(detail.value)


TOGETHER_TOLD = frozenset(
    {Field.CAPTURE_PLACE, Field.CAPTURE_MONTH, Field.GROUP, Field.NATIONALITY}
)
"""What is told of a group as soon as one is spoken of."""
OWN = frozenset({Field.WISH, Field.STORY, Field.FAMILY, Field.HOME, Field.SERVICE})
"""What a sentence tells of its subject, even if that is no prisoner."""


TOGETHER = re.compile(r"\s*(?:,|and|та|і|й|и|와|과|및|하고)\s*")


def _beside(
    text: str, bearer: Bearer, said: Sequence[tuple[Cluster, Bearer]]
) -> Iterator[Bearer]:
    """Yield who is named in one breath with a bearer: what is told is told of both."""
    for (one, first), (other, second) in pairwise(said):
        joined = TOGETHER.fullmatch(text, one.end, other.start)
        named = one.of(Sort.NAME) and other.of(Sort.NAME)
        if joined and named and bearer in {first, second}:
            yield first
            yield second


def _titled(text: str, part: Cluster) -> bool:
    """Whether the name carries the title, rather than standing beside it."""
    del text
    return all(sign.hit is None or sign.hit.form is not None for sign in part.signs)
