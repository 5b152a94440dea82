"""Units, places, papers and sexes without the habits of writing them."""

import pytest

from safeconduct.linkage import marks


@pytest.mark.parametrize(
    "text",
    [
        "94th Brigade",
        "제94여단",
        "94 려단",
        "94-я бригада",
        "94-та бригада",
        "94 бр",
        "94 Bde",
    ],
)
def test_a_brigade_is_one_in_four_languages(text: str) -> None:
    """The number and the kind remain."""
    assert marks.unit(text) == ("94 brigade", "94")


def test_units_that_differ_stay_different() -> None:
    """A regiment of one number is no brigade of that number, but the number is kept."""
    assert marks.unit("94 полк") == ("94 regiment", "94")
    assert marks.unit("Storm") == ("storm", None)
    assert marks.unit("...") == (None, None)


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (
            ("평안남도", "평남", "South Pyongan", "Phyongan-namdo", "Пхёнан-Намдо"),
            "south pyongan",
        ),
        (("함경북도", "North Hamgyong", "Північний Хамгьон"), "north hamgyong"),
        (("량강도", "양강도", "Ryanggang", "Рянган"), "ryanggang"),
        (("평양", "Pyongyang", "Пхеньян"), "pyongyang"),
    ],
)
def test_a_province_has_one_name(texts: tuple[str, ...], name: str) -> None:
    """Northern, southern, Russian and Ukrainian spellings are one province."""
    assert {found.name for text in texts if (found := marks.place(text))} == {name}


def test_other_places_keep_a_beginning_and_a_script() -> None:
    """Words for kinds of places and endings of adjectives do not count."""
    english, russian = marks.place("Kursk Oblast"), marks.place("Курская область")
    korean = marks.place("쿠르스크주")

    assert english is not None
    assert russian is not None
    assert korean is not None
    assert english.stem == russian.stem == "kursk"
    assert (english.script, korean.script) == ("letters", "hangul")


def test_a_paper_is_its_letters_and_digits() -> None:
    """Cyrillic letters that look Latin are Latin; a text without a digit is none."""
    assert marks.paper("МВ 92-871 08") == "MB9287108"
    assert marks.paper("none") is None


def test_a_sex_is_known_in_four_languages() -> None:
    """What is not known stays unknown."""
    assert [marks.sex(text) for text in ("남", "M", "чол.", "муж")] == ["m"] * 4
    assert [marks.sex(text) for text in ("여자", "F", "жін", "Ж")] == ["f"] * 4
    assert marks.sex("x") is None
