from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.law.expression import Expression, all_of, any_of, fact, fold
from safeconduct.law.readings.kleene import Kleene, Truth
from safeconduct.law.readings.ways import Learning, Way

NAMES = ["a", "b", "c", "d"]
conditions = st.recursive(
    st.sampled_from(NAMES).map(fact),
    lambda parts: (
        parts.map(lambda one: ~one)
        | st.lists(parts, min_size=1, max_size=3).map(all_of)
        | st.lists(parts, min_size=1, max_size=3).map(any_of)
    ),
    max_leaves=8,
)
cases = st.fixed_dictionaries(
    {name: st.sampled_from([True, False, None]) for name in NAMES}
)


def smallest(
    condition: Expression, case: dict[str, Truth], *, wanted: bool
) -> set[Way]:
    """Find the smallest ways by trying every answer to every unknown fact."""
    unknown = [name for name, value in case.items() if value is None]
    found = set()
    for answers in product((True, False, None), repeat=len(unknown)):
        learned = dict(zip(unknown, answers, strict=True))
        if fold(condition, Kleene((case | learned).__getitem__)) is wanted:
            known = ((n, v) for n, v in learned.items() if v is not None)
            found.add(frozenset(known))
    return {way for way in found if not any(other < way for other in found)}


@given(conditions, cases)
def test_as_brute_force(condition: Expression, case: dict[str, Truth]) -> None:
    """The smallest ways are those that trying everything finds."""
    learning = Learning(
        case.__getitem__, learnable=lambda *_: True, size=len, most=len(NAMES)
    )
    ways = fold(condition, learning)

    assert set(ways.true) == smallest(condition, case, wanted=True)
    assert set(ways.false) == smallest(condition, case, wanted=False)
