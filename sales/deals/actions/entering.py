"""What entering and leaving a stage means, whichever verb does it."""

from company.robot import robot
from core import clock
from sales.models import DealStay
from tasks.actions import set_tasks
from tasks.content import of_template


def enter(deal, stage, *, by):
    """The stay begins, and the tasks of the stage are asked of whoever is responsible."""
    now = clock.now()
    DealStay.objects.create(deal=deal, stage=stage, entered_at=now)
    for each in stage.tasks.select_related("template"):
        content = of_template(each.template, now, about=deal)
        set_tasks(content, of=[deal.responsible], by=by if by.pk else robot())


def leave(deal):
    DealStay.objects.filter(deal=deal, left_at=None).update(left_at=clock.now())
