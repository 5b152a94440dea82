"""What stands on a page of law, before it is HTML or paper?"""

from dataclasses import dataclass

from safeconduct.law.norm import Mark, Mode
from safeconduct.law.readings.prose import Item


@dataclass(frozen=True)
class Asked:
    """A fact a provision asks for.

    Attributes:
        question: The question in words.
        office: Who answers it.
        fresh: How long the answer is valid; empty: for good.
    """

    question: str
    office: str
    fresh: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One provision.

    Attributes:
        name: The name by which other provisions and answers refer to it.
        anchor: A name for links within the page.
        citation: Where it stands.
        mark, mark_word: How far the source was checked, as a letter and in words.
        mode, mode_word: What it does, for the reader's eye and in a word.
        says: The rule in plain words.
        rule: The rule as this register reads it, with its conditions beneath it.
        exception: The exception with the burden, where it does not end the sentence of
            the rule; or empty.
        remarks: Absolute, personal, contested, position, each a sentence.
        concerns: The acts it speaks about.
        prevails, yields: The provisions it beats and is beaten by, as name and
            citation.
        asks: The facts it asks for.
        deadline: Its time limit, or empty.
        force: From when it is in force, and until when.
        examples: Signed examples, a sentence each.
    """

    name: str
    anchor: str
    citation: str
    mark: Mark
    mark_word: str
    mode: Mode
    mode_word: str
    says: str
    rule: Item
    exception: str
    remarks: tuple[str, ...]
    concerns: tuple[str, ...]
    prevails: tuple[tuple[str, str], ...]
    yields: tuple[tuple[str, str], ...]
    asks: tuple[Asked, ...]
    deadline: str
    force: str
    examples: tuple[str, ...]

    @property
    def is_inference(self) -> bool:
        """Whether no source says it: it is ours."""
        return self.mark is Mark.INFERENCE


@dataclass(frozen=True)
class Section:
    """A heading with provisions under it."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page.

    Attributes:
        language: The language it is written in.
        title: Its heading.
        lead: Day, position and what the page is, a sentence each.
        scope: When the question arises at all; for a page about an option.
        sections: The provisions.
        marks: Each mark with its word and what it means.
        fingerprint: The hash of the pack.
        picture: The drawing as SVG, or empty.
    """

    language: str
    title: str
    lead: tuple[str, ...]
    scope: tuple[str, ...]
    sections: tuple[Section, ...]
    marks: tuple[tuple[str, str, str], ...]
    fingerprint: str
    picture: str
