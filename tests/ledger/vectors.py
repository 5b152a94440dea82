"""Where are the test vectors of others, and of the design?

They lie in ../shared beside the checkout, with sources and licences. A test that
needs them skips where they are absent.
"""

import json
from pathlib import Path
from typing import Any

import pytest

VECTORS = Path(__file__).resolve().parents[2] / "../shared/ledger/vectors"


def folder(name: str) -> Path:
    path = VECTORS / name
    if not path.exists():
        pytest.skip(f"the shared test vectors are absent: ../shared/.../{name}")
    return path


def load(name: str) -> Any:
    return json.loads(folder(name).read_text(encoding="utf-8"))
