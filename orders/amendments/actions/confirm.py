from django.db import transaction
from django.utils.translation import gettext as _

from company import notifications
from core import clock
from core.errors import Refused
from orders.amendments.amended import Amended
from orders.amendments.difference import difference
from orders.amendments.lifecycle import AMENDMENT_LIFE, AmendmentStep
from orders.amendments.locked import locked_amendment
from orders.amendments.models import Amendment
from orders.amendments.who import who_may_consent
from orders.amendments.writing import write
from orders.sketches.actions import void_if_changed
from orders.work_orders.actions.issue import issue_agreed
from orders.work_orders.actions.shop import follow
from orders.work_orders.judged import judgement
from orders.work_orders.lifecycle import ORDER_LIFE, Step


@transaction.atomic
def confirm_amendment(amendment, *, by, how, on=None, note="") -> Amendment:
    """The client agrees to the difference in price and date: the order becomes what is agreed.

    Refused where the order or the price list is not what the client was told about. A second press
    changes nothing.
    """
    amendment = locked_amendment(amendment)
    if amendment.applied_at:
        return amendment
    on = on or clock.today()
    if on > clock.today():
        raise Refused(_("The client cannot have confirmed it on a day that is still to come."))
    order = amendment.order
    found = difference(order, Amended.from_json(amendment.content))
    _refuse_overtaken(amendment, found)
    AMENDMENT_LIFE.take(
        amendment,
        AmendmentStep.CONFIRM,
        by=by,
        note=note,
        confirmed_how=how,
        confirmed_on=on,
        confirmed_by=by,
    )
    write(amendment, found)
    _take(order, amendment, found, by=by)
    follow(order, by=by)
    void_if_changed(order, by=by)
    issue_agreed(order, by=by)
    _tell_workshop(amendment, found, by=by)
    return amendment


def _refuse_overtaken(amendment, found):
    told = (amendment.order_version, amendment.new_total, amendment.changes)
    if told != (amendment.order.version, found.total, found.changes_as_json()):
        raise Refused(
            _("The order is not what it was when this was agreed. Open it and save it anew.")
        )


def _take(order, amendment, found, *, by):
    made = order.positions.filter(goes_to_shop=True).exists()
    grew = amendment.new_total > order.total
    ORDER_LIFE.take(
        order,
        Step.AMEND,
        by=by,
        note=str(amendment),
        total=amendment.new_total,
        **_promised(order, amendment, found.amended.wished_on),
        discount_percent=found.amended.discount_percent,
        **judgement(order, found.deal, found.tariff),
        comment=found.amended.comment,
        address=found.amended.address,
        has_production=made,
        revision=amendment.number,
        is_being_amended=False,
        version=order.version + 1,
        # A director answered for a smaller debt.
        **({"debt_allowed_by": None} if grew else {}),
    )
    order.refresh_from_db()


def _promised(order, amendment, wished_on):
    """A hold may have moved the date further than the client was told; what was wished holds."""
    if wished_on is None and amendment.new_promised_on <= order.promised_on:
        return {}
    return {
        **({"wished_on": wished_on} if wished_on else {}),
        "promised_on": amendment.new_promised_on,
        "promised_reason": amendment.new_promised_reason,
    }


def _tell_workshop(amendment, found, *, by):
    """Each who answers for the work hears once that something is made otherwise now."""
    if not any(position.goes_to_shop for position in found.touched) and not found.adds_work:
        return
    notifications.notify(
        who_may_consent().exclude(pk=by.pk),
        key=f"amendment:{amendment.pk}:applied",
        text=_("The order %(order)s is changed: tell the workshop.")
        % {"order": amendment.order.number},
        url=amendment.get_absolute_url(),
    )
