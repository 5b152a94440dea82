"""What does a redaction give back?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from safeconduct.disclosure.documents.draft import Edit
from safeconduct.disclosure.redaction.risks import Risks
from safeconduct.disclosure.redaction.telling import Change


@dataclass(frozen=True, slots=True)
class Case:
    """A person whom the text gave away.

    Attributes:
        person: Case number; never a name.
        k_before: How many people the text fitted.
        k_after: How many it fits now; `None` when nothing is told of him any more.
        k_without: How many it would have fitted without each detail.
    """

    person: str
    k_before: int
    k_after: int | None
    k_without: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Redaction:
    """A redacted text, or the reason why it is withheld.

    Attributes:
        text: Empty where it is withheld.
        changes: What was changed, by spans of the old text, in order.
        withheld: Why nothing may leave; empty where the text may.
    """

    text: str
    changes: tuple[Change, ...]
    cases: tuple[Case, ...]
    threshold: int
    risks_before: Risks
    risks_after: Risks
    withheld: str = ""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The changes as edits of the draft they were made for."""
        return tuple(change.edit for change in self.changes)

    @property
    def counts(self) -> dict[tuple[str, str], int]:
        """Count the changes by field and by what was done; no words of the text."""
        return dict(
            Counter((change.field.value, change.why) for change in self.changes)
        )
