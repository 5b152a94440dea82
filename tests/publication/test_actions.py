"""Publishing: nobody is given away, four eyes, and a month counted once."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from safeconduct.accounts.errors import NotPermitted
from safeconduct.journal.models import Entry
from safeconduct.publication import actions, queries
from safeconduct.publication.errors import (
    AlreadyAnswered,
    AlreadyPublished,
    GivesAway,
    NoSuchRequest,
    NotSaid,
    SameOfficer,
    SittingEnded,
)
from safeconduct.publication.models import Figures, Request, Sitting
from safeconduct.register.cards import Claim
from tests import make

pytestmark = pytest.mark.django_db

PRESS = "press_officer"
HARMLESS = (
    "The bureau opened a second office on Monday. It answers families in writing."
)
TELLING = (
    "A soldier was taken prisoner near Sudzha. The 24-year-old sniper Maeng Il-ung "
    "told his guards that he wants to go to South Korea."
)
WHERE = "The website of the bureau"


def a_sniper() -> None:
    """Somebody whom the telling draft is about."""
    make.person(
        claims=[
            Claim(kind="name", source="stated", text="맹일웅"),
            Claim(kind="birth", source="stated", text="2001-05-04"),
            Claim(kind="post", source="stated", text="sniper"),
        ]
    )


def test_a_draft_that_gives_somebody_away_is_refused() -> None:
    """Nothing is recorded of it, and the sentence says what to do."""
    a_sniper()
    with pytest.raises(GivesAway, match="Take details out"):
        actions.ask(TELLING, where=WHERE, officer=make.officer(PRESS), at=make.NOON)
    assert not Request.objects.exists()
    assert not Entry.objects.filter(kind=actions.ASKED).exists()


def test_a_harmless_text_is_allowed_by_a_second_officer() -> None:
    """The text comes back as it was written, and both stand beside it."""
    a_sniper()
    author, second = make.officer(PRESS), make.officer("reviewer")
    asked = actions.ask(HARMLESS, where=WHERE, officer=author, at=make.NOON)
    opened = queries.request(asked.pk, officer=second)
    assert (opened.text, opened.where) == (HARMLESS, WHERE)
    assert HARMLESS.encode() not in bytes(asked.text)

    done = actions.allow(asked.pk, officer=second, at=make.NOON)
    assert (done.status, done.officer, done.second) == ("allowed", author, second)
    with pytest.raises(AlreadyAnswered):
        actions.allow(asked.pk, officer=make.officer("reviewer"), at=make.NOON)


def test_what_becomes_telling_meanwhile_is_not_allowed() -> None:
    """He is taken prisoner after the draft was asked for: it is looked at again."""
    author, second = make.officer(PRESS), make.officer("reviewer")
    asked = actions.ask(TELLING, where=WHERE, officer=author, at=make.NOON)
    a_sniper()
    with pytest.raises(GivesAway):
        actions.allow(asked.pk, officer=second, at=make.NOON)
    assert Request.objects.get().status == "asked"


def test_nobody_allows_his_own_text() -> None:
    """Not even who holds both rights; the database agrees."""
    both = make.officer(PRESS, "reviewer")
    asked = actions.ask(HARMLESS, where=WHERE, officer=both, at=make.NOON)
    with pytest.raises(SameOfficer):
        actions.allow(asked.pk, officer=both, at=make.NOON)
    with pytest.raises(Exception, match="a_publication_has_four_eyes"):
        Request.objects.filter(pk=asked.pk).update(
            status="allowed", second=both, answered=make.NOON
        )


def test_a_refusal_says_why() -> None:
    """The author reads it; a reason must be there."""
    author, second = make.officer(PRESS), make.officer("assessor")
    asked = actions.ask(HARMLESS, where=WHERE, officer=author, at=make.NOON)
    with pytest.raises(NotSaid):
        actions.refuse(asked.pk, reason="no", officer=second, at=make.NOON)
    reason = "The office has not opened yet."
    actions.refuse(asked.pk, reason=reason, officer=second, at=make.NOON)
    assert queries.request(asked.pk, officer=author).reason == reason


def test_who_may_not() -> None:
    """A press officer reads his own requests; others none."""
    author, other = make.officer(PRESS), make.officer(PRESS)
    asked = actions.ask(HARMLESS, where=WHERE, officer=author, at=make.NOON)
    with pytest.raises(NoSuchRequest):
        queries.request(asked.pk, officer=other)
    with pytest.raises(NotPermitted):
        actions.allow(asked.pk, officer=other, at=make.NOON)
    for role in ("monitor", "doctor", "registrar"):
        with pytest.raises(NotPermitted):
            queries.requests(make.officer(role))


@pytest.mark.parametrize(
    ("text", "where"), [(" ", WHERE), (HARMLESS, " "), ("a" * 20_001, WHERE)]
)
def test_what_must_be_said(text: str, where: str) -> None:
    """A text, not too long, and who is to publish it."""
    with pytest.raises(NotSaid):
        actions.ask(text, where=where, officer=make.officer(PRESS), at=make.NOON)


def test_drafts_are_checked_in_a_sitting_alone() -> None:
    """It is an act with a reason, ends by itself, and belongs to one officer."""
    a_sniper()
    officer = make.officer(PRESS)
    with pytest.raises(NotSaid):
        actions.open_desk(reason="", officer=officer, at=make.NOON)
    sitting = actions.open_desk(
        reason="The press release of March.", officer=officer, at=make.NOON
    )
    found = queries.checked(TELLING, sitting=sitting.pk, officer=officer, at=make.NOON)
    assert "".join(piece.text for piece in found.pieces) == TELLING
    assert found.fewest == 1
    kinds = {piece.kind for piece in found.pieces}
    assert {"direct", "wish"} <= kinds

    later = make.NOON + actions.LASTS + timedelta(seconds=1)
    for who, at in ((officer, later), (make.officer(PRESS), make.NOON)):
        with pytest.raises(SittingEnded):
            queries.checked(TELLING, sitting=sitting.pk, officer=who, at=at)
    assert Sitting.objects.count() == 1


def test_a_month_is_counted_once_and_told_roughly() -> None:
    """Small counts are not told, not even in the total; the wish is in no table."""
    for _ in range(3):
        make.person()
    officer = make.officer(PRESS)
    made = actions.publish_figures(date(2026, 2, 14), officer=officer, at=make.NOON)
    assert made.month == date(2026, 2, 1)
    assert made.tables["standing"] == {
        "total": None,
        "cells": dict.fromkeys(("held", "departed", "released", "dead")),
    }
    assert "wish" not in str(made.tables)
    with pytest.raises(AlreadyPublished):
        actions.publish_figures(date(2026, 2, 20), officer=officer, at=make.NOON)
    with pytest.raises(NotSaid, match="not over"):
        actions.publish_figures(date(2026, 3, 1), officer=officer, at=make.NOON)
    assert Figures.objects.count() == 1


def test_a_crowd_is_told_in_fives() -> None:
    """Ten and more are told, as a multiple of five next to the count."""
    for _ in range(12):
        make.person()
    made = actions.publish_figures(
        queries.due(make.NOON), officer=make.officer(PRESS), at=make.NOON
    )
    held = made.tables["standing"]["cells"]["held"]
    assert held in {10, 15}
    assert made.tables["standing"]["total"] == held  # the same people
    assert made.tables["nationality"]["total"] is None


@pytest.mark.django_db(transaction=True)
def test_two_officers_count_a_month_at_once() -> None:
    """One of them makes it, the other is told that it is there."""
    officers = [make.officer(PRESS), make.officer(PRESS)]
    together, said = Barrier(2), []

    def run(number: int) -> None:
        together.wait()
        try:
            actions.publish_figures(
                date(2026, 2, 1), officer=officers[number], at=make.NOON
            )
            said.append("made")
        except AlreadyPublished:
            said.append("there")
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["made", "there"]
    assert Figures.objects.count() == 1
