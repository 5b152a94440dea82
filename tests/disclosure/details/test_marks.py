"""By what else somebody would be known: trades, marks, names used, losses, places."""

import pytest

from safeconduct.disclosure.details import details_in

TOLD = (
    ("A former welder, he can fix anything.", "story", "welder"),
    (
        "The Nepali, 31, used to carry loads in Pokhara.",
        "story",
        "carry loads in Pokhara",
    ),
    ("Он разводил пчёл под Чернигой.", "story", "разводил пчёл под Чернигой"),
    ("용접공이었던 그는 손재주가 좋다.", "story", "용접공이었던"),
    ("Он левша и заикается.", "story", "левша"),
    ("그는 왼손잡이다.", "story", "왼손잡이"),
    ("He has a tattoo of a tiger.", "story", "a tattoo of a tiger"),
    ("У нього золотий зуб.", "story", "золотий зуб"),
    ("Він мусив нести міни.", "story", "мусив нести міни"),
    ("He was ordered to carry mines.", "story", "was ordered to carry mines"),
    ("그는 부상자를 버려야 했다.", "story", "부상자를 버려야 했다"),
    ("His visa was cancelled in March.", "story", "His visa was cancelled in March"),
    ("Паспорт у него отобрали в аэропорту.", "story", "Паспорт у него отобрали"),
    ("Он представился Николаем.", "nickname", "представился Николаем"),
    ("He answered to nothing else.", "nickname", "answered to nothing else"),
    ("Його тут кличуть Професором.", "nickname", "Професором"),
    ("Под Купянском ему оторвало ступню.", "deployment", "Под Купянском"),
    ("Его вывезли из-под Волчанска в мае.", "capture_place", "Волчанска"),
    ("그는 7월 참호로 걸어 들어갔다.", "capture_month", "7월"),
    ("Їх двоє зв’язківців.", "group", "двоє зв’язківців"),
    ("포병 두 명이 나란히 앉아 있다.", "group", "포병 두 명"),
    ("Two Kenyans share the cell.", "group", "Two Kenyans"),
    ("Обом по двадцять сім.", "age", "двадцять сім"),
    ("Both are 24.", "age", "24"),
    ("Солдату было девятнадцать.", "age", "девятнадцать"),
    ("Узбек із Фергани мовчить.", "home", "Фергани"),
    ("The shepherd from Osh speaks little.", "home", "Osh"),
    ("Мати працює медсестрою під Вонсаном.", "home", "Вонсаном"),
    ("원산에서 생선을 파는 어머니는 소식을 모른다.", "home", "원산"),
    ("His mother sells fish in Wonsan.", "home", "Wonsan"),
    ("Він утратив ліве око.", "injury", "утратив ліве око"),
    ("그는 한쪽 눈을 잃고 쓰러졌다.", "injury", "한쪽 눈을 잃고"),
    ("He wears a corset for his spine.", "injury", "corset for his spine"),
)


@pytest.mark.parametrize(("text", "field", "said"), TOLD)
def test_a_mark(text: str, field: str, said: str) -> None:
    """Each is a span of its own, in the words of the text."""
    assert (field, said) in {(d.field, text[d.start : d.end]) for d in details_in(text)}
