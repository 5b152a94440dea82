"""How does the account of PostgreSQL reach folders that belong to root?

A folder is reached through all the folders above it, and `/root` is closed to others.
An access control list lets this one account walk through (`x`) and nobody read; where
the file system has no lists, others may walk through. Nothing is opened for reading.

The layout of the attribute is that of Linux, `include/uapi/linux/posix_acl_xattr.h`.
"""

import os
import stat
import struct
from pathlib import Path

from safeconduct.cluster.account import Account

ATTRIBUTE = "system.posix_acl_access"
VERSION = 2
NOBODY = 0xFFFFFFFF  # the id of entries that name no one
OWNER, USER, GROUP, MASK, OTHER = 0x01, 0x02, 0x04, 0x10, 0x20

AccessList = dict[tuple[int, int], int]


def open_way(account: Account, folder: Path) -> None:
    """Let the account walk through every folder above `folder`, and into it."""
    if account.uid is None:
        return
    for step in (folder, *folder.parents):
        if not _may_pass(account, step):
            _let_pass(account.uid, step)


def _may_pass(account: Account, folder: Path) -> bool:
    """Whether the plain permission bits let the account through."""
    found = folder.stat()
    if found.st_uid == account.uid:
        return bool(found.st_mode & stat.S_IXUSR)
    if found.st_gid == account.gid:
        return bool(found.st_mode & stat.S_IXGRP)
    return bool(found.st_mode & stat.S_IXOTH)


def _let_pass(uid: int, folder: Path) -> None:
    mode = folder.stat().st_mode
    try:
        entries = _read(folder, mode)
        entries[USER, uid] = entries.get((USER, uid), 0) | 1
        widest = entries.get((MASK, NOBODY), entries[GROUP, NOBODY])
        entries[MASK, NOBODY] = widest | 1
        os.setxattr(folder, ATTRIBUTE, _packed(entries))
    except (OSError, AttributeError, struct.error):
        folder.chmod(stat.S_IMODE(mode) | stat.S_IXOTH)


def _read(folder: Path, mode: int) -> AccessList:
    try:
        raw = os.getxattr(folder, ATTRIBUTE)
    except OSError:
        return {
            (OWNER, NOBODY): mode >> 6 & 7,
            (GROUP, NOBODY): mode >> 3 & 7,
            (OTHER, NOBODY): mode & 7,
        }
    return {(tag, who): may for tag, may, who in struct.iter_unpack("<HHI", raw[4:])}


def _packed(entries: AccessList) -> bytes:
    """Write the entries in the order the kernel demands: by tag, then by id."""
    rows = (
        struct.pack("<HHI", tag, may, who)
        for (tag, who), may in sorted(entries.items())
    )
    return struct.pack("<I", VERSION) + b"".join(rows)
