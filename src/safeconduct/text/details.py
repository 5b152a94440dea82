"""Which details of a text could give a protected person away?

Simple means: ages, posts, units, wounds, family, capture and wishes by their
words. Whether a detail is telling depends on how many people it fits; that is
measured against the register, not here. Names need the register too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from safeconduct.text.ages import ages
from safeconduct.text.dates import MONTH, YEAR
from safeconduct.text.page import Page
from safeconduct.text.sentences import sentences


class DetailClass(StrEnum):
    """How a detail exposes: with others (quasi), or by itself being dangerous."""

    QUASI = "quasi"
    WISH = "wish"


class DetailKind(StrEnum):
    """What a detail tells."""

    AGE = "age"
    POST = "post"
    UNIT = "unit"
    CAPTURE = "capture"
    DEPLOYMENT = "deployment"
    SERVICE = "service"
    WOUND = "wound"
    FAMILY = "family"
    HOME = "home"
    WISH = "wish"

    @property
    def exposes(self) -> DetailClass:
        """The class of the kind: a wish is sensitive whoever it is of."""
        return DetailClass.WISH if self is DetailKind.WISH else DetailClass.QUASI


@dataclass(frozen=True, slots=True)
class Detail:
    """A span of the page's text that tells something of a person."""

    start: int
    end: int
    text: str
    kind: DetailKind


_NAME = r"[A-ZА-ЯІЇЄҐ][\w’'-]+"
_PLACE = (
    rf"(?:the\s+)?{_NAME}(?:\s+{_NAME})*"
    r"(?:\s+(?:border\s+)?(?:region|oblast|district|province|area|village|city))?"
)
_WHERE = rf"(?:(?:in|near|at|outside)\s+{_PLACE})"
_TO = rf"(?:(?:to|in|near)\s+{_PLACE})"
_WHEN = (
    r"(?:(?:in|on|since|by)\s+(?:(?:early|mid|late)[\s-]+)?(?:\d{1,2}\s+)?"
    rf"(?:(?i:{MONTH})|{YEAR})(?:\s+\d{{1,2}}(?!\d))?(?:,?\s+{YEAR})?)"
)
# Words between a verb and its place; one of these begins something else.
_FILL = r"(?:\s+(?!(?:in|near|at|on|to|who|that|and|or|if|while|were)\b)[\w’'-]+)"
PATTERNS: tuple[tuple[DetailKind, str], ...] = (
    (
        DetailKind.POST,
        (r"\b(?:snipers?|rifle(?:man|men)|machine[\s-]gunners?|scouts?|mortar(?:man|men)?\s+operators?"
        r"|grenadiers?|gunners?|drone\s+operators?|radio\s+operators?|signallers?|medics?|sappers?"
        r"|drivers?|paratroopers?|artillery(?:man|men)|reconnaissance\s+(?:soldiers?|troops)"
        r"|squad\s+leaders?|platoon\s+commanders?|interpreters?|sergeants?|corporals?|privates?"
        r"|lieutenants?|special\s+forces\s+soldiers?)\b"
        r"|снайпер\w*|стріл(?:ець|ьц\w+)|стрел(?:ок|к\w+)|кулеметник\w*|пулем[её]тчик\w*|розвідник\w*"
        r"|разведчик\w*|сапер\w*|сап[её]р\w*|медик\w*|водій|водител\w*|оператор\w*\s+(?:дрон\w*|БПЛА)"
        r"|저격수|소총수|기관총\s?사수|정찰병|의무병|공병|운전병|통신병|포병"),
    ),
    (
        DetailKind.UNIT,
        (rf"\b(?:the\s+)?\d{{1,4}}(?:st|[nr]d|th)?\s+(?:(?:[Ss]eparate|[Aa]irborne|[Mm]otor\w*|[Rr]ifle|[Ss]torm|{_NAME})\s+){{0,3}}"
        r"(?:[Bb]rigade|[Bb]attalion|[Rr]egiment|[Dd]ivision|[Cc]orps|[Cc]ompany|[Pp]latoon)\b"
        r"|\b(?:Brigade|Battalion|Regiment|Division|Corps|Company)\s+(?:No\.\s*)?\d{1,4}\b"
        r"|\b\d{1,4}-?(?:а|я|й|ї|ої|ого|го|му|ій)?\s+(?:(?:окрем|отдельн|мото|десант|штурм)\w+\s+){0,2}(?:бригад|батальйон|батальон|полк|дивіз|дивиз|рот)\w*"
        r"|제?\s?\d{1,4}\s?(?:여단|대대|연대|사단|군단|중대)"),
    ),
    (
        DetailKind.CAPTURE,
        (
            r"\b(?:captured?|taken\s+(?:prisoner|captive)|capture\s+of)\b"
            rf"{_FILL}{{0,5}}?\s+(?:{_WHERE}|{_WHEN})(?:\s+(?:{_WHERE}|{_WHEN}))*"
            r"|(?:взя\w+|потрапи\w+|попа\w+)\s+[ву]\s+пол[оу]?н\w*"
            rf"\s+(?:[вуп]\w{{0,3}}\s+)?{_NAME}\w*(?:\s+област\w+)?"
            r"|[가-힣]{2,8}(?:\s?지역|주)?에서\s?(?:생포|붙잡|포로로)\S*"
        ),
    ),
    (
        DetailKind.DEPLOYMENT,
        (
            rf"\b(?:sent|deployed|dispatched)\b{_FILL}{{0,4}}?\s+{_TO}"
            rf"(?:\s+{_WHEN})?"
        ),
    ),
    (
        DetailKind.SERVICE,
        r"\b(?:after\s+)?(?:serv(?:ed|ing)|enlisted)\s+(?:in|with)\s+(?:the\s+)?[^,.;]{3,60}?\s+(?:for|since)\s+[^,.;]{2,30}?(?:years?|months?|\d{4})\b",
    ),
    (
        DetailKind.WOUND,
        (r"\b(?:(?:shot|wounded|injured|hit)\s+in\s+(?:the|his|her|both)\s+\w+|(?:jaw|leg|arm|hand|head|chest|face|foot|abdominal|shrapnel|gunshot)\s+(?:wounds?|injur(?:y|ies))"
        r"|broken\s+(?:jaw|leg|arm|hand)|bandaged\s+(?:\w+\s+)?(?:jaw|leg|arm|hands?|head)|amputat\w+|fractured?\s+\w+|(?:lost|losing)\s+(?:his|her|a|an)\s+(?:leg|arm|eye|hand|foot))"
        r"|поранен\w*\s+[ву]\s+\w+|ранен\w*\s+в\s+\w+|(?:턱|다리|팔|손|머리|가슴)(?:에|을|를)?\s?(?:부상|총상|다[쳤친])"),
    ),
    (
        DetailKind.FAMILY,
        (r"\b(?:his|her|their|only)\s+(?:\w+\s+)?(?:mother|father|parents|wife|husband|sons?|daughters?|child(?:ren)?|brothers?|sisters?|siblings|grandmother|grandfather|family|relatives|fianc[ée]e?)\b"
        r"|\b(?:only\s+(?:son|child|daughter)|orphan(?:ed)?)\b"
        r"|(?:його|її|его|е[её])\s+(?:мат\w+|бать\w+|отец|отц\w+|дружин\w+|жен\w+|син\w*|сын\w*|доч\w+|брат\w*|сестр\w+|сім[’'ʼ]?\w+|семь\w+)"
        r"|(?:외아들|외동딸|홀어머니|어머니|아버지|부모님?|아내|남동생|여동생|가족)"),
    ),
    (
        DetailKind.HOME,
        (rf"\b(?:(?:born|raised|grew\s+up|hails?)\s+(?:in|from)|native\s+of|from\s+the\s+(?:city|village|town)\s+of)\s+{_NAME}(?:\s+{_NAME})*"
        rf"|(?:родом\s+(?:з|із|из|с)|уродженець|уроженец)\s+{_NAME}|[가-힣]{{2,6}}\s?출신"),
    ),
    (
        DetailKind.WISH,
        (r"\b(?:(?:his|her|their|a|the)\s+(?:wish|desire|intention|hope|request)|wish(?:es|ed)?|want(?:s|ed)?|hop(?:es?|ed|ing)|ask(?:s|ed|ing)|request(?:s|ed)?|appl(?:y|ies|ied)|seek(?:s|ing)?|sought|plead(?:s|ed)?|consider(?:s|ed|ing)?|intend(?:s|ed)?|refus(?:es?|ed|ing))"
        r"\s+(?:(?:to|for|be|not|apply|go|live|stay|remain|settle|seek|ask|request|political|about|his|her|their)\s+){0,5}"
        r"(?:defect(?:ing|ion)?|asylum|refuge|return(?:ing)?|repatriat\w+|go\s+home|(?:in|to)\s+(?:South\s+Korea|Seoul|Ukraine|Russia|the\s+South))"
        r"(?:\s+(?:in|to)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*)?"
        r"|(?:хоче|хочет|бажає|желает|просить|просит)\s+[^,.;]{0,40}?(?:Коре\w+|притул\w+|убежищ\w+|додому|домой|залиши\w+|оста\w+|поверну\w+|верну\w+)"
        r"|(?:한국행|귀순|망명|송환)\S*\s?(?:의사\S*|을|를)?\s?(?:밝\S+|희망\S*|원\S+|고민\S*|고려\S*|신청\S*|거부\S*)"
        r"|(?:한국|남한|대한민국)(?:에|으로)\s?(?:가고\s?싶|가기를|가길)\S*"),
    ),
)  # fmt: skip
COMPILED = tuple(
    # A month or a post may open a sentence, but a name needs its capital.
    (kind, re.compile(pattern))
    for kind, pattern in PATTERNS
)


def find_details(page: Page) -> tuple[Detail, ...]:
    """List the details of a page's article in order of their place."""
    found = [
        Detail(
            start + sentence.start, end + sentence.start, sentence.text[start:end], kind
        )
        for sentence in sentences(page.text, page.lines)
        for start, end, kind in details_in(sentence.text)
    ]
    return tuple(sorted(found, key=lambda detail: (detail.start, detail.end)))


def details_in(text: str) -> Iterator[tuple[int, int, DetailKind]]:
    """Yield the spans of one sentence that tell something of a person."""
    for age in ages(text):
        yield age.start, age.end, DetailKind.AGE
    for kind, pattern in COMPILED:
        for match in pattern.finditer(text):
            yield *match.span(), kind
