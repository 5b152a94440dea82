"""Do clients that we did not write accept our log, and refuse a tampered copy?

Usage: ./run clients [NAME…]

Each client is installed from packages into a temporary folder, which is removed
afterwards; what cannot be installed is skipped with a line that says why. Each gets
the folder of a case (`case`) and answers with an exit code: 0 accepted, 1 refused. It
must accept the honest case, and refuse every alteration of what it checks.

==========  =====================================  ====================================
go          golang.org/x/mod/sumdb note and tlog,  checkpoint, both cosignatures,
            of Debian                              inclusion and consistency through
                                                   tiles, receipt, all files
node        @sigstore/verify 4.1.3                 checkpoint and receipt
sigstore    sigstore 4.5.1, Python                 checkpoint and receipt
pymerkle    pymerkle 7.0.0, Python                 root of all entries, receipt,
                                                   consistency; no signatures
==========  =====================================  ====================================

Exit codes: 0 all that could be installed agree; 1 one does not.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.ledger.clients.case import ALTERATIONS, write

HERE = Path(__file__).parent
GO_ROOTS = ("/usr/lib/go-1.19", "/usr/lib/go")
GO_PATH = "/usr/share/gocode"  # where Debian puts the sources of Go libraries
RECEIPT = {name for name in ALTERATIONS if name.endswith("of the receipt")}
NOTE = {"the root", "the log's signature"}
ENTRIES = {"an entry in a bundle", "the history"}


class Missing(Exception):
    """A client cannot be installed here; the message says why."""


@dataclass(frozen=True)
class Client:
    """A client: how it is installed, and which alterations it must notice."""

    install: Callable[[Path], list[str]]
    notices: set[str]


def install_go(folder: Path) -> list[str]:
    """Build the Go client without any network."""
    root = next((root for root in GO_ROOTS if Path(root, "bin/go").exists()), None)
    if root is None or not Path(GO_PATH, "src/golang.org/x/mod/sumdb").exists():
        packages = "golang-1.19-go golang-1.19-src golang-golang-x-mod-dev"
        raise Missing(f"on Debian: apt install {packages}")
    program = folder / "client"
    environment = {
        "GOROOT": root,
        "GOPATH": GO_PATH,
        "GO111MODULE": "off",
        "GOCACHE": str(folder / "cache"),
        "GOFLAGS": "",
        "HOME": str(folder),
        "PATH": os.environ["PATH"],
    }
    command = [f"{root}/bin/go", "build", "-o", str(program), "main.go"]
    said = run(command, cwd=HERE / "go", env=environment)
    if said is not None:  # the fault is in our glue
        raise RuntimeError(f"the Go client cannot be built: {said}")
    return [str(program)]


def install_node(folder: Path) -> list[str]:
    """Fetch the Node client; scripts of packages are not run."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise Missing("node and npm are not installed")
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    fetch([npm, "install", *options, "@sigstore/verify@4.1.3"], folder)
    return [node, str(HERE / "node/check.js"), str(folder / "node_modules")]


def install_python(package: str, program: str) -> Callable[[Path], list[str]]:
    """Fetch a Python client into an environment of its own."""

    def install(folder: Path) -> list[str]:
        venv.create(folder / "venv", with_pip=True)
        python = str(folder / "venv/bin/python")
        options = ["--quiet", "--disable-pip-version-check", "--no-input"]
        fetch([python, "-m", "pip", "install", *options, package], folder)
        return [python, "-I", str(HERE / program)]

    return install


def run(
    command: Sequence[str], cwd: Path, env: dict[str, str] | None = None
) -> str | None:
    """Run one step of an installation; give its last words if it fails."""
    done = subprocess.run(
        command, cwd=cwd, env=env, check=False, capture_output=True, text=True
    )
    if done.returncode == 0:
        return None
    return (done.stderr.strip() or done.stdout.strip() or "no reason").splitlines()[-1]


def fetch(command: Sequence[str], cwd: Path) -> None:
    """Fetch packages from their registry."""
    said = run(command, cwd)
    if said is not None:
        raise Missing(f"{Path(command[0]).name} says: {said}")


CLIENTS = {
    "go": Client(install_go, set(ALTERATIONS)),
    "node": Client(install_node, RECEIPT | NOTE),
    "sigstore": Client(
        install_python("sigstore==4.5.1", "check_sigstore.py"), RECEIPT | NOTE
    ),
    "pymerkle": Client(
        install_python("pymerkle==7.0.0", "check_pymerkle.py"),
        RECEIPT | ENTRIES | {"the root"},
    ),
}


def main(names: Sequence[str]) -> int:
    """Run the named clients, or all."""
    unknown = set(names) - set(CLIENTS)
    if unknown:
        print(f"There is no client {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        cases = make_cases(Path(folder))
        for name in names or CLIENTS:
            home = Path(folder, "clients", name)
            home.mkdir(parents=True)
            try:
                command = CLIENTS[name].install(home)
            except Missing as error:
                print(f"{name}: skipped, it cannot be installed ({error})")
                continue
            wrong += check(name, command, cases)
    return 1 if wrong else 0


def make_cases(folder: Path) -> dict[str, Path]:
    """Write the honest case and a copy for each alteration."""
    honest = write(folder / "honest")
    cases = {"": honest}
    for number, (name, alter) in enumerate(ALTERATIONS.items()):
        cases[name] = folder / f"altered-{number}"
        shutil.copytree(honest, cases[name])
        alter(cases[name])
    return cases


def check(name: str, command: list[str], cases: dict[str, Path]) -> int:
    """Ask one client about every case that concerns it; count the wrong answers."""
    asked = {"", *CLIENTS[name].notices}
    wrong = 0
    for case, folder in cases.items():
        if case not in asked:
            continue
        done = subprocess.run(
            [*command, str(folder)], check=False, capture_output=True, text=True
        )
        said = (done.stdout.strip() or done.stderr.strip()).replace("\n", "; ")
        right = done.returncode == (1 if case else 0)
        wrong += not right
        what = f"{case} altered" if case else "honest"
        print(f"{name}: {'ok' if right else 'WRONG'}: {what}: {said[-300:]}")
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
