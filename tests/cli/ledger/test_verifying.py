import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.ledger import ledger
from safeconduct.ledger import (
    Checkpoint,
    Cosigner,
    Signer,
    root,
    sign_checkpoint,
    sign_note,
)
from tests.ledger import logs

KEY = logs.SIGNER.verifier.vkey
FILES = logs.log(200, 300)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, content in {**FILES, "log.vkey": KEY.encode() + b"\n"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


def verify(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(ledger, ["verify", str(folder), *options])


def alter(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_sound_log(folder: Path) -> None:
    """A log as published is sound: exit 0, and one line that says so."""
    result = verify(folder, "--key", KEY)

    assert result.exit_code == 0
    assert result.stdout == f"Sound: {logs.ORIGIN}, 300 entries.\n"
    assert result.stderr == ""


def test_key_beside_the_log(folder: Path) -> None:
    """The key in the folder serves, with a warning of what it is worth."""
    result = verify(folder)

    assert result.exit_code == 0
    assert "proves nothing against the log's keeper" in result.stderr


def test_tampering(folder: Path) -> None:
    """Each difference is a line with file, place and fault: exit 1."""
    alter(folder / "tile/entries/000.p/200", 40)
    alter(folder / "tile/0/001.p/44", 40)
    (folder / "notes.txt").write_text("")
    result = verify(folder, "--key", KEY)

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "tile/entries/000.p/200, entry 1: this is not what stands at this place today",
        "tile/0/001.p/44, hash 1: this is not the hash of what lies below it",
        "notes.txt: no such file belongs to a log",
    ]


@pytest.mark.parametrize("path", sorted(FILES))
def test_any_file_altered(folder: Path, path: str) -> None:
    """No published file can be altered unseen."""
    alter(folder / path, 20)
    result = verify(folder, "--key", KEY)

    assert result.exit_code == 1
    assert result.stdout.startswith(path)


def test_json(folder: Path) -> None:
    """The report as JSON holds the same, for machines."""
    alter(folder / "tile/0/000", 40)
    result = verify(folder, "--key", KEY, "--json")
    report = json.loads(result.stdout)

    assert result.exit_code == 1
    assert (report["sound"], report["complete"]) == (False, True)
    assert (report["origin"], report["size"]) == (logs.ORIGIN, 300)
    assert report["findings"] == [
        {
            "file": "tile/0/000",
            "problem": "other-hash",
            "what": "this is not the hash of what lies below it",
            "entry": None,
            "position": 1,
        }
    ]


def test_key_file_exchanged(folder: Path) -> None:
    """A key in the folder that is not the one given is a finding too."""
    other = Signer(logs.ORIGIN, bytes(32)).verifier.vkey
    (folder / "log.vkey").write_text(other)
    result = verify(folder, "--key", KEY)

    assert result.exit_code == 1
    assert result.stdout.startswith("log.vkey: this is not the key")


def test_no_key(folder: Path) -> None:
    """Without any key the question cannot be asked: exit 2."""
    (folder / "log.vkey").unlink()
    result = verify(folder)

    assert result.exit_code == 2
    assert "--key" in result.stderr


@pytest.mark.parametrize("key", ["", "nonsense", KEY[:-1], KEY + "A", "\udcff+0+A"])
def test_bad_key(folder: Path, key: str) -> None:
    """What is no key is refused with a reason, given or found: exit 2."""
    given = verify(folder, "--key", key)
    (folder / "log.vkey").write_bytes(key.encode(errors="surrogateescape"))
    found = verify(folder)

    for result in (given, found):
        assert result.exit_code == 2
        assert "This is no verifier key" in result.stderr


@pytest.mark.parametrize("name", ["absent", "log.vkey"])
def test_no_folder(folder: Path, name: str) -> None:
    """A path that is no folder is wrong input: exit 2."""
    result = verify(folder / name, "--key", KEY)

    assert result.exit_code == 2
    assert "There is no folder" in result.stderr


def test_no_checkpoint(folder: Path) -> None:
    """A folder without a checkpoint is a log with its head cut off: exit 1."""
    (folder / "checkpoint").unlink()
    result = verify(folder, "--key", KEY)

    assert result.exit_code == 1
    assert result.stdout == "checkpoint: the file is missing\n"


def test_folder_in_place_of_a_file(folder: Path) -> None:
    """A folder where a tile should be is a missing tile, not a traceback."""
    (folder / "tile/0/000").unlink()
    (folder / "tile/0/000").mkdir()

    assert verify(folder, "--key", KEY).stdout == "tile/0/000: the file is missing\n"


def test_unreadable_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file we may not open leaves the question open: exit 2."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    result = verify(folder, "--key", KEY)

    assert result.exit_code == 2
    assert "Permission denied" in result.stderr


def test_hostile_file_name(folder: Path) -> None:
    """A file name does not steer the reader's terminal."""
    (folder / "a\x1b[2Jb\nSound").write_text("")
    result = verify(folder, "--key", KEY)

    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert len(result.stdout.splitlines()) == 1


def test_unchecked_signatures(folder: Path) -> None:
    """Whose signature was not checked is said."""
    line = sign_note(b"x\n", Signer("w.example", bytes(32))).partition(b"\n\n")[2]
    (folder / "checkpoint").write_bytes(FILES["checkpoint"] + line)
    result = verify(folder, "--key", KEY)

    assert result.exit_code == 0
    assert "Not checked: the signature of w.example." in result.stderr


def test_more_than_anybody_reads(folder: Path) -> None:
    """A forged size ends at the limit, and says so."""
    state = Checkpoint(logs.ORIGIN, 2**62, root([bytes(32)]))
    (folder / "checkpoint").write_bytes(sign_checkpoint(state, logs.SIGNER))
    result = verify(folder, "--key", KEY)

    assert result.exit_code == 1
    assert result.stdout.endswith("There is more. The audit stopped here.\n")


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """Serve the folder as any web server would."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Quiet, directory=str(folder))
    )
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_log_on_a_web_server(address: str) -> None:
    """A log is verified from where it is published."""
    result = CliRunner().invoke(ledger, ["verify", address, "--key", KEY])

    assert result.exit_code == 0, result.output
    assert result.stdout == f"Sound: {logs.ORIGIN}, 300 entries.\n"


def test_tampering_on_a_web_server(address: str, folder: Path) -> None:
    """What is altered there is named as in a folder."""
    alter(folder / "tile/entries/000", 40)
    result = CliRunner().invoke(ledger, ["verify", address, "--key", KEY])

    assert result.exit_code == 1
    assert "tile/entries/000, entry 1" in result.stdout


def test_no_server() -> None:
    """An address where nobody answers is a sentence, not a traceback."""
    result = CliRunner().invoke(
        ledger, ["verify", "http://127.0.0.1:9/log", "--key", KEY]
    )

    assert result.exit_code == 2
    assert "cannot be reached" in result.output


# With a policy, and with what was seen before


@pytest.fixture
def policy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A policy that two of three witnesses meet."""
    file = tmp_path_factory.mktemp("outside") / "policy"
    file.write_bytes(logs.policy().text)
    return file


def cosign(folder: Path, *witnesses: Cosigner) -> None:
    note = (folder / "checkpoint").read_bytes()
    (folder / "checkpoint").write_bytes(logs.cosigned(note, *witnesses))


def test_enough_witnesses(folder: Path, policy: Path) -> None:
    """Each witness of the policy is named, with the time at which it cosigned."""
    cosign(folder, *logs.WITNESSES[:2])
    result = verify(folder, "--policy", str(policy))

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"Sound: {logs.ORIGIN}, 300 entries.",
        "Cosigned by w1 at 2026-07-31 12:13:20 UTC.",
        "Cosigned by w2 at 2026-07-31 12:13:21 UTC.",
        "Not cosigned by w3.",
    ]
    assert result.stderr == ""


def test_too_few_witnesses(folder: Path, policy: Path) -> None:
    """A log that the policy's quorum did not see is not believed."""
    cosign(folder, logs.WITNESSES[2])
    result = verify(folder, "--policy", str(policy))

    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        "checkpoint: the policy asks for more witnesses; cosigned by: w3"
    )


def test_a_bad_cosignature_counts_as_absent(folder: Path, policy: Path) -> None:
    """One bad line spoils nothing if enough others are good, and is not passed over."""
    cosign(folder, *logs.WITNESSES[:2])
    bad = Cosigner(logs.WITNESSES[2].name, bytes(32)).cosign(
        Checkpoint(logs.ORIGIN, 300, bytes(32)), 1
    )
    forged = replace(bad, key_id=logs.WITNESSES[2].key_id).line
    note = (folder / "checkpoint").read_bytes()
    (folder / "checkpoint").write_bytes(note + forged.encode())
    result = verify(folder, "--policy", str(policy))

    assert result.exit_code == 0
    assert "Not cosigned by w3." in result.stdout
    assert f"Not checked: the signature of {logs.WITNESSES[2].name}." in result.stderr


def test_tampering_seen_with_a_policy(folder: Path, policy: Path) -> None:
    """What the witnesses saw is compared with the files as with a key."""
    cosign(folder, *logs.WITNESSES)
    alter(folder / "tile/entries/001.p/44", 40)
    result = verify(folder, "--policy", str(policy), "--json")
    report = json.loads(result.stdout)

    assert result.exit_code == 1
    assert report["findings"][0]["entry"] == 257
    assert [w["name"] for w in report["witnesses"]] == ["w1", "w2", "w3"]
    assert report["witnesses"][0]["cosigned"] == logs.TIME


def test_not_the_log_of_the_policy(folder: Path, policy: Path) -> None:
    """A log that the policy does not name is not believed, whoever signed it."""
    other = Signer("other.test.example/log", bytes(32))
    state = Checkpoint(other.name, 300, bytes(32))
    (folder / "checkpoint").write_bytes(sign_checkpoint(state, other))
    result = verify(folder, "--policy", str(policy))

    assert result.exit_code == 1
    assert "checkpoint: the key of the log did not sign this" in result.stdout


def test_key_and_policy(folder: Path, policy: Path) -> None:
    """One says whom he believes once."""
    result = verify(folder, "--policy", str(policy), "--key", KEY)

    assert result.exit_code == 2
    assert "--key or --policy" in result.stderr


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"log nonsense\nquorum none\n", "line 1"),
        (b"quorum none\n", "names no log"),
        (b"", "quorum"),
    ],
)
def test_bad_policy(folder: Path, policy: Path, content: bytes, sentence: str) -> None:
    """What is no policy is refused with the line that is wrong."""
    policy.write_bytes(content)
    result = verify(folder, "--policy", str(policy))

    assert result.exit_code == 2
    assert sentence in result.stderr


def test_the_policy_beside_the_log_is_another(folder: Path, policy: Path) -> None:
    """It is no file too many, and the reader is told that it is not his."""
    cosign(folder, *logs.WITNESSES)
    (folder / "policy").write_bytes(logs.policy("quorum none\n").text)
    result = verify(folder, "--policy", str(policy))

    assert result.exit_code == 0
    assert "The policy beside the log is not yours." in result.stderr


@pytest.fixture
def saved(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a visitor kept when the log had 200 entries, cosigned."""
    file = tmp_path_factory.mktemp("kept") / "last.checkpoint"
    file.write_bytes(logs.cosigned(logs.log(200)["checkpoint"], logs.WITNESSES[0]))
    assert (folder / "checkpoint").exists()
    return file


def test_it_contains_what_was_seen(folder: Path, policy: Path, saved: Path) -> None:
    """A log that only grew says from when on it was compared; the new one is kept."""
    cosign(folder, *logs.WITNESSES)
    more = ("--policy", str(policy), "--since", str(saved), "--save", str(saved))
    result = verify(folder, *more)

    assert result.exit_code == 0, result.output
    assert result.stdout.endswith(
        "It contains what was seen before: 200 entries at 2026-07-31 12:13:20 UTC.\n"
    )
    assert saved.read_bytes() == (folder / "checkpoint").read_bytes()


def test_saved_first(folder: Path, tmp_path: Path) -> None:
    """The first visit keeps the checkpoint, in full."""
    file = tmp_path.parent / f"{tmp_path.name}.checkpoint"
    verify(folder, "--key", KEY, "--save", str(file))

    assert file.read_bytes() == FILES["checkpoint"]


def test_rolled_back(folder: Path, saved: Path) -> None:
    """A log that shows less than it did is named, and the evidence is kept."""
    kept = logs.log(900)["checkpoint"]
    saved.write_bytes(kept)
    result = verify(folder, "--key", KEY, "--since", str(saved), "--save", str(saved))

    assert result.exit_code == 1
    assert "checkpoint: the log has become smaller" in result.stdout
    assert "Since when: with 900 entries, saved at" in result.stdout
    assert saved.read_bytes() == kept


def test_forked(folder: Path, saved: Path) -> None:
    """A log rewritten from entry 10 on, signed by its own key, is named."""
    other = [*logs.entries(10), *(b"\x02" * 33 for _ in range(190))]
    saved.write_bytes(logs.checkpoint_of(other))
    result = verify(folder, "--key", KEY, "--since", str(saved))

    assert result.exit_code == 1
    assert "checkpoint: the log is not the one seen before" in result.stdout


def test_since_when(folder: Path, policy: Path, saved: Path) -> None:
    """What was altered is named with the last moment at which it was sound."""
    cosign(folder, *logs.WITNESSES)
    alter(folder / "tile/entries/000", 40)
    result = verify(folder, "--policy", str(policy), "--since", str(saved))

    assert result.exit_code == 1
    assert "tile/entries/000, entry 1:" in result.stdout
    assert result.stdout.splitlines()[-1] == (
        "Since when: with 200 entries, cosigned at 2026-07-31 12:13:20 UTC,"
        " it was still sound."
    )


@pytest.mark.parametrize("content", [b"", b"nonsense\n", None])
def test_nothing_was_saved(folder: Path, saved: Path, content: bytes | None) -> None:
    """A file that is no checkpoint of this log cannot be compared with: exit 2."""
    if content is None:
        saved.unlink()
    else:
        saved.write_bytes(content)
    result = verify(folder, "--key", KEY, "--since", str(saved))

    assert result.exit_code == 2
    assert "saved" in result.stderr
