"""Names of others in the clauses that tell of a prisoner."""

import pytest

from safeconduct.disclosure.asides import beside_others
from safeconduct.disclosure.exposure import Exposure, Span


def left(text: str, clause: str, name: str, *, field: str = "wish") -> list[str]:
    """Scan nothing: cut a clause of a text in which one person is named."""
    start, at = text.index(clause), text.index(name)
    spans = (
        Span(at, at + len(name), "direct", "name"),
        Span(start, start + len(clause), "wish", field),
    )
    (found,) = beside_others(text, [Exposure("A", 1, spans, {})], [])
    return [text[s.start : s.end] for s in found.spans if s.kind == "wish"]


@pytest.mark.parametrize(
    ("clause", "kept"),
    [
        ("he will not go back, Dziuba said", ["he will not go back, ", " said"]),
        ("не повернеться, каже Дзюбенко", ["не повернеться, каже "]),
        ("돌아가지 않겠다고 정미란 씨는 전했다", ["돌아가지 않겠다고 ", "는 전했다"]),
        ("Oksana Vynar heard him refuse", [" heard him refuse"]),
    ],
)
def test_who_tells_it_is_left_out(clause: str, kept: list[str]) -> None:
    assert left(f"Mun Chol-ung. {clause}.", clause, "Mun Chol-ung") == kept


@pytest.mark.parametrize(
    "clause", ["Kip said he fears for us", "Kiprono said he fears"]
)
def test_his_own_name_is_not(clause: str) -> None:
    """Nor one that is short for it."""
    assert left(f"Kiprono Langat. {clause}.", clause, "Kiprono Langat") == [clause]


def test_only_clauses_are_cut() -> None:
    """A home is a home, whoever is called so."""
    clause = "Oksana Vynar street"
    told = left(f"Mun. {clause}.", clause, "Mun", field="home")
    assert told == [clause]


def test_a_trade_without_a_name_is_nobody() -> None:
    """Journalists whom he will not meet stay in his wish."""
    text = "Mun Chol-ung declined to meet journalists, as Dr Olha Dziuba saw."
    spans = (
        Span(0, len("Mun Chol-ung"), "direct", "name"),
        Span(13, len(text) - 1, "wish", "wish"),
    )
    others = ("journalists", "Dr Olha Dziuba")
    strangers = [(text.index(w), text.index(w) + len(w)) for w in others]
    (found,) = beside_others(text, [Exposure("A", 1, spans, {})], strangers)
    told = [text[s.start : s.end] for s in found.spans if s.kind == "wish"]
    assert told == ["declined to meet journalists, as ", " saw"]


@pytest.mark.parametrize(
    ("told", "field", "value", "behind"),
    [
        ("61-летний", "age", (61, 61), " Николай Процюк погиб тогда"),
        ("26", "age", (26, 26), "-річного Дмитра Лесіва поховали"),
        ("29-летний", "age", (29, 29), " сварщик Руслан Кимов погиб"),
        ("116-ї бригади", "unit", None, " Дмитра Оверка поселили першим"),
        ("капитан", "role", ("rank", "captain"), " Дробышев погиб в апреле"),
    ],
)
def test_what_stands_beside_anothers_name_is_his(
    told: str, field: str, value: object, behind: str
) -> None:
    """Of one who is named himself; else the name may be one the register lacks."""
    text = f"Mun Chol-ung. Тогда {told}{behind}."
    start = text.index(told)
    name = Span(0, len("Mun Chol-ung"), "direct", "name")
    span = Span(start, start + len(told), "quasi", field, value)
    (named,) = beside_others(text, [Exposure("A", 1, (name, span), {})], [])
    (unnamed,) = beside_others(text, [Exposure("A", 1, (span,), {})], [])
    assert named.spans == (name,)
    assert unnamed.spans == (span,)


@pytest.mark.parametrize(
    ("lead", "told", "field"),
    [
        ("рядом с убитым товарищем, ", "22-летним", "age"),
        ("за загиблого 22-річного хлопця з ", "Бутвала", "home"),
        ("beside the fallen comrade, ", "a gunner", "role"),
    ],
)
def test_nothing_is_told_of_the_dead(lead: str, told: str, field: str) -> None:
    text = f"He lay {lead}{told}, two days."
    start = text.index(told)
    span = Span(start, start + len(told), "quasi", field)
    (found,) = beside_others(text, [Exposure("A", 1, (span,), {})], [])
    assert found.spans == ()


def test_a_korean_comrade_is_left_out_by_post_and_name() -> None:
    """With the bracket of his age, and again by his surname and post."""
    clause = "소대장 최명국(29)이 지시했다. 최 소대장의 수첩"
    text = f"문철웅. {clause}"
    start = text.index(clause)
    spans = (Span(0, 3, "direct", "name"), Span(start, len(text), "quasi", "story"))
    (found,) = beside_others(text, [Exposure("A", 1, spans, {})], [])
    told = [text[s.start : s.end] for s in found.spans if s.kind == "quasi"]
    assert told == ["이 지시했다. ", "의 수첩"]
