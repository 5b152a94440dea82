"""The words of a sentence, and what the model looks at in each.

A feature is a short text: what is seen, and where. `s-1=hosp` is the stem of the word
before. Stems are the beginnings of words: crude, and alike for every language here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['-][^\W\d_]+)*|[^\w\s]|_")
ALIKE = str.maketrans({"ё": "е", "’": "'", "ʼ": "'", "`": "'"})
NEAR, FAR = 2, 4
"""Words on each side that are looked at closely, and by their stems."""
LONG, LONGER = 5, 6
"""Letters up to which a word loses its last one, and up to which it keeps four."""
STEM = 5
SHAPED = 5
"""Digits from which a number is long."""
BEGIN, END = "<", ">"


class Word(NamedTuple):
    """A word or sign, and where it stands in its sentence."""

    start: int
    end: int
    text: str


def words(sentence: str) -> list[Word]:
    """Part a sentence into words, numbers and signs."""
    return [
        Word(*match.span(), match[0])
        for match in WORD.finditer(sentence.translate(ALIKE))
    ]


def features(
    told: Sequence[Word], known: Sequence[Collection[str]]
) -> Iterator[list[str]]:
    """Yield what is seen of each word.

    Args:
        told: The words of a sentence.
        known: Of each word, the fields that the rules found it to tell.
    """
    lower = [word.text.lower() for word in told]
    stems = [_stem(text) for text in lower]
    shapes = [_shape(word.text) for word in told]
    for at, text in enumerate(lower):
        before = stems[at - 1] if at else BEGIN
        after = stems[at + 1] if at + 1 < len(told) else END
        seen = [
            "b", f"w={text}", f"s={stems[at]}", f"k={shapes[at]}",
            f"sp={before}_{stems[at]}", f"sn={stems[at]}_{after}",
            f"kp={''.join(shapes[max(0, at - 1) : at + 2])}",
        ]  # fmt: skip
        seen += _letters(text)
        for by in (*range(-FAR, 0), *range(1, FAR + 1)):
            seen.append(f"s{by}={_at(stems, at + by)}")
        for by in (*range(-NEAR, 0), *range(1, NEAR + 1)):
            if 0 <= at + by < len(told):
                seen.append(f"k{by}={shapes[at + by]}")
                seen.append(f"e{by}={lower[at + by][-2:]}")
        for by in (-1, 0, 1):
            if 0 <= at + by < len(told):
                seen += [f"f{by}={field}" for field in known[at + by] or ("-",)]
        yield seen


def _at(texts: Sequence[str], place: int) -> str:
    if place < 0:
        return BEGIN
    return texts[place] if place < len(texts) else END


def _letters(text: str) -> Iterator[str]:
    """Yield how a word begins and ends; a Korean one also by each two syllables."""
    if not text[0].isalpha():
        return
    yield from (
        f"p2={text[:2]}",
        f"p3={text[:3]}",
        f"e2={text[-2:]}",
        f"e3={text[-3:]}",
    )
    if "가" <= text[0] <= "힣":
        yield from (f"p1={text[0]}", f"e1={text[-1]}")
        yield from (f"c={text[at : at + 2]}" for at in range(len(text) - 1))


def _stem(text: str) -> str:
    if text[0].isdigit():
        return f"#{min(len(text), SHAPED)}"
    if "가" <= text[0] <= "힣":
        return text[:2]
    if text.isascii() or len(text) > LONGER:
        return text[:STEM]
    return text[: max(3, min(4, len(text) - 1))]


def _shape(text: str) -> str:
    if text[0].isdigit():
        return "0" * min(len(text), SHAPED)
    if not text[0].isalpha():
        return text
    if "가" <= text[0] <= "힣":
        return "h"
    if text[0].islower():
        return "x"
    return "XX" if text.isupper() else "X"
