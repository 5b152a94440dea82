"""Pairs of records that may be one person's, what officers said, what was joined."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from safeconduct.accounts.models import Officer
from safeconduct.journal.models import Recorded
from safeconduct.register.models import Person


class Proposal(Recorded):
    """Two records that somebody, or the machine, holds for one person's.

    A pair is there once. When something new was claimed after its reviewers had
    answered, it is proposed again: its next round begins, and the answers of the
    rounds before stay.
    """

    class Origin(models.TextChoices):
        OFFICER = "officer", _("an officer, from a search")
        RUN = "run", _("a run over the register")
        FILE = "file", _("a file of pairs")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Of the two the one with the smaller id comes first: a pair has one row.
    first = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField(default=1)
    origin = models.CharField(max_length=8, choices=Origin)
    # Natural logarithm of the Bayes factor "one person" against "two", and the
    # probability that follows for a register of this size. What they rest on is
    # identity: it is computed anew where both records are opened, and kept nowhere.
    weight = models.FloatField()
    probability = models.FloatField()
    why = models.BinaryField()  # the officer's words, sealed with both keys
    # How many identity claims came after the answers of the round before.
    new_claims = models.PositiveSmallIntegerField(default=0)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], name="a_pair_is_there_once"
            ),
            models.CheckConstraint(
                name="a_pair_is_ordered",
                condition=models.Q(first__lt=models.F("second")),
            ),
        ]

    def __str__(self) -> str:
        return f"pair {self.id}"


class Verdict(Recorded):
    """What one officer says of a pair, in one round, without knowing the others."""

    class Answer(models.TextChoices):
        SAME = "same", _("the same person")
        DIFFERENT = "different", _("not the same person")
        UNSURE = "unsure", _("cannot tell")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="verdicts"
    )
    round = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=9, choices=Answer)
    reason = models.BinaryField()  # sealed with both keys
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "round", "officer"],
                name="an_officer_answers_once_in_a_round",
            )
        ]

    def __str__(self) -> str:
        return f"{self.answer} {self.at:%Y-%m-%d}"


class Merge(Recorded):
    """Two records held to be one person's: the other follows the leading one.

    Both stay as they were. The row stands until two officers of two authorities have
    undone it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="merges"
    )
    round = models.PositiveSmallIntegerField()
    leading = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.BinaryField()  # sealed with both keys, as the one below
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undo_reason = models.BinaryField(null=True)
    undo_officer = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", null=True
    )
    undo_asked = models.DateTimeField(null=True)
    undo_second = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", null=True
    )
    undone = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["leading"])]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "round"], name="a_round_joins_once"
            ),
            models.UniqueConstraint(
                fields=["other"],
                condition=models.Q(undone=None),
                name="a_record_follows_one_other",
            ),
            models.CheckConstraint(
                name="a_record_does_not_follow_itself",
                condition=~models.Q(leading=models.F("other")),
            ),
            models.CheckConstraint(
                name="undoing_takes_two_officers",
                condition=models.Q(undo_second=None, undone=None)
                | (
                    models.Q(
                        undo_officer__isnull=False,
                        undo_asked__isnull=False,
                        undo_second__isnull=False,
                        undone__isnull=False,
                    )
                    & ~models.Q(undo_second=models.F("undo_officer"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"merge {self.at:%Y-%m-%d}"
