"""Working hours: the firm's day on working days. Terms in working time are counted here."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from company.calendar import WorkCalendar
from company.models import Firm

ZERO = timedelta()
DAY = timedelta(days=1)
FARTHEST_BACK = timedelta(days=366)


def local_day(moment: datetime) -> date:
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


class WorkTime:
    """A snapshot for one calculation: the firm's hours, and its calendar from a year before on."""

    def __init__(self, around: datetime):
        self.calendar = WorkCalendar(local_day(around) - FARTHEST_BACK)
        firm = Firm.get()
        self.begins, self.ends = firm.workday_begins, firm.workday_ends

    def hours_of(self, day: date) -> tuple[datetime, datetime]:
        zone = timezone.get_default_timezone()
        return tuple(
            timezone.make_aware(datetime.combine(day, hour), zone)
            for hour in (self.begins, self.ends)
        )

    def end_of(self, day: date) -> datetime:
        return self.hours_of(day)[1]

    def add(self, moment: datetime, span: timedelta) -> datetime:
        """The moment at which `span` of working time has passed since `moment`."""
        day = local_day(moment)
        while True:
            begin, end = self._left_after(moment, day)
            if span <= end - begin:
                return begin + span
            span, day = span - (end - begin), day + DAY

    def subtract(self, moment: datetime, span: timedelta) -> datetime:
        """The moment from which `span` of working time is left until `moment`."""
        day = local_day(moment)
        while True:
            begin, end = self._left_before(moment, day)
            if span <= end - begin:
                return end - span
            span, day = span - (end - begin), day - DAY

    def between(self, start: datetime, end: datetime) -> timedelta:
        passed, day, last = ZERO, local_day(start), local_day(end)
        while day <= last:
            begin, close = self._left_after(start, day)
            passed += max(min(close, end) - begin, ZERO)
            day += DAY
        return passed

    def _left_after(self, moment, day):
        begin, end = self._open(day)
        return min(max(begin, moment), end), end

    def _left_before(self, moment, day):
        begin, end = self._open(day)
        return begin, max(min(end, moment), begin)

    def _open(self, day):
        begin, end = self.hours_of(day)
        return (begin, end) if self.calendar.is_working(day) else (end, end)
