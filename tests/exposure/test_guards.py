"""What the database itself refuses, whoever asks."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE exposure_sighting SET state = 'refused'",
        "UPDATE exposure_incident SET k = 900",
        "DELETE FROM exposure_takedown",
        "DELETE FROM exposure_scan",
        "UPDATE exposure_judgement SET answer = 'refused'",
        "UPDATE exposure_incident SET status = 'closed'",
    ],
)
def test_nothing_changes_without_an_act(statement: str) -> None:
    """No open shell takes an exposure back, or makes it look harmless."""
    make.asked_takedown(make.exposed())

    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
