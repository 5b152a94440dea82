"""What tells that a text gives a protected person away."""

from __future__ import annotations

from dataclasses import dataclass

THRESHOLD = 5
"""A description that fits fewer people gives them away."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of the text that give somebody away.

    `kind` is direct, quasi or wish; `field` what they tell; `value` its normal form.
    """

    start: int
    end: int
    kind: str
    field: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """A protected person whom a text gives away.

    Attributes:
        person: The id in the register.
        k: How many people the description fits: of the register, and not more than
            the group that the text itself states.
        spans: What gives him away, in order.
        k_without: For each field told, the same number without it.
    """

    person: str
    k: int
    spans: tuple[Span, ...]
    k_without: dict[str, int]
