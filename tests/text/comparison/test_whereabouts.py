"""Which place a passage names."""

import pytest

from safeconduct.text.comparison.whereabouts import Whereabouts, spots


@pytest.mark.parametrize(
    ("passage", "place"),
    [
        ("were captured in Russia’s Kursk region on Monday", ("RUS", "Kursk")),
        ("were seen near Sumy", ("UKR", "Sumy")),
        ("fighting in Ukraine", ("UKR", None)),
        ("взяли в полон у Курській області", ("RUS", "Kursk")),
        ("на Донеччині тривають бої", ("UKR", "Donetsk")),
        ("взяты в плен в Белгородской области", ("RUS", "Belgorod")),
        ("쿠르스크에서 생포됐다", ("RUS", "Kursk")),
        ("도네츠크 지역에서 붙잡혔다", ("UKR", "Donetsk")),
    ],
)
def test_a_place(passage: str, place: tuple[str, str | None]) -> None:
    """A region with its country, in every language."""
    assert [spot.at for spot in spots(passage)] == [Whereabouts(*place)]


@pytest.mark.parametrize(
    "passage",
    [
        "Russia's war against Ukraine",
        "in Ukraine’s hands",
        "the Ukraine war",
        "captured by Ukraine",
        "우크라이나군이 밝혔다",
    ],
)
def test_no_place(passage: str) -> None:
    """A State that acts, owns or is at war is no place."""
    assert list(spots(passage)) == []


def test_levels() -> None:
    """A country does not exclude its own region, another country does."""
    kursk, russia = Whereabouts("RUS", "Kursk"), Whereabouts("RUS")
    assert not kursk.excludes(russia)
    assert kursk.excludes(Whereabouts("RUS", "Belgorod"))
    assert russia.excludes(Whereabouts("UKR"))
    assert str(kursk) == "Kursk (Russia)"
