import pytest

from safeconduct.law.pages.answers import answer, is_recorded, wish
from safeconduct.law.wording import LANGUAGES
from tests.law.records import VALUES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_is_in_words(language: str) -> None:
    """No answer of a fact is shown as it is stored, in any language."""
    for name, values in VALUES.items():
        for value in (*values, "U", None):
            said = answer(name, value, language)

            assert said
            assert "_" not in said
            assert said not in {"T", "F", "U", "None"}
            assert language == "en" or name == "exposure.k" or said != str(value)


def test_the_kinds() -> None:
    """A truth, a word, a wish, States, a number."""
    assert answer("person.alive", "T", "en") == "yes"
    assert answer("person.alive", True, "uk") == "так"  # noqa: FBT003
    assert answer("claim.status", "rejected_final", "en") == "finally rejected"
    assert answer("wish.current", "refuge:KR", "ru") == "хочет убежища: Южная Корея"
    assert answer("status.powers", ("KP", "RU"), "ko") == "북한, 러시아"
    assert answer("exposure.k", 30, "en") == "30"
    assert answer("wish.history", ["return", None], "en") == "wants to return, unknown"
    assert wish("refuses", "en") == "refuses to go back"


def test_outcomes_are_not_recorded() -> None:
    """What comes of other acts is no fact anybody answers."""
    assert is_recorded("risk.torture[KP]")
    assert not is_recorded("outcome.departure")
