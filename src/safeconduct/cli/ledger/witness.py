"""``ledger witness``: run a witness of other people's logs, alone, without a register.

It needs a key, the logs it watches, and a folder to remember in; no Django, and no
database.
"""

import secrets
import stat
import time
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli.ledger import durable, trust
from safeconduct.cli.ledger.witness_memory import MemoryFault, held
from safeconduct.cli.ledger.witness_server import Server
from safeconduct.cli.refusal import Refused
from safeconduct.ledger import Cosigner, MalformedKey, Verifier


@click.command(
    epilog=_(
        "Example: safeconduct ledger witness --new-key witness.example/w w.key;"
        " safeconduct ledger witness --key w.key --policy ledger.policy --state seen"
    )
)
@click.option(
    "--new-key",
    "new_key",
    type=(str, click.Path(path_type=Path)),
    metavar="NAME FILE",
    help=_("Make a key of this name, and end. The public half is printed."),
)
@trust.file_option("--key", "key_file", _("The witness's key."))
@click.option(
    "--log",
    "vkeys",
    multiple=True,
    metavar="VKEY",
    help=_("The key of a log to watch; may be repeated."),
)
@trust.file_option("--policy", "policy_file", _("Watch the logs of this policy."))
@click.option(
    "--state",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help=_("Where it remembers. Never lose it, and never restore an old copy."),
)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8787, show_default=True)
def witness(
    new_key: tuple[str, Path] | None,
    key_file: Path | None,
    vkeys: tuple[str, ...],
    policy_file: Path | None,
    state: Path | None,
    host: str,
    port: int,
) -> None:
    """Cosign the checkpoints of logs that never take anything back.

    A witness (C2SP tlog-witness) signs a checkpoint if it extends the last one it saw.
    It sees no entries and needs no trust from the log. Put a web server with TLS
    before it; docs/how-to/run-a-witness.md tells how.
    """
    if new_key is not None:
        _make_key(*new_key)
        return
    if key_file is None or state is None:
        raise click.UsageError(
            _("Give --key FILE and --state FOLDER, or make a key with --new-key.")
        )
    logs = _logs(vkeys, policy_file)
    cosigner = _read_key(key_file)
    if not state.is_dir():
        raise Refused(
            _(
                "There is no folder of that name. If this witness has never run, make "
                "it. If it has: a witness that forgot must not sign; make a new key."
            )
        )
    try:
        with held(state, cosigner) as memory:
            _serve(
                Server((host, port), memory=memory, logs=logs, clock=time.time),
                cosigner,
            )
    except MemoryFault as error:
        raise Refused(_("The witness does not start: %s.") % error) from error


def _serve(server: Server, cosigner: Cosigner) -> None:
    host, port = server.server_address[:2]
    shown = f"[{host!s}]" if ":" in str(host) else str(host)
    click.echo(cosigner.verifier.vkey)
    click.echo(_("It answers at %s") % f"http://{shown}:{port}/")
    with server:
        server.serve_forever()


def _logs(vkeys: tuple[str, ...], policy_file: Path | None) -> list[Verifier]:
    """Collect the keys of the logs to watch."""
    found = [trust.parse_key(vkey) for vkey in vkeys]
    if policy_file is not None:
        found += [log.verifier for log in trust.read_policy(policy_file).logs]
    if not found:
        raise click.UsageError(_("Say which logs to watch: --log VKEY or --policy."))
    return list(dict.fromkeys(found))


def _make_key(name: str, file: Path) -> None:
    """Draw a key; only its owner can read the file."""
    try:
        cosigner = Cosigner(name, secrets.token_bytes(32))
        durable.create(file, f"{cosigner.secret}\n".encode(), mode=durable.ITS_OWNERS)
    except MalformedKey as error:
        raise Refused(
            _("A witness has a name without spaces and plus signs, such as")
            + " witness.example/w"
        ) from error
    except FileExistsError as error:
        raise Refused(
            _("The file exists and was not changed: choose another.")
        ) from error
    click.echo(cosigner.verifier.vkey)


def _read_key(file: Path) -> Cosigner:
    try:
        if stat.S_IMODE(file.stat().st_mode) & 0o077:
            raise Refused(
                _("Others can read the key. Take that from them: chmod 600 FILE")
            )
        return Cosigner.parse(file.read_text("utf-8").removesuffix("\n"))
    except OSError as error:
        raise Refused(_("The key cannot be read: %s.") % error.strerror) from error
    except ValueError as error:  # its text could be the secret
        raise Refused(
            _("The file holds no witness key. Make one with --new-key.")
        ) from error
