"""Does a share of a whole come out at the part that is stated beside it?

"3,000 of 10,000-12,000 is 25-30 %, not 40 %". The values as printed are tried first.
Where only an open end or a base that is not stated could save them, the statements
are inconsistent and what would save them is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from safeconduct.text.comparison.answers import surveyed
from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.numbers import bare_halves
from safeconduct.text.comparison.quantities import is_part
from safeconduct.text.comparison.restated import Triple, restated
from safeconduct.text.comparison.statement import Document, Statement
from safeconduct.text.comparison.topics import one_people
from safeconduct.text.comparison.wording import count, near, share
from safeconduct.text.figure import UNSTATED, Figure, FigureKind
from safeconduct.text.reason import Reason, gettext_noop, reason
from safeconduct.text.roles import Role

PART_OF_SHARE = {
    Role.CASUALTY_SHARE: Role.CASUALTIES,
    Role.KILLED_SHARE: Role.KILLED,
    Role.WOUNDED_SHARE: Role.WOUNDED,
    Role.CAPTURED_SHARE: Role.CAPTURED,
}
# The whole that a share of losses can have, most likely first.
WHOLES = {
    Role.CASUALTIES: (Role.TROOPS_SENT,),
    Role.KILLED: (Role.TROOPS_SENT, Role.CASUALTIES),
    Role.WOUNDED: (Role.TROOPS_SENT, Role.CASUALTIES, Role.CAPTURED),
    Role.CAPTURED: (Role.TROOPS_SENT,),
}
PRONOUN = re.compile(
    r"them|these|those|whom|which|it|этих|них|которых|цих|яких|이|그|이들|그들",
    re.IGNORECASE,
)
OF_THEM = re.compile(
    r"(?:\bof\s+(?:them|these|those)|\bз\s+них|\bіз\s+них|\bиз\s+них|이\s?(?:가운데|중)"
    r"|그\s?(?:가운데|중))[\s,:—–-]+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
OF_THEM_AFTER = re.compile(
    r"\s+(?:of\s+(?:them|these|those|whom)|з\s+них|із\s+них|из\s+них)\b", re.IGNORECASE
)
EVERYBODY = re.compile(
    r"(?:the\s+)?(?:(?:whole|entire|total|original|initial|first|deployed|expeditionary|North\s+Korean)\s+){0,2}"
    r"(?:force|contingent|deployment|expedition|wave|total|whole|corps|troops|men)(?:\s+(?:sent|deployed|dispatched))?"
    r"|전체|전\s?병력|(?:파병|파견|투입|전체|총|1차|첫)\s?(?:된\s)?(?:병력|인원|규모|부대|북한군|파병군)(?:의|\s전체)?|선발대"
    r"|(?:(?:усього|всього|всего|перш\w+|перв\w+|відправлен\w+|отправлен\w+|північнокорейськ\w+|северокорейск\w+)\s+){0,2}"
    r"(?:контингент\w*|угрупован\w*|группировк\w*|корпус\w*|експедиці\w*|экспедици\w*)"
    r"|(?:усіх|всіх|всех)\s+(?:відправлен|надіслан|послан|отправлен)\w+"
    r"|(?:від\s+)?(?:загальної|общей|общего)\s+\w+",
    re.IGNORECASE,
)
_DET = (
    r"(?:the|these|those|all|some|about|around|roughly|цих|этих|усіх|всех|близько"
    r"|около)"
)
OF_COUNT = re.compile(rf"\s+(?:of|з|із|зі|из|від|от)\s+(?:{_DET}\s+)*", re.IGNORECASE)
OPENED = re.compile(
    rf"(?:^|[;,]\s|\band\s)(?:out\s+of|of|із|з|из|серед|среди)\s+(?:{_DET}\s+)*$",
    re.IGNORECASE,
)
COUNT_OF = re.compile(r"\s?(?:여\s?)?(?:명|사람)?\s?(?:의|중|가운데)\s(?:약\s?)?")
BESIDE = 30
"""Characters between a count and the share that restates it."""


def share_findings(
    doc: Document, page: Sequence[Statement], figures: Sequence[Figure]
) -> Iterator[Finding]:
    """Check each share of a page against part and whole."""
    seen: set[tuple[Interval, Interval, Interval]] = set()
    for part_share, part, whole in _triples(doc, page, figures):
        key = (part_share.interval, part.interval, whole.interval)
        if key not in seen:
            seen.add(key)
            yield _share_finding(part_share, part, whole)


def _triples(
    doc: Document, page: Sequence[Statement], figures: Sequence[Figure]
) -> Iterator[Triple]:
    """Yield share, part, whole as the words tie them together, else as roles do."""
    shares = [one for one in page if one.figure.kind is FigureKind.SHARE]
    halves = list(bare_halves(doc, figures))
    tied = {triple[0]: triple for triple in restated(doc, figures, [*shares, *halves])}
    rest = [one for one in shares if one not in tied]
    tied |= {triple[0]: triple for triple in surveyed(doc, figures, rest)}
    yield from (tied[half] for half in halves if half in tied)
    for part_share in shares:
        if part_share in tied:
            yield tied[part_share]
        elif part := _part(part_share, page):
            whole = _whole(part_share, part, page)
            if whole is not None and not part.interval.above(whole.interval.stated()):
                yield part_share, part, whole


def _part(part_share: Statement, page: Sequence[Statement]) -> Statement | None:
    """Find the count that the share restates: beside it, else in its paragraph.

    A share whose own role was not read takes that of the count right beside it.
    """
    role = PART_OF_SHARE.get(part_share.figure.role)
    whole = _them(part_share, page)
    alike = [
        other
        for other in page
        if other is not whole
        and (
            other.figure.role is role or (role is None and _restated(other, part_share))
        )
        and other.figure.kind is FigureKind.QUANTITY
        and not other.figure.additional
    ]
    beside = [other for other in alike if other.sentence == part_share.sentence]
    if beside:
        return min(beside, key=lambda other: _gap(other, part_share))
    close = [other for other in alike if _told_with(other, part_share)]
    return close[0] if len({other.interval for other in close}) == 1 else None


def _them(part_share: Statement, page: Sequence[Statement]) -> Statement | None:
    """Find whom "7 % of them" means: the count just before in its sentence."""
    text, at = part_share.sentence.text, part_share.sentence.start
    if not OF_THEM_AFTER.match(text, part_share.figure.end - at):
        return None
    before = [
        other
        for other in page
        if other.sentence == part_share.sentence
        and other.figure.end <= part_share.figure.start
        and other.figure.kind is FigureKind.QUANTITY
    ]
    return before[-1] if before else None


def _told_with(other: Statement, part_share: Statement) -> bool:
    """Tell whether one speaker gives a count and a share in one paragraph."""
    start, end = sorted((other.figure.start, part_share.figure.start))
    between = other.document.page.text[start:end]
    one_voice = part_share.speaker in {None, other.speaker}
    return one_voice and "\n" not in between


def _restated(count_: Statement, part_share: Statement) -> bool:
    """Tell whether a share stands right beside a count of losses: "3,000, or 25 %"."""
    return (
        count_.figure.role in WHOLES
        and count_.sentence == part_share.sentence
        and _gap(count_, part_share) <= BESIDE
    )


def _gap(one: Statement, two: Statement) -> int:
    """Count the characters between two figures."""
    first, last = sorted((one.figure, two.figure), key=lambda figure: figure.start)
    return max(0, last.start - first.end)


def _whole(
    part_share: Statement, part: Statement, page: Sequence[Statement]
) -> Statement | None:
    """Find the whole that the share counts or names, else the likely one."""
    stated = _stated_whole(part_share, part, page)
    return stated or _named_whole(part_share, part, page)


def _named_whole(
    part_share: Statement, part: Statement, page: Sequence[Statement]
) -> Statement | None:
    base = part_share.figure.base
    named = tuple(role for role in Role if role.value == base)
    if part.figure.role in named and part_share.figure.role not in PART_OF_SHARE:
        # "A third of the casualties, 1,500 men": 1,500 of the casualties.
        return _likely(named, part_share, part, page)
    if base is not None and EVERYBODY.fullmatch(base.strip()):
        base = UNSTATED
    if base in {UNSTATED, None} and _is_of_them(part):
        return _named_before(part_share, part, page)
    if part.figure.role in named or base in {UNSTATED, None}:
        # "Half of them were killed" is half of those named before, not of the killed.
        return _likely(WHOLES.get(part.figure.role, ()), part_share, part, page)
    if named:
        return _likely(named, part_share, part, page)
    if PRONOUN.fullmatch(base.strip()):
        return _named_before(part_share, part, page)
    return None


def _stated_whole(
    part_share: Statement, part: Statement, page: Sequence[Statement]
) -> Statement | None:
    """Find the whole that the share's own words count.

    "A third of the 11,000 sent", "Of the 150 released, 30, or one in five".
    """
    text, at = part_share.sentence.text, part_share.sentence.start
    first = min(part_share.figure.start, part.figure.start)
    for other in page:
        if other.sentence != part_share.sentence or not _is_whole_of(other, part):
            continue
        before = text[: other.figure.start - at]
        after = text[part_share.figure.end - at : max(0, other.figure.start - at)]
        between = text[max(0, other.figure.end - at) : part_share.figure.start - at]
        opens = other.figure.start < first and OPENED.search(before)
        if opens or OF_COUNT.fullmatch(after) or COUNT_OF.fullmatch(between):
            return other
    return None


def _is_whole_of(other: Statement, part: Statement) -> bool:
    return (
        other is not part
        and other.figure.kind is FigureKind.QUANTITY
        and not other.figure.additional
        and (other.value or Decimal(0)) > (part.value or Decimal(0))
    )


def _is_of_them(part: Statement) -> bool:
    """Tell whether a part is counted of those named just before: "of them, 84"."""
    text, at = part.sentence.text, part.sentence.start
    start, end = part.figure.start - at, part.figure.end - at
    return bool(OF_THEM.search(text[:start]) or OF_THEM_AFTER.match(text[end:]))


def _likely(
    roles: Sequence[Role],
    part_share: Statement,
    part: Statement,
    page: Sequence[Statement],
) -> Statement | None:
    for role in roles:
        wholes = [
            other
            for other in page
            if other.figure.role is role
            and _is_whole(other, part_share, part)
            and not is_part(other)
        ]
        if wholes:
            return max(wholes, key=lambda other: other.value or Decimal(0))
    return None


def _named_before(
    part_share: Statement, part: Statement, page: Sequence[Statement]
) -> Statement | None:
    """Find whom "them" means: the count before the share and its part."""
    at = min(part_share.figure.start, part.figure.start)
    before = [
        other
        for other in page
        if other.figure.start < at and _is_whole(other, part_share, part)
    ]
    return before[-1] if before else None


def _is_whole(other: Statement, part_share: Statement, part: Statement) -> bool:
    return (
        other is not part
        and other.figure.kind is FigureKind.QUANTITY
        and not other.figure.additional
        and one_people(part_share, other)
    )


def _share_finding(part_share: Statement, part: Statement, whole: Statement) -> Finding:
    implied = part.interval.stated().share_of(whole.interval.stated())
    unstated = part_share.figure.base == UNSTATED
    rough = [side for side in (part, whole) if side.figure.approx]
    allowed = part.allowed_stated.share_of(whole.allowed_stated)
    meant = implied if rough else _meant(part).share_of(_meant(whole))
    items = (part.item, part_share.item, whole.item)
    numbers = (
        ("implied_share", implied),
        ("stated_share", part_share.interval),
        ("implied_part", _product(whole, part_share)),
        ("implied_base", _base(part, part_share)),
    )
    if (allowed if rough else meant).meets(part_share.allowed):
        notes = (_base_note(),) if unstated else ()
        why = reason(
            gettext_noop("{part} of {whole} is {implied}, as stated."),
            part=count(part.interval.stated()),
            whole=count(whole.interval),
            implied=share(meant),
        )
        return Finding(
            Aspect.ARITHMETIC,
            part.figure.role.value,
            Relation.COMPATIBLE,
            items,
            (why,),
            numbers,
            notes,
        )
    return Finding(
        Aspect.ARITHMETIC,
        part.figure.role.value,
        Relation.ARITHMETIC,
        items,
        (_share_reason(part_share, part, whole, implied),),
        numbers,
        tuple(_savers(part_share, part, whole, implied)),
    )


A_LITTLE = Decimal("0.1")
"""How far above its number "more than 290" is meant, where a share is taken of it."""


def _meant(side: Statement) -> Interval:
    """Read "more than 290" as 290 and up to a tenth more, and a closed one as it is."""
    if side.interval.high is not None or side.interval.low is None:
        return side.interval.stated()
    return Interval(side.interval.low, side.interval.low * (1 + A_LITTLE))


def _share_reason(
    part_share: Statement, part: Statement, whole: Statement, implied: Interval
) -> Reason:
    return reason(
        gettext_noop(
            "{part} of {whole} is {implied}, not {share}; {share} would be {wanted},"
            " or a base near {base}."
        ),
        part=count(part.interval.stated()),
        whole=count(whole.interval),
        implied=share(implied),
        share=share(part_share.interval),
        wanted=count(_product(whole, part_share)),
        base=near(_base(part, part_share)),
    )


def _product(whole: Statement, part_share: Statement) -> Interval:
    return whole.interval.stated().times(part_share.interval.stated())


def _base(part: Statement, part_share: Statement) -> Interval:
    return part.interval.stated().share_of(part_share.interval.stated())


def _savers(
    part_share: Statement, part: Statement, whole: Statement, implied: Interval
) -> Iterator[Reason]:
    wanted = _product(whole, part_share)
    if part.interval.is_open and part.interval.meets(wanted):
        yield reason(
            gettext_noop("“{part}” is open: it would come out from {wanted}"),
            part=part.figure.text,
            wanted=count(Interval(wanted.low, None)),
        )
    if part_share.figure.base == UNSTATED:
        yield _base_note()
    if part_share.interval.is_open and part_share.interval.meets(implied):
        yield reason(gettext_noop("“{share}” is open"), share=part_share.figure.text)
    if whole.interval.is_open and whole.interval.meets(_base(part, part_share)):
        yield reason(gettext_noop("“{whole}” is open"), whole=whole.figure.text)


def _base_note() -> Reason:
    return reason(
        gettext_noop("the base of the share is not stated; it may be only some of them")
    )
