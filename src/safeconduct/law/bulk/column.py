"""What does each case hold of one fact?"""

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from safeconduct.law.readings.planes import (
    Plane,
    Words,
    nowhere,
    packed,
    unpacked,
    words_for,
)

NOT_STATED = 0
Codes = npt.NDArray[np.unsignedinteger]
# Up to so many values of a column are joined from planes; more are looked up.
FEW = 16


class Column:
    """The values of one fact in all cases.

    Args:
        values: The distinct values in their normal form; the first stands for "not
            stated" and is never read.
        codes: The place of each case's value among them.
    """

    def __init__(self, values: tuple[object, ...], codes: Codes) -> None:
        self.values = values
        self.cases = len(codes)
        self._codes = codes
        self._planes: dict[int, Words] = {}

    @property
    def codes(self) -> Codes:
        """The place of each case's value among the values."""
        return self._codes

    def plane(self, code: int) -> Words:
        """Tell in which cases this value stands."""
        if code not in self._planes:
            self._planes[code] = self._plane(code)
        return self._planes[code]

    def _plane(self, code: int) -> Words:
        return packed(self._codes == code)

    def among(self, codes: Sequence[int]) -> Words:
        """Tell in which cases one of these values stands."""
        if not codes:
            return nowhere(words_for(self.cases))
        if len(codes) == 1:
            return self.plane(codes[0])
        if len(codes) <= FEW:
            joined: Words = np.bitwise_or.reduce([self.plane(code) for code in codes])
            return joined
        wanted = np.zeros(len(self.values), np.bool_)
        wanted[list(codes)] = True
        return packed(wanted[self.codes])

    def where(self, test: Callable[[object], bool]) -> Words:
        """Tell in which cases a value is stated that passes a test."""
        codes = range(NOT_STATED + 1, len(self.values))
        return self.among([code for code in codes if test(self.values[code])])

    @cached_property
    def stated(self) -> Words:
        """The cases in which something is stated, be it that it is unknown."""
        return self.where(lambda _: True)

    @cached_property
    def truth(self) -> Plane:
        """The truth it has in each case; what is no truth is unknown."""
        true = self.where(lambda value: value is True)
        return Plane(true, self.where(lambda value: value is False))


class Answered(Column):
    """The values of one fact with another value in its place in some cases.

    Args:
        before: The values as they were.
        value: What takes their place.
        where: In which cases.
    """

    def __init__(self, before: Column, value: object, where: Words) -> None:
        stated = before.values[1:]
        known = value in stated
        super().__init__(
            before.values if known else (*before.values, value), before.codes
        )
        self._before = before
        self._where = where
        self._place = 1 + stated.index(value) if known else len(before.values)

    @property
    def codes(self) -> Codes:
        """The place of each case's value among the values; made when asked for."""
        return self._made

    @cached_property
    def _made(self) -> Codes:
        room = np.promote_types(np.min_scalar_type(self._place), self._codes.dtype)
        codes = self._codes.astype(room)
        codes[unpacked(self._where, self.cases)] = self._place
        return codes

    def _plane(self, code: int) -> Words:
        if code == self._place:
            known = code < len(self._before.values)
            return self._before.plane(code) | self._where if known else self._where
        return self._before.plane(code) & ~self._where
