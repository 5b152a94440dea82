"""The site's name and motto above a title are told from the title."""

import pytest

from safeconduct.text import read

BODIES = {
    "en": "The camp holds men from many places, an official said on Monday, and the"
    " winter was long for them.\n\nThe men were calm, and an interpreter was there; the"
    " prisoners asked about the exchange and three letters.",
    "ru": "В лагере держат людей из многих стран, сказал чиновник, и зима была для них"
    " долгой. Пленные ждут писем.\n\nЛюди спокойны, был и переводчик; трое пленных"
    " спрашивали об обмене.",
    "uk": "У таборі тримають людей із багатьох країн, сказав посадовець, і зима була"
    " для них довгою. Полонені чекають листів.\n\nЛюди спокійні, був і перекладач; троє"
    " полонених питали про обмін.",
    "ko": "수용소에는 여러 나라에서 온 포로들이 머물고 있다고 관계자는 말했다. 겨울은"
    " 길었다.\n\n포로들은 조용했고 통역도 있었다. 세 명은 교환에 대해 물었다.",
}


# A bar stands for a line end; what is above the title, the title, what is below it.
@pytest.mark.parametrize(
    ("language", "above", "title", "below"),
    [
        (
            "en",
            "THE MERIDIAN EXAMINER|Local. Free. Weekly.||",
            "The Prisoners Nobody Asks For",
            "||They wait for governments that do not write||By Ann Lee|11 October 2025",
        ),
        (
            "en",
            "Ridge Brief|Analysis for short evenings||",
            "Prisoners of Winter: What the Camp Says, and What It Does Not",
            "||By Ann Lee|11 October 2025",
        ),
        (
            "en",
            "The Open Ledger|Reporting that listens||",
            "Three Letters from the Camp",
            "||11 October 2025",
        ),
        (
            "en",
            "RIVERBANK|Stories from the east of Europe||",
            "Three prisoners wait for an exchange",
            "||11 October 2025",
        ),
        (
            "en",
            "Northern Context|Newsletter no. 14||",
            "Three prisoners wait for an exchange",
            "|Ann Lee|11 October 2025",
        ),
        (
            "en",
            "The Tallinn Dossier||",
            "Three prisoners wait for an exchange",
            "||11 October 2025",
        ),
        (
            "en",
            "EAST DOSSIER • Since 1998||",
            "Three prisoners wait for an exchange",
            "||11 October 2025",
        ),
        (
            "en",
            "Lantern Watch|human rights, plainly||",
            "Winter in the camp",
            "||11 October 2025",
        ),
        (
            "en",
            "",
            "Winter in the camp",
            "|Three prisoners wait for an exchange||11 October 2025",
        ),
        (
            "en",
            "",
            "Three Prisoners",
            "||The winter of an exchange that did not come||By Ann Lee|11 October 2025",
        ),
        (
            "ru",
            "Излом|журнал о людях и дорогах|Подписка  Архив  О нас||",
            "Трое и их дороги. Чего ждут пленные",
            "||17 сентября 2025",
        ),
        (
            "ru",
            "Речной бюллетень «Затон»|Выпуск 31||",
            "Чужая зима: почему пленные ждут обмена",
            "||Аналитический отдел|30 сентября 2025",
        ),
        (
            "ru",
            "СЕВЕРНЫЙ МАЯК|независимое издание о людях на границе||",
            "Три письма из лагеря",
            "||30 сентября 2025",
        ),
        (
            "ru",
            "Северный маяк|независимое издание о людях на границе||",
            "Три письма из лагеря",
            "|Корреспондент Ян Ольхов|30 сентября 2025",
        ),
        (
            "ru",
            "Перекрёсток|Истории с границы||",
            "Трое пленных ждут обмена",
            "||30 сентября 2025",
        ),
        (
            "ru",
            "Вестник пролива|городская газета||",
            "Трое пленных ждут обмена",
            "||30 сентября 2025",
        ),
        ("ru", "Журнал «Излучина»||", "Трое пленных ждут обмена", "||30 сентября 2025"),
        (
            "ru",
            "Излучина / Общество||",
            "Трое пленных ждут обмена",
            "||30 сентября 2025",
        ),
        (
            "ru",
            "Тихая гавань: рассказы||",
            "Трое пленных ждут обмена",
            "||30 сентября 2025",
        ),
        ("ru", "", "Зима", "||Трое пленных ждут обмена||30 сентября 2025"),
        ("ru", "", "Трое пленных", "|Как живут те, кого не меняют||30 сентября 2025"),
        (
            "uk",
            "Східний кут|Новини Монголії та Тибету українською||",
            "Троє полонених чекають листів",
            "|Переклад і переказ: Ольга Явір|14 листопада 2025",
        ),
        (
            "uk",
            "Східний міст|Медіа про Азію без екзотики||",
            "Троє полонених чекають листів",
            "||14 листопада 2025",
        ),
        (
            "uk",
            "ОБЕРІГ|видання родин||",
            "Троє полонених чекають листів",
            "||14 листопада 2025",
        ),
        (
            "uk",
            "Перехрестя|про людей на кордоні||",
            "Троє полонених чекають листів",
            "||14 листопада 2025",
        ),
        (
            "uk",
            "Спільнота «Дім»|Розповідаємо про тих, хто чекає||",
            "Троє полонених чекають листів",
            "||14 листопада 2025",
        ),
        (
            "uk",
            "Вечірній Полтавець|обласна щоденна||",
            "Троє полонених чекають листів",
            "||14 листопада 2025",
        ),
        (
            "uk",
            "",
            "Зима в таборі",
            "|Троє полонених чекають листів||14 листопада 2025",
        ),
        (
            "ko",
            "초원포커스|몽골·카자흐스탄 소식을 우리말로||",
            '포로 세 명 "교환을 기다린다"… 수용소의 겨울',
            "||마은결 기자|2025.06.03",
        ),
        (
            "ko",
            "강가의 시선|국경 너머를 보는 눈||",
            '포로 세 명 "교환을 기다린다"… 수용소의 겨울',
            "||마은결 기자|2025.06.03",
        ),
        (
            "ko",
            "평화의 창|분쟁지역 전문 매체||",
            "수용소의 겨울, 포로 세 명의 교환",
            "||2025.06.03",
        ),
        ("ko", "북방리포트||", "수용소의 겨울, 포로 세 명의 교환", "||2025.06.03"),
        (
            "ko",
            "등대|세상을 밝히는 작은 언론||",
            "수용소의 겨울, 포로 세 명의 교환",
            "||2025.06.03",
        ),
        (
            "ko",
            "",
            "수용소의 겨울",
            "|포로 세 명의 교환을 기다리다||마은결 기자|2025.06.03",
        ),
        ("ko", "", "포로 세 명", "||수용소의 겨울과 교환||2025.06.03"),
        (
            "en",
            "CAMPS AND TREATIES||A blog of the Northway Institute||Home > Comment||",
            "What the Camp Can Ask of Its Prisoners",
            "||Posted on September 5, 2025 by Ann Lee",
        ),
        (
            "ru",
            "Тихий Створ||Новости и разборы о том, чего нет||Главная / Разборы||",
            "«Три письма»: о чём молчат пленные зимой",
            "||7 марта 2025",
        ),
        (
            "uk",
            "Прут-Інфо|Агенція новин Покуття||",
            "Головне за добу: полонені, обмін, листи",
            "||7 березня 2025",
        ),
        (
            "uk",
            "Дніпро-Прес|Інформаційна агенція: новини, фото, огляди||",
            "Вечірній дайджест: полонені, обмін, листи",
            "||7 березня 2025",
        ),
        (
            "ru",
            "Точка сборки|Медиа о лагерях и письмах|",
            "«Писем нет»: почему трое пленных ждут обмена в лагере",
            "|Кирилл Ладейников|19 сентября 2025",
        ),
        (
            "uk",
            "Полудневий обрій||Степ українською||",
            "Троє полонених із таборів чекають листів і обміну",
            "||15 жовтня 2025, 11:05",
        ),
        ("en", "", "Three Letters", "|What the prisoners say|Ann Lee|5 June 2025"),
    ],
)
def test_title_under_a_masthead(
    language: str, above: str, title: str, below: str
) -> None:
    """All above the title is boilerplate, and where nothing is, the title stays."""
    text = f"{above}{title}{below}||{BODIES[language]}".replace("|", "\n")
    page = read(text.encode(), name="a.txt")
    assert page.title == title
    stripped = {line.text for line in page.boilerplate}
    assert {line for line in above.split("|") if line} <= stripped


@pytest.mark.parametrize(
    ("language", "under", "kept"),
    [
        ("en", "RIFT COURIER|Home > News > North Rift|By Ann Lee|11 October 2025", 0),
        ("ru", "Днепровский вестник|Общество / Война|Пётр Орлов|11 октября 2025", 0),
        ("en", "Open Door Rights Watch|News & Analysis|11 October 2025", 0),
        ("en", "An interpreter was there, too|By Ann Lee|11 October 2025", 1),
    ],
)
def test_a_site_may_be_named_under_the_title(
    language: str, under: str, kept: int
) -> None:
    """A short line that the article takes up belongs to the title."""
    titles = {
        "en": "Why so many prisoners of one camp do not want to go home",
        "ru": "Почему многие пленные одного лагеря не хотят домой",
    }
    lines = under.split("|")
    text = "\n".join([titles[language], *lines, "", BODIES[language], ""])
    page = read(text.encode(), name="report.txt")
    told = [line.text for line in page.lines if line.kind.is_article]
    assert told[0] == titles[language]
    assert sum(line in told for line in lines) == kept
