from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import attachments, clock
from core.errors import Refused
from orders.amendments.actions.offer import offer_if_settled
from orders.amendments.amended import Amended
from orders.amendments.decisions import ask_for
from orders.amendments.difference import Difference, difference
from orders.amendments.lifecycle import AMEND_RIGHT, AMENDMENT_LIFE, AmendmentStep
from orders.amendments.models import Amendment
from orders.models import WorkOrder
from orders.work_orders.actions.stale import refuse_stale
from orders.work_orders.lifecycle import ROUTES, Status, Step


@transaction.atomic
def amend(order, amended: Amended, *, by, version: int, reason: str) -> Amendment:
    """Say what the accepted order is to become; an amendment that is open is drafted anew.

    Where the workshop has begun nothing of it and nobody must decide, it goes straight to the
    client. A second press of the same words changes nothing.
    """
    if not by.has_perm(AMEND_RIGHT):
        raise PermissionDenied
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    earlier = locked.amendments.open().first()
    if earlier and locked.version != version and _is_same(earlier, amended, reason):
        return earlier
    _refuse_state(locked)
    refuse_stale(locked, version)
    found = difference(locked, amended)
    _refuse_difference(locked, found)
    if not reason.strip():
        raise Refused(_("Say who wants the change, and why."))
    locked.version += 1
    locked.is_being_amended = True
    locked.save(update_fields=["version", "is_being_amended"])
    amendment = _drafted(earlier, locked, found, by=by, reason=reason)
    _keep_photos(amendment, amended)
    ask_for(amendment, found, by=by)
    offer_if_settled(amendment, by=by)
    return amendment


def _keep_photos(amendment, amended):
    """They hang on the amendment until the position exists."""
    for line in amended.lines:
        if line.content.photos:
            attachments.hand_on(line.content.photos, amendment)


def _is_same(amendment, amended, reason):
    return (amendment.content, amendment.reason) == (amended.to_json(), reason)


def _refuse_state(order):
    if order.status not in ROUTES[Step.AMEND].sources:
        state = {"state": Status(order.status).label}
        raise Refused(_("An order in the state “%(state)s” is not changed.") % state)


def _refuse_difference(order, found):
    if found.is_empty:
        raise Refused(_("Nothing is different from what is agreed already."))
    if not (found.staying or any(pair.line for pair in found.pairs)):
        raise Refused(_("Nothing would be left of the order: cancel it instead."))
    if order.status == Status.READY and found.adds_work:
        raise Refused(
            _("This order is in the office already: take a new order for what is to be made.")
        )


def _drafted(earlier, order, found: Difference, *, by, reason):
    amendment = earlier or Amendment(order=order, number=order.revision + 1)
    promise = found.promise()
    amendment.order = order
    amendment.reason = reason
    amendment.content = found.amended.to_json()
    amendment.changes, amendment.terms = found.changes_as_json(), found.terms
    amendment.old_total, amendment.new_total = order.total, found.total
    amendment.old_promised_on = order.promised_on
    amendment.new_promised_on, amendment.new_promised_reason = promise
    amendment.order_version = order.version
    amendment.drafted_by, amendment.drafted_at = by, clock.now()
    amendment.decisions, amendment.consented_by = {}, None
    amendment.save()
    if earlier:
        AMENDMENT_LIFE.take(amendment, AmendmentStep.REDRAFT, by=by)
    return amendment
