import pytest

from safeconduct.law import SAFEGUARDS, check, hearing_valid
from safeconduct.law.derive import wish
from safeconduct.law.derive.case import UNNAMED, Case
from safeconduct.law.readings.kleene import Truth

SOUND: dict[str, object] = {
    **{name: "T" if wanted else "F" for name, wanted in SAFEGUARDS.items()},
    "health.capacity": "T",
    "person.is_minor": "F",
}


def towards(state: str, **facts: object) -> Case:
    written = {name.replace("__", "."): value for name, value in facts.items()}
    return Case(check(written), state)


@pytest.mark.parametrize(
    ("current", "powers", "state", "asks", "willing"),
    [
        ("return", "KP", "KP", True, True),
        ("return:KP", ["KP", "RU"], "KP", True, True),
        ("return:RU", ["KP", "RU"], "KP", False, None),
        ("return", ["KP", "RU"], "KP", None, None),
        ("return", "U", UNNAMED, None, None),
        ("return:KP", "U", UNNAMED, None, None),
        ("refuses", "U", UNNAMED, False, False),
        ("refuses", "KP", "KP", False, False),
        ("stay", "KP", "KP", False, False),
        ("refuge:KR", "KP", "KP", False, False),
        ("undecided", "KP", "KP", False, None),
        ("never_asked", "KP", "KP", False, None),
        ("U", "KP", "KP", None, None),
    ],
)
def test_asks_and_willing(
    current: str, powers: object, state: str, asks: Truth, willing: Truth
) -> None:
    """A bare return means his only Power; silence is neither will nor refusal."""
    case = towards(state, wish__current=current, status__powers=powers)

    assert asks is wish.asks(case).value
    assert willing is wish.willing(case).value


@pytest.mark.parametrize(
    ("current", "tested", "freely"),
    [
        ("return:KP", "T", True),
        ("return:KP", "F", None),
        ("return:KP", "U", None),
        ("refuses", "T", False),
    ],
)
def test_freely(current: str, tested: str, freely: Truth) -> None:
    """Never true by default, and false only for whoever does not ask."""
    case = towards("KP", wish__current=current, vol__return_valid=tested)

    assert freely is wish.freely(case).value


def test_all_safeguards_kept() -> None:
    """The hearing is valid when every safeguard was kept."""
    assert hearing_valid(SOUND) is True
    assert hearing_valid({}) is None


@pytest.mark.parametrize("safeguard", SAFEGUARDS)
def test_one_safeguard_broken(safeguard: str) -> None:
    """One broken safeguard spoils it, one unknown leaves it unknown."""
    broken = "F" if SAFEGUARDS[safeguard] else "T"

    assert hearing_valid(SOUND | {safeguard: broken}) is False
    assert hearing_valid(SOUND | {safeguard: "U"}) is None


def test_child_without_guardian() -> None:
    """A child's hearing counts only with a guardian."""
    child = SOUND | {"person.is_minor": "T"}

    assert hearing_valid(child) is None
    assert hearing_valid(child | {"person.guardian": "F"}) is False
    assert hearing_valid(child | {"person.guardian": "T"}) is True


def test_stated_validity_wins() -> None:
    """A stated value beats the derived one."""
    assert hearing_valid(SOUND | {"hearing.valid": "F"}) is False
    assert hearing_valid({"hearing.inducement": "T", "hearing.valid": "T"}) is True


def test_few_gaps_are_named() -> None:
    """Up to three gaps are named one by one, more as the hearing as a whole."""
    few = Case(check(SOUND | {"hearing.private": "U"}))

    assert wish.hearing_valid(few).facts == ("hearing.private",)
    assert wish.hearing_valid(Case({})).facts == ("hearing.valid",)


@pytest.mark.parametrize(
    ("facts", "confirmed"),
    [
        ({}, False),
        ({"wish.reconfirmed": "T"}, True),
        ({"wish.reconfirmed": "F"}, False),
        ({"wish.reconfirmed": "U"}, None),
        ({"wish.border_confirmed": "T"}, True),
        ({"wish.reconfirmed": "T", "wish.border_confirmed": "F"}, False),
        ({"wish.reconfirmed": "T", "wish.border_confirmed": "U"}, None),
        ({"wish.reconfirmed": "F", "wish.border_confirmed": "T"}, True),
    ],
)
def test_confirmed(facts: dict[str, object], confirmed: Truth) -> None:
    """Not recorded is not done; a no at the border undoes an earlier yes."""
    assert confirmed is wish.confirmed(Case(check(facts))).value


@pytest.mark.parametrize(
    ("facts", "openly"),
    [
        ({"hearing.valid": "T", "wish.current": "refuses"}, True),
        ({"hearing.valid": "T", "wish.current": "refuge:KR"}, True),
        ({"hearing.valid": "T", "wish.current": "return"}, False),
        ({"hearing.valid": "U", "wish.current": "stay"}, None),
        ({"wish.openly_free": "T"}, True),
    ],
)
def test_openly_free(facts: dict[str, object], openly: Truth) -> None:
    """His will against return, expressed at a valid hearing."""
    assert openly is wish.openly_free(Case(check(facts))).value
