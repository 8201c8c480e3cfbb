from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from company.approvals.lifecycle import LIFE, ROUTES, Status, Step
from company.approvals.querysets import ApprovalQuerySet
from core import registry
from core.lifecycle import StepRecord

Employee = settings.AUTH_USER_MODEL


class Approval(models.Model):
    """One question to those who may decide, about one row of any app: its subject."""

    kind = models.CharField(max_length=30)  # a code of core.registry.approval_kinds
    subject_type = models.CharField(max_length=60, editable=False)
    subject_id = models.BigIntegerField(editable=False)
    subject_name = models.CharField(_("Of what"), max_length=120)
    asked = models.JSONField(default=dict)  # the values asked for, as strings
    # What the answerer's limit is compared with: per cents of a discount, a debt.
    measure = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    reason = models.CharField(_("Reason"), max_length=250, blank=True)
    office = models.ForeignKey(
        "company.Office", models.PROTECT, related_name="+", verbose_name=_("Office")
    )
    status = models.CharField(_("State"), max_length=10, choices=Status, default=Status.WAITING)
    asked_by = models.ForeignKey(
        Employee, models.PROTECT, related_name="+", verbose_name=_("Asked by")
    )
    asked_at = models.DateTimeField(_("Asked at"))
    answered_by = models.ForeignKey(
        Employee, models.PROTECT, related_name="+", verbose_name=_("Answered by"), null=True
    )
    # Whose right a deputy used.
    instead_of = models.ForeignKey(Employee, models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(_("Answer"), max_length=250, blank=True)

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("Approval")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "kind"],
                condition=Q(status=Status.WAITING),
                name="approval_waits_once",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Status.APPROVED, Status.REFUSED])
                | Q(answered_by__isnull=False, answered_at__isnull=False),
                name="approval_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.REFUSED) | ~Q(answer=""),
                name="approval_refused_in_words",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="approval_subject"),
            models.Index(fields=["asked_at", "id"], name="approval_asked"),
            models.Index(
                fields=["asked_at", "id"],
                condition=Q(status=Status.WAITING),
                name="approval_waiting",
            ),
        ]

    def __str__(self):
        return f"{self.subject_name}: {self.kind}"

    def get_absolute_url(self):
        return reverse("company:approval", args=[self.pk])

    @property
    def kind_entry(self):
        return registry.approval_kinds[self.kind]

    @property
    def kind_label(self):
        return self.kind_entry.label

    @property
    def sentence(self):
        return self.kind_entry.sentence(self)

    @property
    def is_waiting(self):
        return self.status == Status.WAITING

    @property
    def is_approved(self):
        return self.status == Status.APPROVED

    @property
    def is_refused(self):
        return self.status == Status.REFUSED

    @property
    def is_decided_alone(self):
        """By somebody who needed to ask nobody."""
        return self.answered_by_id == self.asked_by_id

    def whose_right(self, user):
        from company.approvals.answering import whose_right

        return whose_right(self, user)

    def offers(self, user):
        return LIFE.offers(self, user)


class ApprovalStep(StepRecord):
    subject = models.ForeignKey(Approval, models.CASCADE, related_name="steps")

    def __str__(self):
        return self.step

    @property
    def title(self):
        return ROUTES[Step(self.step)].target.label
