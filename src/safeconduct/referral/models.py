"""The channel to a receiving State: what it is asked, and what it answers."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from safeconduct.accounts.models import Authority
from safeconduct.journal.models import Recorded
from safeconduct.register.models import Person


class Referral(Recorded):
    """One person offered to one mission, under a reference of its own.

    The mission learns the reference and the dossier; it never sees the case.
    """

    class Status(models.TextChoices):
        OFFERED = "offered", _("offered")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(_("reference"), max_length=16, unique=True)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="referrals"
    )
    mission = models.ForeignKey(
        Authority, on_delete=models.PROTECT, related_name="referrals"
    )
    status = models.CharField(max_length=9, choices=Status, default=Status.OFFERED)
    dossier = models.BinaryField()  # sealed JSON: what he let us disclose
    offered = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "mission"],
                condition=models.Q(status="offered"),
                name="one_open_referral_to_a_mission",
            )
        ]

    def __str__(self) -> str:
        return self.reference


class Message(Recorded):
    """A question of the mission, or our answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="messages"
    )
    from_mission = models.BooleanField()
    text = models.BinaryField()  # sealed with the person's key
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.referral_id} {self.at:%Y-%m-%d}"
