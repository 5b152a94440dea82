"""What does a sentence tell that could give somebody away?"""

from collections.abc import Iterable, Iterator

from safeconduct.disclosure.details.ages import ages
from safeconduct.disclosure.details.detail import COMPARED, Detail, Field
from safeconduct.disclosure.details.fears import fears
from safeconduct.disclosure.details.homes import homes
from safeconduct.disclosure.details.kin import families, relatives
from safeconduct.disclosure.details.lives import lives
from safeconduct.disclosure.details.stories import stories
from safeconduct.disclosure.details.telling import (
    captures,
    deployments,
    groups,
    others,
)
from safeconduct.disclosure.details.wants import wants
from safeconduct.disclosure.details.wishes import wishes
from safeconduct.disclosure.details.words import nations, roles, units, wounds

__all__ = ["COMPARED", "READERS", "Detail", "Field", "details_in"]

READERS = (
    ages, roles, nations, units, wounds, captures, deployments, groups, homes, others,
    stories, lives, wishes, fears, relatives, families,
)  # fmt: skip


def details_in(sentence: str) -> Iterator[Detail]:
    """Yield the details of one sentence; spans count its characters."""
    found = [detail for read in READERS for detail in read(sentence)]
    wished = list(_longest(d for d in found if d.field is Field.WISH))
    loose = [w for w in wants(sentence) if not any(_meet(w, each) for each in wished)]
    found, wished = [*found, *loose], [*wished, *loose]
    units = [detail for detail in found if detail.field is Field.UNIT]
    homes = [detail for detail in found if detail.field is Field.HOME]
    for detail in found:
        if detail.field is Field.WISH and detail not in wished:
            continue  # a longer clause tells it
        if detail.field is Field.CAPTURE_PLACE and any(
            _within(detail, each) for each in homes
        ):
            continue  # where he comes from is not where he was taken
        if detail.field is Field.STORY and _is_wish(detail, wished):
            continue
        if detail.field is Field.ROLE and any(_within(detail, each) for each in units):
            continue  # the marine of a marine brigade
        yield detail


def _longest(wished: Iterable[Detail]) -> Iterator[Detail]:
    """Yield the wishes that no other tells as well: the longer hold the shorter."""
    kept: list[Detail] = []
    for wish in sorted(wished, key=lambda each: each.start - each.end):
        if not any(_within(wish, each) for each in kept):
            kept.append(wish)
    yield from kept


def _within(one: Detail, other: Detail) -> bool:
    return other.start <= one.start and one.end <= other.end


def _meet(one: Detail, other: Detail) -> bool:
    return one.start < other.end and other.start < one.end


def _is_wish(story: Detail, wished: list[Detail]) -> bool:
    """Whether half of a story, or more, is a wish."""
    shared = sum(
        max(0, min(story.end, wish.end) - max(story.start, wish.start))
        for wish in wished
    )
    return 2 * shared >= story.end - story.start
