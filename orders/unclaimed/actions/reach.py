"""Clients of ready work who are not reached by phone."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from company.models import Employee
from company.notifications import notify
from core import clock
from interactions.lifecycle import TRIES, Result, Step
from orders.models import WorkOrder

WARN_RIGHT = "orders.warn_of_storage_workorder"
TRIES_IN_VAIN = 3


def lock_order(call):
    """Before the call, as a hand-over does."""
    WorkOrder.objects.select_for_update().filter(pk=call.subject_id).first()


def heed(call, *, by):
    """Three tries in vain, one after another, raise the flag; a talk takes it down."""
    order = WorkOrder.objects.select_related("manager").filter(pk=call.subject_id).first()
    if order is None:
        return
    if call.result == Result.REACHED:
        mark_reached(order)
    elif _tried_in_vain(call):
        mark_unreached(order)


def _tried_in_vain(call):
    if call.attempts < TRIES_IN_VAIN:
        return False
    tries = call.steps.filter(step__in=[step.value for step in TRIES]).order_by("-at", "-pk")
    last = list(tries.values_list("step", flat=True)[:TRIES_IN_VAIN])
    return last == [Step.MISS.value] * TRIES_IN_VAIN


def mark_unreached(order):
    """The manager and the directors learn it once; until the client is reached the mark stays."""
    moment = clock.now()
    if (
        not WorkOrder.objects.ready()
        .filter(pk=order.pk, unreached_at=None)
        .update(unreached_at=moment)
    ):
        return
    order.unreached_at = moment
    with translation.override(settings.LANGUAGE_CODE):
        text = ngettext(
            "Order %(number)s: the client was not reached after %(count)s try.",
            "Order %(number)s: the client was not reached after %(count)s tries.",
            TRIES_IN_VAIN,
        ) % {"number": order.number, "count": TRIES_IN_VAIN}
    notify(
        {order.manager, *minders()},
        key=f"unreached:{order.pk}:{moment.isoformat()}",
        text=text,
        url=reverse("orders:card", args=[order.pk]),
    )


def mark_reached(order):
    if order.unreached_at is None:
        return
    order.unreached_at = None
    WorkOrder.objects.filter(pk=order.pk).update(unreached_at=None)


def minders():
    """The directors: whoever may warn clients in writing."""
    return Employee.objects.with_rights(WARN_RIGHT)
