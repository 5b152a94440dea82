"""What is a Ukrainian or Russian source called when nothing governs it?

"За оцінкою української розвідки" speaks of "українська розвідка": two texts that cite
one source in different cases cite the same. Only what "according to" governs is given
here, a genitive; what no rule knows stays as it is written.
"""

from __future__ import annotations

import re

Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> Rules:
    return tuple((re.compile(rf"(?:{ending})$"), base) for ending, base in pairs)


# Adjectives, by the gender that their own ending shows.
FEMININE = _rules(
    (r"(?<=[сзц]ьк)ої", "а"),
    (r"ньої", "ня"),
    (r"ої", "а"),
    (r"(?<=н)ей", "яя"),
    (r"ой", "ая"),
)  # fmt: skip
MASCULINE = _rules(
    (r"(?<=ськ)ого|(?<=[кгхжшчщ])ого", "ий"),
    (r"нього", "ній"), (r"ого", "{}"), (r"его", "ий"),
)  # fmt: skip
PLURAL = _rules((r"(?<=[кгхжшчщ])их", "{}"), (r"их", "{}"), (r"ых", "ые"))
ENDS_AS = re.compile(r"(?:их|ых|ого|его|ої|ой|ей)$")
# Nouns in the genitive singular and plural.
NOUNS = _rules(
    (r"ії", "ія"),
    (r"ии", "ия"),
    (r"ия", "ие"),
    (r"(?<=жер)ела", "ело"),
    (r"сті", "сть"),
    (r"сти", "сть"),
    (r"ства", "ство"),
    (r"цтва", "цтво"),
    (r"ння", "ння"),
    (r"ения", "ение"),
    (r"ания", "ание"),
    (r"(?<=[бвгґджзклмнпрстфхцчшщ])и", "а"),
    (r"ы", "а"),
    (r"ені", "еня"),
    (r"ців", "ці"),
    (r"(?<=[кгх])ов", "и"),
    (r"ів", "и"),
    (r"ов", "ы"),
    (r"цев", "цы"),
    (r"телей", "тели"),
    (r"(?<=[бвгґджзклмнпрстфхцчшщ])[уа]", ""),
    (r"теля", "тель"),
    (r"ей", "и"),
)  # fmt: skip
FIRST_FEMININE = _rules((r"ії", "ія"), (r"ии", "ия"), (r"[иы]", "а"), (r"і", "я"))
FIRST_MASCULINE = _rules(
    (r"ія", "ій"),
    (r"ия", "ий"),
    (r"(?<=[еаоє])я", "й"),
    (r"(?<=р)я", "{}"),
    (r"а", ""),
)  # fmt: skip
LAST_FEMININE = _rules(
    (r"(?<=[сзц]ьк)ої", "а"),
    (r"(?<=ск)ой|(?<=цк)ой", "ая"),
    (r"(?<=ов)ой|(?<=ев)ой|(?<=ин)ой", "а"),
    (r"ої", "а"),
)  # fmt: skip
LAST_MASCULINE = _rules(
    (r"(?<=[сзц]ьк)ого", "ий"),
    (r"(?<=[сц]к)ого", "ий"),
    (r"(?<=[кгхжшчщ])[ое]го|(?<=[сзнц]ь)ого", "ий"),
    (r"(?<=[бвдзлмнпрст])ого", "{}"),
    (r"енка", "енко"),
    (r"ія", "ій"),
    (r"(?<=[бвгґджзклмнпрстфхцчшщ])а", ""), (r"(?<=л)я", "ь"),
)  # fmt: skip
LETTERS = re.compile(r"[іїєґ]", re.IGNORECASE)
UKRAINIAN = re.compile(r"[іїєґ’'ʼ]|[сзц]ьк", re.IGNORECASE)
# Given names that lose or change a vowel; the two languages differ.
GIVEN = {
    True: {
        "Петра": "Петро",
        "Павла": "Павло",
        "Дмитра": "Дмитро",
        "Михайла": "Михайло",
    },
    False: {"Петра": "Пётр", "Павла": "Павел", "Льва": "Лев"},
}
# Abbreviations of ministries are never declined.
FIXED = re.compile(r"(?:[Мм][іи]н\w{2,}[иы]|\w*[А-ЯІЇЄҐ]{2,}\w*)$")
# Ukrainian nouns whose vowel changes with the case.
ALTERNATING = {"дому": "дім", "загону": "загін", "відділу": "відділ"}
TWO = 2
"""Words of a person's name, given name first."""
CAPITAL = re.compile(r"[А-ЯІЇЄҐЁ][а-яіїєґё’'ʼ-]+$")


def nominative(who: str, text: str = "") -> str:
    """Return the source that a genitive names, as its subject would be written.

    The `text` it stands in tells the language where the name does not.
    """
    words = who.split()
    if not words or not re.search("[а-яіїєґё]", who):
        return who
    named = len(words) == TWO and all(map(CAPITAL.match, words))
    if named and not ENDS_AS.search(words[0]):  # "Генерального штабу" is no person
        ukrainian = bool(UKRAINIAN.search(who) or LETTERS.search(text))
        return " ".join(_person(*words, ukrainian=ukrainian))
    return " ".join(_body(words, text))


def _person(first: str, last: str, *, ukrainian: bool) -> tuple[str, str]:
    """Decline a given name and a surname back; the given name tells the gender."""
    if re.search(r"[иыії]$", first):
        return _applied(FIRST_FEMININE, first), _applied(LAST_FEMININE, last)
    if re.search(r"[аяу]$", first):
        soft = "" if ukrainian else "ь"
        return (
            GIVEN[ukrainian].get(first)
            or _applied(FIRST_MASCULINE, first).replace("{}", soft),
            _applied(LAST_MASCULINE, last).replace("{}", "ий" if ukrainian else "ый"),
        )
    return first, last


def _body(words: list[str], text: str) -> list[str]:
    """Decline the adjectives and the noun they belong to; what follows stays."""
    known = UKRAINIAN.search(" ".join(words)) or LETTERS.search(text)
    at = 0
    while at < len(words) - 1 and ENDS_AS.search(words[at]):
        at += 1
    noun = words[at]
    if FIXED.match(noun) or noun[:1] in '«"“':
        return words
    if known and noun.lower() in ALTERNATING:
        return [*words[:at], ALTERNATING[noun.lower()].capitalize(), *words[at + 1 :]]
    head = _applied(NOUNS, noun)
    if head == noun and not noun.endswith("ння"):  # no rule knows it
        return words
    made = [_agreeing(word, head, ukrainian=bool(known)) for word in words[:at]]
    return [*made, head, *words[at + 1 :]]


def _agreeing(word: str, head: str, *, ukrainian: bool) -> str:
    if re.search(r"(?:их|ых)$", word):
        return _applied(PLURAL, word).replace("{}", "і" if ukrainian else "ие")
    if re.search(r"(?:ої|ой|ей)$", word):
        return _applied(FEMININE, word)
    if re.search(r"(?:о|е|ння)$", head):
        return re.sub(r"(?:ого|его)$", "е" if ukrainian else "ое", word)
    return _applied(MASCULINE, word).replace("{}", "ий" if ukrainian else "ый")


def _applied(rules: Rules, word: str) -> str:
    """Put the base ending in the place of the first ending that fits."""
    for ending, base in rules:
        if ending.search(word):
            return ending.sub(base, word)
    return word
