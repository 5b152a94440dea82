"""How likely is it that somebody is recognised? Three attackers, three numbers.

| risk | whom the attacker knows | number |
|---|---|---|
| prosecutor | that his target is in the text | 1 / smallest class of the text |
| marketer | that; he wants as many as he can | classes of the text / persons in it |
| journalist | not who is in the text | 1 / smallest class of the register |

A class is all persons of whom the same is told. The first and the third are the
largest risks of a record after El Emam and Dankar, "Protecting Privacy Using
k-Anonymity", JAMIA 15(5), 2008, pages 627-637; the second is the expected share of
records that are recognised, after Dankar and El Emam, "A Method for Evaluating
Marketer Re-identification Risk", PAIS 2010. The prosecutor's risk is 1 as soon as one
person is told of otherwise than all others: only the number of persons in a text
lowers it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Risks:
    """Probabilities; all are 0 where nobody is told of."""

    prosecutor: float
    marketer: float
    journalist: float


NONE = Risks(0.0, 0.0, 0.0)


def risks(told: Iterable[tuple[Hashable, int]]) -> Risks:
    """Measure the risks of a text.

    Args:
        told: For each person of whom something is told: what is told, and how many
            persons of the register it fits.
    """
    persons = list(told)
    if not persons:
        return NONE
    classes = Counter(what for what, _ in persons)
    return Risks(
        prosecutor=1 / min(classes.values()),
        marketer=len(classes) / len(persons),
        journalist=1 / max(1, min(k for _, k in persons)),
    )
