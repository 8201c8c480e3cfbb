"""The act of acceptance: what was handed over at one visit (402-ФЗ art. 9)."""

from django.utils.timezone import localdate

from orders.documents import parties, positions, signature, sums


def content(visit) -> dict:
    order, on = visit.order, localdate(visit.at)
    rows = list(visit.positions.all())
    return {
        "number": number(visit),
        "order_number": order.number,
        "ordered_on": sums.day(localdate(order.accepted_at)),
        "promised_on": sums.day(order.promised_on),
        "date": sums.day(on),
        "at_client": visit.place == visit.Place.CLIENT,
        "address": order.address,
        "firm": parties.firm(),
        "office": parties.office(order),
        "client": parties.client(order),
        "by": parties.employee(visit.by),
        "positions": [positions.plain(position) for position in rows],
        "left": [_staying(each) for each in order.positions.left_after(visit)],
        "note": visit.note,
        "signature": signature.of(visit),
        **sums.of_pieces(rows, on),
        **sums.paid(order, until=on),
    }


def _staying(position) -> dict:
    return {name: getattr(position, name) for name in ("ordinal", "title", "quantity")}


def number(visit) -> str:
    """Of the first visit «2026-000123-1»: an order may be handed over in parts."""
    earlier = visit.order.hand_overs.filter(pk__lte=visit.pk).count()
    return f"{visit.order.number}-{earlier}"
