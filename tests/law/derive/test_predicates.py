import pytest

from safeconduct.law import PackError, check
from safeconduct.law.derive.case import Case
from safeconduct.law.derive.predicates import Predicates
from safeconduct.law.derive.receiving import willing_to_apply
from safeconduct.law.derive.status import other_nationality, power_settled
from safeconduct.law.readings.kleene import Truth
from safeconduct.law.terms import PREDICATES


@pytest.mark.parametrize(
    "name", [name for name in PREDICATES if not name.startswith("outcome.")]
)
def test_every_predicate_can_be_found(name: str) -> None:
    """Each word a norm may use has a way to be found in a record."""
    assert Predicates(Case({}, "KP")).find(name).value in {True, False, None}


def test_no_such_predicate() -> None:
    """A predicate nobody wrote a finder for is a fault of ours, and said so."""
    with pytest.raises(PackError, match=r"wish\.current"):
        Predicates(Case({})).find("wish.current")


@pytest.mark.parametrize(
    ("facts", "willing"),
    [
        ({"receiving.willing": "T"}, True),
        ({"receiving.willing[KR]": "T"}, True),
        ({"receiving.willing": "T", "receiving.willing[KR]": "F"}, False),
        ({"receiving.willing": "T", "receiving.icrc_access": "F"}, False),
        ({"receiving.willing": "T", "receiving.icrc_access[KR]": "U"}, None),
        ({"receiving.willing[RU]": "T"}, None),
    ],
)
def test_willing_to_apply(facts: dict[str, object], willing: Truth) -> None:
    """Who refuses the ICRC is not willing; a named fact beats a plain one."""
    case = Case(check({"receiving.state": "KR", **facts}), "KR")

    assert willing is willing_to_apply(case).value


def test_a_plain_fact_vouches_for_one_state() -> None:
    """With several States under discussion it speaks of the first alone."""
    record = check({"receiving.state": ["KR", "PL"], "receiving.willing": "T"})

    assert willing_to_apply(Case(record, "KR")).value is True
    assert willing_to_apply(Case(record, "PL")).value is None


@pytest.mark.parametrize(
    ("facts", "other"),
    [
        ({}, False),
        ({"nationality.effective[KR]": "T", "risk.persecution[KR]": "F"}, True),
        ({"nationality.effective[KR]": "T", "risk.persecution[KR]": "T"}, False),
        ({"nationality.effective[KR]": "T"}, None),
        ({"nationality.effective[KR]": "U", "risk.persecution[KR]": "F"}, False),
    ],
)
def test_other_nationality(facts: dict[str, object], other: Truth) -> None:
    """Only an effective nationality without fear counts against him."""
    assert other is other_nationality(Case(check(facts))).value


@pytest.mark.parametrize(
    ("powers", "settled"), [("KP", True), (["KP", "RU"], False), ("U", None)]
)
def test_power_settled(powers: object, settled: Truth) -> None:
    """With two Powers under discussion the wrong one might be told."""
    assert settled is power_settled(Case(check({"status.powers": powers}))).value
