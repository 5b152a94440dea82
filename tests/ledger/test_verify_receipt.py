"""The one-file verifier, beside the library: two programs, one answer."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeconduct.ledger import base45, verify_receipt
from safeconduct.ledger.note import Signer, parse_note, sign_note
from safeconduct.ledger.policy import MalformedPolicy, Policy
from safeconduct.ledger.proof import Proof
from safeconduct.ledger.slip import Receipt, shorten
from tests.ledger import logs, worked
from tests.ledger.logs import WITNESSES
from tests.ledger.mutations import every_bit, every_cut
from tests.ledger.test_policy import REFUSED
from tests.ledger.vectors import folder

Ask = Callable[..., subprocess.CompletedProcess[str]]

POLICY = logs.policy("group all-of-them all w1 w2\nquorum all-of-them\n")
PROOF = logs.proof(130, 300, *WITNESSES[:2])
ENTRY = logs.entries(131)[130]
RECEIPT = shorten(PROOF, ENTRY, POLICY)


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Run the file alone: copied away, and isolated from this project."""
    alone = shutil.copy(verify_receipt.__file__, tmp_path / "verify.py")

    def run(receipt: bytes, *options: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "policy").write_bytes(POLICY.text)
        (tmp_path / "receipt").write_bytes(receipt)
        return subprocess.run(
            [sys.executable, "-I", alone, "--policy", "policy", "receipt", *options],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            text=True,
        )

    return run


def answer(receipt: bytes, entry: bytes, policy: bytes = POLICY.text) -> int:
    """Ask in this process: the exit code."""
    try:
        known = verify_receipt.read_policy(policy)
        read = verify_receipt.read_receipt(receipt, known, entry.hex())
        return 0 if list(verify_receipt.check(read, known)) else -1
    except verify_receipt.NotProved:
        return 1
    except verify_receipt.CannotAsk:
        return 2


def library_believes(receipt: bytes, entry: bytes) -> bool:
    try:
        if receipt.startswith(b"c2sp.org"):
            Proof.parse(receipt).verify(entry, POLICY)
        else:
            Receipt.parse(receipt).verify(POLICY)
    except ValueError:
        return False
    return True


PROVED = f"""PROVED
log: {logs.ORIGIN}
entry: 130 of 300, {ENTRY.hex()}
witness: w1, 2026-07-31 12:13:20 UTC
witness: w2, 2026-07-31 12:13:21 UTC
"""


@pytest.mark.parametrize("form", ["bytes", "hex", "base45", "base45 with newline"])
def test_slip(ask: Ask, form: str) -> None:
    """The receipt of a slip is proved in each form in which it may be scanned."""
    content = RECEIPT.to_bytes()
    scanned = {
        "bytes": content,
        "hex": content.hex().encode(),
        "base45": base45.encode(content).encode(),
        "base45 with newline": base45.encode(content).encode() + b"\n",
    }[form]
    answered = ask(scanned)

    assert (answered.stdout, answered.stderr) == (PROVED, "")
    assert answered.returncode == 0


def test_proof_file(ask: Ask) -> None:
    """A proof file is proved with its entry, or with the locator of the slip."""
    for entry in (ENTRY, RECEIPT.locator.to_bytes()):
        answered = ask(PROOF.text, "--entry", entry.hex())

        assert (answered.returncode, answered.stdout) == (0, PROVED)
    assert ask(PROOF.text, "--entry", bytes(33).hex()).returncode == 1


def test_refused(ask: Ask) -> None:
    """What is not proved is said with its reason, and exit code 1."""
    bad = bytearray(RECEIPT.to_bytes())
    bad[60] ^= 1
    few = replace(RECEIPT, cosignatures=RECEIPT.cosignatures[:1])
    for receipt, why in (
        (bytes(bad), "signature of the log is invalid"),
        (few.to_bytes(), "too few witnesses cosigned (w1)"),
        (RECEIPT.locator.to_bytes(), "scan the larger code"),
        (b"hello", "neither a proof file"),
        (b"", "not a receipt"),
    ):
        answered = ask(receipt)

        assert answered.stdout.startswith("NOT PROVED: ")
        assert why in answered.stdout
        assert (answered.returncode, answered.stderr) == (1, "")


def test_questions_that_cannot_be_asked(ask: Ask) -> None:
    """A missing entry or file is named, with exit code 2 and no traceback."""
    for options, why in (
        ((), "give it with --entry"),
        (("--entry", "xy"), "not in hex"),
        (("--entry", ""), "is empty"),
        (("--policy", "missing"), "the file missing cannot be read"),
    ):
        answered = ask(PROOF.text, *options)

        assert why in answered.stderr
        assert (answered.returncode, answered.stdout) == (2, "")
        assert "Traceback" not in answered.stderr


def refusal(receipt: bytes, entry: str | None = ENTRY.hex()) -> str:
    """Why a receipt proves nothing, or why that could not be asked."""
    try:
        read = verify_receipt.read_receipt(receipt, KNOWN, entry)
        list(verify_receipt.check(read, KNOWN))
    except (verify_receipt.NotProved, verify_receipt.CannotAsk) as error:
        return str(error)
    return ""


KNOWN = verify_receipt.read_policy(POLICY.text)
OTHER_LOG = sign_note(
    parse_note(PROOF.checkpoint)[0].replace(b"log1", b"log2"), logs.SIGNER
)
STRANGE = sign_note(parse_note(PROOF.checkpoint)[0], Signer("other", bytes(32)))
NO_CHECKPOINT = sign_note(b"one\ntwo\n", logs.SIGNER)
NO_SIZE = sign_note(b"one\n01\nthree\n", logs.SIGNER)

REASONS = {
    "checkpoint is that of another log": replace(PROOF, checkpoint=OTHER_LOG),
    "no log of the policy signed": replace(PROOF, checkpoint=STRANGE),
    "not a checkpoint": replace(PROOF, checkpoint=NO_CHECKPOINT),
    "text is not a checkpoint": replace(PROOF, checkpoint=NO_SIZE),
    "not a signed note": replace(PROOF, checkpoint=b"text\n"),
    "control characters": replace(PROOF, checkpoint=b"\x00" + PROOF.checkpoint),
    "not UTF-8": replace(PROOF, checkpoint=b"\xff" + PROOF.checkpoint),
    "too many signatures": replace(
        PROOF, checkpoint=PROOF.checkpoint + b"\xe2\x80\x94 a AAAA\n" * 100
    ),
    "is not a signature": replace(PROOF, checkpoint=PROOF.checkpoint + b"what\n"),
    "path is too long": replace(PROOF, path=(*PROOF.path, bytes(32))),
    "path is too short": replace(PROOF, path=PROOF.path[1:]),
    "index lies outside": replace(PROOF, index=300),
    "not at this place": replace(PROOF, index=131),
}


@pytest.mark.parametrize("why", REASONS)
def test_reasons(why: str) -> None:
    """Each way in which a proof file fails is said."""
    assert why in refusal(REASONS[why].text)


def test_more_reasons() -> None:
    """So is what cannot be a proof file, an entry or a slip at all."""
    text = PROOF.text

    assert refusal(text) == ""
    assert "extra data" in refusal(text.replace(b"\nindex", b"\nextra A\nindex"))
    assert "not a proof file" in refusal(text.replace(b"\nindex 130", b"\nindex 0130"))
    assert "give it with --entry" in refusal(text, None)
    assert "not in hex" in refusal(text, "x")
    assert "is empty" in refusal(text, "")
    assert refusal(text, RECEIPT.locator.to_bytes().hex()) == ""
    assert "cut short" in refusal(RECEIPT.to_bytes() + b"\x00")
    later = replace(RECEIPT, cosignatures=((b"none", bytes(72)),))
    assert "exactly one key 6e6f6e65" in refusal(later.to_bytes())


def test_times() -> None:
    """A time is written in UTC, or as it stands where no calendar reaches."""
    assert verify_receipt.format_time(logs.TIME) == "2026-07-31 12:13:20 UTC"
    assert verify_receipt.format_time(2**62).startswith("4611686018427387904 seconds")


def test_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same answers as above, in this process."""
    (tmp_path / "policy").write_bytes(POLICY.text)
    (tmp_path / "receipt").write_bytes(RECEIPT.to_bytes())
    (tmp_path / "bad").write_bytes(RECEIPT.to_bytes()[:-1])
    policy = f"--policy={tmp_path / 'policy'}"

    assert verify_receipt.main([str(tmp_path / "receipt"), policy]) == 0
    assert capsys.readouterr().out == PROVED
    assert verify_receipt.main([str(tmp_path / "bad"), policy]) == 1
    assert capsys.readouterr().out.startswith("NOT PROVED: ")
    assert verify_receipt.main([str(tmp_path / "none"), policy]) == 2
    assert capsys.readouterr().err.startswith("Cannot tell: the file ")


def test_stands_alone(tmp_path: Path) -> None:
    """It imports the standard library and `cryptography`, and nothing of ours."""
    code = (
        "import sys, runpy; runpy.run_path(sys.argv[1]); "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in "
        "('safeconduct', 'django', 'rfc8785')))"
    )
    alone = shutil.copy(verify_receipt.__file__, tmp_path / "verify.py")
    answered = subprocess.run(
        [sys.executable, "-I", "-c", code, alone],
        capture_output=True,
        check=True,
        text=True,
    )

    assert answered.stdout == "[]\n"


def test_worked_receipt() -> None:
    """The receipt of the design is proved."""
    vectors = worked.log()
    content = folder("safeconduct/receipt.tlog-proof").read_bytes()
    entry = bytes.fromhex(vectors["inclusion"]["entry"])
    scanned = vectors["receipt"]["compact_base45"].encode()

    assert answer(content, entry, worked.policy().text) == 0
    assert answer(scanned, b"\x00", worked.policy().text) == 0


@pytest.mark.parametrize("content", [PROOF.text, RECEIPT.to_bytes()])
def test_mutations(content: bytes) -> None:
    """No bit can be flipped and no part cut away."""
    assert answer(content, ENTRY) == 0
    for altered in (*every_bit(content), *every_cut(content)):
        assert answer(altered, ENTRY) == 1


def test_policies() -> None:
    """It refuses the policies that the library refuses, and reads the others."""
    for text, _, _ in REFUSED.values():
        if len(text) < 10_000:  # the library alone has a limit of length
            assert answer(b"", ENTRY, text.encode()) == 2, text
    assert answer(PROOF.text, ENTRY, b"# by hand\n\n" + POLICY.text) == 0


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=300)
@given(st.data())
def test_same_answers(data: st.DataObject) -> None:
    """Whatever becomes of a receipt or a policy, both programs say the same."""
    receipt = bytearray(data.draw(st.sampled_from([PROOF.text, RECEIPT.to_bytes()])))
    policy = bytearray(POLICY.text)
    for content in (receipt, policy):
        for _ in range(data.draw(st.integers(0, 2))):
            at = data.draw(st.integers(0, len(content) - 1))
            stop = at + data.draw(st.integers(0, 3))
            content[at:stop] = data.draw(st.binary(max_size=3))
    try:
        Policy.parse(bytes(policy))
    except MalformedPolicy:
        assert answer(bytes(receipt), ENTRY, bytes(policy)) == 2
    else:
        assert answer(bytes(receipt), ENTRY, bytes(policy)) < 2
    assert (answer(bytes(receipt), ENTRY) == 0) == library_believes(
        bytes(receipt), ENTRY
    )
