"""Does a raw page name one of the protected? Asked without its markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from safeconduct.disclosure.automaton import NameIndex
from safeconduct.disclosure.variants import Form

UNSEEN: Final = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAG: Final = re.compile(r"<[^<>]*>")
# Inline tags may stand within a name; all others part what is not one.
INLINE: Final = re.compile(
    r"</?(?:a|b|em|i|mark|span|strong|u|wbr)\b[^<>]*>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class NamesIn:
    """Finds whole names: a surname alone is on every second page."""

    names: NameIndex

    def __call__(self, text: str) -> bool:
        """Tell whether a whole name stands in a page."""
        bare = TAG.sub("\n\n", INLINE.sub("", UNSEEN.sub(" ", text)))
        return any(hit.form is Form.FULL for hit in self.names.find(bare))
