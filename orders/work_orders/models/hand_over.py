from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from orders.work_orders.models.order import WorkOrder
from orders.work_orders.querysets import HandOverQuerySet


class HandOver(models.Model):
    """One visit at which positions of an order left the firm; an order may take several."""

    class Place(models.TextChoices):
        OFFICE = "office", pgettext_lazy("hand-over", "In the office")
        CLIENT = "client", pgettext_lazy("hand-over", "At the client's place")

    order = models.ForeignKey(WorkOrder, models.CASCADE, related_name="hand_overs")
    place = models.CharField(_("Place"), max_length=10, choices=Place, default=Place.OFFICE)
    note = models.CharField(_("Noted at hand-over"), max_length=500, blank=True)
    signature = models.ForeignKey(
        "core.Attachment",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Signature of the client"),
        null=True,
        editable=False,
    )
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who")
    )

    # Pressed twice, the form makes one visit.
    form_token = models.UUIDField(unique=True, null=True, editable=False)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("Hand-over")

    def __str__(self):
        return f"{self.order_id}: {self.at:%d.%m.%Y}"

    @property
    def numbers(self) -> str:
        """Of the positions that left then."""
        return ", ".join(position.numbered for position in self.positions.all())
