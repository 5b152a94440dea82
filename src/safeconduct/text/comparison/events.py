"""When and where do the texts say that one event happened?

An event is a deed (sent, captured) with a time or a place in its clause, with or
without a figure. Two texts are held against each other only where they tell of one
event: a sending that "has gone on since 2024" excludes one in 2023; the same two men
cannot have been captured in two months or in two countries. That the same number was
exchanged twice is no disagreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, islice

from safeconduct.text.comparison.finding import Aspect, Finding, Item, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.people import nation_in
from safeconduct.text.comparison.statement import MOST, Document, Statement
from safeconduct.text.comparison.topics import overlap
from safeconduct.text.comparison.whereabouts import Spot, Whereabouts, spots
from safeconduct.text.comparison.wording import period as written
from safeconduct.text.dates import month_end
from safeconduct.text.figure import FigureKind
from safeconduct.text.periods import Period, Time, months_of, times
from safeconduct.text.reason import Reason, gettext_noop, reason
from safeconduct.text.roles import Role
from safeconduct.text.sentences import Sentence

DEEDS = (
    (
        Role.TROOPS_SENT,
        (
            r"sen(?:t|ds?|ding)(?!\s+(?:[\w’'-]+\s+){0,5}?(?:back|home)\b)|d[ei]spatch\w*|deploy\w*"
            r"|відправ\w+|направ\w+|отправ\w+|послал\w*|надісла\w+|перекин\w+"
            r"|переброс\w+|파병|파견|보[냈낸내]|투입"
            r"|(?:appear|arriv|show|turn)\w*\s+(?:up\s+)?(?:at|on|in)\s+the\s+front|(?:reached|entered)\s+(?:the\s+front|combat|battle)"
            r"|(?:з[’'ʼ]явил\w+|прибу\w+)\s+(?:на|до)\s+(?:фронт\w*|передов\w+)|(?:появил\w+|прибыл\w*)\s+(?:на|к)\s+(?:фронт\w*|передов\w+)"
            r"|first\s+(?:[\w-]+\s+){0,2}(?:train(?:load)?s|units?|battalions?|contingents?|echelons?)"
            r"|(?:перв|перш)\w+\s+(?:[\w-]+\s+)?(?:эшелон|ешелон|подраздел|підрозділ|батальон|контингент)\w*"
            r"|(?:선발대|첫\s?(?:북한군?\s?)?(?:부대|병력|열차|파병))|파병"
            r"|(?:set\s+foot|landed)\s+(?:in|on)\s|ступи\w+\s+на\s|땅을\s?(?:처음\s)?밟|(?:러시아|전선)\S*\s(?:처음\s)?들어[온오왔간갔]"
            r"|(?:전선|전장)에\s?(?:처음(?:으로)?\s|모습을\s)?(?:나타|등장|도착|드러)"
        ),
    ),
    (
        Role.CAPTURED,
        (
            r"captur\w+|taken\s+(?:prisoner|captive|alive)|(?:в|у)\s+полон(?!\w)"
            r"|полонил\w*|полонен[іо]\b|захоп\w+|захва[тч]\w+|в\s+плен(?!\w)"
            r"|пленил\w*|생포|포로로|붙잡"
        ),
    ),
    (
        Role.OTHER,
        (
            r"kill\w*|died|wounded|injur\w+|exchang\w+|swap\w*|return\w*|surrender\w*"
            r"|train(?:ed|ing)\b|sent\s+(?:back|home)|загин\w+|вбит\w*|убит\w*|погиб\w*"
            r"|поранен\w*|ранен\w*|обмін\w*|обмен\w*|поверну\w+|верну\w+|здал\w+|сдал\w+"
            r"|사망|전사|부상|교환|송환|귀환|투항"
        ),
    ),
)
_DEEDS = tuple(
    (role, re.compile(rf"(?<![\w’'-])(?:{words})", re.IGNORECASE))
    for role, words in DEEDS
)
EVENTS = frozenset({Role.TROOPS_SENT, Role.CAPTURED})
"""Deeds of which a report tells one: exchanges and attacks come again and again."""
CLAUSE = re.compile(
    r"[;:]|,?\s+(?:while(?!\s+\w+ing\b)|whereas|although|but|after|before|when|who"
    r"|which|який|яка|які|який|котор\w+|тоді\s+як|але|но|коли|когда|після\s+того"
    r"|после\s+того)\b"
    r"|(?:으며|지만|했고|됐고),?\s",
    re.IGNORECASE,
)
SEIZED = re.compile(
    r"(?<![\w’'-])(?:captured|captures?|taken\s+(?:prisoner|captive|alive)|seized|caught"
    r"|(?:взя|потрапи|здал|узя)\w*\s+(?:\w+\s+){0,2}?(?:в|у)\s+полон|полонил\w*|захопи\w+"
    r"|(?:взя|попа|сда)\w*\s+(?:\w+\s+){0,2}?в\s+плен|пленил\w*|захвати\w+|захвачен\w*)"
    r"|생포|붙잡[혔은아았]|잡[혔았]|포로로\s?잡",
    re.IGNORECASE,
)
# "He was captured in April": one man's day is no day of the others.
ALONE = re.compile(
    r"(?<!\w)(?:he|she|him|his|her|himself|the\s+(?:man|soldier|driver|gunner|officer|sergeant|youngest|oldest|older|younger|first|second|third|other|latter)"
    r"|він|вона|його|йому|її|чоловік|чоловіка|он|она|его|ему|е[её]|мужчина|мужчину|один|одного)(?!\w)"
    r"|(?:그는|그를|그가|그의|[는은혔힌한된던]\s그[는를가])(?=\s)|씨(?=[는가를\s(])|살\s?[가-힣]{2,4}[은는]",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"(?<!\w)(?:they|them|their|both|all|men|soldiers|prisoners|troops|we|group"
    r"|вони|їх|обидва|обох|усі|всі|солдати|полонені|солдатів|полонених|военнослужащ\w+|военных"
    r"|они|их|оба|обоих|все|солдаты|пленные|солдат|пленных)(?!\w)|이들|그들|두\s?(?:사람|명)|모두|포로들|병사들",
    re.IGNORECASE,
)
# "The first of them appeared only in spring": that is when it began.
FIRST = re.compile(
    r"\bfirst\b(?!\s+(?:time\s+since|of\s+all))|\b(?:began|started)\b|\bnot\s+(?:\w+\s+){0,2}(?:until|before)\b|\bonly\s+(?:in|since|from)\b"
    r"|(?<!\w)(?:перш(?:і|их|ий|а)|перв(?:ые|ых|ый|ая)|вперше|впервые|лише|лишь|тільки|только|почал\w+|начал\w+|розпоча\w+)(?!\w)"
    r"|처음|비로소|(?<![가-힣])첫(?=\s)|(?:에야|에서야)(?=\s)|시작",
    re.IGNORECASE,
)
# "처음 나타난 것은 5월이다": in Korean too the time may come last.
IT_WAS = re.compile(r"(?:것|때|시점|시기)[은는이가]\s")
SINCE_SEASON = re.compile(
    r"(?<!\w)(?:з|із|зі|від|с|со|от|since|from)\s+(?:the\s+)?(?P<season>осен|весн|літ|лет|spring|summer|autumn|fall)\w*"
    r"\s+(?:of\s+)?(?P<year>20\d\d)|(?P<kyear>20\d\d)년\s?(?P<korean>봄|여름|가을)(?:부터|\s?이후|\s?이래)",
    re.IGNORECASE,
)
SEASONS = (
    ("осен", 9), ("весн", 3), ("літ", 6), ("лет", 6), ("spring", 3), ("summer", 6),
    ("autumn", 9), ("fall", 9), ("봄", 3), ("여름", 6), ("가을", 9),
)  # fmt: skip
SEASON, APART = timedelta(days=92), timedelta(days=45)
"""How far the days on which a text lets a deed begin may reach; how far apart two
beginnings are that cannot be one."""
BEGUN = re.compile(
    r"\b(?:began|begun|start(?:ed|ing)|first)\b|розпоча\w+|почал\w+|почав\w*|вперше"
    r"|нача\w+|впервые|시작|처음|부터|이후|이래",
    re.IGNORECASE,
)
DISTANCE = 140
"""Characters between a deed and its time or place."""
NEAR = 30
"""Characters around a deed in which "began" or "first" belongs to it."""
MONTHS = timedelta(days=62)
"""Beyond this, captures of as many men are two captures and not one misdated."""
SMALL = 9
"""Captured men up to this number are told of by name in every report: one event."""
# Between "captured" and a place these words make it the place of something else.
ELSEWHERE = re.compile(
    r"(?<!\w)(?:defect|refuge|asylum|exchang|return|repatriat|held|detain|interview"
    r"|interrogat|hospital|arriv|wish|want|desir|said|told"
    r"|притул|утримую|лікар|поверн|обмін|хоч|бажа|допит|заяви|убежищ|содерж|больни"
    r"|верну|обмен|хот|жела|допро|сказа)\w*|귀순|망명|송환|억류|수용|병원|조사|심문",
    re.IGNORECASE,
)


# "The two captured men weigh their future in Kyiv": the place is that of the weighing.
NOUN_BEFORE = re.compile(
    r"(?:^|[\"“”«'(—–:]\s*|\b(?:the|an?|these|those|both|all|some|other|another|newly"
    r"|recently|of|for|with|to|from|and|or|about|on|by|over|\d+|two|three|four|five|six"
    r"|seven|eight|nine|ten|dozens?|hundreds?)\s+)$",
    re.IGNORECASE,
)
ADVERB_AFTER = re.compile(
    r"\s+(?:in|near|by|on|at|during|while|last|earlier|after|around|alive|inside|from"
    r"|this)\b",
    re.IGNORECASE,
)
# "우크라이나에 붙잡힌": by Ukraine, not there.
CAPTOR = re.compile(r"(?<!서)(?:에|에게)(?:\s*)$")


@dataclass(frozen=True, slots=True)
class Event:
    """A deed with the time and the place that its clause gives it."""

    document: Document
    role: Role
    start: int
    end: int
    nation: str | None
    period: Period | None
    where: Whereabouts | None
    begun: bool

    @property
    def item(self) -> Item:
        """The event as an item of a finding."""
        text = self.document.page.text[self.start : self.end]
        where = None if self.where is None else str(self.where)
        return Item(
            self.document.number, self.start, self.end, text, None, self.period, where
        )


def event_findings(
    documents: Sequence[Document], found: Sequence[Statement]
) -> Iterator[Finding]:
    """Compare times and places of the events that two pages share."""
    told = [event for doc in documents for event in islice(events(doc), MOST)]
    told += _counted_events(told, found)
    yield from _of(Aspect.TIME, _times(told, found))
    yield from _of(Aspect.PLACE, _places(told, found))


def events(doc: Document) -> Iterator[Event]:
    """Read the dated and placed deeds of a page."""
    article = "\n".join(line.text for line in doc.page.lines if line.kind.is_article)
    months = months_of(article)
    for sentence in doc.sentences:
        cues = [
            (match.start(), match.end(), role)
            for role, cue in _DEEDS
            for match in cue.finditer(sentence.text)
            if not _is_name(sentence.text, match.start())
        ]
        if not any(role in EVENTS for _start, _end, role in cues):
            continue
        told = [
            time for time in times(sentence.text, months, doc.published) if time.period
        ]
        yield from _events(doc, sentence, sorted(cues), told)


# "First covered by the Harbour Dispatch": the name of an outlet is no deed.
NAMED = re.compile(r"(?:[a-z,]|[A-Z][\w’'-]+)\s$")


def _is_name(text: str, at: int) -> bool:
    """Tell a word that is written large within a sentence: a name, in English."""
    large = text[at : at + 1].isascii() and text[at : at + 1].isupper()
    return large and NAMED.search(text[:at]) is not None


def _counted_events(
    told: Sequence[Event], found: Sequence[Statement]
) -> Iterator[Event]:
    """Add the deeds that a dated figure counts where the clause itself gave no time."""
    known = {
        (event.document.number, event.role, event.document.sentence_at(event.start))
        for event in told
        if event.period is not None
    }
    for one in found:
        figure = one.figure
        if figure.role not in EVENTS or figure.period is None or figure.additional:
            continue
        if figure.role is Role.CAPTURED and not SEIZED.search(one.sentence.text):
            continue  # nine held "as of June" were captured some time before
        if (one.page, figure.role, one.sentence) not in known:
            begun = figure.period.start is not None and figure.period.end is None
            yield Event(
                one.document,
                figure.role,
                figure.start,
                figure.end,
                one.nation,
                figure.period,
                one.where,
                begun,
            )


_Cue = tuple[int, int, Role]


def _events(
    doc: Document, sentence: Sentence, cues: list[_Cue], told: list[Time]
) -> Iterator[Event]:
    text = sentence.text
    dates: dict[_Cue, list[Time]] = {}
    for time in told:
        if cue := _deed(text, cues, time.at):
            dates.setdefault(cue, []).append(time)
    places: dict[_Cue, list[Spot]] = {}
    for spot in spots(text):
        cue = _deed(text, cues, spot.start)
        if cue is not None and _is_scene(text, cue, spot):
            places.setdefault(cue, []).append(spot)
    for cue in cues:
        if cue[2] in EVENTS and (cue in dates or cue in places):
            yield _event(doc, sentence, cue, dates.get(cue, []), places.get(cue, []))


def _event(
    doc: Document,
    sentence: Sentence,
    cue: _Cue,
    dates: list[Time],
    places: list[Spot],
) -> Event:
    begin, end, role = cue
    ends = [date.end for date in dates[:1]]
    ends += [spot.end for spot in places[:1]]
    starts = [date.at for date in dates[:1]] + [spot.start for spot in places[:1]]
    left, right = min(begin, *starts), min(max(end, *ends), len(sentence.text))
    period = dates[0].period if dates else None
    return Event(
        doc,
        role,
        sentence.start + left,
        sentence.start + right,
        nation_in(sentence.text, doc.nation),
        period,
        places[0].at if places else None,
        period is not None
        and period.start is not None
        and (period.end is None or _is_begun(sentence.text, left, right)),
    )


def _is_begun(text: str, start: int, end: int) -> bool:
    return (
        BEGUN.search(text, max(0, start - NEAR), min(end + NEAR, len(text))) is not None
    )


def _deed(text: str, cues: list[_Cue], at: int) -> _Cue | None:
    """Find the deed that a time or place belongs to.

    The last deed before it in its clause, else the next one after: "Since 2024 the
    North has sent", and in Korean always.
    """
    before = [cue for cue in cues if cue[1] <= at and at - cue[1] <= DISTANCE]
    if before and not CLAUSE.search(text, before[-1][1], at) and not _is_korean(text):
        return before[-1]
    after = [cue for cue in cues if cue[0] > at and cue[0] - at <= DISTANCE]
    if after and not CLAUSE.search(text, at, after[0][0]):
        return after[0]
    if before and IT_WAS.search(text, before[-1][1], at):
        return before[-1]
    return None


def _is_scene(text: str, cue: _Cue, spot: Spot) -> bool:
    """Tell whether a deed happened at a place: men are captured in one, not to one."""
    between = text[min(cue[1], spot.end) : max(cue[0], spot.start)]
    if cue[2] is Role.TROOPS_SENT:
        return True
    if spot.at.region is None and CAPTOR.search(text[: spot.end]):
        return False
    if _is_attribute(text, cue):
        return False
    return not spot.toward and ELSEWHERE.search(between) is None


def _is_attribute(text: str, cue: _Cue) -> bool:
    """Tell "captured soldiers", who may be anywhere now, from "were captured"."""
    if text[cue[0] : cue[1]].lower() != "captured":
        return False
    return bool(
        NOUN_BEFORE.search(text[: cue[0]]) and not ADVERB_AFTER.match(text[cue[1] :])
    )


def _is_korean(text: str) -> bool:
    return len(re.findall("[가-힣]", text)) * 3 > len(text)


_Pair = tuple[Event, Event, Reason]


def _times(told: Sequence[Event], found: Sequence[Statement]) -> Iterator[_Pair]:
    several = _of_several_captures(told)
    for one, two in _pairs(told):
        if one.period is None or two.period is None:
            continue
        if one.role is Role.CAPTURED and several & {id(one.document), id(two.document)}:
            continue
        beginnings = _are_two_beginnings(one, two) and None not in {
            one.nation,
            two.nation,
        }
        begun = beginnings or _begun_after(one, two)
        if not begun and overlap(one.period, two.period):
            continue
        if not (begun or _one_event(one, two, found)):
            continue
        if one.role is Role.CAPTURED and _are_two_captures(one, two):
            continue
        why = reason(
            gettext_noop(
                "One text says {first}, the other {second}: the periods do not meet."
            ),
            first=written(one.period),
            second=written(two.period),
        )
        yield one, two, why


def _of_several_captures(told: Sequence[Event]) -> set[int]:
    """Return the texts (by `id`) that tell of captures in two times, of several men.

    One of these is not held against one of another text: it may be another man's.
    """
    taken = [event for event in told if event.role is Role.CAPTURED and event.period]
    return {
        id(one.document)
        for one, two in combinations(taken, 2)
        if one.document is two.document and not overlap(one.period, two.period)
    }


def _places(told: Sequence[Event], found: Sequence[Statement]) -> Iterator[_Pair]:
    for one, two in _pairs(told):
        if one.where is None or two.where is None or not one.where.excludes(two.where):
            continue
        if not _one_event(one, two, found) or not overlap(one.period, two.period):
            continue
        why = reason(
            gettext_noop(
                "One text says {first}, the other {second}: one event has one place."
            ),
            first=str(one.where),
            second=str(two.where),
        )
        yield one, two, why


def _pairs(told: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    for one, two in combinations(told, 2):
        if one.role is not two.role:
            continue
        if one.document is two.document and not _are_set_apart(one, two):
            continue
        if None in {one.nation, two.nation} or one.nation == two.nation:
            yield one, two


# "The allies put the first sending in October; the embassy says April."
TURN = re.compile(
    r"\b(?:whereas|while|but|however|by\s+contrast|insists?|claims?|maintains?|denies|denied|disputes?)\b"
    r"|(?<!\w)(?:натомість|проте|однак|але|зате|тоді\s+як|стверджу|наполяга|запереч|зато|однако|но|тогда\s+как|утвержда|настаива|отрица|возража)\w*"
    r"|반면|그러나|하지만|주장|반박",
    re.IGNORECASE,
)
MORE = re.compile(
    r"\b(?:second|third|another|additional|new|more|further|reinforcements?|again)\b"
    r"|(?<!\w)(?:друг(?:а|ий|ої)|втор(?:ая|ой)|трет|ще|ещё|еще|додатков|дополнител|нов(?:і|ий|а|ая|ые|ый)|знову|снова|поповнен|пополнен)\w*"
    r"|추가|2차|3차|다시|재차|증파",
    re.IGNORECASE,
)


def _are_set_apart(one: Event, two: Event) -> bool:
    """Tell whether a page sets one account of a first sending against another."""
    texts = [event.document.sentence_at(event.start).text for event in (one, two)]
    return (
        one.role is Role.TROOPS_SENT
        and texts[0] != texts[1]
        and all(FIRST.search(text) and not MORE.search(text) for text in texts)
        and any(map(TURN.search, texts))
    )


def _are_two_captures(one: Event, two: Event) -> bool:
    """Tell two captures of as many men: other regions as well, or months between."""
    if one.where and two.where and one.where.excludes(two.where):
        return True
    if one.period is None or two.period is None:
        return False
    ends = [day for day in (one.period.end, two.period.end) if day]
    starts = [day for day in (one.period.start, two.period.start) if day]
    return bool(ends and starts) and max(starts) - min(ends) > MONTHS


def _are_two_beginnings(one: Event, two: Event) -> bool:
    """Tell whether two texts let a sending begin in two times well apart.

    "Since autumn 2024" and "the first appeared at the front only in spring 2025".
    """
    first, second = (_beginning(event) for event in (one, two))
    if first is None or second is None:
        return False
    early, late = sorted((first, second))
    return late[0] - early[1] > APART


def _beginning(event: Event) -> tuple[date, date] | None:
    """Give the first and last day on which a deed may have begun, if its text tells."""
    stated = event.period
    if event.role is not Role.TROOPS_SENT or stated is None or stated.start is None:
        return None
    sentence = event.document.sentence_at(event.start).text
    if season := SINCE_SEASON.search(sentence):
        return _season(season)
    if stated.end is None:
        return stated.start, stated.start + SEASON
    first = FIRST.search(sentence)
    if first is None or stated.end - stated.start > SEASON:
        return None
    return stated.start, stated.end


def _season(match: re.Match[str]) -> tuple[date, date]:
    """Give the days of the season since which something goes on."""
    word, year = match["season"] or match["korean"], match["year"] or match["kyear"]
    first = next(month for start, month in SEASONS if word.lower().startswith(start))
    return date(int(year), first, 1), date(int(year), first + 2, 30)


def _begun_after(one: Event, two: Event) -> bool:
    """Tell whether one text lets a deed begin after the other has it done."""
    for begun, earlier in ((one, two), (two, one)):
        if (
            begun.begun
            and begun.role is Role.TROOPS_SENT
            and begun.period is not None
            and begun.period.start is not None
            and (done := _done_by(earlier)) is not None
            and done < begun.period.start
        ):
            return True
    return False


def _done_by(event: Event) -> date | None:
    """Give the last day on which a deed was first done.

    "Since the first units crossed the border in August": it was done in August.
    """
    stated = event.period
    if stated is None or stated.end is not None or stated.start is None:
        return None if stated is None else stated.end
    sentence = event.document.sentence_at(event.start)
    start = max(0, event.start - sentence.start - NEAR)
    end = min(event.end - sentence.start + NEAR, len(sentence.text))
    if not FIRST.search(sentence.text, start, end) or MORE.search(
        sentence.text, start, end
    ):
        return None
    whole = stated.start.day == 1
    return month_end(stated.start.year, stated.start.month) if whole else stated.start


def _one_event(one: Event, two: Event, found: Sequence[Statement]) -> bool:
    """Tell whether two pages tell of one capture: the same few men and no others."""
    if one.role is not Role.CAPTURED:
        return _same_force(one, two, found)
    if _is_of_one(one, found) or _is_of_one(two, found):
        return False
    mine, its = (_counted(event, found) for event in (one, two))
    if not mine or not its:
        return False
    return mine == its and len(mine) == 1 and (next(iter(mine)).high or 0) <= SMALL


def _is_of_one(event: Event, found: Sequence[Statement]) -> bool:
    """Tell a capture of one man of several from that of all of whom a page tells."""
    sentence = event.document.sentence_at(event.start)
    if GROUP.search(sentence.text) or not ALONE.search(sentence.text):
        return False
    counts = _counted(event, found)
    return all((count.high or 0) > 1 for count in counts)


def _same_force(one: Event, two: Event, found: Sequence[Statement]) -> bool:
    """Tell whether both clauses count the same force: "10,000 were sent"."""
    mine, its = (_figures(event, found) for event in (one, two))
    return bool(mine and mine == its and not one.begun and not two.begun)


def _figures(event: Event, found: Sequence[Statement]) -> set[Interval]:
    return {
        statement.interval
        for statement in found
        if statement.document is event.document
        and statement.figure.role is event.role
        and statement.figure.kind is FigureKind.QUANTITY
        and not statement.figure.additional
        and statement.sentence.start <= event.start < statement.sentence.end
    }


def _counted(event: Event, found: Sequence[Statement]) -> set[Interval]:
    """Collect the numbers of captured men that a page gives, ones left out."""
    counts = {
        statement.interval
        for statement in found
        if statement.document is event.document
        and statement.figure.role is Role.CAPTURED
        and statement.figure.kind is FigureKind.QUANTITY
        and (
            None in {statement.nation, event.nation} or statement.nation == event.nation
        )
    }
    single = Interval.at(1)
    return counts - {single} if len(counts) > 1 else counts


def _of(aspect: Aspect, pairs: Iterator[_Pair]) -> Iterator[Finding]:
    """Make one finding of all pairs on one deed."""
    grouped: dict[Role, list[_Pair]] = {}
    for pair in pairs:
        grouped.setdefault(pair[0].role, []).append(pair)
    for role, alike in grouped.items():
        items = dict.fromkeys(
            event.item for one, two, _why in alike for event in (one, two)
        )
        reasons = dict.fromkeys(why for _one, _two, why in alike)
        families = {item.page for item in items}
        yield Finding(
            aspect,
            role.value,
            Relation.DISJOINT,
            tuple(items),
            tuple(reasons),
            support=len(families),
        )
