from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.checkpoint import MalformedCheckpoint, WrongOrigin
from safeconduct.ledger.cosignature import CosignatureVerifier
from safeconduct.ledger.key import MalformedKey
from safeconduct.ledger.note import (
    InvalidSignature,
    MalformedNote,
    Signer,
    UnverifiedNote,
    Verifier,
    add_signatures,
    parse_note,
    sign_note,
)
from safeconduct.ledger.policy import (
    Group,
    Log,
    MalformedPolicy,
    Policy,
    UnmetQuorum,
    Witness,
)
from tests.ledger import logs
from tests.ledger.logs import ORIGIN, SIGNER, TIME, WITNESSES
from tests.ledger.mutations import every_bit, every_byte, every_substring
from tests.ledger.vectors import load

CHECKPOINT = logs.log(5)["checkpoint"]
LOG = SIGNER.verifier.vkey
FIRST, SECOND, THIRD = (witness.verifier.vkey for witness in WITNESSES)


def as_cosigner(vkey: str) -> str:
    """The same bytes as a key of algorithm 04, as the vectors' source has it."""
    try:
        key = Verifier.parse(vkey)
    except MalformedKey:
        return vkey
    return CosignatureVerifier(key.name, key.public_key).vkey


def converted(policy: str) -> bytes:
    """A policy of transparency-dev/formats with witness keys as ours have them."""
    words = policy.split(" ")
    return " ".join(as_cosigner(word) for word in words).encode()


def sigsum(config: str) -> bytes:
    """A policy of sigsum-go, bare hex keys written as C2SP has them."""
    lines = []
    for line in config.split("\n"):
        match line.split():
            case ["log", key, *rest]:
                lines.append(" ".join(["log", log_key(key), *rest]))
            case ["witness", name, key, *rest]:
                lines.append(" ".join(["witness", name, witness_key(key), *rest]))
            case _:
                lines.append(line)
    return "\n".join(lines).encode()


def log_key(public_key: str) -> str:
    return Verifier("log.example", bytes.fromhex(public_key)).vkey


def witness_key(public_key: str) -> str:
    return CosignatureVerifier("witness.example", bytes.fromhex(public_key)).vkey


def test_formats_policies() -> None:
    """Policies of transparency-dev/formats are read as it reads them, or refused."""
    vectors = load("transparency-dev-formats/policy.json")
    for case in vectors["valid"]:
        policy = Policy.parse(converted(case["policy"]))
        (group,) = policy.groups

        assert group.threshold == case["threshold"], case["name"]
        assert len(group.members) == case["members"], case["name"]
        assert Policy.parse(policy.text) == policy
    for case in vectors["invalid"]:
        with pytest.raises(MalformedPolicy):
            Policy.parse(converted(case["policy"] + "\n"))


def test_formats_witnesses_of_algorithm_01() -> None:
    """Their witnesses have keys of notes; a policy of ours says so and refuses."""
    (case, *_) = load("transparency-dev-formats/policy.json")["valid"]
    with pytest.raises(MalformedPolicy, match="of 04") as refusal:
        Policy.parse(case["policy"].encode())

    assert refusal.value.line == 2


def test_sigsum_quorums() -> None:
    """Nested groups and thresholds of sigsum-go are met by the witnesses it says."""
    vectors = load("sigsum-go/policy.json")
    nested = Policy.parse(sigsum(vectors["nested"]["config"]))
    for case in vectors["nested"]["quorum"]:
        assert nested.met(f"W{i}" for i in case["witnesses"]) == case["met"]
    thresholds = Policy.parse(sigsum(vectors["thresholds"]["config"]))
    for case in vectors["thresholds"]["quorum"]:
        names = [f"A{i}" for i in case["A"]] + [f"B{i}" for i in case["B"]]
        assert thresholds.met(names) == case["met"]


def test_sigsum_malformed() -> None:
    """What sigsum-go refuses is refused."""
    for case in load("sigsum-go/policy.json")["invalid"]:
        with pytest.raises(MalformedPolicy):
            Policy.parse(sigsum(case["config"]))


def test_sigsum_two_of_n() -> None:
    """Of all 64 subsets of six witnesses exactly those meet the quorum that must."""
    vectors = load("sigsum-go/policy.json")["two_of_n"]
    groups = tuple(
        Group(name, threshold, tuple(members))
        for name, (threshold, *members) in vectors["groups"].items()
    )
    policy = Policy((), (), groups, vectors["quorum"])
    names = [f"w{i}" for i in range(6)]
    subsets = [set(c) for size in range(7) for c in combinations(names, size)]

    assert len(subsets) == 64
    for seen in subsets:
        pairs = [{"w2", "w3"} <= seen, "w4" in seen, "w5" in seen]
        assert policy.met(seen) == ({"w0", "w1"} <= seen and sum(pairs) >= 2)


PARTS = f"log {LOG}\nwitness a {FIRST}\nwitness b {SECOND}\n"
REFUSED: dict[str, tuple[str, int, str]] = {
    "empty": ("", 0, "quorum line"),
    "no quorum": (PARTS, 0, "quorum line"),
    "two quorums": (PARTS + "quorum a\nquorum a\n", 5, "one quorum"),
    "quorum of two": (PARTS + "quorum a b\n", 4, "no log, witness"),
    "quorum before": ("quorum a\n" + PARTS, 1, "defined before"),
    "quorum unknown": (PARTS + "quorum c\n", 4, "defined before"),
    "unknown word": (PARTS + "cosigner a\nquorum a\n", 4, "no log, witness"),
    "word in capitals": (PARTS + "Quorum a\n", 4, "no log, witness"),
    "log without key": ("log\nquorum none\n", 1, "no log, witness"),
    "witness without key": ("witness a\nquorum none\n", 1, "no log, witness"),
    "log with a witness's key": (f"log {FIRST}\nquorum none\n", 1, "key of a log"),
    "witness with a log's key": (f"witness a {LOG}\nquorum a\n", 1, "of a witness"),
    "same log": (PARTS + f"log {LOG}\nquorum a\n", 4, "already"),
    "same witness": (PARTS + f"witness c {FIRST}\nquorum a\n", 4, "already"),
    "same name": (PARTS + f"witness a {THIRD}\nquorum a\n", 4, "defined already"),
    "group of that name": (PARTS + "group a any b\nquorum a\n", 4, "defined already"),
    "none as a witness": (f"witness none {FIRST}\nquorum none\n", 1, "defined already"),
    "none as a group": (
        PARTS + "group none any a\nquorum none\n",
        4,
        "defined already",
    ),
    "none as a member": (PARTS + "group g all a none\nquorum g\n", 4, "defined before"),
    "itself as a member": (PARTS + "group g all a g\nquorum g\n", 4, "defined before"),
    "later member": (
        PARTS + f"group g all a c\nwitness c {THIRD}\nquorum g\n",
        4,
        "defined before",
    ),
    "twice a member": (PARTS + "group g 1 a a\nquorum g\n", 4, "once"),
    "member of two": (PARTS + "group g 1 a\ngroup h 1 a\nquorum h\n", 5, "once"),
    "no members": (PARTS + "group g any\nquorum g\n", 4, "has members"),
    "none of them": (PARTS + "group g 0 a\nquorum g\n", 4, "threshold"),
    "more than all": (PARTS + "group g 3 a b\nquorum g\n", 4, "threshold"),
    "negative": (PARTS + "group g -1 a b\nquorum g\n", 4, "threshold"),
    "leading zero": (PARTS + "group g 01 a b\nquorum g\n", 4, "threshold"),
    "word for a number": (PARTS + "group g most a b\nquorum g\n", 4, "threshold"),
    "comment behind": (PARTS + "quorum a # why\n", 4, "no log, witness"),
    "comment behind a key": (f"log {LOG} # mine\nquorum none\n", 1, "own lines"),
    "no last newline": (PARTS + "quorum a", 4, "newline"),
    "comment without newline": (PARTS + "quorum a\n# end", 5, "newline"),
    "carriage return": (PARTS + "quorum a\r\n", 4, "control"),
    "null": (PARTS + "# \x00\nquorum a\n", 4, "control"),
    "DEL": (PARTS + "# \x7f\nquorum a\n", 4, "control"),
    "too long": ("#" * 1_000_000 + "\n", 0, "at most"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_malformed(name: str) -> None:
    """Each rule of the format is held, and the line is named."""
    text, line, why = REFUSED[name]
    with pytest.raises(MalformedPolicy, match=why) as refusal:
        Policy.parse(text.encode())

    assert refusal.value.line == line


def test_what_is_allowed() -> None:
    """White space, comments, URLs, any order, and names of any bytes."""
    text = (
        b"# by hand\n\n \t \nquorum none\n"
        + f"\twitness  caf\xe9 {FIRST}\thttps://w.example \n".encode("latin-1")
        + b"  # one key may be a log's and a witness's, C2SP\n"
        + f"log {Signer(ORIGIN, bytes([1]) * 32).verifier.vkey} u\n".encode()
        + f"witness caf\u00e9 {SECOND}\n".encode()
        + b"group all any caf\xe9\n"
    )
    policy = Policy.parse(text)

    assert [log.url for log in policy.logs] == ["u"]
    assert [witness.name for witness in policy.witnesses] == ["caf\udce9", "café"]
    assert policy.witnesses[0].url == "https://w.example"
    assert policy.groups == (Group("all", 1, ("caf\udce9",)),)
    assert b"witness caf\xe9 " in policy.text
    assert Policy.parse(policy.text) == policy


def test_quorum_of_one_witness_and_of_none() -> None:
    """A quorum is a witness, a group, or nobody."""
    one = logs.policy("quorum w2\n")

    assert not one.met(["w1", "w3"])
    assert one.met(["w2"])
    assert logs.policy("quorum none\n").met([])


def test_deep_groups() -> None:
    """A thousand groups within each other are counted, without any recursion."""
    groups = "".join(f"group g{i} any g{i - 1}\n" for i in range(1, 2000))
    policy = logs.policy(f"group g0 any w1\n{groups}quorum g1999\n")

    assert policy.met(["w1"])
    assert not policy.met(["w2"])


def test_check() -> None:
    """Two of three are enough; it is told who they are, and when."""
    note = logs.cosigned(CHECKPOINT, WITNESSES[2], WITNESSES[0])
    witnessed = logs.policy().check(note)

    assert witnessed.checkpoint.size == 5
    assert witnessed.log == Log(SIGNER.verifier)
    assert witnessed.times == {"w1": TIME + 1, "w3": TIME}
    assert [witness for witness, _ in witnessed.cosignatures] == [
        Witness("w1", WITNESSES[0].verifier),
        Witness("w3", WITNESSES[2].verifier),
    ]


def test_too_few() -> None:
    """One of three is not; the refusal names who did."""
    with pytest.raises(UnmetQuorum, match="cosigned by: w2") as refusal:
        logs.policy().check(logs.cosigned(CHECKPOINT, WITNESSES[1]))
    assert refusal.value.names == ("w2",)
    with pytest.raises(UnmetQuorum, match="no witness of the policy"):
        logs.policy().check(CHECKPOINT)


def lines_of(note: bytes) -> Iterable[Any]:
    return parse_note(note)[1][1:]


def test_bad_cosignature_counts_as_absent() -> None:
    """Sigsum's rule: it refuses nothing when enough others remain, and counts not."""
    other = logs.log(6)["checkpoint"]
    bad = lines_of(logs.cosigned(other, WITNESSES[0]))
    enough = logs.cosigned(CHECKPOINT, WITNESSES[1], WITNESSES[2])
    few = logs.cosigned(CHECKPOINT, WITNESSES[1])
    both = logs.cosigned(enough, WITNESSES[0])

    assert logs.policy().check(add_signatures(enough, bad)).times.keys() == {"w2", "w3"}
    assert logs.policy().check(add_signatures(both, bad)).times.keys() == {
        "w1",
        "w2",
        "w3",
    }
    with pytest.raises(UnmetQuorum):
        logs.policy().check(add_signatures(few, bad))


def test_one_witness_twice() -> None:
    """Two lines of one witness are one witness."""
    note = logs.cosigned(CHECKPOINT, WITNESSES[0], WITNESSES[0])
    with pytest.raises(UnmetQuorum) as refusal:
        logs.policy().check(note)

    assert refusal.value.names == ("w1",)


def test_strangers_are_left_out() -> None:
    """Lines of others say nothing, and do not stand in the note that is kept."""
    policy = logs.policy("quorum w1\n")
    stranger = Signer("stranger.example", bytes(32))
    note = logs.cosigned(CHECKPOINT, WITNESSES[0])
    text, _ = parse_note(note)
    more = parse_note(sign_note(text, stranger))[1]
    witnessed = policy.check(add_signatures(note, more))

    assert witnessed.note == note
    assert policy.check(witnessed.note) == witnessed


def test_refused_checkpoints() -> None:
    """What the log did not sign as its own is refused, whoever cosigned it."""
    policy = logs.policy("quorum none\n")
    other = Signer("other.example", bytes(32))
    state = parse_note(CHECKPOINT)[0]

    with pytest.raises(MalformedNote):
        policy.check(CHECKPOINT[:-1])
    with pytest.raises(UnverifiedNote):
        policy.check(sign_note(state, other))
    with pytest.raises(InvalidSignature):
        policy.check(CHECKPOINT.replace(b"\n5\n", b"\n6\n"))
    with pytest.raises(MalformedCheckpoint):
        policy.check(sign_note(b"no checkpoint\n", SIGNER))
    with pytest.raises(WrongOrigin):
        policy.check(sign_note(state.replace(b"log1", b"log2"), SIGNER))


def test_two_logs() -> None:
    """Each log answers for its own origin only."""
    second = Signer("second.example/log", bytes(32))
    text = f"log {LOG}\nlog {second.verifier.vkey}\nquorum none\n"
    policy = Policy.parse(text.encode())
    state = parse_note(CHECKPOINT)[0]

    assert policy.check(CHECKPOINT).log.verifier == SIGNER.verifier
    with pytest.raises(WrongOrigin):
        policy.check(sign_note(state, second))
    with pytest.raises(WrongOrigin):
        policy.check(sign_note(state, SIGNER, second))


def test_trusting_one_key() -> None:
    """Who knows a log's key and no witness has a policy too."""
    policy = Policy.trusting(SIGNER.verifier)

    assert policy.check(CHECKPOINT).checkpoint.size == 5
    assert Policy.parse(policy.text) == policy


ALL = logs.policy("group enough all w1 w2 w3\nquorum enough\n")
WITNESSED = logs.cosigned(CHECKPOINT, *WITNESSES)


def believes(content: bytes) -> bool:
    try:
        Policy.parse(content).check(WITNESSED)
    except (MalformedPolicy, UnverifiedNote, UnmetQuorum):
        return False
    return True


def test_every_substring() -> None:
    """A policy cut in front has no log, one cut behind no quorum: neither believes."""
    assert believes(ALL.text)
    for cut in every_substring(ALL.text):
        assert not believes(cut)


def test_every_change() -> None:
    """A policy with one byte changed is refused, or asks for the same witnesses."""
    for altered in (*every_bit(ALL.text), *every_byte(ALL.text)):
        if believes(altered):
            again = Policy.parse(altered)

            assert (again.logs, again.quorum) == (ALL.logs, ALL.quorum)
            assert [w.verifier for w in again.witnesses] == [
                w.verifier for w in ALL.witnesses
            ]


NAMES = st.text(
    st.characters(exclude_characters=" \t\n#", exclude_categories=["Cc", "Cs"]),
    min_size=1,
).filter(lambda name: name != "none")


@given(st.data())
def test_policies_round(data: st.DataObject) -> None:
    """Every policy is read back as it was written."""
    names = data.draw(st.lists(NAMES, min_size=2, max_size=8, unique=True))
    *members, group = names
    keys = [sha256(name.encode(errors="surrogateescape")).digest() for name in members]
    threshold = data.draw(st.integers(1, len(members)))
    policy = Policy(
        (Log(Verifier(ORIGIN, keys[0]), data.draw(st.none() | NAMES)),),
        tuple(
            Witness(name, CosignatureVerifier("witness.example", key))
            for name, key in zip(members, keys, strict=True)
        ),
        (Group(group, threshold, tuple(members)),),
        data.draw(st.sampled_from([*names, "none"])),
    )

    assert Policy.parse(policy.text) == policy


@given(st.binary())
def test_any_bytes(content: bytes) -> None:
    """Bytes are refused, or mean what they mean when written again."""
    lines = f"log {b64encode(content).decode()}\n".encode()
    for text in (content, lines + content, PARTS.encode() + content + b"\nquorum a\n"):
        try:
            policy = Policy.parse(text)
        except MalformedPolicy:
            continue
        assert Policy.parse(policy.text) == policy
