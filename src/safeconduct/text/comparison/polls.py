"""Do the answers of a poll come to more than everybody?

"62 % were for it, 24 % against, 17 % did not know": each was asked once, so the shares
may fall short of the whole, where some gave no answer, and never pass it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import islice

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.statement import Document, Statement
from safeconduct.text.comparison.wording import share
from safeconduct.text.figure import FigureKind
from safeconduct.text.reason import gettext_noop, reason

STANCES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        (
            r"\b(?:against|oppos\w+|reject\w*|disapprov\w+|disagree\w*|said\s+no)\b"
            r"|(?<!\w)(?:проти|против|не\s+підтрим|не\s+поддерж|не\s+згод|не\s+соглас)\w*"
            r"|반대|안\s된다"
        ),
        (
            r"\b(?:undecided|unsure|not\s+(?:know|sure|decided)|no\s+opinion|could\s+not\s+say|no\s+answer)\b"
            r"|(?<!\w)(?:не\s+(?:визнач|определ|зна|вирішил|решил)|вагал|затруднил|важко\s+відповісти|утрима|воздерж)\w*"
            r"|모르겠|모름|무응답|유보|결정하지"
        ),
        (
            r"\b(?:for|in\s+favou?r|support\w*|approv\w+|agree\w*|back(?:ed|ing)?|said\s+yes)\b"
            r"|(?<!\w)(?:за(?=\s|$)|підтрим|поддерж|схвал|одобр|згод|соглас)\w*"
            r"|찬성|받아들여|지지|동의"
        ),
    )
)
"""Against it, undecided, for it: "not for it" is tried before "for it"."""
ONE, SLACK, LEAST = Decimal(1), Decimal("0.005"), 3
"""How far rounding may carry each share; the answers of a poll."""
CLAUSE = re.compile(r"[,;:.]\s|\s(?:and|та|і|й|и|а)\s|[고며]\s")


def poll_findings(doc: Document, page: Sequence[Statement]) -> Iterator[Finding]:
    """Add up answers that stand in a row, each of another kind."""
    shares = [one for one in page if one.figure.kind is FigureKind.SHARE]
    for at in range(len(shares) - LEAST + 1):
        row = shares[at : at + LEAST]
        told = {_stance(one, row) for one in row} - {None}
        if _in_one_passage(doc, row) and len(told) == LEAST:
            total = reduce(Interval.__add__, (one.interval.stated() for one in row))
            rough = any(one.is_rough for one in row)
            if not rough and total.low and total.low > ONE + SLACK * LEAST:
                yield _finding(row, total)


def _in_one_passage(doc: Document, row: Sequence[Statement]) -> bool:
    first, last = row[0].figure.start, row[-1].figure.end
    return "\n" not in doc.page.text[first:last]


def _stance(one: Statement, row: Sequence[Statement]) -> int | None:
    """Tell which answer a share gives by the words of its own clause."""
    text, at = one.sentence.text, one.sentence.start
    start, end = one.figure.start - at, one.figure.end - at
    ends = [cut.end() for cut in CLAUSE.finditer(text, 0, start)]
    ends += [other.figure.end - at for other in row if other.figure.end - at <= start]
    starts = [cut.start() for cut in islice(CLAUSE.finditer(text, end), 1)]
    starts += [o.figure.start - at for o in row if end <= o.figure.start - at]
    clause = text[max(0, *ends, 0) : min(*starts, len(text), len(text))]
    found = (kind for kind, words in enumerate(STANCES) if words.search(clause))
    return next(found, None)


def _finding(row: Sequence[Statement], total: Interval) -> Finding:
    whole = Interval.at(ONE)
    why = reason(
        gettext_noop("{terms} is {total}, not {whole}."),
        terms=" + ".join(str(share(one.interval)) for one in row),
        total=share(total),
        whole=share(whole),
    )
    return Finding(
        Aspect.ARITHMETIC,
        row[0].figure.role.value,
        Relation.ARITHMETIC,
        tuple(one.item for one in row),
        (why,),
        (("sum", total), ("whole", whole)),
    )
