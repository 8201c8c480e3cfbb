"""The call that a ready order owes its client."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import cells, registry
from interactions import actions as interactions
from orders.models import WorkOrder
from orders.unclaimed.actions.reach import heed, lock_order

READY = "order_ready"


def contribute():
    registry.add_owed_call_reason(
        registry.OwedCallReason(
            READY, gettext_lazy("Order is ready"), still_due, script, heed, lock=lock_order
        )
    )
    registry.react("order_ready", owe)
    registry.react("order_returned", drop)
    registry.react("handed_over", drop)
    registry.react("order_cancelled", drop)


def owe(order, *, by):
    """Goods and services alone are ready as soon as they are ordered, and nobody is called for
    that."""
    if order.has_production:
        owe_about(order, READY, gettext_lazy("Order %(number)s is ready"))


def owe_about(order, reason, purpose):
    """`purpose` is still to be translated: words that are stored are the firm's, whatever the
    language of the screen."""
    with translation.override(settings.LANGUAGE_CODE):
        purpose = purpose % {"number": order.number}
    interactions.owe_call(
        order.client,
        reason=reason,
        subject=order,
        responsible=order.manager,
        office=order.office,
        purpose=purpose,
    )


def drop(order, *, by):
    interactions.drop_owed(order, reason=READY, by=by)


def still_due(interaction) -> bool:
    return WorkOrder.objects.ready().filter(pk=interaction.subject_id).exists()


def script(interaction) -> str:
    """What the manager says, with what the client has to bring."""
    order = WorkOrder.objects.select_related("office").get(pk=interaction.subject_id)
    words = {
        "number": order.number,
        "office": order.office.name,
        "address": order.office.address,
        "hours": order.office.hours,
        "debt": cells.rubles(order.debt),
    }
    sentences = [
        _("Your order %(number)s is ready and waits for you: %(office)s, %(address)s.") % words
    ]
    if order.office.hours:
        sentences.append(_("We are open %(hours)s.") % words)
    if order.debt > 0:
        sentences.append(_("%(debt)s remain to be paid.") % words)
    return " ".join(sentences)
