"""The call about a payment: why it is owed, what is said in it, what comes of it."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from company.approvals import actions as approvals
from core import cells, registry
from core.registry import Answer
from interactions import actions as interactions
from orders.models import Invoice
from orders.money.debts.actions.answer import ask_deferral, dispute, promise
from orders.money.debts.due import to_be_called
from orders.money.invoices.locking import lock

PAYMENT_DUE = "payment_due"
WILL_PAY, DEFERRAL, DISPUTES = "will_pay", "deferral", "disputes"
PURPOSE = gettext_lazy("Invoice %(number)s: %(sum)s to be paid by %(day)s")
ANSWERS = (
    Answer(WILL_PAY, pgettext_lazy("answer", "Will pay"), "calendar-check", asks_day=True),
    Answer(DEFERRAL, pgettext_lazy("answer", "Asks for a deferral"), "calendar-plus", True),
    Answer(DISPUTES, pgettext_lazy("answer", "Disputes"), "message-report", asks_words=True),
)


def contribute():
    registry.add_owed_call_reason(
        registry.OwedCallReason(
            PAYMENT_DUE,
            gettext_lazy("Payment is due"),
            still_due,
            script,
            heed,
            ANSWERS,
            lock=lock_ground,
        )
    )
    for happening in ("invoice_paid", "invoice_cancelled"):
        registry.react_to_all(happening, drop)


def drop(invoices, *, by):
    """Nothing is asked of who has paid, and nothing is decided about it any more."""
    interactions.drop_owed(*invoices, reason=PAYMENT_DUE, by=by)
    approvals.drop_all(*invoices)


def purpose_of(invoice) -> str:
    """In the firm's words: they are stored."""
    with translation.override(settings.LANGUAGE_CODE):
        return in_words(invoice)


def in_words(invoice) -> str:
    """The same in the language that is spoken: of many at once it is said once."""
    return PURPOSE % {
        "number": invoice.number,
        "sum": cells.rubles(invoice.open_amount),
        "day": cells.day(invoice.expected_on),
    }


def owe(invoice, at=None):
    """Once per invoice: one that was settled before is opened again."""
    call = interactions.owe_call(
        invoice.client,
        reason=PAYMENT_DUE,
        subject=invoice,
        responsible=invoice.manager,
        office=invoice.office,
        purpose=purpose_of(invoice),
        at=at,
    )
    if call.purpose != purpose_of(invoice):
        call.purpose = purpose_of(invoice)
        call.save(update_fields=["purpose"])
    return call


def still_due(interaction) -> bool:
    return to_be_called().filter(pk=interaction.subject_id).exists()


def script(interaction) -> str:
    invoice = Invoice.objects.with_people().get(pk=interaction.subject_id)
    words = {
        "number": invoice.number,
        "date": cells.day(invoice.issued_on),
        "sum": cells.rubles(invoice.open_amount),
        "day": cells.day(invoice.due_on),
        "expected": cells.day(invoice.expected_on),
    }
    sentences = [_("Invoice %(number)s of %(date)s: %(sum)s is left to pay.") % words]
    if invoice.days_overdue:
        overdue = ngettext(
            "It was to be paid by %(day)s, %(days)s day ago.",
            "It was to be paid by %(day)s, %(days)s days ago.",
            invoice.days_overdue,
        )
        sentences.append(overdue % {**words, "days": invoice.days_overdue})
    else:
        sentences.append(_("It is to be paid by %(day)s.") % words)
    if invoice.expected_said_at:
        sentences.append(_("You named %(expected)s as the day of payment.") % words)
    sentences.append(_("When will the money come?"))
    return " ".join(sentences)


def lock_ground(call):
    """As a payment does: the orders, the invoice, then the call."""
    lock(Invoice(pk=call.subject_id))


def heed(call, *, by, said=None):
    """The answer moves the day on which money is expected; not reached, the call stays planned."""
    if said is None:
        return
    invoice = Invoice.objects.with_people().get(pk=call.subject_id)
    if said.code == WILL_PAY:
        promise(invoice, by=by, day=said.day, words=said.words)
    elif said.code == DEFERRAL:
        ask_deferral(invoice, by=by, until=said.day, words=said.words)
    else:
        dispute(invoice, by=by, words=said.words)
