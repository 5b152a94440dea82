"""Is a part larger than its whole?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.quantities import is_of_others
from safeconduct.text.comparison.sources import independent
from safeconduct.text.comparison.statement import WISHING, Statement
from safeconduct.text.comparison.topics import one_people, overlap
from safeconduct.text.comparison.wording import figure
from safeconduct.text.figure import FigureKind
from safeconduct.text.reason import Reason, gettext_noop, reason
from safeconduct.text.roles import Role

PARTS = {
    Role.TROOPS_SENT: (Role.CASUALTIES, Role.KILLED, Role.WOUNDED, Role.CAPTURED),
    Role.CASUALTIES: (Role.KILLED, Role.WOUNDED),
    Role.CAPTURED: WISHING,
}
"""Which counts can be no larger than which."""
BETWEEN = frozenset({Role.TROOPS_SENT})
"""Wholes that hold between texts too; of the rest each text may mean its own."""


FORCES, FORCE = frozenset({Role.TROOPS_SENT, Role.CASUALTIES}), 10
"""Wholes that are told in passing below ten: three who were sent for help."""
THE_TWO = re.compile(
    r"(?:두|세)\s(?:사람|병사|포로|청년|남성)[은는이]\s|(?:both|the\s+two)\s+(?:men|of\s+them)\b"
    r"|(?:двоє|двое|обидва|оба)\s+(?:чоловік|мужчин|хлопц|парн)\w*",
    re.IGNORECASE,
)
"""The two of whom a text goes on telling: no number of all who are held."""
BRANCH = re.compile(
    r"\s*(?:(?:military|army|combat|war|військов\w+|военн\w+)\s+)?(?:sappers?|engineers?|builders?|medics?|drone\s+\w+|operators?"
    r"|gunners|artillery\w+|сап[её]р\w*|інженер\w*|инженер\w*|будівельник\w*|строител\w*|медик\w*|оператор\w*|артилер\w*|артиллер\w*)"
    r"|\s?명?의?\s?(?:공병|건설|기술자|드론|포병|의무병)",
    re.IGNORECASE,
)
BRANCH_BEFORE = re.compile(
    r"(?:공병|건설\s?(?:인력|부대)|기술자|포병|의무병)(?:대|\s?부대)?\s(?:약\s?)?$"
)
"""Beside a number of troops: they are a branch, and not all who were sent."""
NEAR = 16
"""Characters before a number in which its branch may stand."""
BEYOND = 20
"""How many times its whole a part may be: a nought too many, and a doubt. What is more
counts something else: all losses of an army beside one ally's contingent."""


def part_findings(found: Sequence[Statement]) -> Iterator[Finding]:
    """Hold every part against every whole; one finding per pair of values."""
    seen: set[tuple[Role, Interval, Interval]] = set()
    for whole, part in _pairs(found):
        key = (part.figure.role, part.interval, whole.interval)
        if (
            key not in seen
            and _exceeds(part, whole)
            and not _larger(whole, part, found)
        ):
            seen.add(key)
            yield _part_finding(part, whole)


def _pairs(found: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    roles: dict[Role, list[Statement]] = defaultdict(list)
    for statement in found:
        roles[statement.figure.role].append(statement)
    for role, parts in PARTS.items():
        candidates = [part for each in parts for part in roles[each]]
        yield from product(roles[role], candidates)


def _exceeds(part: Statement, whole: Statement) -> bool:
    if part.page != whole.page and (
        whole.figure.role not in BETWEEN
        or None in {part.nation, whole.nation, part.figure.period, whole.figure.period}
    ):
        return False  # whose, or of when, is not told: the two may be of other wars
    both = {part.figure.kind, whole.figure.kind}
    if both != {FigureKind.QUANTITY} or whole.figure.additional or is_of_others(whole):
        return False
    if (
        whole.figure.start > part.figure.start
        and whole.page == part.page
        and is_of_others(part)
    ):
        return False  # "of them" looks back
    if not (one_people(part, whole) and _later(whole, part) and _fits(part, whole)):
        return False
    if (
        whole.page == part.page
        and part.speaker
        and whole.speaker
        and part.speaker != whole.speaker
    ):
        return False
    # Within a text the printed value is tried first; between texts an open end counts.
    limit = whole.allowed_stated if whole.page == part.page else whole.allowed
    return part.allowed.above(limit)


def _fits(part: Statement, whole: Statement) -> bool:
    """Tell whether a whole is a force, and a part not beyond all measure of it."""
    size = whole.value or Decimal(0)
    small = whole.figure.role in FORCES and size < FORCE
    pair = whole.figure.role is Role.CAPTURED and THE_TWO.match(
        whole.document.page.text, whole.figure.start
    )
    told_of_all = not (small or pair or _is_of_branch(whole))
    return told_of_all and (part.value or Decimal(0)) <= size * BEYOND


def _is_of_branch(whole: Statement) -> bool:
    """Tell whether a force is told by what it does: a thousand sappers."""
    text, told = whole.document.page.text, whole.figure
    return told.role in FORCES and bool(
        BRANCH.match(text, told.end)
        or BRANCH.search(told.text)
        or BRANCH_BEFORE.search(text[max(0, told.start - NEAR) : told.start])
    )


def _larger(whole: Statement, part: Statement, found: Sequence[Statement]) -> bool:
    """Tell whether the page of a whole gives a larger one that the part fits in.

    Beside "11,000 were sent", a "46 arrived" counts others.
    """
    return any(
        other.page == whole.page
        and other.figure.role is whole.figure.role
        and other.figure.kind is FigureKind.QUANTITY
        and (other.value or 0) > (whole.value or 0)
        and one_people(other, part)
        and not part.allowed.above(other.allowed_stated)
        for other in found
    )


def _later(whole: Statement, part: Statement) -> bool:
    """Tell whether the whole was counted no earlier than its part, or nobody knows."""
    if not overlap(whole.figure.period, part.figure.period):
        return False
    if whole.as_of is None or part.as_of is None:
        return True
    return whole.as_of >= part.as_of


def _called(statement: Statement) -> Reason:
    """Name a role by a phrase of the catalogues."""
    role = statement.figure.role
    if role is Role.CASUALTIES:
        return reason(gettext_noop("casualties"))
    return reason(role.value.replace("_", " "))


def _part_finding(part: Statement, whole: Statement) -> Finding:
    why = reason(
        gettext_noop(
            "{part} ({part_role}) is more than {whole} ({whole_role}), which includes"
            " it."
        ),
        part=figure(part.figure),
        part_role=_called(part),
        whole=figure(whole.figure),
        whole_role=_called(whole),
    )
    saved = (
        (reason(gettext_noop("“{open}” is open"), open=whole.figure.text),)
        if whole.interval.is_open
        else ()
    )
    return Finding(
        Aspect.ARITHMETIC,
        part.figure.role.value,
        Relation.ARITHMETIC,
        (part.item, whole.item),
        (why,),
        reconcilers=saved,
        support=independent(
            [(side.document.family, side.speaker) for side in (part, whole)]
        ),
    )
