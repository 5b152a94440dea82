"""As whom does PostgreSQL run when root started the program?

PostgreSQL refuses to run as root. It then runs as the owner of the folder, or, when
that is root, as the system account `safeconduct`, which is made once.
"""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from safeconduct.cluster.errors import NoAccount

NAME = "safeconduct"


class Identity(TypedDict, total=False):
    """The arguments that make `subprocess.Popen` run as somebody else."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, slots=True)
class Account:
    """The user and group PostgreSQL runs as; both None for who started the program."""

    uid: int | None = None
    gid: int | None = None

    @property
    def identity(self) -> Identity:
        """What to add to `subprocess.run` and `Popen`."""
        if self.uid is None or self.gid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Give one file or folder to the account."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def choose(*folders: Path) -> Account:
    """Choose the account: the first owner of these folders who is not root.

    Raises:
        NoAccount: root has no other account and could not make one.
    """
    if os.geteuid() != 0:
        return Account()
    for folder in folders:
        if folder.exists() and (owner := folder.stat()).st_uid != 0:
            return Account(owner.st_uid, owner.st_gid)
    entry = _entry() or _make()
    return Account(entry.pw_uid, entry.pw_gid)


def _entry() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        return None


def _make() -> pwd.struct_passwd:
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if useradd is None:
        raise NoAccount(NAME, "this system has no useradd")
    made = subprocess.run(  # noqa: S603  constant arguments
        [
            *(useradd, "--system", "--user-group", "--no-create-home"),
            *("--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", NAME),
        ],
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    # Two programs may start at once: what counts is that the account is there now.
    entry = _entry()
    if entry is None:
        raise NoAccount(NAME, made.stderr.strip() or "useradd failed")
    return entry
