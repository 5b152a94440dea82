"""What can a text tell of a person, and where does it stand?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Field(StrEnum):
    """What a detail tells; the first nine are columns of the register too."""

    NATIONALITY = "nationality"
    AGE = "age"
    ROLE = "role"
    UNIT = "unit"
    CAPTURE_PLACE = "capture_place"
    CAPTURE_MONTH = "capture_month"
    INJURY = "injury"
    HOME = "home"
    WISH = "wish"
    NAME = "name"
    BIRTH_DATE = "birth_date"
    NUMBER = "number"
    RELATIVE = "relative"
    NICKNAME = "nickname"
    PAPERS = "papers"
    SERVICE = "service"
    DEPLOYMENT = "deployment"
    FAMILY = "family"
    STORY = "story"
    GROUP = "group"
    FATE = "fate"
    POINTER = "pointer"

    @property
    def kind(self) -> str:
        """How it exposes: direct, quasi (with others), or a wish."""
        if self is Field.WISH:
            return "wish"
        return "direct" if self in DIRECT else "quasi"


DIRECT = frozenset({Field.NAME, Field.BIRTH_DATE, Field.NUMBER, Field.RELATIVE})
COMPARED = (
    Field.NATIONALITY, Field.AGE, Field.ROLE, Field.UNIT, Field.CAPTURE_PLACE,
    Field.CAPTURE_MONTH, Field.INJURY, Field.HOME, Field.WISH,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Detail:
    """A span that tells something, and what it tells.

    `value` is hashable and compared with the register's by `fitting`; its form depends
    on the field (see the reader). `plural` marks what is told of several at once, and
    `doubtful` what goes to nobody of whom its sentence does not speak.
    """

    start: int
    end: int
    field: Field
    value: object = None
    plural: bool = False
    doubtful: bool = False

    def moved(self, by: int) -> Detail:
        """Return the detail with its span moved."""
        return replace(self, start=self.start + by, end=self.end + by)
