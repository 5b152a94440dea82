import re

import pytest

from safeconduct.law import wording
from safeconduct.law.procedure import CHECKLIST, STEPS
from safeconduct.law.provisions import PROVISIONS, said
from safeconduct.law.wording import LANGUAGES, NoWording
from safeconduct.law.wording.texts import provisions, table

HANGUL = re.compile("[가-힣]")
CYRILLIC = re.compile("[А-Яа-яІіЇїЄєҐґЁё]")
UKRAINIAN_ONLY = re.compile("[іїєґІЇЄҐ]")
RUSSIAN_ONLY = re.compile("[ыэёЫЭЁъ]")
# Roman numbers of Conventions and Annexes stand in every language.
LATIN = re.compile(r"\b(?![IVX]+\b)[A-Za-z]{3,}")
MARKS = re.compile(r"\[[TCSMI]\]")
PARTS = {"condition", "consequence", "unknown", "deadline", "checked"}


def texts() -> list[tuple[str, dict[str, str]]]:
    """Every text about provisions, procedure and disclosure, with its name."""
    found = [
        (f"{name} {part}", dict(by_language))
        for name, parts in provisions().items()
        for part, by_language in parts.items()
    ]
    for number, parts in table("procedure", "step").items():
        found += [(f"step {number} {part}", one) for part, one in parts.items()]
    found += [(f"hearing {k}", v) for k, v in table("procedure", "hearing").items()]
    for name, parts in table("disclosure").items():
        found += [(f"{name} {part}", one) for part, one in parts.items()]
    return found


TEXTS = texts()


def test_every_text_has_four_languages() -> None:
    """None is missing, empty or padded, and none is a copy of another."""
    for name, by_language in TEXTS:
        assert set(by_language) == set(LANGUAGES), name
        for text in by_language.values():
            assert text, name
            assert text == text.strip(), name
        # Two short Cyrillic phrases may be alike; English and Korean never are.
        cyrillic = {by_language["uk"], by_language["ru"]}
        assert {by_language["en"], by_language["ko"]}.isdisjoint(cyrillic), name
        assert by_language["en"] != by_language["ko"], name


def test_scripts() -> None:
    """No English is left in a translation, and each Cyrillic has its own letters."""
    for name, by_language in TEXTS:
        for language in LANGUAGES[1:]:
            told = wording.cited(by_language[language], language)
            assert not LATIN.search(told), (name, language)
        assert HANGUL.search(by_language["ko"]), name
        assert not CYRILLIC.search(by_language["ko"] + by_language["en"]), name
        for language in ("uk", "ru"):
            assert CYRILLIC.search(by_language[language]), name
            assert not HANGUL.search(by_language[language]), name
        assert not RUSSIAN_ONLY.search(by_language["uk"]), name
        assert not UKRAINIAN_ONLY.search(by_language["ru"]), name


def test_marks_and_references_are_the_same_in_each_language() -> None:
    """An inference is visibly one to every reader."""
    for name, by_language in TEXTS:
        marks = {tuple(MARKS.findall(one)) for one in by_language.values()}
        cited = {frozenset(wording.CITES.findall(one)) for one in by_language.values()}

        assert len(marks) == 1, name
        assert len(cited) == 1, name


def test_no_text_is_left_over() -> None:
    """A text without its provision, step or check is a mistake."""
    assert set(provisions()) == set(PROVISIONS)
    assert {part for parts in provisions().values() for part in parts} == PARTS
    assert set(table("procedure", "step")) == {step.number for step in STEPS}
    assert set(table("procedure", "hearing")) == {check.name for check in CHECKLIST}


def test_a_deadline_is_told_in_one_place() -> None:
    """The deadlines of norms stand with the words of the pages."""
    for name, parts in provisions().items():
        assert not ("deadline" in parts and wording.deadline(name, "en")), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_provision_is_told(language: str) -> None:
    """Condition and consequence are sentences, and nothing is left to fill in."""
    for one in PROVISIONS.values():
        words = said(one, language)

        assert words.condition.endswith("."), one.id
        assert words.consequence.endswith(".") or words.consequence.endswith("]."), (
            one.id
        )
        assert words.citation
        assert len(words.binds) == len(one.binds)
        assert len(words.marks) == len(one.marks)
        for told in (words.condition, words.consequence, words.unknown):
            assert not re.search("[{}]", told), one.id


def test_a_reference_is_written_as_a_citation() -> None:
    """The reader sees the article, not our name for it."""
    words = said(PROVISIONS["GCIII-4A4"], "uk")

    assert "ЖК III, ст. 5 (ч. 2)" in words.unknown
    assert "GCIII" not in words.unknown


def test_no_text() -> None:
    """What is not on file is refused by name."""
    with pytest.raises(NoWording, match="provision GCIII-999"):
        wording.provision("GCIII-999", "condition", "en")
    with pytest.raises(NoWording, match="language fr"):
        said(PROVISIONS["GCIII-70"], "fr")
    assert wording.provision("GCIII-21", "unknown", "en") == ""
