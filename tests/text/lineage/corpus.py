"""Articles of our own in four languages, and who comes from whom among them.

A file is called `event_part`: the originals of an event, a summary and a translation
of the first, a splice of two originals, and independent reports on the same event.
Events e and f were at hand when the bounds were set; g and h were written after that
and judged once each before a bound was eased: docs/subsystems/lineage.md.
"""

from functools import cache
from pathlib import Path

from safeconduct.text import Page, read

FOLDER = Path(__file__).parent / "articles"
SPLICES = {
    "f4_splice": ("f1_original", "f2_original"),
    "g4_splice": ("g4_original", "g4_original_b"),
    "h4_splice": ("h2_original", "g3_original"),
}


@cache
def article(name: str) -> Page:
    """Read an article."""
    file = FOLDER / f"{name}.txt"
    return read(file.read_bytes(), name=name)


def names(events: str = "efgh") -> list[str]:
    """Name the articles of some events."""
    return sorted(file.stem for file in FOLDER.glob("*.txt") if file.stem[0] in events)


def edges(events: str = "efgh") -> set[tuple[str, str, str]]:
    """Tell who comes from whom: child, parent, relation."""
    found = {
        (child, parent, "splice")
        for child, parents in SPLICES.items()
        for parent in parents
        if child[0] in events
    }
    for name in names(events):
        event, part = name.split("_", 1)
        if part in {"summary", "translation"}:
            found.add((name, f"{event}_original", part))
    return found
