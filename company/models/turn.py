from django.conf import settings
from django.db import models


class Turn(models.Model):
    """Whose turn it was last among those of a department or of a role."""

    queue = models.CharField(max_length=60, unique=True)
    last = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.queue}: {self.last_id}"
