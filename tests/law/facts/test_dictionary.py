import re
from pathlib import Path

import pytest

from safeconduct.law import FACTS, check
from safeconduct.law.kinds import Day, Moment
from safeconduct.law.pages.asks import SOURCES
from safeconduct.law.terms import PREDICATES

SHARED = Path(__file__).parents[3] / "../shared/law/LAW.md"
# Dates that clocks count from and the published dictionary lacks.
OURS = {
    *("decision.told_at", "determination.made_at"),
    *("hearing.first_held_at", "hearing.again_at"),
}
# Told by the vault, by papers, or by who looks for him.
OF_THE_VAULT = ("doc.", "id.", "tracing.")


def test_every_fact_of_the_published_dictionary() -> None:
    """All of them and no others, but four dates of our own."""
    if not SHARED.exists():
        pytest.skip("../shared/law/LAW.md is not here")
    text = SHARED.read_text()
    section = text[text.index("### A.0") : text.index("### A.1")]
    rows = [line.split("|")[1] for line in section.splitlines() if line[:3] == "| `"]
    published = {
        name.partition("[")[0] for row in rows for name in re.findall(r"`([^`]+)`", row)
    }

    assert set(FACTS) == published | OURS


def test_what_norms_read_decides() -> None:
    """Every fact behind a predicate decides, and no other does."""
    read = {
        stem
        for name in PREDICATES
        for stem in SOURCES.get(name, (name.partition("[")[0],))
    }
    for stem in read:
        assert FACTS[stem].decides, stem


@pytest.mark.parametrize("stem", FACTS)
def test_what_tells_who_somebody_is(stem: str) -> None:
    """All of vault, papers and tracing is marked; no norm reads any of it."""
    fact = FACTS[stem]

    if stem.startswith(OF_THE_VAULT) or stem == "person.birth_date":
        assert fact.identity
    assert not (fact.identity and fact.decides)


@pytest.mark.parametrize("stem", FACTS)
def test_dates_are_named_so(stem: str) -> None:
    """Who sees `_at` may write a date, and every date can be read."""
    fact = FACTS[stem]
    if stem.endswith("_at"):
        assert isinstance(fact.kind, Day | Moment)
    if isinstance(fact.kind, Day | Moment):
        assert check({stem: "2026-03-01"}) == {stem: "2026-03-01"}
