"""Who has been spoken of so far, and to whom does what a sentence tells go?

What no mention describes with goes to the bearer before it, through pronouns to the
one spoken of last, and of several at once to the group.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from safeconduct.disclosure.about import About
from safeconduct.disclosure.bearer import Bearer, Paragraph
from safeconduct.disclosure.bearers import Sort, describes
from safeconduct.disclosure.clusters import Cluster
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.nationality import AT_WAR_NATIONS
from safeconduct.disclosure.prefilter import compiled

Knows = Callable[[int, Field, object], bool]
"""Whether what is told of a field may be told of a person of the register."""
PREDICATE = re.compile(
    r"(?:\b(?:is|was|are|were|as|aged|turned|became|been)\s+(?:an?\s+|the\s+)?|(?<!\w)(?:служ\w+|був|були|были?|была|працю\w+|работа\w+|воюва\w+|воевал\w*|як|как)\s+)(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a description: it is told of the subject of its sentence."""
ACTOR = re.compile(
    r"(?<!\b[Tt]o\s)(?<!\b[Ii]n\s)(?<!\b[Ff]rom\s)(?<!\b[Aa]bout\s)"
    r"(?<!\b[Пп]ро\s)(?<!\b[Оо]\s)(?<!\b[Вв]\s)"
    r"(?:\b(?:Kyiv|Kiev|Seoul|Moscow|Pyongyang|Ukraine|Russia|South\s+Korea|North\s+Korea|government|ministry|officials|authorities|lawmakers)|(?<!\w)(?:Киев|Київ|Сеул|Москва|Пхеньян|Украина|Україна|Россия|Росія|КНДР|МИД|МЗС|[Мм]инистерство|[Мм]іністерство|[Пп]равительство|[Уу]ряд|[Вв]ласти|[Вв]лада)|(?:정부|당국|외교부|국정원)(?:는|은|가|이)?)\s+(?:[\w’'-]+\s+){0,2}$"
)
"""Who wishes something of prisoners, and is none; after a preposition: whither."""
ANYBODY = compiled(
    r"\b(?:(?:no|any|every|each)\s+(?:\w+\s+)?(?:prisoners?|POW|captive|soldier|one\s+of\s+them)|no\s+one|nobody)\b"
    r"|(?<!\w)(?:(?:жодн|кожн|будь-як)\w+\s+(?:\w+\s+)?(?:військово)?(?:полонен|бранц)\w+|(?:ни\s+одн|кажд|люб)\w+\s+(?:\w+\s+)?(?:военно)?пленн\w+|(?:нікого|никого)(?=\s+(?:\w+\s+)?(?:проти|против)))"
    r"|(?:어떤|어느|모든)\s(?:\S+\s)?포로",
    re.IGNORECASE,
)
"""What is promised or denied to all of them is the wish of none."""
CROWD = re.compile(
    r"\d[\d,. ]*\d{3}|\d{2,}\s*(?:тис|тыс|천|만|명)|thousand|hundred|тисяч|тысяч|\d[천만]|troops|військ(?!ов)|войск"
)
NATION = frozenset({Field.NATIONALITY})
OF_FEW = frozenset({Field.AGE, Field.ROLE, Field.NATIONALITY, Field.FAMILY})
"""What the words tell that call a few."""
TOGETHER_TOLD = frozenset(
    {Field.CAPTURE_PLACE, Field.CAPTURE_MONTH, Field.GROUP, Field.NATIONALITY}
)
"""What is told of a group as soon as one is spoken of."""
OWN = frozenset(
    {Field.RELATIVE, Field.WISH, Field.STORY, Field.FAMILY, Field.HOME, Field.SERVICE}
)
"""What a sentence tells of its subject, even if that is no prisoner."""


SAID = frozenset({Field.WISH, Field.STORY})
"""What a title may repeat of somebody's words."""
SAME_WORDS = 0.6
"""Share of a title's quoted words by which they are somebody's of the text."""
ENOUGH_WORDS = 2
PASSAGE = 8
"""Characters from which on a part of a passage tells something."""
QUOTES = re.compile('[“”"«»‘’「」]')
WORD = re.compile(r"[^\W\d_]+")
STEM, HANGUL_STEM = 4, 2
"""Letters, and syllables, by which a word is told whatever its ending."""
SHORTEST = 3


def stems(text: str) -> frozenset[str]:
    """Read the words of a passage, each by how it begins: endings differ."""
    return frozenset(_stem(word) for word in WORD.findall(text.lower()) if _tells(word))


def _tells(word: str) -> bool:
    return len(word) >= SHORTEST or "가" <= word[0] <= "힣"


def _stem(word: str) -> str:
    if not "가" <= word[0] <= "힣":
        return word[:STEM]
    bare = PARTICLE.sub("", word)
    return bare[:HANGUL_STEM]


PARTICLE = re.compile(r"(?<=[가-힣])(?:에는|에서|에게|[은는이가을를의도과와에])$")


TOGETHER = re.compile(r"\s*(?:,|and|та|і|й|и|와|과|및|하고)\s*")
TAKEN_TOGETHER = re.compile(
    r"\b(?:captured|taken(?:\s+prisoner)?|caught|surrendered|gave\s+(?:themselves\s+)?up)\s+(?:\w+\s+){0,2}together\b"
    r"|\btogether\s+(?:\w+\s+){0,3}(?:captured|taken|caught|surrendered)\b"
    r"|(?<!\w)(?:разом|удвох|вдвох|вместе|вдво[её]м|обоих|обох)(?!\w)[^.;!?]{0,30}(?:полон|плен|взял|схоп|захоп|захват|здал|сдал)"
    r"|(?:полон|плен|взял|схоп|захоп|захват|здал|сдал)[^.;!?]{0,30}(?<!\w)(?:разом|удвох|вдвох|вместе|вдво[её]м)(?!\w)"
    r"|(?:함께|같이|나란히)\s(?:붙잡|생포|포로|사로잡|투항|잡[혔히])",
    re.IGNORECASE,
)
"""Two were taken at one place and time: it is told of both."""
BOTH = 2
PLACE_AND_TIME = frozenset({Field.CAPTURE_PLACE, Field.CAPTURE_MONTH})


class Memory:
    """The bearers of a text, and whom it spoke of last."""

    def __init__(
        self, may_be: Knows | None = None, *, about: About = About.SURELY
    ) -> None:
        self._may_be = may_be
        self.about = about
        self.of_prisoners = about is About.SURELY
        self._opened = False
        self.titled: dict[int, int] = {}
        """Where persons' names first stand beside an office or trade."""
        self.traded: set[int] = set()
        """Where whole names stand beside a trade of civil life."""
        self.bearers: list[Bearer] = []
        self.strangers: list[tuple[int, int]] = []
        self.paragraphs: list[Paragraph] = []
        self.loose: list[Detail] = []
        """What was told of nobody who had been spoken of."""
        self.counted: list[Bearer] = []
        """Several who are told of by their number: "둘은", "all three"."""
        self.shown: list[Detail] = []
        """What a title or a caption tells, of whomever."""
        self.headed: list[Detail] = []
        """Wishes that the title quotes, and nobody in the text repeats."""
        self.group = Bearer(group=True, prisoner=True)
        self.size: int | None = None
        self._largest = 0
        self._since = 0
        self._nations: Counter[str] = Counter()
        self._nation_from: dict[str, int] = {}
        self.nations_told: set[str] = set()
        """Every nation that the text names, of whomever."""
        self._pair: Bearer | None = None
        self._few: Bearer | None = None
        self._of_all: dict[int, Bearer] = {}
        """Who was called the youngest or the oldest of all the prisoners."""
        self._focus: Bearer | None = None
        self._single: Bearer | None = None
        self._here: Bearer | None = None
        """Of whom this paragraph spoke last."""
        self._present: list[Bearer] = []
        """Of whom this paragraph has spoken, one by one."""
        self._near = False
        self._aside = False
        self._stems: dict[tuple[int, int], frozenset[str]] = {}

    def _begin_group(self, details: Sequence[Detail]) -> None:
        """Begin anew where a paragraph opens with a number of prisoners."""
        counts = [d.value for d in details if d.field is Field.GROUP]
        if counts:
            self._single = self._pair = None
            self._since = len(self.bearers)
            self._largest = max(n for n in (0, *counts) if isinstance(n, int))

    def _begin_title(self) -> None:
        """Go back to whom the text describes first: a title speaks of him."""
        first = [b for b in self.bearers if not (b.group or b.stranger)]
        self._single = self._focus = self._here = first[0] if first else None
        self._pair = self._few = None

    def _repeated(
        self, text: str, start: int, details: Sequence[Detail]
    ) -> Sequence[Detail]:
        """Give what a title quotes to him whose words they are; return the rest.

        Of several prisoners, and none whose words they are, it is given to none; but a
        wish is kept for all who are found.
        """
        quoted = [d for d in details if d.field in SAID and QUOTES.search(text)]
        singles = [b for b in self.bearers if not (b.group or b.stranger)]
        if not quoted or len(singles) <= 1:
            return details
        for detail in quoted:
            words = stems(text[detail.start : detail.end])
            alike = [(self._said(words, bearer), bearer) for bearer in singles]
            most = max(share for share, _ in alike)
            meant = [bearer for share, bearer in alike if share == most]
            few = meant[0].few
            same = len(meant) == 1 or (few and set(meant) <= set(few.members))
            if most >= SAME_WORDS and len(words) >= ENOUGH_WORDS and same:
                for bearer in meant:
                    bearer.details.append(detail.moved(start))
            elif detail.field is Field.WISH and not detail.doubtful:
                self.headed.append(detail.moved(start))
        return [d for d in details if d not in quoted]

    def _said(self, words: frozenset[str], bearer: Bearer) -> float:
        """Tell how many of these words stand in one thing told of a bearer, at best."""
        told = [d for d in bearer.details if d.field in SAID]
        shares = [
            len(words & self._stems[d.start, d.end]) / len(words)
            for d in told
            if words and (d.start, d.end) in self._stems
        ]
        return max(shares, default=0.0)

    def _keep_words(self, text: str, details: Iterable[Detail], start: int) -> None:
        """Remember the words of what a sentence tells that a title may repeat."""
        for each in details:
            if each.field in SAID:
                place = (each.start + start, each.end + start)
                self._stems[place] = stems(text[each.start : each.end])

    def _count_nations(self, nations: Iterable[str], start: int) -> None:
        for nation in nations:
            self._nations[nation] += 1
            first = self._nation_from.get(nation, start)
            self._nation_from[nation] = min(start, first)

    def _give_rest(
        self,
        text: str,
        details: Sequence[Detail],
        said: Sequence[tuple[Cluster, Bearer]],
        start: int,
    ) -> None:
        """Give what no mention describes with to those of whom the sentence speaks."""
        self._keep_words(text, details, start)
        described = {id(d) for part, _ in said for d in part.details}
        few = [(p.start, p.end) for p, _ in said if p.of(Sort.FEW)]
        for detail in details:
            if id(detail) in described:
                continue
            if detail.field in OF_FEW and any(
                begin <= detail.start and detail.end <= end for begin, end in few
            ):
                continue
            if not describes(detail) or _is_one_of(text, detail):
                self._give(text, detail, said, start)
            elif detail.field is Field.ROLE:
                self._give_all(text, detail, said, start)

    @property
    def nation(self) -> str | None:
        """The nation of most prisoners and soldiers the text speaks of, if it is clear."""
        (first, most), (_, second) = (*self._nations.most_common(2), ("", 0), ("", 0))[
            :2
        ]
        return first if most > second else None

    def nation_of(self, bearer: Bearer) -> str | None:
        """The nation of most, for one of whom the text speaks after it told it."""
        nation = self.nation
        places = [h.start for h in bearer.hits] + [d.start for d in bearer.details]
        if nation is None or not places:
            return nation
        few = (bearer, bearer.few) if bearer.few else (bearer,)
        own = [d.value for b in few for d in b.details if d.field in NATION]
        if own:
            return str(own[0])
        told = {d.value for b in self.bearers for d in b.details if d.field in NATION}
        if told - {nation}:
            return None  # of several nations
        # A description may come a few words before the nation, in one sentence.
        return nation if max(places) >= self._nation_from[nation] else None

    def _remember(self, bearer: Bearer, part: Cluster, start: int) -> None:
        bearer.hits += [sign.hit for sign in part.of(Sort.NAME) if sign.hit]
        if bearer.group and self._foreign(part):
            return
        for each in (bearer, *bearer.members):
            each.details += [detail.moved(start) for detail in part.details]
        bearer.prisoner |= bool(part.of(Sort.PRISONER) or part.of(Sort.ONE))
        for detail in part.details:
            few = bearer.size is not None
            if (
                detail.field is Field.GROUP
                and isinstance(detail.value, int)
                and not few
            ):
                self.size = min(self.size or detail.value, detail.value)
                self._largest = max(self._largest, detail.value)

    def _foreign(self, part: Cluster) -> bool:
        """Whether a mention is of another nation than the prisoners of the text."""
        if part.nation is None or self.nation in {None, part.nation}:
            return False
        return not self.of_prisoners or part.nation in AT_WAR_NATIONS

    def _give(
        self,
        text: str,
        detail: Detail,
        said: Sequence[tuple[Cluster, Bearer]],
        start: int,
    ) -> None:
        bearer = self._holder(detail, said)
        if self._is_loose(text, detail, bearer, said):
            self.loose.append(detail.moved(start))
        if bearer is None or bearer.stranger:
            return
        if detail.field is Field.WISH and (
            ACTOR.search(text[: detail.start]) or _of_anybody(text, said)
        ):
            return
        if detail.field is Field.DEPLOYMENT and CROWD.search(text[: detail.start]):
            return
        bearer = _or_all(detail, bearer, said)
        told = (
            *(bearer, *bearer.members, *beside(text, bearer, said)),
            *self._taken_with(text, detail, bearer),
        )
        for each in {id(b): b for b in told}.values():
            for part in around_others(detail, each, said):
                moved = part.moved(start)
                each.details.append(moved)
                if not any(each is other for _, other in said):
                    each.carried.append(moved)

    def _is_loose(
        self,
        text: str,
        detail: Detail,
        bearer: Bearer | None,
        said: Sequence[tuple[Cluster, Bearer]],
    ) -> bool:
        """Whether a detail is told of nobody who was spoken of.

        Whoever reports or translates it, a wish is of those the text is about, unless
        it is doubtful that it is one at all.
        """
        if detail.field is not Field.WISH:
            return bearer is None and detail.value != "quoted" and not self._aside
        if bearer is not None and not bearer.stranger:
            return False
        meant = not said if bearer is None else _is_pronoun(bearer, said)
        if (bearer is None and not self._aside) or (meant and self._single is not None):
            return True
        return not detail.doubtful and (
            bearer is None or _is_conveyed(text, detail, bearer, said)
        )

    def _taken_with(
        self, text: str, detail: Detail, bearer: Bearer
    ) -> Sequence[Bearer]:
        """Return the two whom a paragraph tells of, if they were taken together."""
        both = self._present
        if detail.field not in PLACE_AND_TIME or len(both) != BOTH:
            return ()
        is_one = any(bearer is each for each in both)
        return both if is_one and TAKEN_TOGETHER.search(text) else ()

    def _give_all(
        self,
        text: str,
        detail: Detail,
        said: Sequence[tuple[Cluster, Bearer]],
        start: int,
    ) -> None:
        """Give a post that is told of several to those of whom the sentence speaks."""
        groups = [b for p, b in said if p.start <= detail.start and b.group]
        if groups and (
            groups[-1].members
            or groups[-1].size
            or PREDICATE.search(text[: detail.start])
        ):
            for each in (groups[-1], *groups[-1].members):
                each.details.append(detail.moved(start))

    def _holder(  # noqa: C901, PLR0911  (from the surest reading to a guess)
        self, detail: Detail, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        if detail.field in {Field.POINTER, Field.FATE}:
            return self._spoken_of(said) or self.group
        before = [b for p, b in said if p.start <= detail.start]
        inside = [
            b for p, b in said if detail.start < p.start < detail.end and not b.stranger
        ]
        alone = [b for b in inside if not b.group]
        if inside and inside[0] is self.group and alone and detail.field in OWN:
            inside = alone  # "Before they left he asked"
        if detail.field is Field.WISH and inside and all(b.stranger for b in before):
            return inside[0]  # "the lawyer asks that Sol not be returned"
        if detail.field not in TOGETHER_TOLD:
            # "The driver, one of two soldiers taken there, lost an arm."
            before = [b for b in before if b.members or not b.group] or before
        if before and not before[0].stranger:
            # "The prisoner told reporters that he ...": those told are not meant.
            before = [b for b in before if not b.stranger]
        for bearer in (*reversed(before), *inside[:1]):
            if not bearer.stranger or detail.field in OWN:
                return bearer
        after = [b for p, b in said if p.start >= detail.end and not b.stranger]
        if detail.value == "quoted" and not after and _beside_strangers(detail, said):
            return None  # a stranger's words
        if after and not (after[0].group and detail.field in OWN):
            return after[0]
        if detail.field is Field.STORY and detail.value is None:
            # Nobody is there to have said it, unless the paragraph goes on with him.
            return None if self._aside else self._going_on()
        if detail.field is Field.WISH and detail.value is None and self._aside:
            return None  # whose words these are has been told: a stranger's
        if detail.field in OWN:
            return self._single
        return self._focus or (self.group if not self.bearers else None)

    def _going_on(self) -> Bearer | None:
        """Return of whom a sentence without a subject goes on to tell."""
        here = self._here
        if here is None or here is self.group or here.stranger:
            return None
        return here

    def _spoken_of(self, said: Sequence[tuple[Cluster, Bearer]]) -> Bearer | None:
        own = [b for _, b in said if not b.stranger]
        return own[0] if own else None

    def _new(self, *, prisoner: bool = False) -> Bearer:
        few = self._few
        if few is not None and few.members:
            few = None  # each of them has been told of
        bearer = Bearer(prisoner=prisoner, few=few)
        self.bearers.append(bearer)
        return bearer

    def _new_few(self, size: int | None) -> Bearer:
        """Bring in a few who are told of alike; "they" are these from here on."""
        few = Bearer(group=True, size=size)
        self.bearers.append(few)
        self._few = self._pair = few
        self._single = None
        return few

    def _focus_after(self, said: Sequence[tuple[Cluster, Bearer]]) -> None:
        own = [b for _, b in said if not b.stranger]
        if said:
            self._aside = not [b for b in own if not b.group] and said[0][1].stranger
        if own:
            self._focus = self._here = own[-1]
        if alone := [bearer for bearer in own if not bearer.group]:
            self._single = alone[-1]
            for bearer in alone:
                if not any(bearer is each for each in self._present):
                    self._present.append(bearer)
            if (
                self._pair
                and own[-1] is not self._pair
                and alone[-1].few is not self._pair
                and alone[-1] not in self._pair.members
            ):
                self._pair = None


ONE_OF = re.compile(
    r"\b(?:one|only\s+\w+)\s+of\s+(?:the\s+|these\s+|those\s+)?(?:[\w-]+\s+)?$"
    r"|(?<!\w)(?:один|єдиний|единственный)\s+(?:із|з|зі|из)\s+(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)


PEOPLE = re.compile(r"(?:s|ese|ц[іе]в|ян|ан|[кнбхдсг][іо]в)$", re.IGNORECASE)
"""The end of a nation's people, and not of what is theirs."""


def _is_one_of(text: str, detail: Detail) -> bool:
    """Whether a nation is told of the one of them who is spoken of."""
    if detail.field is not Field.NATIONALITY:
        return False
    people = PEOPLE.search(text[detail.start : detail.end])
    return people is not None and ONE_OF.search(text[: detail.start]) is not None


def _is_pronoun(bearer: Bearer, said: Sequence[tuple[Cluster, Bearer]]) -> bool:
    """Whether a stranger is but a pronoun, which may mean a prisoner as well."""
    return bearer.stranger and all(
        part.of(Sort.PRONOUN) for part, other in said if other is bearer
    )


CONVEYED = re.compile(
    r"[\"“”«»„‘’:—]|\bthat\b|(?<!\w)(?:что|що|чтобы|щоб)(?!\w)", re.IGNORECASE
)
"""Between who speaks and a wish: it need not be his own."""


def _is_conveyed(
    text: str, detail: Detail, bearer: Bearer, said: Sequence[tuple[Cluster, Bearer]]
) -> bool:
    """Whether a stranger may tell of another's wish: he is quoted, or says "that"."""
    ends = [
        part.end
        for part, other in said
        if other is bearer and part.start < detail.end and not part.of(Sort.PRONOUN)
    ]
    if not ends:
        return True
    until = detail.end if ends[-1] > detail.start else detail.start
    return CONVEYED.search(text, ends[-1], until) is not None


def _or_all(
    detail: Detail, bearer: Bearer, said: Sequence[tuple[Cluster, Bearer]]
) -> Bearer:
    """Return a bearer; or the few of whom he is one, if a detail is told of them all."""
    few = bearer.few
    if few is None:
        return bearer
    if _are_listed(bearer, said):
        return few  # "two, 22 and 25, from the same crew"
    both = [b for p, b in said if detail.start <= p.start < detail.end]
    if bearer in few.members and set(few.members) <= set(both):
        return few  # "22 and 25, of the same crew" is told of both
    return bearer


def _are_listed(bearer: Bearer, said: Sequence[tuple[Cluster, Bearer]]) -> bool:
    """Whether a sentence lists the few of whom he is one, and says no more of him."""
    few = bearer.few
    if few is None or not any(b is few and not p.of(Sort.FEW) for p, b in said):
        return False
    own = [p for p, b in said if b is bearer]
    return len(own) == 1 and {d.field for d in own[0].details} == {Field.AGE}


def _of_anybody(text: str, said: Sequence[tuple[Cluster, Bearer]]) -> bool:
    """Whether a sentence speaks of every prisoner, or of none: "no one against his"."""
    return ANYBODY.search(text) is not None and not any(
        part.of(Sort.NAME) and not bearer.stranger for part, bearer in said
    )


def around_others(
    detail: Detail, bearer: Bearer, said: Sequence[tuple[Cluster, Bearer]]
) -> Iterator[Detail]:
    """Yield what a story tells but for others whom it names.

    A story that was learned ends with a sentence, "as the president said" and all.
    """
    inside = sorted(
        (part.start, part.end)
        for part, other in said
        if (other.stranger or (part.of(Sort.NAME) and other is not bearer))
        and (detail.start < part.end and part.start < detail.end)
    )
    if detail.field is not Field.STORY or detail.value is not None or not inside:
        yield detail
        return
    at = detail.start
    for start, end in (*inside, (detail.end, detail.end)):
        if start - at >= PASSAGE:
            yield replace(detail, start=at, end=start)
        at = max(at, end)


def _beside_strangers(detail: Detail, said: Sequence[tuple[Cluster, Bearer]]) -> bool:
    """Whether a sentence speaks of others alone, but for whom a quotation speaks of."""
    return any(not detail.start < p.start < detail.end for p, _ in said)


def beside(
    text: str, bearer: Bearer, said: Sequence[tuple[Cluster, Bearer]]
) -> Iterator[Bearer]:
    """Yield who is named in one breath with a bearer: what is told is told of both."""
    for (one, first), (other, second) in pairwise(said):
        joined = TOGETHER.fullmatch(text, one.end, other.start)
        named = one.of(Sort.NAME) and other.of(Sort.NAME)
        if joined and named and bearer in {first, second}:
            yield first
            yield second
