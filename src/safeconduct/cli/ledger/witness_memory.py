"""What has a witness cosigned, and how does it never forget it?

A folder with one file for each log: the latest checkpoint with the log's line and the
witness's own, as it is served to everybody. A file is put in place durably before the
cosignature leaves the house, under one lock with the look at what was there: two
requests that cross cannot both be signed, and after `kill -9` or a loss of power the
witness knows at least what it has said.

The folder belongs to one process (flock) and to one key (``witness.vkey``). A witness
that forgets can be made to cosign a fork: a file that cannot be read is an error, never
an empty memory, and a folder that is lost is the end of its key.
"""

import fcntl
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from threading import Lock

from safeconduct.cli.ledger import durable
from safeconduct.ledger import (
    Checkpoint,
    Cosigner,
    MalformedCheckpoint,
    NoteError,
    NoteVerifier,
    open_note,
    witness,
)

KEY = "witness.vkey"
_LOCK = ".lock"
_FILE = re.compile(r"[0-9a-f]{64}\.checkpoint")


class MemoryFault(Exception):
    """The folder cannot serve as this witness's memory; the message says why."""


class Memory:
    """The checkpoints a witness has cosigned, each the latest of its log."""

    def __init__(self, folder: Path, cosigner: Cosigner) -> None:
        self._folder = folder
        self._cosigner = cosigner
        self._lock = Lock()

    def answer(
        self, request: witness.Request, keys: Sequence[NoteVerifier], *, time: int
    ) -> witness.Answer:
        """Decide a request; when this returns, what is answered is stored.

        Args:
            request: As it was parsed.
            keys: Trusted for the origin of its checkpoint.
            time: Now, in seconds since 1970 UTC.

        Raises:
            MemoryFault: What is stored of this log was damaged.
            OSError: It cannot be stored; nothing may be answered.
        """
        origin = request.checkpoint.origin
        with self._lock:
            known = self.latest(name(origin)) if keys else None
            answer = witness.decide(
                request,
                keys=keys,
                known=known.checkpoint if known is not None else None,
                cosigner=self._cosigner,
                time=time,
            )
            if answer.store is not None:
                durable.put(self._path(name(origin)), answer.store.note)
        return answer

    def latest(self, named: str) -> witness.Cosigned | None:
        """Read what was cosigned last of a log, named by the hash of its origin.

        Raises:
            MemoryFault: It was damaged: this key did not sign what stands there.
        """
        try:
            note = self._path(named).read_bytes()
        except FileNotFoundError:
            return None
        try:
            checkpoint = Checkpoint.parse(
                open_note(note, [self._cosigner.verifier]).text
            )
        except (NoteError, MalformedCheckpoint) as error:
            raise MemoryFault(f"{named}.checkpoint was damaged: {error}") from error
        if name(checkpoint.origin) != named:
            raise MemoryFault(f"{named}.checkpoint is that of another log")
        return witness.Cosigned(checkpoint, note)

    def check(self) -> int:
        """Read everything once; return of how many logs something is known.

        Raises:
            MemoryFault: Something was damaged, or belongs to another witness.
        """
        files = [p.name for p in self._folder.iterdir() if _FILE.fullmatch(p.name)]
        key, vkey = self._folder / KEY, self._cosigner.verifier.vkey
        if not key.exists() and not files:
            durable.create(key, f"{vkey}\n".encode())
        if not key.exists() or key.read_text("utf-8").removesuffix("\n") != vkey:
            raise MemoryFault("the folder is the memory of another witness's key")
        for file in files:
            self.latest(file.removesuffix(".checkpoint"))
        return len(files)

    def _path(self, named: str) -> Path:
        return self._folder / f"{named}.checkpoint"


def name(origin: str) -> str:
    """Name a log by SHA-256 of its origin, in hexadecimal, as its address does."""
    return sha256(origin.encode()).hexdigest()


@contextmanager
def held(folder: Path, cosigner: Cosigner) -> Iterator[Memory]:
    """Hold a witness's memory for this process alone.

    Raises:
        MemoryFault: Another process holds it, it was damaged, or is another key's.
        OSError: The folder cannot be used.
    """
    lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, durable.ITS_OWNERS)
    try:
        try:
            # Released by the kernel when the process ends, however it ends.
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise MemoryFault("another witness runs in this folder") from None
        memory = Memory(folder, cosigner)
        memory.check()
        yield memory
    finally:
        os.close(lock)
