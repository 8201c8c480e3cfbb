import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.querysets import PriceQuerySet

from .stamp import stamped

TARGETS = ("material", "processing", "glass_class", "product")


def exactly_one(names):
    found = Q()
    for name in names:
        found |= Q(**{f"{other}__isnull": other != name for other in names})
    return found


def priced_thing(model, related_name="prices"):
    return models.ForeignKey(
        model, models.PROTECT, related_name=related_name, null=True, blank=True
    )


@pghistory.track()
class Price(models.Model):
    """A price from a date on. It is followed by the next one, never overwritten: old orders keep
    theirs, and a rise is entered before its day."""

    material = priced_thing("catalog.Material")
    processing = priced_thing("catalog.Processing")
    glass_class = priced_thing("catalog.StainedGlassClass")
    product = priced_thing("catalog.Product")
    level = models.ForeignKey(
        "catalog.PriceLevel",
        models.PROTECT,
        related_name="prices",
        verbose_name=_("Price level"),
        null=True,
        blank=True,
        help_text=_("Empty: the common price, from which the levels take their share."),
    )
    thickness_mm = models.PositiveSmallIntegerField(
        _("Thickness, mm"), null=True, blank=True, help_text=_("Empty: any.")
    )
    width_to_mm = models.PositiveSmallIntegerField(
        _("Width or diameter up to, mm"), null=True, blank=True, help_text=_("Empty: any.")
    )
    curved = models.BooleanField(_("Curved edge"), default=False)
    amount = models.DecimalField(_("Price"), max_digits=10, decimal_places=2)
    valid_from = models.DateField(_("Valid from"))

    objects = PriceQuerySet.as_manager()

    class Meta:
        ordering = ["thickness_mm", "width_to_mm", "curved", "level", "-valid_from"]
        verbose_name = _("Price")
        triggers = [stamped()]
        constraints = [
            models.CheckConstraint(condition=exactly_one(TARGETS), name="price_of_one_thing"),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="price_not_negative",
                violation_error_message=_("A price is 0 or more."),
            ),
            models.UniqueConstraint(
                fields=[*TARGETS, "level", "thickness_mm", "width_to_mm", "curved", "valid_from"],
                name="price_once_a_day",
                nulls_distinct=False,
                violation_error_message=_("There is already a price of this thing from this day."),
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
