from collections import Counter

import pytest

from safeconduct.journal import padding
from safeconduct.journal.models import Padding
from safeconduct.ledger import verify_opening
from tests import make


@pytest.mark.parametrize(
    ("waiting", "grown"),
    [(0, 64), (1, 64), (63, 64), (64, 64), (65, 128), (129, 256), (5000, 8192)],
)
def test_steps(waiting: int, grown: int) -> None:
    """The log grows by 64, or by the next power of two that holds what waits."""
    assert padding.step(waiting) == grown


def test_every_order_is_as_likely() -> None:
    """Of two acts and two dummies each of the six orders comes about as often."""
    seen = Counter(tuple(padding.order(2, 2)) for _ in range(6000))

    assert len(seen) == 6
    assert all(800 < times < 1200 for times in seen.values())
    assert all(sum(one) == 2 for one in seen)


@pytest.mark.django_db
def test_dummies_open() -> None:
    """Whoever is shown the opening of a dummy sees that it stands for nothing."""
    make.person()
    padding.make(3, at=make.NOON)

    for row in Padding.objects.all():
        made = padding.commitment(row.pk)
        assert made.entry == bytes(row.commitment)
        assert len(made.entry) == 33
        assert ("act", "padding") in [
            verify_opening(made.entry, made.opening(slot)) for slot in range(16)
        ]
