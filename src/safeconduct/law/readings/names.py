"""Which facts does a condition speak of?"""


class Names:
    """Read an expression as the set of its fact names."""

    def fact(self, name: str) -> frozenset[str]:
        """Speak of this fact."""
        return frozenset({name})

    def always(self) -> frozenset[str]:
        """Speak of nothing."""
        return frozenset()

    def never(self) -> frozenset[str]:
        """Speak of nothing."""
        return frozenset()

    def all(self, parts: tuple[frozenset[str], ...]) -> frozenset[str]:
        """Speak of what the parts speak of."""
        return frozenset().union(*parts)

    def any(self, parts: tuple[frozenset[str], ...]) -> frozenset[str]:
        """Speak of what the parts speak of."""
        return frozenset().union(*parts)

    def no(self, part: frozenset[str]) -> frozenset[str]:
        """Speak of what the part speaks of."""
        return part

    def proven(self, part: frozenset[str]) -> frozenset[str]:
        """Speak of what the part speaks of."""
        return part
