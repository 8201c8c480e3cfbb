"""The way of an order that meets no trouble, as a strip on its page."""

from typing import NamedTuple

from orders.work_orders.lifecycle import IN_WORK, WAY, Status, in_words_of

MAKING = IN_WORK - {Status.ACCEPTED}


class Stage(NamedTuple):
    label: str
    is_done: bool
    is_now: bool


def way_of(order) -> list[Stage]:
    """Nothing where the order has left it: on hold, cancelled."""
    if order.status not in WAY:
        return []
    place = WAY.index(order.status)
    return [
        Stage(in_words_of(order, state).label, index < place, index == place)
        for index, state in enumerate(WAY)
        if (state != Status.CALCULATION or order.is_calculation)
        and (state not in MAKING or order.has_production)
    ]
