"""An answer that was given once is given for ever."""

import json
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from safeconduct.law import assess, pack
from safeconduct.law.norms import ALL_NORMS
from safeconduct.law.record import fingerprint
from safeconduct.law.replay import Stored, named, replay
from tests.law.cases import DAY, WANTS_HOME, WANTS_KOREA
from tests.law.records import records

KEPT = Path(__file__).with_name("determinations.jsonl")
TOMORROW = date(2026, 12, 1)
# The package names its function like the module.
pack_module = import_module("safeconduct.law.pack")


def kept() -> list[dict[str, object]]:
    return [json.loads(line) for line in KEPT.read_text().splitlines()]


def stored(one: dict[str, object]) -> Stored:
    return Stored(
        law=str(one["law"]),
        on=date.fromisoformat(str(one["on"])),
        facts=one["facts"],  # type: ignore[arg-type]
        options=one["answers"],  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("one", kept(), ids=lambda one: str(one["id"]))
def test_kept_determinations(one: dict[str, object]) -> None:
    """Every answer that was kept is given again, by the law of the same hash."""
    assert list(replay(stored(one))) == []
    assert fingerprint(one["facts"]) == one["facts_hash"]  # type: ignore[arg-type]


def given(facts: dict[str, object], on: date) -> Stored:
    answer = assess(facts, on=on)
    return Stored(answer.law, on, facts, answer.as_json()["options"])


def test_after_the_law_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A norm is closed and succeeded: old days answer as before, new days anew."""
    cases = [WANTS_HOME, WANTS_KOREA, *records(80, seed=5)]
    before = [given(facts, DAY) for facts in cases]
    old = next(norm for norm in ALL_NORMS if norm.name == "ENG-RECONFIRM")
    new = replace(old, personal=False, since=TOMORROW, wording="He is asked twice.")
    closed = replace(old, until=TOMORROW)
    others = tuple(norm for norm in ALL_NORMS if norm is not old)
    monkeypatch.setattr(pack_module, "ALL_NORMS", (*others, closed, new))

    assert [list(replay(one)) for one in before] == [[] for _ in before]
    assert pack(TOMORROW).hash != pack(DAY).hash


def test_a_norm_that_was_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    """An old norm under another text is another law: no answer passes as its own."""
    before = given(WANTS_HOME, DAY)
    old = next(norm for norm in ALL_NORMS if norm.name == "ENG-RECONFIRM")
    edited = replace(old, wording="Nobody has to be asked again.")
    others = tuple(norm for norm in ALL_NORMS if norm is not old)
    monkeypatch.setattr(pack_module, "ALL_NORMS", (*others, edited))

    (sentence,) = replay(before)
    assert sentence == f"No law of {DAY} has the hash {before.law[:12]}."


def test_an_answer_that_was_altered() -> None:
    """Every part of an answer is compared, and the sentence names the part."""
    before = given(WANTS_KOREA, DAY)
    options = json.loads(json.dumps(before.options))
    options["X"]["destinations"]["KP"]["result"] = "permitted"
    (sentence,) = replay(replace(before, options=options))
    assert sentence == "X towards KP: result was permitted, is barred."

    options = json.loads(json.dumps(before.options))
    options["T"]["duty"] = not options["T"]["duty"]
    (sentence,) = replay(replace(before, options=options))
    assert "T: " in sentence
    assert "does not follow" in sentence


def test_an_option_left_out() -> None:
    """An option that was not answered is missed."""
    before = given(WANTS_KOREA, DAY)
    options = {name: one for name, one in before.options.items() if name != "P"}
    (sentence,) = replay(replace(before, options=options))

    assert sentence == "P: it was not asked, now it is asked."


def test_facts_the_dictionary_does_not_know() -> None:
    """A fact that is no longer in the dictionary is a difference, not a crash."""
    before = given(WANTS_KOREA, DAY)
    (sentence,) = replay(replace(before, facts={"wish.curent": "stay"}))

    assert "Did you mean wish.current?" in sentence


def test_a_law_by_its_hash() -> None:
    """A law is found by its hash under either position, and only on its days."""
    law = pack(DAY, "will_based")

    assert named(law.hash, DAY) is law
    assert named(law.hash, date(2022, 3, 1)) is None
