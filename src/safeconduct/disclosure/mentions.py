"""Which details belong to one person of the text?

Signs that stand together ("the 24-year-old driver Sol") are one mention; mentions
with one name, or that agree, are one bearer; what else a sentence tells goes to the
bearer before it, through pronouns to the one spoken of last, and of several at once to
the group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from safeconduct.disclosure.automaton import NameHit
from safeconduct.disclosure.bearer import ALIKE, Bearer, owners
from safeconduct.disclosure.bearers import (
    AT_WAR,
    CAPTIVITY,
    CLIENT,
    DESCRIBING,
    PLAYED,
    Sort,
    signs,
)
from safeconduct.disclosure.clusters import (
    Cluster,
    blanked,
    clusters,
    paired,
    with_each,
    with_nations,
)
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.few import counted, is_demonym
from safeconduct.disclosure.memory import OF_FEW, PREDICATE, Memory
from safeconduct.disclosure.nationality import AT_WAR_NATIONS, soldiers_of
from safeconduct.disclosure.variants import Form

APPOSED = 60
"""Characters between a description and the name it belongs to."""
COORDINATED = re.compile(
    r"\b(?:and|while|but|told|with)\b|(?<![\w-])(?:та|і|й|и|а|але|но|разом|вместе|сказав|сказал)(?!\w)|[;.!?“”\"«»]|[가-힣](?:와|과)\s|하고|다른|며\s"
)
NAMING = re.compile(
    r"\b(?:sur)?name[ds]?\b|identified|called|прізвищ|звати|ім['’ʼ]я|ім['’ʼ]ям|фамили|зовут|имя|имени|이름|성은|성이",
    re.IGNORECASE,
)
INDEFINITE = re.compile(r"\b(?:an?|one)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
"""Before a description: it brings in somebody new."""
BY_PRONOUN = re.compile(r"[^.;!?]{0,40},\s+he\b")
"""After a description: it goes on with whom the pronoun means."""
FIRST = re.compile(r"(?:the\s+)?first\b|перш\w+|перв\w+|첫", re.IGNORECASE)
SECOND = re.compile(r"(?:the\s+)?second\b|друг\w+|втор\w+|두\s?번째", re.IGNORECASE)
OPENING = 3
"""Characters of a sentence within which its subject opens it."""
PAIR = (0, 1)
FEW_OWNERS = 8
"""Owners of a name who are asked; a name of more says nothing."""


APPOSABLE = frozenset({Sort.PRISONER, Sort.ONE, Sort.OTHER, Sort.NEWCOMER})
"""Mentions that a name may follow in apposition."""


class Chains(Memory):
    """The bearers of a text, grown sentence by sentence.

    `may_be` asks the register: a description that fits no owner of a name is told of
    somebody else than the one named.
    """

    def read(
        self,
        text: str,
        start: int,
        hits: Sequence[NameHit],
        details: Sequence[Detail],
        *,
        credited: bool = False,
        opens: bool = False,
    ) -> None:
        """Add one sentence that starts at a character of the text.

        `credited`: it stands under a picture; `opens`: it opens a paragraph.
        """
        details = self._begun(text, details, opens=opens)
        pairs = tuple(paired(text, details))
        details = (*details, *(each for pair in pairs for each in pair))
        details = tuple({(d.start, d.end, d.field): d for d in details}.values())
        found = clusters(blanked(text, details), signs(text, hits, details, start))
        parts = tuple(with_nations(found, details))
        for person, place in _in_office(parts, hits, start):
            self.titled[person] = min(place, self.titled.get(person, place))
        both = {(d.start, d.end) for pair in pairs for d in pair}
        both |= self._ages_of_few(details)
        members: list[Bearer] = []
        near = CAPTIVITY.search(text) is not None
        at_war = near and AT_WAR.search(text) is not None
        taken = at_war and PLAYED.search(text) is None
        self._count_nations(soldiers_of(text, details), start)
        said: list[tuple[Cluster, Bearer]] = []
        for part in parts:
            paired_age = any((d.start, d.end) in both for d in part.details)
            bearer = (
                self._one_of_pair(text, part)
                if paired_age
                else self._bearer(text, part, said)
            )
            if bearer is None:
                continue
            said.append((part, bearer))
            if paired_age:
                members.append(bearer)
            if bearer.stranger:
                self.strangers.append((start + part.start, start + part.end))
            bearer.credited &= credited
            bearer.captive |= near or self._near
            bearer.taken |= taken
            self._remember(bearer, part, start)
            if part.of(Sort.FEW):
                bearer.details += _telling(part, details, start)
            if len(members) == len(PAIR):
                self._pair = Bearer(group=True, members=tuple(members))
                said.append((part, self._pair))
                members = []
        self._give_rest(text, details, said, start)
        self._focus_after(said)
        self._near = near

    def _begun(
        self, text: str, details: Sequence[Detail], *, opens: bool
    ) -> Sequence[Detail]:
        """Begin anew with a paragraph; leave out groups that are none of their own."""
        self._opened = opens
        if any(detail.field is Field.GROUP for detail in details):
            details = counted(text, details)
        if opens:
            self._begin_group(details)
            self._few = None
        return with_each(text, details)

    def _members(self) -> list[Bearer]:
        """Return those of the few spoken of who have been told of alone."""
        few = self._pair
        if few is None or few.members:
            return [] if few is None else list(few.members)
        return [b for b in self.bearers if b.few is few] if few.size else []

    def _ages_of_few(self, details: Sequence[Detail]) -> set[tuple[int, int]]:
        """Return where as many ages stand as a few are: "one is 21, the other 26"."""
        ages = {
            d.value: (d.start, d.end)
            for d in details
            if d.field is Field.AGE and not d.plural and d.value is not None
        }
        few = self._pair if self._is_of_few() else None
        if few is None or self._members() or len(ages) != few.size:
            return set()
        return set(ages.values())

    def _bearer(  # noqa: PLR0911  (a line for each sort of mention)
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
        several = self._several(part, sorts)
        if several is not None:
            return several
        if Sort.NEWCOMER in sorts:
            return self._new()
        if Sort.OTHER in sorts:
            return self._other(text, part)
        if Sort.ONE in sorts and (self._single is None or self._pair is not None):
            return self._one_of_pair(text, part)
        if Sort.PRONOUN in sorts:
            if CLIENT.match(text, part.start) and self._single is not None:
                return self._single
            return self._pronoun(said)
        return self._described(text, part, said)

    def _several(self, part: Cluster, sorts: set[Sort]) -> Bearer | None:
        """Return the few, the pair or the group that a mention means, if several."""
        if Sort.FEW in sorts:
            return self._new_few(part)
        if any(detail.plural for detail in part.details if detail.field is Field.AGE):
            return self._pair or self.group
        if Sort.PRONOUNS in sorts and self._pair is not None:
            return self._pair
        if Sort.GROUP in sorts or Sort.PRONOUNS in sorts:
            return self.group
        return None

    def _is_of_few(self) -> bool:
        return self._pair is not None and self._pair.size is not None

    def _agrees(self, bearer: Bearer, details: Sequence[Detail]) -> bool:
        """Whether a bearer may be told of so, by the text and by the register."""
        if not bearer.agrees(details):
            return False
        owners = bearer.owners()
        if self._may_be is None or owners is None or len(owners) > FEW_OWNERS:
            return True
        before = [each for each in owners if self._all_may_be(each, bearer.details)]
        # A namesake's own description already fits nobody: it cannot tell.
        return not before or any(self._all_may_be(each, details) for each in before)

    def _may_name(self, hit: NameHit, bearer: Bearer) -> bool:
        """Whether one of the owners of a name may be who was described so."""
        asked = [owner for owner in hit.owners[:FEW_OWNERS] if owner >= 0]
        if self._may_be is None or not asked or len(hit.owners) > FEW_OWNERS:
            return True
        return any(self._all_may_be(owner, bearer.details) for owner in asked)

    def _all_may_be(self, person: int, details: Iterable[Detail]) -> bool:
        assert self._may_be is not None  # noqa: S101  (its only caller looked)
        return all(
            self._may_be(person, detail.field, detail.value)
            for detail in details
            if detail.field in DESCRIBING
        )

    def _one_of_pair(self, text: str, part: Cluster) -> Bearer:
        """Return one of two whose ages stand side by side, or one of a few."""
        members = self._members()
        if len(members) == len(PAIR) and FIRST.match(text, part.start):
            return members[0]
        if self._is_of_few() and part.of(Sort.ONE):
            return self._new() if part.details else self._pair or self._new()
        for bearer in reversed(self.bearers):
            if bearer.group:
                continue
            if bearer.shares(part.details) and self._agrees(bearer, part.details):
                return bearer
        return self._new()

    def _introduced(self, text: str, part: Cluster) -> Bearer | None:
        """Return the nameless one spoken of last, if a sentence now tells his name."""
        known = self._single
        if known is None or known.hits or known.stranger or known.group:
            return None
        told = NAMING.search(text[max(0, part.start - APPOSED) : part.start])
        return known if told and self._agrees(known, part.details) else None

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
            and self._agrees(bearer, part.details)
        ):
            return bearer
        described = before.details or {s.sort for s in before.signs} & APPOSABLE
        if bearer.group or bearer.stranger or bearer.hits or not described:
            return None
        if len(between) > APPOSED or COORDINATED.search(between):
            return None
        return bearer if self._agrees(bearer, part.details) else None

    def _goes_on(
        self, text: str, part: Cluster, before: Cluster, bearer: Bearer
    ) -> bool:
        """Whether a description goes on with whom the sentence spoke of before it."""
        between = text[before.end : part.start]
        return not (
            bearer.group
            or bearer.stranger
            or len(between) > APPOSED
            or COORDINATED.search(between)
            or not self._agrees(bearer, part.details)
        )

    def _named(self, part: Cluster, *, alone: bool) -> Bearer:
        hit = part.of(Sort.NAME)[0].hit
        assert hit is not None  # noqa: S101  (a name sign has one)
        for bearer in reversed(self.bearers):
            named = owners(bearer)
            if len(np.intersect1d(named, hit.owners)) and self._agrees(
                bearer, part.details
            ):
                return bearer
        # A surname alone, or "his surname is Sol", names whom the text has described.
        known = self._single
        if (
            alone
            and hit.form is not Form.FULL
            and known is not None
            and not (known.hits or known.stranger or known.group)
            and self._agrees(known, part.details)
            and self._may_name(hit, known)
        ):
            return known
        return self._new()

    def _described(  # noqa: C901, PLR0911  (from the surest reading to a guess)
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        only = {detail.field for detail in part.details}
        prisoner = bool(part.of(Sort.PRISONER) or part.of(Sort.ONE))
        if not prisoner and not only & {Field.AGE, Field.ROLE}:
            return self._of_nation(text, part, said)
        if self._foreign(part) or (
            only == {Field.AGE} and self._of_stranger(text, part, said)
        ):
            return Bearer(stranger=True)
        fitting = [
            b for b in self.bearers if not b.group and self._agrees(b, part.details)
        ]
        sharing = [b for b in fitting if b.shares(part.details)]
        subject = next((b for _, b in reversed(said) if not b.group), None)
        if subject not in fitting and only == {Field.ROLE} and _leads(part) and subject:
            return Bearer(stranger=True)  # the one who gave him orders
        if subject in fitting and PREDICATE.search(text[: part.start]):
            return subject
        if sharing:
            return sharing[-1]
        if fitting and FIRST.match(text, part.start):
            first = [b for b in self.bearers[self._since :] if b in fitting]
            return (first or fitting)[0]
        if said and self._goes_on(text, part, *said[-1]):
            return said[-1][1]
        if INDEFINITE.search(text[: part.start]) and not BY_PRONOUN.match(
            text, part.end
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

    def _of_nation(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        """Return of whom "the Cuban" is told: the last one who may be, or a new one."""
        nation = next((d for d in part.details if d.field is Field.NATIONALITY), None)
        if not self.of_prisoners or nation is None or not is_demonym(text, nation):
            return None
        if nation.value in AT_WAR_NATIONS or nation.value == self.nation:
            return None
        fitting = [
            b for b in self.bearers if not b.group and self._agrees(b, part.details)
        ]
        same = [b for b in fitting if any(d.value == nation.value for d in b.details)]
        if same:
            return same[-1]
        own = [b for _, b in said if b in fitting]
        if own:
            return own[-1]
        if self._single in fitting and not self._opened:
            return self._single
        return self._new()

    @staticmethod
    def _of_stranger(
        text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> bool:
        """Whether an age goes on with a stranger who was just named."""
        if not said or not said[-1][1].stranger:
            return False
        between = text[said[-1][0].end : part.start]
        return len(between) <= APPOSED and not re.search("[.;!?]", between)

    def _other(self, text: str, part: Cluster) -> Bearer:
        members = self._members()
        if len(members) == len(PAIR) and SECOND.match(text, part.start):
            return members[1]
        rest = [
            b
            for b in self.bearers
            if not b.group and b is not self._single and self._agrees(b, part.details)
        ]
        sharing = [b for b in rest if b.shares(part.details)]
        if sharing:
            return sharing[-1]
        told = len(self.bearers) - self._since
        if (
            self._few is None
            and rest
            and self.size is not None
            and told >= self._largest
        ):
            return rest[-1]
        # "A second tram line" is none where no prisoner was spoken of.
        spoken = (
            self.of_prisoners
            or self.size is not None
            or any(b.prisoner for b in self.bearers)
        )
        return self._new(prisoner=spoken)

    def _pronoun(self, said: Sequence[tuple[Cluster, Bearer]]) -> Bearer | None:
        if not said and self._aside:
            return Bearer(stranger=True)
        for part, bearer in reversed(said):
            # A stranger who opens the sentence is its subject; others are mentioned.
            if not bearer.group and not (bearer.stranger and part.start > OPENING):
                return bearer
        return self._single


def _telling(part: Cluster, details: Sequence[Detail], start: int) -> Iterator[Detail]:
    """Yield what the words tell that call a few, and how many they are."""
    for detail in details:
        inside = part.start <= detail.start and detail.end <= part.end
        if inside and detail.field in OF_FEW:
            yield detail.moved(start)
    size = part.of(Sort.FEW)[0].size
    yield Detail(start + part.start, start + part.end, Field.GROUP, size)


def _leads(part: Cluster) -> bool:
    """Whether a mention is of a commander."""
    values = (d.value for d in part.details)
    return any(isinstance(v, tuple) and str(v[1]).endswith("_leader") for v in values)


def _own(said: Sequence[tuple[Cluster, Bearer]]) -> bool:
    """Whether a sentence spoke of a prisoner already."""
    return any(not (bearer.stranger or bearer.group) for _, bearer in said)


def _in_office(
    parts: Iterable[Cluster], hits: Iterable[NameHit], start: int
) -> Iterator[tuple[int, int]]:
    """Yield whose whole names stand beside an office or trade, and where."""
    spans = [(start + p.start, start + p.end) for p in parts if p.of(Sort.STRANGER)]
    for hit in hits:
        if hit.form is Form.FULL and any(
            hit.start < end and begin < hit.end for begin, end in spans
        ):
            yield from ((int(owner), hit.start) for owner in hit.owners)


def _titled(text: str, part: Cluster) -> bool:
    """Whether the name carries the title, rather than standing beside it."""
    del text
    return all(sign.hit is None or sign.hit.form is not None for sign in part.signs)
