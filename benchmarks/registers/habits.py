"""How does somebody spell Korean who follows no published system?

By ear and by habit: a clerk makes up his mind once about each sound and keeps to it.
So a habit is a `System` whose tables are drawn from what people are seen to write,
weighted by how common we believe it is. "young:5" weighs five times "yong:1".
"""

from collections.abc import Mapping
from functools import cache

import numpy as np
import numpy.typing as npt

from benchmarks.registers.systems import (
    KONTSEVICH,
    PRESS,
    REVISED,
    UKRAINIAN,
    System,
)

Chance = np.random.Generator

LATIN_ONSETS = {
    "ㄱ": "k:6 g:5",
    "ㄷ": "d:6 t:3",
    "ㅂ": "b:7 p:3",
    "ㅈ": "j:7 ch:3 z:.2",
    "ㅊ": "ch:9 c:.2",
    "ㄹ": "r:7 l:3",
    "ㅋ": "k:8 kh:2",
    "ㅌ": "t:8 th:2",
    "ㅍ": "p:8 ph:2",
    "ㅅ": "s",
    "ㄴ": "n",
    "ㅁ": "m",
    "ㅎ": "h:9 kh:.5",
}
LATIN_VOWELS = {
    "ㅓ": "eo:4 o:4 u:3",
    "ㅕ": "yeo:4 yo:4 you:1 yu:1",
    "ㅡ": "eu:5 u:4 oo:.5",
    "ㅜ": "u:6 oo:4 woo:.5",
    "ㅐ": "ae:7 ai:1 e:2",
    "ㅔ": "e:9 ae:1",
    "ㅗ": "o:9 oh:.5",
    "ㅢ": "ui:4 ee:3 eui:1 i:1",
    "ㅝ": "wo:6 weo:1",
    "ㅚ": "oe:6 oi:1 we:1",
    "ㅟ": "wi:7 ui:1",
    "ㅣ": "i:9 ee:1",
    "ㅘ": "wa:8 oa:.5",
    "ㅠ": "yu:6 yoo:3",
    "ㅛ": "yo",
    "ㅑ": "ya",
    "ㅖ": "ye:8 yae:1",
}
LATIN_CODAS = {
    "ㄱ": "k:9 g:1.5",
    "ㄹ": "l:9 r:.5",
    "ㅂ": "p:9 b:1.5",
    "ㅇ": "ng:12 n:.5",
}
LATIN_WHOLE = {
    "영": "young:6 yong:2 yeong:2",
    "수": "soo:5 su:4",
    "희": "hee:7 hui:2",
    "우": "woo:6 u:2",
    "선": "sun:5 seon:3 son:1",
    "준": "joon:4 jun:5",
    "현": "hyun:7 hyeon:3 hyon:1",
    "경": "kyung:5 kyong:1 gyeong:2 kyeong:1",
    "정": "jung:5 chung:1 jeong:4 jong:1 chong:1",
    "성": "sung:5 seong:4 song:2",
    "철": "chul:5 cheol:3 chol:3 chal:.1",
    "승": "seung:7 sung:2 sung:1",
    "은": "eun:7 un:2",
    "석": "seok:4 suk:4 sok:1",
    "혁": "hyuk:5 hyeok:3 hyok:2",
    "훈": "hoon:5 hun:5",
    "순": "soon:6 sun:3",
    "주": "joo:5 ju:5 chu:.5",
    "구": "koo:4 gu:3 goo:1",
    "근": "keun:4 geun:3 kun:2",
    "원": "won:9 weon:.5",
    "범": "bum:4 beom:4 bom:1",
    "용": "yong:8 young:1",
    "진": "jin:9 chin:1",
    "병": "byung:4 byeong:3 pyong:2",
    "명": "myung:5 myeong:3 myong:2",
    "형": "hyung:6 hyeong:3 hyong:1",
    "덕": "duk:4 deok:4 tok:1",
    "국": "kuk:3 kook:3 guk:3",
    "복": "bok:8 pok:2",
    "광": "kwang:7 gwang:4",
    "권": "kwon:8 gwon:2",
    "건": "kun:3 gun:3 geon:3 kon:1",
    "동": "dong:9 tong:1",
    "대": "dae:9 tae:1",
    "태": "tae:9 tai:.5 thae:1",
    "일": "il:8 yil:.3",
    "률": "ryul:8 yul:1",
    "룡": "ryong:9 yong:1",
    "춘": "chun:6 choon:3",
}
LATIN_SURNAMES = {
    "김": "kim:40 gim:1",
    "리": "ri:8 lee:3 rhee:1 li:2",
    "박": "park:7 pak:3 bak:1",
    "이": "lee:16 yi:2 rhee:1 i:.4 li:1",
    "최": "choi:7 choe:4 choy:.3 chwe:.2",
    "정": "jung:4 chung:3 jeong:3 jong:1 chong:1 cheong:.5",
    "강": "kang:9 gang:1",
    "조": "cho:6 jo:5 joh:.3",
    "윤": "yoon:5 yun:5",
    "장": "jang:6 chang:4",
    "임": "lim:5 im:3 rim:.5 yim:.5",
    "림": "rim:6 lim:4 im:1",
    "오": "oh:7 o:3",
    "한": "han",
    "서": "seo:5 suh:3 so:2",
    "신": "shin:7 sin:3",
    "권": "kwon:9 gwon:1",
    "황": "hwang:9 whang:1",
    "안": "ahn:6 an:4",
    "송": "song",
    "홍": "hong",
    "유": "yoo:5 yu:4 you:1 ryu:.5",
    "류": "ryu:7 yoo:2 yu:1 lyu:.5 lyou:.1",
    "전": "jeon:4 jun:3 chun:2 chon:1 jon:1",
    "고": "ko:6 koh:2 go:3",
    "문": "moon:6 mun:4",
    "양": "yang",
    "량": "ryang:6 yang:2 lyang:.5",
    "손": "son:7 sohn:3",
    "배": "bae:7 pae:3 bai:.2",
    "백": "baek:5 paik:2 paek:3 back:.7 baik:.5 beck:.2",
    "허": "heo:4 huh:3 hur:2 ho:2",
    "남": "nam",
    "심": "shim:6 sim:4",
    "노": "noh:5 roh:3 no:2",
    "로": "ro:6 roh:2 no:1",
    "곽": "kwak:8 gwak:2",
    "성": "sung:5 seong:4 song:1",
    "차": "cha",
    "주": "joo:5 ju:4 chu:1",
    "우": "woo:7 u:2 wu:1",
    "구": "koo:5 gu:3 ku:2",
    "나": "na",
    "라": "ra:7 la:1 na:1",
    "민": "min",
    "진": "jin:7 chin:3",
    "지": "ji:6 chi:2 jee:1",
    "엄": "eom:4 um:3 om:2",
    "채": "chae",
    "원": "won",
    "천": "cheon:4 chun:3 chon:2",
    "방": "bang:7 pang:3",
    "공": "kong:7 gong:3",
    "현": "hyun:6 hyeon:3 hyon:2",
    "변": "byun:5 byeon:2 pyon:2",
    "태": "tae:7 thae:3",
    "길": "kil:6 gil:4",
    "마": "ma",
    "선우": "sunwoo:5 seonu:2 sonu:2",
}

CYRILLIC_ONSETS = {
    "ㄱ": "к:7 г:3",
    "ㄷ": "т:5 д:5",
    "ㅂ": "п:6 б:4",
    "ㅈ": "ч:6 дж:3 ж:1 дз:.4",
    "ㅊ": "ч:7 чх:3",
    "ㄹ": "р:7 л:4",
    "ㅋ": "к:7 кх:3",
    "ㅌ": "т:7 тх:3",
    "ㅍ": "п:8 пх:2",
    "ㅎ": "х:9 г:.3",
    "ㅅ": "с:9 ш:.4",
    "ㅆ": "с:8 сс:2",
}
CYRILLIC_VOWELS = {
    "ㅓ": "о:8 а:1 э:1 е:1",
    "ㅡ": "ы:5 и:2 у:2",
    "ㅐ": "э:5 е:5",
    "ㅔ": "е:7 э:3",
    "ㅕ": "ё:5 е:4 йо:2",
    "ㅛ": "ё:6 йо:3 е:1",
    "ㅖ": "е:7 йе:2",
    "ㅠ": "ю:9 йу:1",
    "ㅢ": "и:6 ый:1 уй:1",
    "ㅘ": "ва:7 уа:2",
    "ㅝ": "во:7 уо:2",
    "ㅚ": "ве:5 вэ:2 ое:2",
    "ㅟ": "ви:6 уи:2",
    "ㅞ": "ве",
    "ㅙ": "вэ:5 ве:4",
}
CYRILLIC_BARE = {
    "ㅕ": "ё:5 йо:4 е:3 йе:1",
    "ㅛ": "ё:5 йо:5",
    "ㅢ": "ый:4 и:3 уй:2",
}
CYRILLIC_CODAS = {
    "ㄱ": "к:9 г:.7",
    "ㄹ": "ль:5 л:5 р:.7",
    "ㅇ": "н:8 нг:3 нь:.4",
    "ㅂ": "п:9 б:.6",
}
CYRILLIC_SURNAMES = {
    "리": "ли:7 ри:4",
    "이": "ли:9 и:1",
    "박": "пак:9 бак:.6 парк:.5",
    "최": "цой:5 чхве:2 чой:3 че:1 чхое:.5",
    "백": "пэк:4 пек:3 бэк:1 бек:1 пак:.2",
    "정": "чон:6 тен:1 чен:2 джон:2 чжон:1",
    "장": "чан:7 джан:1 тян:.5 чжан:1",
    "조": "чо:6 джо:2 чжо:1 тё:.4",
    "유": "ю:8 рю:1 ю:1",
    "류": "рю:6 лю:2 ю:2",
    "임": "лим:6 им:3",
    "림": "рим:5 лим:5",
    "신": "син:6 шин:4",
    "심": "сим:7 шим:2",
    "허": "хо:6 хегай:.5 ха:.4",
    "서": "со:7 се:2",
    "권": "квон:8 гвон:2 кон:.3",
    "노": "но:6 ро:3",
    "로": "ро:6 но:2",
    "엄": "ом:6 эм:2",
    "전": "чон:7 джон:2 чен:1",
    "오": "о:9 огай:.3",
    "고": "ко:8 го:2",
    "강": "кан:8 ган:1 канг:1",
}
TO_UKRAINIAN = str.maketrans({"и": "і", "ы": "и", "э": "е", "г": "ґ"})


def choose(chance: Chance, weighted: str) -> str:
    """Draw one of "young:5 yong:1"; no number weighs one."""
    options, bounds = _options(weighted)
    return options[int(np.searchsorted(bounds, chance.random(), side="right"))]


@cache
def _options(weighted: str) -> tuple[list[str], npt.NDArray[np.float64]]:
    """Read the options and the upper bounds of their shares of the line from 0 to 1."""
    pairs = [option.partition(":")[::2] for option in weighted.split()]
    weights = np.array([float(weight or 1) for _, weight in pairs])
    return [option for option, _ in pairs], np.cumsum(weights / weights.sum())[:-1]


def often(chance: Chance, share: float) -> bool:
    """Draw whether something happens that happens so often."""
    return bool(chance.random() < share)


def _drawn(chance: Chance, tables: Mapping[str, str]) -> dict[str, str]:
    return {jamo: choose(chance, weighted) for jamo, weighted in tables.items()}


def latin_habit(chance: Chance) -> System:
    """Draw how one writer of English spells Korean."""
    voices = often(chance, 0.5)
    word_habit = often(chance, 0.75)  # the rest spell letter by letter
    onsets = {**REVISED.onsets, **_drawn(chance, LATIN_ONSETS)}
    return System(
        onsets=onsets,
        vowels={**REVISED.vowels, **_drawn(chance, LATIN_VOWELS)},
        codas={**REVISED.codas, **_drawn(chance, LATIN_CODAS)},
        heard=often(chance, 0.15),
        voiced={"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㅈ": "j"} if voices else {},
        whole=_drawn(chance, LATIN_WHOLE) if word_habit else {},
        surnames=_drawn(chance, LATIN_SURNAMES),
    )


def cyrillic_habit(chance: Chance) -> System:
    """Draw how one writer of Russian spells Korean by ear."""
    voices = often(chance, 0.6)
    return System(
        onsets={**KONTSEVICH.onsets, **_drawn(chance, CYRILLIC_ONSETS)},
        vowels={**KONTSEVICH.vowels, **_drawn(chance, CYRILLIC_VOWELS)},
        codas={**KONTSEVICH.codas, **_drawn(chance, CYRILLIC_CODAS)},
        heard=often(chance, 0.5),
        voiced={"ㄱ": "г", "ㄷ": "д", "ㅂ": "б"} if voices else {},
        bare={**KONTSEVICH.bare, **_drawn(chance, CYRILLIC_BARE)},
        whole=dict(PRESS.whole) if often(chance, 0.12) else {},
        surnames=_drawn(chance, CYRILLIC_SURNAMES),
    )


def ukrainian_habit(chance: Chance) -> System:
    """Draw how one writer of Ukrainian spells Korean by ear."""
    habit = cyrillic_habit(chance)
    hard = choose(chance, "ґ:3 г:6")
    letters = {**TO_UKRAINIAN, ord("г"): hard, ord("ё"): "ьо"}
    alone = {**UKRAINIAN.bare, "ㅕ": choose(chance, "йо:8 є:2"), "ㅣ": "і"}

    def changed(table: Mapping[str, str]) -> dict[str, str]:
        return {jamo: text.translate(letters) for jamo, text in table.items()}

    return System(
        onsets=changed(habit.onsets),
        vowels=changed(habit.vowels),
        codas=changed(habit.codas),
        heard=habit.heard,
        voiced=changed(habit.voiced),
        bare=alone,
        whole=changed(habit.whole),
        surnames=changed(habit.surnames),
    )


def respelled(system: System, letters: Mapping[str, str]) -> System:
    """Spell in Latin what has first been spelled in Cyrillic: 철 as Чол as Chol."""

    def changed(table: Mapping[str, str]) -> dict[str, str]:
        return {
            jamo: "".join(letters.get(letter, letter) for letter in text)
            for jamo, text in table.items()
        }

    return System(
        onsets=changed(system.onsets),
        vowels=changed(system.vowels),
        codas=changed(system.codas),
        heard=system.heard,
        voiced=changed(system.voiced),
        bare=changed(system.bare),
        whole=changed(system.whole),
        surnames=changed(system.surnames),
    )


__all__ = [
    "Chance",
    "choose",
    "cyrillic_habit",
    "latin_habit",
    "often",
    "respelled",
    "ukrainian_habit",
]
