r"""Which checkpoints does an outsider believe?

C2SP tlog-policy. A policy is what an outsider keeps: the logs, the witnesses, and how
many of these must have seen a tree::

    log ledger.example/log1+ec9aa328+AepKbGPin…
    witness geneva witness-1.example/w+d0cbd0d9+BIqI4910… https://witness-1.example/w
    witness bern witness-2.example/w+8bfa421a+BIE5dw6o…
    group both all geneva bern
    quorum both

A group has a threshold: a number, ``any`` (one) or ``all``. A quorum is a witness, a
group, or ``none``. URLs may follow keys; they are not used here. A policy ends with a
newline. Refused are: a name used before it is defined, or defined twice; ``none`` as
a name or a member; a member that is listed twice anywhere, so that a witness counts
in one way only; a key that stands twice among the logs, or among the witnesses, under
whatever names; a comment behind something else; no quorum, or two; a byte other than
09, 0A, 20 to 7E and 80 to FF.

Names are bytes, not characters: K and the Kelvin sign differ. They are held as text
decoded with `surrogateescape`, which loses nothing.

A log's key is of algorithm ``01``, a witness's of ``04``. Some policies in use give
witnesses ``01`` keys and mean the same bytes as ``04``; here that is refused, because
one signature line has one key ID, and a reader that guesses has two.

A checkpoint is believed if a log of the policy signed it, its origin is the name of
that log's key, and witnesses of the quorum cosigned it. A bad signature of the log
refuses it; a bad cosignature counts as absent (see `cosignature.cosigners`).

MalformedPolicy      the bytes are no policy; `line` says where
UnmetQuorum          too few of the witnesses cosigned; `names` did

What `open_checkpoint` raises is raised as well.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from safeconduct.ledger.checkpoint import Checkpoint, WrongOrigin
from safeconduct.ledger.cosignature import (
    CosignatureVerifier,
    cosigners,
    split_cosignature,
)
from safeconduct.ledger.key import MalformedKey
from safeconduct.ledger.note import Signature, Verifier, open_note
from safeconduct.ledger.spelling import decode_number

NONE = "none"
MAX_POLICY = 1_000_000  # bytes

_SPACE = re.compile(r"[ \t]+")
_FORBIDDEN = re.compile(rb"[^\x09\x0a\x20-\x7e\x80-\xff]")


class MalformedPolicy(ValueError):
    """The bytes are no policy; `line` counts from 1, and is 0 for the whole."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}" if line else what)
        self.line = line


class UnmetQuorum(ValueError):
    """Too few witnesses cosigned; `names` are those that did, by the policy's names."""

    def __init__(self, names: tuple[str, ...]) -> None:
        who = ", ".join(names) or "no witness of the policy"
        super().__init__(f"the policy asks for more witnesses; cosigned by: {who}")
        self.names = names


@dataclass(frozen=True, slots=True)
class Log:
    """A log that is believed."""

    verifier: Verifier
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness, under the name that the policy gives it."""

    name: str
    verifier: CosignatureVerifier
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """It has seen a tree if at least `threshold` of its members have."""

    name: str
    threshold: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A checkpoint that a policy believes.

    Attributes:
        checkpoint: The tree.
        log: Whose it is.
        log_signature: The line of the log.
        cosignatures: The line of each witness that cosigned, in the policy's order.
    """

    checkpoint: Checkpoint
    log: Log
    log_signature: Signature
    cosignatures: tuple[tuple[Witness, Signature], ...]

    @property
    def times(self) -> dict[str, int]:
        """When each witness cosigned, in seconds since 1970 UTC, by its name.

        It is what the witnesses say. Nothing here reads a clock: whoever does may
        refuse a time that lies ahead.
        """
        return {
            witness.name: split_cosignature(line.signature)[0]
            for witness, line in self.cosignatures
        }

    @property
    def note(self) -> bytes:
        """The checkpoint with these lines and no others."""
        lines = [self.log_signature, *(line for _, line in self.cosignatures)]
        text = self.checkpoint.text + b"\n"
        return text + "".join(line.line for line in lines).encode()


@dataclass(frozen=True, slots=True)
class Policy:
    """Logs, witnesses, groups in the order of their definition, and the quorum."""

    logs: tuple[Log, ...]
    witnesses: tuple[Witness, ...]
    groups: tuple[Group, ...]
    quorum: str

    @classmethod
    def trusting(cls, verifier: Verifier) -> Self:
        """Make the policy of one who knows a log's key and no witness."""
        return cls((Log(verifier),), (), (), NONE)

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Read a policy file.

        Raises:
            MalformedPolicy: It breaks a rule of the format; `line` says where.
        """
        if len(content) > MAX_POLICY:
            raise MalformedPolicy(0, f"a policy has at most {MAX_POLICY} bytes")
        reading = _Reading()
        for number, items in _lines(content):
            try:
                reading.take(items)
            except ValueError as error:
                raise MalformedPolicy(number, str(error)) from error
        if reading.quorum is None:
            raise MalformedPolicy(0, "a policy has a quorum line")
        return cls(
            tuple(reading.logs),
            tuple(reading.witnesses),
            tuple(reading.groups),
            reading.quorum,
        )

    @property
    def text(self) -> bytes:
        """The policy as a file, without comments; parsed again it is the same."""
        lines = [
            *(_line("log", log.verifier.vkey, log.url) for log in self.logs),
            *(_line("witness", w.name, w.verifier.vkey, w.url) for w in self.witnesses),
            *(_line("group", g.name, _threshold(g), *g.members) for g in self.groups),
            _line("quorum", self.quorum),
        ]
        return "".join(lines).encode(errors="surrogateescape")

    def met(self, names: Iterable[str]) -> bool:
        """Tell whether these witnesses are enough."""
        seen = {NONE, *names}
        for group in self.groups:  # its members are defined before it
            if len(seen.intersection(group.members)) >= group.threshold:
                seen.add(group.name)
        return self.quorum in seen

    def check(self, note: bytes) -> Witnessed:
        """Read a checkpoint that this policy believes.

        Raises:
            NoteError: It is not a note, or no log of the policy signed it.
            MalformedCheckpoint: What was signed is no checkpoint.
            WrongOrigin: A log signed the checkpoint of another.
            UnmetQuorum: Too few of the witnesses cosigned it.
        """
        opened = open_note(note, [log.verifier for log in self.logs])
        checkpoint = Checkpoint.parse(opened.text)
        line = opened.verified[0]
        if any(signed.name != checkpoint.origin for signed in opened.verified):
            raise WrongOrigin(checkpoint.origin)
        log = next(
            log
            for log in self.logs
            if (log.verifier.name, log.verifier.key_id) == (line.name, line.key_id)
        )
        verifiers = [witness.verifier for witness in self.witnesses]
        found = cosigners(opened.text, opened.unverified, verifiers)
        signed = tuple(
            (witness, found[witness.verifier])
            for witness in self.witnesses
            if witness.verifier in found
        )
        names = tuple(witness.name for witness, _ in signed)
        if not self.met(names):
            raise UnmetQuorum(names)
        return Witnessed(checkpoint, log, line, signed)


class _Reading:
    """A policy of which some lines have been read."""

    def __init__(self) -> None:
        self.logs: list[Log] = []
        self.witnesses: list[Witness] = []
        self.groups: list[Group] = []
        self.quorum: str | None = None
        self._names: set[str] = set()
        self._members: set[str] = set()
        self._log_keys: set[bytes] = set()
        self._witness_keys: set[bytes] = set()

    def take(self, items: list[str]) -> None:
        match items:
            case ["log", vkey, *rest]:
                self.add_log(vkey, *_url(rest))
            case ["witness", name, vkey, *rest]:
                self.add_witness(name, vkey, *_url(rest))
            case ["group", name, threshold, *members]:
                self.add_group(name, threshold, members)
            case ["quorum", name]:
                self.set_quorum(name)
            case _:
                raise ValueError("this is no log, witness, group or quorum line")

    def add_log(self, vkey: str, url: str | None) -> None:
        try:
            verifier = Verifier.parse(vkey)
        except MalformedKey as error:
            raise ValueError(f"the key of a log: {error}") from error
        if verifier.public_key in self._log_keys:
            raise ValueError("this log's key stands in the policy already")
        self._log_keys.add(verifier.public_key)
        self.logs.append(Log(verifier, url))

    def add_witness(self, name: str, vkey: str, url: str | None) -> None:
        try:
            verifier = CosignatureVerifier.parse(vkey)
        except MalformedKey as error:
            raise ValueError(f"the key of a witness: {error}") from error
        if verifier.public_key in self._witness_keys:
            raise ValueError("this witness's key stands in the policy already")
        self._witness_keys.add(verifier.public_key)
        self.define(name)
        self.witnesses.append(Witness(name, verifier, url))

    def add_group(self, name: str, threshold: str, members: list[str]) -> None:
        for member in members:
            if member not in self._names:
                raise ValueError("a member is no witness or group defined before")
            if member in self._members:
                raise ValueError("a member is a member of one group, once")
            self._members.add(member)
        number = _read_threshold(threshold, len(members))
        self.define(name)
        self.groups.append(Group(name, number, tuple(members)))

    def set_quorum(self, name: str) -> None:
        if self.quorum is not None:
            raise ValueError("a policy has one quorum line")
        if name != NONE and name not in self._names:
            raise ValueError("the quorum is no witness or group defined before")
        self.quorum = name

    def define(self, name: str) -> None:
        if name == NONE or name in self._names:
            raise ValueError("this name is defined already")
        self._names.add(name)


def _lines(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Give the items of each line that is not empty and no comment."""
    *lines, rest = content.split(b"\n")
    for number, line in enumerate([*lines, rest], 1):
        if _FORBIDDEN.search(line):
            raise MalformedPolicy(number, "a policy has no such control character")
        text = line.decode(errors="surrogateescape").strip(" \t")
        if text and not text.startswith("#"):
            yield number, _SPACE.split(text)
    if rest:
        raise MalformedPolicy(len(lines) + 1, "a line ends in a newline")


def _url(rest: list[str]) -> tuple[str | None]:
    if len(rest) > 1:
        raise ValueError("nothing follows the URL; comments stand on their own lines")
    return (rest[0] if rest else None,)


def _read_threshold(text: str, members: int) -> int:
    if members == 0:
        raise ValueError("a group has members")
    if text in ("any", "all"):
        return 1 if text == "any" else members
    try:
        number = decode_number(text)
    except ValueError:
        number = 0
    if not 1 <= number <= members:
        raise ValueError("a threshold is any, all, or at most the number of members")
    return number


def _threshold(group: Group) -> str:
    if group.threshold == len(group.members):
        return "all"
    return "any" if group.threshold == 1 else str(group.threshold)


def _line(*items: str | None) -> str:
    return " ".join(item for item in items if item is not None) + "\n"
