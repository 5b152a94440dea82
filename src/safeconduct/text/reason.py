"""Sentences of the library that a face says in its reader's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence built from parts, so that a face can translate the template.

    `template` is English with named places in the form of `str.format`; a value is
    said as it is, or is a phrase with a template of its own.
    """

    template: str
    values: tuple[tuple[str, str | Reason], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**{name: str(said) for name, said in self.values})


def gettext_noop(template: str) -> str:
    """Mark a template for the catalogues of the faces, which look for this name."""
    return template


def reason(template: str, **values: str | Reason) -> Reason:
    """Build a sentence from its template and the values of its places."""
    return Reason(template, tuple(values.items()))


def verbatim(sentence: str) -> Reason:
    """Take a sentence as it stands, braces and all; no face translates it."""
    return reason("{sentence}", sentence=sentence)
