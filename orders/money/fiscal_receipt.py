"""The cash register's receipt of a payment (54-ФЗ): read from its QR text, held against the row."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from urllib.parse import parse_qsl

from django.utils import timezone
from django.utils.translation import gettext as _

from clients.models import Client
from core import money
from core.errors import Refused
from orders.money.lifecycle import ReceiptState
from orders.money.models import Payment

SALE, SALE_RETURN = "1", "2"
TIMES = ("%Y%m%dT%H%M", "%Y%m%dT%H%M%S")
NUMBER = re.compile(r"\d{1,10}")
NUMBERS = {"fn": re.compile(r"\d{16}"), "i": NUMBER, "fp": NUMBER}


class UnreadableQr(ValueError):
    """The text is neither a receipt's number nor that of its QR code."""


@dataclass(frozen=True)
class FiscalReceipt:
    """Typed by hand, only the number is known; of the QR code, everything."""

    number: str
    fn: str = ""
    fp: str = ""
    at: datetime | None = None
    amount: Decimal | None = None
    operation: str = ""
    text: str = ""  # as typed or scanned

    def facts(self) -> dict:
        """As a payment keeps them."""
        return {
            "receipt_state": ReceiptState.GIVEN,
            "receipt_number": self.number,
            "receipt_fn": self.fn,
            "receipt_fp": self.fp,
            "receipt_at": self.at,
        }


def read_receipt(text: str) -> FiscalReceipt | None:
    """A number, or the text of a QR code; nothing where nothing is typed."""
    if not (text := text.strip()):
        return None
    if NUMBER.fullmatch(text):
        return FiscalReceipt(number=text.lstrip("0") or "0", text=text)
    return replace(read_fiscal_qr(text), text=text)


def read_fiscal_qr(text: str) -> FiscalReceipt:
    """«t=20261122T1530&s=1500.00&fn=…&i=…&fp=…&n=1», the parts in any order."""
    parts = dict(parse_qsl(text.strip()))
    wrong = [name for name, form in NUMBERS.items() if not form.fullmatch(parts.get(name, ""))]
    if wrong or parts.get("n") not in {SALE, SALE_RETURN}:
        raise UnreadableQr(text)
    return FiscalReceipt(
        number=parts["i"].lstrip("0") or "0",
        fn=parts["fn"],
        fp=parts["fp"],
        at=_moment(parts.get("t", "")),
        amount=_amount(parts.get("s", "")),
        operation=parts["n"],
    )


def _moment(text):
    for form in TIMES:
        try:
            there = datetime.strptime(text, form).replace(tzinfo=timezone.get_current_timezone())
        except ValueError:
            continue
        return there
    raise UnreadableQr(text)


def _amount(text):
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise UnreadableQr(text) from None
    if not amount.is_finite() or amount <= 0:
        raise UnreadableQr(text)
    return amount


def refuse_anothers(receipt: FiscalReceipt, amount: Decimal, *, besides=None):
    """The QR code must say this payment's sum and direction, and stand with no other row."""
    if receipt.amount is not None and receipt.amount != abs(amount):
        raise Refused(
            _("This receipt is for %(other)s ₽, the payment for %(sum)s ₽.")
            % {"other": money.amount(receipt.amount), "sum": money.amount(abs(amount))}
        )
    direction = SALE if amount > 0 else SALE_RETURN
    if receipt.operation and receipt.operation != direction:
        raise Refused(
            _("This receipt is of a sale, and the money was given back.")
            if receipt.operation == SALE
            else _("This receipt is of a return, and the money was taken.")
        )
    _refuse_known(receipt, besides)


def _refuse_known(receipt, besides):
    if not receipt.fn:
        return
    same = Payment.objects.filter(receipt_fn=receipt.fn, receipt_number=receipt.number)
    if found := same.exclude(pk=besides).select_related("order").first():
        raise Refused(
            _("This receipt stands already with a payment of the order %(number)s.")
            % {"number": found.order.number}
        )


def state_at_first(order, method, corrects=None) -> ReceiptState:
    """An organisation pays by transfer without the cash register; a row undone before it had its
    receipt needs none either."""
    if corrects:
        return ReceiptState.DUE if corrects.has_receipt else ReceiptState.NOT_NEEDED
    if method != Payment.Method.TRANSFER:
        return ReceiptState.DUE
    by_bank = order.client.kind == Client.Kind.ORGANISATION
    return ReceiptState.NOT_NEEDED if by_bank else ReceiptState.DUE
