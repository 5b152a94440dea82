"""Pages read whole, plain and HTML."""

import json
from datetime import date

import pytest

from safeconduct.text import EmptyInput, Kind, find_figures, read

PLAIN = """Delegation visits camp

By Jane Roe

Published on 3 February 2025

The delegation visited the camp and spoke with 40 prisoners of war.

Source: Example Daily

© 2025 Example Post. All rights reserved."""
HTML = """<!doctype html><html><head><title>Delegation visits camp</title>
<meta property="og:site_name" content="Example Post">
<meta property="og:url" content="https://copy.example/a">
<meta property="article:published_time" content="2025-02-03T10:00:00Z">
<link rel="canonical" href="https://origin.example/a"></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Delegation visits camp</h1>
<p>The delegation visited the camp in the north of the country on Monday and spoke
with at least <b>40</b> prisoners of war, who were held in good conditions.</p>
<p>Officials said that around 10 percent of the prisoners were wounded when they
were captured and that all of them had since been treated by doctors.</p>
<p>Source: Example Daily</p></article>
<script>var hidden = "300 soldiers";</script>
<footer>© 2025 Example Post. All rights reserved.</footer></body></html>"""


def test_plain_page() -> None:
    """Credits are read from the lines that are then stripped."""
    page = read(PLAIN.encode(), name="a.txt")
    assert page.form == "plain"
    assert page.title == "Delegation visits camp"
    assert page.author == "Jane Roe"
    assert page.published == date(2025, 2, 3)
    assert page.publisher == "Example Post"
    assert page.declared_sources == ("Example Daily",)
    assert page.body == (
        "The delegation visited the camp and spoke with 40 prisoners of war."
    )


def test_web_page() -> None:
    """The article is extracted, credits and the canonical address are kept."""
    page = read(HTML.encode(), name="a.html")
    assert page.form == "html"
    assert page.title == "Delegation visits camp"
    assert page.publisher == "Example Post"
    assert page.published == date(2025, 2, 3)
    assert page.declared_sources == ("https://origin.example/a", "Example Daily")
    assert page.body.startswith("The delegation visited")
    assert page.body.endswith("treated by doctors.")
    assert "hidden" not in page.text
    assert {line.kind for line in page.boilerplate} >= {
        Kind.SOURCE_CREDIT,
        Kind.COPYRIGHT,
    }


def test_offsets_of_a_web_page() -> None:
    """Figures of a web page point into its visible text."""
    page = read(HTML.encode())
    found = find_figures(page)
    assert [figure.text for figure in found] == ["at least 40", "around 10 percent"]
    assert all(page.text[item.start : item.end] == item.text for item in found)


def test_article_inside_a_script() -> None:
    """A page that writes its article by script is read from the script."""
    body = "The delegation said it met “forty” men in the camp. " * 12
    data = json.dumps({"@type": "NewsArticle", "articleBody": body.strip()})
    source = (
        "<!doctype html><html><head><title>Delegation visits camp</title>"
        f'<script type="application/ld+json">{data}</script></head>'
        "<body><p>Please wait.</p></body></html>"
    )
    page = read(source.encode())
    assert "forty" in page.body
    start, end = page.in_source(0, len(page.text))
    assert source[start:end].startswith("The delegation said")


def test_page_without_an_article() -> None:
    """A page on which no article is found keeps what a reader sees."""
    page = read(b"<!doctype html><html><body><p>Two men held.</p></body></html>")
    assert page.body == "Two men held."


def test_two_extractors() -> None:
    """Boilerplate of a page goes whichever extractor found the article."""
    paragraphs = "".join(
        f"<div>On day {day} the delegation saw camp number {day} and spoke in private"
        f" with {day} men who had been held there since the autumn.</div>"
        for day in range(2, 9)
    )
    source = (
        "<!doctype html><html><head><title>Seven camps</title></head><body>"
        '<div id="nav"><a href="/">Home</a> <a href="/w">World</a></div>'
        f'<div class="story">{paragraphs}</div>'
        '<div class="related"><a href="/b">Harbour reopens</a></div>'
        "<div>We use cookies.</div></body></html>"
    )
    page = read(source.encode())
    assert page.body.count("On day") == 7
    assert "Harbour" not in page.body
    assert "cookies" not in page.body


def test_plain_text_about_tags() -> None:
    """A text that mentions a tag is not taken for a web page."""
    assert read(b"The <p> element holds a paragraph.").form == "plain"


def test_web_page_without_text() -> None:
    """A page with no visible text is refused like an empty file."""
    with pytest.raises(EmptyInput):
        read(b"<!doctype html><html><body><script>1</script></body></html>")


def test_deep_nesting() -> None:
    """A hostile page with many hundreds of nested elements is read, not crashed on."""
    source = "<!doctype html><html><body>" + "<div>" * 1500 + "Two men held."
    assert "Two men held." in read(source.encode()).text
