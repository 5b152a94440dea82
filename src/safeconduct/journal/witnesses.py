"""Who else saw this log: asking witnesses to cosign, and counting who did.

A witness cosigns a checkpoint that extends the last one it saw. It sees no entries and
trusts nobody; a fork, a rollback or a rewritten database is caught by it
(LEDGER.md 6). Which witnesses there are, where they answer and how many are enough
stands in the policy file, the same that outsiders keep.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from safeconduct.journal import integrator
from safeconduct.journal.errors import NotSetUp, TooFewWitnesses
from safeconduct.journal.models import Checkpoint, Cosignature, Entry, Leaf
from safeconduct.ledger import Checkpoint as TreeHead
from safeconduct.ledger import NodeReader, consistency_proof, witness
from safeconduct.ledger.policy import MalformedPolicy, Policy, Witness

PATIENCE = 5.0  # seconds for one answer
_MOST = 1_000_000  # bytes of an answer


@dataclass(frozen=True)
class Reply:
    """What a witness answered."""

    status: int
    body: bytes


class _NoRedirects(HTTPRedirectHandler):
    """A witness answers where the policy says, or not at all."""

    def redirect_request(self, *_: object) -> None:
        return None


def ask(url: str, body: bytes | None) -> Reply:
    """Ask over HTTP.

    Raises:
        OSError: Nobody answers.
    """
    request = Request(url, data=body, method="POST" if body is not None else "GET")  # noqa: S310  from the policy, checked by `address`
    try:
        with build_opener(_NoRedirects).open(request, timeout=PATIENCE) as answer:
            return Reply(answer.status, answer.read(_MOST))
    except HTTPError as error:
        with error:
            return Reply(error.code, error.read(_MOST))
    except HTTPException as error:
        raise OSError(str(error)) from error


def policy() -> Policy | None:
    """Read the policy of this log; `None`: it has no witnesses.

    Raises:
        NotSetUp: The file cannot be read, or is the policy of another log.
    """
    if settings.LOG_POLICY is None:
        return None
    try:
        found = Policy.parse(settings.LOG_POLICY.read_bytes())
    except OSError as error:
        raise _no_policy(f"cannot be read: {error.strerror}") from error
    except MalformedPolicy as error:
        raise _no_policy(f"is none: {error}") from error
    if all(log.verifier.name != settings.LOG_ORIGIN for log in found.logs):
        raise _no_policy("does not name this log")
    return found


def _no_policy(why: str) -> NotSetUp:
    return NotSetUp(f"The policy {why}. Mend the file SAFECONDUCT_LOG_POLICY names.")


def check() -> None:
    """Compare what the witnesses saw with the database, before anything is signed.

    Raises:
        TooFewWitnesses: Fewer answer than the policy's quorum.
        RolledBack, LogDiffers: A witness saw more than the database holds, or
            something else.
    """
    wanted = policy()
    if wanted is None:
        return
    answered = [one.name for one in _reachable(wanted) if _agrees(one)]
    if not wanted.met(answered):
        raise TooFewWitnesses(answered)


def _agrees(one: Witness) -> bool:
    """Compare what a witness saw last with the database; false: it does not answer.

    A witness alone proves nothing against us: what counts is a checkpoint that bears
    our own signature.

    Raises:
        RolledBack, LogDiffers: It shows one that the database does not continue.
    """
    path = witness.checkpoint_path(settings.LOG_ORIGIN)
    try:
        reply = ask(f"{address(one)}/{path}", None)
    except OSError:
        return False
    if reply.status == HTTPStatus.OK:
        integrator.check_published(reply.body)
    return reply.status in {HTTPStatus.OK, HTTPStatus.NOT_FOUND}  # it never saw us


def collect(newest: Checkpoint, nodes: NodeReader, *, at: datetime) -> int:
    """Ask every witness to cosign the newest checkpoint; return how many have.

    Whoever does not answer is asked again at the next step; the log waits for nobody.

    Args:
        newest: The checkpoint.
        nodes: Reads its tree.
        at: When, timezone-aware; kept beside the lines.

    Raises:
        RolledBack, LogDiffers: A witness shows that it saw more, or another tree.
    """
    wanted = policy()
    if wanted is None:
        return 0
    head = integrator.head(newest.note.encode())
    have = set(_lines(newest.size).values_list("witness", flat=True))
    waiting = [one for one in _reachable(wanted) if one.name not in have]
    asked = [(one, _request(newest, _last_size(one), nodes)) for one in waiting]
    with ThreadPoolExecutor(max_workers=8) as pool:
        replies = list(pool.map(lambda pair: _send(*pair), asked))
    for (one, _), reply in zip(asked, replies, strict=True):
        again = _corrected(one, newest, nodes, reply)
        if again is not None:
            _keep(one, head, again, at=at)
    return _lines(newest.size).count()


def lines(size: int) -> Iterator[str]:
    """Give the cosignature lines of a checkpoint, as they stand below its note."""
    yield from _lines(size).order_by("witness").values_list("line", flat=True)


def have_seen(entry_id: UUID) -> bool:
    """Say whether enough witnesses have seen an entry; without a policy always.

    Raises:
        NotSetUp: The policy cannot be read.
    """
    wanted = policy()
    if wanted is None:
        return True
    entry = Entry.objects.get(pk=entry_id)
    leaf = Leaf.objects.filter(commitment=entry.commitment).first()
    if leaf is None:
        return False
    by_size: dict[int, set[str]] = {}
    later = Cosignature.objects.filter(size__gt=leaf.index)
    for size, name in later.values_list("size", "witness"):
        by_size.setdefault(size, set()).add(name)
    return wanted.met(()) or any(wanted.met(names) for names in by_size.values())


@dataclass(frozen=True)
class Seen:
    """What one witness saw last: a size and when, or nothing."""

    name: str
    size: int | None
    at: datetime | None


def states() -> list[Seen]:
    """List the witnesses of the policy, and what each saw last."""
    wanted = policy()
    found = []
    for one in wanted.witnesses if wanted is not None else ():
        row = Cosignature.objects.filter(witness=one.name).order_by("-size").first()
        found.append(Seen(one.name, row.size if row else None, row.at if row else None))
    return found


def address(one: Witness) -> str:
    """Give the address below which a witness answers.

    Raises:
        NotSetUp: It is none of the web.
    """
    if one.url is None or not one.url.startswith(("http://", "https://")):
        raise _no_policy(f"gives no web address for {one.name}")
    return one.url.rstrip("/")


def _reachable(wanted: Policy) -> list[Witness]:
    return [one for one in wanted.witnesses if one.url is not None]


def _last_size(one: Witness) -> int:
    row = Cosignature.objects.filter(witness=one.name).order_by("-size").first()
    return row.size if row is not None else 0


def _request(newest: Checkpoint, old: int, nodes: NodeReader) -> bytes:
    proof = consistency_proof(old, newest.size, nodes) if old else []
    return witness.Request(old, tuple(proof), newest.note.encode()).body


def _send(one: Witness, body: bytes) -> Reply | None:
    try:
        return ask(f"{address(one)}/{witness.PATH}", body)
    except OSError:
        return None


def _corrected(
    one: Witness, newest: Checkpoint, nodes: NodeReader, reply: Reply | None
) -> Reply | None:
    """Ask once more where a witness knows another size than we thought."""
    if reply is None or reply.status != HTTPStatus.CONFLICT:
        return reply
    try:
        size = witness.read_size(reply.body)
    except ValueError:
        return None
    if size > newest.size:
        _agrees(one)  # what it claims stops the log only if it can show it
        return None
    return _send(one, _request(newest, size, nodes))


def _keep(one: Witness, head: TreeHead, reply: Reply, *, at: datetime) -> None:
    if reply.status == HTTPStatus.UNPROCESSABLE_ENTITY:
        _agrees(one)
    if reply.status != HTTPStatus.OK:
        return
    try:
        line = witness.read_cosignature(head, reply.body, one.verifier).line
    except witness.RefusedCosignature:
        return
    with transaction.atomic():
        Cosignature.objects.get_or_create(
            size=head.size, witness=one.name, defaults={"line": line, "at": at}
        )


def _lines(size: int) -> QuerySet[Cosignature]:
    return Cosignature.objects.filter(size=size)
