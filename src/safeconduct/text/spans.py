"""Which lengths of time does a text tell in words that hold no number?

"Менше місяця" is less than one month, 사흘 is three days. Such words stand in no
list of numerals: the unit itself is the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from safeconduct.text.quantities import Quantity, qualified

_UNITS = {
    "year": r"рок[уи]|рік|год[ау]?",
    "month": r"місяц[яь]|месяц[а]?",
    "week": r"тижн[яі]|тиждень|недел[иью]",
    "day": r"доб[иу]|дня|сут(?:ок|ки)",
}
_QUALIFIED = (
    r"понад|більш[е]?(?:\s+(?:ніж|як|за))?|менш[е]?(?:\s+(?:ніж|як|за))?|майже|близько|не\s+менше|не\s+більше|щонайменше"
    r"|свыше|более(?:\s+чем)?|больше(?:\s+чем)?|мен(?:ее|ьше)(?:\s+чем)?|почти|около|не\s+мен(?:ее|ьше)|не\s+бол(?:ее|ьше)"
)
# Only what qualifies it makes the bare unit a length: "year" alone is a time.
SLAVIC = re.compile(
    rf"(?<!\w)(?:{_QUALIFIED})\s+"
    rf"(?:{'|'.join(f'(?P<{unit}>{words})' for unit, words in _UNITS.items())})(?!\w)",
    re.IGNORECASE,
)
KOREAN_DAYS = {
    "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8,
    "아흐레": 9, "열흘": 10, "열하루": 11, "열이틀": 12, "열사흘": 13, "열나흘": 14,
    "보름": 15,
}  # fmt: skip
KOREAN = re.compile(
    rf"(?<![가-힣])(?P<days>{'|'.join(KOREAN_DAYS)})"
    r"(?=\s?(?:동안|간|만에|째|이나|넘게|이상|가량|정도|가까이|내내|밤낮|에\s걸쳐|여(?=\s)|도\s|치(?=\s)|(?:의\s)?(?:훈련|교육|과정|행군|전투|휴가))|[을이은의]\s)"
)
AROUND = re.compile(
    r"\s?(?:전|뒤|후)(?![가-힣]*쟁)|\s+(?:тому|назад|потому|спустя)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time and its unit."""

    quantity: Quantity
    unit: str


def spans(text: str) -> Iterator[Span]:
    """Yield the lengths of a sentence that its units tell; times gone by are none."""
    for match in SLAVIC.finditer(text):
        if AROUND.match(text, match.end()):
            continue
        unit = str(match.lastgroup)
        yield Span(_one(text, match.start(unit), match.end(), Decimal(1)), unit)
    for match in KOREAN.finditer(text):
        if not AROUND.match(text, match.end()):
            days = Decimal(KOREAN_DAYS[match["days"]])
            yield Span(_one(text, *match.span(), days), "day")


def names_span(text: str) -> bool:
    """Whether a sentence may tell a length of time without a number."""
    return bool(SLAVIC.search(text))


def _one(text: str, start: int, end: int, value: Decimal) -> Quantity:
    bare = Quantity(
        start, end, value, value, words=True, bare_start=start, bare_end=end
    )
    return replace(qualified(text, bare), bare_start=start, bare_end=end)
