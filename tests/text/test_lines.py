"""Lines of plain text, by cue, position and length."""

import pytest

from safeconduct.text.kinds import Kind
from safeconduct.text.lines import classify

BODY = "The delegation visited the camp and spoke with every prisoner there."
ARTICLE = f"""example.org

News and views at example.org

Delegation visits camp in the north

{BODY}

What the delegation saw

{BODY}

Source: Example Daily

Jane Roe

Jane Roe is a journalist covering courts. She has a degree in law.

Leave a comment"""


def kinds(text: str) -> list[Kind]:
    return [line.kind for line in classify(text)]


def test_page_with_everything() -> None:
    """Each line is known from its cue or its place."""
    assert kinds(ARTICLE) == [
        Kind.SITE_HEADER,
        Kind.SITE_TAGLINE,
        Kind.TITLE,
        Kind.BODY,
        Kind.HEADING,
        Kind.BODY,
        Kind.SOURCE_CREDIT,
        Kind.BYLINE,
        Kind.AUTHOR_BIO,
        Kind.COMMENT_FORM,
    ]


def test_offsets_with_windows_line_ends() -> None:
    """Spans point at the text as it came, and lines are counted as editors do."""
    text = ARTICLE.replace("\n", "\r\n")
    lines = classify(text)
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert [line.number for line in lines] == [
        line.number for line in classify(ARTICLE)
    ]


def test_wrapped_paragraph() -> None:
    """A line inside a wrapped paragraph is no heading."""
    text = (
        "Camp visited\n\nThe delegation visited the camp\nand spoke with all of"
        "\nthe prisoners there.\n"
    )
    assert kinds(text) == [Kind.TITLE, Kind.BODY, Kind.BODY, Kind.BODY]


def test_journalist_inside_an_article() -> None:
    """A sentence on a journalist with article below it stays in the article."""
    text = f"Title here\n\nJane Roe is a journalist and editor.\n\n{BODY}"
    assert kinds(text) == [Kind.TITLE, Kind.BODY, Kind.BODY]


def test_last_sentence_on_a_journalist() -> None:
    """One cue without a byline is too little to strip the last line."""
    text = f"Title here\n\n{BODY}\n\nThe captive is a journalist from the north."
    assert kinds(text)[-1] is Kind.BODY


def test_name_of_the_site_that_the_article_quotes() -> None:
    """A first line that the article only quotes is the site, not the title."""
    text = (
        "Вести Долины\n\nДеревня готовится принять пленных\n\n3 февраля 2025\n\n"
        "Деревня в долине готовится: пленных примут в мае.\n\n"
        "Ранее «Вести Долины» писали о школе."
    )
    assert kinds(text)[:3] == [Kind.SITE_HEADER, Kind.TITLE, Kind.DATELINE]


def test_motto_under_the_name_of_the_site() -> None:
    """What a site says of itself is no title."""
    title = "Delegation Visits Camp in the North"
    text = f"The Valley Courier\n\nIndependent since 1998\n\n{title}\n\n{BODY}"
    assert kinds(text)[:3] == [Kind.SITE_HEADER, Kind.SITE_TAGLINE, Kind.TITLE]


def test_short_title_with_a_summary() -> None:
    """Words of a title come again in its article: it is no site's name."""
    text = (
        "Голос из плена\n\nДвое солдат рассказали о зимнем марше\n\n"
        "Солдат взяли в плен зимой, после марша."
    )
    assert kinds(text)[0] is Kind.TITLE


def test_heading_that_looks_like_a_form() -> None:
    """With paragraphs on both sides the line is a heading."""
    text = f"Camp visited\n\n{BODY}\n\nComments\n\n{BODY}\n\n{BODY}"
    assert kinds(text)[2] is Kind.HEADING


def test_day_inside_the_article() -> None:
    """Only the day above the article dates the page."""
    day = "3 February 2025"
    text = f"Camp visited\n\n{day}\n\n{BODY}\n\n{BODY}\n\n{day}\n\n{BODY}"
    found = kinds(text)
    assert found[1] is Kind.DATELINE
    assert Kind.DATELINE not in found[2:]


def test_list_of_figures_at_the_end() -> None:
    """Figures below the credits stay, headlines with numbers below a form go."""
    text = f"Camp visited\n\n{BODY}\n\nJanuary: 300\n\nShare\n\n12 ways to cook rice"
    assert kinds(text)[-3:] == [Kind.BODY, Kind.SHARE, Kind.NAVIGATION]


def test_single_line() -> None:
    """A lone line is body: there is nothing it could be the title of."""
    assert kinds("Two men held") == [Kind.BODY]


def test_korean_article() -> None:
    """Korean pages are read by the same three passes."""
    text = (
        "대표단, 수용소 방문\n\n대표단은 수용소를 방문해 포로들을 만났다.\n\n"
        "출처: 예시일보\n\n홍길동 기자\n\n댓글 남기기"
    )
    assert kinds(text) == [
        Kind.TITLE,
        Kind.BODY,
        Kind.SOURCE_CREDIT,
        Kind.BYLINE,
        Kind.COMMENT_FORM,
    ]


@pytest.mark.parametrize(
    ("paper", "headline", "body"),
    [
        (
            "Радио «Новый меридиан» | Центральная Азия",
            "Пленные из Казахстана просят не отправлять их домой через Москву",
            "Делегация посетила лагерь во вторник. Она пробыла там пять часов.",
        ),
        (
            "월간 너머와사람 2025년 10월호",
            "포로수용소에서 만난 두 병사가 들려준 겨울의 참호 이야기",
            "두 사람은 지난겨울 붙잡혔다. 지금은 수용소에서 종이를 접는다.",
        ),
        (
            "The Dale & Moor Examiner | Weekend",
            "How a retired teacher came to write to prisoners she never met",
            "She wrote the first letter in March. The answer came in June.",
        ),
    ],
)
def test_a_paper_with_its_section_or_issue(
    paper: str, headline: str, body: str
) -> None:
    """The first line names the paper, and the headline stands below it."""
    lines = classify(f"{paper}\n{headline}\n\n{body}\n")
    found = {line.text: line.kind for line in lines}
    assert found[paper] is Kind.SITE_HEADER
    assert found[headline] is Kind.TITLE


@pytest.mark.parametrize(
    "headline",
    [
        "Three wounded | A fourth is missing",
        "Радио «Свобода» сообщило о пленных",
        "Газета «Вести»: пленных переведут",
    ],
)
def test_a_headline_is_no_paper(headline: str) -> None:
    """Though a longer line stands below it, and it names one."""
    longer = "What is known of the men who were held there since the spring of the year"
    lines = classify(f"{headline}\n{longer}\n\n{BODY}\n")
    assert next(iter(lines)).kind is not Kind.SITE_HEADER


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Связаться с нами | Поддержать | Архив отчётов", Kind.NAVIGATION),
        ("Громада · 5 вересня 2025 р.", Kind.NAVIGATION),
        ("특집 | 전쟁과 사람", Kind.NAVIGATION),
        ("Central Asia | 97", Kind.BODY),
        ("В городе · 5 сентября открыли школу, и дети пришли.", Kind.BODY),
    ],
)
def test_a_row_between_bars(line: str, kind: Kind) -> None:
    """Buttons, sections and days; the row of a table and a sentence are none."""
    told = "A paragraph that tells something long and clear of the prisoners there."
    text = f"How the prisoners live\n\n{told}\n\n{told}\n{line}\n\n{told}\n"
    (found,) = [each.kind for each in classify(text) if each.text == line]
    assert found is kind
