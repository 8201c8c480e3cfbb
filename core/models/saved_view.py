from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedView(models.Model):
    """A named set of filters of one list."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    list_code = models.CharField(max_length=60)
    name = models.CharField(_("Name"), max_length=60)
    query = models.CharField(max_length=2000)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "list_code", "name"], name="saved_view_name_once"
            ),
        ]

    def __str__(self):
        return self.name
