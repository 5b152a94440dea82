"""Which counts does a text give where somebody else says that there were none?

"Not one of them was sent back to the front, the governor says. The project counts at
least sixty": one side denies what the other counts, so both sides are held against
each other by the deed that both name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from safeconduct.text.comparison.finding import Finding
from safeconduct.text.comparison.numbers import counts_in, within
from safeconduct.text.comparison.people import nation_of
from safeconduct.text.comparison.quantities import is_of_others
from safeconduct.text.comparison.rivals import set_against
from safeconduct.text.comparison.sources import speaker_of
from safeconduct.text.comparison.statement import MOST, Document, Statement
from safeconduct.text.comparison.topics import overlap
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.periods import Time, times
from safeconduct.text.roles import Role
from safeconduct.text.sentences import Sentence

NOBODY = re.compile(
    r"\b(?:none|nobody|no\s+one|not\s+(?:a\s+single\s+\w+|one)|no\s+(?:prisoners?|captives?|men|man|soldiers?|people|detainees?|cases|deaths))\b"
    r"|(?<!\w)(?:никто|никого|ни\s+од(?:ин|ного|ному)|ніхто|нікого|жод(?:ен|ного|ному))(?!\w)"
    r"|(?:단\s?)?한\s?(?:명|사람|건)도|아무도|전혀\s없",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"\b(?:sa(?:id|ys?)|claim\w*|insist\w*|den(?:y|ies|ied)|told|stat(?:ed|es)|assur\w+|maintain\w*|according|count(?:s|ed)|record(?:s|ed)|know(?:s)?\s+of|report(?:s|ed)|document(?:s|ed)|estimate[sd]?|puts?)\b"
    r"|(?<!\w)(?:заяв|сказа|говор|стверджу|утвержда|запевн|завер|наполяга|настаива|запереч|отрица|каже|кажуть|повідом|сообщ|за\s+(?:даними|словами|підрахунк|оцінк|інформаці)|по\s+(?:данным|словам|подсч[её]т|оценк|сведени|информаци)|нараху|насчит|порахув|подсчит|зафіксув|зафиксир|задокумент|налічу)\w*"
    r"|밝혔|밝힌|말했|주장|부인|따르면|집계|전했|강조|확인했|추산|보고했",
    re.IGNORECASE,
)
DEEDS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\b(?:front(?:\s?lines?)?|battle(?:field)?|combat)\b|(?<!\w)(?:фронт|передов|в\s+б[оі][йю]|на\s+штурм)\w*|전선|전투|최전방|전장",
        r"\b(?:died|dead|deaths?|killed|execut\w+|shot)\b|(?<!\w)(?:загин|помер|страт|розстр|погиб|умер|умир|скончал|казн|расстр|убит|вбит)\w*|숨[졌진지]|사망|처형|총살",
        r"\b(?:beat(?:en|ings?)?|tortur\w+|ill-treat\w+|mistreat\w+|abus\w+)\b|(?<!\w)(?:побит|побил|бил[иі]|катув|знуща|избит|избив|пыт(?:к|а)|издева|жорсток|жесток)\w*|고문|구타|학대|가혹",
        r"\b(?:repatriat\w+|handed\s+(?:over|back)|sent\s+(?:home|back)|deport\w+)\b|(?<!\w)(?:репатрі|репатри|передан|передал|видан|видал|выдан|выдал|повернут|вислан|выслан)\w*|송환|인도[됐했]|강제\s?북송|추방",
        r"\b(?:exchang\w+|swapp\w+)\b|(?<!\w)(?:обмін|обмен)\w*|교환",
        r"\b(?:visit\w*|access)\b|(?<!\w)(?:відвід|відвіда|посет|посещ|допущ|допуст)\w*|방문|접견|면회",
        r"\b(?:wounded|injur\w+)\b|(?<!\w)(?:поранен|ранен)\w*|부상|다[쳤친]",
        r"\b(?:escap\w+|fled|ran\s+away)\b|(?<!\w)(?:втек|утік|утек|сбежа|бежал|побег)\w*|탈출|도주|달아",
        r"\b(?:complain\w*)\b|(?<!\w)(?:скарг|скарж|поскарж|жалоб|жалова|пожалова)\w*|진정서|불만|항의",
        r"\b(?:tubercul\w+|infect\w+|fell\s+ill)\b|(?<!\w)(?:туберкул|захвор|заболе|інфек|инфек)\w*|결핵|감염|질병",
        r"\b(?:forced|coerc\w+|pressur\w+)\b|(?<!\w)(?:змусил|примус|принуд|принужд|застав)\w*|강요|강제로|협박",
    )
)
KINDS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bwom[ae]n\b|(?<!\w)(?:жін|женщин)\w+|여성|여자",
        r"\bofficers?\b|(?<!\w)(?:офіцер|офицер)\w*|장교",
        r"\bcivilians?\b|(?<!\w)(?:цивільн|гражданск)\w+|민간인",
        r"\b(?:children|minors|teenagers)\b|(?<!\w)(?:діт|дет|неповнол|несоверш|подростк|підліт)\w+|어린이|미성년",
        r"\bforeign\w*|(?<!\w)(?:іноземн|иностран)\w+|외국인",
        r"\bNorth\s+Korean\w*|(?<!\w)(?:північнокоре|северокоре)\w+|북한",
    )
)
"""Groups of which one side may speak and the other not."""
BESIDE = 2
"""Sentences from the denial within which the other side is heard."""
LEAST = 2


def denial_findings(doc: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Find the counts that another voice beside them denies altogether."""
    cued = (at for at, one in enumerate(doc.sentences) if _denies(one.text))
    for at in islice(cued, MOST):
        denial = _denial(doc, doc.sentences[at], figures)
        for place in _near(doc, at):
            rival = _counted(doc, doc.sentences[place], figures, denial)
            if rival is not None:
                yield set_against(denial, rival)
                break


def _denies(text: str) -> bool:
    return bool(NOBODY.search(text) and SAYING.search(text))


def _near(doc: Document, at: int) -> Iterator[int]:
    """Yield the sentences of the paragraph that stand next to one, and the next's."""
    for step in (1, -1, BESIDE, -BESIDE):
        place = at + step
        if 0 <= place < len(doc.sentences):
            first, last = sorted((at, place))
            gap = doc.page.text[doc.sentences[first].end : doc.sentences[last].start]
            if "\n" not in gap:
                yield place


def _denial(doc: Document, sentence: Sentence, figures: Sequence[Figure]) -> Statement:
    """Read "none" as the number it is, whether or not it was found as a figure."""
    match = NOBODY.search(sentence.text)
    assert match is not None  # noqa: S101 - `_denies` has looked
    start, end = sentence.start + match.start(), sentence.start + match.end()
    read = [f for f in within(figures, sentence) if f.start < end and start < f.end]
    zero = Decimal(0)
    words = doc.page.text[start:end]
    none = Figure(start, end, words, FigureKind.QUANTITY, Role.OTHER, zero, zero)
    if read:
        none = replace(read[0], start=start, end=end, text=words, low=zero, high=zero)
    return _placed(doc, sentence, none)


def _placed(doc: Document, sentence: Sentence, figure: Figure) -> Statement:
    nation = nation_of(figure, sentence.text, sentence.start, None)
    return Statement(doc, figure, sentence, nation, None, speaker_of(figure))


def _counted(
    doc: Document, sentence: Sentence, figures: Sequence[Figure], denial: Statement
) -> Statement | None:
    """Find what another voice counts of the deed that was denied."""
    text = sentence.text
    if not SAYING.search(text) or NOBODY.search(text):
        return None
    if not _is_one_deed(denial.sentence.text, text):
        return None
    for count in counts_in(doc, sentence, figures):
        one = _placed(doc, sentence, count.figure)
        if _is_of_the_same(one, denial):
            return one
    return None


def _is_one_deed(denied: str, told: str) -> bool:
    """Tell whether both sentences name one deed, and neither a group of its own."""
    deeds = any(deed.search(denied) and deed.search(told) for deed in DEEDS)
    apart = any(bool(kind.search(denied)) != bool(kind.search(told)) for kind in KINDS)
    return deeds and not apart


def _is_of_the_same(one: Statement, denial: Statement) -> bool:
    if one.speaker is not None and one.speaker == denial.speaker:
        return False
    if one.figure.additional or is_of_others(one):
        return False
    if (one.figure.low or one.figure.high or 0) < LEAST or not _is_people(one.figure):
        return False
    nations = {one.nation, denial.nation}
    same = len(nations) == 1 or None in nations
    return same and _is_one_time(one, denial)


def _is_one_time(one: Statement, denial: Statement) -> bool:
    """Tell whether the times that two sentences name share a day, if both name any."""
    mine, its = (
        list(times(side.sentence.text, "", side.document.published))
        for side in (one, denial)
    )
    return not (mine and its) or any(_may_be_one(a, b) for a in mine for b in its)


def _may_be_one(one: Time, two: Time) -> bool:
    """Compare two times by their days, in a page without a date by their words."""
    if one.period is None or two.period is None:
        return one.text.casefold() == two.text.casefold()
    return overlap(one.period, two.period)


CASES = re.compile(
    r"deaths?|cases?|смерт|случа|випад|жалоб|скарг|complaints?|visits?|사망|건|사례",
    re.IGNORECASE,
)


def _is_people(figure: Figure) -> bool:
    """Tell a count of people, or of what was done to them, from one of things."""
    unit = figure.unit or ""
    return unit in {"", "soldier", "person"} or CASES.match(unit) is not None
