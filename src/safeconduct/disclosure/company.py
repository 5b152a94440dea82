"""Who of a few told of together is meant?

Two or three are told of in one breath, as a rule by their ages; from there on "they"
are all of them, and "the younger", "the eldest" or "the other" one.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from safeconduct.disclosure.bearer import Bearer
from safeconduct.disclosure.bearers import DESCRIBING, YOUNGER, Sort
from safeconduct.disclosure.clusters import Cluster
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.memory import TOGETHER, Memory
from safeconduct.disclosure.ranks import OLD, SUBSET, YOUNG, end_of_all

PAIR = 2
FEW_OWNERS = 8
"""Owners of a name who are asked; a name of more says nothing."""
FIRST = re.compile(r"(?:the\s+)?first\b|перш\w+|перв\w+|첫", re.IGNORECASE)
SECOND = re.compile(r"(?:the\s+)?second\b|друг\w+|втор\w+|두\s?번째", re.IGNORECASE)
REST = re.compile(
    r"(?:the\s+)?(?:other|second)\b|інш\w+|друг\w+|втор\w+|다른|나머지|두\s?번째",
    re.IGNORECASE,
)
"""Of two: the one not spoken of before."""
BOTH_BEFORE = re.compile(
    r"(?:\b(?:all|both)|(?<!\w)(?:всі|усі|все|всіх|усіх|всех|обидва|обоє|оба))\s$",
    re.IGNORECASE,
)
"""Before a count: it is of those who were spoken of."""


LADS = re.compile(
    r"(?:lads|boys|young\s+men|хлопц|хлопчик|юнак|парн|ребят|юнош)\w*|청년들",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Roll:
    """What one sentence lists of a few: their ages and posts, and who they are."""

    lists: tuple[Sequence[Detail], ...]
    posts: set[tuple[int, int]]
    members: list[Bearer] = field(default_factory=list)
    few: Bearer | None = None
    pair: Bearer | None = None

    def ages(self, part: Cluster) -> Sequence[Detail]:
        """Return the ages among which that of a mention stands; none if alone."""
        own = {(d.start, d.end) for d in part.details if d.field is Field.AGE}
        lists = (a for a in self.lists if any((d.start, d.end) in own for d in a))
        return next(lists, ())

    def size(self, part: Cluster) -> int | None:
        """Return how many a group is, if as many ages are listed beside it."""
        sizes = {len(ages) for ages in self.lists if ages}
        counts = (d.value for d in part.details if d.field is Field.GROUP)
        return next((n for n in counts if isinstance(n, int) and n in sizes), None)

    def tells_post(self, part: Cluster) -> bool:
        """Whether a mention is one of as many posts as the few are."""
        return any((d.start, d.end) in self.posts for d in part.details)


class Company(Memory):
    """The few of whom a text speaks together, and each of them."""

    def _roll(
        self,
        text: str,
        details: Sequence[Detail],
        lists: Sequence[Sequence[Detail]],
    ) -> Roll:
        """Begin the list of whom a sentence tells by their ages or posts."""
        ages = (*lists, self._ages_of_few(details))
        return Roll(ages, self._posts_of_few(text, details))

    def _on_roll(self, part: Cluster, roll: Roll) -> Bearer | None:
        """Return whom a mention means because it is one of a list."""
        if ages := roll.ages(part):
            return self._listed(part, ages)
        if size := roll.size(part):
            roll.few = self._new_few(size)
            return roll.few
        return self._pair if roll.tells_post(part) else None

    def _enrol(self, part: Cluster, bearer: Bearer, roll: Roll) -> Bearer | None:
        """Note one of a list; return the few who are told of once it is full."""
        full = None
        if part.of(Sort.FEW):
            roll.few = bearer
        if ages := roll.ages(part):
            roll.members.append(bearer)
            if len(roll.members) == len(ages):
                full = roll.pair = self._told_by_ages(roll.members)
                roll.members = []
        few, pair = roll.few, roll.pair
        if few is not None and pair is not None and few.size == len(pair.members):
            self._join(few, pair)
            roll.few = None
        return full

    def _told_by_ages(self, members: Sequence[Bearer]) -> Bearer:
        """Bring in two or three who are told of in one breath, each by his age."""
        few = self._pair
        if few is None or few.size != len(members) or few.members:
            few = Bearer(group=True, size=len(members))
        few.members = tuple(members)
        for each in members:
            each.few = few
        self._pair = few
        return few

    def _join(self, few: Bearer, pair: Bearer) -> None:
        """Hold those told by their ages for the few who are counted beside them."""
        if few is pair:
            return
        few.members = pair.members
        for each in pair.members:
            each.few = few
        self._few = self._pair = few

    def _same_few(self, text: str, part: Cluster) -> Bearer | None:
        """Return those spoken of, if a count means them again: "all three gunners"."""
        few = self._pair
        size = part.of(Sort.FEW)[0].size
        if few is None or not few.members or few.size != size:
            return None
        return few if BOTH_BEFORE.search(text[: part.start]) else None

    def _members(self) -> list[Bearer]:
        """Return those of the few spoken of who have been told of alone."""
        few = self._pair
        if few is None or few.members:
            return [] if few is None else list(few.members)
        return [b for b in self.bearers if b.few is few] if few.size else []

    def _by_age(self) -> list[Bearer]:
        """Return the few spoken of, the youngest first, if all ages are told.

        Where no few were brought in: the only two of the text whose ages are told.
        """
        members = self._members() or self._two_aged()
        ages = {each.years for each in members}
        if None in ages or len(ages) != len(members):
            return []
        return sorted(members, key=lambda each: each.years or 0)

    def _two_aged(self) -> Sequence[Bearer]:
        aged = [
            each
            for each in self.bearers
            if not (each.group or each.stranger) and each.years is not None
        ]
        return aged if len(aged) == PAIR else ()

    def _ages_of_few(self, details: Sequence[Detail]) -> tuple[Detail, ...]:
        """Return as many ages as a few are: "one is 21, the other 26"; else none."""
        ages = {
            d.value: d
            for d in details
            if d.field is Field.AGE and not d.plural and d.value is not None
        }
        few = self._pair if self._is_of_few() else None
        if few is None or self._members() or len(ages) != few.size:
            return ()
        return tuple(ages.values())

    def _posts_of_few(
        self, text: str, details: Sequence[Detail]
    ) -> set[tuple[int, int]]:
        """Return where as many posts stand in one breath as a few are.

        "Taken as a cook and a loader": which of them was which is not told.
        """
        few = self._pair
        if few is None or not few.members:
            return set()
        posts = sorted(
            (d for d in details if d.field is Field.ROLE), key=lambda d: d.start
        )
        if len(posts) != few.size or any(d.field is Field.AGE for d in details):
            return set()
        joined = all(
            TOGETHER.fullmatch(text, one.end, other.start)
            for one, other in pairwise(posts)
        )
        return {(d.start, d.end) for d in posts} if joined else set()

    def _is_of_few(self) -> bool:
        return self._pair is not None and self._pair.size is not None

    def _listed(self, part: Cluster, ages: Sequence[Detail]) -> Bearer:
        """Return whose age stands in a list: somebody new, but where all were told of."""
        if all(self._known_by([age]) for age in ages):
            return self._known_by(part.details) or self._new()
        return self._new()

    def _known_by(self, details: Sequence[Detail]) -> Bearer | None:
        """Return who was last told of so."""
        for bearer in reversed(self.bearers):
            same = not bearer.group and bearer.shares(details)
            if same and self._agrees(bearer, details):
                return bearer
        return None

    def _one_of_few(self, text: str, part: Cluster) -> Bearer:
        """Return one of two whose ages stand side by side, or one of a few."""
        members = self._members()
        if len(members) == PAIR and FIRST.match(text, part.start):
            return members[0]
        posts = {d.field for d in part.details} <= {Field.ROLE}
        if len(members) == PAIR and part.of(Sort.ONE) and posts:
            return self._pair or members[0]  # nothing tells which of them
        if self._is_of_few() and part.of(Sort.ONE):
            return self._new() if part.details else self._pair or self._new()
        return self._known_by(part.details) or self._new()

    def _rest(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        """Return of two the one not spoken of last; both, if nothing tells which."""
        members = self._members()
        if len(members) != PAIR:
            return None
        last = said[-1][1] if said else self._focus
        if last is not None and last is self._pair:
            return last
        if SECOND.match(text, part.start):
            return members[1]
        rest = [b for b in members if b is not last]
        return rest[0] if len(rest) == 1 else None

    def _is_of_two(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> bool:
        """Whether "the other" follows on two who were spoken of just before."""
        if REST.match(text, part.start) is None or (self._opened and not said):
            return False
        last = said[-1][1] if said else self._focus
        few = self._pair
        return few is not None and (last is few or last in few.members)

    def _elder_or_younger(self, text: str, part: Cluster) -> Bearer | None:
        """Return which of a few "the younger" or "the elder" means."""
        members = self._by_age()
        if len(members) < PAIR:
            return None
        return members[0 if YOUNGER.match(text, part.start) else -1]

    def _ranked(self, text: str, part: Cluster) -> Bearer | None:
        """Return which of a few "the eldest" means; a rank among all is none of them."""
        sign = part.of(Sort.RANK)[0]
        members = self._by_age()
        if end_of_all(text, sign.start, sign.end) is not None:
            return None
        middle = sign.rank not in {0, -1}
        if len(members) < PAIR + middle or sign.rank is None:
            return None
        member = members[sign.rank]
        return member if self._agrees(member, part.details) else None

    def _without_members(
        self, text: str, details: Sequence[Detail]
    ) -> Sequence[Detail]:
        """Leave out groups that are some of the few: "the two younger"."""
        few = self._pair
        if few is None or len(few.members) != PAIR + 1:
            return details
        some = [match.span() for match in SUBSET.finditer(text)]
        return [
            d
            for d in details
            if d.field is not Field.GROUP
            or not any(start < d.end and d.start < end for start, end in some)
        ]

    def _some_of_few(self, text: str, part: Cluster) -> Bearer | None:
        """Return "the two younger" or "the other two" as one, if these are known."""
        members = self._by_age()
        words = text[part.start : part.end]
        if not part.of(Sort.SUBSET) or len(members) != PAIR + 1:
            return None
        if YOUNG.search(words):
            chosen = members[:PAIR]
        elif OLD.search(words):
            chosen = members[1:]
        else:
            chosen = [b for b in members if b is not self._single]
        if len(chosen) != PAIR:
            return None
        return Bearer(group=True, members=tuple(chosen), few=self._pair)

    def _all_of_few(self, part: Cluster) -> Bearer | None:
        """Return the few spoken of, if "all three" or "둘은" counts as many."""
        few = self._pair
        sizes = {sign.size for sign in part.of(Sort.ALL)}
        if few is None or few.size is None or not sizes & {None, few.size}:
            return None
        return few

    def _as_many(self, part: Cluster) -> Bearer | None:
        """Bring in as many as "둘은" counts; who they are is known at the end."""
        sizes = {sign.size for sign in part.of(Sort.ALL)} - {None}
        if len(sizes) != 1:
            return None
        (size,) = sizes
        every = Bearer(group=True, size=size)
        self.counted.append(every)
        return every

    def _lads(self, text: str, part: Cluster) -> Bearer | None:
        """Return the few spoken of, if a word for several means them: "the lads"."""
        meant = not part.details and LADS.match(text, part.start)
        return self._few if meant else None

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

    def _all_may_be(self, person: int, details: Iterable[Detail]) -> bool:
        assert self._may_be is not None  # noqa: S101  (its only caller looked)
        return all(
            self._may_be(person, detail.field, detail.value)
            for detail in details
            if detail.field in DESCRIBING
        )
