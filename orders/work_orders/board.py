"""The list of orders as a board: a column for each state, cards that move where the life allows."""

import json
from typing import NamedTuple

from django.db.models import prefetch_related_objects
from django.urls import reverse

from core.lists import neighbours
from core.lists.declared import count_text
from orders.models import WorkOrder
from orders.work_orders.lifecycle import ORDER_LIFE, ROUTES, Status
from orders.work_orders.lists import OrderList
from orders.work_orders.moves import ASKING

SHOWN = 40
COLUMNS = (
    *(Status.CALCULATION, Status.ACCEPTED, Status.IN_PRODUCTION, Status.ON_HOLD),
    *(Status.MADE, Status.CHECKED, Status.READY, Status.HANDED_OVER),
)
NEWEST_FIRST = {Status.CALCULATION, Status.HANDED_OVER}


class Turn(NamedTuple):
    """A step as a card offers it; `state` is the column that it leads to."""

    label: str
    url: str
    state: str
    asks: bool


class Card(NamedTuple):
    order: WorkOrder
    url: str
    turns: list[Turn]

    @property
    def leads_to(self) -> str:
        """{state: {url, asks}} for the script that lets it be dragged there."""
        return json.dumps({turn.state: {"url": turn.url, "asks": turn.asks} for turn in self.turns})


class Stack(NamedTuple):
    state: Status
    cards: list[Card]
    has_more: bool
    url: str

    @property
    def count(self) -> str:
        """What is known without asking; of a longer column the second request says more."""
        return "" if self.has_more else str(len(self.cards))


class OrderBoard(OrderList):
    """The filters and the rows are the list's."""

    url_name = "orders:board"

    def stacks(self) -> list[Stack]:
        found = {state: self._found(state) for state in COLUMNS}
        shown = {state: orders[:SHOWN] for state, orders in found.items()}
        everything = [order for orders in shown.values() for order in orders]
        prefetch_related_objects(everything, WorkOrder.objects.first_position())
        steps = {state: self._steps_from(state) for state in COLUMNS}
        return [
            Stack(
                state,
                [self._card(order, steps[state]) for order in shown[state]],
                len(found[state]) > SHOWN,
                OrderList(self.user, self.data).url_with(state=state, chip=""),
            )
            for state in COLUMNS
        ]

    def counted_chips(self):
        return self.chip_links(counted=True)

    def counts(self) -> list[tuple]:
        """By column, as the counts of a list: exact up to a thousand."""
        return [(state, count_text(self.queryset.filter(status=state))) for state in COLUMNS]

    def _found(self, state):
        """In order of the promise; what is not promised yet, or kept, the newest first."""
        orders = self.queryset.filter(status=state).prefetch_related(None)
        by = ("-created_at", "-pk") if state in NEWEST_FIRST else ("promised_on", "pk")
        return list(orders.order_by(*by)[: SHOWN + 1])

    def _steps_from(self, state) -> list[tuple]:
        """Whether the step is possible now, the step says itself: asking each card would cost."""
        return [
            (step, reverse(f"orders:{step}", args=[0]))
            for step, route in ROUTES.items()
            if route.offered
            and route.target
            and state in route.sources
            and self.user.has_perm(ORDER_LIFE.right(step))
        ]

    def _card(self, order, steps) -> Card:
        turns = [
            Turn(
                step.label,
                address.replace("/0/", f"/{order.pk}/"),
                ROUTES[step].target,
                step in ASKING,
            )
            for step, address in steps
        ]
        return Card(order, neighbours.link(self, order.get_absolute_url()), turns)
