import pytest

from safeconduct.disclosure import Person, Register, scan
from safeconduct.disclosure.redaction import redact
from tests.disclosure.protected import (
    ENGLISH,
    FIRST,
    NAMES,
    SECOND,
    TEXTS,
    people,
    register,
)

LANGUAGES = tuple(TEXTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyone_is_one_among_enough(language: str) -> None:
    """After redaction at least five people fit, or nothing is told any more."""
    done = redact(TEXTS[language], register())

    assert not done.withheld
    assert {case.person for case in done.cases} == {"T-1", "T-2"}
    assert all(case.k_before < 5 for case in done.cases)
    assert all(case.k_after is None or case.k_after >= 5 for case in done.cases)


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_register_order_finds_nothing(language: str) -> None:
    """The new text gives nobody away, whichever way the register is listed."""
    done = redact(TEXTS[language], register())

    assert scan(done.text, register(turned=True)) == ()
    assert done.text == redact(TEXTS[language], register(turned=True)).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_left(language: str) -> None:
    """A masked name stands nowhere: not inflected, in capitals, or in a link."""
    text = redact(TEXTS[language], register()).text.lower()

    assert [name for name in NAMES if name in text] == []


@pytest.mark.parametrize(
    ("language", "wish"),
    [("en", "South Korea"), ("ko", "가고 싶다"), ("uk", "хоче"), ("ru", "хочет")],
)
def test_wishes_go_whatever_k_is(language: str, wish: str) -> None:
    """A wish is masked although many people would fit."""
    done = redact(TEXTS[language], register(), threshold=2)

    assert wish in TEXTS[language]
    assert wish not in done.text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("soldier", "twenty-something")),
        ("ko", ("병사 [이름 비공개]",)),
        ("uk", ("20–29-річний солдат",)),
        ("ru", ("20–29-летний солдат",)),
    ],
)
def test_details_are_generalised_in_the_language(
    language: str, words: tuple[str, ...]
) -> None:
    """A post becomes a soldier and an age a decade, in the grammar of the text."""
    text = redact(TEXTS[language], register()).text

    assert [word for word in words if word not in text] == []


def test_what_gives_nobody_away_stays() -> None:
    """The journalist keeps his name and the rest of the text its words."""
    text = redact(ENGLISH, register()).text

    assert "By Oleh Demchuk" in text
    assert "told reporters about the war." in text


def test_a_higher_threshold_changes_more() -> None:
    """Everyone is one among twenty where twenty are asked for."""
    done = redact(ENGLISH, register(), threshold=20)

    assert all(case.k_after is None or case.k_after >= 20 for case in done.cases)
    assert done.threshold == 20


def test_a_text_about_nobody_is_left_alone() -> None:
    """Without a protected person nothing changes and no risk is stated."""
    text = "The council met on Tuesday to discuss the price of bread.\n"
    done = redact(text, register())

    assert done.text == text
    assert done.changes == ()
    assert done.cases == ()
    assert done.risks_before.journalist == 0


def test_a_register_that_is_too_small_hides_nobody() -> None:
    """With two persons no description fits five: all that tells of them goes."""
    small = Register([FIRST, SECOND])
    done = redact(ENGLISH, small)

    assert done.withheld or all(case.k_after is None for case in done.cases)
    assert done.withheld or scan(done.text, small) == ()


def test_one_who_stands_alone_by_his_nation() -> None:
    """The only one of his nation is not found in the new text."""
    alone = Person(id="M-1", names=("Batbayar Ganzorig",), nationality="MNG", age=24)
    listed = Register([*people(), alone])
    text = (
        "A Mongolian prisoner of war spoke to reporters. Batbayar Ganzorig, 24, was"
        " captured in the Kursk region. The 24-year-old Mongolian is in good health.\n"
    )
    done = redact(text, listed)

    assert scan(text, listed)
    assert "Batbayar" not in done.text
    assert done.withheld or scan(done.text, listed) == ()


def test_the_changes_lead_from_the_old_text_to_the_new() -> None:
    """Edits are in order, do not overlap, and make the new text from the old one."""
    done = redact(ENGLISH, register())
    made, at = "", 0
    for edit in done.edits:
        assert edit.start >= at
        made += ENGLISH[at : edit.start] + edit.after
        at = edit.end

    assert made + ENGLISH[at:] == done.text


def test_the_counts_tell_no_words() -> None:
    """What a command may print of a redaction is kinds and numbers."""
    text = f"{ENGLISH}\nRyom Kwan-sok looked out of the window.\n"
    done = redact(text, register())

    assert done.counts["name", "masked"] >= 3
    assert done.counts["name", "masked"] == done.text.count("[name withheld]")
    assert all(isinstance(count, int) for count in done.counts.values())


def test_risks_fall() -> None:
    """The risk by the register is at most one in the threshold afterwards."""
    done = redact(ENGLISH, register())

    assert done.risks_before.journalist > 0.2
    assert done.risks_after.journalist <= 0.2
