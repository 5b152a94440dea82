"""Translations that give their source in every way that credits are written."""

from pathlib import Path

import pytest

from safeconduct.text import Page, read
from safeconduct.text.lineage import Edge, Status, trace
from safeconduct.text.lineage.outlets import same_meaning

FOLDER = Path(__file__).parent / "declared"
OWN = {
    "lighthouse": "Раніше «Східний міст» писав про волонтерів із Черкас, які за"
    " рік зібрали 1,3 млн гривень.\n\nПравозахисниця Марта Зелена нагадує: примусове"
    " повернення може порушувати принцип невислання, і суд це підтверджував.",
    "beacon": "The Harbour Review reported in June on a family in Nairobi that learned"
    " of a son’s capture from a video.\n\nUnder the Third Geneva"
    " Convention prisoners must be released at the end of active hostilities; no rule"
    " obliges a state to ask for them earlier, said Margit Sool, a lawyer in Tallinn.",
}


def original(name: str) -> Page:
    return read((FOLDER / f"{name}_original.txt").read_bytes(), name="original.txt")


def translation(name: str, credit: str, kept: tuple[int, ...] = ()) -> Page:
    """Read a translation; of one that is cut, some paragraphs and two of its own."""
    text = (FOLDER / f"{name}_translation.txt").read_text("utf-8")
    parts = text.replace("{credit}", credit).split("\n\n")
    if kept:
        at = next(n for n, part in enumerate(parts) if credit in part)
        told = parts[3:at]
        parts = [*parts[:3], *(told[n] for n in kept), OWN[name], *parts[at:]]
    return read("\n\n".join(parts).encode(), name="translation.txt")


def edge(name: str, page: Page) -> Edge | None:
    edges = trace([original(name), page]).edges
    return next((one for one in edges if one.child == 1 and one.parent == 0), None)


@pytest.mark.parametrize(
    ("name", "credit"),
    [
        ("lighthouse", "Джерело: «Тиндей ільбо»"),
        ("lighthouse", "За матеріалами «Тинде ільбо» (Сеул)"),
        ("lighthouse", "За матеріалами 등대일보"),
        ("lighthouse", "Перекладено з Deungdae Ilbo"),
        ("lighthouse", "За матеріалами deungdaeilbo.example"),
        ("lighthouse", "За матеріалами південнокорейської газети «Маяк»"),
        ("lighthouse", "Переказано за «Щоденним маяком»"),
        ("lighthouse", "Оригінал: The Lighthouse Daily, Сеул"),
        ("lighthouse", "Про це пише «Тинде ільбо»."),
        ("beacon", "Translated from Russian. Original: Severny Mayak"),
        ("beacon", "Based on a report by Northern Lighthouse"),
        ("beacon", "Adapted from Severnyi Maiak (severnymayak.example)"),
        ("beacon", "This article first appeared in Russian in The Northern Beacon"),
        ("beacon", "Originally published by «Северный маяк»"),
        ("beacon", "Severny Mayak reported this first."),
    ],
)
def test_translation_with_a_credit(name: str, credit: str) -> None:
    """The outlet is known again by its sound, its meaning or its address."""
    found = edge(name, translation(name, credit))
    assert found is not None
    assert found.status is Status.DECLARED


@pytest.mark.parametrize("name", ["lighthouse", "beacon"])
def test_translation_without_a_credit(name: str) -> None:
    """It is found, and said to be found and not declared."""
    found = edge(name, translation(name, "..."))
    assert found is not None
    assert found.status is Status.DETECTED


@pytest.mark.parametrize("kept", [(0, 1, 3, 5), (1, 2, 5), (0, 1), (1,)])
@pytest.mark.parametrize(
    ("name", "credit"),
    [
        ("lighthouse", "За матеріалами «Тинде ільбо» (Сеул)"),
        ("beacon", "Translated from Russian. Original: Severny Mayak"),
    ],
)
def test_part_with_much_of_its_own(
    name: str, credit: str, kept: tuple[int, ...]
) -> None:
    """Who credits the outlet comes from its text, though most is left out."""
    found = edge(name, translation(name, credit, kept))
    assert found is not None
    assert found.status is Status.DECLARED


def test_credit_of_another_text() -> None:
    """A credit alone makes no edge to another text of the outlet."""
    other = (FOLDER / "beacon_original.txt").read_text("utf-8")
    head = other.split("\n\n")[0]
    parent = read(f"{head}\n\nПорт снова открыт\n\n{PORT}".encode(), name="other.txt")
    child = translation("beacon", "Source: Severny Mayak")
    edges = trace([parent, child]).edges
    assert not [one for one in edges if one.between_pages]


PORT = (
    "Порт, закрытый после бури 12 марта, снова принимает суда, сообщил начальник порта."
    " За неделю разгрузили 14 барж.\n\nРыбаки чинят сети и ждут погоды. Цена трески"
    " выросла до 310 рублей.\n"
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("등대일보", "The Lighthouse Daily", True),
        ("Северный маяк", "Northern Beacon", True),
        ("새벽신문", "Світанок", True),
        ("Голос Азии", "Voice of Asia", True),
        ("North Star", "South Star", False),
        ("Daily News", "Щоденна газета", False),
        ("Ridge Ledger", "Северный маяк", False),
    ],
)
def test_names_that_mean_the_same(one: str, other: str, *, same: bool) -> None:
    """Every word must be known; "daily" alone says nothing."""
    assert same_meaning(one, other) is same
