from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock
from orders.control.querysets import ControlMarkQuerySet
from orders.control.vocabulary import Kind, Verdict

Employee = settings.AUTH_USER_MODEL


class ControlMark(models.Model):
    """One look of a director at an order. A remark with somebody responsible is work until it is
    settled; one that sent a position back is done with by that."""

    order = models.ForeignKey("orders.WorkOrder", models.CASCADE, related_name="control_marks")
    position = models.ForeignKey(
        "orders.Position",
        models.SET_NULL,
        related_name="+",
        verbose_name=_("Position"),
        null=True,
        blank=True,
    )
    kind = models.CharField(_("Control"), max_length=12, choices=Kind)
    verdict = models.CharField(_("Verdict"), max_length=10, choices=Verdict)
    remark = models.TextField(_("Remark"), blank=True)
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    by = models.ForeignKey(Employee, models.PROTECT, related_name="+", verbose_name=_("Who"))
    responsible = models.ForeignKey(
        Employee,
        models.PROTECT,
        related_name="remarks_to_settle",
        verbose_name=_("Responsible"),
        null=True,
        blank=True,
    )
    due_on = models.DateField(_("Put right by"), null=True, blank=True)
    settled_at = models.DateTimeField(_("Put right"), null=True)
    settled_by = models.ForeignKey(Employee, models.PROTECT, related_name="+", null=True)
    settled_note = models.CharField(_("What was done"), max_length=500, blank=True)

    objects = ControlMarkQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("Mark of the control")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verdict=Verdict.PASSED) | ~models.Q(remark=""),
                name="control_remark_has_words",
            ),
            models.CheckConstraint(
                condition=~models.Q(verdict=Verdict.WORK)
                | models.Q(responsible__isnull=False, due_on__isnull=False),
                name="control_work_has_responsible",
            ),
        ]
        indexes = [
            models.Index(fields=["order", "kind", "-at"], name="control_of_order"),
            models.Index(fields=["at", "id"], name="control_at"),
            models.Index(
                fields=["responsible", "due_on"],
                condition=models.Q(verdict=Verdict.WORK, settled_at__isnull=True),
                name="control_to_settle",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.get_verdict_display()}"

    def get_absolute_url(self):
        return reverse("orders:mark", args=[self.pk])

    @property
    def is_open(self):
        return self.verdict == Verdict.WORK and self.settled_at is None

    @property
    def is_late(self):
        return self.is_open and self.due_on < clock.today()
