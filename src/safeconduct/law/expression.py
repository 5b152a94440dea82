"""How a condition of the law is written: as an immutable tree, once.

Conditions are joined with `&`, `|` and `~` and read many ways by `fold`:

    torture = fact("risk.torture[there]")
    freely = fact("wish.freely[there]")
    fold(torture & ~freely, Kleene(record))

Equal trees are one object (hash-consing), so a reading computes each shared part
once and equality is identity. Truth has three values, therefore a condition has no
truth of its own: `and`, `or`, `not` and `if` on an expression raise.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NoReturn, Protocol, Self, TypeVar

V = TypeVar("V")


class Operator(StrEnum):
    """The kinds of node."""

    FACT = "fact"
    ALL = "all"
    ANY = "any"
    NO = "no"
    PROVEN = "proven"
    ALWAYS = "always"
    NEVER = "never"


class Expression:
    """A node: its operator, its parts and, for a fact, its name.

    Never call the class; use `fact`, `proven`, `ALWAYS`, `NEVER` and the operators.
    """

    __slots__ = ("name", "operator", "parts")

    name: str
    operator: Operator
    parts: tuple["Expression", ...]

    def __new__(
        cls, operator: Operator, parts: tuple["Expression", ...] = (), name: str = ""
    ) -> Self:
        """Return the one node with this content."""
        node = super().__new__(cls)
        object.__setattr__(node, "operator", operator)
        object.__setattr__(node, "parts", parts)
        object.__setattr__(node, "name", name)
        # `setdefault` on a dict is atomic, so two threads get the same node. Nodes
        # live as long as the process: they are the law, there are few of them.
        return _NODES.setdefault((operator, parts, name), node)  # type: ignore[return-value]

    def __and__(self, other: "Expression") -> "Expression":
        return _joined(Operator.ALL, (self, other))

    def __or__(self, other: "Expression") -> "Expression":
        return _joined(Operator.ANY, (self, other))

    def __invert__(self) -> "Expression":
        if self.operator is Operator.NO:
            return self.parts[0]
        return Expression(Operator.NO, (self,))

    def __bool__(self) -> NoReturn:
        message = "A condition is not true or false: join with &, | and ~, then fold."
        raise TypeError(message)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"An expression never changes; {name} cannot be set.")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"An expression never changes; {name} cannot be deleted.")

    def __reduce__(
        self,
    ) -> tuple[type["Expression"], tuple[Operator, tuple["Expression", ...], str]]:
        """Copy and unpickle to the one node, not to a twin of it."""
        return Expression, (self.operator, self.parts, self.name)

    def __repr__(self) -> str:
        match self.operator:
            case Operator.FACT:
                return self.name
            case Operator.ALWAYS | Operator.NEVER:
                return self.operator.value
            case Operator.NO:
                return f"~{self.parts[0]!r}"
            case Operator.PROVEN:
                return f"proven({self.parts[0]!r})"
            case Operator.ALL:
                return f"({' & '.join(map(repr, self.parts))})"
            case Operator.ANY:
                return f"({' | '.join(map(repr, self.parts))})"


_NODES: dict[tuple[Operator, tuple[Expression, ...], str], Expression] = {}

ALWAYS = Expression(Operator.ALWAYS)
NEVER = Expression(Operator.NEVER)


def fact(name: str) -> Expression:
    """Name a three-valued fact."""
    return Expression(Operator.FACT, name=name)


def proven(condition: Expression) -> Expression:
    """Count the condition only when it is shown: unknown becomes false.

    In an exception this puts the burden on whoever relies on it. In a bar it stands
    negated, so that doubt bars.
    """
    return Expression(Operator.PROVEN, (condition,))


def all_of(conditions: Iterable[Expression]) -> Expression:
    """Join with `&`; nothing to join is always true."""
    return _joined(Operator.ALL, tuple(conditions))


def any_of(conditions: Iterable[Expression]) -> Expression:
    """Join with `|`; nothing to join is never true."""
    return _joined(Operator.ANY, tuple(conditions))


def _joined(operator: Operator, conditions: tuple[Expression, ...]) -> Expression:
    """Flatten and drop repetitions, keeping the order in which they were written."""
    parts: dict[Expression, None] = {}
    for condition in conditions:
        if condition.operator is operator:
            parts.update(dict.fromkeys(condition.parts))
        else:
            parts[condition] = None
    if not parts:
        return ALWAYS if operator is Operator.ALL else NEVER
    if len(parts) == 1:
        return next(iter(parts))
    return Expression(operator, tuple(parts))


class Algebra(Protocol[V]):
    """One reading of expressions: what each operator means in it."""

    def fact(self, name: str) -> V:
        """Read a fact."""

    def always(self) -> V:
        """Read the condition that always holds."""

    def never(self) -> V:
        """Read the condition that never holds."""

    def all(self, parts: tuple[V, ...]) -> V:
        """Read a conjunction of at least two parts."""

    def any(self, parts: tuple[V, ...]) -> V:
        """Read a disjunction of at least two parts."""

    def no(self, part: V) -> V:
        """Read a negation."""

    def proven(self, part: V) -> V:
        """Read "is shown"."""


def fold(
    expression: Expression,
    algebra: Algebra[V],
    memo: dict[Expression, V] | None = None,
) -> V:
    """Read an expression by an algebra, each shared part once.

    Args:
        expression: What to read.
        algebra: How to read it.
        memo: Parts already read. Hand the same dict to several calls with the same
            algebra, and what they share is read once.
    """
    return _fold(expression, algebra, {} if memo is None else memo)


def _fold(node: Expression, algebra: Algebra[V], memo: dict[Expression, V]) -> V:
    if node not in memo:
        parts = tuple(_fold(part, algebra, memo) for part in node.parts)
        memo[node] = _read(node, parts, algebra)
    return memo[node]


def _read(  # noqa: PLR0911 - one for each operator
    node: Expression, parts: tuple[V, ...], algebra: Algebra[V]
) -> V:
    match node.operator:
        case Operator.FACT:
            return algebra.fact(node.name)
        case Operator.ALL:
            return algebra.all(parts)
        case Operator.ANY:
            return algebra.any(parts)
        case Operator.NO:
            return algebra.no(parts[0])
        case Operator.PROVEN:
            return algebra.proven(parts[0])
        case Operator.ALWAYS:
            return algebra.always()
        case Operator.NEVER:
            return algebra.never()
