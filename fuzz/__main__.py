"""Throw bytes at the parsers of the ledger, and see that nothing breaks.

Coverage-guided, by atheris, from an environment that is made for the run and removed;
where it cannot be installed, by Hypothesis, which is said. What is found is kept in
`fuzz/found/`, with the harness in its name.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import venv
from importlib.metadata import version
from pathlib import Path

import click

from fuzz import unguided
from fuzz.harnesses import HARNESSES

ROOT = Path(__file__).resolve().parents[1]
FOUND = ROOT / "fuzz" / "found"
ATHERIS = "atheris==3.0.0"
NEEDED = ("cryptography", "rfc8785")  # what the library imports


@click.command(epilog="Example: ./run fuzz --seconds 60 note proof")
@click.argument("names", nargs=-1, metavar="[NAME]…", type=click.Choice([*HARNESSES]))
@click.option("--seconds", default=600, show_default=True, help="For each harness.")
@click.option("--unguided", "no_guide", is_flag=True, help="By Hypothesis alone.")
def main(names: tuple[str, ...], seconds: int, *, no_guide: bool) -> None:
    """Fuzz the named harnesses, or all, one after the other."""
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        python = None if no_guide else install(Path(folder))
        for name in names or HARNESSES:
            if python is None:
                found += run_unguided(name, seconds)
            else:
                found += run_guided(python, name, Path(folder, name), seconds)
    sys.exit(1 if found else 0)


def install(folder: Path) -> str | None:
    """Make an environment with atheris; None, and a line, if that fails."""
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv/bin/python")
    packages = [ATHERIS, *(f"{name}=={version(name)}" for name in NEEDED)]
    command = [python, "-m", "pip", "install", "--quiet", "--no-input"]
    done = subprocess.run(  # noqa: S603  our own command
        [*command, "--disable-pip-version-check", *packages],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode == 0:
        return python
    last = (done.stderr.strip() or "no reason").splitlines()[-1]
    click.echo(f"atheris cannot be installed ({last}); Hypothesis fuzzes, unguided.")
    return None


def run_guided(python: str, name: str, folder: Path, seconds: int) -> int:
    """Fuzz one harness by atheris; return how much was found."""
    folder.mkdir()
    done = subprocess.run(  # noqa: S603  our own command
        [python, "-m", "fuzz.guided", name, str(folder), str(seconds)],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        check=False,
        capture_output=True,
        text=True,
    )
    executed = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    edges = re.findall(r"cov: (\d+)", done.stderr)
    kept = [keep(name, path) for path in folder.glob("*-*") if path.is_file()]
    click.echo(
        f"{name}: {executed[1] if executed else 'unknown'} executions, "
        f"{edges[-1] if edges else 'unknown'} edges, "
        f"found: {', '.join(kept) or 'nothing'}"
    )
    if done.returncode and not kept:
        click.echo(done.stderr[-2000:], err=True)
    return len(kept) or (1 if done.returncode else 0)


def keep(name: str, path: Path) -> str:
    """Keep the bytes that broke something."""
    FOUND.mkdir(exist_ok=True)
    kept = FOUND / f"{name}-{path.name}"
    shutil.copy(path, kept)
    return str(kept.relative_to(ROOT))


def run_unguided(name: str, seconds: int) -> int:
    """Fuzz one harness by Hypothesis; return how much was found."""
    try:
        executed = unguided.run(HARNESSES[name], seconds)
    except Exception as error:  # noqa: BLE001  whatever it is, it was found
        click.echo(f"{name}: found: {type(error).__name__}")
        click.echo("\n".join(getattr(error, "__notes__", ())), err=True)
        return 1
    click.echo(f"{name}: {executed} executions, unguided, found: nothing")
    return 0


if __name__ == "__main__":
    main()
