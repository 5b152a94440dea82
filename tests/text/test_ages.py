"""Ages in four languages."""

import pytest

from safeconduct.text.ages import ages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 24-year-old driver", [(24, 24)]),
        ("men aged 20 and 26", [(20, 20), (26, 26)]),
        ("in his late twenties", [(27, 29)]),
        ("Одному з них 23 роки.", [(23, 23)]),
        ("Солдату двадцать лет", [(20, 20)]),
        ("26-річний снайпер", [(26, 26)]),
        ("двадцятишестирічний стрілець", [(26, 26)]),
        ("26세 저격수와 스무 살 소총수", [(26, 26), (20, 20)]),
        ("20대 초반 병사", [(20, 23)]),
        ("Старшому 26 років.", [(26, 26)]),
        ("Молодшому 21 рік, найстаршому — п'ятдесят дев'ять.", [(21, 21), (59, 59)]),
        ("The youngest is 19, the oldest 58.", [(19, 19), (58, 58)]),
        ("the prisoners, who are 20 and 26, said", [(20, 20), (26, 26)]),
        ("Of the company, 30, or about half, were hurt.", []),
        ("탱크 20대를 보냈다", []),
        ("він служив сім років", []),
        ("служил 10 лет", []),
    ],
)
def test_age(text: str, expected: list[tuple[int, int]]) -> None:
    """Ages are told apart from terms of service and from tanks."""
    assert [(int(age.low), int(age.high)) for age in ages(text)] == expected
