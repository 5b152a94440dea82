"""Of which nation are the soldiers and prisoners of whom a sentence tells?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.details.telling import PRISONERS

AT_WAR_NATIONS = frozenset({"UKR", "RUS", "KOR", "USA", "GBR", "CHN"})
"""Nations whose people are in reports on prisoners of another without being such."""
BEFORE = 60
"""Characters before a nation in which its soldiers may stand."""
SOLDIERS = re.compile(
    rf"[\s-]*(?:(?:captured|young|wounded|men|troops|army|полонен\w+|пленн\w+|захоплен\w+|взят\w+|военн\w+|військов\w+|병사|포로)\s*)*(?:{PRISONERS}|troops|군|인민군|воїн\w*|военн\w*|військов\w*)",
    re.IGNORECASE,
)


FROM = re.compile(
    rf"(?:{PRISONERS}|troops|воїн\w*|военн\w*|військов\w*)\s+(?:from|of|из|із|зі?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
CAPTORS = re.compile(
    r"(?:[\s-]+of[\s-]+war)?[\s-]+(?:camps?|prison|facilit\w+|hospital|colony|captivity|таб[іо]р\w*|лагер\w*)\b|\s?수용소|\s+(?:had\s+|have\s+)?(?:took|taken|captured|seized|detained|found|взя\w+|захоп\w+|захват\w+|затрим\w+)\b"
)


BY_CAPTORS = re.compile(
    r"(?:\b(?:by|exchang\w+\s+(?:\w+\s+)?for|swap\w*\s+(?:\w+\s+)?for)|(?<!\w)(?:обм[еі]н\w*\s+на))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a nation: its soldiers took him, or are those he is to be exchanged for."""


def soldiers_of(text: str, details: Sequence[Detail]) -> Iterator[str]:
    """Yield the nations that a sentence tells of soldiers or prisoners."""
    for detail in details:
        if detail.field is Field.NATIONALITY and _is_theirs(text, detail, details):
            yield str(detail.value)


def _is_theirs(text: str, detail: Detail, details: Sequence[Detail]) -> bool:
    """Whether soldiers stand beside a nation, and do not take or hold others."""
    after = SOLDIERS.match(text, detail.end)
    if after or "군" in text[detail.start : detail.end]:
        end = after.end() if after else detail.end
        return not (CAPTORS.match(text, end) or BY_CAPTORS.search(text[: detail.start]))
    before = text[max(0, detail.start - BEFORE) : detail.start]
    return FROM.search(before) is not None or any(
        d.field is Field.GROUP and d.start <= detail.start <= d.end + 1 for d in details
    )
