import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from orders.money.lifecycle import ReceiptState
from orders.money.querysets import PaymentQuerySet
from orders.money.whose import TAKEN_FROM_ORDER


@pghistory.track(exclude=["client"])
class Payment(models.Model):
    """Money moved for an order. Never edited: a mistake is corrected by a row of its own. Only what
    becomes of the cash register's receipt is written to it later."""

    class Kind(models.TextChoices):
        PAYMENT = "payment", pgettext_lazy("money", "Payment")
        REFUND = "refund", pgettext_lazy("money", "Refund")
        CORRECTION = "correction", pgettext_lazy("money", "Correction")

    class Method(models.TextChoices):
        CASH = "cash", pgettext_lazy("payment", "Cash")
        CARD = "card", pgettext_lazy("payment", "Card")
        TRANSFER = "transfer", pgettext_lazy("payment", "Transfer")

    order = models.ForeignKey(
        "orders.WorkOrder", models.PROTECT, related_name="payments", verbose_name=_("Order")
    )
    # Written by the database, see whose.py.
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, related_name="+", editable=False, db_index=False
    )
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind)
    method = models.CharField(_("Method"), max_length=10, choices=Method, default=Method.CASH)
    # Signed: a refund is negative, so that a sum over rows is the money there.
    amount = models.DecimalField(_("Sum"), max_digits=12, decimal_places=2)
    corrects = models.OneToOneField(
        "self", models.PROTECT, related_name="correction", null=True, blank=True
    )
    ground = models.CharField(_("Ground"), max_length=250, blank=True)
    office = models.ForeignKey("company.Office", models.PROTECT, related_name="+")
    day = models.DateField(_("Date"))  # the firm's date
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # Cash only: the drawer it went into or came from, where a shift was open.
    shift = models.ForeignKey(
        "orders.CashShift",
        models.PROTECT,
        related_name="payments",
        verbose_name=_("Cash shift"),
        null=True,
        blank=True,
    )
    receipt_state = models.CharField(
        _("Receipt of the cash register"),
        max_length=10,
        choices=ReceiptState,
        default=ReceiptState.NOT_NEEDED,
    )
    receipt_number = models.CharField(_("Receipt number"), max_length=10, blank=True)
    receipt_fn = models.CharField(_("Fiscal drive number"), max_length=16, blank=True)
    receipt_fp = models.CharField(_("Fiscal sign"), max_length=10, blank=True)
    receipt_at = models.DateTimeField(_("Time of the receipt"), null=True, blank=True)
    # Each press of the button carries the token of its form: pressed twice, it pays once.
    form_token = models.UUIDField(unique=True, null=True, editable=False)

    objects = PaymentQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("Payment")
        permissions = [
            ("take_payment", _("Take money")),
            ("refund_payment", _("Give money back")),
            ("correct_payment", _("Correct a payment")),
            ("write_receipt_payment", _("Write down the cash register's receipt")),
            ("view_cash_day", _("See the day's cash")),
        ]
        triggers = [TAKEN_FROM_ORDER]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="payment", amount__gt=0)
                | Q(kind="refund", amount__lt=0)
                | Q(kind="correction"),
                name="payment_sign",
            ),
            models.CheckConstraint(
                condition=Q(kind="payment") | ~Q(ground=""), name="payment_has_ground"
            ),
            models.CheckConstraint(
                condition=Q(kind="correction", corrects__isnull=False)
                | (~Q(kind="correction") & Q(corrects__isnull=True)),
                name="payment_correction_names_its_row",
            ),
            models.CheckConstraint(
                condition=Q(shift=None) | Q(method="cash"), name="payment_in_drawer_is_cash"
            ),
            models.CheckConstraint(
                condition=Q(receipt_state=ReceiptState.GIVEN) & ~Q(receipt_number="")
                | ~Q(receipt_state=ReceiptState.GIVEN) & Q(receipt_number=""),
                name="payment_receipt_has_number",
            ),
            models.UniqueConstraint(
                fields=["receipt_fn", "receipt_number"],
                condition=~Q(receipt_fn=""),
                name="payment_receipt_once",
            ),
        ]
        indexes = [
            models.Index(fields=["at", "id"], name="payment_at"),
            models.Index(fields=["day", "office"], name="payment_day_office"),
            models.Index(fields=["order", "at"], name="payment_order"),
            models.Index(fields=["client", "at", "id"], name="payment_of_client"),
            models.Index(
                fields=["at", "id"], condition=~Q(kind="payment"), name="payment_given_back"
            ),
            models.Index(
                fields=["at", "id"],
                condition=Q(receipt_state=ReceiptState.DUE),
                name="payment_receipt_due",
            ),
        ]

    def __str__(self):
        return f"{self.amount}"

    @property
    def can_be_corrected(self):
        """Once, and a correction itself never; its `correction` is fetched along."""
        return self.kind != self.Kind.CORRECTION and not hasattr(self, "correction")

    @property
    def has_receipt(self):
        return self.receipt_state == ReceiptState.GIVEN
