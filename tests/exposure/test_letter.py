from dataclasses import replace
from datetime import date
from uuid import UUID

import pypdfium2
import pytest
import typst

from safeconduct.exposure import letter
from safeconduct.exposure.letter import Draft
from safeconduct.exposure.models import Incident
from tests.fonts import needs_hangul

# The layout engine puts what it draws in pieces: lines are joined before looking.
PRINTED = ("24-year-old driver", "a wound in his arm")
DRAFT = Draft(
    id=UUID("0f2a77c1-58e1-4a53-9f0e-3a1f6f0f7a11"),
    language="en",
    sender="National Information Bureau",
    to="The Editor\nRiver Courier",
    reply_to="press@bureau.example",
    publisher="River Courier",
    title="Two men by the river",
    address="https://rivercourier.example/two-men",
    published=date(2026, 2, 3),
    quotes=PRINTED,
    written=date(2026, 3, 2),
)


def text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].get_textpage() for number in range(len(document))]
    found = "".join(page.get_text_bounded() for page in pages)
    return " ".join(found.split())


@needs_hangul
@pytest.mark.parametrize(
    ("language", "confirms_nothing"),
    [
        ("en", "It confirms none of it"),
        ("ko", "확인하지 않습니다"),
        ("uk", "нічого з цього не підтверджує"),
        ("ru", "ничего из этого не подтверждает"),
    ],
)
def test_each_language_says_it_all(language: str, confirms_nothing: str) -> None:
    """Source of law, quotations, what is asked, and that nothing is confirmed."""
    said = text(letter.pdf(replace(DRAFT, language=language)))

    assert confirms_nothing in said
    assert "prisoners of war must at all times be protected" in said
    assert "13" in said
    for words in (*PRINTED, "press@bureau.example", "2026-02-03", "PR-0F2A77C1"):
        assert words in said, words


@needs_hangul
def test_every_language_of_an_incident_has_a_letter() -> None:
    """No language can be chosen that the letter does not speak."""
    for language in Incident.Language.values:
        assert letter.pdf(replace(DRAFT, language=language)).startswith(b"%PDF")


def test_the_file_names_nobody() -> None:
    """No author, no date, no keyword; two prints are the same bytes."""
    made = letter.pdf(DRAFT)
    told = pypdfium2.PdfDocument(made).get_metadata_dict()

    assert made == letter.pdf(DRAFT)
    assert {key for key, value in told.items() if value} == {"Title", "Creator"}
    assert told["Creator"].startswith("Typst")
    assert "prisoner of war" in told["Title"]
    for words in (*PRINTED, "River", "Editor"):
        assert words not in told["Title"]


@needs_hangul
def test_what_was_printed_is_no_markup() -> None:
    """A quotation is set as it was printed, whatever signs stand in it."""
    odd = ('#panic() $x$ *"he"* \\ <a>', "二十四 лет 스물넷")

    said = text(letter.pdf(replace(DRAFT, quotes=odd)))

    assert odd[0] in said
    assert "스물넷" in said


def test_korean_without_a_font(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no font has Hangul, a sentence says which package brings one."""

    class Few:
        def families(self) -> list[str]:
            return ["Libertinus Serif"]

    monkeypatch.setattr(typst, "Fonts", Few)

    for draft in (
        replace(DRAFT, language="ko"),
        replace(DRAFT, quotes=("운전병 림 씨",)),
    ):
        with pytest.raises(letter.NoFont, match="fonts-noto-cjk"):
            letter.pdf(draft)
