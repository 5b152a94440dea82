import pytest

from safeconduct.law import check, over_baseline, pack
from safeconduct.law.acts import R1, P, X
from safeconduct.law.examples import looked
from safeconduct.law.facts import FACTS
from safeconduct.law.norm import Norm
from safeconduct.law.pages.pairs import MOST, Pair, otherwise, pairs, values
from tests.law.cases import DAY
from tests.law.records import VALUES

LAW = pack(DAY)


def decided(pair: Pair, value: object) -> str:
    """Decide one side of a pair from its facts, without the code under test."""
    example = pair.seen.example
    facts = {**example.facts, pair.fact: value}
    record = check(over_baseline(facts) if example.on_baseline else facts)
    looks = looked(LAW, pair.seen.act, record)
    there = {look.towards: look.decision.status for look in looks}
    return there[pair.seen.look.towards]


@pytest.mark.parametrize("norm", LAW.norms, ids=lambda n: f"{n.name}-{n.acts[0].name}")
def test_a_pair_differs_in_one_fact_and_in_the_result(norm: Norm) -> None:
    """Both sides, decided again, give what the pair says, and they differ."""
    for pair in pairs(LAW, norm.name, norm.acts):
        assert pair.here != pair.there
        assert pair.result is not pair.otherwise
        assert decided(pair, pair.here) is pair.result
        assert decided(pair, pair.there) is pair.otherwise


def test_the_clearest_stand_first() -> None:
    """Known answers and results before unknown and open ones; few facts, each once."""
    found = pairs(LAW, "GCIII-13-2b", (P,))

    assert [pair.blur for pair in found] == sorted(pair.blur for pair in found)
    assert len(found) == len({pair.fact for pair in found}) <= MOST
    assert found[0].blur == 0


def test_torture() -> None:
    """Whether he would be tortured is what the ban on torture turns on."""
    assert any(p.fact.startswith("risk.") for p in pairs(LAW, "CAT-3-1", (R1,)))


def test_contradictions_give_nothing() -> None:
    """An answer that contradicts the example makes no case."""
    bare = otherwise(LAW, X, "E004", "risk.torture[KP]", "F")

    assert bare
    # E004 states serious harm; to say that onward passing is feared stays possible,
    # but no harm there and an onward harm there contradict each other.
    assert otherwise(LAW, X, "E004", "risk.serious_harm[KP]", "F")
    assert not otherwise(LAW, X, "E003", "risk.onward[KR->KP]", "T")


def test_values() -> None:
    """What may be asked has its answers; free text has none."""
    for name in VALUES:
        if name != "detaining.state":
            assert values(name), name
    assert [stem for stem in FACTS if not values(stem)].count("id.home_village") == 1
