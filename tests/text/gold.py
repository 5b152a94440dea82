"""Where is the annotated design data, and what does it say?

The two reports name prisoners: tests read them from the shared folder and never
repeat them.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from safeconduct.text import Page, read

FOLDER = Path(__file__).parents[2] / "../shared/data/reports"
DOCUMENTS = ("A", "B")

needs_gold = pytest.mark.skipif(
    not (FOLDER / "gold.json").exists(),
    reason="the shared design data (../shared/data/reports) is not here",
)


@cache
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / "gold.json").read_text("utf-8"))
    return loaded


@cache
def page(document: str) -> Page:
    file = FOLDER / gold()["documents"][document]["file"]
    return read(file.read_bytes(), name=file.name)


def items(key: str, document: str) -> list[dict[str, Any]]:
    return [item for item in gold()[key] if item["doc"] == document]
