from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models.owned import Owned, OwnedQuerySet


class OutgoingQuerySet(OwnedQuerySet):
    def due(self, moment):
        return self.filter(state=OutgoingMessage.State.WAITING, next_try_at__lte=moment)


class OutgoingMessage(Owned):
    """A letter to somebody outside: a row first, sent by the worker from the row."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("letter", "Waiting")
        SENDING = "sending", pgettext_lazy("letter", "Unknown")
        SENT = "sent", pgettext_lazy("letter", "Sent")
        FAILED = "failed", pgettext_lazy("letter", "Not sent")

    key = models.CharField(max_length=200, unique=True)  # the same happening is written once
    to = models.EmailField(pgettext_lazy("letter", "To"), max_length=254)
    subject = models.CharField(_("Subject"), max_length=250)
    body = models.TextField(_("Text"))
    documents = models.ManyToManyField("core.Document", blank=True, verbose_name=_("Attached"))
    state = models.CharField(_("State"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    error = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["owner_type", "owner_id"], name="outgoing_owner"),
            models.Index(
                fields=["next_try_at"], condition=models.Q(state="waiting"), name="outgoing_due"
            ),
        ]

    def __str__(self):
        return self.subject
