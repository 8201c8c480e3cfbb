import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock, money
from core.lifecycle import StepRecord
from orders.money.invoices.lifecycle import (
    INVOICE_LIFE,
    OPEN_INVOICE,
    InvoiceStatus,
    InvoiceStep,
)
from orders.money.invoices.querysets import InvoiceQuerySet, ShareQuerySet
from orders.money.whose import FOLLOW_INVOICE

Employee = settings.AUTH_USER_MODEL
NOTHING = Value(money.ZERO)
MARK = pgettext_lazy("mark of an invoice number", "I")


def _sum(label, **options):
    return models.DecimalField(label, max_digits=12, decimal_places=2, **options)


@pghistory.track()
class Invoice(models.Model):
    """A request for payment of one or several orders of a client, wholly or in part. What it says
    never changes: another sum is another invoice in its place."""

    year = models.PositiveSmallIntegerField()
    seq = models.PositiveIntegerField()
    status = models.CharField(
        _("State"), max_length=10, choices=InvoiceStatus, default=InvoiceStatus.PREPARED
    )
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, related_name="invoices", verbose_name=_("Client")
    )
    office = models.ForeignKey("company.Office", models.PROTECT, related_name="+")
    manager = models.ForeignKey(
        Employee, models.PROTECT, related_name="invoices", verbose_name=_("Manager")
    )
    issued_on = models.DateField(_("Date"))
    due_on = models.DateField(_("To be paid by"))
    # The same at first; moved by what the client says when called.
    expected_on = models.DateField(_("Expected on"))
    # The client has named this day: nobody calls before it has passed.
    expected_said_at = models.DateTimeField(null=True, editable=False)
    due_call_at = models.DateTimeField(null=True, editable=False)  # the call of payment is owed
    dispute = models.CharField(_("What the client disputes"), max_length=500, blank=True)
    percent = models.DecimalField(
        _("Part of the orders, %"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    amount = _sum(_("Sum"))
    vat_percent = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    vat_amount = _sum(_("VAT"), default=0)
    paid = _sum(_("Paid"), default=0)
    open_amount = models.GeneratedField(
        expression=Case(
            When(status=InvoiceStatus.CANCELLED, then=NOTHING), default=F("amount") - F("paid")
        ),
        output_field=_sum(_("Left to pay")),
        db_persist=True,
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, related_name="replaced_by", null=True, blank=True, editable=False
    )
    cancel_ground = models.CharField(_("Ground of the cancellation"), max_length=250, blank=True)
    created_at = models.DateTimeField(pgettext_lazy("invoice", "Issued"))
    by = models.ForeignKey(Employee, models.PROTECT, related_name="+", verbose_name=_("Who"))
    sent_at = models.DateTimeField(pgettext_lazy("invoice", "Sent"), null=True)
    opened_at = models.DateTimeField(pgettext_lazy("invoice", "Opened by the client"), null=True)
    paid_at = models.DateTimeField(pgettext_lazy("invoice", "Paid"), null=True)
    cancelled_at = models.DateTimeField(pgettext_lazy("invoice", "Cancelled"), null=True)
    # Each press of the button carries the token of its form: pressed twice, it asks once.
    form_token = models.UUIDField(unique=True, null=True, editable=False)

    objects = InvoiceQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("Invoice")
        permissions = [
            *INVOICE_LIFE.permissions(),
            ("grant_deferral_invoice", _("Grant a deferral beyond the client's terms")),
        ]
        triggers = [FOLLOW_INVOICE]
        constraints = [
            models.UniqueConstraint(fields=["year", "seq"], name="invoice_number_once"),
            models.CheckConstraint(
                condition=Q(amount__gt=0, paid__gte=0, paid__lte=F("amount")), name="invoice_sums"
            ),
            models.CheckConstraint(
                condition=~Q(status=InvoiceStatus.PAID) | Q(paid=F("amount")),
                name="invoice_paid_in_full",
            ),
            models.CheckConstraint(
                condition=~Q(status=InvoiceStatus.CANCELLED) | ~Q(cancel_ground="") & Q(paid=0),
                name="invoice_cancelled_has_ground",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("issued_on")), name="invoice_due_after_it_is_issued"
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="invoice_created_at"),
            models.Index(fields=["issued_on", "office"], name="invoice_issued_on"),
            models.Index(fields=["client", "created_at", "id"], name="invoice_client"),
            models.Index(
                fields=["due_on", "id"],
                condition=Q(status__in=sorted(OPEN_INVOICE)),
                name="invoice_open_due",
            ),
            models.Index(
                fields=["expected_on", "id"],
                condition=Q(status__in=sorted(OPEN_INVOICE)),
                name="invoice_open_expected",
            ),
            # By name and sum: whose payment a line of the bank may be.
            models.Index(
                fields=["open_amount"],
                condition=Q(status__in=sorted(OPEN_INVOICE)),
                name="invoice_open_amount",
            ),
            models.Index(
                fields=["expected_on", "id"],
                condition=Q(status__in=sorted(OPEN_INVOICE), due_call_at=None, dispute=""),
                name="invoice_to_be_called",
            ),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("orders:invoice", args=[self.pk])

    @property
    def number(self):
        """«СЧ-2026-000123»: the mark tells it from an order's number in a payment's purpose."""
        return f"{MARK}-{self.year}-{self.seq:06}"

    @property
    def state(self):
        return InvoiceStatus(self.status)

    @property
    def is_open(self):
        return self.status in OPEN_INVOICE

    @property
    def is_prepared(self):
        return self.status == InvoiceStatus.PREPARED

    @property
    def is_cancelled(self):
        return self.status == InvoiceStatus.CANCELLED

    @property
    def is_disputed(self):
        return self.is_open and bool(self.dispute)

    @property
    def is_paid(self):
        return self.status == InvoiceStatus.PAID

    @property
    def days_overdue(self):
        """Calendar days since the day it was due on; 0 while there is time, or nothing is owed."""
        return max((clock.today() - self.due_on).days, 0) if self.is_open else 0


class InvoiceStepRecord(StepRecord):
    subject = models.ForeignKey(Invoice, models.CASCADE, related_name="steps")

    def __str__(self):
        return self.step

    @property
    def label(self):
        return InvoiceStep(self.step).label


class InvoiceShare(models.Model):
    """What an invoice asks for one of its orders, and how much of that is there."""

    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="shares")
    order = models.ForeignKey("orders.WorkOrder", models.PROTECT, related_name="invoice_shares")
    amount = _sum(_("Sum"))
    paid = _sum(_("Paid"), default=0)

    objects = ShareQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("Order of an invoice")
        constraints = [
            models.UniqueConstraint(fields=["invoice", "order"], name="invoice_order_once"),
            models.CheckConstraint(
                condition=Q(amount__gt=0, paid__gte=0, paid__lte=F("amount")),
                name="invoice_share_sums",
            ),
        ]

    def __str__(self):
        return f"{self.invoice}: {self.order}"

    @property
    def open_amount(self):
        return self.amount - self.paid


class InvoiceLine(models.Model):
    """As it is printed; the VAT is rounded line by line."""

    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="lines")
    order = models.ForeignKey("orders.WorkOrder", models.PROTECT, related_name="+", db_index=False)
    ordinal = models.PositiveSmallIntegerField()
    title = models.CharField(_("Name"), max_length=500)
    quantity = models.PositiveIntegerField(_("Quantity"), default=1)
    is_service = models.BooleanField(default=False, db_default=False)
    unit_price = _sum(_("Price"))
    amount = _sum(_("Sum"))
    vat_amount = _sum(_("VAT"), default=0)

    class Meta:
        ordering = ["ordinal"]
        verbose_name = _("Line of an invoice")
        constraints = [
            models.UniqueConstraint(fields=["invoice", "ordinal"], name="invoice_line_ordinal")
        ]

    def __str__(self):
        return self.title


@pghistory.track()
class Settlement(models.Model):
    """How much of a payment stands on a share of an invoice; what is given back takes off."""

    share = models.ForeignKey(InvoiceShare, models.PROTECT, related_name="settlements")
    payment = models.ForeignKey("orders.Payment", models.PROTECT, related_name="settlements")
    amount = _sum(_("Sum"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("Settlement")
        constraints = [models.CheckConstraint(condition=~Q(amount=0), name="settlement_not_zero")]

    def __str__(self):
        return f"{self.amount}"
