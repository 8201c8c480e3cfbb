"""The invoice: not a primary document, so its form is the firm's; what banks and clients expect.

VAT stands as a line of its own (НК РФ art. 168 p. 4), also in the purpose of the payment.
"""

import segno
from django.utils.timezone import localdate

from catalog import wording
from company.models import BankAccount
from core import money
from core.words import rubles_in_words
from orders.documents import parties, sums
from orders.money.invoices import payment_qr


def content(invoice) -> dict:
    firm, account = parties.firm(), _account()
    lines = [_line(line) for line in invoice.lines.all()]
    found = {
        "number": invoice.number,
        "date": sums.day(invoice.issued_on),
        "due_on": sums.day(invoice.due_on),
        "firm": firm,
        "account": account,
        "payer": parties.payer(invoice.client),
        "ground": _ground(invoice),
        "office": parties.office(invoice),
        "manager": parties.employee(invoice.manager),
        "lines": lines,
        "total": str(invoice.amount),
        "in_words": rubles_in_words(invoice.amount),
        "vat": _vat(invoice),
        "replaces": invoice.replaces.number if invoice.replaces else "",
    }
    found["purpose"] = purpose(found)
    return {**found, "qr": _qr(found)}


def _line(line) -> dict:
    return {
        "ordinal": line.ordinal,
        "title": line.title,
        "quantity": line.quantity,
        "unit_price": str(line.unit_price),
        "total": str(line.amount),
    }


def _ground(invoice) -> list[dict]:
    orders = [share.order for share in invoice.shares.select_related("order")]
    return [
        {"number": each.number, "date": sums.day(localdate(each.accepted_at))} for each in orders
    ]


def _account() -> dict | None:
    found = BankAccount.main()
    if found is None:
        return None
    names = ("bank_name", "bik", "account", "correspondent_account")
    return {name: getattr(found, name) for name in names}


def _vat(invoice) -> dict | None:
    if invoice.vat_percent is None:
        return None
    percent = wording.number(invoice.vat_percent)
    return {"percent": percent, "amount": str(invoice.vat_amount)}


def purpose(found) -> str:
    """What the payer writes, so that the payment is found again by its number."""
    vat = found["vat"]
    tax = (
        f"В т.ч. НДС {vat['percent']}% - {money.amount(vat['amount'])}"
        if vat
        else "Без налога (НДС)"
    )
    return f"Оплата по счету № {found['number']} от {found['date']}. {tax}"


def _qr(found) -> str:
    """As a picture; empty where the firm has named no account."""
    if found["account"] is None:
        return ""
    firm = found["firm"]
    text = payment_qr.payload(
        name=firm["legal_name"],
        account=found["account"],
        amount=money.kopecks(found["total"]),
        purpose=found["purpose"],
        inn=firm["inn"],
        kpp=firm["kpp"],
        payer_inn=found["payer"]["inn"],
    )
    if text is None:
        return ""
    code = segno.make(text.encode(), error="m", micro=False, boost_error=False)
    return code.svg_data_uri(border=4, omitsize=True)
