"""Which norms gave an answer, on which facts, and what was beaten?"""

from collections.abc import Callable, Mapping
from typing import Any

from safeconduct.law.decision import Decision
from safeconduct.law.derive.predicates import Predicates
from safeconduct.law.errors import FactError
from safeconduct.law.expression import Expression, fold
from safeconduct.law.norm import Mode
from safeconduct.law.norms.engine import UNKNOWN, UNKNOWN_WORDING
from safeconduct.law.readings.trace import Trace, Tracing
from safeconduct.law.record import declaration, written
from safeconduct.law.statute import Rule
from safeconduct.law.terms import PREDICATES

Entry = dict[str, Any]


def explain(decision: Decision, predicates: Predicates) -> tuple[Entry, ...]:
    """Tell the story of an answer, one entry a norm, deciding norms first.

    A norm that does not speak in this case is left out, and so is one that only might
    allow what another allows already. `value` says whether it speaks
    (for a wait: whether its step is missing), `effective` whether it still does after
    the stronger norms have spoken.
    """
    memo: dict[Expression, Trace] = {}
    tracing = Tracing(predicates.truth)

    def trace(expression: Expression) -> Trace:
        return fold(expression, tracing, memo)

    deciding = decision.deciding
    others = (
        rule
        for rule in decision.statute.rules
        if rule not in deciding and not _adds_nothing(rule, decision)
    )
    entries = [
        _entry(rule, decision, trace(rule.norm.applies), predicates)
        for rule in (*deciding, *others)
        if trace(rule.norm.applies).value is not False
    ]
    if decision.rests_on_unknown:
        entries.append(_unknown_entry(decision, trace, predicates))
    return tuple(entries)


def _adds_nothing(rule: Rule, decision: Decision) -> bool:
    might_allow = rule.norm.mode is Mode.MAY and decision.effective[rule] is None
    return might_allow and decision.basis is True


def _entry(
    rule: Rule, decision: Decision, trace: Trace, predicates: Predicates
) -> Entry:
    norm = rule.norm
    return {
        "norm": norm.provision.id,
        "leg": norm.leg,
        "mode": norm.mode.value,
        "value": written(trace.value),
        "effective": written(decision.effective[rule]),
        "absolute": norm.absolute,
        "personal": norm.personal,
        "contested": norm.contested,
        "mark": norm.provision.mark.value,
        "citation": norm.provision.citation,
        "wording": norm.wording,
        "facts": _facts(trace, predicates),
        "beaten_by": [
            stronger.norm.name
            for stronger in rule.weaker_than
            if decision.effective[stronger] is not False
        ],
    }


def _unknown_entry(
    decision: Decision, trace: Callable[[Expression], Trace], predicates: Predicates
) -> Entry:
    """Gather every unknown fact under the rule that unknown never opens."""
    unknown: dict[str, Entry] = {}
    for rule in decision.deciding:
        if decision.effective[rule] is None:
            for fact in _facts(trace(rule.effective), predicates):
                unknown[fact["name"]] = fact
    return {
        "norm": UNKNOWN.id,
        "leg": "",
        "mode": Mode.NOT_UNTIL.value,
        "value": "T",
        "effective": "T",
        "absolute": False,
        "personal": False,
        "contested": False,
        "mark": UNKNOWN.mark.value,
        "citation": UNKNOWN.citation,
        "wording": UNKNOWN_WORDING,
        "facts": list(unknown.values()),
        "beaten_by": [],
    }


def _facts(trace: Trace, predicates: Predicates) -> list[Entry]:
    """List the recorded facts behind a trace, each once, with what is known of them."""
    facts: dict[str, Entry] = {}
    record: Mapping[str, object] = predicates.case.record
    for predicate in trace.facts():
        found = predicates.find(predicate)
        for name in found.facts:
            # What nobody recorded may still be known: a step not recorded is not done.
            value = record.get(name, found.value)
            facts[name] = {
                "name": name,
                "value": written(value),
                "question": question(name),
            }
    return list(facts.values())


def question(name: str) -> str:
    """Put the question of a fact in words, about the States in its brackets."""
    try:
        fact, states = declaration(name)
    except FactError:
        return PREDICATES[name]
    return fact.ask(*states)
