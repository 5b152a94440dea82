"""Is a text about prisoners of war? Some never say so."""

import pytest

from safeconduct.disclosure.about import About, about_prisoners

SURELY = {
    "en": "Ukraine holds 300 prisoners of war. Some were captured near Sudzha. The"
    " prisoners were soldiers of one brigade.",
    "ru": "Комендант ведёт по бараку. На нарах двое: взяли их в окопе, у миномёта."
    " Сержант просит не вносить его в список на обмен. Красный Крест был дважды.",
    "uk": "Комендант веде бараком. На нарах двоє: їх узяли в окопі, біля міномета."
    " Сержант просить не вносити його до списку на обмін. Червоний Хрест був двічі.",
    "ko": "포로 수용소의 침상에 두 병사가 있다. 참호에서 박격포를 쏘다 붙잡혔다."
    " 중사는 교환 명단에서 빼 달라고 했고, 적십자가 다녀갔다.",
}
NOT = {
    "en": "The striker scored twice. The club signed him in May.",
    "ru": "Театр открыл сезон премьерой. Зал был полон.",
    "uk": "Врожай цього року добрий. Ціни на зерно впали.",
    "ko": "시장은 오늘 새 도서관을 열었다. 시민들이 줄을 섰다.",
}


@pytest.mark.parametrize("language", SURELY)
def test_it_is(language: str) -> None:
    """It is said, or camp, exchange and trench together show it."""
    assert about_prisoners(SURELY[language]) is About.SURELY


@pytest.mark.parametrize("language", NOT)
def test_it_is_not(language: str) -> None:
    assert about_prisoners(NOT[language]) is About.NOT


def test_it_may_be() -> None:
    text = "They share a hut in the camp. The soldier lugged a machine gun in the war."
    assert about_prisoners(text) is About.MAYBE


def test_other_prisoners_are_none_of_war() -> None:
    """Thieves in a jail are prisoners, too."""
    text = (
        "The thief was captured near the market. The prisoner, a convict, sits in jail."
        " The jail holds forty prisoners. A second thief gave himself up in 1987."
    )
    assert about_prisoners(text) is not About.SURELY
