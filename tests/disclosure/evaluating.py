"""How well does `scan` do on the invented articles beside this file?

An article's first lines are its persons as JSON, then "---", then the text with its
answers: {P1.age|26-year-old} is a span of P1, {P1+P2.month|January} one of both, and
{decoy|...} must not be touched. Fillers share names and details with the persons.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from safeconduct.disclosure import Exposure, Person, Register, read_persons, scan
from safeconduct.text import read

ARTICLES = Path(__file__).parent / "articles"
MARK = re.compile(r"\{(?P<who>[^{}|]+)\|(?P<said>[^{}]*)\}")
DIRECT = {"name", "false", "relative", "born", "idnumber"}
FILLERS = 400


@dataclass(frozen=True)
class Answer:
    """A span that must be found of each of some persons, or a decoy of nobody."""

    start: int
    end: int
    persons: tuple[str, ...]
    field: str

    @property
    def kind(self) -> str:
        """Tell the kind that scan must give it."""
        if not self.persons:
            return "decoy"
        return (
            "direct"
            if self.field in DIRECT
            else "wish"
            if self.field == "wish"
            else "quasi"
        )


@dataclass(frozen=True)
class Article:
    """A text, its persons, and what must be found."""

    name: str
    text: str
    persons: tuple[Person, ...]
    answers: tuple[Answer, ...]


def articles(names: Iterable[str]) -> Iterator[Article]:
    """Read articles by the endings of their names, such as "1"."""
    for path in sorted(ARTICLES.glob("*.txt")):
        if path.stem.rpartition("_")[2] in set(names):
            yield _article(path)


def _article(path: Path) -> Article:
    head, _, marked = path.read_text(encoding="utf-8").partition("---\n")
    rows = "[" + ",".join(head.strip().splitlines()) + "]"
    persons, complaints = read_persons(rows.encode(), "persons.json")
    assert not complaints, complaints
    text, answers, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        who, _, field = match["who"].partition(".")
        ids = () if who == "decoy" else tuple(who.split("+"))
        answers.append(Answer(len(text), len(text) + len(match["said"]), ids, field))
        text += match["said"]
        at = match.end()
    text += marked[at:]
    return Article(path.stem, text, persons, tuple(answers))


SURNAMES = (
    "김리박최정강조윤장림한오서신권황안송류전홍고문양손배백허남심로하곽성차주우구민"
)
SYLLABLES = "철광은영성금명혁수남일국호진학룡복정동경길석훈범태원"
SLAVIC = (
    "Іван Андрій Сергій Олексій Микола Дмитро Павло",
    "Мельник Шевчук Коваль Бойко Кравчук Марченко Лисенко Фролов Орлов Зайцев",
)
ROLES = (
    "rifleman",
    "sniper",
    "driver",
    "medic",
    "machine gunner",
    "scout",
    "grenadier",
    "sapper",
    "mortar operator",
    "signaller",
)
PLACES = (
    "Kursk",
    "Belgorod",
    "Bakhmut",
    "Avdiivka",
    "Vovchansk",
    "Mariupol",
    "Robotyne",
    "Sumy",
)
INJURIES = (
    "",
    "",
    "leg",
    "arm",
    "jaw",
    "head",
    "shrapnel chest",
    "concussion",
    "frostbite feet",
)
HOMES = ("Pyongyang", "Wonsan", "Hamhung", "Sinuiju", "Chongjin", "Haeju")


def fillers(seed: int, size: int = FILLERS) -> Iterator[Person]:
    """Invent other protected persons, many with surnames of the described."""
    dice = random.Random(seed)
    for number in range(size):
        korean = number % 3 == 0
        name = (
            dice.choice(SURNAMES) + dice.choice(SYLLABLES) + dice.choice(SYLLABLES)
            if korean
            else " ".join(dice.choice(part.split()) for part in SLAVIC)
        )
        yield Person(
            f"Z{number}",
            names=(name,),
            nationality="PRK" if korean else dice.choice(("UKR", "RUS")),
            age=dice.randint(18, 55) if dice.random() < 0.9 else None,
            role=dice.choice(ROLES) if dice.random() < 0.9 else None,
            capture_place=dice.choice(PLACES),
            capture_month=(dice.randint(2022, 2025), dice.randint(1, 12)),
            injury=dice.choice(INJURIES) or None,
            home=dice.choice(HOMES) if korean else None,
        )


def score(names: Iterable[str], *, show: bool = False) -> Counter[str]:
    """Count found, missed and wrong persons, spans and decoys."""
    total: Counter[str] = Counter()
    for number, article in enumerate(articles(names)):
        register = Register((*article.persons, *fillers(number)))
        page = read(article.text.encode(), name=article.name + ".txt")
        assert page.text == article.text
        found = {each.person: each for each in scan(page, register)}
        total += _judged(article, found, show=show)
    return total


def _judged(
    article: Article, found: dict[str, Exposure], *, show: bool
) -> Counter[str]:
    total: Counter[str] = Counter()
    wanted = {person for answer in article.answers for person in answer.persons}
    for person in wanted | set(found):
        verdict = (
            "found" if person in wanted & set(found)
            else "missed" if person in wanted
            else "wrong"
        )  # fmt: skip
        total[f"person {verdict}"] += 1
        if show and verdict != "found":
            print(f"{article.name}: {verdict} {person}")
            if verdict == "wrong":
                print(
                    "    ",
                    [
                        (article.text[s.start : s.end], s.field)
                        for s in found[person].spans
                    ],
                )
    for answer in article.answers:
        said = article.text[answer.start : answer.end]
        if answer.kind == "decoy":
            touched = any(
                s.start < answer.end and answer.start < s.end
                for each in found.values()
                for s in each.spans
            )
            total["decoy touched" if touched else "decoy left"] += 1
            if show and touched:
                print(f"{article.name}: touched {said!r}")
            continue
        for person in answer.persons:
            hit = person in found and _covered(answer, found[person])
            total[f"{answer.kind} {'found' if hit else 'missed'}"] += 1
            if show and not hit and person in found:
                print(f"{article.name}: {person} {answer.field} missed {said!r}")
    return total


def _covered(answer: Answer, exposure: Exposure) -> bool:
    """Whether spans of the kind cover half of the answer; a name all of it."""
    covered = {
        at
        for span in exposure.spans
        if span.kind == answer.kind
        for at in range(max(span.start, answer.start), min(span.end, answer.end))
    }
    share = len(covered) / max(1, answer.end - answer.start)
    return share == 1 if answer.kind == "direct" else share >= 0.5


if __name__ == "__main__":
    import sys

    for name, count in sorted(score(sys.argv[1:] or ["1", "2"], show=True).items()):
        print(f"{name:16} {count}")
