import pytest

from safeconduct.law import wording
from safeconduct.law.terms import PREDICATES
from safeconduct.law.wording import korean


@pytest.mark.parametrize(
    ("clause", "joined", "described", "told"),
    [
        ("위험이 있다", "위험이 있고", "위험이 있는", "위험이 있다"),
        ("위험이 없다", "위험이 없고", "위험이 없는", "위험이 없다"),
        ("아동이다", "아동이고", "아동인", "아동이라"),
        ("존재이다", "존재이고", "존재인", "존재라"),
        ("아동이 아니다", "아동이 아니고", "아동이 아닌", "아동이 아니라"),
        ("요청한다", "요청하고", "요청하는", "요청한다"),
        ("아니한다", "아니하고", "아니하는", "아니한다"),
        ("필요하다", "필요하고", "필요한", "필요하다"),
        ("확정되었다", "확정되었고", "확정된", "확정되었다"),
        ("동의하였다", "동의하였고", "동의한", "동의하였다"),
        ("기다린다", "기다리고", "기다리는", "기다린다"),
        ("많다", "많고", "많은", "많다"),
    ],
)
def test_endings(clause: str, joined: str, described: str, told: str) -> None:
    """Each kind of stem takes its endings."""
    assert korean.linked(clause) == joined
    assert korean.described(clause) == described
    assert korean.told(clause) == told
    assert korean.chosen(clause) == joined.removesuffix("고") + "거나"


@pytest.mark.parametrize("name", PREDICATES)
def test_every_clause_is_plain(name: str) -> None:
    """The endings are made from the plain form, so every clause ends in it."""
    for so in (True, False):
        assert wording.predicate(name, "ko", so=so).endswith("다")


def test_particles() -> None:
    """The particle follows the sound before it, through brackets and Latin letters."""
    assert korean.fitted("국가은(는) 국민을(를)") == "국가는 국민을"
    assert korean.fitted("인민공화국(북한)이(가)") == "인민공화국(북한)이"


@pytest.mark.parametrize(
    ("clause", "asked"),
    [
        ("위험이 있다", "위험이 있는지"),
        ("위험이 없다", "위험이 없는지"),
        ("본인이 아동이다", "본인이 아동인지"),
        ("적대행위가 종료되었다", "적대행위가 종료되었는지"),
        ("돌아가기를 요청한다", "돌아가기를 요청하는지"),
        ("충분히 많다", "충분히 많은지"),
    ],
    ids=["is", "is not", "noun", "past", "verb", "adjective"],
)
def test_doubted(clause: str, asked: str) -> None:
    """Before "it is not known": present, past, noun and adjective."""
    assert korean.doubted(clause) == asked
