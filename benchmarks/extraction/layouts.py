"""Web pages of our own invention: articles in four languages inside six layouts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from random import Random


@dataclass(frozen=True)
class Words:
    """What articles and pages of one language are made of.

    Sentences join an opening, a subject, a place and a deed.
    """

    openings: Sequence[str]
    subjects: Sequence[str]
    deeds: Sequence[str]
    places: Sequence[str]
    menu: Sequence[str]
    headlines: Sequence[str]
    related: str
    credit: str
    cookie: str
    rights: str
    comments: str
    comment: str


WORDS = {
    "en": Words(
        ("On Monday", "Late in the evening", "After the talks", "By then", "In May"),
        ("the delegation", "an officer", "the mother of a driver", "a court",
         "a medic"),
        ("read a list of names", "met prisoners in private", "asked for blankets",
         "counted some forty tents", "wrote for the third time"),
        ("in the northern camp", "near the river", "at the old school", "by the road"),
        ("Home", "World", "Politics", "Sport", "Contact"),
        ("Harbour reopens after the great storm of the winter",
         "Minister resigns over a budget nobody has read",
         "Why bread costs twice what it cost a year ago", "Rain until Sunday"),
        "Related articles", "Source: Example Daily",
        "We use cookies to improve your visit.", "All rights reserved.",
        "Comments", "I hope that all of them come home soon and in good health.",
    ),
    "ko": Words(
        ("월요일에", "늦은 저녁", "회담이 끝난 뒤", "그때까지", "5월에"),
        ("방문단은", "한 장교는", "운전병의 어머니는", "법원은", "위생병은"),
        ("명단을 읽었다", "포로들을 따로 만났다", "담요를 요청했다",
         "천막 사십여 개를 세었다", "세 번째 편지를 썼다"),
        ("북부 수용소에서", "강 근처에서", "옛 학교에서", "길가에서"),
        ("홈", "국제", "정치", "스포츠", "문의"),
        ("겨울 폭풍 뒤 다시 문을 연 항구의 하루", "아무도 읽지 않은 예산에 장관 사임",
         "빵값이 한 해 만에 두 배로 뛴 까닭은 무엇인가", "일요일까지 비"),
        "관련기사", "출처: 예시일보", "이 사이트는 쿠키를 사용합니다.",
        "무단전재 및 재배포 금지", "댓글", "모두 무사히 돌아오기를 바랍니다 정말로요",
    ),
    "uk": Words(
        ("У понеділок", "Пізно ввечері", "Після перемовин", "На той час", "У травні"),
        ("делегація", "один офіцер", "мати водія", "комісія", "медик"),
        ("перелічує імена зі списку", "говорить із полоненими наодинці",
         "просить ковдри", "бачить близько сорока наметів", "пише втретє"),
        ("у північному таборі", "біля річки", "у старій школі", "край дороги"),
        ("Головна", "Світ", "Політика", "Спорт", "Контакти"),
        ("Порт знову працює після великої зимової бурі",
         "Міністр іде через бюджет, якого ніхто не читав",
         "Чому хліб удвічі дорожчий, ніж торік", "Дощ до неділі"),
        "Читайте також", "Джерело: Денний приклад", "Цей сайт використовує cookie.",
        "Усі права захищені.", "Коментарі",
        "Сподіваюся, що всі вони скоро повернуться додому здоровими.",
    ),
    "ru": Words(
        ("В понедельник", "Поздно вечером", "После переговоров", "К тому времени",
         "В мае"),
        ("делегация", "один офицер", "мать водителя", "комиссия", "медик"),
        ("перечисляет имена из списка", "говорит с пленными наедине",
         "просит одеяла", "видит около сорока палаток", "пишет в третий раз"),
        ("в северном лагере", "у реки", "в старой школе", "у дороги"),
        ("Главная", "Мир", "Политика", "Спорт", "Контакты"),
        ("Порт снова работает после большой зимней бури",
         "Министр уходит из-за бюджета, которого никто не читал",
         "Почему хлеб вдвое дороже, чем год назад", "Дождь до воскресенья"),
        "Читайте также", "Источник: Дневной пример", "Этот сайт использует cookie.",
        "Все права защищены.", "Комментарии",
        "Надеюсь, что все они скоро вернутся домой здоровыми.",
    ),
}  # fmt: skip
PARAGRAPHS, SENTENCES = (3, 9), (2, 5)


@dataclass(frozen=True)
class Article:
    """What a page is made around."""

    title: str
    paragraphs: tuple[str, ...]
    links: tuple[str, ...]

    @property
    def text(self) -> str:
        """The article as it should be extracted."""
        return "\n".join((self.title, *self.paragraphs))


def pages(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield source and article of `count` pages for each language."""
    draw = Random(seed)  # noqa: S311 pages, no secrets
    for words in WORDS.values():
        for number in range(count):
            article = _article(words, draw)
            layout = LAYOUTS[number % len(LAYOUTS)]
            head = f"<!doctype html><html><head><title>{escape(article.title)}</title>"
            body = layout(article, words)
            yield f"{head}</head><body>{body}</body></html>", article.text


def _article(words: Words, draw: Random) -> Article:
    return Article(
        _sentence(words, draw).rstrip("."),
        tuple(
            " ".join(_sentence(words, draw) for _ in range(draw.randint(*SENTENCES)))
            for _ in range(draw.randint(*PARAGRAPHS))
        ),
        tuple(draw.sample(words.headlines, k=len(words.headlines))),
    )


def _sentence(words: Words, draw: Random) -> str:
    parts = (words.openings, words.subjects, words.places, words.deeds)
    return " ".join(draw.choice(part) for part in parts) + f" ({draw.randint(2, 99)})."


def _menu(words: Words) -> str:
    return "".join(
        f'<li><a href="/{n}">{word}</a></li>' for n, word in enumerate(words.menu)
    )


def _links(article: Article) -> str:
    return "".join(
        f'<li><a href="/a">{escape(link)}</a></li>' for link in article.links
    )


def _text(article: Article, tag: str = "p") -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in article.paragraphs)


def semantic(article: Article, words: Words) -> str:
    """A page that says by its elements what is what."""
    return (
        f"<nav><ul>{_menu(words)}</ul></nav><main><article><h1>{article.title}</h1>"
        f"{_text(article)}<p>{words.credit}</p></article></main>"
        f"<aside><h2>{words.related}</h2><ul>{_links(article)}</ul></aside>"
        f"<footer>{words.rights}</footer>"
    )


def nameless(article: Article, words: Words) -> str:
    """A page of nothing but nameless blocks."""
    return (
        f"<div><ul>{_menu(words)}</ul></div><div><div>{words.cookie}</div>"
        f"<div><h1>{article.title}</h1>{_text(article, 'div')}</div>"
        f"<div>{words.related}<ul>{_links(article)}</ul></div></div>"
        f"<div>{words.rights}</div>"
    )


def blog(article: Article, words: Words) -> str:
    """An article with what readers wrote below it."""
    said = "".join(f'<li class="comment"><p>{words.comment}</p></li>' for _ in range(6))
    return (
        f'<div id="header"><ul>{_menu(words)}</ul></div><div class="post">'
        f'<h1 class="entry-title">{article.title}</h1><div class="entry-content">'
        f'{_text(article)}<p>{words.credit}</p></div></div><div id="comments">'
        f"<h3>{words.comments}</h3><ol>{said}</ol></div>"
        f'<div id="footer">{words.rights}</div>'
    )


def interrupted(article: Article, words: Words) -> str:
    """An article with links and a notice between its paragraphs."""
    half = len(article.paragraphs) // 2
    first = Article(article.title, article.paragraphs[:half], ())
    second = Article(article.title, article.paragraphs[half:], ())
    return (
        f'<ul class="menu">{_menu(words)}</ul><div class="content"><h1>{article.title}'
        f'</h1>{_text(first)}<div class="related"><b>{words.related}</b><ul>'
        f'{_links(article)}</ul></div><div class="cookie-banner">{words.cookie}</div>'
        f"{_text(second)}</div><p>{words.rights}</p>"
    )


def broken_lines(article: Article, words: Words) -> str:
    """An old page: one block, paragraphs parted by line breaks."""
    text = "<br><br>".join(map(escape, article.paragraphs))
    return (
        f"<center>{' | '.join(words.menu)}</center><font size=5><b>{article.title}</b>"
        f"</font><div>{text}</div><hr><small>{words.credit}<br>{words.rights}</small>"
    )


def tables(article: Article, words: Words) -> str:
    """An older page: everything stands in a table."""
    return (
        f"<table><tr><td><ul>{_menu(words)}</ul></td><td><h2>{article.title}</h2>"
        f"{_text(article)}</td><td>{words.related}<ul>{_links(article)}</ul></td></tr>"
        f"<tr><td colspan=3>{words.rights}</td></tr></table>"
    )


Layout = Callable[[Article, Words], str]
LAYOUTS: tuple[Layout, ...] = (
    semantic,
    nameless,
    blog,
    interrupted,
    broken_lines,
    tables,
)
