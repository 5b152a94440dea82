"""How well is the article of a web page found, beside stock extractors?

    ./run bench extraction [--pages 40] [--seed 6] [--folder AEB]

Public sets (article-extraction-benchmark, trafilatura's own) are no part of the
project and are not fetched; where a folder of the first is at hand (its `html/` and
`ground-truth.json`) `--folder` measures on it. Without it pages are generated:
invented articles in four languages inside layouts of our own (`layouts.py`). Generated
pages are kinder than real ones: compare extractors with one another, and do not read
the figures as what to expect of the web.

Scored like the public set: precision and recall of four-word shingles, the mean of
pages, and F1 of the two means.
"""

import argparse
import gzip
import json
import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from time import perf_counter

import readability
import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from benchmarks.extraction.layouts import pages
from safeconduct.text import InputRefused, read
from safeconduct.text.markup import see

SHINGLE = 4


@dataclass(frozen=True)
class Truth:
    """A page and its article."""

    source: str
    article: str


def ours(source: str) -> str:
    """Read as `safeconduct reports read` does: title and body."""
    try:
        page = read(source.encode(), name="page.html")
    except InputRefused:
        return ""
    return "\n".join(filter(None, (page.title, page.body)))


def readable(source: str) -> str:
    """Let readability choose, and take what is visible of its choice."""
    return see(readability.Document(source).summary(html_partial=True)).text


EXTRACTORS: dict[str, Callable[[str], str]] = {
    "safeconduct": ours,
    "trafilatura, default": lambda source: trafilatura.extract(source) or "",
    "trafilatura, precision": lambda source: (
        trafilatura.extract(source, favor_precision=True, include_comments=False) or ""
    ),
    "readability": readable,
    "resiliparse": lambda source: extract_plain_text(source, main_content=True),
    "all visible text": lambda source: see(source).text,
}


def main() -> None:
    """Read the options, extract with each, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=40, help="pages of each language")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--folder", type=Path, help="article-extraction-benchmark")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    if options.folder is not None:
        truths = list(_public(options.folder))
        print(f"{len(truths)} pages of {options.folder.name}")
    else:
        truths = [Truth(*page) for page in pages(options.pages, options.seed)]
        print(f"{len(truths)} generated pages (no public set was given: --folder)")
    print(f"{'':24}{'P':>7}{'R':>7}{'F1':>7}{'pages/s':>10}")
    for name, extract in EXTRACTORS.items():
        begun = perf_counter()
        found = [extract(truth.source) for truth in truths]
        rate = len(truths) / (perf_counter() - begun)
        precision, recall, f1 = _scores(truths, found)
        print(f"{name:24}{precision:7.3f}{recall:7.3f}{f1:7.3f}{rate:10.0f}")


def _public(folder: Path) -> Iterator[Truth]:
    told = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name, truth in told.items():
        packed = (folder / "html" / f"{name}.html.gz").read_bytes()
        yield Truth(gzip.decompress(packed).decode(), truth["articleBody"])


def _scores(truths: list[Truth], found: list[str]) -> tuple[float, float, float]:
    precisions, recalls = [], []
    for truth, text in zip(truths, found, strict=True):
        wanted, got = _shingles(truth.article), _shingles(text)
        shared = (wanted & got).total()
        if got:
            precisions.append(shared / got.total())
        recalls.append(shared / wanted.total())
    precision, recall = mean(precisions or [0.0]), mean(recalls)
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    if len(words) < SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(
        tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)
    )


if __name__ == "__main__":
    main()
