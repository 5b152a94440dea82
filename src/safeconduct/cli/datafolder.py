"""Which folder holds the register, and which settings stand in it?

The folder has a file `safeconduct.env` of lines KEY=VALUE. It holds the keys: who has
the file and the database can read everything, so it is its owner's alone.
"""

import base64
import os
import secrets
from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli.refusal import Refused

FILE = "safeconduct.env"
KEY_BYTES = 32  # AES-256, and the seed of Ed25519 (RFC 8032, section 5.1.5)

option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=_("The data folder (or SAFECONDUCT_DATA)."),
)


def choose(given: Path | None, *, name: str = "safeconduct") -> Path:
    """Choose the data folder: as given, from the environment, or in the home folder.

    Args:
        given: the value of `--data`.
        name: the folder's name below XDG_DATA_HOME.

    Raises:
        Refused: there is no home folder to put it in.
    """
    if given is not None:
        return given.expanduser().absolute()
    if told := os.environ.get("SAFECONDUCT_DATA"):
        return Path(told).expanduser().absolute()
    # XDG Base Directory Specification 0.8: a relative path is to be ignored.
    if (place := os.environ.get("XDG_DATA_HOME", "")).startswith("/"):
        return Path(place) / name
    if os.environ.get("HOME") == "":
        del os.environ["HOME"]  # then the home folder is the account's
    try:
        return Path.home() / ".local" / "share" / name
    except RuntimeError as error:
        raise Refused(
            _("There is no home folder to keep data in. Choose one with --data DIR.")
        ) from error


def read(data: Path) -> dict[str, str]:
    """Read the settings of a data folder; empty if it has none.

    Raises:
        Refused: a line is no setting.
        OSError: the file cannot be read.
    """
    file = data / FILE
    if not file.exists():
        return {}
    found = {}
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        name, equals, value = stripped.partition("=")
        if not equals or not name.strip().isidentifier():
            # The line itself may be a key: it is not shown.
            raise Refused(
                _("Line %(number)s of %(file)s is not KEY=VALUE. Mend or remove it.")
                % {"number": number, "file": file}
            )
        found[name.strip()] = _unquoted(value.strip())
    return found


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def fresh(origin: str) -> dict[str, str]:
    """Draw new keys for a register whose log has this origin."""
    return {
        "SAFECONDUCT_SECRET_KEY": secrets.token_urlsafe(48),
        "SAFECONDUCT_MASTER_KEY": _key(),
        "SAFECONDUCT_LOG_KEY": _key(),
        "SAFECONDUCT_LOG_ORIGIN": origin,
    }


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii")


def write(data: Path, settings: Mapping[str, str]) -> Path:
    """Write the settings of a new data folder, readable by its owner only.

    Raises:
        Refused: it has settings already, which may be the only copy of its keys.
        OSError: it cannot be written.
    """
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = data / FILE
    lines = [f"{name}={value}" for name, value in settings.items()]
    text = "\n".join([_HEAD, *lines, ""])
    # Whole or not at all: a half-written file would lose keys that data need.
    draft = data / f"{FILE}.{secrets.token_hex(4)}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.link(draft, file)
    except FileExistsError as error:
        raise Refused(
            _("%s exists and was not changed: its keys open the data. ") % file
            + _("Choose another folder with --data.")
        ) from error
    finally:
        draft.unlink()
    return file


_HEAD = """\
# The settings of this register. Keep a copy of this file in a safe place, apart from
# the backups of the data: without the keys nobody can read the register, and who has
# them and the data can read all of it. docs/reference/settings.md explains each one."""
