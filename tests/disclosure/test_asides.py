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
