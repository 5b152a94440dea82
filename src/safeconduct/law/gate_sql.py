"""How can a database refuse what the law does not allow, by itself?

The gate as PostgreSQL functions, written from the same norms. A trigger that calls them
holds even where the application is wrong. They take an act and its predicates as a JSON
object; what the object does not name, or names with anything but `true` or `false`, is
unknown, and unknown keeps the gate shut.
"""

from collections.abc import Iterator

from safeconduct.law.answer import Status
from safeconduct.law.expression import Expression, fold
from safeconduct.law.pack import Pack
from safeconduct.law.readings.names import Names
from safeconduct.law.readings.sql import Sql, quoted
from safeconduct.law.statute import Statute

PARTS = ("scope", "bar", "wait", "duty", "basis", "absolute", "personal")
# As `Decision.status` and `Decision.gate_open` say it.
STATUS = f"""CASE
            WHEN scope IS FALSE THEN '{Status.NO_BASIS}'
            WHEN bar THEN '{Status.BARRED}'
            WHEN bar IS NULL OR wait IS NOT FALSE THEN '{Status.OPEN}'
            WHEN duty THEN '{Status.REQUIRED}'
            WHEN basis THEN '{Status.PERMITTED}'
            WHEN basis IS NULL THEN '{Status.OPEN}'
            ELSE '{Status.NO_BASIS}'
        END"""
GATE_OPEN = "scope IS TRUE AND bar IS FALSE AND wait IS FALSE AND basis IS TRUE"
# As `override.why_not` says it.
MAY_BE_SIGNED = "scope IS TRUE AND absolute IS FALSE AND personal IS FALSE"


def gate_functions(law: Pack, name: str = "law_gate") -> str:
    """Write four functions for PostgreSQL 12 or later.

    `NAME_status(act text, facts jsonb)` gives the status of an act, as `Status` names
    it. `NAME_open(act text, facts jsonb)` says whether its gate is open, never NULL.
    `NAME_signable(act text, facts jsonb)` says whether two officers may open it by
    their signatures, never NULL. All refuse an act they do not know. `NAME_law()` gives
    the hash of the pack.
    A forecast is the caller's to refuse: these answer for the facts they are given.

    Args:
        law: The norms.
        name: What the names of the functions begin with.
    """
    return "\n".join(
        (
            _constant(law, f"{name}_law"),
            _function(law, f"{name}_status", "text", STATUS),
            _function(law, f"{name}_open", "boolean", GATE_OPEN),
            _function(law, f"{name}_signable", "boolean", MAY_BE_SIGNED),
        )
    )


def _constant(law: Pack, name: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {quoted(name)}() RETURNS text\n"
        f"LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $law$ SELECT '{law.hash}' $law$;\n"
    )


def _function(law: Pack, name: str, type_: str, answer: str) -> str:
    cases = "\n".join(_case(one, answer) for one in law.statutes.values())
    return (
        f"CREATE OR REPLACE FUNCTION {quoted(name)}(act text, facts jsonb)\n"
        f"RETURNS {type_} LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $law$\n"
        f"-- Law {law.hash}, {law.position}.\n"
        f"BEGIN\n    CASE act\n{cases}\n"
        "    ELSE RAISE EXCEPTION 'The law knows no act %.', act;\n"
        "    END CASE;\nEND\n$law$;\n"
    )


def _case(statute: Statute, answer: str) -> str:
    read = ",\n            ".join(_parts(statute))
    # All text is ours: names of acts and predicates, never what somebody typed.
    lines = (
        f"    WHEN {_text(statute.act.name)} THEN",
        f"        RETURN (SELECT {answer}",
        "        FROM (SELECT",
        f"            {read}",
        f"        {_facts(statute)}) AS parts);",
    )
    return "\n".join(lines)


def _parts(statute: Statute) -> Iterator[str]:
    for part in PARTS:
        yield f"{fold(_of(statute, part), Sql())} AS {part}"


def _facts(statute: Statute) -> str:
    """Read the facts once, each as a nullable Boolean."""
    names = frozenset[str]().union(
        *(fold(_of(statute, part), Names()) for part in PARTS)
    )
    if not names:
        return ""
    # OFFSET 0 keeps the planner from reading a fact again wherever it is spoken of.
    columns = ",\n            ".join(
        f"CASE facts->{_text(name)} WHEN 'true'::jsonb THEN TRUE "
        f"WHEN 'false'::jsonb THEN FALSE END AS {quoted(name)}"
        for name in sorted(names)
    )
    return f"FROM (SELECT\n            {columns}\n        OFFSET 0) AS known"


def _of(statute: Statute, part: str) -> Expression:
    expression: Expression = getattr(statute, part)
    return expression


def _text(name: str) -> str:
    escaped = name.replace("'", "''")
    return f"'{escaped}'"
