"""What a comparison of texts finds, as the tests of it look at it."""

from safeconduct.text import read
from safeconduct.text.comparison import Relation, compare

LOUD = {Relation.DISJOINT, Relation.ARITHMETIC}


def alarms(*texts: str, family: bool = False) -> list[set[str]]:
    """The words of the figures of each disagreement; a family is one text's copies."""
    pages = [read(t.encode(), name=f"{n}.txt") for n, t in enumerate(texts)]
    families = [range(len(pages))] if family else None
    return [
        {item.text for item in found.items}
        for found in compare(pages, families=families)
        if found.relation in LOUD
    ]
