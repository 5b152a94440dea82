"""A witness over real HTTP, and logs that behave or do not."""

import http.client
import time
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from safeconduct.cli.ledger.witness_memory import held
from safeconduct.cli.ledger.witness_server import Server
from safeconduct.ledger import (
    Checkpoint,
    Cosigner,
    consistency_proof,
    leaf_hash,
    nodes_of,
    root,
    sign_checkpoint,
    witness,
)
from safeconduct.ledger.note import Signer
from tests.ledger import logs

COSIGNER = Cosigner("witness.test.example/w", bytes([7]) * 32)
ELSEWHERE = Signer("other.test.example/log", bytes([9]) * 32)
FIRST = logs.entries(1000)
# The same first ten entries, and then a history of its own.
FORKED = [*FIRST[:10], *(b"\x02" + bytes(32) for _ in range(500))]


def note(content: Sequence[bytes], *, signer: Signer = logs.SIGNER) -> bytes:
    """A signed checkpoint of these entries."""
    tree = root(map(leaf_hash, content))
    return sign_checkpoint(Checkpoint(signer.name, len(content), tree), signer)


def request(
    old: int,
    new: int,
    entries: Sequence[bytes] = FIRST,
    *,
    signer: Signer = logs.SIGNER,
) -> bytes:
    """What a log sends that has grown from `old` to `new` entries."""
    content = entries[:new]
    nodes = nodes_of([leaf_hash(entry) for entry in content])
    proof = consistency_proof(old, new, nodes) if old else []
    return witness.Request(old, tuple(proof), note(content, signer=signer)).body


def hashes(*proof: bytes) -> str:
    """Write the lines of a proof."""
    return "".join(b64encode(one).decode() + "\n" for one in proof)


@dataclass(frozen=True)
class Answered:
    status: int
    body: bytes
    kind: str


@dataclass(frozen=True)
class Caller:
    """Somebody who talks to a witness."""

    host: str
    port: int

    def ask(self, method: str, path: str, body: bytes | None = None) -> Answered:
        line = http.client.HTTPConnection(self.host, self.port, timeout=20)
        try:
            line.request(method, path, body)
            answer = line.getresponse()
            kind = answer.getheader("Content-Type", "")
            return Answered(answer.status, answer.read(), kind)
        finally:
            line.close()

    def add(self, body: bytes) -> Answered:
        return self.ask("POST", "/add-checkpoint", body)

    def latest(self, origin: str = logs.ORIGIN) -> Answered:
        return self.ask("GET", f"/{witness.checkpoint_path(origin)}")


@contextmanager
def serving(folder: Path, *, patience: float = 10) -> Iterator[Caller]:
    """Run a witness of the tests' log in this process."""
    with held(folder, COSIGNER) as memory:
        server = Server(
            ("127.0.0.1", 0),
            memory=memory,
            logs=[logs.SIGNER.verifier],
            clock=time.time,
            patience=patience,
        )
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Caller("127.0.0.1", server.server_port)
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
