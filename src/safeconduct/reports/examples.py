"""Corrections as regression examples that give nobody away.

An example is the sentence in which a figure stands, what the reader made of it, and
what two analysts say it is. Only sentences that an analyst ticked are taken, and in
those every telling detail is masked, character by character, so that places stay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from safeconduct.keyring import queries as keyring
from safeconduct.reports import desk, queries
from safeconduct.reports.found import FoundFigure, place, unpack
from safeconduct.reports.models import Item
from safeconduct.reports.reading import Reading, Span
from safeconduct.text import Figure
from safeconduct.text.sentences import sentences

MASK = "■"
_KEPT = (
    *("kind", "role", "low", "high", "low_open", "high_open", "approx", "additional"),
    *("unit", "currency", "base", "certainty"),
)


def harmless(without: Collection[UUID]) -> Iterator[dict[str, Any]]:
    """Yield an example for each figure that two analysts corrected or refused.

    Args:
        without: Reports of which nothing is taken, whatever was ticked.
    """
    rows = Item.objects.filter(
        kind=Item.Kind.FIGURE,
        state__in=(Item.State.CORRECTED, Item.State.REFUSED),
        second__isnull=False,
        decisions__is_harmless=True,
    ).distinct()
    key = keyring.key(keyring.OFFICE)
    opened: dict[UUID, Reading] = {}
    rows = rows.exclude(publication__in=list(without))
    for item in rows.order_by("at", "id").select_related("publication"):
        pk = item.publication_id
        opened.setdefault(pk, queries.reading(item.publication, key))
        found = unpack(item.kind, key.unseal(bytes(item.found), place=place(item.pk)))
        right = desk.standing(item, key)
        if isinstance(found, FoundFigure) and isinstance(right, FoundFigure):
            refused = item.state == Item.State.REFUSED
            said = None if refused else right.figure
            yield _example(opened[pk], found.figure, said)


def _example(reading: Reading, read: Figure, right: Figure | None) -> dict[str, Any]:
    start, end = _sentence(reading, read)
    window = _masked(reading, start, end, read)
    return {
        "language": reading.language,
        "text": window,
        "start": read.start - start,
        "end": read.end - start,
        "read": _plain(read),
        "right": None if right is None else _plain(right),
    }


def _sentence(reading: Reading, figure: Figure) -> tuple[int, int]:
    around = (
        (one.start, one.end)
        for one in sentences(reading.text, list(reading.lines))
        if one.start <= figure.start < one.end
    )
    return next(around, (figure.start, figure.end))


def _masked(reading: Reading, start: int, end: int, figure: Figure) -> str:
    """Mask what could tell who somebody is; the figure itself stays readable."""
    window = list(reading.text[start:end])
    for at in _told(reading.details, start, end):
        if not figure.start <= at < figure.end:
            window[at - start] = MASK
    return "".join(window)


def _told(details: Iterable[Span], start: int, end: int) -> Iterator[int]:
    for detail in details:
        yield from range(max(detail.start, start), min(detail.end, end))


def _plain(figure: Figure) -> dict[str, Any]:
    """Write the normalised reading without words of the text: no place, no speaker."""
    found = {name: getattr(figure, name) for name in _KEPT}
    return {
        name: value if value is None or isinstance(value, bool) else str(value)
        for name, value in found.items()
    }
