from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import Client


class ReconciliationQuerySet(models.QuerySet):
    def visible_to(self, user):
        if not user.has_perm("orders.add_reconciliation"):
            return self.none()
        return self.filter(client__in=Client.objects.visible_to(user))


class Reconciliation(models.Model):
    """A statement of what a client and the firm owe each other, as it was sent to be signed. A sum
    above nothing is owed by the client, below it by the firm."""

    client = models.ForeignKey(
        "clients.Client", models.PROTECT, related_name="reconciliations", verbose_name=_("Client")
    )
    since = models.DateField(_("From"))
    until = models.DateField(_("To"))
    opening = models.DecimalField(_("Opening balance"), max_digits=14, decimal_places=2)
    closing = models.DecimalField(_("Closing balance"), max_digits=14, decimal_places=2)
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who")
    )

    objects = ReconciliationQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("Reconciliation statement")
        default_permissions = ("add",)
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="reconciliation_period_goes_forward"
            )
        ]

    def __str__(self):
        return f"{self.since:%d.%m.%Y}\u2013{self.until:%d.%m.%Y}"

    def get_absolute_url(self):
        return reverse("orders:reconcile", args=[self.client_id])

    @property
    def owed_sum(self):
        """By whoever owes."""
        return abs(self.closing)
