"""Papers for a line that nothing was found for: by a number, or by whose they are."""

from django.utils.translation import gettext as _

from clients.models import Client
from orders.models import Invoice, WorkOrder
from orders.money.statements.matching.candidates import Candidate, Part
from orders.money.statements.purpose import Paper, numbers_in
from orders.work_orders.lifecycle import TAKES_MONEY

SHOWN, CLIENTS = 20, 10


def papers_found(text: str, user) -> list:
    """Open invoices and orders with a debt that the user may see, invoices first."""
    clients = Client.objects.visible_to(user).found_by(text).order_by()
    whose = list(clients.values_list("pk", flat=True)[:CLIENTS])
    invoices = Invoice.objects.visible_to(user).open().select_related("client")
    orders = WorkOrder.objects.visible_to(user).in_debt().filter(status__in=TAKES_MONEY)
    numbers = _seqs(text)
    found = list(invoices.filter(seq__in=numbers).order_by("-year", "-pk")[:SHOWN])
    found += orders.numbered(text).select_related("client")[:SHOWN]
    if whose:
        found += invoices.filter(client__in=whose).order_by("due_on", "pk")[:SHOWN]
        theirs = orders.filter(client__in=whose, has_invoices=False).select_related("client")
        found += theirs.order_by("accepted_at", "pk")[:SHOWN]
    return list(dict.fromkeys(found))[:SHOWN]


def refunds_found(text: str, line, user) -> list[Candidate]:
    """Orders for which at least so much was paid, by their number or whose they are."""
    orders = WorkOrder.objects.visible_to(user).filter(
        status__in=TAKES_MONEY, paid__gte=line.amount
    )
    whose = [client.pk for client in clients_found(text, user)]
    named = orders.numbered(text).select_related("client")[:SHOWN]
    theirs = orders.filter(client__in=whose).select_related("client").order_by("debt", "-pk")
    found = dict.fromkeys([*named, *theirs[:SHOWN]])
    return [Candidate((Part(order, line.amount),), (_("found by you"),)) for order in found]


def clients_found(text: str, user) -> list:
    """Whose advance it may be."""
    return list(Client.objects.visible_to(user).found_by(text)[:CLIENTS])


def _seqs(text):
    """«123» alone is the number of an invoice too."""
    named = numbers_in(text)
    seqs = {each.seq for each in named if each.seq and each.paper == Paper.INVOICE}
    return seqs | ({int(text)} if text.strip().isdecimal() and len(text.strip()) <= 6 else set())
