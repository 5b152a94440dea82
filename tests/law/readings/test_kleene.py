import pytest

from safeconduct.law.expression import ALWAYS, NEVER, Expression, fact, fold, proven
from safeconduct.law.readings.kleene import Kleene, Truth

A, B = fact("a"), fact("b")
T, F, U = True, False, None


def read(condition: Expression, a: Truth, b: Truth = None) -> Truth:
    return fold(condition, Kleene({"a": a, "b": b}.__getitem__))


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (T, T, T, T),
        (T, F, F, T),
        (T, U, U, T),
        (F, T, F, T),
        (F, F, F, F),
        (F, U, F, U),
        (U, T, U, T),
        (U, F, F, U),
        (U, U, U, U),
    ],
)
def test_and_or(a: Truth, b: Truth, both: Truth, either: Truth) -> None:
    """Strong Kleene logic, all nine rows."""
    assert both is read(A & B, a, b)
    assert either is read(A | B, a, b)


@pytest.mark.parametrize(("a", "no", "shown"), [(T, F, T), (F, T, F), (U, U, F)])
def test_no_and_proven(a: Truth, no: Truth, shown: Truth) -> None:
    """The opposite of unknown is unknown; what is unknown is not shown."""
    assert no is read(~A, a)
    assert shown is read(proven(A), a)


def test_constants() -> None:
    """The constants need no facts."""
    assert read(ALWAYS, U) is True
    assert read(NEVER, U) is False
