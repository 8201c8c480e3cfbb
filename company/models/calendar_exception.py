from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarException(models.Model):
    """A day on which the firm differs from the production calendar."""

    day = models.DateField(_("Date"), unique=True)
    is_working = models.BooleanField(_("Working day"), default=False)
    note = models.CharField(_("Note"), max_length=120, blank=True)

    class Meta:
        ordering = ["-day"]
        verbose_name = _("Calendar exception")

    def __str__(self):
        return f"{self.day}"
