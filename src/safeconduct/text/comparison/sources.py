"""Who stands behind a statement, and are two of them one source?

Two spellings of one name are one speaker: names are compared by their consonants,
romanised roughly, so that Zelensky, Zelenskyy and 젤렌스키 agree. That is enough to
count sources with and never enough to tell persons apart: names/ does that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from safeconduct.text.attribution import UNATTRIBUTED
from safeconduct.text.figure import Figure

INSTITUTIONS = (
    (
        "ukraine-intelligence",
        (
            r"Ukrain\w+\s+(?:military\s+)?intelligence|\bHUR\b|\bGUR\b|ГУР"
            r"|українськ\w+\s+розвідк|украинск\w+\s+разведк|우크라이나\s?(?:군\s?)?정보"
        ),
    ),
    (
        "korea-intelligence",
        (
            r"National\s+Intelligence\s+Service|\bNIS\b"
            r"|Національн\w+\s+служб\w+\s+розвідки"
            r"|Национальн\w+\s+разведывательн\w+\s+служб|국정원|국가정보원"
        ),
    ),
    (
        "ukraine-general-staff",
        (
            r"General\s+Staff\s+of\s+(?:the\s+Armed\s+Forces\s+of\s+)?Ukraine|Генштаб"
            r"|Генеральн\w+\s+штаб"
        ),
    ),
    ("korea-joint-chiefs", r"Joint\s+Chiefs|합참|합동참모"),
    (
        "korea-foreign-ministry",
        (r"South\s+Korea\w*[’'s]*\s+foreign\s+ministry|한국\s?외교부|^외교부"),
    ),
    (
        "icrc",
        r"\bICRC\b|Red\s+Cross|МКЧХ|МККК|Червон\w+\s+Хрест|Красн\w+\s+Крест|적십자",
    ),
    ("un", r"\bUnited\s+Nations\b|\bUN\b|\bООН\b|유엔"),
)
_INSTITUTIONS = tuple(
    (key, re.compile(words, re.IGNORECASE)) for key, words in INSTITUTIONS
)
CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        "abvggdeeezziiiiklmnoprstuf_ssss_i_eua",
        strict=True,
    )
)
# A letter for each initial and final consonant of Unicode's Hangul syllables, in order.
INITIALS, FINALS = "kkndtlmppss_sssktph", "_kkknnndlkmlllphmppssnssktph"
# Letters that romanisations exchange: y and i, z and s, c and k, w and v.
CLASSES = str.maketrans("zjcqwfbgd", "sskkvvpkt")
# Two letters that stand for one sound, which others write as s or leave out.
SIBILANT, THROAT = re.compile("tch|ch|ts|tz|sh|zh"), re.compile("kh")
VOWELS = re.compile(r"[aeiouyh_\W\d]+")
ENOUGH = 3
"""Consonants; below that, names are compared letter by letter."""


def speaker_of(figure: Figure) -> str | None:
    """Name the innermost speaker by a key that spellings share, None if unstated."""
    if not figure.attribution or figure.attribution[-1] == UNATTRIBUTED:
        return None
    who = figure.attribution[-1].who
    if who.lower().startswith(("author", "unnamed", "reports")):
        return None
    return speaker_key(who)


def speaker_key(who: str) -> str:
    """Reduce a speaker's name to what its spellings share."""
    for key, words in _INSTITUTIONS:
        if words.search(who):
            return key
    skeleton = _skeleton(who.rpartition(" ")[2])
    return skeleton if len(skeleton) >= ENOUGH else who.casefold()


def independent(sources: Sequence[tuple[int, str | None]]) -> int:
    """Count sources that rest on nobody else's word.

    Args:
        sources: family and speaker of each statement; a family is one source, and
            so are all families whose chain ends with the same speaker.
    """
    parent: dict[tuple[str, object], tuple[str, object]] = {}

    def root(node: tuple[str, object]) -> tuple[str, object]:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for family, speaker in sources:
        here = root(("family", family))
        if speaker is not None:
            parent[here] = root(("speaker", speaker))
    return len({root(("family", family)) for family, _speaker in sources})


def _skeleton(word: str) -> str:
    letters = unicodedata.normalize("NFKD", _latin(word.casefold()))
    spoken = SIBILANT.sub("s", letters.encode("ascii", "ignore").decode())
    plain = VOWELS.sub("", THROAT.sub("", spoken))
    return re.sub(r"(.)\1+", r"\1", plain.translate(CLASSES))


def _latin(word: str) -> str:
    return "".join(_letter(letter) for letter in word)


def _letter(letter: str) -> str:
    code = ord(letter) - 0xAC00
    if 0 <= code < 11172:  # noqa: PLR2004 - the Hangul syllables of Unicode
        return INITIALS[code // 588] + "a" + FINALS[code % 28]
    return CYRILLIC.get(letter, letter)
