from django.db import models
from django.utils.translation import gettext_lazy as _


class AverageRelation(models.Model):
    """How long a relation lasts on the average, as counted on a day: clients.relation_length."""

    counted_on = models.DateField(_("Counted on"), unique=True)
    days = models.PositiveIntegerField(_("From the first order to the last, days"))
    clients_count = models.PositiveIntegerField(_("Regular clients counted"))

    class Meta:
        ordering = ["-counted_on"]
        verbose_name = _("Average length of the relation")

    def __str__(self):
        return f"{self.counted_on:%d.%m.%Y}: {self.days}"
