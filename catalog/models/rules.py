import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.querysets import PolicyQuerySet
from catalog.vocabulary import Kind, Unit

from .assortment import Entry
from .stamp import stamped


class PriceLevel(Entry):
    """Retail, designer, wholesale: a share off the common price, or prices of its own."""

    discount_percent = models.DecimalField(
        _("Below the retail price, %"), max_digits=4, decimal_places=1, default=0
    )

    class Meta(Entry.Meta):
        verbose_name = _("Price level")
        constraints = [
            models.CheckConstraint(
                condition=Q(discount_percent__range=(0, 100)),
                name="price_level_discount",
                violation_error_message=_("Per cents are from 0 to 100."),
            )
        ]


class Urgency(Entry):
    factor = models.DecimalField(_("Factor of the price"), max_digits=4, decimal_places=2)

    class Meta(Entry.Meta):
        verbose_name = _("Urgency")
        verbose_name_plural = _("Urgencies")
        constraints = [
            models.CheckConstraint(
                condition=Q(factor__gte=1),
                name="urgency_factor_raises",
                violation_error_message=_("The factor is at least 1."),
            )
        ]


class QuantityDiscount(models.Model):
    from_quantity = models.PositiveSmallIntegerField(_("From quantity"), unique=True)
    percent = models.DecimalField(_("Discount, %"), max_digits=4, decimal_places=1)

    class Meta:
        ordering = ["from_quantity"]
        verbose_name = _("Discount for the quantity")
        triggers = [stamped()]
        constraints = [
            models.CheckConstraint(
                condition=Q(percent__range=(0, 100)),
                name="quantity_discount_percent",
                violation_error_message=_("Per cents are from 0 to 100."),
            ),
            models.CheckConstraint(
                condition=Q(from_quantity__gte=2),
                name="quantity_discount_starts_at_two",
                violation_error_message=_("A discount for the quantity begins at 2 pieces."),
            ),
        ]

    def __str__(self):
        return f"{self.from_quantity}: {self.percent}"


@pghistory.track()
class PricingPolicy(models.Model):
    """Rules of the calculation from a date on."""

    valid_from = models.DateField(_("Valid from"), unique=True)
    minimum_area_m2 = models.DecimalField(
        _("Minimum billed area, m²"), max_digits=5, decimal_places=2, default=0
    )
    minimum_line_amount = models.DecimalField(
        _("Minimum price of a line"), max_digits=9, decimal_places=2, default=0
    )
    figured_factor = models.DecimalField(
        _("Factor of a figured cut"), max_digits=4, decimal_places=2, default=1
    )
    sketch_factor = models.DecimalField(
        _("Factor of a cut by sketch"), max_digits=4, decimal_places=2, default=1
    )
    oversize_from_mm = models.PositiveIntegerField(_("Large size from, mm"), null=True, blank=True)
    oversize_percent = models.DecimalField(
        _("Supplement for a large size, %"), max_digits=4, decimal_places=1, default=0
    )
    rounding_step = models.DecimalField(
        _("Prices are rounded to"), max_digits=6, decimal_places=2, default=1
    )
    rounding_up = models.BooleanField(_("Always up"), default=False)
    vat_included = models.BooleanField(_("Prices of the list include VAT"), default=True)
    work_hour_cost = models.DecimalField(
        _("What an hour of work costs the firm"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Wages with taxes and the workshop's costs. Empty: margins are not counted."),
    )
    margin_floor_percent = models.DecimalField(
        _("Profitability threshold: margin, %"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("Below it no discount is given without approval. Empty: no threshold."),
    )

    objects = PolicyQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from"]
        verbose_name = _("Rules of the calculation")
        triggers = [stamped()]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    minimum_area_m2__gte=0,
                    minimum_line_amount__gte=0,
                    figured_factor__gte=1,
                    sketch_factor__gte=1,
                    oversize_percent__gte=0,
                    rounding_step__gte="0.01",
                ),
                name="pricing_policy_never_lowers",
                violation_error_message=_(
                    "Areas, sums and per cents are 0 or more, factors at least 1,"
                    " the step at least 0.01."
                ),
            ),
            models.CheckConstraint(
                condition=Q(margin_floor_percent__isnull=True)
                | Q(margin_floor_percent__range=(0, 99)),
                name="pricing_policy_margin_floor",
                violation_error_message=_("The threshold is from 0 to 99 per cent, or empty."),
            ),
            models.CheckConstraint(
                condition=Q(work_hour_cost__gte=0), name="pricing_policy_work_hour_cost"
            ),
        ]

    def __str__(self):
        return str(self.valid_from)


@pghistory.track()
class Norm(models.Model):
    """Minutes of a stage for a kind of line, or for one processing wherever it occurs."""

    stage = models.ForeignKey(
        "company.Stage", models.PROTECT, related_name="norms", verbose_name=_("Stage")
    )
    kind = models.CharField(
        _("For every line of"),
        max_length=16,
        blank=True,
        choices=[(kind.value, kind.label) for kind in (Kind.SHEET, Kind.STAINED_GLASS)],
    )
    processing = models.ForeignKey(
        "catalog.Processing",
        models.PROTECT,
        related_name="norms",
        verbose_name=_("For the processing"),
        null=True,
        blank=True,
    )
    unit = models.CharField(
        _("Minutes per"),
        max_length=8,
        choices=[(unit.value, unit.label) for unit in (Unit.M, Unit.M2, Unit.PIECE, Unit.LINE)],
    )
    minutes_per_unit = models.DecimalField(_("Minutes"), max_digits=6, decimal_places=2)
    setup_minutes = models.DecimalField(
        _("Setting up, minutes"), max_digits=6, decimal_places=2, default=0
    )

    class Meta:
        ordering = ["stage__ordering", "kind", "processing__ordering"]
        verbose_name = _("Norm of time")
        triggers = [stamped()]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="", processing__isnull=False)
                | (~Q(kind="") & Q(processing__isnull=True)),
                name="norm_for_one_thing",
                violation_error_message=_("Choose either a kind of line or a processing."),
            ),
            models.CheckConstraint(
                condition=Q(minutes_per_unit__gte=0, setup_minutes__gte=0),
                name="norm_not_negative",
                violation_error_message=_("Minutes are 0 or more."),
            ),
            models.UniqueConstraint(
                fields=["stage", "kind", "processing"],
                name="norm_once",
                nulls_distinct=False,
                violation_error_message=_("This stage has a norm for it already."),
            ),
        ]

    def __str__(self):
        return f"{self.stage}: {self.subject}"

    @property
    def subject(self):
        return self.processing or self.get_kind_display()
