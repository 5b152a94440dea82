"""Do the published files of a log agree with each other and with its signature?

Everything is computed again from the files: entries are hashed to the leaf hashes
of level 0, full tiles to the hashes of the level above, and what is left in the
partial tiles to the root, which must be the signed one. Each byte of each file takes
part, so one altered byte anywhere is found. Partial tiles and bundles of earlier
sizes, where listed, must be the beginning of what stands there now.

A difference is blamed on one file. Two values follow each position upward: what the
entries say, and what the tiles say. Where they part, the signed root decides: if it
is the root of the entries, the tile was altered; otherwise the entry was. A hash in
a higher tile that agrees with one of the two is not blamed again.

What this cannot show: that everything was entered, that another reader was shown
the same log (witnesses do), and that signatures of keys we do not know are good
(`Report.unverified` names them).

A log that is being written while it is audited may show files that lie beyond the
checkpoint: audit a copy that stands still, or give no listing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from safeconduct.ledger.bundle import MalformedBundle, decode_bundle
from safeconduct.ledger.checkpoint import Checkpoint, MalformedCheckpoint
from safeconduct.ledger.merkle import HASH_SIZE, leaf_hashes, perfect_root
from safeconduct.ledger.note import (
    InvalidSignature,
    MalformedNote,
    NoteError,
    NoteVerifier,
    UnverifiedNote,
    open_note,
)
from safeconduct.ledger.reader import FileReader
from safeconduct.ledger.tile import (
    ENTRIES,
    WIDTH,
    Tile,
    edge_root,
    hashes_at,
    levels,
    parse_path,
    tile_at,
    tiles_at,
)

CHECKPOINT = "checkpoint"
LIMIT = 10_000  # findings: one file says enough, and a forged size could be 2**62


class Problem(StrEnum):
    """What can be wrong, as a code; the sentence is `Finding.what`."""

    MISSING = "missing"
    NOT_A_NOTE = "not-a-note"
    BAD_SIGNATURE = "bad-signature"
    NOT_SIGNED = "not-signed"
    NOT_A_CHECKPOINT = "not-a-checkpoint"
    OTHER_ORIGIN = "other-origin"
    OTHER_KEY = "other-key"
    OTHER_ROOT = "other-root"
    WRONG_LENGTH = "wrong-length"
    CUT_SHORT = "cut-short"
    WRONG_COUNT = "wrong-count"
    OTHER_ENTRY = "other-entry"
    OTHER_HASH = "other-hash"
    OTHER_PAST = "other-past"
    BEYOND = "beyond"
    UNEXPECTED = "unexpected"


_SENTENCES = {
    Problem.MISSING: "the file is missing",
    Problem.NOT_A_NOTE: "this is not a signed note",
    Problem.BAD_SIGNATURE: "the signature of the log is invalid",
    Problem.NOT_SIGNED: "the key of the log did not sign this",
    Problem.NOT_A_CHECKPOINT: "the signed text is not a checkpoint",
    Problem.OTHER_ORIGIN: "this is the checkpoint of another log",
    Problem.OTHER_KEY: "this is not the key that the log was checked with",
    Problem.OTHER_ROOT: "the published files do not have the signed root",
    Problem.WRONG_LENGTH: "the file does not have the length of its hashes",
    Problem.CUT_SHORT: "the bundle breaks off within this entry",
    Problem.WRONG_COUNT: "the bundle does not hold as many entries as it must",
    Problem.OTHER_ENTRY: "this is not the entry the tree was built from",
    Problem.OTHER_HASH: "this is not the hash of what lies below it",
    Problem.OTHER_PAST: "this is not what stands at this place today",
    Problem.BEYOND: "the file lies beyond the size that was signed",
    Problem.UNEXPECTED: "no such file belongs to a log",
}

_REFUSALS: dict[type[Exception], Problem] = {
    MalformedNote: Problem.NOT_A_NOTE,
    InvalidSignature: Problem.BAD_SIGNATURE,
    UnverifiedNote: Problem.NOT_SIGNED,
    MalformedCheckpoint: Problem.NOT_A_CHECKPOINT,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference.

    Attributes:
        path: The file it is in.
        problem: What is wrong, as a code.
        entry: Index of the entry in the log, where one is concerned.
        position: Place of the hash in its tile, 0 to 255, where one is concerned.
    """

    path: str
    problem: Problem
    entry: int | None = None
    position: int | None = None

    @property
    def what(self) -> str:
        """What is wrong, as a sentence that holds no data."""
        return _SENTENCES[self.problem]

    def __str__(self) -> str:
        where = self.path
        if self.entry is not None:
            where += f", entry {self.entry}"
        if self.position is not None:
            where += f", hash {self.position}"
        return f"{where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Report:
    """What an audit found.

    Attributes:
        checkpoint: The signed state; None when it could not be believed. Then
            nothing else was checked.
        findings: Every difference: checkpoint first, then entries in order, hashes
            level by level, and files that do not belong.
        unverified: Names on signature lines of the checkpoint that were not checked.
        complete: Whether the audit went to the end; it stops at its limit.
    """

    checkpoint: Checkpoint | None
    findings: tuple[Finding, ...]
    unverified: tuple[str, ...] = ()
    complete: bool = True

    @property
    def is_sound(self) -> bool:
        """Whether nothing at all was found."""
        return self.complete and not self.findings


def audit(
    read: FileReader,
    *,
    verifier: NoteVerifier,
    origin: str,
    listing: Iterable[str] | None = None,
    limit: int = LIMIT,
) -> Report:
    """Compute a log again from its published files.

    Holds one bundle and one tile for each level at a time, and the findings.

    Args:
        read: Reads a file by its path; None when there is none.
        verifier: The log's key, known from elsewhere than the log.
        origin: The log's origin, known likewise.
        listing: Paths of all files there are. With it, earlier partial tiles are
            checked too, and files that do not belong are found.
        limit: After how many findings to stop.
    """
    content = read(CHECKPOINT)
    if content is None:
        return Report(None, (Finding(CHECKPOINT, Problem.MISSING),))
    try:
        note = open_note(content, [verifier])
        checkpoint = Checkpoint.parse(note.text)
    except (NoteError, MalformedCheckpoint) as error:
        return Report(None, (Finding(CHECKPOINT, _REFUSALS[type(error)]),))
    if checkpoint.origin != origin:
        return Report(None, (Finding(CHECKPOINT, Problem.OTHER_ORIGIN),))

    findings = _Findings(limit)
    complete = True
    try:
        earlier = _sort_listing(listing or (), checkpoint.size, findings)
        _Audit(read, checkpoint, earlier, findings).run()
    except _Enough:
        complete = False
    return Report(
        checkpoint,
        tuple(sorted(findings.found, key=_order)),
        tuple(signature.name for signature in note.unverified),
        complete,
    )


class _Enough(Exception):
    """There are as many findings as anybody will read."""


@dataclass(slots=True)
class _Findings:
    limit: int
    found: list[Finding] = field(default_factory=list)

    def add(
        self,
        path: str,
        problem: Problem,
        *,
        entry: int | None = None,
        position: int | None = None,
    ) -> None:
        self.found.append(Finding(path, problem, entry, position))
        if len(self.found) >= self.limit:
            raise _Enough


@dataclass(slots=True)
class _Row:
    """Hashes that stand side by side in a tile, as two sources give them.

    None where the files they come from are missing or cannot be read.
    """

    by_entries: list[bytes | None] = field(default_factory=list)
    by_tiles: list[bytes | None] = field(default_factory=list)

    def allows(self, position: int, hash_: bytes) -> bool:
        """Whether a hash agrees with either source, or none can tell."""
        return self.by_entries[position] in (None, hash_) or (
            self.by_tiles[position] == hash_
        )

    def roots(self) -> tuple[bytes | None, bytes | None]:
        by_entries, by_tiles = _join(self.by_entries), _join(self.by_tiles)
        root = by_entries and perfect_root(by_entries)
        if by_tiles == by_entries:  # as ever: hash once
            return root, root
        return root, by_tiles and perfect_root(by_tiles)


class _Audit:
    """The walk over all bundles and tiles, from left to right and upward."""

    def __init__(
        self,
        read: FileReader,
        checkpoint: Checkpoint,
        earlier: dict[tuple[int, int], list[Tile]],
        findings: _Findings,
    ) -> None:
        self.read = read
        self.checkpoint = checkpoint
        self.earlier = earlier
        self.findings = findings
        # For each level the hashes that do not fill a tile yet.
        self.edge: list[_Row] = [_Row()]

    def run(self) -> None:
        size = self.checkpoint.size
        for bundle in tiles_at(ENTRIES, size):
            leaves = self.hash_bundle(bundle)
            self.edge[0] = _Row(leaves, leaves)
            self.check_tile(Tile(0, bundle.index, bundle.width))
        for level in levels(size)[1:]:
            last = tile_at(level, hashes_at(level, size) // WIDTH, size)
            if last is not None:
                self.check_tile(last)
        self.check_root()

    def hash_bundle(self, bundle: Tile) -> list[bytes | None]:
        """Hash the entries of a bundle; unknown hashes when it cannot be read."""
        leaves = self.read_bundle(bundle)
        return [None] * bundle.width if leaves is None else list(leaves)

    def check_tile(self, tile: Tile) -> None:
        """Compare a tile with what lies below it, and hand its root upward."""
        row = self.edge[tile.level]
        published = self.read_tile(tile)
        if published is not None:
            if published != _join(row.by_entries):
                self.compare(tile, row, published)
            row.by_tiles = list(_split(published))
        self.check_earlier(tile, row)
        if tile.is_full:
            self.edge[tile.level] = _Row()
            self.hand_up(tile, row)

    def compare(self, tile: Tile, row: _Row, published: bytes) -> None:
        """Find the hashes of a tile that nothing below it accounts for."""
        for position, hash_ in enumerate(_split(published)):
            if row.by_entries[position] is None:
                # The entry is missing, and was reported; the tile speaks for it.
                row.by_entries[position] = hash_
            elif row.allows(position, hash_):
                continue
            elif tile.level > 0:
                self.findings.add(tile.path, Problem.OTHER_HASH, position=position)
            else:
                bundle = Tile(ENTRIES, tile.index, tile.width)
                entry = tile.first + position
                self.findings.add(bundle.path, Problem.OTHER_ENTRY, entry=entry)

    def hand_up(self, tile: Tile, row: _Row) -> None:
        """Give the root of a full tile to the level above."""
        above = tile.level + 1
        if above == len(self.edge):
            self.edge.append(_Row())
        by_entries, by_tiles = row.roots()
        self.edge[above].by_entries.append(by_entries)
        self.edge[above].by_tiles.append(by_tiles)
        if len(self.edge[above].by_entries) == WIDTH:
            self.check_tile(Tile(above, tile.index // WIDTH))

    def check_root(self) -> None:
        """Compare the signed root, and blame entries or tiles accordingly."""
        by_entries = _root(row.by_entries for row in self.edge)
        by_tiles = _root(row.by_tiles for row in self.edge)
        signed = self.checkpoint.root
        if by_entries == signed:
            self.findings.found = [self.acquit(f) for f in self.findings.found]
        elif by_tiles is not None and by_tiles != signed:
            self.findings.add(CHECKPOINT, Problem.OTHER_ROOT)

    def acquit(self, finding: Finding) -> Finding:
        """Blame the tile instead: the signed root is that of the entries."""
        if finding.problem is not Problem.OTHER_ENTRY or finding.entry is None:
            return finding
        index, position = divmod(finding.entry, WIDTH)
        tile = tile_at(0, index, self.checkpoint.size)
        path = finding.path if tile is None else tile.path
        return Finding(path, Problem.OTHER_HASH, position=position)

    def check_earlier(self, tile: Tile, row: _Row) -> None:
        """Check that what was published of a tile earlier is its beginning."""
        for partial in self.earlier.get((tile.level, tile.index), ()):
            published = self.read_tile(partial)
            if published in (None, _join(row.by_entries[: partial.width])):
                continue
            for position, hash_ in enumerate(_split(published or b"")):
                if not row.allows(position, hash_):
                    self.findings.add(
                        partial.path, Problem.OTHER_PAST, position=position
                    )
        if tile.level > 0:
            return
        for partial in self.earlier.get((ENTRIES, tile.index), ()):
            for position, leaf in enumerate(self.read_bundle(partial) or ()):
                if not row.allows(position, leaf):
                    self.findings.add(
                        partial.path, Problem.OTHER_PAST, entry=tile.first + position
                    )

    def read_tile(self, tile: Tile) -> bytes | None:
        content = self.read(tile.path)
        if content is None:
            self.findings.add(tile.path, Problem.MISSING)
        elif len(content) != tile.width * HASH_SIZE:
            self.findings.add(tile.path, Problem.WRONG_LENGTH)
        else:
            return content
        return None

    def read_bundle(self, bundle: Tile) -> list[bytes] | None:
        content = self.read(bundle.path)
        if content is None:
            self.findings.add(bundle.path, Problem.MISSING)
            return None
        try:
            entries = decode_bundle(content)
        except MalformedBundle as error:
            entry = bundle.first + error.position
            self.findings.add(bundle.path, Problem.CUT_SHORT, entry=entry)
            return None
        if len(entries) != bundle.width:
            self.findings.add(bundle.path, Problem.WRONG_COUNT)
            return None
        return leaf_hashes(entries)


def _sort_listing(
    listing: Iterable[str], size: int, findings: _Findings
) -> dict[tuple[int, int], list[Tile]]:
    """Find the files of earlier sizes, and report those of no size so far."""
    earlier = defaultdict(list)
    for path in sorted(set(listing) - {CHECKPOINT}):
        try:
            tile = parse_path(path)
        except ValueError:
            findings.add(path, Problem.UNEXPECTED)
            continue
        today = tile_at(tile.level, tile.index, size)
        if today is None or tile.width > today.width:
            findings.add(path, Problem.BEYOND)
        elif tile.width < today.width:
            earlier[tile.level, tile.index].append(tile)
    return earlier


def _order(finding: Finding) -> tuple[int, Tile, str, int, int]:
    try:
        rank, tile = 1, parse_path(finding.path)
    except ValueError:
        rank, tile = 0 if finding.path == CHECKPOINT else 2, Tile(0, 0)
    entry = -1 if finding.entry is None else finding.entry
    position = -1 if finding.position is None else finding.position
    return rank, tile, finding.path, entry, position


def _root(edge: Iterable[list[bytes | None]]) -> bytes | None:
    """Compute the root from what waits at each level; None if a hash is unknown."""
    rows = [_join(hashes) for hashes in edge]
    known = [row for row in rows if row is not None]
    return edge_root(map(_split, known)) if len(known) == len(rows) else None


def _join(hashes: list[bytes | None]) -> bytes | None:
    known = [hash_ for hash_ in hashes if hash_ is not None]
    return b"".join(known) if len(known) == len(hashes) else None


def _split(hashes: bytes) -> Iterator[bytes]:
    for at in range(0, len(hashes), HASH_SIZE):
        yield hashes[at : at + HASH_SIZE]
