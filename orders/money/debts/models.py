from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models.dictionary import DictionaryQuerySet
from orders.money.whose import TAKEN_FROM_INVOICE


class DebtMeasure(models.TextChoices):
    """What the firm does about an overdue invoice."""

    MAIL = "mail", pgettext_lazy("step of a debt", "Reminder by letter")
    CALL = "call", pgettext_lazy("step of a debt", "Call of the manager")
    DIRECTOR = "director", pgettext_lazy("step of a debt", "Word to the director")
    STOP_CREDIT = "stop_credit", pgettext_lazy("step of a debt", "No more credit")


class DebtRule(models.Model):
    """So many days after an invoice was due the firm does this; for all, or for a segment, whose
    rules then stand in place of those for all."""

    days = models.PositiveSmallIntegerField(_("Days after the day to pay"))
    measure = models.CharField(
        pgettext_lazy("step of a debt", "What is done"), max_length=12, choices=DebtMeasure
    )
    segment = models.ForeignKey(
        "clients.Segment",
        models.PROTECT,
        related_name="+",
        verbose_name=_("For the clients of"),
        null=True,
        blank=True,
    )
    is_active = models.BooleanField(_("In use"), default=True)

    objects = DictionaryQuerySet.as_manager()

    class Meta:
        ordering = [F("segment").asc(nulls_first=True), "days", "measure"]
        verbose_name = _("Step of a debt")
        constraints = [
            models.UniqueConstraint(
                fields=["segment", "days", "measure"],
                name="debt_rule_once",
                nulls_distinct=False,
                violation_error_message=_("There is such a step for these clients already."),
            ),
            models.CheckConstraint(condition=Q(days__gte=1), name="debt_rule_after_it_is_due"),
        ]

    def __str__(self):
        return f"{self.get_measure_display()}: {self.days}"


class DebtStepQuerySet(models.QuerySet):
    def visible_to(self, user):
        invoices = self.model._meta.get_field("invoice").related_model.objects
        return self.filter(invoice__in=invoices.visible_to(user))

    def newest_first(self):
        return self.order_by("-at", "-pk")


class DebtStep(models.Model):
    """What was done about one overdue invoice: each once, whenever the job runs."""

    invoice = models.ForeignKey("orders.Invoice", models.CASCADE, related_name="debt_steps")
    # Written by the database, see whose.py.
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, related_name="+", editable=False, db_index=False
    )
    measure = models.CharField(max_length=12, choices=DebtMeasure)
    days = models.PositiveSmallIntegerField()  # of the rule
    due_on = models.DateField()  # the day it was counted from: a deferral begins anew
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    note = models.CharField(_("Remark"), max_length=250, blank=True)

    objects = DebtStepQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("Step of a debt")
        default_permissions = ()
        triggers = [TAKEN_FROM_INVOICE]
        indexes = [models.Index(fields=["client", "at", "id"], name="debt_step_of_client")]
        constraints = [
            models.UniqueConstraint(
                fields=["invoice", "measure", "due_on", "days"], name="debt_step_once"
            )
        ]

    def __str__(self):
        return self.get_measure_display()
