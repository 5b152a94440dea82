"""How fast are the log's trees, files and proofs, and how does pymerkle do?

    ./run bench ledger_proofs [--entries 1000000] [--most 10000000]

Part 1 hashes leaves of 33 bytes in one process: two calls of hashlib for each leaf,
which no tree can beat; our frontier; and pymerkle in memory, in the same run. Part 2
publishes logs of both sizes into a temporary folder and audits them from the files.
Part 3 proves and verifies entries of these logs, drawn by chance with a fixed seed.

Each measurement of part 2 and 3 runs in a process of its own, so that its memory is its
own: the largest resident size, as Linux counts it in /proc. Times are of the processor,
of one run each: on a quiet machine they are those of the clock, and on a busy one they
are still ours. Files are not synchronised with the disk.

pymerkle is no dependency of ours: it is installed into a temporary environment, and
runs there as a program of its own. Where it cannot be installed it is left out, and
that is said.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from safeconduct.ledger import (
    Checkpoint,
    Frontier,
    HashReader,
    Signer,
    audit,
    inclusion_proof,
    leaf_hash,
    publish,
    root,
    sign_checkpoint,
    verify_inclusion,
)

SIGNER = Signer("ledger.bench.example/log", bytes(32))
PYMERKLE = "pymerkle==7.0.0"
PROOFS = 2_000
AUDIT_TARGET, PROOF_TARGET, VERIFY_TARGET = 25, 0.5, 30  # s at 10M, ms, µs

THEIRS = """
import json, sys
from hashlib import sha256
from time import process_time
from pymerkle import InmemoryTree, verify_inclusion
count = int(sys.argv[1])
entries = [b"\\x01" + sha256(b"%d" % i).digest() for i in range(count)]
def memory():
    return int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0])
before = memory()
tree, begun = InmemoryTree(algorithm="sha256"), process_time()
tree.append_entries(entries)
root = tree.get_root()
seconds = process_time() - begun
grown = memory() - before
proving, verifying, times = 0, 0, 500
for index in range(1, times + 1):
    begun = process_time()
    proof = tree.prove_inclusion(index * (count // (times + 1)))
    proving += process_time() - begun
    begun = process_time()
    verify_inclusion(proof.path[0], root, proof)
    verifying += process_time() - begun
print(json.dumps({
    "root": root.hex(), "seconds": seconds, "MB": grown / 1024,
    "prove": proving / times, "verify": verifying / times,
}))
"""


def entries(start: int, stop: int) -> Iterator[bytes]:
    """Give entries as real ones look: 33 bytes, all different."""
    for i in range(start, stop):
        yield b"\x01" + sha256(b"%d" % i).digest()


def timed(run: Callable[[], object]) -> float:
    """Return how long a run takes, in seconds."""
    begun = process_time()
    run()
    return process_time() - begun


def memory() -> float:
    """Return the largest resident size so far, in MB; not a number off Linux.

    Not `getrusage`, which counts what the parent had before this program began.
    """
    try:
        status = Path("/proc/self/status").read_text()
    except FileNotFoundError:
        return float("nan")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def report(name: str, *values: str) -> None:
    """Print one line of a table."""
    print(f"{name:44}", *(f"{value:>16}" for value in values))


def hashing(count: int) -> None:
    """Part 1."""
    made = list(entries(0, count))
    leaves = list(map(leaf_hash, made))
    before = memory()

    def floor() -> None:
        for entry in made:
            sha256(b"\x00" + entry).digest()
        for leaf in leaves:
            sha256(b"\x01" + leaf + leaf).digest()

    def ours() -> None:
        frontier = Frontier()
        frontier.extend(map(leaf_hash, made))
        frontier.root()

    least = timed(floor)
    print(f"\n1. {count:,} leaves of 33 bytes, one process")
    report("", "leaves/s", "us per leaf", "to the floor", "more memory")
    for name, seconds in (
        ("two SHA-256 for each, hashlib", least),
        ("ours", timed(ours)),
    ):
        report_leaves(name, count, seconds, least, memory() - before)
    theirs = pymerkle(count)
    if theirs is None:
        return
    report_leaves("pymerkle, in memory", count, theirs["seconds"], least, theirs["MB"])
    if theirs["root"] != root(leaves).hex():
        sys.exit("pymerkle has another root")
    print("The roots are the same.")
    proving, verifying = theirs["prove"] * 1e3, theirs["verify"] * 1e6
    print(f"pymerkle proves in {proving:.3f} ms, verifies in {verifying:.0f} us.")


def report_leaves(
    name: str, count: int, seconds: float, least: float, megabytes: float
) -> None:
    """Print how fast leaves were hashed."""
    report(
        name,
        f"{count / seconds:,.0f}",
        f"{seconds / count * 1e6:.2f}",
        f"{seconds / least:.1f}",
        f"{megabytes:.0f} MB",
    )


def pymerkle(count: int) -> dict | None:
    """Run pymerkle in an environment of its own; None, and a line, if it cannot be."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder, "bin/python"))
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        done = subprocess.run(  # noqa: S603
            [python, *install, PYMERKLE], check=False, capture_output=True, text=True
        )
        if done.returncode:
            why = (done.stderr.strip() or "no reason").splitlines()[-1]
            print(f"pymerkle is left out, it cannot be installed ({why})")
            return None
        said = subprocess.run(  # noqa: S603
            [python, "-I", "-c", THEIRS, str(count)],
            check=True,
            capture_output=True,
            text=True,
        )
    return json.loads(said.stdout)


def build(folder: Path, count: int) -> dict[str, float]:
    """Write a log of `count` entries."""
    frontier = Frontier()
    hashed = timed(lambda: frontier.extend(map(leaf_hash, entries(0, count))))
    made = publish(
        0,
        count,
        entries=entries,
        nodes=HashReader(dict[str, bytes]().get, 0),
        root=frontier.root(),
    )

    def write() -> None:
        for path, content in made:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    written = timed(write)
    state = Checkpoint(SIGNER.name, count, frontier.root())
    (folder / "checkpoint").write_bytes(sign_checkpoint(state, SIGNER))
    return {"hash": hashed, "write": written, "MB": memory()}


def check(folder: Path) -> dict[str, float]:
    """Audit a log from its files."""
    found: list[bool] = []

    def run() -> None:
        log = SIGNER.verifier
        found.append(audit(reader(folder), verifier=log, origin=log.name).is_sound)

    seconds = timed(run)
    if found != [True]:
        sys.exit("the log is not sound")
    return {"audit": seconds, "MB": memory()}


def prove(folder: Path, count: int) -> dict[str, float]:
    """Prove and verify entries, from files that have just been read or have not."""
    draw = random.Random(1)  # noqa: S311
    indexes = [draw.randrange(count) for _ in range(PROOFS)]
    read = HashReader(reader(folder), count)
    digest = root_of(folder)
    proving, verifying, lengths = [], [], []
    for index in indexes:
        (leaf,) = map(leaf_hash, entries(index, index + 1))
        begun = process_time()
        proof = inclusion_proof(index, count, read)
        middle = process_time()
        verify_inclusion(index, count, leaf, proof, digest)
        verifying.append(process_time() - middle)
        proving.append(middle - begun)
        lengths.append(len(proof))
    return {
        "prove": median(proving),
        "prove99": quantiles(proving, n=100)[-1],
        "verify": median(verifying),
        "verify99": quantiles(verifying, n=100)[-1],
        "hashes": max(lengths),
        "MB": memory(),
    }


def reader(folder: Path) -> Callable[[str], bytes | None]:
    """Read files of a folder by their paths."""

    def read(path: str) -> bytes | None:
        try:
            return (folder / path).read_bytes()
        except FileNotFoundError:
            return None

    return read


def root_of(folder: Path) -> bytes:
    """Read the root from the checkpoint of a folder."""
    text = (folder / "checkpoint").read_bytes().partition(b"\n\n")[0] + b"\n"
    return Checkpoint.parse(text).root


def alone(part: str, folder: Path, count: int) -> dict[str, float]:
    """Run one measurement in a process of its own."""
    said = subprocess.run(  # noqa: S603
        [sys.executable, __file__, "--part", part, str(folder), str(count)],
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(said.stdout)


def published(count: int) -> None:
    """Parts 2 and 3, for a log of one size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        built = alone("build", folder, count)
        checked = alone("check", folder, count)
        proved = alone("prove", folder, count)
    print(f"\n2. A published log of {count:,} entries")
    report("", "seconds", "entries/s", "memory")
    for what, seconds, megabytes in (
        ("entries made, leaves and root", built["hash"], built["MB"]),
        ("entries made, bundles and tiles, to files", built["write"], built["MB"]),
        ("audit, from files", checked["audit"], checked["MB"]),
    ):
        rate = f"{count / seconds:,.0f}"
        report(what, f"{seconds:.1f}", rate, f"{megabytes:.0f} MB")
    print(f"\n3. {PROOFS:,} proofs in it, up to {proved['hashes']} hashes")
    report("", "median", "99 of 100", "memory")
    for what, key, unit, factor in (
        ("prove, from files", "prove", "ms", 1e3),
        ("verify", "verify", "us", 1e6),
    ):
        values = [f"{proved[k] * factor:.3f} {unit}" for k in (key, f"{key}99")]
        report(what, *values, f"{proved['MB']:.0f} MB")
    judge(count, checked["audit"], proved["prove"] * 1e3, proved["verify"] * 1e6)


def judge(count: int, seconds: float, proving: float, verifying: float) -> None:
    """Say how this is to what was aimed at."""
    wanted = AUDIT_TARGET * count / 10_000_000
    for what, value, target in (
        ("audit, s", seconds, wanted),
        ("proof, ms", proving, PROOF_TARGET),
        ("verify, us", verifying, VERIFY_TARGET),
    ):
        word = "met" if value <= target else "MISSED"
        print(f"   target {what}: at most {target:g}: {word} ({value:.3g})")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--most", type=int, default=10_000_000)
    parser.add_argument("--part", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part:
        part, folder, count = asked.part[0], Path(asked.part[1]), int(asked.part[2])
        measures = {
            "build": lambda: build(folder, count),
            "check": lambda: check(folder),
            "prove": lambda: prove(folder, count),
        }
        print(json.dumps(measures[part]()))
        return
    hashing(asked.entries)
    for count in sorted({asked.entries, asked.most}):
        published(count)


if __name__ == "__main__":
    main()
