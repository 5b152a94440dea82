"""Homes, trades, wounds, belongings and names by which somebody is known."""

import pytest

from safeconduct.disclosure.details import Field, ruled
from safeconduct.disclosure.details.lives import lives


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.HOME, "He grew up in a fishing village near Sinpo."),
        (Field.HOME, "The Kurgan native was taken in June."),
        (Field.ROLE, "He served as a howitzer gunner."),
        (Field.ROLE, "He was the platoon's sniper."),
        (Field.INJURY, "A mine took off his right foot."),
        (Field.INJURY, "He can no longer hear with his left ear."),
        (Field.INJURY, "His face is covered with burns."),
        (Field.CAPTURE_PLACE, "Ukrainian paratroopers took him near Sudzha."),
        (Field.FAMILY, "He left twin daughters in Wonsan."),
        (Field.STORY, "Before the war he tuned pianos."),
        (Field.NICKNAME, "The guards nicknamed him “Professor”."),
        (
            Field.PAPERS,
            "In his pocket was an identity card of another man.",
        ),
        (Field.AGE, "He turned twenty-one in the camp."),
        (Field.POINTER, "His face was shown on the channel Rossiya 24 in April."),
        (Field.STORY, "He studied physics in Kazan for two years."),
        (Field.STORY, "He has been in the camp for five months."),
        (Field.HOME, "Вырос он в шахтёрском посёлке под Кемерово."),
        (Field.HOME, "Томич Лебедев сидит у окна."),
        (Field.ROLE, "Служил он наводчиком гаубицы."),
        (Field.INJURY, "Миной ему оторвало правую стопу."),
        (Field.INJURY, "Он не слышит на левое ухо."),
        (Field.INJURY, "Лицо у него обожжено."),
        (Field.CAPTURE_PLACE, "Взяли его десантники под Суджей."),
        (Field.FAMILY, "Дома в Вонсане у него две дочери-близняшки."),
        (Field.STORY, "До войны настраивал пианино."),
        (Field.NICKNAME, "За очки его прозвали Профессором."),
        (Field.PAPERS, "В кармане нашли удостоверение на имя жителя Кызыла."),
        (Field.AGE, "Двадцать один ему исполнился уже в лагере."),
        (Field.STORY, "Два года учился на физика в Казани."),
        (Field.STORY, "В лагере он пять месяцев."),
        (Field.HOME, "Виріс він у шахтарському селищі під Кемеровом."),
        (Field.ROLE, "Служив навідником гаубиці."),
        (Field.INJURY, "Міною йому відірвало праву стопу."),
        (Field.INJURY, "Він не чує на ліве вухо."),
        (Field.INJURY, "Обличчя в нього обпечене."),
        (Field.CAPTURE_PLACE, "Узяли його десантники під Суджею."),
        (Field.FAMILY, "Удома у Вонсані в нього дві доньки-близнючки."),
        (Field.STORY, "До війни настроював піаніно."),
        (Field.NICKNAME, "За окуляри його прозвали Професором."),
        (Field.PAPERS, "У кишені знайшли посвідчення на ім’я мешканця Кизила."),
        (Field.AGE, "Двадцять один йому виповнилося вже в таборі."),
        (Field.STORY, "Два роки вчився на фізика в Казані."),
        (Field.STORY, "У таборі він п’ять місяців."),
        (Field.HOME, "그는 신포 인근 어촌에서 자랐다."),
        (Field.ROLE, "그는 곡사포 조준수로 복무했다."),
        (Field.INJURY, "그는 지뢰에 오른발을 잃었다."),
        (Field.INJURY, "그는 왼쪽 귀가 들리지 않는다."),
        (Field.INJURY, "얼굴에 화상 자국이 있다."),
        (Field.CAPTURE_PLACE, "그는 수자 부근에서 낙하산병들에게 붙잡혔다."),
        (Field.FAMILY, "그는 원산에 쌍둥이 딸을 두고 왔다."),
        (Field.STORY, "전쟁 전에 그는 피아노 조율사였다."),
        (Field.NICKNAME, "동료들은 그를 '교수'라고 불렀다."),
        (Field.PAPERS, "그는 다른 사람 이름의 신분증을 지니고 있었다."),
        (Field.AGE, "그는 수용소에서 스물한 번째 생일을 맞았다."),
        (Field.STORY, "그는 대학에서 물리학을 2년 공부했다."),
        (Field.STORY, "그는 다섯 달째 수용소에 있다."),
        (Field.STORY, "He carried a photograph of his daughter."),
        (Field.STORY, "Говорят, при нём нашли дневник с портретом вождя."),
        (Field.SERVICE, "A young conscript from Omsk"),
        (Field.SERVICE, "двадцятирічний строковик із Воркути"),
        (Field.NICKNAME, "якого в бараці звуть Тувинцем"),
        (Field.DEPLOYMENT, "He was wounded in the battle for Pokrovsk."),
        (Field.STORY, "포로 가운데 계급이 가장 높은 그는 말을 아꼈다."),
        (Field.HOME, "Ростовчанинові 41 рік"),
        (Field.UNIT, "за три тижні вже був у штурмовому загоні"),
        (Field.AGE, "На вид лет тридцати, улыбается"),
        (Field.AGE, "Он моложе — двадцать три, осколок"),
    ],
)
def test_what_is_told(field: Field, text: str) -> None:
    """A detail of the kind is found."""
    assert field in {detail.field for detail in ruled(text)}


@pytest.mark.parametrize(
    "text",
    [
        "He said the camp was full.",
        "Russia fought in Ukraine.",
        "Потери составили 4000 человек под Курском",
        "Они воевали в Украине",
        "Всего было ранено 300 солдат",
        "포로는 9명이다",
    ],
)
def test_what_tells_nothing_of_somebody(text: str) -> None:
    """Armies and numbers have no life of their own."""
    assert list(lives(text)) == []


def test_titles_and_statements_are_no_story() -> None:
    """The name of a body and what treaties say are nobody's words."""
    for text in (
        "Правозахисна організація «Дім без ґрат» оприлюднила звіт.",
        "«По конвенции 1949 года обмен обязателен», — сказал юрист.",
    ):
        assert Field.STORY not in {detail.field for detail in ruled(text)}


def test_a_quotation_over_several_sentences() -> None:
    """A sentence of it that lacks one of its marks is read as well."""
    text = "Я на камеру сказал, сколько нас было»."
    (story,) = (d for d in ruled(text) if d.field is Field.STORY)
    assert text[story.start : story.end] == text[:-2]
