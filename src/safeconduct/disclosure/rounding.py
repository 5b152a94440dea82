"""Which counts of people may be published, so that nobody is told from them?

Every count becomes a multiple of `BASE`, the one below or the one above: at random, but
so that the mean over many draws is the count itself. The draw is fixed by who is
counted: the same people always give the same number, and one more or one fewer draws
anew, so that two counts that differ by one man do not show him. Totals are drawn for
themselves, never added up: what is held back cannot be found by subtraction. Below
`LEAST` nothing is told, not even that nobody was counted.

Random rounding with a key for each cell: Fraser and Wooton, "A proposed method for
confidentialising tabular output to protect against differencing", Joint UNECE/Eurostat
work session on statistical data confidentiality, Geneva 2005.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Final

BASE: Final = 5
LEAST: Final = 2 * BASE
"""What may stand for five people or fewer is not told."""
_WORD: Final = 8  # bytes of a person's number
_MODULUS: Final = 1 << 8 * _WORD


class Rounding:
    """Rounds the counts of a register.

    Args:
        secret: Known to the register alone: who knew it could draw himself.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._numbers: dict[bytes, int] = {}

    def told(self, people: Collection[bytes]) -> int | None:
        """Give the number that may be told of some people; None: under `LEAST`.

        Args:
            people: One id for each person; none twice.
        """
        whole, rest = divmod(len(people), BASE)
        count = BASE * (whole + (self._drawn(people) * BASE < rest * _MODULUS))
        return count if count >= LEAST else None

    def table(
        self, cells: Mapping[str, Collection[bytes]]
    ) -> tuple[dict[str, int | None], int | None]:
        """Round a table's cells, and the total of all people in it for itself."""
        total = {person for people in cells.values() for person in people}
        return {name: self.told(who) for name, who in cells.items()}, self.told(total)

    def _drawn(self, people: Collection[bytes]) -> int:
        """Draw a number below 2^64 for a group, whatever the order of its members."""
        group = sum(map(self._number, people)) % _MODULUS
        return self._hashed(group.to_bytes(_WORD, "big"))

    def _number(self, person: bytes) -> int:
        found = self._numbers.get(person)
        if found is None:
            found = self._numbers[person] = self._hashed(b"person" + person)
        return found

    def _hashed(self, text: bytes) -> int:
        return int.from_bytes(hmac.digest(self._secret, text, sha256)[:_WORD], "big")
