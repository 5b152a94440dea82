import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path
from threading import Timer

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.ledger import ledger
from safeconduct.ledger import Cosigner
from tests.cli.ledger.witnessing import Caller, request
from tests.ledger import logs

VKEY = logs.SIGNER.verifier.vkey
# A witness that dies, as by kill -9, when it has stored and not yet answered.
DYING = """
import os, signal
from safeconduct.cli.ledger import witness_server
witness_server._Handler._answer = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
from safeconduct.cli.main import main
main()
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ledger, ["witness", *arguments])


@pytest.fixture
def key(tmp_path: Path) -> Path:
    file = tmp_path / "w.key"
    assert run("--new-key", "witness.test.example/w", str(file)).exit_code == 0
    return file


@pytest.fixture
def state(tmp_path: Path) -> Path:
    folder = tmp_path / "seen"
    folder.mkdir()
    return folder


@contextmanager
def running(
    key: Path,
    state: Path,
    *more: str,
    program: tuple[str, ...] = ("-m", "safeconduct.cli.main"),
) -> Iterator[tuple[Caller, subprocess.Popen[str]]]:
    """Run the command as its users do: a process of its own."""
    command = [sys.executable, *program, "ledger", "witness", "--key", str(key)]
    command += ["--state", str(state), "--log", VKEY, "--port", "0", *more]
    alone = {k: v for k, v in os.environ.items() if not k.startswith("SAFECONDUCT")}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=alone | {"PYTHONUNBUFFERED": "1"},
    ) as process:
        try:
            assert process.stdout is not None
            process.stdout.readline()
            where = process.stdout.readline()
            port = int(where.rstrip("/\n").rpartition(":")[2] or 0)
            yield Caller("127.0.0.1", port), process
        finally:
            process.kill()


def test_a_new_key(tmp_path: Path, key: Path) -> None:
    """The secret half is its owner's alone; the public half is printed."""
    cosigner = Cosigner.parse(key.read_text().removesuffix("\n"))

    assert key.stat().st_mode & 0o777 == 0o600
    again = run("--new-key", "other.example", str(key))
    assert again.exit_code == 2
    assert "not changed" in again.output
    assert Cosigner.parse(key.read_text().removesuffix("\n")) == cosigner
    other = run("--new-key", "w.example", str(tmp_path / "other.key"))
    assert other.stdout.startswith("w.example+")


def test_it_serves_alone(key: Path, state: Path) -> None:
    """Without a register, a database or settings it cosigns, and remembers."""
    with running(key, state) as (caller, _process):
        assert caller.add(request(0, 20)).status == 200
    with running(key, state) as (caller, _process):
        assert caller.latest().body.startswith(f"{logs.ORIGIN}\n20\n".encode())
        assert caller.add(request(0, 20)).body == b"20\n"


def test_the_logs_of_a_policy(key: Path, state: Path, tmp_path: Path) -> None:
    """A policy names the logs to watch."""
    file = tmp_path / "policy"
    file.write_bytes(logs.policy().text)
    command = [sys.executable, "-m", "safeconduct.cli.main", "ledger", "witness"]
    command += ["--key", str(key), "--state", str(state), "--policy", str(file)]
    with subprocess.Popen(
        [*command, "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        port = int(process.stdout.readline().rstrip("/\n").rpartition(":")[2])
        assert Caller("127.0.0.1", port).add(request(0, 20)).status == 200
        process.kill()


def test_killed_between_store_and_answer(key: Path, state: Path) -> None:
    """A witness knows at least what it has said: kill -9 loses nothing."""
    with running(key, state, program=("-c", DYING)) as (caller, process):
        with pytest.raises((ConnectionError, OSError)):
            caller.add(request(0, 20))
        assert process.wait(20) == -signal.SIGKILL
    with running(key, state) as (caller, _process):
        assert caller.add(request(0, 10)).body == b"20\n"
        assert caller.latest().status == 200


def test_two_processes_of_one_folder(key: Path, state: Path) -> None:
    """The second process says why it does not start, and signs nothing."""
    with running(key, state):
        second = run("--key", str(key), "--state", str(state), "--log", VKEY)

    assert second.exit_code == 2
    assert "another witness runs in this folder" in second.output


def test_no_folder(key: Path, tmp_path: Path) -> None:
    """A folder with a mistyped name is not a new memory."""
    result = run("--key", str(key), "--state", str(tmp_path / "typo"), "--log", VKEY)

    assert result.exit_code == 2
    assert "There is no folder of that name" in result.output
    assert not (tmp_path / "typo").exists()


def test_a_key_others_can_read(key: Path, state: Path) -> None:
    """A key that others read is not used."""
    key.chmod(0o644)
    result = run("--key", str(key), "--state", str(state), "--log", VKEY)

    assert result.exit_code == 2
    assert "chmod 600" in result.output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--new-key", "a b", "KEY2"], "name without spaces"),
        ([], "--key FILE and --state FOLDER"),
        (["--key", "KEY", "--state", "STATE"], "which logs to watch"),
        (["--key", "KEY", "--state", "STATE", "--log", "nonsense"], "no verifier key"),
        (["--key", "STATE/none", "--state", "STATE", "--log", VKEY], "cannot be read"),
        (["--key", "OTHER", "--state", "STATE", "--log", VKEY], "no witness key"),
    ],
)
def test_wrong_input(
    key: Path, state: Path, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    """Each mistake is a sentence that says what to do, without the secret."""
    other = tmp_path / "other"
    other.write_text("PRIVATE+KEY+secret")
    other.chmod(0o600)
    names = {"KEY2": tmp_path / "k2", "KEY": key, "STATE": state, "OTHER": other}
    names["STATE/none"] = state / "none"
    result = run(*(str(names.get(argument, argument)) for argument in arguments))

    assert result.exit_code == 2
    assert sentence in result.output
    assert "secret" not in result.output


def test_killed_again_and_again(key: Path, state: Path) -> None:
    """Killed at any moment, it knows at least the last size that it answered for."""
    said, at_once = 0, [0.0, 0.002, 0.005, 0.01, 0.02, 0.05]
    for pause in at_once:
        with running(key, state) as (caller, process):
            known = caller.add(request(0, 1))
            if said:
                assert known.status == 409
                assert int(known.body) >= said
            said = max(said, int(known.body) if known.status == 409 else 1)
            Timer(pause, process.kill).start()
            with suppress(OSError, HTTPException):
                for new in range(said + 1, 1000):
                    assert caller.add(request(said, new)).status == 200
                    said = new
            process.wait(20)
    assert said < 999
