"""Persons by case number, where they are held, and the facts of their cases."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from safeconduct.accounts.models import Authority
from safeconduct.journal.models import Recorded
from safeconduct.register.vault.models import IdentityClaim

__all__ = ["CustodyEvent", "Fact", "IdentityClaim", "Person"]


class Person(Recorded):
    """A person in the register. Who he is stands in the vault alone."""

    class Status(models.TextChoices):
        HELD = "held", _("in custody")
        DEPARTED = "departed", _("departed")
        RELEASED = "released", _("released")
        DEAD = "dead", _("dead")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_number = models.CharField(_("case number"), max_length=16, unique=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.HELD)
    holder = models.ForeignKey(
        Authority, on_delete=models.PROTECT, related_name="+", verbose_name=_("holder")
    )
    opened = models.DateTimeField()

    def __str__(self) -> str:
        return self.case_number


class CustodyEvent(Recorded):
    """Something that happened to the person's custody (LAW.md C.7)."""

    class Kind(models.TextChoices):
        CAPTURED = "captured", _("captured")
        ARRIVED = "arrived", _("arrived at a camp")
        MOVED = "transferred_camp", _("moved to another camp")
        TRANSFERRED = "transferred_power", _("transferred to another Power")
        REPATRIATED = "repatriated", _("repatriated")
        EXCHANGED = "exchanged", _("exchanged")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="custody")
    kind = models.CharField(max_length=20, choices=Kind)
    day = models.DateField()
    holder = models.ForeignKey(
        Authority, on_delete=models.PROTECT, related_name="+", null=True
    )

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"


class Fact(Recorded):
    """One fact as somebody established it; the newest of a name is in force.

    Names and values are those of `law.facts`. A fact of the whole house (the
    hostilities, what a receiving State is able to do) has no person.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="facts", null=True
    )
    name = models.CharField(max_length=80)
    value = models.JSONField()
    reason = models.BinaryField()  # sealed text: why, and from what source
    at = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "name", "-at"])]

    def __str__(self) -> str:
        return self.name
