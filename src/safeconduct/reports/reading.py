"""What the reader made of a report, in a form that can be kept.

The reading is made once, when the report comes in, and kept beside the original:
a later, better reader must not change what a finding rests on.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from pydantic import TypeAdapter

from safeconduct.text import Figure, Line, Page, find_figures
from safeconduct.text.details import find_details


@dataclass(frozen=True)
class Span:
    """Some characters of the text, end exclusive, and what they are."""

    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True)
class Reading:
    """One report as read. Offsets are characters of `text`."""

    page: Page
    figures: tuple[Figure, ...]
    details: tuple[Span, ...]

    @property
    def title(self) -> str:
        """The title; empty when the text has none."""
        return self.page.title or ""

    @property
    def publisher(self) -> str | None:
        """Who published it, as the page says."""
        return self.page.publisher

    @property
    def author(self) -> str | None:
        """Who wrote it, as the page says."""
        return self.page.author

    @property
    def language(self) -> str | None:
        """The language of the article: en, ko, uk, ru, or unknown."""
        return self.page.language

    @property
    def published(self) -> date | None:
        """The day it bears."""
        return self.page.published

    @property
    def declared_sources(self) -> tuple[str, ...]:
        """What the page names as its source."""
        return self.page.declared_sources

    @property
    def sha256(self) -> str:
        """The hash of the bytes as they came, in hexadecimal."""
        return self.page.sha256

    @property
    def text(self) -> str:
        """The whole text that offsets count in."""
        return self.page.text

    @property
    def body(self) -> str:
        """Headings and body, one line each."""
        return self.page.body

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line with its kind."""
        return self.page.lines

    def as_json(self) -> bytes:
        """Turn the reading into JSON."""
        return _FORM.dump_json(self)

    @classmethod
    def from_json(cls, kept: bytes) -> Self:
        """Take up a reading that was kept."""
        return _FORM.validate_json(kept)  # type: ignore[return-value]  # it is ours


_FORM = TypeAdapter(Reading)


def of_page(page: Page) -> Reading:
    """Find the figures and telling details of a page; its file name is not kept."""
    return Reading(
        page=replace(page, name=""),
        figures=find_figures(page),
        details=tuple(Span(d.start, d.end, d.kind, d.text) for d in find_details(page)),
    )
