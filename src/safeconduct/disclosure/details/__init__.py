"""What does a sentence tell that could give somebody away?"""

from collections.abc import Iterator

from safeconduct.disclosure.details.ages import ages
from safeconduct.disclosure.details.detail import COMPARED, Detail, Field
from safeconduct.disclosure.details.telling import (
    captures,
    deployments,
    groups,
    homes,
    others,
    stories,
    wishes,
)
from safeconduct.disclosure.details.words import nations, roles, units, wounds

__all__ = ["COMPARED", "READERS", "Detail", "Field", "details_in"]

READERS = (
    ages, roles, nations, units, wounds, captures, deployments, groups, homes, others,
    stories, wishes,
)  # fmt: skip


def details_in(sentence: str) -> Iterator[Detail]:
    """Yield the details of one sentence; spans count its characters."""
    for read in READERS:
        yield from read(sentence)
