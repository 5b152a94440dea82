"""A witness on the web: C2SP tlog-witness over HTTP, and nothing else.

``POST /add-checkpoint`` and ``GET /<hex SHA-256(origin)>/checkpoint``. It speaks plain
HTTP: a web server before it adds TLS and the path of the witness.

Strangers may send anything: a request has a limit of bytes and of seconds, there is a
limit of requests at a time, and no answer tells of an error's inside.
"""

import logging
import re
from collections.abc import Callable, Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import AF_INET, AF_INET6, SHUT_RDWR, socket
from socketserver import TCPServer
from threading import BoundedSemaphore, Timer
from typing import Any

from safeconduct.cli.ledger.witness_memory import Memory, MemoryFault
from safeconduct.ledger import Verifier, witness

PATIENCE = 10.0  # seconds for a whole request
AT_A_TIME = 64  # requests
_CHECKPOINT = re.compile(r"/([0-9a-f]{64})/checkpoint")
_PLAIN = "text/plain; charset=utf-8"

logger = logging.getLogger(__name__)
Clock = Callable[[], float]


class Server(ThreadingHTTPServer):
    """Serves one witness; a thread for each request."""

    daemon_threads = True
    request_queue_size = AT_A_TIME

    def __init__(
        self,
        address: tuple[str, int],
        *,
        memory: Memory,
        logs: Sequence[Verifier],
        clock: Clock,
        patience: float = PATIENCE,
    ) -> None:
        self.address_family = AF_INET6 if ":" in address[0] else AF_INET
        self.memory, self.logs, self.clock = memory, logs, clock
        self.patience = patience
        self._free = BoundedSemaphore(AT_A_TIME)
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        """Take the address as it was given, without asking the name service for it."""
        TCPServer.server_bind(self)
        host, self.server_port = self.server_address[:2]
        self.server_name = str(host)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Take a request if there is room, and drop it otherwise."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Handle a request, for as long as a request may take."""
        end = Timer(self.patience, _hang_up, [request])
        end.daemon = True
        end.start()
        try:
            super().process_request_thread(request, client_address)
        finally:
            end.cancel()
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Write no traceback: a connection that broke is its client's affair."""
        logger.info("a connection broke")

    def keys_of(self, origin: str) -> list[Verifier]:
        """Find the keys trusted for an origin: those that bear its name."""
        return [verifier for verifier in self.logs if verifier.name == origin]


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version = "safeconduct-witness"
    sys_version = ""
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        self.request.settimeout(self.server.patience)
        super().setup()

    def do_POST(self) -> None:
        if self.path != f"/{witness.PATH}":
            self._say(HTTPStatus.NOT_FOUND, "send checkpoints to /add-checkpoint")
            return
        body = self._body()
        if body is not None:
            self._answer(self._decide(body))

    def do_GET(self) -> None:
        match = _CHECKPOINT.fullmatch(self.path)
        try:
            found = self.server.memory.latest(match[1]) if match else None
        except (MemoryFault, OSError):
            self._fail()
            return
        if found is None:
            self._say(HTTPStatus.NOT_FOUND, "this witness has cosigned no such log")
        else:
            self._answer(witness.Answer(HTTPStatus.OK, found.note))

    def do_HEAD(self) -> None:
        self.do_GET()

    def _decide(self, body: bytes) -> witness.Answer:
        """Answer a request, having stored what must be stored."""
        server = self.server
        try:
            request = witness.Request.parse(body)
        except witness.MalformedRequest as error:
            return witness.malformed(error)
        try:
            return server.memory.answer(
                request,
                server.keys_of(request.checkpoint.origin),
                time=int(server.clock()),
            )
        except (MemoryFault, OSError) as error:
            logger.exception("the memory of the witness cannot be used", exc_info=error)
            return witness.Answer(500, b"this witness cannot store what it signs\n")

    def _body(self) -> bytes | None:
        """Read the body; `None` when it was refused."""
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            self._say(HTTPStatus.LENGTH_REQUIRED, "send a Content-Length")
            return None
        if len(length) > 9 or int(length) > witness.MAX_REQUEST:  # noqa: PLR2004
            self._say(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the request is too long")
            return None
        return self.rfile.read(int(length))

    def _fail(self) -> None:
        self._say(HTTPStatus.INTERNAL_SERVER_ERROR, "this witness cannot read")

    def _say(self, status: HTTPStatus, sentence: str) -> None:
        self._answer(witness.Answer(status, f"{sentence}\n".encode()))

    def _answer(self, answer: witness.Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def send_error(
        self,
        code: int,
        message: str | None = None,  # noqa: ARG002  it repeats what the client sent
        explain: str | None = None,  # noqa: ARG002
    ) -> None:
        """Refuse what is no HTTP for us: in plain text, without what was sent."""
        self.close_connection = True
        self._say(HTTPStatus(code), "this is not a request to a witness")

    def log_message(self, *_: object) -> None:
        """Write nothing of who asked: a witness has no visitors' book."""


def _hang_up(connection: socket) -> None:
    try:
        connection.shutdown(SHUT_RDWR)
    except OSError:
        return  # it has ended by itself
