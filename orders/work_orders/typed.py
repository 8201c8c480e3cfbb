"""What the order screen would post: of an empty form, of a kept calculation."""

from uuid import uuid4

from django.http import QueryDict

from catalog.line_form import REASON
from catalog.line_reading import written
from catalog.tariffs import assortment
from catalog.wording import number
from orders.models import Payment, WorkOrder


def blank(**given) -> QueryDict:
    """One line waits to be filled; `given` are fields known beforehand, such as the client."""
    return _posted({**_first_values(), **given}, line=["0"])


def of(order: WorkOrder) -> QueryDict:
    """A kept calculation, as a person would have typed it."""
    positions = list(order.positions.all())
    data = _first_values() | {
        "order": order.pk,
        "version": order.version,
        "client": order.client_id,
        "ad_source": order.ad_source_id or "",
        "discount_percent": number(order.discount_percent) if order.discount_percent else "",
        "address": order.address,
        "comment": order.comment,
    }
    for index, position in enumerate(positions):
        data |= _typed_line(index, position)
    return _posted(data, line=[str(index) for index in range(len(positions))] or ["0"])


def _first_values():
    return {"token": uuid4(), "method": Payment.Method.CASH.value}


def _typed_line(index, position):
    fields = written(position.line_spec, assortment())
    fields |= {f"{REASON}{code}": reason for code, reason in position.overridden.items()}
    return {f"line-{index}-{name}": value for name, value in fields.items()}


def _posted(data, **lists):
    """A tick that is not set is not posted at all."""
    posted = QueryDict(mutable=True)
    for name, value in data.items():
        if value is not False:
            posted[name] = "on" if value is True else str(value)
    for name, values in lists.items():
        posted.setlist(name, values)
    return posted


def copy_line(data: QueryDict, index: int, to: int):
    start = f"line-{index}-"
    for name in [each for each in data if each.startswith(start)]:
        data[f"line-{to}-{name.removeprefix(start)}"] = data[name]
