import subprocess
import sys
from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from safeconduct.law import NoLawInForce, pack
from safeconduct.law.norm import FIRST_DAY
from safeconduct.law.norms import ALL_NORMS
from safeconduct.law.pack import canonical_text
from tests.law.cases import DAY

HASH = """
from datetime import date
from safeconduct.law import pack
print(pack(date(2026, 11, 1)).hash)
"""


def test_the_same_in_another_process() -> None:
    """The hash does not depend on the process or its seed for hashing."""
    hashes = {
        subprocess.run(
            [sys.executable, "-c", HASH],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }

    assert hashes == {pack(DAY).hash}


def test_one_law_one_hash() -> None:
    """Days with the same norms have the same pack; the position is part of it."""
    assert pack(DAY) is pack(date(2026, 11, 2))
    assert pack(DAY).hash != pack(DAY, "will_based").hash
    assert len(pack(DAY).hash) == 64


def test_order_of_writing_does_not_count() -> None:
    """Moving a norm within its module or to another one changes no hash."""
    forwards = canonical_text(ALL_NORMS, "risk_based")

    assert forwards == canonical_text(tuple(reversed(ALL_NORMS)), "risk_based")


@pytest.mark.parametrize(
    ("since", "norm"),
    [(date(2022, 8, 19), "UA-CC84-1"), (date(2022, 9, 18), "UA-WANTLIVE")],
)
def test_a_norm_begins(since: date, norm: str) -> None:
    """A norm is law from its first day on, and the hash changes that day."""
    before, after = pack(since.replace(day=since.day - 1)), pack(since)

    assert norm not in {one.name for one in before.norms}
    assert norm in {one.name for one in after.norms}
    assert before.hash != after.hash


def test_korean_declaration_is_a_position() -> None:
    """GCIII-118-KR is in force under `will_based` alone."""
    names = {one.name for one in pack(DAY, "will_based").norms}

    assert "GCIII-118-KR" in names
    assert names - {one.name for one in pack(DAY).norms} == {"GCIII-118-KR"}


def test_before_the_first_day() -> None:
    """There is no law before the first pack."""
    assert pack(FIRST_DAY).norms
    with pytest.raises(NoLawInForce, match="Ask for that day or later"):
        pack(date(1949, 8, 12))


def test_immutable() -> None:
    """A pack never changes."""
    with pytest.raises(FrozenInstanceError):
        pack(DAY).hash = ""  # type: ignore[misc]
    with pytest.raises(TypeError):
        pack(DAY).statutes["exchange"] = None  # type: ignore[index]
