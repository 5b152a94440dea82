import copy
import pickle

import pytest

from safeconduct.law.expression import (
    ALWAYS,
    NEVER,
    Expression,
    all_of,
    any_of,
    fact,
    fold,
    proven,
)
from safeconduct.law.readings.canonical import Canonical
from safeconduct.law.readings.names import Names

A, B, C = fact("a"), fact("b"), fact("c")


def test_equal_trees_are_one_object() -> None:
    """Hash-consing: whoever writes the same condition gets the same node."""
    assert (fact("a") & ~fact("b")) is (A & ~B)
    assert proven(A | B) is proven(A | B)
    assert (A & B) is not (B & A)


def test_chains_are_flat() -> None:
    """Grouping and repetition do not make a new condition; order does."""
    assert ((A & B) & C) is (A & (B & C))
    assert (A | B | A) is (A | B)
    assert (A & A) is A
    assert ~~A is A


def test_nothing_to_join() -> None:
    """An empty conjunction holds, an empty disjunction does not."""
    assert all_of([]) is ALWAYS
    assert any_of([]) is NEVER
    assert any_of([A]) is A


@pytest.mark.parametrize(
    "misuse",
    [
        "a and b",
        "a or b",
        "not a",
        "1 if a else 2",
        "bool(a & b)",
    ],
)
def test_used_as_a_bool(misuse: str) -> None:
    """A condition has no truth of its own: Python's own operators raise."""
    with pytest.raises(TypeError, match="join with &"):
        eval(misuse, {"a": A, "b": B})  # noqa: S307 - our own words


def test_immutable() -> None:
    """Nobody can change the law by assigning to a node."""
    with pytest.raises(AttributeError, match="never changes"):
        A.name = "b"
    with pytest.raises(AttributeError, match="never changes"):
        del A.name


def test_copies_are_the_same_node() -> None:
    """Copying and pickling lead back to the one node."""
    condition = A & proven(~B | C)

    assert copy.deepcopy(condition) is condition
    assert pickle.loads(pickle.dumps(condition)) is condition  # noqa: S301


def test_shared_parts_are_read_once() -> None:
    """A reading meets each part once, however often it stands in the tree."""
    met = []

    class Counting(Names):
        def fact(self, name: str) -> frozenset[str]:
            met.append(name)
            return super().fact(name)

    shared = A & B
    fold((shared | C) & ~shared, Counting())

    assert sorted(met) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (A & ~B, "(all a (no b))"),
        (proven(A | B | C), "(proven (any a b c))"),
        (ALWAYS, "(always)"),
        (NEVER, "(never)"),
    ],
)
def test_canonical_text(condition: Expression, text: str) -> None:
    """The text under the hash of a pack never changes its form."""
    assert text == fold(condition, Canonical())


def test_it_shows_itself() -> None:
    """A condition prints as it was written."""
    assert repr(proven(A & ~B) | C | ALWAYS) == "(proven((a & ~b)) | c | always)"
