import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.journal.opening_file import (
    MalformedOpening,
    NotThisEntry,
    OpeningFile,
)
from safeconduct.ledger import (
    InvalidProof,
    Proof,
    UnmetQuorum,
    Value,
    commit,
    inclusion_proof,
    leaf_hash,
    nodes_of,
)
from tests.ledger import logs

FIELDS: list[tuple[str, Value]] = [
    ("act", "hearing.recorded"),
    ("wish", "refuge:KR"),
    ("count", 3),
]
MADE = commit(bytes(range(32)), UUID(int=7), FIELDS)
CONTENT = [*logs.entries(9), MADE.entry, *logs.entries(40)[10:]]
AT = 9


def opened(*slots: int, witnesses: int = 2) -> OpeningFile:
    """The entry at 9 of a small log, with these slots opened."""
    path = inclusion_proof(AT, len(CONTENT), nodes_of([*map(leaf_hash, CONTENT)]))
    note = logs.cosigned(logs.checkpoint_of(CONTENT), *logs.WITNESSES[:witnesses])
    return OpeningFile(
        logs.ORIGIN,
        MADE.entry,
        tuple(MADE.opening(slot) for slot in slots),
        Proof(AT, tuple(path), note),
    )


GOOD = opened(0, 2)


def test_what_it_shows() -> None:
    """The chosen fields, the place, and who saw the log when; no other field."""
    found = OpeningFile.parse(GOOD.text).verify(logs.policy())

    assert found.fields == (("act", "hearing.recorded"), ("count", 3))
    assert (found.index, set(found.witnessed.times)) == (AT, {"w1", "w2"})
    assert b"refuge" not in GOOD.text


def test_written_and_read() -> None:
    """A file that is read is written the same."""
    assert OpeningFile.parse(GOOD.text) == GOOD
    assert OpeningFile.parse(GOOD.text).text == GOOD.text


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"entry": CONTENT[0]}, InvalidProof),
        ({"origin": "other.test.example/log"}, NotThisEntry),
        ({"openings": (MADE.opening(5),)}, NotThisEntry),
        ({"openings": (MADE.opening(0), MADE.opening(0))}, NotThisEntry),
        (
            {"openings": (commit(bytes(32), UUID(int=7), FIELDS).opening(1),)},
            NotThisEntry,
        ),
        ({"proof": replace(GOOD.proof, index=8)}, InvalidProof),
        ({"proof": replace(GOOD.proof, path=GOOD.proof.path[1:])}, InvalidProof),
    ],
)
def test_parts_that_do_not_belong_together(
    changed: dict[str, Any], error: type[Exception]
) -> None:
    """Another entry, log, place, path or field is refused."""
    with pytest.raises(error):
        replace(GOOD, **changed).verify(logs.policy())


def test_too_few_witnesses() -> None:
    """The policy decides whether the checkpoint is believed."""
    with pytest.raises(UnmetQuorum):
        opened(0, witnesses=1).verify(logs.policy())


@pytest.mark.parametrize(
    "members",
    [
        {},
        [],
        None,
        GOOD.members | {"more": 1},
        GOOD.members | {"format": "safeconduct-opening/2"},
        GOOD.members | {"index": True},
        GOOD.members | {"index": 10},
        GOOD.members | {"openings": []},
        GOOD.members | {"openings": [1]},
        GOOD.members | {"openings": ["=="]},
        GOOD.members | {"openings": [*GOOD.members["openings"] * 9]},
        GOOD.members | {"commitment": MADE.entry.hex().upper()},
        GOOD.members | {"commitment": "01"},
        GOOD.members | {"proof": "nonsense"},
        {name: value for name, value in GOOD.members.items() if name != "origin"},
    ],
)
def test_other_members(members: Any) -> None:
    """What is missing, too much, or spelled otherwise is refused."""
    with pytest.raises(MalformedOpening):
        OpeningFile.parse(json.dumps(members).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        b" " * 3_000_000,
        GOOD.text.replace(b'"index": 9', b'"index": 9, "index": 9'),
        GOOD.text.replace(b"9,", b"9.0,", 1),
    ],
)
def test_no_such_file(content: bytes) -> None:
    """Bytes that are no such file are one kind of error, however they are wrong."""
    with pytest.raises(MalformedOpening):
        OpeningFile.parse(content)


@given(st.integers(0, len(GOOD.text) - 1), st.integers(1, 255))
def test_any_byte_changed(at: int, by: int) -> None:
    """A changed byte is refused, or it was one that means nothing in JSON."""
    content = bytearray(GOOD.text)
    content[at] ^= by
    try:
        found = OpeningFile.parse(bytes(content))
        shown = found.verify(logs.policy())
    except ValueError:
        return
    assert shown.fields == (("act", "hearing.recorded"), ("count", 3))
    assert (found.entry, shown.index) == (MADE.entry, AT)
