"""Patterns tried only where they may match find what they find alone."""

import importlib
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest

from safeconduct.disclosure.details import READERS
from safeconduct.disclosure.prefilter import Prefiltered, compiled
from safeconduct.disclosure.tables import finder, table
from tests.disclosure.evaluating import articles
from tests.disclosure.protected import TEXTS

ROOMS = (
    "bearers", "few", "mentions", "scanning",
    "details.ages", "details.fears", "details.homes", "details.kin",
    "details.lives", "details.telling", "details.times", "details.wishes",
    "details.words",
)  # fmt: skip


def texts() -> Iterator[str]:
    for article in articles("123456"):
        yield from re.split(r"(?<=[.!?])\s+|\n+", article.text)
    yield from TEXTS.values()


def patterns() -> Iterator[Prefiltered]:
    for name in ("posts", "wounds", "nations", "places"):
        yield from (finder(name, section) for section in table(name))
    for name in ROOMS:
        room = importlib.import_module(f"safeconduct.disclosure.{name}")
        yield from (v for v in vars(room).values() if isinstance(v, Prefiltered))


def test_the_patterns_of_the_tables_and_readers() -> None:
    """Nothing is lost and nothing added, in any sentence of the articles."""
    sentences = list(texts())
    found = list(patterns())
    assert len(found) > len(READERS)
    for pattern in found:
        alone = re.compile(pattern.pattern, pattern.flags)
        for sentence in sentences:
            expected = [match.span() for match in alone.finditer(sentence)]
            assert [m.span() for m in pattern.finditer(sentence)] == expected


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("[Рр]одом|born", "Він родом із Лук'янівки. Born there"),
        ("(?:ab|c)?d{2}", "abdd cdd dd"),
        (r"\d\d|x", "12 x 3"),
        ("a*", "baa"),
        ("(?:one|two)+s", "onetwos twos"),
        ("(?<!\\w)pow(?:s)?(?!\\w)", "POWs, a pow; power"),
        ("İstanbul", "in İSTANBUL"),
        ("", "x"),
        ("a(?!b)|(?P<n>c)(?P=n)", "ab ac cc"),
    ],
)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_a_pattern_of_each_kind(pattern: str, text: str, flags: int) -> None:
    """Choices, repeats, classes, assertions, references and nothing at all."""
    expected = [(m.span(), m[0]) for m in re.finditer(pattern, text, flags)]
    found = compiled(pattern, flags)
    assert [(m.span(), m[0]) for m in found.finditer(text)] == expected
    first = found.search(text)
    assert (first and first.span()) == (expected[0][0] if expected else None)


def test_a_pattern_without_a_word_of_its_text_is_not_tried() -> None:
    """The words are read from the pattern itself."""
    assert compiled("(?:soldier|captive)s?").words == {
        "captive",
        "captives",
        "soldier",
        "soldiers",
    }
    assert compiled(r"\w+\s(?:taken|held)").words == {"taken", "held"}
    assert compiled(r"\w+").words == frozenset()


def test_threads_find_what_one_finds() -> None:
    """Whoever asks while another puts new patterns in order."""
    words = ["".join(pair) for pair in product("abcdefgh", "stuvwxyz")]
    text = " ".join(words)
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)

    def found(word: str) -> bool:
        return compiled(f"{word}(?=.|$)").search(text) is not None

    try:
        with ThreadPoolExecutor(6) as threads:
            assert all(threads.map(found, words * 6))
    finally:
        sys.setswitchinterval(usual)
