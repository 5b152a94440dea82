"""What is the truth of a condition, when some facts are unknown?

Strong Kleene logic (S. C. Kleene, Introduction to Metamathematics, 1952, §64): a
value is `True`, `False` or, for unknown, `None`. A conjunction is false as soon as one
part is, a disjunction true as soon as one part is; otherwise an unknown part leaves
it unknown.
"""

from collections.abc import Callable, Iterable

Truth = bool | None


def both(parts: Iterable[Truth]) -> Truth:
    """Answer whether all parts are true."""
    value: Truth = True
    for part in parts:
        if part is False:
            return False
        if part is None:
            value = None
    return value


def either(parts: Iterable[Truth]) -> Truth:
    """Answer whether some part is true."""
    value: Truth = False
    for part in parts:
        if part is True:
            return True
        if part is None:
            value = None
    return value


def opposite(part: Truth) -> Truth:
    """Negate; the opposite of unknown is unknown."""
    return None if part is None else not part


class Kleene:
    """Read an expression as its truth in one case.

    Args:
        truth: Answers the truth of a fact by its name.
    """

    def __init__(self, truth: Callable[[str], Truth]) -> None:
        self._truth = truth

    def fact(self, name: str) -> Truth:
        """Look the fact up."""
        return self._truth(name)

    def always(self) -> Truth:
        """Hold."""
        return True

    def never(self) -> Truth:
        """Fail."""
        return False

    def all(self, parts: tuple[Truth, ...]) -> Truth:
        """Take the least true part."""
        return both(parts)

    def any(self, parts: tuple[Truth, ...]) -> Truth:
        """Take the truest part."""
        return either(parts)

    def no(self, part: Truth) -> Truth:
        """Turn the truth over."""
        return opposite(part)

    def proven(self, part: Truth) -> Truth:
        """Count unknown as not shown."""
        return part is True
