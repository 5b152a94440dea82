"""Lists of persons who are to leave, and how far each has come."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from safeconduct.accounts.models import Authority, Officer
from safeconduct.determination.models import Determination
from safeconduct.journal.models import Recorded
from safeconduct.register.models import Person


class DepartureList(Recorded):
    """One departure of one kind to one State on one day."""

    class Option(models.TextChoices):
        """The options of LAW.md A.1 that lead away."""

        RETURN_NOW = "R1", _("return during hostilities")
        RETURN_AFTER = "R2", _("return after hostilities")
        EXCHANGE = "X", _("exchange with the adverse Power")
        TRANSFER = "T", _("transfer to a receiving State")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    option = models.CharField(_("kind"), max_length=2, choices=Option)
    towards = models.CharField(_("State"), max_length=2)  # who takes them over
    planned = models.DateField(_("planned for"))
    # The mission that confirms the reception; none in an exchange.
    receiver = models.ForeignKey(
        Authority, on_delete=models.PROTECT, related_name="+", null=True
    )
    opened = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="transfer_has_a_receiver",
                condition=~models.Q(option="T") | models.Q(receiver__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.option} {self.towards} {self.planned}"


class DepartureLine(Recorded):
    """One person on one list. The database asks the gate again at each step."""

    class Status(models.TextChoices):
        LISTED = "listed", _("listed")
        APPROVED = "approved", _("approved")
        HANDED_OVER = "handed_over", _("handed over")
        RECEIVED = "received", _("received")
        STOPPED = "stopped", _("stopped")

    LIVE = (Status.LISTED, Status.APPROVED, Status.HANDED_OVER)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    list = models.ForeignKey(
        DepartureList, on_delete=models.PROTECT, related_name="lines"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="departures"
    )
    # The reviewed determination this rests on.
    determination = models.ForeignKey(
        Determination, on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(max_length=11, choices=Status, default=Status.LISTED)
    listed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    listed_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", null=True
    )
    approved_at = models.DateTimeField(null=True)
    handed_over_by = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", null=True
    )
    handed_over_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", null=True
    )
    received_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(status__in=["listed", "approved", "handed_over"]),
                name="a_person_leaves_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.list_id} {self.status}"
