from django.db import models
from django.utils.translation import gettext_lazy as _

from clients.models.tracking import of_card


@of_card("client_target")
class ClientTarget(models.Model):
    """What the firm wants to sell a client in a year, in roubles."""

    client = models.ForeignKey("clients.Client", models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField(_("Year"))
    amount = models.DecimalField(_("Target"), max_digits=14, decimal_places=2)

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["client", "year"], name="client_target_once"),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="client_target_is_positive"
            ),
        ]

    def __str__(self):
        return f"{self.year}: {self.amount}"
