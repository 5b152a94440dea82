from datetime import date

import pytest

from safeconduct.law import LawError, NoLawInForce, Status, assess, over_baseline
from tests.law.cases import (
    DAY,
    REFUSES_AFTER,
    WANTS_HOME,
    WANTS_HOME_AT_RISK,
    WANTS_KOREA,
    told,
)

SAFE_IMAGE = {
    "image.identifiable": "F",
    "image.anonymised": "T",
    "image.humiliating": "F",
    "exposure.k": 20,
}


def test_wants_korea() -> None:
    """Whoever asks for Korea may go there and is not sent home; the gates agree."""
    options = told(WANTS_KOREA).options

    assert options["T"].gate_open
    assert options["T"].destinations["KR"].status is Status.PERMITTED
    assert [options[o].result for o in ("R1", "R2", "X")] == ["barred"] * 3
    assert not any(options[o].gate_open for o in ("R1", "R2", "X"))


def test_forecast_opens_no_gate() -> None:
    """While hostilities last, return after them is answered and stays shut."""
    ahead = told(WANTS_HOME).options["R2"]
    come = told(WANTS_HOME | {"conflict.active_hostilities": "F"}).options["R2"]

    assert (ahead.status, ahead.forecast, ahead.gate_open) == ("REQUIRED", True, False)
    assert (come.status, come.forecast, come.gate_open) == ("REQUIRED", False, True)


def test_unknown_whether_hostilities_are_over() -> None:
    """Neither return after them nor exchange can be answered; no gate opens."""
    options = told(WANTS_HOME | {"conflict.active_hostilities": "U"}).options

    assert options["R2"].result == options["X"].result == "not_yet"
    assert options["R2"].forecast
    assert not any(options[o].gate_open for o in ("R1", "R2", "X"))


def test_tested_return_into_danger_is_contested() -> None:
    """Every return through ENG-VOLRET asks for a senior officer."""
    option = told(WANTS_HOME_AT_RISK).options["R1"]

    assert option.result == "permitted"
    assert option.contested
    assert "ENG-VOLRET" in option.norms


@pytest.mark.parametrize("stated_by", ["argument", "fact"])
def test_will_based_position(stated_by: str) -> None:
    """Under `will_based` his open and free will bars return by itself."""
    facts = REFUSES_AFTER | {"position.mode": "will_based"}
    by_argument = told(REFUSES_AFTER, "will_based")
    assessment = by_argument if stated_by == "argument" else told(facts)

    assert assessment.position == "will_based"
    assert assessment.options["R2"].result == "barred"
    assert assessment.options["R2"].norms[0] == "GCIII-118-KR"


def test_risk_based_position() -> None:
    """Under `risk_based` it does not, and the result is contested."""
    option = told(REFUSES_AFTER).options["R2"]

    assert (option.result, option.duty, option.contested) == ("permitted", False, True)
    assert option.norms == ("GCIII-118-1",)


def test_argument_wins_over_fact() -> None:
    """The position that is passed in beats the one among the facts."""
    facts = REFUSES_AFTER | {"position.mode": "will_based"}

    assert told(facts, "risk_based").position == "risk_based"


def test_will_based_beats_the_duty() -> None:
    """The explanation shows the beaten norm and by what it was beaten."""
    answer = told(REFUSES_AFTER, "will_based").options["R2"].destinations["KP"]
    beaten = [entry for entry in answer.explanation if entry["beaten_by"]]

    assert [(b["norm"], b["leg"], b["effective"]) for b in beaten] == [
        ("GCIII-118-1", "unwilling", "F")
    ]
    assert beaten[0]["beaten_by"] == ["GCIII-118-KR"]


def test_granted_claim() -> None:
    """Whoever is granted protection may stay, whatever his other nationality."""
    option = told(
        over_baseline(
            {
                "claim.status": "granted",
                "wish.current": "stay",
                "hearing.valid": "T",
                "nationality.effective[KR]": "T",
                "risk.persecution[KR]": "F",
            }
        )
    ).options["A"]

    assert option.result == "permitted"
    assert option.gate_open
    assert option.norms == ("UA-REF",)


def test_granted_claim_with_exclusion() -> None:
    """Exclusion that is shown bars refugee status; unknown exclusion does not."""
    granted = {"claim.status": "granted", "wish.current": "stay", "hearing.valid": "T"}
    shown = told(over_baseline(granted | {"excl.1F": "T"})).options["A"]
    unknown = told(over_baseline(granted | {"excl.1F": "U"})).options["A"]

    assert (shown.result, shown.norms[0]) == ("barred", "CSR-1F")
    assert unknown.result == "permitted"


def test_anonymous_publication() -> None:
    """Material that does not betray him may be published."""
    option = told(over_baseline(SAFE_IMAGE)).options["P"]

    assert option.result == "permitted"
    assert option.norms == ("GCIII-13-2b",)


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("image.identifiable", "U"),
        ("image.anonymised", "F"),
        ("image.humiliating", "T"),
        ("image.humiliating", "U"),
        ("exposure.k", 19),
        ("exposure.k", "U"),
    ],
)
def test_publication_not_shown_to_be_safe(fact: str, value: object) -> None:
    """One condition missing or unknown bars; his consent changes nothing."""
    facts = SAFE_IMAGE | {
        fact: value,
        "image.consent": "T",
        "image.already_public": "T",
    }

    assert told(over_baseline(facts)).options["P"].result == "barred"


def test_compelling_interest() -> None:
    """An identifiable picture passes only with every condition of the exception."""
    facts: dict[str, object] = {
        "image.compelling_interest": "T",
        "image.least_revealing": "T",
        "disc.harm_if_origin_learns": "F",
    }
    harmful = facts | {"disc.harm_if_origin_learns": "U"}

    assert told(over_baseline(facts)).options["P"].result == "permitted"
    assert told(over_baseline(harmful)).options["P"].result == "barred"


def test_article_33_2_opens_nothing() -> None:
    """It lifts Article 33(1) of the Refugee Convention and no other bar."""
    facts = over_baseline(
        {"wish.current": "refuses", "risk.persecution[KP]": "T", "excl.33_2": "T"}
    )
    answer = told(facts).options["R1"].destinations["KP"]

    assert answer.status is Status.BARRED
    assert "CSR-33-1" not in answer.norms
    assert "GCIII-118-NR" in answer.norms


def test_several_receiving_states() -> None:
    """Each State under discussion has its answer; a named fact speaks of it alone."""
    facts = WANTS_KOREA | {"receiving.state": ["KR"], "receiving.willing[PL]": "F"}
    option = told(facts).options["T"]

    assert list(option.destinations) == ["KR", "PL"]
    assert option.destinations["PL"].status is Status.BARRED
    assert option.destinations["PL"].norms[0] == "GCIII-12-2"
    assert option.result == "permitted"


def test_unknown_power() -> None:
    """An unknown Power is one unnamed destination, and nothing opens towards it."""
    facts = WANTS_HOME | {"status.powers": "U"}
    options = told(facts).options

    assert list(options["R1"].destinations) == ["?"]
    assert options["R1"].result == "not_yet"
    assert "status.powers" in options["R1"].destinations["?"].unknown


def test_nothing_is_known() -> None:
    """An empty record opens no gate, tells the Agency and lets him remain."""
    assessment = told({})

    assert not any(option.gate_open for option in assessment.options.values())
    assert assessment.agency.duty
    assert assessment.remain.duty


def test_limbo() -> None:
    """Hostilities over, all ways closed: he remains, and a path must be opened."""
    facts = REFUSES_AFTER | {"risk.serious_harm[KP]": "T"}
    assessment = told(facts)

    assert assessment.options["I"].result == "barred"
    assert assessment.remain.duty
    assert assessment.limbo


def test_the_dead() -> None:
    """The dead depart nowhere; the Agency is told, publication stays barred."""
    assessment = told(WANTS_KOREA | {"person.alive": "F"})

    assert assessment.options["T"].result == "not_applicable"
    assert assessment.options["T"].norms == ("GCIII-120",)
    assert assessment.options["P"].result == "barred"
    assert assessment.agency.duty
    assert assessment.remain.result == "not_applicable"


def test_unknown_whether_alive() -> None:
    """The question is answered, the gate stays shut."""
    option = told(WANTS_KOREA | {"person.alive": "U"}).options["T"]

    assert option.result == "permitted"
    assert not option.gate_open


def test_missing_step_is_named() -> None:
    """Where one fact would settle it, that fact is named and none beside it."""
    facts = {n: v for n, v in WANTS_KOREA.items() if n != "wish.reconfirmed"}

    assert told(facts).options["T"].missing == (("wish.reconfirmed",),)


def test_missing_facts_are_jointly_named() -> None:
    """A set says what has to be learned together."""
    facts = WANTS_HOME | {"penal.convicted": "T"}

    assert told(facts).options["R1"].missing == (
        ("exchange.written_consent", "penal.release_consent"),
    )


def test_before_the_first_day() -> None:
    """No law is on file for a day before the conflict; the sentence says from when."""
    with pytest.raises(NoLawInForce, match="2022-02-24"):
        assess({}, on=date(2022, 2, 23))


def test_unknown_position() -> None:
    """A position that does not exist is refused."""
    with pytest.raises(LawError, match="risk_based or will_based"):
        told({}, "mixed")


def test_as_json() -> None:
    """The JSON has these keys and no others."""
    answer = told(WANTS_KOREA).as_json()

    assert list(answer) == ["law", "on", "options", "deadlines"]
    assert answer["on"] == DAY.isoformat()
    assert list(answer["options"]) == ["R1", "R2", "X", "T", "A", "I", "P", "N"]
    option = answer["options"]["T"]
    assert list(option) == ["result", "duty", "norms", "missing", "destinations"]
    assert option["destinations"]["KR"] == {
        "result": "permitted",
        "status": "PERMITTED",
        "duty": False,
        "contested": False,
        "forecast": False,
        "norms": ["GCIII-12-2"],
        "missing": [],
    }
