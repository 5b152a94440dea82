"""Which entry of a published log does a person mean, and what proves it?"""

from gettext import gettext as _

from safeconduct.cli.published import Place
from safeconduct.cli.refusal import Refused
from safeconduct.ledger import Policy, Proof, UnreadableTile, Witnessed
from safeconduct.ledger.audit import CHECKPOINT
from safeconduct.ledger.commitment import ENTRY_SIZE
from safeconduct.receipt import proving

_HEX = (2 * ENTRY_SIZE, 2 * (ENTRY_SIZE - 1))  # with and without the version byte
_DIGITS = 19  # of 2**63 - 1, the last place there can be


class NotProved(Exception):
    """The log does not show what it should: an answer, not a refusal to ask."""


def prove(place: Place, named: str, policy: Policy) -> tuple[bytes, Proof, Witnessed]:
    """Prove from published files alone that an entry is in a log.

    Args:
        place: Where the files are.
        named: An index, or a commitment in hexadecimal; to find one, all bundles are
            read.
        policy: Whom the reader believes.

    Returns:
        The entry, its proof, and what the policy believes of the checkpoint.

    Raises:
        Refused: There is no such entry, or a file is missing.
        NotProved: What the log shows does not agree with its signature.
    """
    meant = _read(named)
    note = place.read(CHECKPOINT)
    if note is None:
        raise Refused(_("There is no checkpoint: nothing is published there yet."))
    try:
        witnessed = policy.check(note)
        if isinstance(meant, bytes):
            meant = proving.find(meant, witnessed.checkpoint.size, place.read)
        entry, proof = proving.prove(meant, note, policy, place.read)
    except proving.NotInTheLog as error:
        raise Refused(_(str(error))) from error
    except (proving.Unpublished, UnreadableTile) as error:
        raise Refused(
            _("A file of the log is missing: %s. Run `safeconduct ledger verify`.")
            % error.path
        ) from error
    except ValueError as error:
        raise NotProved(str(error)) from error
    return entry, proof, witnessed


def _read(named: str) -> int | bytes:
    """Read an index, or a commitment with or without its version byte."""
    if named.isascii() and named.isdigit() and len(named) <= _DIGITS:
        return int(named)
    try:
        content = bytes.fromhex(named) if len(named) in _HEX else b""
    except ValueError:
        content = b""
    if not content:
        raise Refused(
            _(
                "Name an entry by its index, or by its commitment: 66 hexadecimal "
                "digits, or 64 without the first two."
            )
        )
    return content if len(content) == ENTRY_SIZE else b"\x01" + content
