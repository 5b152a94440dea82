"""Choose the examples that together notice every mistake that can be noticed.

    .venv/bin/python -m tests.law.choose_examples

Writes `law/examples/examples.json`. Candidates are a few plain stories and what becomes
of them when one or two facts are otherwise; the fewest that notice every mistake which
any candidate notices are kept (greedy set cover, plainest first).
"""

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from safeconduct.law import FACTS, LawError, Pack, check, over_baseline, pack
from safeconduct.law.acts import ACTS, R2, Act
from safeconduct.law.examples import shown
from safeconduct.law.mutation import (
    Killer,
    Mutant,
    Sample,
    differing,
    mutants,
    sample,
    unseen,
)
from safeconduct.law.readings.planes import Mask, unpacked
from tests.law.cases import DAY
from tests.law.records import VALUES

HERE = Path(__file__).parents[2] / "src/safeconduct/law/examples/examples.json"
IN_ORDER = {"hearing.valid": "T", "wish.reconfirmed": "T"}
OVER = {"conflict.active_hostilities": "F"}
SAFE, HARM = {"risk.serious_harm[KP]": "F"}, {"risk.serious_harm[KP]": "T"}
HOME = {"wish.current": "return", "status.surrender": "captured", **IN_ORDER, **SAFE}
KOREA = {"wish.current": "refuge:KR", **IN_ORDER, **HARM}
WOUNDED = {"health.art110_1": "T", **HOME}

STORIES: dict[str, dict[str, object]] = {
    "He asks to go home, where nothing awaits him": {**HOME},
    "Hostilities are over and he asks to go home": {**HOME, **OVER},
    "He asks for Korea, and harm awaits him at home": {**KOREA},
    "He asks to go home into harm, and his wish was tested": {
        **HOME,
        **HARM,
        "vol.return_valid": "T",
    },
    "After hostilities he asks to go home into harm, and his wish was tested": {
        **HOME,
        **HARM,
        **OVER,
        "vol.return_valid": "T",
    },
    "Gravely wounded, he asks to go home": {**WOUNDED},
    "Gravely wounded, he refuses to go home": {**WOUNDED, "wish.current": "refuses"},
    "Hostilities are over, he refuses, his claim was finally rejected": {
        **OVER,
        **IN_ORDER,
        **SAFE,
        "wish.current": "refuses",
        "claim.status": "rejected_final",
    },
    "Hostilities are over, he refuses; no harm is found, persecution not looked into": {
        **OVER,
        **IN_ORDER,
        **SAFE,
        "risk.persecution[KP]": "U",
        "wish.current": "refuses",
        "claim.status": "rejected_final",
    },
    "Hostilities are over; he refused in an invalid hearing, and torture awaits him": {
        **OVER,
        "hearing.valid": "F",
        "wish.reconfirmed": "T",
        "risk.torture[KP]": "T",
        "risk.persecution[KP]": "F",
        "wish.current": "refuses",
        "claim.status": "rejected_final",
    },
    "He wants to stay and his claim was granted": {
        **IN_ORDER,
        **HARM,
        "wish.current": "stay",
        "claim.status": "granted",
        "renunciation.verified": "T",
    },
    "He wants to stay and his claim is open": {
        **IN_ORDER,
        "wish.current": "stay",
        "claim.status": "open",
    },
    "He is undecided after the end of hostilities": {
        **OVER,
        **IN_ORDER,
        "wish.current": "undecided",
    },
    "A child asks to go home and is cared for": {
        **HOME,
        "person.is_minor": "T",
        "person.guardian": "T",
        "person.best_interests": "T",
        "custody.separate_quarters": "T",
    },
    "A medic who is needed asks to go home": {
        **HOME,
        "status.category": "retained",
        "retained.needed": "T",
    },
    "A criminal case is pending, and the State and he agree that he may go": {
        **HOME,
        "penal.indictable_pending": "T",
        "penal.release_consent": "T",
        "exchange.written_consent": "T",
    },
    "Wounded, he asks for care in Korea under an agreement": {
        **KOREA,
        "health.art110_2": "T",
        "neutral.agreement": "T",
    },
    "Material that does not betray him": {
        "image.identifiable": "F",
        "image.anonymised": "T",
        "exposure.k": 30,
        "image.compelling_interest": "F",
        "image.least_revealing": "F",
        "disc.harm_if_origin_learns": "T",
    },
    "Material that a compelling interest asks for": {
        "image.compelling_interest": "T",
        "image.least_revealing": "T",
        "disc.harm_if_origin_learns": "F",
    },
    "He consents to his Power being told": {
        "disc.prisoner_view": "consents",
        "disc.harm_if_origin_learns": "T",
        "risk.family": "F",
    },
    "Persecution awaits him and he is a danger to the country": {
        **HOME,
        "risk.persecution[KP]": "T",
        "excl.33_2": "T",
    },
    "Each risk was looked into, and none was found": {
        **{name: value for name, value in HOME.items() if name not in SAFE},
        "risk.torture[KP]": "F",
        "risk.killing[KP]": "F",
        "risk.ill_treatment[KP]": "F",
        "risk.disappearance[KP]": "F",
        "risk.persecution[KP]": "F",
    },
    "He asks for Korea and once took a foreign nationality": {
        **KOREA,
        "nationality.foreign_acquired": "T",
    },
    "He asks for Korea, which has the death penalty; a case is pending here": {
        **KOREA,
        "receiving.death_penalty_law": "T",
        "penal.indictable_pending": "T",
        "penal.release_consent": "T",
        "assurance[KR]": "specific_monitored",
    },
    "Nothing is known of him": {},
}
FINDINGS = {f"risk.{n}[KP]" for n in ("torture", "killing", "ill_treatment")} | {
    *("risk.disappearance[KP]", "risk.persecution[KP]", "risk.onward[KR->KP]"),
    *("risk.onward[KP->RU]", "assurance[KR]", "nationality.effective[KR]"),
    *("receiving.party_gc3", "receiving.willing", "receiving.able"),
    *("receiving.accepts", "receiving.death_penalty_law", "risk.serious_harm[KP]"),
    *("risk.serious_harm[KR]", "risk.persecution[KR]", "receiving.state"),
}


@dataclass(frozen=True)
class Candidate:
    """A story, and what is otherwise in it."""

    story: str
    otherwise: tuple[tuple[str, object], ...]

    @property
    def facts(self) -> dict[str, object]:
        whole = [name for name, _ in self.otherwise if name.startswith("risk.")]
        kept = {
            name: value
            for name, value in STORIES[self.story].items()
            if not (whole and name == "risk.serious_harm[KP]")
        }
        return kept | dict(self.otherwise)

    @property
    def record(self) -> dict[str, object]:
        return over_baseline(self.facts) if STORIES[self.story] else self.facts

    @property
    def title(self) -> str:
        changes = "; ".join(f"{name} is {value}" for name, value in self.otherwise)
        return f"{self.story}, but {changes}" if changes else self.story


def candidates() -> Iterator[Candidate]:
    """Tell each story, then with one fact otherwise, then with two or three."""
    chance = random.Random(0)
    names = [n for n in VALUES if n in FINDINGS or ("[" not in n and n in FACTS)]
    changes = [(n, v) for n in names for v in (*VALUES[n], "U") if not _state(n)]
    for story in STORIES:
        yield Candidate(story, ())
    for story in STORIES:
        yield from (Candidate(story, (change,)) for change in changes)
    for _ in range(6000):
        picked = chance.sample(changes, chance.choice((2, 2, 3)))
        yield Candidate(chance.choice(list(STORIES)), tuple(sorted(picked, key=str)))


def _state(name: str) -> bool:
    return name in {"conflict.parties", "detaining.state", "position.mode"}


def sound(offered: Iterator[Candidate]) -> list[Candidate]:
    """Leave out stories that contradict themselves."""
    found = []
    for one in offered:
        try:
            check(one.record)
        except LawError:
            continue
        found.append(one)
    return found


def noticed(law: Pack, made: Sample, wrong: Mutant, cases: int) -> dict[Act, Mask]:
    """Tell for each act which cases notice a mistake."""
    found = {}
    for act in wrong.norm.acts:
        true = made.signature(law.statutes[act.name])
        words = differing(true, made.signature(wrong.statute(act)))
        seen = unpacked(words, len(made.looks[act]))
        mask = np.zeros(cases, np.bool_)
        mask[np.array(made.looks[act])[seen]] = True
        found[act] = mask
    return found


def chosen(
    law: Pack, wrong: list[Mutant], about: Sequence[Act]
) -> tuple[list[tuple[Candidate, Act]], list[Mutant]]:
    """Choose cases and acts; what no candidate notices is returned beside them."""
    stories = sound(candidates())
    made = sample(law, [one.record for one in stories])
    sees: dict[tuple[int, Act], set[int]] = {}
    unnoticed: list[Mutant] = []
    for number, mutant in enumerate(wrong):
        seen = noticed(law, made, mutant, len(stories))
        if not any(mask.any() for mask in seen.values()):
            unnoticed.append(mutant)
        for act in set(about) & set(seen):
            mask = seen[act]
            for place in np.flatnonzero(mask):
                sees.setdefault((int(place), act), set()).add(number)
    left = set[int]().union(*sees.values())
    picked: list[tuple[Candidate, Act]] = []
    states = {act: Counter(cases) for act, cases in made.looks.items()}
    while left:
        # What notices much, in one plain story towards one State, is read fastest.
        case, act = max(
            sees,
            key=lambda unit: (
                len(sees[unit] & left)
                / states[unit[1]][unit[0]]
                / (1 + len(stories[unit[0]].otherwise) / 4),
                -unit[0],
            ),
        )
        left -= sees.pop((case, act))
        picked.append((stories[case], act))
    return picked, unnoticed


def written(
    law: Pack, picked: list[tuple[Candidate, Act]], first: int
) -> Iterator[dict[str, object]]:
    for number, (one, act) in enumerate(picked, first):
        yield {
            "id": f"E{number:03}",
            "title": one.title,
            "facts": one.facts,
            "on_baseline": bool(STORIES[one.story]),
            "position": law.position,
            "act": act.name,
            "expected": {
                state: asdict(expected)
                for state, expected in shown(law, act, check(one.record)).items()
            },
        }


def main() -> None:
    usual, other = pack(DAY), pack(DAY, "will_based")
    listed: list[dict[str, object]] = []
    # The position changes the law of one act alone.
    for law, about in ((usual, ACTS), (other, (R2,))):
        wrong = [one for one in mutants(law) if set(about) & set(one.norm.acts)]
        picked, unnoticed = chosen(law, wrong, about)
        listed += written(law, picked, len(listed) + 1)
        print(f"{law.position}: {len(unnoticed)} mistakes that no candidate shows")
        for mutant in unnoticed:
            if unseen(law, mutant) is Killer.NOBODY:
                print(f"  {mutant.norm.name}: {mutant.mistake}")
    text = json.dumps(listed, indent=1, ensure_ascii=False)
    HERE.write_text(text + "\n", encoding="utf-8")
    print(f"{len(listed)} examples")


if __name__ == "__main__":
    main()
