"""How is it said that a text sets one number against another?"""

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.statement import Statement
from safeconduct.text.comparison.wording import figure as written
from safeconduct.text.reason import gettext_noop, reason


def set_against(one: Statement, two: Statement) -> Finding:
    """Say of two numbers that a text gives as rivals that both cannot be true."""
    first, second = sorted((one, two), key=lambda each: each.figure.start)
    why = reason(
        gettext_noop("The text sets {second} against {first}: both cannot be true."),
        first=written(first.figure),
        second=written(second.figure),
    )
    return Finding(
        Aspect.QUANTITY,
        first.figure.role.value,
        Relation.DISJOINT,
        (first.item, second.item),
        (why,),
    )
