"""Whose age does a text tell?

Ages are for exposure and are never compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from safeconduct.text.numerals import numerals

WORDS = (
    r"(?:twenty|thirty|forty|fifty|eighteen|nineteen)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
YEARS = re.compile(
    rf"(?<![\w,.])(?P<age>\d{{1,2}}|{WORDS})[\s-]+years?[\s-]+olds?\b"
    rf"|\b(?:aged?|at\s+the\s+age\s+of)\s+(?:of\s+)?(?P<aged>\d{{1,2}}|{WORDS})\b(?![,.]\d|%)"
    r"|(?<=[a-zа-яіїє가-힣],\s)(?P<apposed>[1-6]\d)(?=,\s)"
    r"|\((?P<bracketed>[1-6]\d)\)"
    r"|(?:만\s?)?(?P<korean>\d{1,2})\s?[세살](?![가-힣]*기)"
    r"|(?<!\d)(?P<slavic>\d{1,2})-?(?:річн|летн)\w+"
    r"|(?:віком|вік|в\s+возрасте|возраст\w*|йому|ему)\s+(?P<slavic2>\d{1,2})\s+(?:рок|рік|лет|год)\w*",
    re.IGNORECASE,
)
DECADES = {"teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50}
BAND = re.compile(
    rf"\bin\s+(?:his|her|their)\s+(?P<part>early|mid|late)?[\s-]*(?P<decade>{'|'.join(DECADES)}|[2-5]0s)\b"
    r"|(?P<korean>[2-5]0)대\s?(?P<part2>초반|중반|후반)?",
    re.IGNORECASE,
)
# "In his late twenties" is 27 to 29.
PARTS = {
    "early": (0, 3), "초반": (0, 3),
    "mid": (4, 6), "중반": (4, 6),
    "late": (7, 9), "후반": (7, 9),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Age:
    """An age in years, both ends included."""

    start: int
    end: int
    low: Decimal
    high: Decimal


def ages(text: str) -> Iterator[Age]:
    """Yield the ages of persons that a text tells."""
    for match in YEARS.finditer(text):
        number = next(part for part in match.groups() if part)
        value = next(numerals(number)).value
        yield Age(*match.span(), value, value)
    for match in BAND.finditer(text):
        decade = match["decade"] or match["korean"]
        base = DECADES.get(decade.lower()) or int(re.sub(r"\D", "", decade))
        low, high = PARTS.get((match["part"] or match["part2"] or "").lower(), (0, 9))
        yield Age(*match.span(), Decimal(base + low), Decimal(base + high))
