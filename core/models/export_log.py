from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ExportLog(models.Model):
    """Who took which rows out of the program, when and how many."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who")
    )
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    title = models.CharField(_("What"), max_length=200)
    query = models.CharField(_("With the filters"), max_length=2000, blank=True)
    file_format = models.CharField(_("As"), max_length=10)
    count = models.PositiveIntegerField(_("Rows"))

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("Log of exports")
        indexes = [models.Index(fields=["at", "id"], name="export_log_at")]

    def __str__(self):
        return f"{self.title}: {self.count}"
