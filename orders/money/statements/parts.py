"""What a form says a line is booked on: «invoice-17:1500.00,order-5:200»."""

from decimal import Decimal

from django.utils.translation import gettext as _

from core.errors import Refused
from orders.models import BankLine, Invoice, WorkOrder
from orders.money.statements import values
from orders.money.statements.matching.candidates import ADVANCE, INVOICE, ORDER, Part

MOST_PARTS = 50
PREFIX = "amount-"


def parts_in(text: str, user) -> list[Part]:
    """Refused where a person names what is not there for them."""
    said = [each.partition(":") for each in text.split(",") if each]
    return _fetched({code: values.amount(amount) for code, _colon, amount in said}, user)


def parts_typed(data, user) -> list[Part]:
    """The sums of a form with a field for each paper; empty ones are none of it."""
    typed = {
        name.removeprefix(PREFIX): values.amount(data[name].strip())
        for name in data
        if name.startswith(PREFIX) and data[name].strip()
    }
    return _fetched(typed, user)


def _fetched(amounts: dict[str, Decimal | None], user) -> list[Part]:
    if len(amounts) > MOST_PARTS:
        raise Refused(_("So many papers at once are not booked: divide them."))
    if None in amounts.values() or any(amount <= 0 for amount in amounts.values()):
        raise Refused(_("Type a sum, for example 1500,50."))
    targets = _targets(amounts, user)
    if missing := set(amounts) - set(targets):
        raise Refused(_("Not found: %(what)s.") % {"what": ", ".join(sorted(missing))})
    return [Part(targets[code], amount) for code, amount in amounts.items()]


def _targets(codes, user):
    seen = {
        INVOICE: Invoice.objects.visible_to(user),
        ORDER: WorkOrder.objects.visible_to(user),
        ADVANCE: BankLine.objects.visible_to(user),
    }
    found = {}
    for kind, rows in seen.items():
        own = [code for code in codes if code.startswith(f"{kind}-")]
        pks = [int(pk) for code in own if (pk := code.partition("-")[2]).isdecimal()]
        for row in rows.select_related("client").filter(pk__in=pks) if pks else []:
            found[f"{kind}-{row.pk}"] = row
    return found
