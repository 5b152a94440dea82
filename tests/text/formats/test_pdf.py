"""Printed lines, joined to paragraphs again."""

import pytest

from safeconduct.text.formats.pdf import paragraphs

PRINTED = """Camp visited
The delegation visited the camp in the north of the country and
spoke with all of the prisoners there. Each of them had writ-
ten a card.
The next visit is planned for the spring, when the road is open
again.
"""


def test_paragraphs() -> None:
    """A paragraph is one line again, a title stays alone."""
    title, first, second = paragraphs(PRINTED).split("\n")
    assert title == "Camp visited"
    assert first.startswith("The delegation visited")
    assert first.endswith(
        "and spoke with all of the prisoners there. Each of them had written a card."
    )
    assert second.endswith("when the road is open again.")


@pytest.mark.parametrize("printed", ["", "\r\n", "One line"])
def test_short_pages(printed: str) -> None:
    """A page with hardly any text is left as it is."""
    assert paragraphs(printed) == printed.strip()
