"""Witnesses in memory, that answer as real ones do, and a policy that names them."""

from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from safeconduct.journal import integrator
from safeconduct.journal.witnesses import Reply
from safeconduct.ledger import witness
from safeconduct.ledger.cosignature import Cosigner
from safeconduct.ledger.policy import Group, Log, Policy, Witness

TIME = 1_772_452_800


@dataclass
class Watching:
    """One witness: its key, and what it cosigned last."""

    cosigner: Cosigner
    last: witness.Cosigned | None = None
    answers: bool = True

    def ask(self, path: str, body: bytes | None) -> Reply:
        if not self.answers:
            raise OSError("nobody there")
        if body is None:
            here = path == witness.checkpoint_path(settings.LOG_ORIGIN)
            known = self.last if here else None
            return Reply(200, known.note) if known else Reply(404, b"")
        answer = witness.decide(
            witness.Request.parse(body),
            keys=[integrator.signer().verifier],
            known=self.last.checkpoint if self.last else None,
            cosigner=self.cosigner,
            time=TIME,
        )
        self.last = answer.store or self.last
        return Reply(answer.status, answer.body)


@dataclass
class World:
    """The web, as far as the integrator asks it."""

    by_url: dict[str, Watching] = field(default_factory=dict)

    def ask(self, url: str, body: bytes | None) -> Reply:
        for start, one in self.by_url.items():
            if url.startswith(start):
                return one.ask(url.removeprefix(f"{start}/"), body)
        raise OSError("no such host")


def world(folder: Path, *, quorum: int = 2, of: int = 3) -> tuple[World, Path]:
    """Make witnesses `w0`, `w1`, …, and write a policy that names them."""
    made, named = World(), []
    for number in range(of):
        cosigner = Cosigner(f"w{number}.example", bytes([number + 1] * 32))
        url = f"https://w{number}.example/witness"
        made.by_url[url] = Watching(cosigner)
        named.append(Witness(f"w{number}", cosigner.verifier, url))
    group = Group("enough", quorum, tuple(one.name for one in named))
    log = Log(integrator.signer().verifier)
    policy = Policy((log,), tuple(named), (group,), group.name)
    file = folder / "policy.txt"
    file.write_bytes(policy.text)
    return made, file
