import re
from datetime import date

import pytest
from lxml.html import document_fromstring

from safeconduct.law import pack
from safeconduct.law.norm import Mark
from safeconduct.law.pages import INSTRUMENTS, html, instrument_page, option_page, pdf
from safeconduct.law.pages.otherwise import otherwise_told
from safeconduct.law.pages.paper import NoFont
from safeconduct.law.provisions import PROVISIONS, otherwise
from safeconduct.law.wording import LANGUAGES

LAW = pack(date(2026, 11, 1))


@pytest.mark.parametrize("instrument", list(INSTRUMENTS))
def test_an_instrument_shows_what_opens_and_closes_nothing(instrument: str) -> None:
    """All of it, in the order of the articles, and no norm among it."""
    page = instrument_page(LAW, instrument, "en")
    told = [one.name for one in page.otherwise]
    norms = {norm.provision.id for norm in LAW.norms}

    assert told == [one.id for one in otherwise(instrument)]
    assert norms.isdisjoint(told)


def test_an_option_shows_only_what_decides_it() -> None:
    """What opens and closes nothing has no place there."""
    assert option_page(LAW, "R1", "en").otherwise == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_html(language: str) -> None:
    """Each has its article and its link, and stands under a heading of its own."""
    page = instrument_page(LAW, "gc4", language)
    tree = document_fromstring(html(page))
    articles = tree.xpath("//section[@class='otherwise']/article")
    links = tree.xpath("//nav//a/@href")

    assert [one.get("id") for one in articles] == [o.anchor for o in page.otherwise]
    assert links == [f"#{one.anchor}" for one in page.otherwise]
    for one, article in zip(page.otherwise, articles, strict=True):
        read = article.text_content()
        assert one.condition in read
        assert one.consequence in read
        assert all(name in read and text in read for name, text in one.rows)
        assert all(word in read for word in (*one.mark_words, *one.binds))


def test_a_mark_within_a_sentence_is_read_as_a_word() -> None:
    """A reader need not know the letters, and the legend explains the word."""
    page = instrument_page(LAW, "gc3", "en")
    card = next(one for one in page.otherwise if one.name == "GCIII-70")

    assert "only the Agency card [our own inference]." in card.consequence
    assert Mark.INFERENCE in card.marks
    assert "our own inference" in {word for _, word, _ in page.marks}
    assert not re.search(r"\[[TCSMI]\]", html(page))


def test_ours_are_visible() -> None:
    """A rule of our own is drawn as one; a treaty that holds an inference is not."""
    ours, treaty = otherwise_told(
        (PROVISIONS["ENG-4EYES"], PROVISIONS["GCIII-70"]), "en"
    )

    assert ours.is_inference
    assert not treaty.is_inference
    tree = document_fromstring(html(instrument_page(LAW, "engine", "en")))
    (drawn,) = tree.xpath(f"//article[@id='{ours.anchor}']")
    assert drawn.get("class") == "binds inference"


def test_since_and_until() -> None:
    """The days of the source stand with the provision."""
    (armistice,) = otherwise_told((PROVISIONS["KPW-51"],), "en")

    assert armistice.force == "since 1953-07-27; until 1954-03-01"


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper(language: str) -> None:
    """It is set on paper too."""
    page = instrument_page(LAW, "gc4", language)
    try:
        assert pdf(page).startswith(b"%PDF")
    except NoFont:
        pytest.skip("no font with Hangul is installed")
