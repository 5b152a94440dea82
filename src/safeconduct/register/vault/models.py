"""Identity as competing claims, each sealed; and the keys by which a name is found."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from safeconduct.accounts.models import Authority, Officer
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
        POST = "post", _("post, such as driver or sniper")
        FATHER = "father", _("father's first name")
        CAPTURE = "capture", _("place of capture")
        HOME = "home", _("home")
        WOUND = "wound", _("wound")

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


class NameKey(models.Model):
    """One way to read the name of a claim: derived from it, and in clear.

    A half-typed name is a range of keys, so they cannot be sealed. They lie in the
    vault, are read under a purpose, and go with their person's key (`vault/guard.py`).
    """

    pk = models.CompositePrimaryKey("claim_id", "key")
    claim = models.ForeignKey(
        IdentityClaim, on_delete=models.CASCADE, db_index=False, related_name="+"
    )
    key = models.TextField(db_collation="C")  # ordered by code point
    # How unlikely the reading is: minus its log posterior, in quarters of a nat. So
    # coarse that equal pairs share one entry of the index.
    cost = models.SmallIntegerField()
    # Who holds the person; a trigger keeps it in step with him.
    holder = models.ForeignKey(
        Authority, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        app_label = "register"
        indexes = [
            models.Index(fields=["key", "cost"], name="name_everywhere"),
            models.Index(fields=["holder", "key", "cost"], name="name_at_holder"),
        ]

    def __str__(self) -> str:
        return str(self.claim_id)


class NameSearch(Recorded):
    """Leave for one officer to look for names, for a short time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField()

    class Meta:
        app_label = "register"

    def __str__(self) -> str:
        return str(self.id)
