import re
from dataclasses import replace

import pytest

from safeconduct.ledger import Locator, Receipt, base45
from safeconduct.receipt import codes, slip, wording
from safeconduct.receipt.fingerprint import fingerprint
from tests.fonts import needs_hangul
from tests.receipt import scanning, slips
from tests.receipt.slips import KEY, RECEIPT

SPOKEN = [
    pytest.param(one, marks=needs_hangul if one == "ko" else ())
    for one in wording.LANGUAGES
]


def paper(language: str, receipt: Receipt | None = RECEIPT) -> bytes:
    return slip.pdf(KEY, RECEIPT.locator, receipt, language)


def plain(text: str) -> str:
    """Without what a line break takes away or adds."""
    return re.sub(r"[\s\x02-]+", "", text)


@pytest.mark.parametrize("language", SPOKEN)
def test_one_page_with_both_codes(language: str) -> None:
    """In each language it is one A5 page from which both codes are read."""
    made = paper(language)

    assert scanning.size(made) == (1, 148, 210)
    first, second = scanning.scan(made)
    assert Locator.parse(base45.decode(first)) == RECEIPT.locator
    assert Receipt.parse(base45.decode(second)) == RECEIPT


@pytest.mark.parametrize("language", SPOKEN)
def test_it_speaks_his_language_and_english(language: str) -> None:
    """Every sentence stands on it in both, with log, number and key."""
    shown = plain(scanning.text(paper(language)))

    for tongue in (language, "en"):
        said = wording.slip(tongue)
        for key in ("title", "what", "says_nothing", "how", "yours", "locator"):
            assert plain(said[key]) in shown, (tongue, key)
    assert plain(f"{KEY.name}") in shown
    assert "130" in shown
    assert plain(fingerprint(KEY)) in shown


def test_two_slips_differ_in_number_and_codes() -> None:
    """But for the number of the entry, two slips say the same, letter for letter."""
    one, another = (
        scanning.text(slip.pdf(KEY, each.locator, each, "uk"))
        for each in (RECEIPT, slips.other(257))
    )

    assert one != another
    assert one.replace("130", "#") == another.replace("257", "#")


def test_the_same_slip_gives_the_same_bytes() -> None:
    """No date and no chance is in it."""
    assert paper("ru") == paper("ru")
    assert b"/CreationDate" not in paper("ru")


def test_codes_are_large_enough() -> None:
    """The locator is 2 cm wide or more; a module of the receipt is 0.4 mm."""
    made = paper("en")
    narrow, wide = scanning.millimetres(made)

    assert narrow >= 19.5
    modules = codes.code(RECEIPT.to_bytes()).modules - 2 * codes.QUIET
    assert wide == pytest.approx(modules * 0.4, abs=1)


@pytest.mark.parametrize("language", SPOKEN)
def test_before_it_is_cosigned(language: str) -> None:
    """Only the locator is there, and the paper says when the other code comes."""
    made = paper(language, None)

    assert [base45.decode(one) for one in scanning.scan(made)] == [
        RECEIPT.locator.to_bytes()
    ]
    for tongue in (language, "en"):
        assert plain(wording.slip(tongue)["later"]) in plain(scanning.text(made))
    assert scanning.size(made) == (1, 148, 210)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(("path", "witnesses"), [(24, 2), (24, 18)])
def test_a_large_log(language: str, path: int, witnesses: int) -> None:
    """At ten million entries, and with many witnesses, it is still one page."""
    receipt = Receipt(
        replace(RECEIPT.locator, index=2**24 - 1),
        2**path,
        (b"\xa5" * 32,) * path,
        b"\x5a" * 64,
        ((b"name", bytes(4) + b"\xc3" * 68),) * witnesses,
    )
    made = paper(language, receipt)

    assert scanning.size(made) == (1, 148, 210)
    assert Receipt.parse(base45.decode(scanning.scan(made)[1])) == receipt


def test_a_language_it_does_not_speak() -> None:
    """English alone, and each sentence once."""
    shown = plain(scanning.text(paper("vi")))

    assert shown.count(plain(wording.slip("en")["what"])) == 1


def test_no_font_with_hangul() -> None:
    """It says which package brings one, instead of printing empty boxes."""
    with pytest.raises(slip.NoFont, match="fonts-noto-cjk"):
        slip.fonts("ko", ["DejaVu Sans"])
    assert slip.fonts("uk", ["Liberation Sans"]) == ("Liberation Sans",)


def test_what_is_typed_is_no_markup() -> None:
    """An origin cannot become a command of the typesetter."""
    assert slip._quoted('a"#panic("\\\n') == '"a\\"#panic(\\"\\\\\\n"'
