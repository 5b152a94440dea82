"""Reasons are said in four languages."""

import re

import pytest

from safeconduct.names import Reason, weight
from safeconduct.names.tables import table
from safeconduct.names.wording import LANGUAGES, sentence


def test_a_clerk_reads() -> None:
    """The explanation names the reading and how usual a spelling is."""
    found = weight("Paek Ch'ŏl-su", "Пэк Чхоль Су")

    said = [sentence(reason) for reason in found.why]
    assert "Both can be read as 백철수." in said
    assert "Paek is a usual spelling of 백." in said


@pytest.mark.parametrize("kind", sorted(table("wording")))
def test_every_kind_in_every_language(kind: str) -> None:
    """Each sentence asks for the same values in all four languages."""
    said = table("wording")[kind]

    assert set(said) == set(LANGUAGES)
    asked = {language: set(re.findall(r"{\w+}", said[language])) for language in said}
    assert all(asked[language] <= asked["en"] for language in LANGUAGES)


def test_a_kind_without_a_sentence() -> None:
    """A kind that the table lacks is said by its name."""
    assert sentence(Reason("new", {"a": "x"})) == "new (a: x)"


def test_names_one_syllable_apart() -> None:
    """What is not shared is said with both readings."""
    found = weight("Paek Chol-su", "Kim Yong-ho")

    assert [reason.kind for reason in found.why] == ["apart"]
    assert "백철수" in sentence(found.why[0], "ko")
