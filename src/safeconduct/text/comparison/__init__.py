"""Do reports agree in what they state, and what would make them agree?

`compare(pages)` returns findings: figures, sums and shares, times, places, counts of
wishes, headlines, and rules cited or broken. Unknown is never agreement.
"""

from safeconduct.text.comparison.chart import Bar, chart
from safeconduct.text.comparison.comparing import compare
from safeconduct.text.comparison.finding import Aspect, Finding, Item, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.record import record
from safeconduct.text.reason import Reason

__all__ = [
    "Aspect",
    "Bar",
    "Finding",
    "Interval",
    "Item",
    "Reason",
    "Relation",
    "chart",
    "compare",
    "record",
]
