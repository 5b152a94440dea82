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
from itertools import islice

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.numbers import counts_in
from safeconduct.text.comparison.statement import MOST, Document, Statement
from safeconduct.text.comparison.wording import count
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.reason import gettext_noop, reason
from safeconduct.text.roles import HANDLED, WISH_CUES, Role

STANCES = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        (
            "silent",
            (
                r"\b(?:not\s+(?:answer|reply|speak|talk|respond|say)|no\s+(?:answer|reply|comment)|(?:refus|declin)\w+\s+to\s+(?:answer|say|talk|speak|comment|reply|be\s+interviewed)|(?:was|were|stayed|kept|remained)\s+silent|said\s+nothing)\b"
                r"|(?<!\w)(?:не\s+(?:відпов|ответ|дав\w*\s+відпов|дал\w*\s+ответ|сказа|захоті\w+\s+(?:говор|відпов)|захоте\w+\s+(?:говор|отвеч)|стал\w*\s+(?:говор|відпов|отвеч))|(?:відмови|отказа)\w+\s+(?:відповід|отвеча|говор|розмовл|разговар|спілкув|общ)|мовча|молча|промовча|промолча|відмовча|отмалч|отмолч|ухили|уклони)\w*"
                r"|(?:응답|대답|답변|답)(?:을)?\s?(?:하지|은?\s?안|않|피[했한하]|거부)|무응답|침묵|입을\s?(?:열지|다물)"
            ),
        ),
        (
            "undecided",
            (
                r"\b(?:undecided|unsure|undeclared|hesitat\w+|waver\w*|(?:not|n[’']t|never)\s+(?:yet\s+)?(?:decided|know|sure|made\s+up)|(?:put|putting)\s+off|postpon\w+|asked\s+for\s+(?:more\s+)?time|torn)\b"
                r"|(?<!\w)(?:не\s+(?:визнач|определ|вирішил|решил|зна(?:ють|ют|є|ет|в|л))|ще\s+не\s+виріш|ещё\s+не\s+реш|вага|колебл|колеба|сумніва|сомнева|відкла|отлож|відтерм|роздум|раздум)\w*"
                r"|(?:결정|판단|답|선택)[을를은]?\s?(?:미[뤘루룬]|유보|못|내리지|하지\s?(?:못|않))|미정|유보|망설|고민|모르겠"
            ),
        ),
        (
            "refuse",
            (
                r"\b(?:refus\w+|reject\w*|oppos\w+|against|not\s+(?:want|wish|agree|go|return)|never\s+(?:go|return)|stay)\b"
                r"|(?<!\w)(?:відмов|проти(?!\w)|не\s+(?:хоч|хот|повер|погод|верн|соглас|жела|бажа)|отказ|против(?!\w)|залиши|остать|остал)\w*"
                r"|거부|반대|거절|원[하치]지\s?않|원치\s?않|돌아가지\s?않|남겠"
            ),
        ),
        (
            "home",
            (
                r"\b(?:go(?:ing)?\s+(?:back|home)|return(?:ing|ed)?|home)\b"
                r"|(?<!\w)(?:додому|домой|поверну|верну|повернен|возвращ|на\s+батьківщину|на\s+родину)\w*"
                r"|돌아가|귀환|귀향|귀국|송환|북[한으]\S*\s?가|고향"
            ),
        ),
    )
)
"""Answers of which everybody gives one; the first that the words of a number tell."""
ROLES = {
    Role.REFUSING_RETURN: "refuse",
    Role.WISHING_RETURN: "home",
    Role.UNDECIDED: "undecided",
}
LEAST, NEXT = 3, 2
"""Answers that are all there are; sentences behind the question in which they stand."""
FEWER, MORE = Decimal("0.75"), Decimal("1.5")
"""Shares of those asked between which the answers are meant to be all of theirs."""
# Some were counted with no number.
REST = re.compile(
    r"\b(?:the\s+(?:rest|others?|remaining|last)|some|several|others)\b"
    r"|(?<!\w)(?:решт|інш|остальн|другие|другі|декілька|кілька|несколько|деякі|некоторые)\w*|나머지|일부",
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
AHEAD = 4
"""Sentences after a share in which its counts stand."""


def answer_findings(doc: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Add up the answers of those asked and find those that are more or fewer."""
    asked = (at for at, one in enumerate(doc.sentences) if _may_ask(one.text))
    seen: set[tuple[int, ...]] = set()
    for at in islice(asked, MOST):
        for whole in counts_in(doc, doc.sentences[at], figures):
            parts = _answers(doc, at, whole, figures)
            spans = tuple(part.figure.start for part in parts)
            if parts and spans not in seen and _misses(whole, parts):
                seen.add(spans)
                yield _sum_finding(whole, parts)

    yield from _reason_findings(doc, figures, seen)


# "Asked for one main reason": each gives one, so the reasons are as many as the asked.
ONE_REASON = re.compile(
    r"\b(?:main|chief|principal|primary|most\s+important|single|only\s+one|one)\s+(?:reason|motive|cause|answer|option)\b"
    r"|(?<!\w)(?:головн|основн|главн|одн)\w+\s+(?:причин|мотив|відповід|ответ|вариант|варіант)\w*"
    r"|(?:причин|мотив|відповід|ответ)\w*\s+(?:[^\W\d]+\s+){0,3}?(?:одну|один|одне|одного)(?!\w)"
    r"|(?:주된|가장\s?큰|핵심|한\s?가지)\s?(?:이유|사유|원인|답)|(?:이유|사유)\S?\s?(?:하나|한\s?가지)",
    re.IGNORECASE,
)
SEVERAL_REASONS = re.compile(
    r"\b(?:more\s+than\s+one|several|multiple|two\s+or\s+more|all\s+that\s+apply)\b"
    r"|(?<!\w)(?:кілька|декілька|несколько|больше\s+одн|більше\s+одн)\w*|복수|여러|중복",
    re.IGNORECASE,
)
WHO_GAVE = 2
"""Sentences before the question in which those who answered are counted."""


def _reason_findings(
    doc: Document, figures: Sequence[Figure], seen: set[tuple[int, ...]]
) -> Iterator[Finding]:
    """Add up the reasons of which everybody was to name one."""
    cued = (at for at, one in enumerate(doc.sentences) if ONE_REASON.search(one.text))
    for at in islice(cued, MOST):
        if any(
            SEVERAL_REASONS.search(one.text) for one in doc.sentences[at : at + NEXT]
        ):
            continue
        whole, parts = _reasons(doc, at, figures)
        spans = tuple(part.figure.start for part in parts)
        if whole and spans not in seen and _misses(whole, parts):
            seen.add(spans)
            yield _sum_finding(whole, parts)


def _reasons(
    doc: Document, at: int, figures: Sequence[Figure]
) -> tuple[Statement | None, list[Statement]]:
    """Find who was asked, before the question or in it, and the row of answers."""
    here = counts_in(doc, doc.sentences[at], figures)
    if len(here) > LEAST:
        return here[0], here[1:]
    row: list[Statement] = []
    for after in doc.sentences[at + 1 : at + 1 + NEXT]:
        if "\n" in doc.page.text[doc.sentences[at].end : after.start]:
            break
        row += counts_in(doc, after, figures)
    if here:
        return here[-1], row
    for before in reversed(doc.sentences[max(0, at - WHO_GAVE) : at]):
        if counts := counts_in(doc, before, figures):
            return counts[-1], row
    return None, row


def _may_ask(text: str) -> bool:
    return HANDLED.search(text) is not None or HELD.search(text) is not None


HELD = re.compile(
    r"\b(?:prisoners?|captives?|POWs?|captured|custody)\b|полонен|полон[іу](?!\w)|пленн|в\s+плену|포로",
    re.IGNORECASE,
)


def _answers(
    doc: Document, at: int, whole: Statement, figures: Sequence[Figure]
) -> list[Statement]:
    """List the counts behind those asked, each with another answer; none if unsure."""
    found: dict[str, Statement] = {}
    for place in range(at, min(at + 1 + NEXT, len(doc.sentences))):
        sentence = doc.sentences[place]
        if place > at and "\n" in doc.page.text[doc.sentences[at].end : sentence.start]:
            break
        here = counts_in(doc, sentence, figures, least=1)
        told = [one for one in here if one.figure.start > whole.figure.start]
        stances = [(one, _stance(one, told)) for one in told]
        for one, stance in stances:
            if stance is None:
                continue
            if stance in found:
                return []
            found[stance] = one
        if place > at and not any(stance for _one, stance in stances):
            break
    return list(found.values())


def _stance(one: Statement, told: Sequence[Statement]) -> str | None:
    """Tell the answer by the words up to the next number, else by those before it."""
    text, at = one.sentence.text, one.sentence.start
    start, end = one.figure.start - at, one.figure.end - at
    if OF_THEM_NEXT.match(text, end) and one is not told[0]:
        return None  # "five of them in writing"
    behind = min(
        (
            o.figure.start - at
            for o in told
            if o is not one and o.figure.start - at >= end
        ),
        default=len(text),
    )
    before = max(
        (o.figure.end - at for o in told if o.figure.end - at <= start), default=0
    )
    cut = [match.end() for match in BREAK.finditer(text, before, start)]
    passages = (text[end:behind], text[cut[-1] if cut else before : start])
    for passage in passages:
        for name, words in STANCES:
            if words.search(passage):
                return name
    return ROLES.get(one.figure.role)


BREAK = re.compile(r"[,;:—–]\s|\s[—–]\s")
OF_THEM_NEXT = re.compile(
    r"\s+(?:of\s+(?:them|these|those|whom)|(?:із?|з|из)\s+(?:них|яких|которых))(?!\w)",
    re.IGNORECASE,
)


def _misses(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Tell whether all answers there are, or too many, differ from those asked."""
    exact = all(
        one.interval.is_exact and not one.figure.approx for one in (whole, *parts)
    )
    if not exact or len(parts) < LEAST:
        return False
    total = sum((one.value or Decimal(0) for one in parts), Decimal(0))
    stated = whole.value or Decimal(0)
    if max(one.value or Decimal(0) for one in parts) >= stated:
        return False
    if not stated * FEWER <= total <= stated * MORE:
        return False
    told = {part.sentence.text for part in parts}
    return total > stated or (
        total < stated and not any(REST.search(text) for text in told)
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
