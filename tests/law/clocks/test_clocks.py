import json
from datetime import date
from pathlib import Path

import pytest

from safeconduct.law import CLOCKS, FACTS, LawError
from safeconduct.law.clocks import SETTINGS, Clock, Limit, clocks
from safeconduct.law.clocks.clock import Sign
from safeconduct.law.clocks.conditions import source
from safeconduct.law.clocks.settings import periods
from safeconduct.law.expression import fold
from safeconduct.law.kinds import Day, Entry, Moment, OneOf, Several
from safeconduct.law.period import Period
from safeconduct.law.readings.names import Names
from safeconduct.law.terms import PREDICATES

SHARED = Path(__file__).parents[3] / "../shared/law/norms.json"
# Every row of the published table of deadlines, as the clocks it is split into.
TABLE = {
    "capture card": ("GCIII-70/capture", "GCIII-70/week", "GCIII-70/again"),
    "Bureau": ("GCIII-122-1/data", "GCIII-122-3/agency", "GCIII-122-3/power"),
    "health of serious cases": ("GCIII-122-5/health",),
    "medical inspection": ("GCIII-31/inspection",),
    "correspondence": ("GCIII-71/letters",),
    "election": ("GCIII-79/election",),
    "discipline": tuple(
        f"GCIII-89-96/{leg}"
        for leg in ("punishment", "awaiting", "execution", "interval")
    ),
    "before trial": ("GCIII-103-107/confinement",),
    "trial": tuple(
        f"GCIII-103-107/{leg}" for leg in ("notice", "counsel", "preparation")
    ),
    "execution": ("GCIII-100-101/execution",),
    "Commission": tuple(
        f"GCIII-112/{leg}" for leg in ("begins", "result", "execution", "visits")
    ),
    "other detainees": ("API-33/record",),
    "Korea 1953": (
        "KPW-51/direct",
        *(
            f"KPW-NNRC/{leg}"
            for leg in ("handing", "explanations", "conference", "civilian", "onward")
        ),
    ),
    "KR enquiry": ("KR-NKRA-8/enquiry", "KR-NKRA-8/longer"),
    "KR late": ("KR-NKRA-9/late",),
    "product": (
        *("ENG-RECONFIRM/window", "ENG-VOLRET/spacing", "ENG-EXPOSE/again"),
        *("GCIII-48/notice", "GCIII-5-2/review", "ENG-WISH/first"),
        *("ENG-GATE/risk", "ENG-GATE/appeal"),
    ),
}


def name_of(clock: Clock) -> str:
    return clock.name


def test_every_row_of_the_table() -> None:
    """Each deadline of the published table is a clock; each name is its own."""
    names = [clock.name for clock in CLOCKS]

    assert len(set(names)) == len(names)
    assert {name for row in TABLE.values() for name in row} <= set(names)


@pytest.mark.parametrize("clock", CLOCKS, ids=name_of)
def test_what_starts_and_stops_it_is_declared(clock: Clock) -> None:
    """Each sign is a fact of the dictionary that can be dated or has such words."""
    for sign in (*clock.starts, *clock.stops):
        if clock.limit is not Limit.FLOOR or sign in clock.starts:
            assert _readable(sign), sign
    for name in fold(clock.when, Names()):
        assert name in PREDICATES or source(name) in FACTS


def _readable(sign: Sign) -> bool:
    match FACTS[sign.fact].kind:
        case Day() | Moment():
            return not sign.words
        case OneOf(words=words):
            return bool(sign.words) and set(sign.words) <= set(words)
        case Several(of=Entry() as entry):
            kind = entry.fields.get("kind")
            words = kind.words if isinstance(kind, OneOf) else ()
            return sign.field in entry.fields and set(sign.words) <= set(words)
        case _:
            return False


@pytest.mark.parametrize("clock", CLOCKS, ids=name_of)
def test_its_period(clock: Clock) -> None:
    """It has one period, or is due at once; what is set by us is marked as ours."""
    length = clock.length(SETTINGS)

    assert (length == "") == (clock.limit is Limit.AT_ONCE)
    assert not (clock.period and clock.setting)
    if length:
        assert Period.read(length) != Period()
    if clock.setting:
        assert clock.provision.mark == "[I]"
    assert clock.says.endswith(".")


def test_provisions_are_known() -> None:
    """Each stands in the list of provisions."""
    if not SHARED.exists():
        pytest.skip("../shared/law/norms.json is not here")
    known = {norm["id"] for norm in json.loads(SHARED.read_text())}

    assert {clock.provision.id for clock in CLOCKS} <= known


def test_every_setting_is_used() -> None:
    """No setting stands without its clock."""
    assert {clock.setting for clock in CLOCKS} - {""} == set(SETTINGS)


def test_the_law_of_a_day() -> None:
    """The periods of 1953 are a model: listed, and law on no day of today."""
    today = {clock.name for clock in clocks(date(2026, 11, 1))}
    then = {clock.name for clock in clocks(date(1953, 8, 1))}

    assert "GCIII-70/week" in today
    assert not [name for name in today if name.startswith("KPW")]
    assert then == {clock.name for clock in CLOCKS if clock.name.startswith("KPW")}


def test_settings() -> None:
    """A house sets its own; the others stay."""
    assert periods({"appeal": "P60D"}) == {**SETTINGS, "appeal": "P60D"}


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ({"appeals": "P60D"}, "no setting appeals. There is appeal."),
        ({"capture_card": "P60D"}, "There is reconfirmation, "),
        ({"appeal": "60 days"}, "60 days is no period"),
    ],
)
def test_bad_settings(others: dict[str, str], why: str) -> None:
    """What the law gives cannot be set; the refusal says what can."""
    with pytest.raises(LawError, match=why):
        periods(others)
