"""What does a sentence tell that could give somebody away?"""

import re
from collections.abc import Iterable, Iterator

from safeconduct.disclosure.details.ages import ages
from safeconduct.disclosure.details.detail import COMPARED, Detail, Field
from safeconduct.disclosure.details.fears import fears
from safeconduct.disclosure.details.homes import homes
from safeconduct.disclosure.details.kin import families, relatives
from safeconduct.disclosure.details.learned import learned
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
from safeconduct.disclosure.details.words import crews, nations, roles, units, wounds

__all__ = ["COMPARED", "READERS", "Detail", "Field", "details_in", "ruled", "unruled"]

READERS = (
    ages, roles, crews, nations, units, wounds, captures, deployments, groups, homes,
    others, stories, lives, wishes, fears, relatives, families,
)  # fmt: skip


def details_in(sentence: str) -> Iterator[Detail]:
    """Yield the details of one sentence; spans count its characters.

    First what the rules find, then what is learned and no rule has told already.
    """
    told = list(ruled(sentence))
    yield from told
    yield from unruled(sentence, told)


def unruled(sentence: str, told: list[Detail]) -> Iterator[Detail]:
    """Yield what is learned of one sentence and none of `told` tells already."""
    general = RULE.search(sentence) is not None
    for passage in learned(sentence, told):
        if general and passage.field is Field.WISH:
            continue
        if not _is_told(passage, told):
            yield from _untold(sentence, passage, told)


RULE = re.compile(
    r"\b(?:is|are|(?:can|may|must|shall|will)\s+be)\s+(?:granted|given|refused|denied|heard)"
    r"\s(?:[\w-]+\s){0,3}?(?:if|when|unless|to\s+(?:those|anyone|whoever))\b"
    r"|^\W*(?:Anyone|Whoever|Those|Any\s+person|A\s+person)\s+who\b"
    r"|(?<!\w)(?:предоставля|да[её]т|дают|надають|надаєть|дають|дається)\w*\s"
    r"(?:[\w-]+\s){0,2}?(?:тем,?\s+кто|тим,?\s+хто|если|якщо)"
    r"|^\W*(?:Каждый|Кожен|Тот|Той),\s+(?:кто|хто)(?!\w)"
    r"|(?:사람|신청인|자)에게는?\s[^.]{0,24}(?:주어진다|부여한다|준다)"
)
"""A sentence that tells what holds for everybody: none of it is one man's wish."""


def ruled(sentence: str) -> Iterator[Detail]:
    """Yield what the rules find in one sentence."""
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
        if (
            detail.field is Field.ROLE
            and not detail.plural
            and any(_within(detail, each) for each in units)
        ):
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
    return 2 * _shared(story, wished) >= story.end - story.start


def _is_told(passage: Detail, told: list[Detail]) -> bool:
    """Whether half of a learned passage is told already; of a wish, by a wish."""
    alike = [each for each in told if passage.field in (each.field, Field.STORY)]
    return 2 * _shared(passage, alike) >= passage.end - passage.start


def _untold(sentence: str, passage: Detail, told: list[Detail]) -> Iterator[Detail]:
    """Yield of a story what no rule has read in it, so that it is not masked with it.

    "was captured near Sudzha in January" has a place and a month, and tells no more.
    """
    inside = sorted(
        (d.start, d.end) for d in told if _meet(d, passage) and d.field in COMPARED
    )
    if passage.field is not Field.STORY or not inside:
        yield passage
        return
    at = passage.start
    for begin, end in (*inside, (passage.end, passage.end)):
        words = list(WORD.finditer(sentence, at, max(at, begin)))
        if len(words) >= WORDS:
            yield Detail(words[0].start(), words[-1].end(), Field.STORY)
        at = max(at, end)


WORD = re.compile(r"\w[\w'’ʼ-]*")
WORDS = 4
"""Words beside what is read that may tell something of their own."""


def _shared(one: Detail, others: Iterable[Detail]) -> int:
    """Count the characters that a detail shares with others, each once."""
    return len(
        {
            at
            for other in others
            for at in range(max(one.start, other.start), min(one.end, other.end))
        }
    )
