from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.assignment.lifecycle import LIFE, Status, Step
from company.assignment.querysets import AssignmentQuerySet
from core.lifecycle import StepRecord
from core.models.owned import Owned

Employee = settings.AUTH_USER_MODEL


class Assignment(Owned):
    """One hand that its owner was given into: a person's, or a department's."""

    to_employee = models.ForeignKey(
        Employee, models.PROTECT, related_name="+", verbose_name=_("Employee"), null=True
    )
    to_department = models.ForeignKey(
        "company.Department",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Department"),
        null=True,
    )
    by = models.ForeignKey(Employee, models.PROTECT, related_name="+", verbose_name=_("Who"))
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    note = models.CharField(_("Remark"), max_length=500, blank=True)
    status = models.CharField(_("State"), max_length=10, choices=Status, default=Status.OFFERED)
    answered_by = models.ForeignKey(Employee, models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(_("Answer"), max_length=500, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("Assignment")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["owner_type", "owner_id"],
                condition=Q(status=Status.OFFERED),
                name="assignment_offered_once",
            ),
            models.CheckConstraint(
                condition=Q(to_employee__isnull=False, to_department__isnull=True)
                | Q(to_employee__isnull=True, to_department__isnull=False),
                name="assignment_to_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.DECLINED) | ~Q(answer=""),
                name="assignment_declined_in_words",
            ),
        ]
        indexes = [
            models.Index(fields=["owner_type", "owner_id"], name="assignment_owner"),
            models.Index(fields=["to_employee", "owner_type"], name="assignment_employee"),
            models.Index(fields=["to_department", "owner_type"], name="assignment_department"),
        ]

    def __str__(self):
        return str(self.to_employee or self.to_department)

    def is_given_to(self, user) -> bool:
        if self.to_employee_id:
            return self.to_employee_id == user.pk
        return self.to_department_id == user.department_id

    @property
    def is_offered(self):
        return self.status == Status.OFFERED

    @property
    def is_declined(self):
        return self.status == Status.DECLINED

    def offers(self, user):
        return LIFE.offers(self, user)


class AssignmentStep(StepRecord):
    subject = models.ForeignKey(Assignment, models.CASCADE, related_name="steps")

    def __str__(self):
        return self.step

    def get_step_display(self):
        return Step(self.step).label
