"""Which files lie beside a published log, so that others can check receipts?

None of them is needed to believe the log, and none should be trusted because it lies
here: a policy from a witness is worth more than this one.
"""

from collections.abc import Mapping
from pathlib import Path

from safeconduct import ledger
from safeconduct.ledger import Policy
from safeconduct.receipt import checker

POLICY = "policy"
PROGRAM = "verify_receipt.py"
PAGE = checker.FILE
NAMES = frozenset({POLICY, PROGRAM, PAGE})


def files(policy: Policy) -> Mapping[str, bytes]:
    """Give each file by its name: page, program, and the policy of this log."""
    program = Path(ledger.__file__).with_name(PROGRAM).read_bytes()
    return {PAGE: checker.file(policy), PROGRAM: program, POLICY: policy.text}
