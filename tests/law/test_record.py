import pytest

from safeconduct.law import FACTS, ContradictoryFacts, FactError, check


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("person.alive", "T", True),
        ("person.alive", False, False),
        ("person.alive", "U", None),
        ("person.alive", None, None),
        ("risk.torture[KP]", "F", False),
        ("risk.onward[RU->KP]", "T", True),
        ("wish.current", "refuge:KR", "refuge:KR"),
        ("wish.current", "U", None),
        ("wish.history", ["return", "refuses"], ("return", "refuses")),
        ("status.powers", ["KP", "RU"], ("KP", "RU")),
        ("status.powers", "KP", ("KP",)),
        ("status.powers", "U", None),
        ("person.nationalities", [{"state": "KP", "basis": "birth"}], ("KP",)),
        ("claim.status", "rejected_final", "rejected_final"),
        ("agreement.clause_effect", "unknown", None),
        ("hearing.days_apart", 7, 7),
        ("receiving.accepts", "T", True),
        ("receiving.accepts[KR]", "T", True),
        ("wish.reconfirmed_at", "2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z"),
    ],
)
def test_read(name: str, value: object, read: object) -> None:
    """Every way to write a value leads to its one normal form."""
    assert check({name: value}) == {name: read}


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("wsh.current", "wish.current"),
        ("risk.tortur[KP]", "risk.torture[KP]"),
        ("risk.torture", "risk.torture[d]"),
        ("risk.onward[KP]", "risk.onward[d->e]"),
        ("risk.onward[KP->KP]", "risk.onward[d->e]"),
        ("risk.torture[North Korea]", "risk.torture[d]"),
        ("person.alive[KP]", "person.alive"),
        ("nonsense", None),
        ("", None),
    ],
)
def test_wrong_name(name: str, nearest: str | None) -> None:
    """The refusal names the fact and the nearest right name."""
    with pytest.raises(FactError) as refusal:
        check({name: "T"})

    assert refusal.value.fact == name
    assert refusal.value.nearest == nearest
    assert name in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("person.alive", "true"),
        ("person.alive", 1),
        ("person.alive", []),
        ("wish.current", "refuge"),
        ("wish.current", "refuge:korea"),
        ("wish.current", "stay:KR"),
        ("claim.status", "opened"),
        ("status.powers", ["KP", 3]),
        ("status.powers", ["KP", "U"]),
        ("hearing.days_apart", -1),
        ("hearing.days_apart", True),
        ("exposure.k", 1.5),
        ("wish.reconfirmed_at", "yesterday"),
        ("wish.history", "return"),
        ("id.home_village", 3),
        ("detaining.state", {}),
    ],
)
def test_wrong_value(name: str, value: object) -> None:
    """The refusal names the fact and says what may be written."""
    with pytest.raises(FactError, match=r"cannot be .*: write ") as refusal:
        check({name: value})

    assert refusal.value.fact == name


@pytest.mark.parametrize(
    "facts",
    [
        {"risk.serious_harm[KP]": "F", "risk.torture[KP]": "T"},
        {"risk.onward[RU->KP]": "T", "risk.serious_harm[KP]": "F"},
        {
            "risk.serious_harm[KP]": "T",
            "risk.torture[KP]": "F",
            "risk.killing[KP]": "F",
            "risk.ill_treatment[KP]": "F",
            "risk.disappearance[KP]": "F",
            "risk.persecution[KP]": "F",
        },
    ],
)
def test_contradiction(facts: dict[str, object]) -> None:
    """Two facts that cannot both be right are refused, whichever came first."""
    with pytest.raises(ContradictoryFacts, match="both cannot be right"):
        check(facts)
    with pytest.raises(ContradictoryFacts):
        check(dict(reversed(facts.items())))


def test_every_fact_can_be_asked() -> None:
    """Each fact has a question that ends in a question mark, and an establisher."""
    for fact in FACTS.values():
        assert fact.ask().endswith("?"), fact.name
        assert fact.ask(*("KP", "RU")[: len(fact.parameters)])
        assert fact.by


def test_states_in_a_question() -> None:
    """The question speaks of the States in the brackets."""
    assert FACTS["risk.onward"].ask("RU", "KP") == (
        "May RU pass him on to KP, with serious harm awaiting him there?"
    )
