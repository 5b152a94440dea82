"""Visible text of HTML, and its places in the source."""

import pytest

from safeconduct.text.markup import see

SOURCE = (
    "<!doctype html><title>Not seen</title><style>p {}</style>"
    "<p>At least&nbsp;<b>40</b> men &amp; 3&#8211;4  more\n here<br>next &lt;tag&gt;"
    "<!-- <p>not seen --><p>last<script>var x='<p>no'</script> one"
)


@pytest.mark.parametrize(
    ("seen", "written"),
    [
        ("At least 40 men", "At least&nbsp;<b>40</b> men"),
        ("40", "40"),
        ("& 3–4", "&amp; 3&#8211;4"),
        ("more here", "more\n here"),
        ("<tag>", "&lt;tag&gt;"),
        ("one", "one"),
    ],
)
def test_place_in_the_source(seen: str, written: str) -> None:
    """A span of the visible text points at what was written for it."""
    page = see(SOURCE)
    at = page.text.index(seen)
    start, end = page.places.span(at, at + len(seen))
    assert SOURCE[start:end] == written


def test_visible_text() -> None:
    """Blocks are lines, white space is folded, scripts and comments are not seen."""
    assert see(SOURCE).text == ("At least 40 men & 3–4 more here\nnext <tag>\nlast one")


def test_place_of_every_character() -> None:
    """Each visible character is found again at its place."""
    source = "<p>Двоє &amp; більше</p>\n<div> 포로  두 명 </div>"
    page = see(source)
    for at, char in enumerate(page.text):
        start, end = page.places.span(at, at + 1)
        if char not in " \n":
            assert source[start:end] in {char, "&amp;"}


@pytest.mark.parametrize(
    "source",
    [
        '<a href="' + "<p>x" * 20_000,
        "<a " * 20_000,
        "<select>" * 20_000,
        "<!--" * 20_000,
        "<" * 20_000,
        "</" * 20_000,
        "<div>" * 20_000 + "x",
        "<svg><b '>" * 20_000,
    ],
    ids=lambda source: str(source[:8]),
)
def test_hostile_markup(source: str) -> None:
    """Markup that is never closed is passed over in one go."""
    page = see(source)
    assert page.places.span(0, 1)[1] <= len(source)
    assert len(page.text) <= len(source)


def test_counts_of_elements() -> None:
    """Nesting is counted without what need not be closed."""
    page = see("<div><p>a<p>b<div>c</div></div><br>")
    assert (page.tags, page.deepest) == (5, 2)
