"""What entering and leaving a stage means, whichever verb does it."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from company.calendar import WorkCalendar
from company.robot import robot
from core import clock
from sales.models import DealStay, StageTask
from tasks.actions import cancel, set_tasks
from tasks.content import of_template
from tasks.models import Task


def norm_until(stage):
    """The last day within the norm of a stage that is entered today."""
    if stage.norm_days is None:
        return None
    today = clock.today()
    return WorkCalendar(today).add(today, stage.norm_days)


def standing_in(stage) -> dict:
    """What the deal's row says of the stage that it enters now."""
    return {
        "stage": stage,
        "stage_since": clock.now(),
        "norm_until": norm_until(stage),
        "probability": stage.probability,
    }


def enter(deal, stage, *, by):
    """The stay begins, and the tasks of the stage are asked of whoever is responsible."""
    now = clock.now()
    if stage.ordinal > deal.furthest:
        deal.furthest = stage.ordinal
        deal.save(update_fields=["furthest"])
    DealStay.objects.create(
        deal=deal,
        stage=stage,
        process_id=deal.process_id,
        deal_opened_at=deal.created_at,
        entered_at=now,
    )
    for each in stage.tasks.select_related("template"):
        content = of_template(each.template, now, about=deal)
        set_tasks(content, of=[deal.responsible], by=by if by.pk else robot())


def leave(deal):
    """The stay ends, and what is left to do of the tasks of this process is not needed any more."""
    stay, now = DealStay.objects.get(deal=deal, left_at=None), clock.now()
    stay.left_at, stay.working_days = now, working_days(stay.entered_at, now)
    stay.save(update_fields=["left_at", "working_days"])
    _close_tasks(deal)


def _close_tasks(deal):
    set_by_stages = StageTask.objects.filter(stage__version=deal.process_version_id)
    open_tasks = Task.objects.about(deal).to_do()
    for task in open_tasks.filter(template__in=set_by_stages.values("template")):
        with translation.override(settings.LANGUAGE_CODE):
            reason = _("The deal has left the stage “%(stage)s”.") % {"stage": deal.stage.name}
        cancel(task, by=robot(), reason=reason)


def working_days(since, until) -> int:
    """Those that begin after `since`: a stay of one day has none."""
    first, last = clock.day_of(since), clock.day_of(until)
    return WorkCalendar(first).count(first, last)
