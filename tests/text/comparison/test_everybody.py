"""What a text says of all, and denies of some."""

import pytest

from tests.text.comparison.alarms import alarms

TITLES = "Prisoners in the ward\n\n", "Пленные в палате\n\n", "포로 병동\n\n"


@pytest.mark.parametrize(
    ("every", "some"),
    [
        (
            "Every patient was X-rayed on the day he arrived.",
            "Two of the North Koreans had never been X-rayed.",
        ),
        ("All the men were examined in May.", "Some of them were not examined."),
        ("Все пленные прошли осмотр в мае.", "Двое осмотр так и не прошли."),
        ("Усі полонені пройшли огляд у травні.", "Троє його не пройшли."),
        ("포로들은 모두 검진을 받았다.", "두 명은 아직 검진을 받지 못했다."),
    ],
)
def test_all_and_not_all(every: str, some: str) -> None:
    """Not both are true of one ward."""
    assert any(
        {every, some} == found
        for title in TITLES
        for found in alarms(f"{title}{every} The ward is new. {some}\n")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Every patient was X-rayed. Two had never been vaccinated.",
        "Every patient was X-rayed. Two were X-rayed twice.",
        "Most men were examined in May. Some of them were not examined.",
        "Все пленные прошли осмотр. Двое не получили писем.",
        "포로들은 모두 검진을 받았다. 두 명은 편지를 받지 못했다.",
    ],
)
def test_other_deeds_or_not_all(text: str) -> None:
    """Another deed, no denial, or most of them."""
    assert alarms(f"Prisoners in the ward\n\n{text}\n") == []


def test_another_camp_is_another() -> None:
    """Of pages that do not come from one another nothing is asked."""
    one = "Prisoners in the ward\n\nEvery patient was X-rayed in May.\n"
    two = "Prisoners in the camp\n\nTwo had never been X-rayed.\n"
    assert alarms(one, two) == []
    assert len(alarms(one, two, family=True)) == 1
