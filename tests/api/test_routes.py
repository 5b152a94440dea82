import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest
from django.test import Client

import safeconduct.api
from safeconduct.api.routes import api
from safeconduct.api.schemas import cases, claims, hearings, lists
from safeconduct.departure import queries as departure
from safeconduct.determination import queries as determination
from safeconduct.hearing import queries as hearing
from safeconduct.register import queries as register

ROOMS = (
    *("register", "hearing", "reports", "determination", "referral", "override"),
    *("departure", "erasure", "matching", "exposure"),
)
# Acts of the administrator have no route: officers, roles, tokens and backups of keys
# are given at the console of the machine, never to a program from afar.
CONSOLE = ("journal.staff", "erasure.backups", "register.reindexing")
NO_ROUTE = {
    ("journal.staff", name)
    for name in (
        "found",
        "add_authority",
        "enrol",
        "appoint",
        "dismiss",
        "issue_token",
    )
} | {("erasure.backups", name) for name in ("back_up", "restore")}
NO_ROUTE |= {("register.reindexing", "reindex")}
# Reading the whole vault at once is for `safeconduct matching propose` alone.
NO_ROUTE |= {("matching.actions", "read_all")}


def document() -> Any:
    return api.get_openapi_schema(path_prefix="/api/v1/")


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document()["paths"].items():
        for method, operation in methods.items():
            yield f"{method} {path}", operation


def acts() -> Iterator[tuple[str, str]]:
    """Every act: a public function that takes `officer` and `at`, or only `at`."""
    for module in (*(f"{room}.actions" for room in ROOMS), *CONSOLE):
        room = import_module(f"safeconduct.{module}")
        for name, found in inspect.getmembers(room, inspect.isfunction):
            here = found.__module__ == room.__name__ and not name.startswith("_")
            if here and "at" in inspect.signature(found).parameters:
                yield module, name


def called() -> set[tuple[str, str]]:
    """The acts that the modules of the API call."""
    found = set()
    for file in Path(safeconduct.api.__file__).parent.glob("*.py"):
        tree = ast.parse(file.read_text())
        rooms = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                name = getattr(node.func.value, "id", "")
                module = rooms.get(name, "").removeprefix("safeconduct.")
                found.add((module, node.func.attr))
    return found


def test_every_act_has_a_route() -> None:
    """What an officer can do on a page, his program can do as well."""
    every = set(acts())

    assert len(every) > len(NO_ROUTE)
    assert every - called() == NO_ROUTE


def test_no_route_lets_the_caller_choose_the_time() -> None:
    """The time of an act is the server's: no body and no query has a field for it."""
    for name, operation in operations():
        assert "at" not in {p["name"] for p in operation["parameters"]}, name
    schemas = document()["components"]["schemas"]
    given = {name: s for name, s in schemas.items() if name.endswith("In")}
    assert given
    for name, schema in given.items():
        assert "at" not in schema["properties"], name
        assert schema["additionalProperties"] is False, name


def test_the_document_describes_every_route() -> None:
    """Each has an id of its own, a summary, a description and documented errors."""
    ids = []
    for name, operation in operations():
        ids.append(operation["operationId"])
        assert operation["summary"].endswith((".", "?")), name
        assert operation["description"], name
        assert operation["tags"], name
        assert operation["security"] == [{"Token": []}, {"Session": []}], name
        refusals = {status for status in operation["responses"] if int(status) >= 400}
        assert 401 in refusals, name
        for status in refusals:
            content = operation["responses"][status]["content"]["application/json"]
            assert content["schema"]["$ref"].endswith("Problem"), name
    assert len(ids) == len(set(ids))


def test_every_reference_in_the_document_leads_somewhere() -> None:
    """The document is whole: OpenAPI 3.1, with no schema missing or left over."""
    whole = document()
    schemas = whole["components"]["schemas"]
    wanted = set(references(whole))

    assert whole["openapi"].startswith("3.1")
    assert {name.removeprefix("#/components/schemas/") for name in wanted} == set(
        schemas
    )
    for path, methods in whole["paths"].items():
        in_path = {part[1:-1] for part in path.split("/") if part.startswith("{")}
        for operation in methods.values():
            named = {p["name"] for p in operation["parameters"] if p["in"] == "path"}
            assert named == in_path, path


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "$ref":
                yield value
            yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


@pytest.mark.django_db
def test_the_document_is_for_everybody() -> None:
    """Who writes a program can read the document before he has a token."""
    answer = Client().get("/api/v1/openapi.json")

    assert answer.status_code == 200
    assert answer.json()["info"]["title"] == "Safeconduct"


@pytest.mark.parametrize(
    ("literal", "words"),
    [
        (cases.IdentityKind, [kind for kind, _ in register.claim_kinds()]),
        (cases.Source, [source for source, _ in register.claim_sources()]),
        (lists.Kind, [kind for kind, _ in departure.kinds()]),
        (
            claims.DecisionIn.model_fields["status"].annotation,
            [status for status, _ in determination.claim_statuses()],
        ),
        (
            hearings.AskedIn.model_fields["stage"].annotation,
            [stage for stage, _ in hearing.stages()],
        ),
        (
            hearings.AskedIn.model_fields["answer"].annotation,
            [answer for answer, _ in hearing.answers()],
        ),
    ],
)
def test_words_are_those_of_the_domain(literal: Any, words: list[str]) -> None:
    """A word the domain knows is not refused at the door, and no other gets in."""
    assert set(get_args(literal)) == set(words)


def test_safeguards_are_those_of_the_domain() -> None:
    """Each safeguard of a hearing can be sent."""
    assert set(hearings.Safeguards.model_fields) == set(hearing.SAFEGUARDS)
