from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from safeconduct.law import pack
from safeconduct.law.acts import ACTS, A, X
from safeconduct.law.examples import examples
from safeconduct.law.pages import Page, html, instrument_page, option_page, pdf
from safeconduct.law.pages import cases as cases_module
from safeconduct.law.pages.review import (
    DECLARATION,
    NotAReview,
    Review,
    Signed,
    examples_hash,
    page_hash,
    read,
    review,
    reviewed,
)
from safeconduct.law.wording import LANGUAGES
from tests.fonts import needs_hangul
from tests.law.cases import DAY

LAW = pack(DAY)
PAGE = option_page(LAW, "A", "en", on=DAY)
REVIEW = review(PAGE, reviewer="Olena Example", role="counsel", on=DAY)
SIGNED = Signed(REVIEW, ("counsel.example/olena",))


def test_what_is_signed() -> None:
    """One text names page, language, law, examples, reviewer, role and day."""
    lines = REVIEW.text.splitlines()

    assert lines[1:4] == ["page: option A", "language: en", f"law: {LAW.hash}"]
    assert f"page hash: {page_hash(PAGE)}" in lines
    assert f"examples hash: {PAGE.examples}" in lines
    assert lines[-4:] == [
        "reviewer: Olena Example",
        "role: counsel",
        "day: 2026-11-01",
        DECLARATION,
    ]
    assert read(REVIEW.text) == REVIEW


@needs_hangul
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_who_reviewed_it(language: str) -> None:
    """With a review that holds its name stands there, without one that nobody did."""
    page = instrument_page(LAW, "cat", language)
    own = review(page, reviewer="Olena Example", role="counsel", on=DAY)
    told = reviewed(page, [Signed(own, ("counsel.example/olena",))])

    assert "Olena Example" not in html(page)
    assert page.standing[0] in html(page)
    assert len(told.standing) == 1
    assert "Olena Example" in html(told)
    assert "counsel.example/olena" in html(told)
    assert page.standing[0] not in html(told)
    assert pdf(told) != pdf(page)


def test_the_day_of_printing_voids_nothing() -> None:
    """The same law on another day is the same page, and so is a reviewed one."""
    tomorrow = option_page(LAW, "A", "en", on=DAY + timedelta(days=1))

    assert REVIEW.holds_for(tomorrow)
    assert REVIEW.holds_for(reviewed(PAGE, [SIGNED]))


@pytest.mark.parametrize(
    "other",
    [
        option_page(LAW, "A", "uk"),
        option_page(LAW, "I", "en"),
        option_page(pack(DAY, "will_based"), "A", "en"),
        option_page(pack(date(2022, 3, 1)), "A", "en"),
        replace(PAGE, lead=(*PAGE.lead[:-1], "Another sentence.")),
        replace(PAGE, examples="0" * 64),
        replace(PAGE, fingerprint="0" * 64),
    ],
    ids=["language", "option", "position", "day", "text", "examples", "law"],
)
def test_whatever_changes_voids_it(other: Page) -> None:
    """A review speaks of this page, this law and these examples, and of no other."""
    assert not REVIEW.holds_for(other)
    assert reviewed(other, [SIGNED]) == other


def test_a_changed_example_voids_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that is only counted: its facts are part of what is signed."""
    before = examples_hash(LAW, (X,))
    last = [one for one in examples() if one.act == "exchange"][-1]
    changed = replace(last, facts={**last.facts, "person.false_papers": "T"})
    others = tuple(changed if one is last else one for one in examples())
    monkeypatch.setattr(cases_module, "examples", lambda: others)
    cases_module.seen.cache_clear()

    assert examples_hash(LAW, (X,)) != before
    assert examples_hash(LAW, (A,)) == PAGE.examples
    cases_module.seen.cache_clear()


def test_examples_of_the_whole_law() -> None:
    """The hash of a page covers the acts it is about."""
    assert examples_hash(LAW, (A,)) == PAGE.examples
    assert examples_hash(LAW, ACTS) == instrument_page(LAW, "cat", "en").examples


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.removesuffix("\n"),
        lambda text: text.replace("reviewer: ", "reader: "),
        lambda text: text.replace("2026-11-01", "yesterday"),
        lambda text: text.replace(DECLARATION, "I have not read it."),
        lambda text: text.replace("role: counsel\n", ""),
        lambda _text: "",
        lambda _text: "Nothing.\n",
    ],
    ids=["end", "field", "day", "declaration", "role", "empty", "other"],
)
def test_what_is_no_review(change: Callable[[str], str]) -> None:
    """Only the one form is read, to the last character."""
    with pytest.raises(NotAReview):
        read(change(REVIEW.text))


@pytest.mark.parametrize(
    "name",
    ["", " ", "Olena\nrole: judge", " Olena"],
    ids=["empty", "blank", "lines", "padded"],
)
def test_a_reviewer_has_a_name_on_one_line(name: str) -> None:
    """A name cannot write lines of its own."""
    with pytest.raises(NotAReview, match="one line"):
        review(PAGE, reviewer=name, role="counsel", on=DAY)


def test_a_review_is_a_value() -> None:
    """Two reviews that say the same are the same."""
    again = Review(REVIEW.about, "Olena Example", "counsel", DAY)

    assert again == REVIEW
