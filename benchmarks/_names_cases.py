"""Which names are asked, in which pools, and which pairs are judged?

Everything is drawn from the training data by a fixed seed. A name belongs to one of
five folds by a hash: of its Hangul, of the Cyrillic word, or of the Ukrainian name. It
is asked of a model that was trained without its fold. The pools are real names of the
data and new ones, put together from the parts of real ones.
"""

import csv
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import combinations
from pathlib import Path

SEED, FOLDS = 5, 5
DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고")
NORTHERN = {"리": "이", "림": "임", "류": "유", "로": "노", "량": "양", "라": "나"}
LATIN = "abcdefghijklmnopqrstuvwxyz"
TABLES = {
    "hangul_latin.tsv": "hangul",
    "latin_latin_korean.tsv": "hangul",
    "hangul_cyrillic.tsv": "hangul",
    "cyrillic_latin_tokens.tsv": "cyrillic",
    "ukrainian_russian_latin.tsv": "uk",
}
Row = dict[str, str]


@dataclass(frozen=True)
class Query:
    """A name that is asked: its fold, and the lines of the pool that are right."""

    text: str
    right: tuple[str, ...]
    fold: int


@dataclass(frozen=True)
class Pair:
    """Two spellings: are they of one name?"""

    a: str
    b: str
    same: bool
    fold: int


@dataclass(frozen=True)
class Retrieval:
    """One kind of question: which pool is asked, for what."""

    kind: str
    title: str
    pool: str
    queries: list[Query]


@dataclass(frozen=True)
class Cases:
    """All that is judged."""

    pools: dict[str, list[str]]
    retrievals: list[Retrieval]
    pairs: dict[str, list[Pair]]


@dataclass
class Data:
    """The tables, and which Hangul names are spelled how."""

    tables: dict[str, list[Row]]
    latin: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for row in self.tables["hangul_latin.tsv"]:
            self.latin[row["hangul"]].add(row["latin"])
        for row in self.tables["latin_latin_korean.tsv"]:
            self.latin[row["hangul"]] |= {row["latin_a"], row["latin_b"]}


def fold_of(text: str) -> int:
    """Say to which fold a name belongs."""
    return sha256(text.encode()).digest()[0] % FOLDS


def read(folder: Path) -> Data:
    """Read the tables of the data."""
    return Data({name: list(_rows(folder / name)) for name in TABLES})


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def write_training(source: Path, target: Path, fold: int) -> None:
    """Copy the data without the rows of a fold."""
    target.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        column = TABLES.get(path.name)
        if column is None:
            (target / path.name).write_bytes(path.read_bytes())
            continue
        rows = list(_rows(path))
        kept = [row for row in rows if fold_of(row[column]) != fold]
        lines = ["\t".join(rows[0]), *("\t".join(row.values()) for row in kept)]
        (target / path.name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def draw(data: Data, *, asked: int, pool: int) -> Cases:
    """Draw the cases.

    Args:
        data: The tables.
        asked: How many names to ask of the large kinds, over all folds.
        pool: How large the pool of Hangul names is; the others follow from it.
    """
    chance = random.Random(SEED)  # noqa: S311 - no secret
    spelled = _sample(data.tables["hangul_latin.tsv"], asked, "hangul", chance)
    tokens = [
        row
        for row in data.tables["cyrillic_latin_tokens.tsv"]
        if row["cyrillic"].isalpha() and 3 <= len(row["cyrillic"]) <= 12  # noqa: PLR2004
    ]
    tokens = _sample(tokens, asked // 2, "cyrillic", chance)
    pools = {
        "hangul": hangul_pool(data, pool, chance),
        "latin": latin_pool(data, pool * 7 // 20, chance),
        "tokens": token_pool(data, pool * 8 // 10, chance),
    }
    # Drawn last, and by a chance of its own: what is above stays as it was.
    own = random.Random(SEED)  # noqa: S311 - no secret
    pools["people"] = people_pool(data, pool * 7 // 20, own)
    variants, korean = _variants(data), _korean_latin(data)
    retrievals = [
        _to_hangul("A", "Latin → Hangul", spelled, lambda row: row["latin"]),
        _to_hangul("F", "passport style → Hangul", spelled, passport),
        _to_hangul(
            "T",
            "one typing error → Hangul",
            spelled,
            lambda row: mistyped(row["latin"], chance),
        ),
        _to_hangul(
            "B",
            "Cyrillic → Hangul",
            data.tables["hangul_cyrillic.tsv"],
            lambda row: row["cyrillic"],
        ),
        Retrieval("C", "Latin → Latin variant", "people", variants),
        Retrieval("C+", "the same among Koreans alone", "latin", variants),
        Retrieval("D", "Cyrillic → Latin, Korean", "people", korean),
        Retrieval("D+", "the same among Koreans alone", "latin", korean),
        Retrieval("E", "Cyrillic → Latin token", "tokens", _tokens(data, tokens)),
    ]
    return Cases(pools, retrievals, _pairs(data, spelled, tokens, chance))


def _sample(
    rows: list[Row], count: int, column: str, chance: random.Random
) -> list[Row]:
    """Draw as many from each fold; a name is drawn once."""
    folds: dict[int, dict[str, Row]] = defaultdict(dict)
    for row in chance.sample(rows, len(rows)):
        folds[fold_of(row[column])].setdefault(row[column], row)
    each = count // FOLDS
    return [row for n in range(FOLDS) for row in list(folds[n].values())[:each]]


# The pools


def hangul_pool(data: Data, size: int, chance: random.Random) -> list[str]:
    """Take all real Hangul names, and recombine their syllables."""
    real = sorted(
        {row["hangul"] for row in data.tables["hangul_latin.tsv"]}
        | {row["hangul"] for row in data.tables["latin_latin_korean.tsv"]}
        | {row["hangul"] for row in data.tables["hangul_cyrillic.tsv"]}
    )
    whole = [split_hangul(name) for name in real]
    given = [name for _surname, name in whole if len(name) == 2]  # noqa: PLR2004
    surnames = [surname for surname, _given in whole]

    def new() -> str:
        first, last = chance.choice(given)[0], chance.choice(given)[1]
        return chance.choice(surnames) + first + last

    return _filled(real, new, size, chance)


def latin_pool(data: Data, size: int, chance: random.Random) -> list[str]:
    """Take all real Latin spellings, and recombine surnames with given names.

    None that is new spells a name that is asked for: it would be right, too.
    """
    rows = data.tables["hangul_latin.tsv"]
    real = sorted({spelling for one in data.latin.values() for spelling in one})
    asked = {
        _southern(row["hangul"])
        for table in ("latin_latin_korean.tsv", "hangul_cyrillic.tsv")
        for row in data.tables[table]
    }

    def new() -> str:
        while True:
            one, other = chance.choice(rows), chance.choice(rows)
            name = split_hangul(one["hangul"])[0] + split_hangul(other["hangul"])[1]
            if _southern(name) not in asked:
                break
        surname, given = split_latin(one)[0], split_latin(other)[1]
        last = one["order"] == "last"
        return f"{given} {surname}" if last else f"{surname} {given}"

    return _filled(real, new, size, chance)


def people_pool(data: Data, size: int, chance: random.Random) -> list[str]:
    """Take all real Latin spellings among names of any origin, of two real words.

    In 70,000 names of people known to an encyclopaedia in Korean one in ten is Korean,
    as here; the two words of any other name are drawn as often as they were seen.
    """
    real = sorted({spelling for one in data.latin.values() for spelling in one})
    rows = data.tables["cyrillic_latin_tokens.tsv"]
    words = [row["latin"].title() for row in rows]
    often = [int(row["count"]) for row in rows]
    drawn = iter(chance.choices(words, often, k=8 * size))
    return _filled(real, lambda: f"{next(drawn)} {next(drawn)}", size, chance)


def token_pool(data: Data, size: int, chance: random.Random) -> list[str]:
    """Take all real Latin words, and recombine their beginnings and ends."""
    real = sorted({row["latin"] for row in data.tables["cyrillic_latin_tokens.tsv"]})

    def new() -> str:
        first, last = chance.choice(real), chance.choice(real)
        return first[: (len(first) + 1) // 2] + last[len(last) // 2 :]

    return _filled(real, new, size, chance)


def _filled(
    real: list[str], new: Callable[[], str], size: int, chance: random.Random
) -> list[str]:
    """Add new names until the pool is full; shuffle, so that no place is better."""
    pool = dict.fromkeys(real)
    while len(pool) < size:
        pool[new()] = None
    return chance.sample(list(pool), len(pool))


# How a name is written


def split_hangul(name: str) -> tuple[str, str]:
    """Split a Hangul name into surname and given name."""
    cut = 2 if len(name) > 3 and name.startswith(DOUBLE_SURNAMES) else 1  # noqa: PLR2004
    return name[:cut], name[cut:]


def split_latin(row: Row) -> tuple[str, str]:
    """Split the Latin spelling of a row into surname and given name."""
    words = row["latin"].split()
    if row["order"] == "last":
        return words[-1], " ".join(words[:-1])
    return words[0], " ".join(words[1:])


def passport(row: Row) -> str:
    """Write a name as on a passport: CHULSOO PAIK."""
    surname, given = split_latin(row)
    joined = "".join(letter for letter in given if letter.isalpha())
    return f"{joined} {surname}".upper()


def mistyped(text: str, chance: random.Random) -> str:
    """Make one typing error: a letter left out, added, changed, or two exchanged."""
    places = [n for n, letter in enumerate(text) if letter.isalpha()]
    while True:
        at, letter = chance.choice(places), chance.choice(LATIN)
        edits = (
            text[:at] + text[at + 1 :],
            text[:at] + letter + text[at:],
            text[:at] + letter + text[at + 1 :],
            text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
        )
        found = chance.choice(edits)
        if found.lower() != text.lower():
            return found


# The questions


def _to_hangul(
    kind: str, title: str, rows: Iterable[Row], write: Callable[[Row], str]
) -> Retrieval:
    queries = [
        Query(write(row), (row["hangul"],), fold_of(row["hangul"])) for row in rows
    ]
    return Retrieval(kind, title, "hangul", queries)


def _variants(data: Data) -> list[Query]:
    """Ask one spelling for another; the asked one itself does not count."""
    return [
        Query(
            row["latin_a"],
            tuple(sorted(data.latin[row["hangul"]] - {row["latin_a"]})),
            fold_of(row["hangul"]),
        )
        for row in data.tables["latin_latin_korean.tsv"]
    ]


def _korean_latin(data: Data) -> list[Query]:
    return [
        Query(
            row["cyrillic"],
            tuple(sorted(data.latin[row["hangul"]])),
            fold_of(row["hangul"]),
        )
        for row in data.tables["hangul_cyrillic.tsv"]
        if row["hangul"] in data.latin
    ]


def _tokens(data: Data, chosen: list[Row]) -> list[Query]:
    spelled = defaultdict(set)
    for row in data.tables["cyrillic_latin_tokens.tsv"]:
        spelled[row["cyrillic"]].add(row["latin"])
    return [
        Query(
            row["cyrillic"],
            tuple(sorted(spelled[row["cyrillic"]])),
            fold_of(row["cyrillic"]),
        )
        for row in chosen
    ]


# The pairs


def _pairs(
    data: Data, spelled: list[Row], tokens: list[Row], chance: random.Random
) -> dict[str, list[Pair]]:
    names = _Neighbours(data, chance)
    cyrillic = data.tables["hangul_cyrillic.tsv"]
    both = [row for row in cyrillic if row["hangul"] in data.latin]
    variants = data.tables["latin_latin_korean.tsv"]

    def hangul(name: str) -> str:
        return name

    def latin(name: str) -> str:
        return chance.choice(sorted(data.latin[name]))

    return {
        "Lat-Han": names.pairs([(r["latin"], r["hangul"]) for r in spelled], hangul),
        "Cyr-Han": names.pairs(
            [(r["cyrillic"], r["hangul"]) for r in cyrillic], hangul
        ),
        "Cyr-Lat Korean": names.pairs(
            [(r["cyrillic"], r["hangul"]) for r in both], latin
        ),
        "Lat-Lat": names.pairs(
            [(r["latin_a"], r["hangul"]) for r in variants],
            latin,
            [r["latin_b"] for r in variants],
        ),
        "Cyr-Lat token": _token_pairs(data, tokens, chance),
        "Ukr/Rus/Lat": _triples(data.tables["ukrainian_russian_latin.tsv"], chance),
    }


class _Neighbours:
    """Real Hangul names that differ from a name in one syllable of the given name."""

    def __init__(self, data: Data, chance: random.Random) -> None:
        self.chance = chance
        self.names = sorted(data.latin)
        self.near: dict[tuple[str, int, str], list[str]] = defaultdict(list)
        for name in self.names:
            surname, given = split_hangul(name)
            for place, syllable in enumerate(given):
                self.near[surname, place, syllable].append(name)

    def pairs(
        self,
        true: list[tuple[str, str]],
        write: Callable[[str], str],
        others: list[str] | None = None,
    ) -> list[Pair]:
        """Give each true pair two false ones: a neighbour, and anyone.

        Args:
            true: A spelling and its name in Hangul.
            write: Spell a name for the other side.
            others: What stands on the other side of the true pairs.
        """
        found = []
        for at, (a, name) in enumerate(true):
            fold = fold_of(name)
            right = others[at] if others else write(name)
            found.append(Pair(a, right, same=True, fold=fold))
            found.extend(
                Pair(a, write(wrong), same=False, fold=fold)
                for wrong in (self._neighbour(name), self._anyone(name))
            )
        return found

    def _neighbour(self, name: str) -> str:
        surname, given = split_hangul(name)
        near = {
            other
            for place, syllable in enumerate(given)
            for other in self.near[surname, place, syllable]
        }
        choice = sorted(other for other in near if _differ(other, name))
        return self.chance.choice(choice) if choice else self._anyone(name)

    def _anyone(self, name: str) -> str:
        while True:
            other = self.chance.choice(self.names)
            if _differ(other, name):
                return other


def _differ(a: str, b: str) -> bool:
    """Are these two names? 리영호 and 이영호 are one, written north and south."""
    return _southern(a) != _southern(b)


def _southern(name: str) -> str:
    return NORTHERN.get(name[0], name[0]) + name[1:]


def _token_pairs(data: Data, rows: list[Row], chance: random.Random) -> list[Pair]:
    """Give each true pair one false one that begins alike, and any other."""
    every = sorted({row["latin"] for row in data.tables["cyrillic_latin_tokens.tsv"]})
    alike = defaultdict(list)
    for word in every:
        alike[word[:2]].append(word)
    own = defaultdict(set)
    for row in data.tables["cyrillic_latin_tokens.tsv"]:
        own[row["cyrillic"]].add(row["latin"])
    found = []
    for row in rows:
        fold = fold_of(row["cyrillic"])
        found.append(Pair(row["cyrillic"], row["latin"], same=True, fold=fold))
        for words in (alike[row["latin"][:2]], every):
            wrong = [word for word in words if word not in own[row["cyrillic"]]]
            other = chance.choice(wrong or every)
            found.append(Pair(row["cyrillic"], other, same=False, fold=fold))
    return found


def _triples(rows: list[Row], chance: random.Random) -> list[Pair]:
    """Compare Ukrainian, Russian and official Latin; one false pair to each true."""
    found = []
    for row in rows:
        fold = fold_of(row["uk"])
        for one, two in combinations(("uk", "latin_kmu2010", "ru"), 2):
            other = chance.choice([r for r in rows if r is not row])
            found.append(Pair(row[one], row[two], same=True, fold=fold))
            found.append(Pair(row[one], other[two], same=False, fold=fold))
    return found
