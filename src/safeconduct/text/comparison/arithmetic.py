"""Do parts, wholes, shares and sums come out?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeconduct.text.comparison.answers import answer_findings
from safeconduct.text.comparison.finding import Finding
from safeconduct.text.comparison.partitions import partition_findings
from safeconduct.text.comparison.parts import part_findings
from safeconduct.text.comparison.polls import poll_findings
from safeconduct.text.comparison.shares import share_findings
from safeconduct.text.comparison.statement import Document, Statement
from safeconduct.text.comparison.sums import sum_findings
from safeconduct.text.figure import Figure


def arithmetic_findings(
    documents: Sequence[Document],
    found: Sequence[Statement],
    figures: Sequence[Sequence[Figure]],
) -> Iterator[Finding]:
    """Check shares, parts and sums in each page, and parts against wholes between."""
    for doc in documents:
        page = [statement for statement in found if statement.document is doc]
        yield from share_findings(doc, page, figures[doc.number])
        yield from sum_findings(page)
        yield from poll_findings(doc, page)
        yield from answer_findings(doc, figures[doc.number])
        yield from partition_findings(doc, figures[doc.number])
    yield from part_findings(found)
