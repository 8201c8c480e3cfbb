"""When a month is over, those who direct the sales get one report of it, by employee."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from company.calendar import WorkCalendar
from company.notifications import notify
from company.robot import robot
from core import cells, clock, outbox
from sales.interests.answering import directors
from sales.interests.reports import InterestsOfMonth
from sales.models import MonthTold


def tell_month() -> bool:
    """From the first working day of a month on, of the month before; once."""
    today = clock.today()
    last = today.replace(day=1) - timedelta(days=1)
    if today < WorkCalendar(last).add(last, 1):
        return False
    return _tell(last.replace(day=1), last)


@transaction.atomic
def _tell(first: date, last: date) -> bool:
    """The month's own row, unique, makes it the only one, whoever asks at the same moment."""
    told, is_new = MonthTold.objects.get_or_create(month=first, defaults={"told_at": clock.now()})
    people = directors() if is_new else []
    for person in people:
        _write(told, person, first, last)
    return is_new


def _write(told, person, first, last):
    period = {"since": first.isoformat(), "until": last.isoformat()}
    address = f"{reverse('core:report', args=[InterestsOfMonth.code])}?{urlencode(period)}"
    counted = InterestsOfMonth(person, period)
    with translation.override(settings.LANGUAGE_CODE):
        month = date_format(first, "YEAR_MONTH_FORMAT")
        subject = _("Interests and proposals by employee: %(month)s") % {"month": month}
        body = _in_words(counted)
    key = f"interests-month-{first.isoformat()}-{person.pk}"
    notify([person], key=key, text=subject, url=address)
    if person.email:
        outbox.write(told, key=key, to=person.email, subject=subject, body=body, by=robot())


def _in_words(counted) -> str:
    """Every employee on a line, and all of them under it."""
    lines = [_line(row["name"], row) for row in counted.table]
    if not lines:
        return _("There were no interests and no proposals in this month.")
    return "\n".join([*lines, "", _line(_("Total"), counted.totals)])


def _line(name, row) -> str:
    return _(
        "%(name)s: interests %(new)s, needs %(needs)s, proposals %(proposals)s for %(proposed)s"
    ) % {
        "name": name,
        "new": row["new"],
        "needs": row["needs"],
        "proposals": row["proposals"],
        "proposed": cells.rubles(row["proposed"]),
    }
