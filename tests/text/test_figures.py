"""Figures of invented reports."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from safeconduct.text import Figure, FigureKind, find_figures, read
from safeconduct.text.roles import Role


def figures(text: str) -> tuple[Figure, ...]:
    return find_figures(read(text.encode()))


def roles(found: Iterable[Figure]) -> list[tuple[str, str]]:
    return [(figure.text, figure.role.value) for figure in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry said 300 soldiers were killed and 2,700 wounded.",
            [("300", "killed"), ("2,700", "wounded")],
        ),
        (
            "They killed 300 soldiers and wounded 2,700.",
            [("300", "killed"), ("2,700", "wounded")],
        ),
        (
            "About 11,000 troops were deployed, of whom 1,000 were killed or wounded.",
            [("About 11,000", "troops_sent"), ("1,000", "casualties")],
        ),
        ("The capture of two soldiers was confirmed.", [("two", "captured")]),
        (
            "At least two men, captured in spring, want to defect to South Korea.",
            [("At least two", "persons_wishing_rok")],
        ),
        ("Three men are considering defecting.", [("Three", "persons_undecided")]),
        (
            "Ukraine exchanged 150 prisoners of war in May 2025.",
            [("150", "exchanged")],
        ),
        (
            "They sent another 500 soldiers.",
            [("another 500", "troops_sent_additional")],
        ),
        (
            "He served in the army for three years.",
            [("three years", "years_of_service")],
        ),
        (
            "북한군 약 1만1천 명이 파병됐고 300여 명이 사망했다.",
            [("약 1만1천", "troops_sent"), ("300여", "killed")],
        ),
        ("북한군 병사 2명을 생포했다고 밝혔다.", [("2", "captured")]),
        (
            "Some 4,000 of them, roughly a third, have been killed.",
            [("Some 4,000", "killed"), ("roughly a third", "killed_share")],
        ),
        (
            "Of 60 men in the company, 30, or about half, were wounded.",
            [("60", "other"), ("30", "wounded"), ("about half", "wounded_share")],
        ),
        (
            "파병 규모를 약 1만1천 명으로 추산했으며 1천 명 이상이 추가 파병됐다.",
            [("약 1만1천", "troops_sent"), ("1천 명 이상", "troops_sent_additional")],
        ),
        ("The report ran to 142 pages.", []),
        ("Гаряча лінія: 0 800 123 456", []),
        ("Це шістдесят четвертий обмін.", []),
        (
            "Понад 3 тис. солдатів загинули або були поранені.",
            [("Понад 3 тис.", "casualties")],
        ),
        ("У полон узяли двох військових.", [("двох", "captured")]),
        (
            "Около 4 тысяч военнослужащих были отправлены туда.",
            [("Около 4 тысяч", "troops_sent")],
        ),
    ],
)
def test_role(text: str, expected: list[tuple[str, str]]) -> None:
    """What is counted is told by the words around the number."""
    assert roles(figures(text)) == expected


def test_share_without_a_base() -> None:
    """A base that the text does not give is unstated, never guessed."""
    (found,) = figures("Around 40 percent were killed.")
    assert found.kind is FigureKind.SHARE
    assert found.low == found.high == Decimal("0.4")
    assert found.base == "unstated"
    assert found.approx


def test_share_of_those_captured() -> None:
    """A base that the text gives is kept, and it is not taken for the deed."""
    (found,) = figures("30-40 percent of those captured were wounded.")
    assert (found.role, found.base) == (Role.WOUNDED_SHARE, "captured")


def test_more_than_half() -> None:
    """Fractions take qualifiers like any number."""
    (found,) = figures("More than half of the troops were killed.")
    assert (found.low, found.low_open, found.high) == (Decimal("0.5"), True, None)


def test_money() -> None:
    """Money keeps its currency; no rate is applied."""
    (found,) = figures("Arms sales worth over €2.5 million were made in 2022.")
    assert found.role is Role.ARMS_SALES
    assert (found.currency, found.low) == ("EUR", Decimal(2_500_000))
    assert found.low_open


def test_age() -> None:
    """An age is read and never compared."""
    (found,) = figures("The soldier, a 24-year-old driver, was treated.")
    assert found.role is Role.AGE
    assert found.low == Decimal(24)
    assert not found.compare


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("by January 2025", None, date(2025, 1, 31)),
        ("since 2024", date(2024, 1, 1), None),
        ("in 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("in late 2023", date(2023, 10, 1), date(2023, 12, 31)),
        ("on 3 May 2025", date(2025, 5, 3), date(2025, 5, 3)),
    ],
)
def test_period(text: str, start: date | None, end: date | None) -> None:
    """The period of the sentence is the figure's."""
    (found,) = figures(f"Some 300 soldiers were captured {text}.")
    assert found.period is not None
    assert (found.period.start, found.period.end) == (start, end)


def test_month_without_a_year() -> None:
    """A bare month takes the year the same text gives it, marked as inferred."""
    found = figures("By March 2025, 90 men were captured. In March 20 men were killed.")
    assert found[1].period is not None
    assert found[1].period.start == date(2025, 3, 1)
    assert (found[1].period.resolution, found[1].period.evidence) == (
        "inferred",
        "By March 2025",
    )


def test_month_that_nothing_dates() -> None:
    """A bare month of an undated text has no period."""
    (found,) = figures("In March 20 men were captured.")
    assert found.period is None


@pytest.mark.parametrize(
    ("text", "who", "certainty"),
    [
        ("20 men were captured.", ["author"], "asserted"),
        ("The ministry said that 20 men were captured.", ["ministry"], "asserted"),
        ("20 men were captured, the ministry said.", ["ministry"], "asserted"),
        ("The envoy claimed that 20 men were captured.", ["envoy"], "claimed"),
        ("Officials estimate that 20 men were killed.", ["Officials"], "estimate"),
        ("Some 20 men were reportedly captured.", ["unnamed"], "reported"),
        (
            "Seoul says that Kyiv confirmed that 20 men were captured.",
            ["Seoul", "Kyiv"],
            "asserted",
        ),
        ("According to local media, 20 men died.", ["local media"], "reported"),
        ("20 men may have been captured.", ["author"], "hedged"),
        ("당국에 따르면 20명이 사망했다.", ["당국"], "reported"),
    ],
)
def test_attribution(text: str, who: list[str], certainty: str) -> None:
    """The chain runs from the outermost speaker inwards."""
    (found,) = figures(text)
    assert [speaker.who for speaker in found.attribution] == who
    assert found.certainty == certainty


def test_number_withdrawn_by_a_correction() -> None:
    """What a correction withdraws is no figure; what it puts there is marked."""
    (found,) = figures(
        "An earlier version of this article said 500 soldiers were captured;"
        " the correct figure is 50 soldiers captured."
    )
    assert found.low == Decimal(50)
    assert found.corrected


def test_value_that_replaces_another() -> None:
    """The value that stands after a correction is compared like any other."""
    (found,) = figures(
        "The ministry corrected its earlier figure, saying 14 soldiers, not 40,"
        " had been captured."
    )
    assert (found.low, found.role) == (Decimal(14), Role.CAPTURED)
    assert found.corrected
    assert found.compare


def test_speaker_of_a_quotation_that_goes_on() -> None:
    """A quotation without a speaker of its own is that of the sentence before."""
    *_, found = figures(
        "“We were at the river,” medic Anna Torv said. “About 40 soldiers died.”"
    )
    assert found.attribution[-1].who == "Anna Torv"


def test_speaker_inside_a_quotation() -> None:
    """A Korean quotation may itself name who says so."""
    (found,) = figures(
        '위원회 간사는 "정보당국은 병력 2천 명이 송환된 것으로 추정했다"고 전했다.'
    )
    assert [speaker.who for speaker in found.attribution] == ["위원회 간사", "정보당국"]


def test_number_in_boilerplate() -> None:
    """Boilerplate holds no figures."""
    found = figures(
        "Camp visited\n\n20 men were captured.\n\nRead also: 300 men were captured"
    )
    assert roles(found) == [("20", "captured")]


def test_wrapped_lines() -> None:
    """A figure may stand on two lines of a wrapped paragraph."""
    (found,) = figures("They sent between 10,000\nand 12,000 troops to the north.")
    assert (found.low, found.high) == (Decimal(10_000), Decimal(12_000))
