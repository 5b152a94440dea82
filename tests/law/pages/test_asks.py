import pytest

from safeconduct.law.derive.case import NOWHERE, UNNAMED, Case
from safeconduct.law.derive.predicates import FINDERS, Predicates
from safeconduct.law.facts import FACTS
from safeconduct.law.norms import ALL_NORMS
from safeconduct.law.pages.asks import SOURCES, asked
from safeconduct.law.terms import PREDICATES

RECORD = {
    "status.powers": ("KP",),
    "nationality.effective[CN]": True,
    "receiving.state": ("KR",),
    "conflict.parties": ("RU", "UA"),
    "receiving.icrc_access[KR]": True,
}


@pytest.mark.parametrize("name", PREDICATES)
def test_every_predicate_has_its_facts(name: str) -> None:
    """A predicate is a fact of that name, or the table knows its facts."""
    stems = SOURCES.get(name, (name,))

    assert set(stems) <= set(FACTS)
    assert (name in SOURCES) == (name in FINDERS or name.startswith("outcome."))


@pytest.mark.parametrize("name", sorted(FINDERS))
def test_the_table_holds_what_the_finder_reads(name: str) -> None:
    """Whatever fact decides a predicate stands in the table."""
    # A State still to be named is no fact of the predicate, and "serious harm" stated
    # alone only sums up the five risks that are asked for.
    context = {"status.powers", "receiving.state", "risk.serious_harm"}
    for record in ({}, RECORD):
        for towards in ("KP", "KR", NOWHERE, UNNAMED):
            found = Predicates(Case(record, towards)).find(name)
            stems = {fact.partition("[")[0] for fact in found.facts}

            assert stems <= {*SOURCES[name], *context}


def test_no_table_without_predicate() -> None:
    """Nothing is left over."""
    assert set(SOURCES) <= set(PREDICATES)


def test_facts_of_a_norm() -> None:
    """They come in the order of the dictionary, each once."""
    wounded = next(norm for norm in ALL_NORMS if norm.name == "GCIII-109-3")

    assert [fact.stem for fact in asked(wounded.when)] == [
        "conflict.active_hostilities",
        "status.powers",
        "health.art110_1",
        "wish.current",
    ]
