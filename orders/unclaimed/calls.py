"""The follow-up call that unclaimed work owes its client."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from company.models import Firm
from core import cells, registry
from interactions import actions as interactions
from orders.models import WorkOrder
from orders.owed_calls import drop as drop_ready_call
from orders.owed_calls import owe_about, still_due
from orders.unclaimed.actions.reach import heed, lock_order, mark_reached
from orders.unclaimed.terms import terms_of

UNCLAIMED = "order_unclaimed"


def contribute():
    registry.add_owed_call_reason(
        registry.OwedCallReason(
            UNCLAIMED,
            gettext_lazy("Order is not fetched"),
            still_due,
            script,
            heed,
            lock=lock_order,
        )
    )
    for happening in ("order_returned", "handed_over", "order_cancelled"):
        registry.react(happening, forget)


def owe(order, *, by):
    """In place of the call that it is ready, where that was never settled: one order, one call."""
    drop_ready_call(order, by=by)
    owe_about(order, UNCLAIMED, gettext_lazy("Order %(number)s is not fetched"))


def forget(order, *, by):
    """Fetched, cancelled or back in the workshop: nothing of the waiting counts any more."""
    interactions.drop_owed(order, reason=UNCLAIMED, by=by)
    if order.follow_up_calls:
        order.follow_up_calls = 0
        WorkOrder.objects.filter(pk=order.pk).update(follow_up_calls=0)
    mark_reached(order)


def script(interaction) -> str:
    order = WorkOrder.objects.select_related("office").get(pk=interaction.subject_id)
    terms = terms_of(order, Firm.get())
    words = {
        "number": order.number,
        "date": cells.day(terms.waits_since),
        "office": order.office.name,
        "address": order.office.address,
        "debt": cells.rubles(order.debt),
    }
    sentences = [
        _("Your order %(number)s has been waiting for you since %(date)s: %(office)s, %(address)s.")
        % words
    ]
    if order.debt > 0:
        sentences.append(_("%(debt)s remain to be paid.") % words)
    if terms.next_warning == 1:
        words["until"] = cells.day(terms.next_warning_on)
        sentences.append(
            _("We keep it free of charge until %(until)s. When will you come?") % words
        )
    else:
        sentences.append(_("We have warned you in writing. When will you come?"))
    return " ".join(sentences)
