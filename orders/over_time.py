"""Orders and money on the timeline of a client, and the days that regulations count from."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import ClientSummary
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


def name_days():
    registry.occasions += [
        registry.Occasion(
            "handed_over",
            pgettext_lazy("occasion", "Hand-over"),
            lambda: WorkOrder.objects.filter(handed_over_at__isnull=False),
            "client",
            "handed_over_at",
            True,
            order=10,
        ),
        registry.Occasion(
            "last_order",
            _("Last order"),
            lambda: ClientSummary.objects.filter(last_order_at__isnull=False),
            "client",
            "last_order_at",
            True,
            order=20,
        ),
    ]
