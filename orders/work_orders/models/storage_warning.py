from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from orders.work_orders.models.order import WorkOrder

NUMBERS = (1, 2)


class StorageWarning(models.Model):
    """A written warning that ready work is not fetched (ГК РФ art. 738), with its paper."""

    order = models.ForeignKey(WorkOrder, models.CASCADE, related_name="storage_warnings")
    number = models.PositiveSmallIntegerField(choices=[(number, number) for number in NUMBERS])
    # Since when the order waited: remade and ready again, it is warned of anew.
    waits_since = models.DateField()
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who")
    )
    document = models.ForeignKey("core.Document", models.PROTECT, related_name="+")
    is_mailed = models.BooleanField(default=False)

    class Meta:
        ordering = ["waits_since", "number"]
        verbose_name = _("Warning on storage")
        constraints = [
            models.UniqueConstraint(
                fields=["order", "waits_since", "number"], name="storage_warned_once"
            )
        ]

    def __str__(self):
        return f"{self.order_id}: {self.number}"
