"""The script of the log's front page, run by Node on logs that behave or do not."""

import json
import shutil
import subprocess
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from safeconduct.ledger import Checkpoint, Signer, Tile, root, sign_checkpoint
from safeconduct.ledger.merkle import leaf_hash
from tests.ledger import logs

NODE = shutil.which("node")
SOURCE = Path(__file__).parents[2] / "src/safeconduct/web/static/web/consistency.js"
ASKING = Path(__file__).with_name("comparing.mjs")
pytestmark = pytest.mark.skipif(NODE is None, reason="node is missing: install nodejs")


def ask(
    tmp_path: Path, files: logs.Files, *questions: dict[str, Any]
) -> list[str | bool | int | None]:
    """Put questions to the script, in one run."""
    script = tmp_path / "consistency.mjs"
    script.write_text(SOURCE.read_text())
    encoded = {path: b64encode(content).decode() for path, content in files.items()}
    done = subprocess.run(
        [str(NODE), str(ASKING), str(script)],
        input=json.dumps({"files": encoded, "questions": questions}),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    answers: list[str | bool | int | None] = json.loads(done.stdout)
    return answers


def comparing(seen: bytes, shown: bytes) -> dict[str, Any]:
    return {"ask": "compare", "seen": seen.decode(), "shown": shown.decode()}


def note(size: int, tree: bytes | None = None, *, origin: str = logs.ORIGIN) -> bytes:
    """A signed checkpoint of the first entries, or of a tree of one's own."""
    hashes = map(leaf_hash, logs.entries(size))
    state = Checkpoint(origin, size, tree if tree is not None else root(hashes))
    return sign_checkpoint(state, Signer(origin, logs.SIGNER.seed))


def test_all_earlier_sizes(tmp_path: Path) -> None:
    """Whatever size was seen, a log that only grew contains it."""
    for size in (1, 2, 7, 64, 70, 256, 300):
        files = logs.log(size)
        questions = [comparing(note(old), note(size)) for old in range(size + 1)]

        assert ask(tmp_path, files, *questions) == ["grown"] * size + ["same"]


def test_two_levels_of_tiles(tmp_path: Path) -> None:
    """Across full tiles and partial ones of two levels."""
    files = logs.log(70_000)
    sizes = (1, 255, 256, 257, 4096, 65_535, 65_536, 65_537, 69_999)
    questions = [comparing(note(old), note(70_000)) for old in sizes]

    assert ask(tmp_path, files, *questions) == ["grown"] * len(sizes)


def test_misbehaviour(tmp_path: Path) -> None:
    """A rollback, a fork, another log, and a forged tree are named."""
    files = logs.log(300)
    found = ask(
        tmp_path,
        files,
        comparing(note(301), note(300)),
        comparing(note(200, bytes(32)), note(300)),
        comparing(note(300, bytes(32)), note(300)),
        comparing(note(200), note(300, bytes(32))),
        comparing(note(200, origin="other.test.example/log"), note(300)),
    )

    assert found == ["smaller", "forked", "forked", "forked", "forked"]


def test_any_hash_altered(tmp_path: Path) -> None:
    """A tile that was altered where it counts is not taken for the log."""
    files = logs.log(300)
    places = [("tile/0/000", hash_ * 32) for hash_ in (0, 199, 200, 255)]
    for path, at in [*places, ("tile/0/001.p/44", 0), ("tile/0/001.p/44", 43 * 32)]:
        content = bytearray(files[path])
        content[at] ^= 1
        altered = {**files, path: bytes(content)}

        assert ask(tmp_path, altered, comparing(note(200), note(300))) == ["forked"]


def test_a_missing_tile(tmp_path: Path) -> None:
    """A file that is not there is no fork."""
    files = {k: v for k, v in logs.log(300).items() if k != "tile/0/000"}

    (found,) = ask(tmp_path, files, comparing(note(200), note(300)))

    assert found == "error: tile/0/000 is missing"


def test_names_of_tiles(tmp_path: Path) -> None:
    """Tiles are named as the library names them."""
    tiles = [Tile(0, 0), Tile(0, 999, 7), Tile(2, 1000), Tile(0, 1_234_067, 255)]
    questions = [
        {"ask": "path", "level": t.level, "index": t.index, "width": t.width}
        for t in tiles
    ]

    assert ask(tmp_path, {}, *questions) == [tile.path for tile in tiles]


def test_signatures(tmp_path: Path) -> None:
    """The key of the log and no other, over exactly this text."""
    good = logs.cosigned(note(300), *logs.WITNESSES)
    vkey = logs.SIGNER.verifier.vkey
    other = Signer(logs.ORIGIN, bytes(32)).verifier.vkey
    altered = good.replace(b"\n300\n", b"\n301\n")
    cosigner = logs.WITNESSES[0].verifier.vkey
    found = ask(
        tmp_path,
        {},
        *(
            {"ask": "signed", "note": text.decode(), "vkey": key}
            for text, key in [
                (good, vkey),
                (good, other),
                (altered, vkey),
                (good, cosigner),
            ]
        ),
    )

    assert found == [True, False, False, False]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n1\n",
        note(3).decode().replace("\n3\n", "\n03\n"),
        note(3).decode().replace("\n3\n", "\n9999999999999999\n"),
        note(3).decode().replace("\n\n", "\nextension\n\n"),
        note(3).decode().rstrip("\n"),
    ],
)
def test_no_checkpoint(tmp_path: Path, text: str) -> None:
    """What is no checkpoint is not read as one."""
    assert ask(tmp_path, {}, {"ask": "read", "note": text}) == ["error: no checkpoint"]
