"""What a capture card carries into the register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from safeconduct.register.vault.claims import Claim

__all__ = ["CaptureCard", "Claim"]


@dataclass(frozen=True)
class CaptureCard:
    """What is known when a person enters the register (GC III Arts 17, 70).

    Attributes:
        claims: Identity claims as given; at least one name.
        powers: The Powers he depends on, ISO codes; empty when unknown.
        taken_on: The day he was captured.
        facts: Further facts, named as in `law.facts`.
        source: Where the card comes from; sealed beside the facts.
    """

    claims: Sequence[Claim]
    powers: Sequence[str]
    taken_on: date
    facts: Mapping[str, Any] = field(default_factory=dict)
    source: str = "capture card"
