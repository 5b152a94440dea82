"""Why nothing could be learned.

TeachingError
├── NoExamples
├── WronglyMarked
└── TrainerMissing
"""

from __future__ import annotations


class TeachingError(Exception):
    """Base of every error of this package; the message is one whole sentence."""


class NoExamples(TeachingError):
    """A folder without marked paragraphs."""

    def __init__(self) -> None:
        super().__init__(
            "The folder holds no marked paragraphs; give one with files such as"
            " en/news.txt, in which passages are marked {w:like this}."
        )


class WronglyMarked(TeachingError):
    """A line whose marks cannot be read; `line` counts from 1."""

    def __init__(self, name: str, line: int) -> None:
        super().__init__(
            f"Line {line} of {name} is wrongly marked: a mark is {{w:words}}, with one"
            " of the known letters, and none stands in another."
        )
        self.name = name
        self.line = line


class TrainerMissing(TeachingError):
    """The library that trains is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Training needs python-crfsuite; install it with"
            " `pip install safeconduct[training]`."
        )
