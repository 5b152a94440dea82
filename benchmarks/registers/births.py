"""How does a day of birth get into a record, and how does it go wrong on the way?

A birth is written "1999-05-17", "1999-05" or "1999"; its precision is "day", "month",
"year", or "age" where the year was reckoned from an age. Errors are not marked: a lunar
day or a turned month looks like any other.
"""

import numpy as np
import numpy.typing as npt

from benchmarks.registers.inventories import Ints, Objects
from benchmarks.registers.lives import Chance, Days, Flags
from benchmarks.registers.plan import Rates

Months = npt.NDArray[np.datetime64]
J2000 = np.datetime64("2000-01-01T12:00")
SYNODIC = (
    29.530588861  # days from new moon to new moon (Meeus, Astronomical Algorithms)
)
KOREA = 9 / 24  # the day begins in Korea
MONTHS = 12
SAYS_KOREAN_AGE = 0.6  # of Koreans who are asked for their age


def written(
    born: Days, captured: Months, is_korean: Flags, rates: Rates, chance: Chance
) -> tuple[Objects, Objects]:
    """Write births as the clerks have them; return them with their precision."""
    count = len(born)

    def hit(rate: float) -> Flags:
        return chance.random(count) < rate

    year, month, day = parts(born)
    is_lunar = hit(rates.lunar) & is_korean
    lunar_month, lunar_day, before = lunar(born[is_lunar])
    month[is_lunar], day[is_lunar] = lunar_month, lunar_day
    year[is_lunar] -= before

    turned = hit(rates.month_day) & (day <= MONTHS)
    month[turned], day[turned] = day[turned], month[turned]
    off = hit(rates.age_off)
    year[off] += chance.choice([-2, -1, 1, 2], count, p=[0.15, 0.35, 0.35, 0.15])[off]
    counted = hit(rates.korean_age) & is_korean
    year[counted] -= 1
    mistyped = hit(rates.birth_typing)
    _mistype(year, month, day, mistyped, chance)

    precision = np.full(count, "day", dtype=object)
    precision[hit(rates.month_only)] = "month"
    precision[hit(rates.year_only)] = "year"
    by_age = hit(rates.age_only)
    precision[by_age] = "age"
    year[by_age] = _reckoned(born, captured, is_korean, chance)[by_age]
    missing = hit(rates.birth_missing)
    precision[missing] = None
    return _texts(year, month, day, precision), precision


def parts(days: Days) -> tuple[Ints, Ints, Ints]:
    """Take days apart into year, month and day."""
    months = days.astype("datetime64[M]")
    years = months.astype("datetime64[Y]")
    return (
        years.astype(np.int64) + 1970,
        (months - years).astype(np.int64) + 1,
        (days - months).astype(np.int64) + 1,
    )


def _mistype(year: Ints, month: Ints, day: Ints, where: Flags, chance: Chance) -> None:
    """Change the last digit of the year, the month or the day, within what exists."""
    which = chance.integers(0, 3, len(year))
    shift = chance.integers(1, 10, len(year))
    years = where & (which == 0)
    year[years] += ((year + shift) % 10 - year % 10)[years]
    months = where & (which == 1)
    month[months] = ((month - 1 + shift) % 12 + 1)[months]
    days = where & ~years & ~months
    day[days] = ((day - 1 + shift) % 28 + 1)[days]


def _reckoned(born: Days, captured: Months, is_korean: Flags, chance: Chance) -> Ints:
    """Reckon the year from the age he gave: at his capture, often the Korean age."""
    years = captured.astype("datetime64[Y]").astype(np.int64) + 1970
    whole = (captured.astype("datetime64[D]") - born).astype(np.int64) / 365.25
    korean = years - parts(born)[0] + 1
    says_korean = is_korean & (chance.random(len(born)) < SAYS_KOREAN_AGE)
    found: Ints = years - np.where(says_korean, korean, whole.astype(np.int64))
    return found


def _texts(year: Ints, month: Ints, day: Ints, precision: Objects) -> Objects:
    """Write dates out, no finer than their precision."""
    y = year.astype(str).astype(object)
    m = np.array([f"-{n:02}" for n in range(13)], dtype=object)[month]
    d = np.array([f"-{n:02}" for n in range(32)], dtype=object)[day]
    found = y + m + d
    found = np.where(precision == "month", y + m, found)
    found = np.where((precision == "year") | (precision == "age"), y, found)
    found[precision == None] = None  # noqa: E711 - elementwise
    return found


def lunar(days: Days) -> tuple[Ints, Ints, Ints]:
    """Tell month and day in the Korean lunar calendar, and years it lags behind.

    New moons and the sun's longitude are reckoned with their largest terms (Meeus, ch.
    25 and 49): a day may be one off, and a leap month bears its neighbour's number.
    """
    moment = (days - J2000.astype("datetime64[D]")).astype(np.float64) - 0.5 - KOREA
    month = np.floor((moment + 1 - 5.1) / SYNODIC).astype(np.int64)
    for _ in range(2):  # the true new moon is up to 14 hours from the mean one
        month -= new_moon_day(month) > new_moon_day_of(days)
        month += new_moon_day(month + 1) <= new_moon_day_of(days)
    day = new_moon_day_of(days) - new_moon_day(month) + 1
    # The month in which the sun enters the sign of 330 degrees is the first.
    sign = np.floor(sun(new_moon(month + 1)) / 30).astype(np.int64)
    number = (sign + 1) % 12 + 1
    before = (number > parts(days)[1] + 3).astype(np.int64)
    return number, day, before


def new_moon_day_of(days: Days) -> Ints:
    """Number days from the first of January 2000."""
    return (days - np.datetime64("2000-01-01")).astype(np.int64)


def new_moon(month: Ints) -> npt.NDArray[np.float64]:
    """Reckon the new moon of a number, in days after noon of 2000-01-01 (Greenwich)."""
    k = month.astype(np.float64)
    centuries = k / 1236.85
    anomaly = np.radians(2.5534 + 29.10535670 * k)
    moons = np.radians(201.5643 + 385.81693528 * k)
    latitude = np.radians(160.7108 + 390.67050284 * k)
    mean = 5.09766 + SYNODIC * k + 0.00015437 * centuries**2
    found: npt.NDArray[np.float64] = (
        mean
        - 0.40720 * np.sin(moons)
        + 0.17241 * np.sin(anomaly)
        + 0.01608 * np.sin(2 * moons)
        + 0.01039 * np.sin(2 * latitude)
    )
    return found


def new_moon_day(month: Ints) -> Ints:
    """Tell the day of a new moon in Korea, numbered from 2000-01-01."""
    return np.floor(new_moon(month) + 0.5 + KOREA).astype(np.int64)


def sun(moment: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Reckon the sun's longitude in degrees."""
    anomaly = np.radians(357.529 + 0.98560028 * moment)
    mean = 280.459 + 0.98564736 * moment
    centre = 1.915 * np.sin(anomaly) + 0.020 * np.sin(2 * anomaly)
    found: npt.NDArray[np.float64] = (mean + centre) % 360
    return found
