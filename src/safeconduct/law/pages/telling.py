"""How does an example read, and how a pair of cases, in each language?"""

from collections.abc import Iterator, Mapping

from safeconduct.law import wording
from safeconduct.law.answer import Status
from safeconduct.law.baseline import BASELINES
from safeconduct.law.derive.case import NOWHERE, UNNAMED
from safeconduct.law.norm import Mode
from safeconduct.law.pages.answers import answer, question
from safeconduct.law.pages.cases import AT_WORK, Kind, Shown
from safeconduct.law.pages.page import Answered, Case, Differing
from safeconduct.law.pages.pairs import Pair
from safeconduct.law.pages.picture import lettered
from safeconduct.law.readings.kleene import Truth
from safeconduct.law.readings.prose import KOREAN, Clause, Form, phrase, sentence
from safeconduct.law.statute import Rule
from safeconduct.law.wording import korean

POSITION = "position.mode"
# So many clauses make a title; the facts stand below it anyway.
IN_TITLE = 4
# So many deciding provisions are named where another norm decides.
NAMED = 3


def told(shown: Shown, language: str) -> Case:
    """Tell an example as it stands under a norm."""
    example, decides = shown.seen.example, shown.facts
    rest = {name: value for name, value in example.facts.items() if name not in decides}
    return Case(
        id=wording.term("case.named", language, id=example.id),
        about=_about(shown, language),
        result=_result(shown, language),
        title=title(shown, language),
        decides=tuple(_answered(decides, language)),
        also=tuple(_answered(rest, language)),
        is_bare=not example.on_baseline,
        shows=_shows(shown, language),
        decided_by=_decided_by(shown, language),
    )


def differing(pair: Pair, language: str) -> Differing:
    """Tell a minimal pair."""

    def side(value: object, status: Status) -> str:
        said = answer(pair.fact, value, language)
        return f"{said} → {wording.term(f'status.{status.name}', language)}"

    return Differing(
        id=wording.term("case.named", language, id=pair.seen.example.id),
        about=_towards(
            lettered(pair.seen.act, language), pair.seen.look.towards, language
        ),
        question=question(pair.fact, language),
        here=side(pair.here, pair.result),
        there=side(pair.there, pair.otherwise),
    )


def base(language: str) -> tuple[Answered, ...]:
    """Tell the harmless case most examples lie over.

    The position is that of the law, which the head of the page names.
    """
    facts = {n: v for n, v in BASELINES["vignettes"].items() if n != POSITION}
    return tuple(_answered(facts, language))


def title(shown: Shown, language: str) -> str:
    """Say in a sentence what decides the example, as far as the norm asks for it."""
    truth = shown.seen.look.seen.truth
    clauses = [
        _clause(name, truth(name), language) for name in shown.decisive[:IN_TITLE]
    ]
    if not clauses:
        return sentence(wording.term("prose.always", language))
    if language == KOREAN and len(clauses) > 1:
        joined = Clause(Form.ALL, parts=tuple(clauses))
        return sentence(phrase(joined, language))
    return sentence("; ".join(one.text for one in clauses))


def _clause(name: str, truth: Truth, language: str) -> Clause:
    said = wording.predicate(name, language, so=truth is not False)
    if truth is None:
        part = korean.doubted(said) if language == KOREAN else said
        said = wording.term("case.whether", language, part=part)
    return Clause(Form.PLAIN, said)


def _answered(facts: Mapping[str, object], language: str) -> Iterator[Answered]:
    for name, value in facts.items():
        yield Answered(question(name, language), answer(name, value, language))


def _about(shown: Shown, language: str) -> str:
    act = lettered(shown.seen.act, language)
    return _towards(act, shown.seen.look.towards, language)


def _towards(act: str, state: str, language: str) -> str:
    if state == NOWHERE:
        return act
    unnamed = state == UNNAMED
    named = (
        wording.term("case.unnamed", language)
        if unnamed
        else wording.state(state, language)
    )
    return f"{act}: {named}"


def _result(shown: Shown, language: str) -> str:
    look = shown.seen.look
    word = wording.term(f"status.{look.decision.status.name}", language)
    if look.forecast:
        word += f", {wording.term('remark.forecast', language)}"
    return wording.term("case.result", language, result=word)


def _shows(shown: Shown, language: str) -> str:
    kind, mode = shown.kind, shown.rule.norm.mode
    match kind:
        case Kind.SPEAKS:
            return wording.term(f"case.speaks_{mode}", language)
        case Kind.MISSED if mode is Mode.NOT_UNTIL:
            return wording.term("case.missed_not_until", language)
        case Kind.BEATEN:
            stronger = ", ".join(_stronger(shown, language))
            return wording.term("case.beaten", language, stronger=stronger)
        case _:
            return wording.term(f"case.{kind}", language)


def _stronger(shown: Shown, language: str) -> Iterator[str]:
    effective = shown.seen.look.decision.effective
    for rule in shown.rule.weaker_than:
        if effective[rule] is not False:
            yield _cited(rule, language)


def _decided_by(shown: Shown, language: str) -> str:
    """Name what decides where the norm itself does not."""
    decision = shown.seen.look.decision
    if shown.kind is Kind.SPEAKS and decision.status is AT_WORK[shown.rule.norm.mode]:
        return ""
    found = dict.fromkeys(_cited(rule, language) for rule in decision.deciding)
    named = "; ".join(list(found)[:NAMED]) + ("; …" if len(found) > NAMED else "")
    return wording.term("case.decided_by", language, norms=named) if found else ""


def _cited(rule: Rule, language: str) -> str:
    provision = rule.norm.provision
    return wording.citation(provision.id, language, english=provision.citation)
