"""How a setting is read from the environment: typed, and loud when it is wrong."""

import base64
import binascii
import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_REQUIRED = object()


def text(name: str, default: object = _REQUIRED) -> str:
    """Read a string.

    Raises:
        ImproperlyConfigured: The variable is not set and has no default.
    """
    value = os.environ.get(name)
    if value:
        return value
    if default is _REQUIRED:
        raise ImproperlyConfigured(
            f"{name} is not set. `safeconduct init` writes a file with fresh values;"
            " docs/reference/settings.md says what each one means."
        )
    return str(default)


def flag(name: str, *, default: bool) -> bool:
    """Read a yes or no: 1, true, yes, on against 0, false, no, off."""
    value = os.environ.get(name, "").strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    if value:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return default


def whole(name: str, *, default: int, least: int = 0, most: int = 10**9) -> int:
    """Read a whole number between two bounds, both included."""
    value = os.environ.get(name, "")
    if not value:
        return default
    if not value.isdecimal() or not least <= int(value) <= most:
        raise ImproperlyConfigured(
            f"{name} must be a whole number from {least} to {most}, not {value!r}."
        )
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """Read a list separated by commas; empty parts are dropped."""
    return [w for w in (p.strip() for p in text(name, default).split(",")) if w]


def choice(name: str, choices: tuple[str, ...], *, default: str) -> str:
    """Read one of a few words."""
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(
            f"{name} must be one of {', '.join(choices)}, not {value!r}."
        )
    return value


def key(name: str, default: object = _REQUIRED) -> bytes:
    """Read 32 secret bytes, written in base64. The value is never shown."""
    value = text(name, default)
    try:
        secret = base64.b64decode(value, validate=True)
    except binascii.Error:
        secret = b""
    if len(secret) != 32:  # noqa: PLR2004  AES-256 and Ed25519 seeds
        raise ImproperlyConfigured(f"{name} must be 32 bytes in base64.")
    return secret


def folder(name: str, default: Path) -> Path:
    """Read a folder's path; `~` stands for the home folder."""
    return Path(text(name, default)).expanduser()


def file(name: str) -> Path | None:
    """Read a file's path; `None` when it is not set. `~` stands for the home folder."""
    value = text(name, "")
    return Path(value).expanduser() if value else None
