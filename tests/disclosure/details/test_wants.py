"""What somebody wants, whatever the verb, the order of the words and the language."""

import pytest

from safeconduct.disclosure.details import Field, ruled

WANTS = (
    "He told the visitors that Busan is where he wants to grow old.",
    "“Put me on any bus, but not the one to the border,” he said.",
    "His appeal to be recognised as a refugee is pending.",
    "He would not hear of going back to his regiment.",
    "He still hopes somebody will come for him from Seoul.",
    "Он говорит, что назад дороги не видит.",
    "Просьбу не выдавать его он повторил трижды.",
    "«Мне бы только дочь увидеть», — говорит он.",
    "Возвращению он предпочёл бы тюрьму.",
    "Від обміну він відмовляється вже втретє.",
    "Прохання не видавати його він повторив тричі.",
    "«Мені б тільки доньку побачити», — каже він.",
    "Він марить Сеулом.",
    "그는 남쪽에서 새 삶을 시작하기를 원한다고 했다.",
    "그는 교환 대상에서 빠지게 해 달라고 거듭 청했다.",
    '"딸 얼굴 한 번만 보면 좋겠다"고 그는 말했다.',
    "He made it plain that he has no intention of setting foot in Pyongyang again.",
    "“Send me anywhere, only not there,” he said.",
    "His one request was to be sent to his brother in Incheon.",
    "The tank driver hopes the next bus will be his.",
    "He has applied to stay in Ukraine.",
    "“I want to see my wife,” he said.",
    "She said her client seeks protection in a third country.",
    "He begged the delegates not to put him on the list.",
    "He is counting the days until the exchange.",
    "He has turned down two offers to be exchanged.",
    "The younger one has yet to decide where to go.",
    "He dreams of opening a bakery in Busan.",
    "“I would be grateful if the South took me,” he wrote.",
    "He would rather stay in prison than return to his unit.",
    "Lee told the ombudsman that he had written a plea for asylum.",
    "He does not wish to be returned to Russia.",
    "“Home? I have no home any more,” he said.",
    "“Let me stay here,” he kept saying.",
    "Он наотрез отказался ехать назад.",
    "Пленный умолял не передавать его посольству.",
    "«Заберите меня в Сеул», — написал он на салфетке.",
    "Хочу к маме, говорит он.",
    "Он надеется попасть в следующий список.",
    "Возвращаться в Пхеньян не собирается.",
    "Он ещё раздумывает, куда ехать.",
    "Говорит, что лучше умрёт здесь, чем вернётся на фронт.",
    "«Я бы остался у вас, если можно», — сказал сапёр.",
    "Адвокат подтвердил, что его подзащитный просит политического убежища.",
    "Он ждёт, когда его обменяют.",
    "Ему всё равно куда, лишь бы не в КНДР.",
    "В письме он попросил переправить его к дяде в Пусан.",
    "Своё нежелание возвращаться он изложил письменно.",
    "Мріє відкрити пекарню в Пусані.",
    "Він категорично не погоджується на обмін.",
    "Полонений благав не віддавати його посольству.",
    "«Заберіть мене до Сеула», — написав він.",
    "Каже, що краще вмре тут, ніж повернеться на фронт.",
    "Хлопець вагається між домом і Сеулом.",
    "Своє небажання повертатися він виклав письмово.",
    "Йому байдуже куди, аби не в КНДР.",
    "Він сподівається потрапити до наступного списку.",
    "Просить лише одного: не повертати його в Росію.",
    "«Хочу до мами», — повторює він.",
    "Про повернення він і чути не хоче.",
    "그는 다시는 북한 땅을 밟지 않겠다고 했다.",
    "그는 교환 명단에서 이름을 빼 달라고 했다.",
    "그는 부산에서 빵집을 여는 것이 꿈이라고 말했다.",
    '"어머니를 다시 보고 싶다"고 그는 적었다.',
    "그는 남측으로 가게 해 달라고 편지를 썼다.",
    "리씨는 제3국행도 고려하고 있다.",
    "그는 어디로 갈지 아직 정하지 못했다.",
    "그는 조국으로 돌아가는 것을 거부하고 있다.",
    '그는 "차라리 여기서 죽겠다"고 했다.',
    "그는 귀순을 원하느냐는 질문에 고개를 끄덕였다.",
    "그는 하루라도 빨리 귀국하기를 바라고 있다.",
    "그는 송환되기를 원치 않는다고 변호사에게 말했다.",
    "그의 망명 신청은 아직 심사 중이다.",
    "그는 러시아로는 돌아가지 않을 생각이다.",
    "그는 한국 국민으로 살고 싶다는 편지를 남겼다.",
    "그는 가족 곁으로 돌아갈 날을 손꼽아 기다린다.",
    "He asked the nurse to post a letter to Seoul asking for refuge.",
    "She quoted him as saying he will not set foot in Russia again.",
    "The sniper has signed a statement that he does not consent to being exchanged.",
    "He would take any country that is not Russia.",
    "His lawyer confirmed that his asylum claim was lodged in June.",
    "He says he is ready to go home if his mother is alive.",
    "Asked about the future, the medic said only that he wanted peace and his family.",
    "«В Россию я не вернусь ни при каких условиях», — заявил он.",
    "Пленный написал отказ от репатриации.",
    "Он хотел бы стать гражданином Южной Кореи.",
    "Молодой человек просится к тёте в Сеул.",
    "О возвращении он и слышать не хочет.",
    "Ему хочется одного — домой.",
    "Сапёр всё ещё не решил, останется ли он.",
    "Его ходатайство об убежище лежит в миграционной службе.",
    "«До Росії я не повернуся за жодних умов», — заявив він.",
    "Полонений написав відмову від репатріації.",
    "Він хотів би стати громадянином Південної Кореї.",
    "Хлопець проситься до тітки в Сеул.",
    "Йому хочеться одного — додому.",
    "Сапер досі не вирішив, чи залишиться.",
    "Його клопотання про притулок лежить у міграційній службі.",
    "Він погодився б на будь-яку країну, окрім Росії.",
    "그는 러시아에는 절대 돌아가지 않겠다고 못 박았다.",
    "그는 송환을 거부하는 각서에 서명했다.",
    "그는 한국 국적을 얻고 싶어 한다.",
    "청년은 서울에 있는 이모에게 보내 달라고 한다.",
    "그가 바라는 것은 집으로 돌아가는 것뿐이다.",
    "공병은 남을지 돌아갈지 아직 마음을 정하지 못했다.",
    "그의 난민 신청서는 이민국에 접수돼 있다.",
    "그는 러시아만 아니면 어디든 가겠다고 했다.",
)
NOT_WANTS = (
    "He asked for water.",
    "He asked whether the war was over.",
    "Officials expect to publish the report in June.",
    "Kyiv asked Moscow to return the bodies.",
    "Families are waiting for the exchange.",
    "Those who want to return may do so.",
    "He asked not to be named.",
    "Мне было двадцать лет.",
    "Он воевал против Украины.",
    "Он хотел воды.",
    "Міністерство заявило про обмін.",
    "Родини чекають на обмін.",
    "의사는 그의 팔을 수술했다",
    "처음 몇 주는 글로만 의사를 전할 수 있었다",
    "그는 귀순 의사를 묻는 질문을 받았다",
    "수용소는 의사를 구하려고 한다",
)


def _wishes(text: str) -> list[str]:
    return [text[d.start : d.end] for d in ruled(text) if d.field is Field.WISH]


@pytest.mark.parametrize("text", WANTS)
def test_a_want(text: str) -> None:
    """Requests, refusals, hopes, claims, conditions and plain "anywhere but there"."""
    assert _wishes(text)


@pytest.mark.parametrize("text", NOT_WANTS)
def test_no_want(text: str) -> None:
    """What States, families and rules want, and what tells nothing of his future."""
    assert not _wishes(text)


def test_the_clause_after_who_says_so() -> None:
    """The words that lead to a wish are none of it."""
    text = "Він сказав слідчому, що хоче залишитися в Україні."
    assert _wishes(text) == ["хоче залишитися в Україні"]
