import os
from pathlib import Path

import pytest

from safeconduct.cli.ledger import witness_memory
from safeconduct.cli.ledger.witness_memory import MemoryFault, held
from safeconduct.ledger import Cosigner, witness
from tests.cli.ledger.witnessing import COSIGNER, request
from tests.ledger import logs

KEYS = [logs.SIGNER.verifier]


def add(folder: Path, old: int, new: int) -> int:
    with held(folder, COSIGNER) as memory:
        asked = witness.Request.parse(request(old, new))
        return memory.answer(asked, KEYS, time=1).status


def test_what_was_cosigned_is_remembered(tmp_path: Path) -> None:
    """The next process knows what the last one signed."""
    assert add(tmp_path, 0, 20) == 200
    assert add(tmp_path, 0, 20) == 409
    assert add(tmp_path, 20, 40) == 200


def test_two_processes(tmp_path: Path) -> None:
    """A folder is the memory of one process: the second does not start."""
    with (
        held(tmp_path, COSIGNER),
        pytest.raises(MemoryFault, match="another witness runs"),
        held(tmp_path, COSIGNER),
    ):
        pass
    assert add(tmp_path, 0, 20) == 200  # free again


def test_another_key(tmp_path: Path) -> None:
    """A folder belongs to a key: another one never learned what was signed."""
    add(tmp_path, 0, 20)
    other = Cosigner("other.test.example", bytes(32))

    with (
        pytest.raises(MemoryFault, match="another witness's key"),
        held(tmp_path, other),
    ):
        pass


def test_the_key_of_the_folder_is_gone(tmp_path: Path) -> None:
    """Checkpoints without the key they belong to are nobody's memory."""
    add(tmp_path, 0, 20)
    (tmp_path / witness_memory.KEY).unlink()

    with pytest.raises(MemoryFault), held(tmp_path, COSIGNER):
        pass


@pytest.mark.parametrize("at", [0, 30, 60, -20])
def test_damaged(tmp_path: Path, at: int) -> None:
    """A changed byte of tree or cosignature keeps the witness from starting."""
    add(tmp_path, 0, 20)
    (file,) = tmp_path.glob("*.checkpoint")
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)

    with (
        pytest.raises(MemoryFault, match=r"damaged|another log"),
        held(tmp_path, COSIGNER),
    ):
        pass


def test_the_file_of_another_log(tmp_path: Path) -> None:
    """A checkpoint under another log's name is no memory of that log."""
    add(tmp_path, 0, 20)
    (file,) = tmp_path.glob("*.checkpoint")
    file.rename(tmp_path / f"{'0' * 64}.checkpoint")

    with pytest.raises(MemoryFault, match="another log"), held(tmp_path, COSIGNER):
        pass


def test_nothing_half_written_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that fails leaves what was there, and no other file."""
    add(tmp_path, 0, 20)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        add(tmp_path, 20, 40)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
