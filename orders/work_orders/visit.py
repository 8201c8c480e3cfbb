"""One visit at which pieces leave: what may leave now, and what it costs."""

from decimal import Decimal
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from catalog.vocabulary import Kind
from orders.models import HandOver, Position
from orders.work_orders.lifecycle import HANDABLE, PositionStatus
from orders.work_orders.parting import worth_of

ON_THE_WAY = HANDABLE - {PositionStatus.IN_OFFICE}


class Leaving(NamedTuple):
    """A piece as the page of the hand-over shows it."""

    position: Position
    why_not: str  # why it cannot leave the office now
    is_on_the_way: bool  # may leave at the client's place
    is_chosen: bool
    quantity: int  # how many of its pieces

    @property
    def is_pictured(self):
        """What is shown to the client now; of the rest only the words."""
        return self.position.goes_to_shop and self.is_open

    @property
    def is_open(self):
        """It may leave, if not from here then at the client's place."""
        return not self.why_not or self.is_on_the_way

    @property
    def is_service(self):
        return self.position.kind == Kind.SERVICE


def leaving_of(order, *, at_client: bool, chosen=None, quantities=None) -> list[Leaving]:
    """What the client does not have yet. `chosen` are the ids ticked before; at first all that may
    leave is, but services that wait for the rest: the delivery is not done by a part. `quantities`
    says of which of them only some pieces leave."""
    rows = list(order.positions.left())
    is_last = all(row.status in HANDABLE for row in rows)
    found = []
    for row in rows:
        in_office = row.status == PositionStatus.IN_OFFICE
        may = in_office or (at_client and row.status in HANDABLE)
        first = is_last or row.kind != Kind.SERVICE
        wanted = first if chosen is None else row.pk in chosen
        quantity = (quantities or {}).get(row.pk, row.quantity)
        on_the_way = row.status in ON_THE_WAY
        found.append(Leaving(row, _why_not(row), on_the_way, may and wanted, quantity))
    return sorted(found, key=lambda each: bool(each.why_not))


def first_place(order) -> HandOver.Place:
    """Where nothing is in the office, and where the work is done at the client's address."""
    in_office = order.positions.in_office().exists()
    goes_there = order.address and not order.has_production
    return HandOver.Place.CLIENT if goes_there or not in_office else HandOver.Place.OFFICE


def _why_not(position) -> str:
    if position.status == PositionStatus.IN_OFFICE:
        return ""
    if position.status in ON_THE_WAY:
        return _("Not in the office yet: it may be handed over at the client's place.")
    return _("Still in the workshop.")


def due_now(order, leaving=()) -> Decimal:
    """What has left and what leaves now, less what is paid; never more than the debt. `leaving`
    are ids; a dict says how many pieces of each."""
    return max(min(worth_of_gone(order, leaving) - order.paid, order.debt), Decimal(0))


def worth_of_gone(order, leaving=()) -> Decimal:
    """What the client has, and what leaves now."""
    theirs = Q(status=PositionStatus.HANDED_OVER) | Q(pk__in=[*leaving])
    counts = leaving if isinstance(leaving, dict) else {}
    return sum(
        (
            worth_of(row, counts.get(row.pk, row.quantity))
            for row in order.positions.filter(theirs).only("total", "quantity", "order")
        ),
        Decimal(0),
    )
