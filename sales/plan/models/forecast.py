from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sales.plan.querysets import ForecastQuerySet

Employee = settings.AUTH_USER_MODEL


class Ground(models.TextChoices):
    """Why an order is expected."""

    DEAL = "deal", pgettext_lazy("ground of a forecast", "Deal")
    PROPOSAL = "proposal", pgettext_lazy("ground of a forecast", "Proposal")
    CALCULATION = "calculation", pgettext_lazy("ground of a forecast", "Calculation")
    REPEAT = "repeat", pgettext_lazy("ground of a forecast", "Repeat order")
    INVOICE = "invoice", pgettext_lazy("ground of a forecast", "Invoice")


class Forecast(models.Model):
    """What a manager expects to sell in a month: by itself, and as the manager has corrected it.
    From the month's beginning on it stands as it was."""

    month = models.DateField(_("Month"))  # its first day
    manager = models.ForeignKey(Employee, models.PROTECT, related_name="forecasts")
    # As the grounds said when it was frozen.
    new_sum = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    regular_sum = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    adjusted_new = models.DecimalField(
        pgettext_lazy("clientele", "New clients"), max_digits=14, decimal_places=2, null=True
    )
    adjusted_regular = models.DecimalField(
        pgettext_lazy("clientele", "Regular clients"), max_digits=14, decimal_places=2, null=True
    )
    remark = models.CharField(_("Why it is corrected"), max_length=500, blank=True)
    adjusted_at = models.DateTimeField(null=True)
    frozen_at = models.DateTimeField(null=True)

    objects = ForecastQuerySet.as_manager()

    class Meta:
        ordering = ["-month", "manager"]
        verbose_name = _("Sales forecast")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["month", "manager"], name="forecast_once"),
            models.CheckConstraint(
                condition=Q(adjusted_new__isnull=True) | Q(adjusted_new__gte=0),
                name="forecast_new_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(adjusted_regular__isnull=True) | Q(adjusted_regular__gte=0),
                name="forecast_regular_not_negative",
            ),
        ]

    def __str__(self):
        return f"{self.month}: {self.manager_id}"

    @property
    def is_frozen(self):
        return self.frozen_at is not None


class ForecastLine(models.Model):
    """One ground of a frozen forecast; what it was called then is found by its row."""

    forecast = models.ForeignKey(Forecast, models.CASCADE, related_name="lines")
    ground = models.CharField(max_length=11, choices=Ground)
    client = models.ForeignKey("clients.Client", models.PROTECT, related_name="+")
    row = models.BigIntegerField()  # of the ground's own table
    is_new = models.BooleanField()
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    probability = models.PositiveSmallIntegerField()
    expected_on = models.DateField()

    class Meta:
        ordering = ["expected_on", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["client"], name="forecastline_client")]

    def __str__(self):
        return f"{self.ground} {self.row}"
