import pytest

from safeconduct.reports.topics import Topic, topics
from tests import make
from tests.reports import world

pytestmark = pytest.mark.django_db


def _captured() -> Topic:
    found = {topic.name: topic for topic in topics(make.officer("assessor"))}
    return found["captured"]


def test_a_copy_adds_a_figure_and_no_source() -> None:
    """Three reports count the captured; two of them are one text."""
    for text in (world.FIRST, world.COPY, world.OTHER):
        world.taken(text)

    topic = _captured()

    assert (len(topic.points), topic.sources, topic.confirmed_sources) == (3, 2, 0)
    families = [point.family for point in topic.points]
    assert families == sorted(families)


def test_only_what_is_confirmed_supports() -> None:
    """A refused figure is out; an accepted one counts its source."""
    first, other = world.taken(world.FIRST), world.taken(world.OTHER)
    analyst = make.officer("analyst")
    for entry in world.found(first, "figure"):
        world.say(entry.id, "accept", analyst)
    for entry in world.found(other, "figure"):
        world.say(entry.id, "refuse", analyst)

    topic = _captured()

    assert (len(topic.points), topic.confirmed_sources) == (1, 1)


def test_a_corrected_figure_moves() -> None:
    """It stands under the topic that an analyst gave it, with his value."""
    report = world.taken(world.OTHER)
    (entry,) = world.found(report, "figure")
    world.say(
        entry.id,
        "correct",
        make.officer("analyst"),
        correction={"role": "missing", "low": "10"},
    )

    (topic,) = topics(make.officer("assessor"))

    assert topic.name == "missing"
    assert topic.points[0].figure.low == 10


def test_who_may_not_read() -> None:
    """A stranger learns of no topic."""
    world.taken(world.OTHER)

    assert topics(make.stranger()) == []
