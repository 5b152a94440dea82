"""The keys by which a name is found, and the rows that keep them.

A Korean name has its likeliest readings, each a key in Hangul (백철수), whatever
script it was given in. A name in Latin or Cyrillic letters that need not be Korean has
every two of its words as they sound, in both orders (`shevchenko taras`, `taras
shevchenko`): so a word with the beginning of another is one range of keys, whichever of
them is typed first, and the third may be left out. A patronymic stands second only. A
single word is its own key. A surname with initials (Шевченко Т. Г.) has a key with a
full stop besides (`shevchenko t.`), by which the whole name finds it.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, permutations
from uuid import UUID

from safeconduct import names
from safeconduct.names import general
from safeconduct.names.general.weighing import is_patronymic
from safeconduct.names.weighing import LEAST, SURE, share
from safeconduct.register.vault.models import NameKey

QUARTERS = 4  # a cost is minus a log probability, in quarters of a nat
_READINGS = 8  # of a Korean name that are kept
_LEAST = -4.0  # log posterior: a reading less likely finds more strangers than him
_WORDS = 4  # of a name that are joined with one another
_FORMS = 2  # of one word
_LIKELY = -2.0  # log posterior of the second
Keyed = dict[str, int]


def of(text: str) -> Keyed:
    """Find the keys of a name as it was written, with the cost of each.

    A text too long for a name has none.
    """
    if len(text) > names.LIMIT:
        return {}
    likely = share(text)
    found = korean(text, n=_READINGS) if likely > LEAST else {}
    if likely <= SURE:
        for key, cost in chain(_pairs(text), _initials(text)):
            found.setdefault(key, cost)
    return found


def korean(text: str, *, n: int) -> Keyed:
    """Read a name as Korean; nothing when it cannot be."""
    readings = names.decode(text, n)
    return {r.key: cost(r.logp) for r in readings if r.logp >= _LEAST}


def cost(logp: float) -> int:
    """Write a log probability (nats, at most 0) as a cost."""
    return round(-logp * QUARTERS)


def words(text: str, *, n: int) -> list[tuple[general.Reading, ...]]:
    """Read each word of a name in Latin or Cyrillic letters, at most n ways."""
    found = [word for word in general.word_keys(text, n) if word]
    return found[:_WORDS]


def joined(one: str, other: str) -> str:
    """Join the keys of two words."""
    return f"{one} {other}"


def marked(one: str, initial: str) -> str:
    """Join the key of a surname and an initial."""
    return joined(one, initial + ".")


def _initials(text: str) -> Iterator[tuple[str, int]]:
    """Join a surname and the initials written beside it."""
    written = general.words(text)
    long = [word for word in written if len(word) > 1]
    letters = [word for word in written if len(word) == 1]
    if len(long) == 1 and letters:
        for form in general.word_keys(long[0], _FORMS)[0]:
            for initial in general.initials(letters[0]):
                yield marked(form.key, initial), cost(form.logp)


def _pairs(text: str) -> Iterator[tuple[str, int]]:
    """Join any two words: their likeliest forms, and each further one with those."""
    read = words(text, n=_FORMS)
    written = [[w[0], *(form for form in w[1:] if form.logp >= _LIKELY)] for w in read]
    if len(written) == 1:
        yield from ((form.key, cost(form.logp)) for form in written[0])
    for one, other in permutations(written, 2):
        # Of two words the one that ends so may be the surname (Абрамович).
        if len(written) > 2 and is_patronymic(one[0].key):  # noqa: PLR2004
            continue
        for form in one:
            yield joined(form.key, other[0].key), cost(form.logp)
        for form in other[1:]:
            yield joined(one[0].key, form.key), cost(form.logp)


def write(claims: Iterable[tuple[UUID, UUID, str]]) -> int:
    """Keep the keys of names, and say how many there are.

    Args:
        claims: Of each name its claim, who holds the person, and what was written.
    """
    rows = [
        NameKey(claim_id=claim, holder_id=holder, key=key, cost=cost)
        for claim, holder, text in claims
        for key, cost in of(text).items()
    ]
    NameKey.objects.bulk_create(rows, batch_size=5_000, ignore_conflicts=True)
    return len(rows)


def clear(claims: Collection[UUID]) -> None:
    """Drop all keys of these claims."""
    NameKey.objects.filter(claim__in=claims).delete()
