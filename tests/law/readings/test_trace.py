import pytest

from safeconduct.law.expression import ALWAYS, NEVER, Expression, fact, fold, proven
from safeconduct.law.readings.kleene import Truth
from safeconduct.law.readings.trace import Tracing

A, B, C = fact("a"), fact("b"), fact("c")
CASE: dict[str, Truth] = {"a": True, "b": False, "c": None}


@pytest.mark.parametrize(
    ("condition", "value", "deciding"),
    [
        (A & B & C, False, ["b"]),
        (A | B | C, True, ["a"]),
        (A & C, None, ["c"]),
        (B | C, None, ["c"]),
        (A & ~B, True, ["a", "b"]),
        (B | ~A, False, ["b", "a"]),
        (proven(C), False, ["c"]),
        ((A & B) | (C & A), None, ["c"]),
        (ALWAYS, True, []),
        (NEVER | B, False, ["b"]),
    ],
)
def test_only_what_decides(
    condition: Expression, value: Truth, deciding: list[str]
) -> None:
    """True parts of an OR, false parts of an AND, unknown ones when open."""
    trace = fold(condition, Tracing(CASE.__getitem__))

    assert value is trace.value
    assert deciding == list(trace.facts())
