from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.names import TooLong, ranking, weight
from safeconduct.names.ranking import Pool, rank

POOL = (
    *("백철수", "백철호", "리영호", "최성철", "김정희", "박광수"),
    *("Paek Chol-su", "Ri Yong-ho", "Kim Jong-hui", "Kovalenko"),
    *("Пэк Чхоль Су", "Ли Ён Хо", "Коваленко", "Zhuravlyov"),
)


def found(query: str, k: int = 3, pool: tuple[str, ...] = POOL) -> list[str]:
    """Rank one query; give the names."""
    return [pool[hit.place] for hit in Pool(pool).nearest(query, k)]


@pytest.mark.parametrize(
    "query", ["백철수", "Paik Chul Soo", "CHULSOO PAIK", "Пек Чол Су", "Пэк Чхоль Су"]
)
def test_one_name_in_three_scripts(query: str) -> None:
    """The name is found in every script, before its neighbour of one syllable."""
    hits = found(query, 4)

    assert set(hits[:3]) == {"백철수", "Paek Chol-su", "Пэк Чхоль Су"}


def test_a_surname_of_the_north() -> None:
    """이 finds 리, however either is spelled."""
    assert set(found("Lee Young-ho")) == {"리영호", "Ri Yong-ho", "Ли Ён Хо"}


def test_a_word_that_is_not_korean() -> None:
    """A name of any origin is found by its letters."""
    assert set(found("Ковалэнко", 2)) == {"Коваленко", "Kovalenko"}
    assert found("Журавлёв", 1) == ["Zhuravlyov"]


def test_the_score_is_the_weight() -> None:
    """What is printed beside a hit is what `weight` says of the two names."""
    for hit in Pool(POOL).nearest("Paek Chol-su", 5):
        assert hit.score == weight("Paek Chol-su", POOL[hit.place]).nats


def test_scores_fall() -> None:
    """The best comes first."""
    scores = [hit.score for hit in Pool(POOL).nearest("Пак Кван Су", len(POOL))]

    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("query", ["Paek Chol-su", "백철수", "x", "Zaphod", "", "🙂"])
def test_as_many_hits_as_asked_for(query: str) -> None:
    """There are k hits whenever the pool has k names, each name once."""
    for k in (1, 5, len(POOL)):
        assert len(set(found(query, k))) == k
    assert len(found(query, 50)) == len(POOL)


def test_hangul_alone_is_filled_up() -> None:
    """A pool in Hangul gives k hits though few share a reading."""
    hits = found("Paek Chol-su", 4, POOL[:6])

    assert hits[0] == "백철수"
    assert len(hits) == 4


def test_equal_names_come_in_the_order_of_the_pool() -> None:
    """Ties are broken by place, so that two runs print the same."""
    places = [hit.place for hit in Pool(("백철수",) * 5).nearest("Paek Chol-su", 3)]

    assert places == [0, 1, 2]


def test_however_the_work_is_spread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of a pool and of the queries give the same; places are kept."""
    monkeypatch.setattr(ranking, "SHARD", 4)
    monkeypatch.setattr(ranking, "BLOCK", 2)
    queries = ["Paek Chol-su", "Ли Ён Хо", "김정희", "Kovalenko", "nobody"]
    alone = list(rank(POOL, queries, 3))
    with ThreadPoolExecutor(2) as executor:
        spread = list(rank(POOL, queries, 3, executor.map))

    assert alone == spread
    assert [len(hits) for hits in alone] == [3] * 5
    assert {POOL[hit.place] for hit in alone[1]} == {"리영호", "Ri Yong-ho", "Ли Ён Хо"}


def test_nothing_to_look_in() -> None:
    """An empty pool has no hits, and no queries have no answers."""
    assert list(rank([], ["Paek Chol-su"], 3)) == [[]]
    assert list(rank(POOL, [], 3)) == []


def test_a_query_too_long() -> None:
    """A name of ten thousand characters is refused."""
    with pytest.raises(TooLong):
        Pool(POOL).nearest("a" * 10_000, 3)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=6), st.text(max_size=12))
def test_any_text(pool: list[str], query: str) -> None:
    """Any Unicode gives hits, never an error."""
    assert len(Pool(pool).nearest(query, 3)) == min(3, len(pool))
