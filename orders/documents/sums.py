"""Sums of a paper. They are kept as text: JSON has no decimals."""

from catalog import wording
from company.models import VatRegime
from core import money
from core.words import rubles_in_words


def owed(order, positions, on) -> dict:
    """The sum of the order in figures and words, with the VAT of the paper's date in it."""
    return _summed(order.total, positions, on)


def of_pieces(positions, on) -> dict:
    """The same of some of its positions, as they leave."""
    return _summed(sum((each.total for each in positions), money.ZERO), positions, on)


def _summed(total, positions, on) -> dict:
    return {
        "total": str(total),
        "in_words": rubles_in_words(total),
        "vat": _vat(positions, VatRegime.percent_on(on)),
    }


def _vat(positions, percent) -> dict | None:
    """Line by line, as an invoice has it, so that the papers of one order agree."""
    if percent is None:
        return None
    amounts = [money.included_vat(each.total, percent) for each in positions]
    return {"percent": wording.number(percent), "amount": str(sum(amounts, money.ZERO))}


def paid(order, *, until=None) -> dict:
    """All that was paid, or what was paid by the end of that day."""
    payments = [each for each in order.payments.all() if until is None or each.day <= until]
    amount = sum((each.amount for each in payments), money.ZERO)
    rows = [
        {
            "on": day(payment.day),
            "kind": payment.get_kind_display(),
            "method": payment.get_method_display(),
            "amount": str(payment.amount),
        }
        for payment in payments
    ]
    return {
        "payments": rows,
        "paid": str(amount),
        "debt": str(order.total - amount),
        "is_paid": amount >= order.total,
    }


def day(value) -> str:
    return value.strftime("%d.%m.%Y")
