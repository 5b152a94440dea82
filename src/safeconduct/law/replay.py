"""Does the law of that day still give the answer it gave?

A determination keeps its facts, its day and the hash of its law. Norms are never
edited, only closed and succeeded, so the same question gets the same answer for ever;
whoever doubts an answer asks it again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from safeconduct.law.assess import assess
from safeconduct.law.errors import LawError
from safeconduct.law.pack import Pack, pack
from safeconduct.law.soundness import POSITIONS


@dataclass(frozen=True)
class Stored:
    """A question that was put to the law, and the answer it got.

    Attributes:
        law: The hash of the pack that answered.
        on: The law day.
        facts: What was known, as it was asked.
        options: The answer, as `Assessment.as_json` has it under `options`.
    """

    law: str
    on: date
    facts: Mapping[str, object]
    options: Mapping[str, Mapping[str, Any]]


def named(law: str, on: date) -> Pack | None:
    """Find the law of a day by its hash, whatever its position."""
    packs = (pack(on, position) for position in POSITIONS)
    return next((one for one in packs if one.hash == law), None)


def replay(stored: Stored) -> Iterator[str]:
    """Ask again, and say in sentences what is not as it was; nothing: all is the same.

    The answers are compared whole: results, duties, norms, missing facts, State by
    State.
    """
    try:
        law = named(stored.law, stored.on)
        if law is None:
            yield f"No law of {stored.on} has the hash {stored.law[:12]}."
            return
        again = assess(stored.facts, on=stored.on, position=law.position)
    except LawError as refusal:
        yield str(refusal)
        return
    now = again.as_json()["options"]
    for option in sorted(now.keys() | stored.options.keys()):
        was, is_ = stored.options.get(option), now.get(option)
        if was is None or is_ is None:
            yield f"{option}: it was {_whether(was)}, now it is {_whether(is_)}."
        elif was != is_:
            yield from _differences(option, was, is_)


def _whether(answer: object) -> str:
    return "not asked" if answer is None else "asked"


def _differences(
    option: str, was: Mapping[str, Any], now: Mapping[str, Any]
) -> Iterator[str]:
    there, here = was.get("destinations", {}), now["destinations"]
    differs = False
    for state in sorted(there.keys() | here.keys()):
        before, after = there.get(state, {}), here.get(state, {})
        for part in sorted(before.keys() | after.keys()):
            if before.get(part) != after.get(part):
                differs = True
                yield (
                    f"{option} towards {state}: {part} was {before.get(part)},"
                    f" is {after.get(part)}."
                )
    if not differs:
        yield f"{option}: {dict(was)} does not follow from its destinations."
