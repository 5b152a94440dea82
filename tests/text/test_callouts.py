"""What a site says of itself is told from the headings of an article."""

import pytest

from safeconduct.text.callouts import callout_of
from safeconduct.text.cues import cue_of
from tests.text.lines_of import lines_of


@pytest.mark.parametrize("line", [row[0] for row in lines_of("furniture.txt")])
def test_line_of_a_site(line: str) -> None:
    """Each is boilerplate wherever it stands."""
    assert cue_of(line) is not None


@pytest.mark.parametrize("line", [row[0] for row in lines_of("headings.txt")])
def test_heading_of_an_article(line: str) -> None:
    """A heading may have one of the words."""
    assert callout_of(line) is None
    assert cue_of(line) is None
