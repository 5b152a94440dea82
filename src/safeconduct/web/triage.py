"""In which order should an analyst look: danger first, then what a decision waits for.

Exposure and determinations are rooms above the reports, so their knowledge meets here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from safeconduct.determination import queries as determination
from safeconduct.exposure import queries as exposure
from safeconduct.exposure.watching import THRESHOLD
from safeconduct.reports import desk
from safeconduct.reports.desk import Entry

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


def danger(officer: Officer) -> dict[UUID, int]:
    """Weigh how badly a report gives somebody away; larger is worse, 0 is left out."""
    if not exposure.may_see(officer):
        return {}
    smallest = exposure.dangers()
    return {pk: THRESHOLD - k for pk, k in smallest.items() if k < THRESHOLD}


def awaited() -> frozenset[UUID]:
    """Name the reports on which determinations rest that are still to be made."""
    return frozenset(determination.awaited_publications())


def queue(officer: Officer, *, second: bool) -> list[Entry]:
    """List what waits for the officer, the most pressing first."""
    ask = desk.waiting_for_second if second else desk.waiting
    return ask(officer, danger=danger(officer), awaited=awaited())
