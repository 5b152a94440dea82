"""What is the truth of a condition in very many cases at once?

A truth takes two bits: "is true" and "is false"; neither is unknown. 64 cases share a
word, so a conjunction over 64 cases is one AND and one OR (strong Kleene logic, as in
`readings/kleene.py`). The last word may have bits that belong to no case: they are
never read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from safeconduct.law.readings.kleene import Truth

CASES_PER_WORD = 64
Words = npt.NDArray[np.uint64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Plane:
    """One truth for every case: the words of "is true" and of "is false"."""

    true: Words
    false: Words

    def part(self, words: slice) -> "Plane":
        """Cut out some words; they stay shared."""
        return Plane(self.true[words], self.false[words])

    def __and__(self, other: "Plane") -> "Plane":
        return Plane(self.true & other.true, self.false | other.false)

    def __or__(self, other: "Plane") -> "Plane":
        return Plane(self.true | other.true, self.false & other.false)

    def __invert__(self) -> "Plane":
        return Plane(self.false, self.true)

    @property
    def known(self) -> Words:
        """The cases in which it is not unknown."""
        return self.true | self.false

    def within(self, cases: Words) -> "Plane":
        """Know it in these cases alone."""
        return Plane(self.true & cases, self.false & cases)

    def otherwise(self, other: "Plane") -> "Plane":
        """Take the other truth where this one is unknown."""
        unknown = ~self.known
        return Plane(
            self.true | (other.true & unknown), self.false | (other.false & unknown)
        )


class Planes:
    """Read an expression as its truths in many cases.

    Args:
        truths: Answers the plane of a fact by its name.
        words: How many words each plane has.
    """

    def __init__(self, truths: Callable[[str], Plane], words: int) -> None:
        self._truths = truths
        self._words = words

    def fact(self, name: str) -> Plane:
        """Look the fact up."""
        return self._truths(name)

    def always(self) -> Plane:
        """Hold everywhere."""
        return Plane(np.full(self._words, ~np.uint64(0)), nowhere(self._words))

    def never(self) -> Plane:
        """Fail everywhere."""
        return self.no(self.always())

    def all(self, parts: tuple[Plane, ...]) -> Plane:
        """Be true where all are, false where some part is."""
        return Plane(
            _joined(np.bitwise_and, [part.true for part in parts]),
            _joined(np.bitwise_or, [part.false for part in parts]),
        )

    def any(self, parts: tuple[Plane, ...]) -> Plane:
        """Be true where some part is, false where all are."""
        return Plane(
            _joined(np.bitwise_or, [part.true for part in parts]),
            _joined(np.bitwise_and, [part.false for part in parts]),
        )

    def no(self, part: Plane) -> Plane:
        """Swap true and false."""
        return Plane(part.false, part.true)

    def proven(self, part: Plane) -> Plane:
        """Be false wherever it is not true."""
        return Plane(part.true, ~part.true)


def nowhere(words: int) -> Words:
    """Set no bit."""
    return np.zeros(words, np.uint64)


def _joined(join: np.ufunc, parts: list[Words]) -> Words:
    # The first join makes new words; the others write into them.
    made: Words = join(parts[0], parts[1])
    for part in parts[2:]:
        join(made, part, out=made)
    return made


def words_for(cases: int) -> int:
    """Count the words that hold so many cases."""
    return -(-cases // CASES_PER_WORD)


def packed(mask: Mask) -> Words:
    """Write one bit per case, the first case in the lowest bit."""
    room = np.zeros(words_for(len(mask)) * 8, np.uint8)
    bits = np.packbits(mask, bitorder="little")
    room[: len(bits)] = bits
    return room.view("<u8").astype(np.uint64, copy=False)


def unpacked(words: Words, cases: int) -> Mask:
    """Read one bit per case."""
    bytes_ = words.astype("<u8", copy=False).view(np.uint8)
    return np.unpackbits(bytes_, count=cases, bitorder="little").view(np.bool_)


def plane_of(truths: Iterable[Truth]) -> Plane:
    """Write down truths, one per case."""
    listed = list(truths)
    return Plane(
        packed(np.array([one is True for one in listed], np.bool_)),
        packed(np.array([one is False for one in listed], np.bool_)),
    )


def truths_of(plane: Plane, cases: int) -> list[Truth]:
    """Read truths back, one per case."""
    true, false = unpacked(plane.true, cases), unpacked(plane.false, cases)
    return [
        True if t else False if f else None for t, f in zip(true, false, strict=True)
    ]
