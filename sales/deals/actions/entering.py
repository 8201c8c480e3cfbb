"""What entering and leaving a stage means, whichever verb does it."""

from django.utils.timezone import localdate

from company.calendar import WorkCalendar
from company.robot import robot
from core import clock
from sales.models import DealStay
from tasks.actions import set_tasks
from tasks.content import of_template


def enter(deal, stage, *, by):
    """The stay begins, and the tasks of the stage are asked of whoever is responsible."""
    now = clock.now()
    if stage.ordinal > deal.furthest:
        deal.furthest = stage.ordinal
        deal.save(update_fields=["furthest"])
    DealStay.objects.create(deal=deal, stage=stage, entered_at=now)
    for each in stage.tasks.select_related("template"):
        content = of_template(each.template, now, about=deal)
        set_tasks(content, of=[deal.responsible], by=by if by.pk else robot())


def leave(deal):
    stay, now = DealStay.objects.get(deal=deal, left_at=None), clock.now()
    stay.left_at, stay.working_days = now, working_days(stay.entered_at, now)
    stay.save(update_fields=["left_at", "working_days"])


def working_days(since, until) -> int:
    """Those that begin after `since`: a stay of one day has none."""
    first, last = localdate(since), localdate(until)
    return WorkCalendar(first).count(first, last)
