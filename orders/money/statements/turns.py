"""Sure lines divided into such as have no order and no invoice in common.

Those of one turn are booked together. Several on one invoice follow one another, so that each is in
the history as if it had come alone.
"""

from collections import defaultdict

from orders.models import Invoice
from orders.money.invoices.models import InvoiceShare


def in_turns(wanted) -> list[list]:
    """In the order of the lines wherever that matters."""
    touched = _Touched([part.target for _line, parts in wanted for part in parts])
    last, turns = defaultdict(int), defaultdict(list)
    for line, parts in wanted:
        keys = {key for part in parts for key in touched.by(part.target)}
        turn = 1 + max((last[key] for key in keys), default=0)
        last.update(dict.fromkeys(keys, turn))
        turns[turn].append((line, parts))
    return [turns[turn] for turn in sorted(turns)]


class _Touched:
    """The orders that a paper is for, and the other invoices of these orders: money that is over
    goes on to them."""

    def __init__(self, targets):
        invoices = [target.pk for target in targets if isinstance(target, Invoice)]
        orders = {target.pk for target in targets if not isinstance(target, Invoice)}
        self.orders, self.invoices = defaultdict(set), defaultdict(set)
        shares = InvoiceShare.objects.standing()
        for invoice, order in shares.filter(invoice__in=invoices).values_list("invoice", "order"):
            self.orders[invoice].add(order)
            orders.add(order)
        for invoice, order in shares.filter(order__in=orders).values_list("invoice", "order"):
            self.invoices[order].add(invoice)

    def by(self, target) -> set:
        orders = self.orders[target.pk] if isinstance(target, Invoice) else {target.pk}
        invoices = {invoice for order in orders for invoice in self.invoices[order]}
        return {("order", pk) for pk in orders} | {("invoice", pk) for pk in invoices}
