"""What the reader made of a report, in a form that can be kept.

The reading is made once, when the report comes in, and kept beside the original:
a later, better reader must not change what a finding rests on. The nursery runs what
is here (see `bounded`), which has no settings: nothing here knows Django.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from pydantic import TypeAdapter

from safeconduct.disclosure.details import Field, details_in
from safeconduct.text import (
    Figure,
    Line,
    Page,
    Part,
    Refusal,
    find_figures,
    parts,
    read_part,
)
from safeconduct.text.sentences import sentences


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


TOGETHER = 8
"""Times the most bytes of one document that the documents of a file may have."""
Cut = tuple[list[Part | Refusal], bool]
"""The first documents of a file, unread, and whether there are more."""


def first_parts(original: bytes, name: str, most: int, most_bytes: int) -> Cut:
    """Cut a file into its documents, so many at most.

    What is packed may be a thousand times as large as the file, so bytes are counted.
    """
    found: list[Part | Refusal] = []
    room = TOGETHER * most_bytes
    for part in parts(original, name=name, limit=most_bytes):
        room -= len(part.data) if isinstance(part, Part) else 0
        if room < 0 or len(found) == most:
            return found, True
        found.append(part)
    return found, False


def read_whole(part: Part, address: str, most_bytes: int) -> Reading | Refusal:
    """Read one document and find what is in it; `address` is where it stood."""
    page = read_part(part, limit=most_bytes)
    if isinstance(page, Refusal):
        return page
    return of_page(replace(page, address=page.address or address or None))


_SAMPLE = """Prisoners of war
Two prisoners, 21 and 34, were captured near Kursk in May 2025; about 40 % fear return.
Двоє полонених, 21 і 34 років, потрапили в полон під Курськом у травні; 40 % бояться.
Двое пленных, 21 и 34 лет, попали в плен под Курском в мае; 40 % боятся возвращения.
포로 두 명은 21세와 34세로 5월 쿠르스크에서 붙잡혔고 약 40%가 송환을 두려워한다.
"""


def warm() -> None:
    """Read a sentence in each language: what is compiled at first, forks have then."""
    data = _SAMPLE.encode()
    read_whole(Part("", data), "", len(data))


_UNMARKED = frozenset(
    {Field.NATIONALITY, Field.GROUP, Field.FATE, Field.POINTER, Field.STORY}
)
"""What is told of all prisoners of a text, and what would mark whole sentences."""


def of_page(page: Page) -> Reading:
    """Find the figures and telling details of a page; its file name is not kept."""
    return Reading(
        page=replace(page, name=""),
        figures=find_figures(page),
        details=tuple(sorted(_details(page), key=lambda span: (span.start, span.end))),
    )


def _details(page: Page) -> Iterator[Span]:
    """Yield what tells something of a person; whether too much, a scan measures."""
    for sentence in sentences(page.text, page.lines):
        for one in details_in(sentence.text):
            if one.field in _UNMARKED:
                continue
            start, end = sentence.start + one.start, sentence.start + one.end
            yield Span(start, end, one.field.value, page.text[start:end])
