import re
from collections.abc import Callable, Mapping

import pytest

from safeconduct.receipt import checker, wording

Texts = Callable[[str], Mapping[str, str]]
SCRIPT = (checker._HERE / "static" / "checker.js").read_text("utf-8")
# What the script asks for by a name it puts together.
STEPS = {f"step_{step}" for step in ("form", "policy", "log", "place", "witnesses")}


@pytest.mark.parametrize("texts", [wording.slip, wording.page])
def test_four_languages(texts: Texts) -> None:
    """Each text is there in each language, with the same places to fill."""
    english = texts("en")
    for language in wording.LANGUAGES:
        spoken = texts(language)
        assert spoken.keys() == english.keys()
        for key, said in spoken.items():
            assert said.strip() == said != "", (language, key)
            wanted = sorted(re.findall(r"\{\w+\}", english[key]))
            assert sorted(re.findall(r"\{\w+\}", said)) == wanted, (language, key)


@pytest.mark.parametrize("texts", [wording.slip, wording.page])
def test_translated(texts: Texts) -> None:
    """No text was left in English, and each is in its own letters."""
    letters = {"ko": "[가-힣]", "uk": "[а-яіїєґ]", "ru": "[а-я]"}
    for language, letter in letters.items():
        for key, said in texts(language).items():
            assert re.search(letter, said.lower()), (language, key)


def test_what_the_page_says_is_there() -> None:
    """Every name of a text that script and page use has a text, and none is idle."""
    said = set(re.findall(r'say\("(\w+)"', SCRIPT)) | STEPS
    refused = set(re.findall(r'Refused\("\w+", "(\w+)"', SCRIPT))
    passed = set(re.findall(r'"(no_\w+|not_\w+|offline|fault)"', SCRIPT))
    state = {"passed", "failed", "open"}
    shown = set(re.findall(r'data-say="(\w+)"', checker.body(None, "en")))
    used = said | refused | passed | state | shown | {"no_script"}

    assert used == wording.page("en").keys()


def test_an_unknown_language_is_english() -> None:
    """A language we do not speak gets English."""
    assert wording.slip("vi") == wording.slip("en")
