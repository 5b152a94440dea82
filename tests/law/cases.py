"""The worked cases, and the day on which the tests ask the law."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from safeconduct.law import Assessment, assess, over_baseline

DAY = date(2026, 11, 1)
SHARED = Path(__file__).parents[2] / "../shared/law/vignettes.json"


def vignettes() -> list[dict[str, Any]]:
    """Read the 24 worked cases, or skip where the design data is absent."""
    if not SHARED.exists():
        pytest.skip("../shared/law/vignettes.json is not here", allow_module_level=True)
    cases: list[dict[str, Any]] = json.loads(SHARED.read_text())["vignettes"]
    return cases


def case(**facts: object) -> dict[str, object]:
    """Make the harmless case, with dots written as two underscores."""
    return over_baseline({name.replace("__", "."): v for name, v in facts.items()})


def told(facts: dict[str, object], position: str | None = None) -> Assessment:
    """Assess a record on the day of the tests."""
    return assess(facts, on=DAY, position=position)


# He asks to go home, nothing awaits him there, everything is in order.
WANTS_HOME: dict[str, object] = over_baseline(
    {
        "wish.current": "return",
        "hearing.valid": "T",
        "wish.reconfirmed": "T",
        "risk.serious_harm[KP]": "F",
        "status.surrender": "captured",
    }
)
# He asks for Korea, is in danger at home, everything is in order.
WANTS_KOREA: dict[str, object] = over_baseline(
    {
        "wish.current": "refuge:KR",
        "hearing.valid": "T",
        "wish.reconfirmed": "T",
        "risk.serious_harm[KP]": "T",
    }
)
# He wants home into danger, and the wish has passed all safeguards.
WANTS_HOME_AT_RISK: dict[str, object] = over_baseline(
    {
        "wish.current": "return",
        "hearing.valid": "T",
        "vol.return_valid": "T",
        "wish.reconfirmed": "T",
        "risk.serious_harm[KP]": "T",
        "status.surrender": "captured",
    }
)
# Hostilities are over; he refuses, his claim was finally rejected, no risk was found.
REFUSES_AFTER: dict[str, object] = over_baseline(
    {
        "conflict.active_hostilities": "F",
        "wish.current": "refuses",
        "hearing.valid": "T",
        "wish.reconfirmed": "T",
        "risk.serious_harm[KP]": "F",
        "claim.status": "rejected_final",
    }
)
