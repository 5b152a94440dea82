"""The guide to auditing the log: its program, which others' packages do the work of."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from safeconduct.ledger import Signer
from tests.ledger import logs

SOURCE = Path(__file__).parent.parent / "docs" / "how-to" / "audit" / "main.go"
GO = next(
    (
        found
        for place in ("/usr/lib/go-1.19/bin/go", "/usr/lib/go/bin/go")
        if (found := shutil.which(place))
    ),
    None,
)
LIBRARIES = Path("/usr/share/gocode")  # where Debian puts the sources of Go libraries
KEY = logs.SIGNER.verifier.vkey
pytestmark = pytest.mark.skipif(
    GO is None or not (LIBRARIES / "src/golang.org/x/mod/sumdb").exists(),
    reason="apt install golang-1.19-go golang-1.19-src golang-golang-x-mod-dev",
)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The program of the guide, built as the guide says, without any network."""
    folder = tmp_path_factory.mktemp("audit")
    shutil.copy(SOURCE, folder)
    home = {"HOME": str(folder), "GOCACHE": str(folder / "cache")}
    libraries = {"GO111MODULE": "off", "GOPATH": str(LIBRARIES), "GOFLAGS": ""}
    subprocess.run(
        [str(GO), "build", "-o", "audit", "main.go"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **home, **libraries},
        check=True,
        timeout=300,
    )
    yield folder / "audit"
    shutil.rmtree(folder / "cache", ignore_errors=True)


def write(files: logs.Files, folder: Path) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def audit(program: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [str(program), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60
    )


def test_two_visits(program: Path, tmp_path: Path) -> None:
    """What is printed at one visit is compared at the next, cosignatures and all."""
    first = logs.log(300)
    first["checkpoint"] = logs.cosigned(first["checkpoint"], *logs.WITNESSES)
    before = audit(program, write(first, tmp_path / "a"), KEY)
    (tmp_path / "saved").write_text(before.stdout)
    after = audit(
        program, write(logs.log(300, 5000), tmp_path / "b"), KEY, tmp_path / "saved"
    )

    assert (before.returncode, after.returncode) == (0, 0), after.stderr
    assert before.stdout.encode() == first["checkpoint"]
    assert "contains the 300 entries seen before" in after.stderr


def test_refused(program: Path, tmp_path: Path) -> None:
    """An altered entry, a rollback, a fork and another key are refused."""
    log = write(logs.log(300), tmp_path / "log")
    (tmp_path / "later").write_bytes(logs.log(301)["checkpoint"])
    forked = [*logs.entries(10), *(b"\x02" * 33 for _ in range(190))]
    (tmp_path / "forked").write_bytes(logs.checkpoint_of(forked))
    other = Signer(logs.ORIGIN, bytes(32)).verifier.vkey

    for said, key, saved in (
        ("rolled back", KEY, [tmp_path / "later"]),
        ("not the one seen before", KEY, [tmp_path / "forked"]),
        ("no verifiable signatures", other, []),
    ):
        found = audit(program, log, key, *saved)
        assert found.returncode == 1
        assert said in found.stderr

    bundle = log / "tile/entries/000"
    bundle.write_bytes(bundle.read_bytes()[:-1] + b"x")
    assert "signed root" in audit(program, log, KEY).stderr
