from datetime import time

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.standing import standing


def follow_up_days():
    return [3, 10]


class Firm(models.Model):
    """The firm itself: one row. Papers freeze these requisites when they are issued."""

    name = models.CharField(_("Short name"), max_length=120)
    legal_name = models.CharField(_("Legal name"), max_length=250)
    inn = models.CharField(_("INN"), max_length=12)
    kpp = models.CharField(_("KPP"), max_length=9, blank=True)
    ogrn = models.CharField(_("OGRN"), max_length=15)
    legal_address = models.CharField(_("Legal address"), max_length=250)
    phone = models.CharField(_("Phone"), max_length=60)
    email = models.EmailField(_("E-mail"), blank=True)
    site = models.CharField(_("Site"), max_length=120, blank=True)
    director = models.CharField(
        _("Head, as papers name them"),
        max_length=120,
        blank=True,
        db_default="",
        help_text=_("Surname and initials: they stand where an invoice is signed."),
    )
    accountant = models.CharField(
        _("Chief accountant, as papers name them"), max_length=120, blank=True, db_default=""
    )
    warranty_months = models.PositiveSmallIntegerField(_("Warranty, months"), default=12)
    work_rules_act = models.CharField(
        _("Act that rules household services, as papers name it"), max_length=250, blank=True
    )
    storage_note = models.TextField(_("Note on unclaimed work, as papers print it"), blank=True)
    archive_after_days = models.PositiveSmallIntegerField(
        _("Days from hand-over to the archive"), default=0
    )
    check_days = models.PositiveSmallIntegerField(_("Working days for the check"), default=0)
    transport_days = models.PositiveSmallIntegerField(
        _("Working days for transport to the office"), default=1
    )
    cash_needs_shift = models.BooleanField(
        _("Cash is taken only while a cash shift is open"), default=False
    )
    label_width_mm = models.PositiveSmallIntegerField(
        _("Width of a label on a roll, mm"),
        default=58,
        validators=[MinValueValidator(40), MaxValueValidator(110)],
    )
    label_height_mm = models.PositiveSmallIntegerField(
        _("Height of a label on a roll, mm"),
        default=40,
        validators=[MinValueValidator(30), MaxValueValidator(150)],
    )
    workday_begins = models.TimeField(_("The working day begins"), default=time(10))
    workday_ends = models.TimeField(_("The working day ends"), default=time(19))
    big_discount_percent = models.DecimalField(
        _("A discount the control looks at, from, %"), max_digits=4, decimal_places=1, default=10
    )

    unclaimed_call_days = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name=_("Calls about ready work, days after the first one"),
        default=follow_up_days,
        size=6,
        help_text=_("Days since the order is in the office, with commas: 3, 10."),
    )
    storage_days = models.PositiveSmallIntegerField(
        _("Storage term, days"),
        default=30,
        help_text=_(
            "Then the client is warned in writing for the first time (Civil Code, art. 738)."
        ),
    )
    second_warning_days = models.PositiveSmallIntegerField(
        _("Days from the first warning to the second"), default=30
    )

    invoice_valid_days = models.PositiveSmallIntegerField(
        _("An invoice is paid within, working days"),
        default=5,
        db_default=5,
        help_text=_("Where no deferral is agreed with the client."),
    )
    answer_minutes = models.PositiveSmallIntegerField(
        _("An interest is answered within, working minutes"),
        default=120,
        db_default=120,
        validators=[MinValueValidator(1), MaxValueValidator(9600)],
        help_text=_("Where its ad source has no norm of its own."),
    )
    views_kept_days = models.PositiveSmallIntegerField(
        _("How long it is kept who looked at a card, days"), default=1095, db_default=1095
    )

    data_kept_years = models.PositiveSmallIntegerField(
        _("How long data of private persons is kept after the last dealing, years"),
        default=5,
        db_default=5,
        help_text=_("Then they stand on the list of terms that are over. 0: without a term."),
    )

    class Meta:
        verbose_name = _("Firm")
        permissions = [("change_dictionary", _("Edit dictionaries"))]
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="firm_one_row"),
            models.CheckConstraint(
                condition=models.Q(workday_ends__gt=models.F("workday_begins")),
                name="firm_workday_ends_after_it_begins",
                violation_error_message=_("The working day ends after it begins."),
            ),
        ]

    def __str__(self):
        return self.name

    @classmethod
    @standing
    def get(cls):
        return cls.objects.get(pk=1)


class VatRegime(models.Model):
    """How the firm pays VAT from a date on; a paper's rate follows its date (НК РФ art. 164)."""

    valid_from = models.DateField(_("Valid from"), unique=True)
    percent = models.DecimalField(
        _("VAT included, %"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("Empty: without VAT"),
    )

    class Meta:
        ordering = ["valid_from"]
        verbose_name = _("VAT regime")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(percent__isnull=True) | models.Q(percent__range=(0, 99)),
                name="vat_percent_range",
                violation_error_message=_("VAT is from 0 to 99 per cent, or empty."),
            )
        ]

    def __str__(self):
        return f"{self.valid_from}"

    @classmethod
    @standing
    def percent_on(cls, day):
        """The rate in per cent; None means without VAT."""
        regime = cls.objects.filter(valid_from__lte=day).order_by("-valid_from").first()
        return regime.percent if regime else None
