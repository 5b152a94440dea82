"""What can a line of a page be?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Title, heading and body are the article; everything else is boilerplate."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"

    SITE_HEADER = "site-header"
    SITE_TAGLINE = "site-tagline"
    RELATED_LINK = "related-link"
    SOURCE_CREDIT = "source-credit"
    PHOTO_CREDIT = "photo-credit"
    BYLINE = "byline"
    DATELINE = "dateline"
    AUTHOR_BIO = "author-bio"
    COMMENT_FORM = "comment-form"
    SUBSCRIBE = "subscribe"
    COOKIE = "cookie"
    COPYRIGHT = "copyright"
    SHARE = "share"
    NAVIGATION = "navigation"

    @property
    def is_article(self) -> bool:
        """Whether lines of this kind belong to the article."""
        return self in ARTICLE


ARTICLE = frozenset({Kind.TITLE, Kind.HEADING, Kind.BODY})


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty, without white space at its ends.

    `start` and `end` are characters in the text it was cut from, end exclusive;
    `number` counts all lines from 0, empty ones too.
    """

    start: int
    end: int
    number: int
    text: str
    kind: Kind = Kind.BODY
