"""The keys of subjects, wrapped by the master key."""

from django.db import models


class SubjectKey(models.Model):
    """One subject's key. Destroying it makes all that it sealed meaningless."""

    subject = models.UUIDField(primary_key=True, editable=False)
    # nonce (12) + AES-GCM of 32 bytes + tag (16), bound to the subject's id
    wrapped = models.BinaryField(max_length=60, null=True)
    created = models.DateTimeField()
    destroyed = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="key_lives_until_destroyed",
                condition=models.Q(wrapped=None, destroyed__isnull=False)
                | models.Q(wrapped__isnull=False, destroyed=None),
            )
        ]

    def __str__(self) -> str:
        return str(self.subject)
