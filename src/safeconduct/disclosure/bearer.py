"""What has a text told of one person, or of a group?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from safeconduct.disclosure.automaton import NameHit
from safeconduct.disclosure.bearers import DESCRIBING
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.fitting import NO, level
from safeconduct.disclosure.variants import Form
from safeconduct.disclosure.worded import Owners

ALIKE = (Field.AGE, Field.ROLE)


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
    credited: bool = True
    """Whether he is only spoken of under pictures."""
    members: tuple[Bearer, ...] = ()
    """Of two who are told of in one breath: each of them."""
    size: int | None = None
    """Of a few who are told of alike: how many they are."""
    few: Bearer | None = None
    """The few of whom he is one."""
    initials: str = ""
    """Two letters by which the text calls him."""
    woman: bool | None = None
    """Whether a woman; None where nothing has told."""

    @property
    def years(self) -> int | None:
        """How old he is, where the text tells it to the year."""
        told = [d.value for d in self.details if d.field is Field.AGE]
        exact = [v for v in told if isinstance(v, tuple) and v[0] == v[1]]
        return exact[0][0] if exact else None

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
        form = self.form
        best = [hit.owners for hit in self.own if hit.form == form]
        common = best[0]
        for owners in best[1:]:
            both = np.intersect1d(common, owners)
            common = both if len(both) else common
        return common

    def agrees(self, details: Iterable[Detail]) -> bool:
        """Whether no described detail contradicts what was told of him before."""
        told = [*self.details, *self._shared_post()]
        return not any(contradict(one, other) for one in details for other in told)

    def _shared_post(self) -> list[Detail]:
        """Return the post of the few of whom he is one, if they all have one."""
        few = self.few
        if few is None or self not in few.members:
            return []
        posts = [d for d in few.details if d.field is Field.ROLE]
        return posts if len({d.value for d in posts}) == 1 else []

    def shares(self, details: Iterable[Detail]) -> int:
        """Count the described details that he has already."""
        own = {(d.field, d.value) for d in self.details if d.field in ALIKE}
        return len({(d.field, d.value) for d in details} & own)


@dataclass(slots=True)
class Paragraph:
    """What a paragraph tells, whomever it was given to; spans count the text's."""

    start: int
    end: int
    details: list[Detail] = field(default_factory=list)
    said: list[tuple[int, str]] = field(default_factory=list)
    """Its sentences, and where each starts."""
    hits: list[NameHit] = field(default_factory=list)
    """The names in it that are of no stranger."""

    def tells_of(self, bearer: Bearer) -> bool:
        """Whether a bearer is named or told of in it."""
        places = [h.start for h in bearer.hits] + [d.start for d in bearer.details]
        return any(self.start <= at < self.end for at in places)


def joined(paragraphs: Sequence[Paragraph]) -> Paragraph:
    """Read several paragraphs as one."""
    return Paragraph(
        paragraphs[0].start,
        paragraphs[-1].end,
        [detail for each in paragraphs for detail in each.details],
        [said for each in paragraphs for said in each.said],
        [hit for each in paragraphs for hit in each.hits],
    )


def told_in(
    paragraph: Paragraph, by_person: dict[int, list[Bearer]]
) -> list[tuple[int, list[Bearer]]]:
    """Return who was found in a paragraph, with his bearers."""
    return [
        (person, bearers)
        for person, bearers in by_person.items()
        if any(paragraph.tells_of(bearer) for bearer in bearers)
    ]


def contradict(one: Detail, other: Detail) -> bool:
    """Whether two details cannot be told of one person."""
    if one.field is not other.field or one.field not in DESCRIBING:
        return False
    if one.value is None or other.value is None:
        return False
    if one.field is Field.AGE:
        return _other_ages(one.value, other.value)
    if one.field is Field.NATIONALITY:
        return one.value != other.value
    if one.field is Field.ROLE:
        return level(Field.ROLE, one.value, frozenset({other.value})) == NO
    return False


def _other_ages(one: Any, other: Any) -> bool:
    """Whether two ages are not one man's; a year of birth is compared with none."""
    if "born" in {one[0], other[0]}:
        return False
    parted = one[0] > other[1] or other[0] > one[1]
    return parted or level(Field.AGE, one, other) == NO


def owners(bearer: Bearer) -> Owners:
    """Return whom the names of a bearer may name, pseudonyms too."""
    owners = bearer.owners()
    if owners is None:
        owners = np.asarray([o for h in bearer.hits for o in h.owners], dtype=np.int32)
    return owners


def is_same_wound(one: Detail, other: Detail) -> bool:
    """Whether two details may tell one wound: of one part, or of one kind of any."""
    if one.field is not Field.INJURY:
        return False
    if not (isinstance(one.value, tuple) and isinstance(other.value, tuple)):
        return False
    part, kind = one.value
    its, other_kind = other.value
    known = part is not None and its is not None
    return bool(part == its if known else kind == other_kind)
