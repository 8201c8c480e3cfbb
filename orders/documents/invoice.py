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

NO_ACCOUNT, NOT_FITTING = "no_account", "not_fitting"
QUIET_MODULES = 4


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
    return {**found, **_code(found)}


def _line(line) -> dict:
    return {
        "ordinal": line.ordinal,
        "title": line.title,
        "quantity": line.quantity,
        "is_service": line.is_service,
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


def _code(found) -> dict:
    """As a picture; where there is none, why: its page tells whoever can mend that."""
    if found["account"] is None:
        return {"qr": "", "no_code": NO_ACCOUNT}
    firm = found["firm"]
    held = payment_qr.payload(
        name=firm["legal_name"],
        account=found["account"],
        amount=money.kopecks(found["total"]),
        purpose=found["purpose"],
        inn=firm["inn"],
        kpp=firm["kpp"],
        payer_inn=found["payer"]["inn"],
    )
    if held is None:
        return {"qr": "", "no_code": NOT_FITTING}
    code = segno.make(held, error="m", mode="byte", micro=False, boost_error=False)
    return {"qr": code.svg_data_uri(border=QUIET_MODULES, omitsize=True), "no_code": ""}
