"""The foreman decides about pieces that are begun."""

from django.db import transaction
from django.utils.translation import gettext as _

from company import notifications
from core import documents
from core.errors import Refused
from orders.amendments.amended import Amended
from orders.amendments.difference import difference
from orders.amendments.lifecycle import AMENDMENT_LIFE, AmendmentStep
from orders.amendments.locked import locked_amendment
from orders.amendments.models import Decision
from orders.amendments.who import who_may_consent


@transaction.atomic
def ask_consent(amendment, *, by):
    amendment = locked_amendment(amendment)
    AMENDMENT_LIFE.take(amendment, AmendmentStep.ASK, by=by)
    words = {"order": amendment.order.number, "reason": amendment.reason}
    text = _("A change of the order %(order)s needs your consent: %(reason)s") % words
    _ring(amendment, who_may_consent().exclude(pk=by.pk), text)
    return amendment


@transaction.atomic
def consent_amendment(amendment, *, by, decisions, note=""):
    """`decisions`: {id of a begun position: Decision} for each that changes. What fits as it is
    made asks for no more time, so the date is counted anew, and the client is asked."""
    amendment = locked_amendment(amendment)
    begun = amendment.unconsented()
    decided = {str(each.pk): _decision(amendment, each, decisions) for each in begun}
    amendment.decisions |= decided
    amendment.consented_by = by
    amended = Amended.from_json(amendment.content)
    promise = difference(amendment.order, amended).promise(amendment.decisions)
    AMENDMENT_LIFE.take(
        amendment,
        AmendmentStep.CONSENT,
        by=by,
        note=note,
        decisions=amendment.decisions,
        consented_by=by,
        new_promised_on=promise.on,
        new_promised_reason=promise.reason,
    )
    documents.issue("amendment", amendment, by=by)
    text = _("The foreman consents to the change of the order %(order)s.")
    _ring(amendment, [amendment.drafted_by], text % {"order": amendment.order.number})
    return amendment


@transaction.atomic
def refuse_amendment(amendment, *, by, note):
    if not note.strip():
        raise Refused(_("Say why it cannot be changed any more."))
    amendment = locked_amendment(amendment)
    AMENDMENT_LIFE.take(amendment, AmendmentStep.REFUSE, by=by, note=note)
    words = {"order": amendment.order.number, "reason": note}
    text = _("The foreman does not consent to the change of the order %(order)s: %(reason)s")
    _ring(amendment, [amendment.drafted_by], text % words)
    return amendment


def _decision(amendment, position, decisions):
    """What goes is stopped; of what is made otherwise the foreman says how."""
    if amendment.removes(position):
        return Decision.STOP
    decision = decisions.get(position.pk)
    if decision not in {Decision.ANEW, Decision.GO_ON}:
        words = {"number": position.ordinal}
        raise Refused(_("Decide about position %(number)s: begin anew, or go on.") % words)
    return decision


def _ring(amendment, people, text):
    key = f"amendment:{amendment.pk}:{amendment.steps.count()}"
    notifications.notify(people, key=key, text=text, url=amendment.get_absolute_url())
