"""Who says so, and how sure are they?

A chain of speakers, outermost first; the innermost decides whose claim it is.
Simple by design: the subjects of the reporting verbs that govern the figure
within its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from safeconduct.text.speakers import Said, speakers


class Certainty(StrEnum):
    """How the text puts a figure forward, from firm to weak."""

    ASSERTED = "asserted"
    ESTIMATE = "estimate"
    REPORTED = "reported"
    CLAIMED = "claimed"
    HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a chain: who, and by which word."""

    who: str
    how: str


UNATTRIBUTED = Speaker("author", "unattributed")
VERB = re.compile(
    r"(?<![\w-])(?P<verb>says?|said|states(?=\s+that\b)|stated|thinks?|expects?|counted|writes?|wrote|explains|explained|recalls|recalled|confirm(?:s|ed)|claim(?:s|ed)|report(?:s|ed)"
    r"|suggest(?:s|ed)|announce(?:s|d)|estimate(?:s|d)|reveal(?:s|ed)|told|tells|insist(?:s|ed)"
    r"|allege(?:s|d)|assess(?:es|ed)|believe(?:s|d)?|add(?:s|ed)|warn(?:s|ed)|acknowledge(?:s|d)"
    r"|establishe[sd]|has\s+established|have\s+established|f(?:inds|ound)(?=\s+that\b)|calculate[sd]|conclude[sd]|records(?=\s+that\b)|verifie[sd]|documented|admit(?:s|ted)(?=\s+(?:that|to)\b|,)|argue[sd]|declare[sd]|note[sd](?=\s+that\b|,)|predict(?:s|ed)|surveyed|interviewed|tallied|den(?:y|ies|ied)|point(?:s|ed)\s+out|puts?(?=\s[^.;]{3,90}?\sat\s[^.;\d]{0,20}\d)"
    r"|(?:confirm|claim|report|suggest|announce|estimate|reveal|insist|allege|assess|calculate|say|conclude|argue|warn)"
    r"(?=\s+that\b|\s*,|\s*[.”\"]?\s*$|\s+(?:there|the|it|they|about|more|at\s+least|only|some|nearly|fewer|over)\b)"
    r"|(?:Says?|Said|Report|Reports|Finds?|Warns?|Claims?|Estimates?|Confirms?)(?=\s*$))(?!\w)"
)
# A participle goes with the speaker before it: "reports losses, estimating that".
PARTICIPLE = re.compile(
    r",\s+(?P<verb>estimating|saying|adding|claiming|stating|suggesting|confirming|warning)\b"
)
ACCORDING = re.compile(
    r"\b[Aa]ccording\s+to\s+(?P<who>[^,.;—–]+)|\b[Aa]s\s+(?P<how>estimated|reported|stated|confirmed)\s+by\s+(?P<by>[^,.;—–]+)"
)
# "Citing intelligence": who is cited says it, unless it is only a picture or a law.
CITING = re.compile(
    r"\b[Cc]iting\s+(?P<who>[^,.;—–]*?(?:officials?|sources?|intelligence|ministr\w+|agenc\w+|military|lawmakers?|police|staff|diplomats?|spokes\w+|figures|data)\b[^,.;—–]{0,40})"
)
EMERGED = re.compile(
    r"\breports?\s+(?P<how>emerged|surfaced|say|said|suggest(?:ed)?|indicate[sd]?|claim(?:ed)?|that)\b",
    re.IGNORECASE,
)
HEARSAY = re.compile(
    r"\b(?P<how>reportedly|allegedly|purportedly|an\s+estimated|is\s+estimated|are\s+estimated"
    r"|is\s+believed|are\s+believed|is\s+said|are\s+said|нібито|якобы|по\s+слухам|за\s+чутками"
    r"|повідомляється|сообщается|як\s+відомо)\b"
    r"|(?P<korean>것으로\s?(?:알려|전해|추정|보인|보여)|알려졌다|전해졌다|추정된다|추산된다|추정됩니다)",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"\b(?:(?-i:may)|might|could|possibly|perhaps|likely|probably|consider(?:s|ed|ing)|можливо|возможно|ймовірно|імовірно|вероятно|може|можуть|может|могут|могли)\b"
    r"|가능성|수도?\s?있",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"^(?:(?:however|meanwhile|similarly|moreover|also|earlier|recently|later|on\s+\w+day|while|that|and|but"
    r"|as|after|although|upon[^,]*|in\s+[^,]*|since[^,]*|following[^,]*|by[^,]*)\b,?\s*)+",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r"[;:]|,\s+(?:while|and|but|as|after)\b|\b(?:that|while|because|if|whether)\s+"
)
TRAILING = re.compile(
    r"(?:\s+(?:also|recently|later|earlier|has|have|had|on\s+\w+day|again|further|previously|yesterday"
    r"|officially|publicly|now|then|still|today|repeatedly))+$",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"^.*\b(?:President|Minister|Secretary|General(?!\s+Staff)|Colonel|Major|Captain|Governor|Chief|Director"
    r"|Ambassador|Chancellor|[Ss]pokes(?:man|woman|person)|[Ll]eader|[Cc]ommander)\s+(?=[A-Z])"
)
LAST_NAME = re.compile(
    r"(?:.*\s)?(?!(?:in|of|at|from|for|to|on|with|and|by)\s)[a-z][\w’'-]*\s+(?:the\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)$"
)
# "A name, a sniper, said": the name is the subject, not what explains it.
APPOSED = re.compile(
    r"[A-ZА-Я][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3},\s+(?:an?|the|who|\d\d)\b"
)
# "The office, citing pictures, said": how it knows is no speaker.
BESIDES = re.compile(
    r"(?:who|whose|which|where|citing|quoting|speaking|referring|using|based\s+on|in\s+an?|for\s+(?:his|her|its)\s+part)\b",
    re.IGNORECASE,
)
FULL_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){1,3}")
POST = re.compile(r"(?:an?|the|its|their|his|her|who)\b|[A-Z]?[\w’' ]*[a-z]$")
NAMED_IN = re.compile(
    r"\bthe\s+(?P<who>[A-Z][\w’'-]+(?:\s+(?:of\s+)?[A-Z][\w’'-]+)*)[^,]*,"
)
FINITE = re.compile(r"\b(?:were|was|have|had|has|been|are|is)\b")
TAIL = 30
"""Characters that may follow a verb that closes the sentence: when and where."""
NO_SUBJECT = re.compile(
    r"(?:\b(?:the|an?|these|those|given|after|media|of|some|such|several|recent|are|is|was|were|be|been|being|as|to)|^)\s*$",
    re.IGNORECASE,
)


def attribution(
    text: str, start: int, end: int, found: Voices | None = None
) -> tuple[tuple[Speaker, ...], Certainty]:
    """Read who stands behind the figure at `start` to `end` of a sentence.

    `found` are the sentence's `voices`, so that many figures share one search.
    """
    chain = [
        speaker
        for _, speaker in sorted(
            _speakers(text, start, end, found or voices(text)), key=lambda item: item[0]
        )
    ]
    # "We" and "I" stand in a quotation: who is quoted speaks.
    chain = [speaker for speaker in chain if not FIRST_PERSON.fullmatch(speaker.who)]
    hearsay = _hearsay(text, start, end)
    if not chain and hearsay is not None:
        chain = [Speaker("unnamed", hearsay)]
    if not chain:
        chain = [UNATTRIBUTED]
    how = " ".join((chain[-1].how, hearsay or ""))
    return tuple(chain), _certainty(how, _clause_around(text, start, end), len(chain))


FIRST_PERSON = re.compile(r"we|I|ми|мы|я|우리|저희|나", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voices:
    """All that a sentence says of speakers, whomever they speak of."""

    verbs: tuple[tuple[re.Match[str], str], ...]
    sources: tuple[tuple[int, Speaker], ...]
    others: tuple[Said, ...]


# "300 died, said the minister": the subject follows.
INVERTED = re.compile(
    r"[,”\"]\s+(?P<verb>said|says|say|added|wrote|confirmed|reported|claimed|told\s+\w+)\s+"
    r"(?P<who>(?!\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|some|about|around|at\s+least|more|all|most|nobody|none|no)\b|that\b|in\b|on\b|at\b|it\b|he\b|she\b|they\b|there\b|the\s+\w+\s+(?:was|were|had)\b)[^,.;:—–]{3,60})"
)


def voices(text: str) -> Voices:
    """Find the speakers of a sentence once."""
    inverted = list(INVERTED.finditer(text))
    turned = {verb.start("verb") for verb in inverted if verb["verb"] == "say"}
    verbs = [
        (verb, who)
        for verb in VERB.finditer(text)
        if verb.start() not in turned and (who := _subject(text, verb.start()))
    ]
    verbs += [(verb, _named(verb["who"])) for verb in inverted]
    sources = [
        (
            match.start(),
            Speaker(
                _named(match["who"] or match["by"]), match["how"] or "according to"
            ),
        )
        for match in ACCORDING.finditer(text)
    ]
    sources += [
        (match.start(), Speaker(_named(match["who"]), "citing"))
        for match in CITING.finditer(text)
    ]
    return Voices(tuple(verbs), tuple(sources), tuple(speakers(text)))


# Who is meant was said before.
PRONOUN = re.compile(
    r"(?:he|she|they|it|him|her|them|він|вона|вони|його|її|їхніми|он|она|они|его|её|ее|их|그|그녀|그들)",
    re.IGNORECASE,
)


def named(chain: tuple[Speaker, ...], before: Sequence[str]) -> tuple[Speaker, ...]:
    """Put the last speaker of the sentences `before` for "he said"."""
    return tuple(
        replace(speaker, who=_meant(speaker.who, before) or speaker.who)
        if PRONOUN.fullmatch(speaker.who) or CALLED.fullmatch(speaker.who)
        else speaker
        for speaker in chain
    )


FEMALE = re.compile(r"вона|она|її|её|ее", re.IGNORECASE)
MALE = re.compile(r"він|он|його|его", re.IGNORECASE)
# A given name and a surname that stand in the nominative.
PERSON = re.compile(
    r"(?<![\w-])(?P<first>[А-ЯІЇЄҐЁ][а-яіїєґё’'ʼ-]+)\s(?!\w*(?:ого|ому|ими|им|ым|ої|ой|ій|у|ю|ом|ем|і)(?!\w))[А-ЯІЇЄҐЁ][а-яіїєґё’'ʼ-]+"
)
MEN_IN_A = re.compile(
    r"(?:Микола|Мико́ла|Никола|Ілля|Илья|Лука|Никита|Микита|Кузьма|Хома|Фома|Данила|Сава|Савва|Гаврила|Ярема)(?!\w)"
)


def _meant(pronoun: str, before: Sequence[str]) -> str | None:
    """Name whom a pronoun means: the last speaker or person of its gender."""
    by_name = CALLED.fullmatch(pronoun)
    if by_name:
        pronoun = "вона" if re.search(r"[ая]$", pronoun) else "він"
    for text in reversed(before):
        found = [last_named(text), *(match[0] for match in PERSON.finditer(text))]
        for who in filter(None, found):
            if _may_be(pronoun, who) and (not by_name or PERSON.fullmatch(who)):
                return who
    return None


def spoken_by(whose: str | None, before: Sequence[str]) -> str | None:
    """Name who spoke last, or whose organisation a sentence is about."""
    if whose is not None:
        return _meant(whose, before)
    return next(filter(None, map(last_named, reversed(before))), None)


# "Пояснює фахівчиня": the person named before, by what she is.
CALLED = re.compile(
    r"(?:фах[іи]вець|фах[іи]вчиня|специалист\w*|експерт\w*|эксперт\w*|чоловік|ж[іе]н(?:ка|щина)|мужчина|хлопець|дівчина|девушка|парень|правоза[хщ]и[стн]\w+|адвокат\w*|юрист\w*|дослідни\w+|исследовател\w+"
    r"|журнал[іи]ст\w*|психолог\w*|л[іе]кар\w*|врач|волонтер\w*|волонт[её]р\w*|посадов\w+|чиновни\w+|командир\w*|офіцер\w*|офицер\w*|медсестра|координатор\w*|керівни\w+|руководител\w+|речни\w+|футбол[іи]ст\w*|науков\w+|профес+ор\w*|аналітик\w*|аналитик\w*|депутат\w*)"
)


# Institutions and towns that are written as a person's name is.
NO_PERSON = re.compile(
    r"\S*(?:ство|тво|ці[яї]|ци[яи]|ння|ние|ость|ість|бюро)\s|\S+\s(?:Хрест|Крест|Рада|Дума|Рух|Союз|Фонд|Центр|Штаб|Сенат|Корпус|Дом|Дім)$|(?-i:[А-ЯІЇЄҐЁ])[^\s]*[еіу]$"
)


def _may_be(pronoun: str, who: str) -> bool:
    """Whether a Slavic pronoun agrees with a name; other languages do not tell."""
    word = who.split(maxsplit=1)[0]
    if (FEMALE.fullmatch(pronoun) or MALE.fullmatch(pronoun)) and NO_PERSON.match(who):
        return False
    feminine = bool(re.search(r"[ая]$", word)) and not MEN_IN_A.match(word)
    if FEMALE.fullmatch(pronoun):
        return feminine or not (PERSON.fullmatch(who) or " " not in who)
    if MALE.fullmatch(pronoun):
        return not (feminine and PERSON.fullmatch(who))
    return True


SPEECH = re.compile(r"\s*(?:[\"“«]|[—–]\s)")
OPENS, CLOSES = "“«", "”»"
FOLLOWS = 3
"""Sentences of a quotation after which its speaker is named at the latest."""


def quoted_by(texts: Sequence[str], at: int) -> str | None:
    """Name whose quotation goes on in a sentence that names no speaker.

    It begins with a quotation mark or a dash after "he said.", or its quotation is
    still open and ends with the speaker of a later sentence.
    """
    text = texts[at]
    if _is_open(text):
        for later in texts[at + 1 : at + 1 + FOLLOWS]:
            if who := last_named(later):
                return who
            if not _is_open(text := text + later):
                return None
    if SPEECH.match(text) and at:
        return last_named(texts[at - 1])
    return None


def _is_open(text: str) -> bool:
    marks = sum(text.count(mark) for mark in OPENS) - sum(map(text.count, CLOSES))
    return marks > 0 or text.count('"') % 2 == 1


def last_named(text: str) -> str | None:
    """Name the last speaker of a sentence who is no pronoun."""
    found = voices(text)
    said = [
        *((verb.start(), who) for verb, who in found.verbs),
        *((at, speaker.who) for at, speaker in found.sources),
        *((said.at, said.who) for said in found.others),
    ]
    return next(
        (who for _, who in sorted(said, reverse=True) if not PRONOUN.fullmatch(who)),
        None,
    )


def _speakers(
    text: str, start: int, end: int, found: Voices
) -> Iterator[tuple[int, Speaker]]:
    emerged = EMERGED.search(text[:start])
    if emerged:
        how = f"reports {emerged['how'].lower()}"
        yield emerged.start(), Speaker("reports (unnamed)", how)
    yield from found.sources
    for said in found.others:
        if text[start:end] in said.who:
            continue
        if said.first <= start and end <= said.last:
            yield said.at, Speaker(said.who, said.how)
    for verb, who in found.verbs:
        if emerged and emerged.start() <= verb.start() < emerged.end():
            continue
        if text[start:end] in who:  # those counted do not tell their number
            continue
        if _governs(text, verb, start, end):
            more = PARTICIPLE.search(text, verb.end(), max(start, verb.end()))
            how = f"{verb['verb']}/{more['verb']}" if more else verb["verb"]
            yield verb.start(), Speaker(who, how)


def _governs(text: str, verb: re.Match[str], start: int, end: int) -> bool:
    """Whether a verb of saying governs the figure.

    It stands before the figure, or closes the sentence ("300 were killed, the
    ministry said"), or its own subject holds the figure ("X, a 20-year-old, said").
    """
    if verb.end() <= start:
        return True
    if verb.start() < end:
        return False
    between = text[end : verb.start()]
    closing = "," in between and len(text) - verb.end() <= TAIL
    return closing or not (CLAUSE.search(between) or FINITE.search(between))


def _subject(text: str, verb: int) -> str | None:
    """Return who does the saying, or None where the verb has no subject of its own."""
    before = text[:verb]
    cut = max((match.end() for match in CLAUSE.finditer(before)), default=0)
    subject = OPENING.sub("", before[cut:].strip())
    if not subject or NO_SUBJECT.search(subject):
        return None
    parts = [part.strip() for part in subject.split(",") if part.strip()]
    parts = [part for part in parts if not BESIDES.match(part)]
    if not parts:  # "In a briefing the Office, citing pictures, said"
        opening = NAMED_IN.search(before[cut:])
        return opening["who"] if opening else None
    if APPOSED.match(subject) and not FINITE.search(subject):
        return _named(parts[0])
    # "27 were missing, Name, the spokesman, said": the name stands before its office.
    if parts[1:] and FULL_NAME.fullmatch(parts[-2]) and POST.match(parts[-1]):
        return parts[-2]
    # "A man of about thirty, a sniper, said".
    if parts[1:] and APPOSITION.fullmatch(parts[-1]) and ARTICLE.match(parts[-2]):
        return _named(parts[-2])
    # "Fewer than half of the captives wrote": a share does not speak.
    return None if A_SHARE.search(parts[-1]) else _named(parts[-1])


A_SHARE = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|most|per\s?cent|none|nobody|(?:one|two|three)\s+in\s+\w+)\b(?:\s+of\b|$)|%",
    re.IGNORECASE,
)
APPOSITION = re.compile(r"an?\s+[\w’'-]+(?:\s+[\w’'-]+){0,3}")
ARTICLE = re.compile(r"(?:An?|The|One)\s")


def _named(who: str) -> str:
    """Reduce "President X recently" to X, and "the 20-year-old Y" to Y."""
    trimmed = TRAILING.sub("", who.strip(' "”“«»'))
    trimmed = OFFICE.sub("", trimmed)
    if match := LAST_NAME.match(trimmed):
        return match["name"]
    return re.sub(
        r"^(?:the|an?|its|their)\s+", "", trimmed, flags=re.IGNORECASE
    ).strip()


def _hearsay(text: str, start: int, end: int) -> str | None:
    clause = _clause_around(text, start, end)
    match = HEARSAY.search(clause)
    if match is None:
        return None
    how = (match["how"] or match["korean"]).lower()
    return "estimated" if "estimated" in how else how


def _clause_around(text: str, start: int, end: int) -> str:
    left = max(
        (
            match.end()
            for match in re.finditer(r"[;:]|,\s+(?:while|but)\b", text[:start])
        ),
        default=0,
    )
    right = re.search(r"[;:]|,\s+(?:while|but|indicating|with)\b", text[end:])
    return text[left : end + right.start()] if right else text[left:]


def _certainty(how: str, clause: str, links: int) -> Certainty:
    how = how.lower()
    if HEDGE.search(clause):
        return Certainty.HEDGED
    if re.search(r"estimat|assess|추정|추산|оцін|оцен|підрахунк|подсч", how):
        return Certainty.ESTIMATE
    if re.search(r"claim|alleg|insist|주장|нібито|якобы|стверджу|утвержда", how):
        return Certainty.CLAIMED
    if re.search(r"suggest|believe", how):
        return Certainty.REPORTED if links > 1 else Certainty.HEDGED
    if re.search(
        r"reportedly|reports\s|purported|is\ssaid|are\ssaid|according|알려|전해|따르면|слух|чутк"
        r"|^(?:за|по|згідно|согласно)\s|деться|говорится|повідомля|сообща|пиш[еу]",
        how,
    ):
        return Certainty.REPORTED
    return Certainty.ASSERTED
