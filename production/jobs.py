from collections import Counter
from datetime import time

from celery import shared_task
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from company.calendar import WorkCalendar
from company.models import Employee
from company.notifications import notify
from core import clock
from orders.reminders import remind_managers
from orders.work_orders.danger import Danger, in_danger

MORNING = time(9)
MIND_RIGHT = "orders.mind_dates_position"


@shared_task
def remind_of_dates():
    """From nine in the morning of a working day, once for each person and order; late is better
    than never, and of a day without a worker nothing is said afterwards."""
    now, today = timezone.localtime(clock.now()), clock.today()
    if now.time() < MORNING or not WorkCalendar(today).is_working(today):
        return
    found = in_danger(accepted_before=clock.midnight(today))
    remind_managers(found)
    if found:
        _remind_foremen(found, today)


def _remind_foremen(found, today):
    """One line for all orders: the queue has them on top."""
    counts = Counter(each.danger for each in found)
    passed, late = counts[Danger.PASSED], counts.total() - counts[Danger.PASSED]
    notify(
        Employee.objects.with_rights(MIND_RIGHT),
        key=f"dates:{today}",
        text=" ".join(_sentences(passed, late)),
        url=f"{reverse('production:queue')}{'?state=overdue' if passed else ''}",
    )


def _sentences(passed, late):
    with translation.override(settings.LANGUAGE_CODE):
        if passed:
            text = ngettext("%(count)s order is late.", "%(count)s orders are late.", passed)
            yield text % {"count": passed}
        if late:
            text = ngettext(
                "The date of %(count)s order is in danger.",
                "The dates of %(count)s orders are in danger.",
                late,
            )
            yield text % {"count": late}
        yield _("Look at the queue.")
