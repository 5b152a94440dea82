"""Do parts, wholes, shares and sums come out?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeconduct.text.comparison.finding import Finding
from safeconduct.text.comparison.parts import part_findings
from safeconduct.text.comparison.shares import share_findings
from safeconduct.text.comparison.statement import Statement
from safeconduct.text.comparison.sums import sum_findings


def arithmetic_findings(found: Sequence[Statement]) -> Iterator[Finding]:
    """Check shares, parts and sums in each page, and parts against wholes between."""
    for number in sorted({statement.page for statement in found}):
        page = [statement for statement in found if statement.page == number]
        yield from share_findings(page)
        yield from sum_findings(page)
    yield from part_findings(found)
