import pytest

from safeconduct.disclosure.sweep.sieve import Sieve, raw_text

NAMED = Sieve(lambda text: "Mun Thae-bok" in text)


@pytest.mark.parametrize(
    "text",
    [
        "The soldier was captured near the river.",
        "PRISONERS OF WAR were exchanged.",
        "북한군 포로가 말했다.",
        "Солдат потрапив у полон.",
        "Военнопленные вернулись.",
        "Mun Thae-bok, a rifleman, is in hospital.",
        "The captive Mun Thae-bok was seen.",
    ],
)
def test_captured_soldiers_pass(text: str) -> None:
    """Captivity and soldiers, or a protected name and either."""
    assert NAMED.passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "The photograph captured the light of the harbour.",
        "addEventListener('click', f, {capture: true}); // army green",
        "The army bought new boots.",
        "Mun Thae-bok opened a bakery.",
        "var is_captured = 1, army_size = 2;",
        "시장 가격이 올랐다.",
    ],
)
def test_other_pages_do_not(text: str) -> None:
    """One kind of word alone, or words that belong to a program, are not enough."""
    assert not NAMED.passes(text)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"Mun &#84;hae&#x2d;bok", "Mun Thae-bok"),
        (b"Tr&acute;n &ocirc;&rsquo;", "Tr&acute;n ô’"),
        (rb'{"t": "\ud3ec\ub85c"}', '{"t": "포로"}'),
        (rb"\ud83d\ude00 x", "   x"),
        ("포\u200b로\u00ad".encode(), "포로"),
        ("포로".encode("cp949"), "포로"),
        ("полон".encode("cp1251"), "полон"),
    ],
)
def test_disguises_of_letters_are_undone(raw: bytes, text: str) -> None:
    """Character references, escapes and invisible signs hide no word."""
    charset = "cp1251" if raw == "полон".encode("cp1251") else "cp949"
    assert raw_text(raw, charset) == text
