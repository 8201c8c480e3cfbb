"""A deferral beyond the client's terms: what is asked of those who may grant it."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import cells, registry
from orders.models import Invoice
from orders.money.debts.actions.answer import PAYMENT_DEFERRAL, grant_deferral

RIGHT = "orders.grant_deferral_invoice"


def contribute():
    registry.add_approval_kind(
        registry.ApprovalKind(
            PAYMENT_DEFERRAL,
            gettext_lazy("Deferral of a payment"),
            RIGHT,
            Invoice,
            sentence,
            about=about,
            on_approve=grant,
        )
    )


def sentence(approval) -> str:
    words = {name: cells.day(date.fromisoformat(value)) for name, value in approval.asked.items()}
    return _("To be paid by %(until)s instead of %(due_on)s.") % words


def about(invoice):
    yield _("Client"), invoice.client.name
    yield _("Left to pay"), cells.rubles(invoice.open_amount)
    yield _("To be paid by"), cells.day(invoice.due_on)


def grant(approval, *, by):
    invoice = Invoice.objects.get(pk=approval.subject_id)
    grant_deferral(invoice, by=by, until=date.fromisoformat(approval.asked["until"]))
