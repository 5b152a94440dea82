"""Fonts that a paper in Korean needs, and not every machine has."""

import pytest
import typst

from safeconduct.receipt import slip

HANGUL = bool({*slip.FONTS} & {*typst.Fonts().families()})
needs_hangul = pytest.mark.skipif(
    not HANGUL,
    reason="no font with Hangul is installed (on Debian: fonts-noto-cjk)",
)
