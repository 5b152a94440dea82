"""Number words and digits of four languages."""

import pytest

from safeconduct.text.numerals import numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two dozen men", [24]),
        ("half a dozen men", [6]),
        ("two hundred and five", [205]),
        ("two and a half thousand", [2500]),
        ("nearly a year", [1]),
        ("a year", []),
        ("2.5 million", [2_500_000]),
        ("двоє, двоих, двома, двум", [2, 2, 2, 2]),
        ("троє, троих, трьома, тремя", [3, 3, 3, 3]),
        ("четверо, четверых, чотирма, четырьмя", [4, 4, 4, 4]),
        ("п'ятеро, п’ятьох, пятеро, пятью", [5, 5, 5, 5]),
        ("шестеро, семеро, восьмеро, дев'ятеро", [6, 7, 8, 9]),
        ("одинадцять тисяч", [11_000]),
        ("двадцять чотири", [24]),
        ("двадцать пять тысяч", [25_000]),
        ("три тысячи двести сорок пять", [3245]),
        ("півтори тисячі, полторы тысячи", [1500, 1500]),
        ("три з половиною, три с половиной тысячи", ["3.5", 3500]),
        ("два десятки, більше десятка, дюжина", [20, 10, 12]),
        ("2,4 млн и 12,5 тис.", [2_400_000, 12_500]),
        ("3-х солдатів", [3]),
        ("по тисячі полонених", [1000]),
        ("более тысячи", [1000]),
        ("п'ятий, третий, second", []),
        ("a pair of soldiers, a score of men", [2, 20]),
        ("a pair of boots", []),
        ("a quarter of a million", [250_000]),
        ("полтораста, півтораста, полсотни, пів сотні", [150, 150, 50, 50]),
        ("п’ятнадцятеро, одинадцятеро", [15, 11]),
        ("кількасот, пару тысяч", [200, 2000]),
        ("네댓 명, 대여섯 명", [4, 5]),
        ("다섯 중 셋은 간다", [5, 3]),
        ("1만2천 명", [12_000]),
        ("1만 1천여 명", [11_000]),
        ("2천700 명", [2700]),
        ("5억 4천만 달러", [540_000_000]),
        ("두 명, 세 명, 열두 명, 스물여섯 명", [2, 3, 12, 26]),
        ("삼백여 명, 만 명, 천오백 명", [300, 10_000, 1500]),
        ("한 명도 없다", [0]),
        ("둘은 한국에", [2]),
        ("생명과 두려움, 명단", []),
        ("북한군2명", [2]),
        ("жоден солдат, ни один солдат", [0, 0]),
        ("no soldiers, no doubt", [0]),
    ],
)
def test_value(text: str, values: list[int | str]) -> None:
    """Numbers are read in every case, and nothing else is a number."""
    assert [str(found.value) for found in numerals(text)] == [str(v) for v in values]


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("several hundred", 200),
        ("dozens", 24),
        ("hundreds of thousands", 200_000),
        ("кілька сотень", 200),
        ("несколько десятков", 20),
        ("тисячі", 2000),
        ("수십 명", 20),
        ("수백 명", 200),
        ("몇 명", 2),
    ],
)
def test_vague(text: str, least: int) -> None:
    """A vague number is the least that may be meant, and says so."""
    (found,) = numerals(text)
    assert found.value == least
    assert found.vague
