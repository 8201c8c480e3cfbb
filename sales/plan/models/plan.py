from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import addresses
from core.lifecycle import StepRecord
from sales.plan.lifecycle import PLAN_LIFE, PlanStatus, PlanVerb
from sales.plan.querysets import PlanLineQuerySet, SalesPlanQuerySet

Employee = settings.AUTH_USER_MODEL


class Clientele(models.TextChoices):
    """Whose orders a line of a plan or a forecast means."""

    ALL = "", pgettext_lazy("clientele", "All clients")
    NEW = "new", pgettext_lazy("clientele", "New clients")
    REGULAR = "regular", pgettext_lazy("clientele", "Regular clients")

    @classmethod
    def of(cls, is_new: bool) -> "Clientele":
        return cls.NEW if is_new else cls.REGULAR


class SalesPlan(models.Model):
    """One version of a year's plan. The accepted one with the highest number is in force."""

    year = models.PositiveSmallIntegerField(_("Year"))
    number = models.PositiveSmallIntegerField(pgettext_lazy("sales plan", "Version"))
    status = models.CharField(
        _("State"), max_length=8, choices=PlanStatus, default=PlanStatus.DRAFT
    )
    # What each manager's plan is divided into.
    by_group = models.BooleanField(_("By product group"), default=False)
    by_clientele = models.BooleanField(_("By new and regular clients"), default=False)
    made_from = models.ForeignKey("self", models.PROTECT, related_name="+", null=True)
    note = models.CharField(_("Why this version"), max_length=300, blank=True)
    made_at = models.DateTimeField(pgettext_lazy("sales plan", "Made"))
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(pgettext_lazy("sales plan", "Accepted at"), null=True)

    objects = SalesPlanQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-number"]
        verbose_name = _("Sales plan")
        default_permissions = ("view", "change")
        permissions = PLAN_LIFE.permissions()
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="salesplan_number_once"),
            models.UniqueConstraint(
                fields=["year"], condition=Q(status=PlanStatus.DRAFT), name="salesplan_one_draft"
            ),
        ]

    def __str__(self):
        return _("Plan of %(year)s, version %(number)s") % {
            "year": self.year,
            "number": self.number,
        }

    def get_absolute_url(self):
        return addresses.of_row("sales:plan", self.pk)

    @property
    def is_draft(self):
        return self.status == PlanStatus.DRAFT

    @property
    def is_accepted(self):
        return self.status == PlanStatus.ACCEPTED

    def offers(self, user):
        return PLAN_LIFE.offers(self, user)


class SalesPlanStep(StepRecord):
    subject = models.ForeignKey(SalesPlan, models.CASCADE, related_name="steps")

    class Meta(StepRecord.Meta):
        abstract = False

    def __str__(self):
        return self.step

    def get_step_display(self):
        return PlanVerb(self.step).label


class PlanLine(models.Model):
    """What a manager is to sell in a month: of a group and to whom, where the plan says so."""

    plan = models.ForeignKey(SalesPlan, models.CASCADE, related_name="lines")
    month = models.PositiveSmallIntegerField(_("Month"))
    manager = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    product_group = models.ForeignKey(
        "catalog.ProductGroup", models.PROTECT, related_name="+", null=True
    )
    clientele = models.CharField(max_length=7, choices=Clientele, blank=True)
    amount = models.DecimalField(_("Plan"), max_digits=14, decimal_places=2, default=0)

    objects = PlanLineQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "manager", "product_group", "clientele", "month"],
                nulls_distinct=False,
                name="planline_cell_once",
            ),
            models.CheckConstraint(condition=Q(month__range=(1, 12)), name="planline_month"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="planline_not_negative"),
        ]

    def __str__(self):
        return f"{self.plan_id}: {self.month}"
