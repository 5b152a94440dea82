"""Taking down a hearing, and asking once more."""

import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.hearing.models import Hearing, Reconfirmation
from tests import make
from tests.web.conftest import SignedIn, hearing_form, moment

pytestmark = pytest.mark.django_db


def test_a_safe_hearing_is_valid(client: Client) -> None:
    """The wish is kept with its State, and the page says that it counts."""
    found = make.person()

    answer = client.post(
        reverse("hearing-new", args=[found.case_number]), hearing_form(), follow=True
    )

    assert Hearing.objects.get().wish == "refuge:KR"
    assert "The hearing was valid" in answer.content.decode()


def test_what_spoiled_a_hearing_is_named(client: Client) -> None:
    """An unknown and a wrong safeguard are both told after saving."""
    found = make.person()
    typed = hearing_form(private="U", coercion="T")

    answer = client.post(
        reverse("hearing-new", args=[found.case_number]), typed, follow=True
    )

    page = answer.content.decode()
    assert "not shown to be valid" in page
    assert "Not known: No keeper, comrade or official could hear or see him." in page
    assert "It was so: Force or a threat was used." in page


def test_unknown_is_preselected(client: Client) -> None:
    """Nothing is presumed to have been in order."""
    found = make.person()

    page = client.get(reverse("hearing-new", args=[found.case_number]))

    assert page.content.decode().count('value="U"') == 9
    assert page.content.decode().count("checked") == 9


@pytest.mark.parametrize(
    "wrong",
    [
        {"wish_state": ""},
        {"wish": "stay"},
        {"words": ""},
        {"held_at": ""},
        {"wish_state": "KOREA"},
        {"held_at": moment(make.NOON.replace(year=2027))},
    ],
)
def test_a_wrong_hearing_is_asked_again(client: Client, wrong: dict[str, str]) -> None:
    """Nothing typed is lost and nothing is recorded."""
    found = make.person()
    typed = hearing_form(**wrong)

    answer = client.post(reverse("hearing-new", args=[found.case_number]), typed)

    assert answer.status_code == 400
    assert 'name="private" value="T"' in answer.content.decode()
    assert not Hearing.objects.exists()


def test_only_hearing_officers_hear(signed_in: SignedIn) -> None:
    """The registrar reads the case but does not hear."""
    found = make.person()
    client = signed_in(make.officer("registrar"))

    answer = client.get(reverse("hearing-new", args=[found.case_number]))

    assert answer.status_code == 403


def test_he_is_asked_once_more(client: Client) -> None:
    """His answer belongs to his last wish."""
    found = make.person()
    make.heard(found)

    client.post(
        reverse("reconfirm", args=[found.case_number]),
        {"stage": "camp", "answer": "no"},
    )

    assert Reconfirmation.objects.get().answer == "no"


def test_who_was_not_heard_has_nothing_to_confirm(client: Client) -> None:
    """The page says so, and the act refuses."""
    found = make.person()
    url = reverse("reconfirm", args=[found.case_number])

    assert "no wish to confirm" in client.get(url).content.decode()
    answer = client.post(url, {"stage": "camp", "answer": "yes"})
    assert answer.status_code == 409
