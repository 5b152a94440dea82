"""Whose name may stand here? All patterns of all names in one automaton.

The automaton lists the very people to be hidden: it lives in memory, is never written
anywhere, and is built anew when a record is erased.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from daachorse import CharwiseDoubleArrayAhoCorasick

from safeconduct.disclosure.folding import bare, fold, fold_hangul
from safeconduct.disclosure.foreign import heard, heard_as
from safeconduct.disclosure.lettered import Lettered, bears, lettered
from safeconduct.disclosure.persons import Person
from safeconduct.disclosure.tables import finder, table
from safeconduct.disclosure.variants import Form, Pattern, full_names, sounded, ways
from safeconduct.disclosure.worded import Bearers, Owners, Words
from safeconduct.names.hangul import written

TOKEN = re.compile(
    r"[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ž]*(?:[’'ʼ‘-][A-Za-zÀ-ž]+)*"
    r"|[А-ЯІЇЄҐЁЎЂЈЉЊЋЏӘӨҮҰҚҒҢҺҲҶӮӢ][Ѐ-ӿ]*(?:[’'ʼ-][Ѐ-ӿ]+)*"
    r"|[가-힣]+"
)
PAIR = re.compile(
    r"(?<![\w-])([A-ZА-ЯІЇЄҐЁ][^\W\d_]{2,})\s(?=([A-ZА-ЯІЇЄҐЁ][^\W\d_]{2,})(?![\w-]))"
)
"""Two capitalised words: perhaps a short given name and a surname."""
CYRILLIC = re.compile("[А-ЯІЇЄҐЁЎ]")
_PARTICLE = "al|el|bin|ibn|de|da|van|von|аль|ель|бин|бін|ибн|ібн|де|да|ван|фон"
JOINED = re.compile(
    rf"[ \u00a0\t](?:(?:{_PARTICLE})[- ])?|\.[ \u00a0]?|[ \u00a0]?[-–][ \u00a0]?"
    r"|[ \u00a0]?·[ \u00a0]?|\n(?! *\n)"
)
"""What may part the words of one name."""
PARTICLES = re.compile(
    r"(?:이?라는|이?라고|이?란|이며|이고|이나|으로|에게|에서|한테|부터|까지|처럼|보다|께서|에겐"
    r"|[은는이가을를의와과도로만에]|씨|군|양|모|님|병사|일병|상병|병장|전사|하사|중사|상사|포로)*"
    r"(?:이다|였다|이었다|입니다)?$"
)
MASKED = re.compile(
    r"\s?(?:[모某]\s?)?(?:씨|군(?!가)(?=[은이의을도과,.)(]|에게)|某|모(?:\s?씨)?)(?![가-힣]{2})"
)
"""After a Hangul surname alone: Mr., "one Sol"."""


@dataclass(frozen=True, slots=True)
class NameHit:
    """A place where a name may stand, and the persons whom it may name.

    Attributes:
        start, end: Characters of the text.
        form: Whether the whole name stands there.
        owners: Indexes of persons, rising.
        false_name: Whether it is only a name of false papers.
    """

    start: int
    end: int
    form: Form
    owners: Owners


@dataclass(frozen=True, slots=True)
class _Unit:
    start: int
    end: int
    first: bool
    last: int


_Hit = tuple[_Unit, _Unit, Form, Owners]


class NameIndex:
    """The names of all protected persons, found in one pass over a text."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self._names = [(*each.names, *each.false_names) for each in persons]
        self._false_names = [each.false_names for each in persons]
        texts = dict.fromkeys(name for names in self._names for name in names)
        all_ways = {name: ways(name) for name in texts}
        self._words = Words(
            (person, all_ways[name].own, all_ways[name].fathers)
            for person, name in self._each()
        )
        skeletons = {
            name: heard_as(name) if way.own else () for name, way in all_ways.items()
        }
        self._heard = Words((o, skeletons[name], ()) for o, name in self._each())
        self._spelled = _spelled(self._names)
        numbers: dict[Pattern, int] = {}
        numbered = {
            name: [numbers.setdefault(each, len(numbers)) for each in way.patterns]
            for name, way in all_ways.items()
        }
        bearers = Bearers()
        for person, name in self._each():
            bearers.add(person, numbered[name])
        self._bearers_of = bearers.ordered()
        self._forms = [pattern.form for pattern in numbers]
        self._in_hangul = [pattern.hangul for pattern in numbers]
        alike: dict[str, list[int]] = {}
        for number, pattern in enumerate(numbers):
            alike.setdefault(f" {pattern.text} ", []).append(number)
        self._texts = tuple(alike)
        self._numbers = list(alike.values())
        self._automaton = CharwiseDoubleArrayAhoCorasick(list(alike)) if alike else None

    def _each(self) -> Iterator[tuple[int, str]]:
        """Yield every person with each of his names."""
        for person, names in enumerate(self._names):
            for name in names:
                yield person, name

    def __len__(self) -> int:
        """Return the number of patterns, and of writings of words."""
        return len(self._numbers) + len(self._words)

    def find(self, text: str) -> tuple[NameHit, ...]:
        """Find names at word borders, the longest at each place."""
        found: dict[tuple[int, int], NameHit] = {}
        for inflected in (False, True):
            for hit in self._hits(text, inflected=inflected):
                span = hit.start, hit.end
                found[span] = _joined(found.get(span), hit)
        for hit in (*self._shortened(text), *self._lettered(text)):
            found[hit.start, hit.end] = hit
        for hit in self._in_hangul_heard(text):
            span = hit.start, hit.end
            found[span] = _joined(found.get(span), hit)
        return _longest(found.values())

    def names_of(self, owner: int) -> tuple[str, ...]:
        """Return the names of a person, false ones too, as the register has them."""
        return self._names[owner]

    def known_as(self, printed: str) -> Owners:
        """Return the persons one of whose false names is printed, whole."""
        owners = {o for hit in self.find(printed) for o in hit.owners.tolist()}
        kept = [o for o in sorted(owners) if _is_one_of(self._false_names[o], printed)]
        return np.asarray(kept, dtype=np.int32)

    def patterns(self) -> tuple[str, ...]:
        """Return the folded patterns, for measuring other matchers beside ours."""
        return self._texts

    def count_hits(self, text: str) -> int:
        """Count the patterns in a folded text, checking nothing."""
        if self._automaton is None:
            return 0
        return len(self._automaton.find_overlapping(text))

    def _hits(self, text: str, *, inflected: bool) -> Iterator[NameHit]:
        """Yield what stands in a text as a name does; it may overlap."""
        read = _folded(text, inflected=inflected)
        for first, last, form, owners in (*self._patterned(read), *self._worded(read)):
            if _stands(text, first, last, form):
                yield NameHit(first.start, last.end, form, owners)

    def _patterned(self, read: _Folded) -> Iterator[_Hit]:
        if self._automaton is None:
            return
        places = read.places
        for start, end, number in self._automaton.find_overlapping(read.text):
            first = read.units[bisect_left(places, start + 1)]
            last = read.units[bisect_left(places, end - 1) - 1]
            for each in self._numbers[number]:
                owners = self._owners_in(read.source[first.start : last.end], each)
                if len(owners):
                    yield first, last, self._forms[each], owners

    def _worded(self, read: _Folded) -> Iterator[_Hit]:
        for begin, end in read.runs:
            units = read.units[begin:end]
            printed = [read.source[unit.start : unit.end] for unit in units]
            for found in self._words.find(read.said[begin:end], printed):
                first, last = begin + found.first, begin + found.last
                yield read.units[first], read.units[last], found.form, found.owners

    def _in_hangul_heard(self, text: str) -> Iterator[NameHit]:
        """Yield names that are not Korean, and stand in Hangul."""
        if not len(self._heard):
            return
        for start, end, said in heard(text):
            form = Form.SURNAME if len(said) == 1 else Form.FULL
            if len(owners := self._heard.named(*said)):
                yield NameHit(start, end, form, owners)

    def _shortened(self, text: str) -> Iterator[NameHit]:
        """Yield full names with a short given name, such as "Вадик" for Вадим."""
        for match in PAIR.finditer(text):
            for short, other in (match.group(1, 2), match.group(2, 1)):
                for whole in full_names(short):
                    probe = f"{whole.capitalize()} {other}"
                    for inflected in (False, True):
                        for hit in self._hits(probe, inflected=inflected):
                            if hit.form is Form.FULL:
                                yield NameHit(
                                    match.start(1), match.end(2), hit.form, hit.owners
                                )

    def _lettered(self, text: str) -> Iterator[NameHit]:
        """Yield surnames and given names with initials, whose names begin so."""
        known: dict[tuple[str, tuple[str, ...]], Owners] = {}
        for each in lettered(text):
            asked = each.surname, each.letters
            if asked not in known:
                known[asked] = self._bearers(each)
            if len(known[asked]):
                yield NameHit(each.start, each.end, Form.INITIALS, known[asked])

    def _bearers(self, each: Lettered) -> Owners:
        owners: set[int] = set()
        for inflected in (False, True):
            for hit in self._hits(each.surname, inflected=inflected):
                if hit.end - hit.start == len(each.surname):
                    owners.update(hit.owners.tolist())
        kept = [o for o in sorted(owners) if bears(self._names[o], each)]
        return np.asarray(kept, dtype=np.int32)

    def _owners_in(self, said: str, number: int) -> Owners:
        """Return whom a pattern names as it is spelled in the text.

        Folding hears 여행 (a journey) in 여현; in Hangul it is not.
        """
        owners = self._bearers_of.of((number,))
        if said[0] < "가":
            return owners
        if not self._in_hangul[number]:
            return owners[:0]
        if self._forms[number] is not Form.FULL:
            return owners
        sound = sounded(written(said))
        kept = [not self._spelled[o] or sound in self._spelled[o] for o in owners]
        return owners[np.asarray(kept, dtype=np.bool_)]


def _is_one_of(names: tuple[str, ...], printed: str) -> bool:
    index = NameIndex([Person("", names=names)]) if names else None
    return any(hit.form is Form.FULL for hit in index.find(printed)) if index else False


def _spelled(names: Iterable[tuple[str, ...]]) -> list[frozenset[str]]:
    """Spell the Hangul names of each person as they sound; many share theirs."""
    known: dict[tuple[str, ...], frozenset[str]] = {}
    for each in names:
        if each not in known:
            known[each] = frozenset(sounded(h) for h in map(written, each) if h)
    return [known[each] for each in names]


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[tuple[int, int, str], ...]:
    """Part a word at its hyphens: start, end, folded."""
    return tuple((m.start(), m.end(), fold(m[0])) for m in re.finditer(r"[^-]+", word))


@lru_cache(maxsize=1 << 16)
def _syllables(word: str) -> tuple[tuple[int, int, str], ...]:
    """Part a Hangul word into its syllables: start, end, folded."""
    return tuple((at, at + 1, said) for at, said in enumerate(fold_hangul(word)))


def folded(text: str) -> str:
    """Fold a text as the automaton reads it."""
    return _folded(text, inflected=False).text


class _Folded(NamedTuple):
    """The capitalised and the Hangul words of a text, folded.

    Attributes:
        source: The text as it stands.
        text: Each unit between spaces; "|" parts what is not one name.
        units: Where each stands in the source.
        places: Where each begins in the text.
        said: Each folded; "" for Hangul, of which no word is a name's.
        runs: From which unit to which nothing parts them.
    """

    source: str
    text: str
    units: list[_Unit]
    places: list[int]
    said: list[str]
    runs: list[tuple[int, int]]


def _folded(text: str, *, inflected: bool) -> _Folded:
    """Fold the words that may be names; inflected ones are those in Cyrillic."""
    pieces = [" "]
    read = _Folded(text, "", [], [], [], [])
    at, before, begin = 1, -1, 0
    if inflected and CYRILLIC.search(text) is None:
        return read
    for match in TOKEN.finditer(text):
        start, end = match.span()
        hangul = match[0][0] >= "가"
        if inflected and not "Ѐ" <= match[0][0] <= "ӿ":
            continue
        if hangul or before < 0 or JOINED.fullmatch(text, before, start) is None:
            pieces.append("| ")
            at += 2
            read.runs.append((begin, len(read.units)))
            begin = len(read.units)
        before = end
        parts = _syllables(match[0]) if hangul else _parts(match[0])
        for first, stop, folded in parts:
            said = bare(match[0][first:stop]) if inflected else folded
            read.units.append(_Unit(start + first, start + stop, first == 0, end))
            read.places.append(at)
            read.said.append("" if hangul else said)
            pieces.append(said + " ")
            at += len(said) + 1
    read.runs.append((begin, len(read.units)))
    return read._replace(text="".join(pieces) if read.units else "")


def _stands(  # noqa: PLR0911  (each refusal has its reason)
    text: str, first: _Unit, last: _Unit, form: Form
) -> bool:
    """Whether a hit stands as a name: at word borders, and no interjection."""
    begin, end = first.start, last.end
    if text[begin] >= "가" and text[begin] <= "힣":
        if not first.first:
            return False
        rest = text[end : last.last]
        if form is Form.SURNAME and end - begin == 1:
            return MASKED.match(text, end) is not None
        return PARTICLES.fullmatch(rest) is not None
    if form is Form.SURNAME and ABBREVIATION.fullmatch(text, begin, end):
        return False
    if form is Form.SURNAME and (end - begin == 1 or not is_alone(text, begin, end)):
        return False
    if "-" in {text[begin - 1 : begin], text[end : end + 1]}:
        return False  # "Chol-su So" is not Su So
    return NEIGHBOUR_AFTER.match(text, end) is None  # "Min-jun Novak" is not Min Jun


ABBREVIATION = re.compile("[А-ЯІЇЄҐЁ]{2,4}")
"""Such as "ССО", which no Slavic newspaper means as a surname."""
NEIGHBOUR_BEFORE = re.compile(r"(?P<word>[A-ZÀ-ŽА-ЯІЇЄҐЁ][\w’'ʼ-]*\.?)\s$")
NEIGHBOUR_AFTER = re.compile(r"[\s-](?:[A-ZÀ-ŽА-ЯІЇЄҐЁ][\w’'ʼ]*)")
SENTENCE_START = re.compile(r"(?:^|[.!?:;…\n\"“«‘'(–—-]\s*)$")
BEFORE_NAMES = frozenset(table("openings")["capital"]["before"])
NEVER = frozenset(table("openings")["capital"]["never"])
OPENING = frozenset(table("openings")["capital"]["opening"])
NAMED_AFTER = re.compile(
    r"(?:(?<!\w)(?:имени|імені|им\.|ім\.)|\bnamed\s+after)\s$", re.IGNORECASE
)
"""Before a name: it is that of a plant, a street or a school."""
ABBREVIATED = 4
"""Characters of a title with its full stop, such as "Mr."."""


NOMINATIVE = re.compile("[бвгджзйклмнпрстфхчшщ]$")
NO_SUBJECT = re.compile("(?:[ую]|ы|с[яь]|[зчв]ал|[втсшж]ил|ть)$")
"""How a Slavic word ends that is no man's name in the nominative."""
LONG = 4
"""Letters from which the ending of a word tells."""


def is_no_name(opening: str, surname: str) -> bool:
    """Whether a word that opens a sentence is no given name of the surname behind it.

    "Доску Шестаков вырезал": a given name would stand in the nominative, too; and in
    "Земляку Гармаева повезло" in the genitive.
    """
    if len(opening) < LONG:
        return False
    if GENITIVE.search(surname) is not None and NO_GENITIVE.search(opening) is not None:
        return True
    return (
        NOMINATIVE.search(surname) is not None
        and NO_SUBJECT.search(opening) is not None
    )


GENITIVE = re.compile(r"(?:[оеєё]ва|[иії]на|ича|с[ь]?кого)$")
NO_GENITIVE = re.compile(r"[уюоыиіе]$")
"""The end of a word that is no man's given name in the genitive."""


def is_alone(text: str, begin: int, end: int) -> bool:
    """Whether one part of a name stands alone: beside another it is somebody else's."""
    if text[begin:end].lower() in NEVER:
        return False
    if NAMED_AFTER.search(text, max(0, begin - ABBREVIATED * 4), begin):
        return False
    before = NEIGHBOUR_BEFORE.search(text, max(0, begin - 40), begin)
    if (
        before is not None
        and before["word"].endswith(".")
        and len(before["word"]) > ABBREVIATED
    ):
        before = None  # the sentence before ends there
    start = begin if before is None else before.start()
    opens = SENTENCE_START.search(text[max(0, start - 4) : start]) is not None
    if before is None and opens and text[begin:end].lower() in OPENING:
        return False
    if (
        before is not None
        and before["word"].lower().rstrip(".") not in BEFORE_NAMES
        and not any(finder("places", s).match(text, start) for s in ("region", "town"))
        and not any(finder("posts", s).match(text, start) for s in ("post", "rank"))
        and not finder("nations", "nation").match(text, start)
        and not (opens and is_no_name(before["word"], text[begin:end]))
    ):
        return False
    if NEIGHBOUR_AFTER.match(text, end) or "-" in {
        text[begin - 1 : begin],
        text[end : end + 1],
    }:
        return False
    # A single word that names a place is the place.
    return not any(
        finder("places", part).match(text, begin) for part in ("region", "town")
    )


def _joined(one: NameHit | None, other: NameHit) -> NameHit:
    if one is None or one.form < other.form:
        return other
    if one.form > other.form:
        return one
    both = np.union1d(one.owners, other.owners).astype(np.int32)
    return NameHit(one.start, one.end, one.form, both)


def _longest(hits: Iterable[NameHit]) -> tuple[NameHit, ...]:
    kept: list[NameHit] = []  # by start; none touches another
    for hit in sorted(hits, key=lambda h: (-h.form, h.start - h.end, h.start)):
        at = bisect_left(kept, hit.start, key=_start)
        after = at == len(kept) or hit.end <= kept[at].start
        before = at == 0 or kept[at - 1].end <= hit.start
        if after and before:
            kept.insert(at, hit)
    return tuple(kept)


def _start(hit: NameHit) -> int:
    return hit.start
