from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import addresses
from core.lifecycle import StepRecord
from sales.plan.lifecycle import (
    OPEN_REMARK,
    REMARK_LIFE,
    REMARK_ROUTES,
    RemarkStatus,
    RemarkVerb,
)
from sales.plan.querysets import PlanRemarkQuerySet

Employee = settings.AUTH_USER_MODEL


def _sum(label, **options):
    return models.DecimalField(label, max_digits=14, decimal_places=2, **options)


class PlanRemark(models.Model):
    """What the director says to a manager about a difference between plan and fact. It is a task of
    the manager, and comes back on its date with the difference of then."""

    month = models.DateField(_("Month"))  # its first day
    manager = models.ForeignKey(
        Employee, models.PROTECT, related_name="plan_remarks", verbose_name=_("Manager")
    )
    author = models.ForeignKey(Employee, models.PROTECT, related_name="+", verbose_name=_("Set by"))
    text = models.TextField(_("What is to be done"))
    status = models.CharField(
        _("State"), max_length=10, choices=RemarkStatus, default=RemarkStatus.SET
    )
    planned = _sum(_("Plan"))
    sold = _sum(_("Sold"))
    back_on = models.DateField(_("Comes back on"))
    planned_back = _sum(_("Plan on the return"), null=True)
    sold_back = _sum(_("Sold on the return"), null=True)
    task = models.OneToOneField("tasks.Task", models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField(pgettext_lazy("remark on the plan", "Set"))
    understood_at = models.DateTimeField(
        pgettext_lazy("remark on the plan", "Understood"), null=True
    )
    came_back_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects = PlanRemarkQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("Remark on the plan")
        default_permissions = ()
        permissions = REMARK_LIFE.permissions()
        indexes = [
            models.Index(fields=["month", "manager"], name="planremark_of_month"),
            models.Index(
                fields=["manager"],
                condition=Q(status__in=sorted(OPEN_REMARK)),
                name="planremark_open",
            ),
        ]

    def __str__(self):
        return _("Plan of %(month)s") % {"month": self.month_name}

    def get_absolute_url(self):
        return addresses.of_row("sales:plan_remark", self.pk)

    @property
    def month_name(self):
        return month_name(self.month)

    @property
    def difference(self):
        return self.sold - self.planned

    @property
    def difference_back(self):
        return None if self.sold_back is None else self.sold_back - self.planned_back

    @property
    def is_away(self):
        """The manager has it; it has not come back yet."""
        return self.status in REMARK_ROUTES[RemarkVerb.COME_BACK].sources

    def offers(self, user):
        return REMARK_LIFE.offers(self, user)


def month_name(month: date) -> str:
    return date_format(month, "YEAR_MONTH_FORMAT")


class PlanRemarkStep(StepRecord):
    subject = models.ForeignKey(PlanRemark, models.CASCADE, related_name="steps")

    class Meta(StepRecord.Meta):
        abstract = False

    def __str__(self):
        return self.step

    def get_step_display(self):
        return RemarkVerb(self.step).label
