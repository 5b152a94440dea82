import pytest

from safeconduct.law import RISKS, check
from safeconduct.law.derive import risk
from safeconduct.law.derive.case import UNNAMED, Case
from safeconduct.law.readings.kleene import Truth


def towards(state: str, facts: dict[str, object]) -> Case:
    return Case(check(facts), state)


@pytest.mark.parametrize("stated", ["T", "F", "U"])
@pytest.mark.parametrize("stem", RISKS)
def test_serious_harm_stated_alone(stem: str, stated: str) -> None:
    """It sets all five risks of that State, and of no other."""
    facts: dict[str, object] = {"risk.serious_harm[KP]": stated}
    value = {"T": True, "F": False, "U": None}[stated]

    assert risk.risk(stem)(towards("KP", facts)).value is value
    assert risk.risk(stem)(towards("RU", facts)).value is None


def test_serious_harm_beside_a_stated_risk() -> None:
    """The harm may be that one risk: the others stay unknown."""
    case = towards("KP", {"risk.serious_harm[KP]": "T", "risk.persecution[KP]": "T"})

    assert risk.risk("risk.torture")(case).value is None
    assert risk.serious(case).value is True


def test_serious_harm_derived() -> None:
    """One risk makes serious harm; all five must be excluded to exclude it."""
    none = {f"{stem}[KP]": "F" for stem in RISKS}

    assert risk.serious(towards("KP", {"risk.killing[KP]": "T"})).value is True
    assert risk.serious(towards("KP", {"risk.killing[KP]": "F"})).value is None
    assert risk.serious(towards("KP", dict(none))).value is False


@pytest.mark.parametrize(
    ("facts", "onward"),
    [
        ({"status.powers": "KP", "risk.onward[RU->KP]": "T"}, True),
        ({"status.powers": "KP", "risk.onward[RU->KP]": "F"}, False),
        ({"status.powers": "KP"}, None),
        ({"status.powers": "KP", "risk.serious_harm[KP]": "F"}, False),
        ({"status.powers": "RU"}, False),
        ({"status.powers": "RU", "person.nationalities": ["KP"]}, None),
        ({"status.powers": "RU", "person.nationalities": "U"}, None),
        ({}, None),
        (
            {
                "conflict.parties": ["UA", "RU", "KP"],
                "detaining.state": "UA",
                "risk.onward[RU->KP]": "T",
            },
            True,
        ),
    ],
)
def test_onward(facts: dict[str, object], onward: Truth) -> None:
    """Passed on to a State tied to him: a Power, or one of his nationalities."""
    assert onward is risk.onward(towards("RU", facts)).value


def test_unnamed_destination() -> None:
    """Of a State nobody has named every risk is unknown."""
    case = towards(UNNAMED, {"risk.serious_harm[KP]": "F"})

    assert risk.serious(case).value is None
    assert risk.onward(case).value is None
    assert risk.risk("risk.torture")(case).facts == ("status.powers",)
