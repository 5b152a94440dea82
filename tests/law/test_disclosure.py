import pytest

from safeconduct.law import LawError
from safeconduct.law.disclosure import RECIPIENTS, UnknownRecipient, may_learn
from safeconduct.law.provisions import PROVISIONS
from safeconduct.law.wording import LANGUAGES, NoWording


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_recipient_has_a_rule(language: str) -> None:
    """Twelve recipients, each with what it may learn, on provisions of the law."""
    rules = [may_learn(one, language) for one in RECIPIENTS]

    assert len(rules) == 12
    assert len({rule.name for rule in rules}) == 12
    for rule in rules:
        assert rule.learns
        assert set(rule.basis) <= set(PROVISIONS)


def test_the_power_of_origin_never_learns_the_wish() -> None:
    """Nor claim, surrender, family contacts or receiving State."""
    never = may_learn("origin").never

    for word in ("wish", "claim", "surrender", "family", "receiving State"):
        assert word in never


def test_the_agency_learns_all_but_the_reasons() -> None:
    """It gets every variant of the identity and the warning."""
    rule = may_learn("agency")

    assert "warning" in rule.learns
    assert "reasons of the claim" in rule.never


def test_our_own_design_has_no_basis() -> None:
    """What the readers of the ledger may see is no rule of law."""
    assert may_learn("auditors").basis == ()
    assert all(may_learn(one).basis for one in RECIPIENTS if one != "auditors")


def test_an_unknown_recipient() -> None:
    """Who is not listed is refused, and the sentence names those who are."""
    with pytest.raises(UnknownRecipient, match="agency, origin, served") as refused:
        may_learn("nobody")
    assert isinstance(refused.value, LawError)
    with pytest.raises(NoWording):
        may_learn("agency", "fr")
