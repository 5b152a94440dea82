"""Make the seven kinds of texts that come from others."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

SENTENCE = re.compile(r"(?<=[.!?»”])\s+")
HEAD = ("Home", "Menu", "Daily Examiner of Nowhere")
FOOT = ("Leave a Comment", "Subscribe now to keep reading.", "All rights reserved.")


@dataclass(frozen=True)
class Derivative:
    """A text made from others, and the numbers of its sources.

    `host` is the number of the text that it quotes in: not a source, but two texts
    with one host share its words.
    """

    kind: str
    text: str
    sources: tuple[int, ...]
    host: int | None = None


def boilerplate(text: str, _other: str, _random: Random) -> str:
    """Put a site around it."""
    return "\n\n".join((*HEAD, text, *FOOT))


def cut(text: str, _other: str, _random: Random) -> str:
    """Keep the first 40 % of the sentences."""
    sentences = SENTENCE.split(text)
    return " ".join(sentences[: max(2, len(sentences) * 2 // 5)])


def shuffled(text: str, _other: str, random: Random) -> str:
    """Put the sentences into another order."""
    sentences = SENTENCE.split(text)
    return " ".join(random.sample(sentences, len(sentences)))


def changed(share: float) -> Callable[[str, str, Random], str]:
    """Change a share of the words into words of another text."""

    def change(text: str, other: str, random: Random) -> str:
        words = other.split()
        return " ".join(
            random.choice(words) if random.random() < share else word
            for word in text.split()
        )

    return change


def spliced(text: str, other: str, _random: Random) -> str:
    """Join the first half of one and the second half of another."""
    one, two = SENTENCE.split(text), SENTENCE.split(other)
    return " ".join([*one[: len(one) // 2], *two[len(two) // 2 :]])


def quoted(text: str, other: str, random: Random) -> str:
    """Put three sentences in a row into another text, which is nobody else's."""
    sentences, host = SENTENCE.split(text), SENTENCE.split(other)
    at = random.randrange(max(len(sentences) - 2, 1))
    place = random.randrange(len(host))
    return " ".join([*host[:place], *sentences[at : at + 3], *host[place:]])


KINDS: dict[str, Callable[[str, str, Random], str]] = {
    "boilerplate": boilerplate,
    "cut to 40 %": cut,
    "shuffled": shuffled,
    "10 % changed": changed(0.1),
    "30 % changed": changed(0.3),
    "splice": spliced,
    "quotation": quoted,
}


def derive(
    originals: Sequence[tuple[str, str]],
    hosts: Sequence[tuple[str, str]],
    each: int,
    random: Random,
) -> list[Derivative]:
    """Make `each` texts of every kind.

    Args:
        originals: language and text of the sources.
        hosts: the same of texts that are no sources; a quotation is put into one.
        each: how many of a kind.
        random: decides who is made from whom.
    """
    made = []
    for kind, make in KINDS.items():
        for _ in range(each):
            source = random.randrange(len(originals))
            language, text = originals[source]
            pool = hosts if kind == "quotation" else originals
            others = [at for at, (one, _) in enumerate(pool) if one == language]
            others = [at for at in others if pool is hosts or at != source]
            other = random.choice(others)
            both = (source, other) if kind == "splice" else (source,)
            host = other if pool is hosts else None
            made.append(
                Derivative(kind, make(text, pool[other][1], random), both, host)
            )
    return made
