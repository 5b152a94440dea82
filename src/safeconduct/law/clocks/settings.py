"""Which periods are our own, so that counsel may set others?

No source names them: they are inferences, marked so wherever they show. A house gives
its own by name; the law of the treaties cannot be set.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from safeconduct.law.errors import LawError
from safeconduct.law.period import Period

Settings = Mapping[str, str]

SETTINGS: Settings = MappingProxyType(
    {
        "reconfirmation": "PT72H",
        "hearing_spacing": "P7D",
        "exposure_review": "PT24H",
        "transfer_notice": "PT72H",
        "status_review": "P30D",
        "first_hearing": "P14D",
        "risk_assessment": "P30D",
        "appeal": "P30D",
    }
)
"""Our own periods, ISO 8601, by name."""


def periods(others: Settings) -> Settings:
    """Put other periods in place of our own.

    Raises:
        LawError: There is no such setting, or its period is none.
    """
    for name, text in others.items():
        if name not in SETTINGS:
            near = get_close_matches(name, SETTINGS, n=1)
            known = near[0] if near else ", ".join(SETTINGS)
            raise LawError(f"There is no setting {name}. There is {known}.")
        Period.read(text)
    return {**SETTINGS, **others}
