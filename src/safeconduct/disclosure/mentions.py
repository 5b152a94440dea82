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
    REST_OF_TWO,
    WOMAN,
    YOUNGER,
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
BEGINNING = 40
"""Characters of a paragraph within which a stranger, the first it brings in, is whom
its first sentence speaks of: "Its representative Ostap Hrynchuk said"."""
PAIR = (0, 1)
THE_SAME = re.compile(
    r"\b(?:the|this|that)\s+(?:\w+\s+)?$"
    r"|(?<!\w)(?:цей|цього|цьому|той|этот|этого|этому|тот|сам)\s+(?:\w+\s+)?$|[이그]\s$",
    re.IGNORECASE,
)
"""Before a description: it is of one who was spoken of."""
HELD = re.compile(
    r"(?<!\w)(?:[ву]\s+(?:одній|тій\s+самій|тій\s+же|одной|той\s+же)\s+(?:колон|камер|палат|кам[еє]р)\w+)"
    r"|(?<!\w)(?:тримали|держали|утримували|содержали)(?!\w)"
    r"|\b(?:held|kept)\s+(?:in\s+the\s+same|in\s+one|together\s+with|with\s+him)\b"
    r"|같은\s?(?:감방|수용소|병실)",
    re.IGNORECASE,
)
"""Whom it names is held where a prisoner is."""
BESIDE = 24
"""Characters around a mention in which a word may tell that it is of a woman."""
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
        heads: bool = False,
    ) -> None:
        """Add one sentence that starts at a character of the text.

        `credited`: it stands under a picture; `opens`: it opens a paragraph; `heads`:
        it is a title, read after the text.
        """
        if heads:
            self._begin_title()
            details = self._repeated(text, start, details)
        details = self._begun(text, start, hits, details, opens=opens)
        pairs = tuple(paired(text, details))
        details = (*details, *(each for pair in pairs for each in pair))
        details = tuple({(d.start, d.end, d.field): d for d in details}.values())
        found = clusters(blanked(text, details), signs(text, hits, details, start))
        parts = tuple(with_nations(found, details))
        for person, place in _in_office(parts, hits, start):
            self.titled[person] = min(place, self.titled.get(person, place))
        self.traded |= set(_with_trade(text, hits, details, start))
        both = {(d.start, d.end) for pair in pairs for d in pair}
        both |= self._ages_of_few(details)
        members: list[Bearer] = []
        few: Bearer | None = None
        pair: Bearer | None = None
        near = CAPTIVITY.search(text) is not None
        at_war = near and AT_WAR.search(text) is not None
        taken = at_war and PLAYED.search(text) is None
        taken |= HELD.search(text) is not None and self._single is not None
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
            self._tell_woman(text, part, bearer)
            if part.of(Sort.FEW):
                bearer.details += _telling(part, details, start)
                few = bearer
            if len(members) == len(PAIR):
                pair = self._new_pair(members)
                said.append((part, pair))
                members = []
            if few is not None and pair is not None and few.size == len(PAIR):
                self._join(few, pair)
                few = None
        self._give_rest(text, details, said, start)
        self._focus_after(said)
        self._near = near

    def _begun(
        self,
        text: str,
        start: int,
        hits: Sequence[NameHit],
        details: Sequence[Detail],
        *,
        opens: bool,
    ) -> Sequence[Detail]:
        """Begin anew with a paragraph; leave out groups that are none of their own."""
        self._opened = opens
        details = [d for d in details if not of_others(text, d, hits, start)]
        if any(detail.field is Field.GROUP for detail in details):
            details = counted(text, details)
        if opens:
            self._begin_group(details)
            self._few = None
            self._here = None
        return with_each(text, details)

    def _new_pair(self, members: Sequence[Bearer]) -> Bearer:
        """Bring in two who are told of in one breath, each by his age."""
        few = self._pair
        if few is not None and few.size == len(members) and not few.members:
            few.members = tuple(members)
            for each in members:
                each.few = few
            return few
        pair = Bearer(group=True, members=tuple(members), size=len(members))
        for each in members:
            each.few = pair
        self._pair = pair
        return pair

    def _join(self, few: Bearer, pair: Bearer) -> None:
        """Hold two told by their ages for the few who are counted beside them."""
        if few is pair:
            return
        few.members = pair.members
        for each in pair.members:
            each.few = few
        self._few = self._pair = few

    def _tell_woman(self, text: str, part: Cluster, bearer: Bearer) -> None:
        """Note whether a mention is of a woman or a man."""
        if bearer.group or bearer.stranger or bearer.woman is not None:
            return
        if part.of(Sort.PRONOUN):
            bearer.woman = False
        elif WOMAN.search(text[max(0, part.start - BESIDE) : part.end + BESIDE]):
            bearer.woman = True

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
        if sorts & {Sort.MEMBER, Sort.SHE, Sort.PRONOUN}:
            return self._pointed_at(text, part, said)
        return self._described(text, part, said)

    def _pointed_at(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        """Return whom "the elder", "she", "he" or "her client" means."""
        if part.of(Sort.MEMBER):
            return self._member(text, part, said)
        if part.of(Sort.SHE):
            return self._she(said)
        if CLIENT.match(text, part.start) and self._single is not None:
            return self._single
        return self._pronoun(text, said)

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
        if len(members) == len(PAIR) and part.of(Sort.ONE) and not part.details:
            return self._pair or members[0]  # nothing tells which of them
        if self._is_of_few() and part.of(Sort.ONE):
            return self._new() if part.details else self._pair or self._new()
        for bearer in reversed(self.bearers):
            if bearer.group:
                continue
            if bearer.shares(part.details) and self._agrees(bearer, part.details):
                return bearer
        return self._new()

    def _member(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        """Return which of two "the younger", "the elder" or "the other" means."""
        members = self._members()
        if len(members) == len(PAIR):
            if REST_OF_TWO.match(text, part.start):
                last = said[-1][1] if said else self._focus
                rest = [b for b in members if b is not last]
                return rest[0] if len(rest) == 1 else self._pair
            ages = [each.years for each in members]
            if None not in ages and ages[0] != ages[1]:
                ordered = sorted(members, key=lambda each: each.years or 0)
                return ordered[0 if YOUNGER.match(text, part.start) else 1]
        if REST_OF_TWO.match(text, part.start):
            return self._other(text, part)
        english = text[part.start : part.end].isascii()
        return self._pronoun(text, said) if english else None

    def _she(self, said: Sequence[tuple[Cluster, Bearer]]) -> Bearer | None:
        """Return the woman spoken of last; of other women nothing is told here."""
        for _, bearer in reversed(said):
            if not bearer.group and bearer.woman:
                return bearer
        known = self._single
        if known is None or not known.woman:
            return None
        return known

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
        if prisoner and only <= {Field.NATIONALITY} and self._is_of_all(text, part):
            return self.group
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
        if said and (
            self._goes_on(text, part, *said[-1])
            or (only == {Field.ROLE} and self._of_pair(text, part, *said[-1]))
        ):
            return said[-1][1]
        if (self._opened and not said and self._begins(text, part)) or (
            INDEFINITE.search(text[: part.start])
            and not BY_PRONOUN.match(text, part.end)
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

    def _of_pair(
        self, text: str, part: Cluster, before: Cluster, bearer: Bearer
    ) -> bool:
        """Whether a post is that of the two spoken of just before it."""
        between = text[before.end : part.start]
        return (
            bearer is self._pair
            and len(between) <= APPOSED
            and COORDINATED.search(between) is None
        )

    def _begins(self, text: str, part: Cluster) -> bool:
        """Whether a paragraph that opens with an age brings in somebody new.

        Not if it may be of one who was named before, or says "the" of him.
        """
        known = self._single
        return (
            any(detail.field is Field.AGE for detail in part.details)
            and known is not None
            and not known.hits
            and THE_SAME.search(text[: part.start]) is None
        )

    def _is_of_all(self, text: str, part: Cluster) -> bool:
        """Whether "북한군 포로", which has no plural, means all of them."""
        here = self._here
        if not "가" <= text[part.end - 1] <= "힣" or part.nation is None:
            return False
        if here is not None and not here.group:
            return False
        return KOREAN_ONE.search(text[: part.start]) is None

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

    def _pronoun(
        self, text: str, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        if not said and self._aside:
            return Bearer(stranger=True)
        for part, bearer in reversed(said):
            # A stranger who opens the sentence is its subject; others are mentioned.
            first = part is said[0][0] and self._opened
            reach = BEGINNING if first else OPENING
            subject = part.start <= reach and not OBLIQUE.search(
                text[part.start : part.end]
            )
            if not bearer.group and not (bearer.stranger and not subject):
                return bearer
        return self._single


OBLIQUE = re.compile(
    r"(?:стрі|стре|[чш]иці|[чш]ице|ниці|нице|[оеє]ві|[нртксвм]у|[рл]ю|[рл]ям|ам|[оеє]м)$"
    r"|(?:에게|한테|께)\s?$",
    re.IGNORECASE,
)
"""The end of a title that is told to whom, and not who, does something."""
CIVIL = re.compile(
    r"\b(?:as|become|becoming|be|being|into)\s+an?\s+(?:[\w-]+\s+)?$"
    r"|(?<!\w)(?:на|стать|став|стати|ставши|бути|быть|как|як)\s+(?:\w+(?:ого|им|ым|его)\s+)?$",
    re.IGNORECASE,
)
TRAINED = re.compile(
    r"\b(?:train\w*|stud\w+|learn\w*|dream\w*|want\w*|hop\w+|would|retrain\w*|become)\b"
    r"|(?<!\w)(?:учил\w+|учить\w+|выучи\w+|обуча\w+|навча\w+|вчив\w+|вивчи\w+|вчити\w+|мечта\w+|мрі\w+|хоч\w+|хоте\w+|хоті\w+|стать|стати)(?!\w)",
    re.IGNORECASE,
)
BEFORE_WAR = re.compile(
    r"\b(?:before\s+(?:the\s+war|he\s+was\s+(?:drafted|mobili[sz]ed|sent)|enlisting|the\s+contract|the\s+army)|in\s+(?:civilian|peace)\s+(?:life|time)|back\s+home\s+he\s+was)\b"
    r"|(?<!\w)(?:до\s+(?:війни|войны|мобілізації|мобилизации|контракту|контракта|армії|армии|призову|призыва)|на\s+гражданке|в\s+мирн\w+\s+(?:жизни|житті|час)|у\s+мирн\w+\s+(?:житті|час))(?!\w)"
    r"|전쟁\s?전|입대\s?전|파병\s?전|동원\s?전|계약\s?전",
    re.IGNORECASE,
)
CLAUSE = 48
"""Characters before a trade within which what is told of it stands."""
KOREAN_ONE = re.compile(
    r"(?:한|그|이|어느|어떤|다른|또|첫|모|\S+[은는던된한인])\s?$|[세살명]\s?(?:의\s?)?$"
)
"""Before a Korean word for a prisoner: it means one of them."""
KOREAN_DREAM = re.compile(r"(?:가|이)\s?(?:되고\s?싶|되는\s?것이\s?꿈|되려|되겠다)")


def of_others(text: str, detail: Detail, hits: Sequence[NameHit], start: int) -> bool:
    """Whether a detail is none of a soldier: a name, or a trade before or after war."""
    begin, end = start + detail.start, start + detail.end
    if detail.field in {Field.HOME, Field.CAPTURE_PLACE}:
        return any(hit.start <= begin and end <= hit.end for hit in hits)
    if detail.field is not Field.ROLE:
        return False
    before = re.split("[.;:!?]", text[max(0, detail.start - CLAUSE) : detail.start])[-1]
    if KOREAN_DREAM.match(text, detail.end):
        return True
    trained = CIVIL.search(before) and TRAINED.search(before)
    trade = isinstance(detail.value, tuple) and detail.value[1] in TRADES
    return bool(trained) or bool(trade and BEFORE_WAR.search(before))


TRADES = frozenset(
    {"driver", "cook", "medic", "mechanic", "pilot", "interpreter", "guard", "clerk"}
)
"""Posts that are trades of civil life as well."""


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


TRADE_BEFORE = re.compile(
    r"\b(?:the|an?)\s+(?:[\w’'-]+\s+){0,6}?(?P<trade>[a-z]+(?:er|or|ist|ian|ant|ent|ess|yst|star|host|champion))\s$"
    r"|(?<!\w)(?P<trade2>[а-яіїєґё-]{2,}(?:ист|іст|їст|тор|арь|ар|чик|щик|тель|ант|ент|атор)(?:ка|ки|а|у|ом|ем|ові|еві|я|ю)?)\s$"
)
TRADE_AFTER = re.compile(
    r"\s+as\s+(?:an?\s+|its\s+|the\s+)?(?:moderator|host|speaker|chair|guest|panell?ist|presenter|judge|referee)\b"
    r"|\s*[—–,(]?\s*(?:модератор|ведущ|ведуч|спікер|спикер|докладчик|доповідач)\w*"
    r"|(?:이|가)?\s?(?:사회자|진행자|모더레이터|발제자)"
)
"""Beside a name: a trade or part that no post of soldiers is."""


def _with_trade(
    text: str, hits: Iterable[NameHit], details: Sequence[Detail], start: int
) -> Iterator[int]:
    """Yield where whole names stand beside a trade of civil life."""
    told = [d for d in details if d.field in {*DESCRIBING, Field.RELATIVE}]
    for hit in hits:
        if hit.form is not Form.FULL:
            continue
        begin, end = hit.start - start, hit.end - start
        before = TRADE_BEFORE.search(text[:begin])
        soldier = before is not None and any(
            before.start() < d.end and d.start < before.end() for d in told
        )
        if TRADE_AFTER.match(text, end) or (before is not None and not soldier):
            yield hit.start


def _titled(text: str, part: Cluster) -> bool:
    """Whether the name carries the title, rather than standing beside it."""
    del text
    return all(sign.hit is None or sign.hit.form is not None for sign in part.signs)
