"""Two names of any origin are weighed, and the weight says why."""

import pytest

from safeconduct.names.general import log_joint, log_likelihood, weight

SAME = [
    ("Володимир Зеленський", "Владимир Зеленский"),
    ("Володимир Зеленський", "Vladimir Zelensky"),
    ("Zelenskyi Volodymyr", "Владимир Зеленский"),
    ("Олександр Сирський", "Alexander Syrskyi"),
    ("Ганна Маляр", "Анна Маляр"),
    ("Пилип Орлик", "Филипп Орлик"),
    ("Данило Ґалаґан", "Данила Галаган"),
    ("Гліб Юр'єв", "Глеб Юрьев"),
    ("Олена Зеленська", "Елена Зеленская"),
    ("Рамзан Кадыров", "Ramzan Kadyrow"),
    ("Баир Жамбалов", "Bair Zhambalov"),
    ("Айсен Николаев", "Aysen Nikolayev"),
    ("Чойгана Тумат", "Choigana Tumat"),
    ("Ильдар Хабибуллин", "Ildar Khabibullin"),
    ("Франтишек Новотный", "František Novotný"),
    ("Жан Дюпон", "Jean Dupont"),
    ("Кэндзи Ямамото", "Kenji Yamamoto"),
]
OTHER = [
    ("Володимир Зеленський", "Володимир Залужний"),
    ("Андрей Маляр", "Anna Maliar"),
    ("Иван Петров", "Ivan Sidorov"),
    ("Сергей Иванов", "Oleh Kovalenko"),
]


def kinds(a: str, b: str) -> list[str]:
    return sorted(reason.kind for reason in weight(a, b).why)


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_name_written_in_two_ways(a: str, b: str) -> None:
    """The weight speaks clearly for one name: more than e^9 to one."""
    assert weight(a, b).nats > 9


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_two_names_that_share_a_word_or_nothing(a: str, b: str) -> None:
    """The weight stays below every pair of one name."""
    assert weight(a, b).nats < 6


def test_a_name_in_another_language_weighs_less_than_one_spelling() -> None:
    """The table of given names is the weaker level of evidence, and says so."""
    spelled = weight("Володимир Гончар", "Volodymyr Honchar")
    equivalent = weight("Володимир Гончар", "Vladimir Honchar")

    assert equivalent.nats < spelled.nats
    assert "equivalent" in kinds("Володимир Гончар", "Vladimir Honchar")


def test_a_short_form_weighs_less_than_the_name() -> None:
    """Саша may be Александр, Александра, or another."""
    assert weight("Саша Гончар", "Александр Гончар").nats < (
        weight("Олександр Гончар", "Александр Гончар").nats
    )
    assert "short" in kinds("Саша Гончар", "Александр Гончар")


def test_a_missing_patronymic_costs_little() -> None:
    """Papers have it, the press leaves it out."""
    whole = weight("Иван Петрович Гончар", "Ivan Petrovych Honchar").nats
    without = weight("Иван Петрович Гончар", "Ivan Honchar").nats
    plain = weight("Иван Гончар", "Ivan Honchar").nats

    assert without < whole
    assert 0 < plain - without < 0.5


def test_a_contradicting_patronymic_costs_more_than_a_missing_one() -> None:
    """Another father, most likely another man."""
    other = weight("Иван Петрович Гончар", "Ivan Serhiiovych Honchar").nats

    assert other < weight("Иван Петрович Гончар", "Ivan Honchar").nats - 3


def test_patronymics_of_one_name_agree_across_languages() -> None:
    """Володимирович is Владимирович is Volodymyrovych."""
    a, b = "Іван Володимирович Гончар", "Иван Владимирович Гончар"

    assert "patronymic" in kinds(a, b)
    assert "patronymic" in kinds(a, "Ivan Vladimirovich Honchar")
    assert weight(a, b).nats > weight("Іван Гончар", "Иван Гончар").nats


def test_a_rare_surname_counts_more_than_a_common_one() -> None:
    """Frequency stands inside the weight."""
    assert weight("Жамбалов", "Zhambalov").nats > weight("Иванов", "Ivanov").nats


def test_initials_agree_weakly_and_contradict() -> None:
    """An initial is a letter of a name, not a name."""
    assert weight("Гончар В.", "Volodymyr Honchar").nats > (
        weight("Гончар", "Volodymyr Honchar").nats
    )
    assert weight("Гончар П.", "Volodymyr Honchar").nats < (
        weight("Гончар", "Volodymyr Honchar").nats
    )


def test_a_surname_in_the_other_gender_is_the_same_surname() -> None:
    """Sisters and wives enquire."""
    assert "gender" in kinds("Иванов", "Ivanova")
    assert weight("Кузнецова", "Кузнецов").nats > 0


def test_one_typing_error_leaves_weight_two_far_words_none() -> None:
    """An error is dear but no contradiction."""
    assert "typing" in kinds("Свириденко", "Свириденка")
    assert weight("Свириденко", "Свиридэнк").nats > 0
    assert weight("Свириденко", "Порошенко").nats < 0


def test_the_order_of_words_means_nothing() -> None:
    """Papers write the surname first."""
    assert weight("Гончар Іван", "Ivan Honchar") == weight(
        "Іван Гончар", "Ivan Honchar"
    )


def test_bits_are_nats_in_other_units() -> None:
    """Splink counts in bits."""
    found = weight("Гончар", "Honchar")

    assert found.bits == pytest.approx(found.nats * 1.4427, rel=1e-3)
    assert found.readings == ("гончар",)


def test_the_joint_likelihood_is_the_weight_and_both_names_alone() -> None:
    """So that Korean and general readings can be mixed."""
    a, b = "Іван Гончар", "Ivan Honchar"

    assert log_joint(a, b) == pytest.approx(
        weight(a, b).nats + log_likelihood(a) + log_likelihood(b)
    )
    assert log_likelihood("Иванов") > log_likelihood("Жамбалов")
