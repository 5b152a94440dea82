import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.checkpoint import WrongOrigin
from safeconduct.ledger.merkle import InvalidProof
from safeconduct.ledger.note import UnverifiedNote, Verifier, parse_note, sign_note
from safeconduct.ledger.policy import Policy, UnmetQuorum
from safeconduct.ledger.proof import MalformedProof, Proof
from tests.ledger import logs
from tests.ledger.logs import SIGNER, TIME, WITNESSES
from tests.ledger.mutations import every_bit, every_substring
from tests.ledger.vectors import load

HASH = "rzFuy5Go7nrpkhBwKy1HWPMM3eO/YePY54fXRoH5Cm4="
ENTRIES = logs.entries(5)


def refuses(content: bytes, entry: bytes, policy: Policy) -> bool:
    try:
        Proof.parse(content).verify(entry, policy)
    except ValueError:
        return True
    return False


def test_formats_proofs() -> None:
    """Proofs of transparency-dev/formats are read and written, or refused."""
    vectors = load("transparency-dev-formats/tlog_proof.json")
    for case in vectors["valid"]:
        proof = Proof.parse(case["text"].encode())

        assert proof.index == case["index"]
        assert proof.checkpoint.decode() == case["checkpoint"]
        assert len(proof.path) == len(case["hashes"])
        assert (proof.extra and proof.extra.decode()) == case["extra"]
        assert proof.text == case["text"].encode()
    for case in vectors["invalid"]:
        with pytest.raises(MalformedProof):
            Proof.parse(case["text"].encode())


@pytest.mark.parametrize("count", [1, 40])
def test_long_line(count: int) -> None:
    """A hash line of 66,560 letters is refused, and many of them are not buffered."""
    lines = ("A" * 66_560 + "\n") * count
    with pytest.raises(MalformedProof):
        Proof.parse(f"c2sp.org/tlog-proof@v1\nindex 0\n{lines}\ncheckpoint\n".encode())


HEAD = "c2sp.org/tlog-proof@v1\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        HEAD,
        HEAD + "index 0\n",
        HEAD + "index 0\n\n",
        HEAD + "\nindex 0\n\nc\n",
        HEAD + "index 00\n\nc\n",
        HEAD + "index +0\n\nc\n",
        HEAD + "index 9223372036854775808\n\nc\n",
        HEAD + "index  0\n\nc\n",
        HEAD + "index 0 \n\nc\n",
        HEAD + "Index 0\n\nc\n",
        HEAD + "extra \nindex 0\n\nc\n",
        HEAD + "extra AQ\nindex 0\n\nc\n",
        HEAD + "extra AR==\nindex 0\n\nc\n",
        HEAD + "index 0\nextra AQ==\n\nc\n",
        HEAD + "extra AQ==\nextra AQ==\nindex 0\n\nc\n",
        HEAD + f"index 0\n {HASH}\n\nc\n",
        HEAD + f"index 0\n{HASH[:-2]}5=\n\nc\n",
        HEAD + "index 0\n" + f"{HASH}\n" * 64 + "\nc\n",
        HEAD.replace("v1", "v2") + "index 0\n\nc\n",
        HEAD.replace("\n", "\r\n") + "index 0\n\nc\n",
        HEAD + "index é\n\nc\n",
    ],
)
def test_malformed(text: str) -> None:
    """There is one way to write a proof."""
    with pytest.raises(MalformedProof):
        Proof.parse(text.encode())


@pytest.mark.parametrize(
    ("index", "path", "checkpoint", "extra"),
    [
        (-1, (), b"c", None),
        (2**63, (), b"c", None),
        (0, (bytes(31),), b"c", None),
        (0, (bytes(32),) * 64, b"c", None),
        (0, (), b"", None),
        (0, (), b"c", b""),
        (0, (), b"c", bytes(65_536)),
        (0, (), bytes(1_000_001), None),
    ],
)
def test_impossible(
    index: int, path: tuple[bytes, ...], checkpoint: bytes, extra: bytes | None
) -> None:
    """What could not be written and read back cannot be made."""
    with pytest.raises(MalformedProof):
        Proof(index, path, checkpoint, extra)


def test_verify() -> None:
    """Every entry of a log is proved, to a policy and to who knows the key alone."""
    for index, entry in enumerate(ENTRIES):
        proof = logs.proof(index, 5, *WITNESSES[:2])
        witnessed = Proof.parse(proof.text).verify(entry, logs.policy())

        assert witnessed.checkpoint.size == 5
        assert witnessed.times == {"w1": TIME, "w2": TIME + 1}
        assert proof.verify(entry, Policy.trusting(SIGNER.verifier)).times == {}


def test_log_of_one() -> None:
    """A tree of one entry needs no path."""
    proof = logs.proof(0, 1)

    assert proof.path == ()
    witnessed = proof.verify(ENTRIES[0], Policy.trusting(SIGNER.verifier))
    assert witnessed.checkpoint.size == 1


def test_refused() -> None:
    """Another entry, another place, a missing witness, a stranger's log."""
    proof = logs.proof(1, 5, WITNESSES[0])
    trusting = Policy.trusting(SIGNER.verifier)
    elsewhere = Proof(2, proof.path, proof.checkpoint)

    with pytest.raises(InvalidProof):
        proof.verify(ENTRIES[0], trusting)
    with pytest.raises(InvalidProof):
        elsewhere.verify(ENTRIES[1], trusting)
    with pytest.raises(UnmetQuorum):
        proof.verify(ENTRIES[1], logs.policy())
    with pytest.raises(UnverifiedNote):
        proof.verify(ENTRIES[1], Policy.trusting(Verifier("other", bytes(32))))
    other = parse_note(proof.checkpoint)[0].replace(b"log1", b"log2")
    with pytest.raises(WrongOrigin):
        Proof(1, proof.path, sign_note(other, SIGNER)).verify(ENTRIES[1], trusting)


def test_extra_is_not_signed() -> None:
    """Extra data may be anything: it changes nothing about what is proved."""
    proof = logs.proof(1, 5)
    more = Proof(proof.index, proof.path, proof.checkpoint, b"anything")

    witnessed = more.verify(ENTRIES[1], Policy.trusting(SIGNER.verifier))
    assert witnessed.checkpoint.size == 5
    assert Proof.parse(more.text) == more


def test_every_bit() -> None:
    """A proof altered in any one bit proves nothing to who asks for all witnesses."""
    policy = logs.policy("group all-of-them all w1 w2\nquorum all-of-them\n")
    content = logs.proof(1, 3, *WITNESSES[:2]).text

    assert not refuses(content, ENTRIES[1], policy)
    for altered in every_bit(content):
        assert refuses(altered, ENTRIES[1], policy)
    for altered in every_bit(ENTRIES[1]):
        assert refuses(content, altered, policy)


def test_every_substring() -> None:
    """A proof with anything cut away proves nothing."""
    policy = logs.policy("quorum w1\n")
    content = logs.proof(1, 3, WITNESSES[0]).text
    for cut in every_substring(content):
        assert refuses(cut, ENTRIES[1], policy)


@given(
    st.integers(0, 2**63 - 1),
    st.lists(st.binary(min_size=32, max_size=32), max_size=63),
    st.binary(min_size=1),
    st.none() | st.binary(min_size=1),
)
def test_proofs_round(
    index: int, path: list[bytes], checkpoint: bytes, extra: bytes | None
) -> None:
    """Every proof is read back as it was written."""
    proof = Proof(index, tuple(path), checkpoint, extra)

    assert Proof.parse(proof.text) == proof


@given(st.binary())
def test_any_bytes(content: bytes) -> None:
    """Bytes are refused, or are the one spelling of what was read."""
    for text in (content, HEAD.encode() + b"index 0\n" + content):
        try:
            proof = Proof.parse(text)
        except MalformedProof:
            continue
        assert proof.text == text
