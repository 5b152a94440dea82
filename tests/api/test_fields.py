import pytest

from tests import make
from tests.api import house as houses
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db


def test_each_field_has_its_sentence(clerk: Caller) -> None:
    """Every wrong field is named by its path, with what to write instead."""
    card = houses.card(make.authority("camp"))
    card["claims"][0]["kind"] = "nickname"
    card["powers"] = ["North Korea"]
    card["taken_on"] = "in spring"
    card["at"] = "2020-01-01T00:00:00Z"
    del card["holder"]

    answer = clerk.post("/cases", card)

    assert answer.status_code == 422
    fields = answer.json()["fields"]
    assert set(fields) == {"claims.0.kind", "powers.0", "taken_on", "at", "holder"}
    assert fields["at"] == "There is no such field here."
    assert fields["holder"] == "This field is needed."
    assert fields["claims.0.kind"].startswith("Write one of 'name'")


def test_what_was_sent_is_never_repeated(clerk: Caller) -> None:
    """A name typed into the wrong field does not come back in the refusal."""
    card = houses.card(make.authority("camp"))
    card["taken_on"] = card["claims"][0]["kind"] = "홍길동"

    answer = clerk.post("/cases", card)

    assert answer.status_code == 422
    assert "홍길동" not in answer.content.decode()


def test_no_body_at_all(clerk: Caller) -> None:
    """A body that is missing or no object is refused as a whole."""
    assert clerk.post("/cases").json()["fields"] == {"body": "This field is needed."}
    assert set(clerk.post("/cases", [1]).json()["fields"]) == {"body"}


def test_a_wrong_page(clerk: Caller) -> None:
    """A query that is wrong is named as well."""
    assert clerk.get("/cases?page=0").json()["fields"] == {"page": "Give 1 or more."}
    assert clerk.get("/cases?page=x").json()["fields"] == {
        "page": "Give a whole number."
    }


def test_a_wrong_address(clerk: Caller) -> None:
    """What should be a UUID and is none is named by what it stands for."""
    assert set(clerk.get("/lists/first").json()["fields"]) == {"list_id"}
