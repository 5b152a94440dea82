"""Identity as competing claims, each sealed with its person's key."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from safeconduct.journal.models import Recorded


class IdentityClaim(Recorded):
    """One thing said about who the person is; none of them is `the` truth."""

    class Kind(models.TextChoices):
        NAME = "name", _("name")
        BIRTH = "birth", _("date of birth")
        NATIONALITY = "nationality", _("nationality")
        PAPER = "paper", _("paper")
        RANK = "rank", _("rank")
        NUMBER = "number", _("service number")
        UNIT = "unit", _("unit")
        FATHER = "father", _("father's first name")
        CAPTURE = "capture", _("place of capture")
        HOME = "home", _("home")

    class Source(models.TextChoices):
        STATED = "stated", _("stated by the person")
        CARD_GENUINE = "card_genuine", _("paper held genuine")
        CARD_DISPUTED = "card_disputed", _("paper in dispute")
        COMRADE = "comrade", _("a comrade")
        BIOMETRIC = "biometric", _("biometric")
        FAMILY = "family", _("family")
        RECEIVING_STATE = "receiving_state", _("receiving State")
        REPORT = "report", _("open report")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, related_name="claims"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    source = models.CharField(max_length=16, choices=Source)
    sealed = models.BinaryField()

    class Meta:
        app_label = "register"

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
