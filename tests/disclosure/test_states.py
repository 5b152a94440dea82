import pytest

from safeconduct.disclosure.states import _THREE, alpha3
from safeconduct.law import wording


@pytest.mark.parametrize(
    ("two", "three"), [("KP", "PRK"), ("kr", "KOR"), (" UA ", "UKR"), ("RU", "RUS")]
)
def test_two_letters_become_three(two: str, three: str) -> None:
    """Codes are read as they are typed."""
    assert alpha3(two) == three


def test_what_is_no_state() -> None:
    """An unknown code is unknown: it is no reason to exclude anybody."""
    assert alpha3("QQ") is None
    assert alpha3("") is None


def test_the_table_is_whole() -> None:
    """Every State once, in both forms; those the law names are among them."""
    assert len(_THREE) >= 190
    assert len(set(_THREE.values())) == len(_THREE)
    assert all(len(two) == 2 and len(three) == 3 for two, three in _THREE.items())
    named = {two for two in _THREE if wording.state(two, "en") != two}
    assert {"KP", "KR", "RU", "UA"} <= named
