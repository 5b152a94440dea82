"""Who acts: officers, the authorities they belong to, the roles they hold."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _


class Authority(models.Model):
    """A service, camp, mission, monitor or press office that officers belong to."""

    class Kind(models.TextChoices):
        BUREAU = "bureau", _("National Information Bureau")
        CAMP = "camp", _("Camp")
        MISSION = "mission", _("Foreign mission")
        INTERMEDIARY = "intermediary", _("Neutral intermediary")
        MONITOR = "monitor", _("Monitor")
        PRESS = "press", _("Press office")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    # ISO 3166-1 alpha-2; empty for an organisation that is no State's.
    state = models.CharField(_("State"), max_length=2, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="mission_has_a_state",
                condition=~models.Q(kind="mission") | ~models.Q(state=""),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What an officer is for. The rights of each stand in `policy.py`."""

    ADMINISTRATOR = "administrator", _("Administrator")
    REGISTRAR = "registrar", _("Registrar")
    DOCTOR = "doctor", _("Medical officer")
    HEARING_OFFICER = "hearing_officer", _("Hearing officer")
    INTERMEDIARY = "intermediary", _("Neutral intermediary")
    ASSESSOR = "assessor", _("Assessor")
    LEGAL_OFFICER = "legal_officer", _("Legal officer")
    REVIEWER = "reviewer", _("Reviewer")
    SENIOR_OFFICER = "senior_officer", _("Senior officer")
    DEPARTURE_OFFICER = "departure_officer", _("Departure officer")
    SECOND_OFFICER = "second_officer", _("Second officer")
    LIAISON = "liaison", _("Liaison of the receiving State")
    ANALYST = "analyst", _("Analyst of open reports")
    PRESS_OFFICER = "press_officer", _("Press officer")
    MONITOR = "monitor", _("Monitor")


class OfficerManager(BaseUserManager["Officer"]):
    """Finds officers by their sign-in name; `accounts.actions` makes them."""


class Officer(AbstractBaseUser):
    """A person who signs in and acts. Never deleted: his acts name him."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(_("sign-in name"), max_length=64, unique=True)
    full_name = models.CharField(_("name"), max_length=120)
    authority = models.ForeignKey(
        Authority, on_delete=models.PROTECT, related_name="officers"
    )
    is_active = models.BooleanField(_("may sign in"), default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]
    objects: ClassVar[OfficerManager] = OfficerManager()

    def __str__(self) -> str:
        return self.full_name


class Appointment(models.Model):
    """One role of one officer, from a day until it ends."""

    id = models.BigAutoField(primary_key=True)
    officer = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="appointments"
    )
    role = models.CharField(_("role"), max_length=24, choices=Role)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["officer", "role"],
                condition=models.Q(until=None),
                name="one_running_appointment",
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer_id} {self.role}"


class Token(models.Model):
    """A key for programs that call the API as one officer; only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    officer = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="tokens"
    )
    label = models.CharField(max_length=60)
    digest = models.BinaryField(max_length=32, unique=True)  # SHA-256 of the token
    expires = models.DateTimeField()

    def __str__(self) -> str:
        return self.label
