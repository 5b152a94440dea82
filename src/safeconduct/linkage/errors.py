"""Why records could not be linked.

LinkageError
├── UnreadableTable
│   ├── UnknownKind
│   ├── UnknownCharset
│   └── NothingToRead
├── WrongMapping
├── NothingToCompare
├── WrongLabels
├── TooFewLabels
├── OutputInTheWay
└── EngineMissing

No message repeats a value of a record: rows and columns are named, never what stands
in them.
"""

from __future__ import annotations

from collections.abc import Iterable


class LinkageError(Exception):
    """Base of every error of this library; the message is one whole sentence."""


class UnreadableTable(LinkageError):
    """A file cannot be read as a table; `file` is its name."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}: {why}")
        self.file = file


class UnknownKind(UnreadableTable):
    """The ending of the file is none we read."""

    def __init__(self, file: str) -> None:
        super().__init__(
            file, "this is no .csv, .tsv, .xlsx or .parquet file; save it as one."
        )


class UnknownCharset(UnreadableTable):
    """Too many bytes fit no charset."""

    def __init__(self, file: str) -> None:
        super().__init__(file, "the charset is not recognised; save the file as UTF-8.")


class NothingToRead(UnreadableTable):
    """The table has no header or no good row."""

    def __init__(self, file: str) -> None:
        super().__init__(
            file, "no row can be read; the first row must name the columns."
        )


class WrongMapping(LinkageError):
    """A mapping names a field or a column that is not there."""


class NothingToCompare(LinkageError):
    """The tables hold too little to tell people apart."""


class WrongLabels(LinkageError):
    """The file of decided pairs does not fit the records."""


class TooFewLabels(LinkageError):
    """There are too few decided pairs to calibrate on."""

    def __init__(self, same: int, other: int, least: int) -> None:
        super().__init__(
            f"{same} decided pairs are the same person and {other} are not;"
            f" calibration needs at least {least} of each. Decide more pairs, or"
            " leave the labels out."
        )


class OutputInTheWay(LinkageError):
    """The output folder is there and not empty."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"{folder} is not empty; name another folder with -o, or write over what"
            " a run left there with --force."
        )


class EngineMissing(LinkageError):
    """An engine is asked for that this machine does not have."""


def rows(numbers: Iterable[int], most: int = 10) -> str:
    """Write row numbers for a sentence: `rows 3, 17 and 204 more`."""
    known = sorted(numbers)
    shown = ", ".join(map(str, known[:most]))
    rest = len(known) - most
    word = "row" if len(known) == 1 else "rows"
    return f"{word} {shown}" + (f" and {rest:,} more" if rest > 0 else "")
