"""Why a person cannot be erased.

ErasureError
├── NotYet
├── NoSuchErasure
├── SameAuthority
├── ReasonTooShort
└── NumberDiffers
"""


class ErasureError(Exception):
    """Base of every error of this app; faces catch this one."""


class NotYet(ErasureError):
    """He is in custody, on his way, or a claim of his is running."""


class NoSuchErasure(ErasureError):
    """Nobody asked for it, it is done already, or it is not the officer's to see."""


class SameAuthority(ErasureError):
    """The second officer is the first, or serves the same authority."""


class ReasonTooShort(ErasureError):
    """The reason is missing, or says too little."""


class NumberDiffers(ErasureError):
    """The case number that was typed is that of another case, or of none."""
