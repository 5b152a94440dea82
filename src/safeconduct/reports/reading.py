"""What the reader made of a report, in a form that can be kept.

The reading is made once, when the report comes in, and kept beside the original:
a later, better reader must not change what a finding rests on.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from safeconduct.reports.errors import Unreadable
from safeconduct.text.details import find_details
from safeconduct.text.errors import InputRefused
from safeconduct.text.figures import find_figures
from safeconduct.text.page import read as read_page


@dataclass(frozen=True)
class Span:
    """Some characters of the text, end exclusive, and what they are."""

    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True)
class Number:
    """A figure as the text gives it; bounds are decimal numbers written out."""

    start: int
    end: int
    text: str
    role: str
    low: str | None
    high: str | None
    low_open: bool
    high_open: bool
    approx: bool
    additional: bool
    unit: str | None
    base: str | None
    attribution: tuple[str, ...]
    certainty: str


@dataclass(frozen=True)
class Reading:
    """One report as read. Offsets are characters of `text`."""

    title: str
    publisher: str | None
    author: str | None
    language: str | None
    published: date | None
    declared_sources: tuple[str, ...]
    sha256: str
    text: str
    body: str
    lines: tuple[Span, ...]
    figures: tuple[Number, ...]
    details: tuple[Span, ...]

    def as_json(self) -> dict[str, Any]:
        """Turn the reading into plain JSON."""
        day = self.published.isoformat() if self.published is not None else None
        return {**asdict(self), "published": day}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """Take up a reading that was kept."""
        day = kept["published"]
        parts = {
            "published": date.fromisoformat(day) if day is not None else None,
            "declared_sources": tuple(kept["declared_sources"]),
            "lines": tuple(Span(**line) for line in kept["lines"]),
            "figures": tuple(
                Number(**{**f, "attribution": tuple(f["attribution"])})
                for f in kept["figures"]
            ),
            "details": tuple(Span(**detail) for detail in kept["details"]),
        }
        return cls(**{**kept, **parts})


def read(original: bytes, name: str, *, most_bytes: int) -> Reading:
    """Read a report from its bytes.

    Raises:
        Unreadable: Empty, too large, binary, or in an unknown charset.
    """
    try:
        page = read_page(original, name=name, limit=most_bytes)
    except InputRefused as error:
        raise Unreadable(str(error)) from error
    return Reading(
        title=page.title or "",
        publisher=page.publisher,
        author=page.author,
        language=page.language,
        published=page.published,
        declared_sources=page.declared_sources,
        sha256=page.sha256,
        text=page.text,
        body=page.body,
        lines=tuple(Span(x.start, x.end, x.kind, x.text) for x in page.lines),
        figures=tuple(
            Number(
                start=f.start,
                end=f.end,
                text=f.text,
                role=f.role,
                low=None if f.low is None else format(f.low, "f"),
                high=None if f.high is None else format(f.high, "f"),
                low_open=f.low_open,
                high_open=f.high_open,
                approx=f.approx,
                additional=f.additional,
                unit=f.unit,
                base=f.base,
                attribution=tuple(s.who for s in f.attribution),
                certainty=f.certainty,
            )
            for f in find_figures(page)
        ),
        details=tuple(Span(d.start, d.end, d.kind, d.text) for d in find_details(page)),
    )
