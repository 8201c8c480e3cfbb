from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.assortment import GlassClassFacts, MaterialFacts, ProcessingFacts, ProductFacts
from catalog.vocabulary import Family, Kind, ProcessingKind, Unit
from company.models.dictionary import DictionaryEntry

from .stamp import stamped


class Entry(DictionaryEntry):
    """Lines name entries by their code, so a code never changes; the name may."""

    code = models.SlugField(_("Code"), unique=True, max_length=50)

    class Meta(DictionaryEntry.Meta):
        abstract = True
        triggers = [stamped()]


class Bought(Entry):
    """What the firm pays for, by its `purchase_prices`."""

    class Meta(Entry.Meta):
        abstract = True

    @property
    def bought_per(self) -> str:
        """The unit of the purchase price."""
        return Unit.M2.label


class Material(Bought):
    family = models.CharField(_("Family"), max_length=12, choices=Family)
    thickness_mm = models.PositiveSmallIntegerField(_("Thickness, mm"))
    patterned = models.BooleanField(
        _("Has a pattern with a direction"),
        default=False,
        help_text=_("Such a material is not turned on the sheet."),
    )
    can_be_tempered = models.BooleanField(_("Can be tempered"), default=True)
    max_long_side_mm = models.PositiveIntegerField(_("Longer side of the sheet, mm"), default=3210)
    max_short_side_mm = models.PositiveIntegerField(
        _("Shorter side of the sheet, mm"), default=2250
    )
    waste_factor = models.DecimalField(
        _("Waste factor"),
        max_digits=4,
        decimal_places=2,
        default=1,
        help_text=_("How much material is used up for one square metre of finished pieces."),
    )

    class Meta(Bought.Meta):
        verbose_name = _("Material")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(thickness_mm__range=(1, 100)),
                name="material_thickness",
                violation_error_message=_("The thickness is from 1 to 100 mm."),
            ),
            models.CheckConstraint(
                condition=models.Q(waste_factor__gte=1),
                name="material_waste_factor",
                violation_error_message=_("The factor is at least 1."),
            ),
        ]

    def facts(self) -> MaterialFacts:
        return MaterialFacts(
            self.code,
            self.name,
            self.family,
            self.thickness_mm,
            self.patterned,
            self.can_be_tempered,
            self.max_long_side_mm,
            self.max_short_side_mm,
            self.is_active,
        )


class Processing(Bought):
    kind = models.CharField(_("Kind"), max_length=12, choices=ProcessingKind)
    unit = models.CharField(
        _("Priced per"),
        max_length=8,
        choices=[(unit.value, unit.label) for unit in (Unit.M, Unit.M2, Unit.PIECE)],
    )
    min_thickness_mm = models.PositiveSmallIntegerField(
        _("From thickness, mm"), null=True, blank=True
    )
    max_thickness_mm = models.PositiveSmallIntegerField(
        _("To thickness, mm"), null=True, blank=True
    )
    families = ArrayField(
        models.CharField(max_length=12, choices=Family),
        verbose_name=_("Families of materials"),
        default=list,
        blank=True,
        help_text=_("Empty: all."),
    )
    widths_mm = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name=_("Widths offered, mm"),
        default=list,
        blank=True,
        help_text=_("For a facet, separated by commas."),
    )

    class Meta(Bought.Meta):
        verbose_name = _("Processing")

    @property
    def bought_per(self):
        return self.get_unit_display()

    def facts(self) -> ProcessingFacts:
        return ProcessingFacts(
            self.code,
            self.name,
            self.kind,
            self.unit,
            self.min_thickness_mm,
            self.max_thickness_mm,
            tuple(self.families),
            tuple(sorted(self.widths_mm)),
            self.is_active,
        )


class StainedGlassClass(Bought):
    pieces_from = models.PositiveSmallIntegerField(_("Pieces in a square metre, from"))
    pieces_to = models.PositiveSmallIntegerField(
        _("Pieces in a square metre, to"), null=True, blank=True
    )

    class Meta(Bought.Meta):
        verbose_name = _("Class of stained glass")

    def facts(self) -> GlassClassFacts:
        return GlassClassFacts(
            self.code, self.name, self.pieces_from, self.pieces_to, self.is_active
        )


class Product(Bought):
    kind = models.CharField(
        _("Kind"),
        max_length=12,
        choices=[(kind.value, kind.label) for kind in (Kind.GOODS, Kind.SERVICE)],
    )
    unit = models.CharField(_("Priced per"), max_length=8, choices=Unit, default=Unit.PIECE)

    class Meta(Bought.Meta):
        verbose_name = _("Goods or service")

    @property
    def bought_per(self):
        return self.get_unit_display()

    def facts(self) -> ProductFacts:
        return ProductFacts(self.code, self.name, self.kind, self.unit, self.is_active)
