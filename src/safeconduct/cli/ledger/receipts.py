"""``ledger receipt``: the slip of an entry, and whether a slip proves what it says.

Exit codes of ``verify``: 0 valid, 1 not valid (it is said what), 2 the question could
not be asked.
"""

import sys
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path
from typing import NamedTuple

import click

from safeconduct.cli import datafolder, published
from safeconduct.cli.ledger import durable, entries, house, trust
from safeconduct.cli.refusal import Refused
from safeconduct.ledger import (
    Locator,
    Policy,
    Proof,
    Receipt,
    Verifier,
    Witnessed,
    base45,
)
from safeconduct.ledger.commitment import ENTRY_SIZE
from safeconduct.receipt import codes, proving, reading, slip, wording
from safeconduct.receipt.fingerprint import fingerprint

_LONGEST = 1_000_000  # bytes of a file that could be a receipt
_ENDINGS = {".tlog-proof", ".txt"}


class _Proved(NamedTuple):
    """What a receipt has proved."""

    entry: bytes
    place: int
    witnessed: Witnessed


@click.group()
def receipt() -> None:
    """Make the slip of an entry, or check one."""


@receipt.command(
    epilog=_(
        "Example: safeconduct ledger receipt make 52493"
        " --log https://ledger.example/log --policy ledger.policy -o slip.pdf"
    )
)
@click.argument("entry", metavar="ENTRY|LOCATOR")
@click.option(
    "--log",
    "where",
    metavar="PATH_OR_URL",
    help=_("Where the log is published; the log of this installation if left out."),
)
@trust.key_option
@trust.policy_option
@click.option(
    "--language",
    type=click.Choice(wording.LANGUAGES),
    default=wording.ENGLISH,
    help=_("The language beside English."),
)
@trust.file_option("-o", "paper", _("Where to write the slip, a PDF."))
@trust.file_option("--proof", "proof_file", _("Where to write a .tlog-proof as well."))
@datafolder.option
@click.pass_context
def make(
    context: click.Context,
    entry: str,
    where: str | None,
    key: str | None,
    policy_file: Path | None,
    language: str,
    paper: Path | None,
    proof_file: Path | None,
    data: Path | None,
) -> None:
    """Make the receipt of an entry from a published log alone.

    ENTRY is an index, counted from 0, or a commitment in hexadecimal; LOCATOR is the
    text of code 1 of a slip. Without -o and --proof the text of code 2 is printed.
    The .tlog-proof holds the entry in its `extra` line.
    """
    place = published.find(where) if where is not None else house.log(data)
    policy = trust.choose(place, key, policy_file)
    try:
        content, proof, witnessed = _prove(place, entry, policy)
        made = proving.fitted(content, proof, policy, largest=codes.FITS)
    except (entries.NotProved, ValueError) as error:
        click.echo(_("Not proved. %s") % error, err=True)
        context.exit(1)
    if proof_file is not None:
        durable.put(proof_file, replace(proof, extra=content).text)
    if paper is not None:
        durable.put(paper, _set(witnessed.log.verifier, made, language))
    if paper is None and proof_file is None:
        click.echo(base45.encode(made.to_bytes()))


@receipt.command(
    epilog=_(
        "Example: safeconduct ledger receipt verify entry.tlog-proof"
        " --policy ledger.policy"
    )
)
@click.argument("given", metavar="FILE|TEXT")
@trust.key_option
@trust.policy_option
@click.option(
    "--entry",
    metavar="HEX",
    help=_("For a .tlog-proof that does not hold it: the entry, or code 1 in hex."),
)
@click.pass_context
def verify(
    context: click.Context,
    given: str,
    key: str | None,
    policy_file: Path | None,
    entry: str | None,
) -> None:
    """Check a receipt, without any network.

    FILE|TEXT is a .tlog-proof or the text of code 2, in a file, on the command line,
    or - for standard input. Spaces belong to the text of a code: quote it.
    """
    policy = trust.choose(None, key, policy_file)
    content = _content(given)
    wanted = _entry(entry)
    try:
        found = _check(reading.read(content), wanted, policy)
    except ValueError as error:
        click.echo(_("Not valid. %s") % _sentence(error))
        context.exit(1)
    _tell(found)


def _prove(
    place: published.Place, named: str, policy: Policy
) -> tuple[bytes, Proof, Witnessed]:
    """Prove the entry that is named by index, commitment or locator."""
    locator = _locator(named)
    if locator is None:
        return entries.prove(place, named, policy)
    proved = entries.prove(place, str(locator.index), policy)
    if proved[0] != locator.entry:
        raise entries.NotProved(_("The log holds another entry at that place."))
    return proved


def _locator(named: str) -> Locator | None:
    try:
        found = reading.read(named.encode())
    except (reading.Unreadable, UnicodeEncodeError):
        return None
    return found if isinstance(found, Locator) else None


def _set(verifier: Verifier, made: Receipt, language: str) -> bytes:
    try:
        return slip.pdf(verifier, made.locator, made, language)
    except (slip.NoFont, codes.TooLong) as error:
        raise Refused(_(str(error))) from error


def _content(given: str) -> bytes:
    """Read the file of that name; a text that names none is the receipt itself."""
    if given == "-":
        return sys.stdin.buffer.read(_LONGEST)
    path = Path(given)
    if _exists(path):
        try:
            with path.open("rb") as file:
                return file.read(_LONGEST)
        except OSError as error:
            raise Refused(
                _("The receipt cannot be read: %s.") % error.strerror
            ) from error
    if path.suffix in _ENDINGS:
        raise Refused(_("There is no file of that name."))
    return given.encode(errors="replace")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a code is longer than a file's name may be
        return False


def _entry(given: str | None) -> bytes | None:
    """Read the entry as typed: itself, or the locator that names it."""
    if given is None:
        return None
    try:
        content = bytes.fromhex(given)
    except ValueError:
        content = b""
    if len(content) == reading.LOCATOR_SIZE:
        return Locator.parse(content).entry
    if len(content) != ENTRY_SIZE:
        raise click.UsageError(_("--entry is 66 hexadecimal digits, or 84 of code 1."))
    return content


def _check(found: reading.Found, entry: bytes | None, policy: Policy) -> _Proved:
    """Ask the policy.

    Raises:
        Refused: The entry is not known.
        ValueError: It proves nothing; the message says why.
    """
    if isinstance(found, Locator):
        raise reading.Unreadable(
            _("This is code 1: it says which entry it is and proves nothing.")
        )
    if isinstance(found, Receipt):
        if entry is not None and entry != found.locator.entry:
            raise ValueError(_("It is the receipt of another entry."))
        content, proof = found.locator.entry, found.expand(policy)
    else:
        content, proof = _held(found, entry), found
    return _Proved(content, proof.index, proof.verify(content, policy))


def _held(proof: Proof, entry: bytes | None) -> bytes:
    """Find the entry of a proof file: what was given, or what it holds."""
    content = entry if entry is not None else proof.extra
    if content is None:
        raise click.UsageError(
            _("This .tlog-proof does not hold its entry. Give it with --entry.")
        )
    return content


def _sentence(error: ValueError) -> str:
    """Say why, as a sentence."""
    said = str(error).rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."


def _tell(found: _Proved) -> None:
    state = found.witnessed.checkpoint
    where = {
        "index": found.place,
        "size": state.size,
        "origin": trust.printable(state.origin),
    }
    click.echo(_("Valid: entry %(index)d of %(size)d in %(origin)s.") % where)
    click.echo(_("Commitment: %s") % found.entry.hex())
    click.echo(_("Key of the log: %s") % fingerprint(found.witnessed.log.verifier))
    for name, at in found.witnessed.times.items():
        who = {"name": trust.printable(name), "at": trust.moment(at)}
        click.echo(_("Cosigned by %(name)s at %(at)s.") % who)
    if not found.witnessed.times:
        click.echo(_("No witness has cosigned: it rests on the word of the log alone."))
