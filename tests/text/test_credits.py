"""Whom does a line of credits name as the source?"""

import pytest

from safeconduct.text import read

ARTICLES = {
    "en": "Winter\n\n3 June 2025\n\nThe camp holds men from many places, an official"
    " said.\n\nThe men were calm, and an interpreter was there.\n\n",
    "ko": "겨울\n\n2025년 6월 3일\n\n포로들이 머물고 있다고 관계자는 말했다.\n\n"
    "수용소장은 포로들이 조용하다고 밝혔다.\n\n",
    "uk": "Зима\n\n3 червня 2025\n\nУ таборі тримають людей із багатьох країн, сказав"
    " посадовець.\n\nЛюди спокійні, був і перекладач.\n\n",
    "ru": "Зима\n\n3 июня 2025\n\nВ лагере держат людей из многих стран, сказал"
    " чиновник.\n\nЛюди спокойны, был и переводчик.\n\n",
}


@pytest.mark.parametrize(
    ("language", "credit", "source"),
    [
        (
            "ko",
            "원문: 강가신문(river.example), 번역·정리 = 오하늘 객원기자",
            "강가신문 (river.example)",
        ),
        (
            "ko",
            "이 기사는 우크라이나 매체 '강가신문'의 보도를 우리말로 옮긴 것입니다.",
            "강가신문",
        ),
        ("ko", "강가신문 6월 17일자 보도를 번역·정리했다.", "강가신문"),
        ("ko", "(출처=강가신문)", "강가신문"),
        ("ko", "번역: 오하늘 / 원문: The Ridge Ledger", "The Ridge Ledger"),
        ("ko", "자료 제공: 강가신문", "강가신문"),
        ("en", "Source: Ridge Ledger, translated by the desk", "Ridge Ledger"),
        ("en", "Translated from Nova Varta (Ukrainian)", "Nova Varta"),
        ("en", "With reporting by Shore Watch", "Shore Watch"),
        ("en", "Originally published in Korean by Hanbit Ilbo", "Hanbit Ilbo"),
        ("uk", "Джерело: «Річка», переклад редакції", "Річка"),
        ("uk", "Оригінал статті: Ridge Ledger", "Ridge Ledger"),
        ("ru", "Источник: «Река» (перевод с украинского)", "Река"),
        ("ru", "Перевод: редакция. Оригинал — Ridge Ledger", "Ridge Ledger"),
        ("ru", "Перевод с корейского: «Канга синмун»", "Канга синмун"),
    ],
)
def test_declared_source(language: str, credit: str, source: str) -> None:
    """The source stands without who translated it, its language and its day."""
    page = read(f"{ARTICLES[language]}{credit}\n".encode(), name="a.txt")
    assert page.declared_sources == (source,)


def test_reporter_is_no_source() -> None:
    """A person who helped with the reporting is none."""
    page = read(
        f"{ARTICLES['en']}Additional reporting by Jane Roe\n".encode(), name="a.txt"
    )
    assert page.declared_sources == ()


def test_a_paper_is_dated_by_its_issue() -> None:
    """Where no other line of credits has a day."""
    issue = "«Ріка» — тижневик краю. Виходить щоп’ятниці\n№ 9, 27 лютого 2026 року"
    title = "За дверима без таблички: як хірурги лікують чужих солдатів у таборі"
    told = ARTICLES["uk"].split("\n\n", 2)[2]
    page = read(f"{issue}\n\n{title}\n\n{told}".encode())
    assert str(page.published) == "2026-02-27"
