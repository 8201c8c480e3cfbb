from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models.owned import Owned, OwnedQuerySet


class OutgoingQuerySet(OwnedQuerySet):
    def due(self, moment):
        return self.filter(state=OutgoingMessage.State.WAITING, next_try_at__lte=moment)

    def claimed_before(self, moment):
        """Taken for sending and never reported on."""
        return self.filter(state=OutgoingMessage.State.SENDING, next_try_at__lt=moment)


class OutgoingMessage(Owned):
    """A letter to somebody outside: a row first, sent by the worker from the row."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("letter", "Waiting")
        SENDING = "sending", pgettext_lazy("letter", "Unknown")
        SENT = "sent", pgettext_lazy("letter", "Sent")
        FAILED = "failed", pgettext_lazy("letter", "Not sent")
        WITHDRAWN = "withdrawn", pgettext_lazy("letter", "Withdrawn")

    key = models.CharField(max_length=200, unique=True)  # the same happening is written once
    to = models.EmailField(pgettext_lazy("letter", "To"), max_length=254)
    subject = models.CharField(_("Subject"), max_length=250)
    body = models.TextField(_("Text"))
    documents = models.ManyToManyField("core.Document", blank=True, verbose_name=_("Attached"))
    attachments = models.ManyToManyField("core.Attachment", blank=True, related_name="letters")
    state = models.CharField(_("State"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()  # once it is being sent: when it was taken for that
    error = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("Outgoing letter")
        indexes = [
            models.Index(fields=["owner_type", "owner_id"], name="outgoing_owner"),
            models.Index(fields=["created_at", "id"], name="outgoing_created_at"),
            models.Index(
                fields=["next_try_at"], condition=models.Q(state="sending"), name="outgoing_unknown"
            ),
            models.Index(
                fields=["next_try_at"], condition=models.Q(state="waiting"), name="outgoing_due"
            ),
        ]

    def get_absolute_url(self):
        return reverse("core:letter", args=[self.pk])

    @property
    def can_go_again(self):
        return self.state in {self.State.SENDING, self.State.FAILED}

    def __str__(self):
        return self.subject
