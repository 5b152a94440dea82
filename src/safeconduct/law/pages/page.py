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


@dataclass(frozen=True)
class Answered:
    """A question with its answer, both in words."""

    question: str
    answer: str


@dataclass(frozen=True)
class Related:
    """Another provision: where it stands, what it says, its place on the page or ""."""

    citation: str
    says: str
    anchor: str


@dataclass(frozen=True, kw_only=True)
class Case:
    """An example as it stands under a provision.

    Attributes:
        id: How it is called, "Example E012".
        about: The act, and the State it leads to.
        result: The answer of the law.
        title: What decides it, in a sentence.
        decides: The facts that decide whether the provision applies.
        also: What else is recorded.
        is_bare: Whether nothing is recorded but this.
        shows: What it shows of the provision.
        decided_by: The provisions that decide, where this one does not; or empty.
    """

    id: str
    about: str
    result: str
    title: str
    decides: tuple[Answered, ...]
    also: tuple[Answered, ...]
    is_bare: bool
    shows: str
    decided_by: str


@dataclass(frozen=True, kw_only=True)
class Differing:
    """Two cases that differ in one fact and in the result.

    Attributes:
        id: The example that is one of the two.
        about: The act, and the State it leads to.
        question: The fact in which they differ.
        here, there: The answer and the result, in the example and in the other case.
    """

    id: str
    about: str
    question: str
    here: str
    there: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One provision.

    Attributes:
        language: The language it is written in.
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
        prevails, yields: The provisions it beats and is beaten by.
        asks: The facts it asks for.
        deadline: Its time limit, or empty.
        force: From when it is in force, and until when.
        cases: Examples that show what it does.
        more: How many further examples there are in which it counts.
        pairs: Cases that differ in one fact and in the result.
    """

    language: str
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
    prevails: tuple[Related, ...]
    yields: tuple[Related, ...]
    asks: tuple[Asked, ...]
    deadline: str
    force: str
    cases: tuple[Case, ...]
    more: int
    pairs: tuple[Differing, ...]

    @property
    def is_inference(self) -> bool:
        """Whether no source says it: it is ours."""
        return self.mark is Mark.INFERENCE


@dataclass(frozen=True, kw_only=True)
class Otherwise:
    """A provision that opens and closes nothing here, and binds otherwise.

    Attributes:
        name: The name by which it is referred to.
        anchor: A name for links within the page.
        citation: Where it stands.
        marks: How far it was checked, as letters; what its sentences say of it too.
        mark_words: How far it was checked, in words.
        binds: In which ways it binds.
        force: Since when and until when its source speaks, or empty.
        condition: When it speaks.
        consequence: What it demands.
        rows: What else it says, each under its name: the unknown, the time limit, how
            far the source was checked.
    """

    name: str
    anchor: str
    citation: str
    marks: tuple[Mark, ...]
    mark_words: tuple[str, ...]
    binds: tuple[str, ...]
    force: str
    condition: str
    consequence: str
    rows: tuple[tuple[str, str], ...]

    @property
    def is_inference(self) -> bool:
        """Whether no source says it: it is ours."""
        return Mark.INFERENCE in self.marks[:1]


@dataclass(frozen=True)
class Section:
    """A heading with provisions under it."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page.

    Attributes:
        about: What it is about, for the signature: `option X`, `instrument cat`.
        language: The language it is written in.
        title: Its heading.
        day: The law day in a sentence, or empty.
        lead: Position and what the page is, a sentence each.
        standing: Who reviewed it, or that nobody did; a sentence each.
        scope: When the question arises at all; for a page about an option.
        sections: The provisions that open or close something.
        otherwise: The provisions that bind otherwise, in the order of their articles.
        marks: Each mark with its word and what it means.
        base: The case the examples start from.
        fingerprint: The hash of the pack.
        examples: The hash of all examples about its acts, and of what they show.
        picture: The drawing as SVG, or empty.
    """

    about: str
    language: str
    title: str
    day: str
    lead: tuple[str, ...]
    standing: tuple[str, ...]
    scope: tuple[str, ...]
    sections: tuple[Section, ...]
    otherwise: tuple[Otherwise, ...]
    marks: tuple[tuple[str, str, str], ...]
    base: tuple[Answered, ...]
    fingerprint: str
    examples: str
    picture: str
