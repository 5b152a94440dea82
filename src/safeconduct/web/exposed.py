"""What of a report a page shows beside a case number: the lines that tell of him."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from safeconduct.exposure.queries import Found

CLASSES = {
    "direct": _("names him"),
    "quasi": _("a detail of him"),
    "wish": _("a wish"),
}
# What a detail tells (`disclosure.details.Field`).
FIELDS = {
    "name": _("name"),
    "nationality": _("nationality"),
    "age": _("age"),
    "role": _("post"),
    "unit": _("unit"),
    "capture_place": _("place of capture"),
    "capture_month": _("time of capture"),
    "injury": _("wound"),
    "home": _("home"),
    "wish": _("wish"),
    "birth_date": _("date of birth"),
    "number": _("service number"),
    "nickname": _("nickname"),
    "papers": _("papers"),
    "service": _("service"),
    "deployment": _("deployment"),
    "family": _("family"),
    "relative": _("name of a relative"),
    "story": _("telling story"),
    "group": _("size of the group"),
    "fate": _("fate"),
    "pointer": _("where more can be seen"),
}


@dataclass(frozen=True)
class Piece:
    """Some characters; `says` is empty when they tell nothing of him."""

    text: str
    says: str


@dataclass(frozen=True)
class Told:
    """A line of a report with what it tells of him marked in it."""

    pieces: tuple[Piece, ...]

    @property
    def marked(self) -> SafeString:
        """The line as HTML; no white space may come between its pieces."""
        return format_html_join("", "{}", ((_html(one),) for one in self.pieces))


def lines(text: str, spans: Iterable[Found]) -> list[Told]:
    """Cut out of a text the lines in which something is told of him."""
    found = sorted(spans, key=lambda one: (one.start, -one.end))
    told, at = [], 0
    for line in text.splitlines(keepends=True):
        within = [one for one in found if at <= one.start < at + len(line)]
        if within:
            told.append(Told(tuple(_pieces(text, at, at + len(line.rstrip()), within))))
        at += len(line)
    return told


def _pieces(text: str, start: int, end: int, spans: Sequence[Found]) -> Iterator[Piece]:
    """Cut a line at its spans; of two that overlap the earlier is marked."""
    at = start
    for one in spans:
        if one.start < at:
            continue
        if one.start > at:
            yield Piece(text[at : one.start], "")
        yield Piece(text[one.start : one.end], field(one.field))
        at = one.end
    if at < end:
        yield Piece(text[at:end], "")


def _html(piece: Piece) -> SafeString:
    if not piece.says:
        return format_html("{}", piece.text)
    mark = '<mark class="detail">{}<small>{}</small></mark>'
    return format_html(mark, piece.text, piece.says)


def quotable(text: str, spans: Iterable[Found]) -> list[tuple[str, str]]:
    """List the words that a letter may quote, once each, with labels for a form."""
    words = (text[one.start : one.end].strip() for one in spans)
    return [(one, one) for one in dict.fromkeys(words) if one]


def classes(found: Iterable[str]) -> str:
    """Say in words what a text tells."""
    return ", ".join(str(CLASSES.get(one, one)) for one in found)


def field(name: str) -> str:
    """Say in words which detail it is."""
    return str(FIELDS.get(name, name))
