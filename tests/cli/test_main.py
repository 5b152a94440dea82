"""Does the command line load little, end with a code, and never show a traceback?"""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from safeconduct.cli import main


def commands(group: click.Group, *names: str) -> list[list[str]]:
    """Walk all commands and their subcommands."""
    found = [list(names)]
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found += commands(command, *names, name)
        else:
            found.append([*names, name])
    return found


@pytest.mark.parametrize("command", commands(main.safeconduct), ids=" ".join)
def test_every_command_explains_itself(command: list[str]) -> None:
    """`--help` works everywhere, and the commands themselves show an example."""
    shown = CliRunner().invoke(main.safeconduct, [*command, "--help"])

    assert shown.exit_code == 0
    assert shown.output.startswith("Usage:")


@pytest.mark.parametrize("command", ["demo", "init", "serve", "doctor", "manage"])
def test_commands_of_the_house_show_an_example(command: str) -> None:
    """A person who is in a hurry copies one line."""
    shown = CliRunner().invoke(main.safeconduct, [command, "--help"])

    assert f"Example: safeconduct {command}" in shown.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["law", "--help"],
        ["ledger", "--help"],
        ["reports", "--help"],
        ["serve", "--help"],
    ],
    ids=" ".join,
)
def test_what_needs_no_database_loads_no_django(arguments: list[str]) -> None:
    """The libraries' commands stay small and quick."""
    script = (
        "import sys\n"
        "from safeconduct.cli import main\n"
        "main.run(sys.argv[1:])\n"
        "sys.exit('django' in sys.modules)\n"
    )

    ended = subprocess.run(
        [sys.executable, "-c", script, *arguments], check=False, capture_output=True
    )

    assert ended.returncode == 0, ended.stderr.decode()


def test_the_list_of_commands_loads_none_of_them() -> None:
    """A command that cannot be loaded does not hide the others."""
    script = (
        "import sys\n"
        "from safeconduct.cli import main\n"
        "main.run(['--help'])\n"
        "loaded = {'safeconduct.cli.' + at.split(':')[0] for _, at in "
        "main.COMMANDS.values()}\n"
        "sys.exit(bool(loaded & set(sys.modules)))\n"
    )

    ended = subprocess.run(
        [sys.executable, "-c", script], check=False, capture_output=True
    )

    assert ended.returncode == 0


def test_a_command_whose_module_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence says so; the others work."""
    monkeypatch.setitem(main.COMMANDS, "law", ("short", "no_such_module:law"))

    assert main.run(["law"]) == 2
    assert "'law' is not part of this installation" in capsys.readouterr().err
    assert main.run(["ledger", "--help"]) == 0


def fail_with(error: BaseException) -> click.Command:
    @click.command
    def failing() -> None:
        raise error

    return failing


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (ValueError("Ri Chol-su"), 70, "inside Safeconduct (ValueError)"),
        (PermissionError(13, "Permission denied", "/x"), 2, "/x: Permission denied"),
        (click.ClickException("wrong"), 2, "wrong"),
        (click.Abort(), 130, "Interrupted"),
        (KeyboardInterrupt(), 130, "Interrupted"),
    ],
)
def test_a_command_fails(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    says: str,
) -> None:
    """A sentence and a code; no traceback, and nothing somebody typed."""
    monkeypatch.delenv("SAFECONDUCT_DEBUG", raising=False)
    monkeypatch.setattr(main.Lazy, "get_command", lambda *_: fail_with(error))

    assert main.run(["law"]) == code
    shown = capsys.readouterr().err
    assert says in shown
    assert "Traceback" not in shown
    assert "Ri Chol-su" not in shown


def test_whoever_looks_for_the_fault_sees_the_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """SAFECONDUCT_DEBUG=1 shows where it failed."""
    monkeypatch.setenv("SAFECONDUCT_DEBUG", "1")
    error = ValueError("told")
    monkeypatch.setattr(main.Lazy, "get_command", lambda *_: fail_with(error))

    assert main.run(["law"]) == 70
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["--nonsense"], ["serve", "--port", "0"], ["init"]]
)
def test_wrong_input(arguments: list[str]) -> None:
    """The code is 2."""
    assert main.run(arguments) == 2


def test_a_command_found_something(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own code is passed on."""

    @click.command
    @click.pass_context
    def finding(context: click.Context) -> None:
        context.exit(1)

    monkeypatch.setattr(main.Lazy, "get_command", lambda *_: finding)

    assert main.run(["law"]) == 1
