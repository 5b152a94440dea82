"""Acts, the rows they wrote, and the log that proves them.

An act commits with its entry and one row in the intake. The integrator takes the
intake in batches and gives each entry its index (LEDGER.md 4): no index can be
given in the act's own transaction without one lock for the whole house.
"""

import uuid

from django.db import models

from safeconduct.accounts.models import Officer


class Entry(models.Model):
    """One act: who did what, about whom, when and for what purpose."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=48, db_index=True)
    subject = models.UUIDField()  # a person, or the office
    actor = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=24)
    at = models.DateTimeField()
    # The 16 slots of SC-1 as committed, sealed with the subject's key.
    sealed = models.BinaryField()
    commitment = models.BinaryField(max_length=33, unique=True)

    class Meta:
        indexes = [models.Index(fields=["subject", "at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Recorded(models.Model):
    """A row that only an act may write; `entry` is the act that wrote it last."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class RowDigest(models.Model):
    """What a row looked like when an act had written it.

    The entry commits to the digests of all rows it wrote, so that a row changed
    by any other hand no longer agrees with the log.
    """

    id = models.BigAutoField(primary_key=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="rows")
    table = models.CharField(max_length=63)
    row = models.UUIDField()
    digest = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["table", "row", "entry"], name="one_digest_of_a_row_in_an_act"
            )
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"


class Intake(models.Model):
    """A commitment that waits for its place in the log; a trigger adds it."""

    id = models.BigAutoField(primary_key=True)
    commitment = models.BinaryField(max_length=33)

    def __str__(self) -> str:
        return str(self.id)


class Leaf(models.Model):
    """One entry of the log at its index, counted from 0 without gaps."""

    index = models.BigIntegerField(primary_key=True)
    commitment = models.BinaryField(max_length=33, unique=True)
    leaf_hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return str(self.index)


class Padding(models.Model):
    """An entry of the log that stands for nothing; `padding.commitment` opens it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    commitment = models.BinaryField(max_length=33, unique=True)

    def __str__(self) -> str:
        return str(self.id)


class LogState(models.Model):
    """How far the log has grown: a single row."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    size = models.BigIntegerField(default=0)
    # Roots of the perfect subtrees, 32 bytes for each set bit of `size`.
    frontier = models.BinaryField(default=bytes)

    class Meta:
        constraints = [models.CheckConstraint(name="one_log", condition=models.Q(id=1))]

    def __str__(self) -> str:
        return str(self.size)


class Checkpoint(models.Model):
    """A signed tree head, as published."""

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.size)


class Cosignature(models.Model):
    """A witness's line below a checkpoint: it saw this tree, and it is consistent."""

    id = models.BigAutoField(primary_key=True)
    size = models.BigIntegerField()
    witness = models.CharField(max_length=255)  # its name in the policy
    line = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["witness", "size"], name="a_witness_cosigns_a_size_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.witness} {self.size}"
