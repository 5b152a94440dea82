"""Does `./run` work from anywhere with nothing but Python, and say what is missing?"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUN = ROOT / "run"


def run(
    *arguments: str, script: Path = RUN, cwd: Path = ROOT, **changed: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", script, *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **changed},
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Copy what `run` reads into a folder with a space in its name."""
    folder = tmp_path / "a copy"
    folder.mkdir()
    for name in ("run", "pyproject.toml", "uv.lock"):
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """Link the tools `run` needs, and no Python, into a folder for PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "cat", "cksum", "dirname", "readlink", "sed", "tail"):
        found = shutil.which(name)
        assert found is not None
        (folder / name).symlink_to(found)
    return folder


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_nothing_is_asked_for() -> None:
    """The recipes are listed, a line each, and every one exists."""
    shown = run()
    recipes = re.findall(r"^  ([a-z]+) ", shown.stdout, re.MULTILINE)
    cases = re.findall(r"^    ([a-z |]+)\)", RUN.read_text(), re.MULTILINE)

    assert shown.returncode == 0
    assert {"demo", "test", "lint", "types", "docs", "bench"} <= set(recipes)
    assert set(recipes) <= {name for case in cases for name in case.split(" | ")}


def test_a_recipe_that_is_none() -> None:
    """A sentence, and code 2."""
    refused = run("nonsense")

    assert refused.returncode == 2
    assert "./run lists them" in refused.stderr


@pytest.mark.parametrize("shell", ["sh", "dash", "bash", "busybox"])
def test_it_is_read_by_every_shell(shell: str) -> None:
    """Nothing in it is one shell's own."""
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    command = [found, "sh"] if shell == "busybox" else [found]

    read = subprocess.run([*command, "-n", RUN], check=False, capture_output=True)

    assert read.stderr == b""


def test_it_is_called_through_a_link_from_elsewhere(tmp_path: Path) -> None:
    """It finds its own folder."""
    (tmp_path / "one").symlink_to(RUN)
    (tmp_path / "two").symlink_to("one")

    shown = run("bench", script=tmp_path / "two", cwd=tmp_path)

    assert shown.returncode == 0, shown.stderr


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("echo 3.9; exit 1", "python3 is 3.9"),
        (
            "echo 'pyenv: python3: command not found' >&2; exit 127",
            "none is new enough",
        ),
    ],
    ids=["old", "a shim that fails"],
)
def test_python_is_too_old(house: Path, tools: Path, script: str, says: str) -> None:
    """The sentence tells what was found and what is needed."""
    program(
        tools,
        "python3",
        script.replace("exit 1", 'case "$2" in *print*) ;; *) exit 1;; esac'),
    )

    refused = run("test", script=house / "run", cwd=house, PATH=str(tools))

    assert refused.returncode == 2
    assert says in refused.stderr
    assert "Python 3.11 or newer is needed" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


def test_python_has_no_venv_module(house: Path, tools: Path) -> None:
    """As on Debian without python3-venv: the package is named."""
    program(
        tools,
        "python3",
        'case "$2" in *ensurepip*) exit 1 ;; *executable*) echo "$0" ;; '
        "*print*) echo 3.11 ;; esac",
    )

    refused = run("test", script=house / "run", cwd=house, PATH=str(tools))

    assert refused.returncode == 2
    assert "apt install python3-venv" in refused.stderr


def test_there_is_no_network(house: Path, tools: Path) -> None:
    """The sentence gives uv's last word and what to look at."""
    program(
        tools,
        "python3",
        'case "$2" in *executable*) echo "$0" ;; *print*) echo 3.11 ;; esac',
    )
    program(
        tools,
        "uv",
        'case "$1" in --version) echo "uv 99.0.0" ;; '
        '*) echo "error: could not connect" >&2; exit 1 ;; esac',
    )

    refused = run("test", script=house / "run", cwd=house, PATH=str(tools), HOME="")

    assert refused.returncode == 2
    assert "could not connect" in refused.stderr
    assert "Check the network" in refused.stderr


def test_the_lock_has_not_changed(house: Path, tools: Path) -> None:
    """The second start asks neither uv nor the network."""
    program(
        tools,
        "python3",
        'case "$2" in *executable*) echo "$0" ;; *print*) echo 3.11 ;; esac',
    )
    program(
        tools,
        "uv",
        'case "$1" in --version) echo "uv 99.0.0" ;; *) '
        'echo "$UV_PYTHON_DOWNLOADS $*" >>"$UV_PROJECT_ENVIRONMENT.calls"; '
        '/bin/mkdir -p "$UV_PROJECT_ENVIRONMENT/bin"; '
        '/bin/ln -sf /bin/true "$UV_PROJECT_ENVIRONMENT/bin/python" ;; esac',
    )

    def start(recipe: str) -> list[str]:
        ended = run(recipe, script=house / "run", cwd=house, PATH=str(tools), HOME="")
        assert ended.returncode == 0, ended.stderr
        return (house / ".venv.calls").read_text().splitlines()

    assert start("demo") == ["never sync --frozen --quiet --no-dev --inexact"]
    assert len(start("demo")) == 1
    assert start("sync")[1:] == ["never sync --frozen --quiet"]
    assert len(start("demo")) == 2
    (house / "uv.lock").write_text("changed")
    assert len(start("demo")) == 3
