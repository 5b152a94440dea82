"""Of which words is an article made, where do they stand, and which are quoted?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from safeconduct.text.page import Page

WORD = re.compile(r"[^\W_]+(?:[’'ʼ-][^\W_]+)*")
QUOTE = re.compile(r"“[^”“]{3,800}”|\"[^\"]{3,800}\"|«[^»«]{3,800}»|„[^“”„]{3,800}[“”]")
# Cut from Korean words of three syllables and more, longest first.
PARTICLE = re.compile(
    r"(?<=[가-힣]{2})(?:에서는|으로는|에게서|까지는|이라고|에서|에게|으로|까지|부터|처럼|보다|이나|라고"
    r"|은|는|이|가|을|를|의|에|와|과|도|로|만)$"
)


@dataclass(frozen=True)
class Words:
    """The words of an article, folded, with their places in the page's text.

    `quoted[i]` says whether word i stands in quotation marks.
    """

    text: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def run(self) -> int:
        """How many words make a run that is telling.

        A Korean word carries its particles and is worth more than one of ours.
        """
        hangul = sum("가" <= word[0] <= "힣" for word in self.text)
        return 4 if hangul * 2 > len(self.text) else 5


def words_of(page: Page) -> Words:
    """Take an article apart; boilerplate is left out.

    Folded means lower case, one apostrophe, and Korean words without particle.
    """
    found: list[tuple[str, int, int, bool]] = []
    for line in page.lines:
        if not line.kind.is_article:
            continue
        quotes = [match.span() for match in QUOTE.finditer(line.text)]
        for match in WORD.finditer(line.text):
            start, end = match.span()
            inside = any(left < start and end < right for left, right in quotes)
            place = line.start + start, line.start + end
            found.append((folded(match[0]), *place, inside))
    text, starts, ends, quoted = zip(*found, strict=True) if found else ((),) * 4
    return Words(text, starts, ends, quoted)


def folded(word: str) -> str:
    """Fold a word as runs are compared by."""
    word = word.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")
    return PARTICLE.sub("", word) if word[0] >= "가" else word
