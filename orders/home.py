"""The order desk's day: what is to be handed out, what is due, what is late."""

from functools import partial

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.lists.declared import counted, with_count
from core.prepared import prepared
from orders.models import WorkOrder

SHOWN = 8
WAITS = "ready"


@prepared
def _orders(user, *, chip):
    block = BLOCKS[chip].keywords
    orders = block["narrow"](WorkOrder.objects.visible_to(user).in_short_rows())
    orders = orders.with_main_phone() if chip == WAITS else orders
    return with_count(orders.order_by(block["first"], "pk"))[:SHOWN]


def _block(user, *, chip, title, icon, narrow, first, nothing):
    """`chip` names the chip of the list that opens the whole of it. Who waits to be called is shown
    with their phone."""
    rows, count = counted(_orders(user, chip=chip))
    return {
        "title": title,
        "icon": icon,
        "orders": rows,
        "count": count,
        "url": f"{reverse('orders:index')}?chip={chip}&sort={first.lstrip('-')}",
        "nothing": nothing,
        "waits": chip == WAITS,
        "sees_clients": user.has_perm("clients.view_client"),
        "sees_prices": user.has_perm("orders.see_prices"),
    }


BLOCKS = {
    "ready": partial(
        _block,
        chip="ready",
        title=_("Ready to hand out"),
        icon="package",
        narrow=lambda rows: rows.ready(),
        first="ready_at",
        nothing=_("Nothing waits in the office."),
    ),
    "due_today": partial(
        _block,
        chip="due_today",
        title=pgettext_lazy("promised date", "Due today"),
        icon="calendar-due",
        narrow=lambda rows: rows.due_today(),
        first="promised_on",
        nothing=_("Nothing was promised for today."),
    ),
    "overdue": partial(
        _block,
        chip="overdue",
        title=pgettext_lazy("orders", "Overdue"),
        icon="alert-triangle",
        narrow=lambda rows: rows.overdue(),
        first="promised_on",
        nothing=_("Nothing is late."),
    ),
}
