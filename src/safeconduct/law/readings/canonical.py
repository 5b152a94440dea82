"""Which text stands for a condition, the same in every process and for ever?

The hash of a pack is taken over this text, so its form must never change:
`(all a (no b))`, parts in the order in which they were written.
"""


class Canonical:
    """Read an expression as its canonical text."""

    def fact(self, name: str) -> str:
        """Write the name."""
        return name

    def always(self) -> str:
        """Write the constant."""
        return "(always)"

    def never(self) -> str:
        """Write the constant."""
        return "(never)"

    def all(self, parts: tuple[str, ...]) -> str:
        """Write the operator and its parts."""
        return f"(all {' '.join(parts)})"

    def any(self, parts: tuple[str, ...]) -> str:
        """Write the operator and its parts."""
        return f"(any {' '.join(parts)})"

    def no(self, part: str) -> str:
        """Write the operator and its part."""
        return f"(no {part})"

    def proven(self, part: str) -> str:
        """Write the operator and its part."""
        return f"(proven {part})"
