"""Does the headline say what the body says?

Numbers of the title are compared like all others. Here it is asked whether the title
gives as a fact what the body only puts forward as possible, and whether it lets
another State grant refuge than the body does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.statement import Document
from safeconduct.text.figure import Figure
from safeconduct.text.reason import Reason, gettext_noop, reason
from safeconduct.text.roles import Role
from safeconduct.text.sentences import Sentence

# Deeds that a State decides on, and that a headline likes to take for done.
STEMS = {
    Role.EXCHANGED: re.compile(
        (
            r"(?<![\w’'])(?:exchang\w+|swap\w*|trad(?:e|ed|ing)\b|обмін\w*|обміня\w+"
            r"|обмен\w*|обменя\w+)|교환"
        ),
        re.IGNORECASE,
    ),
    Role.RETURNED: re.compile(
        r"(?<![\w’'])(?:repatriat\w+|return(?:s|ed|ing)?|sen[dt]\s+(?:back|home)"
        r"|extradit\w+|hand(?:s|ed|ing)?\s+over|репатрі\w+|повер(?:н|та)\w+|вида(?:ть|ли"
        r"|сть|ча)\w*|репатри\w+|верн\w+|возвращ\w+|выда(?:ст|ли|ча|ёт)\w*)|송환|귀환|인도",
        re.IGNORECASE,
    ),
}
OPEN = re.compile(
    r"(?<!\w)(?:(?-i:may)|might|could|would|possibl\w+|perhaps|consider\w*|propos\w+"
    r"|suggest\w*|offer\w*|ready|willing|open\s+to|mull\w*|weigh\w*|urg\w+|call\w*"
    r"|want\w*|seek\w*|plan\w*|ask\w*|if|whether|unlikely|likely|not|no|option\w*"
    r"|decid\w+|discuss\w*|talk\w*|fear\w*|risk\w*|against|should|must|cannot|can"
    r"|forc\w+|before|until|unless"
    r"|може|можуть|можлив\w*|розгляда\w+|пропону\w+|запропонува\w+|готов\w*|закли\w+"
    r"|хоч\w*|план\w*|якщо|чи|не|ризик\w*|обговор\w+|вирішу\w+|проти|примус\w*"
    r"|может|могут|возможн\w*|рассматрива\w+|предлага\w+|предложи\w+|призыва\w+"
    r"|призвал\w*|хот\w*|если|ли|риск\w*|обсужда\w+|реша\w+|против|принуд\w*)(?!\w)"
    r"|[?]|가능|검토|제안|제의|수\s?있|고려|촉구|논의|용의|방안|의사|않|안\s|못|우려|위험|강제",
    re.IGNORECASE,
)
COUNTRIES = (
    (
        "South Korea",
        (
            r"South\s+Korea|Seoul|ROK\b|Південн\w+\s+Коре\w+|Сеул\w*|Южн\w+\s+Коре\w+|한국"
            r"|남한|대한민국|서울"
        ),
    ),
    (
        "Ukraine",
        r"Ukraine|Kyiv|Україн\w+|Київ\w*|Киї?в\w*|Украин\w+|Киев\w*|우크라이나|키이우",
    ),
    (
        "Russia",
        r"Russia\b|Moscow|Росі[яїюєі]\w*|Москв\w*|Росси[яию]\w*|러시아|모스크바",
    ),
    ("China", r"China|Beijing|Кита[йюєяе]\w*|Пекін\w*|Пекин\w*|중국"),
    ("Poland", r"Poland|Warsaw|Польщ\w+|Польш\w+|폴란드"),
)
_COUNTRIES = tuple(
    (name, re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE))
    for name, words in COUNTRIES
)
GRANTS = re.compile(
    r"(?:grant|giv|offer|provide?)\w*\s+(?:\w+\s+){0,4}?(?:refuge|asylum|protection"
    r"|sanctuary)\b|(?:accept|admit|take\s+in"
    r"|receive?)\w*\s+(?:\w+\s+){0,3}?(?:defectors|prisoners|POWs|soldiers)"
    r"|(?:нада\w+|надав\w*)\s+(?:\w+\s+){0,3}?притул\w*|(?:предостав\w+|дать|даст"
    r"|дал\w*)\s+(?:\w+\s+){0,3}?убежищ\w*|прийня\w+\s+(?:\w+\s+){0,2}?(?:полонен"
    r"|військовополонен|перебіжчик)\w*|приня\w+\s+(?:\w+\s+){0,2}?(?:пленн"
    r"|военнопленн|перебежчик)\w*"
    r"|(?:망명|피난처|보호)[을를]?\s?(?:허용|제공|부여|수용)",
    re.IGNORECASE,
)
REFUGE = re.compile(
    r"(?:refuge|asylum|defect\w*|protection|sanctuary)\s+(?:in|to)\s+(?:the\s+)?"
    r"|(?:притул\w*|втекти|перебра\w+)\s+(?:у|в|до)\s+|(?:убежищ\w*|бежать"
    r"|перебра\w+)\s+(?:у|в)\s+",
    re.IGNORECASE,
)
REFUGE_KO = re.compile(r"\s?(?:으로|로|에)?(?:의)?\s?(?:귀순|망명|행)")
NEARLY = re.compile(
    r"nearly|almost|just\s+under|close\s+to|майже|почти|без\s+мал|거의", re.IGNORECASE
)
REACH = 60
"""Characters between a country and what it grants."""


def headline_findings(
    documents: Sequence[Document], figures: Sequence[Sequence[Figure]]
) -> Iterator[Finding]:
    """Hold each title against its body."""
    for doc, stated in zip(documents, figures, strict=True):
        title, body = _parts(doc)
        yield from _turned(doc, stated)
        if title is not None and body:
            yield from _asserted(doc, title, body)
            yield from _granted(doc, title, body)


def _turned(doc: Document, stated: Sequence[Figure]) -> Iterator[Finding]:
    """Find "nearly 6,000" in a title whose body says "over 6,000", or turned about."""
    for title in stated:
        if not doc.in_title(title.start):
            continue
        for body in stated:
            if doc.in_title(body.start) or body.role is not title.role:
                continue
            if _is_turned(title, body) or _is_turned(body, title):
                why = reason(
                    gettext_noop(
                        "The title says “{title}”, the body “{body}”: one is under"
                        " the number, the other over it."
                    ),
                    title=title.text,
                    body=body.text,
                )
                items = (doc.figure(title), doc.figure(body))
                yield Finding(
                    Aspect.HEADLINE, title.role.value, Relation.DISJOINT, items, (why,)
                )


def _is_turned(under: Figure, over: Figure) -> bool:
    is_over = over.low is not None and over.high is None and over.low_open
    is_under = NEARLY.match(under.text) or (under.low is None and under.high_open)
    return bool(is_under) and is_over and under.high == over.low


def _parts(doc: Document) -> tuple[Sentence | None, list[Sentence]]:
    titles = [s for s in doc.sentences if doc.in_title(s.start)]
    body = [s for s in doc.sentences if not doc.in_title(s.start)]
    return (titles[0] if titles else None), body


def _asserted(
    doc: Document, title: Sentence, body: Sequence[Sentence]
) -> Iterator[Finding]:
    """Find a deed that the title states and the body only thinks possible."""
    if OPEN.search(title.text):
        return
    for role, stem in STEMS.items():
        told = [s for s in body if stem.search(s.text)]
        if not stem.search(title.text) or not told:
            continue
        if all(OPEN.search(sentence.text) for sentence in told):
            why = reason(
                gettext_noop(
                    "The title states as a fact ({deed}) what the body only puts"
                    " forward"
                    " as possible."
                ),
                deed=role.value,
            )
            yield _finding(doc, role.value, title, told[:3], why=why)


def _granted(
    doc: Document, title: Sentence, body: Sequence[Sentence]
) -> Iterator[Finding]:
    """Find a title in which another State grants refuge than in the body."""
    granting = _grantor(title.text)
    if granting is None:
        return
    elsewhere = [s for s in body if _havens(s.text)]
    named = {country for s in elsewhere for country in _havens(s.text)}
    grantors = {_grantor(s.text) for s in body} - {None}
    if named and granting not in named | grantors:
        why = reason(
            gettext_noop(
                "In the title {title} grants refuge; in the body it is sought in"
                " {body}."
            ),
            title=granting,
            body=", ".join(sorted(named)),
        )
        yield _finding(doc, "refuge", title, elsewhere[:3], why=why)


def _grantor(text: str) -> str | None:
    """Name the country that stands nearest before the granting."""
    match = GRANTS.search(text)
    if match is None:
        return None
    near = [
        (found.end(), name)
        for name, pattern in _COUNTRIES
        for found in pattern.finditer(
            text, max(0, match.start() - REACH), match.start()
        )
    ]
    return max(near)[1] if near else None


def _havens(text: str) -> set[str]:
    """Name the countries in which a sentence has somebody seek refuge."""
    found = set()
    for match in REFUGE.finditer(text):
        found |= {n for n, pattern in _COUNTRIES if pattern.match(text, match.end())}
    for name, pattern in _COUNTRIES:
        for match in pattern.finditer(text):
            if REFUGE_KO.match(text, match.end()):
                found.add(name)
    return found


def _finding(
    doc: Document, topic: str, title: Sentence, body: Sequence[Sentence], *, why: Reason
) -> Finding:
    return Finding(
        Aspect.HEADLINE,
        topic,
        None,
        tuple(doc.item(s.start, s.end) for s in (title, *body)),
        (why,),
    )
