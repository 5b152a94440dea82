import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from safeconduct.cli.ledger import durable
from safeconduct.ledger import Checkpoint, open_note, witness
from tests.cli.ledger import witnessing
from tests.cli.ledger.witnessing import COSIGNER, ELSEWHERE, Caller, request
from tests.ledger import logs


@pytest.fixture
def caller(tmp_path: Path) -> Iterator[Caller]:
    with witnessing.serving(tmp_path) as found:
        yield found


def test_an_honest_log(caller: Caller) -> None:
    """Each checkpoint that extends the last is cosigned, and served to everybody."""
    for old, new in [(0, 1), (1, 10), (10, 10), (10, 300), (300, 1000)]:
        body = request(old, new)
        answer = caller.add(body)

        assert (answer.status, answer.kind) == (200, "text/plain; charset=utf-8")
        state = Checkpoint.parse(
            witnessing.note(witnessing.FIRST[:new]).split(b"\n\n")[0] + b"\n"
        )
        line = witness.read_cosignature(state, answer.body, COSIGNER.verifier)
        served = open_note(
            caller.latest().body, [logs.SIGNER.verifier, COSIGNER.verifier]
        )
        assert served.text == state.text
        assert line in served.verified


def test_a_fork(caller: Caller) -> None:
    """A tree that does not contain the one cosigned is refused, whatever it proves."""
    assert caller.add(request(0, 20)).status == 200

    assert caller.add(request(20, 40, witnessing.FORKED)).status == 422
    assert caller.latest().body.split(b"\n")[1] == b"20"


def test_the_same_size_with_another_root(caller: Caller) -> None:
    """Two trees of one size are a fork."""
    assert caller.add(request(0, 20)).status == 200

    assert caller.add(request(20, 20, witnessing.FORKED)).status == 422


def test_a_rollback(caller: Caller) -> None:
    """A log that has become smaller is told the size that was cosigned."""
    caller.add(request(0, 300))

    for body in (request(0, 20), request(20, 300), request(0, 1000)):
        answer = caller.add(body)
        assert (answer.status, answer.body) == (409, b"300\n")
        assert answer.kind == "text/x.tlog.size"
    assert caller.add(request(300, 1000)).status == 200


def test_an_old_size_above_the_new(caller: Caller) -> None:
    """A log does not shrink from the size it names."""
    body = request(0, 20).replace(b"old 0", b"old 21", 1)

    assert caller.add(body).status == 400


def test_a_proof_from_nothing(caller: Caller) -> None:
    """From old size 0 there is nothing to prove."""
    lines = witnessing.hashes(bytes(32)).encode()
    body = request(0, 20).replace(b"old 0\n", b"old 0\n" + lines, 1)

    assert caller.add(body).status == 422


def test_an_unknown_log(caller: Caller) -> None:
    """A log that nobody told the witness of is not found, also when asked for."""
    body = request(0, 20, signer=ELSEWHERE)

    assert caller.add(body).status == 404
    assert caller.latest(ELSEWHERE.name).status == 404


def test_a_bad_signature(caller: Caller) -> None:
    """What the log did not sign is not cosigned, nor what somebody else signed."""
    body = request(0, 20)
    stranger = type(ELSEWHERE)(logs.ORIGIN, bytes(32))

    assert caller.add(body[:-6] + b"AAAA=\n").status in {400, 403}
    assert caller.add(request(0, 20, signer=stranger)).status == 403
    assert caller.latest().status == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\n\n",
        b"old -1\n\n" + request(0, 20)[7:],
        b"old 00\n\n" + request(0, 20)[7:],
        request(0, 20)[:-1],
        request(0, 20).replace(b"old 0\n", b"old 0\r\n"),
        b"old 0\n" + witnessing.hashes(*[bytes(32)] * 64).encode() + request(0, 2)[6:],
        bytes(5000),
        b"\xff" * 100,
    ],
)
def test_malformed(caller: Caller, body: bytes) -> None:
    """What is no request is refused, and nothing is remembered of it."""
    assert caller.add(body).status == 400
    assert caller.latest().status == 404


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE"])
@pytest.mark.parametrize(
    "path",
    ["/", "/add-checkpoint/", "/../witness.vkey", "/witness.vkey", "/checkpoint"],
)
def test_nothing_else_is_there(caller: Caller, method: str, path: str) -> None:
    """Two addresses answer, and no file is served."""
    answer = caller.ask(method, path, b"x" if method in {"POST", "PUT"} else None)

    assert answer.status in {404, 501}
    assert COSIGNER.verifier.vkey.encode() not in answer.body


def test_too_long(caller: Caller) -> None:
    """A request has a limit; nothing beyond it is read."""
    with socket.create_connection((caller.host, caller.port), timeout=20) as line:
        line.sendall(
            b"POST /add-checkpoint HTTP/1.1\r\nHost: w\r\n"
            b"Content-Length: 99999999\r\n\r\n"
        )
        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


def test_no_length(caller: Caller) -> None:
    """A body whose end nobody knows is not waited for."""
    with socket.create_connection((caller.host, caller.port), timeout=20) as line:
        line.sendall(b"POST /add-checkpoint HTTP/1.1\r\nHost: w\r\n\r\n")
        assert line.recv(100).startswith(b"HTTP/1.1 411 ")


def test_no_http(caller: Caller) -> None:
    """What is no HTTP is refused in plain words that repeat nothing."""
    with socket.create_connection((caller.host, caller.port), timeout=20) as line:
        line.sendall(b"<script>alert(1)</script> / HTTP/9.9\r\n\r\n")
        answer = line.makefile("rb").read()
        assert b"script" not in answer
        assert b"Traceback" not in answer


def test_somebody_who_says_nothing(tmp_path: Path) -> None:
    """Who holds a line open is hung up on; others are served meanwhile and after."""
    with witnessing.serving(tmp_path, patience=0.3) as caller:
        silent = socket.create_connection((caller.host, caller.port), timeout=20)
        dripping = socket.create_connection((caller.host, caller.port), timeout=20)
        dripping.sendall(b"POST /add-checkpoint HTTP/1.1\r\nContent-Length: 9\r\n\r\nx")
        assert caller.add(request(0, 20)).status == 200
        with silent, dripping:
            assert silent.recv(100) == b""
            assert not dripping.recv(100).startswith(b"HTTP/1.1 200")


def test_two_at_once(caller: Caller) -> None:
    """Of requests from the same old size one is cosigned; the others are told."""
    assert caller.add(request(0, 10)).status == 200
    bodies = [request(10, 20 + i) for i in range(8)]

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(caller.add, bodies))

    assert sorted(answer.status for answer in answers) == [200] + [409] * 7
    size = caller.latest().body.split(b"\n")[1]
    assert {a.body for a in answers if a.status == 409} == {size + b"\n"}


def test_two_forks_at_once(caller: Caller) -> None:
    """Of two trees of one size at most one is cosigned, however they race."""
    bodies = [request(0, 20), request(0, 20, witnessing.FORKED)] * 4

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(caller.add, bodies))

    assert [a.status for a in answers].count(200) == 1


def test_a_full_disk(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be stored is not cosigned, and no reason leaves the house."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "/secret/place")

    with monkeypatch.context() as patched:
        patched.setattr(durable, "put", refuse)
        answer = caller.add(request(0, 20))

    assert answer.status == 500
    assert b"secret" not in answer.body
    assert caller.latest().status == 404
    assert caller.add(request(0, 20)).status == 200


def test_a_damaged_memory(caller: Caller, tmp_path: Path) -> None:
    """A witness that cannot read what it signed signs nothing more."""
    caller.add(request(0, 20))
    (file,) = tmp_path.glob("*.checkpoint")
    file.write_bytes(file.read_bytes().replace(b"\n20\n", b"\n10\n"))

    assert caller.add(request(20, 40)).status == 500
    assert caller.latest().status == 500
