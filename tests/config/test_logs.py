import logging

import pytest
from django.test import Client, RequestFactory

from safeconduct.config.logs import Discreet, Line
from tests import make

CASE = "SC-4K7M-2QX"


def line(name: str, message: str, **extra: object) -> str:
    """What the console would show."""
    record = logging.getLogger(name).makeRecord(
        name, logging.WARNING, __file__, 1, message, (), None, extra=extra
    )
    Discreet().filter(record)
    return Line().format(record)


@pytest.mark.parametrize("name", ["django.request", "django.security.csrf"])
def test_path_of_a_request(name: str) -> None:
    """No line names the path of a request, whichever part of Django writes it."""
    request = RequestFactory().get(f"/cases/{CASE}/")

    assert CASE not in line(name, f"Refused: /cases/{CASE}/", request=request)


def test_message_of_an_exception() -> None:
    """Of an exception only its type and places are shown, not what it says."""
    with pytest.raises(ValueError, match="홍길동") as caught:
        int("홍길동")
    told = Line().formatException((caught.type, caught.value, caught.tb))

    assert "ValueError" in told
    assert "홍길동" not in told


@pytest.mark.django_db
def test_form_without_its_proof(caplog: pytest.LogCaptureFixture) -> None:
    """A form that lost its CSRF proof leaves a line without the case number."""
    person = make.person()
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.officer())
    client.post(f"/cases/{person.case_number}/lodge/")

    lines = [r for r in caplog.records if r.name == "django.security.csrf"]
    assert lines
    for record in lines:
        Discreet().filter(record)
        assert person.case_number not in Line().format(record)


@pytest.mark.django_db
def test_typed_name_reaches_no_address() -> None:
    """What is typed into the search is posted, so no address or history keeps it."""
    client = Client()
    client.force_login(make.officer())
    page = client.post("/cases/", {"number": "홍길동"})

    assert page.status_code == 200
    for address in ("/", "/cases/"):
        assert 'method="get"' not in client.get(address).content.decode()
