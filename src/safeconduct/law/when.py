"""Days and moments: which comes first, where one of them is only known as a day?

A moment is compared with a day by its own day in UTC.
"""

from datetime import UTC, date, datetime

When = date | datetime
"""A day, or a moment with its time zone."""


def written(text: object) -> When | None:
    """Read a day or a moment in the normal form of the dictionary, or nothing."""
    if not isinstance(text, str):
        return None
    try:
        # Every moment in its normal form ends in Z, no day does.
        return (
            datetime.fromisoformat(text)
            if text.endswith("Z")
            else date.fromisoformat(text)
        )
    except ValueError:
        return None


def day(when: When) -> date:
    """The day of a moment, in UTC."""
    return when.astimezone(UTC).date() if isinstance(when, datetime) else when


def before(one: When, other: When) -> bool:
    """Ask whether one comes before the other for certain: on the same day it does not.

    Two moments are compared to the second.
    """
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day(one) < day(other)


def midnight(when: date) -> datetime:
    """The moment a day begins, in UTC."""
    return datetime(when.year, when.month, when.day, tzinfo=UTC)


def iso(when: When) -> str:
    """Write a day as `2026-03-01`, a moment as `2026-03-01T12:00:00Z`."""
    if isinstance(when, datetime):
        return f"{when.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"
    return when.isoformat()
