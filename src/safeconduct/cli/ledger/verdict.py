"""Is a published log sound, who saw it, and is it the one that was seen before?

`audit` computes the files again. This adds what an outsider keeps: his policy, which
asks for witnesses, and the checkpoint he saved at his last visit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any

from safeconduct.cli.ledger import trust
from safeconduct.cli.published import BESIDE, Place
from safeconduct.cli.refusal import Refused
from safeconduct.ledger import (
    Checkpoint,
    Finding,
    Forked,
    MalformedCheckpoint,
    MalformedNote,
    Policy,
    Problem,
    Report,
    RolledBack,
    UnmetQuorum,
    UnreadableTile,
    Verifier,
    WrongOrigin,
    audit,
    parse_note,
    verify_growth,
)
from safeconduct.ledger.audit import CHECKPOINT


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where it is, what it is, and its code."""

    file: str
    problem: str
    what: str
    entry: int | None = None
    position: int | None = None

    @classmethod
    def of(cls, finding: Finding) -> "Fault":
        """Take over what the audit found."""
        return cls(
            finding.path,
            finding.problem.value,
            _(finding.what),
            finding.entry,
            finding.position,
        )

    @property
    def line(self) -> str:
        """The fault as a line for people."""
        where = trust.printable(self.file)
        if self.entry is not None:
            where += _(", entry %d") % self.entry
        if self.position is not None:
            where += _(", hash %d") % self.position
        return f"{where}: {self.what}"


@dataclass(frozen=True)
class Seen:
    """A checkpoint that was saved at an earlier visit, and when that was."""

    checkpoint: Checkpoint
    at: int  # seconds since 1970 UTC: the last cosignature, or when it was saved
    cosigned: bool

    @classmethod
    def read(cls, file: Path, policy: Policy) -> "Seen":
        """Read what `--save` wrote.

        Raises:
            Refused: It cannot be read, or no log of the policy signed it.
        """
        try:
            content, saved = file.read_bytes(), int(file.stat().st_mtime)
            found = trust.whoever_cosigned(policy).check(content)
        except OSError as error:
            raise Refused(
                _("The saved checkpoint cannot be read: %s.") % error.strerror
            ) from error
        except ValueError as error:
            raise Refused(
                _("The saved file is no checkpoint of this log: %s.") % error
            ) from error
        at = max(found.times.values(), default=saved)
        return cls(found.checkpoint, at, bool(found.times))


@dataclass(frozen=True)
class Witnesses:
    """Who saw a checkpoint.

    Attributes:
        times: When each witness cosigned, in seconds since 1970 UTC, by its name.
        silent: Witnesses of the policy that did not cosign.
        keys: The names that the lines of those who cosigned bear.
    """

    times: dict[str, int]
    silent: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Verdict:
    """Everything `verify` has to say.

    Attributes:
        report: What the audit of the files found.
        faults: All that is wrong: the audit's findings, the witnesses', the visitor's.
        note: The checkpoint as it was published; None when there is none.
        witnesses: Who cosigned it and who did not.
        seen: What was seen before, if it was said.
    """

    report: Report
    faults: tuple[Fault, ...]
    note: bytes | None
    witnesses: "Witnesses"
    seen: Seen | None

    @property
    def is_sound(self) -> bool:
        """Whether nothing at all was found."""
        return self.report.complete and not self.faults

    @property
    def unchecked(self) -> tuple[str, ...]:
        """Names on signature lines that nobody checked."""
        known = self.witnesses.keys
        return tuple(name for name in self.report.unverified if name not in known)

    @property
    def as_json(self) -> dict[str, Any]:
        """The verdict for machines."""
        checkpoint, seen = self.report.checkpoint, self.seen
        times, silent = self.witnesses.times, self.witnesses.silent
        return {
            "sound": self.is_sound,
            "complete": self.report.complete,
            "origin": checkpoint and trust.printable(checkpoint.origin),
            "size": checkpoint and checkpoint.size,
            "root": checkpoint and checkpoint.text.decode().split("\n")[2],
            "unverified": list(self.unchecked),
            "witnesses": [
                *({"name": name, "cosigned": at} for name, at in times.items()),
                *({"name": name, "cosigned": None} for name in silent),
            ],
            "since": seen and {"size": seen.checkpoint.size, "at": seen.at},
            "findings": [
                {
                    "file": fault.file,
                    "problem": fault.problem,
                    "what": fault.what,
                    "entry": fault.entry,
                    "position": fault.position,
                }
                for fault in self.faults
            ],
        }


def reach(place: Place, policy: Policy, *, since: Path | None) -> Verdict:
    """Compute a published log again, count its witnesses, and compare it with before.

    Args:
        place: Where the files are.
        policy: Whom the reader believes.
        since: The checkpoint saved at the last visit.

    Raises:
        Refused: A file cannot be read.
    """
    seen = Seen.read(since, policy) if since is not None else None
    note = place.read(CHECKPOINT)  # once: a log may grow while it is read

    def read(path: str) -> bytes | None:
        return note if path == CHECKPOINT else place.read(path)

    verifier = _log_of(note, policy)
    listing = place.listing()
    report = audit(
        read,
        verifier=verifier,
        origin=verifier.name,  # a log's key has its origin for a name
        listing=None if listing is None else listing - BESIDE,
    )
    witnesses, too_few = _witnesses(note, policy, report)
    faults = (
        *_other_key(place, verifier),
        *map(Fault.of, report.findings),
        *too_few,
        *_growth(place, report, seen),
    )
    return Verdict(report, faults, note, witnesses, seen)


def _log_of(note: bytes | None, policy: Policy) -> Verifier:
    """Choose the key by the origin that the note claims; the audit then checks it."""
    known = {log.verifier.name: log.verifier for log in policy.logs}
    first = policy.logs[0].verifier
    if note is None:
        return first
    try:
        return known.get(Checkpoint.parse(parse_note(note)[0]).origin, first)
    except (MalformedNote, MalformedCheckpoint):
        return first


def _other_key(place: Place, verifier: Verifier) -> Iterable[Fault]:
    key = verifier.vkey.encode()
    if place.read(trust.KEY_FILE) not in {None, key, key + b"\n"}:
        yield Fault.of(Finding(trust.KEY_FILE, Problem.OTHER_KEY))


def _witnesses(
    note: bytes | None, policy: Policy, report: Report
) -> tuple[Witnesses, Sequence[Fault]]:
    """Say who cosigned when, who did not, and whether that is too few."""
    if note is None or report.checkpoint is None:
        return Witnesses({}), ()
    try:
        found = trust.whoever_cosigned(policy).check(note)
    except ValueError as error:  # signed by two logs of the policy, one of them badly
        return Witnesses({}), [Fault(CHECKPOINT, Problem.BAD_SIGNATURE, _(str(error)))]
    witnesses = Witnesses(
        found.times,
        tuple(w.name for w in policy.witnesses if w.name not in found.times),
        frozenset(witness.verifier.name for witness, _line in found.cosignatures),
    )
    if policy.met(found.times):
        return witnesses, ()
    few = UnmetQuorum(tuple(found.times))
    return witnesses, [Fault(CHECKPOINT, "too-few-witnesses", _(str(few)))]


def _growth(place: Place, report: Report, seen: Seen | None) -> Iterable[Fault]:
    """Compare with what was seen before."""
    if seen is None or report.checkpoint is None:
        return
    try:
        verify_growth(place.read, seen.checkpoint, report.checkpoint)
    except WrongOrigin:
        yield Fault(CHECKPOINT, "other-origin", _("another log was seen before"))
    except RolledBack as error:
        yield Fault(CHECKPOINT, "rolled-back", _(str(error)))
    except Forked as error:
        yield Fault(CHECKPOINT, "forked", _(str(error)))
    except UnreadableTile as error:
        yield Fault(error.path, "missing", _("the file is missing"))
