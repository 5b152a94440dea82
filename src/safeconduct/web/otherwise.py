"""What an answer hangs on: which facts would have to be otherwise, in words.

For those who decide. It stands on no page the person is shown: it would invite
statements made to fit (ENGINE.md section 9).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from safeconduct.law import LawError
from safeconduct.law.changes import Wanted, changes
from safeconduct.web import words

SHOWN = 8


@dataclass(frozen=True)
class Otherwise:
    """The smallest sets of changes, each as questions with another answer."""

    shuts: bool  # the changes would shut what is open; else they would open it
    sets: list[list[tuple[str, str]]]


def otherwise(
    facts: Mapping[str, Any], *, on: date, option: str, there: Mapping[str, Any]
) -> dict[str, Otherwise]:
    """Say by State what would turn each answer of an option.

    Args:
        facts: What the determination was made on.
        on: Its law day.
        option: The option.
        there: The answers by State, as a determination keeps them.
    """
    found = {}
    for towards, answer in there.items():
        shuts = answer["result"] == "permitted" and not answer["forecast"]
        try:
            sets = changes(
                facts,
                on=on,
                option=option,
                towards=towards,
                wanted=Wanted.SHUT if shuts else Wanted.OPEN,
                position=settings.POSITION,
            )
        except LawError:
            continue  # facts of an old dictionary: there is nothing to compare
        told = [
            [(words.question(n), words.answer(n, raw)) for n, raw in one.items()]
            for one in sets[:SHOWN]
        ]
        found[towards] = Otherwise(shuts, told)
    return found
