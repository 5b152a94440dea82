"""What was learned, and how is it kept?

One text file, a line an entry, tab-separated and sorted, so that a change is reviewed
as a diff. `learning.learn` makes it, `write` writes it, `load` reads the one that came
with the library.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path

from safeconduct.names.general.ngrams import Context, Counts, Grams

__all__ = ["FILE", "Model", "load", "model_of", "read", "write"]

FILE = "general.tsv"
HEADER = """\
# Cyrillic and Latin spellings of a word: what follows what, and how often.
# Learned by `safeconduct names train` from cyrillic_latin_tokens.tsv (Wikidata labels
# by way of NETransliteration-COLING2018, commit 5d5f59e5, CC0).
# No chance is involved: the same file gives the same lines, so there is no seed.
# Licence: CC0 1.0 (the examples and what is learned from them).
# Lines: part, context, then sign:count. A piece is Cyrillic=Latin; ^ begins, $ ends.
"""
# Counts are kept in tenths; letters after a context seen less than this are dropped.
RARE = {"order": 0.0, "cyrillic": 2.0, "latin": 2.0}


@dataclass(frozen=True)
class Model:
    """What was learned.

    Attributes:
        order: Pieces after pieces.
        cyrillic: Letters after letters; `latin` likewise.
        common: Words seen often, and how often; "" holds the total.
    """

    order: Counts
    cyrillic: Counts
    latin: Counts
    common: Mapping[str, int]

    @cached_property
    def pieces(self) -> Grams:
        """The probabilities of the order of pieces."""
        return Grams.of(self.order)

    @cached_property
    def letters(self) -> dict[str, Grams]:
        """The probabilities of letters, by script."""
        return {"cyrillic": Grams.of(self.cyrillic), "latin": Grams.of(self.latin)}


def model_of(
    *, order: Counts, cyrillic: Counts, latin: Counts, common: Mapping[str, int]
) -> Model:
    """Make a model that says after writing and reading exactly what it says now."""
    return Model(
        _kept("order", order),
        _kept("cyrillic", cyrillic),
        _kept("latin", latin),
        common,
    )


def _kept(part: str, counts: Counts) -> Counts:
    """Round the counts to tenths and drop the rare."""
    kept: dict[Context, dict[str, float]] = {}
    for context, signs in counts.items():
        rounded = {sign: round(often, 1) for sign, often in signs.items()}
        left = {sign: often for sign, often in rounded.items() if often > RARE[part]}
        if left:
            kept[context] = left
    return kept


def write(model: Model, folder: Path) -> list[Path]:
    """Write the file of a model into a folder; return its path, as a list."""
    path = folder / FILE
    path.write_text(HEADER + "".join(_lines(model)), encoding="utf-8", newline="\n")
    return [path]


def _lines(model: Model) -> Iterator[str]:
    parts = {"order": model.order, "cyrillic": model.cyrillic, "latin": model.latin}
    for part, counts in parts.items():
        for context, signs in sorted(counts.items()):
            held = " ".join(
                f"{sign}:{often:g}" for sign, often in sorted(signs.items())
            )
            yield f"{part}\t{' '.join(context)}\t{held}\n"
    for word, often in sorted(model.common.items()):
        yield f"common\t{word}\t{often}\n"


@lru_cache(maxsize=1)
def load() -> Model:
    """Read the model that came with the library."""
    return read(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))


def read(text: str) -> Model:
    """Read a model out of the text of its file."""
    counts: dict[str, dict[Context, dict[str, float]]] = {part: {} for part in RARE}
    common: dict[str, int] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        part, context, held = line.split("\t")
        if part == "common":
            common[context] = int(held)
        else:
            counts[part][tuple(context.split(" "))] = _signs(held)
    return Model(counts["order"], counts["cyrillic"], counts["latin"], common)


def _signs(held: str) -> dict[str, float]:
    split = (each.rpartition(":") for each in held.split(" "))
    return {sign: float(often) for sign, _, often in split}
