import pytest

from safeconduct.disclosure.redaction import risks


def test_nobody_told_of_is_no_risk() -> None:
    """A text without persons has no risk."""
    assert risks([]).prosecutor == 0


def test_each_attacker_has_his_number() -> None:
    """Three persons in two classes, whose descriptions fit 4 and 10 of the register."""
    found = risks([("a", 4), ("a", 4), ("b", 10)])

    assert found.prosecutor == 1
    assert found.marketer == pytest.approx(2 / 3)
    assert found.journalist == pytest.approx(1 / 4)
