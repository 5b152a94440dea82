import pytest
from django.utils.translation import override

from safeconduct.text.roles import Role
from safeconduct.web import words


def test_everything_counted_has_a_name() -> None:
    """Whatever a figure may count has a name that a person reads."""
    assert set(words.FIGURES) == {role.value for role in Role}


@pytest.mark.parametrize(
    ("language", "torture"), [("ko", "고문"), ("uk", "катуван"), ("ru", "пыт")]
)
def test_law_speaks_the_language_of_the_page(language: str, torture: str) -> None:
    """Questions, norms and States come in the language the reader has chosen."""
    english = "Nobody is sent to a State where he would be in danger of torture."
    with override(language):
        assert torture in words.question("risk.torture[KP]")
        assert torture in words.norm("CAT-3-1", english)
        assert words.state("KR") != "South Korea (KR)"


def test_a_sentence_without_translation_stays() -> None:
    """What the law's texts do not hold is shown as it is, not lost."""
    with override("ko"):
        assert words.norm("ENG-4EYES", "Nobody has determined his case.")
        assert words.question("no.such[fact]") == "no.such[fact]"
