"""Invented reports, and officers who judge what was found in them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from safeconduct.accounts.models import Officer
from safeconduct.reports import actions, desk
from safeconduct.reports.desk import Entry
from safeconduct.reports.models import Decision, Publication
from tests import make

FIRST = """The Lighthouse

Ferry with released sailors reaches the harbour

The ferry carried 412 sailors who had waited for nine weeks in an empty warehouse.
The harbour master counted them twice before he let anybody leave the quay.

A doctor of the port said that at least 40 soldiers were captured near the old mill.
She treated frost bite and thin lungs until the lamps went out in the evening.

Families stood behind the fence and read names from a list that nobody had checked.
"""
# The same words under another title, and where they come from.
COPY = """The Evening Mirror

Sailors are home after nine weeks

The ferry carried 412 sailors who had waited for nine weeks in an empty warehouse.
The harbour master counted them twice before he let anybody leave the quay.

A doctor of the port said that at least 40 soldiers were captured near the old mill.
She treated frost bite and thin lungs until the lamps went out in the evening.

Families stood behind the fence and read names from a list that nobody had checked.
"""
# Its own words, and a number that cannot be true beside that of the others.
OTHER = """Valley Post

Mill changes hands

Miners of the valley told a quite different story when our reporter met them at noon.
The command said that 12 soldiers were captured near the old mill.
"""


def taken(text: str, *, by: Officer | None = None) -> Publication:
    """Take in a text."""
    officer = by or make.officer("analyst")
    return actions.import_report(
        text.encode(), name="a.txt", officer=officer, at=make.NOON
    )


def found(of: Publication, kind: str) -> list[Entry]:
    """List the items of one kind in a report."""
    entries = desk.of_report(of.pk, officer=make.officer("analyst"))
    return [entry for entry in entries if entry.kind == kind]


def say(item: UUID, verdict: str, by: Officer, **more: Any) -> Decision:
    """Decide as an analyst who has seen all that was decided before."""
    seen = desk.item(item, officer=by).decisions_made
    given = {"reason": "Read it again.", "seen": seen, **more}
    at = make.NOON + timedelta(minutes=1 + seen)
    return actions.decide(item, verdict, officer=by, at=at, **given)


def seconded(item: UUID, verdict: str, **more: Any) -> None:
    """Let two analysts agree."""
    say(item, verdict, make.officer("analyst"), **more)
    agreed = "accept" if verdict == "correct" else verdict
    say(item, agreed, make.officer("analyst"))
