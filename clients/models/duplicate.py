from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.duplicates import reasons
from clients.duplicates.lifecycle import LIFE, Status
from clients.models.client import Client
from core import addresses
from core.lifecycle import StepRecord


class DuplicateGroupQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Groups all of whose clients the user may see."""
        seen = Client.objects.visible_to(user)
        hidden = DuplicatePair.objects.filter(
            ~Exists(seen.filter(pk=OuterRef("first")))
            | ~Exists(seen.filter(pk=OuterRef("second"))),
            group=OuterRef("pk"),
        )
        return self.filter(~Exists(hidden)) if user.has_perm(LIFE.right("reject")) else self.none()

    def open(self):
        return self.filter(status=Status.NEW)

    def merged(self):
        return self.filter(status=Status.MERGED)

    def rejected(self):
        return self.filter(status=Status.REJECTED)


class DuplicateGroup(models.Model):
    """Clients that are likely one and the same, by pairs."""

    title = models.CharField(_("Clients who look alike"), max_length=250)
    score = models.PositiveSmallIntegerField(_("Likeness"))  # of its surest pair, in per cent
    size = models.PositiveSmallIntegerField(_("Cards"))
    status = models.CharField(_("State"), max_length=10, choices=Status, default=Status.NEW)
    found_at = models.DateTimeField(pgettext_lazy("duplicates", "Found"))

    objects = DuplicateGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("Group of duplicates")
        indexes = [
            models.Index(fields=["score", "id"], name="duplicate_group_score"),
            models.Index(fields=["found_at", "id"], name="duplicate_group_found_at"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return addresses.of_row("clients:duplicate_group", self.pk)

    def offers(self, user):
        return LIFE.offers(self, user)


class DuplicateStep(StepRecord):
    subject = models.ForeignKey(DuplicateGroup, models.CASCADE, related_name="steps")


class DuplicatePair(models.Model):
    """Two clients and why they look like one. Without a group it has just been found."""

    group = models.ForeignKey(DuplicateGroup, models.CASCADE, related_name="pairs", null=True)
    first = models.ForeignKey(Client, models.CASCADE, related_name="+")
    second = models.ForeignKey(Client, models.CASCADE, related_name="+")
    score = models.PositiveSmallIntegerField()
    reasons = models.JSONField(default=list)  # codes of clients.duplicates.reasons
    found_at = models.DateTimeField()

    class Meta:
        ordering = ["-score", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="duplicate_pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="duplicate_pair_order"),
        ]

    def __str__(self):
        return f"{self.first_id}, {self.second_id}"

    @property
    def why(self):
        return reasons.words([self])
