"""Sums of accepted orders by what is asked for: the same for the analyses of sales, the plan and
its comparison with what came."""

from collections.abc import Iterable

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncMonth
from django.utils.timezone import get_default_timezone

from core.money import ZERO
from orders.models import Position, WorkOrder
from orders.work_orders.counted import net

GROUP, MONTH = "product_group", "month"
FIRST = "is_of_new_client"


ORDER_FIGURES = {
    "sum": Sum("total", default=ZERO),
    "orders": Count("pk"),
    "repeated": Count("pk", filter=Q(is_of_new_client=False)),
    "net": Sum(net(), filter=Q(cost__isnull=False)),
    "spent": Sum("cost"),
}
LINE_FIGURES = {
    "sum": Sum("total", default=ZERO),
    "orders": Count("order", distinct=True),
    "repeated": Count("order", distinct=True, filter=Q(order__is_of_new_client=False)),
}


def sold(user, since, until, **narrowed):
    """The orders; `narrowed` are columns of theirs, and `product_group` of their lines."""
    rows = WorkOrder.objects.visible_to(user).accepted_between(since, until).order_by()
    if GROUP in narrowed:
        rows = rows.with_lines_of(narrowed.pop(GROUP))
    return rows.filter(**narrowed)


def sold_lines(user, since, until, **narrowed):
    """Their lines, of the product group or of all."""
    rows = Position.objects.sold(user, since, until).order_by()
    own = {name: value for name, value in narrowed.items() if name == GROUP}
    return rows.filter(**own, **{f"order__{k}": v for k, v in narrowed.items() if k != GROUP})


def added_up(user, since, until, by: Iterable[str] = (), **narrowed) -> list[dict]:
    """Per combination of `by` (paths from orders, MONTH, GROUP) the sum, the orders, how many of
    them were of clients who had bought before, and `net` and `spent` of those with a known cost.
    One query; lines are read where groups are asked for, and a line does not know its cost."""
    by = tuple(by)
    is_by_line = GROUP in by or GROUP in narrowed
    find, prefix = (sold_lines, "order__") if is_by_line else (sold, "")
    rows = find(user, since, until, **narrowed)
    if MONTH in by:
        moment = TruncMonth(f"{prefix}accepted_at", tzinfo=get_default_timezone())
        rows = rows.annotate(month=moment)
    figures = LINE_FIGURES if is_by_line else ORDER_FIGURES
    if not by:
        return [rows.aggregate(**figures)]
    paths = {name: name if name in {MONTH, GROUP} else f"{prefix}{name}" for name in by}
    found = rows.values(*paths.values()).annotate(**figures)
    return [_named(line, paths) for line in found]


def _named(line, paths):
    keys = {name: line.pop(path) for name, path in paths.items()}
    if MONTH in keys:
        keys[MONTH] = keys[MONTH].date().replace(day=1)
    return {**keys, **line}
