import pytest

from safeconduct.disclosure.details import details_in
from safeconduct.disclosure.details.detail import Field
from safeconduct.disclosure.redaction.generalising import generalise, mask
from safeconduct.disclosure.redaction.telling import Telling


def generalised(text: str, field: Field, language: str) -> str:
    """Generalise the first detail of a kind that stands in a sentence."""
    detail = next(found for found in details_in(text) if found.field is field)
    telling = Telling(detail.start, detail.end, detail.field, detail.value)
    change = generalise(text, telling, language)
    assert change is not None
    return text[: change.start] + change.after + text[change.end :]


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "The 26-year-old man spoke.", "The twenty-something man spoke."),
        ("en", "He is 31 years old.", "He is in his thirties."),
        ("en", "Men in their late twenties.", "Men in their twenties."),
        ("ko", "그는 26살이다.", "그는 20대이다."),
        ("ko", "스물두 살 병사가 말했다.", "20대 병사가 말했다."),
        (
            "uk",
            "Розповів 21-річного солдата брат.",
            "Розповів 20–29-річного солдата брат.",
        ),
        ("uk", "Йому 33 роки.", "Йому 30–39 роки."),
        ("ru", "Двадцатишестилетний солдат.", "20–29-летний солдат."),
        ("ru", "Ему 45 лет.", "Ему 40–49 лет."),
    ],
)
def test_an_age_becomes_its_decade(language: str, before: str, after: str) -> None:
    """The decade stands in the form the age had."""
    assert generalised(before, Field.AGE, language) == after


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "Two snipers were captured.", "Two soldiers were captured."),
        ("en", "The captain was captured.", "The officer was captured."),
        ("ko", "정찰병은 말했다.", "군인은 말했다."),
        ("ko", "소총수가 말했다.", "병사가 말했다."),
        ("uk", "Снайпера взяли в полон.", "Солдата взяли в полон."),
        ("uk", "Разом зі снайпером.", "Разом зі солдатом."),
        ("ru", "Снайперу помогли.", "Солдату помогли."),
        ("ru", "Пришли разведчики.", "Пришли солдаты."),
    ],
)
def test_a_post_becomes_a_soldier(language: str, before: str, after: str) -> None:
    """Number, case and particle are those of the word that goes."""
    assert generalised(before, Field.ROLE, language) == after


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        (
            "en",
            "He was captured near Sudzha.",
            "He was captured near [the Kursk region].",
        ),
        ("ko", "그는 수자에서 붙잡혔다.", "그는 [쿠르스크주]에서 붙잡혔다."),
        ("uk", "Його взяли в полон у Суджі.", "Його взяли в полон у [Курська обл.]."),
    ],
)
def test_a_town_becomes_its_region(language: str, before: str, after: str) -> None:
    """The region comes from the table of places."""
    assert generalised(before, Field.CAPTURE_PLACE, language) == after


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "He was captured in January 2025.", "He was captured in winter."),
        ("ko", "그는 2025년 3월에 붙잡혔다.", "그는 봄에 붙잡혔다."),
        ("uk", "Його взяли в полон у січні 2025 року.", "Його взяли в полон взимку."),
        ("ru", "Его взяли в плен в июле.", "Его взяли в плен летом."),
    ],
)
def test_a_month_becomes_its_season(language: str, before: str, after: str) -> None:
    """The adverbs of Ukrainian and Russian take the preposition with them."""
    assert generalised(before, Field.CAPTURE_MONTH, language) == after


def test_what_is_general_already_has_no_general_form() -> None:
    """A decade, a region and an unknown town are not told any less exactly."""
    text = "He is in his twenties."
    detail = next(found for found in details_in(text) if found.field is Field.AGE)
    telling = Telling(detail.start, detail.end, detail.field, detail.value)

    assert generalise(text, telling, "en") is None


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("박철수은 말했다", "[이름 비공개]는 말했다"),
        ("박철수가 왔다", "[이름 비공개]가 왔다"),
    ],
)
def test_a_korean_particle_fits_the_mask(text: str, after: str) -> None:
    """The particle is the one that follows a vowel."""
    change = mask(text, Telling(0, 3, Field.NAME), "ko")

    assert text[: change.start] + change.after + text[change.end :] == after
