"""How much of what articles of other authors give away is found, and what wrongly?

    ./run bench hands [--hand NAME] [--show]

Each hand wrote twelve invented articles in four languages (six in English and Russian,
six in Korean and Ukrainian), two registers of 150 persons with namesakes and near
twins, and the truth, before reading any rule of this project (`marked.py`: the marks).
Each half is read by the commands a user types. Beside it stands the plain alternative:
the register's names, looked for word for word in the unfolded text.

A person is found if the scan names him in the article; a passage if half of it is in
spans of that person, and `quasi met` counts those of which any word is. A decoy is
touched if any span overlaps it. A figure counts if value and open ends agree. A
disagreement is found if one that is reported touches both of its passages; a loud one
that is in no pair of the truth is false, or was overlooked by the author: `--show`
prints them all.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.hands.marked import Article, Mark, Value, read

HANDS = Path(__file__).parent / "articles"
LOUD = {"disjoint", "arithmetic-inconsistent"}
ASKED = LOUD | {"scope-unknown"}
KINDS = {"d": "direct", "q": "quasi", "w": "wishes"}
Score = Counter[str]
Span = tuple[int, int]


def main() -> None:
    """Score every hand and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hands", type=Path, default=HANDS, metavar="FOLDER")
    parser.add_argument("--hand", action="append", help="only this one; may repeat")
    parser.add_argument("--show", action="store_true", help="print what was missed")
    asked = parser.parse_args()
    rows = []
    for hand in sorted(each for each in asked.hands.iterdir() if each.is_dir()):
        if asked.hand and hand.name not in asked.hand:
            continue
        total: Score = Counter()
        for half in sorted(each for each in hand.iterdir() if each.is_dir()):
            score = _half(half, show=asked.show)
            rows.append((f"{hand.name} {half.name}", score))
            total += score
        rows.append((hand.name, total))
    for line in _table(rows):
        print(line)


def _table(rows: Sequence[tuple[str, Score]]) -> Iterator[str]:
    columns = (
        "persons", "wrong", "names alone", "direct", "quasi", "quasi met", "wishes",
        "decoys",
        "figures", "boilerplate", "lineage", "disagreements", "false",
    )  # fmt: skip
    yield " | ".join(("hand".ljust(14), *columns))
    for name, score in rows:
        cells = [
            f"{score[c]}/{score['all ' + c]}" if f"all {c}" in score else str(score[c])
            for c in columns
        ]
        wide = (x.rjust(len(c)) for x, c in zip(cells, columns, strict=True))
        yield " | ".join((name.ljust(14), *wide))


def _half(folder: Path, *, show: bool) -> Score:
    """Score six articles with their register."""
    score: Score = Counter()
    articles = {
        path.stem: read(path.read_text("utf-8"))
        for path in sorted((folder / "articles").glob("*.txt"))
    }
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        files = []
        for name, article in articles.items():
            files.append(Path(scratch, f"{name}.txt"))
            files[-1].write_text(article.text, "utf-8")
        register = folder / "register.json"
        scanned = _run("exposure", "scan", *files, "--register", register, "--json")
        reads = _run("reports", "read", *files, "--json")
        (compared,) = _run("reports", "compare", *files, "--json")
    say = _Sayer(folder, show=show)
    _score_persons(score, articles, scanned, say)
    _score_alone(score, articles, json.loads(register.read_text("utf-8")))
    _score_reading(score, articles, reads, say)
    _score_comparison(score, articles, gold, compared, say)
    return score


class _Sayer:
    """Print what was missed, if that was asked for."""

    def __init__(self, folder: Path, *, show: bool) -> None:
        self._where, self._show = f"{folder.parent.name} {folder.name}", show

    def __call__(self, what: str, article: str, text: str = "") -> None:
        if self._show:
            print(f"{self._where} {article}: {what}: {text}")


def _run(*words: object) -> list[dict[str, Any]]:
    """Type a command of the program; read the JSON lines it prints."""
    command = [str(Path(sys.executable).with_name("safeconduct")), *map(str, words)]
    # It answers 1 where somebody is found.
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode > 1:
        sys.exit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines() if line.strip()]


def _score_persons(
    score: Score,
    articles: Mapping[str, Article],
    scanned: Iterable[dict[str, Any]],
    say: _Sayer,
) -> None:
    found: dict[str, dict[str, list[Span]]] = {name: {} for name in articles}
    for each in scanned:
        spans = [(s["start"], s["end"]) for s in each["spans"]]
        found[Path(each["file"]).stem][each["person"]] = spans
    for name, article in articles.items():
        told = {p for m in article.marks if m.kind in KINDS for p in m.persons}
        score["persons"] += len(told & set(found[name]))
        score["all persons"] += len(told)
        score["wrong"] += len(set(found[name]) - told)
        for person in sorted(told - set(found[name])):
            say("not found", name, person)
        for person in sorted(set(found[name]) - told):
            spans = found[name][person]
            words = " | ".join(article.text[s:e] for s, e in spans)
            say("wrong person", name, f"{person}: {words}")
        every = [span for spans in found[name].values() for span in spans]
        for mark in article.marks:
            words = article.text[mark.start : mark.end]
            if mark.kind in KINDS:
                his = [s for p in mark.persons for s in found[name].get(p, ())]
                if not _score_passage(score, mark, his):
                    elsewhere = "of another" if _touched(mark, every) else "not read"
                    of = ",".join(mark.persons)
                    say(f"{KINDS[mark.kind]} {elsewhere}", name, f"{of} {words}")
            elif mark.kind == "x":
                score["all decoys"] += 1
                if _touched(mark, every):
                    score["decoys"] += 1
                    say("decoy touched", name, words)


def _score_passage(score: Score, mark: Mark, his: Sequence[Span]) -> bool:
    """Count a passage, and whether half of it was found, or any word."""
    kind, met = KINDS[mark.kind], _touched(mark, his)
    whole = _covered(mark, his) * 2 >= mark.end - mark.start
    score[f"all {kind}"] += 1
    score[kind] += whole
    if kind == "quasi":
        score["all quasi met"] += 1
        score["quasi met"] += met
    return whole


def _covered(mark: Mark, spans: Iterable[Span]) -> int:
    """How many characters of a mark lie in spans."""
    inside = {
        at for s, e in spans for at in range(max(s, mark.start), min(e, mark.end))
    }
    return len(inside)


def _touched(mark: Mark, spans: Iterable[Span]) -> bool:
    return any(s < mark.end and mark.start < e for s, e in spans)


def _score_alone(
    score: Score, articles: Mapping[str, Article], register: Sequence[dict[str, Any]]
) -> None:
    """The alternative: who is named word for word as the register names him?"""
    names = {
        person["id"]: [
            name
            for key in ("names", "false_names")
            for name in person.get(key) or ()
            if name
        ]
        for person in register
    }
    for article in articles.values():
        told = {p for m in article.marks if m.kind in KINDS for p in m.persons}
        score["names alone"] += sum(
            any(name in article.text for name in names[person]) for person in told
        )
        score["all names alone"] += len(told)


def _score_reading(
    score: Score,
    articles: Mapping[str, Article],
    reads: Iterable[dict[str, Any]],
    say: _Sayer,
) -> None:
    for each in reads:
        name = Path(each["file"]).stem
        article = articles[name]
        gone = {line.strip() for line in each["boilerplate"]}
        for line in article.boilerplate:
            if not line.strip():
                continue
            score["all boilerplate"] += 1
            if line.strip() in gone:
                score["boilerplate"] += 1
            else:
                say("boilerplate kept", name, line)
        figures = each["figures"]
        for mark in (m for m in article.marks if m.value is not None):
            score["all figures"] += 1
            here = [
                f for f in figures if f["start"] < mark.end and mark.start < f["end"]
            ]
            if any(_agrees(mark.value, figure) for figure in here):
                score["figures"] += 1
            else:
                read_as = [(f["text"], f["low"], f["high"], f["approx"]) for f in here]
                words = article.text[mark.start : mark.end]
                say("figure", name, f"{words} is {mark.value}, read as {read_as}")


def _agrees(value: Value | None, figure: dict[str, Any]) -> bool:
    """Whether a figure was read as its author meant it; a share may be a fraction."""
    if value is None:
        return False
    if ABOUT_KOREAN in figure["text"]:
        return _same(value.low, figure["low"], 1)
    return bool(figure["approx"]) == value.approximate and any(
        _same(value.low, figure["low"], scale)
        and _same(value.high, figure["high"], scale)
        for scale in (1, 100)
    )


ABOUT_KOREAN = "여"
"""Korean for "some, and rather more": authors mark it as about or as over."""
NEAR = 0.006
"""Two thirds may be marked as 67 %."""


def _same(told: float | None, found: float | None, scale: float) -> bool:
    if told is None or found is None:
        return told is found
    return abs(told - found * scale) <= NEAR * abs(told) if scale > 1 else told == found


def _score_comparison(
    score: Score,
    articles: Mapping[str, Article],
    gold: dict[str, Any],
    compared: dict[str, Any],
    say: _Sayer,
) -> None:
    edges = {frozenset((e["from"], e["to"])) for e in compared["lineage"]}
    for edge in gold["lineage"]:
        pair = frozenset((f"{edge['child']}.txt", f"{edge['parent']}.txt"))
        score["all lineage"] += 1
        score["lineage"] += pair in edges
        if pair not in edges:
            say("lineage", edge["child"], edge["parent"])
    reported = [
        f for f in compared["figures"] if f["relation"] in ASKED and f["report"]
    ]
    met = set()
    for pair in gold["disagreements"]:
        sides = [_side(articles, side) for side in (pair["a"], pair["b"])]
        here = [
            n for n, found in enumerate(reported) if all(_on(found, s) for s in sides)
        ]
        met.update(here)
        score["all disagreements"] += 1
        score["disagreements"] += bool(here)
        if not here:
            say("disagreement", pair["a"][0], f"{pair['a'][1]} / {pair['b']}")
    for n, found in enumerate(reported):
        if found["relation"] in LOUD and found["disagrees"] and n not in met:
            score["false"] += 1
            items = " / ".join(f"{i['file']} {i['text']}" for i in found["items"])
            say("loud", "", f"{items}: {found['why']}")


def _side(articles: Mapping[str, Article], side: Sequence[str]) -> tuple[str, int, int]:
    name, words = side
    start = articles[name].text.index(words)
    return f"{name}.txt", start, start + len(words)


def _on(found: dict[str, Any], side: tuple[str, int, int]) -> bool:
    name, start, end = side
    return any(
        item["file"] == name and item["start"] < end and start < item["end"]
        for item in found["items"]
    )


if __name__ == "__main__":
    main()
