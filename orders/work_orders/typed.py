"""What the order screen would post: of an empty form, of a kept calculation."""

from uuid import uuid4

from django.http import QueryDict

from catalog.line_form import REASON
from catalog.line_reading import written
from catalog.tariffs import assortment
from catalog.wording import number
from orders.models import Payment, WorkOrder
from orders.work_orders.wanted import approvals_of

POSITION = "position"  # the field of a line that names the position it becomes


def blank(**given) -> QueryDict:
    """One line waits to be filled; `given` are fields known beforehand, such as the client."""
    return posted({**_first_values(), **given}, line=["0"])


def of(order: WorkOrder) -> QueryDict:
    """A kept calculation, as a person would have typed it."""
    positions = list(order.positions.all())
    data = _first_values() | {
        "order": order.pk,
        "version": order.version,
        "client": order.client_id,
        "ad_source": order.ad_source_id or "",
        "discount_percent": number(order.discount_percent) if order.discount_percent else "",
        "wished_on": order.wished_on.isoformat() if order.wished_on else "",
        "reason": next((each.reason for each in approvals_of(order) if each.is_waiting), ""),
        "address": order.address,
        "comment": order.comment,
        **_prepaid(order),
    }
    for index, position in enumerate(positions):
        data |= typed_line(index, position.line_spec, position.overridden, position.hand_price)
    return posted(data, line=[str(index) for index in range(len(positions))] or ["0"])


def _prepaid(order) -> dict:
    kept = order.typed_prepayment
    if not kept:
        return {}
    return {**kept, "amount": kept["amount"].removesuffix(".00").replace(".", ",")}


def _first_values():
    return {"token": uuid4(), "method": Payment.Method.CASH.value}


def typed_line(index, spec, overridden, hand_price=None, **more) -> dict:
    fields = written(spec, assortment()) | more
    fields |= {f"{REASON}{code}": reason for code, reason in overridden.items()}
    if hand_price is not None:
        fields["hand_price"] = f"{hand_price:f}".removesuffix(".00").replace(".", ",")
    return {f"line-{index}-{name}": value for name, value in fields.items()}


def posted(data, **lists):
    """A tick that is not set is not posted at all."""
    posted = QueryDict(mutable=True)
    for name, value in data.items():
        if value is not False:
            posted[name] = "on" if value is True else str(value)
    for name, values in lists.items():
        posted.setlist(name, values)
    return posted


def copy_line(data: QueryDict, index: int, to: int):
    """What is copied is a new position, also of an amendment."""
    start = f"line-{index}-"
    own = {f"{start}{POSITION}", f"{start}photo"}
    names = [name for name in data if name.startswith(start) and name not in own]
    for name in names:
        data[f"line-{to}-{name.removeprefix(start)}"] = data[name]
