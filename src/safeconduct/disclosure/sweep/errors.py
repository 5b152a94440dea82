"""Why a sweep cannot begin or go on.

SweepError
├── NotAnArchive
├── AnotherPlan
├── AlreadyDone
├── BrokenSweep
└── NoSpark
"""

from __future__ import annotations


class SweepError(Exception):
    """Base of the errors of sweeps; the message is one whole sentence."""


class NotAnArchive(SweepError):
    """A file cannot be opened, or is empty."""


class AnotherPlan(SweepError):
    """What stands beside OUT belongs to a sweep of other files or another register."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"An unfinished sweep with {what} stands beside OUT. Run that one again to"
            " finish it, give another OUT, or say --afresh to begin anew."
        )


class AlreadyDone(SweepError):
    """OUT is there."""

    def __init__(self) -> None:
        super().__init__(
            "OUT is there already. Give another OUT, or say --afresh to replace it."
        )


class BrokenSweep(SweepError):
    """A process ended before its work did."""

    def __init__(self) -> None:
        super().__init__(
            "A process of the sweep was ended from outside, perhaps for want of"
            " memory. What it finished is kept: run the same command again, with fewer"
            " --workers if memory is short."
        )


class NoSpark(SweepError):
    """PySpark or Java is missing."""

    def __init__(self) -> None:
        super().__init__(
            "The engine spark needs PySpark and a Java runtime. Install them with"
            " pip install 'safeconduct[spark]', or use --engine local."
        )
