from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.ledger import witness
from safeconduct.ledger.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from safeconduct.ledger.cosignature import split_cosignature
from safeconduct.ledger.merkle import (
    EMPTY_ROOT,
    consistency_proof,
    leaf_hash,
    nodes_of,
    root,
)
from safeconduct.ledger.note import Signer, Verifier, open_note
from safeconduct.ledger.witness import (
    Answer,
    MalformedRequest,
    RefusedCosignature,
    Request,
    decide,
    read_cosignature,
    read_size,
)
from tests.ledger import logs
from tests.ledger.logs import ORIGIN, SIGNER, TIME, WITNESSES
from tests.ledger.mutations import every_cut, every_substring

LEAVES = [leaf_hash(entry) for entry in logs.entries(40)]
FORKED = [*LEAVES[:3], leaf_hash(b"other"), *LEAVES[4:]]
COSIGNER = WITNESSES[0]
KEYS = [SIGNER.verifier]


def state(size: int, leaves: list[bytes] = LEAVES) -> Checkpoint:
    return Checkpoint(ORIGIN, size, root(leaves[:size]))


def request(old: int, size: int, leaves: list[bytes] = LEAVES) -> Request:
    proof = consistency_proof(old, size, nodes_of(leaves)) if 0 < old <= size else []
    return Request(old, tuple(proof), sign_checkpoint(state(size, leaves), SIGNER))


def ask(asked: Request, known: Checkpoint | None = None, time: int = TIME) -> Answer:
    return decide(asked, keys=KEYS, known=known, cosigner=COSIGNER, time=time)


def test_honest_log() -> None:
    """A growing log is cosigned at every size, from the first."""
    known = None
    for size in (0, 1, 2, 7, 8, 8, 40):
        answer = ask(request(known.size if known else 0, size), known)
        assert answer.status == 200
        assert answer.store is not None
        known = answer.store.checkpoint
        assert known == state(size)
        line = read_cosignature(known, answer.body, COSIGNER.verifier)
        assert split_cosignature(line.signature)[0] == TIME


def test_what_is_stored() -> None:
    """The note to be served bears the log's line and the witness's, and no other."""
    stranger = Signer("stranger.example", bytes(32))
    asked = request(0, 5)
    extra = sign_checkpoint(
        Checkpoint("stranger.example", 5, state(5).root), stranger
    ).rpartition(b"\n\n")[2]
    answer = ask(replace(asked, note=asked.note + extra))
    assert answer.store is not None
    opened = open_note(answer.store.note, [SIGNER.verifier, COSIGNER.verifier])

    assert opened.unverified == ()
    assert open_checkpoint(answer.store.note, SIGNER.verifier, ORIGIN) == state(5)


def test_fork() -> None:
    """A tree that does not contain the one cosigned is not cosigned."""
    for asked in (request(8, 40, FORKED), replace(request(8, 40), proof=())):
        assert (ask(asked, state(8)).status, ask(asked, state(8)).store) == (422, None)


def test_fork_of_the_same_size() -> None:
    """Same size, another root: the plainest fork there is."""
    assert ask(request(8, 8, FORKED), state(8)).status == 422


def test_proof_where_none_belongs() -> None:
    """From nothing, and to the same size, a proof must be empty."""
    assert ask(replace(request(0, 5), proof=(bytes(32),))).status == 422
    assert ask(replace(request(5, 5), proof=(bytes(32),)), state(5)).status == 422


def test_rollback() -> None:
    """A log that has become smaller is told what it had."""
    asked = request(0, 5)
    answer = ask(asked, state(8))

    assert (answer.status, answer.content_type) == (409, "text/x.tlog.size")
    assert (answer.body, read_size(answer.body)) == (b"8\n", 8)
    assert ask(request(5, 8), None).body == b"0\n"


def test_old_size_above_the_checkpoint() -> None:
    """That cannot be, whatever is known."""
    asked = Request(9, (), request(0, 5).note)

    assert ask(asked, state(9)).status == 400


def test_unknown_origin_and_key() -> None:
    """Without a key for the origin 404, without its signature 403."""
    asked = request(0, 5)
    other = Verifier(ORIGIN, bytes(32))
    bad = Request(0, (), asked.note.replace(b"\n5\n", b"\n6\n"))

    def status(asked: Request, keys: list[Verifier]) -> int:
        return decide(asked, keys=keys, known=None, cosigner=COSIGNER, time=TIME).status

    assert status(asked, []) == 404
    assert status(asked, [other]) == 403
    assert status(bad, KEYS) == 403
    assert status(asked, [other, *KEYS]) == 200


def test_order_of_the_checks() -> None:
    """Who is not known learns nothing of what is stored."""
    asked = Request(9, (), request(0, 5).note)
    answer = decide(
        asked,
        keys=[Verifier(ORIGIN, bytes(32))],
        known=state(3),
        cosigner=COSIGNER,
        time=TIME,
    )

    assert answer.status == 403


def test_empty_tree_cosigned() -> None:
    """After an empty tree any other is consistent, and needs no proof."""
    empty = Checkpoint(ORIGIN, 0, EMPTY_ROOT)

    assert ask(request(0, 5), empty).status == 200


def test_body() -> None:
    """A request is read as it was written, and answered 400 otherwise."""
    asked = request(3, 40)

    assert Request.parse(asked.body) == asked
    with pytest.raises(MalformedRequest) as refusal:
        Request.parse(asked.body[1:])
    assert witness.malformed(refusal.value).status == 400


def test_every_substring() -> None:
    """A request with anything cut away is none."""
    for cut in every_substring(request(0, 5).body):
        with pytest.raises(MalformedRequest):
            Request.parse(cut)


def test_cut_proof() -> None:
    """With a byte missing anywhere it is none, or it is not granted."""
    body = request(3, 40).body
    for cut in every_cut(body):
        try:
            asked = Request.parse(cut)
        except MalformedRequest:
            continue
        assert ask(asked, state(3)).status in (403, 409)


NOTE = request(0, 5).note.decode()
HASH = b64encode(bytes(32)).decode()


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\n\n",
        "\n" + NOTE,
        "old\n\n" + NOTE,
        "old 00\n\n" + NOTE,
        "old +0\n\n" + NOTE,
        "old -1\n\n" + NOTE,
        "old  0\n\n" + NOTE,
        "old 0 \n\n" + NOTE,
        "Old 0\n\n" + NOTE,
        "old 9223372036854775808\n\n" + NOTE,
        "old 0\r\n\r\n" + NOTE,
        "old 0\n" + NOTE,
        "old 0\n\n\n" + NOTE,
        "old 0\n" + f"{HASH}\n" * 64 + "\n" + NOTE,
        f"old 0\n{HASH[:-1]}\n\n" + NOTE,
        f"old 0\n{HASH[:-2]}B=\n\n" + NOTE,
        "old 0\nAAAA\n\n" + NOTE,
        "old é\n\n" + NOTE,
        "old 0\n\n" + NOTE[:-1],
        "old 0\n\n" + NOTE.replace("\n5\n", "\n05\n"),
        "old 0\n\n" + NOTE.replace("\n5\n", "\n5\nextension\n"),
        "old 0\n\n" + "x\n\n" + NOTE.partition("\n\n")[2],
    ],
)
def test_malformed(body: str) -> None:
    """There is one way to write a request."""
    with pytest.raises(MalformedRequest):
        Request.parse(body.encode())


def test_longest_proof() -> None:
    """63 hashes are allowed."""
    body = "old 1\n" + f"{HASH}\n" * 63 + "\n" + NOTE

    assert len(Request.parse(body.encode()).proof) == 63


@pytest.mark.parametrize(("old", "proof"), [(-1, ()), (2**63, ()), (0, (b"",))])
def test_impossible(old: int, proof: tuple[bytes, ...]) -> None:
    """What could not be sent cannot be made."""
    with pytest.raises(MalformedRequest):
        Request(old, proof, NOTE.encode())


def test_answers_that_are_none() -> None:
    """The log takes no line that does not cosign exactly what it asked for."""
    body = ask(request(0, 5)).body
    other = WITNESSES[1].cosign(state(5), TIME).line.encode()
    verifier = COSIGNER.verifier

    for wrong in (b"", b"sorry\n", other, body[:-1], body.replace(b" ", b"  ")):
        with pytest.raises(RefusedCosignature):
            read_cosignature(state(5), wrong, verifier)
    with pytest.raises(RefusedCosignature):
        read_cosignature(state(6), body, verifier)
    assert read_cosignature(state(5), other + body, verifier).line.encode() == body


@pytest.mark.parametrize("body", [b"", b"8", b"08\n", b"8\n\n", b"-8\n", b"\xff\n"])
def test_sizes_that_are_none(body: bytes) -> None:
    """A size is a number and a newline."""
    with pytest.raises(ValueError, match=r"."):
        read_size(body)


def test_where_the_latest_is_served() -> None:
    """C2SP: below the prefix, under the hash of the origin."""
    digest = sha256(ORIGIN.encode()).hexdigest()

    assert witness.checkpoint_path(ORIGIN) == f"{digest}/checkpoint"


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.booleans())))
def test_never_two_histories(
    attempts: list[tuple[int, int, bool]],
) -> None:
    """Whatever is asked in whatever order, all that is cosigned is of one history."""
    known: Checkpoint | None = None
    cosigned: list[Checkpoint] = []
    for old, size, fork in attempts:
        answer = ask(request(old, size, FORKED if fork else LEAVES), known)
        assert (answer.status == 200) == (answer.store is not None)
        if answer.store:
            known = answer.store.checkpoint
            cosigned.append(known)
    histories = [[root(leaves[:n]) for n in range(41)] for leaves in (LEAVES, FORKED)]

    assert [one.size for one in cosigned] == sorted(one.size for one in cosigned)
    assert any(all(h[one.size] == one.root for one in cosigned) for h in histories)


@given(st.binary())
def test_any_bytes(content: bytes) -> None:
    """Bytes are refused, or are the one spelling of what was read."""
    for body in (content, b"old 0\n" + content, b"old 0\n\n" + content):
        try:
            asked = Request.parse(body)
        except MalformedRequest:
            continue
        assert asked.body == body
