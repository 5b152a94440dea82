from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.ledger import ledger
from safeconduct.ledger import Locator, Proof, Receipt, base45
from tests.ledger import logs
from tests.receipt import scanning
from tests.receipt.slips import ENTRY, INDEX, POLICY, PROOF, RECEIPT, SIZE

CODE = base45.encode(RECEIPT.to_bytes())
LOCATOR = base45.encode(RECEIPT.locator.to_bytes())


@pytest.fixture
def log(tmp_path: Path) -> Path:
    files = logs.log(SIZE)
    files["checkpoint"] = logs.cosigned(files["checkpoint"], *logs.WITNESSES[:2])
    for path, content in files.items():
        (tmp_path / "log" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "log" / path).write_bytes(content)
    return tmp_path / "log"


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    (tmp_path / "policy").write_bytes(POLICY.text)
    return tmp_path / "policy"


def run(*words: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(ledger, ["receipt", *map(str, words)], input=given)


@pytest.mark.parametrize(
    "named",
    [str(INDEX), ENTRY.hex(), ENTRY[1:].hex(), LOCATOR],
)
def test_make_and_verify(log: Path, policy: Path, named: str) -> None:
    """By index, commitment or locator: the text of code 2, which verifies."""
    made = run("make", named, "--log", log, "--policy", policy)
    verified = run("verify", "-", "--policy", policy, given=made.stdout.encode())

    assert made.exit_code == verified.exit_code == 0
    assert Receipt.parse(base45.decode(made.stdout.strip("\n"))) == RECEIPT
    assert f"Valid: entry {INDEX} of {SIZE} in {logs.ORIGIN}." in verified.stdout
    assert "Cosigned by w1 at 2026-07-31 12:13:20 UTC." in verified.stdout
    assert "Cosigned by w2" in verified.stdout


def test_paper_and_proof(log: Path, policy: Path, tmp_path: Path) -> None:
    """The slip and the proof file are written; both verify, and nothing is printed."""
    paper, proof = tmp_path / "slip.pdf", tmp_path / "one.tlog-proof"
    made = run(
        *("make", INDEX, "--log", log, "--policy", policy, "--language", "uk"),
        *("-o", paper, "--proof", proof),
    )
    first, second = scanning.scan(paper.read_bytes())

    assert (made.exit_code, made.stdout) == (0, "")
    assert Locator.parse(base45.decode(first)) == RECEIPT.locator
    assert run("verify", second, "--policy", policy).exit_code == 0
    assert Proof.parse(proof.read_bytes()).extra == ENTRY
    assert run("verify", proof, "--policy", policy).exit_code == 0


@pytest.mark.parametrize("named", [SIZE, "nonsense", "0" * 66, "ab" * 32])
def test_no_such_entry(log: Path, policy: Path, named: object) -> None:
    """What the log does not hold is refused with a sentence."""
    made = run("make", named, "--log", log, "--policy", policy)

    assert made.exit_code == 2
    assert made.stderr.startswith(("Error: ", "Usage: "))
    assert made.stdout == ""


def test_locator_of_another_entry(log: Path, policy: Path) -> None:
    """A locator whose entry does not stand at its place is not redeemed."""
    other = Locator(RECEIPT.locator.key_id, INDEX, bytes(32)).to_bytes()
    made = run("make", base45.encode(other), "--log", log, "--policy", policy)

    assert made.exit_code == 1
    assert "holds another entry" in made.stderr


def test_an_altered_log(log: Path, policy: Path) -> None:
    """A log that was altered gives no receipt."""
    path = log / "tile/entries/000"
    content = bytearray(path.read_bytes())
    content[35 * INDEX + 5] ^= 1
    path.write_bytes(bytes(content))
    made = run("make", INDEX, "--log", log, "--policy", policy)

    assert made.exit_code == 1
    assert made.stderr.startswith("Not proved.")


@pytest.mark.parametrize("ending", ["", "\n"])
def test_verify_a_file(policy: Path, tmp_path: Path, ending: str) -> None:
    """A file with the text of the code, or its hex, verifies."""
    file = tmp_path / "code"
    for text in (CODE, RECEIPT.to_bytes().hex()):
        file.write_text(text + ending)
        assert run("verify", file, "--policy", policy).exit_code == 0


def test_verify_a_proof_without_its_entry(policy: Path, tmp_path: Path) -> None:
    """A proof file of others does not hold the entry: it is given beside."""
    file = tmp_path / "one.tlog-proof"
    file.write_bytes(PROOF.text)
    locator = RECEIPT.locator.to_bytes().hex()

    assert run("verify", file, "--policy", policy).exit_code == 2
    for entry in (ENTRY.hex(), locator):
        found = run("verify", file, "--policy", policy, "--entry", entry)
        assert found.exit_code == 0
    wrong = run("verify", file, "--policy", policy, "--entry", "01" + "00" * 32)
    assert wrong.exit_code == 1


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (LOCATOR, "code 1"),
        (CODE[:-2], "cut short"),
        (CODE[:300] + ("A" if CODE[300] != "A" else "B") + CODE[301:], "signature"),
        ("hello", "no code of a receipt"),
    ],
)
def test_not_valid(policy: Path, given: str, why: str) -> None:
    """Exit 1, and the sentence says what is wrong."""
    found = run("verify", given, "--policy", policy)

    assert found.exit_code == 1
    assert found.stdout.startswith("Not valid. ")
    assert why in found.stdout
    assert "Valid: " not in found.stdout


def test_too_few_witnesses(policy: Path, tmp_path: Path) -> None:
    """The receipt is right and the policy asks for more: exit 1."""
    strict = tmp_path / "strict"
    strict.write_bytes(
        logs.policy("group all-of-them all w1 w2 w3\nquorum all-of-them\n").text
    )

    assert run("verify", CODE, "--policy", policy).exit_code == 0
    found = run("verify", CODE, "--policy", strict)
    assert found.exit_code == 1
    assert "cosigned by: w1, w2" in found.stdout


def test_another_log(tmp_path: Path) -> None:
    """A policy that does not know the log's key does not believe it."""
    stranger = tmp_path / "stranger"
    stranger.write_bytes(POLICY.text.replace(b"log ", b"# log ", 1))
    found = run("verify", CODE, "--policy", stranger)

    assert found.exit_code == 2  # a policy without a log
    other = type(logs.SIGNER)("other.example/log", bytes(32)).verifier.vkey
    found = run("verify", CODE, "--key", other)
    assert found.exit_code == 1
    assert "exactly one key" in found.stdout


def test_entry_of_another_receipt(policy: Path) -> None:
    """With --entry the receipt must be that entry's."""
    found = run("verify", CODE, "--policy", policy, "--entry", "01" + "00" * 32)

    assert found.exit_code == 1
    assert "another entry" in found.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["nothing.tlog-proof"],
        ["/"],
        [CODE, "--entry", "xy"],
        [CODE, "--entry", "00"],
    ],
)
def test_cannot_be_asked(policy: Path, words: list[str]) -> None:
    """No such file, a folder, no hex: exit 2 and a sentence."""
    found = run("verify", *words, "--policy", policy)

    assert found.exit_code == 2
    assert "Traceback" not in found.output


def test_no_policy() -> None:
    """Somebody has to be believed: exit 2."""
    found = run("verify", CODE)

    assert found.exit_code == 2
    assert "--policy" in found.output


def test_no_witness(policy: Path, tmp_path: Path) -> None:
    """With the log's key alone it is said that no witness stands behind it."""
    del policy
    proof = tmp_path / "one.tlog-proof"
    proof.write_bytes(logs.proof(INDEX, SIZE).text)
    key = logs.SIGNER.verifier.vkey
    found = run("verify", proof, "--key", key, "--entry", ENTRY.hex())

    assert found.exit_code == 0
    assert "No witness has cosigned" in found.stdout
