"""What was promised, against the day on which it was there."""

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate
from django.utils.timezone import get_default_timezone

from core import clock
from orders.work_orders.lifecycle import OPEN, Status

NOT_COUNTED = [Status.CALCULATION, Status.CANCELLED]


class PromisedOrders(QuerySet):
    def with_made_on(self):
        """`made_on`: when the whole of it was in the office, or was handed over from elsewhere."""
        made_at = Coalesce("ready_at", "handed_over_at")
        return self.annotate(made_on=TruncDate(made_at, tzinfo=get_default_timezone()))

    def promised(self, since=None, until=None):
        """What the workshop was to make, by the promised day."""
        rows = self.exclude(status__in=NOT_COUNTED).filter(
            has_production=True, promised_on__isnull=False
        )
        rows = rows.filter(promised_on__gte=since) if since else rows
        return (rows.filter(promised_on__lte=until) if until else rows).with_made_on()

    def in_time(self):
        return self.with_made_on().filter(kept_promise())

    def came_late(self):
        return self.with_made_on().filter(broke_promise())

    def still_late(self):
        """The day has passed, and it is not there."""
        return self.with_made_on().filter(breaks_promise())


def kept_promise():
    return Q(made_on__lte=F("promised_on"))


def broke_promise():
    return Q(made_on__gt=F("promised_on"))


def breaks_promise():
    return Q(made_on=None, status__in=OPEN, promised_on__lt=clock.today())


# What a report counts in one pass, by the name of the method that lists it.
FATES = {"in_time": kept_promise, "came_late": broke_promise, "still_late": breaks_promise}
