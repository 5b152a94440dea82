"""What is a newspaper called whose Ukrainian or Russian name stands in the genitive?

"За матеріалами «Північного маяка»" credits «Північний маяк». Names taken over from
other languages («Канга сінмун») are not declined, so only what surely is a genitive is
turned: an adjective and its noun, one Slavic noun, or a noun that begins many names.
"""

from __future__ import annotations

import re

from safeconduct.text.nominative import nominative

ADJECTIVE = re.compile(r"[А-ЯІЇЄҐЁ][\w’'ʼ-]+(?:ого|его|ої|ой|ей|их|ых)$")
NOUN = re.compile(r"[А-ЯІЇЄҐЁ][\w’'ʼ]{3,}$")
BEGINS = {
    "Голоса": "Голос", "Голосу": "Голос", "Вісника": "Вісник", "Вестника": "Вестник",
    "Дзеркала": "Дзеркало", "Зеркала": "Зеркало", "Кур’єра": "Кур’єр",
    "Кур'єра": "Кур'єр",
    "Курьера": "Курьер", "Газети": "Газета", "Газеты": "Газета", "Правди": "Правда",
    "Правды": "Правда", "Новин": "Новини", "Новостей": "Новости", "Вістей": "Вісті",
    "Вестей": "Вести", "Хроніки": "Хроніка", "Хроники": "Хроника", "Часу": "Час",
    "Времени": "Время", "Листка": "Листок", "Щоденника": "Щоденник", "Эха": "Эхо",
    "Радіо": "Радіо", "Тижня": "Тиждень", "Недели": "Неделя", "Известий": "Известия",
    "Ведомостей": "Ведомости", "Слова": "Слово", "Агентства": "Агентство",
}  # fmt: skip
FOREIGN = re.compile(
    r"(?:йо|ьо|нґ|иль|ібо|ибо|мун|бун|чхо|пьон|пён|тэй|жэ)", re.IGNORECASE
)


def _one_word(name: str) -> str:
    """Turn one noun back; "Листка" has lost a vowel that "Листок" has."""
    if not NOUN.match(name) or FOREIGN.search(name):
        return name
    return FLEETING.sub(r"\1ок", nominative(name))


FLEETING = re.compile(r"(?<=\w)([дтсжчв])к$")


def title_of(name: str, *, ukrainian: bool) -> str:
    """Return a name of a newspaper as it is called, from its genitive."""
    words = name.split()
    if not words or not re.match("[А-ЯІЇЄҐЁ]", words[0]):
        return name
    first, *rest = words
    if first in BEGINS:
        return " ".join([BEGINS[first], *rest])
    if len(words) == 1:
        return _one_word(name)
    if not ADJECTIVE.match(first):
        return name
    small = rest[0].lower()
    turned = nominative(f"{first.lower()} {small} {' '.join(rest[1:])}".strip()).split()
    if len(turned) != len(words) or turned[0] == first.lower():
        return name
    adjective = turned[0].capitalize()
    cased = [
        re.sub("ый$", "ий", adjective) if ukrainian else adjective,
        turned[1].capitalize() if rest[0][0].isupper() else turned[1],
    ]
    return " ".join([*cased, *rest[1:]])
