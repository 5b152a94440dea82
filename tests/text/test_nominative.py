"""Sources as they are called when nothing governs them."""

import pytest

from safeconduct.text.nominative import nominative


@pytest.mark.parametrize(
    ("genitive", "base"),
    [
        ("української військової розвідки", "українська військова розвідка"),
        ("южнокорейской разведки", "южнокорейская разведка"),
        ("Головного управління розвідки", "Головне управління розвідки"),
        ("Координаційного штабу", "Координаційний штаб"),
        ("Генерального штаба", "Генеральный штаб"),
        ("Министерства обороны", "Министерство обороны"),
        ("адміністрації табору", "адміністрація табору"),
        ("американских чиновников", "американские чиновники"),
        ("місцевих волонтерів", "місцеві волонтери"),
        ("Ганни Коваль", "Ганна Коваль"),
        ("Петра Лозинського", "Петро Лозинський"),
        ("Остапа Лозинського", "Остап Лозинський"),
        ("Аркадия Соколова", "Аркадий Соколов"),
        ("Игоря Лебедя", "Игорь Лебедя"),
        ("Ирины Соколовой", "Ирина Соколова"),
        ("ГУР", "ГУР"),
        ("Минобороны", "Минобороны"),
        ("Lantern House", "Lantern House"),
    ],
)
def test_nominative(genitive: str, base: str) -> None:
    """Adjectives follow the noun; what no rule knows stays as it is written."""
    assert nominative(genitive) == base


def test_text_tells_the_language() -> None:
    """A name without a letter of its own is Ukrainian in a Ukrainian text."""
    assert nominative("Павла Гладкого", "У полоні її брат.") == "Павло Гладкий"
    assert nominative("Павла Гладкого", "В плену её брат.") == "Павел Гладкий"
