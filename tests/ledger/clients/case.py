"""A log as an outsider finds it, and the ways in which somebody may have altered it.

The folder of a case holds the published files, and what an outsider keeps or was
given::

    checkpoint, tile/…     the log of 70,000 entries, cosigned by two witnesses
    log.vkey               the key of the log
    witnesses              the keys of the witnesses, one a line
    earlier                the checkpoint that was seen when there were 1,000 entries
    receipt.tlog-proof     the proof of entry 52,493
    entry                  that entry, 33 bytes
"""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from pathlib import Path

from safeconduct.ledger import HashReader, Proof, inclusion_proof
from tests.ledger import logs

SIZE, EARLIER, INDEX = 70_000, 1_000, 52_493
WITNESSES = logs.WITNESSES[:2]

Alter = Callable[[Path], None]


@cache
def files() -> dict[str, bytes]:
    """The honest case."""
    published = logs.log(SIZE)
    note = logs.cosigned(published["checkpoint"], *WITNESSES)
    path = inclusion_proof(INDEX, SIZE, HashReader(published.get, SIZE))
    vkeys = [witness.verifier.vkey for witness in WITNESSES]
    return {
        **published,
        "checkpoint": note,
        "log.vkey": logs.SIGNER.verifier.vkey.encode() + b"\n",
        "witnesses": "".join(f"{vkey}\n" for vkey in vkeys).encode(),
        "earlier": logs.checkpoint_of(logs.entries(EARLIER)),
        "receipt.tlog-proof": Proof(INDEX, tuple(path), note).text,
        "entry": logs.entries(INDEX + 1)[INDEX],
    }


def write(folder: Path) -> Path:
    """Write the honest case."""
    for name, content in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def flip(name: str, at: int) -> Alter:
    """One bit of one byte of a file."""

    def alter(folder: Path) -> None:
        content = bytearray((folder / name).read_bytes())
        content[at] ^= 1
        (folder / name).write_bytes(content)

    return alter


def exchange(old: bytes, new: bytes, *names: str) -> Alter:
    """Something else wherever it stands in some files."""

    def alter(folder: Path) -> None:
        for name in names:
            content = (folder / name).read_bytes()
            if old not in content:
                raise ValueError(f"{name} does not hold what is to be exchanged")
            (folder / name).write_bytes(content.replace(old, new))

    return alter


def fork(folder: Path) -> None:
    """The log once signed another history."""
    other = [b"\x01" + bytes(32), *logs.entries(EARLIER)[1:]]
    (folder / "earlier").write_bytes(logs.checkpoint_of(other))


def in_line(line: int) -> tuple[bytes, bytes]:
    """A letter within the signature of a line of the checkpoint: old and new."""
    note = files()["checkpoint"].split(b"\n\n")[1].split(b"\n")[line]
    letter = b"A" if note[-20:-19] != b"A" else b"B"
    return note, note[:-20] + letter + note[-19:]


NOTES = ("checkpoint", "receipt.tlog-proof")
ROOT = files()["checkpoint"].split(b"\n")[2]
PATH = files()["receipt.tlog-proof"].split(b"\n")[5]

ALTERATIONS: dict[str, Alter] = {
    "an entry in a bundle": flip("tile/entries/200", 1_000),
    "a hash in a tile": flip("tile/0/200", 1_000),
    "a hash in a higher tile": flip("tile/1/000", 1_000),
    "the root": exchange(ROOT, b64encode(bytes(32)), *NOTES),
    "the log's signature": exchange(*in_line(0), *NOTES),
    "a cosignature": exchange(*in_line(2), *NOTES),
    "the entry of the receipt": flip("entry", 20),
    "the path of the receipt": exchange(PATH, b64encode(bytes(32)), NOTES[1]),
    "the index of the receipt": exchange(b"index 52493", b"index 52492", NOTES[1]),
    "the history": fork,
}
