"""A deal ends, well or badly, and may begin again."""

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from sales.deals.actions.entering import enter, leave, standing_in
from sales.deals.actions.move import locked_deal
from sales.deals.lifecycle import DEAL_LIFE, DealVerb
from sales.models import Deal, DealOrder


@transaction.atomic
def win(deal, *, by, orders=(), note="") -> Deal:
    """`orders` are those of the client that it has become; more may be linked later."""
    locked = locked_deal(deal)
    DEAL_LIFE.take(locked, DealVerb.WIN, by=by, note=note.strip(), probability=100)
    leave(locked)
    for order in orders:
        link_order(locked, order, by=by)
    return locked


@transaction.atomic
def lose(deal, *, by, reason, lost_to=None, note="") -> Deal:
    locked = locked_deal(deal)
    said = f"{reason}. {note.strip()}".strip(" .")
    facts = {"loss_reason": reason, "lost_to": lost_to, "probability": 0}
    DEAL_LIFE.take(locked, DealVerb.LOSE, by=by, note=said, **facts)
    leave(locked)
    return locked


@transaction.atomic
def reopen(deal, *, by, note="") -> Deal:
    """In the stage where it stood; how often it was opened again is counted."""
    locked = locked_deal(deal)
    if locked.orders.exists():
        raise Refused(_("Orders were made of this deal: open a new one."))
    anew = {"closed_at": None, "loss_reason": None, "lost_to": None}
    counted = {"reopened_count": locked.reopened_count + 1}
    facts = {**anew, **counted, **standing_in(locked.stage)}
    DEAL_LIFE.take(locked, DealVerb.REOPEN, by=by, note=note.strip(), **facts)
    enter(locked, locked.stage, by=by)
    return locked


@transaction.atomic
def link_order(deal, order, *, by) -> DealOrder:
    """An order belongs to one deal, and to the deal's own client."""
    if order.client_id != deal.client_id:
        raise Refused(_("The order %(number)s is another client's.") % {"number": order.number})
    linked = DealOrder.objects.filter(order=order).select_related("deal").first()
    if linked and linked.deal_id != deal.pk:
        words = {"number": order.number, "deal": linked.deal}
        raise Refused(_("The order %(number)s belongs to the deal “%(deal)s”.") % words)
    return linked or DealOrder.objects.create(deal=deal, order=order, linked_at=clock.now())
