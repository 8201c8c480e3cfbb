from orders.models import BankLine
from orders.money.statements.matching.candidates import Part

SHOWN = 5


def advances_for(invoice, user):
    """The client has paid before there was this invoice."""
    if not invoice.is_open:
        return None
    rows = BankLine.objects.visible_to(user).advances().filter(client=invoice.client_id)
    found = [
        (line, f"{part.code}:{part.amount:.2f}")
        for line in rows.order_by("day", "pk")[:SHOWN]
        for part in [Part(invoice, min(line.rest, invoice.open_amount))]
    ]
    return {"invoice": invoice, "advances": found} if found else None
