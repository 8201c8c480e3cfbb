import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from clients.models.client import DEFERRAL_UNITS
from clients.payment_terms import in_words
from company.deadlines.terms import Unit
from company.models.dictionary import DictionaryQuerySet
from core import cells, clock, registry

from .stamp import stamped


def value_figures() -> list[tuple[str, str]]:
    """(code, label) of the figures by which the value of a client is measured."""
    found = [each for each in registry.figures if each.kind in {"money", "number"}]
    return [(each.code, each.label) for each in sorted(found, key=lambda each: each.order)]


@pghistory.track()
class DiscountRule(models.Model):
    """A row of the discount policy: to whom, from what value on, at what margin of the deal, how
    much of a discount and how long a deferral. What it says is replaced by the next row."""

    name = models.CharField(pgettext_lazy("entry", "Name"), max_length=120, unique=True)
    segment = models.ForeignKey(
        "clients.Segment",
        models.PROTECT,
        related_name="+",
        verbose_name=_("For the clients of"),
        null=True,
        blank=True,
    )
    figure = models.CharField(_("Value of the client by"), max_length=40, blank=True)
    figure_from = models.DecimalField(
        _("Value from"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    margin_from = models.DecimalField(
        _("Margin of the deal from, %"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("Before the discount. Empty: any."),
    )
    discount_percent = models.DecimalField(
        _("Discount up to, %"), max_digits=4, decimal_places=1, default=0
    )
    deferral_days = models.PositiveSmallIntegerField(_("Deferral up to, days"), default=0)
    deferral_unit = models.CharField(
        _("Days of the deferral"),
        max_length=15,
        choices=DEFERRAL_UNITS,
        default=Unit.WORKING_DAYS,
    )
    valid_from = models.DateField(_("Valid from"), default=clock.today)
    is_active = models.BooleanField(_("In use"), default=True)

    objects = DictionaryQuerySet.as_manager()

    class Meta:
        ordering = ["-discount_percent", "name"]
        verbose_name = _("Row of the discount policy")
        permissions = [
            ("see_costs", _("See costs and margins")),
        ]
        triggers = [stamped()]
        constraints = [
            models.CheckConstraint(
                condition=Q(discount_percent__range=(0, 100)),
                name="discount_rule_percent",
                violation_error_message=_("Per cents are from 0 to 100."),
            ),
            models.CheckConstraint(
                condition=Q(figure="", figure_from__isnull=True)
                | (~Q(figure="") & Q(figure_from__isnull=False)),
                name="discount_rule_value_is_whole",
                violation_error_message=_("A value needs both: by what it is measured, and from."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def value_in_words(self) -> str:
        if not self.figure:
            return ""
        label = dict(value_figures()).get(self.figure, self.figure)
        words = {"figure": label, "least": cells.decimal(self.figure_from)}
        return gettext("%(figure)s: from %(least)s") % words

    @property
    def deferral_in_words(self) -> str:
        return in_words(self.deferral_days, self.deferral_unit) if self.deferral_days else ""
