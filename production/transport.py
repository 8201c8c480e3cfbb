"""What waits in the workshop for the way to the offices."""

from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from django.db.models import Prefetch

from company.models import Office
from orders.models import Position, WorkOrder


class Stop(NamedTuple):
    office: Office
    orders: list[WorkOrder]

    @property
    def weight_kg(self) -> Decimal:
        return sum((weight_of(order) for order in self.orders), Decimal(0))


def weight_of(order) -> Decimal:
    return sum((position.weight_kg for position in order.positions.all()), Decimal(0))


def stops(user) -> list[Stop]:
    """Office by office, the earliest promise first."""
    pieces = Position.objects.filter(goes_to_shop=True).defer("explanation", "spec")
    orders = (
        WorkOrder.objects.brought_by(user)
        .waiting_for_transport()
        .select_related("office")
        .prefetch_related(Prefetch("positions", pieces))
        .order_by("office__ordering", "office__name", "promised_on", "pk")
    )
    return [
        Stop(office, list(waiting)) for office, waiting in groupby(orders, lambda each: each.office)
    ]
