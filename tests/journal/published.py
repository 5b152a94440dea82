"""The log as outsiders see it: what waits is integrated and published."""

from datetime import datetime
from pathlib import Path

from pytest_django import Settings

from safeconduct.journal import integrator, publication
from safeconduct.ledger import Policy
from tests import make


def published(settings: Settings, folder: Path, *, at: datetime = make.NOON) -> Policy:
    """Publish what waits into a folder; return the policy of one who knows the key."""
    settings.LOG_FOLDER = folder
    integrator.integrate(at=at)
    publication.bring_up_to_date(folder, at=at)
    return Policy.trusting(integrator.signer().verifier)
