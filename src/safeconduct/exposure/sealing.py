"""How is what belongs to one person's sightings and incidents sealed?

Everything with his key: when he is erased, it is gone.
"""

import json
from typing import Any
from uuid import UUID

from safeconduct.keyring.keys import Key


def seal(key: Key, row: UUID, use: str, content: Any) -> bytes:
    """Seal plain JSON for a row.

    Args:
        key: The person's.
        row: The row that keeps it.
        use: Which of the row's contents it is, such as `reason`.
        content: What is kept.
    """
    clear = json.dumps(content, ensure_ascii=False).encode()
    return key.seal(clear, place=_place(row, use))


def unseal(key: Key, row: UUID, use: str, sealed: bytes | memoryview) -> Any:
    """Read what `seal` made.

    Raises:
        SealBroken: The row was altered.
    """
    return json.loads(key.unseal(bytes(sealed), place=_place(row, use)))


def _place(row: UUID, use: str) -> str:
    return f"exposure/{use}/{row}"
