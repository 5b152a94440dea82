import json

from tests.law.cases import REFUSES_AFTER, WANTS_HOME, WANTS_KOREA, told


def test_deciding_norm_with_its_facts() -> None:
    """A bar tells its norm, its source, its wording and the facts it stands on."""
    answer = told(WANTS_KOREA).options["R1"].destinations["KP"]
    torture = next(one for one in answer.explanation if one["norm"] == "CAT-3-1")

    assert torture == {
        "norm": "CAT-3-1",
        "leg": "",
        "mode": "must_not",
        "value": "T",
        "effective": "T",
        "absolute": True,
        "personal": False,
        "contested": False,
        "mark": "[T]",
        "citation": "Convention against Torture Art 3(1)",
        "wording": "Nobody is sent to a State where he would be in danger of torture.",
        "facts": [
            {
                "name": "risk.serious_harm[KP]",
                "value": "T",
                "question": "Is he in real danger of serious harm in KP?",
            },
            {
                "name": "wish.current",
                "value": "refuge:KR",
                "question": "What does he want now?",
            },
        ],
        "beaten_by": [],
    }


def test_unknown_facts_are_gathered() -> None:
    """Under ENG-UNKNOWN stands every unknown fact that keeps the question open."""
    facts = WANTS_HOME | {"health.fit_to_travel": "U", "penal.convicted": "U"}
    answer = told(facts).options["R1"].destinations["KP"]
    unknown = answer.explanation[-1]

    assert unknown["norm"] == "ENG-UNKNOWN"
    assert {fact["name"] for fact in unknown["facts"]} == set(answer.unknown)
    assert {"health.fit_to_travel", "penal.convicted"} <= set(answer.unknown)


def test_no_unknown_no_such_rule() -> None:
    """A step known not to be done is no unknown fact."""
    answer = told(WANTS_HOME | {"wish.reconfirmed": "F"}).options["R1"]

    assert answer.norms == ("ENG-RECONFIRM",)
    assert answer.destinations["KP"].unknown == ()


def test_step_not_recorded() -> None:
    """A confirmation nobody recorded is shown as not done."""
    facts = {n: v for n, v in WANTS_HOME.items() if n != "wish.reconfirmed"}
    answer = told(facts).options["R1"].destinations["KP"]

    assert answer.explanation[0]["facts"][0]["name"] == "wish.reconfirmed"
    assert answer.explanation[0]["facts"][0]["value"] == "F"


def test_norms_that_do_not_speak_are_left_out() -> None:
    """A man without risk reads nothing about torture."""
    answer = told(WANTS_HOME).options["R1"].destinations["KP"]

    assert [entry["norm"] for entry in answer.explanation] == ["GCIII-109-2"]


def test_json_able() -> None:
    """Every explanation can be written as JSON."""
    for facts in ({}, WANTS_HOME, WANTS_KOREA, REFUSES_AFTER):
        assessment = told(facts)
        for option in assessment.options.values():
            for answer in option.destinations.values():
                json.dumps(answer.explanation)
        json.dumps([assessment.agency.explanation, assessment.remain.explanation])
