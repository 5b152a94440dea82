"""Under which address does the server answer?"""

from pathlib import Path
from urllib.parse import quote

DATABASE = "safeconduct"
ROLE = "safeconduct"  # owns the database, is no superuser: row security binds it
SUPERUSER = "postgres"


def of_program(sockets: Path) -> str:
    """Write the address for programs: their database, in their role."""
    return _url(sockets, ROLE, DATABASE)


def of_keeper(sockets: Path) -> str:
    """Write the address for making role and database."""
    return _url(sockets, SUPERUSER, "postgres")


def _url(sockets: Path, role: str, database: str) -> str:
    return f"postgresql://{role}@/{database}?host={quote(str(sockets), safe='')}"
