"""Alternatives tried each for itself find what the whole pattern finds."""

import re
from itertools import pairwise

import pytest

from safeconduct.disclosure.details import READERS
from safeconduct.disclosure.details.branched import Branched, compiled, split
from tests.disclosure.protected import TEXTS

PATTERNS = {
    f"{module}.{name}": value
    for module, names in {read.__module__: read.__globals__ for read in READERS}.items()
    for name, value in names.items()
    if isinstance(value, Branched)
}
SENTENCES = [
    sentence
    for text in TEXTS.values()
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", text)
]


@pytest.mark.parametrize("name", PATTERNS)
def test_alternatives_find_what_the_whole_finds(name: str) -> None:
    """The same spans and groups, in the same order, from the start and from within."""
    branched = PATTERNS[name]
    whole = re.compile(branched.pattern, branched.flags)
    for one, other in pairwise(SENTENCES):
        text = f"{one} {other}"
        for at in (0, len(one)):
            found = [(m.span(), m.groupdict()) for m in branched.finditer(text, at)]
            alone = [(m.span(), m.groupdict()) for m in whole.finditer(text, at)]
            assert found == alone


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("a|b", ["a", "b"]),
        (r"a\||b", [r"a\|", "b"]),
        ("(?:a|b)c|d", ["(?:a|b)c", "d"]),
        ("[|]a|[]|]b|[^]|]c", ["[|]a", "[]|]b", "[^]|]c"]),
        (r"[(]|\)|e", ["[(]", r"\)", "e"]),
    ],
)
def test_bars_in_groups_and_sets_part_nothing(pattern: str, parts: list[str]) -> None:
    """Only those of the whole pattern do."""
    assert split(pattern) == parts


def test_the_first_alternative_wins_where_two_begin() -> None:
    """As in an alternation, though the second is longer."""
    pattern = compiled("(?P<short>ab)|(?P<long>abc)|(?P<other>c)")
    assert [m.lastgroup for m in pattern.finditer("abc")] == ["short", "other"]


def test_letters_that_grow_in_small_letters() -> None:
    """A text whose small letters are more than its letters is tried everywhere."""
    found = compiled("word|other", re.IGNORECASE).search("\u0130 WORD")
    assert found is not None
    assert found[0] == "WORD"
