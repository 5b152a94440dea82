"""What lies where in a data folder?"""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

# The kernel keeps 108 bytes for the path of a Unix socket on Linux and 104 on macOS.
LONGEST_SOCKET_PATH = 100
SOCKET = ".s.PGSQL.5432"


@dataclass(frozen=True, slots=True)
class Layout:
    """The names inside one data folder.

    Args:
        data: the folder, absolute.
    """

    data: Path

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own folder."""
        return self.data / "postgres"

    @property
    def unfinished(self) -> Path:
        """A cluster that is being made, renamed to `cluster` when it is whole."""
        return self.data / "postgres.new"

    @property
    def log(self) -> Path:
        """What the server says since its last start."""
        return self.data / "postgres.log"

    @property
    def former_log(self) -> Path:
        """What it said between the start before and the last."""
        return self.data / "postgres.log.1"

    @property
    def lock(self) -> Path:
        """Who holds the folder."""
        return self.data / "postgres.lock"

    @property
    def sockets(self) -> Path:
        """The folder of the socket, as long as its path is plain and short."""
        return self.data / "socket"

    def has_plain_sockets(self) -> bool:
        """Whether the kernel and PostgreSQL's clients take the path of the socket.

        Clients read a comma in it as the border between two hosts.
        """
        path = os.fsencode(self.sockets / SOCKET)
        return len(path) <= LONGEST_SOCKET_PATH and b"," not in path


def short_folder() -> Path:
    """Make a private folder whose path a socket can bear."""
    place = tempfile.gettempdir()
    longest = LONGEST_SOCKET_PATH - len(f"/safeconduct-12345678/{SOCKET}")
    if len(os.fsencode(place)) > longest:
        place = "/tmp"  # noqa: S108  mkdtemp makes the folder private and new
    return Path(tempfile.mkdtemp(prefix="safeconduct-", dir=place))
