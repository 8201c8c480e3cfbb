import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models.client import Client


class EntryRuleQuerySet(models.QuerySet):
    def of_audience(self, kind, sector):
        return self.filter(kind=kind, sector=sector)

    def reached_with(self, orders):
        """Due of somebody who has given so many orders."""
        return self.filter(orders_from__lte=orders)


@pghistory.track()
class EntryRule(models.Model):
    """One line of the entry regulation: what is due of such clients from a stage of the relation
    on. `clients.completeness` holds every card against it."""

    attribute = models.CharField(_("What is due"), max_length=60)  # a code of clients.attributes
    kind = models.CharField(_("Kind"), max_length=12, choices=Client.Kind)
    sector = models.CharField(_("Buys"), max_length=10, choices=Client.Sector)
    stage = models.CharField(_("From which stage on"), max_length=30)  # of registry.client_stages
    # What the stage meant when it was chosen, for the database to count with.
    orders_from = models.PositiveSmallIntegerField(default=0)
    is_compulsory = models.BooleanField(_("Compulsory"), default=False)
    hint = models.CharField(pgettext_lazy("to a field", "Hint"), max_length=250, blank=True)

    objects = EntryRuleQuerySet.as_manager()

    class Meta:
        ordering = ["orders_from", "pk"]
        verbose_name = _("Entry regulation")
        constraints = [
            models.UniqueConstraint(fields=["kind", "sector", "attribute"], name="entry_rule_once")
        ]

    def __str__(self):
        return self.attribute
