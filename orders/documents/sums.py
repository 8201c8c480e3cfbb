"""Sums of a paper. They are kept as text: JSON has no decimals."""

from catalog import wording
from company.models import VatRegime
from core import money
from core.words import rubles_in_words


def owed(order, on) -> dict:
    """The sum of the order in figures and words, with the VAT of the paper's date in it."""
    return {
        "total": str(order.total),
        "in_words": rubles_in_words(order.total),
        "vat": _vat(order, VatRegime.percent_on(on)),
    }


def _vat(order, percent) -> dict | None:
    """Line by line, as an invoice has it, so that the papers of one order agree."""
    if percent is None:
        return None
    amounts = [money.included_vat(each.total, percent) for each in order.positions.all()]
    return {"percent": wording.number(percent), "amount": str(sum(amounts, money.ZERO))}


def paid(order) -> dict:
    rows = [
        {
            "on": day(payment.day),
            "kind": payment.get_kind_display(),
            "method": payment.get_method_display(),
            "amount": str(payment.amount),
        }
        for payment in order.payments.all()
    ]
    return {
        "payments": rows,
        "paid": str(order.paid),
        "debt": str(order.total - order.paid),
        "is_paid": order.paid >= order.total,
    }


def day(value) -> str:
    return value.strftime("%d.%m.%Y")
