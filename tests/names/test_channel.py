"""What the channel of one script knows of syllables."""

import pytest

from safeconduct.names import model as models
from safeconduct.names.channel import Channel


@pytest.mark.parametrize("script", ["latin", "cyrillic"])
def test_nothing_depends_on_what_was_asked_first(script: str) -> None:
    """A vowel is weighed by whether its syllable is closed: 배 or 백."""
    model = models.load()
    of_open, of_closed = (
        Channel(script, model.prior, model.weights[script]) for _ in range(2)
    )
    of_open.spellings("배")
    of_closed.spellings("백")
    assert of_open.entries == of_closed.entries
