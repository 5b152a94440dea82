import pytest
from django.db import transaction

from safeconduct.determination import queries
from safeconduct.determination.models import Determination
from tests import make

pytestmark = pytest.mark.django_db


def test_replay() -> None:
    """Every determination of the house is asked again, and answers the same."""
    person = make.ready()
    make.determined(person, at=make.NOON)

    found = dict(queries.differing())
    assert len(found) == Determination.objects.count() == 2
    assert list(found.values()) == [[], []]
    assert set(Determination.objects.values_list("engine", flat=True)) == {"0.1.0"}


def test_an_altered_answer() -> None:
    """An answer, a fact or a law that somebody altered is named, the person is not."""
    made = make.determined(make.ready(), at=make.NOON)
    rows = Determination.objects.filter(pk=made.pk)
    answers = made.answers
    answers["X"]["destinations"]["KP"]["result"] = "permitted"

    for altered, sentence in (
        ({"answers": answers}, "X towards KP: result was permitted, is barred."),
        ({"facts": made.facts | {"wish.current": "stay"}}, "do not fit their hash"),
        ({"law_hash": "0" * 64}, "has the hash 000000000000."),
    ):
        with transaction.atomic():
            rows.update(**altered)
            (told,) = (found for name, found in queries.differing() if name == made.pk)
            transaction.set_rollback(True)

        assert sentence in " ".join(told)
        assert str(made.person_id) not in " ".join(told)
