"""Under which names does this text speak of people: pseudonyms, and bound names again?

A pseudonym ("(가명)", "name changed") names nobody of the register, whoever may bear it
there; it only holds together what is told of one prisoner. And once a person is bound
to a name as printed, its parts name him wherever else they stand.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from safeconduct.disclosure.automaton import (
    SENTENCE_START,
    NameHit,
    NameIndex,
    is_alone,
    is_no_name,
)
from safeconduct.disclosure.folding import bare, fold, fold_syllable
from safeconduct.disclosure.tables import finder, table
from safeconduct.disclosure.variants import COMPOUND, Form, full_names
from safeconduct.names.general.given import given
from safeconduct.names.hangul import is_syllable

PSEUDONYM = re.compile(
    r"(?P<name>[가-힣]{1,4}|[A-ZÀ-Ž][\w’'-]+(?:\s+[A-ZÀ-Ž][\w’'-]+){0,2}|[А-ЯІЇЄҐЁ][\w’'ʼ-]+(?:\s+[А-ЯІЇЄҐЁ][\w’'ʼ-]+){0,2})[”\"»]?\s?(?:씨\s?)?"
    r"(?:[(,–—]\s?)+(?:가명|익명|ім['’ʼ]я\s+(?:змінен|вигадан)|имя\s+(?:измен|вымышл)|(?:his\s+|the\s+)?name\s+(?:has\s+been\s+)?changed|not\s+his\s+real\s+name|a\s+pseudonym|псевдонім|псевдоним)"
)
NO_NAME = re.compile(
    r"I[’'](?:m|ll|d|ve)\b|Юг(?:а|е|у|ом)?(?!\w)"
    r"|(?<![가-힣])[고이노양조장유계전공추주편음]모(?!\s?씨|\s?\(|\s?군|\s?병|\s?[하중상전]사|\s?포로)(?:[가는의를와도]?(?![가-힣])|\s)"
)
"""Words that sound like a name and are none: a pronoun with its verb, the South, an
aunt (고모) who is no "certain Ko"."""
WIDER = re.compile(r"(?<=[가-힣])[모某](?=\s?씨|\s?\(|[가-힣]?\s|$)")
"""The 모 of "Sol 모": "a certain", part of the name as printed."""


def named(text: str, names: NameIndex) -> tuple[NameHit, ...]:
    """Find names; those of pseudonyms become names of nobody, and "Sol 모" is widened.

    A pseudonym's owner is a negative number, so that its mentions still agree. But whom
    the register knows by that false name is he.
    """
    masks = tuple(dict.fromkeys(m["name"] for m in PSEUDONYM.finditer(text)))
    found = []
    for n, name in enumerate(masks):
        owners = names.known_as(name)
        form = Form.FULL if len(owners) else Form.SURNAME
        whose = owners if len(owners) else np.asarray([-1 - n], dtype=np.int32)
        found += [
            NameHit(m.start(), m.end(), form, whose)
            for m in re.finditer(_whole(name), text)
        ]
    hits = names.find(text)
    kept = [
        _widened(text, hit)
        for hit in hits
        if not NO_NAME.match(text, hit.start)
        and not any(hit.start < each.end and each.start < hit.end for each in found)
        and not _opens(text, hit)
    ]
    kept = list(_without_namesakes(text, kept))
    short = _shortened(text, kept, names)
    return tuple(sorted((*kept, *short, *found), key=lambda hit: hit.start))


def _shortened(
    text: str, hits: Sequence[NameHit], names: NameIndex
) -> Iterator[NameHit]:
    """Yield short forms, alone, of given names of whom the text names wholly: "Лёша"."""
    spans = [(hit.start, hit.end) for hit in hits]
    owners = sorted({o for h in hits if h.form is Form.FULL for o in h.owners.tolist()})
    if not owners or len(owners) > MANY:
        return
    called = {owner: _given_names(names.names_of(owner)) for owner in owners}
    for match in WORD.finditer(text):
        if not CAPITAL.match(match[0]) or not (whole := {*full_names(match[0])}):
            continue
        bearers = [owner for owner in owners if called[owner] & whole]
        if not (
            not bearers
            or _touches(match.span(), spans)
            or _beside_name(text, *match.span())
        ):
            whose = np.asarray(bearers, dtype=np.int32)
            yield NameHit(*match.span(), Form.SURNAME, whose)


MANY = 1000
"""Persons whom the whole names of one text may name, for its short names to be read."""


def _given_names(names: Iterable[str]) -> frozenset[str]:
    """Return the given names among the words of names, as `full_names` has them."""
    known = (given(word.lower()) for name in names for word in WORD.findall(name))
    return frozenset(f[0].name for f in known if f and f[0].kind == "full")


SURNAMED = re.compile(
    r"(?:\bsurnamed?|фамили\w+|прізвищ\w+)\s+(?:is\s+|[—–-]\s+)?[“\"«]?"
    r"(?P<surname>[A-ZА-ЯІЇЄҐЁ][\w’'ʼ]+)"
)
"""A surname by which alone somebody is brought in."""
BESIDE = re.compile(
    r"(?<![\w-])[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]+[ \u00a0]"
    r"(?=(?P<surname>[A-ZА-ЯІЇЄҐЁ][\w’'ʼ]+)(?![\w-]))"
)
"""Two words with a capital: perhaps a given name and a surname."""
STEM = 3
"""Letters of a surname that no case changes, at least."""
ENDING = 2
"""Letters at its end that a case may change."""
MORE = 3
"""Letters that a case may put in their place."""


def _without_namesakes(text: str, hits: Sequence[NameHit]) -> Iterator[NameHit]:
    """Leave out a surname that stood before beside a given name that is nobody's here.

    "The translator, Artur Tsoi": Tsoi is he from there on, if no bearer of the surname
    who is protected is named wholly, or brought in by it.
    """
    whole = [hit for hit in hits if hit.form is not Form.SURNAME]
    named_wholly = np.unique(np.concatenate([NOBODY, *(hit.owners for hit in whole)]))
    others: dict[str, int] = {}
    words = _Surnames(text)
    for hit in hits:
        said = text[hit.start : hit.end]
        if hit.form is Form.SURNAME and said[0].isupper():
            if said not in others:
                others[said] = words.introduced(said, whole)
            if others[said] < hit.start and not np.isin(hit.owners, named_wholly).any():
                continue
        yield hit


NOBODY = np.empty(0, dtype=np.int32)


class _Surnames:
    """The words of a text that stand as surnames do, by their first two letters."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._beside, self._alone = (
            self._by_beginning(pattern) for pattern in (BESIDE, SURNAMED)
        )

    def _by_beginning(self, pattern: re.Pattern[str]) -> dict[str, list[re.Match[str]]]:
        found: dict[str, list[re.Match[str]]] = {}
        for match in pattern.finditer(self._text):
            found.setdefault(match["surname"][:2], []).append(match)
        return found

    def introduced(self, surname: str, whole: Sequence[NameHit]) -> int:
        """Return where another man of a surname is first named; else the text's end."""
        stem = surname[: max(STEM, len(surname) - ENDING)]

        def is_it(match: re.Match[str]) -> bool:
            word = match["surname"]
            return word.startswith(stem) and len(word) <= len(stem) + MORE

        if any(map(is_it, self._alone.get(surname[:2], ()))):
            return len(self._text)
        for match in filter(is_it, self._beside.get(surname[:2], ())):
            start, end = match.span("surname")
            if not is_alone(self._text, start, end) and not any(
                hit.start < end and match.start() < hit.end for hit in whole
            ):
                return start
        return len(self._text)


def _opens(text: str, hit: NameHit) -> bool:
    """Whether a surname is rather a word that opens its sentence: "За оцінкою"."""
    said = text[hit.start : hit.end].lower()
    if hit.form is not Form.SURNAME or said not in OPENING | PREPOSITIONS:
        return False
    if SENTENCE_END.search(text, max(0, hit.start - 3), hit.start) is None:
        return False
    return WENT_ON.match(text, hit.end) is not None and not _acts(
        text, hit.start, hit.end
    )


SENTENCE_END = re.compile(r"(?:^|[.!?…:»”\"\n])\s{0,2}[«“\"]?$")
WENT_ON = re.compile(r"\s[a-zа-яіїєґё\d]")


def _whole(name: str) -> str:
    if "가" <= name[0] <= "힣":
        return rf"(?<![가-힣]){name}(?=[은는이가을를의도]?(?:[^가-힣]|씨))"
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def _widened(text: str, hit: NameHit) -> NameHit:
    if hit.form is not Form.SURNAME or WIDER.match(text, hit.end) is None:
        return hit
    return NameHit(hit.start, hit.end + 1, hit.form, hit.owners)


WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"[’'ʼ]s?$")
CAPITAL = re.compile(r"[A-ZÀ-ŽА-ЯІЇЄҐЁ]")
SHORT = 3
"""Letters from which on a folded part of a name is told from a word."""
OPENING = frozenset(table("openings")["capital"]["opening"])
PREPOSITIONS = frozenset(table("openings")["capital"]["preposition"])
BEFORE = OPENING | frozenset(table("openings")["capital"]["before"])


def again(
    text: str, printed: Iterable[str], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield where parts of a bound name stand again, outside of spans taken."""
    names = tuple(dict.fromkeys(printed))
    hangul = [name for name in names if "가" <= name[0] <= "힣"]
    for name in hangul:
        for match in re.finditer(_parts(name), text):
            if not _touches(match.span("part"), taken):
                yield match.span("part")
    parts = {
        form
        for name in names
        if name not in hangul
        for word in WORD.findall(name)
        for form in (fold(word), bare(word))
        if len(form) >= SHORT
    }
    wholes = [name for name in names if name not in hangul and " " in name]
    found = (m.span() for name in wholes for m in re.finditer(_whole(name), text))
    yield from (span for span in found if not _touches(span, taken))
    # A short surname is told by its very letters.
    printed_ = {word for name in names for word in WORD.findall(name) if len(word) > 1}
    for match in WORD.finditer(text) if parts else ():
        if not CAPITAL.match(match[0]):
            continue
        said = POSSESSIVE.sub("", match[0])
        span = match.start(), match.start() + len(said)
        if said.lower() in OPENING and not _acts(text, *span):
            continue
        alike = not parts.isdisjoint((fold(said), bare(said)))
        if not alike and said not in printed_:
            continue
        beside = _beside_name(text, *span)
        if not beside and not _touches(span, taken):
            yield span


NAMELIKE = frozenset(
    [
        "ha",
        "min",
        "moon",
        "song",
        "son",
        "sin",
        "pan",
        "park",
        "won",
        "ma",
        "ban",
        "chin",
        "sun",
        "tan",
        "mon",
        "han",
        "ho",
        "ким",
        "мин",
        "сон",
        "хан",
        "юн",
        "ан",
        "пан",
        "мін",
    ]
)
"""Of the words that open sentences, those that are rather names before a verb."""
ACTS = re.compile(
    r"\s(?:told|said|says|was|is|has|had|wants|asked|added|lost|speaks|comes|came|wrote"
    r"|does|did|would|could|recalls|remembers|hopes|fears|refused"
    r"|\w{2,}(?:ал|ил|ел|ел|ался|ился|ав|ив|ався|ився|є|ить|ит|ет|ет|ється|ется)|каже)\b"
)


def _acts(text: str, start: int, end: int) -> bool:
    """Whether one man does something: "Ha told", and not "Ha, they said"."""
    return text[start:end].lower() in NAMELIKE and ACTS.match(text, end) is not None


HELD_RANK = r"(?:하전사|전사|(?:초급|중급|상급)?병사|[하중상]사|특무상사|[소중상대]위|[소중상]좌|[일이상]등?병|병장|포로)"
"""A rank behind a surname, as soldiers bear it."""


def _parts(name: str) -> str:
    """Match a Hangul surname before a particle or title, or the given name alone."""
    size = 2 if name[:2] in COMPOUND else 1
    surname, given = name[:size], name[size:]
    ends = r"(?=(?:이라는|이라고|이는|이가|이의|[은는이가을를의도]|에게|씨)?(?:[^가-힣]|$))"
    parts = [
        rf"{surname}(?=\s?씨|[은는이가의]\s|\s{HELD_RANK}(?:[은는이가의을를도과와]|에게)?(?![가-힣]))"
    ]
    parts += [re.escape(given) + ends] if len(given) > 1 else []
    return rf"(?<![가-힣])(?P<part>{'|'.join(parts)})"


def _beside_name(text: str, start: int, end: int) -> bool:
    """Whether another name stands beside it: then it is somebody else's."""
    before = re.search(
        r"([A-ZÀ-ŽА-ЯІЇЄҐЁ][\w’'ʼ-]*)\s$", text[max(0, start - 30) : start]
    )
    after = re.match(r"[\s-][A-ZÀ-ŽА-ЯІЇЄҐЁ]", text[end : end + 2])
    opens = before is not None and (
        before[1].lower() in BEFORE
        or is_place(before[1])
        or finder("nations", "nation").match(before[1]) is not None
        or (
            SENTENCE_START.search(text[: max(0, start - 30) + before.start()][-4:])
            is not None
            and is_no_name(before[1], text[start:end])
        )
    )
    return bool(after) or (before is not None and not opens)


def is_place(word: str) -> bool:
    """Whether a capitalised word is a place, and so no part of a name beside it."""
    return any(finder("places", s).match(word) for s in ("region", "town"))


def _touches(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < stop and begin < span[1] for begin, stop in spans)


NO_OPENING = (
    r"(?!(?:(?:He|His|Him|The|In|At|On|Born|Він|Його|Йому|Родом|Уже|Вже|Он|Его|Ему)"
    r"|(?:Сержант|Рядов|Солдат|Бо[єе]ц|Боє?[йц]|Полонен|Пленн|Чолові|Мужчин|Хлоп|Парен|Юна[кч]|Вої?н)\w{0,5})\b)"
)
"""Before a word with a capital: it is none that opens a sentence after initials."""
_INITIAL = r"(?:[CKSZ]h|[A-ZА-ЯІЇЄҐ])"
INITIALS = re.compile(
    rf"(?<![\w.])({_INITIAL})\.\s?({_INITIAL})\.(?:\s?({_INITIAL})\.)?(?!\s?{NO_OPENING}[A-ZА-ЯІЇЄҐ](?:\.|[\w’'-]))"
)
"""Two initials or three that stand for a whole name, and not before a surname."""


TWO = 2


def initials(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the initials that may stand for one of a person's names, in any script."""
    known = tuple(names)
    for match in INITIALS.finditer(text):
        if begin_with([letter for letter in match.groups() if letter], known):
            yield match.span()


def begin_with(letters: Sequence[str], names: Iterable[str]) -> bool:
    """Whether initials may stand for one of a person's names, in any script.

    Two stand for any two of its words; three for the syllables of a Korean name, too.
    """
    folded = sorted(fold(letter)[:1] for letter in letters)
    return any(
        folded == sorted(part)
        for name in names
        for part in combinations(_firsts(name, len(folded)), len(folded))
    )


def _firsts(name: str, parts: int) -> list[str]:
    """Return how the parts of a name begin, folded; what is no letter begins none.

    Of a Korean name in two parts the second begins as its first syllable does.
    """
    hangul = "".join(one for one in name if is_syllable(one))
    if hangul:
        size = 2 if hangul[:2] in COMPOUND else 1
        given = hangul[size : size + parts - 1]
        begins = [fold_syllable(one) for one in (hangul[0], *given)]
    else:
        words = name.split() if parts == TWO else re.split(r"[\s-]+", name)
        begins = [fold(word) for word in words]
    return [folded[:1] for folded in begins if folded]
