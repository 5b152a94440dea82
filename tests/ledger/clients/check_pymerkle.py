"""The `pymerkle` package, on all our entries, two checkpoints and the receipt.

It knows trees and no signatures: the roots are taken from the notes as they stand.
Its paths begin with the leaf, and its indexes with 1.
"""

import base64
import sys
from pathlib import Path

from pymerkle import (  # type: ignore[import-not-found]
    InclusionProof,
    InmemoryTree,
    InvalidProof,
    verify_consistency,
    verify_inclusion,
)


def main(folder: Path) -> int:
    size, root = read_checkpoint(folder / "checkpoint")
    tree = InmemoryTree(algorithm="sha256")
    for bundle in sorted(folder.glob("tile/entries/**/*")):
        if bundle.is_file():
            tree.append_entries(read_entries(bundle.read_bytes()))
    if (tree.get_size(), tree.get_root()) != (size, root):
        print("refused: the entries have another root")
        return 1
    print(f"root of {size} entries")
    try:
        verify_receipt(folder, tree, size, root)
        print("receipt verified")
        earlier, earlier_root = read_checkpoint(folder / "earlier")
        proof = tree.prove_consistency(earlier, size)
        verify_consistency(earlier_root, root, proof, earlier, size)
        print(f"consistent since {earlier}")
    except InvalidProof as error:
        print(f"refused: {error}")
        return 1
    return 0


def verify_receipt(folder: Path, tree: InmemoryTree, size: int, root: bytes) -> None:
    head, _, _ = (folder / "receipt.tlog-proof").read_text().partition("\n\n")
    _, line, *path = head.split("\n")
    index = int(line.removeprefix("index ")) + 1
    leaf = tree.hash_buff((folder / "entry").read_bytes())
    hashes = [leaf, *(base64.b64decode(one) for one in path)]
    rule = tree.prove_inclusion(index, size).rule
    proof = InclusionProof("sha256", True, size, index, rule, hashes)  # noqa: FBT003
    verify_inclusion(leaf, root, proof, index, size)


def read_checkpoint(path: Path) -> tuple[int, bytes]:
    _, size, root, *_ = path.read_text().split("\n")
    return int(size), base64.b64decode(root)


def read_entries(bundle: bytes) -> list[bytes]:
    entries = []
    while bundle:
        end = 2 + int.from_bytes(bundle[:2], "big")
        entries.append(bundle[2:end])
        bundle = bundle[end:]
    return entries


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
