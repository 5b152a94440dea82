"""Who counts as one source."""

import pytest

from safeconduct.text.comparison.sources import independent, speaker_key


@pytest.mark.parametrize(
    "others",
    [
        ("Volodymyr Zelenskyy", "President Zelensky", "Зеленський", "젤렌스키"),
        ("HUR", "Ukrainian military intelligence", "ГУР", "우크라이나 정보총국"),
        ("NIS", "National Intelligence Service", "국정원", "국가정보원"),
    ],
)
def test_spellings_of_one_speaker(others: tuple[str, ...]) -> None:
    """Spellings and languages of one name have one key."""
    assert len({speaker_key(who) for who in others}) == 1


def test_other_speakers() -> None:
    """Other names keep other keys, short ones letter by letter."""
    assert speaker_key("Budanov") != speaker_key("Zelensky")
    assert speaker_key("Bo") != speaker_key("Bae")


def test_support() -> None:
    """A family is one source, and so are families that end with one speaker."""
    assert independent([(0, None), (1, None)]) == 2
    assert independent([(0, None), (0, None)]) == 1
    assert independent([(0, "x"), (1, "x"), (2, None)]) == 2
    assert independent([(0, "x"), (1, "y"), (0, "y")]) == 1
