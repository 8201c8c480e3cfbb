from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from company.models.recurrence import Recurrence, rule_is_whole
from company.scope import sees_all, within
from core import clock

Employee = settings.AUTH_USER_MODEL


class SeriesQuerySet(models.QuerySet):
    def visible_to(self, user):
        if not user.has_perm("interactions.view_interaction"):
            return self.none()
        if sees_all(user):
            return self
        return self.filter(within(user, "responsible") | Q(responsible=user))

    def running(self):
        """Something is still to be made, by somebody who works here."""
        ahead = self.filter(ended_at=None, until__gt=F("made_until"))
        return ahead.filter(responsible__is_active=True)

    def with_people(self):
        return self.select_related("client", "kind", "responsible__role", "responsible__office")


class InteractionSeries(Recurrence):
    """What a call or meeting that is planned again and again is made from."""

    client = models.ForeignKey(
        "clients.Client", models.PROTECT, related_name="+", verbose_name=_("Client")
    )
    kind = models.ForeignKey(
        "interactions.InteractionKind", models.PROTECT, related_name="+", verbose_name=_("Kind")
    )
    purpose = models.CharField(_("Purpose"), max_length=250)
    place = models.CharField(_("Place or link"), max_length=250, blank=True)
    responsible = models.ForeignKey(
        Employee, models.PROTECT, related_name="+", verbose_name=_("Responsible")
    )
    by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    at = models.TimeField(_("At what hour"))
    minutes = models.PositiveSmallIntegerField(_("How long, minutes"))
    remind_before = models.PositiveIntegerField(_("Remind"), null=True)
    until = models.DateField(_("Until what day"))
    follows = models.ForeignKey(
        "self", models.SET_NULL, related_name="followed_by", null=True, editable=False
    )
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("Repeated call or meeting")
        default_permissions = ()
        constraints = rule_is_whole("interaction_series")
        indexes = [
            models.Index(
                fields=["until"], condition=Q(ended_at=None), name="interaction_series_open"
            )
        ]

    def __str__(self):
        return self.purpose

    def get_absolute_url(self):
        return reverse("interactions:series", args=[self.pk])

    @property
    def is_ended(self):
        return self.ended_at is not None or self.until < clock.today()

    def moment_on(self, day) -> datetime:
        zone = timezone.get_default_timezone()
        return timezone.make_aware(datetime.combine(day, self.at), zone)
