from dataclasses import dataclass

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from company.models.employee import named
from core import registry
from core.models import Attachment
from orders.models import WorkOrder
from orders.money.forms import TakePaymentForm
from orders.work_orders import changes as history
from orders.work_orders.actions.hand_over import SIGNATURE
from orders.work_orders.lifecycle import Step
from orders.work_orders.papers import letters_of, papers_of
from orders.work_orders.pieces import pieces_of

# These steps ask for more than a press: their button opens a page, which says what is lacking.
ASKING = {Step.HAND_OVER, Step.CANCEL}
PANELS = "orders.workorder"


@dataclass(frozen=True)
class Move:
    """A step as the page offers it."""

    label: str
    reason: str | None
    url: str
    asks: bool
    is_last_resort: bool

    @property
    def is_open(self):
        return self.asks or self.reason is None


def moves(order, user) -> list[Move]:
    return [
        Move(
            offer.label,
            offer.reason,
            reverse(f"orders:{offer.step}", args=[order.pk]),
            offer.step in ASKING,
            offer.step == Step.CANCEL,
        )
        for offer in order.offers(user)
    ]


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
        "attach": "core.add_attachment",
    }
    return {name: user.has_perm(right) for name, right in asked.items()}


@require_GET
def card(request, pk):
    seen = WorkOrder.objects.visible_to(request.user)
    order = get_object_or_404(seen.with_card_facts(), pk=pk)
    context = {
        "order": order,
        "may": rights(request.user),
        "moves": moves(order, request.user),
        "pieces": pieces_of(order),
        "steps": order.steps.select_related("by").defer(*named("by")),
        "panels": registry.panels(PANELS, order, request.user),
        **_files(order),
        **(_money(order, request.user) if request.user.has_perm("orders.see_prices") else {}),
    }
    return render(request, "orders/card.html", context)


def _files(order):
    found = Attachment.objects.of(order).select_related("added_by")
    files = list(found.defer(*named("added_by")))
    return {
        "attachments": [file for file in files if file.purpose != SIGNATURE],
        "signature": next((file for file in files if file.purpose == SIGNATURE), None),
    }


def _money(order, user):
    """Papers carry sums too, so they are shown together with the money or not at all."""
    takes = order.debt > 0 and order.takes_money and user.has_perm("orders.take_payment")
    return {
        "papers": papers_of(order),
        "letters": letters_of(order),
        "payments": order.payments.select_related("by", "correction").defer(*named("by")),
        "take_payment_form": TakePaymentForm(initial={"amount": order.debt}) if takes else None,
    }


@require_GET
def changes(request, pk):
    order = get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk)
    template = "orders/_changes.html" if request.htmx else "orders/changes.html"
    context = {"order": order, "changes": history.changes_of(order, request.user)}
    return render(request, template, context)
