"""Where does a sentence say that something happened?"""

from __future__ import annotations

import re

from safeconduct.months import MONTH

_NAME = r"[A-ZА-ЯІЇЄҐ][\w’'-]+"
PLACE = re.compile(
    rf"\b(?:in|at|near|outside|from|to|[ву]|під|под|біля|возле)\s+(?:the\s+)?(?!(?i:{MONTH}))"
    rf"(?P<place>{_NAME}(?:\s+{_NAME}){{0,3}}(?:\s+(?:border\s+)?(?:region|oblast|district|province"
    r"|area|області|області|районі|области|районе|краї|крае))?)"
    r"|(?P<korean>[가-힣]{2,8}\s?(?:지역|주|지방|전선))(?:에서|에)"
)


def place_near(text: str, end: int, clause_end: int) -> str | None:
    """Name the first place after a figure in its clause, as the text writes it."""
    match = PLACE.search(text, end, clause_end)
    return (match["place"] or match["korean"]) if match else None
