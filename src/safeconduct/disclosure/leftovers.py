"""Whose is what a text tells of nobody who was found?

A man found by his name is told of again without it, in words that fit him, or in words
that could be anybody's: then they are his of whom the text speaks there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from safeconduct.disclosure.about import About
from safeconduct.disclosure.bearer import Bearer, told_in
from safeconduct.disclosure.details import COMPARED, Detail, Field
from safeconduct.disclosure.fitting import NO, YES
from safeconduct.disclosure.mentions import Chains
from safeconduct.disclosure.passages import Grades
from safeconduct.disclosure.weighing import SURE, Columns, agreeing, opposing

TOLD_OF_ONE = frozenset({Field.STORY, Field.WISH, Field.FAMILY, Field.SERVICE})
"""What is his of whom the paragraph tells, in whatever words."""
ANYBODYS = frozenset({Field.NATIONALITY, Field.WISH})
"""What tells nobody of several apart."""


TELLS_ONE = frozenset({Field.HOME, Field.INJURY, Field.CAPTURE_PLACE, Field.AGE})
"""What few have in common."""


class Leftovers:
    """The bearers of a text who were not found, and what was told of nobody.

    Args:
        chains: The text.
        columns: Compares details with everybody, by field.
        grades: Compares one with one.
        size: Persons of the register.
    """

    def __init__(
        self,
        chains: Chains,
        columns: Callable[[Iterable[Detail]], Columns],
        grades: Grades,
        size: int,
    ) -> None:
        self.chains = chains
        self._columns = columns
        self._grades = grades
        self._size = size

    def add_rest(self, by_person: dict[int, list[Bearer]]) -> None:
        """Give who was not found to those of his paragraph whom he may be.

        "Kwon, 22, is one of them. A combat engineer, ..." may be read as two men.
        """
        placed = {id(b) for bearers in by_person.values() for b in bearers}
        for bearer in self.chains.bearers:
            if id(bearer) in placed or bearer.own or bearer.stranger or bearer.members:
                continue
            first = min((d.start for d in bearer.details), default=-1)
            own = self._columns(bearer.details)
            for paragraph in self.chains.paragraphs:
                if not paragraph.start <= first < paragraph.end:
                    continue
                for person, bearers in told_in(paragraph, by_person):
                    fit = all(c[person] > NO for each in own.values() for c in each)
                    if fit and all(b.agrees(bearer.details) for b in bearers):
                        bearers.append(bearer)

    def add_lost(self, by_person: dict[int, list[Bearer]]) -> None:
        """Give who was not found to the one found whom more of him fits than not.

        A man may be told of anew, pages later, and with another's age among his own.
        """
        if self.chains.about is About.NOT:
            return
        placed = {id(b) for bearers in by_person.values() for b in bearers}
        for bearer in self.chains.bearers:
            if id(bearer) in placed or bearer.stranger or bearer.group or bearer.own:
                continue
            if bearer.size is not None or bearer.members:
                continue
            told = [d for d in bearer.details if d.field not in ANYBODYS]
            columns = self._columns(told)
            agree = agreeing(columns, self._size)
            score = agree - opposing(columns, self._size)
            ranked = sorted(by_person, key=lambda p: -int(score[p]))
            best = [p for p in ranked if score[p] == score[ranked[0]]]
            if len(best) != 1 or score[best[0]] < 1 or agree[best[0]] < SURE:
                continue
            fitting = [d for d in bearer.details if self._is_his(d, best[0])]
            by_person[best[0]].append(replace(bearer, details=fitting))

    def _is_his(self, detail: Detail, person: int) -> bool:
        """Whether a detail does not contradict a person."""
        compared = detail.field in COMPARED
        return not compared or self._grades.one(detail, person) > NO

    def add_shown(self, by_person: dict[int, list[Bearer]]) -> None:
        """Give what a title or a caption tells to the one found whom alone it fits.

        Titles bring in nobody new: "a welder from Cherepovets" is the welder told of.
        """
        for detail in self.chains.shown:
            if detail.field not in TELLS_ONE:
                continue
            fitting = [p for p in by_person if self._grades.one(detail, p) == YES]
            if len(fitting) != 1:
                continue
            for person, bearers in by_person.items():
                for bearer in bearers if self._grades.one(detail, person) == NO else ():
                    bearer.details = [d for d in bearer.details if d != detail]
            if not any(detail in b.details for b in by_person[fitting[0]]):
                by_person[fitting[0]].append(Bearer(details=[detail]))

    def add_orphans(self, by_person: dict[int, list[Bearer]]) -> None:
        """Give what was told of nobody found to those of whom the text just spoke.

        That is those found in the paragraph; a wish where nobody is found is taken for
        theirs who were spoken of last, and one that opens a text for theirs who are
        spoken of next; one that a title quotes is any of theirs. What is told of
        strangers stays theirs.
        """
        placed = {id(b) for bearers in by_person.values() for b in bearers}
        lost = [
            b for b in self.chains.bearers if not b.stranger and id(b) not in placed
        ]
        of_all = [b for b in self.chains.counted if b.size == len(by_person)]
        lost += (b for b in self.chains.counted if b.size != len(by_person))
        orphans = [
            detail
            for detail in (*(d for b in lost for d in b.details), *self.chains.loose)
            if detail.field in TOLD_OF_ONE
        ]
        if self.chains.about is About.NOT:
            self._add_wishes(by_person, orphans)
            return
        last: list[int] = []
        opening: list[Detail] = []
        for paragraph in self.chains.paragraphs:
            here = [p for p, _ in told_in(paragraph, by_person)]
            told = [d for d in orphans if paragraph.start <= d.start < paragraph.end]
            if not here:
                told = [d for d in told if d.field is Field.WISH]
            last = here or last
            told = [*opening, *told]
            opening = [] if last else told
            for person in last if told else ():
                by_person[person].append(Bearer(details=told))
        every = [*self.chains.headed, *(d for b in of_all for d in b.details)]
        for bearers in by_person.values():
            bearers.append(Bearer(details=every))

    def _add_wishes(
        self, by_person: dict[int, list[Bearer]], orphans: Iterable[Detail]
    ) -> None:
        """Of a text about other things, give sure wishes where he is told of."""
        sure = [d for d in orphans if d.field is Field.WISH and not d.doubtful]
        for paragraph in self.chains.paragraphs:
            told = [d for d in sure if paragraph.start <= d.start < paragraph.end]
            for _, bearers in told_in(paragraph, by_person) if told else ():
                bearers.append(Bearer(details=told))
