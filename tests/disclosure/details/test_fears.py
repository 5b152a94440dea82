"""What somebody fears of his return, or of being known, in four languages."""

import pytest

from safeconduct.disclosure.details import Field, ruled
from safeconduct.disclosure.details.fears import fears

FEARS = (
    "“They would make an example of me,” he said.",
    "He does not doubt that his parents have been questioned.",
    "“If the tape gets out, my wife is finished.”",
    "He is scared that his voice will be recognised.",
    "«Меня там не ждут — меня там закопают».",
    "Он боится, что его узнают по голосу.",
    "«Мене там не чекають — мене там закопають».",
    "Він боїться, що його впізнають за голосом.",
    "Його рідню, певен він, уже допитали.",
    "그는 목소리로 신원이 드러날까 봐 두려워한다.",
    '"내 이름이 신문에 나면 어머니는 살아남지 못한다"고 했다.',
    "그는 부모가 이미 조사를 받았을 것으로 생각한다.",
    "그는 본보기로 처형당할 것이라고 말했다.",
    "“If my face is shown, my father will lose everything,” he said.",
    "“They will say I am a traitor.”",
    "He is convinced that a firing squad awaits him at home.",
    "He fears reprisals against his sister.",
    "His family, he believes, has already been taken away.",
    "“Nobody comes back from there alive.”",
    "He worries what will happen to his parents.",
    "If returned, he said, he would be shot.",
    "He said captured men are treated as traitors at home.",
    "“My children would be thrown out of school,” he said.",
    "Being captured is treason where he comes from, he said.",
    "«Покажете лицо — отца выгонят с работы», — говорит он.",
    "«Меня объявят предателем».",
    "Он уверен, что дома его ждёт расстрел.",
    "Он опасается мести за сестру.",
    "Говорит, что за плен там расстреливают.",
    "«Если увидят это видео, родных вышлют», — сказал он.",
    "Он переживает за родителей.",
    "По его словам, сдавшихся в плен дома считают изменниками.",
    "Его страшит возвращение в часть.",
    "«После обмена меня опять кинут на штурм».",
    "«Покажете обличчя — батька виженуть з роботи», — каже він.",
    "«Мене оголосять зрадником».",
    "Він певен, що вдома його чекає розстріл.",
    "Він боїться помсти за сестру.",
    "Хвилюється за батьків.",
    "«Якщо це відео побачать, рідних вивезуть», — сказав він.",
    "За його словами, за полон там розстрілюють.",
    "«Після обміну мене знову кинуть на штурм».",
    "Він боїться повертатися: за полон удома карають.",
    '"내 얼굴이 나가면 아버지가 직장을 잃는다"고 그는 말했다.',
    '"나를 배신자라고 할 것이다"라고 했다.',
    "그는 돌아가면 총살이라고 믿는다.",
    "그는 누이가 보복을 당할까 봐 걱정한다.",
    '"이 영상을 보면 가족이 추방당합니다"라고 말했다.',
    "그는 부모님이 무사할지 걱정이라고 했다.",
    "그는 북에 남은 가족이 피해를 볼까 우려했다.",
    "그는 돌아가면 수용소에 끌려갈 것이라고 했다.",
    "그는 송환이 두렵다고 털어놨다.",
    "“They have my address. They will come for my mother,” he said.",
    "He is sure that prison is waiting for him.",
    "He would be executed, he says, the day he lands.",
    "He was afraid the video would reach his commanders.",
    "“If I go home I am dead.”",
    "His younger brother would be sent to the mines, he believes.",
    "«Меня дома ждёт стенка», — говорит он.",
    "«Вернусь — сразу трибунал».",
    "Он не сомневается: семью уже наказали.",
    "Боится, что ролик увидят командиры.",
    "«Если вернут, мне конец».",
    "Он говорит, что его родителей сошлют в шахты.",
    "«Удома на мене чекає стінка», — каже він.",
    "«Повернуся — одразу трибунал».",
    "Він не сумнівається: родину вже покарали.",
    "Боїться, що ролик побачать командири.",
    "«Якщо повернуть, мені кінець».",
    "Він каже, що його батьків зашлють на шахти.",
    '"돌아가면 나는 죽은 목숨"이라고 그는 말했다.',
    "그는 어머니가 벌써 끌려갔을 거라고 믿는다.",
    "그는 영상이 지휘관에게 알려질까 두려워했다.",
    "그는 송환되면 처형당할 게 뻔하다고 했다.",
    '"동생이 탄광으로 보내질 것"이라고 그는 말했다.',
    "그는 가족이 벌을 받을 것이라며 떨었다.",
)
NOT_FEARS = (
    "He was shot in the leg.",
    "They killed my friend near Sudzha.",
    "Prisoners who return will be punished.",
    "Ukraine will punish those who shot them.",
    "The ministry said it would send them to prison if convicted.",
    "I was sent to the front after a week.",
    "He is afraid of the dark.",
    "We will know more when I have read the report.",
    "Его ранили, когда он полз в окоп.",
    "Мы стояли на позициях, и я был ранен.",
    "Россия вернёт тела погибших в июне.",
    "Его отправили в лагерь под Харьковом.",
    "Я увидел, как его убили.",
    "Його батьки живуть у Вонсані.",
    "포로들이 송환되면 처벌받는다고 전문가는 말했다.",
    "우크라이나는 포로를 처벌하지 않는다.",
    "병사는 수용소에서 지내고 있다",
)


@pytest.mark.parametrize("text", FEARS)
def test_a_fear_is_a_wish(text: str) -> None:
    """It is protected as one: it tells that he would not go back."""
    assert Field.WISH in {detail.field for detail in ruled(text)}


@pytest.mark.parametrize("text", NOT_FEARS)
def test_no_fear(text: str) -> None:
    """What happened already, what experts say of all, and small fears."""
    assert list(fears(text)) == []


def test_its_words_and_what_it_is_for() -> None:
    """The clause between the marks, and a refusal to return."""
    text = "«Если вернусь — посадят», — сказал он."
    (fear,) = fears(text)
    assert (text[fear.start : fear.end], fear.value) == (
        "Если вернусь — посадят",
        "refuse",
    )


def test_a_word_in_marks_ends_no_clause() -> None:
    """ "Taught" between marks is a beating."""
    text = "вдома його вже раз «учили» за втечу з частини"
    (fear,) = fears(text)
    assert text[fear.start : fear.end] == text
