"""Which records are one person's, and how they are locked together."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from safeconduct.matching import links
from safeconduct.matching.errors import JoinedMeanwhile
from safeconduct.register.errors import NoSuchCase
from tests import make

pytestmark = pytest.mark.django_db


def test_a_record_alone() -> None:
    """It is all there is of its person, and leads."""
    person = make.person()
    with transaction.atomic():
        locked = links.lock_together(person.pk)

    assert links.together(person.pk) == {person.pk}
    assert (locked.person, locked.others, locked.leads) == (person, (), True)
    assert not links.joined_since(person.pk, since=make.NOON)


def test_joined_records() -> None:
    """From either of them both are found; one of them leads."""
    one, other = make.person(), make.person()
    make.merged(one, other, at=make.NOON)
    with transaction.atomic():
        locked = links.lock_together(other.pk)

    assert (locked.person, locked.others, locked.leads) == (other, (one,), False)
    before, after = make.NOON - timedelta(hours=1), make.NOON
    assert links.joined_since(one.pk, since=before)
    assert not links.joined_since(one.pk, since=after)


def test_nobody() -> None:
    """A person who is not there is said not to be."""
    with pytest.raises(NoSuchCase), transaction.atomic():
        links.lock_together(uuid4())


def test_joined_while_they_were_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """If others joined meanwhile it begins anew, with all of them; but not for ever."""
    one, other = make.person(), make.person()
    both = {one.pk, other.pk}
    told = [{one.pk}, both, both, both]
    monkeypatch.setattr(links, "together", lambda _: frozenset(told.pop(0)))
    with transaction.atomic():
        assert set(links.lock_all(one.pk)) == {one.pk, other.pk}

    turns = iter([{one.pk}, {one.pk, other.pk}] * 5)
    monkeypatch.setattr(links, "together", lambda _: frozenset(next(turns)))
    with pytest.raises(JoinedMeanwhile, match="Try again"), transaction.atomic():
        links.lock_all(one.pk)
