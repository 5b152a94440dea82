import json
from pathlib import Path

import pytest

from safeconduct.law import FACTS, pack
from safeconduct.law.norms import ALL_NORMS
from tests.law.cases import DAY

SHARED = Path(__file__).parents[2] / "../shared/law/norms.json"
# Our own name for staying where he is; the source of law knows no such record.
OURS = {"ENG-REMAIN"}


def test_every_norm_is_a_provision_we_know() -> None:
    """Each id stands in the list of provisions."""
    if not SHARED.exists():
        pytest.skip("../shared/law/norms.json is not here")
    known = {norm["id"] for norm in json.loads(SHARED.read_text())}

    assert {norm.provision.id for norm in ALL_NORMS} - known == OURS


def test_as_many_provisions_as_the_table_names() -> None:
    """The rule table speaks through 47 provisions; staying is added."""
    spoken = {norm.provision.id for norm in ALL_NORMS} - OURS

    assert len(spoken) == 47


def test_wordings() -> None:
    """Each norm says what it says in one plain paragraph."""
    for norm in ALL_NORMS:
        assert norm.wording.endswith("."), norm.name
        assert norm.provision.citation, norm.name


@pytest.mark.parametrize("position", ["risk_based", "will_based"])
def test_every_act_has_a_basis(position: str) -> None:
    """No act is without a norm that could carry it."""
    for statute in pack(DAY, position).statutes.values():
        assert statute.rules
        assert repr(statute.basis) != "never"


def test_dictionary_names() -> None:
    """The dictionary is keyed by stem, and each name has its own."""
    assert all(stem == fact.stem for stem, fact in FACTS.items())
