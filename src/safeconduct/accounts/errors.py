"""Why an officer may not do something.

AccountsError
├── NotPermitted
└── UnknownToken
"""


class AccountsError(Exception):
    """Base of every error of this app; faces catch this one."""


class NotPermitted(AccountsError):
    """No role of the officer gives this right here; `right` names it."""

    def __init__(self, right: str) -> None:
        super().__init__(f"not permitted: {right}")
        self.right = right


class UnknownToken(AccountsError):
    """The API token does not exist, has expired, or its officer has left."""
