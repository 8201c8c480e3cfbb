import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models.dictionary import DictionaryEntry
from core.lifecycle import StepRecord
from core.models import Job
from core.money import ZERO
from orders.money.statements.direction import Direction
from orders.money.statements.lifecycle import (
    UNFINISHED,
    LineStatus,
    LineStep,
    StatementStatus,
)
from orders.money.statements.querysets import BankLineQuerySet, BankStatementQuerySet

Employee = settings.AUTH_USER_MODEL


def _sum(label, **options):
    return models.DecimalField(label, max_digits=15, decimal_places=2, **options)


class ExpenseKind(DictionaryEntry):
    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Kind of expense")


class BankStatement(models.Model):
    """A file of the bank: what it says of itself, and how far its lines are finished."""

    status = models.CharField(
        _("State"), max_length=10, choices=StatementStatus, default=StatementStatus.READING
    )
    file = models.FileField(upload_to="statements/%Y/%m/")
    name = models.CharField(_("File"), max_length=200)
    digest = models.CharField(max_length=64, unique=True)  # the same file is loaded once
    encoding = models.CharField(max_length=12)
    sender = models.CharField(_("Bank"), max_length=120, blank=True)
    accounts = models.JSONField(default=list)
    since = models.DateField(_("From"), null=True)
    until = models.DateField(_("To"), null=True)
    received = _sum(pgettext_lazy("bank", "Received"), default=0)
    spent = _sum(_("Spent"), default=0)
    lines_count = models.PositiveIntegerField(_("Lines"), default=0)
    repeated_count = models.PositiveIntegerField(_("Taken before"), default=0)
    faults = models.JSONField(default=list)  # [[line, sentence]…]
    differences = models.JSONField(default=list)  # as control.Difference says them
    job = models.ForeignKey(Job, models.SET_NULL, related_name="+", null=True)
    by = models.ForeignKey(Employee, models.PROTECT, related_name="+", verbose_name=_("Who"))
    uploaded_at = models.DateTimeField(pgettext_lazy("file", "Uploaded"))
    read_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = BankStatementQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("Bank statement")
        indexes = [models.Index(fields=["uploaded_at", "id"], name="bank_statement_uploaded")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("orders:statement", args=[self.pk])

    @property
    def state(self):
        return StatementStatus(self.status)

    @property
    def is_being_read(self):
        return self.status == StatementStatus.READING

    @property
    def is_at_work(self):
        return bool(self.is_being_read and self.job and self.job.is_open)


class BankStatementStep(StepRecord):
    subject = models.ForeignKey(BankStatement, models.CASCADE, related_name="steps")

    def __str__(self):
        return self.step


# What the bank says stands in the row and never changes; what becomes of it has a history.
@pghistory.track(
    pghistory.UpdateEvent(),
    fields=["status", "client", "booked", "expense_kind", "ground", "finished_by", "finished_at"],
    obj_field=pghistory.ObjForeignKey(related_name="events"),
    model_name="BankLineEvent",
)
class BankLine(models.Model):
    """A document of the bank, taken once, and what has become of it."""

    statement = models.ForeignKey(BankStatement, models.PROTECT, related_name="lines")
    line = models.PositiveIntegerField()  # in the file
    key = models.CharField(max_length=64, unique=True)
    status = models.CharField(
        _("State"), max_length=12, choices=LineStatus, default=LineStatus.READ
    )
    direction = models.CharField(
        pgettext_lazy("money", "Direction"), max_length=12, choices=Direction
    )
    account = models.CharField(_("Our account"), max_length=40, blank=True)
    day = models.DateField(_("Date"))
    kind = models.CharField(max_length=80)
    number = models.CharField(_("Number"), max_length=40, blank=True)
    amount = _sum(_("Sum"))
    is_whole = models.BooleanField(default=True)
    payer_name = models.CharField(_("Payer"), max_length=250, blank=True)
    payer_inn = models.CharField(_("INN of the payer"), max_length=12, blank=True)
    payer_account = models.CharField(_("Account of the payer"), max_length=40, blank=True)
    payee_name = models.CharField(_("Payee"), max_length=250, blank=True)
    payee_inn = models.CharField(_("INN of the payee"), max_length=12, blank=True)
    payee_account = models.CharField(_("Account of the payee"), max_length=40, blank=True)
    purpose = models.CharField(_("Purpose of the payment"), max_length=1000, blank=True)
    # Whose money it is, or who was paid, where there is a card.
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, related_name="+", null=True, verbose_name=_("Client")
    )
    booked = _sum(_("Booked"), default=0)
    rest = models.GeneratedField(
        expression=Case(
            When(status=LineStatus.BOOKED, then=F("amount") - F("booked")), default=Value(ZERO)
        ),
        output_field=_sum(_("Advance")),
        db_persist=True,
    )
    expense_kind = models.ForeignKey(
        ExpenseKind,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("Kind of expense"),
    )
    ground = models.CharField(_("Ground"), max_length=250, blank=True)
    finished_by = models.ForeignKey(
        Employee, models.PROTECT, related_name="+", null=True, verbose_name=_("Who")
    )
    finished_at = models.DateTimeField(pgettext_lazy("moment", "When"), null=True)

    objects = BankLineQuerySet.as_manager()

    class Meta:
        ordering = ["day", "pk"]
        verbose_name = _("Line of a bank statement")
        permissions = [("finish_bankline", _("Load bank statements and book their lines"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0, booked__gte=0, booked__lte=F("amount")),
                name="bank_line_sums",
            ),
            models.CheckConstraint(
                condition=~Q(status=LineStatus.BOOKED) | Q(client__isnull=False),
                name="bank_line_booked_is_a_clients",
            ),
            models.CheckConstraint(
                condition=~Q(status=LineStatus.LEFT_OUT) | ~Q(ground=""),
                name="bank_line_left_out_has_ground",
            ),
        ]
        indexes = [
            models.Index(fields=["statement", "status", "id"], name="bank_line_statement"),
            models.Index(fields=["day", "id"], name="bank_line_day"),
            models.Index(fields=["client", "day", "id"], name="bank_line_client"),
            models.Index(
                fields=["day", "id"],
                condition=Q(status__in=sorted(UNFINISHED)),
                name="bank_line_unfinished",
            ),
            models.Index(fields=["day", "id"], condition=Q(rest__gt=0), name="bank_line_advance"),
            models.Index(
                fields=["payer_account"],
                condition=Q(status=LineStatus.BOOKED),
                name="bank_line_payer_account",
            ),
            models.Index(
                fields=["payee_inn", "-id"],
                condition=Q(status=LineStatus.EXPENSE),
                name="bank_line_payee_inn",
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.amount}"

    def get_absolute_url(self):
        return reverse("orders:bank_line", args=[self.pk])

    @property
    def state(self):
        return LineStatus(self.status)

    @property
    def is_outgoing(self):
        return self.direction == Direction.OUT

    @property
    def is_to_be_finished(self):
        return self.status == LineStatus.OFFERED

    @property
    def is_settled(self):
        return self.status not in UNFINISHED

    @property
    def is_booked(self):
        return self.status == LineStatus.BOOKED

    @property
    def free(self):
        """How much of it may still be booked."""
        return self.rest if self.is_booked else self.amount - self.booked

    @property
    def other_name(self):
        return self.payee_name if self.is_outgoing else self.payer_name

    @property
    def other_inn(self):
        return self.payee_inn if self.is_outgoing else self.payer_inn

    @property
    def other_account(self):
        return self.payee_account if self.is_outgoing else self.payer_account


class BankLineStep(StepRecord):
    subject = models.ForeignKey(BankLine, models.CASCADE, related_name="steps")

    def __str__(self):
        return self.step

    @property
    def label(self):
        return LineStep(self.step).label


class LinePart(models.Model):
    """What of a line is booked: as a payment, as a refund, or given back by an outgoing line."""

    line = models.ForeignKey(BankLine, models.PROTECT, related_name="parts")
    payment = models.OneToOneField(
        "orders.Payment", models.PROTECT, related_name="line_part", null=True
    )
    given_back_by = models.ForeignKey(
        BankLine, models.PROTECT, related_name="gives_back", null=True
    )
    amount = _sum(_("Sum"))
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="line_part_more_than_zero"),
            models.CheckConstraint(
                condition=Q(payment__isnull=False, given_back_by__isnull=True)
                | Q(payment__isnull=True, given_back_by__isnull=False),
                name="line_part_is_one_thing",
            ),
        ]

    def __str__(self):
        return f"{self.amount}"
