import json
from typing import Any

import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.journal.models import Entry
from safeconduct.journal.queries import opened
from safeconduct.reports import actions
from tests import make
from tests.reports import world

pytestmark = pytest.mark.django_db
TEXT = (
    "The Gazette\n\nA 26-year-old sniper said that about 40 soldiers were captured.\n"
)


def _exported() -> list[dict[str, Any]]:
    return actions.export_examples(officer=make.officer("analyst"), at=make.NOON)


def _figure() -> Any:
    entries = world.found(world.taken(TEXT), "figure")
    return next(entry for entry in entries if entry.found.figure.low == 40)  # type: ignore[union-attr]


def test_a_correction_becomes_an_example() -> None:
    """What was read, what is right, and the sentence with its details masked."""
    world.seconded(
        _figure().id, "correct", correction={"approx": False}, is_harmless=True
    )

    (example,) = _exported()

    assert (example["read"]["approx"], example["right"]["approx"]) == (True, False)
    text = example["text"]
    assert "40" in text[example["start"] : example["end"]]
    assert "26" not in text
    assert "sniper" not in text
    assert "were captured" in text
    assert json.loads(json.dumps(example)) == example


def test_a_refused_figure_is_an_example_too() -> None:
    """Of what is no figure."""
    world.seconded(_figure().id, "refuse", is_harmless=True)

    assert [example["right"] for example in _exported()] == [None]


def test_nothing_leaves_unless_it_is_ticked() -> None:
    """Nor with one analyst, nor what was simply accepted."""
    figure = _figure()
    world.seconded(figure.id, "accept", is_harmless=True)
    assert _exported() == []
    world.say(
        figure.id,
        "correct",
        make.officer("analyst"),
        correction={"approx": False},
        is_harmless=True,
    )
    assert _exported() == []


def test_an_unticked_correction_stays() -> None:
    """Two analysts agree, and neither said that the sentence is harmless."""
    world.seconded(_figure().id, "correct", correction={"approx": False})

    assert _exported() == []


def test_a_report_that_gives_somebody_away_teaches_nothing() -> None:
    """Whatever was ticked: an analyst may not have known him."""
    figure = _figure()
    world.seconded(figure.id, "refuse", is_harmless=True)

    found = actions.export_examples(
        without=[figure.publication], officer=make.officer("analyst"), at=make.NOON
    )

    assert found == []


def test_that_they_left_is_on_record() -> None:
    """How many, by whom; no words of them."""
    world.seconded(_figure().id, "refuse", is_harmless=True)

    _exported()

    said = opened(Entry.objects.get(kind="report.examples_exported"))
    assert said["examples"] == 1
    assert "captured" not in str(said)


def test_who_exports() -> None:
    """Analysts alone."""
    with pytest.raises(NotPermitted):
        actions.export_examples(officer=make.officer("assessor"), at=make.NOON)
