"""How may a text write the name of a protected person?

A name is brought to the folded alphabet (`folding`), where most transcriptions already
agree. What remains of a Korean one is the order of its parts, one word or two, southern
or northern initials, and case endings: patterns. Words of any other name stand in any
order, and `worded.py` joins them. A surname with initials is in `lettered.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from safeconduct.disclosure.folding import (
    CASES,
    bare,
    fold,
    fold_hangul,
    fold_syllable,
    reduced,
    stem,
)
from safeconduct.names.general import father_of
from safeconduct.names.general import given as given_names
from safeconduct.names.hangul import is_syllable, lawful, split
from safeconduct.names.hanja import candidates

Writings = tuple[str, ...]
"""All ways to write one word, folded; the first as it stands."""


class Pattern(NamedTuple):
    """A way to write a name, folded.

    `hangul` tells whether Hangul may write it so: syllable by syllable, the surname
    first. What a pattern joins or turns round is for other scripts only.
    """

    text: str
    form: Form
    hangul: bool = False


class Form(IntEnum):
    """How much of a name a pattern holds."""

    SURNAME = 0
    """Or another single part: never enough without details."""
    INITIALS = 1
    FULL = 2


WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
LONGEST_NAME = 5
"""Parts of a name that are put into every usual order."""
TWO_SYLLABLES = 2
COMPOUND = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방")
# What the North writes with an initial and the South without; a record may have either.
NORTHERN = {
    "이": "리", "임": "림", "유": "류", "양": "량", "노": "로", "나": "라", "여": "려",
    "염": "렴", "육": "륙",
}  # fmt: skip
SOUNDED = re.compile(r"[ktcpshmnrfw]*[yw]?[aeio][nmrkpt]?")
PATRONYMIC = re.compile(
    r"(?:[ое]в[иі]ч|йович|івна|ївна|овна|евна|[oe]v[iy]t?ch|ivna|ovna|evna"
    r"|(?:иль|ілл|кузьм|фом|лук|никит|савв)[иі]ч|нична)$",
    re.IGNORECASE,
)
Change = tuple[re.Pattern[str], str]
HANDS: tuple[tuple[Change, ...], ...] = tuple(
    tuple((re.compile(old), new) for old, new in changes)
    for changes in (
        (("ы", "о"),),
        (("и", "о"),),
        (("ы", "о"), ("(?<=[чж])е", "о"), ("е", "ё")),
        (("eu", "i"), ("(?<!y)u", "i")),
        (("eu", "i"), ("yeo|yo|you|yu", "e"), ("(?<!y)u", "i")),
        (("(?<=j)(?:eo|o|u)|(?<=ch)(?:eo|o|u)", "e"), ("yeo|yo|you|yu", "e")),
    )
)
"""What one hand writes and another would: patterns to replace, in order."""
TWO_PARTS = 2
BONELESS = re.compile("[aeioywf]")
"""What a hand may write otherwise, or leave out, in a given name."""
FEW = 2
"""Letters by which it may differ from a given name."""
SILENT = re.compile(r"[Hh](?=[aeiouáéíóú]\w{3})")
FLEETING = re.compile(r"(?<=[a-z]{2})[eo](?=[ckr]$)|(?<=[a-z]{3})e(?=n$)")
PARTICLE = frozenset({"van", "de", "der", "al", "ben", "bin", "von", "da"})


class Ways(NamedTuple):
    """How one name may be written.

    Attributes:
        patterns: What stands as it is; words are parted by single spaces.
        own: Of words that stand in any order: all writings of each.
        fathers: What a patronymic, which may be left out, tells: `fathers_of`.
    """

    patterns: tuple[Pattern, ...]
    own: tuple[Writings, ...] = ()
    fathers: frozenset[str] = frozenset()


CHARACTERS = re.compile("[一-鿿]+")
READINGS = 3
"""Of a name in Chinese characters."""


def ways(name: str) -> Ways:
    """Fold a name in every way to write it."""
    words = WORD.findall(name)
    if hanja := "".join(word for word in words if CHARACTERS.fullmatch(word)):
        keys = candidates(hanja)[:READINGS]
        read = _patterned(p for key in keys for p in _korean(*_hangul_parts(key)))
        others = ways(" ".join(word for word in words if word not in hanja))
        return others._replace(patterns=read.patterns + others.patterns)
    if hangul := "".join(word for word in words if is_syllable(word[0])):
        korean = _patterned(_korean(*_hangul_parts(hangul)))
        others = ways(" ".join(word for word in words if not is_syllable(word[0])))
        return others._replace(patterns=korean.patterns + others.patterns)
    parts = [fold(word) for word in words]
    if not parts or not all(parts):
        return Ways(())
    if len(parts) == 1:
        return Ways((), (writings(words[0]),))
    if is_korean(words, parts, name):
        return _patterned(_spelled_korean(words, name))
    return _general(words, parts)


def _patterned(patterns: Iterable[Pattern]) -> Ways:
    """Keep each pattern once, and no letter alone but as a surname."""
    kept = (p for p in patterns if len(p.text) > 1 or p.form is Form.SURNAME)
    return Ways(tuple(dict.fromkeys(kept)))


def _hangul_parts(name: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    size = 2 if name[:2] in COMPOUND and len(name) > TWO_SYLLABLES else 1
    surname, given = name[:size], name[size:]
    return _surnames(surname), _givens(given)


@lru_cache(maxsize=4096)
def _surnames(surname: str) -> tuple[str, ...]:
    """Fold a surname; a compound one in one word and, as Hangul has it, in two."""
    forms = {surname, NORTHERN.get(surname, surname), "".join(map(lawful, surname))}
    return tuple(
        dict.fromkeys(
            joint.join(fold_hangul(form))
            for form in sorted(forms)
            for joint in ("", " ")
        )
    )


@lru_cache(maxsize=1 << 16)
def _givens(given: str) -> tuple[tuple[str, ...], ...]:
    """Fold a given name as Latin, Russian and southern hands write it."""
    plain = fold_hangul(given)
    slavic = tuple(_slavic(letter) for letter in given)
    vowel = tuple(_slavic(letter, e=False) for letter in given)
    southern = fold_hangul("".join(lawful(letter) for letter in given))
    return tuple(dict.fromkeys((plain, vowel, slavic, southern)))


SOUND_ALIKE = str.maketrans("ㅐㅖㅒㅙㅞ", "ㅔㅔㅔㅚㅚ")
"""Vowels that are written for one another, since they sound the same."""


def sounded(hangul: str) -> str:
    """Spell a Hangul name so that North, South and a slip of the ear agree."""
    return "".join(map(_sounded, hangul))


@lru_cache(maxsize=1 << 14)
def _sounded(syllable: str) -> str:
    return "".join(split(lawful(syllable))).translate(SOUND_ALIKE)


@lru_cache(maxsize=1 << 14)
def _slavic(syllable: str, *, e: bool = True) -> str:
    """Fold a syllable as Cyrillic has it: ㅡ is ы or и, ㅕ is ё or е, 정 is чен."""
    onset, vowel, _ = split(syllable)
    folded = fold_syllable(syllable)
    if vowel == "ㅡ":
        return folded.replace("o", "i")
    if e and vowel == "ㅕ":
        return folded.replace("yo", "e")
    if e and vowel == "ㅓ" and onset in "ㅈㅊㅉ":
        return folded.replace("o", "e")
    return folded


def _korean(
    surnames: tuple[str, ...], givens: tuple[tuple[str, ...], ...]
) -> Iterator[Pattern]:
    for surname in surnames:
        yield Pattern(surname, Form.SURNAME, hangul=True)
    for given in givens:
        if not given:
            continue
        spaced, joined = " ".join(given), reduced("".join(given))
        # 정길 in one word is Чонгиль, whose нг may be one sound.
        as_one = joined.replace("nk", "n")
        for surname in surnames:
            if as_one != joined:
                yield Pattern(f"{surname} {as_one}", Form.FULL)
                yield Pattern(f"{surname} {stem(as_one)}", Form.FULL)
            yield Pattern(f"{surname} {spaced}", Form.FULL, hangul=True)
            yield Pattern(f"{spaced} {surname}", Form.FULL)
            if joined != spaced:
                yield Pattern(f"{surname} {joined}", Form.FULL)
                yield Pattern(f"{joined} {surname}", Form.FULL)
                # 리광혁 is one word in Hangul, "Ли Гванхека" is inflected.
                if (bare := stem(joined)) != joined:
                    yield Pattern(f"{surname} {bare}", Form.FULL)
        if len(given) > 1:
            yield Pattern(joined, Form.SURNAME)


@lru_cache(maxsize=1 << 16)
def is_patronymic(word: str) -> bool:
    """Whether a word ends as the names do that say whose son somebody is."""
    return PATRONYMIC.search(word) is not None


INFLECTED = (
    (re.compile("(?<=ич)(?:а|у|ем|ом|еві|ові|е|і)$"), ""),
    (re.compile("(?<=[вч]н)(?:ы|и|і|е|у|ою|ой)$"), "а"),
)
"""Cases of a patronymic, and what stands in their place."""
AS_RUSSIAN = str.maketrans("іїє", "иие")
"""Ніколаевіч is Николаевич, as a Ukrainian hand writes what it hears."""


@lru_cache(maxsize=1 << 16)
def fathers_of(word: str) -> frozenset[str]:
    """Return the keys of the father's name, if a word in any case is a patronymic.

    They are the same in Russian, Ukrainian and Latin letters.
    """
    lower = word.lower()
    for case, nominative in INFLECTED:
        lower = case.sub(nominative, lower)
    if not is_patronymic(lower):
        return frozenset()
    return frozenset(father_of(lower)).union(father_of(lower.translate(AS_RUSSIAN)))


def is_korean(words: list[str], parts: list[str], name: str) -> bool:
    """Whether a spelled name sounds like a surname and one or two Korean syllables."""
    if not 1 < len(parts) <= 4 or any(map(is_patronymic, words)):  # noqa: PLR2004
        return False
    syllables = sum(len(_syllables(part)) or 9 for part in parts)
    return syllables <= 4 and ("-" in name or min(map(len, parts)) <= 3)  # noqa: PLR2004


@lru_cache(maxsize=1 << 14)
def _syllables(part: str) -> tuple[str, ...]:
    """Part a folded word into one or two Korean syllables; () if it cannot be."""
    if SOUNDED.fullmatch(part):
        return (part,)
    for cut in range(len(part) - 1, 0, -1):
        if SOUNDED.fullmatch(part[:cut]) and SOUNDED.fullmatch(part[cut:]):
            return part[:cut], part[cut:]
    return ()


def _spelled_korean(words: list[str], name: str) -> Iterator[Pattern]:
    surname, given = words[0], words[1:]
    # "Chol-su Sol": the hyphen tells the given name.
    if "-" in name.split(maxsplit=1)[0] and len(name.split()) > 1:
        surname, given = words[-1], words[:-1]
    own = fold(surname)
    surnames = {own, "ri", "i"} if own in {"ri", "i"} else {own}
    yield from _korean(tuple(sorted(surnames)), _hands(tuple(given)))


@lru_cache(maxsize=1 << 16)
def _hands(given: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Fold a given name as each script has it: Un is Ын and Ин, Чен is Jong."""
    lower = [word.lower() for word in given]
    other = (tuple(_changed(word, hand) for word in lower) for hand in HANDS)
    return tuple(dict.fromkeys(map(_halves, (given, *other))))


@lru_cache(maxsize=1 << 16)
def _changed(word: str, hand: tuple[Change, ...]) -> str:
    for old, new in hand:
        word = old.sub(new, word)
    return word


def _halves(given: tuple[str, ...]) -> tuple[str, ...]:
    folded = tuple(map(fold, given))
    return (_syllables(folded[0]) or folded) if len(folded) == 1 else folded


def _general(words: list[str], parts: list[str]) -> Ways:
    kept = [w for w in words if w.lower() not in PARTICLE][:LONGEST_NAME]
    is_long = len(kept) > TWO_PARTS
    fathers = [w for w in kept if is_long and is_patronymic(w)]
    own = tuple(writings(word) for word in kept if word not in fathers)
    wholes = []
    if len(own) > TWO_PARTS:
        wholes += [[each[0] for each in own], [each[:2][-1] for each in own]]
    if len(kept) < len(words) or not own:
        wholes.append(parts[:LONGEST_NAME])
    patterns = tuple(Pattern(" ".join(each), Form.FULL) for each in wholes)
    return Ways(patterns, own, frozenset().union(*map(fathers_of, fathers)))


@lru_cache(maxsize=1)
def _classes() -> dict[str, tuple[str, ...]]:
    """Fold the full forms of each given name: Микола and Николай are one.

    Without its ending each stands for its cases: Миколи, Миколу.
    """
    forms: dict[str, dict[str, None]] = {}
    for form, all_ in given_names.classes().items():
        for what in all_[:1]:
            if what.kind == "full":
                known = forms.setdefault(what.name, {})
                soft = form[:-1] + "я" if form.endswith("й") else form
                known |= dict.fromkeys((fold(form), bare(form), bare(soft)))
    return {name: tuple(each) for name, each in forms.items()}


def siblings(word: str) -> tuple[str, ...]:
    """Fold what a given name is called in the other languages; () for a surname."""
    lower = word.lower()
    if not "Ѐ" <= lower[0] <= "ӿ" and not _is_near_given(lower):
        return ()  # to read a Latin word letter by letter takes long
    found = given_names.given(lower)
    if not found or found[0].kind != "full":
        return ()
    return _classes().get(found[0].name, ())


def _is_near_given(lower: str) -> bool:
    """Whether a Latin word has a given name's consonants, and nearly its vowels."""
    return any(
        Levenshtein.distance(folded, each, score_cutoff=FEW) <= FEW
        for folded in dict.fromkeys((fold(lower), fold(lower.replace("j", "i"))))
        for each in _given_by_bones().get(BONELESS.sub("", folded), ())
    )


@lru_cache(maxsize=1)
def _given_by_bones() -> dict[str, tuple[str, ...]]:
    """Put the given names that are folded in `_classes` by their consonants."""
    found: dict[str, dict[str, None]] = {}
    for forms in _classes().values():
        for form in forms:
            found.setdefault(BONELESS.sub("", form), {})[form] = None
    return {bones: tuple(forms) for bones, forms in found.items()}


PET = re.compile("(?<=[а-яіїєґё]{2})ь?к$")
"""What makes a short name shorter still: Димка of Дима, Ванька of Ваня."""


@lru_cache(maxsize=1 << 14)
def full_names(word: str) -> tuple[str, ...]:
    """Return the given names for which a word stands short, in whatever case of it."""
    lower = word.lower()
    kept = CASES.sub("", lower)
    pet = PET.sub("", kept)
    stems = (lower, kept, *(each + end for each in (kept, pet) for end in "ая"))
    found = (each for stem in stems for each in given_names.given(stem))
    return tuple(dict.fromkeys(each.name for each in found if each.kind == "short"))


INDIC_J = re.compile("ij(?=[aeiou])", re.IGNORECASE)
"""In "Vijay", "Wijesinghe": no Dutch ij."""
HIATUS = re.compile(r"(?<=[a-z]i)(?=[aeou])", re.IGNORECASE)
YO = (
    (re.compile("ё"), "е"), (re.compile("(?<=[жчшщ])ё"), "о"),
    (re.compile("(?<=[бвгдзклмнпрстфх])ев$"), "ёв"),
    (re.compile("(?<=[жчшщ])ев$"), "ов"),
    (re.compile("(?<=ch|sh|zh)(?:yo|e)v$"), "ov"), (re.compile("(?<=[a-z])yov$"), "ev"),
    (re.compile("(?<=[bdgklmnprstvz])ev$"), "yov"),
)  # fmt: skip


CYRILLIC_HIATUS = re.compile("[иі](?=[еэєаоу])", re.IGNORECASE)


def _as_diphthong(folded: str) -> str:
    for apart, together in (("ie", "e"), ("ia", "ya"), ("io", "yo")):
        folded = folded.replace(apart, together)
    return folded


def _other_vowels(word: str) -> Iterator[str]:
    """Yield how other hands write the vowels: ё as е, Yuniel in three syllables."""
    lower = word.lower()
    for pattern, written in YO:
        if pattern.search(lower):
            yield pattern.sub(written, lower)


_CONSONANT = "[бвгджзклмнпрстфхцчшщ]"
ALTERNATING = (
    # Кривоніс, Кривоноса; Кремінь, Кременя; Зарічний is Заречный in Russian
    (re.compile("і"), "о"), (re.compile("і"), "е"),
    (re.compile(f"і(?={_CONSONANT}ь?$)"), "о"),
    (re.compile(f"і(?={_CONSONANT}ь?$)"), "е"),
    # Белый is Білий in Ukrainian, Железный Залізний
    (re.compile(f"^({_CONSONANT}+)е(?={_CONSONANT}+[аеиоуы])"), r"\1і"),
    (re.compile(f"(?<={_CONSONANT})е(?={_CONSONANT}+(?:ый|ий|ой)$)"), "і"),
    # Швець, Шевця; Заяц, Зайца
    (re.compile("вець$"), "евц"), (re.compile("яць?$"), "йц"),
)  # fmt: skip
"""Vowels of a Cyrillic surname that a case or the other language changes."""


def alternating(word: str) -> Iterator[str]:
    """Yield how a Cyrillic surname is spelled where its vowels alternate."""
    lower = word.lower()
    for pattern, written in ALTERNATING:
        if pattern.search(lower):
            yield pattern.sub(written, lower)


SERBIAN = str.maketrans(
    dict(zip("абвгдежзијклмнопрстћуфхцчш", "abvgdežzijklmnoprstćufhcčš", strict=True))
    | {"ђ": "đ", "љ": "lj", "њ": "nj", "џ": "dž"}
)
OF_SERBIAN = re.compile("[ђјљњћџ]", re.IGNORECASE)
BALKAN_END = re.compile("(?<=[a-z]i)c$")
"""A last ć whose mark is left out."""


UZBEK = tuple(
    (re.compile(said), written)
    for said, written in (
        ("[’'ʼ‘`]", "'"), ("yo'", "yu"), ("йў", "ю"), ("o'|ў", "u"), ("g'", "g"),
        ("қ", "к"), ("ғ", "г"), ("ҳ", "х"),
    )
)  # fmt: skip
OF_UZBEK = re.compile("[og][’'ʼ‘`]|[ўқғҳ]")


def as_russians_write(lower: str) -> Iterator[str]:
    """Yield an Uzbek name by its Russian spelling: Yo'ldoshev is Юлдашев."""
    if not OF_UZBEK.search(lower):
        return
    for said, written in UZBEK:
        lower = said.sub(written, lower)
    if "а" <= lower[-1] <= "я":
        lower = lower.replace("u", "у")
    yield lower
    yield re.sub("(?<!^)о", "а", re.sub("(?<!^)o", "a", lower))


def _as_others_write(word: str) -> Iterator[str]:
    """Yield Serbian in Latin letters, what stands without marks, and Slavic sounds."""
    lower = word.lower()
    yield from as_russians_write(lower)
    if OF_SERBIAN.search(lower):
        lower = lower.translate(SERBIAN)
        yield lower
    if not lower.isascii() and not "Ѐ" <= lower[0] <= "ӿ":
        decomposed = unicodedata.normalize("NFD", lower.replace("đ", "d"))
        yield "".join(sign for sign in decomposed if not unicodedata.combining(sign))
        yield lower.replace("đ", "dj")
    heard = BALKAN_END.sub("ch", lower.replace("j", "y"))
    for polish, plain in (("cz", "ch"), ("sz", "sh"), ("rz", "zh")):
        heard = heard.replace(polish, plain)
    if heard != lower and "a" <= lower[0] <= "ž":
        yield heard


@lru_cache(maxsize=1 << 15)
def writings(word: str) -> Writings:
    """Fold a word as it stands, without its ending, with г as h and х as k."""
    forms = [fold(each) for each in (word, *_other_vowels(word))]
    forms.append(bare(word) if "Ѐ" <= word[0] <= "ӿ" else stem(forms[0]))
    if word.endswith("й"):
        forms.append(bare(word[:-1] + "я"))
    if cut := HIATUS.search(word):
        apart = fold(word[: cut.start()]) + fold(word[cut.start() :])
        forms += [apart, stem(apart)]
    if CYRILLIC_HIATUS.search(word):  # Доржиев, Dorzhiev
        forms += [_as_diphthong(form) for form in forms]
    if INDIC_J.search(word):
        forms.append(fold(INDIC_J.sub("idj", word)))
    if SILENT.match(word):  # Herrera, Еррера
        forms.append(fold(word[1:]))
    others = [fold(each) for each in _as_others_write(word)]
    forms += [*others, *map(stem, others)]
    if word[0] in "ГгҐґ":
        forms += ["h" + form[1:] for form in forms]
    forms += [form.replace("h", "k") for form in forms]
    given = siblings(word)
    forms += given
    if not given and "Ѐ" <= word[0] <= "ӿ":
        forms += [bare(each) for each in alternating(word)]
    # Кравець, Кравця: the e of the last syllable is fleeting.
    forms += [FLEETING.sub("", form) for form in forms]
    return tuple(dict.fromkeys(forms))
