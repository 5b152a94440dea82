"""The likest names of a pool are found across scripts."""

import pytest

from safeconduct.names.general.pool import Pool

POOL = [
    "Volodymyr Zelenskyy",
    "Valerii Zaluzhnyi",
    "Олександр Сирський",
    "František Novotný",
    "Jean Dupont",
    "Kenji Yamamoto",
    "Иван Франко",
    "x" * 300,
    "",
    "한국",
    "Ivan Frankel",
]


@pytest.fixture(scope="module")
def pool() -> Pool:
    return Pool(POOL)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Владимир Зеленский", "Volodymyr Zelenskyy"),
        ("Залужный", "Valerii Zaluzhnyi"),
        ("Alexander Syrskyi", "Олександр Сирський"),
        ("Новотный Франтишек", "František Novotný"),
        ("Дюпон", "Jean Dupont"),
        ("Ямамото", "Kenji Yamamoto"),
        ("Ivan Franko", "Иван Франко"),
    ],
)
def test_the_name_meant_comes_first(pool: Pool, query: str, found: str) -> None:
    """Whichever script the query and the pool have."""
    assert POOL[pool.nearest(query, 3)[0][0]] == found


def test_an_empty_pool_and_an_empty_query_find_nothing() -> None:
    """Nothing is like nothing."""
    assert Pool([]).nearest("Иванов") == []
    assert Pool(["Ivanov"]).nearest("") == []
