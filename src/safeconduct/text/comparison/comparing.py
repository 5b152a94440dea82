"""Where do reports agree, where do they differ, and where is that not to be known?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeconduct.text.comparison.arithmetic import arithmetic_findings
from safeconduct.text.comparison.contested import contested_findings
from safeconduct.text.comparison.copies import copy_findings
from safeconduct.text.comparison.counts import wish_findings
from safeconduct.text.comparison.crowds import crowd_findings
from safeconduct.text.comparison.days import day_findings
from safeconduct.text.comparison.denials import denial_findings
from safeconduct.text.comparison.events import event_findings
from safeconduct.text.comparison.everybody import everybody_findings
from safeconduct.text.comparison.finding import Finding
from safeconduct.text.comparison.generalising import overgeneralised
from safeconduct.text.comparison.headlines import headline_findings
from safeconduct.text.comparison.labelled import labelled_findings
from safeconduct.text.comparison.lists import list_findings
from safeconduct.text.comparison.norms import norm_findings
from safeconduct.text.comparison.origins import origin_findings
from safeconduct.text.comparison.quantities import quantity_findings
from safeconduct.text.comparison.scope import scope_findings
from safeconduct.text.comparison.statement import (
    Document,
    Statement,
    document,
    statements,
)
from safeconduct.text.comparison.unanimous import unanimity_findings
from safeconduct.text.figure import Figure
from safeconduct.text.figures import find_figures
from safeconduct.text.page import Page


def compare(
    pages: Sequence[Page],
    figures: Sequence[Sequence[Figure]] | None = None,
    families: Sequence[Sequence[int]] | None = None,
) -> tuple[Finding, ...]:
    """Compare what pages state, each with itself and with the others.

    Args:
        pages: the pages; items of findings name them by their place here.
        figures: the figures of each page; read from the pages where not given.
        families: places of pages that derive from one another; a page in none is a
            family of its own. A family is one source.

    Returns:
        One finding per topic and outcome, disagreements first.
    """
    read = [find_figures(page) for page in pages] if figures is None else figures
    family = _family_of(len(pages), families or ())
    documents = [
        document(number, page, family[number]) for number, page in enumerate(pages)
    ]
    found = [
        statement
        for doc, stated in zip(documents, read, strict=True)
        for statement in statements(doc, stated)
    ]
    return tuple(sorted(_findings(documents, found, read), key=_urgency))


def _findings(
    documents: Sequence[Document],
    found: Sequence[Statement],
    figures: Sequence[Sequence[Figure]],
) -> Iterator[Finding]:
    yield from arithmetic_findings(documents, found, figures)
    yield from list_findings(documents, figures)
    for doc in documents:
        yield from contested_findings(doc, figures[doc.number])
        yield from crowd_findings(doc, figures[doc.number])
        yield from denial_findings(doc, figures[doc.number])
        yield from labelled_findings(doc, figures[doc.number])
    yield from copy_findings(documents, figures)
    yield from quantity_findings(found)
    yield from origin_findings(documents, figures)
    yield from event_findings(documents, found)
    yield from day_findings(documents, figures)
    yield from everybody_findings(documents)
    yield from unanimity_findings(documents, found)
    yield from scope_findings(found)
    yield from wish_findings(documents, found)
    yield from headline_findings(documents, figures)
    yield from overgeneralised(documents)
    yield from norm_findings(documents, figures)


def _family_of(pages: int, families: Sequence[Sequence[int]]) -> list[int]:
    """Number the family of each page; a page of its own has its own number."""
    numbers = list(range(pages))
    for family in families:
        for page in family:
            numbers[page] = min(family)
    return numbers


def _urgency(finding: Finding) -> tuple[bool, bool]:
    return not finding.disagrees, not finding.is_reported
