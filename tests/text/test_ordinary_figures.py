"""Ordinary sentences in four languages, and what they count."""

import re

import pytest

from safeconduct.text import read
from safeconduct.text.figures import find_figures

TITLES = (
    "Prisoners of war in the camp", "Военнопленные в лагере",
    "Військовополонені в таборі", "전쟁포로 수용소",
)  # fmt: skip
COUNTED = (
    ("Twelve of the injured were prisoners.", ("Twelve",)),
    ("Two of its five dormitories burned down.", ("Two", "five")),
    ("The budget covers five courses.", ("five",)),
    ("We delivered drugs for 48 patients in three such hospitals.", ("48", "three")),
    ("He wrote it in a letter three times.", ()),
    ("There were 19 tents and two field kitchens.", ("19", "two")),
    ("Four buses left at dawn.", ("Four",)),
    ("The camp has six barracks.", ("six",)),
    ("Three lawyers and a doctor came.", ("Three",)),
    ("It took them 23 parcels.", ("23",)),
    ("Officials opened 23 cases, and 15 reached a court.", ("23", "15")),
    ("Of the embassies, six answered.", ("six",)),
    ("The remaining 266 hold Russian passports.", ("266",)),
    ("Last year there were 180.", ("180",)),
    ("Seven streets have no water.", ("Seven",)),
    ("He was paid twice.", ()),
    ("А нас тут п’ятеро, — каже хірург.", ("п’ятеро",)),
    ("Two men share a cell.", ("Two",)),
    ("She has sent nine letters.", ("nine",)),
    ("Eight windows were broken.", ("Eight",)),
    ("About 40 volunteers cooked for 300 people.", ("40", "300")),
    ("Each man gets two blankets.", ("two",)),
    ("The fund gave $1.2 million.", ("1.2 million",)),
    ("Half of the beds are empty.", ("Half",)),
    ("One in four has a chronic illness.", ("One in four",)),
    ("Eleven states took part.", ("Eleven",)),
    ("At least six more were sent home.", ("six",)),
    ("The clinic has 14 doctors, five of them surgeons.", ("14", "five")),
    ("Hundreds of relatives came.", ("Hundreds",)),
    ("Some 2,300 subscribers were cut off.", ("2,300",)),
    ("No fewer than 70 men fell ill.", ("70",)),
    ("Двенадцать из пострадавших — пленные.", ("Двенадцать",)),
    ("Сгорели два общежития из пяти.", ("два", "пяти")),
    ("Бюджет покрывает пять курсов лечения.", ("пять",)),
    ("Лекарства получили 48 больных в трёх больницах.", ("48", "трёх")),
    ("В лагере шесть бараков.", ("шесть",)),
    ("Утром выехали четыре автобуса.", ("четыре",)),
    ("Приехали три адвоката и врач.", ("три",)),
    ("Ответили шесть посольств.", ("шесть",)),
    ("Остальные 266 имеют российские паспорта.", ("266",)),
    ("В прошлом году было 180.", ("180",)),
    ("Без воды остались семь улиц.", ("семь",)),
    ("Она отправила девять писем.", ("девять",)),
    ("Разбиты восемь окон.", ("восемь",)),
    ("Около 40 добровольцев готовили на 300 человек.", ("40", "300")),
    ("Фонд выделил 1,2 миллиона долларов.", ("1,2 миллиона",)),
    ("Половина коек пуста.", ("Половина",)),
    ("У каждого четвёртого хроническая болезнь.", ("каждого четвёртого",)),
    ("Участвовали одиннадцать стран.", ("одиннадцать",)),
    ("Ещё как минимум шестерых отправили домой.", ("шестерых",)),
    ("В клинике 14 врачей, пятеро из них хирурги.", ("14", "пятеро")),
    ("У них три лодки из семи разбиты.", ("три", "семи")),
    ("Пришли сотни родственников.", ("сотни",)),
    ("Отключили 2300 абонентов.", ("2300",)),
    ("Заболели не менее 70 человек.", ("70",)),
    ("Работают три бригады.", ("три",)),
    ("Воду подвозят пять автоцистерн.", ("пять",)),
    ("На складе 19 палаток и две полевые кухни.", ("19", "две")),
    ("Две трети опрошенных отказались.", ("Две трети",)),
    ("Дванадцять із постраждалих — полонені.", ("Дванадцять",)),
    ("Згоріли два гуртожитки з п'яти.", ("два", "п'яти")),
    ("Бюджет покриває п'ять курсів лікування.", ("п'ять",)),
    ("Ліки отримали 48 хворих у трьох лікарнях.", ("48", "трьох")),
    ("У таборі шість бараків.", ("шість",)),
    ("Уранці виїхали чотири автобуси.", ("чотири",)),
    ("Відкрито 23 справи, до суду дійшли 15.", ("23", "15")),
    ("Відповіли шість посольств.", ("шість",)),
    ("Решта 266 мають російські паспорти.", ("266",)),
    ("Торік було 180.", ("180",)),
    ("Без води лишилися сім вулиць.", ("сім",)),
    ("Вона надіслала дев'ять листів.", ("дев'ять",)),
    ("Розбито вісім вікон.", ("вісім",)),
    ("Близько 40 волонтерів готували на 300 людей.", ("40", "300")),
    ("Кожному дають дві ковдри.", ("дві",)),
    ("Фонд виділив 1,2 мільйона доларів.", ("1,2 мільйона",)),
    ("Половина ліжок порожня.", ("Половина",)),
    ("У кожного четвертого хронічна хвороба.", ("кожного четвертого",)),
    ("Участь узяли одинадцять країн.", ("одинадцять",)),
    ("Ще щонайменше шістьох відправили додому.", ("шістьох",)),
    ("У клініці 14 лікарів, п'ятеро з них хірурги.", ("14", "п'ятеро")),
    ("Прийшли сотні родичів.", ("сотні",)),
    ("Вимкнули 2300 абонентів.", ("2300",)),
    ("Захворіли не менше 70 осіб.", ("70",)),
    ("Працюють три бригади.", ("три",)),
    ("Воду підвозять п'ять автоцистерн.", ("п'ять",)),
    ("На складі 19 наметів і дві польові кухні.", ("19", "дві")),
    ("Дві третини опитаних відмовилися.", ("Дві третини",)),
    ("Без води чотири вулиці.", ("чотири",)),
    ("부상자 가운데 열두 명이 포로다.", ("열두",)),
    ("숙소 다섯 동 가운데 두 동이 탔다.", ("다섯", "두")),
    ("예산으로 다섯 차례 치료할 수 있다.", ()),
    ("수용소에는 막사 여섯 동이 있다.", ("여섯",)),
    ("버스 네 대가 새벽에 떠났다.", ("네",)),
    ("변호사 세 명과 의사 한 명이 왔다.", ("세",)),
    ("사건 23건 중 15건이 재판에 넘어갔다.", ("23", "15")),
    ("대사관 여섯 곳이 답했다.", ("여섯",)),
    ("나머지 266명은 러시아 국적이다.", ("266",)),
    ("지난해에는 180명이었다.", ("180",)),
    ("거리 일곱 곳에 물이 끊겼다.", ("일곱",)),
    ("그는 편지 아홉 통을 보냈다.", ("아홉",)),
    ("창문 여덟 장이 깨졌다.", ("여덟",)),
    ("한 사람에게 담요 두 장을 준다.", ("두",)),
    ("기금은 120만 달러를 냈다.", ("120만",)),
    ("침상의 절반이 비어 있다.", ("절반",)),
    ("11개국이 참여했다.", ("11",)),
    ("최소 여섯 명이 더 돌아갔다.", ("여섯",)),
    ("진료소에는 의사 14명이 있고 이 중 5명이 외과의다.", ("14", "5")),
    ("가족 수백 명이 왔다.", ("수백",)),
    ("2300여 가구가 단수됐다.", ("2300",)),
    ("70명 이상이 앓았다.", ("70",)),
    ("천막 19동과 취사장 두 곳이 있다.", ("19", "두")),
    ("응답자의 3분의 2가 거부했다.", ("3분의 2",)),
    ("감자 두 알이 있었다.", ("두",)),
    ("책상이 열두 개 있다.", ("열두",)),
    ("한 방에 여덟 명이 잔다.", ("여덟",)),
)  # fmt: skip


def counted(text: str) -> list[str]:
    """Read the figures of a sentence under a title of its language."""
    letters = {"ko": "[가-힣]", "uk": "[іїє]", "ru": "[а-я]"}
    language = next((k for k, s in letters.items() if re.search(s, text)), "en")
    title = dict(zip(("en", "ru", "uk", "ko"), TITLES, strict=True))[language]
    whole = f"{title}\n\n{text}\n"
    figures = find_figures(read(whole.encode(), name="report.txt"))
    return [whole[figure.start : figure.end] for figure in figures]


@pytest.mark.parametrize(("text", "numbers"), COUNTED)
def test_what_a_sentence_counts(text: str, numbers: tuple[str, ...]) -> None:
    """Each number, and nothing where it only tells how often."""
    found = counted(text)
    assert all(any(number in each for each in found) for number in numbers), found
    assert numbers or not found


@pytest.mark.parametrize(
    ("text", "role", "unit"),
    [
        ("그날 옷과 한국어 책 60권을 전했다.", "other", "책"),
        ("예산안에 포로 수용 사업비 12억4천만 원도 넣었다.", "other", "KRW"),
        ("공식 요청을 보낸 나라는 7개국뿐이라고 설명했다.", "other", "나라"),
        ("열병식 연습장에는 병력 1만 명이 넘게 모였다.", "other", "soldier"),
        (
            "He said 48 of the foreigners asked not to be included in any swap.",
            "persons_refusing_return", "person",
        ),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, role: str, unit: str) -> None:
    page = read(f"{text}\n".encode(), name="a.txt")
    (figure,) = find_figures(page)
    assert (figure.role.value, figure.unit) == (role, unit)


def test_people_behind_a_number_of_countries() -> None:
    """What is told of the people stands before both numbers."""
    text = "우크라이나에 붙잡힌 외국 국적 포로가 9월 말 현재 38개국 214명에 이른다.\n"
    figures = {
        f.text: f.role.value for f in find_figures(read(text.encode(), name="a"))
    }
    assert figures["214"] == "captured"
