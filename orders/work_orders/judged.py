"""What an order costs and what may be given on it, kept with it: reports compare with what held
when it was agreed, whatever prices and policy say later."""

from catalog.allowed import allowed
from catalog.costing import Deal
from catalog.pricing import Tariff


def judgement(order, deal: Deal, tariff: Tariff) -> dict:
    """The fields of the order."""
    allowance = allowed(order.client, deal, tariff)
    return {
        "cost": None if deal.unknown else deal.cost,
        "allowed_percent": allowance.percent if allowance else None,
    }


def judge(order, deal: Deal, tariff: Tariff):
    for name, value in judgement(order, deal, tariff).items():
        setattr(order, name, value)
