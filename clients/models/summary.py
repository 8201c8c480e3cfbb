from django.db import models
from django.utils.translation import gettext_lazy as _


class ClientSummary(models.Model):
    """The figures of one client, which lists sort by and segments ask for. The row is made by the
    database together with the client; triggers of orders write it in the transaction of each verb
    that changes a sum, and a nightly job holds it against the orders."""

    client = models.OneToOneField(
        "clients.Client", models.CASCADE, related_name="summary", primary_key=True
    )
    orders_count = models.PositiveIntegerField(_("Orders"), default=0, db_default=0)
    ordered_sum = models.DecimalField(
        _("Ordered"), max_digits=14, decimal_places=2, default=0, db_default=0
    )
    paid_sum = models.DecimalField(
        _("Paid"), max_digits=14, decimal_places=2, default=0, db_default=0
    )
    debt_sum = models.DecimalField(
        _("Debt"), max_digits=14, decimal_places=2, default=0, db_default=0
    )
    first_order_at = models.DateTimeField(_("First order"), null=True)
    last_order_at = models.DateTimeField(_("Last order"), null=True)

    class Meta:
        verbose_name = _("Figures of a client")
        indexes = [
            models.Index(fields=["ordered_sum", "client"], name="summary_ordered"),
            models.Index(fields=["orders_count", "client"], name="summary_orders"),
            models.Index(fields=["last_order_at", "client"], name="summary_last_order"),
            models.Index(
                fields=["debt_sum", "client"],
                condition=models.Q(debt_sum__gt=0),
                name="summary_debt",
            ),
        ]

    def __str__(self):
        return str(self.client_id)
