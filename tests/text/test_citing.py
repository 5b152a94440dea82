"""Sentences that cite an outlet, and sentences that only look so."""

import pytest

from safeconduct.text.citing import cited_in
from tests.text.lines_of import lines_of


@pytest.mark.parametrize(("sentence", "outlet"), lines_of("citations.tsv"))
def test_cited_outlet(sentence: str, outlet: str) -> None:
    """The outlet is among the names found; where none is cited none is found."""
    names = [name.strip("«»'‘’") for name, _match in cited_in(sentence)]
    assert outlet in names if outlet else not names
