"""How every change of state is made: one act, one transaction, one entry.

    with act(HEARD, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        deed.on(person.pk, policy.require(officer, Right.HEAR))
        hearing = deed.write(Hearing(person=person, ...))
        deed.say(language=hearing.language)

Everything inside commits together with its journal entry, or nothing does. An
act that is refused but must leave a trace changes its `kind`, leaves the block,
and raises afterwards.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar
from uuid import UUID, uuid4

import rfc8785
from django.db import transaction

from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Purpose
from safeconduct.journal import rows
from safeconduct.journal.models import Entry, Recorded, RowDigest
from safeconduct.keyring import queries as keyring
from safeconduct.ledger import commit

Detail = str | int | bool | None | Sequence[str]
Row = TypeVar("Row", bound=Recorded)


class Deed:
    """An act while it is being done."""

    def __init__(self, kind: str, officer: Officer, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("an act needs a time zone: pass an aware datetime")
        self.kind = kind
        self.officer = officer
        self.at = at.astimezone(UTC)
        self.entry_id = uuid4()
        self.subject: UUID | None = None
        self.purpose: Purpose | None = None
        self._rows: dict[tuple[str, UUID], Recorded] = {}
        self._details: dict[str, Detail] = {}
        self._beside: list[Deed] = []

    def on(self, subject: UUID, purpose: Purpose) -> None:
        """Say whom the act concerns and for what purpose the officer acts."""
        self.subject, self.purpose = subject, purpose

    def beside(self, subject: UUID) -> "Deed":
        """Record the same act on one more subject, in an entry of its own.

        What concerns two persons stands in the record of both, each entry under the
        key of its own person. It says and writes what belongs to that person.

        Raises:
            RuntimeError: The act itself has not said on whom and for what.
        """
        if self.purpose is None:
            raise RuntimeError(f"{self.kind}: first say on whom and for what")
        other = Deed(self.kind, self.officer, self.at)
        other.on(subject, self.purpose)
        self._beside.append(other)
        return other

    def write(self, row: Row) -> Row:
        """Insert a row that this act brings into being."""
        row.entry_id = self.entry_id
        row.save(force_insert=True)
        self._rows[row._meta.db_table, row.pk] = row
        return row

    def change(self, row: Row, **fields: object) -> Row:
        """Update the named fields of a row that the act has locked."""
        for name, value in fields.items():
            setattr(row, name, value)
        row.entry_id = self.entry_id
        row.save(update_fields=[*fields, "entry"])
        self._rows[row._meta.db_table, row.pk] = row
        return row

    def say(self, **details: Detail) -> None:
        """Put more fields into the entry; each can be opened to outsiders by itself."""
        self._details.update(details)

    def record(self) -> Entry:
        """Append the entry; called once, when the block ends without an error."""
        if self.subject is None or self.purpose is None:
            raise RuntimeError(f"{self.kind}: an act must say on whom and for what")
        key = keyring.key(self.subject)
        digests = [
            RowDigest(
                entry_id=self.entry_id,
                table=table,
                row=pk,
                digest=rows.digest(row, key),
            )
            for (table, pk), row in self._rows.items()
        ]
        fields = [
            ("act", self.kind),
            ("at", self.at.isoformat()),
            ("actor", str(self.officer.pk)),
            ("authority", str(self.officer.authority_id)),
            ("purpose", str(self.purpose)),
            ("subject", str(self.subject)),
            ("rows", rows.summary(digests)),
            *((name, _flat(value)) for name, value in self._details.items()),
        ]
        committed = commit(key.salt, self.entry_id, fields)
        entry = Entry.objects.create(
            id=self.entry_id,
            kind=self.kind,
            subject=self.subject,
            actor=self.officer,
            purpose=self.purpose,
            at=self.at,
            sealed=key.seal(
                rows.pack(committed.slots), place=f"journal/{self.entry_id}"
            ),
            commitment=committed.entry,
        )
        RowDigest.objects.bulk_create(digests)
        for other in self._beside:
            other.record()
        return entry


def _flat(value: Detail) -> str | int | bool | None:
    """Write a list as JSON text: a slot of SC-1 holds one plain value."""
    if value is None or isinstance(value, str | int):
        return value
    return rfc8785.dumps(list(value)).decode()


@contextmanager
def act(kind: str, *, officer: Officer, at: datetime) -> Iterator[Deed]:
    """Open an act: a transaction of its own that ends with the journal entry.

    Args:
        kind: What is done, such as `hearing.recorded`.
        officer: Who does it. Right and purpose are asked inside the block.
        at: When, timezone-aware.

    Raises:
        RuntimeError: Opened inside another transaction, or nobody was named.
    """
    with transaction.atomic(durable=True):
        deed = Deed(kind, officer, at)
        yield deed
        deed.record()
