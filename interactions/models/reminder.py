from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import clock


class ReminderQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(rung_at=None)

    def due(self):
        return self.waiting().filter(at__lte=clock.now())

    def visible_to(self, user):
        interactions = self.model._meta.get_field("interaction").related_model.objects
        return self.filter(interaction__in=interactions.visible_to(user))


class InteractionReminder(models.Model):
    """One person is reminded of one interaction; put off, the same row rings again."""

    interaction = models.ForeignKey(
        "interactions.Interaction", models.CASCADE, related_name="reminders"
    )
    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    minutes_before = models.PositiveIntegerField(_("Minutes before"), default=0)
    at = models.DateTimeField(_("Remind at"))
    rung_at = models.DateTimeField(null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("Reminder")
        constraints = [
            models.UniqueConstraint(
                fields=["interaction", "employee"], name="interaction_reminder_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["at"], condition=models.Q(rung_at=None), name="interaction_reminder_due"
            )
        ]

    def __str__(self):
        return str(self.interaction)

    def get_absolute_url(self):
        return self.interaction.get_absolute_url()

    @property
    def before(self):
        return timedelta(minutes=self.minutes_before)
