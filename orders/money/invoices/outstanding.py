from decimal import Decimal


def to_invoice(order) -> Decimal:
    """What is owed for the order and no invoice asks for; negative where they ask for more than is
    owed now, since the order has become cheaper or was paid past them."""
    return order.debt - order.invoice_shares.asked()
