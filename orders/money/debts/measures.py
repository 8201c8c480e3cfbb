"""What each step of a debt does; each answers a remark that stands beside it, mostly nothing."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clients import actions as clients
from company.models import Employee, Firm
from company.notifications import notify
from company.robot import robot
from core import cells, clock, documents, outbox
from orders.models import DebtMeasure, Invoice
from orders.money.debts.calls import owe

MINDS_DEBTS = "orders.grant_deferral_invoice"
LETTERS = "debt:"


def mail(invoice, step) -> str:
    """With the invoice's paper; it does not leave any more if the money comes before."""
    to = invoice.client.email
    if not to:
        return _("The client has no e-mail.")
    context = {"invoice": invoice, "firm": Firm.get()}
    outbox.write(
        invoice,
        key=f"{LETTERS}{invoice.pk}:{step.due_on}:{step.days}",
        to=to,
        subject=_("Invoice %(number)s is not paid") % {"number": invoice.number},
        body=render_to_string("orders/letters/debt.txt", context),
        by=robot(),
        documents=[documents.latest("invoice", invoice)],
    )
    return to


def call(invoice, step) -> str:
    owe(invoice)
    Invoice.objects.filter(pk=invoice.pk).update(due_call_at=clock.now())
    return ""


def director(invoice, step) -> str:
    """Told of all at once, when the run is over."""
    return ""


def stop_credit(invoice, step) -> str:
    if invoice.client.is_credit_stopped:
        return _("There was no more credit before.")
    clients.stop_credit(invoice.client, by=robot())
    words = {
        "client": invoice.client.name,
        "number": invoice.number,
        "sum": cells.rubles(invoice.open_amount),
    }
    notify(
        {invoice.manager, *minders()},
        key=f"credit-stopped:{step.pk}",
        text=_("No more credit for %(client)s: %(sum)s of the invoice %(number)s is overdue.")
        % words,
        url=invoice.client.get_absolute_url(),
    )
    return ""


MEASURES = {
    DebtMeasure.MAIL: mail,
    DebtMeasure.CALL: call,
    DebtMeasure.DIRECTOR: director,
    DebtMeasure.STOP_CREDIT: stop_credit,
}


def tell_directors(count: int, url: str):
    with translation.override(settings.LANGUAGE_CODE):
        text = ngettext(
            "%(count)s overdue invoice has come to the director",
            "%(count)s overdue invoices have come to the director",
            count,
        ) % {"count": count}
    notify(minders(), key=f"debts:{clock.now().isoformat()}", text=text, url=url)


def minders():
    return Employee.objects.with_rights(MINDS_DEBTS)
