"""Which details belong to one person of the text?

Signs that stand together ("the 24-year-old driver Sol") are one mention; mentions
with one name, or that agree, are one bearer; what else a sentence tells goes to the
bearer before it, through pronouns to the one spoken of last, and of several at once to
the group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from safeconduct.disclosure.automaton import NameHit
from safeconduct.disclosure.bearer import Bearer, Paragraph, is_same_wound
from safeconduct.disclosure.bearers import (
    AT_WAR,
    CAPTIVITY,
    CLIENT,
    PLAYED,
    PRONOUN,
    REST_OF_TWO,
    WOMAN,
    Sort,
    signs,
)
from safeconduct.disclosure.called import APPOSED, COORDINATED, OPENING, Called
from safeconduct.disclosure.clusters import (
    OBLIQUE,
    Cluster,
    blanked,
    clusters,
    listed,
    with_each,
    with_nations,
)
from safeconduct.disclosure.company import FIRST, Roll
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.few import counted, is_demonym
from safeconduct.disclosure.memory import OF_FEW, PREDICATE
from safeconduct.disclosure.nationality import AT_WAR_NATIONS, soldiers_of
from safeconduct.disclosure.ranks import end_of_all
from safeconduct.disclosure.trades import in_office, of_soldiers, with_trade

INDEFINITE = re.compile(r"\b(?:an?|one)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
"""Before a description: it brings in somebody new."""
BY_PRONOUN = re.compile(r"[^.;!?]{0,40},\s+he\b")
"""After a description: it goes on with whom the pronoun means."""
HIS_AGE = re.compile(
    r"\b(?:his\s+age|age|aged)\W{0,3}$|(?<!\w)(?:возраст|вік)\w{0,2}\W{0,3}$|나이[는가도]?\s?$",
    re.IGNORECASE,
)
"""Before an age: it is of whom the sentence just spoke, "Hyon, and his age, 31"."""
BEGINNING = 40
"""Characters of a paragraph within which a stranger, the first it brings in, is whom
its first sentence speaks of: "Its representative Ostap Hrynchuk said"."""
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
WHO = re.compile(
    r"([^.;!?]{0,60}),\s+(?:who(?:se|m)?|що|як(?:ий|ого|ому|им)|котр(?:ий|ого|ому|им)|котор(?:ый|ого|ому|ым))\s(?:[\w’'-]+\s){0,4}"
)
"""Between somebody and a description: a clause that goes on with him."""
TOPIC = re.compile(r"[은는]\s(?:\d{4}년\s)?")
"""Between a name and a description in Korean: it is told of him."""
DEAD = re.compile(
    r"(?<![가-힣])(?:숨진|전사한|사망한|죽은|숨졌던)\s$|\b(?:dead|fallen|late|slain)\s$"
    r"|(?<!\w)(?:погибш|загибл|убит|вбит|покойн|полегл|померл|умерш)\w+\s$",
    re.IGNORECASE,
)
"""Before a description: whom it tells of can be given away to nobody."""
LIVING = 12
"""Characters of such a word."""
OF_HIS = re.compile(
    r"\b(?:his|their)\s$|(?<!\w)(?:його|їхн\w+|его|их)\s$|(?<![가-힣])(?:그의|자기)\s$",
    re.IGNORECASE,
)
"""Before a post: it is of somebody who was with him."""
KIN = re.compile(
    r"\b(?:father|mother|brother|sister|wife|son|daughter|uncle|cousin|friend)s?\b"
    r"|(?<!\w)(?:бать|мат[иіеє]р|мат[иь]|отец|отц|брат|сестр|син|сын|доч|дружин|жен|друг)\w*",
    re.IGNORECASE,
)


class Chains(Called):
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
        lists = tuple(listed(text, details))
        details = (*details, *(each for ages in lists for each in ages))
        details = tuple({(d.start, d.end, d.field): d for d in details}.values())
        found = clusters(blanked(text, details), signs(text, hits, details, start))
        parts = tuple(with_nations(found, details))
        for person, place in in_office(parts, hits, start):
            self.titled[person] = min(place, self.titled.get(person, place))
        self.traded |= set(with_trade(text, hits, details, start))
        self._count_nations(soldiers_of(text, details), start)
        self.nations_told |= {
            str(d.value) for d in details if d.field is Field.NATIONALITY
        }
        roll = self._roll(text, details, lists)
        near = CAPTIVITY.search(text) is not None
        taken = near and AT_WAR.search(text) is not None and PLAYED.search(text) is None
        taken |= HELD.search(text) is not None and self._single is not None
        said: list[tuple[Cluster, Bearer]] = []
        for part in parts:
            bearer = self._meant(text, part, roll, said)
            if bearer is None:
                continue
            said.append((part, bearer))
            if bearer.stranger:
                self.strangers.append((start + part.start, start + part.end))
            bearer.credited &= credited
            bearer.captive |= near or self._near
            bearer.taken |= taken
            self._remember(bearer, part, start)
            self._tell_woman(text, part, bearer)
            if part.of(Sort.FEW):
                bearer.details += _telling(part, details, start)
            if (few := self._enrol(part, bearer, roll)) is not None:
                said.append((part, few))
        if heads or credited:
            self.shown += [detail.moved(start) for detail in details]
        if not heads:
            self.note(text, start, hits, details, opens=opens)
        self._give_rest(text, details, said, start)
        self._focus_after(said)
        self._near = near

    def _meant(
        self,
        text: str,
        part: Cluster,
        roll: Roll,
        said: Sequence[tuple[Cluster, Bearer]],
    ) -> Bearer | None:
        """Return whom a mention means; the dead can be given away to nobody."""
        if DEAD.search(text, max(0, part.start - LIVING), part.start):
            return Bearer(stranger=True)
        return self._on_roll(part, roll) or self._bearer(text, part, said)

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
        details = list(of_soldiers(text, details, hits, start))
        if any(detail.field is Field.GROUP for detail in details):
            details = counted(text, details)
            details = self._without_members(text, details)
        if opens:
            self._begin_group(details)
            self._few = None
            self._here = None
            self._present = []
        return with_each(text, details)

    def note(
        self,
        text: str,
        start: int,
        hits: Sequence[NameHit] = (),
        details: Sequence[Detail] = (),
        *,
        opens: bool,
    ) -> None:
        """Note what a paragraph tells of prisoners, whoever of them."""
        if opens or not self.paragraphs:
            self.paragraphs.append(Paragraph(start, start))
        paragraph = self.paragraphs[-1]
        paragraph.end = start + len(text)
        paragraph.said.append((start, text))
        paragraph.details += (
            d
            for d in (detail.moved(start) for detail in details)
            if not any(a <= d.start and d.end <= b for a, b in self.strangers)
        )
        paragraph.hits += (
            hit
            for hit in hits
            if hit.start not in self.traded
            and not any(a < hit.end and hit.start < b for a, b in self.strangers)
        )

    def _tell_woman(self, text: str, part: Cluster, bearer: Bearer) -> None:
        """Note whether a mention is of a woman or a man."""
        if bearer.group or bearer.stranger or bearer.woman is not None:
            return
        if part.of(Sort.PRONOUN):
            bearer.woman = False
        elif WOMAN.search(text[max(0, part.start - BESIDE) : part.end + BESIDE]):
            bearer.woman = True

    def _bearer(  # noqa: PLR0911  (a line for each sort of mention)
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        sorts = {sign.sort for sign in part.signs}
        if Sort.NAME in sorts and Sort.STRANGER not in sorts:
            first = not _own(said) and sorts.isdisjoint({Sort.OTHER, Sort.ONE})
            return (
                self._apposed(text, part, said)
                or (first and self._introduced(text, part))
                or self._named(part, alone=first)
            )
        if Sort.STRANGER in sorts:
            return Bearer(stranger=True)
        several = self._several(text, part, sorts)
        if several is not None:
            return several
        if Sort.NEWCOMER in sorts:
            return self._new()
        if Sort.INITIALS in sorts:
            return self._initialled(text, part, said)
        if Sort.RANK in sorts:
            return self._of_rank(text, part)
        if Sort.OTHER in sorts:
            return self._other(text, part, said)
        if Sort.ONE in sorts and (self._single is None or self._pair is not None):
            return self._one_of_few(text, part)
        if sorts & {Sort.MEMBER, Sort.SHE, Sort.PRONOUN, Sort.WOUNDED}:
            return self._pointed_at(text, part, said)
        return self._described(text, part, said)

    def _pointed_at(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        """Return whom "the elder", "she", "he" or "her client" means."""
        if part.of(Sort.WOUNDED):
            return self._wounded(text, part, said)
        if part.of(Sort.MEMBER):
            meant = self._elder_or_younger(text, part)
            rest = REST_OF_TWO.match(text, part.start)
            if rest:
                return self._rest(text, part, said) or self._other(text, part, said)
            english = text[part.start : part.end].isascii()
            return meant or (self._pronoun(text, said) if english else None)
        if part.of(Sort.SHE):
            return self._she(said)
        if CLIENT.match(text, part.start) and self._single is not None:
            return self._single
        return self._pronoun(text, said)

    def _wounded(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        """Return whom a wound was told of before; else "the man" is a pronoun."""
        (wound,) = part.details
        same = [
            bearer
            for bearer in self.bearers
            if not (bearer.group or bearer.stranger)
            and any(is_same_wound(detail, wound) for detail in bearer.details)
        ]
        if len(same) == 1:
            return same[0]
        return self._pronoun(text, said) if PRONOUN.match(text, part.start) else None

    def _several(self, text: str, part: Cluster, sorts: set[Sort]) -> Bearer | None:
        """Return the few, the pair or the group that a mention means, if several."""
        if sorts & {Sort.SUBSET, Sort.ALL}:
            return (
                self._some_of_few(text, part)
                or self._all_of_few(part)
                or self._as_many(part)
            )
        if Sort.FEW in sorts:
            return self._same_few(text, part) or self._new_few(
                part.of(Sort.FEW)[0].size
            )
        plural = any(d.plural for d in part.details if d.field is Field.AGE)
        if plural or Sort.PRONOUNS in sorts:
            return self._pair or self.group
        if Sort.GROUP in sorts:
            return self._lads(text, part) or self.group
        return None

    def _she(self, said: Sequence[tuple[Cluster, Bearer]]) -> Bearer | None:
        """Return the woman spoken of last; of other women nothing is told here."""
        for _, bearer in reversed(said):
            if not bearer.group and bearer.woman:
                return bearer
        known = self._single
        if known is None or not known.woman:
            return None
        return known

    def _goes_on(
        self, text: str, part: Cluster, before: Cluster, bearer: Bearer
    ) -> bool:
        """Whether a description goes on with whom the sentence spoke of before it."""
        between = text[before.end : part.start]
        return not (
            bearer.group
            or bearer.stranger
            or len(between) > APPOSED
            or (COORDINATED.search(between) and not HIS_AGE.search(between))
            or not self._agrees(bearer, part.details)
        )

    def _described(  # noqa: C901, PLR0911, PLR0912  (from the surest reading to a guess)
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
        if said and (whom := self._qualified(text, part, *said[-1])):
            return whom
        fitting = [
            b for b in self.bearers if not b.group and self._agrees(b, part.details)
        ]
        sharing = [b for b in fitting if b.shares(part.details)]
        subject = next((b for _, b in reversed(said) if not b.group), None)
        if subject not in fitting and only == {Field.ROLE} and _leads(part) and subject:
            return Bearer(stranger=True)  # the one who gave him orders
        if subject in fitting and PREDICATE.search(text[: part.start]):
            return subject
        if only == {Field.ROLE} and OF_HIS.search(text[: part.start]):
            return Bearer(stranger=True)  # "the shelling that killed his driver"
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
        return self._new(prisoner=prisoner)

    def _qualified(
        self, text: str, part: Cluster, before: Cluster, bearer: Bearer
    ) -> Bearer | None:
        """Return of whom a clause goes on to tell: "the consul, who is 52".

        His age is his even where the register knows him younger: then he is a namesake.
        """
        clause = WHO.fullmatch(text, before.end, part.start)
        topic = TOPIC.fullmatch(text, before.end, part.start)
        if bearer.group or bearer.stranger or not (clause or topic):
            return None
        if clause is not None and KIN.search(clause[1]):
            return None
        aged = {detail.field for detail in part.details} == {Field.AGE}
        if not (self._agrees(bearer, part.details) or (aged and bearer.years is None)):
            return None
        return bearer

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

    def _of_rank(self, text: str, part: Cluster) -> Bearer | None:
        """Return the eldest of a few; or, of all the prisoners, one of his own."""
        sign = part.of(Sort.RANK)[0]
        member = self._ranked(text, part)
        if member is not None or sign.rank is None:
            return member
        if end_of_all(text, sign.start, sign.end) is None:
            return self._other(text, part, ()) if sign.rank in {0, -1} else None
        known = self._of_all.get(sign.rank)
        if known is None or not self._agrees(known, part.details):
            self._few = None
            known = self._of_all[sign.rank] = self._new(prisoner=True)
        return known

    def _other(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer:
        if self._is_of_two(text, part, said):
            one = self._rest(text, part, said)
            if one is not None:
                return one
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


KOREAN_ONE = re.compile(
    r"(?:한|그|이|어느|어떤|다른|또|첫|모|\S+[은는던된한인])\s?$|[세살명]\s?(?:의\s?)?$"
)
"""Before a Korean word for a prisoner: it means one of them."""


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
