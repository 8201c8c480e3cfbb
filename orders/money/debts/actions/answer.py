"""What a client says about an invoice: when it will be paid, or why it will not."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.allowed import deferral_allowed
from clients.payment_terms import end_of_term, payment_due_on
from company.approvals import actions as approvals
from core import cells, clock
from core.errors import Refused
from orders.models import Invoice
from orders.money.invoices.lifecycle import INVOICE_LIFE, InvoiceStep

PAYMENT_DEFERRAL = "payment_deferral"
FARTHEST = timedelta(days=366)
NOT_CALLED = {"due_call_at": None}


@transaction.atomic
def promise(invoice, *, by, day, words=""):
    """Money is expected on that day; when it was to be paid does not change by it, and nobody
    calls before the day has passed."""
    locked = _locked(invoice)
    _refuse_impossible(day)
    INVOICE_LIFE.take(
        locked,
        InvoiceStep.PROMISE,
        by=by,
        note=_note(cells.day(day), words),
        expected_on=day,
        expected_said_at=clock.now(),
        **NOT_CALLED,
    )
    return locked


@transaction.atomic
def ask_deferral(invoice, *, by, until, words=""):
    """Within the client's terms, or those that the firm's policy allows, it is granted at once;
    beyond them those are asked who may."""
    locked = _locked(invoice)
    _refuse_impossible(until)
    if until <= _latest_allowed(locked):
        return grant_deferral(locked, by=by, until=until, words=words)
    asked = {"until": until.isoformat(), "due_on": locked.due_on.isoformat()}
    reason = words or _("The client asks for it.")
    approvals.ask(PAYMENT_DEFERRAL, locked, by=by, reason=reason, asked=asked)
    locked.refresh_from_db()
    return locked


@transaction.atomic
def grant_deferral(invoice, *, by, until, words=""):
    """The invoice is to be paid by another day: what is counted from it is counted anew."""
    locked = _locked(invoice)
    INVOICE_LIFE.take(
        locked,
        InvoiceStep.DEFER,
        by=by,
        note=_note(f"{cells.day(locked.due_on)} → {cells.day(until)}", words),
        due_on=until,
        expected_on=until,
        expected_said_at=None,
        **NOT_CALLED,
    )
    return locked


@transaction.atomic
def dispute(invoice, *, by, words):
    """Nobody calls or writes about it until the dispute is settled."""
    locked = _locked(invoice)
    words = words.strip()
    if not words:
        raise Refused(_("Write down what the client says."))
    INVOICE_LIFE.take(locked, InvoiceStep.DISPUTE, by=by, note=words, dispute=words[:500])
    return locked


@transaction.atomic
def settle_dispute(invoice, *, by, words):
    locked = _locked(invoice)
    if not locked.dispute:
        raise Refused(_("Nothing is disputed about this invoice."))
    if not words.strip():
        raise Refused(_("Write down what was agreed."))
    INVOICE_LIFE.take(
        locked, InvoiceStep.SETTLE_DISPUTE, by=by, note=words.strip(), dispute="", **NOT_CALLED
    )
    return locked


def _latest_allowed(invoice):
    client, day = invoice.client, invoice.issued_on
    agreed, most = payment_due_on(client, day), deferral_allowed(client)
    if client.is_credit_stopped or not most.days:
        return agreed
    return max(agreed, end_of_term(day, most.days, most.unit))


def _locked(invoice):
    found = Invoice.objects.select_for_update(of=["self"]).select_related("client")
    return found.get(pk=invoice.pk)


def _refuse_impossible(day):
    if not clock.today() <= day <= clock.today() + FARTHEST:
        raise Refused(_("Name a day from today on, within a year."))


def _note(facts, words):
    return ". ".join(filter(None, (facts, words.strip())))
