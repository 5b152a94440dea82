"""Which figures does an article give, of what, for when, and on whose word?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from safeconduct.text.ages import Age, ages
from safeconduct.text.attribution import (
    PRONOUN,
    UNATTRIBUTED,
    Speaker,
    Voices,
    attribution,
    last_named,
    named,
    quoted_by,
    spoken_by,
    voices,
)
from safeconduct.text.bases import base_of
from safeconduct.text.counted import PEOPLE
from safeconduct.text.figure import UNSTATED, Figure, FigureKind
from safeconduct.text.inheriting import inherited
from safeconduct.text.listed import PART_AFTER, PART_OF, is_part_of
from safeconduct.text.masks import NOT_SO_MANY
from safeconduct.text.measures import SCALED, Measure, measures
from safeconduct.text.numerals import may_count, numerals
from safeconduct.text.organisations import is_generic, organisation
from safeconduct.text.page import Page
from safeconduct.text.periods import Months, Time, months_of, time_of, times
from safeconduct.text.places import place_near
from safeconduct.text.restating import mark
from safeconduct.text.roles import (
    SERVICE,
    SHARES,
    TELLS,
    WISHED,
    Place,
    Role,
    captures,
    deed_in,
    money_role,
    role_at,
)
from safeconduct.text.sentences import Sentence, sentences
from safeconduct.text.spans import names_span

# What is sent or returned need not be people.
THINGS = {Role.TROOPS_SENT: Role.ARMS_SENT, Role.RETURNED: Role.RETURNED}
# Of these the texts count soldiers where they name nobody.
MILITARY = {
    Role.TROOPS_SENT,
    Role.CASUALTIES,
    Role.KILLED,
    Role.WOUNDED,
    Role.CAPTURED,
    Role.SURRENDERED,
    Role.EXCHANGED,
}
# What has become of those who were counted before.
FATES = {Role.CAPTURED, Role.RETURNED, Role.EXCHANGED, Role.TROOPS_SENT}
CLAUSE_END = re.compile(
    r"[;:]|,\s+according\b|,\s+(?:while|but|with|and)\b|\s+(?:after|while)\s"
)
PART = re.compile(
    r"\b(?:of\s+(?:whom|them|which|these|those))\b|(?:яких|которых|них)\s|중\s|가운데|[.;:]",
    re.IGNORECASE,
)
BETWEEN_FIGURES = re.compile(
    r"[,;]|\b(?:and|with|while|but|та|і|и|а)\b|(?:으?며|지만|으나|[했됐였었]고)\s"
)
# "Some 4,000 of them, roughly a third, have died": the share is an aside.
ASIDE_OPENS = re.compile(r"^[^,.;:—–]{0,25},\s*$")
ASIDE_CLOSES = re.compile(r"^\s*[,)—–]")
CORRECTION = re.compile(
    r"\b(?:correct(?:ion|ed|s)|earlier\s+(?:version|report))\b|\bnot\s+[\d,.]+(?:\s\w+)?,?\s+but\b"
    r"|(?<!\w)(?:виправлен|уточнен|исправлен|уточнён)\w*|"
    rf"{NOT_SO_MANY},\s*а\s"
    r"|정정|바로잡|[명인개]이?\s?아니라",
    re.IGNORECASE,
)
# "300 (or 40%)", "from two to four", and Korean "600 included, 4,700".
BESIDE = re.compile(
    r"^\s*[—–(]\s*(?:or\s+)?$|^\s*(?:to|до)\s*$|^(?:\s+of\s+them)?,\s+or\s+$|포함(?:해|하여|한)\s*(?:총|모두)?\s*$"
)
ADDED = re.compile(
    r"\b(?:additional(?:ly)?|reinforcements?)\b|(?<!\w)(?:додатков\w+|дополнительн\w+)|추가|reinforcements|поповнен|пополнен",
    re.IGNORECASE,
)
# "Of 60 men, 30 died": what is said of the part is not said of the whole.
WHOLE = re.compile(
    r"(?:^|[.,;:—–“\"«]\s*)(?:of|out\s+of|із?|зі?|из)\s+"
    r"(?:(?:the|these|those|its|their|all|цих|тих|этих|тех|всіх|всех)\s+)*(?:(?:some|about|around|близько|около)\s+)?$",
    re.IGNORECASE,
)
# "Three of the nine", "17 wounded among the 40".
OF_THE = re.compile(
    r"[^,.;:—–]{0,25}?\s*\b(?:of|among|із?|з|зі|из|серед|среди)\s+(?:(?:the|these|those|all|цих|этих|всіх|всех)\s+)*",
    re.IGNORECASE,
)
# "Ніхто не хоче": after nobody the Slavic "not" denies nothing more.
NOT_WISHING = re.compile(r"(?<!\w)не\s+(?:хоч|хот|бажа|жела)", re.IGNORECASE)
BOTH = re.compile(r"both|об(?:идва|идві|оє|ох|а|е|оих)", re.IGNORECASE)
DIGITS = re.compile(r"\d+")


def find_figures(page: Page) -> tuple[Figure, ...]:
    """Read the figures of a page's article in order; boilerplate has none.

    A figure said twice is found twice: the second time `restates` the first.
    """
    article = "\n".join(line.text for line in page.lines if line.kind.is_article)
    found: list[Figure] = []
    dates = months_of(article)
    read = list(sentences(page.text, page.lines))
    texts = [sentence.text for sentence in read]
    joined = [
        bool(at) and "\n" not in page.text[read[at - 1].end : sentence.start]
        for at, sentence in enumerate(read)
    ]
    said: tuple[Speaker, ...] = (UNATTRIBUTED,)
    for at, sentence in enumerate(read):
        if not joined[at]:
            said = (UNATTRIBUTED,)
        question = _question(texts, at)
        near = _figures(sentence, page, dates, found[-1] if found else None, question)
        heard = [_swapped(_spoken(figure, texts, at), texts, at) for figure in near]
        heard = [_held(figure, sentence, texts, at) for figure in heard]
        if at and joined[at]:
            heard = [
                _on_the_day(one, texts[at], texts[at - 1], dates, page) for one in heard
            ]
        if at + 1 < len(read) and joined[at + 1] and POINTS_BACK.search(texts[at + 1]):
            heard = [_reported(figure, texts[at + 1]) for figure in heard]
        heard = [_going_on(figure, sentence, said) for figure in heard]
        subject = PRONOUN_SUBJECT.match(sentence.text) if heard and at else None
        if subject and (joined[at] or subject["many"]):
            since = max(0, at - 3) if joined[at] else at - 1
            who = spoken_by(subject["whose"], texts[since:at])
            heard = [_credited(figure, who) for figure in heard]
        said = heard[-1].attribution if heard else said
        found += heard
    return mark(page.text, page.lines, found)


# "The first exchange was on 8 May: 218 came home": they were exchanged.
SWAP = re.compile(
    r"\b(?:exchange|swap)s?\b|(?<!\w)(?<!штаб\s)(?<!штаба\s)(?:обмін|обмен)\w*|교환",
    re.IGNORECASE,
)
# All who ever came home came by more ways than one.
EVER = re.compile(
    r"\bsince\b|(?<!\w)(?:від|с|з)\s+(?:початку|начала|20\d\d)|за\s+(?:весь|всё|увесь)\s|\d년\s?(?:이후|부터)|이래",
    re.IGNORECASE,
)


def _swapped(figure: Figure, texts: list[str], at: int) -> Figure:
    """Count those who came home as exchanged, where the text is speaking of that."""
    if figure.role is not Role.RETURNED or figure.unit not in PEOPLE:
        return figure
    before = texts[max(0, at - SPOKEN_OF) : at]
    spoken_of = any(map(SWAP.search, before)) and not EVER.search(texts[at])
    if not (spoken_of or SWAP.search(texts[at])):
        return figure
    return replace(figure, role=Role.EXCHANGED)


# "As of 1 May there were 31 North Koreans in Ukraine": after prisoners were named.
AS_OF = re.compile(
    r"\bas\s+of\b|(?<!\w)(?:станом\s+на|по\s+состоянию\s+на|на\s+(?:початок|кінець|начало|конец|\d))|기준|현재",
    re.IGNORECASE,
)
IN_UKRAINE = re.compile(
    r"\b(?:in\s+Ukraine|in\s+Ukrainian\s+hands)\b|(?<!\w)(?:в|у)\s+Укра[їи]н[іе](?!\w)|우크라이나에",
    re.IGNORECASE,
)
STAYING = re.compile(
    r"\b(?:were|was|are|had|has|remained|there)\b|(?<!\w)(?:перебува|находи|було|были|налічу|насчитыва|залиша|остава)\w*|있",
    re.IGNORECASE,
)
PRISONERS = re.compile(
    r"\b(?:prisoners?|POWs?|captives?)\b|(?<!\w)(?:військово|военно)?(?:полонен|пленн)\w+|포로",
    re.IGNORECASE,
)
KOREANS = re.compile(
    r"\W*(?:[\w’'-]+\s+){0,2}?(?:north\s+korean|північнокоре|северокоре|корейськ|корейск|кндр)|[^.]{0,6}북한군",
    re.IGNORECASE,
)


def _held(figure: Figure, sentence: Sentence, texts: list[str], at: int) -> Figure:
    """Count North Koreans who were in Ukraine on a day as the prisoners they are."""
    if figure.role is not Role.OTHER or figure.unit not in PEOPLE:
        return figure
    if figure.kind is not FigureKind.QUANTITY or figure.additional:
        return figure
    text, start = sentence.text, figure.start - sentence.start
    told = all(cue.search(text) for cue in (AS_OF, IN_UKRAINE, STAYING))
    koreans = KOREANS.match(text, start) or KOREANS.match(
        text, start + len(figure.text)
    )
    spoken_of = any(map(PRISONERS.search, texts[max(0, at - ANSWERED) : at + 1]))
    if not (told and koreans and spoken_of):
        return figure
    return replace(figure, role=Role.CAPTURED, unit="soldier")


def _on_the_day(
    figure: Figure, text: str, before: str, dates: Months, page: Page
) -> Figure:
    """Date those who came home by the sentence before, which tells of an exchange.

    "On 19 August the two sides held an exchange. 185 men came home."
    """
    if figure.period is not None or figure.role not in HOMEWARD:
        return figure
    if figure.kind is not FigureKind.QUANTITY:
        return figure
    if not (SWAP.search(before) or THAT_DAY.search(text)):
        return figure
    days = [time for time in times(before, dates, page.published) if time.period]
    ends = {(day.period.start, day.period.end) for day in days if day.period}
    if len(ends) != 1:
        return figure
    first, last = ends.pop()
    is_day = first is not None and first == last
    return replace(figure, period=days[-1].period) if is_day else figure


# "That day 146 came home": the day of the sentence before.
THAT_DAY = re.compile(
    r"\b(?:that|the\s+same)\s+day\b|(?<!\w)(?:того|цього)\s+(?:ж\s+|самого\s+)?дня(?!\w)"
    r"|(?<!\w)в\s+(?:тот|этот)\s+(?:же\s+)?день(?!\w)|(?:이날|그날|같은\s?날)(?=\s)",
    re.IGNORECASE,
)
HOMEWARD = {Role.EXCHANGED, Role.RETURNED}
SPOKEN_OF = 2
"""Sentences before a figure that still say what it is about."""


def _spoken(figure: Figure, texts: list[str], at: int) -> Figure:
    """Name the speaker of another sentence: "he said", a quotation that goes on."""
    chain = named(_told_by_name(figure.attribution), texts[max(0, at - 3) : at])
    chain = tuple(
        replace(speaker, who=organisation(texts, at) or speaker.who)
        if is_generic(speaker.who)
        else speaker
        for speaker in chain
    )
    if chain == (UNATTRIBUTED,) and (who := quoted_by(texts, at)):
        chain = (Speaker(who, "quoted"),)
    return replace(figure, attribution=chain)


def _told_by_name(chain: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Leave out "six said firmly": those counted are no source of the count."""
    kept = tuple(
        one for one in chain if not (_is_number(one.who) or RELATIVE.fullmatch(one.who))
    )
    return kept or (UNATTRIBUTED,)


RELATIVE = re.compile(
    r"котор\w+|яку|який|яка|яке|які|якого|якої|which|that|what|whose", re.IGNORECASE
)
"""What stands for a thing told before, and is no speaker."""


def _is_number(who: str) -> bool:
    first = next(numerals(who), None)
    return first is not None and first.start == 0 and first.words


# "Об этом сообщает служба": it is said of the sentence before.
POINTS_BACK = re.compile(
    r"^\W*(?:(?:This|That|The\s+(?:figures?|numbers?|data))\s+(?:was|were|is|are|has\s+been|have\s+been|comes?|came)\s+(?:\w+\s+)?(?:by|from)\b"
    r"|(?:Об\s+этом|Про\s+це|Це|Это|(?:Такие|Эти|Такі|Ці)\s+(?:данные|дані|цифр[ыи]))\s+(?:\w+\s+){0,3}?(?:сообщ|повідом|заяв|рассказ|розпов|писа|пиш|йдеться|говорит|привод|наводит|навів|навел|подтверд|підтверд|обнарод|оприлюдн)"
    r"|[^.]{2,60}?(?:은|는|이|가)\s[^.]{0,30}?(?:이같이|이렇게|이를|이\s?같은\s\S+을)\s?(?:밝혔|전했|말했|발표|공개|확인))",
    re.IGNORECASE,
)
BY_WHOM = re.compile(r"\b(?:by|from)\s+(?P<who>[^,.;:—–]{3,60})")


def _reported(figure: Figure, after: str) -> Figure:
    """Name who is said in the next sentence to have said it."""
    who = last_named(after)
    if who is None and (by := BY_WHOM.search(after)):
        who = by["who"]
    return _credited(figure, who)


def _credited(figure: Figure, who: str | None) -> Figure:
    """Let somebody have said a figure that nobody else says."""
    if figure.attribution != (UNATTRIBUTED,) or who is None:
        return figure
    return replace(figure, attribution=(Speaker(who, "reported"),))


# "Of them", "that is": what goes on with the count before has its speaker.
GOES_ON = re.compile(
    rf"{PART_OF.pattern}|^\W*(?:that|this|which|together|in\s+all|это|це|тобто|то\s+есть|разом|вместе|всего|усього|이는|이\s|모두)\W?",
    re.IGNORECASE,
)
TOLD_TOGETHER = {
    Role.CASUALTIES,
    Role.KILLED,
    Role.WOUNDED,
    Role.MISSING,
    *SHARES.values(),
}


# What contradicts the sentence before is said by somebody else.
TURNS = re.compile(
    r"\W*(?:But|However|Yet|Meanwhile|Elsewhere|Separately|Earlier|Last\s+(?:week|month|year)|Но|Однако|Между\s+тем|А|Але|Проте|Однак|Тим\s+часом|Натомість|Раніше|Ранее"
    r"|그러나|하지만|반면|한편|앞서|다만)(?!\w)"
)


def _going_on(figure: Figure, sentence: Sentence, said: tuple[Speaker, ...]) -> Figure:
    """Leave a count that goes on with the speaker of the sentence before.

    A paragraph that has begun to report goes on to, unless it turns.
    """
    alone = figure.attribution == (UNATTRIBUTED,)
    hearsay = figure.attribution[-1].who == "unnamed"
    if not (alone or hearsay) or figure.kind is FigureKind.AGE:
        return figure
    at = figure.start - sentence.start
    goes_on = GOES_ON.search(sentence.text[:at]) or PART_AFTER.match(
        sentence.text, figure.end - sentence.start
    )
    if goes_on or (alone and figure.role in TOLD_TOGETHER):
        return replace(figure, attribution=said)
    named_one = said[-1].who != "unnamed" and not PRONOUN.fullmatch(said[-1].who)
    if hearsay or not named_one or TURNS.match(sentence.text):
        return figure
    return replace(figure, attribution=said) if _adds_to(figure) else figure


def _adds_to(figure: Figure) -> bool:
    """Whether a figure only makes sense beside the ones before it.

    What those counted wish, a share, an average; a new deed has its own source.
    """
    if figure.kind is FigureKind.QUANTITY:
        return figure.role in WISHED or (
            figure.role is Role.OTHER and figure.unit in PEOPLE
        )
    return figure.kind in {FigureKind.SHARE, FigureKind.DURATION}


# "In the first half of the year they visited": who spoke just before.
PRONOUN_SUBJECT = re.compile(
    r"\W*(?:(?:In|By|Since|During|So\s+far|Over)\s[^,.;:]{2,40}?,?\s)?(?:[Hh]e|[Ss]he|(?P<many>[Tt]hey))\s+(?:\w+\s+)?(?!(?:was|were|is|are)\b)\w+"
    r"|\W*(?:(?:За|У|В|Від|С|З|До|К|По)\s[^,.;:]{2,40}?\s)?(?:[Вв]ін|[Вв]она|[Вв]они|[Оо]н|[Оо]на|[Оо]ни|(?P<whose>[Йй]ого|[Її]ї|[Ее]го|[ЕеЁё][её])\s+(?:організаці|організація|об[’'ʼъ][єе]д|фонд|команд|групп?|центр)\w*)\s"
    r"|\W*(?:그|그녀|그들)(?:는|은)\s"
)


TABLE, MOST = 40, 200
"""Numbers in one sentence that make it a table: no grammar reads a table."""


HOW_MANY = re.compile(
    r"\bhow\s+many\b|(?<!\w)(?:сколько|скільки)(?!\w)|몇\s?(?:명|사람)", re.IGNORECASE
)
ASKED = re.compile(r"\?\W*$|(?:인가|있나|되나|일까|였나|있었나)\W*$")
ANSWERED = 3
"""Sentences after a question in which its answer is given."""


def _question(texts: list[str], at: int) -> str | None:
    """Return the "how many" question that a sentence may answer, if any."""
    lines = "\n".join(texts[max(0, at - ANSWERED) : at + 1]).split("\n")
    for line in reversed(lines[:-1]):
        if HOW_MANY.search(line) and ASKED.search(line):
            return line
    return None


def _answering(figure: Figure, question: str | None) -> Figure:
    """Give a count of which its sentence says nothing the role it was asked for."""
    unsaid = figure.role is Role.OTHER and figure.kind is FigureKind.QUANTITY
    if question is None or not unsaid or figure.unit not in {"", None, *PEOPLE}:
        return figure
    role = deed_in(question)
    return (
        figure if role is None else replace(figure, role=role, unit=_men(role, figure))
    )


def _men(role: Role, figure: Figure) -> str | None:
    return "soldier" if role in MILITARY else figure.unit


def _figures(
    sentence: Sentence,
    page: Page,
    dates: Months,
    last: Figure | None,
    question: str | None = None,
) -> Iterator[Figure]:
    text = sentence.text
    if len(DIGITS.findall(text)) > TABLE or not (may_count(text) or names_span(text)):
        return
    told = list(ages(text))
    counted = [
        measure
        for measure in measures(text, asked=question is not None)
        if not any(
            age.start < measure.quantity.end and measure.quantity.start < age.end
            for age in told
        )
    ]
    if not (counted or told) or len(counted) > MOST:
        return
    heard = voices(text)
    periods = list(times(text, dates, page.published))
    found = [_age(text, age, heard) for age in told]
    for at, measure in enumerate(counted):
        place = _place(text, counted, at)
        figure = _figure(text, measure, place, periods, heard, last)
        if figure is not None:
            figure = _answering(figure, question)
            question = None
            found.append(figure)
            here = [one for one in found if one.kind is FigureKind.QUANTITY]
            aside = len(here) > 1 and last in here and _is_aside_thing(figure, last)
            last = last if aside else figure
    for figure in sorted(found, key=lambda figure: figure.start):
        start, end = figure.start + sentence.start, figure.end + sentence.start
        yield replace(figure, start=start, end=end)


def _figure(
    text: str,
    measure: Measure,
    place: Place,
    periods: list[Time],
    heard: Voices,
    last: Figure | None,
) -> Figure | None:
    measure = _paid(text, measure, last)
    quantity = measure.quantity
    role = _role(text, measure, place)
    if last is not None:
        role = inherited(text, measure, place, role, last)
    if role is Role.REFUSING_RETURN and quantity.high == 0 and NOT_WISHING.search(text):
        role = Role.WISHING_RETURN
    if _counts_nobody(text, measure, role):
        return None
    unit = _unit(measure, role, last)
    around = text[max(place.left, place.start - 40) : min(place.right, place.head + 40)]
    if role is Role.TROOPS_SENT and ADDED.search(around):
        quantity = replace(quantity, additional=True)
    if role is Role.TROOPS_SENT and quantity.additional:
        role = Role.TROOPS_SENT_ADDITIONAL
    share, timed = (
        measure.kind is FigureKind.SHARE,
        measure.kind is not FigureKind.DURATION,
    )
    clause = _clause_end(text, place.end)
    chain, certainty = attribution(text, quantity.start, quantity.end, heard)
    told = _time_end(text, periods, place, clause)
    when = time_of(periods, place.start, place.end, told) if timed else None
    return Figure(
        start=quantity.start,
        end=quantity.end,
        text=text[quantity.start : quantity.end],
        kind=measure.kind,
        role=role,
        low=quantity.low,
        high=quantity.high,
        low_open=quantity.low_open,
        high_open=quantity.high_open,
        approx=quantity.approx,
        additional=quantity.additional,
        corrected=bool(CORRECTION.search(text)),
        vague=quantity.vague,
        unit=unit,
        currency=measure.currency,
        base=base_of(text, quantity.start, quantity.end).name if share else None,
        period=when.period if when else None,
        undated=when.text if when and when.period is None else None,
        place=place_near(text, place.end, clause),
        attribution=chain,
        certainty=certainty,
    )


def _is_aside_thing(figure: Figure, last: Figure) -> bool:
    """Whether a figure tells only of how many countries or units the people are.

    In "380 foreigners from 43 countries, 24 of them Cubans" the 24 are of the 380.
    """
    thing = figure.kind is FigureKind.QUANTITY and figure.unit not in PEOPLE
    of_people = last.unit in PEOPLE and last.role is not Role.OTHER
    return thing and of_people and figure.role is Role.OTHER


def _is_one(measure: Measure) -> bool:
    """Whether it only says "one soldier": a person, no count."""
    quantity = measure.quantity
    return (
        measure.kind is FigureKind.QUANTITY
        and measure.unit in {None, *PEOPLE}
        and quantity.low == quantity.high == 1
    )


def _counts_nobody(text: str, measure: Measure, role: Role) -> bool:
    """Whether a number only points at people who were counted before, or at nothing."""
    quantity = measure.quantity
    if BOTH.fullmatch(text, quantity.bare_start, quantity.bare_end):
        return role not in WISHED  # said before, unless it tells what both wish
    if role is Role.OTHER:
        kin = (quantity.high or 0) <= HOUSEHOLD and KIN.match(text, quantity.end)
        counted = measure.certain or _is_answer(text, quantity.end)
        return not counted or _is_one(measure) or bool(kin)
    if role is Role.CAPTURED and _is_one(measure) and not captures(text):
        return True  # "the upkeep of one prisoner"
    # "One of them was held for years" tells of him.
    one = _is_one(measure) and PART_AFTER.match(text, quantity.end)
    return role in FATES and bool(one)


def _is_answer(text: str, end: int) -> bool:
    """Whether a bare number stands in a row of answers: "... , 31 named another"."""
    in_row = TELLS.search(text, 0, max(0, end - 1)) is not None
    return in_row and TELLS.match(text, end) is not None


# "He has three children": his family, which exposure reads, and no figure.
KIN = re.compile(
    r"\s+(?:[\w’'ʼ-]+\s+)?(?:children|sons|daughters|kids|brothers|sisters|siblings|twins|grandchildren"
    r"|діт(?:ей|и|ьми)|дет(?:ей|и|ьми)|син(?:ів|и|ами)|сын(?:овей|овья|а)|до(?:чок|чки|нек|ньки|чери|черей|чками|чкою)|брат(?:ів|и|ьев|ья|а)|сест(?:ер|ёр|ри|ры)|онук\w*|внук\w*|близнюк\w*|близнец\w*)(?!\w)"
    r"|\s?(?:명의\s)?(?:자녀|아들|딸|형제|남매|자매|손주)",
    re.IGNORECASE,
)
HOUSEHOLD = 9


def _unit(measure: Measure, role: Role, last: Figure | None) -> str:
    """Name what is counted; the figure before tells where the sentence does not."""
    if role in WISHED:
        return "person"
    if last and role is last.role and measure.quantity.additional:
        return measure.unit if measure.unit in PEOPLE else last.unit or "person"
    if measure.unit is not None:
        return measure.unit
    if role not in MILITARY and last and last.unit in PEOPLE:
        return last.unit or "person"
    return "soldier" if role in MILITARY else "person"


def _paid(text: str, measure: Measure, last: Figure | None) -> Measure:
    """Take "in Samara they offer 3.6 million" for money if money was spoken of."""
    if last is None or last.kind is not FigureKind.MONEY or not last.currency:
        return measure
    quantity = measure.quantity
    before = text[max(0, quantity.start - 60) : quantity.start]
    bare = measure.head == quantity.end and measure.kind is FigureKind.QUANTITY
    scaled = SCALED.search(text[quantity.bare_start : quantity.bare_end])
    here = text[last.start : last.end] == last.text  # in this very sentence
    if not (bare and scaled and (here or PAYS.search(before))):
        return measure
    return replace(
        measure,
        kind=FigureKind.MONEY,
        unit=last.currency,
        currency=last.currency,
        certain=True,
    )


PAYS = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|offer\w*|promis\w*|cost\w*|receiv\w*|gets?|got|bonus\w*|worth)\b"
    r"|(?<!\w)(?:плат|сплат|сплач|випла|выпла|обіця|обеща|пропону|предлага|отрима|получ|кошту|сто[иї]т|дають|дают|дали|давал|витрат|истрат|израсход|собра|зібра|становил|состав|осталось|лишил)\w*"
    r"|지급|약속|받[는았]|[준줬]다",
    re.IGNORECASE,
)


def _age(text: str, age: Age, heard: Voices) -> Figure:
    chain, certainty = attribution(text, age.start, age.end, heard)
    return Figure(
        start=age.start,
        end=age.end,
        text=text[age.start : age.end],
        kind=FigureKind.AGE,
        role=Role.AGE,
        low=age.low,
        high=age.high,
        unit="year",
        attribution=chain,
        certainty=certainty,
    )


def _role(text: str, measure: Measure, place: Place) -> Role:
    if measure.kind is FigureKind.MONEY:
        return money_role(text, place)
    if measure.kind is FigureKind.DURATION:
        return _time_role(text, place)
    if measure.kind is FigureKind.SHARE:
        return _share_role(text, place)
    role = role_at(text, place)
    if measure.unit is not None and measure.unit not in PEOPLE:
        return _thing_role(measure.unit, role)
    if measure.quantity.high == 0 and role is Role.CAPTURED:
        return _none_role(text, place)
    return _shared_role(text, place, role)


def _time_role(text: str, place: Place) -> Role:
    before = text[place.left : place.start]
    serving = SERVICE.search(before) or SERVICE.search(text[place.end : place.end + 40])
    return Role.YEARS_OF_SERVICE if serving else Role.OTHER


def _none_role(text: str, place: Place) -> Role:
    """Tell "no officer was captured" from "no prisoner has come to Seoul"."""
    clause = text[place.left : place.start] + text[place.head : place.right]
    named = deed_in(text[place.end : place.head]) is Role.CAPTURED
    return Role.OTHER if named and not captures(clause) else Role.CAPTURED


def _shared_role(text: str, place: Place, role: Role) -> Role:
    gap = text[place.head : place.right]
    if WHOLE.search(text[: place.start]):
        return role
    if role is Role.OTHER and is_part_of(text[place.left : place.start]):
        return (
            role  # "of them nine at most, and three have asked": not the three's verb
        )
    if role is Role.OTHER and not PART.search(gap):
        # "Soldiers and 40 tanks were sent": the verb is shared.
        role = role_at(text, replace(place, right=len(text)))
    return role


HELD_LONG = re.compile(
    r"\b(?:for|spent)\s+(?:\w+\s+){0,4}?(?:years?|months?|weeks?)\b"
    r"|(?<!\w)(?:рок[иіу]в?|рік|років|лет|год[ау]?|місяц\w+|месяц\w*|тиж\w+|недел\w+)(?!\w)|\d\s?(?:년|개월|달)\s?(?:이상|넘게|동안|간)",
    re.IGNORECASE,
)


def _thing_role(unit: str, role: Role) -> Role:
    """Tell what a count of things plays: only arms are sent, bodies are returned."""
    if role is Role.TROOPS_SENT and PAPERS.match(unit):
        return Role.OTHER
    if role is Role.RETURNED and not BODIES.match(unit):
        return Role.OTHER
    return THINGS.get(role, Role.OTHER)


# What else is sent and delivered: post, books, articles.
PAPERS = re.compile(
    r"letters?|parcels?|packages?|boxes|books?|newspapers?|magazines?|dictionar|messages?|names?|pages?|photos?|pictures?|blankets?|postcards?|articles?|reports?|stories|questions?|requests?|appeals?|lists?|candles|medicines?|envelopes?|companies|countries|governments|capitals|embass|broadcasters"
    r"|лист(?:ів|и|а|ами)?$|письм|писем|посил|посыл|бандерол|книг|книж|газет|журнал|словник|словар|повідомл|сообщени|фото|знімк|снимк|конверт|ковдр|одеял|ім[’'ʼ]?я|імен|им[её]н|анкет|звернен|обращени|запит|запрос|відкрит|открыт|стат[ті]|стате|матер[иі]ал|лік[иі]в?$|лекарств|країн|стран|держав|столиц|уряд|правительств|посольств|шкарпет|носк"
    r"|편지|소포|책|신문|방송|기사|회사|국가|나라|정부|대사관|사진|담요|서한|언론|의약품|문서|사전|엽서|질문|건의|제안|명단|댓글|영상|옷|양말",
    re.IGNORECASE,
)
BODIES = re.compile(
    r"bod(?:y|ies)|remains|corpses?|coffins?|dead|тіл|тел|останк|рештк|труп|трун|гроб|시신|유해|시체|주검|유골",
    re.IGNORECASE,
)


def _share_role(text: str, place: Place) -> Role:
    """Look past the whole: in "40% of those captured were hurt" the share is hurt."""
    base = base_of(text, place.start, place.end)
    if base.end > place.end:
        place = replace(place, end=base.end, head=base.end)
    elif (
        base.name != UNSTATED or "명" in text[place.start : place.end]
    ):  # Korean: the whole stands before the share
        place = replace(place, left=place.start)
    role = role_at(text, place)
    if role is Role.CAPTURED and not captures(text[place.left : place.right]):
        return Role.OTHER  # "every third prisoner": the noun is only the whole
    if role is Role.CAPTURED and HELD_LONG.search(text, place.end, place.right):
        return Role.OTHER  # a share of those held, by how long
    return SHARES.get(role, Role.OTHER)


def _place(text: str, counted: list[Measure], at: int) -> Place:
    """Bound the clause of a figure by its neighbours.

    The next figure ends the clause where a comma or an "and" parts the two; one
    that only stands in dashes or brackets beside it does not.
    """
    measure = counted[at]
    left, right, whole = 0, len(text), False
    if at:
        before = counted[at - 1]
        start = measure.quantity.start
        # The head of "nineteen of the 23 men" is that of both numbers.
        head = before.head if before.head <= start else before.quantity.end
        gap = text[head:start]
        left = (
            0
            if _beside(gap) or _is_of_countries(text[before.quantity.end : start])
            else before.quantity.end
        )
        whole = bool(OF_THE.fullmatch(gap))
    opens = WHOLE.search(text[: measure.quantity.start])
    for after in counted[at + 1 :]:
        gap = text[measure.head : after.quantity.start]
        aside = _is_aside(text, gap, measure, after)
        parted = opens or BETWEEN_FIGURES.search(gap)
        if not (aside or _beside(gap)) and parted:
            right = after.quantity.start
            break
    if opens and (comma := text.find(",", measure.head, right)) >= 0:
        right = comma
    return Place(
        measure.quantity.start, measure.quantity.end, measure.head, left, right, whole
    )


def _is_aside(text: str, gap: str, measure: Measure, after: Measure) -> bool:
    """Whether a share only explains the count before it."""
    return (
        after.kind is FigureKind.SHARE
        and measure.kind is FigureKind.QUANTITY
        and bool(ASIDE_OPENS.search(gap))
        and bool(ASIDE_CLOSES.search(text[after.quantity.end :]))
    )


KOREAN_ORIGIN = re.compile(r"개국\s?(?:출신|국적)?(?:의)?\s?")


def _is_of_countries(between: str) -> bool:
    """Whether a number of countries stands before people from them: "38개국 214명"."""
    return KOREAN_ORIGIN.fullmatch(between) is not None


def _beside(gap: str) -> bool:
    """Whether two figures stand side by side in one clause."""
    return bool(BESIDE.search(gap))


# "In July 310 came home, and since January 2,900": each time has its own number.
AND_THEN = re.compile(r",\s+(?:and|а|і|та|и)\s+(?=\S+\s)", re.IGNORECASE)


def _time_end(text: str, periods: list[Time], place: Place, clause: int) -> int:
    """Cut a clause where another begins, if a time was told before the figure."""
    if not any(time.at < place.start for time in periods):
        return clause
    another = AND_THEN.search(text, place.end, clause)
    return another.start() if another else clause


def _clause_end(text: str, at: int) -> int:
    match = CLAUSE_END.search(text, at)
    return match.start() if match else len(text)
