"""The two annotated reports, measured in full."""

import pytest

from safeconduct.text import Figure, Line, find_figures
from tests.text.gold import DOCUMENTS, gold, items, needs_gold, page

pytestmark = [needs_gold, pytest.mark.parametrize("document", DOCUMENTS)]
FIELDS = (
    "kind",
    "role",
    "low_open",
    "high_open",
    "approx",
    "unit",
    "currency",
    "base",
    "certainty",
    "compare",
)


def over(document: str, start: int, end: int) -> list[Figure]:
    figures = find_figures(page(document))
    return [figure for figure in figures if figure.start < end and start < figure.end]


def test_boilerplate_of_a_report(document: str) -> None:
    """Every boilerplate line is found with its kind, and no other line is lost."""
    found = [
        (line.number, line.start, line.end, line.kind.value)
        for line in page(document).boilerplate
    ]
    wanted = [
        (line["line"], line["start"], line["end"], line["kind"])
        for line in items("boilerplate", document)
    ]
    assert found == wanted


def test_credits_of_a_report(document: str) -> None:
    """What the boilerplate says of the origin is read before it is stripped."""
    read, truth = page(document), gold()["documents"][document]
    assert read.sha256 == truth["sha256"]
    assert read.title == truth["title"]
    assert read.publisher == truth["site"]
    assert read.author == truth["author"]
    assert read.published is None
    declared = truth["declared_source"]
    assert read.declared_sources == ((declared,) if declared else ())
    assert read.language == "en"


def test_figures_of_a_report(document: str) -> None:
    """Every figure is found at its place with value, qualifier, role and base."""
    for truth in items("figures", document):
        found = over(document, truth["start"], truth["end"])
        if not truth["extract"]:
            assert found == [], truth["id"]
            continue
        (figure,) = found
        assert (figure.start, figure.end) == (truth["start"], truth["end"])
        for end in ("low", "high"):
            value = getattr(figure, end)
            assert (None if value is None else float(value)) == truth[end], truth["id"]
        for field in FIELDS:
            assert getattr(figure, field) == truth.get(field), (truth["id"], field)
        assert figure.additional == truth.get("additional", False)


def test_periods_of_a_report(document: str) -> None:
    """Periods that the text gives are read, and none is made up."""
    for truth in items("figures", document):
        if not truth["extract"]:
            continue
        (figure,) = over(document, truth["start"], truth["end"])
        found = figure.period and [
            day and day.isoformat() for day in (figure.period.start, figure.period.end)
        ]
        assert found == truth["period"], truth["id"]


def test_speakers_of_a_report(document: str) -> None:
    """The chain of speakers is that of the annotation, titles of people aside."""
    for truth in items("figures", document):
        if not truth["extract"]:
            continue
        (figure,) = over(document, truth["start"], truth["end"])
        found = [(speaker.who, speaker.how) for speaker in figure.attribution]
        wanted = [
            (speaker["who"].removeprefix("prisoner "), speaker["how"])
            for speaker in truth["attribution"]
        ]
        assert found == wanted, truth["id"]


def test_nothing_in_boilerplate_is_a_figure(document: str) -> None:
    """Boilerplate yields no figures."""
    read = page(document)
    figures = find_figures(read)
    for line in read.boilerplate:
        assert not [each for each in figures if line.start <= each.start < line.end]


def test_offsets_of_a_report(document: str) -> None:
    """Every span points at its own text."""
    read = page(document)
    spans: list[Line | Figure] = [*read.lines, *find_figures(read)]
    for span in spans:
        assert read.text[span.start : span.end] == span.text
