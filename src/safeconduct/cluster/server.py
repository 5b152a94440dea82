"""How is the server started, and how does it end?"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from safeconduct.cluster import address, binaries, creation, leftover, lock, settings
from safeconduct.cluster.account import Account, choose
from safeconduct.cluster.binaries import Binaries
from safeconduct.cluster.errors import DataFolderUnusable, DiskFull, ServerFailed
from safeconduct.cluster.layout import Layout, short_folder
from safeconduct.cluster.passage import open_way
from safeconduct.cluster.watcher import Watcher

# After SIGKILL of a server its children need a moment to notice; until they are gone a
# new server refuses to share memory with them.
ORPHANS = "pre-existing shared memory block"
TRIES = 50
PAUSE = 0.1  # seconds

# Seconds for each way of asking: fast shutdown (clean), immediate (recovers from the
# log at the next start), the kernel.
STOPPING = ((signal.SIGINT, 60.0), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0))


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers.

    Args:
        url: the database for programs, as `postgresql://`, over the Unix socket.
        data: the data folder.
        process: the server; it has a parent's right to see its end (`has_ended`).
    """

    url: str
    data: Path
    process: subprocess.Popen[bytes]

    def has_ended(self) -> bool:
        """Whether the server ended by itself, or was killed."""
        return self.process.poll() is not None


@contextmanager
def start(data: Path, *, durable: bool = True) -> Iterator[Running]:
    """Run PostgreSQL in a data folder while the block runs.

    Args:
        data: made with mode 0700 if it is missing; the cluster lies in it.
        durable: False trades safety in a crash for speed; for tests.

    Raises:
        ClusterError: one of its kinds says why not and what to do.
    """
    layout = Layout(data.absolute())
    with ExitStack() as stack:
        try:
            layout.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            layout = Layout(data.resolve())
            held = stack.enter_context(lock.held(layout))
            account = choose(layout.cluster, layout.data)
            programs = binaries.find()
            open_way(account, layout.data)
            open_way(account, programs.folder)
            leftover.clear(layout)
            creation.ensure(layout, programs, account, durable=durable)
            sockets = stack.enter_context(_sockets(layout, account))
            if layout.log.exists():
                layout.log.replace(layout.former_log)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise DataFolderUnusable(layout.data, reason) from error
        served = _served(layout, programs, account, sockets, durable=durable)
        process = stack.enter_context(served)
        running = Running(address.of_program(sockets), layout.data, process)
        held.tell(running.url)
        yield running


@contextmanager
def _sockets(layout: Layout, account: Account) -> Iterator[Path]:
    """Make a private folder for the socket, beside the data if its path allows."""
    if layout.has_plain_sockets():
        # A killed server's socket has a lock file that names its process id, which
        # may be another's by now.
        shutil.rmtree(layout.sockets, ignore_errors=True)
        layout.sockets.mkdir(mode=0o700)
        account.own(layout.sockets)
        yield layout.sockets
        return
    folder = short_folder()
    try:
        account.own(folder)
        open_way(account, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _served(
    layout: Layout,
    programs: Binaries,
    account: Account,
    sockets: Path,
    *,
    durable: bool,
) -> Iterator[subprocess.Popen[bytes]]:
    command = [
        *(str(programs.postgres), "-D", str(layout.cluster)),
        *settings.options(sockets, durable=durable),
    ]
    reason = ""
    for _ in range(TRIES):
        process = _launched(command, layout, account)
        watcher = Watcher(process.pid, account)
        try:
            if _becomes_ready(process, layout):
                _give_database(layout, sockets)
                yield process
                return
        finally:
            _stop(process)
            watcher.dismiss()
        reason = _last_words(layout.log)
        if ORPHANS not in reason:
            break
        time.sleep(PAUSE)
    if "No space left" in reason:
        raise DiskFull(layout.data)
    raise ServerFailed(reason, layout.log)


def _launched(
    command: list[str], layout: Layout, account: Account
) -> subprocess.Popen[bytes]:
    log = os.open(layout.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        if os.geteuid() == 0:
            owner = layout.data.stat()
            os.fchown(log, owner.st_uid, owner.st_gid)
        return subprocess.Popen(  # noqa: S603  our own binary and paths
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env=creation.ENVIRONMENT,
            # Out of reach of Ctrl-C: the program stops first, its database last.
            start_new_session=True,
            **account.identity,
        )
    except OSError as error:
        raise ServerFailed(f"{command[0]}: {error.strerror}", layout.log) from error
    finally:
        os.close(log)


def _becomes_ready(process: subprocess.Popen[bytes], layout: Layout) -> bool:
    """Wait until the server answers; False if it ended instead.

    There is no limit: recovery of a large register after a crash takes what it takes.
    The server writes its state into the eighth line of `postmaster.pid`.
    """
    while process.poll() is None:
        with suppress(OSError, IndexError):
            lines = (layout.cluster / "postmaster.pid").read_bytes().splitlines()
            if int(lines[0]) == process.pid and lines[7].strip() == b"ready":
                return True
        time.sleep(0.02)
    return False


def _give_database(layout: Layout, sockets: Path) -> None:
    # Whoever only wants to know who runs in a folder does not load a driver.
    from safeconduct.cluster import database  # noqa: PLC0415

    database.ensure(layout, sockets)


def _stop(process: subprocess.Popen[bytes]) -> None:
    for ask, patience in STOPPING:
        if process.poll() is not None:
            return
        process.send_signal(ask)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            continue


def _last_words(log: Path) -> str:
    """Say why the server ended: its last fatal line."""
    lines = log.read_text(errors="replace").splitlines()
    for line in reversed(lines):
        for level in ("FATAL:", "PANIC:", "postgres:"):
            if level in line:
                return line.split(level, 1)[1].strip()
    return lines[-1].strip() if lines else "it ended without a word"
