"""What is somebody quoted with, or said to have lived through?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.branched import compiled
from safeconduct.disclosure.details.detail import Detail, Field

SPEECH = compiled(
    r"\b(?:"
    r"said|says|claim(?:s|ed|ing)|told|tells|recall(?:s|ed|ing)|explain(?:s|ed|ing)"
    r"|admit(?:s|ted)|testif(?:y|ied)|stated|believ(?:ed|ing)|thought|understood"
    r"|insist(?:s|ed)|remember(?:s|ed)|confess(?:ed|es)|assured|learn(?:ed|t)"
    r"|realiz(?:ed|ing)|realis(?:ed|ing)"
    r")\b"
    r"|(?:"
    r"сказа\w+|розпов\w+|розказа\w+|заяв\w+|поясн\w+|зізна\w+|згад\w+|стверд\w+|каже"
    r"|говорить|дума\w+|вважа\w+|рассказ\w+|заяви\w+|поясни\w+|объясни\w+|призна\w+"
    r"|вспомин\w+|вспомни\w+|утвержда\w+|говорит|счита\w+"
    r")"
)
ACCORDING = compiled(
    r"(?:"
    r"\b[Aa]ccording\s+to"
    r"|[Пп]о\s+словам|[Зз]а\s+словами|[Зз]і\s+слів|[Сс]о\s+слов"
    r"|[Пп]о\s+его\s+словам|[Зз]а\s+його\s+словами"
    r"|[Bb]y\s+his\s+account"
    r")(?:\s+[^,.;]{2,40})?,\s+(?P<said>[^.;]{8,200})"
)
THAT = compiled(
    r"(?:"
    r"\bthat\s+(?!day|night|week|month|year|time|morning|evening)"
    r"|(?:,\s)?(?<!\w)(?:що|что|ніби|нібито|будто|якобы)\s+"
    r")"
)
QUOTE = re.compile(r"[“\"«‘「]([^”\"»’」]{8,400})[”\"»’」]")
OPENED = re.compile(r"[“«「„](?P<said>[^”»」“«「]{8,400})$")
CLOSED = re.compile(r"^(?P<said>[^“«「„”»」]{8,400})[”»」]")
STRAIGHT = re.compile(
    r"(?:^|[\s(])\"(?P<open>[^\"]{8,400})$|^(?P<closed>[^\"]{8,400})\""
)
"""Sentences of a quotation that spans several."""
DIALOGUE = re.compile(
    r"^[—–]\s+(?P<said>[^—–]{8,300}?)[,.!?…]?\s[—–]\s(?="
    r"(?:[а-яіїєґё’']+\s+){0,2}(?:"
    r"говор|сказа|каже|расска|розпов|поясн|объясн|призна|зізна|додає|добавл|вспомина"
    r"|згадує|отвеча|відповіда|ответ|відпові|вздыха|зітха|шепч|улыба|усміха"
    r")"
    r")"
)
"""Speech after a dash, as Slavic papers print it."""
BODIES = re.compile(
    r"(?:"
    r"фонд\w*|орган[иі]за[цж]\w+|об['’]?[єъ]?[еє]?днан\w+|объединени\w+|союз\w*"
    r"|проєкт\w*|проект\w*|канал\w*|газет\w+|видан\w+|издани\w+|журнал\w*"
    r"|групп?\w*|центр\w*|агент?ств\w+|табор\w*|лагер\w*|дани\w+|данн\w+"
    r"|book|film|group|foundation|newspaper|project"
    r"|단체|보고서|증언집|책"
    r")\s*[,:]?\s*$",
    re.IGNORECASE,
)
"""Before a quotation: it is a name or title."""
KOREAN_SPEECH = compiled(
    r"(?:(?<=[.!?]\s)|(?<=^)|(?<=[은는이가]\s))[^.!?“”]{4,120}?(?:라고|다고|고)\s?"
    r"(?:말했|밝혔|전했|진술|증언|주장|회상|털어놨|털어놓|설명|했다)\S*"
)


NARRATED = compiled(
    r"(?:"
    r"\b[Bb]efore\s+(?:"
    r"the\s+war|the\s+army|enlisting|joining\s+up|his\s+\w+|her\s+\w+"
    r")"
    r"|[Дд]о\s+(?:"
    r"війни|войны|війська|армії|армии|служби|службы|полону|плена|мобілізації"
    r"|мобилизации|контракту|контракта"
    r")"
    r"),?\s+(?:he\s+|she\s+|він\s+|вона\s+|он\s+|она\s+)?"
    r"(?P<before>[^.;—]{6,120}?)(?=\s+у\s+[А-Я]|[.;—]|,\s|$)"
    r"|\b(?:was|were|been)\s+(?P<told>"
    r"(?:told|promised|tricked|deceived|persuaded|assured|taught|forced)\s+"
    r"[^.;,]{6,120}"
    r")"
    r"|\b(?P<did>"
    r"(?:"
    r"spent|crawled|wandered|survived|sang|worked\s+(?:at|as|in|for)|repaired|studied"
    r"|trained\s+as|taught|played|sold|farmed"
    r")\s+[^.;,]{6,80}"
    r")"
    r"|(?<!\w)(?P<slavic>"
    r"(?:"
    r"(?:по)?обіцял\w*|(?:по)?обещал\w*|обдур\w+|обману\w+|вмовил\w*"
    r"|уговорил\w*|змусил\w*|застави\w+|працював|працювала|работал"
    r"|работала|чинив|чинил|ремонт\w+в|грав|играл|співав|співала|пел"
    r"|пела|возив|возил|навчався|учился|клал|торгува[вл]\w*|торговал\w*"
    r"|ховався|прятался|блукав|пров[еі]в|пров[её]л|ни\s+разу\s+не"
    r")\s+[^.;,—]{5,90}"
    r")"
    r"|(?:said|says|claim(?:s|ed)|recall(?:s|ed)|explain(?:s|ed))\s+"
    r"(?P<said>(?:he|she)\s+(?!wants|hopes|wishes|would)[^.;]{6,140})"
)
"""What befell him or what he did, told by the report itself."""
QUOTED_WORDS = 3
"""Words of a quotation that tells; less is a title or a term."""


def stories(text: str) -> Iterator[Detail]:
    """Yield what somebody is quoted with or said to have lived through."""
    yield from _quotations(text)
    if (speech := SPEECH.search(text)) is not None:
        opened = [m.end() for m in THAT.finditer(text, speech.end())]
        if opened:
            end = _clause_end(text, opened[-1])
            if not _is_statement(text[opened[-1] : end]):
                yield Detail(opened[-1], end, Field.STORY)
    for match in ACCORDING.finditer(text):
        if not _is_statement(match["said"]):
            yield Detail(*match.span("said"), Field.STORY)
    for match in NARRATED.finditer(text):
        group = next(name for name, part in match.groupdict().items() if part)
        yield Detail(*match.span(group), Field.STORY, "narrated")
    for match in KOREAN_SPEECH.finditer(text):
        start = max([m.end() for m in TOPIC.finditer(match[0])], default=0)
        if not QUOTE.search(match[0]) and not _is_statement(match[0]):
            yield Detail(match.start() + start, match.end(), Field.STORY)


STATED = compiled(
    r"\d{3,}|\d\s?%|thousand|million|per\s?cent|\btreaty|resolution\b|convention\b"
    r"|constitution"
    r"|тис\w*|тыс\w*|мільйон|миллион|мл[нр]|процент|відсот|резолюц|конвенц|конституц"
    r"|указ\w*|контингент"
    r"|협약|헌법|결의|[천만]\s?(?:여\s?)?명|사상자|파병|협의|원칙|조약"
    r"|포로(?:가|는)\s?\d|퍼센트",
    re.IGNORECASE,
)
"""Words of statements, of which nobody's story is made."""
SELF = re.compile(
    r"\b(?:I|me|my|we|us|he|his|him)\b"
    r"|(?<!\w)(?:"
    r"я|мене|мені|меня|мне|мой|моя|мои|мій|моя|мої|моїх|моих"
    r"|мы|ми|нас|нам|наш\w*|он|його|его|він|ему|йому"
    r")(?!\w)"
    r"|(?<![가-힣])(?:나|저|제|내|난|우리)(?:는|가|를|도|의|에게|한테)?(?![가-힣])"
    r"|그[는가의]|적이\s?있|[가-힣](?:습니까|나요|까요)|[았었했]습니다",
    re.IGNORECASE,
)


def _is_statement(said: str) -> bool:
    """Whether it is of numbers and treaties, and of nobody in particular."""
    return STATED.search(said) is not None and SELF.search(said) is None


def _quotations(text: str) -> Iterator[Detail]:
    for match in QUOTE.finditer(text):
        title = BODIES.search(text, max(0, match.start() - 24), match.start())
        few = len(match[1].split()) < QUOTED_WORDS
        if not (few or title or _is_statement(match[1])):
            yield Detail(*match.span(1), Field.STORY, "quoted")
    broken = [OPENED.search(text), CLOSED.search(text), DIALOGUE.search(text)]
    if text.count('"') % 2:
        broken.append(STRAIGHT.search(text))
    for found in broken:
        # Only a speaker of his own life goes on beyond one sentence and is meant.
        if found and SELF.search(found[found.lastgroup or 0]):
            yield Detail(*found.span(found.lastgroup or 0), Field.STORY, "quoted")


TOPIC = re.compile(r"(?<=[가-힣])(?:은|는|씨가)\s")


def _clause_end(text: str, start: int) -> int:
    stop = re.compile(r"[.;!?](?:\s|$)|,\s+(?:and|but|while)\b").search(text, start)
    return stop.start() if stop else len(text.rstrip())
