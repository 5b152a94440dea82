"""Does a text cite the law for what it does not say, or break the rule it reports?

Neither is a comparison of figures: what is found goes to law/, which has the words of
the Conventions, and to the officer who answers for exposures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from safeconduct.text.comparison.finding import Aspect, Finding, Item
from safeconduct.text.comparison.statement import Document
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.reason import Reason, gettext_noop, reason

CONVENTION = re.compile(
    r"Geneva\s+Convention\w*|GC\s?III\b|(?:Third|III)\s+Convention"
    r"|Женевськ\w+\s+конвенц\w+|Женевск\w+\s+конвенц\w+|제네바\s?(?:제3)?\s?협약|제네바협약"
    r"|제3협약",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for which texts cite the Convention, and what the Convention has.

    `provisions` are the names of law/: the words, and the reading derived from them.
    """

    topic: str
    words: re.Pattern[str]
    said: Reason
    provisions: tuple[str, ...]


RULES = (
    Rule(
        "forced-return",
        re.compile(
            r"(?:forc\w+|compulsory|involuntar\w+)\s+(?:\w+\s+){0,2}?(?:repatriat\w+"
            r"|return\w*|deport\w+)|(?:repatriat|return"
            r"|deport|send|hand)\w*\s+(?:[\w’'-]+\s+){0,6}?(?:against\s+(?:their|his"
            r"|one[’']s|the)\s+(?:own\s+)?(?:will|wish\w*)|by\s+force"
            r"|(?:if|where|when)\s+(?:he|they)\s+(?:\w+\s+){0,2}?(?:fac|fear"
            r"|risk|persecut|tortur)\w*)|non-?refoulement"
            r"|(?:not|cannot)\s+(?:be\s+)?(?:forcibly\s+)?(?:repatriat\w+|returned"
            r"|sent\s+back)"
            r"|примусов\w+\s+(?:\w+\s+){0,2}?(?:репатріа\w+|поверн\w+|видач\w*|вислан\w+"
            r"|депорт\w+)|(?:пов[еі]рн|повертат|репатрію|вида(?:ва)?т|передават|відправля)\w*\s+(?:\w+\s+){0,5}?(?:проти"
            r"|примусово|силоміць|всупереч)|(?:примусово|силоміць)\s+(?:\w+\s+){0,2}?(?:пов[еі]р"
            r"|репатр|вид|відправ)\w+"
            r"|принудительн\w+\s+(?:\w+\s+){0,2}?(?:репатриа\w+|возвращ\w+|выдач\w*"
            r"|высылк\w*|депорт\w+)|(?:верн|возвращ|репатри|выда|отправл|передава)\w*\s+(?:\w+\s+){0,5}?(?:против"
            r"|насильно|вопреки)|насильно\s+(?:\w+\s+){0,2}?(?:верн|возвращ|репатри|выда"
            r"|отправ)\w+"
            r"|강제\s?(?:로\s?)?(?:송환|북송|귀환|추방)|(?:의사|뜻)에\s?(?:반하|반해|반한|어긋나|거슬러)\S*\s?(?:\S+\s){0,2}?(?:송환|북송"
            r"|돌려보내)",
            re.IGNORECASE,
        ),
        reason(
            gettext_noop(
                "The text cites the Geneva Convention for a ban on forced return."
                " Article"
                " 118 of the Third Convention has none in words: it commands release"
                " and"
                " repatriation, and the ban is derived from it together with the rule"
                " against return to persecution."
            )
        ),
        ("GCIII-118-1", "GCIII-118-NR"),
    ),
    Rule(
        "identity",
        re.compile(
            r"(?:identit\w+|personal\s+(?:details|data|information)|names?\b|faces?\b"
            r"|photo\w*|images?\b)[^.;]{0,60}?(?:protect\w*|conceal\w*|hidden|with(?:hold|held)\w*"
            r"|kept\s+(?:secret|confidential)|not\s+be\s+(?:published|disclosed|revealed"
            r"|shown|made\s+public))"
            r"|(?:protect\w*|conceal\w*|prohibit\w*|forbid\w*"
            r"|ban\w*)[^.;]{0,60}?(?:identit\w+|personal\s+(?:details|data|information)"
            r"|publi(?:cation|shing)\s+of\s+(?:names|images|photo\w*))"
            r"|(?:особист?\w*|особов\w*|персональн\w+|імен\w*|ім[’'ʼ]я|облич\w+"
            r"|фото\w*)[^.;]{0,60}?(?:захи\w+|прихову\w+|розголо\w+|оприлюдн\w+|розкри\w+)"
            r"|(?:захи\w+|заборон\w+|розголо\w+|оприлюдн\w+"
            r"|розкри\w+)[^.;]{0,60}?(?:особ[уи]\b|особист\w+|персональн\w+|імен\w*"
            r"|облич\w+)"
            r"|(?:личност\w*|личн\w+\s+данн\w+|персональн\w+|имен\w*|лиц[ао]?\b"
            r"|фото\w*)[^.;]{0,60}?(?:защи\w+|скрыва\w+|разглаш\w+|обнарод\w+|раскры\w+"
            r"|публик\w+)|(?:защи\w+|запре\w+|разглаш\w+|раскры\w+"
            r"|публик\w+)[^.;]{0,60}?(?:личност\w*|личн\w+\s+данн\w+|персональн\w+|имен\w*"
            r"|лиц[ао]?\b)"
            r"|(?:신원|신상|개인\s?정보|얼굴|이름|실명)[^.;]{0,30}?(?:보호|비공개|공개(?:해서는|하지|되어서는|돼서는|를\s?금지)"
            r"|노출)",
            re.IGNORECASE,
        ),
        reason(
            gettext_noop(
                "The text cites the Geneva Convention for the protection of identities."
                " Article 13 of the Third Convention protects prisoners from insults"
                " and"
                " public curiosity; that this covers names and pictures is derived."
            )
        ),
        ("GCIII-13",),
    ),
)
# What Article 13 says in so many words; nothing is derived where only this is cited.
CURIOSITY = re.compile(
    r"public\s+curiosity|цікавост\w+|любопытств\w+|호기심", re.IGNORECASE
)
DUTY = re.compile(
    r"\b(?:must|should|shall|required|oblig\w+|protect\w*|prohibit\w*|forbid\w*"
    r"|bans?|banned|violat\w+|critici[sz]\w+|concern\w*|condemn\w*|not\s+be)\b"
    r"|повинн\w+|мають|слід|необхідн\w+|заборон\w+|захи\w+|поруш\w+|крити\w+"
    r"|занепоко\w+|не\s+можна|должн\w+|следует|необходим\w*|запре\w+|защи\w+"
    r"|наруш\w+|обеспоко\w+|нельзя|해야|보호|금지|위반|비판|우려|안\s?(?:된다|되며|돼)",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"\b(?:identified|named)\s+(?:only\s+)?as\s+(?=[A-Z])|\b(?:named"
    r"|whose\s+names?\s+(?:is|are|was|were))\s+(?=[A-Z])|(?:на\s+ім[’'ʼ]я"
    r"|на\s+прізвище|звати|звуть)\s+(?=[А-ЯІЇЄҐ])"
    r"|(?:по\s+имени|по\s+фамилии|зовут|звали)\s+(?=[А-Я])"
    r"|이름은\s|[가-힣]\s?(?:모\s)?씨(?=[는가와,(\s])"
)
BESIDE = re.compile(
    r"\b[A-ZА-ЯІЇЄҐ][\w’-]+,?\s*(?:\(|,|–|—)?\s*(?:an?\s+|aged\s+)?$|[가-힣]{2,4}\s?\(?$"
)
AFTER = re.compile(r"^[,)]?\s+(?:[a-zа-яіїєґ-]+\s+){0,3}[A-ZА-ЯІЇЄҐ][\w’-]+")


def norm_findings(
    documents: Sequence[Document], figures: Sequence[Sequence[Figure]]
) -> Iterator[Finding]:
    """Find laws cited for more than they say, and rules broken while reported."""
    for rule in RULES:
        cited = [item for doc in documents for item in _cited(doc, rule)]
        if cited:
            yield Finding(
                Aspect.LEGAL,
                rule.topic,
                None,
                tuple(cited),
                (
                    rule.said,
                    reason(
                        gettext_noop("See {provisions} in law/."),
                        provisions=", ".join(rule.provisions),
                    ),
                ),
                support=len({item.page for item in cited}),
            )
    for doc, found in zip(documents, figures, strict=True):
        yield from _conduct(doc, found)


def _cited(doc: Document, rule: Rule) -> Iterator[Item]:
    for sentence in doc.sentences:
        if CONVENTION.search(sentence.text) and rule.words.search(sentence.text):
            yield doc.item(sentence.start, sentence.end)


def _conduct(doc: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Find a page that reports the rule on identities and prints identities."""
    rule = next(rule.words for rule in RULES if rule.topic == "identity")
    told = [
        doc.item(sentence.start, sentence.end)
        for sentence in doc.sentences
        if (rule.search(sentence.text) or CURIOSITY.search(sentence.text))
        and DUTY.search(sentence.text)
    ]
    printed = list(_printed(doc, figures))
    if told and printed:
        why = reason(
            gettext_noop(
                "The text reports that the identities of prisoners are protected and"
                " prints what identifies them (passages: {number})."
            ),
            number=str(len(printed)),
        )
        yield Finding(Aspect.CONDUCT, "identity", None, (*told, *printed), (why,))


def _printed(doc: Document, figures: Sequence[Figure]) -> Iterator[Item]:
    for sentence in doc.sentences:
        if match := NAMED.search(sentence.text):
            start = sentence.start + match.start()
            yield doc.item(start, sentence.start + match.end())
    for figure in figures:
        if figure.kind is FigureKind.AGE and _beside_name(doc, figure):
            yield doc.item(figure.start, figure.end)


def _beside_name(doc: Document, figure: Figure) -> bool:
    sentence = doc.sentence_at(figure.start)
    start, end = figure.start - sentence.start, figure.end - sentence.start
    return bool(
        BESIDE.search(sentence.text[:start]) or AFTER.match(sentence.text[end:])
    )
