"""Which commands are there, and what does a person see when one fails?

A command is imported when it is asked for: the libraries' commands never load Django,
and a command that cannot be loaded does not take the others with it.

Exit codes: 0 done, 1 found something, 2 wrong input or circumstances (a sentence says
what to do), 70 a fault of ours (sysexits.h, EX_SOFTWARE), 130 interrupted.
"""

import importlib
import io
import os
import sys
import traceback
from gettext import gettext as _
from importlib.metadata import PackageNotFoundError, version
from typing import NoReturn

import click

from safeconduct.cli import lifeline
from safeconduct.cli.refusal import Refused

# What each command is for, and where it stands: module and attribute.
COMMANDS = {
    "demo": (_("Try it: a register with an invented case."), "demo:demo"),
    "init": (_("Make a data folder with fresh keys."), "init:init"),
    "serve": (_("Run the register."), "serve:serve"),
    "staff": (_("Keep officers, roles and tokens."), "staff:staff"),
    "keys": (_("Copy the keys into a file that expires."), "keys:keys"),
    "register": (_("Make the index of names anew."), "register:register"),
    "matching": (_("Find records that may be one person's."), "matching:matching"),
    "doctor": (_("Check that everything is in order."), "doctor:doctor"),
    "manage": (_("Run a management command of Django."), "manage:manage"),
    "law": (_("Ask the law: norms, decisions, reasons."), "law:law"),
    "ledger": (_("Verify the published log; integrate acts."), "ledger:ledger"),
    "names": (_("Read and compare names in three scripts."), "names:names"),
    "link": (_("Propose which records may be one person."), "link:link"),
    "reports": (_("Read and compare open reports."), "reports:reports"),
    "exposure": (_("Find who is given away by a text."), "exposure:exposure"),
}
FAULT = 70
INTERRUPTED = 130


class Lazy(click.Group):
    """A group that knows its commands' names and loads only the one that is asked."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order a newcomer needs them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command.

        Raises:
            Refused: its module cannot be loaded.
        """
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][1].split(":")
        try:
            loaded = importlib.import_module(f"safeconduct.cli.{module}")
        except ImportError as error:
            if _wants_traceback():
                raise
            raise Refused(
                _(
                    "The command '%(command)s' is not part of this installation: "
                    "%(missing)s is missing. Install Safeconduct again."
                )
                % {"command": cmd_name, "missing": error.name or module}
            ) from error
        command: click.Command = getattr(loaded, attribute)
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands without loading one."""
        del ctx
        with formatter.section(_("Commands")):
            formatter.write_dl(
                [(name, short) for name, (short, _at) in COMMANDS.items()]
            )


def _version() -> str:
    try:
        return version("safeconduct")
    except PackageNotFoundError:
        return _("unknown")


@click.group(cls=Lazy, epilog=_("Example: safeconduct demo --port 8080"))
@click.version_option(_version(), prog_name="safeconduct")
def safeconduct() -> None:
    """Keep the protection register for prisoners of war."""


def main() -> NoReturn:
    """Run the command line: every end is an exit code, every failure a sentence."""
    lifeline.follow()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show Hangul shows its code points, not an error.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code."""
    try:
        code = safeconduct.main(arguments, "safeconduct", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Interrupted."), err=True)
        return INTERRUPTED
    except OSError as error:
        return _fail(_circumstance(error), 2)
    except Exception as error:  # noqa: BLE001  the last line before a person
        return _fail(_fault(error), FAULT)
    # Click gives the code of `Context.exit`, or what the command returned.
    return code if type(code) is int else 0


def _fail(sentence: str, code: int) -> int:
    if _wants_traceback():
        traceback.print_exc()
    click.echo(_("Error: %s") % sentence, err=True)
    return code


def _circumstance(error: OSError) -> str:
    place = f"{error.filename}: " if isinstance(error.filename, str) else ""
    return place + (error.strerror or type(error).__name__)


def _fault(error: Exception) -> str:
    """Name the kind only: the text of an error can carry what somebody typed."""
    return (
        _(
            "Something failed inside Safeconduct (%s). The fault is ours. Run the "
            "command again with SAFECONDUCT_DEBUG=1 to see where, and report it."
        )
        % type(error).__name__
    )


def _wants_traceback() -> bool:
    return os.environ.get("SAFECONDUCT_DEBUG", "").lower() in {"1", "true", "yes", "on"}


if __name__ == "__main__":
    main()
