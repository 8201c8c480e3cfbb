from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core import registry
from core.lists import neighbours
from core.models import Attachment
from core.prepared import prepared
from orders.models import HandOver, WorkOrder
from orders.money.forms import TakePaymentForm
from orders.money.of_order import payments_of
from orders.work_orders.lifecycle import HANDABLE
from orders.work_orders.lists import OrderList
from orders.work_orders.moves import moves
from orders.work_orders.papers import newest_papers_of
from orders.work_orders.pieces import pieces_of
from orders.work_orders.way import way_of

PANELS = "orders.workorder"
SIGNATURE, ACCEPTANCE = Attachment.Purpose.SIGNATURE, Attachment.Purpose.ACCEPTANCE


def rights(user) -> dict:
    """What the page shows and offers besides the moves."""
    asked = {
        "see_prices": "orders.see_prices",
        "see_clients": "clients.view_client",
        "change": "orders.change_workorder",
        "refund": "orders.refund_payment",
        "correct": "orders.correct_payment",
        "allow_debt": "orders.allow_debt_workorder",
        "send": "core.add_outgoingmessage",
    }
    return {name: user.has_perm(right) for name, right in asked.items()}


@require_GET
def card(request, pk):
    """What is looked at every time; what is looked up now and then comes by a press."""
    order = next(iter(_whole(pk, request.user)), None)
    if order is None:
        raise Http404
    pieces = pieces_of(order)
    context = {
        "order": order,
        "way_back": neighbours.way(request, OrderList, order),
        "may": rights(request.user),
        "way": way_of(order),
        "moves": moves(order, request.user, [piece.position for piece in pieces]),
        "pieces": pieces,
        "may_be_handed_over": any(piece.position.status in HANDABLE for piece in pieces),
        "panels": registry.placed(registry.panels(PANELS, order, request.user)),
        **_signatures(order),
        **(_money(order, request.user) if request.user.has_perm("orders.see_prices") else {}),
    }
    return render(request, "orders/card.html", context)


@prepared
def _whole(pk, user):
    seen = WorkOrder.objects.visible_to(user).with_card_facts().filter(pk=pk)
    return seen.annotate(**registry.marks(PANELS))


def _signatures(order):
    given = {file.purpose: file for file in reversed(order.files)}
    return {"signature": given.get(SIGNATURE), "accepted_by_hand": given.get(ACCEPTANCE)}


def _money(order, user):
    """Papers carry sums too, so they are shown together with the money or not at all."""
    papers = newest_papers_of(order, user)
    of_visits = HandOver._meta.label_lower
    with_papers = {each.newest.owner_id for each in papers if each.newest.owner_type == of_visits}
    act = registry.document_kinds["act"]
    may_make = user.has_perm("orders.hand_over_workorder") and act.is_for(user)
    takes = order.debt > 0 and order.takes_money and user.has_perm("orders.take_payment")
    return {
        "papers": papers,
        "lacks_acts": order.visits > len(with_papers) and may_make,
        "payments": payments_of(order),
        "take_payment_form": TakePaymentForm(initial={"amount": order.debt}) if takes else None,
    }
