"""Is what stands beside a name, or what is told of somebody, a trade of civil life?

A cook before the war was no army cook; a moderator is none of the prisoners.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from safeconduct.disclosure.automaton import NameHit
from safeconduct.disclosure.bearers import DESCRIBING, Sort
from safeconduct.disclosure.clusters import Cluster
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.variants import Form

CIVIL = re.compile(
    r"\b(?:as|become|becoming|be|being|into)\s+an?\s+(?:[\w-]+\s+)?$"
    r"|(?<!\w)(?:на|стать|став|стати|ставши|бути|быть|как|як)\s+(?:\w+(?:ого|им|ым|его)\s+)?$",
    re.IGNORECASE,
)
TRAINED = re.compile(
    r"\b(?:train\w*|stud\w+|learn\w*|dream\w*|want\w*|hop\w+|would|retrain\w*|become)\b"
    r"|(?<!\w)(?:учил\w+|учить\w+|выучи\w+|обуча\w+|навча\w+|вчив\w+|вивчи\w+|вчити\w+|мечта\w+|мрі\w+|хоч\w+|хоте\w+|хоті\w+|стать|стати)(?!\w)",
    re.IGNORECASE,
)
BEFORE_WAR = re.compile(
    r"\b(?:before\s+(?:the\s+war|he\s+was\s+(?:drafted|mobili[sz]ed|sent)|enlisting|the\s+contract|the\s+army)|in\s+(?:civilian|peace)\s+(?:life|time)|back\s+home\s+he\s+was)\b"
    r"|(?<!\w)(?:до\s+(?:війни|войны|мобілізації|мобилизации|контракту|контракта|армії|армии|призову|призыва)|на\s+гражданке|в\s+мирн\w+\s+(?:жизни|житті|час)|у\s+мирн\w+\s+(?:житті|час))(?!\w)"
    r"|전쟁\s?전|입대\s?전|파병\s?전|동원\s?전|계약\s?전",
    re.IGNORECASE,
)
CLAUSE = 48
"""Characters before a trade within which what is told of it stands."""
KOREAN_DREAM = re.compile(r"(?:가|이)\s?(?:되고\s?싶|되는\s?것이\s?꿈|되려|되겠다)")


FORMER = re.compile(
    r"\b(?:former|one-?time|ex)[\s-]+(?:[\w-]+\s+){0,2}$"
    r"|\b(?:taxi|cab|bus|minibus|tram|delivery|school|hotel|restaurant)\s+$"
    r"|\bwork(?:ed|ing|s)?\s+(?:\w+\s+)?as\s+an?\s+(?:[\w-]+\s+)?$"
    r"|(?<!\w)(?:колишн|бывш)\w+\s+(?:\w+\s+)?$"
    r"|(?<!\w)(?:работа[лв]|працював|подрабатывал|підробляв|трудился)(?!\w)\s*(?:\w+\s+)?$"
    r"|전직\s?$|(?:택시|버스|화물차|트럭)\s?$",
    re.IGNORECASE,
)
"""Before a trade: it was his in civil life."""
CARRYING = re.compile(
    r"\s+(?:такси|таксі|маршрут\w+|автобус\w*|трамва\w+|тролле?йбус\w*|тролейбус\w*|фур[иы])(?!\w)",
    re.IGNORECASE,
)
"""After a driver: what no army drives."""


def of_soldiers(
    text: str, details: Iterable[Detail], hits: Sequence[NameHit], start: int
) -> Iterator[Detail]:
    """Leave out what is part of a name; tell trades before and after war as stories."""
    for detail in details:
        begin, end = start + detail.start, start + detail.end
        if detail.field in {Field.HOME, Field.CAPTURE_PLACE}:
            if not any(hit.start <= begin and end <= hit.end for hit in hits):
                yield detail
        elif detail.field is Field.ROLE and _is_civil(text, detail):
            yield replace(detail, field=Field.STORY, value=None)
        else:
            yield detail


def _is_civil(text: str, detail: Detail) -> bool:
    """Whether a post is a trade of civil life, had before the war or wished for."""
    before = re.split("[.;:!?]", text[max(0, detail.start - CLAUSE) : detail.start])[-1]
    if KOREAN_DREAM.match(text, detail.end):
        return True
    if CIVIL.search(before) and TRAINED.search(before):
        return True
    trade = isinstance(detail.value, tuple) and detail.value[1] in TRADES
    return trade and bool(
        BEFORE_WAR.search(before)
        or FORMER.search(before)
        or CARRYING.match(text, detail.end)
    )


TRADES = frozenset(
    {"driver", "cook", "medic", "mechanic", "pilot", "interpreter", "guard", "clerk"}
)
"""Posts that are trades of civil life as well."""


def in_office(
    parts: Iterable[Cluster], hits: Iterable[NameHit], start: int
) -> Iterator[tuple[int, int]]:
    """Yield whose whole names stand beside an office or trade, and where."""
    spans = [(start + p.start, start + p.end) for p in parts if p.of(Sort.STRANGER)]
    for hit in hits:
        if hit.form is Form.FULL and any(
            hit.start < end and begin < hit.end for begin, end in spans
        ):
            yield from ((int(owner), hit.start) for owner in hit.owners)


AGENT = "er|or|ist|ian|ant|ent|ess|yst|star|host|champion"
"""Endings of English words for who does something."""
DOER = "ист|іст|їст|тор|арь|ар|чик|щик|тель|ант|ент|атор"
"""The same of Russian and Ukrainian words."""
TRADE_STEMS = (
    "истори|істори|полити|політи|хими|хімі|физи|фізи|бокс[её]р|тяжеловес|спортсмен|тренер"
    "|игро|граве?ц|пев[еи]?ц|співа|дослідниц|речник|представник|начальник|\\w*працівник"
    "|керівник|\\w*сотрудник|чиновник"
)
CASES = "ка|ку|ки|ком|а|у|ом|ем|ові|еві|я|ю|к"
"""Endings of a man's trade in all cases, and of a woman's in some."""
TRADE_BEFORE = re.compile(
    rf"\b(?:the|an?)\s+(?:[\w’'-]+\s+){{0,6}}?[a-z]+(?:{AGENT})\s$"
    rf"|(?<!\w)(?i:(?:[а-яіїєґё-]{{2,}}(?:{DOER})|{TRADE_STEMS})(?:{CASES})?)"
    r"(?:\s+[А-ЯІЇЄҐЁа-яіїєґё’'-]{2,}){0,5}\s$"
)
TRADE_AFTER = re.compile(
    r"\s+as\s+(?:an?\s+|its\s+|the\s+)?(?:moderator|host|speaker|chair|guest|panell?ist|presenter|judge|referee)\b"
    r"|\s*[—–,(]?\s*(?:модератор|ведущ|ведуч|спікер|спикер|докладчик|доповідач)\w*"
    r"|(?:이|가)?\s?(?:사회자|진행자|모더레이터|발제자)"
)
"""Beside a name: a trade or part that no post of soldiers is."""


def with_trade(
    text: str, hits: Iterable[NameHit], details: Sequence[Detail], start: int
) -> Iterator[int]:
    """Yield where whole names stand beside a trade of civil life."""
    told = [d for d in details if d.field in {*DESCRIBING, Field.RELATIVE}]
    for hit in hits:
        if hit.form is not Form.FULL:
            continue
        begin, end = hit.start - start, hit.end - start
        before = TRADE_BEFORE.search(text[:begin])
        soldier = before is not None and any(
            before.start() < d.end and d.start < before.end() for d in told
        )
        if TRADE_AFTER.match(text, end) or (before is not None and not soldier):
            yield hit.start
