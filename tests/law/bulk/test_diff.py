"""Who changes status is who changes it alone."""

import pytest

from safeconduct.law import FactError, LawError, assess, pack
from safeconduct.law.bulk import Views, evaluate, read_register
from safeconduct.law.diff import changed_norms, differences, stating, without
from safeconduct.law.norm import FIRST_DAY
from tests.law.cases import DAY
from tests.law.records import records, table

MADE = list(records(400, seed=8))
REGISTER = read_register(table(MADE))
VIEWS = Views(REGISTER)


@pytest.mark.usefixtures("answers_alone")
def test_two_positions() -> None:
    """Each change of status between two positions is found, with ids, and no other."""
    old, new = pack(DAY), pack(DAY, "will_based")
    found = {
        (change.slot.name, id_, change.before, change.after)
        for change in differences(evaluate(old, VIEWS), evaluate(new, VIEWS))
        for id_ in change.ids(REGISTER)
        if change.slot.act.option
    }
    expected = set()
    for id_, facts in zip(REGISTER.ids, MADE, strict=True):
        one = assess(facts, on=DAY, position="risk_based")
        other = assess(facts, on=DAY, position="will_based")
        for letter, option in one.options.items():
            for state, answer in option.destinations.items():
                after = other.options[letter].destinations[state].status
                if answer.status is not after:
                    name = letter if state == "-" else f"{letter}[{state}]"
                    expected.add((name, id_, answer.status, after))

    assert found == expected
    assert found


def test_the_same_law() -> None:
    """Between a law and itself nobody changes and no norm differs."""
    one = evaluate(pack(DAY), VIEWS)

    assert list(differences(one, one)) == []
    assert changed_norms(pack(DAY), pack(DAY)) == ()


def test_a_norm_left_out() -> None:
    """Without a norm its priorities go too; counts are those of the ids."""
    law = pack(DAY)
    less = without(law, "GCIII-118-1/duty")
    changes = list(differences(evaluate(law, VIEWS), evaluate(less, VIEWS)))

    assert [one.name for one in changed_norms(law, less)] == [
        *("CSR-33-1", "GCIII-118-1/duty", "GCIII-118-NR")
    ]
    assert {one.slot.act.option or one.slot.act.name for one in changes} <= {
        "R2",
        "remain",
    }
    assert all(one.count == len(one.ids(REGISTER)) for one in changes)


def test_norms_that_came_into_force() -> None:
    """Between two days the norms that came are named, without a predecessor."""
    come = changed_norms(pack(FIRST_DAY), pack(DAY))

    assert {one.name for one in come} == {"UA-CC84-1", "UA-WANTLIVE"}
    assert all(one.before is None and one.after is not None for one in come)


def test_a_country_finding() -> None:
    """A risk stated of every case closes; cases it contradicts stay as they are."""
    stated, refused = stating(REGISTER, "risk.torture[KP]", "T")
    against = [facts.get("risk.serious_harm[KP]") == "F" for facts in MADE]
    law = pack(DAY)
    changes = differences(evaluate(law, VIEWS), evaluate(law, Views(stated)))

    assert refused == sum(against) > 0
    assert "REQUIRED" not in {
        change.after for change in changes if change.slot.name == "R1[KP]"
    }


def test_no_such_norm_or_fact() -> None:
    """What is not there is refused with a sentence."""
    with pytest.raises(LawError, match="There is no norm GCIII-999"):
        without(pack(DAY), "GCIII-999")
    with pytest.raises(FactError, match=r"Did you mean risk\.torture"):
        stating(REGISTER, "risk.tortur[KP]", "T")
