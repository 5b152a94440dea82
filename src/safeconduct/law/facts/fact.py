"""What is a fact of the dictionary, and for how long does a finding hold?"""

from dataclasses import dataclass

from safeconduct.law.kinds import Kind, Truth

# Days after which a finding has to be made again. The wish: at most 72 hours
# (ENG-RECONFIRM). Health: the monthly inspection (GC III Art 31). Risk and receiving
# State: a setting of the product, for approval by counsel.
WISH_DAYS = 3
HEALTH_DAYS = 31
RISK_DAYS = 30

UNNAMED_STATE = "that State"
TRUTH = Truth()


@dataclass(frozen=True)
class Fact:
    """One fact of the dictionary.

    Attributes:
        name: As in the dictionary, with its parameter: `risk.torture[d]`.
        kind: What values it may have.
        question: The question its establisher answers; `{d}`, `{e}` are the States.
        by: Who establishes it.
        fresh_days: After how many days it must be established again; `None`: never.
        decides: Whether some norm reads it; if not, it is kept for people and clocks.
        identity: Whether it tells who somebody is. Such a fact belongs under seal,
            beside the name, and never in a clear column.
    """

    name: str
    kind: Kind
    question: str
    by: str
    fresh_days: int | None = None
    decides: bool = True
    identity: bool = False

    @property
    def stem(self) -> str:
        """The name without its parameter."""
        return self.name.partition("[")[0]

    @property
    def parameters(self) -> tuple[str, ...]:
        """The letters that stand for States: `()`, `("d",)` or `("d", "e")`."""
        inside = self.name.partition("[")[2].removesuffix("]")
        return tuple(inside.split("->")) if inside else ()

    def ask(self, *states: str) -> str:
        """Put the question about these States; who is not named is "that State"."""
        named = states or (UNNAMED_STATE,) * len(self.parameters)
        return self.question.format(**dict(zip(self.parameters, named, strict=True)))


def noted(
    name: str, kind: Kind, question: str, by: str, fresh_days: int | None = None
) -> Fact:
    """Declare a fact that no norm reads."""
    return Fact(name, kind, question, by, fresh_days, decides=False)


def sealed(name: str, kind: Kind, question: str, by: str = "identity vault") -> Fact:
    """Declare a fact that tells who somebody is; no norm reads it."""
    return Fact(name, kind, question, by, decides=False, identity=True)
