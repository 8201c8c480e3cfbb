from collections import defaultdict

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from sales.models import Forecast, ForecastLine
from sales.plan.cells import sellers
from sales.plan.forecasting import summed
from sales.plan.grounds import expected
from sales.plan.lifecycle import CHANGE, SEE


@transaction.atomic
def adjust_forecast(month, manager, *, by, new, regular, remark) -> Forecast:
    """What the manager expects otherwise than the reckoning; None takes the correction back."""
    if not by.has_perm(SEE) or (by != manager and not by.has_perm(CHANGE)):
        raise PermissionDenied
    if not remark.strip() and (new is not None or regular is not None):
        raise Refused(_("Say why you expect another sum than the reckoning."))
    Forecast.objects.get_or_create(month=month, manager=manager)
    kept = Forecast.objects.select_for_update().get(month=month, manager=manager)
    if kept.is_frozen or month < clock.today().replace(day=1):
        raise Refused(_("The month has begun: its forecast stands as it was."))
    kept.adjusted_new, kept.adjusted_regular = new, regular
    kept.remark, kept.adjusted_at = remark.strip(), clock.now()
    kept.save(update_fields=["adjusted_new", "adjusted_regular", "remark", "adjusted_at"])
    return kept


@transaction.atomic
def freeze_forecasts() -> int:
    """Those of the month that runs and are not frozen yet, all managers at once. A second run finds
    nothing; after an outage the month is frozen as it stands on that day, which it says."""
    month = clock.today().replace(day=1)
    people = {each.pk: each for each in sellers()}
    mine = Forecast.objects.filter(month=month)
    people |= {each.manager_id: each.manager for each in mine.select_related("manager")}
    Forecast.objects.bulk_create(
        [Forecast(month=month, manager_id=pk) for pk in people], ignore_conflicts=True
    )
    left = mine.filter(frozen_at=None, manager__in=people).select_for_update(of=["self"])
    kept = {each.manager_id: each for each in left.order_by("pk")}
    if not kept:
        return 0
    lines = defaultdict(list)
    for each in expected(month, kept):
        lines[each.manager].append(each)
    for pk, forecast in kept.items():
        sums = summed(lines[pk], None)
        forecast.new_sum, forecast.regular_sum = sums.reckoned_new, sums.reckoned_regular
        forecast.frozen_at = clock.now()
    Forecast.objects.bulk_update(kept.values(), ["new_sum", "regular_sum", "frozen_at"])
    ForecastLine.objects.bulk_create(
        [_line(kept[pk], each) for pk in kept for each in lines[pk]], batch_size=2000
    )
    return len(kept)


def _line(forecast, each):
    return ForecastLine(
        forecast=forecast,
        ground=each.ground,
        client_id=each.client,
        row=each.row,
        is_new=each.is_new,
        amount=each.amount,
        probability=each.probability,
        expected_on=each.on,
    )
