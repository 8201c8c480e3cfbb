from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company.models import Employee
from company.notifications import notify
from core.cells import rubles
from core.errors import Refused
from sales.models import PlanLine, SalesPlan
from sales.plan.actions.draft_plan import copy_plan
from sales.plan.cells import MONTHS, Row
from sales.plan.lifecycle import CHANGE, PLAN_LIFE, PlanVerb
from sales.plan.models.remark import month_name


def _locked(plan):
    return SalesPlan.objects.select_for_update().get(pk=plan.pk)


@transaction.atomic
def write_plan(plan, *, by, cells: dict) -> SalesPlan:
    """`cells`: {(Row, month): amount}; an empty one is nothing."""
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    plan = _locked(plan)
    if not plan.is_draft:
        raise Refused(_("This version is accepted: make a copy of it to change the plan."))
    for (row, month), amount in cells.items():
        _write_cell(plan, row, month, amount)
    return plan


def _write_cell(plan, row: Row, month, amount):
    is_divided = (plan.by_group or row.group is None) and bool(row.clientele) == plan.by_clientele
    if month not in MONTHS or not is_divided:
        raise Refused(_("This plan has no such cell."))
    if amount < 0:
        raise Refused(_("A plan is not below zero."))
    cell = {"manager_id": row.manager, "product_group_id": row.group, "clientele": row.clientele}
    lines = PlanLine.objects.filter(plan=plan, month=month, **cell)
    if not amount:
        lines.delete()
    elif not lines.update(amount=amount):
        PlanLine.objects.create(plan=plan, month=month, amount=amount, **cell)


@transaction.atomic
def accept_plan(plan, *, by) -> SalesPlan:
    """From now on it is in force; the version before stays as it is."""
    plan = _locked(plan)
    if not plan.lines.exists():
        raise Refused(_("The plan is empty: type at least one sum."))
    PLAN_LIFE.take(plan, PlanVerb.ACCEPT, by=by)
    return plan


@transaction.atomic
def drop_plan(plan, *, by) -> SalesPlan:
    plan = _locked(plan)
    PLAN_LIFE.take(plan, PlanVerb.DROP, by=by)
    return plan


@transaction.atomic
def correct_plan(plan, *, by, row: Row, month: int, amount, note) -> SalesPlan:
    """In one move: a copy of the version in force with this one sum, accepted at once. The manager
    hears of it."""
    if not note.strip():
        raise Refused(_("Say why the plan is corrected: it stands beside the version."))
    corrected = copy_plan(plan, by=by, note=note.strip())
    write_plan(corrected, by=by, cells={(row, month): amount})
    corrected = accept_plan(corrected, by=by)
    manager = Employee.objects.get(pk=row.manager)
    if manager != by:
        words = {"month": month_name(date(plan.year, month, 1)), "sum": rubles(amount)}
        text = _("Your plan of %(month)s is corrected: %(sum)s") % words
        key = f"plan-{corrected.pk}-{row}"
        notify([manager], key=key, text=text, url=corrected.get_absolute_url())
    return corrected
