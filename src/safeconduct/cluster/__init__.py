"""What runs the PostgreSQL that comes with Safeconduct?

    from safeconduct import cluster

    with cluster.start(Path("/srv/register")) as running:
        psycopg.connect(running.url)

The server belongs to the program that started it. It listens on a Unix socket in a
private folder and nowhere else, and it ends with its program, however that ends.
One program at a time holds a data folder.
"""

from safeconduct.cluster.binaries import find as find_binaries
from safeconduct.cluster.creation import version
from safeconduct.cluster.errors import (
    ClusterError,
    DataFolderInUse,
    DataFolderUnusable,
    DiskFull,
    NoAccount,
    NoBinaries,
    NotACluster,
    OtherVersion,
    ServerFailed,
)
from safeconduct.cluster.lock import running_url
from safeconduct.cluster.server import Running, start

__all__ = [
    "ClusterError",
    "DataFolderInUse",
    "DataFolderUnusable",
    "DiskFull",
    "NoAccount",
    "NoBinaries",
    "NotACluster",
    "OtherVersion",
    "Running",
    "ServerFailed",
    "find_binaries",
    "running_url",
    "start",
    "version",
]
