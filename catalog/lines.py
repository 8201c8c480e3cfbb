"""A line of an order (later of a proposal): what is to be made, its price and how it came about."""

from decimal import Decimal

from django.db import models
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from catalog import tariffs, wording
from catalog.departures import departure
from catalog.drawing import FULL, THUMB, draw
from catalog.naming import describe
from catalog.pricing import Row
from catalog.spec import LineSpec

__all__ = ["Line", "describe"]


class Line(models.Model):
    ordinal = models.PositiveSmallIntegerField(_("No."))
    kind = models.CharField(max_length=20)
    title = models.CharField(_("What is made"), max_length=400)
    spec = models.JSONField()  # LineSpec.to_json()
    # As it was when the line was priced: see catalog.grouping.
    product_group = models.ForeignKey(
        "catalog.ProductGroup",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Product group"),
        null=True,
        editable=False,
    )
    width_mm = models.PositiveIntegerField(null=True, blank=True)
    height_mm = models.PositiveIntegerField(null=True, blank=True)
    quantity = models.PositiveIntegerField(_("Quantity"), default=1)
    unit_price = models.DecimalField(_("Price"), max_digits=12, decimal_places=2, default=0)
    total = models.DecimalField(_("Sum"), max_digits=12, decimal_places=2, default=0)
    # Of one piece, where a person has set it instead of the calculation.
    hand_price = models.DecimalField(
        _("Price of a piece set by hand"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    vat_sum = models.DecimalField(_("VAT"), max_digits=12, decimal_places=2, default=0)
    explanation = models.JSONField(default=list)  # [Row.to_json()] as calculated at the time
    overridden = models.JSONField(default=dict)  # {warning code: the reason given}
    weight_kg = models.DecimalField(max_digits=8, decimal_places=2, default=Decimal(0))
    note = models.CharField(_("Remark"), max_length=500, blank=True)

    class Meta:
        abstract = True
        ordering = ["ordinal"]

    def __str__(self):
        return self.title

    @property
    def line_spec(self) -> LineSpec:
        return LineSpec.from_json(self.spec)

    @property
    def departures(self) -> list[str]:
        """The rules of the trade that were set aside, each with the reason given."""
        return [departure(code, reason) for code, reason in self.overridden.items()]

    @property
    def calculated_price(self) -> Decimal:
        """Of a piece, as calculated, also where a person has set another price."""
        if self.hand_price is None:
            return self.unit_price
        return Row.from_json(self.explanation[-1]).rate

    def explained(self) -> list[wording.Explained]:
        """How the price came about, in the words of today's screen from the numbers of then."""
        return wording.explained(Row.from_json(row) for row in self.explanation)

    def picture(self, size: str = FULL) -> SafeString:
        return picture(self.line_spec, size, label=self.title)

    def thumb(self) -> SafeString:
        return self.picture(THUMB)


def picture(spec: LineSpec, size: str = FULL, label: str = "") -> SafeString:
    return mark_safe(draw(spec, tariffs.assortment(), size, label))
