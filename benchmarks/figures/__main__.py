"""How well are figures read, beside a plain regular expression and stock libraries?

    ./run bench figures [--alone]

The texts are the invented articles of the tests, in four languages, with their figures
marked. Found: some reading lies over the figure. Value: both ends are right; a library
gives one number, which is right if it is an end of the interval. Exact: ends, open
ends, "about", "another", role and unit, which only ours reads. False: readings where no
figure is. Our grammar was written with most of these articles at hand: what it reads of
other texts is less, and the documents say how much.

quantulum3 and recognizers-text are no dependencies of ours: uv fetches each into an
environment of its own; `--alone` leaves them out.
"""

import argparse
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from safeconduct.text import FigureKind, find_figures
from tests.text.marked import LANGUAGES, Article, articles, judge

ROOT = Path(__file__).parents[2]
PLAIN = re.compile(r"\d+(?:[.,  ]\d+)*")
LIBRARIES = {
    "quantulum3": ("quantulum3",),
    "recognizers": ("recognizers-text-suite", "emoji<2"),
}
NEAR = 0.001
"""A third is written .3333 in the marks."""
Found = list[list[float]]


def main() -> None:
    """Read all the articles with every reader, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--alone", action="store_true", help="Ours and the pattern.")
    asked = parser.parse_args()
    chosen = [article for language in LANGUAGES for article in articles(language)]
    size = sum(len(article.text.encode()) for article in chosen)
    count = sum(not truth.restates for one in chosen for truth in one.truths)
    print(f"{len(chosen)} invented articles, {size:,} bytes, {count} figures\n")
    readers = {"ours": ours(chosen), "plain pattern": plain(chosen)}
    if not asked.alone:
        for name, packages in LIBRARIES.items():
            if (found := library(name, packages, chosen)) is not None:
                readers[name] = found
    for name, (found, seconds) in readers.items():
        print_judged(name, chosen, found, size / 1e6 / seconds)
    print_exact()


def ours(chosen: Sequence[Article]) -> tuple[list[Found], float]:
    """Read with our grammar; ages and restatements are left out."""
    pages = [article.page for article in chosen]
    started = perf_counter()
    figures = [find_figures(page) for page in pages]
    seconds = perf_counter() - started
    return [
        [
            [
                one.start,
                one.end,
                *(float(end) for end in (one.low, one.high) if end is not None),
            ]
            for one in found
            if one.kind is not FigureKind.AGE and one.restates is None
        ]
        for found in figures
    ], seconds


def plain(chosen: Sequence[Article]) -> tuple[list[Found], float]:
    """Read every run of digits."""
    started = perf_counter()
    found = [
        [
            [*match.span(), float(re.sub(r"\D", "", match[0]))]
            for match in PLAIN.finditer(article.text)
        ]
        for article in chosen
    ]
    return found, perf_counter() - started


def library(
    name: str, packages: Sequence[str], chosen: Sequence[Article]
) -> tuple[list[Found], float] | None:
    """Let a library read, where uv can fetch it."""
    uv = shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")
    wanted = [part for package in packages for part in ("--with", package)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "articles.json")
        texts = [{"text": one.text, "language": one.language} for one in chosen]
        file.write_text(json.dumps(texts), "utf-8")
        script = Path(__file__).with_name("libraries.py")
        command = [uv, "run", "--no-project", *wanted, script, name, file]
        try:
            ran = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        except (OSError, subprocess.CalledProcessError):
            print(f"· {name} was not compared: uv could not fetch or run it.")
            return None
    read = json.loads(ran.stdout)
    return read["found"], read["seconds"]


def print_judged(
    name: str, chosen: Sequence[Article], found: Sequence[Found], speed: float
) -> None:
    """Print what one reader finds of the figures, and what it takes for one."""
    print(f"{name}: {speed:.3f} MB/s")
    for language in LANGUAGES:
        wanted = over = valued = false = 0
        for article, read in zip(chosen, found, strict=True):
            if article.language != language:
                continue
            for truth in article.truths:
                here = [
                    one for one in read if one[0] < truth.end and truth.start < one[1]
                ]
                ends = {end for end in (truth.low, truth.high) if end is not None}
                wanted += not truth.restates
                over += bool(here) and not truth.restates
                numbers = [end for one in here for end in one[2:]]
                valued += not truth.restates and all(
                    any(abs(end - number) <= NEAR * end for number in numbers)
                    for end in ends
                )
            spans = [(truth.start, truth.end) for truth in article.truths]
            false += sum(
                not any(one[0] < end and start < one[1] for start, end in spans)
                for one in read
            )
        print(
            f"  {language}: found {over / wanted:.2f}, value {valued / wanted:.2f}"
            f" of {wanted}, false {false}"
        )


def print_exact() -> None:
    """Print how many figures ours reads exactly, time and speaker apart."""
    print("\nours, exact with open ends, flags, role and unit")
    for language in LANGUAGES:
        score = judge(articles(language))
        print(
            f"  {language}: {score.exact} of {score.wanted};"
            f" period {score.dated}, speaker {score.credited}, extra {score.extra}"
        )


main()
