"""Do those asked come out, by what they answered and by the share of them?

"They met 19 of them. Twelve refuse to go back, five want home, three put off the
answer": who was asked gave one answer, so the answers are as many as were asked.
"Every fifth will not go back. ... Of the 240 asked 60 refused": a share of the asked is
that of those who gave the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.numbers import counts_in
from safeconduct.text.comparison.statement import Document, Statement
from safeconduct.text.comparison.wording import count
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.reason import gettext_noop, reason
from safeconduct.text.roles import HANDLED, WISH_CUES, Role

ANSWERS = frozenset({Role.REFUSING_RETURN, Role.WISHING_RETURN, Role.UNDECIDED})
"""Answers of which everybody gives one: stay away, go home, not known yet."""
# Some gave none, or were counted with no number.
SILENT = re.compile(
    r"\b(?:no\s+answer|not\s+(?:answer|say|reply)|refused\s+to\s+(?:answer|say|talk|speak)|silent|the\s+(?:rest|others?|remaining|last)|one)\b"
    r"|(?<!\w)(?:не\s+(?:відпов|ответ|сказа|захоті\w+\s+говор)|мовча|молча|промолч|решт|інш|остальн|другие|другі|один|одна|одного)\w*"
    r"|무응답|답하지|대답하지|나머지|침묵|한\s?명|1명",
    re.IGNORECASE,
)
OF_THEM = re.compile(
    r"\s+(?:of\s+(?:them|these|those|whom)|(?:із?|з|из)\s+(?:них|яких|которых|опитан\w+|опрошен\w+))(?!\w)",
    re.IGNORECASE,
)
OF_THEM_BEFORE = re.compile(
    r"(?:\b(?:of|among)\s+(?:them|these|those|whom)|(?<!\w)(?:із?|з|из|серед|среди)\s+(?:них|яких|которых)|(?:이|그)\s?(?:가운데|중)(?:에서)?)[\s,:—–]*(?:\S+\s){0,2}$",
    re.IGNORECASE,
)
KOREAN_OF = re.compile(
    r"\s?(?:명|사람)(?:의\s\S+)?\s?(?:중|가운데)(?:에서)?\s(?:\S+\s)?$"
)
OPENS_OF = re.compile(
    r"\W*(?:out\s+of|of|among|із?|з|из|серед|среди)\s+(?:(?:the|all|цих|этих|усіх|всіх|всех)\s+)?\d",
    re.IGNORECASE,
)
RESPONDENTS = re.compile(
    r"\b(?:respondents?|(?:those|prisoners|men)\s+(?:asked|surveyed|polled|interviewed|questioned)|interviewees?|(?:surveyed|polled|interviewed|questioned)\s+\w+)\b"
    r"|(?<!\w)(?:опитан|опрошен|респондент|анкетован)\w*|응답자|설문|조사\s?대상|면담자",
    re.IGNORECASE,
)
SURVEY = re.compile(
    r"\b(?:survey|poll|questionnaire|form)s?\b|(?<!\w)(?:анкет|опитув|опрос|опитан|опрошен|респондент|відпов[іи]\w*\s+на|ответ\w+\s+на|на\s+вопрос|на\s+запитан)\w*|설문|응답|답했|물은",
    re.IGNORECASE,
)
BACK, AHEAD = 1, 4
"""Sentences before the answers with those asked; after a share with its counts."""


def answer_findings(doc: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Add up the answers of those asked and find those that are more or fewer."""
    for at, sentence in enumerate(doc.sentences):
        here = counts_in(doc, sentence, figures)
        parts = [one for one in here if one.figure.role in ANSWERS]
        if len(parts) != len(ANSWERS) or {p.figure.role for p in parts} != ANSWERS:
            continue
        whole = _asked(doc, at, parts[0], here, figures)
        if whole is not None and _misses(whole, parts):
            yield _sum_finding(whole, parts)


def _asked(
    doc: Document,
    at: int,
    first: Statement,
    here: Sequence[Statement],
    figures: Sequence[Figure],
) -> Statement | None:
    """Find how many were asked: before the answers, or in the sentence before."""
    before = [one for one in here if one.figure.start < first.figure.start]
    if not before and at >= BACK:
        last = doc.sentences[at - BACK]
        if "\n" in doc.page.text[last.end : doc.sentences[at].start]:
            return None
        before = counts_in(doc, last, figures)
    handled = [one for one in before if HANDLED.search(one.sentence.text)]
    return handled[-1] if handled else None


def _misses(whole: Statement, parts: Sequence[Statement]) -> bool:
    exact = all(
        one.interval.is_exact and not one.figure.approx for one in (whole, *parts)
    )
    if not exact:
        return False
    total = sum((one.value or Decimal(0) for one in parts), Decimal(0))
    stated = whole.value or Decimal(0)
    if max(one.value or Decimal(0) for one in parts) >= stated:
        return False
    return total > stated or (
        total < stated and not SILENT.search(parts[0].sentence.text)
    )


def _sum_finding(whole: Statement, parts: Sequence[Statement]) -> Finding:
    total = Interval.at(sum((one.value or Decimal(0) for one in parts), Decimal(0)))
    why = reason(
        gettext_noop("{terms} is {total}, not {whole}."),
        terms=" + ".join(str(count(part.interval)) for part in parts),
        total=count(total),
        whole=count(whole.interval),
    )
    return Finding(
        Aspect.ARITHMETIC,
        parts[0].figure.role.value,
        Relation.ARITHMETIC,
        tuple(side.item for side in (whole, *parts)),
        (why,),
        (("sum", total), ("whole", whole.interval)),
    )


def surveyed(
    doc: Document, figures: Sequence[Figure], shares: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Yield share, part and whole of shares whose counts stand in a later sentence."""
    for share in shares:
        wish = _wish(share.sentence.text)
        lead = share.figure.base or ""
        asked = RESPONDENTS.search(lead) or RESPONDENTS.search(share.sentence.text)
        if wish is None or not asked or share.figure.kind is not FigureKind.SHARE:
            continue
        at = doc.sentences.index(share.sentence)
        for place in range(at + 1, min(at + 1 + AHEAD, len(doc.sentences))):
            pair = _pair(doc, place, figures, wish)
            if pair is not None:
                yield share, *pair
                break


def _wish(text: str) -> Role | None:
    """Tell the one wish of which a sentence speaks."""
    found = {role for role, cue in WISH_CUES if cue.search(text)}
    return found.pop() if len(found) == 1 else None


def _pair(
    doc: Document, at: int, figures: Sequence[Figure], wish: Role
) -> tuple[Statement, Statement] | None:
    """Find a count of those asked who gave an answer, and how many were asked."""
    sentence = doc.sentences[at]
    here = counts_in(doc, sentence, figures)
    for part in here:
        if part.figure.role is not wish or not _is_of_them(part):
            continue
        before = [one for one in here if one.figure.start < part.figure.start]
        if not before and at:
            before = counts_in(doc, doc.sentences[at - 1], figures)
        larger = [
            one
            for one in before
            if (one.value or Decimal(0)) > (part.value or Decimal(0))
            and (SURVEY.search(one.sentence.text) or HANDLED.search(one.sentence.text))
        ]
        if larger:
            return part, larger[-1]
    return None


def _is_of_them(part: Statement) -> bool:
    """Tell whether a count is taken from those asked: "60 of them", "240명 중 60명"."""
    text, at = part.sentence.text, part.sentence.start
    start, end = part.figure.start - at, part.figure.end - at
    before = text[:start]
    return bool(
        OF_THEM.match(text, end)
        or OF_THEM_BEFORE.search(before)
        or KOREAN_OF.search(before)
        or OPENS_OF.match(before)
    )
