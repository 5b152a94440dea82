"""Numbers and what qualifies them, in four languages."""

import pytest

from safeconduct.text.quantities import quantities


@pytest.mark.parametrize(
    ("text", "span", "interval"),
    [
        ("some 12,000 men", "some 12,000", "≈[12000,12000]"),
        ("12 000 men", "12 000", "[12000,12000]"),
        ("2.4 million people", "2.4 million", "[2400000,2400000]"),
        ("two hundred and fifty-three men", None, "[253,253]"),
        ("between 10 and 12 men", "between 10 and 12", "[10,12]"),
        ("сягають від 2,5 до 3 тисяч", "від 2,5 до 3 тисяч", "[2500,3000]"),
        ("포로 40명에서 60명으로 추산된다", "40명에서 60", "[40,60]"),
        ("10-12 men", "10-12", "[10,12]"),
        ("two to three million people", "two to three million", "[2000000,3000000]"),
        ("over 3,000 men", "over 3,000", "(3000,∞)"),
        ("more than 3,000 men", "more than 3,000", "(3000,∞)"),
        ("at least five men", "at least five", "[5,∞)"),
        ("50 or more men", "50 or more", "[50,∞)"),
        ("up to 80 men", "up to 80", "(∞,80]"),
        ("no more than 80 men", "no more than 80", "(∞,80]"),
        ("under 80 men", "under 80", "(∞,80)"),
        ("several men", "several", "[2,∞)"),
        ("several hundred men", "several hundred", "[200,∞)"),
        ("another 300 men", "another 300", "+[300,300]"),
        ("at least another 300 men", "at least another 300", "+[300,∞)"),
        ("none of the men", "none", "[0,0]"),
        ("약 1만2천 명", "약 1만2천", "≈[12000,12000]"),
        ("열 명이 채 안 되는 포로", "열 명이 채 안 되", "(∞,10)"),
        ("10명이 되지 않는다", "10명이 되지 않", "(∞,10)"),
        ("3000명에 미치지 못한다", "3000명에 미치지 못", "(∞,3000)"),
        ("500명을 넘지 않는다", "500명을 넘지 않", "(∞,500]"),
        ("많아야 200명", "많아야 200", "(∞,200]"),
        ("줄잡아 300명", "줄잡아 300", "[300,∞)"),
        ("두 가지 이상 밝힌", "두 가지 이상", "[2,∞)"),
        ("от силы сорок человек", "от силы сорок", "(∞,40]"),
        ("без малого двести", None, "≈[200,200]"),
        ("300여 명이 숨졌다", "300여", "≈[300,300]"),
        ("1만2천여 명", "1만2천여", "≈[12000,12000]"),
        ("60명을 훌쩍 넘었다", "60명을 훌쩍 넘", "(60,∞)"),
        ("засудили до дев’яти років", None, "[9,9]"),
        ("приговорил его к штрафу и до семи лет", None, "[7,7]"),
        ("3천 명 이상", "3천 명 이상", "[3000,∞)"),
        ("300명 미만", "300명 미만", "(∞,300)"),
        ("1만~1만2천 명", "1만~1만2천", "[10000,12000]"),
        ("병사 두 명", "두", "[2,2]"),
        ("понад 3 тис. солдатів", "понад 3 тис.", "(3000,∞)"),
        ("від 10 до 12 тисяч", "від 10 до 12 тисяч", "[10000,12000]"),
        ("щонайменше двоє", "щонайменше двоє", "[2,∞)"),
        ("около 2,4 млн человек", "около 2,4 млн", "≈[2400000,2400000]"),
        ("ещё 300 человек", "ещё 300", "+[300,300]"),
        ("до 80 человек", "до 80", "(∞,80]"),
        ("1만1000~1만2000명", "1만1000~1만2000", "[11000,12000]"),
        ("적게는 3만 명, 많게는 4만 명", "적게는 3만 명, 많게는 4만", "[30000,40000]"),
        ("최소 200명에서 최대 400명", "최소 200명에서 최대 400", "[200,400]"),
        (
            "at least 200 and at most 400 men",
            "at least 200 and at most 400",
            "[200,400]",
        ),
        ("щонайменше про 70 полонених", "щонайменше про 70", "[70,∞)"),
        ("не менее чем о 70 пленных", "не менее чем о 70", "[70,∞)"),
        ("서너 명이 다쳤다", "서너", "[3,4]"),
        ("тысяч пять солдат", "тысяч пять", "≈[5000,5000]"),
        ("человек сорок ждали", "сорок", "≈[40,40]"),
    ],
)
def test_interval(text: str, span: str | None, interval: str) -> None:
    """Value, open ends and flags are read, and the span holds the qualifier."""
    (found,) = quantities(text)
    low = "∞" if found.low is None else str(int(found.low))
    high = "∞" if found.high is None else str(int(found.high))
    flags = "≈" * found.approx + "+" * found.additional
    left = "(" if found.low is None or found.low_open else "["
    right = ")" if found.high is None or found.high_open else "]"
    assert f"{flags}{left}{low},{high}{right}" == interval
    if span is not None:
        assert text[found.start : found.end] == span


@pytest.mark.parametrize(
    "text",
    [
        "under Article 118 of the Third Convention",
        "Resolution 2397 of the Council",
        "in room 12 of the building",
        "line 7, page 3 and No. 45",
        "on 12 January 2025 at 14:30",
        "January 12, 2025",
        "2025-01-12 and 12.01.2025",
        "in 2023 and since 2024",
        "the 47th Brigade and the 3rd company",
        "an Su-35 and a T-72",
        "the two Koreas",
        "one another, no one, one day",
        "one that stands alone",
        "call +380 44 123 45 67",
        "https://example.org/2025/300",
        "제118조와 3차 회담",
        "2025년 1월 12일",
        "стаття 118 та резолюція 2397",
        "가겠다고 한 사람, 돌아가기로 한 병사는 말했다",
        "표본오차는 95% 신뢰수준에서 ±3.1%포인트다",
        "Из каждых десяти кто-то вернулся",
        "статья 118 и 3-й полк",
    ],
)
def test_number_that_is_no_quantity(text: str) -> None:
    """Identifiers, ordinals, dates and idioms are never quantities."""
    assert list(quantities(text)) == []


def test_year_that_counts() -> None:
    """A number like a year is a quantity where people are counted by it."""
    (found,) = quantities("In 2024, 2000 soldiers arrived.")
    assert found.start == len("In 2024, ")


def test_change_is_no_range() -> None:
    """ "Rose from 20 to 50" gives two numbers."""
    assert [int(q.low or 0) for q in quantities("It rose from 20 to 50 men")] == [
        20,
        50,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "인력을 40명에서 60명으로 늘린다",
        "They will raise the number of guards from 40 to 60",
        "Штат планируют увеличить с 40 до 60 человек",
    ],
)
def test_numbers_of_a_change_that_is_planned(text: str) -> None:
    """What is to become of a number is another number, no end of a range."""
    found = [(int(one.low or 0), int(one.high or 0)) for one in quantities(text)]
    assert (40, 60) not in found
    assert (40, 40) in found
