"""``law provisions``, ``disclosure``, ``procedure``: what binds besides the options?"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import partial
from gettext import gettext as _

import click

from safeconduct.cli.law.asking import INDENT, in_words
from safeconduct.law import wording
from safeconduct.law.disclosure import RECIPIENTS, Disclosure, may_learn
from safeconduct.law.procedure import CHECKLIST, STEPS, Step, asked, told
from safeconduct.law.provisions import PROVISIONS, Binding, How, binding, said

_language = click.option(
    "--language",
    type=click.Choice(wording.LANGUAGES),
    default=wording.ENGLISH,
    show_default=True,
    help="The language of the texts.",
)
_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.command(
    "provisions",
    epilog=_("Example: safeconduct law provisions --binds disclosure --language ko"),
)
@_language
@click.option(
    "--binds",
    type=click.Choice([how.value for how in How]),
    help="Only those that bind in this way.",
)
@_as_json
def provisions(language: str, binds: str | None, *, as_json: bool) -> None:
    """List every provision of the law, also those that open and close nothing."""
    listed = binding(How(binds)) if binds else tuple(PROVISIONS.values())
    if as_json:
        _print_json([_provision(one, language) for one in listed])
        return
    for one in listed:
        _print_provision(one, language)
    click.echo(_("%(count)s provisions.") % {"count": len(listed)})


@click.command(
    "disclosure", epilog=_("Example: safeconduct law disclosure --to family --json")
)
@_language
@click.option("--to", "recipient", metavar="RECIPIENT", help="Only this recipient.")
@_as_json
def disclosure(language: str, recipient: str | None, *, as_json: bool) -> None:
    """Tell who may learn what about a prisoner, and what never.

    Without a recipient all are listed. The recipients: agency, origin, served, family,
    receiving, delegates, unhcr, courts, intelligence, comrades, public, auditors.
    """
    wanted = RECIPIENTS if recipient is None else (recipient,)
    rules = [in_words(None, partial(may_learn, one, language)) for one in wanted]
    if as_json:
        _print_json([_rule(rule, language) for rule in rules])
        return
    for rule in rules:
        _print_rule(rule, language)


@click.command(
    "procedure", epilog=_("Example: safeconduct law procedure --language uk")
)
@_language
@_as_json
def procedure(language: str, *, as_json: bool) -> None:
    """List the steps from capture to a durable outcome, and when a hearing is valid."""
    if as_json:
        checks = [
            {"check": one.name, "fact": one.fact or None, "says": asked(one, language)}
            for one in CHECKLIST
        ]
        steps = [_step(one, language) for one in STEPS]
        _print_json({"steps": steps, "hearing": checks})
        return
    for step in STEPS:
        _print_step(step, language)
    click.echo(wording.term("procedure.hearing", language) + ":")
    for check in CHECKLIST:
        click.echo(INDENT + asked(check, language))


def _print_json(content: object) -> None:
    click.echo(json.dumps(content, ensure_ascii=False))


def _provision(one: Binding, language: str) -> Mapping[str, object]:
    """Write a provision as data, its texts in one language."""
    words = said(one, language)
    return {
        "provision": one.id,
        "citation": words.citation,
        "marks": list(one.marks),
        "checked": words.checked or None,
        "section": one.section,
        "binds": list(one.binds),
        "condition": words.condition,
        "consequence": words.consequence,
        "unknown": words.unknown or None,
        "deadline": words.deadline or None,
        "facts": list(one.facts),
        "since": one.since.isoformat() if one.since else None,
        "until": one.until.isoformat() if one.until else None,
    }


def _rule(rule: Disclosure, language: str) -> Mapping[str, object]:
    content = asdict(rule) | {"never": rule.never or None}
    return content | {"citations": _citations(rule.basis, language)}


def _step(step: Step, language: str) -> Mapping[str, object]:
    words = {part: said or None for part, said in asdict(told(step, language)).items()}
    cited = _citations(step.provisions, language)
    return {
        "step": step.number,
        **words,
        "provisions": step.provisions,
        "citations": cited,
    }


def _citations(ids: Iterable[str], language: str) -> list[str]:
    return [wording.citation(one, language) for one in ids]


def _print_provision(one: Binding, language: str) -> None:
    words = said(one, language)
    click.echo(f"{one.id} {''.join(one.marks)} {words.citation}")
    click.echo(INDENT + words.condition)
    click.echo(INDENT + words.consequence)
    told_of = {
        "unknown": words.unknown,
        "deadline": words.deadline,
        "binds": ", ".join(words.binds),
        "checked": words.checked,
        "facts": ", ".join(one.facts),
    }
    _print_parts("provision", told_of, language)
    if one.since:
        day = one.since.isoformat()
        click.echo(INDENT + wording.term("provision.since", language, day=day))
    if one.until:
        day = one.until.isoformat()
        click.echo(INDENT + wording.term("provision.until", language, day=day))


def _print_rule(rule: Disclosure, language: str) -> None:
    click.echo(f"{rule.recipient}: {rule.name}")
    design = wording.term("disclosure.design", language)
    basis = "; ".join(_citations(rule.basis, language)) or design
    told_of = {"learns": rule.learns, "never": rule.never, "basis": basis}
    _print_parts("disclosure", told_of, language)


def _print_step(step: Step, language: str) -> None:
    words = asdict(told(step, language))
    click.echo(f"{step.number}. {words.pop('name')}")
    words["rests_on"] = "; ".join(_citations(step.provisions, language))
    _print_parts("procedure", words, language)


def _print_parts(group: str, parts: Mapping[str, str], language: str) -> None:
    """Print each part that is not empty under its name."""
    for part, told_of in parts.items():
        if told_of:
            named = wording.term(f"{group}.{part}", language)
            click.echo(f"{INDENT}{named}: {told_of}")
