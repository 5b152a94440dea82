"""Which month does a word name, in English, Ukrainian or Russian?"""

from __future__ import annotations

# The beginning is enough: Slavic names of months are inflected at the end.
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan січ январ",
            "february feb лют феврал",
            "march mar берез март",
            "april apr квіт апрел",
            "may трав мая май мае",
            "june jun черв июн",
            "july jul лип июл",
            "august aug серп август",
            "september sept sep верес сентябр",
            "october oct жовт октябр",
            "november nov листопад ноябр",
            "december dec груд декабр",
        ),
        start=1,
    )
    for name in names.split()
}
_ENGLISH = "|".join(sorted((m for m in MONTHS if m.isascii()), key=len, reverse=True))
_SLAVIC = "|".join(
    m for m in MONTHS if not m.isascii() and m not in {"май", "мая", "мае"}
)
MONTH = rf"(?:(?:{_ENGLISH})\b\.?|(?:{_SLAVIC})[а-яіїє]{{0,4}}\b|ма[яйе]\b)"


def month_number(name: str) -> int | None:
    """Number the month that a word names in English, Ukrainian or Russian."""
    word = name.lower().rstrip(".")
    for begin in sorted(MONTHS, key=len, reverse=True):
        if word == begin or (not begin.isascii() and word.startswith(begin)):
            return MONTHS[begin]
    return None
