"""Names are indexed and looked up by plain strings."""

import pytest

from safeconduct.names.general import edits, keys, prefixes, word_keys


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Володимир Зеленський", "Zelensky Vladimir"),
        ("Володимир Зеленський", "Владимир Александрович Зеленский"),
        ("Микола Азаров", "Nikolai Azarov"),
        ("Ганна Маляр", "Anna Maliar"),
        ("Щербина Ростислав", "Rostyslav Shcherbyna"),
        ("Жан-Клод Дюпон", "Jean-Claude Dupont"),
    ],
)
def test_spellings_of_one_name_share_a_key(a: str, b: str) -> None:
    """Scripts, languages and the order of words do not matter."""
    assert set(keys(a)) & set(keys(b))


def test_the_best_key_of_a_name_joins_two_words_in_alphabetical_order() -> None:
    """The form is documented: word keys joined by a plus."""
    assert keys("Зеленский Владимир")[0] == "vladimir+zelenski"
    assert keys("Зеленский") == ("zelenski",)


def test_at_most_n_keys_are_given() -> None:
    """A cell of the index has a bound."""
    assert len(keys("Jean-Claude van Damme", 5)) == 5


def test_every_word_has_keys_of_its_own() -> None:
    """A surname alone finds the whole name."""
    first, second = word_keys("Volodymyr Zelensky")

    assert "vladimir" in [key for key, _ in first]
    assert second[0].key == "zelenski"


@pytest.mark.parametrize("typed", ["Зеле", "Zele", "Володимир Зелен", "Selens"])
def test_a_half_typed_word_is_a_range_of_word_keys(typed: str) -> None:
    """The key of the whole word lies in one of the ranges."""
    assert any(low <= "zelenski" < high for low, high, _ in prefixes(typed))


def test_a_half_typed_given_name_finds_its_other_languages() -> None:
    """Volod finds Владимир, whose own spelling begins otherwise."""
    assert any(low <= "vladimir" < high for low, high, _ in prefixes("Volod"))


def test_half_a_digraph_does_not_hide_the_name() -> None:
    """Mik may become Mikhail, whose key has one letter for kh."""
    assert any(low <= "mihailov" < high for low, high, _ in prefixes("Mik"))


def test_ranges_come_best_first() -> None:
    """Who shows few shows the likeliest."""
    found = [logp for *_, logp in prefixes("Zelens")]

    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize(
    "typed", ["Зелнский", "Зеленксий", "Заленский", "Зелленрский", "Zelnsky"]
)
def test_a_word_with_one_typing_error_finds_the_right_key(typed: str) -> None:
    """Within the penalised keys is the one that was meant."""
    assert "zelenski" in [key for key, _ in edits(typed, 512)]


def test_the_typed_key_itself_is_no_edit() -> None:
    """It is found by `word_keys`, without penalty."""
    assert "zelenski" not in [key for key, _ in edits("Зеленский", 1000)]
