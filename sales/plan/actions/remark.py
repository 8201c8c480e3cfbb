"""What the director says about a difference: a task of the manager that comes back on its date."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company.deadlines import actions as deadlines
from company.models import Employee
from company.notifications import notify
from company.robot import robot
from core import clock
from core.cells import rubles
from core.errors import Refused
from sales.models import PlanRemark
from sales.plan.compared import difference
from sales.plan.lifecycle import CHANGE, REMARK_LIFE, SEE, RemarkVerb
from sales.plan.models.remark import month_name
from tasks import actions as tasks
from tasks.content import TaskContent

KIND = "plan_remark"
TITLE = 200


@dataclass(frozen=True)
class RemarkContent:
    month: date
    manager: Employee
    text: str
    back_on: date


def _locked(remark):
    rows = PlanRemark.objects.select_for_update(of=["self"])
    return rows.select_related("manager__role", "author__role", "task").get(pk=remark.pk)


@transaction.atomic
def set_plan_remark(content: RemarkContent, *, by) -> PlanRemark:
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    _refuse(content)
    found = difference(by, content.month, content.manager.pk)
    remark = PlanRemark.objects.create(
        month=content.month,
        manager=content.manager,
        author=by,
        text=content.text.strip(),
        planned=found.planned,
        sold=found.sold,
        back_on=content.back_on,
        created_at=clock.now(),
    )
    morning = clock.midnight(content.back_on)
    words = {"month": month_name(content.month), "difference": rubles(found.sum)}
    asked = TaskContent(
        title=(_("Plan of %(month)s: difference %(difference)s") % words)[:TITLE],
        text=remark.text,
        deadline=morning + timedelta(days=1) - timedelta(minutes=1),
        about=remark,
    )
    remark.task = tasks.ask(asked, of=[content.manager], by=by)[0]
    remark.save(update_fields=["task"])
    deadlines.start(remark, KIND, by=by, due_at=morning)
    return remark


def _refuse(content):
    if not content.text.strip():
        raise Refused(_("Say what is to be done about the difference."))
    if content.back_on <= clock.today():
        raise Refused(_("It comes back on a later day than today: name one."))
    if not content.manager.is_active:
        raise Refused(_("%(who)s has left: nobody would answer.") % {"who": content.manager})
    if not content.manager.has_perm(SEE):
        raise Refused(_("%(who)s does not see the plan.") % {"who": content.manager})


@transaction.atomic
def understand_plan_remark(remark, *, by) -> PlanRemark:
    """Only the manager; the director hears of it."""
    remark = _locked(remark)
    REMARK_LIFE.take(remark, RemarkVerb.UNDERSTAND, by=by)
    words = {"who": by, "month": remark.month_name}
    text = _("%(who)s has understood the remark on the plan of %(month)s") % words
    key = f"plan-remark-understood-{remark.pk}"
    notify([remark.author], key=key, text=text, url=remark.get_absolute_url())
    return remark


@transaction.atomic
def close_plan_remark(remark, *, by) -> PlanRemark:
    remark = _locked(remark)
    REMARK_LIFE.take(remark, RemarkVerb.CLOSE, by=by)
    deadlines.meet(remark, KIND, by=by)
    return remark


@transaction.atomic
def bring_back(remark) -> PlanRemark:
    """On its date: the difference of then stands beside the one of before."""
    remark, by = _locked(remark), robot()
    found = difference(by, remark.month, remark.manager_id)
    back = {"planned_back": found.planned, "sold_back": found.sold}
    REMARK_LIFE.take(remark, RemarkVerb.COME_BACK, by=by, **back)
    words = {"month": remark.month_name, "who": remark.manager}
    words |= {"before": rubles(remark.difference), "now": rubles(remark.difference_back)}
    text = _("Plan of %(month)s, %(who)s: it was %(before)s, now %(now)s") % words
    key = f"plan-remark-back-{remark.pk}"
    notify([remark.author], key=key, text=text, url=remark.get_absolute_url())
    return remark
