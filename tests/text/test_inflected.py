"""Names of newspapers in the genitive, and names that are not declined."""

import pytest

from safeconduct.text.inflected import title_of


@pytest.mark.parametrize(
    ("written", "called", "ukrainian"),
    [
        ("Північного маяка", "Північний маяк", True),
        ("Нової варти", "Нова варта", True),
        ("Денного прикладу", "Денний приклад", True),
        ("Северного маяка", "Северный маяк", False),
        ("Голоса Азии", "Голос Азии", False),
        ("Вістей Полісся", "Вісті Полісся", True),
        ("Канга сінмун", "Канга сінмун", True),
        ("Тиндэ ильбо", "Тиндэ ильбо", False),
        ("Ridge Ledger", "Ridge Ledger", True),
    ],
)
def test_name_of_a_newspaper(written: str, called: str, *, ukrainian: bool) -> None:
    """An adjective and its noun are turned back; a foreign name stays."""
    assert title_of(written, ukrainian=ukrainian) == called
