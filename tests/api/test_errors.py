import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError
from django.utils import translation

from safeconduct.api import errors
from safeconduct.departure.errors import GateClosed
from safeconduct.departure.gate import Obstacle
from safeconduct.keyring.models import SubjectKey
from safeconduct.law.override import Hindrance
from safeconduct.override.errors import MayNotOpen
from safeconduct.register.errors import NoSuchCase
from tests import make
from tests.api.caller import Caller

ROOMS = (
    *("accounts", "register", "hearing", "reports", "determination", "referral"),
    *("override", "departure", "erasure", "keyring", "journal", "law"),
)


def domain() -> Iterator[type[Exception]]:
    for room in ROOMS:
        module = import_module(f"safeconduct.{room}.errors")
        for found in vars(module).values():
            if isinstance(found, type) and issubclass(found, Exception):
                yield found


def test_every_error_of_the_domain_has_an_answer() -> None:
    """No app's error falls through to the 500 of the unexpected."""
    found = list(domain())

    assert len(found) > 20
    assert [e for e in found if not issubclass(e, errors.DOMAIN)] == []


def test_codes_are_told_apart() -> None:
    """Two errors never share a code, so that programs can act on it."""
    codes = [errors.code(kind) for kind in set(domain())]

    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", code) for code in codes)


@pytest.mark.django_db
def test_what_is_erased_is_gone(clerk: Caller) -> None:
    """A case whose key was destroyed answers 410, and names no key."""
    person = make.person()
    SubjectKey.objects.filter(subject=person.pk).update(
        wrapped=None, destroyed=make.NOON
    )

    answer = clerk.get(f"/cases/{person.case_number}")

    assert answer.status_code == 410
    assert answer.json()["error"] == "key_destroyed"
    assert str(person.pk) not in answer.content.decode()


@pytest.mark.django_db
def test_a_broken_seal_gives_no_details(clerk: Caller) -> None:
    """Altered bytes are a fault of ours: a sentence, and nothing else."""
    person = make.person()
    SubjectKey.objects.filter(subject=person.pk).update(wrapped=b"\0" * 60)

    answer = clerk.get(f"/cases/{person.case_number}")

    assert answer.status_code == 500
    assert set(answer.json()) == {"error", "message"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("raised", "status", "code"),
    [
        (RuntimeError("홍길동"), 500, "fault"),
        (IntegrityError("홍길동"), 409, "conflict"),
        (OperationalError("홍길동"), 503, "busy"),
    ],
)
def test_the_unexpected_gives_no_details(
    clerk: Caller,
    monkeypatch: pytest.MonkeyPatch,
    raised: Exception,
    status: int,
    code: str,
) -> None:
    """What an exception says stays inside: it may hold a value somebody typed."""

    def fails(*_: Any, **__: Any) -> None:
        raise raised

    monkeypatch.setattr("safeconduct.journal.queries.size", fails)

    answer = clerk.get("/log")

    assert answer.status_code == status
    assert answer.json()["error"] == code
    assert "홍길동" not in answer.content.decode()


@pytest.mark.django_db
def test_a_body_that_is_no_json(clerk: Caller) -> None:
    """Garbage is a bad request, in the shape of every refusal."""
    answer = clerk.client.post("/api/v1/cases", "{", content_type="application/json")

    assert answer.status_code == 400
    assert answer.json()["error"] == "bad_request"


@pytest.mark.django_db
def test_a_lone_surrogate_is_refused(clerk: Caller) -> None:
    """Text that is no Unicode is bad input, not a fault."""
    person = make.person()
    answer = clerk.client.post(
        f"/api/v1/cases/{person.case_number}/vault",
        r'{"reason": "\ud800 because of the hearing"}',
        content_type="application/json",
    )

    assert answer.status_code == 422


@pytest.mark.django_db
def test_a_nul_is_refused(clerk: Caller) -> None:
    """A NUL, which PostgreSQL cannot keep, is bad input wherever it stands."""
    person = make.person()
    stated = {"facts": {"status.surrender": "\0"}, "reason": "\0 For a test."}

    assert clerk.post(f"/cases/{person.case_number}/facts", stated).status_code == 422
    assert clerk.get("/referrals/RF%00").status_code in {404, 422}
    assert clerk.get("/cases/SC%00").status_code == 404


@pytest.mark.django_db
def test_a_body_that_is_too_large(clerk: Caller, settings: Any) -> None:
    """More than the house takes in is refused before it is read."""
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = clerk.post("/cases", {"holder": "x" * 200})

    assert answer.status_code == 413
    assert answer.json()["error"] == "too_large"


def test_an_obstacle_is_told_whole() -> None:
    """Norm, sentence and missing facts reach the program each by itself."""
    closed = GateClosed([Obstacle("CAT-3-1", "No.", ("risk.torture[KP]",))])

    status, body = errors._refusal(closed)

    assert status == 409
    assert body["obstacles"] == [
        {
            "norm": "CAT-3-1",
            "what": "No.",
            "missing": ["risk.torture[KP]"],
            "elsewhere": False,
        }
    ]


def test_a_hindrance_is_told_whole() -> None:
    """What no signature sets aside reaches the program with its norm."""
    shut = MayNotOpen([Hindrance("CAT-3-1", "", "No.")])

    status, body = errors._refusal(shut)

    assert status == 409
    assert body["hindrances"] == [{"norm": "CAT-3-1", "what": "No."}]


@pytest.mark.django_db
def test_sentences_are_in_the_language_asked_for(clerk: Caller) -> None:
    """The message follows Accept-Language; the code does not."""
    asked = clerk.client.get("/api/v1/cases/SC-1", headers={"Accept-Language": "ko"})
    with translation.override("ko"):
        sentence = str(errors._SAYS[NoSuchCase])

    assert asked.json() == {"error": "no_such_case", "message": sentence}
