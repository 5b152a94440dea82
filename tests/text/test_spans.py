"""Lengths of time whose words hold no number."""

import pytest

from safeconduct.text.spans import spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вони воювали менше місяця.", [("month", None, 1)]),
        (
            "Он сидел больше года, она почти неделю.",
            [("year", 1, None), ("week", 1, 1)],
        ),
        ("Його тримали понад рік.", [("year", 1, None)]),
        ("Більше року тому, более месяца назад", []),
        ("За рік зібрали листи.", []),
        ("나흘 만에 발견됐고 사흘 동안 걸었다.", [("day", 4, 4), ("day", 3, 3)]),
        ("열흘 넘게 굶었다.", [("day", 10, None)]),
        ("열하루 훈련 끝에 총을 쥐었다.", [("day", 11, 11)]),
        ("이틀 전 붙잡혔다.", []),
    ],
)
def test_spans(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    """A qualified unit is one of it, a Korean word of days so many; "ago" is none."""
    found = sorted(spans(text), key=lambda span: span.quantity.start)
    assert [
        (span.unit, span.quantity.low, span.quantity.high) for span in found
    ] == expected
