"""A new version of a year's plan: empty, from what was sold, or from another plan."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from core import clock
from core.errors import Refused
from orders.sold.counted import FIRST, GROUP, MONTH, added_up
from sales.models import PlanLine, SalesPlan
from sales.plan.lifecycle import CHANGE
from sales.plan.models import Clientele

WHOLE = Decimal(100)  # a plan is in whole hundreds of roubles


class Source(models.TextChoices):
    EMPTY = "empty", pgettext_lazy("source of a plan", "Empty")
    FACT = "fact", pgettext_lazy("source of a plan", "What was sold a year before")
    PLAN = "plan", pgettext_lazy("source of a plan", "The plan of a year before")


@dataclass(frozen=True)
class PlanContent:
    year: int
    source: str = Source.EMPTY
    growth_percent: Decimal = Decimal(0)
    by_group: bool = False
    by_clientele: bool = False
    note: str = ""


@transaction.atomic
def draft_plan(content: PlanContent, *, by) -> SalesPlan:
    """The plan of a year before brings its own division along."""
    source, found = content.source, None
    by_group, by_clientele = content.by_group, content.by_clientele
    if source == Source.PLAN:
        found = SalesPlan.objects.in_force(content.year - 1)
        if found is None:
            words = {"year": content.year - 1}
            raise Refused(_("There is no accepted plan of %(year)s to copy.") % words)
        by_group, by_clientele = found.by_group, found.by_clientele
    plan = _made(
        content.year,
        by=by,
        by_group=by_group,
        by_clientele=by_clientele,
        made_from=found,
        note=content.note,
    )
    if source == Source.FACT:
        _write(plan, _sold(plan, by), content.growth_percent)
    elif found:
        _write(plan, _planned(found), content.growth_percent)
    return plan


@transaction.atomic
def copy_plan(plan, *, by, note="") -> SalesPlan:
    """An accepted version is not edited: its copy is."""
    facts = {"by_group": plan.by_group, "by_clientele": plan.by_clientele}
    copy = _made(plan.year, by=by, made_from=plan, note=note, **facts)
    _write(copy, _planned(plan), Decimal(0))
    return copy


def _made(year, *, by, **facts) -> SalesPlan:
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    if SalesPlan.objects.filter(year=year).drafts().exists():
        raise Refused(
            _("There is a draft of the plan of %(year)s already: accept or drop it first.")
            % {"year": year}
        )
    last = SalesPlan.objects.filter(year=year).order_by("-number").first()
    number = last.number + 1 if last else 1
    try:
        with transaction.atomic():
            return SalesPlan.objects.create(
                year=year, number=number, made_at=clock.now(), made_by=by, **facts
            )
    except IntegrityError:
        raise Refused(_("Somebody has just begun a version: open the plan anew.")) from None


def _write(plan, cells, growth_percent):
    factor = 1 + growth_percent / 100
    PlanLine.objects.bulk_create(
        [
            PlanLine(plan=plan, amount=_grown(amount, factor), **cell)
            for cell, amount in cells
            if amount
        ],
        batch_size=2000,
    )


def _grown(amount, factor):
    if factor == 1:
        return amount
    return ((amount * factor) / WHOLE).quantize(Decimal(1), ROUND_HALF_UP) * WHOLE


def _planned(plan):
    for line in plan.lines.all():
        cell = {"month": line.month, "manager_id": line.manager_id}
        cell |= {"product_group_id": line.product_group_id, "clientele": line.clientele}
        yield cell, line.amount


def _sold(plan, user):
    """Of who works here still; whole hundreds of roubles."""
    year = plan.year - 1
    by = ["manager", MONTH, *([GROUP] if plan.by_group else [])]
    by += [FIRST] if plan.by_clientele else []
    lines = added_up(user, date(year, 1, 1), date(year, 12, 31), by, manager__is_active=True)
    for line in lines:
        cell = {"month": line[MONTH].month, "manager_id": line["manager"]}
        cell["product_group_id"] = line.get(GROUP)
        cell["clientele"] = Clientele.of(line[FIRST]) if plan.by_clientele else ""
        yield cell, (line["sum"] / WHOLE).quantize(Decimal(1), ROUND_HALF_UP) * WHOLE
