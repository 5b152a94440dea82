"""Case numbers: short, sayable, and telling nothing about whom or how many.

Seven symbols, the last a check symbol, written `SC-4K7M-2QX`. They are those of
Crockford's base 32 without Z: 31 is prime, so that the check misses no wrong symbol.
They are random: a running number would tell who came when.
"""

import secrets

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXY"
_MISREAD = str.maketrans("OIL", "011")


def new() -> str:
    """Draw a number; the register refuses one that is taken."""
    body = "".join(secrets.choice(_SYMBOLS) for _ in range(6))
    return _written(body)


def _written(body: str) -> str:
    return f"SC-{body[:4]}-{body[4:]}{_check(body)}"


def _check(body: str) -> str:
    """Weighted sum modulo 31: finds each wrong symbol and each swap of neighbours."""
    total = sum(place * _SYMBOLS.index(s) for place, s in enumerate(body, start=2))
    return _SYMBOLS[total % len(_SYMBOLS)]


def read(typed: str) -> str | None:
    """Bring a typed number to its written form; `None` when it cannot be one."""
    body = typed.upper().translate(_MISREAD)
    body = "".join(s for s in body if s.isalnum()).removeprefix("SC")
    if len(body) != 7 or set(body) - set(_SYMBOLS):  # noqa: PLR2004  six and a check
        return None
    return _written(body[:6]) if _check(body[:6]) == body[6] else None
