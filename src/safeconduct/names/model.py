"""What was learned, and how is it kept?

One text file per part, a line an entry, tab-separated, sorted: what changed in a
training run is seen in the diff. Rebuilt by ``safeconduct names train``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from safeconduct.names.channel import NOTHING, Channel, Vector, Weights
from safeconduct.names.prior import Prior

SCRIPTS = ("latin", "cyrillic")
LEAST_CHANCE, LEAST_COUNT = 5e-5, 0.05
"""What is rarer is not kept: of probabilities, of examples."""
HEADER = """\
# {what}
# Learned by `safeconduct names train` from {source}.
# No chance is involved: the same files give the same lines, so there is no seed.
# Licence: CC0 1.0 (the examples and what is learned from them).
"""
SOURCE = (
    "hangul_latin.tsv (Wikidata labels by way of NETransliteration-COLING2018, commit"
    " 5d5f59e5, CC0) and hangul_cyrillic.tsv (compiled for this project)"
)


@dataclass(frozen=True)
class Model:
    """The prior and a channel per script."""

    prior: Prior
    weights: dict[str, Weights]

    @cached_property
    def channels(self) -> dict[str, Channel]:
        """The channel of each script."""
        return {
            script: Channel(script, self.prior, weights)
            for script, weights in self.weights.items()
        }


def texts(model: Model) -> dict[str, str]:
    """Write a model: file name to text."""
    made = {"prior.tsv": HEADER.format(what="How often names occur", source=SOURCE)}
    made["prior.tsv"] += "".join(_prior_lines(model.prior))
    for script, weights in model.weights.items():
        what = f"How Korean names are spelled in {script.title()} letters"
        text = HEADER.format(what=what, source=SOURCE)
        made[f"{script}.tsv"] = text + "".join(_weight_lines(weights))
    return made


def write(model: Model, folder: Path) -> list[Path]:
    """Write the files of a model into a folder; return them."""
    paths = []
    for name, text in texts(model).items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def home() -> Path:
    """Return the folder of the model that the library uses."""
    return Path(str(files(__package__).joinpath("weights")))


def load(folder: Path | None = None) -> Model:
    """Read a model from a folder; by default the one that came with the library."""
    folder = folder or home()
    text = {
        name: folder.joinpath(f"{name}.tsv").read_text(encoding="utf-8")
        for name in ("prior", *SCRIPTS)
    }
    weights = {script: _weights(text[script]) for script in SCRIPTS}
    return Model(_prior(text["prior"]), weights)


def _prior_lines(prior: Prior) -> Iterator[str]:
    for kind in ("surnames", "pairs", "singles", "forms"):
        for name, number in sorted(getattr(prior, kind).items()):
            yield f"{kind}\t{name}\t{number:g}\n"


def _prior(text: str) -> Prior:
    parts: dict[str, dict[str, float]] = {
        "surnames": {}, "pairs": {}, "singles": {}, "forms": {},
    }  # fmt: skip
    for kind, name, number in _rows(text):
        parts[kind][name] = float(number)
    return Prior(**parts)


def _weight_lines(weights: Weights) -> Iterator[str]:
    yield _line(("style", "", "", ""), weights.styles)
    for (kind, context, jamo), spellings in sorted(weights.sounds.items()):
        for spelling, vector in sorted(spellings.items()):
            if max(vector) >= LEAST_CHANCE:
                yield _line((kind, context, jamo, spelling), vector)
    for kind, names in (("whole", weights.wholes), ("surname", weights.surnames)):
        for name, spellings in sorted(names.items()):
            for spelling, vector in sorted(spellings.items()):
                if max(vector) >= LEAST_COUNT:
                    yield _line((kind, "", name, spelling), vector)


def _line(head: tuple[str, str, str, str], vector: Vector) -> str:
    return "\t".join((*head, *(f"{part:.4g}" for part in vector))) + "\n"


def _weights(text: str) -> Weights:
    styles: Vector = NOTHING
    sounds: dict[tuple[str, str, str], dict[str, Vector]] = {}
    wholes: dict[str, dict[str, Vector]] = {}
    surnames: dict[str, dict[str, Vector]] = {}
    for kind, context, name, spelling, *numbers in _rows(text):
        vector = (float(numbers[0]), float(numbers[1]), float(numbers[2]))
        if kind == "style":
            styles = vector
        elif kind == "whole":
            wholes.setdefault(name, {})[spelling] = vector
        elif kind == "surname":
            surnames.setdefault(name, {})[spelling] = vector
        else:
            sounds.setdefault((kind, context, name), {})[spelling] = vector
    return Weights(styles, sounds, wholes, surnames)


def _rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
