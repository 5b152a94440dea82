"""Check a receipt of the log, with this file alone.

Usage: python3 verify_receipt.py --policy POLICY RECEIPT [--entry HEX]

It needs Python 3.11 and the package `cryptography`; it asks no network. RECEIPT is a
file, or - for standard input: a `.tlog-proof` (then --entry gives the 33 bytes of the
entry, or the locator, in hex), or the receipt of a slip as scanned (base45), in hex or
in bytes. POLICY says which logs and witnesses are believed; get it from somebody else
than the log's keeper, and keep it.

Exit codes: 0 proved; 1 not proved, and it is said why; 2 the question could not be
asked (no such file, no policy, no entry).

It is published beside the log, and shares no line with the library `safeconduct.ledger`
on purpose: two programs that agree are worth more than one. The formats are told in
C2SP tlog-proof, tlog-policy, tlog-checkpoint, signed-note and tlog-cosignature, and in
docs/subsystems/ledger.md.
"""

import argparse
import base64
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, NoReturn, TextIO

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

HEADER = "c2sp.org/tlog-proof@v1"
LOG, WITNESS = 1, 4  # algorithms of keys
LOCATOR = 42  # bytes
MAX_NOTE = 1_000_000  # bytes
BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


class NotProved(Exception):
    """The receipt does not prove the entry to this policy."""


class CannotAsk(Exception):
    """Something is missing that the question needs."""


class Key(NamedTuple):
    """A named Ed25519 key."""

    name: str
    id: bytes
    key: bytes


class Policy(NamedTuple):
    """Whom to believe. Groups come in the order of their definition."""

    logs: list[Key]
    witnesses: dict[str, Key]
    groups: list[tuple[str, int, list[str]]]
    quorum: str


class Receipt(NamedTuple):
    """What a receipt of either form says."""

    place: int
    path: list[bytes]
    entry: bytes
    note: bytes


def main(argv: Sequence[str]) -> int:
    """Ask the question of the command line, and answer it."""
    parser = argparse.ArgumentParser(
        description="Check a receipt of the log against a policy, without any network.",
        epilog="Exit codes: 0 proved, 1 not proved, 2 the question could not be asked.",
    )
    parser.add_argument("receipt", metavar="RECEIPT", help="a file, or - for stdin")
    parser.add_argument("--policy", required=True, metavar="FILE")
    parser.add_argument("--entry", metavar="HEX", help="for a .tlog-proof: the entry")
    asked = parser.parse_args(argv)
    try:
        policy = read_policy(read_file(asked.policy))
        receipt = read_receipt(read_file(asked.receipt), policy, asked.entry)
        lines = list(check(receipt, policy))
    except NotProved as error:
        say(f"NOT PROVED: {error}")
        return 1
    except CannotAsk as error:
        say(f"Cannot tell: {error}", sys.stderr)
        return 2
    for line in ["PROVED", *lines]:
        say(line)
    return 0


def say(line: str, stream: TextIO | None = None) -> None:
    """Print a line, whatever letters the terminal can show."""
    print(line.encode("ascii", "backslashreplace").decode(), file=stream)


def read_file(name: str) -> bytes:
    """Read a file, or standard input."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CannotAsk(f"the file {name} cannot be read") from error


def check(receipt: Receipt, policy: Policy) -> Iterator[str]:
    """Check signatures, witnesses and path; tell what was found."""
    text, lines = split_note(receipt.note)
    origin, size, root = read_checkpoint(text)
    signers = [
        log
        for log in policy.logs
        for name, key_id, signature in lines
        if (name, key_id) == (log.name, log.id)
        and demand_signature(log, text, signature)
    ]
    if not signers:
        refuse("no log of the policy signed this checkpoint")
    if any(log.name != origin for log in signers):
        refuse("the checkpoint is that of another log")
    times = {
        name: cosigned
        for name, witness in policy.witnesses.items()
        if (cosigned := first_time(witness, text, lines)) is not None
    }
    if not is_met(policy, times):
        refuse(f"too few witnesses cosigned ({', '.join(times) or 'none'})")
    if climb(receipt.place, size, leaf(receipt.entry), receipt.path) != root:
        refuse("the entry is not at this place of the signed tree")
    yield f"log: {origin}"
    yield f"entry: {receipt.place} of {size}, {receipt.entry.hex()}"
    for name, time in times.items():
        yield f"witness: {name}, {format_time(time)}"


def refuse(why: str) -> NoReturn:
    """Stop: the receipt proves nothing."""
    raise NotProved(why)


# Trees: RFC 6962, section 2.1


def leaf(entry: bytes) -> bytes:
    """Hash an entry."""
    return sha256(b"\0" + entry).digest()


def climb(index: int, size: int, below: bytes, path: list[bytes]) -> bytes:
    """Compute the root that a leaf and its path, leaf to root, lead to."""
    if not 0 <= index < size:
        refuse("the index lies outside the tree")
    if size == 1:
        if path:
            refuse("the path is too long")
        return below
    if not path:
        refuse("the path is too short")
    left = 1 << (size - 1).bit_length() - 1
    if index < left:
        return sha256(b"\1" + climb(index, left, below, path[:-1]) + path[-1]).digest()
    right = climb(index - left, size - left, below, path[:-1])
    return sha256(b"\1" + path[-1] + right).digest()


def steps(index: int, size: int) -> int:
    """Count the hashes of a path."""
    if size == 1:
        return 0
    left = 1 << (size - 1).bit_length() - 1
    if index < left:
        return 1 + steps(index, left)
    return 1 + steps(index - left, size - left)


# Notes and checkpoints


def split_note(note: bytes) -> tuple[bytes, list[tuple[str, bytes, bytes]]]:
    """Part the text of a note from its lines: name, key ID, signature."""
    try:
        text, parting, block = note.decode().rpartition("\n\n")
    except UnicodeDecodeError:
        refuse("the checkpoint is not UTF-8")
    if not parting or not block.endswith("\n") or len(note) > MAX_NOTE:
        refuse("the checkpoint is not a signed note")
    if re.search(r"[\x00-\x09\x0b-\x1f]", note.decode()):
        refuse("the checkpoint holds control characters")
    lines = [read_line(line) for line in block[:-1].split("\n")]
    if len(lines) > 100:  # noqa: PLR2004  signatures, the limit of x/mod
        refuse("the checkpoint has too many signatures")
    return f"{text}\n".encode(), lines


def read_line(line: str) -> tuple[str, bytes, bytes]:
    """Read one signature line."""
    parts = re.fullmatch(r"— ([^\s+\x00-\x1f]+) (\S+)", line)
    signed = unbase64(parts[2]) if parts else b""
    if not parts or not signed:
        refuse("a line of the checkpoint is not a signature")
    return parts[1], signed[:4], signed[4:]


def read_checkpoint(text: bytes) -> tuple[str, int, bytes]:
    """Read origin, size and root."""
    lines = text.decode().split("\n")
    if len(lines) != 4 or lines[3] or not lines[0]:  # noqa: PLR2004
        refuse("the signed text is not a checkpoint")
    size, root = read_number(lines[1]), unbase64(lines[2])
    if size is None or len(root) != 32:  # noqa: PLR2004  bytes
        refuse("the signed text is not a checkpoint")
    return lines[0], size, root


def demand_signature(log: Key, text: bytes, signature: bytes) -> bool:
    """Refuse everything when a log that we know has a bad line."""
    if not is_signed(log, text, signature):
        refuse("the signature of the log is invalid")
    return True


def first_time(
    witness: Key, text: bytes, lines: list[tuple[str, bytes, bytes]]
) -> int | None:
    """Find since when a witness has known the checkpoint; None if it did not sign."""
    times = []
    for name, key_id, signature in lines:
        time = int.from_bytes(signature[:8], "big")
        message = b"cosignature/v1\ntime %d\n%s" % (time, text)
        if (name, key_id) != (witness.name, witness.id) or time >> 63:
            continue
        if is_signed(witness, message, signature[8:]):
            times.append(time)
    return min(times, default=None)


def is_signed(key: Key, message: bytes, signature: bytes) -> bool:
    """Verify an Ed25519 signature."""
    try:
        Ed25519PublicKey.from_public_bytes(key.key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


# Receipts


def read_receipt(content: bytes, policy: Policy, entry: str | None) -> Receipt:
    """Read a receipt of either form."""
    if content.startswith(HEADER.encode()):
        return read_proof(content, read_entry(entry))
    return read_slip(find_bytes(content), policy)


def read_entry(given: str | None) -> bytes:
    """Read the entry from the command line: itself, or the locator that names it."""
    if given is None:
        raise CannotAsk("a .tlog-proof does not hold the entry; give it with --entry")
    try:
        entry = bytes.fromhex(given)
    except ValueError as error:
        raise CannotAsk("--entry is not in hex") from error
    if len(entry) == LOCATOR:
        return b"\1" + entry[10:]
    if not entry:
        raise CannotAsk("--entry is empty")
    return entry


def read_proof(content: bytes, entry: bytes) -> Receipt:
    """Read a .tlog-proof."""
    head, _, note = content.partition(b"\n\n")
    lines = head.decode("latin-1").split("\n")[1:]
    if head.split(b"\n")[0] != HEADER.encode() or not note:
        refuse("this is not a proof file")
    has_extra = lines and lines[0].startswith("extra ")
    if has_extra and not 0 < len(unbase64(lines.pop(0)[6:])) < 1 << 16:
        refuse("the extra data is not base64")
    index = None
    if lines and lines[0].startswith("index "):
        index = read_number(lines.pop(0)[6:])
    path = [unbase64(line) for line in lines]
    if index is None or len(path) > 63 or any(len(one) != 32 for one in path):  # noqa: PLR2004
        refuse("this is not a proof file")
    return Receipt(index, path, entry, note)


def find_bytes(content: bytes) -> bytes:
    """Find the bytes of a slip: as they are, in hex, or in base45."""
    if content.startswith(b"\1"):
        return content
    text = content.decode("latin-1").strip("\r\n")
    if re.fullmatch(r"01([0-9a-f]{2})+", text):
        return bytes.fromhex(text)
    return unbase45(text)


def read_slip(slip: bytes, policy: Policy) -> Receipt:
    """Write the receipt of a slip out, with the names that the policy knows."""
    if len(slip) == LOCATOR and slip[:1] == b"\1":
        refuse("this is the locator, which proves nothing yet: scan the larger code")
    index, size = int.from_bytes(slip[5:10], "big"), int.from_bytes(slip[10:15], "big")
    if slip[:1] != b"\1" or not index < size:
        refuse("this is not a receipt")
    signed_at = 47 + 32 * steps(index, size)
    witness_at = signed_at + 64
    if len(slip) < witness_at or (len(slip) - witness_at) % 76:
        refuse("the receipt is cut short or too long")
    path = [slip[at : at + 32] for at in range(47, signed_at, 32)]
    entry = b"\1" + slip[15:47]
    log = find_key(policy.logs, slip[1:5])
    root = climb(index, size, leaf(entry), path)
    note = f"{log.name}\n{size}\n{base64.b64encode(root).decode()}\n\n"
    note += write_line(log, slip[signed_at:witness_at])
    for at in range(witness_at, len(slip), 76):
        if slip[at + 4] >> 7:
            refuse("the time of a witness is impossible")
        witness = find_key(list(policy.witnesses.values()), slip[at : at + 4])
        note += write_line(witness, slip[at + 4 : at + 76])
    return Receipt(index, path, entry, note.encode())


def write_line(key: Key, signature: bytes) -> str:
    """Write a signature line."""
    return f"— {key.name} {base64.b64encode(key.id + signature).decode()}\n"


def find_key(keys: list[Key], key_id: bytes) -> Key:
    """Find the one key that has an ID."""
    found = [key for key in keys if key.id == key_id]
    if len(found) != 1:
        refuse(f"the policy does not have exactly one key {key_id.hex()}")
    return found[0]


# Policies


def read_policy(content: bytes) -> Policy:
    """Read a policy file."""
    if re.search(rb"[^\x09\x0a\x20-\x7e\x80-\xff]", content):
        raise CannotAsk("the policy holds control characters")
    lines = content.decode(errors="surrogateescape").split("\n")
    if lines.pop():
        raise CannotAsk("the last line of the policy does not end in a newline")
    policy = Policy([], {}, [], "")
    for number, line in enumerate(lines, 1):
        words = re.split("[ \t]+", line.strip(" \t"))
        if words[0] and not words[0].startswith("#"):
            policy = take(policy, words, number)
    if not policy.quorum:
        raise CannotAsk("the policy has no quorum line")
    return policy


def take(policy: Policy, words: list[str], number: int) -> Policy:
    """Take one line of a policy."""
    names = {*policy.witnesses, *(group for group, _, _ in policy.groups)}
    members = [member for _, _, group in policy.groups for member in group]
    fresh = len(words) > 1 and words[1] not in names and words[1] != "none"
    match words:
        case ["log", vkey, *url] if len(url) <= 1:
            key = read_key(vkey, LOG, number)
            if key.key not in [log.key for log in policy.logs]:
                return policy._replace(logs=[*policy.logs, key])
        case ["witness", name, vkey, *url] if len(url) <= 1 and fresh:
            key = read_key(vkey, WITNESS, number)
            if key.key not in [one.key for one in policy.witnesses.values()]:
                return policy._replace(witnesses={**policy.witnesses, name: key})
        case ["group", name, k, *group] if fresh and names.issuperset(group):
            count = {"any": 1, "all": len(group)}.get(k) or read_number(k) or 0
            once = len({*members, *group}) == len(members) + len(group)
            if once and 1 <= count <= len(group):
                return policy._replace(groups=[*policy.groups, (name, count, group)])
        case ["quorum", name] if not policy.quorum and name in {*names, "none"}:
            return policy._replace(quorum=name)
    raise CannotAsk(f"line {number} of the policy breaks the rules of a policy")


def read_key(vkey: str, algorithm: int, number: int) -> Key:
    """Read a verifier key: name+ID+base64."""
    name, _, rest = vkey.partition("+")
    key_id, _, encoded = rest.partition("+")
    key = unbase64(encoded)
    named = name.encode(errors="surrogateescape") + b"\n" + key
    own = sha256(named).digest()[:4]
    if len(key) != 33 or key[0] != algorithm or own.hex() != key_id:  # noqa: PLR2004
        raise CannotAsk(f"the key in line {number} of the policy is not valid")
    if not re.fullmatch(r"[^\s+\x00-\x1f\ud800-\udfff]+", name):
        raise CannotAsk(
            f"the key in line {number} of the policy has an impossible name"
        )
    return Key(name, own, key[1:])


def is_met(policy: Policy, names: dict[str, int]) -> bool:
    """Tell whether these witnesses are enough."""
    seen = {"none", *names}
    for group, count, members in policy.groups:
        if sum(member in seen for member in members) >= count:
            seen.add(group)
    return policy.quorum in seen


# Spellings


def unbase64(text: str) -> bytes:
    """Read base64 in its one spelling; nothing if it is none."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return b""
    return data if base64.b64encode(data) == text.encode() else b""


def unbase45(text: str) -> bytes:
    """Read base45, RFC 9285."""
    data = b""
    for at in range(0, len(text), 3):
        letters = text[at : at + 3]
        values = [BASE45.find(letter) for letter in letters]
        number = sum(value * 45**place for place, value in enumerate(values))
        width = len(letters) - 1
        if not width or -1 in values or number >= 256**width:
            refuse("this is neither a proof file, nor base45, nor hex")
        data += number.to_bytes(width, "big")
    return data


def read_number(text: str) -> int | None:
    """Read a decimal number below 2**63 in its one spelling; None if it is none."""
    if not re.fullmatch("0|[1-9][0-9]{0,18}", text) or int(text) >> 63:
        return None
    return int(text)


def format_time(seconds: int) -> str:
    """Write a time in UTC."""
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    except (OverflowError, ValueError, OSError):
        return f"{seconds} seconds after 1970"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
