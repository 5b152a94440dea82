"""How do the published systems spell a Korean word, and how does one follow a system?

A system says what stands for each onset, vowel and coda; a clerk's own habit is a
system too (habits.py). `spelled` follows it syllable by syllable; joining them is the
business of whoever writes (`joined`).

Sources: Revised Romanization (Ministry of Culture and Tourism, notice 2000-8, of which
3.4: names are written without the changes between their syllables); McCune and
Reischauer, The Romanization of the Korean Language (1939); the spellings of the North
Korean agency in its English service; L. R. Kontsevich's system for Russian.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from benchmarks.registers.hangul import ONSETS, VOWELS, as_heard, as_written

VOICING = {"", "ㄴ", "ㅁ", "ㅇ", "ㄹ"}


@dataclass(frozen=True)
class System:
    """A way to spell Korean; every table goes from jamo to letters."""

    onsets: Mapping[str, str]
    vowels: Mapping[str, str]
    codas: Mapping[str, str]
    heard: bool = True  # whether the changes between syllables are written
    voiced: Mapping[str, str] = field(default_factory=dict)  # between voiced sounds
    bare: Mapping[str, str] = field(default_factory=dict)  # vowels without an onset
    after_l: Mapping[str, str] = field(default_factory=dict)  # onsets behind ㄹ
    l_before_l: str = ""  # where it is not what stands for the coda
    l_before_h: str = ""
    whole: Mapping[str, str] = field(default_factory=dict)  # syllables by habit
    surnames: Mapping[str, str] = field(default_factory=dict)
    seams: tuple[tuple[str, str, str], ...] = ()  # left end, right start, put between


def spelled(word: str, system: System) -> list[str]:
    """Spell each syllable of a word in small letters."""
    parts = as_heard(word) if system.heard else as_written(word)
    found, before = [], None
    for i, (syllable, part) in enumerate(zip(word, parts, strict=True)):
        after = parts[i + 1].onset if i + 1 < len(parts) else None
        if syllable in system.whole:
            found.append(system.whole[syllable])
        else:
            found.append(
                _onset(part.onset, before, system)
                + _vowel(part.onset, part.vowel, system)
                + _coda(part.coda, after, system)
            )
        before = part.coda
    return found


def _onset(onset: str, before: str | None, system: System) -> str:
    if before == "ㄹ" and onset in system.after_l:
        return system.after_l[onset]
    if before in VOICING and onset in system.voiced:
        return system.voiced[onset]
    return system.onsets[onset]


def _vowel(onset: str, vowel: str, system: System) -> str:
    if onset == "ㅇ" and vowel in system.bare:
        return system.bare[vowel]
    return system.vowels[vowel]


def _coda(coda: str, after: str | None, system: System) -> str:
    before = {"ㄹ": system.l_before_l, "ㅎ": system.l_before_h}
    if coda == "ㄹ" and system.heard and before.get(after or ""):
        return before[after or ""]
    return system.codas[coda]


def surname(hangul: str, system: System) -> str:
    """Spell a surname: by its own habit, or by the rules."""
    return system.surnames.get(hangul) or "".join(spelled(hangul, system))


def joined(syllables: list[str], between: str, system: System) -> str:
    """Join syllables; without a mark between them, a seam may need one."""
    if between:
        return between.join(syllables)
    word = syllables[0]
    for syllable in syllables[1:]:
        word += _seam(word, syllable, system) + syllable
    return word


def _seam(left: str, right: str, system: System) -> str:
    for end, start, mark in system.seams:
        if left.endswith(end) and right[:1] in start:
            return mark
    return ""


def _table(jamo: str, spellings: str) -> dict[str, str]:
    """Read a table: spellings stand in the order of the jamo, a dot for none."""
    found = [s.replace(".", "") for s in spellings.split()]
    return dict(zip(jamo, found, strict=True))


def codas(spellings: str) -> dict[str, str]:
    """Read what stands for the seven codas ㄱ ㄴ ㄷ ㄹ ㅁ ㅂ ㅇ."""
    return {"": "", **_table("ㄱㄴㄷㄹㅁㅂㅇ", spellings)}


REVISED = System(
    onsets=_table(ONSETS, "g kk n d tt r m b pp s ss . j jj ch k t p h"),
    vowels=_table(
        VOWELS, "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
    ),
    codas=codas("k n t l m p ng"),
    after_l={"ㄹ": "l"},
)
REVISED_NAMES = System(
    REVISED.onsets, REVISED.vowels, REVISED.codas, heard=False
)  # 3.4: 복남 is Boknam
# As southern offices write: by the rules, but for the commonest surnames.
REVISED_OFFICES = replace(
    REVISED_NAMES, surnames={"김": "kim", "이": "lee", "박": "park", "최": "choi"}
)
MCCUNE_REISCHAUER = System(
    onsets=_table(ONSETS, "k kk n t tt r m p pp s ss . ch tch ch' k' t' p' h"),
    vowels=_table(VOWELS, "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i"),
    codas=codas("k n t l m p ng"),
    voiced={"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㅈ": "j"},
    # Sino-Korean ㄷ and ㅈ are tense behind ㄹ, so they are not voiced.
    after_l={"ㄷ": "t", "ㅈ": "ch", "ㄹ": "l"},
    l_before_h="r",
    seams=(("n", "g", "'"),),
)
NORTH_KOREAN = System(
    onsets=_table(ONSETS, "k kk n t tt r m p pp s ss . j jj ch kh th ph h"),
    vowels=_table(VOWELS, "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i"),
    codas=codas("k n t l m p ng"),
    heard=False,
    voiced={"ㄱ": "g", "ㄷ": "d", "ㅂ": "b"},
    surnames={"최": "choe"},
)
KONTSEVICH = System(
    onsets=_table(ONSETS, "к кк н т тт р м п пп с сс . ч чч чх кх тх пх х"),
    vowels=_table(VOWELS, "а э я я о е ё е о ва вэ ве ё у во ве ви ю ы и и"),
    codas=codas("к н т ль м п н"),
    voiced={"ㄱ": "г", "ㄷ": "д", "ㅂ": "б", "ㅈ": "дж"},
    bare={"ㅔ": "э", "ㅖ": "йе", "ㅢ": "ый", "ㅒ": "йя"},
    after_l={"ㄷ": "тт", "ㅈ": "чч", "ㄹ": "л"},
    l_before_l="л",
    l_before_h="р",
)
# The surnames the press has kept from before: Ли, Цой is left to the press below.
KONTSEVICH_NAMES = replace(
    KONTSEVICH, surnames={"이": "ли", "리": "ли", "임": "лим", "림": "лим"}
)
# The press of the Soviet Union and after: Ким Чен Ир, Ким Ир Сен, Чан Сон Тхэк.
PRESS = System(
    onsets=_table(ONSETS, "к к н т т р м п п с с . ч ч ч к т п х"),
    vowels=_table(VOWELS, "а э я я о е е е о ва вэ ве е у во ве ви ю ы и и"),
    codas=codas("к н т р м п н"),
    voiced={"ㄱ": "г", "ㄷ": "д", "ㅂ": "б"},
    bare={"ㅔ": "э", "ㅕ": "е", "ㅛ": "е", "ㅢ": "ый"},
    whole={"정": "чен", "성": "сен", "일": "ир", "종": "чен", "철": "чер"},
    surnames={"최": "цой", "이": "ли", "리": "ли", "유": "ю", "류": "лю", "임": "лим"},
    heard=False,
)
# As Koreans of the Soviet Union are registered, from the speech of Hamgyong.
SOVIET = System(
    onsets=_table(ONSETS, "к к н т т р м п п с с . т т ч к т п х"),
    vowels=_table(VOWELS, "а я я я е е е е о ва я е е у о е и ю ы и и"),
    codas=codas("к н т р м п н"),
    voiced={"ㄱ": "г", "ㄷ": "д", "ㅂ": "б", "ㅈ": "д"},
    bare={"ㅐ": "э", "ㅓ": "е", "ㅔ": "э", "ㅢ": "ы"},
    whole={
        "자": "дя",
        "조": "дё",
        "주": "дю",
        "장": "тян",
        "종": "тен",
        "재": "дя",
        "백": "пяк",
        "해": "хя",
        "태": "тхя",
        "심": "сим",
        "신": "син",
    },
    surnames={
        "최": "цой",
        "정": "тен",
        "이": "ли",
        "리": "ли",
        "장": "тян",
        "조": "тё",
        "허": "хегай",
        "유": "югай",
        "류": "югай",
        "오": "огай",
        "노": "ногай",
        "로": "ногай",
        "서": "шегай",
        "신": "шин",
        "백": "пяк",
        "배": "пя",
        "전": "тен",
        "주": "тю",
        "엄": "эм",
        "진": "тин",
        "임": "лим",
        "림": "лим",
        "안": "ан",
        "고": "когай",
        "문": "мун",
        "차": "ча",
        "채": "цхай",
    },
    heard=False,
)
# Ukrainian: і for ㅣ, и for ㅡ, йо for what Russian writes ё.
UKRAINIAN = System(
    onsets=_table(ONSETS, "к кк н т тт р м п пп с сс . ч чч чх кх тх пх х"),
    vowels=_table(VOWELS, "а е я я о е ьо е о ва ве ве ьо у во ве ві ю и і і"),
    codas=codas("к н т ль м п н"),
    voiced={"ㄱ": "г", "ㄷ": "д", "ㅂ": "б", "ㅈ": "дж"},
    bare={"ㅕ": "йо", "ㅛ": "йо", "ㅖ": "є", "ㅢ": "ий"},
    surnames={"최": "чхве", "이": "лі", "리": "лі", "임": "лім", "유": "ю"},
    after_l={"ㄹ": "л"},
    l_before_l="л",
)
