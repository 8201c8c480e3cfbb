"""Two people change one calculation: the second learns what the first has saved."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from company.models import Employee
from core import money
from core.errors import Stale
from orders.models import WorkOrder
from orders.work_orders.lifecycle import Status

COMPARED = ("client", "discount_percent", "wished_on", "address", "comment", "total", "status")


def refuse_stale(order, version: int):
    if order.version != version:
        raise OrderStale(order, version)


class OrderStale(Stale):
    def __init__(self, order, version):
        super().__init__(
            _("Somebody else has changed this order meanwhile. What you typed is still here."),
            changes=[*_who(order), *_differences(order, version)],
        )
        self.order = order


def _history(order):
    return WorkOrder.pgh_event_model.objects.filter(pgh_obj_id=order.pk).order_by("pgh_id")


def _who(order):
    event = _history(order).select_related("pgh_context").last()
    user = event.pgh_context.metadata.get("user") if event and event.pgh_context else None
    person = Employee.objects.filter(pk=user).first()
    if person:
        moment = date_format(timezone.localtime(event.pgh_created_at), "d.m H:i")
        yield _("Saved by %(person)s, %(moment)s.") % {"person": person, "moment": moment}


def _differences(order, version):
    before = _history(order).filter(version=version).last()
    for name in COMPARED:
        was, now = (getattr(row, name) if row else None for row in (before, order))
        if before and was != now:
            label = WorkOrder._meta.get_field(name).verbose_name
            words = {"label": label, "was": _shown(name, was), "now": _shown(name, now)}
            yield _("%(label)s: was %(was)s, now %(now)s.") % words
    count = {"count": order.positions.count(), "sum": money.amount(order.total)}
    yield _("Positions now: %(count)s, for %(sum)s ₽.") % count


def _shown(name, value):
    if name == "total":
        return _("%(sum)s ₽") % {"sum": money.amount(value)}
    if name == "status":
        return _("«%(text)s»") % {"text": Status(value).label}
    return _("«%(text)s»") % {"text": value} if value or value == 0 else _("empty")
