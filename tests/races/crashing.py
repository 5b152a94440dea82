"""A program that registers people until it is killed; run by `test_crashes`.

`act` prints the case number of each person after the act has committed. `look`
prints what is there: every case number, and whether rows, log and files agree.
"""

import json
import sys
from itertools import count
from pathlib import Path

from safeconduct.cli import environment


def act() -> None:
    """Register one person after the other, and keep the log up to date."""
    from django.conf import settings  # noqa: PLC0415  Django is ready only now
    from django.utils import timezone  # noqa: PLC0415

    from safeconduct.accounts.models import Officer  # noqa: PLC0415
    from safeconduct.journal import integrator, publication, staff  # noqa: PLC0415
    from safeconduct.keyring import queries as keyring  # noqa: PLC0415
    from safeconduct.register import actions as register  # noqa: PLC0415
    from tests import make  # noqa: PLC0415

    if not keyring.has_key(keyring.OFFICE):
        now = timezone.now()
        root = staff.found("Bureau", "UA", "root", "Root", password="long", at=now)
        staff.appoint(root, "registrar", officer=root, at=now)
    clerk = Officer.objects.get(username="root")
    publication.check(settings.LOG_FOLDER)
    for number in count():
        person = register.register(
            make.card(),
            holder=clerk.authority_id,
            officer=clerk,
            at=timezone.now(),
        )
        print(person.case_number, flush=True)
        if number % 3 == 2:
            integrator.integrate(at=timezone.now())
            publication.bring_up_to_date(settings.LOG_FOLDER)


def look() -> None:
    """Say what survived."""
    from django.conf import settings  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from safeconduct.journal import check, integrator, publication  # noqa: PLC0415
    from safeconduct.ledger import audit  # noqa: PLC0415
    from safeconduct.register.models import Person  # noqa: PLC0415

    folder = settings.LOG_FOLDER
    publication.check(folder)
    while integrator.integrate(at=timezone.now()):
        pass
    publication.bring_up_to_date(folder)
    verifier = integrator.signer().verifier
    report = audit(
        lambda path: publication.read(folder, path),
        verifier=verifier,
        origin=verifier.name,
    )
    found = {
        "cases": list(Person.objects.values_list("case_number", flat=True)),
        "differences": [str(d) for d in check.differences()],
        "findings": [str(f) for f in report.findings],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    with environment.ready(Path(sys.argv[2])):
        {"act": act, "look": look}[sys.argv[1]]()
