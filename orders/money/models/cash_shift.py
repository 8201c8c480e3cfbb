from decimal import Decimal

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import cells
from core.lifecycle import StepRecord
from orders.money.lifecycle import SHIFT_LIFE, ShiftStatus
from orders.money.querysets import CashShiftQuerySet

Employee = settings.AUTH_USER_MODEL
COINS = "coins"


def _sum(label, **options):
    return models.DecimalField(label, max_digits=12, decimal_places=2, **options)


@pghistory.track()
class CashShift(models.Model):
    """The drawer of one office from a count to a count. What was expected is kept as it was known
    when the shift was closed."""

    office = models.ForeignKey(
        "company.Office", models.PROTECT, related_name="cash_shifts", verbose_name=_("Office")
    )
    status = models.CharField(
        _("State"), max_length=8, choices=ShiftStatus, default=ShiftStatus.OPEN
    )
    opened_at = models.DateTimeField(pgettext_lazy("cash shift", "Opened"))
    opened_by = models.ForeignKey(
        Employee, models.PROTECT, related_name="+", verbose_name=_("Who opened it")
    )
    opening_amount = _sum(_("Counted at the opening"))
    # What the office's last shift had left in the drawer; none before the first.
    carried_amount = _sum(_("Left by the last shift"), null=True)
    opening_ground = models.CharField(_("Ground of the difference"), max_length=250, blank=True)
    closed_at = models.DateTimeField(pgettext_lazy("cash shift", "Closed"), null=True)
    closed_by = models.ForeignKey(
        Employee, models.PROTECT, related_name="+", verbose_name=_("Who closed it"), null=True
    )
    expected_amount = _sum(_("Should be in the drawer"), null=True)
    counted_amount = _sum(_("Counted"), null=True)
    notes_count = models.JSONField(_("Notes counted"), default=dict)  # {"5000": 2, "coins": "7"}
    difference = models.GeneratedField(
        expression=F("counted_amount") - F("expected_amount"),
        output_field=_sum(_("Difference"), null=True),
        db_persist=True,
    )
    difference_ground = models.CharField(_("Ground of the difference"), max_length=250, blank=True)

    objects = CashShiftQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at", "-pk"]
        verbose_name = _("Cash shift")
        permissions = [
            *SHIFT_LIFE.permissions(),
            ("open_cashshift", _("Open a cash shift")),
            ("withdraw_cashshift", _("Take money out of the drawer")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["office"], condition=Q(status=ShiftStatus.OPEN), name="cash_shift_open_once"
            ),
            models.CheckConstraint(
                condition=Q(opening_amount__gte=0)
                & (Q(counted_amount=None) | Q(counted_amount__gte=0)),
                name="cash_shift_counts",
            ),
            models.CheckConstraint(
                condition=Q(status=ShiftStatus.OPEN, counted_amount=None, expected_amount=None)
                | Q(
                    status=ShiftStatus.CLOSED,
                    counted_amount__isnull=False,
                    expected_amount__isnull=False,
                    closed_by__isnull=False,
                    closed_at__isnull=False,
                ),
                name="cash_shift_closed_by_a_count",
            ),
            models.CheckConstraint(
                condition=Q(counted_amount=None)
                | Q(counted_amount=F("expected_amount"))
                | ~Q(difference_ground=""),
                name="cash_shift_difference_has_ground",
            ),
            models.CheckConstraint(
                condition=Q(carried_amount=None)
                | Q(carried_amount=F("opening_amount"))
                | ~Q(opening_ground=""),
                name="cash_shift_opening_has_ground",
            ),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="cash_shift_opened_at"),
            models.Index(fields=["office", "opened_at"], name="cash_shift_office"),
        ]

    def __str__(self):
        return f"{self.office.name}, {cells.moment(self.opened_at)}"

    def get_absolute_url(self):
        return reverse("orders:cash_shift_card", args=[self.pk])

    @property
    def state(self):
        return ShiftStatus(self.status)

    @property
    def is_open(self):
        return self.status == ShiftStatus.OPEN

    @property
    def opening_difference(self):
        """What came or went between two shifts, when nobody answered for the drawer."""
        return 0 if self.carried_amount is None else self.opening_amount - self.carried_amount

    @property
    def notes(self):
        """The notes that were counted, the largest first."""
        counted = [(int(note), count) for note, count in self.notes_count.items() if note != COINS]
        return sorted(counted, reverse=True)

    @property
    def coins(self):
        return Decimal(self.notes_count.get(COINS, 0))

    @property
    def in_drawer(self):
        """What should be there now; of a closed one, what should have been. From `with_figures`."""
        if not self.is_open:
            return self.expected_amount
        moved = self.received + self.given_back + self.corrected
        return self.opening_amount + moved - self.withdrawn


class CashShiftStep(StepRecord):
    subject = models.ForeignKey(CashShift, models.CASCADE, related_name="steps")

    def __str__(self):
        return self.step


class CashWithdrawal(models.Model):
    """Cash taken out of the drawer: to the bank, for an expense. Never edited: a mistake is undone
    by a row of its own with the opposite sign, so that a sum over rows is what is gone."""

    shift = models.ForeignKey(CashShift, models.PROTECT, related_name="withdrawals")
    amount = _sum(_("Sum"))
    ground = models.CharField(_("Ground"), max_length=250)
    undoes = models.OneToOneField(
        "self", models.PROTECT, related_name="undone_by", null=True, editable=False
    )
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    by = models.ForeignKey(Employee, models.PROTECT, related_name="+", verbose_name=_("Who"))
    form_token = models.UUIDField(unique=True, null=True, editable=False)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("Withdrawal of cash")
        constraints = [
            models.CheckConstraint(
                condition=Q(undoes=None, amount__gt=0) | Q(undoes__isnull=False, amount__lt=0),
                name="withdrawal_sign",
            ),
            models.CheckConstraint(condition=~Q(ground=""), name="withdrawal_has_ground"),
        ]

    def __str__(self):
        return f"{self.amount}"

    @property
    def can_be_undone(self):
        """Once, and what undoes another never; its `undone_by` is fetched along."""
        return self.undoes_id is None and not hasattr(self, "undone_by")
