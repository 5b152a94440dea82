import json
import re
from pathlib import Path
from typing import Any

import pytest

from safeconduct.law import CLOCKS, FACTS, FIRST_DAY, Mode, pack, wording
from safeconduct.law.disclosure import BASES
from safeconduct.law.norms import ALL_NORMS
from safeconduct.law.pages import INSTRUMENTS
from safeconduct.law.procedure import STEPS
from safeconduct.law.provisions import (
    BY_INSTRUMENT,
    PROVISIONS,
    SECTIONS,
    How,
    binding,
    otherwise,
)
from tests.law.cases import DAY

SHARED = Path(__file__).parents[3] / "../shared/law/norms.json"
# Our own name for staying where he is; the source of law knows no such record.
OURS = {"ENG-REMAIN"}
NORMS = {norm.provision.id: norm.provision for norm in ALL_NORMS}
MARK = re.compile(r"\[([TCSMI])")


def records() -> list[dict[str, Any]]:
    """Read the list of provisions the law paper holds."""
    if not SHARED.exists():
        pytest.skip("../shared/law/norms.json is not here")
    content: list[dict[str, Any]] = json.loads(SHARED.read_text(encoding="utf-8"))
    return content


def ids(how: How) -> set[str]:
    return {one.id for one in binding(how)}


def test_every_provision_of_the_law_paper_is_here() -> None:
    """None is missing and none invented."""
    assert set(PROVISIONS) == {one["id"] for one in records()}
    assert len(PROVISIONS) == 130
    assert sum(map(len, BY_INSTRUMENT.values())) == len(PROVISIONS)


def test_each_is_as_the_law_paper_has_it() -> None:
    """Marks, facts, the unknown and the deadline agree."""
    for record in records():
        one = PROVISIONS[record["id"]]
        facts = {str(name).partition("[")[0] for name in record["facts"]}
        marks = {f"[{letter}]" for letter in MARK.findall(str(record["mark"]))}

        assert set(one.facts) == facts, one.id
        assert set(one.marks) == marks, one.id
        unknown = wording.provision(one.id, "unknown", "en")
        deadline = wording.deadline(one.id, "en") or wording.provision(
            one.id, "deadline", "en"
        )
        assert bool(unknown) == bool(record["unknown"]), one.id
        assert bool(deadline) == bool(record["deadline"]), one.id


def test_inferences_are_marked_as_often_as_in_the_law_paper() -> None:
    """Where the paper says that a sentence is our inference, so does the text."""
    for record in records():
        one = PROVISIONS[record["id"]]
        for part in ("condition", "consequence", "unknown", "deadline"):
            if wording.deadline(one.id, "en") and part == "deadline":
                continue
            told = wording.provision(one.id, part, "en")
            assert told.count("[I]") == str(record[part]).count("[I]"), one.id


def test_every_fact_is_in_the_dictionary() -> None:
    """None is named that nobody could record."""
    assert {name for one in PROVISIONS.values() for name in one.facts} <= set(FACTS)


def test_an_option_is_a_norm() -> None:
    """Whatever opens or closes an option speaks as code, and the other way round."""
    assert ids(How.OPTION) | OURS == set(NORMS)
    assert {one.id for one in PROVISIONS.values() if one.decides} == ids(How.OPTION)


def test_a_clock_runs() -> None:
    """Each provision with a clock is said to bind by it."""
    assert ids(How.CLOCK) == {clock.provision.id for clock in CLOCKS}


def test_a_step_rests_on_what_binds_as_procedure() -> None:
    """A norm that is no wait takes no step of its own."""
    rested = {name for step in STEPS for name in step.provisions}
    waits = {norm.provision.id for norm in ALL_NORMS if norm.mode is Mode.NOT_UNTIL}

    assert ids(How.PROCEDURE) == {
        name for name in rested if name not in NORMS or name in waits
    }


def test_the_basis_of_a_disclosure_binds_as_such() -> None:
    """Each rule rests on provisions that say who may learn what."""
    assert {name for basis in BASES.values() for name in basis} <= ids(How.DISCLOSURE)


def test_citation_and_mark_have_one_place() -> None:
    """What a norm declares is referred to, and the list of citations repeats it."""
    for one in PROVISIONS.values():
        if one.id in NORMS:
            assert one.provision == NORMS[one.id]
        cited = wording.citation(one.id, "en")
        assert cited == one.provision.citation
        assert one.provision.mark not in one.also


def test_the_days_of_a_norm_and_its_provision_agree() -> None:
    """A day that a norm gives is the day of its provision."""
    for norm in ALL_NORMS:
        if norm.since != FIRST_DAY:
            assert PROVISIONS[norm.provision.id].since == norm.since


def test_instruments() -> None:
    """A page can be made for each instrument, and every norm has its own."""
    assert set(INSTRUMENTS) <= set(BY_INSTRUMENT)
    for name, bindings in BY_INSTRUMENT.items():
        assert wording.term(f"instrument.{name}", "ko")
        own = {one.id for one in bindings if one.decides}
        assert own == set(INSTRUMENTS.get(name, ())) - OURS
        assert set(otherwise(name)) == {one for one in bindings if not one.decides}


def test_the_convention_stands_in_the_order_of_its_articles() -> None:
    """A reader finds an article where he looks for it."""
    articles = [
        int(found.group())
        for one in BY_INSTRUMENT["gc3"]
        if (found := re.search(r"\d+", one.id.removeprefix("GCIII-")))
    ]

    assert articles == sorted(articles)


def test_sections() -> None:
    """Each provision belongs to a part of the law, and no part is empty."""
    assert {one.section for one in PROVISIONS.values()} == set(SECTIONS)


def test_the_law_of_a_day_is_what_it_was() -> None:
    """Provisions that open and close nothing are no part of a pack."""
    assert {norm.provision.id for norm in pack(DAY).norms} <= ids(How.OPTION) | OURS
