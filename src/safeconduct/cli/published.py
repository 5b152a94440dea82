"""Where does a published log lie, in a folder or on a web server, and who reads it?"""

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import Protocol

from safeconduct.cli.refusal import Refused
from safeconduct.receipt import beside

LONGEST = 256 * (2 + 0xFFFF)  # bytes; no file of a log is longer than this bundle
# What a log's keeper puts beside it: the key, the policy, and programs that verify.
BESIDE = frozenset({"log.vkey", *beside.NAMES})
PATIENCE = 30.0  # seconds for one file
_NOT_FOUND = 404


class Place(Protocol):
    """Where the files of a log are."""

    def read(self, path: str) -> bytes | None:
        """Read one file, at most one byte more than is allowed; `None` without it."""

    def listing(self) -> set[str] | None:
        """Name all files; `None` where nobody can."""


def find(named: str) -> Place:
    """Take what a person typed for a folder or an address.

    Raises:
        Refused: There is no such folder, and it is no address either.
    """
    if named.startswith(("http://", "https://")):
        return Address(named.rstrip("/"))
    folder = Path(named)
    if not folder.is_dir():
        raise Refused(
            _("There is no folder of that name. Give the log's folder, or its address.")
        )
    return Folder(folder)


class Folder:
    """A log as files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, path: str) -> bytes | None:
        """Read one file.

        Raises:
            Refused: It is there and cannot be read.
        """
        try:
            with (self._folder / path).open("rb") as file:
                # One byte more than is allowed tells that the file is too long.
                return file.read(LONGEST + 1)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except OSError as error:
            # The error's own text would show the whole path of the folder.
            raise Refused(
                _("A file of the log cannot be read: %s") % error.strerror
            ) from error

    def listing(self) -> set[str]:
        """Name all files in the folder."""
        return set(self._names())

    def _names(self) -> Iterator[str]:
        for path in self._folder.rglob("*"):
            if not path.is_dir() or path.is_symlink():
                yield path.relative_to(self._folder).as_posix()


class Address:
    """A log as a web server publishes it. Files that nobody names are not seen."""

    def __init__(self, address: str) -> None:
        self._address = address

    def read(self, path: str) -> bytes | None:
        """Fetch one file.

        Raises:
            Refused: The server does not answer, or answers with an error.
        """
        url = f"{self._address}/{path}"
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310  http or https, see `find`
                found: bytes = answer.read(LONGEST + 1)
                return found
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == _NOT_FOUND:
                return None
            raise Refused(
                _("The server answers %(path)s with an error (%(code)d).")
                % {"path": path, "code": error.code}
            ) from error
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise Refused(
                _("The server cannot be reached. Check the address and the network.")
            ) from error

    def listing(self) -> None:
        """Name nothing: a web server does not list."""
