import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.querysets import PurchasePriceQuerySet

from .price import TARGETS, exactly_one, priced_thing
from .stamp import stamped


@pghistory.track()
class PurchasePrice(models.Model):
    """What the firm pays from a date on, until the next one; empty: not known any more. Orders are
    costed by the price of the day of their acceptance, and so is what changes in them later."""

    material = priced_thing("catalog.Material", "purchase_prices")
    processing = priced_thing("catalog.Processing", "purchase_prices")
    glass_class = priced_thing("catalog.StainedGlassClass", "purchase_prices")
    product = priced_thing("catalog.Product", "purchase_prices")
    amount = models.DecimalField(
        _("Purchase price"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    valid_from = models.DateField(_("Valid from"))

    objects = PurchasePriceQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from"]
        verbose_name = _("Purchase price")
        default_permissions = ()
        triggers = [stamped()]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one(TARGETS), name="purchase_price_of_one_thing"
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="purchase_price_not_negative"),
            models.UniqueConstraint(
                fields=[*TARGETS, "valid_from"],
                name="purchase_price_once_a_day",
                nulls_distinct=False,
            ),
        ]

    def __str__(self):
        return f"{self.target}: {self.amount}"

    @property
    def target_name(self):
        return next(name for name in TARGETS if getattr(self, f"{name}_id"))

    @property
    def target(self):
        return getattr(self, self.target_name)
