"""Whom does a text give away, by what, and among how many?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from safeconduct.disclosure.about import About, about_prisoners
from safeconduct.disclosure.asides import beside_others
from safeconduct.disclosure.automaton import NameHit
from safeconduct.disclosure.bearers import CAPTIVITY, points
from safeconduct.disclosure.details import Detail, Field, ruled, unruled
from safeconduct.disclosure.exposure import THRESHOLD, Exposure, Span
from safeconduct.disclosure.mentions import Chains
from safeconduct.disclosure.namings import again, initials, named
from safeconduct.disclosure.register import Register
from safeconduct.disclosure.relatives import with_relatives
from safeconduct.disclosure.resolution import Resolution
from safeconduct.disclosure.variants import Form
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.lines import classify
from safeconduct.text.page import Page
from safeconduct.text.sentences import Sentence, sentences

__all__ = ["THRESHOLD", "Exposure", "Span", "scan"]

WINDOW = 30_000
"""Characters of a text read as one; few articles have as many."""
REACH = 25
"""Sentences around one on captivity in which details are read."""
NEARBY = 300
"""Characters between initials and what tells of whom they may be of."""


def scan(
    source: Page | str, register: Register, *, threshold: int = THRESHOLD
) -> tuple[Exposure, ...]:
    """Find the protected persons whom a text gives away.

    Args:
        source: A page, or plain text; spans count the characters of its text.
        register: The persons looked for.
        threshold: Without a name, a description counts if it fits fewer people.

    Returns:
        One exposure for each person, by id. Nobody is found where nothing tells of
        captivity: a bare name is only a candidate.
    """
    text, lines = _lines(source)
    if not register.persons:
        return ()
    about = about_prisoners(text)
    if about is About.NOT and CAPTIVITY.search(text) is None:
        return ()
    hits = named(text, register.names)
    found: dict[str, Exposure] = {}
    strangers: list[tuple[int, int]] = []
    for window in _windows(lines):
        reading = _Reading(text, window, _inside(hits, window), about)
        chains = reading.chains(register)
        exposures = tuple(Resolution(register, chains, threshold).exposures())
        if exposures:
            chains = reading.chains(register, learned=True)
            exposures = tuple(Resolution(register, chains, threshold).exposures())
        strangers += chains.strangers
        for each in exposures:
            before = found.get(each.person)
            found[each.person] = each if before is None else _merged(before, each)
    ordered = [found[person] for person in sorted(found)]
    aside = tuple(_aside(hits, lines)) if ordered else ()
    ordered = [_with_whole_names(each, aside, register) for each in ordered]
    ordered = list(_with_initials(text, ordered, register))
    ordered = list(beside_others(text, ordered, strangers))
    ordered = list(with_relatives(text, ordered))
    return tuple(_called(text, each) for each in _with_echoes(text, ordered, strangers))


COURTESY = re.compile(r"\s?(?:[모某](?:\s?씨)?|씨)(?![가-힣]{2})")


def _called(text: str, exposure: Exposure) -> Exposure:
    """Take `씨` and `모` to the Korean surname before it: both say that it is one."""
    spans = []
    for span in exposure.spans:
        after = COURTESY.match(text, span.end)
        is_surname = span.field == Field.NAME and span.end - span.start == 1
        end = after.end() if after and is_surname else span.end
        spans.append(replace(span, end=end))
    return replace(exposure, spans=tuple(spans))


def _windows(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Part a huge text: to resolve a text costs the square of its length."""
    begin = 0
    for at, line in enumerate(lines):
        if line.end - lines[begin].start > WINDOW:
            yield lines[begin : at + 1]
            begin = at + 1
            if begin == len(lines):
                return
    yield lines[begin:]


def _inside(hits: Sequence[NameHit], window: Sequence[Line]) -> Sequence[NameHit]:
    if not window:
        return ()
    start, end = window[0].start, window[-1].end
    return [hit for hit in hits if start <= hit.start < end]


def _merged(one: Exposure, other: Exposure) -> Exposure:
    """Join what two windows tell of a person: the smaller number holds."""
    spans = sorted({*one.spans, *other.spans}, key=lambda s: (s.start, s.end))
    fewer = one if one.k <= other.k else other
    return replace(fewer, spans=tuple(spans))


SIGNED = frozenset({Kind.PHOTO_CREDIT, Kind.BYLINE, Kind.AUTHOR_BIO})
"""Lines with a name of whoever wrote or took it; those of pictures are read."""


def _aside(hits: Sequence[NameHit], lines: Sequence[Line]) -> Iterator[NameHit]:
    """Yield the whole names in lines that are not read as the article's."""
    starts = [line.start for line in lines]
    for hit in hits:
        if hit.form is not Form.FULL:
            continue
        line = lines[bisect_right(starts, hit.start) - 1]
        if not (line.kind.is_article or line.kind in SIGNED):
            yield hit


def _with_whole_names(
    exposure: Exposure, aside: Sequence[NameHit], register: Register
) -> Exposure:
    """Add whole names beside the article, which may be a caption read as a menu."""
    person = register.index(exposure.person)
    places = [(hit.start, hit.end) for hit in aside if person in hit.owners]
    return _named(exposure, places)


def _with_echoes(
    text: str, found: Sequence[Exposure], strangers: Sequence[tuple[int, int]]
) -> Iterator[Exposure]:
    """Add the other mentions of each name that was bound, if it is one person's."""
    names = [_bound(text, exposure) for exposure in found]
    taken = [
        *strangers,
        *((s.start, s.end) for e in found for s in e.spans if s.kind == "direct"),
    ]
    places = [set(again(text, each, taken)) for each in names]
    counts = Counter(span for each in places for span in each)
    for exposure, own in zip(found, places, strict=True):
        yield _named(exposure, (span for span in own if counts[span] == 1))


def _with_initials(
    text: str, found: Sequence[Exposure], register: Register
) -> Iterator[Exposure]:
    """Add initials that may be of one person found alone, near what tells of him."""
    persons = [register.person(exposure.person) for exposure in found]
    places = [
        _initials_of(exposure, text, (*person.names, *person.false_names))
        for exposure, person in zip(found, persons, strict=True)
    ]
    counts = Counter(span for each in places for span in each)
    for exposure, own in zip(found, places, strict=True):
        yield _named(exposure, (span for span in own if counts[span] == 1))


def _initials_of(
    exposure: Exposure, text: str, names: Iterable[str]
) -> set[tuple[int, int]]:
    """Find his initials near what tells of him, and the same wherever else."""
    direct = [(s.start, s.end) for s in exposure.spans if s.kind == "direct"]
    all_ = [
        span
        for span in initials(text, names)
        if not any(start < span[1] and span[0] < end for start, end in direct)
    ]
    near = {
        span
        for span in all_
        if any(abs(span[0] - told.start) <= NEARBY for told in exposure.spans)
    }
    printed = {text[start:end] for start, end in (*near, *direct)}
    return near | {span for span in all_ if text[slice(*span)] in printed}


def _named(exposure: Exposure, places: Iterable[tuple[int, int]]) -> Exposure:
    """Add places where his name stands."""
    spans = {Span(*place, "direct", str(Field.NAME)) for place in places}
    ordered = sorted({*exposure.spans, *spans}, key=lambda s: (s.start, s.end))
    return replace(exposure, spans=tuple(ordered))


def _bound(text: str, exposure: Exposure) -> list[str]:
    return [
        text[span.start : span.end]
        for span in exposure.spans
        if span.field == Field.NAME and len(text[span.start : span.end]) > 1
    ]


def _lines(source: Page | str) -> tuple[str, tuple[Line, ...]]:
    if isinstance(source, str):
        return source, classify(source)
    return source.text, source.lines


class _Reading:
    """The sentences of a text, or of a part of it; each is asked of the rules once.

    What is learned has no value and finds nobody, so that it is asked for only where
    somebody was found: most pages of a sweep give nobody away.
    """

    def __init__(
        self, text: str, lines: Sequence[Line], hits: Sequence[NameHit], about: About
    ) -> None:
        self._text, self._about = text, about
        self._credits = {ln.start for ln in lines if ln.kind is Kind.PHOTO_CREDIT}
        self._titles = [(ln.start, ln.end) for ln in lines if ln.kind is Kind.TITLE]
        titles = {start for start, _ in self._titles}
        # A title speaks of those whom the text describes first.
        ordered = sorted(
            _sentences(text, lines), key=lambda each: (each.start in titles, each.start)
        )
        if about is About.NOT:
            ordered = list(_near_captivity(ordered))
        self._told = [
            (
                each,
                [hit for hit in hits if each.start <= hit.start < each.end],
                list(ruled(each.text)),
            )
            for each in ordered
        ]

    def chains(self, register: Register, *, learned: bool = False) -> Chains:
        """Follow who is spoken of; of a text about other things near captivity."""
        chains = Chains(register.may_be, about=self._about)
        for sentence, names, told in self._told:
            more = unruled(sentence.text, told) if learned else ()
            self._add(chains, sentence, names, (*told, *more))
        return chains

    def _add(
        self,
        chains: Chains,
        sentence: Sentence,
        names: Sequence[NameHit],
        details: tuple[Detail, ...],
    ) -> None:
        text, start = sentence.text, sentence.start
        opens = "\n" in self._text[max(0, start - 3) : start]
        heads = any(begin <= start < end for begin, end in self._titles)
        if names or details or points(text):
            credited = start in self._credits
            chains.read(
                *(text, start, names, details),
                credited=credited,
                opens=opens,
                heads=heads,
            )
        elif not heads:
            chains.note(text, start, opens=opens)


def _near_captivity(ordered: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences not far from one that speaks of captivity."""
    places = {each.start: at for at, each in enumerate(sorted(ordered, key=_start))}
    cues = [places[each.start] for each in ordered if CAPTIVITY.search(each.text)]
    near = {at for cue in cues for at in range(cue - REACH, cue + REACH + 1)}
    return (each for each in ordered if places[each.start] in near)


def _start(sentence: Sentence) -> int:
    return sentence.start


def _sentences(text: str, lines: Sequence[Line]) -> Iterator[Sentence]:
    yield from sentences(text, lines)
    for line in lines:
        if line.kind is Kind.PHOTO_CREDIT:
            yield Sentence(line.start, line.text)
