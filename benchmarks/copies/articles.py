"""Make articles in four languages: grammar of each, invented words, stock sentences.

No public collection of copied news lies beside the project, so these are ours. Methods
that compare words see only which word follows which: content words are invented and
drawn by Zipf's law from a lexicon of each language, between the little words of real
sentences. Some sentences are stock, as reports on prisoners do share them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

# "*" is a content word, "@" a name of this article, "#" a number of this article.
PATTERNS = {
    "en": (
        "The * of the * * @ in * after # * had * the *.",
        "@ said that the * would * a * * until the * *.",
        "In * , # * * near the * , and @ * them with *.",
        "When the * * , the * * of @ * to the *.",
        '"We * the * , not the *" , said @ , who * in * .',
        "According to @ , more than # * were * by * * .",
        "There was no * , but * * and a * from * *.",
        "It is not * why @ * the * before * * * .",
    ),
    "ko": (
        "@ 씨는 * *에서 * #명이 *을 *했다고 말했다.",
        "*가 * 동안 *은 @의 *를 * 못했다.",
        "“*은 *이지 *가 아니다”라고 @ 씨는 *에서 *했다.",
        "@에 따르면 * #개가 * *에 *되었다.",
        "*의 *는 *하고 * 뒤에 *로 돌아갔다.",
        "그러나 *도 *도 *까지 * 않았고 *만 남았다.",
    ),
    "uk": (
        "@ каже, що * * у * не * до *.",
        "Після * # * * біля *, а @ * *.",
        "За словами @, понад # * * через * *.",
        "Коли * *, * @ * на * та *.",
        "«Ми * *, а не *», — сказала @ про * *.",
        "Там не було *, лише * * і * з *.",
    ),
    "ru": (
        "@ говорит, что * * в * не * до *.",
        "После * # * * возле *, а @ * *.",
        "По словам @, более # * * из-за * *.",
        "Когда * *, * @ * на * и *.",
        "«Мы * *, а не *», — сказала @ о * *.",
        "Там не было *, лишь * * и * из *.",
    ),
}
STOCK: dict[str, tuple[str, ...]] = {
    "en": (
        "Prisoners of war must at all times be treated humanely, the Convention says.",
        "The foreign ministry did not immediately respond to a request for comment.",
        "The claims of both sides could not be independently verified.",
        "The two countries have exchanged prisoners several times since the war began.",
    ),
    "ko": (
        "제네바 제3협약에 따라 포로는 항상 인도적으로 대우받아야 한다.",
        "외교부는 이에 대한 논평 요청에 즉시 답하지 않았다.",
        "양측의 주장은 독립적으로 확인되지 않았다.",
    ),
    "uk": (
        "За Третьою Женевською конвенцією з полоненими слід поводитися гуманно.",
        "Міністерство закордонних справ не відповіло одразу на запит про коментар.",
        "Твердження обох сторін незалежно перевірити не вдалося.",
    ),
    "ru": (
        "По Третьей Женевской конвенции с пленными следует обращаться гуманно.",
        "Министерство иностранных дел не сразу ответило на просьбу о комментарии.",
        "Утверждения обеих сторон независимо проверить не удалось.",
    ),
}  # fmt: skip
STOCK_SHARE = 0.12
LETTERS = {
    "en": ("b d f g h k l m n r s t v", "a e i o u"),
    "ko": ("가 나 도 라 모 바 소 아 조 하 강 문 선 정 한 국 물 집 길 새", ""),
    "uk": ("б в г д к л м н р с т", "а о у і е"),
    "ru": ("б в г д к л м н р с т", "а о у ы е"),
}
LEXICON = 4000


@dataclass(frozen=True)
class Lexicon:
    """Words of a language, the most frequent first, and the sums of their weights."""

    words: list[str]
    sums: list[float]

    def word(self, random: Random) -> str:
        """Draw a word by Zipf's law."""
        return random.choices(self.words, cum_weights=self.sums)[0]


def articles(count: int, random: Random) -> list[tuple[str, str]]:
    """Make articles of 12 to 30 sentences: language and text of each."""
    lexicons = {language: lexicon(language) for language in PATTERNS}
    languages = sorted(PATTERNS)
    return [
        (language, article(language, lexicons[language], random))
        for language in (languages[number % 4] for number in range(count))
    ]


def lexicon(language: str) -> Lexicon:
    """Invent the words of a language, the same each time."""
    random = Random(language)  # noqa: S311 - of a benchmark, repeatable
    words = list({invented(language, random) for _ in range(2 * LEXICON)})
    words = sorted(words)[:LEXICON]
    random.shuffle(words)
    return Lexicon(words, list(accumulate(1 / (at + 10) for at in range(len(words)))))


def article(language: str, words: Lexicon, random: Random) -> str:
    """Make an article with a few names and numbers of its own."""
    names = [invented(language, random).capitalize() for _ in range(4)]
    numbers = [str(random.randint(3, 900)) for _ in range(6)]
    sentences = [
        sentence(random.choice(PATTERNS[language]), words, names, numbers, random)
        if random.random() > STOCK_SHARE
        else random.choice(STOCK[language])
        for _ in range(random.randint(12, 30))
    ]
    return "\n\n".join(
        " ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)
    )


def sentence(
    pattern: str,
    words: Lexicon,
    names: Sequence[str],
    numbers: Sequence[str],
    random: Random,
) -> str:
    """Fill a pattern."""
    filled = {"*": lambda: words.word(random)}
    filled["@"] = lambda: random.choice(names)
    filled["#"] = lambda: random.choice(numbers)
    return "".join(filled[sign]() if sign in filled else sign for sign in pattern)


def invented(language: str, random: Random) -> str:
    """Invent a word of two or three syllables."""
    firsts, seconds = (part.split() for part in LETTERS[language])
    if not seconds:
        return "".join(random.choice(firsts) for _ in range(random.randint(2, 3)))
    syllables = (random.choice(firsts) + random.choice(seconds) for _ in range(3))
    return "".join(syllables) + random.choice(firsts)
