"""Why a sighting is not decided, or an incident not taken a step further.

ExposureError
├── NoSuchSighting
├── NoSuchIncident
├── NoSuchLetter
├── Decided
├── NotYet
├── NotSaid
└── NotPrinted
"""


class ExposureError(Exception):
    """Base of every error of this app; faces catch this one."""


class NoSuchSighting(ExposureError):
    """There is no such sighting, or its case is not the officer's to see."""


class NoSuchIncident(ExposureError):
    """There is no such incident, or its case is not the officer's to see."""


class NoSuchLetter(ExposureError):
    """The incident has no such letter."""


class Decided(ExposureError):
    """Somebody has decided this already."""


class NotYet(ExposureError):
    """Something has to be done before; the sentence says what."""


class NotSaid(ExposureError):
    """A reason, a recipient or an answer is missing, or is none that we know."""


class NotPrinted(ExposureError):
    """A letter quotes only what the publication itself printed."""
