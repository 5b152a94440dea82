"""Which of a few is meant: the youngest, the middle one, the two elder, all three?

A rank among all the prisoners ("the oldest of the captives") is somebody of his own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.prefilter import compiled

YOUNGEST = compiled(
    r"\bthe\s+youngest\b(?!\s+(?:woman|female|son|daughter|child|brother|sister))"
    r"|(?<!\w)(?:най|сам(?:ый|ого|ому|ым)\s+)(?:молодш|младш|молод)(?:ий|ого|ому|им|ый|ой|ым)(?!\w)(?!\s+(?:син|сын|брат|дит|реб))"
    r"|(?<![가-힣])(?:막내(?=[는가의도])|(?:(?:(?:가장|제일)\s(?:어린|젊은|나이\s?(?:가\s)?(?:어린|적은))|나이\s?(?:가\s)?(?:가장|제일)\s(?:어린|적은))(?:\s(?:쪽|사람|병사|포로))?(?!\s여성)|최연소))",
    re.IGNORECASE,
)
MIDDLE = compiled(
    r"\bthe\s+(?:middle\s+(?:one|man)|second\s+(?:eldest|oldest))\b"
    r"|(?<!\w)(?:середульш(?:ий|ого|ому|им)|(?:середній|середнього|середньому|средний|среднего|среднему)(?=\s*[,—–]|\s+(?:із|з|из)\s+(?:них|трьох|трех|трёх)|\s+(?:(?:не|уже|вже|ещё|ще|пока|поки|тоже|теж|же|ж|всё|все)\s+)?[а-яіїєґ]+(?:ється|ється|ється|ется|ится|ться|ає|яє|ує|ет|ит|ал|ил|ав|ив|в)(?!\w)))"
    r"|(?<![가-힣])(?:둘째|가운데\s?(?:쪽|사람|병사))(?=[는가의도은이])",
    re.IGNORECASE,
)
ELDEST = compiled(
    r"\bthe\s+(?:eldest|oldest)\b(?!\s+(?:woman|female|son|daughter|child|brother|sister))"
    r"|(?<!\w)(?:най|сам(?:ый|ого|ому|ым)\s+)старш(?:ий|ого|ому|им)(?!\w)(?!\s+(?:син|сын|брат|дит|реб))"
    r"|(?<![가-힣])(?:(?:맏형|큰형)(?=[은이의도])|(?:(?:(?:가장|제일)\s나이\s?(?:가\s)?많은|나이\s?(?:가\s)?(?:가장|제일)\s많은)(?:\s(?:쪽|사람|병사|포로))?(?!\s여성)|최고령|연장자))",
    re.IGNORECASE,
)
SUBSET = compiled(
    r"\bthe\s+(?:two\s+(?P<a>younger|older|elder|others)|(?P<b>younger|older|elder|other)\s+two)\b(?:\s+(?:men|soldiers|prisoners|ones))?"
    r"|(?<!\w)(?:двоє|двох|двом|обидва|двое|двоих|двоим|оба)\s+(?P<c>молодших|младших|старших|інших|других|остальных|решти)(?!\w)"
    r"|(?<![가-힣])(?P<d>어린|젊은|나머지|나이\s?많은)\s(?:두\s?(?:사람|명|병사)|둘)(?=[은이의도])",
    re.IGNORECASE,
)
"""Two of three who are told of by their ages."""
YOUNG = re.compile(r"young|молод|млад|어린|젊|막내", re.IGNORECASE)
OLD = re.compile(r"old|eld|стар|나이|맏|큰형", re.IGNORECASE)
ALL = compiled(
    r"\b(?:all\s+(?P<a>two|three|four|five)(?:\s+(?:of\s+them|men))?)\b(?!\s+(?:hundred|thousand|countries|camps|days|sides))"
    r"|(?<!\w)(?:(?:всі|усі|все|всіх|усіх|всех|всім|усім|всем)\s+)(?P<b>двоє|двох|двом|троє|трьох|трьом|четверо|чотирьох|двое|двоих|двоим|трое|троих|троим|четверых)(?!\w)"
    r"|(?<!\w)(?P<e>усіх|всіх|всех|усі|всі|все)(?=\s+(?:\w+\s+)?(?:уз[яі]л|взял|взят|узят|захоп|полон|схват|захват|сдал|здал|родом|служи|із|из|з)\w*)"
    r"|(?<![가-힣])(?P<c>둘|셋|넷)(?:은|이|의|에게|도)(?=\s)|(?<![가-힣])(?P<d>두|세|네)\s?(?:사람|명|병사)(?:은|이|의|에게|\s모두)(?=\s)",
    re.IGNORECASE,
)
"""Several at once, by how many they are: "all three", "둘은"."""
SIZES = (
    (2, ("two", "дв", "둘", "두")), (3, ("three", "тр", "셋", "세")),
    (4, ("four", "чот", "чет", "넷", "네")), (5, ("five", "п")),
)  # fmt: skip
OF_ALL = re.compile(
    r"\s+(?:(?:of|among|in)\s+(?:all\s+)?(?:the\s+|those\s+)?(?:[\w-]+\s+){0,2}?(?:prisoners|captives|POWs|detainees|interview\w+|inmates|camp|ward|held)\b"
    r"|(?:із|з|из|серед|среди)\s+(?:усіх\s+|всіх\s+|всех\s+)?(?:[\w-]+(?:х|их|ых)\s+)?(?:(?:військово|военно)?(?:полонен|пленн)|бранц|опитан|опрошен|тих,\s+(?:з|хто)|тех,\s+(?:с|кто))\w*"
    r"|(?:у|в)\s+(?:таборі|лагере|палаті|палате|колонії))"
)
"""After a rank: it is one among all."""
OF_ALL_BEFORE = re.compile(
    r"(?:포로|생포자|면담자|수감자)(?:들)?\s?(?:가운데|중)(?:에서|에)?\s$"
)


def size_of(match: re.Match[str]) -> int | None:
    """Tell how many are meant by a count; None if it does not tell."""
    word = next((part for part in match.groups() if part), "").lower()
    if match.re.groupindex.get("e") and match["e"]:
        return None
    return next((size for size, begins in SIZES if word.startswith(begins)), None)


def ranked(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and rank: 0 the youngest, -1 the eldest, 1 the middle one."""
    for pattern, rank in ((YOUNGEST, 0), (MIDDLE, 1), (ELDEST, -1)):
        for match in pattern.finditer(text):
            yield *match.span(), rank


def end_of_all(text: str, start: int, end: int) -> int | None:
    """Return where the words end that make a rank one among all; None if none do."""
    if OF_ALL_BEFORE.search(text, max(0, start - 20), start):
        return end
    after = OF_ALL.match(text, end)
    return None if after is None else after.end()
