"""What moved between the firm and a client: the basis is the hand-over.

What has left is owed from the day it left; an order that was accepted and has not left is a debt
of nobody yet, and money for it is the client's. A cancelled order is owed what is kept of it.
Orders of the time before stand in the archive as paid: their money was never booked here.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from core import clock
from core.money import ZERO
from orders.models import HandOver, Payment, Position, WorkOrder
from orders.work_orders.lifecycle import ARCHIVE, OPEN, Status

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Entry:
    """`charged` is what the client owes for it, `paid` what came; what went back is below nothing
    there."""

    day: date
    kind: str  # hand_over | rest | payment | refund | correction
    order: str
    charged: Decimal = ZERO
    paid: Decimal = ZERO


def balance(client, until: date) -> Decimal:
    """At the end of that day; above nothing the client owes."""
    charged = sum((_sum(rows, name) for rows, name in _charged(client, None, until)), ZERO)
    return charged - _sum(_payments(client, None, until), "amount")


def entries(client, since: date, until: date) -> list[Entry]:
    """All that moved, by day; on one day what was handed over stands before its money."""
    visits, rests = (rows for rows, _name in _charged(client, since, until))
    found = [
        Entry(localdate(each.at), "hand_over", each.order.number, charged=each.worth)
        for each in visits.select_related("order").order_by("at", "pk")
    ]
    found += [
        Entry(localdate(each.ended_at), "rest", each.number, charged=each.rest)
        for each in rests.order_by("ended_at", "pk")
    ]
    found += [
        Entry(each.day, each.kind, each.order.number, paid=each.amount)
        for each in _payments(client, since, until).select_related("order")
    ]
    return sorted(found, key=lambda each: each.day)


def in_work(client) -> Decimal:
    """What was ordered, accepted and has not left yet."""
    orders = _orders(client).filter(status__in=OPEN)
    return _sum(orders.annotate(staying=F("total") - _gone()), "staying")


def _charged(client, since, until) -> list[tuple[QuerySet, str]]:
    visits = HandOver.objects.filter(
        order__in=_orders(client), **clock.during("at", since, until)
    ).annotate(worth=Coalesce(Sum("positions__total"), ZERO))
    ended = _orders(client).filter(status__in=[*ARCHIVE, Status.CANCELLED])
    rests = ended.annotate(
        ended_at=Coalesce("cancelled_at", "handed_over_at"), rest=F("total") - _gone()
    ).filter(~Q(rest=0), **clock.during("ended_at", since, until))
    return [(visits.exclude(worth=0), "worth"), (rests, "rest")]


def _gone():
    left = Position.objects.filter(order=OuterRef("pk"), hand_over__isnull=False)
    by_order = left.order_by().values("order").annotate(sum=Sum("total")).values("sum")
    return Coalesce(Subquery(by_order), ZERO)


def _orders(client):
    return WorkOrder.objects.filter(client=client, seq__gt=0, year__gt=0)


def _payments(client, since, until):
    return Payment.objects.filter(client=client, order__year__gt=0).between(since, until)


def _sum(rows, name) -> Decimal:
    return rows.aggregate(all=Coalesce(Sum(name), ZERO))["all"]
