"""How does a provision that opens and closes nothing stand on a page?"""

import re
from collections.abc import Iterable

from safeconduct.law import wording
from safeconduct.law.norm import Mark
from safeconduct.law.pages.page import Otherwise
from safeconduct.law.provisions import Binding, Said, said

# A sentence that was checked otherwise than the rest ends in its mark, `[I]`.
MARKED = re.compile(r"\[[TCSMI]\]")
ROWS = ("unknown", "deadline", "checked")


def otherwise_told(bindings: Iterable[Binding], language: str) -> tuple[Otherwise, ...]:
    """Write provisions for a page, in the order given."""
    return tuple(_told(one, language) for one in bindings)


def _told(one: Binding, language: str) -> Otherwise:
    words = said(one, language)
    rows = {part: str(getattr(words, part)) for part in ROWS}
    return Otherwise(
        name=one.id,
        anchor=f"{one.id}-otherwise".lower(),
        citation=words.citation,
        marks=tuple(dict.fromkeys((*one.marks, *_within(words)))),
        mark_words=words.marks,
        binds=words.binds,
        force=_force(one, language),
        condition=_in_words(words.condition, language),
        consequence=_in_words(words.consequence, language),
        rows=tuple(
            (wording.term(f"provision.{part}", language), _in_words(text, language))
            for part, text in rows.items()
            if text
        ),
    )


def _within(words: Said) -> list[Mark]:
    """Find the marks that stand within its sentences."""
    sentences = (words.condition, words.consequence, words.unknown, words.deadline)
    return [Mark(found) for text in sentences for found in MARKED.findall(text)]


def _in_words(text: str, language: str) -> str:
    """Write each mark within a text in words: a reader does not know the letters."""
    return MARKED.sub(
        lambda found: f"[{wording.term(f'mark.{found.group()}', language)}]", text
    )


def _force(one: Binding, language: str) -> str:
    days = (("since", one.since), ("until", one.until))
    return "; ".join(
        wording.term(f"provision.{name}", language, day=day.isoformat())
        for name, day in days
        if day
    )
