import base64
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.ledger import ledger
from safeconduct.ledger import Policy, Signer
from tests.ledger import logs

VKEY = logs.SIGNER.verifier.vkey
WITNESSES = [
    word
    for i, one in enumerate(logs.WITNESSES)
    for word in ("--witness", f"w{i}", one.verifier.vkey, f"https://{one.name}")
]


def policy(*arguments: str) -> Result:
    return CliRunner().invoke(ledger, ["policy", *arguments])


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> str:
    """The key of the log in the settings of the tests."""
    monkeypatch.setenv("SAFECONDUCT_LOG_ORIGIN", logs.ORIGIN)
    seed = base64.b64encode(logs.SIGNER.seed).decode()
    monkeypatch.setenv("SAFECONDUCT_LOG_KEY", seed)
    return VKEY


def test_a_log_that_stands_alone(own: str) -> None:
    """Without witnesses the policy has the key of this log and asks for nobody."""
    result = policy()

    assert result.stdout == f"log {own}\nquorum none\n"


def test_made_with_witnesses(own: str, tmp_path: Path) -> None:
    """Three witnesses, more than half of whom are enough, with their addresses."""
    file = tmp_path / "policy"
    result = policy(*WITNESSES, "-o", str(file))
    made = Policy.parse(file.read_bytes())

    assert result.exit_code == 0, result.output
    assert made.logs[0].verifier.vkey == own
    assert [w.url for w in made.witnesses] == [
        f"https://{w.name}" for w in logs.WITNESSES
    ]
    assert [made.met([f"w{i}" for i in range(n)]) for n in range(4)] == [
        *(False, False, True, True)
    ]


@pytest.mark.parametrize(("quorum", "least"), [("any", 1), ("all", 3), ("2", 2)])
def test_a_quorum(quorum: str, least: int) -> None:
    """As many as it says are enough, and one less is not."""
    made = Policy.parse(
        policy("--log", VKEY, *WITNESSES, "--quorum", quorum).stdout.encode()
    )

    assert made.met([f"w{i}" for i in range(least)])
    assert not made.met([f"w{i}" for i in range(least - 1)])


def test_the_policy_of_the_settings(
    own: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that the settings name is printed as outsiders keep it."""
    file = tmp_path / "policy"
    file.write_bytes(b"# ours\n" + logs.policy().text)
    monkeypatch.setenv("SAFECONDUCT_LOG_POLICY", str(file))

    assert policy().stdout.encode() == logs.policy().text
    other = Signer(logs.ORIGIN, bytes(32)).verifier.vkey
    file.write_text(f"log {other}\nquorum none\n")
    result = policy()
    assert result.exit_code == 2
    assert own in result.output


def test_a_web_server_without_the_key(
    own: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only the public half is known, it is the published one."""
    monkeypatch.delenv("SAFECONDUCT_LOG_KEY")
    monkeypatch.setenv("SAFECONDUCT_LOG_FOLDER", str(tmp_path))
    assert policy().exit_code == 2
    (tmp_path / "log.vkey").write_text(f"{own}\n")

    assert policy().stdout == f"log {own}\nquorum none\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--log", "nonsense"], "no verifier key"),
        (["--quorum", "2", "--log", VKEY], "needs witnesses"),
        (["--log", VKEY, *WITNESSES, "--quorum", "4"], "threshold"),
        (["--log", VKEY, *WITNESSES, *WITNESSES], "already"),
        (["--log", VKEY, "--witness", "w", "nonsense", "https://w"], "line 2"),
        (["--log", VKEY, "--witness", "w\nx", VKEY, "https://w"], "line"),
    ],
)
def test_wrong_input(arguments: list[str], sentence: str) -> None:
    """What would break a rule of the format is not written: exit 2."""
    result = policy(*arguments)

    assert result.exit_code == 2
    assert sentence in result.output


def test_checked(tmp_path: Path) -> None:
    """A policy is told as it is understood."""
    file = tmp_path / "policy"
    file.write_bytes(logs.policy().text)
    result = policy("--check", str(file))

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"Log: {logs.ORIGIN}",
        *(f"Witness: w{i}, no address" for i in (1, 2, 3)),
        "Quorum: enough",
    ]


def test_checked_alone(tmp_path: Path) -> None:
    """That a policy asks for no witness is said."""
    file = tmp_path / "policy"
    file.write_text(f"log {VKEY}\nquorum none\n")

    assert "asks for no witness" in policy("--check", str(file)).stdout


@pytest.mark.parametrize("content", [b"", b"log x\n", b"quorum none", b"\x00\n"])
def test_checked_and_wrong(tmp_path: Path, content: bytes) -> None:
    """A file that breaks a rule is named with its line: exit 1."""
    file = tmp_path / "policy"
    file.write_bytes(content)
    result = policy("--check", str(file))

    assert result.exit_code == 1
    assert "This is no policy" in result.stdout
    assert policy("--check", str(tmp_path / "none")).exit_code == 2
