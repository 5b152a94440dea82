"""What can go wrong when the house publishes."""


class PublicationError(Exception):
    """The root; every message says what to do next."""


class NotSaid(PublicationError):
    """Something that must be stated is missing, or too long."""


class SittingEnded(PublicationError):
    """The time to have drafts checked is over."""


class GivesAway(PublicationError):
    """The text could be about fewer people than the threshold asks for."""


class NoSuchRequest(PublicationError):
    """There is none, or the officer may not see it."""


class AlreadyAnswered(PublicationError):
    """A second officer has answered."""


class SameOfficer(PublicationError):
    """Who asks does not answer."""


class AlreadyPublished(PublicationError):
    """A month's figures are made once."""
