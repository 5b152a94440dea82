"""Whom does a text give away, by what, and among how many?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from safeconduct.disclosure.automaton import NameHit
from safeconduct.disclosure.bearers import CAPTIVITY
from safeconduct.disclosure.counting import Levels
from safeconduct.disclosure.details import COMPARED, Detail, Field, details_in
from safeconduct.disclosure.fitting import COULD, NEAR, NO
from safeconduct.disclosure.mentions import Bearer, Chains
from safeconduct.disclosure.namings import again, named
from safeconduct.disclosure.register import Register
from safeconduct.disclosure.variants import Form
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.lines import classify
from safeconduct.text.page import Page
from safeconduct.text.sentences import Sentence, sentences

THRESHOLD = 5
"""A description that fits fewer people gives them away."""
WINDOW = 30_000
"""Characters of a text read as one; few articles have as many."""
REACH = 25
"""Sentences around one on captivity in which details are read."""
FEW = 2
"""People among whom a description without a name still points to each."""
WIDE = 3
"""How many times the group may its description fit, where nobody is told apart."""
SURE = 2
"""Details that must agree where no full name stands."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of the text that give somebody away.

    `kind` is direct, quasi or wish; `field` what they tell; `value` its normal form.
    """

    start: int
    end: int
    kind: str
    field: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """A protected person whom a text gives away.

    Attributes:
        person: The id in the register.
        k: How many people the description fits: of the register, and not more than
            the group that the text itself states.
        spans: What gives him away, in order.
        k_without: For each field told, the same number without it.
    """

    person: str
    k: int
    spans: tuple[Span, ...]
    k_without: dict[str, int]


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
    if not register.persons or CAPTIVITY.search(text) is None:
        return ()
    hits = named(text, register.names.find(text))
    found: dict[str, Exposure] = {}
    strangers: list[tuple[int, int]] = []
    for window in _windows(lines):
        chains = _chains(text, window, _inside(hits, window))
        strangers += chains.strangers
        for each in Resolution(register, chains, threshold).exposures():
            before = found.get(each.person)
            found[each.person] = each if before is None else _merged(before, each)
    ordered = [found[person] for person in sorted(found)]
    return tuple(_with_echoes(text, ordered, strangers))


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
        spans = {
            Span(*span, "direct", str(Field.NAME)) for span in own if counts[span] == 1
        }
        ordered = sorted({*exposure.spans, *spans}, key=lambda s: (s.start, s.end))
        yield replace(exposure, spans=tuple(ordered))


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


def _chains(text: str, lines: Sequence[Line], hits: Sequence[NameHit]) -> Chains:
    chains = Chains()
    titles = {line.start for line in lines if line.kind is Kind.TITLE}
    # A title speaks of those whom the text describes first.
    ordered = sorted(
        _sentences(text, lines), key=lambda each: (each.start in titles, each.start)
    )
    for sentence in _near_captivity(ordered):
        inside = [h for h in hits if sentence.start <= h.start < sentence.end]
        details = tuple(details_in(sentence.text))
        if inside or details:
            chains.read(sentence.text, sentence.start, inside, details)
    return chains


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


Mask = NDArray[np.bool_]


class Resolution:
    """Who of the register may the bearers of a text be?"""

    def __init__(self, register: Register, chains: Chains, threshold: int) -> None:
        self.register = register
        self.chains = chains
        self.threshold = threshold
        self._levels: dict[tuple[Field, object], Levels] = {}

    def exposures(self) -> Iterator[Exposure]:
        """Yield an exposure for each person found, spans of all his bearers joined."""
        by_person: dict[int, list[Bearer]] = {}
        for bearer in self._ordered():
            taken = {p for p, others in by_person.items() if _apart(bearer, others)}
            people = self._candidates(bearer, taken)
            for person in set(people) & set(by_person) or people:
                by_person.setdefault(person, []).append(bearer)
        self._add_bare_names(by_person)
        for person in self._of_group(set(by_person)):
            by_person[person] = []
        placed = {id(b) for bearers in by_person.values() for b in bearers}
        loose = [d for b in self._unplaced(placed) for d in b.details]
        for person, bearers in by_person.items():
            yield self._exposure(person, bearers, loose)

    def _unplaced(self, placed: set[int]) -> Iterator[Bearer]:
        """Yield prisoners of whom too little is told to tell them apart.

        "At least one soldier wishes to stay" is dangerous for each who is found.
        """
        for bearer in self.chains.bearers:
            told = {detail.field for detail in bearer.details}
            if id(bearer) not in placed and not bearer.hits and not told & APART:
                yield bearer

    def _add_bare_names(self, by_person: dict[int, list[Bearer]]) -> None:
        """Give a full name of which nothing is told to its owner, if he was found."""
        placed = {id(b) for bearers in by_person.values() for b in bearers}
        for bearer in self._ordered():
            owners = bearer.owners()
            if id(bearer) in placed or owners is None:
                continue
            if (
                bearer.form is not Form.FULL
                and len(set(owners.tolist()) & set(by_person)) > 1
            ):
                continue
            for person in set(owners.tolist()) & set(by_person):
                if not all(b.agrees(bearer.details) for b in by_person[person]):
                    continue  # a namesake of another age or post
                if not any(b.hits for b in by_person[person]) or not bearer.details:
                    by_person[person].append(bearer)

    def _ordered(self) -> list[Bearer]:
        """Return named bearers first: they leave fewer for the unnamed."""
        own = [b for b in self.chains.bearers if not b.stranger]
        return sorted(own, key=lambda b: -1 if b.form is None else -2 - b.form)

    def _shared(self) -> dict[Field, list[Levels]]:
        """Compare what is told of all the prisoners of the text."""
        found = self.columns(self.chains.group.details)
        if (nation := self.chains.nation) is not None:
            found[Field.NATIONALITY] = [
                self.register.traits.levels(Field.NATIONALITY, nation)
            ]
        return found

    def columns(self, details: Iterable[Detail]) -> dict[Field, list[Levels]]:
        """Compare details with everybody, by field."""
        found: dict[Field, list[Levels]] = {}
        for key in dict.fromkeys(
            (d.field, d.value) for d in details if d.field in COMPARED
        ):
            if key not in self._levels:
                self._levels[key] = self.register.traits.levels(*key)
            found.setdefault(key[0], []).append(self._levels[key])
        return found

    def _candidates(self, bearer: Bearer, taken: set[int]) -> tuple[int, ...]:
        own = self.columns(bearer.details)
        shared = {
            field: columns
            for field, columns in self._shared().items()
            if field not in own
        }
        pool = self._pool(bearer, own, taken)
        if not pool.any():
            return ()
        told = _agreeing(own, len(pool))
        score = told + _agreeing(shared, len(pool)) - _opposing(shared, len(pool))
        best = pool & (score == score[pool].max())
        people = np.flatnonzero(best)
        if bearer.form is not None and not self._is_he(bearer, people[0]):
            return ()
        if self._sure(bearer, told[people[0]], score[people[0]], len(people)):
            return tuple(int(each) for each in people)
        return ()

    def _pool(
        self, bearer: Bearer, own: dict[Field, list[Levels]], taken: set[int]
    ) -> Mask:
        size = len(self.register)
        pool = np.ones(size, dtype=np.bool_)
        owners = bearer.owners()
        if owners is not None:
            pool[:] = False
            pool[owners] = True
        pool[list(taken)] = False
        strict = pool & _fits(own, size)
        if strict.any() or owners is None:
            return strict
        # One detail of a named person may be misread or misreported.
        wrong = sum((np.min(c, axis=0) == NO).astype(int) for c in own.values())
        hard = _fits({f: c for f, c in own.items() if f in HARD}, size)
        lenient: Mask = (
            pool
            & hard
            & (wrong <= 1)
            & (_agreeing(own, size) >= (SURE if bearer.form is Form.FULL else SURE + 1))
        )
        return lenient

    def _is_he(self, bearer: Bearer, person: int) -> bool:
        """Whether a named bearer is more than a namesake.

        Two things must speak for him, be it that he is told of as a prisoner or
        soldier; and they must not fit one of the owners of his name by chance, as an
        age fits one of fifty.
        """
        size = len(self.register)
        told_here = [d for d in bearer.details if d not in bearer.carried]
        own = self.columns(told_here)
        shared = {
            field: columns
            for field, columns in self._shared().items()
            if field not in own and len(columns) <= FEW
        }
        both = own | shared
        every = {
            field: [column for column in columns if column[person] > NO]
            for field, columns in both.items()
        }
        every = {field: columns for field, columns in every.items() if columns}
        # What is told of the others, as their nation, need not hold for him.
        opposing = sum(c[person] == NO for columns in own.values() for c in columns)
        owners = bearer.owners()
        namesakes = 0 if owners is None else len(owners)
        # A small register knows little of how common a detail is.
        fitting = _fits(every, size)
        others = int(fitting.sum()) - (
            0 if owners is None else int(fitting[owners].sum())
        )
        chance = namesakes * (others + 1) / (size - namesakes + UNSEEN)
        fields = {d.field for d in told_here}
        unique = fields & UNCOMPARED
        if unique:  # a wish alone is everybody's: lawyers have it for their clients
            unique |= fields & {Field.WISH}
        told = int(_agreeing(every, size)[person]) + len(unique) - SURE * opposing
        seen = min(2, bearer.prisoner + bearer.taken + (len(unique) >= SURE))
        return told + seen >= SURE and chance <= CHANCE[seen]

    def _sure(self, bearer: Bearer, told: int, score: int, people: int) -> bool:
        if people >= self.threshold or not _is_soldier(bearer):
            return False
        if bearer.form is Form.FULL:
            return score >= 1 or bearer.prisoner or bool(bearer.details)
        if bearer.form is not None:
            return told >= 1 and score >= 1
        if not bearer.prisoner and told < SURE:
            return False
        # Of several whom it fits alike, one at most is meant.
        return told >= 1 and score >= (SURE if people <= FEW else SURE + FEW)

    def _of_group(self, found: set[int]) -> Iterator[int]:
        size = self.chains.size
        columns = self._shared()
        if size is None or len(found) >= size or not columns:
            return
        pool = _fits(columns, len(self.register))
        score = _agreeing(columns, len(self.register))
        if not pool.any() or score[pool].max() < SURE:
            return
        missing = size - len(found)
        rest: list[int] = []
        for level in sorted({int(each) for each in score[pool]}, reverse=True):
            best = np.flatnonzero(pool & (score >= level))
            wider = [int(each) for each in best if int(each) not in found]
            if level < SURE or (rest and len(wider) > missing):
                break  # those whom it fits less are taken only if they are of the group
            rest = wider
        if len(rest) <= (missing if found else WIDE * size):
            yield from rest

    def _exposure(
        self, person: int, bearers: Sequence[Bearer], loose: Sequence[Detail]
    ) -> Exposure:
        details = [d for b in bearers for d in b.details]
        spans = {
            (h.start, h.end): Span(h.start, h.end, "direct", str(Field.NAME))
            for b in bearers
            for h in b.hits
        }
        told = (*details, *self.chains.group.details, *loose)
        # What is both quoted and wished is a wish.
        for detail in sorted(told, key=lambda each: each.field is not Field.WISH):
            spans.setdefault(
                (detail.start, detail.end),
                Span(
                    detail.start,
                    detail.end,
                    detail.field.kind,
                    str(detail.field),
                    detail.value,
                ),
            )
        masks = self._masks(person, bearers, details)
        k, without = self._count(masks)
        ordered = tuple(sorted(spans.values(), key=lambda s: (s.start, s.end)))
        return Exposure(self.register.persons[person].id, k, ordered, without)

    def _masks(
        self, person: int, bearers: Sequence[Bearer], details: Sequence[Detail]
    ) -> dict[str, Mask]:
        """Who fits each field told, where the person himself does."""
        masks: dict[str, Mask] = {}
        own = self.columns(details)
        for field, columns in (self._shared() | own).items():
            held = [column for column in columns if column[person] > NO]
            if held:
                masks[field] = np.all([_like(c, person) for c in held], axis=0)
        names = [b.owners() for b in bearers]
        for owners in names:
            if owners is not None:
                mask = np.zeros(len(self.register), dtype=np.bool_)
                mask[owners] = True
                masks[Field.NAME] = mask & masks.get(Field.NAME, mask)
        return masks

    def _count(self, masks: dict[str, Mask]) -> tuple[int, dict[str, int]]:
        size = self.chains.size
        limit = size if size is not None else len(self.register)

        def counted(without: str | None) -> int:
            kept = [mask for field, mask in masks.items() if field != without]
            fitting = int(np.all(kept, axis=0).sum()) if kept else len(self.register)
            return max(1, fitting)

        k = min(counted(None), limit)
        found = {str(field): min(counted(field), limit) for field in sorted(masks)}
        if size is not None:
            found[str(Field.GROUP)] = counted(None)
        return k, found


UNSEEN = 50
"""People who are in no register, and of whom one is taken to fit as well."""
CHANCE = (0.25, 1, THRESHOLD)
"""Namesakes whom a description may fit by chance, where nothing shows captivity, where
he is called a prisoner or a soldier or stands beside captivity, and where both."""
UNCOMPARED = frozenset({Field.DEPLOYMENT, Field.SERVICE, Field.PAPERS, Field.NUMBER})
"""Details of soldiers and prisoners that no register keeps."""
SOLDIERLY = frozenset(
    {
        Field.UNIT, Field.CAPTURE_PLACE, Field.CAPTURE_MONTH, Field.WISH,
        Field.DEPLOYMENT, Field.SERVICE, Field.PAPERS, Field.NUMBER,
    }
)  # fmt: skip
CIVILIAN = frozenset(
    {
        "driver",
        "cook",
        "medic",
        "mechanic",
        "pilot",
        "interpreter",
        "guard",
        "clerk",
        "courier",
    }
)
"""Posts that people hold who never were soldiers."""


def _is_soldier(bearer: Bearer) -> bool:
    """Whether the text shows him as a soldier or prisoner, not just as a namesake."""
    own = [d for d in bearer.details if d not in bearer.carried]
    if bearer.prisoner or any(d.field in SOLDIERLY for d in own):
        return True
    posts = [d.value for d in bearer.details if d.field is Field.ROLE]
    military = any(isinstance(p, tuple) and p[1] not in CIVILIAN for p in posts)
    return military or bearer.captive


APART = frozenset({Field.AGE, Field.ROLE})
"""Details that tell a bearer apart from those who were found."""
HARD = (Field.AGE, Field.NATIONALITY)
"""Details that no report gets wrong by more than `fitting` allows."""


def _apart(bearer: Bearer, others: Sequence[Bearer]) -> bool:
    """Whether a person was found for bearers who cannot be this one."""
    return any(
        not other.agrees(bearer.details) or (other.hits and bearer.hits)
        for other in others
    )


def _like(column: Levels, person: int) -> Mask:
    """Who fits as well as the person does: a year off counts only if he is."""
    alike: Mask = column > NO
    if column[person] != NEAR:
        alike &= column != NEAR
    return alike


def _fits(columns: dict[Field, list[Levels]], size: int) -> Mask:
    kept = np.ones(size, dtype=np.bool_)
    for each in columns.values():
        for column in each:
            kept &= column > NO
    return kept


def _opposing(columns: dict[Field, list[Levels]], size: int) -> NDArray[np.int16]:
    total = np.zeros(size, dtype=np.int16)
    for each in columns.values():
        total += np.max(each, axis=0) == NO
    return total


def _agreeing(columns: dict[Field, list[Levels]], size: int) -> NDArray[np.int16]:
    total = np.zeros(size, dtype=np.int16)
    for each in columns.values():
        total += np.max(each, axis=0) > COULD
    return total
