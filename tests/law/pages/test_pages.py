import re
from datetime import date

import pytest
from lxml import etree
from lxml.html import document_fromstring

from safeconduct.law import FACTS, OPTIONS, LawError, Mode, pack
from safeconduct.law.pages import (
    INSTRUMENTS,
    NoFont,
    body,
    html,
    instrument_page,
    option_page,
    pdf,
    picture,
    whole_page,
)
from safeconduct.law.pages.cases import MOST
from safeconduct.law.pages.page import Answered, Entry, Page
from safeconduct.law.pages.paper import families
from safeconduct.law.soundness import POSITIONS
from safeconduct.law.wording import LANGUAGES

DAY = date(2026, 11, 1)
LAW = pack(DAY)
LETTERS = [act.option for act in OPTIONS]
SVG = "{http://www.w3.org/2000/svg}"


def names(page: Page) -> list[str]:
    return [entry.name for section in page.sections for entry in section.entries]


@pytest.mark.parametrize("letter", LETTERS)
def test_an_option_shows_every_norm_about_it(letter: str) -> None:
    """None is left out, and prohibitions come first."""
    page = option_page(LAW, letter, "en", on=DAY)
    own = [n for n in LAW.norms if letter in {act.option for act in n.acts}]
    modes = [entry.mode for section in page.sections for entry in section.entries]

    assert sorted(names(page)) == sorted(norm.name for norm in own)
    assert modes == sorted(modes, key=list(Mode).index)


def test_every_norm_stands_in_one_instrument() -> None:
    """The whole law is the sum of its instruments."""
    parts = [
        name for one in INSTRUMENTS for name in names(instrument_page(LAW, one, "en"))
    ]

    assert parts == names(whole_page(LAW, "en"))
    assert len(names(whole_page(LAW, "en"))) == len(LAW.norms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_is_whole_and_quiet(language: str) -> None:
    """A document in its language without script, with an anchor for each link."""
    text = html(option_page(LAW, "X", language, on=DAY))
    tree = document_fromstring(text)
    links = {
        one.get("href", "").removeprefix("#") for one in tree.iterfind(".//nav//a")
    }
    anchors = [one.get("id") for one in tree.iterfind(".//article")]

    assert text.startswith("<!doctype html>")
    assert tree.get("lang") == language
    assert "<script" not in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert links == set(anchors)
    assert len(anchors) == len(set(anchors))


def test_embedding() -> None:
    """For embedding there is no style and no document around the page."""
    text = html(whole_page(LAW, "uk"), style=False)

    assert text.startswith('<main lang="uk">')
    assert "<style" not in text
    assert "style=" not in text


def test_our_own_inferences_are_visible() -> None:
    """They are marked in the text and in the drawing of the article."""
    text = html(option_page(LAW, "R1", "en"))
    tree = document_fromstring(text)
    ours = tree.xpath("//article[contains(@class, 'inference')]")

    assert {one.xpath(".//span[@class='mark']")[0].text for one in ours} == {
        "our own inference"
    }
    assert len(ours) == sum(
        norm.provision.mark.value == "[I]" and "R1" in {act.option for act in norm.acts}
        for norm in LAW.norms
    )
    assert "needs approval by counsel" in text


def test_the_refugee_bar_reads_like_a_statute() -> None:
    """Condition, exception, burden, priority and facts stand on the page."""
    page = option_page(LAW, "R2", "en")
    entry = next(
        e for section in page.sections for e in section.entries if e.name == "CSR-33-1"
    )

    assert entry.citation == "1951 Convention Art 33(1)"
    assert entry.rule.text.startswith("Return after hostilities must not take place")
    assert "unless it is shown that he is a danger" in entry.rule.text
    assert entry.rule.text.endswith("(whoever relies on this must show it).")
    assert entry.exception == ""
    assert "GC III Art 118(1)" in {one.citation for one in entry.prevails}
    assert any("persecution" in one.question for one in entry.asks)


def test_who_yields() -> None:
    """A duty says what prevails over it; an absolute bar says that nothing does."""
    page = option_page(LAW, "R2", "en")
    by_name = {e.name: e for section in page.sections for e in section.entries}

    assert {one.citation for one in by_name["GCIII-118-1/duty"].yields} == {
        "GC III Art 118 read with non-refoulement",
        "1951 Convention Art 33(1)",
    }
    assert by_name["CAT-3-1"].yields == ()
    assert by_name["CAT-3-1"].remarks[0].startswith("Absolute")
    assert by_name["GCIII-118-1/duty"].deadline == "without delay"


def test_position() -> None:
    """A norm of one position says so."""
    will = pack(DAY, "will_based")
    text = html(option_page(will, "R2", "en"))

    assert "In force only under this position" in text


def entry_of(page: Page, name: str) -> Entry:
    every = (entry for section in page.sections for entry in section.entries)
    return next(entry for entry in every if entry.name == name)


def test_examples_stand_under_their_norm() -> None:
    """Question and answer, the option, the result, and what the example shows."""
    page = option_page(LAW, "R1", "en")
    case = entry_of(page, "CAT-3-1").cases[0]

    assert case.about == "return during hostilities (R1): North Korea"
    assert case.result == "Result: barred"
    assert case.shows == "Here this provision forbids it."
    assert case.title.startswith("He would be in danger of torture there; ")
    assert Answered("What does he want now?", "wants refuge: South Korea") in (
        *case.decides,
        *case.also,
    )
    assert f"<strong>{case.id}.</strong>" in html(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_code_is_read(language: str) -> None:
    """Neither the name of a fact nor a raw value stands on a page."""
    page = whole_page(LAW, language)
    read = body(page)
    names = [re.escape(stem) for stem in FACTS if "." in stem]

    assert not [name for name in names if re.search(rf"\b{name}\b", read)]
    assert not re.search(r"\b(risk_based|rejected_final|specific_monitored)\b", read)
    assert not re.search(r">(T|F|U)<", read)


@pytest.mark.parametrize("language", ["ko", "uk", "ru"])
def test_no_english_is_left_over(language: str) -> None:
    """But names, references and the letters of options."""
    text = document_fromstring(body(whole_page(LAW, language))).text_content()
    allowed = {"Othman", "ref", *LETTERS}
    words = {
        word
        for word in re.findall(r"(?<![\w/-])[A-Za-z]{4,}(?![\w/-])", text)
        if word not in allowed and not word.isupper()
    }

    assert not words


@pytest.mark.parametrize("position", POSITIONS)
def test_most_norms_have_examples_and_pairs(position: str) -> None:
    """Each norm is shown at work somewhere, or in a pair."""
    page = whole_page(pack(DAY, position), "en")
    entries = [entry for section in page.sections for entry in section.entries]

    assert all(entry.cases for entry in entries)
    assert [e.name for e in entries if not e.pairs] == WITHOUT_PAIR
    assert all(len(entry.cases) <= MOST for entry in entries)


# Always due, or about outcomes that no single fact changes.
WITHOUT_PAIR = [
    "GCIII-122-3",
    "GCIII-122-3/agency",
    "ENG-REMAIN/no_way_out",
    "ENG-REMAIN",
]


def test_links_on_a_page_lead_somewhere() -> None:
    """What a norm prevails over is linked where it stands on the same page."""
    tree = document_fromstring(html(option_page(LAW, "R2", "en")))
    places = {one.get("id") for one in tree.iterfind(".//article")}
    links = {one.get("href", "").removeprefix("#") for one in tree.iterfind(".//dd//a")}

    assert links
    assert links <= places


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", LETTERS)
def test_picture(letter: str, language: str) -> None:
    """Every norm of the option and the act are drawn, inside the drawing."""
    tree = etree.fromstring(picture(LAW, letter, language).encode())
    boxes = [one for one in tree.iter(f"{SVG}rect") if one.get("rx")]
    bottom = max(float(one.get("y", 0)) + float(one.get("height", 0)) for one in boxes)
    norms = [n for n in LAW.norms if letter in {act.option for act in n.acts}]

    assert len(boxes) > len(norms)
    assert bottom < float(tree.get("height", 0))
    assert tree.findtext(f"{SVG}title")


def test_priorities_are_dashed() -> None:
    """Who prevails over whom is drawn once for each pair."""
    tree = etree.fromstring(picture(LAW, "R2", "en").encode())
    dashed = [one for one in tree.iter(f"{SVG}path") if one.get("marker-end")]
    pairs = sum(
        len(rule.weaker_than) for rule in LAW.statutes["return_after_hostilities"].rules
    )

    # One more is the legend.
    assert len(dashed) == pairs + 1


def test_paper() -> None:
    """The same page is the same PDF."""
    page = instrument_page(LAW, "csr51", "uk", on=DAY)
    first = pdf(page)

    assert first.startswith(b"%PDF")
    assert first == pdf(page)


def test_no_font_for_korean() -> None:
    """Without Hangul a sentence says what to install; other languages need nothing."""
    assert families("ru", []) == ("Libertinus Serif",)
    assert families("ko", ["NanumGothic"])[0] == "NanumGothic"
    with pytest.raises(NoFont, match="fonts-noto-cjk"):
        families("ko", ["DejaVu Sans"])


def test_unknown_names() -> None:
    """What there is not is refused with what there is."""
    with pytest.raises(LawError, match="there is R1"):
        option_page(LAW, "Z", "en")
    with pytest.raises(LawError, match="there is gc3"):
        instrument_page(LAW, "bible", "en")
    with pytest.raises(LawError, match="no option"):
        picture(LAW, "", "en")


def test_an_exception_in_korean_is_a_sentence() -> None:
    """다만, ... 그러하지 아니하다: a proviso stands on its own."""
    page = instrument_page(LAW, "csr51", "ko")
    entry = next(
        e for section in page.sections for e in section.entries if e.name == "CSR-33-1"
    )

    assert entry.rule.text.endswith("하여서는 아니 된다.")
    assert entry.exception.startswith("다만, ")
    assert entry.exception in html(page)
