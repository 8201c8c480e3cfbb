"""The list of orders as a board: a column for each state, cards that move where the life allows."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.lists.board import Board, Turn
from orders.work_orders.lifecycle import ORDER_LIFE, ROUTES, Status
from orders.work_orders.lists import OrderList
from orders.work_orders.moves import ASKING

NEWEST_FIRST = {Status.CALCULATION, Status.HANDED_OVER}


class OrderBoard(Board, OrderList):
    """The filters and the rows are the list's."""

    title = _("Board of orders")
    url_name = "orders:board"
    stands_for = OrderList
    state_filter = "state"
    states = (
        *(Status.CALCULATION, Status.ACCEPTED, Status.IN_PRODUCTION, Status.ON_HOLD),
        *(Status.MADE, Status.CHECKED, Status.READY, Status.HANDED_OVER),
    )
    model_label = "orders.workorder"
    card_template = "orders/_board_card.html"

    def in_state(self, state):
        """In order of the promise; what is not promised yet, or kept, the newest first."""
        orders = self.queryset.filter(status=state)
        by = ("-created_at", "-pk") if state in NEWEST_FIRST else ("promised_on", "pk")
        return orders.order_by(*by)

    def turns_of(self, row) -> list[Turn]:
        return [
            Turn(
                step.label,
                address.replace("/0/", f"/{row.pk}/"),
                ROUTES[step].target,
                step in ASKING,
            )
            for step, address in self._steps[row.status]
        ]

    @cached_property
    def _steps(self):
        return {state: self._steps_from(state) for state in self.states}

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
