"""Whom do the pages of web archives give away? Millions of pages, one register.

`sweep` matches raw records first and extracts only what passes; it can be killed at any
moment and goes on where it was. The engines give the same result.
"""

from safeconduct.disclosure.sweep.errors import (
    AlreadyDone,
    AnotherPlan,
    BrokenSweep,
    NoSpark,
    NotAnArchive,
    SweepError,
)
from safeconduct.disclosure.sweep.plan import Plan, Tally
from safeconduct.disclosure.sweep.register import MakeRegister, Through
from safeconduct.disclosure.sweep.sweeping import ENGINES, sweep

__all__ = [
    "ENGINES",
    "AlreadyDone",
    "AnotherPlan",
    "BrokenSweep",
    "MakeRegister",
    "NoSpark",
    "NotAnArchive",
    "Plan",
    "SweepError",
    "Tally",
    "Through",
    "sweep",
]
