"""Taking in a report, and marking a passage somebody relies on."""

import json
from datetime import datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.utils.translation import gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.journal.acts import act
from safeconduct.keyring import queries as keyring
from safeconduct.reports import queries, reading
from safeconduct.reports.errors import AlreadyImported, NoSuchPassage
from safeconduct.reports.models import Passage, Publication

IMPORTED = "report.imported"
QUOTED = "report.quoted"


def import_report(
    original: bytes, *, name: str, officer: Officer, at: datetime
) -> Publication:
    """Take in a report: its bytes, and what the reader made of them, both sealed.

    Args:
        original: The file as it came: HTML or plain text.
        name: The file's name; its ending helps to tell HTML. It is not kept.
        officer: Who imports.
        at: When, timezone-aware.

    Raises:
        NotPermitted: The officer may not import.
        Unreadable: No text in it that we can read.
        AlreadyImported: The same bytes are here.
    """
    policy.require(officer, Right.IMPORT_REPORT)
    read = reading.read(original, name, most_bytes=settings.UPLOAD_MEGABYTES * 2**20)
    with act(IMPORTED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.IMPORT_REPORT))
        key = keyring.key(keyring.OFFICE)
        fingerprint = key.digest(original)
        same = Publication.objects.filter(fingerprint=fingerprint).first()
        if same is not None:
            raise AlreadyImported(same.pk)
        row_id = uuid4()
        text = json.dumps(read.as_json(), ensure_ascii=False).encode()
        publication = deed.write(
            Publication(
                id=row_id,
                fingerprint=fingerprint,
                original=key.seal(original, place=queries.place(row_id, "original")),
                reading=key.seal(text, place=queries.place(row_id, "reading")),
                published=read.published,
                imported=at,
            )
        )
        deed.say(report=str(row_id), sha256=read.sha256, bytes=len(original))
    return publication


def quote(
    publication_id: UUID, *, start: int, end: int, officer: Officer, at: datetime
) -> Passage:
    """Mark a passage of a report, so that a finding can rest on it.

    Args:
        publication_id: The report.
        start: First character in the report's text.
        end: One past the last.
        officer: Who quotes.
        at: When, timezone-aware.

    Raises:
        NotPermitted, NoSuchReport: As their sentences say.
        NoSuchPassage: The span is empty or lies outside the text.
    """
    with act(QUOTED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.READ_REPORTS))
        report = queries.report(publication_id, officer=officer)
        if not 0 <= start < end <= len(report.text):
            raise NoSuchPassage(
                gettext_noop("Mark some words inside the text of the report.")
            )
        passage = deed.write(Passage(publication_id=report.id, start=start, end=end))
        deed.say(report=str(report.id), start=start, end=end)
    return passage
