"""Are these facts well named and well formed, and do they agree with each other?

A record maps fact names to values: `{"risk.torture[KP]": "U", "wish.current": "stay"}`.
What it does not name is unknown.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from hashlib import sha256

import rfc8785

from safeconduct.law.errors import ContradictoryFacts, FactError
from safeconduct.law.facts import FACTS, RISKS, Fact
from safeconduct.law.kinds import STATE

NAME = re.compile(r"(?P<stem>[^\[\]]+)(?:\[(?P<states>[^\[\]]*)\])?")
# These speak of `receiving.state` when they name no State.
MAY_STAND_PLAIN = frozenset(stem for stem in FACTS if stem.startswith("receiving."))


def check(facts: Mapping[str, object]) -> dict[str, object]:
    """Read a record into its normal form.

    Truths become `True`, `False`, `None`; words stay words; sets of States become
    tuples; `None` is unknown in every kind.

    Raises:
        FactError: A name or a value is not in the dictionary; the sentence names the
            fact and the nearest right name.
        ContradictoryFacts: Two facts cannot both be right.
    """
    record = {name: _value(name, value) for name, value in facts.items()}
    _refuse_contradictions(record)
    return record


def declaration(name: str) -> tuple[Fact, tuple[str, ...]]:
    """Find the fact a name speaks of, and the States in its brackets.

    Raises:
        FactError: There is no such fact, or its brackets are wrong.
    """
    match = NAME.fullmatch(name)
    if match is None or match["stem"] not in FACTS:
        raise _unknown_name(name)
    fact = FACTS[match["stem"]]
    inside = match["states"]
    if inside is None and (not fact.parameters or fact.stem in MAY_STAND_PLAIN):
        return fact, ()
    states = tuple((inside or "").split("->"))
    if not fact.parameters and inside is not None:
        wanted = f"{fact.stem} names no State"
    elif len(states) != len(fact.parameters) or not all(map(STATE.fullmatch, states)):
        wanted = f"write it as {fact.name} with a State for each letter"
    elif len(set(states)) < len(states):
        wanted = "the two States must differ"
    else:
        return fact, states
    raise FactError(f"{name}: {wanted}.", fact=name, nearest=fact.name)


def _value(name: str, value: object) -> object:
    fact, _ = declaration(name)
    try:
        return fact.kind.read(value)
    except ValueError as refusal:
        raise FactError(
            f"{name} cannot be {value!r}: write {refusal}.",
            fact=name,
            nearest=fact.name,
        ) from None


def _unknown_name(name: str) -> FactError:
    stem, bracket, rest = name.partition("[")
    near = get_close_matches(stem, FACTS, n=1, cutoff=0.65)
    if not near:
        return FactError(f"There is no fact {name}.", fact=name)
    nearest = near[0]
    if FACTS[nearest].parameters:
        nearest = f"{nearest}[{rest}" if bracket else FACTS[nearest].name
    message = f"There is no fact {name}. Did you mean {nearest}?"
    return FactError(message, fact=name, nearest=nearest)


def _refuse_contradictions(record: Mapping[str, object]) -> None:
    for name, value in record.items():
        fact, states = declaration(name)
        if fact.stem == "risk.serious_harm":
            risks = [f"{risk}[{states[0]}]" for risk in RISKS]
            values = [record.get(risk) for risk in risks]
            if value is False and True in values:
                raise _contradiction(record, name, risks[values.index(True)])
            if value is True and all(one is False for one in values):
                raise _contradiction(record, name, risks[0])
        if fact.stem == "risk.onward" and value is True:
            harm = f"risk.serious_harm[{states[1]}]"
            if record.get(harm) is False:
                raise _contradiction(record, name, harm)


def _contradiction(
    record: Mapping[str, object], name: str, other: str
) -> ContradictoryFacts:
    return ContradictoryFacts(
        f"{name} is {written(record[name])} but {other} is {written(record[other])}: "
        "both cannot be right.",
        fact=name,
    )


def written(value: object) -> object:
    """Write a value as JSON does: T, F, U, a word, a number, a list or a record."""
    match value:
        case None:
            return "U"
        case bool():
            return "T" if value else "F"
        case tuple():
            return [written(member) for member in value]
        case Mapping():
            return {name: written(field) for name, field in value.items()}
        case _:
            return value


def fingerprint(facts: Mapping[str, object]) -> str:
    """Name a set of facts by SHA-256 over its canonical JSON (RFC 8785), in hex."""
    return sha256(rfc8785.dumps(dict(facts))).hexdigest()  # type: ignore[arg-type]
