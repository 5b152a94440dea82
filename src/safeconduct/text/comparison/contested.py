"""Where does a text itself set one number against another?

"Moscow speaks of 3,800 bodies; Kyiv gives another figure, 3,450": what is counted need
not be understood, as the text says that both numbers are of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from safeconduct.text.comparison.finding import Finding
from safeconduct.text.comparison.numbers import counts_in
from safeconduct.text.comparison.rivals import set_against
from safeconduct.text.comparison.statement import MOST, Document, Statement
from safeconduct.text.figure import Figure

CUE = re.compile(
    r"(?<!\w)(?:an?(?:other)?\s+(?:very\s+|quite\s+|much\s+)?(?:different|lower|higher|smaller|larger)"
    r"|another|(?:very\s+)?different|lower|higher|smaller|larger)\s+(?:figure|number|count|tally|toll|total|estimate)s?(?!\w)"
    r"|(?<!\w)(?:інш(?:у|а|е|і|ою|ими|ому)|менш(?:у|е|а|і)|більш(?:у|е|а|і)|нижч(?:у|е|а)|вищ(?:у|е|а))\s+(?:\w+\s+)?(?:цифр\w*|числ\w*|дан\w+|оцінк\w*|кількіст\w*)"
    r"|(?<!\w)(?:друг(?:ую|ая|ое|ие|ими)|ин(?:ую|ая|ое|ые)|меньш(?:ую|ее|ая|ие)|б[оó]льш(?:ую|ее|ая|ие)|более\s+(?:низк|высок)\w+)\s+(?:\w+\s+)?(?:цифр\w*|числ\w*|данн\w+|оценк\w*|количеств\w*)"
    r"|(?:다른|더\s?(?:적은|많은|낮은|높은)|엇갈린)\s(?:수치|숫자|집계|추산|추정치|통계)",
    re.IGNORECASE,
)
FAR = 3
"""How many times the other a rival number may be."""
REACH = 120
"""Characters behind the words in which the rival number stands."""
BACK = 2
"""Sentences before, in which the number stands that is contested."""


def contested_findings(doc: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Find the numbers that a text gives as rivals and that cannot both be right."""
    cued = ((at, CUE.search(one.text)) for at, one in enumerate(doc.sentences))
    for at, cue in islice(((at, cue) for at, cue in cued if cue), MOST):
        sentence = doc.sentences[at]
        place = sentence.start + cue.start()
        here = counts_in(doc, sentence, figures)
        rivals = [one for one in here if place <= one.figure.start <= place + REACH]
        told = [one for one in here if one.figure.end <= place]
        for back in range(1, BACK + 1):
            if not told and at >= back:
                told = counts_in(doc, doc.sentences[at - back], figures)
        if rivals and (other := _contested(rivals[0], told)) is not None:
            yield set_against(other, rivals[0])


def _contested(rival: Statement, told: Sequence[Statement]) -> Statement | None:
    """Find the last number before that may be of the same thing and is not met."""
    value = rival.value or Decimal(0)
    alike = [
        one
        for one in told
        if value <= FAR * (one.value or 0) and (one.value or 0) <= FAR * value
    ]
    return None if not alike or alike[-1].agrees(rival) else alike[-1]
