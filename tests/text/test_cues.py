"""Each cue catches its line and leaves a sentence of the article alone."""

import pytest

from safeconduct.text.cues import cue_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read also: Harbour reopens after storm", "related-link"),
        ("관련기사", "related-link"),
        ("Читайте також: Порт знову працює", "related-link"),
        ("Читайте также: Порт снова работает", "related-link"),
        ("Source: Example Daily", "source-credit"),
        ("This article was originally published by Example Daily.", "source-credit"),
        ("출처: 예시일보", "source-credit"),
        ("Джерело: Приклад", "source-credit"),
        ("Источник: Пример", "source-credit"),
        ("By Jane Roe and John Doe", "byline"),
        ("홍길동 기자 hong@example.org", "byline"),
        ("Автор: Олена Приклад", "byline"),
        ("Published on 3 February 2025", "dateline"),
        ("입력 2025.02.03 10:00", "dateline"),
        ("Cover photo: the archive of the Northern Review", "photo-credit"),
        ("Фото на обложке: архив «Северного обзора»", "photo-credit"),
        ("Фото на обкладинці: архів «Північного огляду»", "photo-credit"),
        ("Leave a Reply", "comment-form"),
        ("댓글 남기기", "comment-form"),
        ("Залишити коментар", "comment-form"),
        ("Оставить комментарий", "comment-form"),
        ("Subscribe to our newsletter", "subscribe"),
        ("Підписуйтесь на наш канал", "subscribe"),
        ("Подписывайтесь на наш канал", "subscribe"),
        ("This website uses cookies to improve your visit.", "cookie"),
        ("© 2025 Example Post. All rights reserved.", "copyright"),
        ("저작권자 © 예시일보 무단전재 및 재배포 금지", "copyright"),
        ("Все права защищены", "copyright"),
        ("Share this article", "share"),
        ("Skip to content", "navigation"),
        ("Усі права захищено © Приклад", "copyright"),
        ("(With inputs from Reuters and AFP)", "source-credit"),
        ("[AFP 제공]", "source-credit"),
        ("Перевод с английского. Оригинал: Пример", "source-credit"),
        ("Story by Jane Roe • 3h ago", "byline"),
        ("예시일보 홍길동 기자", "byline"),
        ("Jane Roe contributed to this report.", "byline"),
        ("12:40 Мост через реку закрыли на ремонт", "navigation"),
        ("1 243 просмотра", "navigation"),
        ("Подобається 12", "navigation"),
        ("3 ответа", "comment-form"),
        ("카카오톡으로 공유하기", "share"),
        ("강가신문 보도를 옮겼다.", "source-credit"),
        ("이 기사는 강가신문의 보도를 우리말로 옮긴 것입니다.", "source-credit"),
        ("번역: 오하늘 / 원문: The Ridge Ledger", "source-credit"),
        ("자료 제공: 강가신문", "source-credit"),
        ("Оригінал статті: Ridge Ledger", "source-credit"),
        ("Сокращённый перевод с корейского: «Канга»", "source-credit"),
        ("Перепечатано из «Речного гудка»", "source-credit"),
        (
            "This is a shortened translation of a report by Ridge Ledger.",
            "source-credit",
        ),
        ("The writer has covered the river ports for 12 years.", "author-bio"),
        ("Ada Lund reports from the coast for several papers.", "author-bio"),
        ("윤하람 특파원은 항구에 머물며 강 소식을 취재하고 있다.", "author-bio"),
        ("Авторка живе біля моря й пише про права людини.", "author-bio"),
        ("Автор живёт у моря и пишет о портах.", "author-bio"),
        ("Поддержите «Гудок»: карта 2200 1111 2222 3333", "subscribe"),
        ("Support Ridge Ledger: IBAN GB00 1111 2222", "subscribe"),
        ("Материалы по теме: Кто чинит мосты", "related-link"),
        ("Більше за темою: Хто лагодить мости", "related-link"),
    ],
)
def test_boilerplate_line(line: str, kind: str) -> None:
    """The line is known for what it is."""
    assert cue_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Sources close to the ministry said that the talks would go on.",
        "By Monday the men had been moved to a hospital in the capital.",
        "Read the statement before you judge it, the lawyer asked the court.",
        "Subscribers of the network lost contact for two days.",
        "Related events followed in the north of the country.",
        "Comments by the minister were met with silence.",
        "Cookies were handed out to the prisoners by the delegation.",
        "Sharing a cell with four others, he waited for news.",
        "Copyright law was not at issue, the judge said.",
        "기자 회견에서 대변인은 병사 두 명이 회복 중이라고 밝혔다.",
        "Автор звіту наголосив, що полонених не можна фотографувати.",
        "Источники сообщили, что обмен состоится в мае.",
        "Источник: ключ в овраге, где солдаты брали воду две недели.",
        "사진=가족 제공이라는 글이 봉투에 적혀 있었다고 어머니는 말했다.",
        "저는 포로입니다.",
        "취재 거부",
        "Words Matter",
        "Subscribe to the idea that a prisoner is a person, he said.",
        "The author of the report was held for two years.",
        "“The writer lives by the sea now,” she said of him, and closed the door.",
        "Автор доклада живо описывает лагерь.",
        "기자는 그에게 물을 건넸다.",
        "그는 강가신문 보도를 요약했다.",
        "Поддержать раненых пришли многие: карта города висела у входа.",
        "A translation of the letter was read to the men in the ward.",
    ],
)
def test_sentence_of_an_article(line: str) -> None:
    """A sentence that uses the same word is not lost."""
    assert cue_of(line) is None
