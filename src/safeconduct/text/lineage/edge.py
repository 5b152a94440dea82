"""What joins two texts, and how is it known?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.text.reason import Reason


class Relation(StrEnum):
    """How a child comes from its parent; only some of them make a family."""

    COPY = "copy"
    EXCERPT = "excerpt"
    SUMMARY = "summary"
    TRANSLATION = "translation"
    SPLICE = "splice"
    QUOTATION = "quotation"
    DERIVED_FROM = "derived-from"
    CITES = "cites"
    PUBLISHED_BY = "published-by"

    @property
    def joins(self) -> bool:
        """Whether child and parent count as one source."""
        return self not in {Relation.CITES, Relation.PUBLISHED_BY}


class Status(StrEnum):
    """Whether the text says so itself or the machine found it.

    An analyst's decisions (confirmed, refused) are kept beside the edge, not in it.
    """

    DECLARED = "declared"
    DETECTED = "detected"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of the child, and where it stands in the parent.

    All places are characters of the page's text, end exclusive; `parent_start` is
    None where the parent's text is not at hand or shares no wording.
    """

    start: int
    end: int
    parent_start: int | None = None
    parent_end: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A child and what it comes from.

    `child` is the index of a page; `parent` is another, or the name of an outlet of
    which no page is at hand. `score` lies between 0 and 1 and orders edges of one
    relation; it is no probability.
    """

    child: int
    parent: int | str
    relation: Relation
    status: Status
    evidence: tuple[Evidence, ...]
    score: float
    direction_why: Reason

    @property
    def between_pages(self) -> bool:
        """Whether the parent is a page at hand."""
        return isinstance(self.parent, int)


@dataclass(frozen=True, slots=True)
class Lineage:
    """Who comes from whom, and which pages count as one source."""

    edges: tuple[Edge, ...]
    families: tuple[tuple[int, ...], ...]
