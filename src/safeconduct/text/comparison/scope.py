"""Is "another 3,500" inside the 10,000 named before, or on top of them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.quantities import is_total
from safeconduct.text.comparison.statement import Statement
from safeconduct.text.comparison.topics import overlap
from safeconduct.text.comparison.wording import count
from safeconduct.text.reason import gettext_noop, reason
from safeconduct.text.roles import Role

ON_TOP = re.compile(
    r"\b(?:on\s+top\s+of|in\s+addition\s+to|besides|over\s+and\s+above"
    r"|not\s+(?:counting|including|included))\b"
    r"|\b(?:на\s+додачу\s+до|крім\s+(?:цих|них|того)|понад\s+ці|не\s+рахуючи"
    r"|в\s+дополнение\s+к|кроме\s+(?:этих|них|того)|помимо|сверх\s+эт\w+"
    r"|не\s+считая)\b"
    r"|이?외에|더해|별도로|제외하고",
    re.IGNORECASE,
)
FEW = 10
"""Below this, "another" goes on telling and adds nothing to a total."""


def scope_findings(found: Sequence[Statement]) -> Iterator[Finding]:
    """Ask of each additional figure what it is on top of."""
    seen = set()
    for more in found:
        if not more.figure.additional or (more.value or 0) < FEW:
            continue
        base = _base(more, found)
        if base is None or (more.page, more.interval, base.interval) in seen:
            continue
        seen.add((more.page, more.interval, base.interval))
        yield _finding(more, base)


def _base(more: Statement, found: Sequence[Statement]) -> Statement | None:
    """Find the figure it adds to, unless the text settles the question."""
    wanted = _role(more)
    page = [other for other in found if other.page == more.page]
    if ON_TOP.search(more.sentence.text) or any(_settles(o, wanted) for o in page):
        return None
    bases = [
        other
        for other in page
        if other.figure.role is wanted
        and not other.figure.additional
        and other.figure.kind is more.figure.kind
        and other.sentence != more.sentence
        and other.figure.start < more.figure.start
        and (other.value or 0) >= FEW
        and (other.nation == more.nation or None in {other.nation, more.nation})
        and _one_time(other, more)
    ]
    return bases[-1] if bases else None


def _role(more: Statement) -> Role:
    sent = {Role.TROOPS_SENT_ADDITIONAL: Role.TROOPS_SENT}
    return sent.get(more.figure.role, more.figure.role)


def _settles(other: Statement, wanted: Role) -> bool:
    """Tell whether a total is given that includes what was added."""
    return other.figure.role is wanted and is_total(other)


def _one_time(base: Statement, more: Statement) -> bool:
    """Tell whether the two may be counted for one time; separate months may not."""
    return overlap(base.figure.period, more.figure.period)


def _finding(more: Statement, base: Statement) -> Finding:
    total = base.interval + more.interval
    why = reason(
        gettext_noop(
            "{more} more: inside the {base}, or on top of them ({total})?"
            " The text does not say."
        ),
        more=count(more.interval),
        base=count(base.interval),
        total=count(total),
    )
    return Finding(
        Aspect.SCOPE,
        _role(more).value,
        Relation.SCOPE_UNKNOWN,
        (base.item, more.item),
        (why,),
        (("sum", total),),
    )
