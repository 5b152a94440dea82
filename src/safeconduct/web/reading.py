"""A report cut into sentences, with what could give somebody away marked in each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from safeconduct.reports.reading import Reading, Span
from safeconduct.text.kinds import Line
from safeconduct.text.sentences import sentences as cut
from safeconduct.web.exposed import FIELDS


@dataclass(frozen=True)
class Piece:
    """Some characters; `detail` says what they tell, empty when nothing."""

    text: str
    detail: str


@dataclass(frozen=True)
class Sentence:
    """A sentence of the article with its place in the text."""

    start: int
    end: int
    kind: str
    pieces: list[Piece]

    @property
    def marked(self) -> SafeString:
        """The sentence as HTML; no white space may come between its pieces."""
        return format_html_join("", "{}", ((_html(piece),) for piece in self.pieces))


def _html(piece: Piece) -> SafeString:
    if not piece.detail:
        return format_html("{}", piece.text)
    name = FIELDS.get(piece.detail, piece.detail)
    mark = '<mark class="detail">{}<small>{}</small></mark>'
    return format_html(mark, piece.text, name)


def sentences(reading: Reading) -> list[Sentence]:
    """Cut the article into sentences."""
    kinds = {line.start: str(line.kind) for line in reading.lines}
    return [
        Sentence(
            one.start,
            one.end,
            kinds.get(one.start, "body"),
            list(_pieces(reading.text, one.start, one.end, reading.details)),
        )
        for one in cut(reading.text, list(reading.lines))
    ]


def _pieces(
    text: str, start: int, end: int, details: Iterable[Span]
) -> Iterator[Piece]:
    """Cut a sentence at its details; of two that overlap the earlier is shown."""
    at = start
    for detail in sorted(details, key=lambda d: (d.start, -d.end)):
        if detail.start < at or detail.end > end:
            continue
        if detail.start > at:
            yield Piece(text[at : detail.start], "")
        yield Piece(text[detail.start : detail.end], detail.kind)
        at = detail.end
    if at < end:
        yield Piece(text[at:end], "")


def boilerplate(reading: Reading) -> list[Line]:
    """List what is not the article: headers, credits, notices."""
    return list(reading.page.boilerplate)


def chosen(read: Sequence[Sentence], ticked: Sequence[str]) -> tuple[int, int] | None:
    """Find the span from the first ticked sentence to the last."""
    starts = {int(start) for start in ticked if start.isdigit()}
    found = [sentence for sentence in read if sentence.start in starts]
    if not found:
        return None
    return min(s.start for s in found), max(s.end for s in found)
