"""Which norms were law on a given day, and by which name is that law known?

A pack is immutable and named by the SHA-256 of its canonical text, the position
included. Norms are never edited, only closed and succeeded, so that an old hash always
names the same law.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from types import MappingProxyType

from safeconduct.law.acts import ACTS, Act
from safeconduct.law.errors import LawError, NoLawInForce
from safeconduct.law.expression import Expression, fold
from safeconduct.law.norm import FIRST_DAY, Norm
from safeconduct.law.norms import ALL_NORMS
from safeconduct.law.readings.canonical import Canonical
from safeconduct.law.soundness import POSITIONS, refuse_unsound
from safeconduct.law.statute import Statute, statute

# Names the form of the canonical text; a new form needs a new name.
FORM = "safeconduct.law/1"


@dataclass(frozen=True, eq=False)
class Pack:
    """The law of a day under one position.

    Attributes:
        norms: The norms in force.
        position: `risk_based` or `will_based`.
        statutes: What they say together, by name of the act.
        hash: SHA-256 of the canonical text, in hexadecimal.
    """

    norms: tuple[Norm, ...]
    position: str
    statutes: Mapping[str, Statute]
    hash: str


def pack(on: date, position: str = "risk_based") -> Pack:
    """Return the law of a day.

    Args:
        on: The law day.
        position: Whether after hostilities his will alone bars return (`will_based`)
            or only a risk (`risk_based`). A setting of the State, never a fact of the
            person.

    Raises:
        NoLawInForce: The day lies before the first pack.
        LawError: There is no such position.
    """
    if position not in POSITIONS:
        known = " or ".join(POSITIONS)
        raise LawError(f"There is no position {position}: write {known}.")
    if on < FIRST_DAY:
        raise NoLawInForce(on, FIRST_DAY)
    norms = tuple(norm for norm in ALL_NORMS if norm.in_force(on, position))
    return load(norms, position)


@cache
def load(norms: tuple[Norm, ...], position: str) -> Pack:
    """Make a pack of norms, once they are found to be sound.

    Raises:
        PackError: They do not make a law.
    """
    refuse_unsound(norms)
    text = canonical_text(norms, position)
    return Pack(
        norms=norms,
        position=position,
        statutes=MappingProxyType({act.name: statute(act, norms) for act in ACTS}),
        hash=sha256(text.encode()).hexdigest(),
    )


def canonical_text(norms: Sequence[Norm], position: str) -> str:
    """Write the law down: a line each for form, position, act and norm, sorted.

    The last day of a norm is no part of it: a norm that is closed later was the same
    law until then, and its packs keep their names.
    """
    lines = sorted([*map(_act_line, ACTS), *map(_norm_line, norms)])
    return "\n".join((FORM, position, *lines))


def _act_line(act: Act) -> str:
    scope = [[_text(one.condition), one.provision] for one in act.scope]
    return _line(act=act.name, towards=act.towards, scope=scope)


def _norm_line(norm: Norm) -> str:
    return _line(
        norm=norm.name,
        mode=norm.mode,
        acts=[act.name for act in norm.acts],
        citation=norm.provision.citation,
        mark=norm.provision.mark,
        when=_text(norm.when),
        unless=_text(norm.unless),
        prevails_over=sorted(norm.prevails_over),
        absolute=norm.absolute,
        personal=norm.personal,
        contested=norm.contested,
        position=norm.position,
        since=norm.since.isoformat(),
        wording=norm.wording,
    )


def _text(expression: Expression) -> str:
    return fold(expression, Canonical())


def _line(**fields: object) -> str:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"))
