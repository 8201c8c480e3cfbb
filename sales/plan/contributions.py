from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.deadlines.warnings import when_due
from core import registry
from core.registry import DeadlineKind, Hanging, HomeBlock, NavItem, PersonalData
from sales.models import (
    Forecast,
    ForecastLine,
    PlanLine,
    PlanRemark,
    PlanRemarkStep,
    SalesPlan,
    SalesPlanStep,
)
from sales.plan import home
from sales.plan.actions.remark import KIND, bring_back
from sales.plan.lifecycle import CHANGE, SEE


def contribute():
    registry.nav += [
        NavItem("sales", _("Sales plan"), "sales:plans", "target-arrow", SEE, 60),
        NavItem("sales", _("Plan and fact"), "core:report", "chart-bar", SEE, 61,
                args=("plan_fact",), inside=True),
        NavItem("sales", _("Forecast"), "sales:forecast", "crystal-ball", SEE, 62),
    ]  # fmt: skip
    registry.add_owner(registry.Owner(SalesPlan, SalesPlan.objects.visible_to))
    registry.add_owner(registry.Owner(PlanRemark, PlanRemark.objects.visible_to))
    registry.add_deadline_kind(DeadlineKind(KIND, PlanRemark, (when_due("back"),), _come_back))
    registry.home_blocks.append(
        HomeBlock("plan_remarks", "sales/plan/_home.html", home.remarks, SEE, 7)
    )
    _hang()


def _come_back(remark, warning):
    if remark.is_away:
        bring_back(remark)


def _hang():
    registry.hangs_on_client.append(Hanging(ForecastLine, "client"))
    for model, field in (
        (SalesPlan, "made_by"),
        (SalesPlanStep, "by"),
        (PlanLine, "manager"),
        (PlanRemark, "manager"),
        (PlanRemark, "author"),
        (PlanRemarkStep, "by"),
        (Forecast, "manager"),
    ):
        registry.hangs_on_employee.append(Hanging(model, field))
    open_, label = PlanRemark.objects.open, pgettext_lazy("list", "Remarks on the plan")
    mine = pgettext_lazy("list", "Remarks on the plan that they have set")
    registry.duties += [
        registry.Duty("plan_remarks", label, PlanRemark, "manager", open_, SEE, order=31),
        registry.Duty("plan_remarks_set", mine, PlanRemark, "author", open_, CHANGE, order=32),
    ]
    registry.add_personal_data(PersonalData(ForecastLine))
