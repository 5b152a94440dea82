"""What is a provision that binds, and in which ways may it bind?"""

from dataclasses import KW_ONLY, dataclass
from datetime import date
from enum import StrEnum

from safeconduct.law.norm import Mark, Provision


class How(StrEnum):
    """How a provision binds. Only an option opens or closes something."""

    OPTION = "option"
    CLOCK = "clock"
    PROCEDURE = "procedure"
    FORM = "form"
    DISCLOSURE = "disclosure"


SECTIONS = (
    *("general", "treatment", "outside", "penal", "wounded", "ending"),
    *("information", "rights", "korea", "ukraine", "ours"),
)


@dataclass(frozen=True)
class Binding:
    """One provision of the law, with how it binds.

    What it says stands in `wording/texts/provisions/`, in four languages.

    Attributes:
        provision: Where it stands, how it is cited, how far it was checked. Declared
            here only where neither a norm nor a clock declares it.
        section: One of `SECTIONS`, as LAW.md A.4 groups them.
        binds: In which ways. `OPTION`: it is a norm of `norms/`. `CLOCK`: it is a
            clock of `clocks/`. `PROCEDURE`: a step of `procedure.py` rests on it; of
            the norms only those that wait for a step bind so, a bar takes none.
            `FORM`: it prescribes a field of a form. `DISCLOSURE`: it rules who may
            learn what.
        facts: Stems of the facts of the dictionary it speaks of.
        also: Marks of what in it was checked otherwise than the rest.
        since: The day of the source, where one is given: in force, signed or decided.
        until: The day it had run out, or `None`.
    """

    provision: Provision
    _: KW_ONLY
    section: str
    binds: tuple[How, ...]
    facts: tuple[str, ...] = ()
    also: tuple[Mark, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def id(self) -> str:
        """The id of the provision, `GCIII-70`."""
        return self.provision.id

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark, that of the provision first."""
        return (self.provision.mark, *self.also)

    @property
    def decides(self) -> bool:
        """Whether it opens or closes an option."""
        return How.OPTION in self.binds
