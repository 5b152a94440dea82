"""Who of the register may the bearers of a text be?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from safeconduct.disclosure.bearer import Bearer
from safeconduct.disclosure.counting import Levels
from safeconduct.disclosure.details import COMPARED, Detail, Field
from safeconduct.disclosure.exposure import THRESHOLD, Exposure, Span
from safeconduct.disclosure.fitting import NEAR, NO
from safeconduct.disclosure.leftovers import TOLD_OF_ONE, Leftovers
from safeconduct.disclosure.memory import TOGETHER_TOLD
from safeconduct.disclosure.mentions import Chains
from safeconduct.disclosure.namings import begin_with
from safeconduct.disclosure.paragraphs import Paragraphs
from safeconduct.disclosure.passages import Grades
from safeconduct.disclosure.register import Register
from safeconduct.disclosure.variants import Form
from safeconduct.disclosure.weighing import (
    FEW,
    SEVERAL,
    SURE,
    UNSEEN,
    Mask,
    agreeing,
    fits,
    fits_all,
    like,
    opposing,
    steady,
    weight,
)

WIDE = 1
"""How many times the group may its description fit, where nobody is told apart."""
NAMES_TELL = 2000
"""Persons of a register up to which a full name in a text about prisoners is no chance:
a passer-by bears a name of a hundred thousand far sooner than one of a thousand."""
OF_ALL = frozenset({*TOGETHER_TOLD, Field.ROLE, Field.UNIT})
"""What may be told of a whole group."""
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
APART = frozenset({Field.AGE, Field.ROLE})
"""Details that tell a bearer apart from those who were found."""
HARD = (Field.AGE, Field.NATIONALITY)
"""Details that no report gets wrong by more than `fitting` allows."""


class Resolution:
    """Who of the register may the bearers of a text be?"""

    def __init__(self, register: Register, chains: Chains, threshold: int) -> None:
        self.register = register
        self.chains = chains
        self.threshold = threshold
        self.trusting = chains.of_prisoners and len(register) <= NAMES_TELL
        """Whether a full name, or one detail beside a name, is no chance."""
        self._levels: dict[tuple[Field, object], Levels] = {}
        grades = Grades(register.traits)
        self._paragraphs = Paragraphs(register, chains, grades)
        self._leftovers = Leftovers(chains, self.columns, grades, len(register))

    def exposures(self) -> Iterator[Exposure]:
        """Yield an exposure for each person found, spans of all his bearers joined."""
        by_person: dict[int, list[Bearer]] = {}
        for bearer in self._ordered():
            taken = {p for p, others in by_person.items() if _apart(bearer, others)}
            people = self._paragraphs.nearest(bearer, self._candidates(bearer, taken))
            for person in set(people) & set(by_person) or people:
                by_person.setdefault(person, []).append(bearer)
        self._keep_fellows(by_person)
        self._add_bare_names(by_person)
        for person in self._of_group(set(by_person)):
            by_person[person] = []
        self._paragraphs.add(by_person)
        self._paragraphs.drop_namesakes(by_person)
        self._paragraphs.drop_split(by_person)
        self._leftovers.add_rest(by_person)
        for person in [p for p, b in by_person.items() if self._is_hidden(p, b)]:
            del by_person[person]
        self._leftovers.add_lost(by_person)
        self._leftovers.add_shown(by_person)
        self._leftovers.add_orphans(by_person)
        placed = {id(b) for bearers in by_person.values() for b in bearers}
        loose = [d for b in self._unplaced(placed) for d in b.details]
        for person, bearers in by_person.items():
            yield self._exposure(person, bearers, loose)

    def _is_hidden(self, person: int, bearers: Sequence[Bearer]) -> bool:
        """Whether what is told fits as many as it hides among: it gives nobody away."""
        if not bearers or self._exposure(person, bearers, ()).k < self.threshold:
            return False
        return not (
            any(bearer.own for bearer in bearers) or self._is_told(person, bearers)
        )

    def _keep_fellows(self, by_person: dict[int, list[Bearer]]) -> None:
        """Of those whom one of a few may be, keep whom another was taken with."""
        persons = self.register.persons
        for person, bearers in tuple(by_person.items()):
            few = bearers[0].few
            if few is None or len(bearers) > 1 or bearers[0].own:
                continue
            one = bearers[0]
            rivals = [p for p, others in by_person.items() if one in others]
            taken = {
                (persons[p].capture_place, persons[p].capture_month)
                for p, others in by_person.items()
                if one not in others and any(b.few is few for b in others)
            }
            fellows = [
                p
                for p in rivals
                if (persons[p].capture_place, persons[p].capture_month) in taken
            ]
            if fellows and person not in fellows:
                del by_person[person]

    def _is_told(self, person: int, bearers: Sequence[Bearer]) -> bool:
        """Whether details of his own fit him and nobody else as well."""
        told = [
            d
            for b in bearers
            for d in b.details
            if d.field is not Field.WISH and not b.size
        ]
        columns = self._shared(bearers[0]) | self.columns(told)
        size = len(self.register)
        weights = weight(columns, size)
        own = int(weights[person])
        weights[person] = 0
        enough = agreeing(columns, size)[person] > SURE
        return bool(enough and own > weights.max())

    def _unplaced(self, placed: set[int]) -> Iterator[Bearer]:
        """Yield prisoners of whom too little is told to tell them apart.

        "At least one soldier wishes to stay" is dangerous for each who is found.
        """
        for bearer in self.chains.bearers:
            told = {detail.field for detail in bearer.details}
            own = not bearer.hits and bearer.size is None and not told & APART
            if id(bearer) not in placed and own:
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

    def _shared(self, bearer: Bearer | None = None) -> dict[Field, list[Levels]]:
        """Compare what is told of all the prisoners of the text, or of his group."""
        # What some of them wish is no mark of any.
        group = [d for d in self.chains.group.details if d.field is not Field.WISH]
        found = self.columns(group)
        if bearer is not None and bearer.few is not None:
            few = [d for d in bearer.few.details if d.field in OF_ALL]
            found |= self.columns(few)
        nation = self.chains.nation
        if bearer is not None:
            nation = self.chains.nation_of(bearer)
        if nation is not None:
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
        if bearer.members:
            return ()  # each of them is asked for
        own = self.columns((*bearer.details, *_of_both(bearer)))
        shared = {
            field: columns
            for field, columns in self._shared(bearer).items()
            if field not in own
        }
        pool = self._pool(bearer, own, taken)
        if not pool.any():
            return ()
        told = agreeing(own, len(pool))
        if bearer.initials:
            called = self._called(bearer.initials, pool)
            pool, told = (called, told + called) if called.any() else (pool, told)
        against = {f: c for f, c in shared.items() if f in HARD}
        score = told + agreeing(shared, len(pool)) - opposing(against, len(pool))
        # What is told of himself weighs more than what is told of all.
        both = score + told
        best = pool & (both == both[pool].max())
        told_of = best & self._of_told_nations()
        best = told_of if bearer.form is None and told_of.any() else best
        people = np.flatnonzero(self._nearest(best, own))
        if bearer.form is not None and not self._is_he(bearer, people[0]):
            return ()
        if bearer.form is None and not self._exact(own, people):
            return ()
        if self._sure(bearer, told[people[0]], score[people[0]], len(people)):
            return tuple(int(each) for each in people)
        return ()

    @staticmethod
    def _nearest(best: Mask, own: dict[Field, list[Levels]]) -> Mask:
        """Of those whom all fits alike, keep whose age fits to the year."""
        ages = own.get(Field.AGE, [])
        exact = best & np.all([column != NEAR for column in ages], axis=0)
        return exact if ages and exact.any() else best

    def _called(self, letters: str, pool: Mask) -> Mask:
        """Who of some may be called by two initials."""
        called = np.zeros(len(pool), dtype=np.bool_)
        people = np.flatnonzero(pool)
        if len(people) > NAMES_TELL:
            return called
        for each in people:
            person = self.register.persons[each]
            names = (*person.names, *person.false_names)
            called[each] = begin_with(letters, names)
        return called

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
        strict = pool & fits(own, size)
        if owners is None:
            told = self._of_told_nations()
            return strict if strict.any() else self._misread(pool & told, own)
        if strict.any():
            return strict
        if self._is_only_owner(bearer):
            person = int(owners[0])
            against = opposing(steady(own), size)[person]
            held = pool & fits({f: c for f, c in own.items() if f in HARD}, size)
            if held.any() and agreeing(own, size)[person] >= against:
                return held
        # One detail of a named person may be misread or misreported.
        wrong = opposing(own, size)
        hard = fits({f: c for f, c in own.items() if f in HARD}, size)
        lenient: Mask = (
            pool
            & hard
            & (wrong <= 1)
            & (agreeing(own, size) >= (SURE if bearer.form is Form.FULL else SURE + 1))
        )
        return lenient

    def _of_told_nations(self) -> Mask:
        """Who is of a nation that the text names, be it of others."""
        traits = self.register.traits
        told = self.chains.nations_told
        if not told:
            return np.ones(len(self.register), dtype=np.bool_)
        fitting = [traits.levels(Field.NATIONALITY, each) > NO for each in told]
        of_told: Mask = np.any(fitting, axis=0)
        return of_told

    def _misread(self, pool: Mask, own: dict[Field, list[Levels]]) -> Mask:
        """Who fits all but one wound, home or place, and everything else, alone."""
        size = len(self.register)
        firm = {f: c for f, c in own.items() if f not in SEVERAL}
        fitting: Mask = (
            pool
            & fits(firm, size)
            & (opposing(own, size) <= 1)
            & (agreeing(own, size) >= SURE + FEW)
        )
        return fitting if int(fitting.sum()) == 1 else np.zeros(size, dtype=np.bool_)

    def _is_he(self, bearer: Bearer, person: int) -> bool:
        """Whether a named bearer is more than a namesake.

        Two things must speak for him, be it that he is told of as a prisoner or
        soldier; and they must not fit one of the owners of his name by chance, as an
        age fits one of fifty.
        """
        if not self._is_supported(bearer, person):
            return False
        if self._is_bare(bearer, person):
            return True
        size = len(self.register)
        told_here = [d for d in bearer.details if d not in bearer.carried]
        own = self.columns(told_here)
        shared = {
            field: columns
            for field, columns in self._shared(bearer).items()
            if field not in own and len(columns) <= FEW
        }
        if self._is_traded(bearer):
            shared = {}  # the prisoners' nation is not a moderator's
            own.pop(Field.NATIONALITY, None)
        both = own | shared
        every = {
            field: [column for column in columns if column[person] > NO]
            for field, columns in both.items()
        }
        every = {field: columns for field, columns in every.items() if columns}
        # What is told of the others, as their nation, need not hold for him.
        against = self._against(own, person)
        owners = bearer.owners()
        namesakes = 0 if owners is None else len(owners)
        # A small register knows little of how common a detail is.
        fitting = fits(every, size)
        others = int(fitting.sum()) - (
            0 if owners is None else int(fitting[owners].sum())
        )
        chance = namesakes * (others + 1) / (size - namesakes + UNSEEN)
        fields = {d.field for d in told_here}
        unique = fields & UNCOMPARED
        if unique:  # a wish alone is everybody's: lawyers have it for their clients
            unique |= fields & {Field.WISH}
        told = int(agreeing(every, size)[person]) + len(unique) - SURE * against
        near = bearer.prisoner + bearer.taken + (len(unique) >= SURE)
        seen = min(2, max(near, self.trusting))
        return told + seen >= SURE and chance <= CHANCE[seen]

    def _against(self, own: dict[Field, list[Levels]], person: int) -> int:
        """Count what speaks against a named person.

        One fitting month of several told is enough; of many namesakes some fit one by
        chance, so that there every month counts.
        """
        size = len(self.register)
        if size <= NAMES_TELL:
            return int(opposing(own, size)[person])
        return sum(int(c[person] == NO) for columns in own.values() for c in columns)

    def _is_supported(self, bearer: Bearer, person: int) -> bool:
        """Whether the paragraphs with a full name speak for its owner, if they must.

        They must where a trade of civil life stands beside it, or it stands under
        pictures alone: historians and boxers bear it as well.
        """
        told = self._paragraphs.supports(bearer, person)
        if told is None or bearer.form is not Form.FULL:
            return True
        least = SURE if self._is_traded(bearer) else int(bearer.credited)
        return told >= least

    def _is_only_owner(self, bearer: Bearer) -> bool:
        """Whether a full name stands there that one person of the register bears."""
        owners = bearer.owners()
        return bearer.form is Form.FULL and owners is not None and len(owners) == 1

    def _is_traded(self, bearer: Bearer) -> bool:
        """Whether his name first stands beside a trade of civil life."""
        return min(hit.start for hit in bearer.hits) in self.chains.traded

    def _is_bare(self, bearer: Bearer, person: int) -> bool:
        """Whether a full name is enough: one owner, a text about prisoners.

        Not where the name stands beside an office or a trade, or under a picture, or
        where what is told of him is not what the register knows.
        """
        chains = self.chains
        if not (self.trusting and self._is_only_owner(bearer)):
            return False
        first = min(hit.start for hit in bearer.hits)
        # Who has an office is introduced with it.
        office = chains.titled.get(person, first) < first or self._is_traded(bearer)
        if office or bearer.credited:
            return False
        own = self.columns([d for d in bearer.details if d not in bearer.carried])
        size = len(self.register)
        return bool(opposing(steady(own), size)[person] <= agreeing(own, size)[person])

    @staticmethod
    def _exact(own: dict[Field, list[Levels]], people: NDArray[np.intp]) -> bool:
        """Whether more than an age a year off speaks for those without a name."""
        levels = [int(c[p]) for each in own.values() for c in each for p in people[:1]]
        return max(levels, default=NO) > NEAR or levels.count(NEAR) >= SURE

    def _sure(  # noqa: PLR0911  (each answer has its reason)
        self, bearer: Bearer, told: int, score: int, people: int
    ) -> bool:
        if people == 1 and self._is_only_owner(bearer) and self.trusting:
            return True
        soldier = _is_soldier(bearer) or (self.trusting and told >= SURE)
        of_few = bearer.few is not None and self.trusting
        if people >= self.threshold or not (soldier or of_few):
            return False
        if bearer.size is not None:
            return people <= bearer.size and told >= 1 and score >= SURE
        if bearer.form is Form.FULL:
            return score >= 1 or bearer.prisoner or bool(bearer.details)
        if bearer.form is not None:
            return told >= 1 and score >= 1
        if not (bearer.prisoner or of_few) and told < SURE:
            return False
        # Of several whom it fits alike, one at most is meant.
        return told >= 1 and score >= (SURE if people <= FEW else SURE + FEW)

    def _of_group(self, found: set[int]) -> Iterator[int]:
        size = self.chains.size
        # A wound or a wish is told of some of them, and says nothing of the others.
        columns = {f: c for f, c in self._shared().items() if f in OF_ALL}
        if size is None or len(found) >= size or not columns:
            return
        pool = fits_all(columns, len(self.register))
        score = agreeing(columns, len(self.register))
        if not pool.any() or score[pool].max() < SURE:
            return
        missing = size - len(found)
        rest = np.empty(0, dtype=np.intp)
        for level in sorted({int(each) for each in score[pool]}, reverse=True):
            best = pool & (score >= level)
            best[list(found)] = False
            wider = np.flatnonzero(best)
            if level < SURE or (len(rest) and len(wider) > missing):
                break  # those whom it fits less are taken only if they are of the group
            rest = wider
        if len(rest) <= (missing if found else WIDE * size):
            yield from (int(each) for each in rest)

    def _exposure(
        self, person: int, bearers: Sequence[Bearer], loose: Sequence[Detail]
    ) -> Exposure:
        details = [d for b in bearers for d in b.details]
        few = [b.few or b for b in bearers if b.few or b.size]
        spans = {
            (h.start, h.end): Span(h.start, h.end, "direct", str(Field.NAME))
            for b in bearers
            for h in b.hits
        }
        beside = [d for each in few for d in each.details]
        shared = (*beside, *self.chains.group.details, *loose)
        told = (*details, *(d for d in shared if self._may_be_of(d, person)))
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
        known = [*details, *(d for d in beside if d.field in OF_ALL)]
        masks = self._masks(person, bearers, known)
        k, without = self._count(masks, [each.size for each in few if each.size])
        names = [s for s in spans.values() if s.kind == "direct"]
        parted = {_without_name(span, names) for span in spans.values()}
        ordered = tuple(sorted(parted, key=lambda s: (s.start, s.end)))
        return Exposure(self.register.persons[person].id, k, ordered, without)

    def _may_be_of(self, detail: Detail, person: int) -> bool:
        """Whether what is told of several, or of nobody, may be told of one."""
        columns = self.columns([detail]).values()
        return all(column[person] > NO for each in columns for column in each)

    def _masks(
        self, person: int, bearers: Sequence[Bearer], details: Sequence[Detail]
    ) -> dict[str, Mask]:
        """Who fits each field told, where the person himself does."""
        masks: dict[str, Mask] = {}
        own = self.columns(details)
        for field, columns in (self._shared() | own).items():
            held = [column for column in columns if column[person] > NO]
            if held:
                masks[field] = np.all([like(c, person) for c in held], axis=0)
        names = [b.owners() for b in bearers]
        for owners in names:
            if owners is not None:
                mask = np.zeros(len(self.register), dtype=np.bool_)
                mask[owners] = True
                masks[Field.NAME] = mask & masks.get(Field.NAME, mask)
        return masks

    def _count(
        self, masks: dict[str, Mask], few: Sequence[int]
    ) -> tuple[int, dict[str, int]]:
        size = min(
            (each for each in (self.chains.size, *few) if each is not None),
            default=None,
        )
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


def _without_name(span: Span, names: Sequence[Span]) -> Span:
    """Begin a passage behind the name it begins with: a name is masked as a name."""
    if span.field not in TOLD_OF_ONE or span.value is not None:
        return span
    ends = [n.end + 1 for n in names if n.start == span.start and n.end + 1 < span.end]
    return replace(span, start=max(ends, default=span.start))


def _is_soldier(bearer: Bearer) -> bool:
    """Whether the text shows him as a soldier or prisoner, not just as a namesake."""
    own = [d for d in bearer.details if d not in bearer.carried]
    if bearer.prisoner or any(d.field in SOLDIERLY for d in own):
        return True
    posts = [d.value for d in bearer.details if d.field is Field.ROLE]
    military = any(isinstance(p, tuple) and p[1] not in CIVILIAN for p in posts)
    return military or bearer.captive


def _of_both(bearer: Bearer) -> Iterator[Detail]:
    """Yield what is told of two together, and so of each: their post, as a rule."""
    few = bearer.few
    if few is not None and bearer in few.members:
        told = {Field.ROLE, *TOGETHER_TOLD}
        yield from (d for d in few.details if d.field in told)


def _apart(bearer: Bearer, others: Sequence[Bearer]) -> bool:
    """Whether a person was found for bearers who cannot be this one."""
    return any(
        not other.agrees(bearer.details) or (other.hits and bearer.hits)
        for other in others
    )
