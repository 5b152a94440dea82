"""What does every provision of the law demand, also one that opens and closes nothing?

LAW.md A.4 holds 130 provisions. Some speak as norms (`norms/`) and decide an option.
All are listed here: the others bind as clocks, as steps of the procedure, as fields of
forms and as rules of disclosure (ENGINE.md, section 6). Nothing here is part of a pack.
"""

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.law.provisions import (
    ap1,
    cat,
    csr51,
    custom,
    echr,
    engine,
    gc3,
    gc4,
    iccpr,
    icpped,
    korea,
    ukraine,
    unhcr,
)
from safeconduct.law.provisions.binding import SECTIONS, Binding, How
from safeconduct.law.provisions.said import Said, said

__all__ = [
    "BY_INSTRUMENT",
    "PROVISIONS",
    "SECTIONS",
    "Binding",
    "How",
    "Said",
    "binding",
    "otherwise",
    "said",
]

BY_INSTRUMENT: Mapping[str, tuple[Binding, ...]] = MappingProxyType(
    {
        "gc3": gc3.BINDINGS,
        "gc4": gc4.BINDINGS,
        "ap1": ap1.BINDINGS,
        "custom": custom.BINDINGS,
        "cat": cat.BINDINGS,
        "iccpr": iccpr.BINDINGS,
        "echr": echr.BINDINGS,
        "icpped": icpped.BINDINGS,
        "csr51": csr51.BINDINGS,
        "unhcr": unhcr.BINDINGS,
        "korea": korea.BINDINGS,
        "ukraine": ukraine.BINDINGS,
        "engine": engine.BINDINGS,
    }
)
"""The provisions of each instrument, in the order of its articles."""

PROVISIONS: Mapping[str, Binding] = MappingProxyType(
    {one.id: one for bindings in BY_INSTRUMENT.values() for one in bindings}
)
"""Every provision by its id."""


def binding(how: How) -> tuple[Binding, ...]:
    """Return the provisions that bind in that way, instrument by instrument."""
    return tuple(one for one in PROVISIONS.values() if how in one.binds)


def otherwise(instrument: str) -> tuple[Binding, ...]:
    """Return the provisions of an instrument that open and close nothing."""
    return tuple(one for one in BY_INSTRUMENT[instrument] if not one.decides)
