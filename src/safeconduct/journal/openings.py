"""Opening chosen fields of an entry for somebody outside: a monitor, or counsel.

What he gets is a file (`opening_file`) that he checks against the public log alone.
Dummies are opened like acts: that is how a monitor learns that they stand for nothing.

The act is `register.actions.open_entry`: whoever may open an entry depends on whom it
concerns, and the journal knows persons only by their numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext, gettext_noop

from safeconduct.journal import padding, publication, queries, rows
from safeconduct.journal.errors import NoSuchEntry, NoSuchField, NotPublished
from safeconduct.journal.models import Entry, Leaf, Padding
from safeconduct.journal.opening_file import OpeningFile
from safeconduct.keyring import queries as keyring
from safeconduct.ledger import (
    Checkpoint,
    Commitment,
    HashReader,
    InvalidProof,
    Proof,
    UnreadableTile,
    inclusion_proof,
    leaf_hash,
    parse_note,
    verify_inclusion,
)

_NONE = gettext_noop("There is no such entry, or it is not yours to open.")


@dataclass(frozen=True)
class Found:
    """An entry of the log that could be opened."""

    id: UUID
    subject: UUID  # a person, the office, or the dummies
    commitment: bytes


def find(named: UUID | int) -> Found:
    """Find an entry by its id, or by its index in the log.

    Raises:
        NoSuchEntry: There is none.
    """
    if isinstance(named, UUID):
        entry = Entry.objects.filter(pk=named).first()
        dummy = None if entry else Padding.objects.filter(pk=named).first()
    else:
        leaf = Leaf.objects.filter(index=named).first()
        same = {"commitment": leaf.commitment if leaf else b""}
        entry = Entry.objects.filter(**same).first()
        dummy = None if entry else Padding.objects.filter(**same).first()
    if entry is not None:
        return Found(entry.pk, entry.subject, bytes(entry.commitment))
    if dummy is not None:
        return Found(dummy.pk, keyring.PADDING, bytes(dummy.commitment))
    raise NoSuchEntry(_NONE)


def fields(found: Found) -> queries.Fields:
    """Read what could be opened: name and value of every field.

    Raises:
        KeyringError: The subject was erased.
    """
    return rows.fields(_committed(found).slots)


def disclose(found: Found, names: Sequence[str]) -> OpeningFile:
    """Open the named fields, with the proof that the entry is in the published log.

    Raises:
        NoSuchField: None was named, one twice, or the entry has none of that name.
        NotPublished: The published log does not hold the entry yet.
        KeyringError: The subject was erased.
    """
    committed = _committed(found)
    there = list(rows.fields(committed.slots))  # in the order of the slots
    if not names or len(set(names)) != len(names) or set(names) - set(there):
        raise NoSuchField(
            gettext("Choose one or more fields of this entry, each once: %(fields)s")
            % {"fields": ", ".join(sorted(there))}
        )
    openings = tuple(committed.opening(there.index(name)) for name in names)
    origin, proof = _prove(found.commitment)
    return OpeningFile(origin, found.commitment, openings, proof)


def _committed(found: Found) -> Commitment:
    """Take up the slots as they were committed to."""
    if found.subject == keyring.PADDING and Padding.objects.filter(pk=found.id):
        return padding.commitment(found.id)
    return Commitment.from_slots(queries.slots(Entry.objects.get(pk=found.id)))


def _prove(entry: bytes) -> tuple[str, Proof]:
    """Prove from the published files that an entry is in the log."""
    leaf = Leaf.objects.filter(commitment=entry).first()
    note = publication.published(settings.LOG_FOLDER)
    head = Checkpoint.parse(parse_note(note)[0]) if note is not None else None
    if leaf is None or note is None or head is None or leaf.index >= head.size:
        raise NotPublished(
            "The entry has no place in the published log yet. Try again after the"
            " next step of the log."
        )
    try:
        path = inclusion_proof(leaf.index, head.size, HashReader(_read, head.size))
        verify_inclusion(leaf.index, head.size, leaf_hash(entry), path, head.root)
    except (InvalidProof, UnreadableTile) as error:
        raise NotPublished(
            gettext_noop(
                "The published files do not prove this entry. Tell your administrator"
                " to run `safeconduct ledger verify`."
            )
        ) from error
    return head.origin, Proof(leaf.index, tuple(path), note)


def _read(path: str) -> bytes | None:
    return publication.read(settings.LOG_FOLDER, path)
