"""Every reason a comparison gives is told in four languages."""

import pytest

from safeconduct.names.general import Reason, weight
from safeconduct.names.general.romanising import NORMS
from safeconduct.names.tables import table
from safeconduct.names.wording import LANGUAGES, sentence

KINDS = ["same", "spelled", "sounds", "equivalent", "short", "patronymic", "gender"]
KINDS += ["typing", "initial", "different", "missing", *NORMS]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_agreement_has_a_wording(kind: str) -> None:
    """All norms, all levels of evidence; in each language its own."""
    values = {"a": "гончар", "b": "honchar", "reading": "гончар", "word": "іван"}
    told = [sentence(Reason(kind, values), language) for language in LANGUAGES]

    assert kind in table("wording")
    assert len(set(told)) == len(LANGUAGES)
    assert not any("{" in each or "…" in each for each in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_is_told_in_sentences(language: str) -> None:
    """Володимир and Vladimir, the patronymic one lacks, the surname of both."""
    found = weight("Володимир Олексійович Зеленський", "Vladimir Zelenskyi")
    told = [sentence(reason, language) for reason in found.why]

    assert len(told) == 3
    assert any("олексійович" in each for each in told)
