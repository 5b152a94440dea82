"""Does a text say of all captured men what it knows of one?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from safeconduct.text.comparison.finding import Aspect, Finding, Item, Relation
from safeconduct.text.comparison.statement import Document
from safeconduct.text.reason import gettext_noop, reason
from safeconduct.text.sentences import Sentence

# What prisoners tell of themselves, by the stems of the words for it.
EXPERIENCES = (
    (
        "deceived",
        (
            r"misled|deceived|trick(?:ed|ing)|lied\s+to|unaware|(?:did\s+not|didn[’']t"
            r"|never)\s+(?:know|knew)|without\s+knowing|not\s+(?:been\s+)?told"
            r"|told\s+(?:\w+\s+){0,4}?(?:training|exercise|study)"
            r"|обдур\w+|обман\w+|ввели\s+в\s+оману|введ\w+\s+в\s+оману|не\s+зна(?:в|ли|л)\w*"
            r"|не\s+підозрю\w+|ввели\s+в\s+заблуждение|введ\w+\s+в\s+заблуждение"
            r"|не\s+подозрева\w+"
            r"|속[았아였여]|속임|거짓|몰랐|모른\s?채|알지\s?못|훈련(?:인\s?줄|으로\s?알|이라고)"
        ),
    ),
    (
        "suicide",
        (
            r"suicid\w+|kill\s+(?:themselves|himself)|blow\s+(?:themselves|himself)\s+up"
            r"|самогуб\w+|самоубий\w+|покінчити\s+з|покончить\s+с|підірва\w+\s+себе"
            r"|подорва\w+\s+себя|자살|자폭|자결"
        ),
    ),
    (
        "mistreated",
        (
            r"beat(?:en|ing)|tortur\w+|starv\w+|mistreat\w+|ill-treat\w+|побит\w+|би(?:ли"
            r"|то)\b|катува\w+|катован\w+|морили|пытали|пытк\w+|избит\w+|избива\w+|голодом"
            r"|고문|구타|학대|굶"
        ),
    ),
    (
        "forced",
        (
            r"forced\s+to|coerc\w+|against\s+(?:their|his)\s+will|примус\w+|змуси\w+"
            r"|проти\s+(?:його|їхньої|їх)\s+волі|принуд\w+|застави\w+|против\s+(?:его"
            r"|их)\s+воли|강제로|강요"
        ),
    ),
)
_EXPERIENCES = tuple(
    (topic, re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE))
    for topic, words in EXPERIENCES
)
MANY = re.compile(
    r"\b(?:(?:captured|North\s+Korean|all|the|these|most)\s+)+(?:soldiers|troops"
    r"|prisoners|POWs|captives|men|servicemen)\b|\b(?:POWs|prisoners\s+of\s+war)\b"
    r"|\b(?:північнокорейськ\w+\s+)?(?:солдати|солдатів|полонені|полонених"
    r"|військовополонені|військовополонених|бійці|бійців)\b"
    r"|\b(?:северокорейск\w+\s+)?(?:солдаты|солдат|пленные|пленных|военнопленные"
    r"|военнопленных|бойцы|бойцов)\b"
    r"|(?:북한군|포로|병사|군인)들|북한군\s?포로(?:들|는|가)|북한군은",
    re.IGNORECASE,
)
SEVERAL = re.compile(
    r"\b(?:both|two|three|several|some|many|dozens|each|neither|one)\b|\b(?:обидва"
    r"|обоє|двоє|два|троє|кілька|деякі|багато|оба|двое|трое|несколько|некоторые"
    r"|многие|кожен|каждый|один)\b|둘|두\s?(?:명|사람)|세\s?명|여러|일부|각각|한\s?(?:명|사람)",
    re.IGNORECASE,
)
SINGLE = re.compile(
    r"\b\d\d-year-old\b|\b\d\d-річн\w+|\b\d\d-летн\w+|\d\d\s?(?:세|살)|\b(?:he|his"
    r"|him)\b|\b(?:він|його|йому|он|его|ему)\b|(?<![가-힣])그(?:는|가|의)\s|씨(?:는|가)"
    r"|one\s+of\s+the(?:m|se|\s)|один\s+(?:з|із|из)\b|한\s?(?:명|병사)",
    re.IGNORECASE,
)


def overgeneralised(documents: Sequence[Document]) -> Iterator[Finding]:
    """Find experiences told in the plural in a text that knows them from one man."""
    for doc in documents:
        for topic, cue in _EXPERIENCES:
            told = [s for s in doc.sentences if cue.search(s.text)]
            plural = [s for s in told if _is_of_many(s)]
            single = [s for s in told if s not in plural and _is_of_one(s)]
            several = [
                s
                for s in told
                if s not in plural and s not in single and SEVERAL.search(s.text)
            ]
            if plural and single and not several:
                yield _finding(doc, topic, plural, single)


def _is_of_many(sentence: Sentence) -> bool:
    text = sentence.text
    return bool(MANY.search(text)) and not (SEVERAL.search(text) or SINGLE.search(text))


def _is_of_one(sentence: Sentence) -> bool:
    both = re.search(
        r"\bboth\b|обидва|обоє|\bоба\b|둘\s?다", sentence.text, re.IGNORECASE
    )
    return bool(SINGLE.search(sentence.text)) and not both


def _finding(
    doc: Document, topic: str, plural: Sequence[Sentence], single: Sequence[Sentence]
) -> Finding:
    why = reason(
        gettext_noop(
            "The text says of captured soldiers in general what it tells of one person"
            " ({topic}): how many is not stated."
        ),
        topic=topic,
    )
    return Finding(
        Aspect.OVERGENERALISATION,
        topic,
        Relation.SCOPE_UNKNOWN,
        tuple(_item(doc, sentence) for sentence in (*plural, *single)),
        (why,),
    )


def _item(doc: Document, sentence: Sentence) -> Item:
    return doc.item(sentence.start, sentence.end)
