"""Whom do the paragraphs of a text describe, one by one, by twos, and all as one?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise

from safeconduct.disclosure.about import About
from safeconduct.disclosure.bearer import Bearer, Paragraph, joined, told_in
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.fitting import YES
from safeconduct.disclosure.mentions import Chains
from safeconduct.disclosure.passages import DOUBT, MARGIN, Grades, Passage
from safeconduct.disclosure.register import Register
from safeconduct.disclosure.variants import Form
from safeconduct.disclosure.weighing import FEW

APART = frozenset(
    {
        Field.AGE, Field.ROLE, Field.UNIT, Field.CAPTURE_PLACE, Field.CAPTURE_MONTH,
        Field.INJURY, Field.HOME,
    }
)  # fmt: skip
"""What tells one prisoner from another."""


class Paragraphs:
    """The paragraphs of a text, compared with everybody."""

    def __init__(self, register: Register, chains: Chains, grades: Grades) -> None:
        self.register = register
        self.chains = chains
        self._grades = grades

    @cached_property
    def each(self) -> tuple[Passage, ...]:
        """The paragraphs one by one, of a text that is surely about prisoners."""
        if self.chains.about is not About.SURELY:
            return ()
        return tuple(self._passage([each]) for each in self.chains.paragraphs)

    def nearest(self, bearer: Bearer, people: Sequence[int]) -> Sequence[int]:
        """Of several whom one may be, keep whom his paragraph fits far better."""
        if len(people) <= 1 or bearer.size is not None or bearer.few is not None:
            return people
        for passage in self.each:
            if passage.paragraph.tells_of(bearer):
                return passage.nearest(people)
        return people

    def supports(self, bearer: Bearer, person: int) -> int | None:
        """How many fields the paragraphs that tell of a bearer have for a person."""
        told = (p.supports(person) for p in self.each if p.paragraph.tells_of(bearer))
        return max(told, default=None)

    def add(self, by_person: dict[int, list[Bearer]]) -> None:
        """Add whom a paragraph describes, and what it may tell of those found in it."""
        for passage in chain(self.each, self._wider()):
            here = [p for p, _ in told_in(passage.paragraph, by_person)]
            for each in passage.describes(here):
                new = () if each.person in here else passage.paragraph.details
                known = {
                    d.field for b in by_person.get(each.person, ()) for d in b.details
                }
                his = (d for d in each.details if d.field not in known & {Field.AGE})
                details = [*dict.fromkeys((*his, *new))]
                told = Bearer(hits=list(each.hits), details=details)
                by_person.setdefault(each.person, []).append(told)

    def drop_namesakes(self, by_person: dict[int, list[Bearer]]) -> None:
        """Of those found by the same names keep whom the paragraphs fit far better."""
        places = {
            person: {(h.start, h.end) for b in bearers for h in b.hits}
            for person, bearers in by_person.items()
        }
        for passage in self.each:
            paragraph = passage.paragraph
            for hit in paragraph.hits:
                rivals = [p for p, at in places.items() if (hit.start, hit.end) in at]
                if len(rivals) > 1:
                    for person in set(rivals) - set(passage.nearest(rivals)):
                        if places[person] <= places[passage.nearest(rivals)[0]]:
                            by_person.pop(person, None)
        self._drop_by_surname(by_person, places)

    def drop_split(self, by_person: dict[int, list[Bearer]]) -> None:
        """Drop whom nothing tells that is not told of others of his paragraph.

        A man whose description was read as two men's is found, and beside him one who
        shares what was read apart.
        """
        fits = [
            {p: self._fitting(p, each.details) for p, _ in told_in(each, by_person)}
            for each in self.chains.paragraphs
        ]
        most = {person: self._most(person) for person in by_person}
        for person, bearers in tuple(by_person.items()):
            if any(b.own or b.group or b.few for b in bearers):
                continue
            his = self._fitting(person, (d for b in bearers for d in b.details))
            rivals = [
                fitting
                for here in fits
                if person in here
                for other, fitting in here.items()
                if other in by_person
                and other != person
                and (len(fitting) > len(here[person]) or most[other] > most[person])
            ]
            if his and all(any(d in each for each in rivals) for d in his):
                del by_person[person]

    def _fitting(
        self, person: int, details: Iterable[Detail]
    ) -> set[tuple[Field, object]]:
        """Return what is told, by fields and values, that fits a person and tells."""
        return {
            (detail.field, detail.value)
            for detail in details
            if detail.field in APART and self._grades.one(detail, person) == YES
        }

    def _drop_by_surname(
        self,
        by_person: dict[int, list[Bearer]],
        places: Mapping[int, Collection[tuple[int, int]]],
    ) -> None:
        """Drop whom a surname alone may mean that is another's, who is named wholly.

        Two words of three are a surname, too, where a third man has all three of them.
        """
        whole = {
            person
            for person, bearers in by_person.items()
            if any(h.form is Form.FULL for b in bearers for h in b.hits)
        }
        for person in tuple(by_person):
            mine = set(places[person])
            rivals = [
                other
                for other in whole & set(by_person)
                if mine < set(places[other])
                or (person not in whole and mine == set(places[other]))
            ]
            if places[person] and any(not self._fits_better(person, o) for o in rivals):
                del by_person[person]

    def _fits_better(self, one: int, other: int) -> bool:
        """Whether what tells most of one tells more than what tells most of another."""
        return self._most(one) > self._most(other)

    def _most(self, person: int) -> float:
        return max((passage.bits(person) for passage in self.each), default=0.0)

    def _passage(self, paragraphs: Sequence[Paragraph], doubt: float = 0) -> Passage:
        told = joined(paragraphs) if len(paragraphs) > 1 else paragraphs[0]
        nation = self.chains.nation
        return Passage(self.register, told, self._grades, nation, MARGIN + doubt)

    def _wider(self) -> Iterator[Passage]:
        """Yield neighbouring paragraphs as one, and then all of them.

        Where it is not sure that a text is about prisoners at all, each alone first.
        """
        each = self.chains.paragraphs
        if self.chains.about is About.NOT:
            return
        doubt = 0.0
        if self.chains.about is About.MAYBE:
            doubt = DOUBT
            yield from (self._passage([one], doubt) for one in each)
        yield from (self._passage(two, doubt) for two in pairwise(each))
        if len(each) > FEW:
            yield self._passage(each, doubt + DOUBT)
