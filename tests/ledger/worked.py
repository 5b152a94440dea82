"""The worked log of the design: 70,000 entries, two witnesses, fixed seeds."""

from functools import cache
from hashlib import sha256
from typing import Any

from safeconduct.ledger import (
    Checkpoint,
    Cosigner,
    HashReader,
    Policy,
    Signer,
    cosign,
    leaf_hash,
    publish,
    root,
    sign_checkpoint,
)
from tests.ledger.vectors import load


def log() -> Any:
    return load("safeconduct/log.json")


def policy() -> Policy:
    vectors = log()
    lines = [f"log {vectors['log']}\n"]
    lines += [f"witness w{i} {key}\n" for i, key in enumerate(vectors["witnesses"], 1)]
    return Policy.parse(
        "".join([*lines, "group both all w1 w2\nquorum both\n"]).encode()
    )


@cache
def files() -> dict[str, bytes]:
    """Everything, made again from the seeds."""
    vectors = log()
    size, origin, seeds = vectors["size"], vectors["origin"], vectors["seeds_hex"]
    content = [b"\x01" + sha256(b"commit%d" % i).digest() for i in range(size)]
    state = Checkpoint(origin, size, root(map(leaf_hash, content)))
    made = dict(
        publish(
            0,
            size,
            entries=lambda start, stop: content[start:stop],
            nodes=HashReader(dict[str, bytes]().get, 0),
            root=state.root,
        )
    )
    note = sign_checkpoint(state, Signer(origin, bytes.fromhex(seeds["log"])))
    for name, time in vectors["cosignature_times"].items():
        seed = bytes.fromhex(seeds[name])
        note = cosign(note, state, Cosigner(f"{name}.example/w", seed), time)
    return {**made, "checkpoint": note}
