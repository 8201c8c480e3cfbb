from django.conf import settings
from django.db import models

from core import clock
from core.models.owned import Owned, OwnedQuerySet


class SecretLinkQuerySet(OwnedQuerySet):
    def valid(self):
        unlimited = models.Q(valid_until=None) | models.Q(valid_until__gt=clock.now())
        return self.filter(unlimited, revoked_at=None)


class SecretLink(Owned):
    """An address that opens one thing without a login; only the hash of its token is kept."""

    purpose = models.CharField(max_length=40)  # "calendar", "proposal"…
    token_hash = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    objects = SecretLinkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner_type", "owner_id"], name="secret_link_owner")]

    def __str__(self):
        return self.purpose
