"""What do the settings of this installation say of its log, without its database?"""

import base64
import binascii
import os
from gettext import gettext as _
from pathlib import Path

from safeconduct.cli import datafolder, environment
from safeconduct.cli.ledger import trust
from safeconduct.cli.published import Folder
from safeconduct.cli.refusal import Refused
from safeconduct.ledger import MalformedKey, Policy, Signer, Verifier


def log(data: Path | None) -> Folder:
    """Find the folder in which this installation publishes its log.

    Raises:
        Refused: Nothing is published there yet.
    """
    chosen = datafolder.choose(data)
    environment.read_settings(chosen)
    told = os.environ.get("SAFECONDUCT_LOG_FOLDER")
    folder = Path(told).expanduser() if told else chosen / "log"
    if not folder.is_dir():
        raise Refused(
            _("Nothing is published yet. Run `safeconduct ledger integrate --once`.")
        )
    return Folder(folder)


def verifier(data: Path | None) -> Verifier:
    """Give the key of this log, from its secret half or from what was published.

    Raises:
        Refused: Neither is there.
    """
    environment.read_settings(datafolder.choose(data))
    secret = os.environ.get("SAFECONDUCT_LOG_KEY")
    if not secret:  # only the integrator has it
        return _published(log(data))
    try:
        seed = base64.b64decode(secret, validate=True)
        return Signer(os.environ["SAFECONDUCT_LOG_ORIGIN"], seed).verifier
    except (binascii.Error, MalformedKey) as error:
        raise Refused(
            _("SAFECONDUCT_LOG_KEY must be 32 bytes in base64, and the origin a name.")
        ) from error


def policy(data: Path | None) -> Policy:
    """Read the policy of this log; without one, believe its key and no witness.

    Raises:
        Refused: It cannot be read.
    """
    own = verifier(data)
    told = os.environ.get("SAFECONDUCT_LOG_POLICY")
    if not told:
        return Policy.trusting(own)
    found = trust.read_policy(Path(told).expanduser())
    if own not in (one.verifier for one in found.logs):
        raise Refused(
            _("The policy in SAFECONDUCT_LOG_POLICY does not have this log's key: ")
            + own.vkey
        )
    return found


def _published(place: Folder) -> Verifier:
    found = place.read(trust.KEY_FILE)
    if found is None:
        raise Refused(
            _("Only the integrator has the log's key, and none is published yet.")
        )
    return trust.parse_key(found.decode(errors="replace").removesuffix("\n"))
