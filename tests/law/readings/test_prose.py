import pytest

from safeconduct.law import terms
from safeconduct.law.expression import ALWAYS, NEVER, Expression, fact, proven
from safeconduct.law.norms import ALL_NORMS
from safeconduct.law.readings.prose import (
    Item,
    clause,
    exception,
    outline,
    phrase,
    rule,
    sentence,
)
from safeconduct.law.wording import LANGUAGES


def said(condition: Expression, language: str = "en") -> str:
    return phrase(clause(condition, language), language)


def test_and_or_not() -> None:
    """Joined and denied as a person would."""
    assert said(terms.torture & ~terms.freely) == (
        "he would be in danger of torture there and "
        "his return there is not freely chosen and tested"
    )
    assert said(~(terms.torture | terms.killing)) == (
        "he would not be in danger of torture there and "
        "he would not be in danger of being killed there"
    )
    assert said(~(terms.minor & terms.guardian)) == (
        "he is not a minor or he has no guardian"
    )


def test_shown() -> None:
    """Doubt is not the same as denial."""
    assert said(terms.over) == "it is shown that hostilities have ceased"
    assert said(~terms.over) == "it is not shown that hostilities have ceased"
    assert said(~proven(terms.excluded)) == (
        "it is not shown that there are serious reasons to exclude him"
    )


def test_groups_are_told_apart() -> None:
    """A group within a group cannot be misread."""
    assert said(terms.guardian & (terms.minor | terms.stay)) == (
        "he has a guardian and (he is a minor or he wants to stay)"
    )
    assert said(terms.guardian & (terms.minor | terms.stay), "ko") == (
        "본인에게 후견인이 있고, 본인이 아동이거나, 본인이 머무르기를 원하는 경우에 "
        "해당한다"
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "it is shown that he is a minor"),
        ("ko", "본인이 아동이라는 것이 증명되었다"),
        ("uk", "доведено, що він неповнолітній"),
        ("ru", "доказано, что он несовершеннолетний"),
    ],
)
def test_shown_in_each_language(language: str, expected: str) -> None:
    """The burden is spoken in each language."""
    assert said(proven(terms.minor), language) == expected


def test_a_bar_with_its_exception() -> None:
    """It must not be done when, unless it is shown by whoever relies on it."""
    refugee = next(norm for norm in ALL_NORMS if norm.name == "CSR-33-1")
    done = rule("must_not", ("return",), said(refugee.when), "en")

    assert sentence(done) == (
        "Return must not take place when he would be persecuted there and his return "
        "there is not freely chosen and tested."
    )
    assert exception(refugee.unless, "en") == (
        "unless it is shown that he is a danger to the country "
        "(whoever relies on this must show it)"
    )
    assert exception(refugee.unless, "ko") == (
        "다만, 본인이 그 국가에 위험한 존재라는 것이 증명된 경우에는 그러하지 아니하다 "
        "(이를 주장하는 자가 증명하여야 한다)"
    )
    assert exception(NEVER, "en") == ""


def test_constants() -> None:
    """What always holds needs no condition."""
    assert said(ALWAYS) == "in every case"
    assert said(NEVER) == "in no case"
    assert rule("must", ("notice",), "", "en") == "notice is always required"


def test_a_long_condition_is_outlined() -> None:
    """It becomes items, and what has to be shown stays above them."""
    lines = outline(clause(~proven(terms.safe_to_publish), "en"), "en")

    assert lines.text == "it is not shown that at least one of these holds"
    assert [one.text for one in lines.items] == ["all of these hold"] * 2
    assert lines.items[0].items[1] == Item("it has been anonymised")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_norm_can_be_read(language: str) -> None:
    """No norm is left without words, and none speaks in names of ours."""
    for norm in ALL_NORMS:
        for condition in (norm.when, norm.applies):
            text = said(condition, language)
            assert text
            assert "." not in text.replace("1951.", "")
            assert "[" not in text
            assert "{" not in text


def test_a_fact_without_words() -> None:
    """A predicate nobody put into words is refused, not shown by its name."""
    with pytest.raises(Exception, match="No text of the predicate a"):
        said(fact("a"))
