"""What is kept of a report beside its original."""

import pytest

from safeconduct.reports.reading import Reading, first_parts, of_page
from safeconduct.text import Part, Refusal, read
from tests.text.gold import DOCUMENTS, items, needs_gold, page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The machine gunner of the 12th Brigade was wounded in the leg.",
            {
                "role": "machine gunner",
                "unit": "12th Brigade",
                "injury": "wounded in the leg",
            },
        ),
        ("In his late twenties, he was calm.", {"age": "In his late twenties"}),
        ("He wants to go to South Korea.", {"wish": "He wants to go to South Korea"}),
        ("26세 저격수는 말이 없었다.", {"age": "26세", "role": "저격수"}),
        ("It rained on 40 tents.", {}),
    ],
)
def test_details(text: str, expected: dict[str, str]) -> None:
    """What tells something of a person stands with its kind and words."""
    found = of_page(read(text.encode())).details
    assert {span.kind: span.text for span in found} == expected


def test_there_and_back() -> None:
    """The file's name is not kept; everything else is."""
    made = of_page(read(b"Of 120 prisoners, some 40 were returned.", name="a.txt"))
    assert made.page.name == ""
    assert made.figures
    assert Reading.from_json(made.as_json()) == made


def test_what_is_packed_is_counted() -> None:
    """Documents that are each allowed may be too much together."""
    entries = "".join(
        f"<item><title>{n}</title><description>{'word ' * 300}</description></item>"
        for n in range(20)
    )
    feed = f'<rss version="2.0"><channel>{entries}</channel></rss>'.encode()
    assert isinstance(first_parts(feed, "f", 5, len(feed))[0][0], Part)
    found, more = first_parts(feed, "f", 50, len(feed))
    assert (len(found), more) == (20, False)
    found, more = first_parts(feed, "f", 5, len(feed))
    assert (len(found), more) == (5, True)
    # One larger than a document may be is refused; the cut says that there is more.
    assert isinstance(first_parts(feed, "f", 5, 1000)[0][0], Refusal)


@needs_gold
@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize(
    "kind", ["DEPLOYMENT", "SERVICE", "AGE", "MILITARY_ROLE", "WISH"]
)
def test_telling_details_of_a_report(document: str, kind: str) -> None:
    """Details of the kinds that words alone tell are found, none in boilerplate."""
    report = page(document)
    found = of_page(report).details
    for truth in items("exposures", document):
        if truth["type"] == kind:
            assert any(
                one.start < truth["end"] and truth["start"] < one.end for one in found
            ), truth["id"]
    for line in report.boilerplate:
        assert not [one for one in found if line.start <= one.start < line.end]
