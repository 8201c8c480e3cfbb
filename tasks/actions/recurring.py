"""Tasks that the clock sets: each day of a rule once, however often the clock looks."""

from datetime import timedelta

from django.db import transaction

from company.calendar import WorkCalendar
from company.worktime import WorkTime
from core import clock
from tasks.actions.ask import set_tasks
from tasks.content import of_template
from tasks.models import RecurringRun, RecurringTask

DAY = timedelta(days=1)


def set_recurring():
    """All that is due, also what an outage has left; each rule in its own transaction."""
    for pk in RecurringTask.objects.running().values_list("pk", flat=True):
        set_tasks_of(pk)


@transaction.atomic
def set_tasks_of(pk: int):
    rows = RecurringTask.objects.running().select_for_update(of=["self"])
    rule = rows.select_related("template", "author__role", "department").filter(pk=pk).first()
    if rule is None:
        return
    today, made = clock.today(), clock.today()
    calendar = WorkCalendar(rule.made_until - 31 * DAY)
    for day, falls_on in rule.days(rule.made_until, today, calendar):
        if falls_on > today:
            made = day - DAY
            break
        _set_once(rule, day, falls_on)
    rule.made_until = max(made, rule.made_until)
    rule.save(update_fields=["made_until"])


def _set_once(rule, day, falls_on):
    _run, is_new = RecurringRun.objects.get_or_create(
        rule=rule, day=day, defaults={"at": clock.now()}
    )
    if not is_new:
        return
    begins = WorkTime(clock.midnight(falls_on)).hours_of(falls_on)[0]
    people = [person for person in rule.people.all() if person.is_active]
    whom = [*people, *filter(None, [rule.department])]
    if whom:
        set_tasks(of_template(rule.template, begins), of=whom, by=rule.author)


@transaction.atomic
def keep_recurring(form, *, by) -> RecurringTask:
    """A new rule begins today; a changed one goes on where it was."""
    if form.instance.made_until is None:
        form.instance.made_until = clock.today() - DAY
    return form.save()


@transaction.atomic
def switch_recurring(rule, *, by) -> RecurringTask:
    """Off, or on again from tomorrow: what was left out is not made up for."""
    rule = RecurringTask.objects.select_for_update().get(pk=rule.pk)
    rule.is_active = not rule.is_active
    if rule.is_active:
        rule.made_until = clock.today()
    rule.save(update_fields=["is_active", "made_until"])
    return rule
