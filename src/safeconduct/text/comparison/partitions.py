"""Do the parts that a text tells one after another come out at their whole?

"Eighty came home. Of these 73 have died, and nine are alive": where the words say that
nobody is left out, the numbers must add up, whatever they count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import islice

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.lists import is_listed
from safeconduct.text.comparison.numbers import counts_in
from safeconduct.text.comparison.rounding import rounds_to
from safeconduct.text.comparison.statement import MOST, Document, Statement
from safeconduct.text.comparison.wording import count
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.reason import gettext_noop, reason
from safeconduct.text.roles import Role

_DET = r"(?:(?:the|these|those|all|цих|усіх|тих|этих|всех|тех)\s+){0,2}"
_FREED = (
    r"(?:freed|released|returned|exchanged|звільнених|повернених|повернутих|обміняних"
    r"|освобожд[её]нных|возвращ[её]нных|вернувшихся|обменянных)"
)
"""Those who were just counted, by what became of them."""
OF_THEM = re.compile(
    r"(?<!\w)(?:of\s+(?:them|these|those|whom|which)|among\s+(?:them|these|those|whom)"
    r"|(?:з|із|серед)\s+(?:них|яких|цих)|(?:из|среди)\s+(?:них|которых|этих)"
    rf"|among\s+(?:those|the)\s+{_FREED}|серед\s+{_FREED}|среди\s+{_FREED})(?!\w)"
    r"|(?:이들?|그들?|(?:석방|송환|귀환|교환)된\s(?:이들|사람들?|포로들?|군인들?))\s?(?:가운데|중)(?=[\s,에])",
    re.IGNORECASE,
)
AMONG_FREED = re.compile(
    rf"(?<!\w)(?:among\s+(?:those|the)|серед|среди)\s+{_FREED}(?!\w)"
    r"|(?:석방|송환|귀환|교환)된\s(?:이들|사람들?|포로들?|군인들?)\s?(?:가운데|중)(?=[\s,에])",
    re.IGNORECASE,
)
"""Who were freed: the last number told need not be theirs."""
OF_THEM_NEXT = re.compile(rf"\s+{OF_THEM.pattern}", re.IGNORECASE)
OPENS = re.compile(
    rf"\W*(?:out\s+of|of|among|з|із|зі|серед|из|среди)\s+{_DET}$", re.IGNORECASE
)
KOREAN_OF = re.compile(r"\s?(?:명|사람)(?:의\s\S+)?\s?(?:중|가운데)(?=[\s,])")
REST = re.compile(
    r"(?:the\s+(?:rest|remaining|others?)|решт\w+|інші|остальн\w+|나머지)[\s,:—–-]*"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
REST_OPENS = re.compile(
    r"\W*(?:and\s+|та\s+|а\s+|и\s+)?(?:the\s+(?:rest|remaining|others?)|решт\w+|інші"
    r"|остальн\w+|나머지)(?!\w)",
    re.IGNORECASE,
)
# Pairs of which everybody is one or the other.
EITHER = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))
    for one, other in (
        (
            (
                r"\b(?:died|dead|passed\s+away|deceased)\b|помер\w*|померл\w+|умер\w*|скончал\w+"
                r"|세상을\s?(?:떠|뜬)|숨[졌진지]|사망|별세|작고"
            ),
            (
                r"\b(?:alive|surviv\w+|still\s+living|living)\b|живі\b|живими|живы\b|живых|вижил\w+"
                r"|выжи\w+|в\s+живых|생존|살아\s?(?:있|남)"
            ),
        ),
        (
            r"\bmen\b|чоловік\w*|мужчин\w*|남성|남자",
            r"\bwomen\b|жін(?:ка|ок|ки|кам)\b|женщин\w*|여성|여자",
        ),
        (
            r"\b(?:soldiers|servicemen|military|troops)\b|військов\w+|солдат\w*|военн\w+|군인",
            r"\bcivilians?\b|цивільн\w+|гражданск\w+|민간인",
        ),
        (
            r"\bofficers\b|офіцер\w*|офицер\w*|장교",
            r"\b(?:privates|enlisted|rank\s+and\s+file)\b|рядов\w+|солдат\w*|병사|사병",
        ),
        (
            (
                r"\bidentified\b|(?:^|\s)(?:опізнан|упізнан|опознан|ідентифікован|идентифицирован)\w*"
                r"|신원이\s?(?:확인|밝혀)"
            ),
            (
                r"\bunidentified\b|not\s+(?:yet\s+)?(?:been\s+)?identified|не(?:опізнан|впізнан"
                r"|опознан)\w*|не\s+(?:опізнан|упізнан|опознан)\w*|(?:확인|밝혀)(?:하지|되지)\s?(?:못|않)"
            ),
        ),
        (
            r"\b(?:agreed|consented|signed)\b|погодил\w+|согласил\w+|동의(?:했|한)",
            r"\b(?:refused|declined)\b|відмовил\w+|отказал\w+|거부|거절",
        ),
    )
)
TOTAL = re.compile(
    r"\b(?:in\s+all|in\s+total|altogether|a\s+total\s+of|making|for\s+a\s+total\s+of)\b"
    r"|(?<!\w)(?:загалом|разом|усього|всього|итого|всего|вместе)(?!\w)|모두|총|합계|합쳐",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\bsince\b|(?:від|з|с|от)\s+(?:початку|начала)|из\s+них|з\s+них|이후|이래",
    re.IGNORECASE,
)
JOINED = re.compile(r"[,;]\s|\s(?:and|та|і|й|и|а)\s|[과와며고]\s|,\s")
NEAR = Decimal("0.1")
"""How far parts that are told as all of a whole may miss it and still be meant so."""
MANY, LARGE = 3, 20
"""Parts, and men, from which parts that nearly come out are meant to come out."""
REACH = 30
BACK = 2
"""Sentences before "of them" within which their number is looked for."""


def partition_findings(doc: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Find the wholes of a page whose parts do not add up."""
    seen: set[tuple[int, ...]] = set()
    cued = (at for at, one in enumerate(doc.sentences) if _may_part(one.text))
    for at in islice(cued, MOST):
        here = counts_in(doc, doc.sentences[at], figures)
        for whole, parts in _told(doc, at, here, figures):
            spans = (whole.figure.start, *(part.figure.start for part in parts))
            if spans in seen or _are_others_held(whole, parts, figures):
                continue
            if _misses(whole, parts):
                seen.add(spans)
                yield _finding(whole, parts)


def _are_others_held(
    whole: Statement, parts: Sequence[Statement], figures: Sequence[Figure]
) -> bool:
    """Tell whether the page counts as captured just those whom the parts leave out.

    "Of 31 men 14 were killed, nine hurt, six fell back", and two were captured.
    """
    stated, total = whole.interval.stated(), _sum(parts).high if parts else None
    if stated.high is None or total is None or total >= stated.high:
        return False
    left = Interval.at(stated.high - total)
    return any(
        one.role is Role.CAPTURED
        and one.kind is FigureKind.QUANTITY
        and Interval.of(one).stated() == left
        for one in figures
    )


def _may_part(text: str) -> bool:
    """Tell whether a sentence has words that take a number apart, or add it up."""
    cues = (
        *(OF_THEM.search, TOTAL.search, KOREAN_OF.search, OPENING_OF.match),
        *(TAKES_APART.match, KOREAN_APART.search, OTHERS.search),
    )
    return any(cue(text) is not None for cue in cues) or _may_be_either(text)


def _may_be_either(text: str) -> bool:
    """Tell whether a sentence names both of two groups of which everybody is one."""
    return any(one.search(text) and other.search(text) for one, other in EITHER)


# "96 arrived: 82 women and 21 men", "96명으로, 여성이 82명, 남성이 21명".
LEADS_TO_PARTS = re.compile(
    r"[^.;]{0,60}?(?:\s?[:(]|\s[—–]|,\s+(?:including|with))\s*(?:\w+\s+)?"
    r"|\s?(?:여\s?)?(?:명|사람)(?:으로|이며|인데|이고|이었고|이었는데|이었으며)[,\s][^.;]{0,20}?",
    re.IGNORECASE,
)


# "They were 204 Russians, 71 citizens of other countries and 27 North Koreans."
TAKES_APART = re.compile(
    r"\W*(?:(?:they|these|those|the\s+(?:group|men|total|prisoners|inmates))\s+"
    r"(?:are|were|included?s?|comprised?s?|consist(?:ed|s)?\s+of)"
    r"|(?:это|це|там|тут|они|вони)(?:\s+(?:были|були|есть|є))?(?:\s*[:—–-])?)\s+(?=\S*\d)"
    r"|\W*(?:국적별로는|국적은|이들은|구성은|출신지는|출신국별로는|내역은)\s",
    re.IGNORECASE,
)
# "모두 312명으로 러시아인 204명, 제3국인 71명, 북한군 27명이다."
KOREAN_APART = re.compile(
    r"\s?(?:여\s?)?(?:명|사람)?(?:으로|이며|인데|이고|이었고|이었는데|이었으며)[,\s]"
)


def _either(whole: Statement, behind: Sequence[Statement]) -> list[Statement]:
    """Read the two parts right behind a whole, of which everybody is one or other."""
    parts = list(behind[:LEAST])
    if len(parts) < LEAST or not _are_either(parts):
        return []
    start = whole.sentence.start
    first = parts[0].figure.start - start
    if not LEADS_TO_PARTS.fullmatch(
        whole.sentence.text, whole.figure.end - start, _clause_at(parts[0])
    ) and not LEADS_TO_PARTS.fullmatch(
        whole.sentence.text, whole.figure.end - start, first
    ):
        return []
    return parts


def _are_either(parts: Sequence[Statement]) -> bool:
    return any(
        (_names(parts[0], one) and _names(parts[1], other))
        or (_names(parts[0], other) and _names(parts[1], one))
        for one, other in EITHER
    )


OPENING_OF = re.compile(
    rf"\W*(?:out\s+of|of|among|з|із|зі|серед|из|среди)\s+{_DET}\w", re.IGNORECASE
)


def _told(
    doc: Document, at: int, here: list[Statement], figures: Sequence[Figure]
) -> Iterator[tuple[Statement, list[Statement]]]:
    sentence = doc.sentences[at]
    text, start = sentence.text, sentence.start
    more = _after(doc, at, figures)
    for number, whole in enumerate(here):
        end = whole.figure.end - start
        opens = OPENS.fullmatch(text, 0, whole.figure.start - start)
        if OF_THEM_NEXT.match(text, end):
            continue  # "four of them": itself a part
        if opens or KOREAN_OF.match(text, end) or OF_THEM.search(text, end):
            cue = OF_THEM.search(text, end)
            first = end if opens or cue is None else cue.start()
            parts = [
                one for one in here[number + 1 :] if one.figure.start - start >= first
            ]
            yield whole, _parts(whole, parts, more)
        elif either := _either(whole, here[number + 1 :]):
            yield whole, either
        elif len(here) - number > MANY and KOREAN_APART.match(text, end):
            yield whole, _parts(whole, here[number + 1 :], more)
        if TOTAL.search(
            text,
            max(0, whole.figure.start - start - REACH),
            min(len(text), end + REACH),
        ):
            before = here[:number]
            if not SINCE.search(text):
                yield whole, before
    yield from _told_before(doc, at, here, figures, more)


def _told_before(
    doc: Document,
    at: int,
    here: list[Statement],
    figures: Sequence[Figure],
    more: list[Statement],
) -> Iterator[tuple[Statement, list[Statement]]]:
    """Read the parts of a number that a sentence before told."""
    text, start = doc.sentences[at].text, doc.sentences[at].start
    cue = OF_THEM.search(text)
    before = _before(doc, at, figures)
    if cue and before and not _is_whole_here(here, cue.start() + start, text, start):
        whole = _freed(doc, at, figures) or before[-1]
        first = cue.start() - NEXT_TO
        parts = [one for one in here if one.figure.end - start >= first]
        yield whole, _parts(whole, parts or here, more)
    elif before and TAKES_APART.match(text) and len(here) >= MANY:
        yield before[-1], _parts(before[-1], here, more)
    elif told := _goes_on(doc, at, here, figures):
        yield told, here


OTHERS = re.compile(
    r"\bother\b|(?<!\w)(?:інш(?:их|і|ими)|прочи[ех]|других|другие)(?!\w)|기타|그\s?밖",
    re.IGNORECASE,
)


def _goes_on(
    doc: Document, at: int, here: Sequence[Statement], figures: Sequence[Figure]
) -> Statement | None:
    """Find the number that the next sentence takes apart without saying so.

    "2,340 came home, he said. 2,105 soldiers and 265 civilians returned": two groups
    of which everybody is one; or a list that ends in others, and nearly comes out.
    """
    pair = len(here) == LEAST and _are_either(here)
    listed = len(here) >= MANY and OTHERS.search(_clause(here[-1]))
    if not at or not (pair or listed):
        return None
    told = counts_in(doc, doc.sentences[at - 1], figures)
    whole = told[-1] if told else None
    if whole is None:
        return None
    if pair and (
        whole.figure.role not in FATES or whole.figure.role is not here[0].figure.role
    ):
        return None
    total, stated = _sum(here).high, whole.interval.stated().high
    if total is None or stated is None or stated < LARGE:
        return None
    return whole if abs(total - stated) <= stated * NEAR else None


FATES = frozenset({Role.RETURNED, Role.EXCHANGED, Role.CAPTURED, Role.KILLED})


def _freed(doc: Document, at: int, figures: Sequence[Figure]) -> Statement | None:
    """Find of how many freed a text tells that takes "the freed" apart."""
    if AMONG_FREED.search(doc.sentences[at].text) is None:
        return None
    told = [
        one
        for sentence in doc.sentences[max(0, at - FREED_BACK) : at]
        for one in counts_in(doc, sentence, figures)
        if one.figure.role in FREED and not one.figure.additional
    ]
    # The title says the same in fewer words.
    return max(
        told, key=lambda one: (one.value or Decimal(0), one.figure.start), default=None
    )


FREED = frozenset({Role.RETURNED, Role.EXCHANGED})
FREED_BACK = 4
"""Sentences before "among the freed" within which their number is looked for."""
NEXT_TO = 2
"""Characters between a number and the "of them" that makes it a part."""


def _is_whole_here(here: Sequence[Statement], cue: int, text: str, start: int) -> bool:
    """Tell whether the sentence itself counts those of whom it tells the parts."""
    return any(
        one.figure.end <= cue and not OF_THEM_NEXT.match(text, one.figure.end - start)
        for one in here
    )


def _before(doc: Document, at: int, figures: Sequence[Figure]) -> list[Statement]:
    """List the counts of the sentence before; "of them" may open a paragraph.

    It may also stand behind one that counts nothing: "This was told on Tuesday."
    """
    of_them = OF_THEM.search(doc.sentences[at].text) is not None
    if not at or not (_is_next(doc, at) or of_them):
        return []
    for before in reversed(doc.sentences[max(0, at - (BACK if of_them else 1)) : at]):
        if found := counts_in(doc, before, figures):
            return found
    return []


def _after(doc: Document, at: int, figures: Sequence[Figure]) -> list[Statement]:
    """List what the next sentence tells of the rest."""
    if at + 1 >= len(doc.sentences) or not _is_next(doc, at + 1):
        return []
    sentence = doc.sentences[at + 1]
    if not REST_OPENS.match(sentence.text):
        return []
    return counts_in(doc, sentence, figures)[:1]


def _is_next(doc: Document, at: int) -> bool:
    """Tell whether a sentence stands in the paragraph of the one before."""
    gap = doc.page.text[doc.sentences[at - 1].end : doc.sentences[at].start]
    return "\n" not in gap


def _parts(
    whole: Statement, parts: list[Statement], more: list[Statement]
) -> list[Statement]:
    """Leave out what says the whole again, and what is part of a part."""
    kept = [one for one in parts if one.interval != whole.interval]
    return [*kept, *more]


def _misses(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Tell whether parts that must be all of a whole are more or fewer."""
    stated = whole.interval.stated().high
    if stated is None or len(parts) < LEAST or whole.figure.additional:
        return False
    if any((part.value or 0) > stated for part in parts):
        return False
    if is_listed(whole.document, whole.figure):
        return False  # lists.py adds it up
    total = _sum(parts)
    allowed = reduce(Interval.__add__, (part.allowed_stated for part in parts))
    limit = whole.allowed_stated
    if total.meets(whole.interval.stated()) or allowed.meets(limit):
        return False
    if rounds_to(total, whole.interval.stated()) or _is_open(whole, parts):
        return False
    return _is_all(whole, parts, total)


LEAST = 2


def _sum(parts: Sequence[Statement]) -> Interval:
    return reduce(Interval.__add__, (part.interval.stated() for part in parts))


def _is_open(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Tell whether an end that is not said leaves room for the difference."""
    total = reduce(Interval.__add__, (part.interval for part in parts))
    return total.meets(whole.interval) and any(
        side.interval.is_open for side in (whole, *parts)
    )


def _is_all(whole: Statement, parts: Sequence[Statement], total: Interval) -> bool:
    """Tell whether words or numbers say that no part is left out and none is double."""
    text = _passage(whole, parts)
    if any(_is_rest(part) for part in parts):
        return True
    if len(parts) == LEAST and _are_either(parts):
        return True
    added = whole.figure.start > parts[-1].figure.start  # "in all" after its parts
    enough = LEAST if added else MANY
    value, stated = total.high or Decimal(0), whole.interval.stated().high or Decimal(0)
    near = abs(value - stated) <= stated * NEAR
    rough = any(side.figure.approx for side in (whole, *parts))
    joined = len(JOINED.findall(text)) >= len(parts) - 1
    return near and not rough and len(parts) >= enough and stated >= LARGE and joined


def _passage(whole: Statement, parts: Sequence[Statement]) -> str:
    sides = (whole, *parts)
    first = min(side.sentence.start for side in sides)
    last = max(side.sentence.end for side in sides)
    return whole.document.page.text[first:last]


def _is_rest(part: Statement) -> bool:
    lead = part.sentence.text[: part.figure.start - part.sentence.start]
    return REST.search(lead) is not None


def _names(part: Statement, words: re.Pattern[str]) -> bool:
    """Tell whether a part's own clause has a word: up to the next comma or number."""
    return words.search(_clause(part)) is not None


BREAK = re.compile(r"[,;:—–]|\s(?:and|та|і|й|и|а)\s|[가-힣][고며]\s")


def _clause_at(part: Statement) -> int:
    """Find where a part's own clause begins in its sentence."""
    text, start = part.sentence.text, part.figure.start - part.sentence.start
    opened = [match.end() for match in BREAK.finditer(text, 0, start)]
    return opened[-1] if opened else 0


def _clause(part: Statement) -> str:
    text = part.sentence.text
    start = part.figure.start - part.sentence.start
    end = part.figure.end - part.sentence.start
    opened = [match.end() for match in BREAK.finditer(text, 0, start)]
    closed = BREAK.search(text, end)
    return text[opened[-1] if opened else 0 : closed.end() if closed else len(text)]


def _finding(whole: Statement, parts: Sequence[Statement]) -> Finding:
    total, stated = _sum(parts), whole.interval.stated()
    why = reason(
        gettext_noop("{terms} is {total}, not {whole}."),
        terms=" + ".join(str(count(part.interval.stated())) for part in parts),
        total=count(total),
        whole=count(stated),
    )
    return Finding(
        Aspect.ARITHMETIC,
        whole.figure.role.value,
        Relation.ARITHMETIC,
        tuple(side.item for side in (whole, *parts)),
        (why,),
        (("sum", total), ("whole", stated)),
    )
