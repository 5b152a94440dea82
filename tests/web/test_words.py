from safeconduct.text.roles import Role
from safeconduct.web import words


def test_everything_counted_has_a_name() -> None:
    """Whatever a figure may count has a name that a person reads."""
    assert set(words.FIGURES) == {role.value for role in Role}
