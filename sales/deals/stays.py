from datetime import date, timedelta

from django.contrib.postgres.fields import DateTimeRangeField
from django.db.models import F, Func, QuerySet

from core import clock

TIME = Func(F("entered_at"), F("left_at"), function="tstzrange", output_field=DateTimeRangeField())


class StayQuerySet(QuerySet):
    def opened_between(self, since: date | None, until: date | None):
        """Of deals opened then."""
        return self.filter(**clock.during("deal_opened_at", since, until))

    def of_deals(self, deals):
        return self.filter(deal__in=deals)

    def at_end_of(self, day: date):
        """Stays that lasted over the midnight after `day`; for today those that last now."""
        moment = min(clock.now(), clock.midnight(day + timedelta(days=1)))
        return self.alias(time=TIME).filter(time__contains=moment)
