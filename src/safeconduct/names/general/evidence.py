"""In which shape does a comparison of two names answer?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log
from typing import NamedTuple

__all__ = ["Range", "Reading", "Reason", "Weight"]

BIT = log(2)


class Reading(NamedTuple):
    """A key and its log probability, in nats."""

    key: str
    logp: float


class Range(NamedTuple):
    """Keys from `low` up to, but without, `high`, by code point; log probability."""

    low: str
    high: str
    logp: float


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of an explanation; `names.wording.sentence` makes a sentence of it."""

    kind: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Weight:
    """What two spellings say about being one name.

    Attributes:
        nats: Log Bayes factor of one name against two drawn at random.
        readings: The common readings that carry it, the strongest first.
        why: The parts of an explanation.
    """

    nats: float
    readings: tuple[str, ...] = ()
    why: tuple[Reason, ...] = ()

    @property
    def bits(self) -> float:
        """The weight in bits, as Splink counts."""
        return self.nats / BIT
