from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.ledger import ledger
from safeconduct.ledger import Proof
from tests.ledger import logs

ENTRIES = logs.entries(300)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A log of 300 entries that three witnesses saw, and a policy outside of it."""
    files = logs.log(200, 300)
    files["checkpoint"] = logs.cosigned(files["checkpoint"], *logs.WITNESSES)
    files["log.vkey"] = logs.SIGNER.verifier.vkey.encode() + b"\n"
    for path, content in files.items():
        (tmp_path / "log" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "log" / path).write_bytes(content)
    (tmp_path / "policy").write_bytes(logs.policy().text)
    return tmp_path / "log"


def prove(folder: Path, entry: str, *options: str) -> Result:
    policy = str(folder.parent / "policy")
    command = ["prove", entry, "--log", str(folder), "--policy", policy, *options]
    return CliRunner().invoke(ledger, command)


@pytest.mark.parametrize("index", [0, 1, 199, 200, 255, 256, 299])
@pytest.mark.parametrize("by", ["index", "commitment", "root"])
def test_an_entry(folder: Path, index: int, by: str) -> None:
    """Named by place or by commitment, the file proves it to the policy alone."""
    commitment = ENTRIES[index].hex()
    named = {"index": str(index), "commitment": commitment, "root": commitment[2:]}
    file = folder.parent / "entry.tlog-proof"
    result = prove(folder, named[by], "-o", str(file))

    assert result.exit_code == 0, result.output
    assert commitment in result.stderr
    proof = Proof.parse(file.read_bytes())
    assert proof.index == index
    assert set(proof.verify(ENTRIES[index], logs.policy()).times) == {"w1", "w2", "w3"}


def test_printed(folder: Path) -> None:
    """Without -o the proof is printed, and nothing beside it."""
    result = prove(folder, "7")

    assert Proof.parse(result.stdout.encode()).index == 7


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ("300", "300 entries"),
        ("9" * 19, "300 entries"),
        ("9" * 30, "Name an entry"),
        ("-1", "No such option"),
        ("zz" * 33, "Name an entry"),
        ("01" + "00" * 32, "does not hold"),
        ("", "Name an entry"),
    ],
)
def test_no_such_entry(folder: Path, entry: str, sentence: str) -> None:
    """What is not there, or is no entry at all, is a sentence: exit 2."""
    result = prove(folder, entry)

    assert result.exit_code == 2
    assert sentence in result.output


def test_an_altered_log(folder: Path) -> None:
    """An altered entry or tile is never proved: exit 1."""
    for path, at in (
        ("tile/entries/001.p/44", 40),
        ("tile/0/001.p/44", 10),
        ("tile/1/000.p/1", 10),
    ):
        file = folder / path
        good = file.read_bytes()
        file.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        result = prove(folder, "257")

        assert result.exit_code == 1, path
        assert "Not proved." in result.stderr
        assert result.stdout == ""
        file.write_bytes(good)


def test_too_few_witnesses(folder: Path) -> None:
    """A checkpoint the policy does not believe proves nothing: exit 1."""
    (folder / "checkpoint").write_bytes(logs.log(200, 300)["checkpoint"])
    result = prove(folder, "7")

    assert result.exit_code == 1
    assert "asks for more witnesses" in result.stderr


@pytest.mark.parametrize("path", ["checkpoint", "tile/entries/000", "tile/0/000"])
def test_a_missing_file(folder: Path, path: str) -> None:
    """A file that is missing leaves the question open: exit 2."""
    (folder / path).unlink()
    result = prove(folder, "7")

    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_the_log_of_this_installation(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --log it is the one that the settings name."""
    monkeypatch.setenv("SAFECONDUCT_LOG_FOLDER", str(folder))
    policy = str(folder.parent / "policy")
    result = CliRunner().invoke(ledger, ["prove", "7", "--policy", policy])

    assert result.exit_code == 0, result.output


def test_nothing_published_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A register whose log is not published yet says how to publish."""
    monkeypatch.setenv("SAFECONDUCT_LOG_FOLDER", str(folder / "none"))
    result = CliRunner().invoke(ledger, ["prove", "7"])

    assert result.exit_code == 2
    assert "ledger integrate" in result.output
