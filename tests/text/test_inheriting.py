"""Figures whose deed another figure names."""

import pytest

from safeconduct.text import find_figures, read


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "They freed 300 people, of whom 20 civilians.",
            ["returned", "returned"],
        ),
        (
            "About 6,000 men were killed or wounded. That is 40 per cent of the force.",
            ["casualties", "casualty_share"],
        ),
        (
            "They lost 900 men in March, against 330 in April.",
            ["casualties", "casualties"],
        ),
        (
            "За місяць загинули 400 солдатів; за добу — 20.",
            ["killed", "killed"],
        ),
        (
            "Освободили 200 военных и 40 гражданских, сообщил штаб обмена.",
            ["returned", "returned"],
        ),
        (
            (
                "Втрати перевищили 3 тисячі осіб, тобто становили приблизно чверть "
                "контингенту."
            ),
            ["casualties", "casualty_share"],
        ),
        (
            "사상자는 3천 명을 넘어 전체 병력의 약 4분의 1에 이른다.",
            ["casualties", "casualty_share"],
        ),
        (
            "Losses rose from 3,000 in January to 4,700 in April.",
            ["casualties", "casualties"],
        ),
        (
            "The ministry sent 300 soldiers. The hospital has 400 beds.",
            ["troops_sent", "other"],
        ),
    ],
)
def test_role_of_the_figure_before(text: str, roles: list[str]) -> None:
    """What goes on counting takes the role over; a new count does not."""
    assert [figure.role.value for figure in find_figures(read(text.encode()))] == roles
