"""A line of credits gives its source however it is put, a sentence gives none."""

import pytest

from safeconduct.text.crediting import sources_of
from tests.text.lines_of import lines_of


@pytest.mark.parametrize(("line", "sources"), lines_of("credits.tsv"))
def test_sources_of_a_line(line: str, sources: str) -> None:
    """Names in quotation marks, inflected, as addresses; hands and places left out."""
    assert sources_of(line) == tuple(filter(None, sources.split("|")))
