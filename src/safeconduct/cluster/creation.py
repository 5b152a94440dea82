"""How is a new cluster made, and what is left alone?"""

import shutil
import subprocess
from pathlib import Path

from safeconduct.cluster.account import Account
from safeconduct.cluster.binaries import Binaries
from safeconduct.cluster.errors import DiskFull, NotACluster, OtherVersion, ServerFailed
from safeconduct.cluster.layout import Layout

# A new cluster takes about 40 MB, its first write-ahead log 16 MB more.
ROOM = 100 * 1024 * 1024
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def version(data: Path) -> str | None:
    """Say which PostgreSQL made the cluster of a data folder; None if there is none.

    Raises:
        OSError: it cannot be read.
    """
    file = Layout(data).cluster / "PG_VERSION"
    return file.read_text().strip() if file.is_file() else None


def ensure(
    layout: Layout, binaries: Binaries, account: Account, *, durable: bool
) -> None:
    """See that a whole cluster of this version is there; make it if there is none.

    Raises:
        OtherVersion: there is one of another version.
        NotACluster: there is something else.
        DiskFull: there is no room for a new one.
        ServerFailed: `initdb` gave up.
    """
    found = version(layout.data)
    if found is not None:
        if found != binaries.major:
            raise OtherVersion(layout.cluster, found=found, brought=binaries.major)
        return
    if layout.cluster.exists() and any(layout.cluster.iterdir()):
        raise NotACluster(layout.cluster)
    if shutil.disk_usage(layout.data).free < ROOM:
        raise DiskFull(layout.data)
    _make(layout, binaries, account, durable=durable)


def _make(
    layout: Layout, binaries: Binaries, account: Account, *, durable: bool
) -> None:
    """Make the cluster beside its place, so that a half-made one is never taken."""
    if layout.unfinished.exists():
        shutil.rmtree(layout.unfinished)
    layout.unfinished.mkdir(mode=0o700)
    account.own(layout.unfinished)
    command = [
        *(str(binaries.initdb), "--pgdata", str(layout.unfinished)),
        # PostgreSQL's own collation: the system's changes with its C library, and
        # then indexes are silently wrong.
        *("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"),
        *("--builtin-locale=C.UTF-8", "--username=postgres"),
        *("--auth=trust", "--no-instructions"),  # the socket's folder is private
        *(() if durable else ("--no-sync",)),
    ]
    try:
        made = subprocess.run(  # noqa: S603  our own binary and paths
            command,
            check=False,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            cwd="/",
            env=ENVIRONMENT,
            **account.identity,
        )
    except OSError as error:
        raise ServerFailed(f"{command[0]}: {error.strerror}", layout.log) from error
    if made.returncode != 0:
        shutil.rmtree(layout.unfinished, ignore_errors=True)
        if "No space left" in made.stderr:
            raise DiskFull(layout.data)
        layout.log.write_text(made.stderr)
        # The first error is the cause; what follows is initdb cleaning up.
        lines = made.stderr.strip().splitlines() or ["initdb failed"]
        cause = next((line for line in lines if "error:" in line), lines[-1])
        raise ServerFailed(cause, layout.log)
    layout.unfinished.rename(layout.cluster)
