"""How long is a period, and when does it end? ISO 8601 durations: `P3M`, `PT72H`.

Months are those of the calendar: three months from 30 November end on the same day of
February, or on its last day. A day is counted whole. Hours count from a moment; where
only the day is known, from its beginning if something must be done within them, and
from its end if something must wait for them: the stricter way.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from safeconduct.law.errors import LawError
from safeconduct.law.when import When, midnight

_DURATION = re.compile(
    r"P(?=.)(?:(\d{1,2})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(\d{1,4})H)?"
)
MONTHS = 12
DAYS = 7


@dataclass(frozen=True)
class Period:
    """A length of time: calendar months, then days, then hours."""

    months: int = 0
    days: int = 0
    hours: int = 0

    @classmethod
    def read(cls, text: str) -> Self:
        """Read an ISO 8601 duration in years, months, weeks, days and hours.

        Raises:
            LawError: It is none, or it has no length.
        """
        match = _DURATION.fullmatch(text)
        if match is not None:
            years, months, weeks, days, hours = (int(n or 0) for n in match.groups())
            period = cls(years * MONTHS + months, weeks * DAYS + days, hours)
            if period != cls():
                return period
        raise LawError(
            f"{text} is no period: write P7D for days, P3M for months, PT72H for hours."
        )

    def after(self, start: When, *, waiting: bool = False) -> When:
        """Return when the period that began at `start` is over.

        Args:
            start: A day or a moment.
            waiting: Whether something must wait for it, rather than be done within.
        """
        if self.hours and type(start) is date:
            start = midnight(start + timedelta(days=1) if waiting else start)
        late = timedelta(days=self.days, hours=self.hours)
        return _months_later(start, self.months) + late


def _months_later(start: When, months: int) -> When:
    years, month = divmod(start.month - 1 + months, MONTHS)
    year, month = start.year + years, month + 1
    day = min(start.day, monthrange(year, month)[1])
    return start.replace(year=year, month=month, day=day)
