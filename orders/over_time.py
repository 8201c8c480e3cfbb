"""Orders and money on the timeline of a client."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import registry
from orders.models import Payment, WorkOrder


def orders_of(client, user):
    return WorkOrder.objects.visible_to(user).filter(client=client)


def payments_of(client, user):
    return Payment.objects.visible_to(user).filter(client=client)


def contribute():
    registry.timeline_sources += [
        registry.TimelineSource(
            "orders",
            pgettext_lazy("list", "Orders"),
            "clipboard-list",
            orders_of,
            "created_at",
            "orders/_timeline_order.html",
            lambda rows, user: rows.with_titles().select_related("manager"),
            "orders.view_workorder",
            30,
        ),
        registry.TimelineSource(
            "payments",
            _("Payments"),
            "cash",
            payments_of,
            "at",
            "orders/_timeline_payment.html",
            lambda rows, user: rows.select_related("order", "by"),
            "orders.view_payment",
            40,
        ),
    ]
