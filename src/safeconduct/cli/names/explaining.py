"""``names explain``, ``decode`` and ``spell``: how is a name read and written?"""

import json
from collections.abc import Callable
from gettext import gettext as _
from math import exp
from typing import Any, TypeVar

import click

from safeconduct.cli.names.wording import as_json, sentences
from safeconduct.cli.refusal import Refused
from safeconduct.names import Reading, TooLong, decode, keys, spellings, weight

LANGUAGES = ("en", "ko", "uk", "ru")
SCRIPTS = ("latin", "cyrillic")
INDENT = " " * 4
SHOWN = 3  # readings of each name beside an explanation
T = TypeVar("T")

_in_json = click.option("--json", "in_json", is_flag=True, help="Print JSON.")


@click.command(
    epilog=_("Example: safeconduct names explain 'Paek Ch\\'ŏl-su' 'Пэк Чхоль Су'")
)
@click.argument("a")
@click.argument("b")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of the explanation.",
)
@_in_json
def explain(a: str, b: str, language: str, *, in_json: bool) -> None:
    """Say how likely it is that two spellings are of one name, and why.

    The weight is the logarithm of how much likelier both spellings are if they are of
    one name than if two names were drawn by chance: above 0 it speaks for one name. How
    rare the name is counts in it already.
    """
    found = _read(lambda: weight(a, b))
    if in_json:
        told = as_json(a, b, found, language)
        told["read_as"] = {"a": _shown(a, SHOWN), "b": _shown(b, SHOWN)}
        _say(json.dumps(told, ensure_ascii=False))
        return
    for text in (a, b):
        _say(f"{text}: {_in_words(decode(text, SHOWN)) or _general(text)}")
    measured = {"nats": f"{found.nats:.1f}", "bits": f"{found.bits:.1f}"}
    _say(_("Weight: %(nats)s nats, %(bits)s bits") % measured)
    for line in sentences(found, language):
        _say(f"{INDENT}{line}")


@click.command("decode", epilog=_("Example: safeconduct names decode 'Пэк Чхоль Су'"))
@click.argument("name")
@click.option(
    "-n",
    "most",
    type=click.IntRange(1, 256),
    default=8,
    show_default=True,
    help="How many readings to print.",
)
@_in_json
def decode_command(name: str, most: int, *, in_json: bool) -> None:
    """List the Korean names that a spelling may stand for, with their probabilities.

    They are printed as keys, in Hangul: 이 stands for 리 as well, as in the South. A
    name that cannot be Korean has no readings; its keys in Latin letters are printed.
    """
    found = _read(lambda: _shown(name, most))
    if in_json:
        told: dict[str, Any] = {"name": name, "readings": found, "keys": keys(name)}
        _say(json.dumps(told, ensure_ascii=False))
        return
    for reading in found:
        _say(f"{reading['key']}\t{reading['probability']:.4f}")
    if not found:
        _say(_("No Korean reading. %s") % _general(name))


@click.command(epilog=_("Example: safeconduct names spell 백철수 --script cyrillic"))
@click.argument("hangul")
@click.option(
    "--script",
    type=click.Choice(SCRIPTS),
    default=SCRIPTS[0],
    show_default=True,
    help="Which letters to spell it in.",
)
@click.option(
    "-n",
    "most",
    type=click.IntRange(1, 256),
    default=8,
    show_default=True,
    help="How many spellings to print.",
)
@_in_json
def spell(hangul: str, script: str, most: int, *, in_json: bool) -> None:
    """List the likeliest spellings of a name in Hangul, with their probabilities."""
    found = _read(lambda: spellings(hangul, script, most))
    if not found:
        raise Refused(_("This is no name in Hangul. Write it as 백철수."))
    told = [
        {"spelling": one.text, "probability": round(exp(one.logp), 6)} for one in found
    ]
    if in_json:
        name = {"name": hangul, "script": script, "spellings": told}
        _say(json.dumps(name, ensure_ascii=False))
        return
    for line in told:
        _say(f"{line['spelling']}\t{line['probability']:.4f}")


def _say(text: str) -> None:
    """Print a line; bytes of the command line that are no text are shown as escapes."""
    click.echo(text.encode(errors="backslashreplace").decode())


def _read(ask: Callable[[], T]) -> T:
    """Ask the library; a name that is too long becomes a sentence and exit code 2."""
    try:
        return ask()
    except TooLong as refusal:
        raise Refused(str(refusal)) from refusal


def _shown(name: str, most: int) -> list[dict[str, Any]]:
    return [
        {"key": one.key, "probability": round(exp(one.logp), 6)}
        for one in decode(name, most)
    ]


def _in_words(readings: tuple[Reading, ...]) -> str:
    return ", ".join(f"{one.key} {exp(one.logp):.0%}" for one in readings)


def _general(name: str) -> str:
    found = ", ".join(keys(name)[:SHOWN])
    return _("Its keys: %s.") % found if found else _("It has no keys.")
